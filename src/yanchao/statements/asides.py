"""Brackets that tell of another time (2015年同期为3%), which dates nothing behind them."""

from __future__ import annotations

from yanchao.quick import pattern

_LONGEST_ASIDE = 60
_ASIDE = pattern(r"[(（](?P<before>[^()（）。]*)$")
_ASIDE_ENDS = pattern(r"[^()（）。]*[)）]")
_OF_ITS_OWN = pattern(
    r"(?:其中)?，?(?:(?:19|20)\d\d年)?(?:\d{1,2}月份?|第?[一二三四]季度|[上下]半年|前[三3]季度|去年|上年|当月|(?:19|20)\d\d年)(?:[末底]|同期)?[^()（）\d，]{1,10}\d"
)
"""(6月份增长16.0%): a bracket that opens with a time gives its own figure."""

_TOLD_AGAINST = pattern(r"次于|分别|由|同期")


def aside_end(text: str, at: int) -> int | None:
    """增长9%（2015和2016年同期分别增长3%和5%）: where a bracket closes that tells of another time at `at`; None where none does."""
    opens = _ASIDE.search(text, max(0, at - _LONGEST_ASIDE), at)
    closes = _ASIDE_ENDS.match(text, at, at + _LONGEST_ASIDE) if opens is not None else None
    if opens is None or closes is None:
        return None
    if not opens["before"] and _OF_ITS_OWN.match(text, at, closes.end()) is not None:
        return closes.end()
    if _TOLD_AGAINST.search(text, opens.start(), closes.end()) is None:
        return None
    return closes.end()
