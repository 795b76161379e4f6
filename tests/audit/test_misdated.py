"""A year that is off is named itself, and a wrong figure is never blamed on its year."""

from __future__ import annotations

import pytest

from yanchao.audit.audit import audit
from yanchao.audit.finding import Finding
from yanchao.documents.reading import read
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract


def findings(text: str) -> list[Finding]:
    lexicon = load()
    return list(audit([extract(read(text.encode(), uri="draft.txt"), lexicon)], lexicon).findings)


def test_a_year_that_comes_twice_with_two_values_is_put_back_by_the_growth_between_them() -> None:
    text = (
        "2021年，全省港口货物吞吐量2000.0万吨。2023年，全省港口货物吞吐量2500.0万吨，增长25.0%。"
        "2023年，全省港口货物吞吐量3000.0万吨，增长20.0%。"
    )
    (found,) = findings(text)
    assert (text[found.start : found.end], found.suggest) == ("2023", "2022")
    assert found.start == text.index("2023")
    assert {text[one.start : one.end] for one in found.related} == {"2500.0万吨", "25.0%"}
    assert found.message == "2023年的数与其他数矛盾，作为2022年的数则全部相符：年份可能有误"


def test_a_figure_published_for_the_year_after_is_that_years() -> None:
    (found,) = findings("2022年，广东汽车产量519.19万辆。2023年，广东地区生产总值135673.16亿元。")
    assert (found.rule, found.start, found.suggest) == ("YC203", 0, "2023")


def test_what_is_told_as_done_before_its_time_is_a_year_early() -> None:
    text = "全市汽车产业运行情况\n2025年2月5日\n\n2026年，全市汽车产量达570万辆，同比增长8%。"
    (found,) = findings(text)
    assert (found.rule, text[found.start : found.end], found.suggest) == ("YC404", "2026", "2025")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        # In another year nothing is known of the figure, which contradicts it as little as it speaks for it.
        ("2023年，广东汽车产量5191.9万辆。", "5191.9万辆"),
        # Its own sentence says how the figures hang together, in whatever year.
        (
            "截至2025年末，集团资产总额5826.41亿元，较上年末的5312.07亿元增加514.31亿元，增幅9.68%。",
            "514.31亿元",
        ),
        # The year carries other figures that fit.
        (
            "2022年，全省粮食产量1200.0万吨。2023年，全省粮食产量1260.0万吨，增长5.0%。"
            "2024年，全省港口吞吐量1386.0万吨。2023年，全省港口吞吐量1260.0万吨。2024年，全省港口吞吐量1836.0万吨。",
            "1836.0万吨",
        ),
    ],
)
def test_a_wrong_figure_is_not_blamed_on_its_year(text: str, wrong: str) -> None:
    assert any(
        text[one.start : one.end] == wrong or wrong in {text[two.start : two.end] for two in one.related}
        for one in findings(text)
    )
    assert not any(text[one.start : one.end].startswith("20") for one in findings(text))
