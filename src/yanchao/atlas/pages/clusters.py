"""A page a cluster, and the list of them: figures, targets, places, actors, plans, and what was found wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from yanchao.atlas import naming, paths, tilemap
from yanchao.atlas.cards import Card, card, in_order_of_weight
from yanchao.atlas.facts import Facts
from yanchao.atlas.faults import Fault, faults
from yanchao.atlas.ladder import Aim, Goals, Place, aims, goals, ladder
from yanchao.atlas.language import phrase
from yanchao.atlas.page import Sheet
from yanchao.clusters.standing import Standing
from yanchao.lexicon.entries import Plan
from yanchao.statements.statement import Role


@dataclass(frozen=True, slots=True)
class ClusterView:
    """Everything that the documents say about one cluster."""

    place: Place
    standing: Standing | None
    judged: tuple[Aim, ...]
    goals: tuple[Goals, ...]
    cards: tuple[Card, ...]
    cities: tuple[naming.Group, ...]
    tiles: tuple[tilemap.Coloured, ...]
    actors: tuple[naming.Group, ...]
    outlook: tuple[naming.Group, ...]
    plans: tuple[naming.Thing, ...]
    listed_plans: tuple[Plan, ...]
    faults: tuple[Fault, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.cards or self.cities or self.actors or self.outlook)


ROLE_WEIGHT = {Role.CORE_CITY: 5, Role.NODE_CITY: 3, Role.BASE_CITY: 2}
"""Which shade a city has on the map of one cluster."""


def sheets(facts: Facts) -> Iterator[Sheet]:
    rungs = ladder(facts)
    yield Sheet(
        path=paths.CLUSTERS,
        template="clusters.html",
        section="clusters",
        title=phrase("clusters.title"),
        summary=phrase("clusters.summary"),
        view=rungs,
    )
    all_faults = faults(facts, facts.findings)
    for place in (place for rung in rungs for place in rung.places):
        yield Sheet(
            path=place.path,
            template="cluster.html",
            section="clusters",
            title=place.name,
            summary=phrase("cluster.summary", name=place.name),
            view=_view(facts, place, tuple(each for each in all_faults if place.cluster.id in each.clusters)),
        )


def _view(facts: Facts, place: Place, own_faults: tuple[Fault, ...]) -> ClusterView:
    id = place.cluster.id
    named = facts.named_by_cluster.get(id, ())
    cities = naming.groups(facts, named, naming.PLACES)
    plans = naming.groups(facts, named, (Role.PLAN,))
    standing = facts.standings.get(id)
    found = aims(facts, standing) if standing else ()
    shown = {thing.id for group in plans for thing in group.things}
    weights: dict[str, int] = {}
    for group in cities:
        for thing in group.things:
            if thing.region:
                weights[thing.region] = max(weights.get(thing.region, 0), ROLE_WEIGHT[group.role])
    return ClusterView(
        place=place,
        standing=standing,
        judged=tuple(aim for aim in found if aim.standing.actual is not None),
        goals=goals([aim for aim in found if aim.standing.actual is None]),
        cards=tuple(
            in_order_of_weight([card(facts, series) for series in facts.series_of_cluster.get(id, ())])
        ),
        cities=cities,
        tiles=tilemap.coloured(facts.lexicon, weights),
        actors=naming.groups(facts, named, naming.ACTORS),
        outlook=naming.groups(facts, named, naming.OUTLOOK),
        plans=plans[0].things if plans else (),
        listed_plans=tuple(
            plan for plan in facts.lexicon.plans.values() if plan.cluster == id and plan.id not in shown
        ),
        faults=own_faults,
    )
