"""Year by year: figures, targets that fall due, targets that were reached, plans that begin and end."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

import making
import publishing
from yanchao.atlas import caps
from yanchao.statements.statement import Extraction

SOFTWARE = {"measure": "软件业务收入", "subject": "软件业", "cluster": "software", "region": "440000"}
ELSEWHERE = {**SOFTWARE, "region": "330000"}
OUTPUT = {"measure": "产量", "subject": "软件业", "cluster": "software", "region": "440000", "period": "2024"}

TEXT = (
    "2022年，全省软件业务收入1.7万亿元。2023年，全省软件业务收入1.9万亿元。到2023年，软件业务收入达到1.8万亿元。"
    "到2027年，软件业务收入超3万亿元。2024年，浙江软件业务收入1.1万亿元。"
)
STATED = (
    ("1.7万亿元", 1.7e12, {**SOFTWARE, "period": "2022"}),
    ("1.9万亿元", 1.9e12, {**SOFTWARE, "period": "2023"}),
    ("1.8万亿元", 1.8e12, {**SOFTWARE, "period": "2023", "status": "target"}),
    ("超3万亿元", 3e12, {**SOFTWARE, "period": "2027", "status": "target", "comparator": ">"}),
    ("1.1万亿元", 1.1e12, {**ELSEWHERE, "period": "2024"}),
)


def _said(text: str, stated: tuple[tuple[str, float, dict[str, str]], ...]) -> Extraction:
    found = [
        making.statement(text, words, value, resolution=1e11, **fields) for words, value, fields in stated
    ]
    return making.extraction(text, *found, id="a" * 64, uri="soft.txt", title="软件业")


def _years(page: Path) -> dict[str, list[str]]:
    rows = html.parse(str(page)).xpath("//section[@aria-labelledby='years']//ol/li")
    return {
        row.xpath("string(h3)"): ["".join(each.itertext()).strip() for each in row.xpath("ul/li")]
        for row in rows
    }


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publishing.site_of(tmp_path_factory.mktemp("timeline") / "site", [_said(TEXT, STATED)], [])


def test_every_year_tells_its_figures_and_the_targets_that_fall_due(site: Path) -> None:
    years = _years(site / "clusters/software.html")
    assert list(years) == sorted(years)
    assert "软件业 软件业务收入 1.7万亿元" in years["2022"]
    assert any("3万亿元" in line and line.startswith("目标") for line in years["2027"])


def test_a_target_that_was_reached_is_told_once_with_the_figure_that_reached_it(site: Path) -> None:
    lines = [line for line in _years(site / "clusters/software.html")["2023"] if "1.9万亿元" in line]
    assert len(lines) == 1
    assert lines[0].startswith("已实现")


def test_plans_stand_in_the_years_in_which_they_begin_and_end(site: Path) -> None:
    years = _years(site / "clusters/software.html")
    told = [(year, line) for year, lines in years.items() for line in lines if line.startswith("规划")]
    assert {year for year, line in told if line.startswith("规划起")} >= {"2021"}
    assert {year for year, line in told if line.startswith("规划止")} >= {"2025"}


def test_figures_of_other_provinces_are_not_in_the_time_line_of_a_cluster(site: Path) -> None:
    assert not any(
        "1.1万亿元" in line for lines in _years(site / "clusters/software.html").values() for line in lines
    )


def test_a_figure_leads_to_its_sentence(site: Path) -> None:
    tree = html.parse(str(site / "clusters/software.html"))
    links = tree.xpath("//section[@aria-labelledby='years']//b/a/@href")
    assert links
    assert all("documents/" in link and "#s=" in link for link in links if "plans/" not in link)


def test_what_is_known_of_one_year_only_makes_no_time_line(tmp_path: Path) -> None:
    text = "2023年，湖南茶叶产量33万吨，油茶产量40万吨。"
    of_hunan = {"region": "430000", "period": "2023"}
    stated = [
        making.statement(text, "33万吨", 3.3e8, "kg", measure="茶叶产量", **of_hunan),
        making.statement(text, "40万吨", 4e8, "kg", measure="油茶产量", **of_hunan),
    ]
    site = publishing.site_of(
        tmp_path / "site", [making.extraction(text, *stated, id="c" * 64, uri="tea.txt", title="茶")], []
    )
    assert _years(site / "places/430000.html") == {}


def test_a_year_with_much_to_tell_says_how_much_it_leaves_out(tmp_path: Path) -> None:
    counts = range(1, caps.EVENTS + 4)
    text = "".join(f"2024年，软件业第{n}类产量{n}0万套。" for n in counts) + "2023年，软件业务收入1.9万亿元。"
    stated = [
        making.statement(text, f"{n}0万套", n * 1e5, "count:套", **{**OUTPUT, "subject": f"第{n}类"})
        for n in counts
    ]
    stated.append(making.statement(text, "1.9万亿元", 1.9e12, **{**SOFTWARE, "period": "2023"}))
    site = publishing.site_of(
        tmp_path / "site", [making.extraction(text, *stated, id="b" * 64, uri="many.txt", title="很多")], []
    )
    assert len(_years(site / "clusters/software.html")["2024"]) == caps.EVENTS
    tree = html.parse(str(site / "clusters/software.html"))
    assert "另有3项" in tree.xpath("string(//section[@aria-labelledby='years'])")


def test_the_page_of_a_firm_has_its_figures_year_by_year(examples_site: Path) -> None:
    years = _years(examples_site / "names/byd.html")
    assert len(years) > 1
    assert not any("比亚迪" in line for lines in years.values() for line in lines), (
        "the page says already who it is"
    )
