"""Named things — places, firms, institutes, platforms, projects, plans — gathered with the words that name them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from yanchao.atlas import paths
from yanchao.atlas.evidence import Quote, of_named
from yanchao.atlas.facts import Facts, grouped
from yanchao.atlas.language import Text, both
from yanchao.ledger.ledger import Named
from yanchao.statements.statement import Role

PLACES = (Role.CORE_CITY, Role.NODE_CITY, Role.BASE_CITY)
ACTORS = (
    Role.LEADING_FIRM,
    Role.FIRM,
    Role.INSTITUTE,
    Role.PLATFORM,
    Role.PROJECT,
    Role.PRODUCT,
)
OUTLOOK = (Role.DIRECTION, Role.FUTURE_INDUSTRY)

QUOTES_SHOWN = 6
"""Sentences shown for one name; the rest is on its document's page."""


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
    """The things of one role."""

    role: Role
    things: tuple[Thing, ...]


def groups(facts: Facts, named: Iterable[Named], roles: Sequence[Role]) -> tuple[Group, ...]:
    """The named things of each role, roles in the order given, things by how often they are named."""
    by_role = grouped(named, lambda each: each.mention.role)
    return tuple(Group(role, things(facts, by_role[role])) for role in roles if role in by_role)


def things(facts: Facts, named: Iterable[Named]) -> tuple[Thing, ...]:
    """The distinct things of one role."""
    found = [_thing(facts, same) for same in grouped(named, _identity).values()]
    return tuple(sorted(found, key=lambda thing: (-thing.total, thing.id)))


def _identity(named: Named) -> str:
    return named.mention.entity or named.mention.name


def _thing(facts: Facts, same: Sequence[Named]) -> Thing:
    first = same[0].mention
    distinct = list({(each.document, each.mention.sentence): each for each in same}.values())
    return Thing(
        id=_identity(same[0]),
        name=_name(facts, same[0]),
        role=first.role,
        region=first.region,
        clusters=tuple(sorted({each.mention.cluster for each in same if each.mention.cluster})),
        quotes=tuple(of_named(facts, each) for each in distinct[:QUOTES_SHOWN]),
        total=len(same),
        path=_path(facts, same[0]),
    )


def _name(facts: Facts, named: Named) -> Text:
    entity = named.mention.entity or ""
    if entity in facts.lexicon.regions:
        return facts.region_name(entity)
    if plan := facts.lexicon.plans.get(entity):
        return Text(plan.title, plan.title_en)
    if listed := facts.lexicon.entities.get(entity):
        return Text(listed.name, listed.name_en or listed.name)
    return both(named.mention.name)


def _path(facts: Facts, named: Named) -> str | None:
    entity = named.mention.entity or ""
    if named.mention.role in PLACES and entity in facts.lexicon.regions:
        return paths.place(entity)
    if named.mention.role is Role.PLAN:
        return paths.plan(_identity(named))
    return None
