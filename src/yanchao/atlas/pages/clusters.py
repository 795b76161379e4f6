"""A page a cluster, and the list of them: figures, targets, places, actors, plans, and what was found wrong."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from yanchao.atlas import caps, linked, naming, paths, tilemap
from yanchao.atlas.cards import Hand, hand
from yanchao.atlas.facts import Facts
from yanchao.atlas.faults import Fault, faults
from yanchao.atlas.ladder import Aim, Goals, Place, goals, home_aims, ladder
from yanchao.atlas.language import phrase
from yanchao.atlas.page import Later, Sheet
from yanchao.atlas.spread import Spread, spread
from yanchao.atlas.timeline import Year, timeline
from yanchao.clusters.standing import Standing
from yanchao.ledger.ledger import Part
from yanchao.ledger.things import Asked
from yanchao.lexicon.entries import Plan
from yanchao.quick import dataclass
from yanchao.statements.statement import Role


@dataclass(frozen=True, slots=True)
class ClusterView:
    """Everything that the documents say about one cluster."""

    place: Place
    standing: Standing | None
    judged: tuple[Aim, ...]
    goals: tuple[Goals, ...]
    targets_left_out: int
    cards: Hand
    years: tuple[Year, ...]
    spread: tuple[Spread, ...]
    cities: tuple[naming.Group, ...]
    tiles: tuple[tilemap.Coloured, ...]
    actors: tuple[naming.Group, ...]
    outlook: tuple[naming.Group, ...]
    plans: tuple[naming.Thing, ...]
    listed_plans: tuple[Plan, ...]
    faults: Part[Fault]

    @property
    def is_empty(self) -> bool:
        return not (self.cards.cards or self.cities or self.actors or self.outlook)


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
    for place in (place for rung in rungs for place in rung.places):
        yield Sheet(
            path=place.path,
            template="cluster.html",
            section="clusters",
            title=place.name,
            summary=phrase("cluster.summary", name=place.name),
            view=Later(partial(_view, facts, place)),
            linked=linked.of_cluster(facts, place.cluster),
        )


def _view(facts: Facts, place: Place) -> ClusterView:
    id = place.cluster.id
    cities = naming.groups(facts, Asked(naming.PLACES, cluster=id))
    plans = naming.groups(facts, Asked((Role.PLAN,), cluster=id))
    standing = facts.standings.get(id)
    found = home_aims(facts, standing) if standing else ()
    judged = tuple(aim for aim in found if aim.standing.actual is not None)
    unjudged = goals([aim for aim in found if aim.standing.actual is None])
    shown = {thing.id for group in plans for thing in group.things}
    weights: dict[str, int] = {}
    for group in cities:
        for thing in group.things:
            if thing.region:
                weights[thing.region] = max(weights.get(thing.region, 0), ROLE_WEIGHT[group.role])
    cards = hand(facts, facts.series(cluster=id))
    its_plans = [plan for plan in facts.lexicon.plans.values() if plan.cluster == id]
    return ClusterView(
        place=place,
        standing=standing,
        judged=judged[: caps.TARGETS],
        goals=unjudged[: caps.PLANS],
        targets_left_out=len(judged[caps.TARGETS :])
        + sum(len(group.aims) for group in unjudged[caps.PLANS :]),
        cards=cards,
        years=timeline(
            [card for card in cards.cards if not card.is_elsewhere],
            found,
            its_plans,
        ),
        spread=spread(facts, facts.lexicon.home, id),
        cities=cities,
        tiles=tilemap.coloured(facts.lexicon.home, weights),
        actors=naming.groups(facts, Asked(naming.ACTORS, cluster=id)),
        outlook=naming.groups(facts, Asked(naming.OUTLOOK, cluster=id)),
        plans=plans[0].things if plans else (),
        listed_plans=tuple(plan for plan in its_plans if plan.id not in shown),
        faults=faults(facts, cluster=id, limit=caps.FAULTS),
    )
