"""What is left of a plan or a limit, or lacks of it: 年度计划26500万吨，已完成13818万吨，…后两个季度尚需完成12682万吨.

The two stand in the sentence of what is left, else in another that tells a plan and how much of it is done. Which two are meant the words do not
say: each pair is a reading.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from yanchao.audit.dossier import Dossier, Figure
from yanchao.quick import dataclass, pattern
from yanchao.statements.statement import Kind

LEFT = pattern(
    r"(?:[尚还]需|[尚还]须|[尚还]要|[尚还]缺|[尚还]差|尚余|剩余|余下|还剩|短收|超收|超额|缺口|还要新增|还需新增)[^，,。；;、\d]{0,8}$"
)
"""Before what is left of a plan, lacks of it or goes beyond it."""

PLANNED = pattern(r"计划|目标|任务|预算|限额|规划|达到")
MOST_BEFORE = 4
MOST_THERE, LETTERS = 8, 2
"""Amounts of a plan's measure, told before it, of which one may be what there is of it, and letters of their name that stand before the plan too."""


@dataclass(frozen=True, slots=True)
class Remainder:
    """What is left, and the plans that it may be left of, each with what of it is done."""

    left: Figure
    readings: tuple[tuple[Figure, Figure], ...]


def remainders(dossier: Dossier) -> Iterator[Remainder]:
    """Those of every document."""
    for sentence in dossier.sentences():
        for at, left in enumerate(sentence):
            kinds = (Kind.LEVEL, Kind.CHANGE)
            if (
                left.statement.kind not in kinds
                or left.statement.unit == "pp"
                or not LEFT.search(left.own_lead)
            ):
                continue
            own = [one for one in sentence[:at] if _is_amount_like(one, left)][-MOST_BEFORE:]
            readings = _pairs(own) or _of_own_plan(own, left, dossier) or _elsewhere(left, dossier)
            if readings:
                yield Remainder(left, tuple(readings))


def _pairs(amounts: list[Figure]) -> list[tuple[Figure, Figure]]:
    """Each two amounts of which one is planned, that first."""
    return [
        pair
        for pair in itertools.permutations(amounts, 2)
        if PLANNED.search(pair[0].own_lead) and not PLANNED.search(pair[1].own_lead)
    ]


def _of_own_plan(amounts: list[Figure], left: Figure, dossier: Dossier) -> list[tuple[Figure, Figure]]:
    """The plan of the sentence with each amount of its measure told before it, of which one may be what there is: 装机2521.5万千瓦。…到2025年底装机达到
    2800万千瓦，这意味着还要新增278.5万千瓦."""
    planned = amounts[-1] if len(amounts) == 1 and PLANNED.search(amounts[0].own_lead) else None
    if planned is None:
        return []
    there = [
        one
        for one in dossier.of_document(left)
        if one.end <= planned.statement.sentence.start
        and dossier.topics.words(one.statement)[-LETTERS:] in planned.own_lead
        and _is_amount_like(one, left)
        and one.statement.status is not planned.statement.status
    ]
    return [(planned, one) for one in there[:MOST_THERE]]


def _elsewhere(left: Figure, dossier: Dossier) -> list[tuple[Figure, Figure]]:
    """The pairs of the nearest sentence before that tells a plan and what is done of it."""
    before = [
        one for one in dossier.of_document(left) if one.end <= left.start and _is_amount_like(one, left)
    ]
    for planned in reversed(before):
        if PLANNED.search(planned.own_lead):
            beside = [one for one in dossier.beside(planned) if one in before]
            if found := _pairs(beside[-MOST_BEFORE:]):
                return found
    return []


def _is_amount_like(one: Figure, left: Figure) -> bool:
    return one.is_amount and one.statement.unit == left.statement.unit and not one.is_told_aside
