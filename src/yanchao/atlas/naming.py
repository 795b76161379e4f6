"""Named things — places, firms, institutes, platforms, projects, plans — gathered with the words that name them."""

from __future__ import annotations

from collections.abc import Sequence

from yanchao.atlas import caps, paths
from yanchao.atlas.evidence import Quote, of_named
from yanchao.atlas.facts import Facts, grouped
from yanchao.atlas.language import Text, both
from yanchao.ledger.things import Asked, Gathered
from yanchao.quick import dataclass, replace
from yanchao.statements.statement import Mention, Role

PLACES = (Role.CORE_CITY, Role.NODE_CITY, Role.BASE_CITY)
ACTORS = (
    Role.LEADING_FIRM,
    Role.FIRM,
    Role.INSTITUTE,
    Role.PLATFORM,
    Role.PROJECT,
    Role.PRODUCT,
    Role.UPSTREAM,
    Role.DOWNSTREAM,
)
OUTLOOK = (Role.DIRECTION, Role.FUTURE_INDUSTRY)


@dataclass(frozen=True, slots=True)
class Thing:
    """One named thing in one role. `clusters` are those that name it, `total` how often it is named."""

    id: str
    name: Text
    role: Role
    region: str | None
    clusters: tuple[str, ...]
    quotes: tuple[Quote, ...]
    total: int
    path: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """The things of one role: those that are named most often, of `total`."""

    role: Role
    things: tuple[Thing, ...]
    total: int

    @property
    def left_out(self) -> int:
        return self.total - len(self.things)


def groups(
    facts: Facts, asked: Asked, *, most: int = caps.THINGS, together: int = caps.QUOTES
) -> tuple[Group, ...]:
    """The named things of each role, `most` at best, roles in the order given, things by how often they are named.

    `together` is how many sentences they may show in all.
    """
    found = things(facts, asked, most=most)
    share = caps.fair([len(thing.quotes) for thing in found], caps.QUOTES_OF_A_NAME, together)
    fewer = [replace(thing, quotes=thing.quotes[:share]) for thing in found]
    by_role = grouped(fewer, lambda thing: thing.role)
    totals = facts.how_many(asked) if any(len(same) == most for same in by_role.values()) else {}
    return tuple(
        Group(role, by_role[role], totals.get(role, len(by_role[role])))
        for role in asked.roles
        if role in by_role
    )


def things(
    facts: Facts, asked: Asked, *, most: int = caps.THINGS, sentences: int = caps.QUOTES_OF_A_NAME
) -> tuple[Thing, ...]:
    """The things that are named most often, in each role."""
    return tuple(_thing(facts, each) for each in facts.things(asked, most=most, sentences=sentences))


def by_cluster(facts: Facts, asked: Asked) -> Sequence[tuple[str, Thing]]:
    """The things named for each cluster, with one sentence each; clusters in the order in which they come first."""
    found = facts.things(replace(asked, by_cluster=True), most=caps.THINGS, sentences=1)
    first: dict[str, tuple[str, int]] = {}
    for each in found:
        where = min((said.document, said.mention.start) for said in each.sentences)
        cluster = each.cluster or ""
        first[cluster] = min(where, first.get(cluster, where))

    def order(each: Gathered) -> tuple[tuple[str, int], str, int, int, str]:
        cluster = each.cluster or ""
        return first[cluster], cluster, asked.roles.index(each.role), -each.total, each.id

    return [(each.cluster or "", _thing(facts, each)) for each in sorted(found, key=order)]


def _thing(facts: Facts, gathered: Gathered) -> Thing:
    return Thing(
        id=gathered.id,
        name=_name(facts, gathered),
        role=gathered.role,
        region=gathered.region,
        clusters=gathered.clusters,
        quotes=tuple(of_named(facts, each) for each in gathered.sentences),
        total=gathered.total,
        path=_path(facts, gathered),
    )


def _name(facts: Facts, gathered: Gathered) -> Text:
    entity = gathered.entity or ""
    if facts.lexicon.place(entity):
        return facts.region_name(entity)
    if plan := facts.lexicon.plans.get(entity):
        return Text(plan.title, plan.title_en)
    if listed := facts.lexicon.entities.get(entity):
        return Text(listed.name, listed.name_en or listed.name)
    return both(gathered.name)


def _path(facts: Facts, gathered: Gathered) -> str | None:
    return _page(facts, gathered.id, gathered.role, gathered.entity)


def page_of(facts: Facts, mention: Mention) -> str | None:
    """The page of what a text names, None where it has none."""
    id = mention.entity or mention.name
    if mention.role is Role.PLAN and id not in facts.plans_shown:
        return None
    return _page(facts, id, mention.role, mention.entity)


def _page(facts: Facts, id: str, role: Role, entity: str | None) -> str | None:
    if role in PLACES:
        return paths.place(entity) if entity and facts.lexicon.place(entity) else None
    if role is Role.PLAN:
        return paths.plan(id)
    return paths.name(id) if id in facts.names_shown else None
