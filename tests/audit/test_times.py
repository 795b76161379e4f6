"""Figures told by months, quarters and halves: what each is of, which fill which, and what changes lie between."""

from __future__ import annotations

import pytest
from tests.audit.test_breakdowns import dossier

from yanchao.audit.times import between_times, filled, made_up_of_times, timed


def spans(text: str) -> dict[str, tuple[int, int]]:
    return {one.figure.text: one.span for paragraph in dossier(text).paragraphs() for one in timed(paragraph)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2024年，一季度收入20亿元，二季度30亿元。", {"20亿元": (1, 3), "30亿元": (4, 6)}),
        (
            "1月至3月产量分别为12万吨、15万吨和18万吨。",
            {"12万吨": (1, 1), "15万吨": (2, 2), "18万吨": (3, 3)},
        ),
        ("4月、5月依次完成21万吨、24万吨。", {"21万吨": (4, 4), "24万吨": (5, 5)}),
        ("一季度收入20亿元，其中下半年合计90亿元。", {"20亿元": (1, 3), "90亿元": (7, 12)}),
        ("上半年，产量由去年同期的33万吨增至40万吨。", {"40万吨": (1, 6)}),
    ],
)
def test_the_words_before_a_figure_say_which_part_of_the_year_it_is_of(
    text: str, told: dict[str, tuple[int, int]]
) -> None:
    assert spans(text) == told


def test_a_single_month_before_each_of_something_is_divided_into_nothing() -> None:
    assert spans("截至5月末，全市各项贷款余额1200亿元。") == {}


def test_a_figure_that_is_compared_with_a_month_is_not_told_of_it() -> None:
    assert "9万吨" not in spans("6月产量24万吨，比2月高出9万吨。")


def test_shorter_times_fill_the_longer_one_that_they_make_up() -> None:
    text = "上半年收入50亿元，其中一季度20亿元，二季度30亿元。"
    found = [
        (one.total.text, [part.text for part in one.parts])
        for paragraph in dossier(text).paragraphs()
        for one in filled(timed(paragraph))
    ]
    assert found == [("50亿元", ["20亿元", "30亿元"])]


@pytest.mark.parametrize(
    "text",
    [
        "前三季度，增加值41.2亿元，增长7.3%。其中，一季度12.6亿元，二季度13.9亿元，三季度15.7亿元。",
        "全年接待游客86.4万人次，其中一季度15.2万人次，同比增长6%，二季度22.7万人次，三季度24.1万人次，四季度25.4万人次。",
    ],
)
def test_quarters_that_fill_the_time_of_their_total_add_up(text: str) -> None:
    assert len(list(made_up_of_times(dossier(text)))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "全年销售均价41.2元，其中上半年40.1元，下半年42.6元。",
        "前三季度贷款余额41.2亿元，其中一季度末12.6亿元，二季度末13.9亿元，三季度末15.7亿元。",
        "前三季度收入41.2亿元，一季度12.6亿元，二季度25.9亿元，三季度41.2亿元。",
        "上半年实现产值41.2亿元。一季度收入20亿元，二季度收入30亿元。",
    ],
    ids=["averages", "stocks", "counted on from the beginning of the year", "two things"],
)
def test_what_does_not_add_up_over_quarters_is_left_alone(text: str) -> None:
    assert not list(made_up_of_times(dossier(text)))


@pytest.mark.parametrize(
    ("text", "before", "now", "change"),
    [
        ("一季度收入20亿元，二季度30亿元，二季度比一季度多收10亿元。", "20亿元", "30亿元", "10亿元"),
        ("一季度收入20亿元，二季度30亿元，二季度环比增长50%。", "20亿元", "30亿元", "50%"),
        (
            "7月用电32亿千瓦时，8月35亿千瓦时，8月较7月又多用3亿千瓦时。",
            "32亿千瓦时",
            "35亿千瓦时",
            "3亿千瓦时",
        ),
    ],
)
def test_a_change_lies_between_the_times_that_it_names(text: str, before: str, now: str, change: str) -> None:
    found = [(one.before.text, one.now.text, one.change.text) for one in between_times(dossier(text))]
    assert (before, now, change) in found


def test_a_change_over_a_year_does_not_lie_between_two_quarters() -> None:
    assert not list(between_times(dossier("一季度收入20亿元，二季度30亿元，同比增长8%。")))
