"""Trade with somebody in particular: a part of a place's trade, though its words say no more than 进出口."""

from __future__ import annotations

from yanchao.audit.dossier import Figure
from yanchao.quick import pattern

TRADE = frozenset({"trade", "exports", "imports"})
PARTNER = pattern(
    r"[对与同向自从](?!外|上|去|前|期|比)[^，,。；;、\d]{1,12}?(?:国家|地区|贸易|经济体|进出口|进口|出口)|(?:第[一二三四五六七八九十]|前[二三四五六七八九十])?大(?:贸易|出口|进口)(?:伙伴|市场|来源)"
)
"""Words with whom: 对东南亚国家贸易, 东盟为第一大贸易伙伴."""


def is_with_partner(figure: Figure) -> bool:
    """Whether it is trade with somebody whom its sentence names before it (对东南亚国家贸易…，进出口额…)."""
    if figure.topic.measure not in TRADE:
        return False
    return PARTNER.search(figure.document.text, figure.statement.sentence.start, figure.start) is not None
