"""Whose report a text is whose title names no place."""

from __future__ import annotations

import pytest

from making import document
from yanchao.lexicon.lexicon import load
from yanchao.statements.home import home_region


@pytest.mark.parametrize(
    ("passage", "place"),
    [
        ("全省产值增长5%。支持郑州、洛阳、郑州都市圈建设。", "410000"),
        ("我市产值增长5%。洛阳新区企业90家，郑州至洛阳高速通车。洛阳古城开放。", "410300"),
        ("全区产值增长5%。银川企业90家，银川机场扩建。", "640000"),
        ("全国第一。湖北企业90家。武汉、襄阳、宜昌各有9家。", "420000"),
        ("襄阳企业90家，增长9%。", "420600"),
    ],
)
def test_a_report_is_of_the_place_that_it_names_most_at_the_level_that_it_calls_its_own(
    passage: str, place: str
) -> None:
    text = f"政府工作报告\n（2024年1月9日）\n{passage}"
    assert home_region(document(text, title="政府工作报告"), load()) == place


def test_the_report_of_the_nation_is_of_no_province() -> None:
    text = "政府工作报告\n我代表国务院向大会报告工作。支持河南、湖北建设。我国产值增长5%。"
    assert home_region(document(text, title="政府工作报告"), load()) not in ("410000", "420000")
