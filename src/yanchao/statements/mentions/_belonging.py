"""To which cluster a mention belongs: by its own name, by the words around it, by the section it stands in."""

from __future__ import annotations

from bisect import bisect_left

from yanchao.quick import pattern
from yanchao.statements.mentions._sight import Found, Sight
from yanchao.statements.statement import Role, Span

_TOPIC = pattern(r"领域|方面|产业|行业|集群|赛道|上，")
_PLACED = (Role.PLATFORM, Role.PROJECT, Role.INSTITUTE)
"""What may say its field in its own name."""

_FIRMS = (Role.FIRM, Role.LEADING_FIRM)
_NEAR, _FAR = 20, 400
_PLACES = (Role.CORE_CITY, Role.NODE_CITY, Role.BASE_CITY)


def cluster_of(found: Found, sight: Sight) -> str | None:
    """The cluster of a mention, None where nothing tells it.

    The name's own cluster first (a plan counts for what its title names, 广东石化炼化一体化项目 is no steel); then the
    section's, where its sentence speaks of it; then the cluster that the clause or its topic speaks of; then the
    section's, which names its actors even where it does not repeat itself; last what the packs say, or a firm's own name.
    """
    if found.everywhere or found.cluster is not None:
        return found.cluster
    section = sight.frame.cluster.value if sight.frame.cluster else None
    sentence = sight.sentence_of(found.start)
    entity = sight.lexicon.entities.get(found.entity or "")
    own = entity.cluster if entity else None
    if found.role in _PLACED:
        says = _says_itself(found, sight)
        if says is not None and own in (None, says):
            return says
        if section is not None and (own is None or section in sight.clusters_of(sentence)):
            return section
        return _of_topic(sight, sentence, found) or section or own
    if section is not None and section in sight.clusters_of(sentence):
        return section
    clause = _nearest(sight, sight.clause_of(found.start), found)
    if clause is not None:
        return clause
    if found.role is Role.DIRECTION:
        return section
    if section or own:
        return section or own
    if found.role in _FIRMS and (says := _says_itself(found, sight)) is not None:
        return says
    if found.role in _PLACES:
        return _nearest(sight, Span(_before(sight, sentence), sentence.end), found)
    return _nearest(sight, sentence, found)


def _says_itself(found: Found, sight: Sight) -> str | None:
    """The cluster that a name speaks of in its own words (机器人创新中心), the longest word where there are several."""
    first = bisect_left(sight.marks, found.start, key=lambda mark: mark.start)
    last = bisect_left(sight.marks, found.end, key=lambda mark: mark.start)
    inside = [mark for mark in sight.marks[first:last] if mark.sort == "cluster" and mark.end <= found.end]
    return max(inside, key=lambda mark: mark.end - mark.start).id if inside else None


def _before(sight: Sight, sentence: Span) -> int:
    """Where the sentence before this one begins: 集群以深圳为核心 speaks of the industry just named."""
    return sight.sentence_of(sentence.start - 1).start if sentence.start else 0


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
