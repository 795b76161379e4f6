# What to ask for:
#
#   make          the demo: sets up, builds an atlas from examples/ into ./atlas, says how to open it
#   make test     sets up the tools of the trade too, then lint, types, layers and every test
#   make eval     scores the reader against labelled texts and fails where a score fell; make accept keeps the new scores
#   make bench    measures speed, start-up and memory on this machine; make bench-peers, other tools beside ours
#   make clean    removes what the others made
#
# And two for those who change it: `make docs` writes what can be produced into the documentation, `make lock`
# renews the lock after a change of dependencies.
#
# A machine needs Python 3.11 or later with pip, nothing else: everything is installed into ./.venv, and only
# what is missing or older than the lock.

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
UV     := $(BIN)/uv
ATLAS  ?= atlas

INSTALL := $(UV) pip install --quiet --python $(BIN)/python
LOCK    := $(UV) pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
           --no-emit-index-url --no-emit-find-links --no-annotate --no-header

.DEFAULT_GOAL := demo
.PHONY: demo test eval accept bench inject bench-peers docs lock clean browser

demo: $(VENV)/.ready
	@$(BIN)/yanchao build examples -o $(ATLAS)
	@echo "In a browser: file://$(abspath $(ATLAS))/index.html"
	@echo "With REST and MCP: $(BIN)/yanchao serve $(ATLAS)"

test: $(VENV)/.ready-dev browser
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/pytest -n auto --dist loadfile

eval: $(VENV)/.ready-dev
	@$(BIN)/python -m benchmarks.gold

accept: $(VENV)/.ready-dev
	@$(BIN)/python -m benchmarks.gold --accept

bench: $(VENV)/.ready-dev
	@$(BIN)/python -m benchmarks.run
	@$(BIN)/python -m benchmarks.scale

inject: $(VENV)/.ready-dev
	@$(BIN)/python -m benchmarks.inject

bench-peers: $(VENV)/.ready-dev
	@$(BIN)/python -m benchmarks.peers.run

docs: $(VENV)/.ready
	@$(BIN)/python docs/produce.py
	@$(BIN)/python docs/ledger_schema.py

# The dev lock repeats the runtime lock's versions and adds the tools, so that both can go into one environment.
lock: $(UV)
	$(LOCK) --upgrade --output-file requirements.lock
	$(LOCK) --upgrade --group dev --constraint requirements.lock --output-file requirements-dev.lock

clean:
	rm -rf $(VENV) $(ATLAS) benchmarks/peers/.cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

# A Debian without python3-venv cannot put pip into the environment; its own pip then installs uv there.
$(UV):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "yanchao needs Python 3.11 or later; name one with: make PYTHON=python3.12" >&2; exit 1; }
	@echo "Setting up $(VENV)" >&2
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || $(PYTHON) -m venv --clear --without-pip $(VENV)
	@if [ -x $(BIN)/pip ]; then $(BIN)/pip install --quiet uv; \
	else $(PYTHON) -m pip --python $(BIN)/python install --quiet uv; fi

$(VENV)/.ready: requirements.lock pyproject.toml | $(UV)
	@echo "Installing what yanchao runs on" >&2
	@$(INSTALL) --require-hashes -r requirements.lock
	@$(INSTALL) --no-deps --editable .
	@$(BIN)/python -m compileall -q src
	@touch $@

$(VENV)/.ready-dev: requirements-dev.lock $(VENV)/.ready
	@echo "Installing what its tests run on" >&2
	@$(INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@

# The browser tests drive a Chromium of the system. Where there is none and none may be installed, they skip.
browser:
	@if [ -n "$$CHROMIUM" ] || command -v chromium chromium-browser google-chrome >/dev/null; then exit 0; fi; \
	as_root=; [ "$$(id -u)" = 0 ] || as_root="sudo -n"; \
	if command -v apt-get >/dev/null && $$as_root true 2>/dev/null; then \
	  echo "Installing Debian's Chromium for the browser tests" >&2; \
	  { $$as_root apt-get -qq update && DEBIAN_FRONTEND=noninteractive \
	    $$as_root apt-get -qq install -y --no-install-recommends chromium; } </dev/null >/dev/null 2>&1 && exit 0; \
	fi; \
	echo "Browser tests will be skipped: install Chromium (apt-get install chromium) or set CHROMIUM to its path" >&2
