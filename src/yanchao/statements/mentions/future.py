"""前瞻布局…等未来产业: industries that a text counts among those to come."""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.quick import pattern
from yanchao.statements.mentions._lists import has_form_of_name, listings
from yanchao.statements.mentions._sight import Example, Found, Sight
from yanchao.statements.statement import Role, Span

ORDER = 60
EXAMPLES = (
    Example(
        "前瞻布局类脑智能、低空经济、深空探测等未来产业。",
        (
            ("类脑智能", "future-industry", None),
            ("低空经济", "future-industry", None),
            ("深空探测", "future-industry", None),
        ),
    ),
    Example("人工智能机械臂在展台上写字。"),
)


_VERB = pattern(r"发展|布局|培育|壮大|抢占|聚焦|瞄准|锚定|紧盯|开辟|抢滩|谋划|竞逐|面向")


def find(sight: Sight) -> Iterator[Found]:
    text, words = sight.text, sight.words
    for listing in listings(sight, Role.FUTURE_INDUSTRY):
        if "新兴产业" in listing.how:
            continue
        for member in listing.members:
            verbs = list(_VERB.finditer(text, member.start, member.end - 1))
            member = Span(verbs[-1].end(), member.end) if verbs else member
            name = text[member.start : member.end]
            entity = words.entity_by_word.get(name)
            if entity is not None and Role(entity.role) is Role.FUTURE_INDUSTRY:
                yield Found(
                    member.start, member.end, Role.FUTURE_INDUSTRY, entity.name, entity.id, everywhere=True
                )
            elif 2 <= len(name) <= 10 and entity is None and _is_field(name, sight):
                yield Found(member.start, member.end, Role.FUTURE_INDUSTRY, everywhere=True)
    for mark in sight.entity_marks:
        entity = sight.lexicon.entities[mark.id]
        if Role(entity.role) is not Role.FUTURE_INDUSTRY:
            continue
        clause = sight.clause_of(mark.start)
        if text.startswith("领域", mark.end) or words.cue.search(text, clause.start, clause.end):
            yield Found(mark.start, mark.end, Role.FUTURE_INDUSTRY, entity.name, entity.id, everywhere=True)


def _is_field(name: str, sight: Sight) -> bool:
    return name in sight.words.common or has_form_of_name(name, sight.words)
