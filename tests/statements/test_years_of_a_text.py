"""Which year 今年 means where no day dates a text."""

from __future__ import annotations

import pytest

from yanchao.statements.told_years import newest_part_told, this_year


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("今年前三季度，出口1500亿元，已超2020年全年的1400亿元。", 2021),
        ("截至9月，企业9家，较2023年末净增2家。", 2024),
        ("截至2023年9月底，企业9家。今年1—9月产量8吨。", 2023),
        ("从2020年年初以来，班列开行9列。", 2020),
        ("在2020年增长4%的基础上，今年1—4月增长60%。", 2021),
        ("一季度产量9吨，比2019年一季度增长17%，两年平均增长8%。", 2021),
        ("一季度增长5%，比2021年四季度环比增长1%。", 2022),
        ("为“十五五”开局之年起好步。", 2026),
        ("到2025年产值9亿元。今年产值8亿元。", None),
        ("2020年11月印发决定。仅今年上半年，产值9亿元。", None),
        ("比2019年同期增长9%。", None),
        ("2021年是“十四五”开局之年。", None),
        ("今年1—9月，增长5%。", None),
    ],
)
def test_a_text_tells_its_year_by_the_years_that_it_names(text: str, year: int | None) -> None:
    assert this_year(text) == year


def test_a_text_is_not_older_than_the_part_of_a_year_that_it_tells() -> None:
    assert newest_part_told("2023年一季度增长5%。2022年增长4%。到2025年上半年建成。", 100) == 2023
