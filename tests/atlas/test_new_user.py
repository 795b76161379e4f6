"""A newcomer's three minutes: from the ladder to the sentence behind a figure, and on to the data in a tool of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.new_user import READERS, Reader, three_minutes
from playwright.sync_api import Browser

STEPS = ("where the clusters stand", "the sentence behind a figure", "the data in one's own tool")
CLICKS = 4
"""The cluster, its figure, the data, the file."""

SCREENS = 3
"""How far somebody on a phone has to scroll in all; on a wide screen everything is in view."""


@pytest.mark.parametrize("name", list(READERS))
def test_three_minutes_take_a_handful_of_clicks(
    name: str, browser: Browser, examples_site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, screen = READERS[name]
    page = browser.new_context(accept_downloads=True, **screen).new_page()
    reader = Reader(page, 0.0, tmp_path, name)
    three_minutes(reader, examples_site / first, tmp_path)
    page.context.close()
    told = capsys.readouterr().out
    assert all(step in told for step in STEPS)
    assert reader.clicks <= CLICKS
    assert reader.screens <= (0 if "wide" in name else SCREENS)
    assert len(list(tmp_path.glob("*.png"))) == 5
