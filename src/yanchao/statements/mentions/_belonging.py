"""To which cluster a mention belongs: by its own name, by the words around it, by the section it stands in."""

from __future__ import annotations

from yanchao.statements.mentions._sight import Found, Sight
from yanchao.statements.statement import Role, Span

_PLACED = (Role.PLATFORM, Role.PROJECT, Role.INSTITUTE)
"""What stays with its field wherever it is named; a firm goes with the section that names it."""

_WITH_TOPIC = (Role.CORE_CITY, Role.NODE_CITY, Role.BASE_CITY, Role.FIRM, Role.LEADING_FIRM)
"""What a paragraph names for the industry that it has been speaking of."""


def cluster_of(found: Found, sight: Sight) -> str | None:
    """The cluster of a mention, None where nothing tells it.

    The name's own cluster first (a plan counts for what its title names); then the section's, where the sentence
    speaks of it; then the cluster that the clause speaks of; then what the packs or the section say.
    """
    if found.everywhere or found.cluster is not None:
        return found.cluster
    section = sight.frame.cluster.value if sight.frame.cluster else None
    sentence = sight.sentence_of(found.start)
    if section is not None and section in _spoken_of(sight, sentence):
        return section
    clause = _nearest(sight, sight.clause_of(found.start), found)
    if clause is not None:
        return clause
    entity = sight.lexicon.entities.get(found.entity or "")
    own = entity.cluster if entity else None
    if found.role is Role.DIRECTION:
        return section
    order = (own, section) if found.role in _PLACED else (section, own)
    if order[0] or order[1]:
        return order[0] or order[1]
    return _nearest(sight, Span(0, sentence.end), found) if found.role in _WITH_TOPIC else None


def _spoken_of(sight: Sight, span: Span) -> tuple[str, ...]:
    return tuple(mark.id for mark in sight.cluster_marks if span.start <= mark.start and mark.end <= span.end)


def _nearest(sight: Sight, span: Span, found: Found) -> str | None:
    """The cluster named last before the mention, else first in it or after it."""
    inside = [mark for mark in sight.cluster_marks if span.start <= mark.start and mark.end <= span.end]
    before = [mark for mark in inside if mark.end <= found.start]
    if before:
        return before[-1].id
    return inside[0].id if inside else None
