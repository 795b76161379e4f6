"""A page for what documents name: its sentences in each role, its clusters, its place, its own figures."""

from __future__ import annotations

from pathlib import Path

from lxml import html

import publishing
from yanchao.atlas import paths
from yanchao.building import build


def test_a_firm_has_its_sentences_its_cluster_its_place_and_its_figures(examples_site: Path) -> None:
    tree = html.parse(str(examples_site / "names/byd.html"))
    assert tree.xpath("string(//h1)") == "比亚迪"
    links = tree.xpath("//dl//a/@href")
    assert "../clusters/automotive.html" in links
    assert "../places/440300.html" in links
    assert "7771.02亿元" in tree.xpath("string(//section[@aria-labelledby='figures'])")
    assert all("比亚迪" in mark for mark in tree.xpath("//figure[@class='quote']//mark/text()")[-5:])


def test_a_firm_is_reached_from_wherever_it_is_named(examples_site: Path) -> None:
    for page in ("clusters/automotive.html", "names/index.html", "en/clusters/automotive.html"):
        links = html.parse(str(examples_site / page)).xpath("//main//a/@href")
        assert any(link.endswith("byd.html") for link in links), page
    documents = [
        page
        for page in (examples_site / "documents").glob("*.html")
        if html.parse(str(page)).xpath("//a[@class='named'][contains(@href, 'names/byd.html')]")
    ]
    assert documents


def test_a_hostile_name_is_words_and_its_page_stays_in_the_folder(hostile_site: Path) -> None:
    page = hostile_site / paths.name("<script>alert(4)</script>")
    assert page.parent == hostile_site / "names"
    text = page.read_text(encoding="utf-8")
    assert "&lt;script&gt;alert(4)&lt;/script&gt;" in text
    assert "<script>alert" not in text


def test_whose_figure_only_one_document_knows_is_shown_without_that_document_s_number(tmp_path: Path) -> None:
    (tmp_path / "source.txt").write_text("上半年运行平稳。\n\n全市规模以上企业12家。\n", encoding="utf-8")
    build([str(tmp_path / "source.txt")], tmp_path / "site", today=publishing.NOW)
    pages = [
        page for page in (tmp_path / "site").rglob("*.html") if "全市" in page.read_text(encoding="utf-8")
    ]
    assert pages
    assert not [page for page in pages if "全市·" in page.read_text(encoding="utf-8")]
