"""Named things gathered from all mentions: who is named how often, for which clusters, in which sentences.

The database gathers; what comes back is as large as what is to be shown, however many documents there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from yanchao.ledger.ledger import Ledger, Named, named
from yanchao.quick import dataclass
from yanchao.statements.statement import Role


@dataclass(frozen=True, slots=True)
class Gathered:
    """One thing in one role, and for one cluster where that was asked.

    `name`, `entity` and `region` are those of its first mention, `clusters` those that it is named for, `total` how
    often it is named, `sentences` a mention in each of the first few sentences that name it.
    """

    id: str
    role: Role
    cluster: str | None
    name: str
    entity: str | None
    region: str | None
    clusters: tuple[str, ...]
    total: int
    sentences: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which things: of these roles, and of one cluster, one thing or one place where given.

    With `by_cluster`, what is named for each cluster is gathered apart, and what is named for none left out.
    """

    roles: Sequence[Role]
    cluster: str | None = None
    id: str | None = None
    region: str | None = None
    by_cluster: bool = False


def things(ledger: Ledger, asked: Asked, *, most: int, sentences: int) -> tuple[Gathered, ...]:
    """The `most` things of each role that are named most often, with so many of their sentences."""
    chosen, values = _chosen(asked)
    found = list(
        ledger.each_row(
            f"{chosen} SELECT role, apart, thing, total, clusters, name, entity, region FROM totals "  # noqa: S608
            f"WHERE place <= {int(most)} ORDER BY apart, total DESC, thing, role",
            values,
        )
    )
    said: dict[tuple[Any, ...], list[Named]] = {}
    for row in ledger.each_row(
        f"""{chosen}, kept AS (
            SELECT role, apart, thing, document, min(mention) AS opening, max(mention) AS mention
            FROM chosen WHERE (role, thing) IN (SELECT (role, thing) FROM totals WHERE place <= {int(most)})
            GROUP BY role, apart, thing, document, sentence_start, sentence_end
            QUALIFY row_number() OVER (PARTITION BY role, apart, thing ORDER BY document, opening) <= {int(sentences)}
        )
        SELECT m.*, k.role, k.apart, k.thing FROM kept k JOIN mentions m USING (document, mention)
        ORDER BY document, opening""",  # noqa: S608
        values,
    ):
        said.setdefault(row[-3:], []).append(named(row))
    return tuple(
        Gathered(
            id=thing,
            role=Role(role),
            cluster=apart or None,
            name=name,
            entity=entity,
            region=region,
            clusters=tuple(clusters),
            total=total,
            sentences=tuple(said.get((role, apart, thing), ())),
        )
        for role, apart, thing, total, clusters, name, entity, region in found
    )


def how_many(ledger: Ledger, asked: Asked) -> dict[Role, int]:
    """How many things there are of each role."""
    chosen, values = _chosen(asked)
    found = ledger.each_row(f"{chosen} SELECT role, count(*) FROM totals GROUP BY role", values)  # noqa: S608
    return {Role(role): count for role, count in found}


def _chosen(asked: Asked) -> tuple[str, list[Any]]:
    """The mentions that were asked for, as `chosen`, and the things that they name, as `totals`."""
    conditions, values = ["role IN (SELECT unnest(?))"], [list(map(str, asked.roles))]
    for column, value in (("cluster", asked.cluster), (_ID, asked.id), ("region", asked.region)):
        if value is not None:
            conditions.append(f"{column} = ?")
            values.append(value)  # type: ignore[arg-type]
    if asked.by_cluster:
        conditions.append("cluster IS NOT NULL")
    apart = "cluster" if asked.by_cluster else "''"
    return (
        f"""WITH chosen AS (
            SELECT document, mention, sentence_start, sentence_end, role, {_ID} AS thing, {apart} AS apart,
                   cluster, name, entity, region
            FROM mentions WHERE {" AND ".join(conditions)}
        ),
        totals AS (
            SELECT role, apart, thing, count(*) AS total,
                   list_sort(coalesce(list(DISTINCT cluster) FILTER (cluster IS NOT NULL), [])) AS clusters,
                   arg_min_null(name, (document, mention)) AS name,
                   arg_min_null(entity, (document, mention)) AS entity,
                   arg_min_null(region, (document, mention)) AS region,
                   row_number() OVER (PARTITION BY role, apart ORDER BY count(*) DESC, thing) AS place
            FROM chosen GROUP BY role, apart, thing
        )""",  # noqa: S608
        values,
    )


_ID = "coalesce(nullif(entity, ''), name)"
