"""Wholes that the shares of a text are proved to be of.

Where some parts and their shares give one and the same figure to the last digit, a share beside them that no figure explains is most
likely of it too, whatever it calls its whole.

全年销售汽车141.5万辆。…甲品牌73.3万辆，占比51.8%；…出口21.4万辆，占总销量的15.1%. No word need be understood: the numbers say what is of what.
"""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from yanchao.audit.dossier import Dossier, Figure, near
from yanchao.audit.relations import NOTHING
from yanchao.audit.wholes import AMONG, OWN, PLANNED, TAKES, part_in_list, shares_of_list
from yanchao.quick import dataclass, pattern
from yanchao.statements.statement import Comparator, Kind

NAMES = pattern(
    r"^[，,；;]?(?:其中[，,：:]?)?(?P<name>[^，,。；;、\d占]{2,10})(?:占(?:到|了|据)?(?:总[^，,。；;、\d]{0,4}|全部[^，,。；;、\d]{0,8}|比[重例]?)?的?(?:比重|比例)?(?:为|达到?|是)?"
    r"|占比[^，,。；;、\d]{0,10})$"
)
"""Before a share: the name of its part, told before."""

FEWEST = 2
"""Shares that a figure has to explain to be a whole."""

ACCIDENT, SUGGESTIVE = 5e-5, 6e-3
"""How wide parts over their shares may be together, over their size, to prove their whole, and to suggest it."""

FAR, MOST_FIGURES = 1200, 60
"""How far before a share, in characters and in figures, its whole may stand."""

NEAR = 400
"""How far from a share that a whole explains one may stand that it is tried for."""

CLOSE = 2e-2
"""How wide part over share may be, over its size, for an agreement to prove something."""

FEWEST_PARTS, EXACT = 3, 3e-3
"""Parts in a row, and how wide their sum may be over its size, for a figure that is the sum to be their whole."""

CROSSED, MOST_IN_A_ROW = 2e-4, 8
"""How wide two shares may be together, over their size, for a figure that explains them crosswise to be no accident, and how many of a sentence
are tried."""

MOST_WHOLES = 2
SIGNS = "%％"


@dataclass(frozen=True, slots=True)
class Told:
    """A share and the part right before it, whose whole is not told with them."""

    share: Figure
    part: Figure


@dataclass(frozen=True, slots=True)
class Unexplained:
    """A share's part, and the wholes that it may be of: those that shares near it prove to be one, else those that one of them suggests.

    `is_certain` is whether the parts beside it add up to the whole and most of their shares are of it: then there is no other.
    """

    part: Figure
    wholes: tuple[Figure, ...]
    is_proven: bool
    is_certain: bool = False


def unexplained(dossier: Dossier) -> Mapping[Figure, Unexplained]:
    """The shares that no figure explains, with the proven wholes that each may be of."""
    found: dict[Figure, Unexplained] = {}
    for told in _told(dossier):
        explained: defaultdict[Figure, list[Told]] = defaultdict(list)
        left = []
        for one in told:
            wholes = [whole for whole in _before(one, dossier) if _holds(one, whole)]
            for whole in wholes:
                explained[whole].append(one)
            if not wholes and not one.share.is_in_words:
                left.append(one)
        found.update(_parts_of_one(told, dossier))
        found.update(_exchanged(told, dossier))
        for one in left:
            if one.share in found:
                continue
            for is_proven in (True, False):
                wholes = [
                    whole
                    for whole, by in explained.items()
                    if _prove(by, is_proven)
                    and _may_be_whole(one, whole)
                    and any(abs(other.share.start - one.share.start) <= NEAR for other in by)
                ]
                wholes.sort(key=lambda whole: (-len(explained[whole]), one.share.start - whole.start))
                if wholes:
                    found[one.share] = Unexplained(one.part, tuple(wholes[:MOST_WHOLES]), is_proven)
                    break
    return found


def _parts_of_one(told: Sequence[Told], dossier: Dossier) -> Iterator[tuple[Figure, Unexplained]]:
    """Shares told of parts in a row that add up to a figure before them, of which most are of it: that is the whole of each."""
    for _, group in itertools.groupby(told, key=lambda one: one.share.statement.sentence):
        row = [one for one in group if not _is_of_plan(one)]
        if len(row) < FEWEST_PARTS or len({one.part.unit for one in row}) > 1:
            continue
        added = sum((one.part.range for one in row), NOTHING)
        if not 0 < added.high - added.low <= EXACT * added.high:
            continue
        for whole in reversed(_before(row[0], dossier)):
            if whole.range.meets(added):
                if 2 * sum(_agree(one, whole) for one in row) > len(row):
                    yield from (
                        (one.share, Unexplained(one.part, (whole,), is_proven=True, is_certain=True))
                        for one in row
                    )
                break


def _exchanged(told: Sequence[Told], dossier: Dossier) -> Iterator[tuple[Figure, Unexplained]]:
    """Two shares of a sentence that no figure explains, and one explains both once they, or their parts, have changed places: that is the
    whole of each."""
    for _, group in itertools.groupby(told, key=lambda one: one.share.statement.sentence):
        row = list(group)
        for one, other in itertools.combinations(row[:MOST_IN_A_ROW], 2):
            crossed = Told(one.share, other.part), Told(other.share, one.part)
            if one.part.unit != other.part.unit or _width(one) * _width(other) > CROSSED:
                continue
            wholes = _before(one, dossier)
            if any(_agree(each, whole) for each in (one, other) for whole in wholes):
                continue
            fits = [whole for whole in wholes if all(_agree(each, whole) for each in crossed)]
            if fits:
                for each in (one, other):
                    yield each.share, Unexplained(each.part, (fits[-1],), is_proven=True, is_certain=True)


def _is_of_plan(told: Told) -> bool:
    """Whether a share is one of what was planned for its part: 完成138亿元，占调整预算100.93%."""
    return PLANNED.search(told.part.document.text, told.part.end, told.share.start) is not None


def _prove(shares: Sequence[Told], fully: bool) -> bool:
    """Whether shares that agree with one figure do so by no accident: the closer they are told, the fewer are needed."""
    width = math.prod(_width(one) for one in shares)
    return len(shares) >= FEWEST and width <= ACCIDENT if fully else width <= SUGGESTIVE


def _width(told: Told) -> float:
    """How wide part over share is, over its size."""
    implied = told.part.range / told.share.range
    return (implied.high - implied.low) / implied.high


def _told(dossier: Dossier) -> Iterator[list[Told]]:
    """The shares of each document with their parts."""
    by_document: defaultdict[str, list[Told]] = defaultdict(list)
    for sentence in dossier.sentences():
        for at, share in enumerate(sentence):
            if (
                share.statement.kind is Kind.SHARE
                and share.statement.comparator is Comparator.EQUAL
                and not share.is_starting_point
                and (any(sign in share.text for sign in SIGNS) or share.is_in_words)
            ):
                part = _part(share, sentence, at) or _called(share, dossier)
                if part is not None and part.is_amount and not part.is_told_aside:
                    by_document[share.document.uri].append(Told(share, part))
    yield from by_document.values()


def _part(share: Figure, sentence: Sequence[Figure], at: int) -> Figure | None:
    shares = shares_of_list(share, sentence)
    if shares:
        return part_in_list(share, shares, sentence)
    if not at:
        return None
    gap = share.document.text[sentence[at - 1].end : share.start]
    takes = TAKES.fullmatch(gap)
    is_own = (takes is not None and not takes["own"]) or OWN.fullmatch(gap) or AMONG.fullmatch(gap)
    # By how much a part grew may stand between: 增加值74.6亿元，增长9.2%，占规模以上工业增加值的40.0%.
    grew = at > 1 and sentence[at - 1].statement.kind is Kind.GROWTH
    return sentence[at - 2 if grew else at - 1] if is_own else None


def _called(share: Figure, dossier: Dossier) -> Figure | None:
    """The amount of its paragraph before that a share of all of them names: 企业25.36万户，个体工商户60.19万户。个体工商户占到总量的69.6%."""
    takes = NAMES.search(share.own_lead)
    if takes is None or share.is_told_aside:
        return None
    called = [
        one
        for one in dossier.around(share)
        if one.end <= share.start
        and one.is_amount
        and dossier.topics.words(one.statement).endswith(takes["name"])
    ]
    return called[-1] if called and len({one.value for one in called}) == 1 else None


def _before(told: Told, dossier: Dossier) -> list[Figure]:
    """The figures before a share that it may be of."""
    share = told.share
    return [
        one
        for one in near(share, dossier.of_document(share), MOST_FIGURES)
        if one.start < share.start and share.start - one.end <= FAR and _may_be_whole(told, one)
    ]


def _may_be_whole(told: Told, whole: Figure) -> bool:
    return (
        whole is not told.part
        and whole.is_amount
        and whole.statement.unit == told.part.statement.unit
        and whole.statement.status is told.part.statement.status
    )


def _holds(told: Told, whole: Figure) -> bool:
    return _agree(told, whole) and _width(told) <= CLOSE


def _agree(told: Told, whole: Figure) -> bool:
    part, share = told.part.range, told.share.range
    if share.low <= 0 or whole.range.low <= 0 or part.low <= 0:
        return False
    return (part / share).meets(whole.range)
