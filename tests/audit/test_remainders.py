"""What is left of a plan, and the pairs that it may be the difference of."""

from __future__ import annotations

import pytest
from tests.audit.test_breakdowns import dossier

from yanchao.audit.remainders import remainders


def found(text: str) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (one.left.text, [(planned.text, done.text) for planned, done in one.readings])
        for one in remainders(dossier(text))
    ]


@pytest.mark.parametrize(
    ("text", "left", "pair"),
    [
        (
            "上半年完成吞吐量13818万吨，占年度计划26500万吨的52.1%。\n\n下半年还需完成12682万吨。",
            "12682万吨",
            ("26500万吨", "13818万吨"),
        ),
        (
            "全市基金收入136.5亿元，仅为预算182.0亿元的75%，短收45.5亿元。",
            "45.5亿元",
            ("182.0亿元", "136.5亿元"),
        ),
    ],
)
def test_what_is_left_comes_with_the_plan_and_what_is_done(
    text: str, left: str, pair: tuple[str, str]
) -> None:
    assert (left, [pair]) in found(text)


def test_where_no_plan_is_told_nothing_is_left_of_it() -> None:
    assert found("上半年完成吞吐量13818万吨，下半年还需完成12682万吨。") == []
