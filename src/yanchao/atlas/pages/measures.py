"""A page a measure: every series of it, of every cluster and place, side by side; and the list of measures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from yanchao.atlas import paths
from yanchao.atlas.cards import Card, card, in_order_of_weight
from yanchao.atlas.facts import Facts, grouped
from yanchao.atlas.language import Text, phrase
from yanchao.atlas.page import Sheet
from yanchao.ledger.series import Series


@dataclass(frozen=True, slots=True)
class MeasureView:
    """One measure. `listed` is False where no pack knows it: its name is then the text's own word."""

    name: Text
    path: str
    listed: bool
    aliases: tuple[str, ...]
    cards: tuple[Card, ...]

    @property
    def points(self) -> int:
        return sum(len(card.points) for card in self.cards)


@dataclass(frozen=True, slots=True)
class MeasuresView:
    """All measures that have a page, and how many words for one came only once and have none."""

    measures: tuple[MeasureView, ...]
    once: int


def sheets(facts: Facts) -> Iterator[Sheet]:
    views = [
        _view(facts, id, series)
        for id, series in grouped(facts.series, lambda series: series.key.measure).items()
        if id in facts.measures_shown
    ]
    views.sort(key=lambda view: (not view.listed, -view.points, view.path))
    yield Sheet(
        path=paths.MEASURES,
        template="measures.html",
        section="measures",
        title=phrase("measures.title"),
        summary=phrase("measures.summary"),
        view=MeasuresView(
            measures=tuple(views),
            once=len({series.key.measure for series in facts.series} - facts.measures_shown),
        ),
    )
    for view in views:
        yield Sheet(
            path=view.path,
            template="measure.html",
            section="measures",
            title=view.name,
            summary=phrase("measure.summary", name=view.name),
            view=view,
        )


def _view(facts: Facts, id: str, series: tuple[Series, ...]) -> MeasureView:
    listed = facts.lexicon.measures.get(id)
    return MeasureView(
        name=facts.measure_name(series[0].key),
        path=paths.measure(id),
        listed=listed is not None,
        aliases=listed.aliases if listed else (),
        cards=tuple(in_order_of_weight([card(facts, each) for each in series])),
    )
