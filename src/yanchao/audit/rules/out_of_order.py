"""Figures that are told in order, and are not in that order.

**What it does.** Looks at lists whose words say that they go by rank (居前三位的是甲、乙、丙，分别为…; 由高到低依次为…) and checks that each figure is no larger
than the one before it, or each no smaller; likewise lists of which the words behind say that they rise or fall from one time to the next (…，呈逐季走高态势).

**Why it is bad.** Either a figure is wrong, or two names stand in each other's place.

**How to mend it.** Look up the figures, and put the list in order.

**Source.** Arithmetic.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.equations import always, bare
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.relations import Relation, Sum
from yanchao.audit.rule import Examples, Group
from yanchao.audit.times import JOINED, in_a_row
from yanchao.interval import Interval
from yanchao.quick import pattern
from yanchao.statements.numerals import small_number
from yanchao.statements.statement import Comparator, Kind

CODE = "YC121"
NAME = "out-of-order"
TITLE_ZH = "依次排列的数次序不对"
PAGE_ZH = """
**查什么。** 行文表明按名次先后排列的一列数（居前三位的是甲、乙、丙，分别为……；由高到低依次为……），逐个比大小，
看是不是一个不比一个大，或者一个不比一个小。后文说逐季走高、逐月回落之类的一列数，也照此核对。

**为什么。** 不是有一个数错了，就是两个名称写颠倒了。

**怎么改。** 核对各数，按次序重排。

**依据。** 算术。
"""
GROUP = Group.ARITHMETIC
SEVERITY = Severity.WARNING
TIES = Said("ties.order")
EXAMPLES = Examples(
    bad=(
        "接待量居前三位的是古镇、龙首山和白鹭湿地，分别接待32.6万人次、38.1万人次和24.7万人次。",
        "各县产量由高到低依次为45万吨、32万吨、38万吨、21万吨。",
        "前三大贸易伙伴依次是甲国、乙国和丙国，进出口值分别为134.2亿元、178.9亿元和231.4亿元。",
        "前三大贸易伙伴依次是甲国、乙国和丙国，进出口值分别为231.4亿元、118.9亿元和134.2亿元。",
        "2024年，四个季度营业收入依次为17.92亿元、21.36亿元、20.48亿元和24.66亿元，呈逐季走高态势。",
    ),
    good=(
        "接待量居前三位的是古镇、龙首山和白鹭湿地，分别接待32.6万人次、28.1万人次和24.7万人次。",
        "前三大贸易伙伴依次是甲国、乙国和丙国，进出口值分别为231.4亿元、178.9亿元和134.2亿元。",
        "能耗最低的前三名是甲、乙、丙三市，分别为0.21吨标准煤、0.25吨标准煤和0.28吨标准煤。",
        "各县产量由高到低依次为45万吨、38万吨、32万吨、21万吨。",
        "2024年，四个季度营业收入依次为17.92亿元、21.36亿元、22.48亿元和24.66亿元，呈逐季走高态势。",
        "2024年，四个季度增速分别为5.4%、5.2%、4.8%和4.8%，逐季回落。",
        "产值居前三位的甲、乙、丙三家，分别纳税3.2亿元、5.1亿元和4.4亿元。",
        "甲、乙、丙三市分别接待32.6万人次、38.1万人次和24.7万人次。",
    ),
)

RANKED = pattern(
    r"(?P<what>[^，,。；;、\d]{2,10}?)(?:居|位居|位列|排名?|排在|列|名列)(?:全[市省县区国])?前(?P<number>[三四五六七八九十]|[3-9](?!\d))(?:位|名)?(?![季个年月天日])[^。；;\d]{0,60}?(?:分别|依次)[^，,。；;、\d]{0,8}$"
)
"""Before the first of figures that are told in the order of their ranks, what they are ranked by and how many they are."""

GREATEST = pattern(
    r"前(?P<number>[三四五六七八九十]|[3-9])大(?P<what>[^，,。；;、\d]{2,8}?)(?:依次|分别)[是为][^。；;\d]{0,60}?(?:分别|依次)[^，,。；;、\d]{0,8}$"
)
"""The same of the greatest: 前三大贸易伙伴依次是甲、乙和丙，进出口值分别为…."""

FALLING = pattern(
    r"(?P<what>[^，,。；;、\d]{2,10}?)(?:由[高大多]到[低小少]|从[高大多]到[低小少])(?:排列)?[^。；;\d]{0,8}?(?:依次|分别)?[是为][：:]?$"
)
"""The same where the words say which way they go."""

STEADILY = pattern(
    r"[，,](?:总体|整体|均)?(?:呈现?|保持|实现)?(?:出)?逐[季月年日级](?:稳步|小幅|持续)?"
    r"(?:走高|上升|回升|增长|增加|提高|攀升|抬升|递增|扩大|向好|(?P<down>走低|下降|回落|减少|收窄|递减|放缓))"
)
"""Behind a list, words that say which way it goes from each time to the next."""

UNNAMED = pattern(r"^[^，,]{0,4}(?:分别|依次)(?:[是为达]|增长)?$")
"""The clause of figures that leaves out of what they are: they are what the things are ranked by."""

ONE_BY_ONE = pattern(r"(?:分别|依次|[是为])[^，,。；;、\d]{0,8}$")
"""What both kinds of list open with."""

LONGEST_LEAD = 120
"""Characters before a list within which its order is told."""

FEWEST = 3
LETTERS = 2
TRADE, OF_TRADE = "贸易", "进出口"
"""What partners are ranked by goes by another name than theirs."""
NO_LESS = Interval(0.0, float("inf"))
AMOUNTS = (Kind.LEVEL, Kind.SHARE, Kind.GROWTH)


def check(dossier: Dossier) -> Iterator[Relation]:
    for sentence in dossier.sentences():
        for at, first in enumerate(sentence):
            if first.statement.kind not in AMOUNTS:
                continue
            if not at or not JOINED.fullmatch(first.document.text, sentence[at - 1].end, first.start):
                yield from _as_told_behind(list(in_a_row(sentence[at:])))
            begins = max(first.statement.sentence.start, first.start - LONGEST_LEAD)
            words = first.document.text[begins : first.start]
            if not ONE_BY_ONE.search(words):
                continue
            greatest = GREATEST.search(words)
            ranked = RANKED.search(words) or greatest
            told = ranked or FALLING.search(words)
            if told is None:
                continue
            run = list(in_a_row(sentence[at:]))
            is_whole = ranked is None or small_number(ranked["number"]) == len(run)
            if any(one.statement.comparator is not Comparator.EQUAL for one in run):
                continue
            if is_whole and len(run) >= FEWEST and (ranked is None or _is_of_them(told["what"], first)):
                yield from _in_order(run, may_rise=ranked is not None and greatest is None)


def _as_told_behind(run: Sequence[Figure]) -> Iterator[Relation]:
    """The order of a list of which the words right behind it say that it rises, or falls, from one time to the next."""
    told = STEADILY.match(run[-1].document.text, run[-1].end) if len(run) >= FEWEST else None
    if told is None or any(one.statement.comparator is not Comparator.EQUAL for one in run):
        return
    yield from _in_order(run if told["down"] else run[::-1], may_rise=False)


def _is_of_them(what: str, figure: Figure) -> bool:
    """Whether figures are those that things are ranked by (接待量居前三位…分别接待): of another measure they need be in no order."""
    called = figure.own_lead
    if TRADE in what and OF_TRADE in called:
        return True
    named = any(what[at : at + LETTERS] in called for at in range(len(what) - LETTERS + 1))
    return named or UNNAMED.search(called) is not None


def _in_order(run: Sequence[Figure], *, may_rise: bool) -> Iterator[Relation]:
    values = [one.value for one in run]
    if may_rise and values == sorted(values):
        return  # the lowest come first: 能耗最低的前三名
    for before, behind in itertools.pairwise(run):
        said = Said("more-than", left=bare(behind), right=bare(before))
        yield Relation(
            Sum(((before, 1.0), (behind, -1.0)), NO_LESS),
            "out-of-order",
            always(said),
            severity=Severity.WARNING,
        )
