"""Shares of the parts of a list, whose whole is what the list adds up to.

从类型看，企业25.36万户，个体工商户60.19万户，合作社0.92万户。个体工商户占到总量的69.6%: no figure is called 总量, and the one that the three make up is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from yanchao.audit.breakdowns import Breakdown, breakdowns
from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.lists import lists
from yanchao.audit.relations import NOTHING
from yanchao.audit.wholes import OWN, TAKES
from yanchao.quick import pattern
from yanchao.statements.statement import Comparator, Kind

ALL_OF_THEM = pattern(r"(?:全[省市县区]|本[省市县])?(?:总(?:数|量|额|计)?|全部|合计)")
"""A whole that is named as all there is, and by no other word."""

EXACT = 4e-3
"""How wide the sum of parts may be, over its size, for one that is their total to be no accident."""

LETTERS = 3
"""Letters that the words before a share and the name of its part have in common, where no other part has as many."""

FAR = 200
"""How far behind its part a share that names it may stand."""


def wholes_of_parts(dossier: Dossier) -> Mapping[Figure, Figure]:
    """The parts of lists that add up to a figure, each with that figure."""
    found: dict[Figure, Figure] = {}
    told = list(dossier.once(breakdowns))
    told += [one for listed in dossier.once(lists) for one in listed.readings]
    for one in told:
        if adds_up(one):
            for part in one.parts:
                found.setdefault(part, one.total)
    return found


def adds_up(one: Breakdown) -> bool:
    added = sum((part.range for part in one.parts), NOTHING)
    return added.meets(one.total.range) and added.high - added.low <= EXACT * added.high


def of_listed_part(
    share: Figure, sentence: Sequence[Figure], wholes: Mapping[Figure, Figure], dossier: Dossier
) -> tuple[Figure, Figure] | None:
    """The part of a list that a share is told of, right behind it or by its name, and the whole of the list; None where it is of none."""
    statement = share.statement
    if statement.kind is not Kind.SHARE or statement.comparator is not Comparator.EQUAL or share.is_in_words:
        return None
    if statement.base is not None and not ALL_OF_THEM.fullmatch(statement.base):
        return None
    before = [one for one in sentence if one.end <= share.start]
    text = share.document.text
    if before and before[-1] in wholes:
        takes = TAKES.fullmatch(text, before[-1].end, share.start)
        if takes is not None and not takes["own"]:
            return before[-1], wholes[before[-1]]
        if OWN.fullmatch(text, before[-1].end, share.start):
            return None  # of a whole that it names
    begins = before[-1].end if before else statement.sentence.start
    lead = text[begins : share.start]
    if "占" not in lead:
        return None
    parts = [one for one in dossier.around(share) if one in wholes and 0 < share.start - one.end <= FAR]
    sizes = sorted(((_in_common(lead, _name(one)), one.start, one) for one in parts), reverse=True)
    if not sizes or sizes[0][0] < LETTERS or (len(sizes) > 1 and sizes[1][0] == sizes[0][0]):
        return None
    part = sizes[0][2]
    return part, wholes[part]


def _name(part: Figure) -> str:
    return (part.statement.subject or "") + (part.statement.measure or "")


def _in_common(words: str, name: str) -> int:
    """How many letters in a row two names share."""
    longest = 0
    for begin in range(len(name)):
        while begin + longest < len(name) and name[begin : begin + longest + 1] in words:
            longest += 1
    return longest
