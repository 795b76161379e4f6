"""A second list of figures is of the times that the first was told of, each in turn."""

from __future__ import annotations

import pytest

from making import document
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract


def periods(text: str) -> list[str | None]:
    return [each.period for each in extract(document(text), load()).statements]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2022年、2023年，公司收入分别为5亿元、6亿元，增长2%、8%。", ["2022", "2023", "2022", "2023"]),
        (
            "2024年第一、第二季度出口分别为3亿元和4亿元，分别增长5%和6%。",
            ["2024-01/2024-03", "2024-04/2024-06", "2024-01/2024-03", "2024-04/2024-06"],
        ),
    ],
)
def test_a_list_without_times_takes_those_of_the_list_before(text: str, told: list[str]) -> None:
    assert periods(text) == told


def test_a_list_of_things_told_of_one_time_keeps_it() -> None:
    text = "2024年甲厂、乙厂产值分别为5亿元、6亿元，分别增长2%、8%。"
    assert periods(text) == ["2024"] * 4


def test_a_list_with_a_time_of_its_own_keeps_that() -> None:
    text = "2022年、2023年收入分别为5亿元、6亿元，2024年两厂产值分别增长2%、8%。"
    assert periods(text)[-2:] == ["2024", "2024"]
