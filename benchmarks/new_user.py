"""The three minutes of somebody who has never heard of the project, done in a real Chromium and timed.

    python -m benchmarks.new_user [--site DIR] [--pictures DIR] [--pace SECONDS]

In the first minute they know where the clusters stand, in the second they have the sentence behind a figure, in the third
the data in their own tool (Python's csv, and polars where it is installed). The site lies on disk, nothing is served. A person looks
before each click and reads what comes: `--pace` is that time for every click and every page (default 3 seconds),
and counts. It is done twice: in Chinese on a wide screen, in English on a dark phone. Without --site, one is built from examples/.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.run import CHECKOUT, build
from benchmarks.searching import BROWSERS
from yanchao.quick import dataclass

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

READERS = {
    "zh, wide, light": ("index.html", {"viewport": {"width": 1280, "height": 800}, "color_scheme": "light"}),
    "en, phone, dark": (
        "en/index.html",
        {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark", "has_touch": True},
    ),
}

FIGURES = "figures.csv"


@dataclass(frozen=True, slots=True)
class Found:
    """A figure with its sentence, as a reader has them: the words of the page, the exact value in words and as a number, and
    where it starts in its document."""

    words: str
    exact: str
    value: float
    sentence: str
    start: int


class Reader:
    """Somebody at a browser: counts the clicks, takes the time for looking, keeps a picture of what was there."""

    def __init__(self, page: Page, pace: float, pictures: Path | None, name: str) -> None:
        self.page = page
        self.clicks = 0
        self._pace, self._pictures, self._name = pace, pictures, name
        self._taken = 0

    def look(self) -> None:
        """Read what is there."""
        self.page.wait_for_load_state("load")
        time.sleep(self._pace)

    def click(self, what: Locator) -> None:
        time.sleep(self._pace)
        what.click()
        self.clicks += 1

    def keep(self, what: str) -> None:
        """A picture of what is on the screen."""
        self._taken += 1
        if self._pictures is not None:
            name = f"{self._name.replace(', ', '-')}-{self._taken}-{what}.png"
            self.page.screenshot(path=self._pictures / name)


def main() -> None:
    parser = argparse.ArgumentParser(description="the three minutes of a new user, timed")
    parser.add_argument("--site", type=Path, help="a site that is there already")
    parser.add_argument("--pictures", type=Path, help="a folder for pictures of every step")
    parser.add_argument("--pace", type=float, default=3.0, help="seconds of looking for every click and page")
    asked = parser.parse_args()
    if asked.pictures is not None:
        asked.pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        site = asked.site
        if site is None:
            site = Path(folder) / "site"
            build(CHECKOUT / "examples", site)
        with chromium() as browser:
            for name, (first, screen) in READERS.items():
                page = browser.new_context(accept_downloads=True, **screen).new_page()
                print(f"\n{name} ({asked.pace:g} s of looking for every click and page)")
                three_minutes(Reader(page, asked.pace, asked.pictures, name), site / first, Path(folder))


@contextmanager
def chromium() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        sys.exit("no Chromium on this machine: set CHROMIUM to its path")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


def three_minutes(reader: Reader, first: Path, folder: Path) -> None:
    said, stands = timed(reader, "1  where the clusters stand", lambda: where_they_stand(reader, first))
    print(f"   {said}")
    _, found = timed(reader, "2  the sentence behind a figure", lambda: the_sentence(reader, stands))
    print(f"   {found.words} ({found.exact}): {found.sentence}")
    _, rows = timed(reader, "3  the data in one's own tool", lambda: the_data(reader, found, folder))
    print(f"   {rows}")


def timed(reader: Reader, what: str, step: Callable[[], tuple[str, Found | str]]) -> tuple[str, Found | str]:
    clicks, started = reader.clicks, time.perf_counter()
    answer = step()
    print(f"{what:34} {time.perf_counter() - started:6.1f} s  {reader.clicks - clicks} clicks")
    return answer


def where_they_stand(reader: Reader, first: Path) -> tuple[str, str]:
    """What the ladder says, and the cluster of which most is known: the first with a figure."""
    page = reader.page
    page.goto(first.as_uri())
    reader.look()
    reader.keep("home")
    ladder = page.locator(".ladder")
    ladder.scroll_into_view_if_needed()
    reader.look()
    page.locator(".rung").first.scroll_into_view_if_needed()
    reader.keep("ladder")
    rungs = [
        f"{rung.locator('h3 span').inner_text()} {rung.locator('h3 b').inner_text()}"
        for rung in page.locator(".rung").all()
    ]
    steps = page.locator(".step")
    judged = page.locator(".step:not(.is-silent)")
    assert steps.count() == 20, "every cluster is on the ladder"
    name = judged.first.locator(".step-name").inner_text()
    return f"{steps.count()} clusters ({', '.join(rungs)}), {judged.count()} with figures", name


SCROLLING = 5.0
"""Seconds that a page may take to glide to the figure that its address names."""


def _comes_on_screen(marked: Locator) -> bool:
    """Whether the page comes to rest with the figure on the screen."""
    size = marked.page.viewport_size
    end = time.monotonic() + SCROLLING
    while time.monotonic() < end:
        box = marked.bounding_box()
        if size and box and 0 <= box["y"] < size["height"]:
            return True
        time.sleep(0.05)
    return False


def the_sentence(reader: Reader, cluster: str) -> tuple[str, Found]:
    """From the ladder to the cluster, to the words behind its first figure, to that figure in its document."""
    page = reader.page
    reader.click(page.locator(".step-name", has_text=cluster).first)
    reader.look()
    reader.keep("cluster")
    card = page.locator(".card").first
    reader.click(card.locator("summary"))
    reader.look()
    reader.keep("words")
    quote = card.locator(".quote").first
    sentence = quote.locator("blockquote").inner_text()
    figure = card.locator(".card-figure .num").first
    words, exact = figure.inner_text(), figure.get_attribute("title") or ""
    reader.click(quote.locator("figcaption a").first)
    reader.look()
    start = page.evaluate("location.hash").removeprefix("#s=")
    marked = page.locator(f"[id='s={start}']").first
    assert _comes_on_screen(marked), "the figure is on the screen"
    reader.keep("document")
    value = float(re.sub(r"[^\d.]", "", exact))
    return "", Found(words, exact, value, sentence.strip(), int(start))


def the_data(reader: Reader, found: Found, folder: Path) -> tuple[str, str]:
    """The figures as CSV, opened in Python: the row of the figure that was just looked at, with its sentence."""
    page = reader.page
    reader.click(page.locator(".nav a[href$='data.html']").first)
    reader.look()
    reader.keep("data")
    with page.expect_download() as download:
        reader.click(page.locator("a[download]", has_text=FIGURES).first)
    file = folder / FIGURES
    download.value.save_as(file)
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    same = [row for row in rows if (int(row["start"]), float(row["value"])) == (found.start, found.value)]
    assert same, "the figure is in the file with its sentence"
    said = f"{FIGURES}: {len(rows):,} rows; that figure with its sentence: {same[0]['name']} {same[0]['period']}: {same[0]['value']}, “{same[0]['quote']}”"
    if importlib.util.find_spec("polars"):
        import polars

        said += f"; polars reads {polars.read_csv(file).height:,} rows"
    return "", said


if __name__ == "__main__":
    main()
