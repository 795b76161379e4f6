"""The site as files: whole, linked, safe, light, and the same every time."""

from __future__ import annotations

import gzip
import os
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html

import publishing
from yanchao.atlas import paths
from yanchao.atlas.page import kinds

GOLDEN = Path(__file__).parent / "golden"
POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'"
WEIGHT = 100_000
"""Bytes over the wire that a page may weigh without its interactive part."""

STATE_IN_ADDRESS = ("compare.html", "search.html")
"""Pages whose anchor says what was chosen or asked, and leads to no element."""


def _pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def test_the_first_page_has_every_cluster_at_a_glance_and_each_figure_of_the_ladder_leads_to_its_sentence(
    examples_site: Path,
) -> None:
    tree = html.parse(str(examples_site / "index.html"))
    glance = tree.xpath("//nav[@class='glance']//a")
    steps = tree.xpath("//a[@class='step-name']")
    assert [each.get("href") for each in glance] == [each.get("href") for each in steps]
    assert len(glance) == 20
    software = next(each for each in glance if each.get("href") == "clusters/software.html")
    assert "等级有数字支持" in software.text_content()
    figures = tree.xpath("//span[@class='step-actual'][.//span[@class='num']]")
    assert figures
    assert all(each.xpath(".//a[contains(@href, '#s=')]/span[@class='num']") for each in figures)


def test_a_card_says_where_the_audit_holds_its_figure_to_be_wrong(small_site: Path) -> None:
    tree = html.parse(str(small_site / "clusters" / "software.html"))
    (wrong,) = tree.xpath("//article[.//p[@class='card-figure'][contains(., '105')]]")
    assert "经核查有误" in wrong.xpath("string(.//p[@class='card-meta'])")
    (right,) = tree.xpath("//article[.//p[@class='card-figure'][contains(., '1.8')]]")
    assert "经核查有误" not in right.text_content()


@pytest.mark.parametrize(
    "page",
    [
        "index.html",
        "clusters/index.html",
        "clusters/software.html",
        "compare.html",
        "documents/index.html",
        "documents/aaaaaaaaaaaaaaaa.html",
        "measures/index.html",
        "measures/software-revenue.html",
        "places/index.html",
        "places/440100.html",
        "plans/index.html",
        "names/index.html",
        "sources/index.html",
        paths.source("示例"),
        "findings/index.html",
        paths.finding("a" * 64, "YC101", 26, 30),
        "rules/index.html",
        "rules/YC101.html",
        "data.html",
        "about.html",
        "search.html",
    ],
)
@pytest.mark.parametrize("language", ["", "en/"])
def test_every_kind_of_page_is_there_in_both_languages(small_site: Path, page: str, language: str) -> None:
    tree = html.parse(str(small_site / language / page))
    assert tree.getroot().get("lang") == ("en" if language else "zh-Hans")
    assert len(tree.xpath("//h1")) == 1
    assert tree.xpath("//main[@id='main']")


def test_kinds_of_pages_are_found_by_being_there() -> None:
    assert len(kinds()) >= 12


def test_every_internal_link_leads_somewhere(examples_site: Path) -> None:
    ids: dict[Path, set[str]] = {}
    broken = []
    for path in _pages(examples_site):
        tree = html.parse(str(path))
        for link in [*tree.xpath("//a/@href"), *tree.xpath("//link/@href"), *tree.xpath("//script/@src")]:
            if re.match(r"[a-z]+:", link):
                continue
            target, _, anchor = link.partition("#")
            there = (path.parent / unquote(target)).resolve() if target else path
            if not there.is_file():
                broken.append(f"{path.relative_to(examples_site)}: {link}")
            elif anchor and there.suffix == ".html" and there.name not in STATE_IN_ADDRESS:
                if there not in ids:
                    ids[there] = set(html.parse(str(there)).xpath("//@id"))
                if anchor not in ids[there]:
                    broken.append(f"{path.relative_to(examples_site)}: {link}")
    assert broken == []


def test_what_a_document_says_is_text_and_nothing_else(hostile_site: Path) -> None:
    for path in _pages(hostile_site):
        tree = html.parse(str(path))
        assert all(
            script.get("src") and not script.text
            for script in tree.xpath("//script[not(@type='application/ld+json')]")
        ), path
        assert not tree.xpath("//@*[starts-with(name(), 'on')]"), path
        assert not tree.xpath("//img | //iframe | //form | //i | //b[. = '.txt']"), path
        assert not [link for link in tree.xpath("//a/@href") if link.lower().startswith("javascript:")], path


def test_hostile_words_still_read_as_they_were_written(hostile_site: Path) -> None:
    tree = html.parse(str(hostile_site / "documents/bbbbbbbbbbbbbbbb.html"))
    text = tree.xpath("string(//div[@class='paper'])")
    assert '<script>alert("软件")</script>' in text
    assert "{{ 7 * 7 }}" in text


def test_no_words_of_a_document_can_end_a_script(hostile_site: Path) -> None:
    scripts = list((hostile_site / "assets").rglob("*.js"))
    assert len(scripts) > 5
    for path in scripts:
        script = path.read_text(encoding="utf-8")
        assert "</script" not in script.lower(), path
        assert "\u2028" not in script, path


def test_every_page_has_the_policy_and_nothing_that_breaks_it(examples_site: Path) -> None:
    for path in _pages(examples_site):
        text = path.read_text(encoding="utf-8")
        assert POLICY in html.fromstring(text.encode()).xpath(
            "string(//meta[@http-equiv='Content-Security-Policy']/@content)"
        )
        assert " style=" not in text
        assert "<style" not in text


def test_nothing_is_asked_of_another_host(examples_site: Path) -> None:
    for path in _pages(examples_site):
        tree = html.parse(str(path))
        asked = tree.xpath("//link[@rel!='alternate']/@href | //script/@src | //img/@src")
        assert not [address for address in asked if "//" in address], path


def test_a_page_is_light(examples_site: Path) -> None:
    style = len(gzip.compress((examples_site / "assets/atlas.css").read_bytes()))
    heavy = {
        path.relative_to(examples_site).as_posix(): weight
        for path in _pages(examples_site)
        if (weight := len(gzip.compress(path.read_bytes())) + style) > WEIGHT
    }
    assert heavy == {}


def test_the_same_ledger_gives_the_same_bytes(tmp_path: Path) -> None:
    once, again = publishing.small(tmp_path / "once"), publishing.small(tmp_path / "again")
    files = [path.relative_to(once) for path in once.rglob("*") if path.suffix in (".html", ".js", ".css")]
    assert files
    assert [file for file in files if (once / file).read_bytes() != (again / file).read_bytes()] == []


@pytest.mark.parametrize("language", ["", "en/"])
def test_the_page_of_a_small_document_is_as_it_was_judged(small_site: Path, language: str) -> None:
    """To accept a change after looking at it: run with `YANCHAO_GOLDEN=write`."""
    page = (small_site / language / "documents/aaaaaaaaaaaaaaaa.html").read_text(encoding="utf-8")
    golden = GOLDEN / f"document-{language.strip('/') or 'zh'}.html"
    if os.environ.get("YANCHAO_GOLDEN") == "write":
        golden.write_text(page, encoding="utf-8")
    assert page == golden.read_text(encoding="utf-8")


def test_a_cluster_without_figures_says_what_is_missing(small_site: Path) -> None:
    page = (small_site / "clusters/uhd-display.html").read_text(encoding="utf-8")
    assert "所读的文件里，没有这个集群的数字" in page
    assert "补上其中任何一份" in page


def test_a_figure_leads_to_its_sentence(small_site: Path) -> None:
    tree = html.parse(str(small_site / "clusters/software.html"))
    quotes = tree.xpath("//figure[@class='quote']")
    assert quotes
    for quote in quotes:
        address = quote.xpath(".//figcaption/a/@href")[0]
        page, _, anchor = address.partition("#")
        there = html.parse(str(small_site / "clusters" / page))
        marked = there.xpath(f"//*[@id='{anchor}']")
        assert marked[0].text_content() == quote.xpath("string(.//mark)")


def test_a_card_says_whose_figure_it_is_and_leads_to_the_sentence(examples_site: Path) -> None:
    tree = html.parse(str(examples_site / "clusters/automotive.html"))
    cards = tree.xpath("//article[contains(@class, 'card')]")
    assert all(card.xpath(".//p[@class='card-source']/a[contains(@href, '#s=')]") for card in cards)
    said = [" ".join(each.text_content().split()) for each in tree.xpath("//p[@class='card-source']")]
    assert "国家统计局 统计部门" in said


def test_coverage_is_said_on_the_document(small_site: Path) -> None:
    page = (small_site / "documents/aaaaaaaaaaaaaaaa.html").read_text(encoding="utf-8")
    assert "无从核对" in page


def test_every_kind_of_page_is_described(checkout: Path) -> None:
    described = (checkout / "docs/atlas.md").read_text(encoding="utf-8")
    files = {f"pages/{name.rpartition('.')[2]}.py" for name in (kind.__module__ for kind in kinds())}
    assert {file for file in files if f"`{file}`" not in described} == set()


def test_chinese_words_on_an_english_page_say_that_they_are(small_site: Path) -> None:
    page = (small_site / "en/clusters/software.html").read_text(encoding="utf-8")
    assert '<span lang="zh-Hans">软件业发展报告</span>' in page
    assert '<span lang="zh-Hans">' not in (small_site / "clusters/software.html").read_text(encoding="utf-8")


def test_a_chinese_name_on_an_english_page_has_a_gloss(small_site: Path) -> None:
    page = (small_site / "en/documents/aaaaaaaaaaaaaaaa.html").read_text(encoding="utf-8")
    assert '<span lang="zh-Hans">软件业</span><span class="gloss"> software industry</span>' in page
    assert "gloss" not in (small_site / "documents/aaaaaaaaaaaaaaaa.html").read_text(encoding="utf-8")


def test_a_plan_that_is_cited_for_a_figure_has_its_english_title(examples_site: Path) -> None:
    tree = html.parse(str(examples_site / "en/clusters/software.html"))
    said = [" ".join(each.text_content().split()) for each in tree.xpath("//p[@class='card-source']")]
    assert any(each.startswith("Guangdong action plan for the software") for each in said)
    assert not [each for each in said if "行动计划" in each]


def test_the_ladder_tells_which_way_a_cluster_goes_where_two_years_are_known(examples_site: Path) -> None:
    tree = html.parse(str(examples_site / "index.html"))
    ways = {
        step.xpath("string(.//a[@class='step-name'])"): "".join(
            step.xpath("string(.//*[@class='direction'])").split()
        )
        for step in tree.xpath("//li[contains(@class, 'step')]")
    }
    assert len(ways) == 20
    assert ways["软件与信息服务"] == "▲年均+13.2%（自2019年）"
    assert ways["激光与增材制造"] == ""


def test_the_province_is_told_in_measures_that_a_reader_knows_its_product_first(examples_site: Path) -> None:
    tree = html.parse(str(examples_site / "index.html"))
    names = [
        " ".join(each.text_content().split())
        for each in tree.xpath("//section[@aria-labelledby='totals']//h3")
    ]
    assert names[0] == "广东省 地区生产总值"
    assert names == [each for each in names if each.startswith("广东省") or each.endswith("规模以上")]


def test_the_page_of_a_measure_says_whose_each_figure_is_and_not_its_own_name_again(
    examples_site: Path,
) -> None:
    tree = html.parse(str(examples_site / "measures/revenue.html"))
    names = [" ".join(each.text_content().split()) for each in tree.xpath("//h2[@class='card-name']")]
    assert len(names) > 20
    assert not [each for each in names if not each or "营业收入" in each]


def test_the_first_build_has_no_empty_section_of_news(examples_site: Path) -> None:
    tree = html.parse(str(examples_site / "index.html"))
    assert tree.xpath("count(//section[contains(@class, 'news')])") == 0


def test_a_cluster_tells_its_weight_in_the_nation_with_the_sum_and_its_sources(examples_site: Path) -> None:
    tree = html.parse(str(examples_site / "clusters/automotive.html"))
    rows = [
        [" ".join(cell.text_content().split()) for cell in row]
        for row in tree.xpath("//section[@aria-labelledby='spread']//tbody/tr")
    ]
    assert ["汽车 产量", "占中国的比重", "2024年", "18.24%", "570.71万/3128.2万"] in [row[:5] for row in rows]
    assert all(row[5] for row in rows)
    assert "http" not in str(rows)


def test_a_place_tells_its_weight_and_where_it_is_specialised(examples_site: Path) -> None:
    tree = html.parse(str(examples_site / "places/440000.html"))
    told = {
        (row.xpath("string(th)"), row.xpath("string(td[1])")): "".join(row.xpath("string(td[3])").split())
        for row in tree.xpath("//section[@aria-labelledby='spread']//tbody/tr")
    }
    assert told[("地区生产总值", "占中国的比重")] == "10.49%"
    assert told[("研发经费", "相对中国的区位商")] == "1.337"
    assert told[("地区生产总值", "对中国增长的拉动")] == "+0.28个百分点"


def test_a_figure_of_a_pdf_says_its_page_and_shows_where_on_it(examples_site: Path) -> None:
    shown = [html.parse(str(path)) for path in (examples_site / "documents").glob("????????????????.html")]
    with_pages = [tree for tree in shown if tree.xpath("//*[@class='sheet']")]
    assert len(with_pages) == 1
    sheets = with_pages[0].xpath("//tr[@data-figure]/th//*[@class='sheet']")
    assert len(sheets) == len(with_pages[0].xpath("//tr[@data-figure]"))
    for sheet in sheets:
        width, height = (float(side) for side in sheet.get("viewbox").split()[2:])
        left, top, across, down = (
            float(sheet.xpath(f"string(*[@class='sheet-box']/@{name})"))
            for name in ("x", "y", "width", "height")
        )
        assert 0 <= left < left + across <= width
        assert 0 <= top < top + down <= height
