"""今年，我们将抓好以下工作：, 2024年，我们主要做了以下工作。: a sentence that says whose year the work told behind it is."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.period import Period, TimeRole

_OPENS = pattern(
    r"(?:^|[。！？：:\n])\s*(?:(?:各位代表|同志们)[，！：:])?(?:按照|根据|围绕)?[^。！？\d]{0,24}$"
)
_LEADS_TO_WORK = pattern(
    r"(?!以来|[前上下]|第?[一二三四]季)[^。；\d]{0,44}?(?P<what>做了|抓了|开展了|完成了|抓好|做好|办好|推进|落实|实施|开展|突出|聚焦|实现|抓实|抓)[^。；，\d]{0,8}?"
    r"(?:以下|如下)[^。；，]{0,16}?(?:工作|任务|实事|举措|行动|方面|重点|要事)[。：:]"
)
_DONE = ("做了", "抓了", "开展了", "完成了")
_TO_BE_DONE = pattern(r"[将要拟]|重点|集中")


def leads_to_work(text: str, period: Period) -> bool | None:
    """Whether a year opens a sentence that leads to the work told behind it: True of work to be done, False of work done; None where it does not."""
    if period.role is not TimeRole.AT or len(period.iso or "") != len("2025"):
        return None
    found = _LEADS_TO_WORK.match(text, period.end)
    if found is None or _OPENS.search(text, max(0, period.start - 40), period.start) is None:
        return None
    if found["what"] in _DONE:
        return False
    return _TO_BE_DONE.search(text, period.end, found.end()) is not None
