"""Festivals are the months in which they fall."""

from __future__ import annotations

from datetime import date

import pytest

from yanchao.lexicon.lexicon import load
from yanchao.statements.festivals import with_festivals
from yanchao.statements.period import TimeRole
from yanchao.statements.periods import find_periods

PUBLISHED = date(2025, 10, 9)


def governing(text: str, published: date | None = PUBLISHED) -> list[str | None]:
    periods = with_festivals(find_periods(text, published), text, published, load())
    return [period.iso for period in periods if period.role is TimeRole.AT]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("国庆假期，接待游客9万人次。", "2025-10"),
        ("今年“五一”假期，接待游客9万人次。", "2025-05"),
        ("2023年春节期间，接待游客9万人次。", "2023-01"),
        ("去年端午小长假，接待游客9万人次。", "2024-06"),
        ("双11期间，销售额9亿元。", "2025-11"),
        ("国庆档票房9亿元。", "2025-10"),
        ("国庆假期第2天，接待游客9万人次。", "2025-10"),
    ],
)
def test_a_festival_is_its_month(text: str, iso: str) -> None:
    assert governing(text) == [iso]


def test_in_spring_a_festival_of_autumn_was_the_year_before() -> None:
    assert governing("国庆假期，接待游客9万人次。", date(2025, 3, 1)) == ["2024-10"]


@pytest.mark.parametrize(
    "text",
    [
        "游客比去年国庆假期增长9%。",
        "游客恢复至2019年春节假日同期的74%。",
        "国庆前夕，企业有9家。",
        "今天（10月2日）是国庆假期第2天，接待游客9万人次。",
        "1999年春节期间，接待游客9万人次。",
    ],
)
def test_what_is_compared_with_and_a_day_told_already_are_not_the_festival(text: str) -> None:
    assert not [iso for iso in governing(text) if iso and len(iso) == len("2025-10")]


def test_a_festival_of_no_year_is_left_alone() -> None:
    assert governing("国庆假期，接待游客9万人次。", None) == []
