"""Lists that may be all of a total: what they are, and which totals they are tried with."""

from __future__ import annotations

import pytest
from tests.audit.test_breakdowns import dossier

from yanchao.audit.lists import lists


def readings(text: str) -> list[tuple[str, list[str]]]:
    return [
        (one.total.text, [part.text for part in one.parts])
        for listed in lists(dossier(text))
        for one in listed.readings
    ]


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        ("2024年，全市收入90亿元。其中，甲区40亿元，乙区50亿元。", "90亿元", ["40亿元", "50亿元"]),
        ("基金首期规模30亿元，由市级出资12亿元、县级出资18亿元。", "30亿元", ["12亿元", "18亿元"]),
        ("2024年上半年，全市收入90亿元。一季度40亿元，二季度50亿元。", "90亿元", ["40亿元", "50亿元"]),
        (
            "2024年，公司收入90亿元。两个半年的收入按月度汇总依次为40亿元、50亿元。",
            "90亿元",
            ["40亿元", "50亿元"],
        ),
        (
            "全年发电82亿千瓦时，扣除厂用电4亿千瓦时后，上网电量78亿千瓦时。",
            "82亿千瓦时",
            ["4亿千瓦时", "78亿千瓦时"],
        ),
        (
            "2024年，全行业主营业务收入90亿元。\n\n分地区看，甲省企业收入40亿元，乙省30亿元，丙省20亿元。",
            "90亿元",
            ["40亿元", "30亿元", "20亿元"],
        ),
        ("三年里返乡创业90人，其中2022年40人，2023年50人。", "90人", ["40人", "50人"]),
    ],
)
def test_a_list_comes_with_its_total(text: str, total: str, parts: list[str]) -> None:
    assert (total, parts) in readings(text)


@pytest.mark.parametrize(
    "text",
    [
        "2024年，全市收入90亿元，比上年的80亿元增长12.5%。",
        "2024年，净流入173亿美元。其中货物贸易649亿美元；4月外资增持债券109亿美元。",
    ],
)
def test_what_is_told_beside_a_total_is_no_list_of_it(text: str) -> None:
    assert readings(text) == []


def test_a_list_of_as_many_as_the_total_counts_is_all_of_it_but_for_a_word() -> None:
    text = "2024年，三个长假共接待游客106万人次，其中春节31万人次、五一26万人次、国庆49万人次。"
    assert any(listed.all_but_said and len(listed.readings) == 1 for listed in lists(dossier(text)))


def test_the_total_right_before_a_list_that_ends_its_sentence_is_the_likeliest() -> None:
    text = "2024年，全市收入90亿元，其中甲区40亿元、乙区30亿元、丙区20亿元{rest}。"
    assert [one.has_likeliest for one in lists(dossier(text.format(rest="")))] == [True]
    assert [one.has_likeliest for one in lists(dossier(text.format(rest="，增势良好")))] == [False]
