"""What changed from one build to another: figures, findings and targets, and the documents behind them.

A point of a series is known by its series, period and status, a target by all that it is set for, a fault by the document
it stands in, its rule and its words: a document that comes again in other bytes brings only what is new in it. The
database compares; what comes back is as large as what is asked for, however large the builds are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, TypeVar

from yanchao.clusters.standing import Verdict
from yanchao.errors import UsageError
from yanchao.ledger.ledger import Ledger, Part
from yanchao.ledger.migrating import MEMORY
from yanchao.quick import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A document that one of the builds has and the other has not."""

    document: str
    uri: str
    title: str | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A point of a series, with the place of its best source.

    `before` and `comparator_before` are the figure that the earlier build gives, where it gives one; `least` and `greatest`
    are the ends of what the sources say.
    """

    series: str
    name: str
    name_en: str
    cluster: str | None
    kind: str
    unit: str
    period: str | None
    status: str
    value: float
    comparator: str
    document: str
    start: int
    before: float | None
    comparator_before: str | None
    least: float
    greatest: float


@dataclass(frozen=True, slots=True)
class Fault:
    """What the audit finds in a document, and did not find before; its first place."""

    document: str
    uri: str
    start: int
    end: int
    rule: str
    severity: str
    message: str
    message_en: str
    suggest: str | None


@dataclass(frozen=True, slots=True)
class Aim:
    """A target of a cluster, or of a place where it is for none, with its verdict, and the one that it had `before`, where
    there was one."""

    cluster: str | None
    region: str | None
    measure: str
    kind: str | None
    unit: str
    plan: str | None
    period: str | None
    value: float
    comparator: str
    actual_period: str | None
    actual_value: float | None
    verdict: str
    before: str | None
    reason: str
    reason_en: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed between two builds, of each kind the weightiest and how many there are in all.

    `since` and `until` are the days on which the builds were judged; `same_reader` is False where another version or other packs
    read the documents, so that some of what changed comes from reading. Where there is no earlier build, `since` is None.
    """

    since: date | None
    until: date | None
    same_reader: bool
    added: Part[Source]
    removed: Part[Source]
    new: Part[Figure]
    revised: Part[Figure]
    contradicted: Part[Figure]
    gone: Part[Figure]
    found_wrong: Part[Fault]
    newly_reached: Part[Aim]
    newly_behind: Part[Aim]

    @property
    def is_empty(self) -> bool:
        return not any(getattr(self, name).total for name in KINDS)


KINDS: dict[str, type[Source] | type[Figure] | type[Fault] | type[Aim]] = {
    "added": Source,
    "removed": Source,
    "new": Figure,
    "revised": Figure,
    "contradicted": Figure,
    "gone": Figure,
    "found_wrong": Fault,
    "newly_reached": Aim,
    "newly_behind": Aim,
}
"""The kinds of changes and what each is of, in the order in which they are told."""


def changes(before: Ledger, after: Ledger, most: int | None = None) -> Changes:
    """What changed from one build to another: the `most` weightiest of each kind, or all.

    Raises:
        UsageError: where both are the same build, or an older yanchao wrote the earlier one.
    """
    if (before.directory / ".").samefile(after.directory):
        raise UsageError(f"{after.directory}: is given twice; give two builds to compare")
    with after.beside(before, BEFORE):

        def part(make: Callable[..., Item], query: str, values: Sequence[Any] = ()) -> Part[Item]:
            limit = "" if most is None else f"LIMIT {int(most)}"
            rows = list(after.each_row(f"{query} {limit}", values))
            return Part(rows[0][-1] if rows else 0, tuple(make(*row[:-1]) for row in rows))

        return Changes(
            since=before.judged_on,
            until=after.judged_on,
            same_reader=next(after.each_row(_SAME_READER))[0],
            added=part(Source, _sources("documents", f"{BEFORE}.documents")),
            removed=part(Source, _sources(f"{BEFORE}.documents", "documents")),
            new=part(Figure, _figures("", f"{BEFORE}.", "p.series IS NULL")),
            revised=part(
                Figure,
                _figures("", f"{BEFORE}.", "p.value <> o.value OR p.comparator <> o.comparator"),
            ),
            contradicted=part(
                Figure, _figures("", f"{BEFORE}.", "o.disputed AND NOT coalesce(p.disputed, false)")
            ),
            gone=part(Figure, _figures(f"{BEFORE}.", "", "p.series IS NULL")),
            found_wrong=part(Fault, _FAULTS),
            newly_reached=part(Aim, _aims([Verdict.REACHED])),
            newly_behind=part(Aim, _aims([Verdict.BEHIND, Verdict.OUT_OF_REACH])),
        )


def nothing_before(after: Ledger) -> Changes:
    """What a build says that replaces none: it has nothing to compare with."""
    return Changes(None, after.judged_on, True, *(Part(0, ()) for _ in KINDS))


Item = TypeVar("Item")

BEFORE = f"{MEMORY}.earlier"
"""Where the tables of the earlier build are seen."""

_SAME_READER = f"SELECT a.reader IS NOT DISTINCT FROM b.reader FROM about a, {BEFORE}.about b"  # noqa: S608


def _sources(of: str, but: str) -> str:
    return f"""
        SELECT document, uri, title, count(*) OVER ()
        FROM {of} WHERE document NOT IN (SELECT document FROM {but})
        ORDER BY published DESC NULLS LAST, uri
    """  # noqa: S608


def _figures(of: str, other: str, condition: str) -> str:
    """The points `o` of one build for which, with the same point `p` of the other, the condition holds.

    A cluster or place as a whole comes before its parts, what is recent before what is long past, money first, and large
    before small.
    """
    return f"""
        SELECT s.series, s.name, s.name_en, s.cluster, s.kind, s.unit, o.period, o.status, o.value, o.comparator,
               a.document, a.start, p.value, p.comparator,
               (SELECT min(value) FROM {of}assertions w WHERE (w.series, w.observation) = (o.series, o.observation)),
               (SELECT max(value) FROM {of}assertions w WHERE (w.series, w.observation) = (o.series, o.observation)),
               count(*) OVER ()
        FROM {of}observations o
        JOIN {of}series s ON s.series = o.series
        JOIN {of}assertions a ON (a.series, a.observation, a.assertion) = (o.series, o.observation, 0)
        LEFT JOIN {other}observations p
            ON p.series = o.series AND p.period IS NOT DISTINCT FROM o.period AND p.status = o.status
        WHERE {condition}
        ORDER BY coalesce(s.subject IN (s.cluster, s.region), false) DESC, left(o.period, 4) DESC NULLS LAST,
                 s.unit = 'CNY' AND s.kind = 'level' DESC, abs(o.value) DESC, s.series, o.observation
    """  # noqa: S608


_FAULTS = f"""
    SELECT document, uri, start, "end", rule, severity, message, message_en, suggest, count(*) OVER ()
    FROM (
        SELECT f.*, d.uri FROM findings f JOIN documents d USING (document)
        QUALIFY row_number() OVER (PARTITION BY document, rule, message, suggest ORDER BY finding) = 1
    ) f
    WHERE NOT EXISTS (
        SELECT 1 FROM {BEFORE}.findings p JOIN {BEFORE}.documents d USING (document)
        WHERE (p.document = f.document OR d.uri = f.uri) AND p.rule = f.rule AND p.message = f.message
          AND p.suggest IS NOT DISTINCT FROM f.suggest
    )
    ORDER BY list_position(['error', 'warning', 'note'], severity), finding
"""  # noqa: S608


def _aims(verdicts: Sequence[Verdict]) -> str:
    """The targets that have one of these verdicts and had none of them before; what several plans set alike is one."""
    these = ", ".join(f"'{verdict}'" for verdict in verdicts)
    same = f"""
        FROM {BEFORE}.targets p WHERE p.owner = t.owner AND p.measure = t.measure AND p.subject = t.subject
        AND p.kind = t.kind AND p.unit = t.unit AND p.series IS NOT DISTINCT FROM t.series
        AND p.plan IS NOT DISTINCT FROM t.plan AND p.period IS NOT DISTINCT FROM t.period
    """
    return f"""
        SELECT cluster, region, measure, kind, unit, plan, period, value, comparator, actual_period, actual_value, verdict,
               (SELECT min(p.verdict) {same}), reason, reason_en, count(*) OVER ()
        FROM (
            SELECT * FROM targets QUALIFY row_number() OVER (
                PARTITION BY owner, measure, subject, kind, unit, period, value, comparator, verdict ORDER BY item
            ) = 1
        ) t
        WHERE verdict IN ({these}) AND NOT EXISTS (SELECT 1 {same} AND p.verdict IN ({these}))
        ORDER BY unit <> 'CNY', value DESC, owner, item
    """  # noqa: S608
