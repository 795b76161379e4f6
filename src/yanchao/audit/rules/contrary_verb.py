"""A rise that falls, or a fall that rises.

**What it does.** Holds the two figures of a passage against its verb (从54.3%升至49.6%, 由96万户增加到12.5万户), and milestones against
what was reached (越过700亿元、达到73亿元; 连续迈上4万亿、5万亿).

**Why it is bad.** Verb and figures say opposite things, and a reader cannot tell which to believe.

**How to mend it.** Look up both figures. If they are right, change the verb.

**Source.** The dictionary; arithmetic.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.equations import always, bare
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.relations import Factor, Product, Relation
from yanchao.audit.rule import Examples, Group
from yanchao.audit.wording import percent
from yanchao.interval import Interval
from yanchao.quick import pattern
from yanchao.statements.statement import Kind

CODE = "YC111"
NAME = "contrary-verb"
TITLE_ZH = "说升实降，说降实升"
PAGE_ZH = """
**查什么。** 一看前后两个数与动词是否相符（从54.3%升至49.6%，由96万户增加到12.5万户）；
二看所说的关口与实际达到的数是否相符（越过700亿元、达到73亿元；连续迈上4万亿、5万亿）。

**为什么。** 动词说的和数字说的正相反，读者不知该信哪个。

**怎么改。** 两个数都查一遍；数字无误，就改动词。

**依据。** 词典；算术。
"""
GROUP = Group.ARITHMETIC
SEVERITY = Severity.ERROR
TIES = Said("ties.verb")
EXAMPLES = Examples(
    bad=(
        "五年来，全省常住人口城镇化率从54.3%升至49.6%。",
        "2025年，全省预算收入突破700亿元、达到73.1亿元。",
        "五年来，全省单位产品能耗由28千克下降到82千克。",
        "文化产业增加值占比由2020年的4.6%上升到4.5%。",
    ),
    good=(
        "五年来，全省常住人口城镇化率从54.3%升至59.6%。",
        "2025年，全省预算收入突破700亿元、达到731亿元。",
        "五年来，全省单位产品能耗由82千克下降到28千克。",
        "全省高新技术企业由0.9万家增加到1.5万家。",
        "公司向子公司增资99.99亿元。增资完成后，子公司注册资本由100万元增至100亿元。",
        "车间的组装精度从0.04毫米提升至0.003毫米。",
    ),
)

RISES = pattern(
    r"^(?:大幅|稳步|快速|逐步|持续)?(?:提高|提升|上升|增加|增长|扩大|跃升|攀升|上调|增|升)了?(?:到|至|为)(?:(?:20\d\d年(?:末|底)?|[年季月]末|年底|期末|去年|今年|目前|现在|如今)的?)?$"
)
FALLS = pattern(
    r"^(?:大幅|稳步|快速|逐步|持续)?(?:下降|降低|减少|压减|回落|缩小|缩短|降|减)了?(?:到|至|为)(?:(?:20\d\d年(?:末|底)?|[年季月]末|年底|期末|去年|今年|目前|现在|如今)的?)?$"
)
FROM = pattern(r"[从由自](?:[^，。；、\d]{0,12})(?:20\d\d年的?)?[^，。；、\d]{0,6}$")
FINER = pattern(r"(?:精度|误差|公差|分辨率|制程|时延|线宽|响应)[^，。；]{0,12}$")
"""Measures that get better as their figure falls: 精度从0.04毫米提升至0.003毫米."""

REACHED = pattern(r"^(?:大关|台阶|关口)?[、，](?:达到|达)$")
MARCH = pattern(
    r"(?:连续|接连|相继|先后)[^，。；、\d]{0,6}(?:跨越|迈上|突破|跨过|越过|站上)[^，。；、\d]{0,6}$"
)

KINDS = frozenset({Kind.LEVEL, Kind.SHARE})
PLACES = ("位", "名", "类", "级", "等")
"""Ends of places and grades, where up is down (由369位上升到235位; 水质由四类提升到二类)."""

NO_LESS = Interval(1 / 200, 1 - 1e-6)
"""The lesser over the greater: less than all of it, for nothing rises to what it was rounded down to. A two-hundredth or less is no passage but another multiplier."""

FAR, FAR_OF_PLACE = 5.0, 2.5
TRUSTED = 2.0
"""A figure that lies this many times above or below all its like (all of its own place, where there are such) is the one to doubt, and
the other is trusted more."""

NEAR = 2.5
"""How much it speaks for a repair that it leads near the other figure: few things grow or shrink many times over. Over 101 passages
of government reports the logarithm of the quotient is 0.36 in the mean and falls off evenly."""

NEAR_MILESTONE = 6.0
"""The same for a milestone and what was reached: who has passed 62,000 does not boast of having passed 20,000."""


def check(dossier: Dossier) -> Iterator[Relation]:
    for sentence in dossier.sentences():
        marches = False
        for first, second in itertools.pairwise(sentence):
            rises = _rises(first, second, marches)
            marches = bool(rises) and _between(first, second) == "、"
            if rises is not None and first.range.low > 0 and second.range.low > 0:
                if _is_made_up(first, second, dossier):
                    continue
                near = NEAR_MILESTONE if _is_milestone(first, second) else NEAR
                yield _relation(first, second, rises, near, _in_line(dossier, first, second))


def _in_line(dossier: Dossier, first: Figure, second: Figure) -> dict[Figure, float]:
    """The one of the two that is of the size of its like, in the text and in the packs, where the other is far off."""
    measure, unit = first.topic.measure, first.statement.unit
    # The output of machine tools says nothing of that of robots.
    whose = first.topic.subject
    own = [
        (figure.value, figure.topic.region)
        for figure in dossier.levels.get((measure, unit), ())
        if figure is not first and figure is not second and figure.topic.subject == whose
    ]
    own += [
        (float(one.value), one.region)
        for one in dossier.references.of(measure, unit)
        if (one.subject or one.cluster or "") == whose
    ]
    of_place = [value for value, region in own if region == first.topic.region]
    like, far = (of_place, FAR_OF_PLACE) if of_place else ([value for value, _ in own], FAR)
    if not like:
        return {}
    low, high = min(like) / far, max(like) * far
    fits = [figure for figure in (first, second) if low <= figure.value <= high]
    return {fits[0]: TRUSTED} if len(fits) == 1 else {}


def _is_made_up(first: Figure, second: Figure, dossier: Dossier) -> bool:
    """Whether an amount near tells what came to the first to make the second, however far they lie apart (增资99.99亿元…由100万元增至100亿元)."""
    return second.value > first.value / NO_LESS.low and any(
        one.is_amount
        and one.statement.unit == first.statement.unit
        and one not in (first, second)
        and (first.range + one.range).meets(second.range)
        for one in dossier.around(first)
    )


def _relation(
    first: Figure, second: Figure, rises: bool, near: float, trust: dict[Figure, float]
) -> Relation:
    low, high = (first, second) if rises else (second, first)
    if low.value > high.value:
        said = Said("more-than", left=bare(low), right=bare(high))
    else:
        said = Said("quotient", left=bare(high), right=bare(low), value=percent(high.value / low.value))
    return Relation(
        Product((Factor(low), Factor(high, -1)), NO_LESS, stated=True),
        "contrary-verb",
        always(said),
        {"first": bare(first), "second": bare(second)},
        near=near,
        trust=trust,
    )


def _is_milestone(first: Figure, second: Figure) -> bool:
    between = _between(first, second)
    return between == "、" or REACHED.match(between) is not None


def _between(first: Figure, second: Figure) -> str:
    return first.document.text[first.end : second.start]


def _rises(first: Figure, second: Figure, marches: bool) -> bool | None:
    """Whether the words say that the second figure is the greater (True) or the lesser; None where they say neither.

    `marches` is whether the first is itself a step of a march (连续迈上4万亿、5万亿)."""
    a, b = first.statement, second.statement
    if a.unit != b.unit or a.kind not in KINDS or b.kind is not a.kind or first.text.endswith(PLACES):
        return None
    text = first.document.text
    between = _between(first, second)
    before = text[max(a.sentence.start, first.start - 22) : first.start]
    if FROM.search(before):
        if FINER.search(before):
            return None
        return True if RISES.match(between) else False if FALLS.match(between) else None
    steps = between == "、" and (marches or MARCH.search(before))
    return True if REACHED.match(between) or steps else None
