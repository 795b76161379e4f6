"""预计销售9亿元，已完成3亿元: whether a figure behind a word of estimate is plainly on record, or the estimate goes on."""

from __future__ import annotations

import re

from yanchao.quick import pattern
from yanchao.statements.context import Draft

ON_RECORD = pattern(
    r"截至|截止|目前|已(?!预)|去年|(?<![较比])上年(?!同期|末)|今年以来|前[一二三]季度|上半年|\d月份|。"
)


def opens_all(text: str, draft: Draft, estimate: re.Match[str]) -> bool:
    """初步预计，生产总值增长5%；财政收入完成9亿元: whether an estimate, set apart, opens all that its sentence lists."""
    before = text[draft.sentence.start : estimate.start()].strip()
    return before in _OPENINGS_OF_ALL and text[estimate.end() : estimate.end() + 1] in ("，", "：")


_OPENINGS_OF_ALL = ("", "初步", "据初步")


def told_on_record(text: str, start: int, draft: Draft) -> bool:
    """Whether a word between `start` and a figure says that it is on record."""
    return ON_RECORD.search(text, start, draft.figure.start) is not None


_GOES_ON_ALIKE = pattern(r"(?:(?:同比|比上年|年均)?增长)?|[从由](?:[^，。；]{1,16}(?:到|至))?")
_PARTS_OF_A_LIST = pattern(r"；(?!实现|完成)")


def is_recorded(text: str, start: int, draft: Draft) -> bool:
    """Whether a word between `start` and a figure says that it is on record, or a semicolon that no list goes on behind.

    预计生产总值90亿元；财政收入8亿元: measure and figure alone go on as the list began.
    """
    at = draft.figure.start
    if told_on_record(text, start, draft):
        return True
    measure = draft.filling.measure
    opens = draft.filling.subject or measure
    alone = (
        draft.filling.economy
        and measure is not None
        and opens is not None
        and text[opens.start - 1] == "；"
        and _GOES_ON_ALIKE.fullmatch(text, measure.end, at) is not None
    )
    next_member = (
        measure is not None
        and draft.filling.subject is not None
        and measure.end <= draft.filling.subject.start
        and text[draft.filling.subject.start - 1] == "；"
        and draft.filling.subject.end == at
    )  # 预计销量90万辆，其中客车8万辆；货车3万辆
    return not alone and not next_member and _PARTS_OF_A_LIST.search(text, start, at) is not None
