"""A whole that grows faster than all of its parts, or slower.

**What it does.** Holds the growth of trade against that of exports and imports where a text gives all three for one place and period: a whole
cannot grow by more than its fastest part, nor by less than its slowest. Where all parts of a whole are told with their levels, its growth
must be their mean, weighted by what they were before.

**Why it is bad.** One of the rates is wrong, most likely copied from another line.

**How to mend it.** Look up the three.

**Source.** Arithmetic: the growth of a sum is the mean of the growths of its parts, weighted by their earlier size.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Sequence

from yanchao.audit.blends import Blend, blends
from yanchao.audit.breakdowns import PARTS_OF
from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.equations import always, bare
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.partners import TRADE
from yanchao.audit.relations import Claims, Relation, printed
from yanchao.audit.rule import Examples, Group
from yanchao.audit.topics import OWN_WORDS
from yanchao.audit.wording import like
from yanchao.interval import EVERYTHING, Interval
from yanchao.quick import dataclass
from yanchao.statements.statement import Kind, Status

CODE = "YC117"
NAME = "growth-outside-parts"
TITLE_ZH = "总体增速超出各部分增速的范围"
PAGE_ZH = """
**查什么。** 同一地区、同一时期，文中同时给出进出口、出口、进口三个增速的，拿进出口增速与出口、进口增速相比：
总体再快，快不过最快的一项；再慢，慢不过最慢的一项。各部分的数额和增速都写全的，总体增速应当等于按上期数额加权的平均。

**为什么。** 三个增速中必有一个错了，多半是抄串了行。

**怎么改。** 三个增速都回原始数据核对。

**依据。** 算术：总额的增速，等于各部分增速以上期数额为权数的加权平均。
"""
GROUP = Group.ARITHMETIC
SEVERITY = Severity.ERROR
TIES = Said("ties.growths")
EXAMPLES = Examples(
    bad=(
        "2024年，全省进出口总额增长12.2%，其中出口额增长8.1%，进口额增长3.6%。",
        "2024年，全市外贸进出口2146.5亿元，增长4.9%。其中，出口1763.2亿元，增长5.1%；进口383.3亿元，增长0.3%。",
        "2024年，云州市地区生产总值620亿元，增长5.2%。其中，第一产业增加值130亿元，增长3.1%；第二产业增加值150亿元，增长16.5%；第三产业增加值340亿元，增长5.1%。",
    ),
    good=(
        "2024年，全省外贸进出口总值820亿元，增长12.9%，高于全国进出口增速（11.4%）1.5个百分点。其中出口502亿元，增长13.3%；进口318亿元，增长12.3%。",
        "2024年，全省进出口总额增长6.2%，其中出口额增长8.1%，进口额增长3.6%。",
        "2024年，全省进出口总额增长6.2%，出口额增长8.1%。",
        "2024年，全市外贸进出口2146.5亿元，增长4.2%。其中，出口1763.2亿元，增长5.1%；进口383.3亿元，增长0.3%。",
        "2024年，云州市地区生产总值620亿元，增长5.0%。其中，第一产业增加值130亿元，增长3.1%；第二产业增加值150亿元，增长6.5%；第三产业增加值340亿元，增长5.1%。",
    ),
)


@dataclass(frozen=True, slots=True)
class Between:
    """The growth of a whole lies between the least and the greatest growth of its parts."""

    whole: Figure
    parts: tuple[Figure, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        return self.whole, *self.parts

    def holds(self, claims: Claims) -> bool:
        least = min(claims(part).range.low for part in self.parts)
        most = max(claims(part).range.high for part in self.parts)
        return claims(self.whole).range.meets(Interval(least, most))

    def needed(self, figure: Figure, claims: Claims) -> Interval:
        if figure is self.whole:
            ranges = [claims(part).range for part in self.parts]
            return Interval(min(one.low for one in ranges), max(one.high for one in ranges))
        whole = claims(self.whole).range
        others = [claims(part).range for part in self.parts if part is not figure]
        above = any(one.high >= whole.low for one in others)
        below = any(one.low <= whole.high for one in others)
        if above and below:
            return EVERYTHING
        return Interval(whole.low, EVERYTHING.high) if below else Interval(EVERYTHING.low, whole.high)


FOOTING = 0.004
"""By how much the growth of a whole other than trade may miss the mean of its parts: it goes by prices of one year, or by levels made
anew, where that of trade is of the printed levels to the last digit."""


def check(dossier: Dossier) -> Iterator[Relation]:
    blended = set()
    for whole, parts, levels in blends(dossier):
        blended.add(whole)
        slack = 0.0 if whole.topic.measure in TRADE else FOOTING
        form = Blend(whole, parts, levels, slack)
        yield Relation(form, "growth-outside-parts", _said(form))
    yield from _between(dossier, blended)


def _said(form: Blend) -> Callable[[Figure], Said]:
    needed = form.needed(form.whole, printed)
    return always(
        Said(
            "blend",
            parts="、".join(bare(one) for one in form.parts),
            value=like(form.whole, (needed.low + needed.high) / 2),
            printed=bare(form.whole),
        )
    )


def _between(dossier: Dossier, blended: Container[Figure]) -> Iterator[Relation]:
    wanted = {name for whole, parts in PARTS_OF.items() for name in (whole, *parts)}
    places: defaultdict[tuple[object, ...], dict[str, Figure]] = defaultdict(dict)
    for figure in dossier.figures:
        one, topic = figure.statement, figure.topic
        if one.kind is not Kind.GROWTH or topic.measure not in wanted or one.status is Status.TARGET:
            continue
        if figure.is_of_larger_place:
            continue  # 高于全国进出口增速（21.4%）
        if one.period is None or (topic.subject and not figure.says_in_sentence("measure")):
            continue
        key = (
            figure.document.uri,
            "" if OWN_WORDS.fullmatch(topic.subject) else topic.subject,
            one.region,
            one.period,
            one.status,
            one.base,
            one.qualifiers - {"subset"},
        )
        places[key].setdefault(topic.measure, figure)
    for found in places.values():
        for whole, parts in PARTS_OF.items():
            members = [found[name] for name in parts if name in found]
            if (
                whole in found
                and found[whole] not in blended
                and len(members) == len(parts)
                and _are_together(found[whole], members, dossier)
            ):
                yield Relation(
                    Between(found[whole], tuple(members)),
                    "growth-outside-parts",
                    always(
                        Said(
                            "not-between",
                            whole=bare(found[whole]),
                            parts="、".join(bare(one) for one in members),
                        )
                    ),
                )


def _are_together(whole: Figure, parts: Sequence[Figure], dossier: Dossier) -> bool:
    """Whether one paragraph has them all: the trade of another paragraph may be that with one partner."""
    return all(dossier.are_of_one_paragraph(whole, part) for part in parts)
