"""Parts that do not add up to their total.

**What it does.** Adds up a list of counts that the text says makes up a total (20个集群，即8个…、3个…、7个…、2个…), and the members of a
ratio in percent (4.1:41.2:54.7), parts of which it says that they are all (两者合计, 分电源看, 其余, 境内 and 境外), the value added of the three sectors beside the product of
their region, and exports and imports beside its trade; months, quarters and halves that fill a longer time.

**Why it is bad.** A part is missing, or one of the figures is wrong.

**How to mend it.** Count again. Lists that only name some parts (其中…) are not added up.

**Source.** Arithmetic.
"""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

from yanchao.audit.breakdowns import PARTS_OF, REST, Breakdown, breakdowns
from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.economies import SECTORS, economies, ratios
from yanchao.audit.equations import solving
from yanchao.audit.finding import Severity
from yanchao.audit.lists import lists
from yanchao.audit.loose import ALL_BUT_SAID, SUGGESTED, unless_one_holds
from yanchao.audit.messages import Said
from yanchao.audit.relations import NOTHING, Relation, Sum
from yanchao.audit.rule import Examples, Group
from yanchao.interval import Interval
from yanchao.quick import pattern
from yanchao.statements.statement import Kind

CODE = "YC106"
NAME = "sum-mismatch"
TITLE_ZH = "各项之和与总数不符"
PAGE_ZH = """
**查什么。** 把各部分加起来，与总数核对：文中说明合成总数的一列数（20个集群，即8个…、3个…、7个…、2个…）；
以百分数计的比例各项（4.1:41.2:54.7）；文中表明已经列全的各部分（两者合计、分电源看、其余、境内与境外）；
三次产业增加值与本地区生产总值；出口、进口与进出口总额；
合起来正好是一段较长时间的各月、各季度、上下半年，与这段时间的总数。

**为什么。** 不是漏了一项，就是有一个数错了。

**怎么改。** 重新加一遍。只列举部分项目的（其中…），不作加总。

**依据。** 算术。
"""
GROUP = Group.ARITHMETIC
SEVERITY = Severity.ERROR
TIES = Said("ties.sum")
EXAMPLES = Examples(
    bad=(
        "2025年，市里设立产业基金，首期规模6亿元，由市级财政出资9亿元、县区出资30亿元、社会资本出资15亿元。",
        "2025年，全市电气机械制造业营业收入1846.5亿元。汽车制造业营业收入1523.8亿元。通用设备制造业营业收入1012.4亿元。前两大行业营收之和337.03亿元。",
        "2024年上半年，全市用电879.3亿千瓦时。一季度用电306.8亿千瓦时，二季度527.5亿千瓦时。",
        "全省形成18个产业集群（即6个千亿级集群、7个百亿级集群、4个十亿级集群）。",
        "三次产业比重为4.1:41.2:64.7。",
        "全市有国有企业30家、民营企业50家、外资企业40家，合计130家。",
        "2024年，公司在欧洲销售11.37亿元，在东南亚销售8.42亿元，两者合计销售91.79亿元。",
        "2024年，全市发电量823.2亿千瓦时。分电源看，火电452.6亿千瓦时，水电248.8亿千瓦时，风电161.8亿千瓦时。",
        "全市有星级饭店64家，其中五星级7家，四星级21家，其余63家。",
        "2024年，公司营业收入134.32亿元，其中境内收入96.83亿元，境外收入73.49亿元。",
        "2024年，全省进出口总额9.11万亿元，其中，出口5.89万亿元，进口2.22万亿元。",
        "2024年，全市消费品零售总额486.2亿元，增长5.1%。城镇消费品零售额412.5亿元，增长5.0%；乡村消费品零售额83.7亿元，增长5.6%。",
        "2024年，云州市地区生产总值620亿元，其中，第一产业增加值180亿元，第二产业增加值150亿元，第三产业增加值340亿元。",
        "全市现有A级旅游景区42家，其中5A级2家、4A级18家、3A级及以下27家。",
        "2024年，猪牛羊禽肉产量6.35万吨，其中，猪肉3.62万吨，牛肉0.48万吨，羊肉0.35万吨，禽肉1.09万吨。",
    ),
    good=(
        "2025年，市里设立产业基金，首期规模30亿元，由市级财政出资9亿元、县区出资6亿元、社会资本出资15亿元。",
        "2025年，全市电气机械制造业营业收入1846.5亿元。汽车制造业营业收入1523.8亿元。通用设备制造业营业收入1012.4亿元。前两大行业营收之和3370.3亿元。",
        "2024年，全省实际使用外资269.3亿元。分行业看，制造业实际使用外资71.5亿元，服务业实际使用外资193.3亿元，高技术产业实际使用外资78.6亿元。",
        "全市现有A级旅游景区42家，其中5A级2家、4A级13家、3A级及以下27家。",
        "2024年，猪牛羊禽肉产量6.35万吨，其中，猪肉3.62万吨，牛肉0.48万吨，羊肉0.35万吨，禽肉1.90万吨。",
        "2024年上半年，全市用电879.3亿千瓦时。一季度用电306.8亿千瓦时，二季度572.5亿千瓦时。",
        "全省形成18个产业集群（即6个千亿级集群、8个百亿级集群、4个十亿级集群）。",
        "三次产业比重为4.1:41.2:54.7。",
        "全省有18个产业集群，其中6个千亿级集群、7个百亿级集群。",
        "全市有国有企业30家、民营企业50家、外资企业40家，合计120家。",
        "2024年，公司在欧洲销售11.37亿元，在东南亚销售8.42亿元，两者合计销售19.79亿元。",
        "2024年，全市发电量823.2亿千瓦时。分电源看，火电452.6亿千瓦时，水电248.8亿千瓦时，风电121.8亿千瓦时。",
        "全市有星级饭店64家，其中五星级7家，四星级21家，其余36家。",
        "2024年，公司营业收入134.32亿元，其中境内收入96.83亿元，境外收入37.49亿元。",
        "2024年，一季度产值20亿元、二季度30亿元、三季度40亿元，其中下半年合计90亿元。",
        "2024年，全省进出口总额9.11万亿元，其中，出口5.89万亿元，进口3.22万亿元。",
        "2024年，全市消费品零售总额496.2亿元，增长5.1%。城镇消费品零售额412.5亿元，增长5.0%；乡村消费品零售额83.7亿元，增长5.6%。",
        "2024年，全社会用电量90亿千瓦时。城镇居民用电量9亿千瓦时，乡村居民用电量7亿千瓦时。",
        "2024年，云州市地区生产总值620亿元，其中，第一产业增加值130亿元，第二产业增加值150亿元，第三产业增加值340亿元。",
        "2024年，全省外贸进出口总值16.8万亿元，其中，出口9.6万亿元，进口7.2万亿元。\n\n2024年，甲国为第一大贸易伙伴，进出口2.6万亿元。",
        "2024年，全市消费品零售额290亿元。分规模看，限额以上单位零售额67.9亿元；限额以下单位零售额222.1亿元。分地域看，城镇零售额266.2亿元，增长5.1%；乡村零售额23.8亿元，增长3.8%。",
        "2024年，集群营业收入960亿元。其中，云州432亿元、江口240亿元、石湾144亿元，其他县合计144亿元。",
        "2024年，我国进出口规模站稳40万亿元台阶。其中，出口25.45万亿元，进口18.39万亿元。",
    ),
)

OPENERS = pattern(r"(?:即|分别(?:为|是)|由)$|[（(](?:即|包括|含)?$")
TOTAL_AFTER = pattern(r"[)）]?[，。,;；]?(?:这|共|共计|合计|总计)$")
SOME = pattern(r"其中|。|半年|季度|前.{1,3}月")
"""Words of a list that need not be all of a total."""

SUMMED_UP = pattern(r"(?:共计|合计|总计)$")
FEWEST = 2
FEWEST_OF_TOTAL = 3
NEAR = 24
"""How far from the list its total may stand, in characters."""

MADE_UP_OF = {"gdp": SECTORS, **PARTS_OF}
"""What a measure of a region is made up of: measures by their id, sectors by the beginning of their words."""

CLOCK = pattern(r"[012]?\d[:：][0-5]\d[:：][0-5]\d")
WHOLES = (1.0, 100.0)
ALIKE = 6.0
"""How much likelier the members of one ratio are printed alike than figures that merely stand beside each other."""
NO_MORE = Interval(-math.inf, 0.0)
CLOSING = 0.45
"""How many numbers that slips lead to may fit by chance where a list closes its sentence and one total stands right before it."""


def check(dossier: Dossier) -> Iterator[Relation]:
    known = list(_economies(dossier))
    yield from known
    yield from _broken_down(dossier, known)
    for _, figures in dossier.by_document:
        yield from _ratios(figures)
        amounts = [one for one in figures if one.statement.kind is not Kind.SHARE]
        for parts in _lists(amounts):
            total = _total(parts, amounts)
            if total is not None:
                form = Sum((*((part, 1.0) for part in parts), (total, -1.0)))
                yield Relation(form, "sum-mismatch", solving(form), worked_out=total)


def _broken_down(dossier: Dossier, known: Sequence[Relation]) -> Iterator[Relation]:
    """What texts divide or list; a list that is `known` to be all of a total is no list of some of its parts."""
    told: defaultdict[Figure, set[Figure]] = defaultdict(set)
    for relation in known:
        *parts, total = relation.figures
        told[total] |= {*parts}
    for one in dossier.once(breakdowns):
        told[one.total] |= {*one.parts}
        if not one.may_lack:
            yield _sum(one)
        elif (slipped := unless_one_holds([_sum(one)], ALL_BUT_SAID, dossier.beside)) is not None:
            yield slipped
        else:
            yield _no_more(one)
    for listed in dossier.once(lists):
        # A total may be divided in two ways, and each is a sum of its own.
        readings = [_sum(one) for one in listed.readings if told[one.total].isdisjoint(one.parts)]
        if listed.is_said and len(readings) == 1:
            yield readings[0]
            continue
        by_chance = ALL_BUT_SAID if listed.all_but_said else SUGGESTED
        found = unless_one_holds(readings, by_chance, dossier.beside)
        if found is None and listed.has_likeliest and not any(one.holds() for one in readings):
            found = unless_one_holds(readings[:1], max(by_chance, CLOSING))
        if found is not None:
            yield found


def _no_more(breakdown: Breakdown) -> Relation:
    """Parts that may not be all of them are no more than their total; those that are too many together were most likely meant to be all."""
    exceeds = sum(part.range.low for part in breakdown.parts) > breakdown.total.range.high
    bound = NOTHING if exceeds else NO_MORE
    form = Sum((*((part, 1.0) for part in breakdown.parts), (breakdown.total, -1.0)), bound)
    return Relation(form, "sum-mismatch", solving(form), worked_out=breakdown.total)


def _sum(breakdown: Breakdown) -> Relation:
    form = Sum((*((part, 1.0) for part in breakdown.parts), (breakdown.total, -1.0)))
    return Relation(form, "sum-mismatch", solving(form), worked_out=breakdown.total)


def _economies(dossier: Dossier) -> Iterator[Relation]:
    """The parts that make up a region's product and its trade, where the text gives all of them for a period."""
    for found in itertools.chain.from_iterable(told.values() for told in dossier.once(economies)):
        for whole, parts in MADE_UP_OF.items():
            members = [found[name] for name in (*parts, whole) if name in found]
            if len(members) == len(parts) + 1 and len({member.statement.unit for member in members}) == 1:
                if whole in PARTS_OF and not _are_of_one_paragraph(members, dossier):
                    continue  # a trade with one partner (东盟为第一大贸易伙伴，进出口…) is told elsewhere
                form = Sum((*((part, 1.0) for part in members[:-1]), (members[-1], -1.0)))
                yield Relation(form, "sum-mismatch", solving(form), worked_out=members[-1])


def _are_of_one_paragraph(figures: Sequence[Figure], dossier: Dossier) -> bool:
    return all(dossier.are_of_one_paragraph(figures[0], one) for one in figures[1:])


def _ratios(figures: Sequence[Figure]) -> Iterator[Relation]:
    """Three members of a ratio in percent: 4.1:41.2:54.7."""
    for members in ratios(figures):
        first, second, third = members
        # Each member was rounded by itself, so that printed ones may miss 100 by a step.
        slack = max(float(figure.statement.quantity.resolution) for figure in members)
        total = sum(figure.value for figure in members)
        # Where they do not add up the reader may have taken them for plain numbers. Two of the three tell which.
        small = sorted(abs(figure.value) for figure in members)[1]
        near = next((whole for whole in WHOLES if whole / 1.3 < total < whole * 1.3), None)
        whole = near if not _is_structure(first) else WHOLES[0] if small <= WHOLES[0] else WHOLES[1]
        if whole is None or _is_clock(first, third):
            continue  # a ratio of amounts (1:2:3), not of shares
        form = Sum(((first, 1.0), (second, 1.0), (third, 1.0)), Interval(whole - slack, whole + slack))
        yield Relation(form, "sum-mismatch.shares", solving(form), near=ALIKE)


def _is_clock(first: Figure, last: Figure) -> bool:
    """Whether three numbers of two digits, of which no word says that they make up a whole, may be a time of day: 11:29:56."""
    return (
        not _is_structure(first) and CLOCK.fullmatch(first.document.text, first.start, last.end) is not None
    )


def _is_structure(figure: Figure) -> bool:
    """Whether the words before a ratio say that its members make up a whole (三次产业结构, 比重)."""
    before = figure.document.text[max(figure.statement.sentence.start, figure.start - 16) : figure.start]
    return any(word in before for word in ("结构", "比重", "构成"))


def _lists(figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Runs of counts of like things, joined by list commas only."""
    current: list[Figure] = []
    for figure in figures:
        if current and _continues(current[-1], figure):
            current.append(figure)
            continue
        if len(current) >= FEWEST:
            yield current
        current = [figure] if _is_named(figure) else []
    if len(current) >= FEWEST:
        yield current


def _is_complete(parts: Sequence[Figure]) -> bool:
    """Whether a word before the list says that it is all of a total: 即, 分别为, an opening bracket."""
    first = parts[0]
    before = first.document.text[max(0, first.start - 6) : first.start]
    return len(parts) >= FEWEST_OF_TOTAL and OPENERS.search(before) is not None


def _continues(last: Figure, figure: Figure) -> bool:
    between = figure.document.text[last.end : figure.start]
    return (
        _is_named(figure)
        and figure.statement.unit == last.statement.unit
        and _head(figure) == _head(last)
        and (between.count("、") == 1 or between.startswith(("和", "及", "与", "以及")))
        and not any(mark in between for mark in "，。；：()（）\n")
    )


def _total(parts: Sequence[Figure], figures: Sequence[Figure]) -> Figure | None:
    """The count that the list says it makes up: before it where a word says so, or after it with 合计, 共 or 这."""
    first, last = parts[0], parts[-1]
    text = first.document.text
    at = figures.index(first)
    complete = _is_complete(parts)
    if complete and at > 0:
        before = figures[at - 1]
        between = text[before.end : first.start]
        if len(between) <= NEAR and _is_of_same(before, first) and not SOME.search(between):
            return before
    after = at + len(parts)
    if after < len(figures):
        total = figures[after]
        tail = text[last.end : total.start]
        opened = TOTAL_AFTER if complete else SUMMED_UP
        is_rest = REST.fullmatch(tail) is not None
        if (
            len(tail) <= NEAR
            and not is_rest
            and _is_of_same(total, first)
            and opened.search(tail)
            and not SOME.search(tail)
        ):
            return total
    return None


def _is_of_same(total: Figure, part: Figure) -> bool:
    return _is_named(total) and total.statement.unit == part.statement.unit and _head(total) == _head(part)


def _is_named(figure: Figure) -> bool:
    return figure.is_amount and bool(figure.statement.measure)


def _head(figure: Figure) -> str:
    """The last two characters of what is counted: 集群 of 万亿级集群."""
    return (figure.statement.measure or "")[-2:]
