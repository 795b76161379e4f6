"""The search page in a real browser, opened from disk: words, figures, places, years; each hit holds what was asked."""

from __future__ import annotations

import math
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browsing import Watched, watched
from publishing import NOW
from serving import running
from yanchao.atlas.facts import Facts
from yanchao.atlas.index import Entry, entries
from yanchao.atlas.terms import RUNS, fold, terms
from yanchao.building import build
from yanchao.ledger.ledger import Ledger
from yanchao.lexicon.lexicon import load


def found(page: Page, query: str) -> list[str]:
    """The words of each hit for a query."""
    page.evaluate("""() => {
        window.answered = new Promise((resolve) => document.addEventListener("yanchao:found", resolve, { once: true }));
    }""")
    page.get_by_role("searchbox").fill(query)
    page.evaluate("() => window.answered")
    return page.locator("#results li").all_inner_texts()


@pytest.mark.parametrize(("language", "words"), [("", "软件 2023"), ("en/", "software")])
def test_search_finds_a_cluster_and_its_figures(wide: Watched, language: str, words: str) -> None:
    page = wide.open(f"{language}search.html")
    page.get_by_role("searchbox").fill(words)
    expect(page.locator("#results li").first).to_be_visible()
    links = page.locator("#results a").evaluate_all("all => all.map(link => link.href)")
    assert any("/documents/" in link or "/clusters/software" in link for link in links)
    page.locator("#results a").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert wide.complaints == []


def test_search_can_be_linked_to(wide: Watched) -> None:
    page = wide.open("search.html#q=%E8%BD%AF%E4%BB%B6")
    expect(page.get_by_role("searchbox")).to_have_value("软件")
    expect(page.locator("#results li").first).to_be_visible()


def test_search_says_when_it_finds_nothing(wide: Watched) -> None:
    page = wide.open("search.html")
    page.get_by_role("searchbox").fill("zzzzqqqq")
    expect(page.get_by_role("status")).to_have_text("没有找到。")


@pytest.mark.parametrize(
    ("query", "figure"),
    [
        (">1万亿元 软件", r"[\d.]+万亿元"),
        ("> 1 万亿元 软件", r"[\d.]+万亿元"),
        ("＞1万亿元 软件", r"[\d.]+万亿元"),
        ("10%..20%", r"1\d(\.\d+)?%|20%|五分之一"),
        ("500..900亿元", r"[5-9]\d\d(\.\d+)?亿元"),
        ("<1000 家", r"家"),
        (">1000家", r"\d{4}家|万家"),
        ("=19970亿元", "1.997万亿元"),
    ],
)
def test_figures_are_found_by_what_they_amount_to(wide: Watched, query: str, figure: str) -> None:
    hits = found(wide.open("search.html"), query)
    assert hits
    assert [hit for hit in hits if not re.search(figure, hit)] == []
    assert wide.complaints == []


@pytest.mark.parametrize("query", [">500 billion yuan", ">0.5 trillion", ">5000亿元"])
def test_an_amount_may_be_written_in_either_language_on_either_site(wide: Watched, query: str) -> None:
    for language in ("", "en/"):
        hits = found(wide.open(f"{language}search.html"), f"{query} 2023")
        assert any("1.962" in hit for hit in hits)


def test_an_amount_without_a_unit_is_looked_for_among_things_counted(wide: Watched) -> None:
    hits = found(wide.open("search.html"), "<1000")
    assert hits
    figures = [hit.splitlines()[0].rpartition(" · ")[2] for hit in hits]
    assert [figure for figure in figures if "%" in figure or "元" in figure] == []


def test_years_can_be_spanned(wide: Watched) -> None:
    hits = found(wide.open("search.html"), "2020..2021 软件")
    assert hits
    assert [hit for hit in hits if not re.search("202[01]", hit)] == []


def test_a_year_is_not_the_beginning_of_a_longer_number(wide: Watched) -> None:
    hits = found(wide.open("search.html"), "2021")
    assert hits
    assert [hit for hit in hits if not re.search(r"(?<![\d.])2021(?!\d)", hit)] == []


@pytest.mark.parametrize(
    "query", ["Guangzhou", "广州", "shenz", "比亚迪", "BYD", "软", "YC101", "示例·统计观察"]
)
def test_names_are_found_in_both_languages_whole_or_by_their_beginning(wide: Watched, query: str) -> None:
    assert found(wide.open("search.html"), query)


@pytest.mark.parametrize("query", ["software revenue", "automotive operating revenue"])
def test_figures_are_found_by_the_english_name_of_their_measure(wide: Watched, query: str) -> None:
    assert any(
        re.search(r"\b(trillion|billion|million) yuan", hit)
        for hit in found(wide.open("en/search.html"), query)
    )


def test_every_hit_holds_every_word_of_the_query(wide: Watched) -> None:
    page = wide.open("search.html")
    for words in ("汽车 产量", "件软 收入", "业集 群计"):
        for hit in found(page, words):
            assert all(word in hit.replace("\n", "") for word in words.split()), (words, hit)


def test_words_between_the_figures_are_found_and_lead_to_their_document(wide: Watched) -> None:
    page = wide.open("search.html")
    found(page, "巩固通信设备")
    link = page.locator("#results a").first
    assert "documents/" in (link.get_attribute("href") or "")
    link.click()
    expect(page.locator(".paper")).to_contain_text("巩固通信设备")


def test_what_was_looked_for_is_marked_in_the_words_of_a_hit(wide: Watched) -> None:
    page = wide.open("search.html")
    found(page, "软件业务收入 2023")
    marks = page.locator("#results blockquote mark").all_inner_texts()
    assert {"软件业务收入", "2023"} <= set(marks)


def test_more_hits_come_when_they_are_asked_for(wide: Watched) -> None:
    page = wide.open("search.html")
    assert len(found(page, "2024")) == 10
    expect(page.get_by_role("status")).to_have_text("前 10 条")
    page.get_by_role("button", name="再看一些").click()
    expect(page.locator("#results li").nth(10)).to_be_visible()
    assert wide.complaints == []


def test_what_is_typed_on_outruns_what_was_typed_before(wide: Watched) -> None:
    page = wide.open("search.html")
    page.get_by_role("searchbox").press_sequentially("软件 收入 2023", delay=1)
    expect(page.locator("#results li").first).to_contain_text("2023")
    assert [hit for hit in page.locator("#results li").all_inner_texts() if "收入" not in hit] == []


ALL_HITS = """async (words) => {
    const head = await take("head");
    const found = [];
    for await (const hit of hits(parse(words, head), head)) found.push([hit.path, hit.titleZh, hit.words]);
    return found;
}"""


def test_search_finds_what_reading_every_entry_would_find(wide: Watched, examples_site: Path) -> None:
    """The index may lose nothing and add nothing, whatever is asked: words, parts of words, years, amounts, all together."""
    with Ledger(examples_site) as ledger:
        every = list(entries(Facts(ledger, load(), examples_site)))
    figures = [entry for entry in every if entry.value is not None and entry.unit in WRITTEN]
    drawn = random.Random(83)
    page = wide.open("search.html")
    wrong, several = [], 0
    for _ in range(300):
        words = [_part(drawn, drawn.choice(every)) for _ in range(drawn.choice((0, 1, 1, 2)))]
        words += [str(drawn.randint(2020, 2026))] * drawn.choice((0, 0, 1))
        figure = drawn.choice(figures) if not words or drawn.random() < 0.4 else None
        asked, holds = _amount(drawn, figure) if figure else ("", lambda entry: True)
        words.sort(key=lambda word: word[0].isdigit())  # a number before a unit would be one amount
        found = page.evaluate(ALL_HITS, " ".join([*words, asked]))
        meant = [
            [entry.path, entry.title.zh, entry.words]
            for entry in every
            if holds(entry) and all(_holds_word(entry.folded, fold(word)) for word in words)
        ]
        several += len(meant) > 1
        wrong += [(words, asked)] if found != meant else []
    assert wrong == []
    assert several > 100
    assert wide.complaints == []


WRITTEN = {"CNY": (1e8, "亿元"), "1": (0.01, "%"), "count:家": (1, "家")}
"""How an amount in these units may be asked for."""


def _part(drawn: random.Random, entry: Entry) -> str:
    """A word of an entry, or a part of one that a reader may ask for."""
    run = drawn.choice(RUNS.findall(entry.folded) or ["无"])
    start = 0 if run.isascii() else drawn.randrange(len(run))
    return run[start : start + drawn.randint(1, 6)].rstrip(".")


def _amount(drawn: random.Random, figure: Entry) -> tuple[str, Callable[[Entry], bool]]:
    """A condition that the figure fulfils, and what fulfils it."""
    size, unit = WRITTEN[figure.unit]
    low = math.floor((figure.value or 0) / size)
    high = low + drawn.randint(1, 500)
    words, (least, most) = drawn.choice(
        [
            (f"{low}..{high}{unit}", (low * size, high * size)),
            (f">={low}{unit}", (low * size, math.inf)),
            (f"<={high}{unit}", (-math.inf, high * size)),
        ]
    )

    def holds(entry: Entry) -> bool:
        if entry.value is None or entry.unit != figure.unit:
            return False
        return least * (1 - 1e-9) <= entry.value <= most * (1 + 1e-9)

    return words, holds


def _holds_word(folded: str, word: str) -> bool:
    """A word in Latin letters or digits counts from its beginning, a year as a whole, any other wherever it stands."""
    if re.fullmatch(r"(19|20)\d\d", word):
        return re.search(rf"(?<![0-9.]){word}(?![0-9])", folded) is not None and word in terms(folded)
    begins = all(
        any(term.startswith(run) for term in terms(folded)) for run in RUNS.findall(word) if run.isascii()
    )
    return begins and word in folded


def test_hostile_words_are_shown_as_words(browser: Browser, hostile_site: Path) -> None:
    page = watched(browser, hostile_site)
    opened = page.open("search.html")
    hits = found(opened, "script")
    assert any('<script>alert("软件")</script>' in hit for hit in hits)
    assert opened.locator("#results script, #results img, #results svg").count() == 0
    assert found(opened, '<script> "></script> [.*+?^${}()| \\') is not None
    assert page.complaints == []
    opened.context.close()


def test_both_ways_of_cutting_words_into_terms_agree(wide: Watched) -> None:
    """A query is cut in the page, what it looks for in the build: a difference would lose hits in silence."""
    page = wide.open("search.html")
    for words in (
        "软件与信息服务",
        "5G基站1.36万亿元",
        "TCL科技 ４００",
        "𠮷野家，Ⅳ",
        "a.b 2021—2025年",
        "%",
        "é1",
    ):
        cut = page.evaluate("(words) => needed([fold(words)]).map(([term]) => term)", words)
        assert set(cut) <= set(terms(fold(words))), words


def test_search_and_comparison_answer_from_a_server_too(browser: Browser, examples_site: Path) -> None:
    with running(examples_site) as address:
        page = browser.new_page()
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{address}search.html")
        assert found(page, ">1万亿元 软件")
        page.goto(f"{address}en/compare.html#m=revenue-level-CNY&c=automotive")
        expect(page.locator(".compared tbody tr")).to_have_count(1)
        page.close()
    assert complaints == []


def test_a_page_that_was_opened_before_a_rebuild_searches_the_new_build(
    browser: Browser, tmp_path: Path
) -> None:
    sources, atlas = tmp_path / "sources", tmp_path / "atlas"
    sources.mkdir()
    (sources / "a.txt").write_text("2024年，全省软件业务收入2万亿元。", encoding="utf-8")
    build([str(sources)], atlas, today=NOW)
    with running(atlas) as address:
        page = browser.new_page()
        page.goto(f"{address}search.html", wait_until="networkidle")
        (sources / "b.txt").write_text("2024年，机器人产业营业收入700亿元。", encoding="utf-8")
        build([str(sources)], atlas, today=NOW)
        assert any("700亿元" in hit for hit in found(page, "机器人 营业收入"))
        page.close()
