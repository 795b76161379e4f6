"""2021—2025年, 2019年至2021年上半年: from year to year, or a part of each of them."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.period import Period, TimeRole
from yanchao.statements.times._calendar import IN_DIGITS, part
from yanchao.statements.times._found import Example, Found

ORDER = 20
PATTERN = (
    r"(?P<first>(?:19|20)\d\d)年?(?:—|-|~|至|到)(?P<last>(?:19|20)\d\d)年"
    r"(?:间|期间|(?P<each>上半年|下半年|前三季度|一季度))?"
)
OPENINGS = IN_DIGITS
EXAMPLES = (
    Example("2021—2025年产值年均增长5%。", "2021—2025年", "2021/2025"),
    Example("2021年至2025年产值年均增长5%。", "2021年至2025年", "2021/2025"),
    Example("2019年至2021年上半年，产值分别为1亿元、2亿元、3亿元。", "2019年至2021年上半年", "2019/2021"),
    Example("编制总体规划（2021—2035年）。", "2021—2035年", "2021/2035", TimeRole.NAME),
)

_MOST_PARTS = 6
"""How many years a run may have that a list of figures goes through one by one."""

_PLAN_BEFORE = pattern(r"(?:规划|计划|方案|纲要|意见|蓝图)[^，。；、(（]{0,8}[(（]$")
_REACH_OF_A_PLAN = 16


def resolve(found: Found) -> Period:
    first, last, each = int(found.match["first"]), int(found.match["last"]), found["each"]
    years = range(first, last + 1) if last - first < _MOST_PARTS else ()
    parts = tuple(part(one, each, quarter="一") if each else str(one) for one in years)
    role = TimeRole.NAME if _names_a_plan(found.text, found.start, found.end) else found.role
    return found.period(f"{first}/{last}", role, parts=parts)


def _names_a_plan(text: str, start: int, end: int) -> bool:
    """编制总体规划（2021—2035年）: years alone in a bracket behind a plan are part of its name, where it does not head what follows (规划（2021—2035年）：)."""
    if text[end : end + 1] not in (")", "）") or text[end + 1 : end + 2] in (":", "："):
        return False
    return _PLAN_BEFORE.search(text, max(0, start - _REACH_OF_A_PLAN), start) is not None
