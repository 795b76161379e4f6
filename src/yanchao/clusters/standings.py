"""Where every cluster and every place stands: its targets against its actuals, and the tier that its figures support.

`aims.py` says what plans aim at, `actuals.py` what may be held against it, `verdicts.py` what comes of it.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import date

from yanchao.clusters.actuals import SIZE, actuals, is_comparable
from yanchao.clusters.aims import Aim, aims, key_of, settings
from yanchao.clusters.doubt import Place, believed
from yanchao.clusters.standing import PlaceStanding, Standing, TargetStanding, Wordless
from yanchao.clusters.tiers import supported_tier
from yanchao.clusters.verdicts import judged
from yanchao.clusters.wording import Reason
from yanchao.ledger.ledger import Ledger
from yanchao.ledger.periods import year
from yanchao.ledger.reconciliation import JUDGED_BY
from yanchao.ledger.series import Series, SeriesKey
from yanchao.ledger.sql import literal
from yanchao.lexicon.entries import PlanTarget, WordlessTarget
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass
from yanchao.statements.statement import Kind


def standings(
    ledger: Ledger, lexicon: Lexicon, leaving_out: Container[str] = frozenset()
) -> Iterator[Standing]:
    """Every cluster of the packs but those left out, in their order, as it stood on the day of the build.

    One cluster is judged at a time: what is said of all of them together need not fit into memory.
    """
    today = ledger.judged_on or date.today()
    doubted = ledger.doubted()
    tiers = _tiers(lexicon)
    for id in lexicon.clusters:
        if id not in leaving_out:
            series = tuple(ledger.each_series(cluster=id, most=JUDGED_BY))
            yield _standing(id, series, tiers, lexicon, today, doubted)


def place_standings(
    ledger: Ledger, lexicon: Lexicon, leaving_out: Container[str] = frozenset()
) -> Iterator[PlaceStanding]:
    """Every place for which the documents or the packs set a target that belongs to no cluster, by its code.

    Those left out are not judged.
    """
    today = ledger.judged_on or date.today()
    doubted = ledger.doubted()
    every: tuple[PlanTarget | WordlessTarget, ...] = (*lexicon.targets, *lexicon.wordless)
    subjects: dict[str, set[str]] = {}
    for region, subject in ledger.each_row(_AIMED_AT):
        subjects.setdefault(region, set()).add(subject)
    for each in every:
        if each.cluster is None:
            subjects.setdefault(each.region, set()).add(key_of(each, lexicon).subject)
    for region in sorted(subjects):
        if region not in leaving_out:
            # only a series whose subject some target is about can be held against one
            about = ", ".join(map(literal, sorted(subjects[region])))
            only = f"s.cluster IS NULL AND s.subject IN ({about})"
            series = tuple(ledger.each_series(region=region, only=only, most=JUDGED_BY))
            yield _place_standing(region, series, lexicon, today, doubted)


_AIMED_AT = """
    SELECT DISTINCT s.region, s.subject FROM series s JOIN observations o USING (series)
    WHERE o.status = 'target' AND s.cluster IS NULL AND s.region IS NOT NULL
"""
"""The subjects of each place for which the documents set a target."""


def judge(
    series: Iterable[Series], lexicon: Lexicon, today: date, doubted: frozenset[Place] = frozenset()
) -> tuple[Standing, ...]:
    """Every cluster of the packs, in their order, judged from `series` as of `today`, without the `doubted` actuals."""
    of_cluster: dict[str, list[Series]] = {id: [] for id in lexicon.clusters}
    for each in series:
        if each.key.cluster in of_cluster:
            of_cluster[each.key.cluster].append(each)
    tiers = _tiers(lexicon)
    return tuple(_standing(id, found, tiers, lexicon, today, doubted) for id, found in of_cluster.items())


def judge_place(
    region: str,
    series: Iterable[Series],
    lexicon: Lexicon,
    today: date,
    doubted: frozenset[Place] = frozenset(),
) -> PlaceStanding:
    """One place, judged from `series` as of `today`, without the `doubted` actuals."""
    own = [each for each in series if each.key.region == region and each.key.cluster is None]
    return _place_standing(region, own, lexicon, today, doubted)


def _tiers(lexicon: Lexicon) -> list[float]:
    return sorted({float(cluster.tier) for cluster in lexicon.clusters.values()})


def _standing(
    cluster: str,
    series: Sequence[Series],
    tiers: Sequence[float],
    lexicon: Lexicon,
    today: date,
    doubted: frozenset[Place],
) -> Standing:
    told = _Told.of(series, doubted)
    declared = float(lexicon.clusters[cluster].tier)
    places = (None, lexicon.home)
    whole = [
        each for each in told.believed if each.key.region in places and _is_size_of_whole(each.key, cluster)
    ]
    support = supported_tier(whole, declared, tiers)
    tier_reason = support.reason + told.left_out_of(whole)
    return Standing(
        cluster=cluster,
        declared_tier=declared,
        supported_tier=support.tier,
        tier_evidence=support.evidence,
        targets=_targets(told, [each for each in lexicon.targets if each.cluster == cluster], lexicon, today),
        tier_reason=tier_reason.zh,
        tier_reason_en=tier_reason.en,
        wordless=_wordless(told, [each for each in lexicon.wordless if each.cluster == cluster], lexicon),
    )


def _place_standing(
    region: str, series: Sequence[Series], lexicon: Lexicon, today: date, doubted: frozenset[Place]
) -> PlaceStanding:
    told = _Told.of(series, doubted)
    targets = [each for each in lexicon.targets if _is_of_place(each, region)]
    wordless = [each for each in lexicon.wordless if _is_of_place(each, region)]
    return PlaceStanding(region, _targets(told, targets, lexicon, today), _wordless(told, wordless, lexicon))


def _is_of_place(target: PlanTarget | WordlessTarget, region: str) -> bool:
    return target.cluster is None and target.region == region


@dataclass(frozen=True, slots=True)
class _Told:
    """The series of one cluster or place without the actuals that are held to be wrong; which of them lost some."""

    believed: tuple[Series, ...]
    shortened: frozenset[str]

    @classmethod
    def of(cls, series: Sequence[Series], doubted: frozenset[Place]) -> _Told:
        kept = tuple(believed(each, doubted) for each in series)
        shortened = (one.id for one, said in zip(series, kept, strict=True) if one is not said)
        return cls(kept, frozenset(shortened))

    def left_out_of(self, series: Iterable[Series]) -> Reason:
        """What is said where an actual of these series was left out, being held to be wrong."""
        if not any(each.id in self.shortened for each in series):
            return Reason("", "")
        return Reason(
            "有数字经核查疑为有误，未予采用。", " A figure that the audit holds to be wrong is left out."
        )


def _targets(
    told: _Told, listed: Sequence[PlanTarget], lexicon: Lexicon, today: date
) -> tuple[TargetStanding, ...]:
    found = sorted(aims(told.believed, listed, lexicon), key=_aim_order)
    of_one_thing: dict[tuple[SeriesKey, int | None], list[Aim]] = {}
    for aim in found:
        of_one_thing.setdefault((aim.key, year(aim.target.period)), []).append(aim)
    set_to = {which: settings(all_of_it, lexicon) for which, all_of_it in of_one_thing.items()}
    by_subject: dict[str, list[Series]] = {}
    for each in told.believed:
        by_subject.setdefault(each.key.subject, []).append(each)

    def stands(aim: Aim) -> TargetStanding:
        same = by_subject.get(aim.key.subject, ())
        comparable = [each for each in same if is_comparable(each.key, aim.key)]
        history = set_to[aim.key, year(aim.target.period)]
        return judged(aim, comparable, same, lexicon, today, history, told.left_out_of(comparable))

    return tuple(stands(aim) for aim in found)


def _wordless(told: _Told, listed: Iterable[WordlessTarget], lexicon: Lexicon) -> tuple[Wordless, ...]:
    found = []
    for target in listed:
        key = key_of(target, lexicon)
        comparable = [each for each in told.believed if is_comparable(each.key, key)]
        last = actuals(comparable, key.measure)[-1:]
        actual = last[0].observation if last else None
        found.append(Wordless(key, target.plan, target.period, target.words, target.source, actual))
    return tuple(found)


def _is_size_of_whole(key: SeriesKey, cluster: str) -> bool:
    is_money = key.kind is Kind.LEVEL and key.unit == "CNY" and key.measure in SIZE
    return (
        is_money and key.subject == cluster and "subset" not in key.qualifiers and "new" not in key.qualifiers
    )


def _aim_order(aim: Aim) -> tuple[bool, str, str, str, float, str]:
    """The size of the whole first, then by measure, subject, year, value and plan."""
    return (
        not _is_size_of_whole(aim.key, aim.key.cluster or ""),
        aim.key.measure,
        aim.key.subject,
        aim.target.period or "",
        aim.target.value,
        aim.plan or "",
    )
