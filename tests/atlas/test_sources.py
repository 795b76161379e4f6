"""Who says so: how much rests on whose word, and where others contradict it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from lxml import html

import making
import publishing
from yanchao.atlas import paths
from yanchao.atlas.sources import Source, sources
from yanchao.ledger.ledger import Ledger
from yanchao.statements.statement import Extraction

SOFTWARE = {"measure": "软件业务收入", "subject": "软件业", "cluster": "software", "region": "440000"}


def _document(number: int, publisher: str, figure: str, value: float, cited: str | None = None) -> Extraction:
    text = f"2023年，全省软件业务收入{figure}。"
    stated = making.statement(text, figure, value, resolution=1e10, period="2023", source=cited, **SOFTWARE)
    return making.extraction(
        text,
        stated,
        id=str(number) * 64,
        uri=f"{number}.txt",
        title=f"第{number}份",
        publisher=publisher,
        published=date(2024, 3, number),
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two that agree, one that contradicts them, and one that cites the statistical office."""
    return publishing.site_of(
        tmp_path_factory.mktemp("sources") / "site",
        [
            _document(1, "甲日报", "1.80万亿元", 1.80e12),
            _document(2, "乙研究院", "1.80万亿元", 1.80e12),
            _document(3, "甲日报", "1.20万亿元", 1.20e12),
            _document(4, "丙周刊", "1.80万亿元", 1.80e12, "国家统计局"),
            making.extraction("没有数字。", id="f" * 64, uri="none.txt", publisher="丁<b>"),
        ],
        [],
    )


def test_a_figure_belongs_to_whoever_is_cited_for_it_else_to_the_publisher(site: Path) -> None:
    with Ledger(site) as ledger:
        found = sources(ledger, ledger.documents())
    assert {name: (each.figures, each.published, each.citing) for name, each in found.items()} == {
        "甲日报": (2, 2, 0),
        "乙研究院": (1, 1, 0),
        "国家统计局": (1, 0, 1),
        "丙周刊": (0, 1, 0),
        "丁<b>": (0, 1, 0),
    }
    assert [found[name].rank for name in ("国家统计局", "乙研究院", "甲日报")] == [1, 4, 5]
    assert found["国家统计局"].preferred == 1
    assert found["甲日报"].disputed == 2
    assert found["丁<b>"] == Source("丁<b>", published=1)


def test_two_spellings_of_a_plan_are_one_source(tmp_path: Path) -> None:
    site = publishing.site_of(
        tmp_path / "site",
        [
            _document(1, "甲日报", "1.80万亿元", 1.80e12, "某市软件业“十四五”规划"),
            _document(2, "乙日报", "1.80万亿元", 1.80e12, '《某市软件业"十四五" 规划》'),
        ],
        [],
    )
    with Ledger(site) as ledger:
        found = sources(ledger, ledger.documents())
    assert {name: each.citing for name, each in found.items() if each.citing} == {"某市软件业“十四五”规划": 2}
    assert found["某市软件业“十四五”规划"].confirmed == 0, (
        "a plan that is cited twice does not confirm itself"
    )


def test_the_page_of_a_source_shows_its_own_figures_and_what_stands_instead(site: Path) -> None:
    tree = html.parse(str(site / paths.source("甲日报")))
    rows = [
        [" ".join(cell.text_content().split()) for cell in row.xpath("./th | ./td")]
        for row in tree.xpath("//table[contains(@class, 'said')]/tbody/tr")
    ]
    assert [(row[1], row[4]) for row in rows] == [("1.2万亿元", "1.8万亿元"), ("1.8万亿元", "—")]
    assert all("来源不一" in row[3] for row in rows)


def test_every_place_that_names_a_source_leads_to_it(site: Path) -> None:
    page = paths.source("国家统计局").removeprefix("sources/")
    for path in ("clusters/software.html", f"documents/{'4' * 16}.html", "sources/index.html"):
        links = html.parse(str(site / path)).xpath("//main//a/@href")
        assert any(link.endswith(page) for link in links), path


def test_sources_are_listed_by_kind_the_most_trusted_first(site: Path) -> None:
    heads = html.parse(str(site / "sources/index.html")).xpath("//h2/text()")
    assert heads == ["统计部门", "协会与研究", "媒体", "来源类别不详"]


def test_a_source_named_in_markup_is_words(site: Path) -> None:
    assert "丁&lt;b&gt;" in (site / paths.source("丁<b>")).read_text(encoding="utf-8")
