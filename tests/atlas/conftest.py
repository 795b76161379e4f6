"""Sites to look at: one of a single small document, one of hostile documents, and the one of the examples."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

import publishing
from browsing import PHONE, WIDE, Watched, watched


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publishing.small(tmp_path_factory.mktemp("small") / "site")


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publishing.hostile(tmp_path_factory.mktemp("hostile") / "site")


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publishing.many(tmp_path_factory.mktemp("many") / "site")


@pytest.fixture(scope="session")
def examples_site(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> Path:
    """What the first command of the README builds, judged on a fixed day."""
    from yanchao.building import build

    directory = tmp_path_factory.mktemp("examples") / "site"
    build([str(checkout / "examples")], directory, today=publishing.NOW)
    return directory


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def wide(browser: Browser, examples_site: Path) -> Iterator[Watched]:
    found = watched(browser, examples_site, viewport=WIDE)
    yield found
    found.page.context.close()


@pytest.fixture
def phone(browser: Browser, examples_site: Path) -> Iterator[Watched]:
    found = watched(browser, examples_site, viewport=PHONE, has_touch=True)
    yield found
    found.page.context.close()
