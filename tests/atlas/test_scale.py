"""A site of many documents: pages stay light, lists say what they leave out, and nothing leads nowhere."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

import publishing
from publishing import DOCUMENTS
from yanchao.atlas import caps
from yanchao.atlas.leaves import leaves

WEIGHT = 100_000


def _tree(page: Path) -> html.HtmlElement:
    return html.parse(str(page)).getroot()


def test_a_page_stays_light_however_many_documents_there_are(many: Path) -> None:
    style = len(gzip.compress((many / "assets/atlas.css").read_bytes()))
    weights = {
        path.relative_to(many).as_posix(): len(gzip.compress(path.read_bytes())) + style
        for path in many.rglob("*.html")
    }
    assert {page: weight for page, weight in weights.items() if weight > WEIGHT} == {}


def test_a_figure_shows_some_of_its_sources_and_counts_all(many: Path) -> None:
    card = _tree(many / "measures/value-added.html").xpath("//article[contains(@class, 'card')]")[0]
    assert f"（{DOCUMENTS}）" in card.xpath("string(.//summary)")
    assert len(card.xpath(".//figure[@class='quote']")) == caps.SOURCES
    assert f"另有 {DOCUMENTS - caps.SOURCES} 条" in card.xpath("string(.//details)")


def test_what_all_documents_speak_of_is_not_left_out_for_what_one_says(many: Path) -> None:
    page = _tree(many / "clusters/software.html")
    said = [card.xpath("string(.//summary)") for card in page.xpath("//article[contains(@class, 'card')]")]
    assert sum(f"（{DOCUMENTS}）" in words for words in said) == len(publishing.SHARED)


def test_the_least_and_the_greatest_of_what_sources_say_are_among_those_shown(many: Path) -> None:
    page = _tree(many / "measures/value-added.html")
    said = {mark.text for mark in page.xpath("//article//mark")}
    assert {"1001亿元", f"{1001 + 7 * (DOCUMENTS - 1)}亿元"} <= said


@pytest.mark.parametrize("language", ["", "en/"])
def test_a_cluster_says_how_much_it_leaves_out(many: Path, language: str) -> None:
    page = _tree(many / language / "clusters/software.html")
    assert len(page.xpath("//article[contains(@class, 'card')]")) == caps.CARDS
    series = 4 + DOCUMENTS * 8
    left_out = [link.text for link in page.xpath("//section[@aria-labelledby='figures']/p[@class='more']/a")]
    assert left_out == [f"and {series - caps.CARDS} more" if language else f"另有 {series - caps.CARDS} 条"]
    wrong = page.xpath("//section[@aria-labelledby='wrong']/p[@class='more']/a/@href")
    assert wrong == ["../findings/index.html"]


def test_every_name_has_a_page_and_a_cluster_shows_those_named_first(many: Path) -> None:
    for section in _tree(many / "names/index.html").xpath("//section[@class='things']"):
        assert section.xpath("string(.//span[@class='count'])") == str(DOCUMENTS)
        assert len(section.xpath("./ul/li/a")) == DOCUMENTS
    for section in _tree(many / "clusters/software.html").xpath("//section[@class='things'][.//summary]"):
        assert len(section.xpath("./ul/li")) == caps.THINGS
        assert f"另有 {DOCUMENTS - caps.THINGS} 条" in section.xpath("string(.)")


def test_findings_go_on_from_page_to_page(many: Path) -> None:
    page, seen = many / "findings/index.html", 0
    while True:
        tree = _tree(page)
        seen += len(tree.xpath("//article[contains(@class, 'fault')]"))
        following = tree.xpath("//nav[@class='pager']/a[@rel='next']/@href")
        if not following:
            break
        page = (page.parent / following[0]).resolve()
    assert seen == DOCUMENTS * 4


def test_proved_faults_come_first(many: Path) -> None:
    first = _tree(many / "findings/index.html").xpath("//article[contains(@class, 'fault')]/@class")
    assert set(first) == {"fault sev-error"}


def test_no_link_leads_nowhere(many: Path) -> None:
    broken = []
    for path in sorted(many.rglob("*.html")):
        for link in _tree(path).xpath("//a/@href"):
            target, _, anchor = link.partition("#")
            there = (path.parent / target).resolve() if target else path
            if not there.is_file() or (
                anchor and not target and not _tree(path).xpath(f"//*[@id='{anchor}']")
            ):
                broken.append(f"{path.relative_to(many)}: {link}")
    assert broken == []


@given(st.lists(st.integers(0, 100), max_size=80), st.integers(1, 20), st.integers(0, 400))
def test_a_fair_share_fits_unless_one_each_is_too_much(lengths: list[int], most: int, together: int) -> None:
    share = caps.fair(lengths, most, together)
    assert 1 <= share <= most
    assert share == 1 or sum(min(length, share) for length in lengths) <= together


@given(st.lists(st.integers(), max_size=50), st.integers(1, 12))
def test_the_pages_of_a_list_hold_all_of_it_in_order(items: list[int], most: int) -> None:
    pages = list(leaves("documents/index.html", tuple(items), most))
    assert [item for page in pages for item in page.items] == items
    assert [page.after for page in pages[:-1]] == [page.here for page in pages[1:]]
    assert pages[0].before is None
    assert pages[-1].after is None
