"""How fast the search page answers, in a real Chromium over a site of about 2,000 pages opened from disk.

    python -m benchmarks.searching [--pages N] [--site DIR]

Texts are made up from the packs (clusters, cities, measures) with random figures, built with `yanchao build`, and asked
each query on pages just opened (nothing loaded but the page) and again on the same page; medians are printed. Time
runs from the change of the field to the last hit in the page. Needs a Chromium (CHROMIUM names one that is not on the path). With --site
a site that is there already is asked. Results go to standard output.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.run import build

if TYPE_CHECKING:
    from playwright.sync_api import Browser

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FIRST = 5
AGAIN = 9
FIXED_PAGES = 300
"""Pages that do not grow with the documents, about."""

QUERIES = (
    "软件",
    "软",
    "软件 收入 2023",
    "广州 新能源",
    "Guangzhou software",
    ">5000亿元",
    "10%..20%",
    "<1000",
    "汽车 >500亿元 2024",
    "2020..2022 半导体",
    "千亿",
    "没有这样的词",
    "第123期",
    "产业 企业",
    "围绕前沿新材料推进",
    "佛山家具产业 2022",
    "东莞 2021",
    "比亚迪",
    "BYD",
    "biomedicine and health Shenzhen",
    "500..600亿元 深圳",
    "企业 <10家 珠海",
    "机器人 -5%..-4%",
    "no such words here",
)
"""Of every kind: common and rare words, names and phrases in both languages, places, years, amounts, what nothing holds."""

FIRMS = ("byd", "huawei", "tcl", "zte", "kingfa")
"""Firms of which one text in ten names one."""

ASK = """(query) => new Promise((answer) => {
    const start = performance.now();
    document.addEventListener("yanchao:found", () => answer(performance.now() - start), { once: true });
    const field = document.getElementById("q");
    field.value = query;
    field.dispatchEvent(new Event("input"));
})"""


def main() -> None:
    parser = argparse.ArgumentParser(description="measure the search page")
    parser.add_argument("--pages", type=int, default=2000, help="pages of the site, about (default 2000)")
    parser.add_argument("--site", type=Path, help="a site that is there already")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = asked.site or made(Path(folder), max(1, (asked.pages - FIXED_PAGES) // 2))
        describe(site)
        measure(site)


def made(folder: Path, documents: int) -> Path:
    """A site of so many documents, each with two pages."""
    sources = folder / "sources"
    sources.mkdir()
    for number, text in enumerate(texts(documents)):
        (sources / f"{number:05}.txt").write_text(text, encoding="utf-8")
    seconds, busy, peak = build(sources, folder / "site")
    print(f"\nbuilt in {seconds:.0f} s ({busy:.0f} s of a core), {peak / 1e6:.0f} MB at most")
    return folder / "site"


def texts(count: int) -> Iterator[str]:
    """Texts of some thirty figures each about the packs' clusters and cities, some of which name a firm."""
    from yanchao.lexicon.lexicon import load

    lexicon = load()
    drawn = random.Random(20)
    clusters = [cluster.name for cluster in lexicon.clusters.values()]
    cities = [region.name for region in lexicon.regions.values() if region.code[:2] == "44"]
    firms = [lexicon.entities[id].name for id in FIRMS]
    measures = [m.name for m in lexicon.measures.values() if any(o in m.name for o in ("收入", "值", "额"))]
    for number in range(count):
        year = drawn.randint(2019, 2025)
        lines = [f"{drawn.choice(cities)}{drawn.choice(clusters)}产业{year}年运行情况（第{number}期）"]
        for _ in range(10):
            cluster, city, measure = drawn.choice(clusters), drawn.choice(cities), drawn.choice(measures)
            lines.append(
                f"{year}年，{city}{cluster}产业{measure}{drawn.randint(10, 99999) / 10:g}亿元，"
                f"增长{drawn.randint(-80, 300) / 10:g}%；规模以上企业{drawn.randint(3, 4000)}家。"
                f"当地围绕{drawn.choice(clusters)}推进{drawn.choice(clusters)}协同，{drawn.choice(cities)}配套逐步完善。"
            )
        if number % 10 == 0:
            lines.append(f"{firms[number // 10 % len(firms)]}在{cities[number % len(cities)]}设立研发中心。")
        yield "\n\n".join(lines)


def describe(site: Path) -> None:
    index = [path.stat().st_size for path in (site / "assets/search").rglob("*.js")]
    print(f"site: {sum(1 for _ in site.rglob('*.html')):,} pages")
    print(f"index: {len(index)} scripts, {sum(index) / 1e6:.1f} MB, the largest {max(index) / 1e3:.0f} kB")


def measure(site: Path) -> None:
    """Each query on a page of its own, then again on the same page."""
    from playwright.sync_api import sync_playwright

    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        sys.exit("no Chromium on this machine: set CHROMIUM to its path")
    print(f"\n{'query':24} {'first':>9} {'again':>9} {'loaded':>10}   answer")
    first, again = [], []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for query in QUERIES:
            pages = [ask(browser, site, query) for _ in range(FIRST)]
            cold, warm = (statistics.median(page[kind] for page in pages) for kind in (0, 1))
            loaded, said = pages[0][2:]
            print(f"{query:24} {cold:6.1f} ms {warm:6.1f} ms {loaded / 1e3:7.0f} kB   {said}", flush=True)
            first.append(cold)
            again.append(warm)
        browser.close()
    print(f"{'slowest':24} {max(first):6.1f} ms {max(again):6.1f} ms")


def ask(browser: Browser, site: Path, query: str) -> tuple[float, float, int, str]:
    """Milliseconds of a query on a page just opened and of the same again, bytes that it loaded, what the page says."""
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site / "search.html").as_uri())
    page.wait_for_load_state("load")
    time.sleep(0.2)
    asked.clear()
    cold = page.evaluate(ASK, query)
    loaded = sum((site / "assets" / url.partition("/assets/")[2]).stat().st_size for url in asked)
    warm = statistics.median(page.evaluate(ASK, query) for _ in range(AGAIN))
    said = page.locator("#count").inner_text()
    page.close()
    return cold, warm, loaded, said


if __name__ == "__main__":
    main()
