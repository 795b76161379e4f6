"""A page a measure: every series of it, of every cluster and place, side by side; and the list of measures."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from yanchao.atlas import caps, paths
from yanchao.atlas.cards import Hand, hand
from yanchao.atlas.facts import Facts, MeasureCount
from yanchao.atlas.language import Text, both, phrase
from yanchao.atlas.leaves import Leaf, leaves
from yanchao.atlas.page import Later, Sheet
from yanchao.quick import dataclass


@dataclass(frozen=True, slots=True)
class Listed:
    """One measure. `listed` is False where no pack knows it: its name is then the text's own word."""

    name: Text
    path: str
    listed: bool
    aliases: tuple[str, ...]
    count: MeasureCount


@dataclass(frozen=True, slots=True)
class MeasureView:
    """One measure with its weightiest series."""

    measure: Listed
    cards: Hand


@dataclass(frozen=True, slots=True)
class MeasuresView:
    """One page of the measures that have a page, and how many words for one came only once and have none."""

    leaf: Leaf[Listed]
    once: int


def sheets(facts: Facts) -> Iterator[Sheet]:
    listed = [_listed(facts, count) for id, count in facts.measures.items() if id in facts.measures_shown]
    listed.sort(key=lambda each: (not each.listed, -each.count.points, each.path))
    once = len(facts.measures) - len(listed)
    for leaf in leaves(paths.MEASURES, tuple(listed), caps.ENTRIES_A_PAGE):
        yield Sheet(
            path=leaf.here,
            template="measures.html",
            section="measures",
            title=phrase("measures.title"),
            summary=phrase("measures.summary"),
            view=MeasuresView(leaf, once),
        )
    for each in listed:
        if facts.stands(each.path):
            continue
        yield Sheet(
            path=each.path,
            template="measure.html",
            section="measures",
            title=each.name,
            summary=phrase("measure.summary", name=each.name),
            view=Later(partial(_view, facts, each)),
        )


def _view(facts: Facts, measure: Listed) -> MeasureView:
    return MeasureView(measure, hand(facts, facts.series(measure=measure.count.measure)))


def _listed(facts: Facts, count: MeasureCount) -> Listed:
    listed = facts.lexicon.measures.get(count.measure)
    return Listed(
        name=Text(listed.name, listed.name_en) if listed else both(count.measure),
        path=paths.measure(count.measure),
        listed=listed is not None,
        aliases=listed.aliases if listed else (),
        count=count,
    )
