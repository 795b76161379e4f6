"""The profile of a cluster: places, firms, institutes, platforms, projects, plans and the ends of its chain, with their words.

A thing that is mentioned several times is one entry with all its mentions; where they give it several roles, the
strongest stands (a core city is not also listed as a node), and every mention keeps its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from yanchao.ledger.ledger import Ledger, Named
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass
from yanchao.statements.statement import Role

PLACES = (Role.CORE_CITY, Role.NODE_CITY, Role.BASE_CITY)
FIRMS = (Role.LEADING_FIRM, Role.FIRM)
PROVINCE_WIDE = (Role.FUTURE_INDUSTRY, Role.DIRECTION)


@dataclass(frozen=True, slots=True)
class Actor:
    """A named thing and its strongest role. `id` is its id in the packs, None where no pack lists it."""

    name: str
    id: str | None
    region: str | None
    role: Role
    mentions: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """Who and what the documents name for a cluster, each group with the most mentioned first."""

    cluster: str
    places: tuple[Actor, ...]
    firms: tuple[Actor, ...]
    institutes: tuple[Actor, ...]
    platforms: tuple[Actor, ...]
    projects: tuple[Actor, ...]
    products: tuple[Actor, ...]
    upstream: tuple[Actor, ...]
    downstream: tuple[Actor, ...]
    plans: tuple[Actor, ...]
    reports: tuple[Actor, ...]
    directions: tuple[Actor, ...]


def profile(cluster: str, ledger: Ledger) -> Profile:
    """The profile of one cluster; its groups are empty where no document names anyone."""
    mentions = ledger.mentions(cluster=cluster)
    return Profile(
        cluster=cluster,
        places=actors(mentions, PLACES),
        firms=actors(mentions, FIRMS),
        institutes=actors(mentions, (Role.INSTITUTE,)),
        platforms=actors(mentions, (Role.PLATFORM,)),
        projects=actors(mentions, (Role.PROJECT,)),
        products=actors(mentions, (Role.PRODUCT,)),
        upstream=actors(mentions, (Role.UPSTREAM,)),
        downstream=actors(mentions, (Role.DOWNSTREAM,)),
        plans=actors(mentions, (Role.PLAN,)),
        reports=actors(mentions, (Role.REPORT,)),
        directions=actors(mentions, (Role.DIRECTION,)),
    )


def province_wide(ledger: Ledger) -> tuple[Actor, ...]:
    """The future industries and directions that the documents name, whatever the cluster."""
    return actors(ledger.mentions(), PROVINCE_WIDE)


def profiles(ledger: Ledger, lexicon: Lexicon) -> Iterator[Profile]:
    """The profiles of all clusters of the packs, in their order."""
    return (profile(cluster, ledger) for cluster in lexicon.clusters)


def actors(mentions: Iterable[Named], roles: tuple[Role, ...]) -> tuple[Actor, ...]:
    """The things that the mentions name in one of `roles`, strongest role first, then the most mentioned."""
    together: dict[str, list[Named]] = {}
    for named in mentions:
        if named.mention.role in roles:
            together.setdefault(named.mention.entity or named.mention.name, []).append(named)
    found = (_actor(group, roles) for group in together.values())
    return tuple(sorted(found, key=lambda actor: (roles.index(actor.role), -len(actor.mentions), actor.name)))


def _actor(group: list[Named], roles: tuple[Role, ...]) -> Actor:
    strongest = min(group, key=lambda named: roles.index(named.mention.role)).mention
    return Actor(strongest.name, strongest.entity, strongest.region, strongest.role, tuple(group))
