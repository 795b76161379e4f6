"""What every test may ask for: the labelled texts, a browser; and how the suite behaves on any machine."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

CHECKOUT = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome")

# No deadline: how fast an example runs says more about the machine than about the code (benchmarks measure
# that). On CI the examples are the same in every run; elsewhere each run looks somewhere new.
settings.register_profile("yanchao", deadline=None, print_blob=True, derandomize="CI" in os.environ)
settings.load_profile("yanchao")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that asks for `shared` or `chromium` is marked by asking for it."""
    for item in items:
        wanted = getattr(item, "fixturenames", ())
        if "shared" in wanted:
            item.add_marker(pytest.mark.shared)
        if "chromium" in wanted:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder that holds pyproject.toml, README.md and examples/."""
    return CHECKOUT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the labelled texts (`corpus/`, `gold/`, `facts/`); the test is skipped without it."""
    named = os.environ.get("YANCHAO_SHARED", str(CHECKOUT.parent / "shared"))
    folder = Path(named)
    if not named or not (folder / "gold").is_dir():
        pytest.skip("the labelled texts are not beside the checkout (set YANCHAO_SHARED to their folder)")
    return folder.resolve()


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium on this machine; the test is skipped without one."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        pytest.skip("no Chromium on this machine (apt-get install chromium, or set CHROMIUM to its path)")
    return path
