"""Shares whose own words tell the whole that they are of, behind other figures of their part.

产值1274.6亿元，比上年的1138.0亿元增长12.0%；占全市工业总产值4982.3亿元的比重超过四分之一，为25.6%: the part is the amount told before.
"""

from __future__ import annotations

from collections.abc import Sequence

from yanchao.audit.dossier import Figure
from yanchao.audit.wholes import OWN, are_amounts, is_named, is_own, is_told, opens_with_part
from yanchao.quick import pattern
from yanchao.statements.statement import Kind

TAKEN_OF = pattern(
    r"(?:^|[，,；;（(])(?P<own>[^，,。；;、（()\d]{0,8}?)(?:约|大约|仅|已|则)?占(?:了|到|据)?[^，,。；;、（()\d]{2,18}$"
)
"""Before a whole that a share's own words tell: 占全市工业总产值4982.3亿元的比重."""
OF_THAT = pattern(
    r"的?[^，,。；;、\d]{0,8}(?:比重|比例|份额|占比)?[^，,。；;、\d]{0,3}(?:[由从](?:20\d\d年|[上去]年)?的?)?[^，,。；;、\d]{0,4}[到至为是]?"
    r"(?:[，,](?:为|达到?|是))?"
)
"""Between such a whole and the share, but for other shares: 的比重由2020年的…提升至; 的比重超过…，为."""
OTHER_THING = pattern(r"[。；;](?!$)|其中")
"""Between a part and the words of its share, where another thing may have been told."""

MOST_WHOLES = 3
"""Amounts before a part of which one may be its whole."""

YEARS = pattern(r"(?<!\d)20\d\d年")
"""Years are no figures that could be the part: （2023年为1138.0亿元）."""


def taken_of(share: Figure, sentence: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """The part and the whole of a share whose whole its own words tell, the part being told before with other figures between (产值1274.6亿元，…增长
    12.0%；占全市工业总产值4982.3亿元的比重超过四分之一，为25.6%); None where they do not."""
    at = next(index for index, figure in enumerate(sentence) if figure is share)
    wholes = [one for one in sentence[:at] if one.statement.kind is not Kind.SHARE][-1:]
    if not wholes or not is_told(share) or share.is_starting_point or not wholes[0].is_amount:
        return None
    whole, text = wholes[0], share.document.text
    takes = TAKEN_OF.search(whole.own_lead)
    if takes is None or not OF_THAT.fullmatch(_without_figures(whole, share, sentence)):
        return None
    before = [one for one in sentence[:at] if is_own(one) and one.start < whole.start]
    part = next((one for one in reversed(before) if are_amounts(one, whole)), None)
    if part is None or OTHER_THING.search(text, part.end, whole.start - len(takes[0])):
        return None
    if any(letter.isdigit() for letter in YEARS.sub("", _without_figures(part, whole, sentence))):
        return None  # a number that was not read may be the part
    return (part, whole) if not takes["own"] or is_named(takes["own"], part) else None


def _without_figures(first: Figure, last: Figure, sentence: Sequence[Figure]) -> str:
    """What stands between two figures of a sentence beside the figures between them."""
    text, words, behind = first.document.text, "", first.end
    for one in sentence:
        if first.end <= one.start <= last.start:
            words += text[behind : one.start]
            behind = one.end
    return words


def opened_part(
    share: Figure, sentence: Sequence[Figure], previous: Sequence[Figure]
) -> list[tuple[Figure, Figure]]:
    """The part that 其中 opens a sentence with, and each whole that it may be of before it, for a share right behind it of what it calls by a word
    of its own (生产汽车14.2万辆，销售汽车15.1万辆。其中，新能源汽车8.6万辆，占当月总销量的57%)."""
    part = sentence[0]
    if len(sentence) < 2 or sentence[1] is not share or not is_told(share) or not is_own(part):
        return []
    takes = OWN.fullmatch(share.document.text, part.end, share.start)
    if takes is None or takes["own"] or not opens_with_part(part):
        return []
    wholes = [one for one in previous if is_own(one) and are_amounts(one, part)]
    return [(part, one) for one in wholes if one.statement.period == part.statement.period][-MOST_WHOLES:]
