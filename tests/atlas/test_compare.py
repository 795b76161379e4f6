"""Clusters side by side: the table that needs no script, and in a real browser any choice of them, kept in the address."""

from __future__ import annotations

import json
from pathlib import Path

from lxml import html
from playwright.sync_api import Browser, expect

from browsing import PHONE, Watched, watched

CHOICE = "m=revenue-level-CNY&c=appliances,automotive&y=2022,2025"


def test_without_a_script_there_is_a_table_of_all_clusters(browser: Browser, examples_site: Path) -> None:
    found = watched(browser, examples_site, java_script_enabled=False)
    page = found.open("compare.html")
    expect(page.locator(".compare")).to_be_hidden()
    rows = page.locator("table tbody tr")
    assert rows.count() == 20
    expect(rows.filter(has_text="绿色石化")).to_contain_text("1.962万亿元")
    page.context.close()


def test_a_figure_of_the_table_leads_to_its_sentence(wide: Watched) -> None:
    page = wide.open("compare.html")
    page.locator("section[aria-labelledby=overview] td a").first.click()
    expect(page.locator(":target")).to_be_in_viewport()


def test_what_is_chosen_stands_in_the_address_and_comes_back_from_it(wide: Watched) -> None:
    page = wide.open("compare.html")
    for name in ("智能家电", "汽车", "2022", "2025"):
        page.get_by_role("checkbox", name=name, exact=True).check(force=True)
    page.get_by_role("checkbox", name="营业收入").first.check(force=True)
    expect(page.locator(".compared tbody tr")).to_have_count(2)
    address = page.url
    assert address.endswith("#" + CHOICE)
    wide.open("search.html")
    page.goto(address)
    expect(page.locator(".compared tbody tr")).to_have_count(2)
    heads = page.locator(".compared thead th").all_inner_texts()
    assert heads == ["集群", "2022", "2025"]
    assert wide.complaints == []


def test_bars_of_one_measure_share_one_scale(wide: Watched) -> None:
    page = wide.open("compare.html#m=revenue-level-CNY")
    expect(page.locator(".compared").first).to_be_visible()
    shares = page.evaluate("""async () => {
        const { rows } = await yanchaoTake("assets/", "compare/zh/revenue-level-CNY");
        const value = new Map(rows.flatMap((row) => row.cells.map((cell) => [cell.words, cell.value])));
        return [...document.querySelectorAll(".compared-cell")].map((cell) =>
            cell.querySelector("rect").getBoundingClientRect().width / cell.querySelector("svg").getBoundingClientRect().width
            / value.get(cell.querySelector("a").textContent));
    }""")
    assert len(shares) > 10
    assert max(shares) < min(shares) * 1.01


def test_clusters_without_a_figure_are_named(wide: Watched) -> None:
    page = wide.open("compare.html#m=revenue-level-CNY&c=software,automotive")
    expect(page.locator(".compared-measure")).to_contain_text("没有数字：软件与信息服务。")


def test_drawings_beside_each_other_have_the_same_scale(examples_site: Path) -> None:
    text = (examples_site / "assets/compare/zh/revenue-level-CNY.js").read_text(encoding="utf-8")
    data = json.loads(text[text.index("{") : text.rindex(")")])
    labels = {tuple(html.fromstring(row["plot"]).xpath("//text()")) for row in data["rows"] if row["plot"]}
    assert len(labels) == 1


def test_a_choice_that_nobody_can_make_does_no_harm(wide: Watched) -> None:
    page = wide.open("compare.html#m=<script>alert(1)</script>&c=__proto__&y=1066")
    expect(page.locator(".compared").first).to_be_visible()
    assert wide.complaints == []


def test_the_keyboard_makes_a_choice(wide: Watched) -> None:
    page = wide.open("en/compare.html")
    page.get_by_role("checkbox").nth(1).focus()
    page.keyboard.press("Space")
    expect(page.locator(".compared-measure h3")).to_contain_text("Industrial value added")


def test_a_phone_shows_a_comparison_without_scrolling_sideways(browser: Browser, examples_site: Path) -> None:
    found = watched(browser, examples_site, viewport=PHONE)
    page = found.open(f"compare.html#{CHOICE}")
    expect(page.locator(".compared")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.context.close()


def test_a_cluster_leads_to_its_comparison(wide: Watched) -> None:
    page = wide.open("clusters/automotive.html")
    page.get_by_role("link", name="与其他集群比较").click()
    expect(page.get_by_role("checkbox", name="汽车", exact=True)).to_be_checked()


def test_without_figures_the_page_says_so(hostile_site: Path) -> None:
    text = (hostile_site / "compare.html").read_text(encoding="utf-8")
    assert "没有给出可以比较的数字" in text
