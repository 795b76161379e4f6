"""So much of a day is of what has just been made, or of who makes it."""

from __future__ import annotations

import pytest

from making import document
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract


@pytest.mark.parametrize(
    ("text", "figure", "subject"),
    [
        ("2024年6月，全国生产粗钢900万吨，同比增长1%，日产30万吨，环比增长2%。", "30万吨", "粗钢"),
        ("2024年6月，全国生产粗钢900万吨，同比增长1%，日产30万吨，环比增长2%。", "2%", "粗钢"),
        ("2024年6月，全国生产粗钢900万吨；生产生铁700万吨，日均产量23万吨。", "23万吨", "生铁"),
        ("上半年，湖南省累计销售汽车80万辆，月均销量13万辆。", "13万辆", "汽车"),
        ("1—5月，山西累计生产原煤5亿吨，日均生产340万吨。", "340万吨", "原煤"),
        ("10月，全国规上工业企业共加工原油6000万吨，日均加工195万吨。", "195万吨", "规上工业企业"),
        ("一季度，重点监测企业累计生产纯碱900万吨，日产10万吨，下降1%。", "10万吨", "重点监测企业"),
        ("一季度，重点监测企业累计生产纯碱900万吨，日产10万吨，下降1%。", "1%", "重点监测企业"),
        ("一季度，云帆集团累计生产电解铝90万吨，日均产量2500吨。", "2500吨", "云帆集团"),
    ],
)
def test_so_much_of_a_day_is_of_what_has_just_been_made(text: str, figure: str, subject: str) -> None:
    found = {text[each.start : each.end]: each for each in extract(document(text), load()).statements}
    assert found[figure].subject == subject


def test_a_rate_that_names_its_own_product_keeps_it() -> None:
    text = "全国生产粗钢900万吨，焦炭日均产量30万吨。"
    found = {text[each.start : each.end]: each for each in extract(document(text), load()).statements}
    assert found["30万吨"].subject == "焦炭"


def test_what_is_made_is_no_maker() -> None:
    text = "固州市有专用车生产企业18家，月产40万辆。"
    found = {text[each.start : each.end]: each for each in extract(document(text), load()).statements}
    assert found["40万辆"].subject != "企业"
