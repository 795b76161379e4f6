"""What an expression of time does in its clause, by the words around it."""

from __future__ import annotations

from datetime import date

import pytest

from yanchao.statements.period import TimeRole
from yanchao.statements.periods import find_periods


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("2023年产值30亿元。", TimeRole.AT),
        ("到2027年，产值30亿元。", TimeRole.UNTIL),
        ("截至2024年底，企业30家。", TimeRole.UNTIL),
        ("产值增长5%至2024年9亿元。", TimeRole.AT),
        ("“十四五”时期，产值30亿元。", TimeRole.WINDOW),
        ("近5年年均增长10%。", TimeRole.RECENT),
        ("比2020年增长10%。", TimeRole.BASE),
        ("较2020年提高3个百分点。", TimeRole.BASE),
        ("比上年增长10%。", TimeRole.BASE),
        ("由上年全年下降3%转为增长。", TimeRole.BASE),
        ("目前，企业30家。", TimeRole.NOW),
        ("《南海县2025年行动方案》出台。", TimeRole.NAME),
        ("2025年全县工业大会召开。", TimeRole.NAME),
        ("“十四五”规划收官。", TimeRole.NAME),
        ("“十四五”实现良好开局。", TimeRole.NAME),
        ("奋力收官“十四五”。", TimeRole.NAME),
        ("出口创2023年3月以来新高。", TimeRole.NAME),
        ("游客数为2019年以来最高水平。", TimeRole.NAME),
        ("降雨量创近十年新低。", TimeRole.NAME),
        ("今年以来最大的项目投产。", TimeRole.AT),
        ("产量为今年以来最高水平。", TimeRole.NAME),
        ("2019年以来投资增长9%。", TimeRole.AT),
        ("扭转了2019年以来下滑的局面。", TimeRole.RECENT),
        ("在上年较快增长的基础上，投资增长6%。", TimeRole.NAME),
        ("2024年，全县在高基数基础上增长5%。", TimeRole.AT),
        ("每年6月上市。", TimeRole.NAME),
        ("鲜笋上市到翌年3月。", TimeRole.NAME),
        ("园区现有企业30家。", TimeRole.NOW),
        ("“十四五”顺利收官。", TimeRole.WINDOW),
        ("增速高于邻县2024年一季度的2%。", TimeRole.BASE),
        ("旅游收入恢复到2019年水平。", TimeRole.NAME),
        ("增速快于上年全年。", TimeRole.BASE),
        ("产值与2023年计划目标持平。", TimeRole.NAME),
        ("工业增速2022年以来连续8个季度高于全省。", TimeRole.RECENT),
        ("粮食产量实现自2004年以来的“十二连增”。", TimeRole.RECENT),
    ],
)
def test_an_expression_of_time_has_its_part_in_the_clause(text: str, role: TimeRole) -> None:
    (period,) = find_periods(text, date(2025, 3, 1))
    assert period.role is role


def test_a_part_of_a_year_that_something_goes_on_since_dates_nothing_behind_it() -> None:
    _, kept, *_, now = find_periods("上半年延续去年四季度以来的态势。上半年产值9亿元。", date(2025, 8, 1))
    assert (kept.role, now.iso) == (TimeRole.NAME, "2025-01/2025-06")
