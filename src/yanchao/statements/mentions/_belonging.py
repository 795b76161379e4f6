"""To which cluster a mention belongs: by its own name, by the words around it, by the section it stands in."""

from __future__ import annotations

import re

from yanchao.statements.mentions._sight import Found, Sight
from yanchao.statements.statement import Role, Span

_TOPIC = re.compile(r"领域|方面|产业|行业|集群|赛道|上，")
_PLACED = (Role.PLATFORM, Role.PROJECT, Role.INSTITUTE)
"""What stays with its field wherever it is named; a firm goes with the section that names it."""

_NEAR, _FAR = 20, 400
_PLACES = (Role.CORE_CITY, Role.NODE_CITY, Role.BASE_CITY)


def cluster_of(found: Found, sight: Sight) -> str | None:
    """The cluster of a mention, None where nothing tells it.

    The name's own cluster first (a plan counts for what its title names); then the section's, where the sentence
    speaks of it; then the cluster that the clause speaks of; then what the packs or the section say.
    """
    if found.everywhere or found.cluster is not None:
        return found.cluster
    section = sight.frame.cluster.value if sight.frame.cluster else None
    sentence = sight.sentence_of(found.start)
    if section is not None and section in sight.clusters_of(sentence):
        return section
    if found.role in _PLACED and found.entity is None:
        return _of_name(sight, found) or _of_topic(sight, sentence, found) or section
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
    if found.role in _PLACES:
        return _nearest(sight, Span(_before(sight, sentence), sentence.end), found)
    return _nearest(sight, sentence, found)


def _before(sight: Sight, sentence: Span) -> int:
    """Where the sentence before this one begins: 集群以深圳为核心 speaks of the industry just named."""
    return sight.sentence_of(sentence.start - 1).start if sentence.start else 0


def _of_name(sight: Sight, found: Found) -> str | None:
    """The cluster that the name itself speaks of (机器人创新中心), the longest word where there are several."""
    inside = sight.cluster_marks_in(Span(found.start, found.end))
    return max(inside, key=lambda mark: mark.end - mark.start).id if inside else None


def _of_topic(sight: Sight, sentence: Span, found: Found) -> str | None:
    """The cluster that the sentence opened as its topic before the name (数控机床领域, 机器人产业)."""
    for mark in reversed(sight.cluster_marks_in(Span(sentence.start, found.start))[-_NEAR:]):
        if _TOPIC.match(sight.text, mark.end) or sight.text.endswith("产业", mark.start, mark.end):
            return mark.id
    return None


def _nearest(sight: Sight, span: Span, found: Found) -> str | None:
    """The cluster named last before the mention, else first in it or after it."""
    before = sight.cluster_marks_in(Span(max(span.start, found.start - _FAR), found.start))
    if before:
        return before[-1].id
    after = sight.cluster_marks_in(Span(found.start, min(span.end, found.start + _FAR)))
    return after[0].id if after else None
