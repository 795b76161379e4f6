"""What must hold over the whole house: what is there is explained, documented and in its place, or a test fails."""

from __future__ import annotations

import ast
import asyncio
import re
import subprocess
import tomllib
from itertools import takewhile
from pathlib import Path

import pytest
from docs.produce import commands, documentation

from serving import build
from yanchao.atlas.api import ROOT, create_api
from yanchao.atlas.limits import Workers
from yanchao.atlas.live import Live
from yanchao.atlas.mcp import create_mcp
from yanchao.lexicon.lexicon import load

CHECKOUT = Path(__file__).resolve().parent.parent
SOURCE = CHECKOUT / "src" / "yanchao"
LONGEST_FILE = 650

PACKAGES = sorted(path.parent for path in SOURCE.rglob("__init__.py"))
ROOMS = [folder for folder in PACKAGES if folder.parent == SOURCE]
MODULES = sorted(SOURCE.rglob("*.py"))
TABLES = sorted(SOURCE.rglob("*.csv"))


def named(path: Path) -> str:
    return path.relative_to(CHECKOUT).as_posix()


def tracked() -> list[Path]:
    """Every text file of the project: what git knows, or everything where the checkout is no git repository."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=CHECKOUT, capture_output=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        paths = [CHECKOUT / name for name in listed.stdout.decode().split("\0") if name]
    else:
        hidden = {
            ".venv",
            ".git",
            "__pycache__",
            ".mypy_cache",
            ".ruff_cache",
            ".pytest_cache",
            ".hypothesis",
        }
        paths = [path for path in CHECKOUT.rglob("*") if not hidden & set(path.parts)]
    return [path for path in paths if path.is_file() and b"\0" not in path.read_bytes()[:8192]]


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_every_module_says_what_it_is_for(module: Path) -> None:
    docstring = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
    assert docstring, f"{named(module)} has no docstring"
    assert docstring.splitlines()[0].rstrip().endswith((".", ":")), "its first line is no sentence"


@pytest.mark.parametrize("room", ROOMS, ids=named)
def test_every_room_names_the_file_to_open_first(room: Path) -> None:
    docstring = ast.get_docstring(ast.parse((room / "__init__.py").read_text(encoding="utf-8"))) or ""
    first = re.search(r"Open `([\w/]+\.py)` first", docstring)
    assert first, f"{named(room)} does not say which file to open first"
    assert (room / first[1]).is_file(), f"{named(room)} names {first[1]}, which is not there"
    for mentioned in re.findall(r"`([\w/]+\.py)`", docstring):
        assert (room / mentioned).is_file(), f"{named(room)} names {mentioned}, which is not there"


def test_every_room_has_its_layer_and_every_layer_its_room() -> None:
    settings = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = settings["tool"]["importlinter"]["contracts"]
    assert contract["type"] == "layers"
    assert "ignore_imports" not in contract, "an exception to the one way is a second way"
    rooms = {room.name for room in ROOMS}
    files = {path.stem for path in SOURCE.glob("*.py")} - {"__init__", "__main__"}
    layers = {name.strip() for layer in contract["layers"] for name in layer.split("|")}
    assert layers == {f"yanchao.{name}" for name in rooms | files}


@pytest.mark.parametrize("table", TABLES, ids=named)
def test_every_table_explains_itself_in_its_first_lines(table: Path) -> None:
    text = table.read_text(encoding="utf-8")
    head = "".join(takewhile(lambda line: line.startswith("#"), text.splitlines()))
    assert len(head) >= 40, f"{named(table)} does not say what its columns mean"


@pytest.mark.parametrize("folder", sorted(path.parent for path in SOURCE.rglob("pack.toml")), ids=named)
def test_every_pack_has_a_name_and_a_title(folder: Path) -> None:
    pack = tomllib.loads((folder / "pack.toml").read_text(encoding="utf-8"))
    assert pack["name"] == folder.name
    assert pack["title"]


def test_no_file_is_too_long_to_be_read() -> None:
    read_by_people = {".py", ".js", ".css", ".html", ".toml", ".sh"}
    long = {
        named(path): lines
        for path in tracked()
        if path.suffix in read_by_people
        and (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
    }
    assert not long


def test_no_tracked_file_names_a_place_of_one_machine() -> None:
    # put together here so that this file does not name them itself
    places = ["/" + name + "/" for name in ("work", "root", "home")] + ["py" + "pi.org", "python" + "hosted"]
    found = {
        f"{named(path)}: {place}"
        for path in tracked()
        for place in places
        if re.search(rf"(?<![\w.<-]){re.escape(place)}", path.read_text(encoding="utf-8", errors="replace"))
    }
    assert not found


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_every_locked_requirement_has_its_hash_and_no_address(lock: str) -> None:
    text = (CHECKOUT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    requirements = re.split(r"\n(?=\S)", text.strip())
    assert all("==" in requirement and "--hash=sha256:" in requirement for requirement in requirements)


def test_the_runtime_lock_and_the_dev_lock_agree() -> None:
    def pins(lock: str) -> dict[str, str]:
        text = (CHECKOUT / lock).read_text(encoding="utf-8")
        return dict(re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE))

    runtime, dev = pins("requirements.lock"), pins("requirements-dev.lock")
    assert runtime.items() <= dev.items()


def test_every_direct_dependency_is_locked() -> None:
    settings = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    lock = (CHECKOUT / "requirements-dev.lock").read_text(encoding="utf-8")
    wanted = settings["project"]["dependencies"] + settings["dependency-groups"]["dev"]
    names = {re.split(r"[\[<>=~! ]", requirement)[0].lower() for requirement in wanted}
    assert not {name for name in names if not re.search(rf"^{re.escape(name)}==", lock, re.MULTILINE)}


def test_every_test_stands_where_its_room_stands() -> None:
    rooms = {room.name for room in ROOMS}
    folders = {path.parent.name for path in (CHECKOUT / "tests").glob("*/test_*.py")}
    assert folders <= rooms


def test_what_the_documentation_shows_is_what_the_program_prints() -> None:
    for path, text in documentation().items():
        assert path.read_text(encoding="utf-8") == text, f"{named(path)} is out of date: make docs"


def test_every_command_is_in_the_readme() -> None:
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    for command in re.findall(r"^## (yanchao \w+)$", commands(), re.MULTILINE):
        assert f"`{command}" in readme, f"the README does not name {command}"


def test_the_python_of_the_readme_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(CHECKOUT)
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"^```python\n(.*?)^```", readme, re.MULTILINE | re.DOTALL)
    exec(code.replace('"atlas"', repr(str(tmp_path / "atlas"))), {})
    assert "亿元" in capsys.readouterr().out
    assert (tmp_path / "atlas" / "index.html").is_file()


def test_every_question_that_can_be_asked_over_the_network_is_documented(tmp_path: Path) -> None:
    live = Live(build(tmp_path / "atlas"), load())
    workers = Workers(1, "answering")
    text = (CHECKOUT / "docs" / "serving.md").read_text(encoding="utf-8")
    for path in create_api(workers, workers).openapi()["paths"]:
        assert f"`{ROOT}{path}`" in text, f"docs/serving.md does not name {ROOT}{path}"
    for tool in asyncio.run(create_mcp(live, workers).list_tools()):
        assert f"`{tool.name}`" in text, f"docs/serving.md does not name the tool {tool.name}"


def test_every_link_of_the_documentation_leads_somewhere() -> None:
    for page in (CHECKOUT / "README.md", CHECKOUT / "CONTRIBUTING.md", *(CHECKOUT / "docs").glob("*.md")):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{named(page)} links to {target}, which is not there"


def test_the_changelog_knows_this_version() -> None:
    settings = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    from yanchao import __version__

    assert settings["project"]["version"] == __version__
    assert f"## [{__version__}]" in (CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8")
