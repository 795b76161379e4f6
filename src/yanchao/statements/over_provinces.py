"""Zones over several provinces (长三角, 东部地区), whose figures are no one's of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from yanchao.quick import pattern
from yanchao.statements.context import Draft
from yanchao.statements.grammar import Grammar
from yanchao.statements.statement import Span

_PARTS_OF_THE_NATION = ("东部", "中部", "西部", "东北", "沿海", "内陆")


def over_provinces(name: str, grammar: Grammar) -> bool:
    """我国东部地区: whether whose a figure is lies in several provinces, so that it is the figure of none."""
    start = len("我国") if name.startswith(("我国", "全国")) else 0
    if name in _PARTS_OF_THE_NATION:
        return True  # 中部、西部地区: the first of a list
    return grammar.cross_province.match(name, start) is not None


_BEFORE_A_ZONE = pattern(
    r"(?:(?:据|从)[^，。；]{2,14}|[^，。；]{0,8}(?:年|月份?|季度|半年|以来|期间|日|末|底)|同时|此外|其中)，"
)
"""据某某海关统计，前7个月，|长三角地区…: what a paragraph may say before the zone that it is about."""


def _where_zones_lead(text: str) -> Iterator[int]:
    """Where in a paragraph the zone may stand that it is about: at its beginning, or behind when and on whose word."""
    at = 0
    yield at
    while (before := _BEFORE_A_ZONE.match(text, at)) is not None:
        at = before.end()
        yield at


@lru_cache(maxsize=2)
def _leads_with_zone(text: str, zone: re.Pattern[str]) -> bool:
    """Whether a paragraph is about a zone; asked for each of its figures."""
    return any(zone.match(text, at) is not None for at in _where_zones_lead(text))


def in_zone(draft: Draft, own: Sequence[Span], text: str, grammar: Grammar) -> bool:
    """Whether the paragraph or the sentence opens with a zone over several provinces, or the figure's `own` words name one."""
    zone = grammar.cross_province
    return (
        _leads_with_zone(text, zone)
        or zone.match(text, draft.sentence.start, draft.clause.start) is not None
        or any(zone.search(text, span.start, span.end) for span in own)
    )
