"""What the audit sees in a table: the figures of a row are held against each other as those of a sentence are."""

from __future__ import annotations

import pytest

from yanchao import check
from yanchao.audit.finding import Finding
from yanchao.documents.reading import read


def findings(row: str, head: str = "指标 | 2024年 | 2025年 | 增速") -> tuple[Finding, ...]:
    rule = "|".join("---" for _ in head.split("|"))
    page = f"# 云州市主要指标\n\n| {head} |\n|{rule}|\n| {row} |\n"
    return check(read(page.encode(), uri="table.md"))


@pytest.mark.parametrize(
    ("row", "rules"),
    [
        ("软件业务收入（亿元） | 21.5 | 23.1 | 9.4%", {"YC105"}),
        ("软件业务收入（亿元） | 21.5 | 23.1 | 7.4%", set()),
        ("软件业务收入（亿元） | 21.5 | 23.1 | 7.4", set()),
        ("出口额（亿元） | 48.0 | 45.6 | -5.0%", set()),
        # A lost minus is found, but taken for columns that changed places.
        ("出口额（亿元） | 48.0 | 45.6 | 5.0%", {"YC105"}),
        ("显示面板（万片） | 860 | 903 | 15.0%", {"YC105"}),  # things, not money: no price comes between
        ("显示面板（万片） | 860 | 903 | 5.0%", set()),
        ("规模以上工业增加值（亿元） | 600 | 650 | 5.1%", set()),
        ("地区生产总值（亿元） | 600 | 650 | 5.1%", set()),  # at constant prices: never held against levels
    ],
)
def test_a_rate_is_held_against_the_two_years_of_its_row(row: str, rules: set[str]) -> None:
    assert {finding.rule for finding in findings(row)} == rules


def test_the_figures_of_two_rows_are_not_mixed() -> None:
    assert findings("软件业务收入（亿元） | 21.5 | 23.1 | 7.4% |\n| 出口额（亿元） | 30 | 36 | 20%") == ()
