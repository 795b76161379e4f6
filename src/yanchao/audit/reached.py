"""Shares that say how much of a target is reached: the target, and what may have been reached of it.

销量目标为140万辆，目标完成率101.09%; 全年营收12000亿元的预期目标（上半年已完成48.2%）.
"""

from __future__ import annotations

from collections.abc import Sequence

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.wholes import PLANNED, are_amounts, is_own, is_told
from yanchao.quick import pattern

COMPLETED = pattern(r"(?:目标|计划|任务|预算)?完成率[^，,。；;、\d]{0,4}$")
COMPLETED_OF = pattern(
    r"[^，,。；;、\d]{0,4}(?:目标|计划|任务|预算)[（(，,](?:目前|上半年|前?[一二三四1-4]季度|前[^，,。；;、]{1,3}月)?(?:已|累计)?(?:经)?完成(?:了)?(?:约)?"
)
"""Between a target and how much of it is done by now: 营收12000亿元的预期目标（上半年已完成48.2%）."""
MOST_REACHED = 3
"""Amounts before a target of which one may be what was reached of it."""


def by_target(share: Figure, sentence: Sequence[Figure], dossier: Dossier) -> list[tuple[Figure, Figure]]:
    """The target that a rate right behind it says is reached, with what may have been reached of it, told before: 销量目标为140万辆，目标完成率101.09%."""
    at = next(index for index, figure in enumerate(sentence) if figure is share)
    if not at or not is_told(share) or not COMPLETED.search(share.own_lead):
        return []
    target = sentence[at - 1]
    if not target.is_amount or not PLANNED.search(target.own_lead):
        return []
    before = [
        one
        for one in dossier.around(target)
        if one.end <= target.start
        and is_own(one)
        and are_amounts(one, target)
        and not PLANNED.search(one.own_lead)
    ]
    return [(one, target) for one in reversed(before[-MOST_REACHED:])]


def of_told_target(
    share: Figure, sentence: Sequence[Figure], dossier: Dossier
) -> tuple[Figure, Figure] | None:
    """What is done of a target, and the target, for the share of it that is told right behind it: the greatest of the amounts of its measure
    that are told before, of which the others are most likely parts."""
    at = next(index for index, figure in enumerate(sentence) if figure is share)
    target = sentence[at - 1] if at else None
    if (
        target is None
        or not (is_told(share) and target.is_amount)
        or not COMPLETED_OF.fullmatch(share.document.text, target.end, share.start)
    ):
        return None
    told = [
        one
        for one in dossier.of_document(target)
        if one.end <= target.start
        and one.topic.measure == target.topic.measure
        and is_own(one)
        and are_amounts(one, target)
        and not PLANNED.search(one.own_lead)
    ]
    return (max(told, key=lambda one: one.value), target) if told else None
