"""目前, 当前, 现有企业9家: the day of the text, which ends the period before it."""

from __future__ import annotations

from yanchao.statements.period import Period, TimeRole
from yanchao.statements.times._found import Example, Found

ORDER = 140
PATTERN = r"(?P<now>当前|(?<![项题科书数])目前|如今|现如今|现在|现有(?=[^，。；]{0,14}\d)|迄今|至今(?!年))"
OPENINGS = {"当目": "前", "如迄至": "今", "现": "[如在有]"}
EXAMPLES = (
    Example("如今，企业30家。", "如今", None, TimeRole.NOW),
    Example("目前，企业30家。", "目前", None, TimeRole.NOW),
    Example("园区现有企业30家。", "现有", None, TimeRole.NOW),
)

_HAS_NOW = "现有"


def resolve(found: Found) -> Period | None:
    if found["now"] == _HAS_NOW and not _opens(found):
        return None  # 2024年末，全市现有企业30家: of the day that its sentence gives
    return found.period(None, TimeRole.NOW)


def _opens(found: Found) -> bool:
    """Whether no time stands before a word in its sentence, so that it gives the time itself (园区现有企业9家)."""
    return found.earlier is None or any(mark in found.text[found.earlier : found.start] for mark in "。；\n")
