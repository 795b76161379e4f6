"""Amount, number and what comes on each, told side by side."""

from __future__ import annotations

import pytest
from tests.audit.test_breakdowns import dossier

from yanchao.audit.prices import spread


def of_last_figure(text: str) -> tuple[str, str, float] | None:
    found = dossier(text)
    *_, sentence = found.sentences()
    told = spread(sentence[-1], sentence, found)
    if told is None:
        return None
    nearest = told.readings[0]
    return nearest.total.text, nearest.number.text, float(nearest.per)


@pytest.mark.parametrize(
    ("text", "total", "number", "per"),
    [
        ("进口矿砂1186.2万吨，价值91.3亿元，每吨均价769.7元。", "91.3亿元", "1186.2万吨", 1),
        ("脐橙种植面积9.4万亩，产量14.1万吨，亩均1.5吨。", "14.1万吨", "9.4万亩", 1),
        ("专利21764件，按常住人口486.5万人计算，每万人拥有44.7件。", "21764件", "486.5万人", 10000),
        ("粮食播种面积98.4万亩，总产量44.92万吨，平均亩产456.5公斤。", "44.92万吨", "98.4万亩", 1000),
        ("销售收入27.03亿元，占比31.28%，销量61.2万台，折合单台均价4417元。", "27.03亿元", "61.2万台", 1),
        ("出口4.8亿美元，出口数量0.89万吨，出口单价53.9美元/公斤。", "4.8亿美元", "0.89万吨", 0.001),
    ],
)
def test_an_average_right_behind_amount_and_number(text: str, total: str, number: str, per: float) -> None:
    assert of_last_figure(text) == (total, number, pytest.approx(per))


@pytest.mark.parametrize(
    "text",
    [
        "全市有农户432户，户均增收1.2万元。",  # no amount to divide
        "园区产值91.3亿元，税收5.2亿元，利润1.1亿元。",  # no average
    ],
)
def test_what_lacks_one_of_the_three_is_none(text: str) -> None:
    assert of_last_figure(text) is None
