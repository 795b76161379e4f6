"""Sites to look at: one of a single small document, one of hostile documents, and the one of the examples."""

from __future__ import annotations

from pathlib import Path

import pytest

import publishing


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publishing.small(tmp_path_factory.mktemp("small") / "site")


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publishing.hostile(tmp_path_factory.mktemp("hostile") / "site")


@pytest.fixture(scope="session")
def examples_site(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> Path:
    """What the first command of the README builds, judged on a fixed day."""
    from yanchao.pipeline import build

    directory = tmp_path_factory.mktemp("examples") / "site"
    build([str(checkout / "examples")], directory, today=publishing.NOW)
    return directory
