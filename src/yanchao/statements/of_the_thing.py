"""开通地铁新线3条、运营里程30公里: what a measure is of, where its sentence has just counted or named it."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.context import Draft, near
from yanchao.statements.inherit import Words

_LINES = pattern(r"(?:线路?|铁路|公路|高速|轨道交通|地铁|航线|绿道|管[网廊道])$")
_LENGTH_OF_LINES = pattern(r"[\u4e00-\u9fff]{0,4}里程$")
_SCHOOLS = pattern(r"(?:小学|初中|高中|中学|幼儿园|学校|高校|学院)$")
_OF_SCHOOLS = pattern(r"(?:当年)?(?:招生|毕业生|在校(?:学)?生|教职工|专任教师|在园(?:幼儿|儿童))(?:人?数)?")
_REACHES_PEOPLE = pattern(
    r"(?:预计|将|可|累计|直接|共|已)*(?:惠及|受益)(?:群众|人口|人数|居民|企业|农户|学生)?"
)


def is_of_the_thing(draft: Draft, thing: Words, text: str) -> bool:
    """开通地铁新线3条、运营里程30公里; 出台政策10项，惠及90万人: whether a measure is of what was just counted or named."""
    measure = draft.filling.measure
    if measure is None:
        return False
    start, end = measure.start, measure.end
    if text.endswith("里程", start, end):
        is_one = _LENGTH_OF_LINES.fullmatch(text, start, end) is not None and bool(_LINES.search(thing.value))
    elif _REACHES_PEOPLE.fullmatch(text, start, end):
        is_one = text[start - 1] in "，、"
    else:
        is_one = _OF_SCHOOLS.fullmatch(text, start, end) is not None and bool(_SCHOOLS.search(thing.value))
    return is_one and "；" not in text[near(draft.sentence.start, start) : start]
