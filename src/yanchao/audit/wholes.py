"""Part and whole of a share where one sentence gives all three and its words say which is which.

全市企业412家，其中高技术企业103家，占25%; 产值720亿元，占集群1200亿元总产值的60%; 企业1200家，专精特新企业180家，占企业总数的15%. Whose
share it is follows from where the three stand, so that no name has to be understood.
"""

from __future__ import annotations

from collections.abc import Sequence

from yanchao.audit.dossier import Figure
from yanchao.quick import pattern
from yanchao.statements.statement import Comparator, Kind

_IS = r"(?:了|到|据|比(?:重|例)?|有率)?(?:约)?(?:为|达到?|是)?(?:约)?"

OF_NUMBER = pattern(
    r"[，,（(、]?[^，,。；;：、（()\d]{0,6}(?:占(?:了|到|据)?[^，,。；;、\d]{0,10}|完成了?[^，,。；;、\d]{0,8}(?:目标|计划|任务|预算)[^，,。；;、\d]{0,4})"
)
"""Between a part and its whole: 720亿元，占集群1200亿元; 12.6万人，完成年度目标10万人."""

THE = pattern(r"[^，,。；;、\d]{0,12}的(?:比重|比例|份额)?(?:约)?(?:为|达到?|是)?")
"""Between a whole and the share of it: 1200亿元总产值的60%."""

WITHIN = pattern(
    r"[，,；;：（(][^。；;\d]{0,6}(?:其中|包括|含)[^。；;\d]{0,24}|[^，,。；;、\d]{0,10}中[，,]?[^，,。；;、\d]{0,14}"
)
"""Between a whole and a part of it: 412家，其中高技术企业103家; 1860个行政村中，已有1674个."""
NEXT = pattern(r"[，,；;][^，,。；;、\d]{2,14}")
"""Between a whole and what may be a part of it: 用户200万户，千兆用户90万户."""

TAKES = pattern(
    rf"(?:[^，,。；;、\d]{{1,8}}[，,])?[，,（(、]?(?:[^，,。；;、\d]{{0,8}}占(?:{_IS}|(?:总数|总量|总额|总|全部|全体|其|比)[^，,。；;、\d]{{0,8}}?(?:的)?{_IS})|(?:(?:所占)?比(?:重|例)|渗透率){_IS})"
)
"""Between a part and its share, the whole not named or named as all of it: 103家，占25%; 103家，占比达25%; 103家，占总数的25%."""

ALL_OF = pattern(r"(?:总数|总量|总额|总体|全部|总)$")
PLANNED = pattern(r"计划|目标|任务|预算")
LEAST_WORDS = 2


def part_and_whole(share: Figure, sentence: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """The part and the whole that a share of `sentence` is worked out from, where the words tie them; None otherwise."""
    at = next(index for index, figure in enumerate(sentence) if figure is share)
    if share.statement.comparator is not Comparator.EQUAL:
        return None
    if at >= 2:
        first, second = sentence[at - 2], sentence[at - 1]
        text = share.document.text
        between, behind = text[first.end : second.start], text[second.end : share.start]
        if _are_amounts(first, second):
            if OF_NUMBER.fullmatch(between) and THE.fullmatch(behind):
                return first, second
            if TAKES.fullmatch(behind) and (
                WITHIN.fullmatch(between) or (NEXT.fullmatch(between) and _may_be_part(second, first, share))
            ):
                return second, first
    return _by_name(share, sentence[:at])


def _may_be_part(part: Figure, whole: Figure, share: Figure) -> bool:
    """Whether two figures side by side are part and whole: the one is named by the other's last word, and the share is not one of
    their sum (出口520亿元，进口340亿元，占比39.5%)."""
    named = ALL_OF.sub("", whole.statement.measure or "")[-1:]
    of_sum = part.range / (part.range + whole.range)
    return (
        named != ""
        and (part.statement.measure or "").endswith(named)
        and part.value < whole.value
        and not of_sum.meets(share.range)
    )


def _by_name(share: Figure, before: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """The one figure whose words the share's base repeats (占企业总数的15%), and the part right before the share."""
    base = ALL_OF.sub("", share.statement.base or "")
    if len(base) < LEAST_WORDS or not before:
        return None
    part = before[-1]
    wholes = [figure for figure in before[:-1] if _are_amounts(figure, part) and _is_called(base, figure)]
    if len(wholes) != 1 or (_is_called(base, part) and not PLANNED.search(base)):
        return None
    return part, wholes[0]


def _is_called(base: str, figure: Figure) -> bool:
    """Whether a share's base names the figure: by its measure's words, or both by a word for what was planned."""
    measure = figure.statement.measure or ""
    plan = PLANNED.search(base)
    return measure.startswith(plan.group()) if plan else bool(measure) and base.endswith(measure)


def _are_amounts(first: Figure, second: Figure) -> bool:
    a, b = first.statement, second.statement
    return (
        a.kind is b.kind is Kind.LEVEL
        and a.unit == b.unit
        and a.comparator is Comparator.EQUAL
        and b.comparator is Comparator.EQUAL
    )
