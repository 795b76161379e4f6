"""Charts: drawn by lets-plot, fit for a strict page, the same bytes every time."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from yanchao.atlas.charts import TAGS, Dot, _breaks, draw
from yanchao.atlas.language import Language
from yanchao.statements.statement import Comparator, Kind, Status


def _plots(site: Path) -> list[str]:
    pages = [path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))]
    return [plot for page in pages for plot in re.findall(r'<svg[^>]*class="plot".*?</svg>', page, re.S)]


def test_a_series_of_two_years_is_drawn(small_site: Path) -> None:
    page = (small_site / "clusters/software.html").read_text(encoding="utf-8")
    assert 'class="plot"' in page
    assert "f-target" in page
    assert "2023—2025年" in page


def test_a_plot_is_well_formed_and_has_no_style_of_its_own(examples_site: Path) -> None:
    plots = _plots(examples_site)
    assert plots
    for plot in plots:
        root = etree.fromstring(plot)
        for element in root.iter():
            assert etree.QName(element).localname != "style"
            assert "style" not in element.attrib
        assert "#0102" not in plot
        assert "rgb(1,2" not in plot.replace(" ", "")


def test_ids_in_a_page_are_unique(examples_site: Path) -> None:
    for path in examples_site.rglob("*.html"):
        ids = re.findall(r'\sid="([^"]*)"', path.read_text(encoding="utf-8"))
        assert len(ids) == len(set(ids)), path.name


@pytest.mark.parametrize(
    "values",
    [[1.997e12, 2e12], [0.43, 0.312], [-0.03, 0.05], [7.0], [0.0], [1e-7, 3e-7], [2.7, 11.0], [-5.0, -2.0]],
)
def test_an_axis_holds_its_values_starts_at_zero_and_has_few_labels(values: list[float]) -> None:
    breaks = _breaks(values)
    assert breaks[0] <= min(values)
    assert breaks[-1] >= max(values)
    assert 0.0 in breaks
    assert 2 <= len(breaks) <= 7


@pytest.mark.parametrize(
    "unit",
    [
        "<script>alert(1)</script>",
        '<a href="javascript:alert(1)">x</a>',
        "a & b",
        r"\(x^2\)",
        "]]>",
        "**x**",
        "\x00",
    ],
)
def test_a_label_of_a_hostile_document_draws_no_element_of_its_own(unit: str) -> None:
    dots = [Dot(year, value, value, value, Status.ACTUAL) for year, value in ((2023, 1.0), (2024, 3.0))]
    root = etree.fromstring(draw(dots, f"count:{unit}", Kind.LEVEL, Language.ZH))
    assert {etree.QName(element).localname for element in root.iter()} <= TAGS
    assert not [
        name for element in root.iter() for name in element.attrib if "href" in name or name[:2] == "on"
    ]


def test_an_axis_of_ratios_is_not_half_in_percent() -> None:
    dots = [Dot(year, value, value, value, Status.ACTUAL) for year, value in ((2020, 2.4), (2025, 2.2))]
    labels = etree.fromstring(draw(dots, "1", Kind.SHARE, Language.ZH)).xpath("//text()")
    assert not [label for label in labels if "%" in label]


@pytest.mark.parametrize("unit", ["CNY", "count:辆", "1"])
def test_a_drawing_has_the_same_lines_in_both_languages_and_the_labels_of_its_own(unit: str) -> None:
    kind = Kind.GROWTH if unit == "1" else Kind.LEVEL
    dots = [Dot(year, value, value, value, Status.ACTUAL) for year, value in ((2023, 2e6), (2024, 5e6))]
    drawn = {language: etree.fromstring(draw(dots, unit, kind, language)) for language in Language}
    paths = {language: root.xpath("//path/@d | //circle/@cx") for language, root in drawn.items()}
    assert paths[Language.ZH] == paths[Language.EN]
    zh, en = (" ".join(drawn[language].xpath("//text()")) for language in Language)
    assert unit == "1" or ("万" in zh and "万" not in en)


def test_a_point_says_what_it_stands_for_in_both_languages() -> None:
    dots = [
        Dot(2025, 2e12, 2e12, 2e12, Status.TARGET, "2025", Comparator.MORE),
        Dot(2023, 1.8e12, 1.8e12, 1.8e12, Status.ACTUAL, "2023"),
        Dot(2024, 1.4e12, 1.4e12, 1.4e12, Status.ESTIMATE, "2024-01/2024-09"),
    ]
    zh, en = (
        etree.fromstring(draw(dots, "CNY", Kind.LEVEL, each)).xpath("//@data-said") for each in Language
    )
    assert zh == ["2023年 · 1.8万亿元 · 实际", "2024年1—9月 · 1.4万亿元 · 预计", "2025年 · 超2万亿元 · 目标"]
    assert en[2] == "2025 · >2 trillion yuan · target"


def test_a_unit_stands_over_the_axis_in_the_languages_that_have_a_word_for_it() -> None:
    dots = [Dot(year, value, value, value, Status.ACTUAL) for year, value in ((2023, 2e4), (2024, 5e4))]
    zh, en = (
        etree.fromstring(draw(dots, "count:家", Kind.LEVEL, each)).xpath("//text()") for each in Language
    )
    assert [label for label in zh if "家" in label] == ["万家"]
    assert set(en) == {"0", "20,000", "40,000", "60,000", "2023", "2024"}
