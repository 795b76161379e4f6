"""The three minutes of somebody who has never heard of the project, done in a real Chromium and timed.

    python -m benchmarks.new_user [--site DIR] [--pictures DIR] [--pace SECONDS]

In the first minute they know where the clusters stand, in the second they have the sentence behind a figure, in the third
the data in their own tool (Python's csv, and polars where it is installed). The site lies on disk, nothing is served, and the only address
that is typed is that of the first page. A person sees what is on the screen, scrolls by the screen to what is not, looks
before each click and reads what comes: `--pace` is that time for every click and every page (default 3 seconds; a third
of it for a screen that is scrolled past), and counts. It is done twice: in Chinese on a wide screen, in English on a dark phone. Without --site, one is built from examples/.
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
    from playwright.sync_api import Browser, Locator, Page, ViewportSize

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
    """Somebody at a browser: sees what is on the screen and nothing else, scrolls by the screen to what is not, clicks what is
    seen; takes the time for looking, keeps a picture of what was there."""

    def __init__(self, page: Page, pace: float, pictures: Path | None, name: str) -> None:
        self.page = page
        self.clicks = 0
        self.screens = 0.0
        self._pace, self._pictures, self._name = pace, pictures, name
        self._taken = 0

    def look(self) -> None:
        """Read what is there."""
        self.page.wait_for_load_state("load")
        time.sleep(self._pace)

    def find(self, what: Locator) -> None:
        """Scroll, half a screen at a time, until it is on the screen."""
        self._rest()
        for _ in range(MOST_SCREENS):
            across, down = self._beyond(what)
            if not across and not down:
                return
            box = what.bounding_box()
            assert box is not None, "what is looked for is on the page"
            wide, high = self._size["width"], self._size["height"]
            # A row that goes on beyond the edge is scrolled where it lies.
            self.page.mouse.move(wide / 2, high / 2 if down else box["y"] + box["height"] / 2)
            self.page.mouse.wheel(0 if down else across * wide / 2, down * high / 2)
            self.screens += 0.5
            time.sleep(self._pace / 3)
            self._rest()
        raise AssertionError(f"not found within {MOST_SCREENS} steps")

    def _rest(self) -> None:
        """Wait until the page stands still: it glides to where an address or a key leads."""
        before = None
        while (
            now := self.page.evaluate("[scrollX, scrollY, document.querySelector('.nav ul')?.scrollLeft]")
        ) != before:
            before = now
            time.sleep(SETTLING)

    def click(self, what: Locator) -> None:
        """Find it, look, and click where it is."""
        self.find(what)
        time.sleep(self._pace)
        # Of a name that is broken over two lines the middle may lie beside it.
        line = what.evaluate(
            "each => { const at = each.getClientRects()[0]; return [at.x, at.y, at.width, at.height]; }"
        )
        self.page.mouse.click(line[0] + line[2] / 2, line[1] + line[3] / 2)
        self.clicks += 1

    def follow(self, link: Locator) -> None:
        """Click a link, and be where it leads."""
        with self.page.expect_navigation():
            self.click(link)
        self.look()

    def keep(self, what: str) -> None:
        """A picture of what is on the screen."""
        self._taken += 1
        if self._pictures is not None:
            name = f"{self._name.replace(', ', '-')}-{self._taken}-{what}.png"
            self.page.screenshot(path=self._pictures / name)

    @property
    def _size(self) -> ViewportSize:
        size = self.page.viewport_size
        assert size is not None
        return size

    def _beyond(self, what: Locator) -> tuple[int, int]:
        """Which way it lies beyond the screen, across and down: -1, 0 or 1."""
        box = what.bounding_box()
        if box is None:
            return 0, 1
        return (
            _side(box["x"], box["width"], self._size["width"]),
            _side(box["y"], box["height"], self._size["height"]),
        )


MOST_SCREENS = 30
SETTLING = 0.2
"""Seconds within which a page that does not move stands still."""


def _side(start: float, length: float, room: float) -> int:
    """-1 before the screen, 1 beyond it, 0 on it; of what is larger than the screen, its beginning."""
    if start < 0:
        return -1
    return 1 if start + min(length, room / 2) > room else 0


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
    clicks, screens, started = reader.clicks, reader.screens, time.perf_counter()
    answer = step()
    print(
        f"{what:34} {time.perf_counter() - started:6.1f} s  {reader.clicks - clicks} clicks, "
        f"{reader.screens - screens:g} screens scrolled"
    )
    return answer


def where_they_stand(reader: Reader, first: Path) -> tuple[str, str]:
    """What the first page says of all clusters at a glance, and the first of them whose tier figures support."""
    page = reader.page
    page.goto(first.as_uri())
    reader.look()
    reader.keep("home")
    glance = page.locator(".glance")
    reader.find(glance)
    reader.look()
    reader.keep("glance")
    tiers = glance.locator("h3").all_inner_texts()
    named = [each.locator("a").count() for each in glance.locator("ul").all()]
    assert sum(named) == 20, "every cluster is there"
    supported, reached = glance.locator("a.v-holds"), glance.locator("a .key-diamond")
    said = ", ".join(f"{tier} {n}" for tier, n in zip(tiers, named, strict=True))
    name = supported.first.evaluate("each => each.firstChild.textContent")
    return (
        f"{sum(named)} clusters ({said}); tier supported by figures: {supported.count()}, target reached: {reached.count()}",
        name,
    )


def the_sentence(reader: Reader, cluster: str) -> tuple[str, Found]:
    """From the cluster's name to its page, and from the figure at the head of the page to its sentence in the document."""
    page = reader.page
    reader.follow(page.locator(".glance a", has_text=cluster).first)
    reader.keep("cluster")
    link = page.locator(".cluster-head .to-words").first
    figure = link.locator(".num")
    words, exact = figure.inner_text(), figure.get_attribute("title") or ""
    reader.follow(link)
    start = page.evaluate("location.hash").removeprefix("#s=")
    marked = page.locator(f"[id='s={start}']").first
    marked.wait_for()
    reader.find(marked)
    reader.keep("document")
    paragraph = marked.locator("xpath=ancestor::*[self::p or self::li or self::td][1]").inner_text()
    value = float(re.sub(r"[^\d.]", "", exact))
    return "", Found(words, exact, value, _sentence(paragraph, marked.inner_text()), int(start))


def _sentence(paragraph: str, words: str) -> str:
    """The sentence of a paragraph that holds the words."""
    return next(each for each in re.split(r"(?<=[。！？])", paragraph) if words in each).strip()


def the_data(reader: Reader, found: Found, folder: Path) -> tuple[str, str]:
    """The figures as CSV, opened in Python: the row of the figure that was just looked at, with its sentence."""
    page = reader.page
    page.keyboard.press("Home")
    reader.follow(page.locator(".nav a[href$='data.html']").first)
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
