"""Changes that go on from a figure of the sentence before."""

from __future__ import annotations

import pytest
from tests.audit.test_breakdowns import dossier

from yanchao.audit.carried import carried


def told(text: str) -> list[tuple[str, list[tuple[str, str]], bool]]:
    return [
        (one.change.text, [(step.before.text, step.now.text) for step in one.readings], one.is_named)
        for one in carried(dossier(text))
    ]


def test_words_that_are_taken_up_again_say_what_the_change_led_to() -> None:
    text = "12月，公司生产汽车14.2万辆，销售汽车15.1万辆。销量较上年同月的13.7万辆增长10.2%。"
    assert told(text) == [("10.2%", [("13.7万辆", "15.1万辆")], True)]


def test_a_pointer_means_the_figure_just_before() -> None:
    text = "全网最高负荷达5236.7万千瓦。去年夏天，这一数字还停留在4918.2万千瓦，一年间净增318.5万千瓦。"
    assert told(text) == [("318.5万千瓦", [("4918.2万千瓦", "5236.7万千瓦")], True)]


@pytest.mark.parametrize(
    "text",
    [
        "优良断面比例为87.9%，比2021年上升3.0个百分点。优良面积比例为81.9%，比2021年上升0.6个百分点。",
        "全年销售汽车15.1万辆。出口汽车2.1万辆，较上年的1.7万辆增长23.5%。",
        "全年销售汽车15.1万辆，同比增长10%。",
    ],
)
def test_a_sentence_that_has_its_own_level_goes_on_from_no_other(text: str) -> None:
    assert told(text) == []
