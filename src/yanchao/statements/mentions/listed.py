"""Names that the packs list: firms, institutes, platforms and projects, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yanchao.lexicon.entries import Entity
from yanchao.quick import pattern
from yanchao.statements.mentions._sight import Example, Found, Sight
from yanchao.statements.statement import Role

ORDER = 20
EXAMPLES = (
    Example(
        "比亚迪去年在汽车领域推出多款新品。",
        (("比亚迪", "leading-firm", "automotive"),),
    ),
    Example(
        "家电展台上，美的、格力人气最旺。",
        (("美的", "leading-firm", "appliances"), ("格力", "leading-firm", "appliances")),
    ),
    Example("山美的让人流连，海南网络也很快。"),
)

_FIRMS = (Role.FIRM, Role.LEADING_FIRM)
_BESIDE = pattern(r"[、“”‘’\"]")


def find(sight: Sight) -> Iterator[Found]:
    for mark in sight.entity_marks:
        entity = sight.lexicon.entities[mark.id]
        if Role(entity.role) is not Role.FUTURE_INDUSTRY:
            yield found(mark.start, mark.end, entity)
    yield from _short_names(sight)


def found(start: int, end: int, entity: Entity, role: Role | None = None) -> Found:
    """A listed name; the text may call a firm a leading one, never a leading one a mere firm."""
    own = Role(entity.role)
    settled = Role.LEADING_FIRM if role is Role.LEADING_FIRM and own is Role.FIRM else own
    return Found(start, end, settled, entity.name, entity.id, entity.region)


def _short_names(sight: Sight) -> Iterator[Found]:
    """美的 is a firm beside 、 and another firm; in running text it is an ordinary word."""
    text = sight.text
    for match in sight.words.listed.finditer(text):
        start, end = match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        if sight.in_title(start) or not (_BESIDE.match(before) or _BESIDE.match(after)):
            continue
        if after and not re.match(r"[、“”‘’\"等和与及，。；]", after):
            continue
        if _has_neighbour(sight, start, end):
            yield found(start, end, sight.words.entity_by_word[match[0]])


def _has_neighbour(sight: Sight, start: int, end: int) -> bool:
    """Whether the next member on either side is a firm that the packs know."""
    text, table = sight.text, sight.words.entity_by_word
    if text[end : end + 1] == "、":
        for length in range(12, 1, -1):
            entity = table.get(text[end + 1 : end + 1 + length])
            if entity is not None and Role(entity.role) in _FIRMS:
                return True
    if text[start - 1 : start] == "、":
        for length in range(12, 1, -1):
            if start - 1 - length < 0:
                continue
            entity = table.get(text[start - 1 - length : start - 1])
            if entity is not None and Role(entity.role) in _FIRMS:
                return True
    return False
