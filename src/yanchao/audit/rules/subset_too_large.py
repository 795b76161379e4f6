"""A part that is larger than what it is part of.

**What it does.** Holds every figure after 其中 against the figure of the same measure and unit before it, parts of kinds that shut one
another out (国有企业, 民营企业) together, what was newly added against the running total told right after it (新增1200个，累计8600个), and by
how many what is counted has grown against how many there are (净增520家，突破4000家).

**Why it is bad.** A part is never larger than its set.

**How to mend it.** Check both; often the two were swapped, or 万 stands for 亿.

**Source.** Arithmetic.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence

from yanchao.audit.dossier import CURRENCIES, DAY, Dossier, Figure
from yanchao.audit.equations import always, bare
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.relations import NOTHING, Factor, Product, Relation, Sum
from yanchao.audit.rule import Examples, Group
from yanchao.audit.wholes import whole_before
from yanchao.interval import Interval
from yanchao.quick import pattern
from yanchao.statements.statement import Comparator, Kind

CODE = "YC107"
NAME = "subset-too-large"
TITLE_ZH = "部分大于整体"
PAGE_ZH = """
**查什么。** “其中”之后的每个数，与前面同一指标、同一单位的总数相比；互不相容的几类（国有企业、民营企业）合起来与总数相比；新增的数与紧跟其后的累计数相比
（新增1200个，累计8600个），净增的数与增加后的数相比（净增520家，突破4000家）。

**为什么。** 部分不会大于整体。

**怎么改。** 两个数都核一遍：常见的是两数写颠倒，或者把“亿”写成了“万”。

**依据。** 算术。
"""
GROUP = Group.ARITHMETIC
SEVERITY = Severity.ERROR
TIES = Said("ties.subset")
EXAMPLES = Examples(
    bad=(
        "2024年，全市每千人拥有经营主体168.8户，其中企业为每千人495户。",
        "全市现有规上企业18家，其中产值超百亿元企业31家。",
        "2024年底，园区注册企业累计687家，当年新注册942家。",
        "2024年，全市汽车产量120万辆，其中新能源汽车产量310万辆。",
        "全市有规上企业412家，其中高技术企业96家，装备制造企业450家。",
        "全年新开通5G基站12000个，累计达8600个。",
        "全市有规上企业12家，其中国有企业5家，民营企业9家。",
        "全年接待游客120万人次，其中过夜游客50万人次，一日游游客90万人次。",
        "2024年，全市发电量777.9亿千瓦时，增长3.7%。其中，火电发电量2533.0亿千瓦时，增长2.1%。",
        "2024年，全市机电产品出口251.9亿元，增长5.7%，占出口总值的71.0%，其中灯具出口412.6亿元。",
        "截至2023年底，全市累计建成充电桩1.2万个，其中2023年新建4.5万个。",
        "五大工程总投资860亿元，其中“十四五”期间投资930亿元。",
        "全县18个乡镇中，已有21个乡镇完成育秧。",
        "年收入超亿元的企业有96家，其中超10亿元的111家。",
        "截至2023年底，全省风电累计装机容量超过1000万千瓦，其中2023年新增装机2400万千瓦。",
        "2025年，全市高新技术企业净增5200家、突破4000家。",
        "2025年末，全市常住人口506.4万人，比上年末增加560万人。",
    ),
    good=(
        "2024年，全市每千人拥有经营主体168.8户，其中企业为每千人49.5户。",
        "全市现有规上企业318家，其中产值超百亿元企业3家。",
        "2024年底，园区注册企业累计6873家，当年新注册942家。",
        "2024年，全市汽车产量120万辆，其中新能源汽车产量31万辆。",
        "全市有规上企业412家，其中高技术企业96家，装备制造企业350家。",
        "全市有规上企业412家，其中高技术企业96家，带动小微企业5000家。",
        "全年新开通5G基站1200个，累计达8600个。",
        "全市有规上企业12家，其中国有企业5家，民营企业7家。",
        "全市有规上企业12家，其中国有企业5家，高技术企业9家。",
        "2024年，全市机电产品出口251.9亿元，增长5.7%，占出口总值的71.0%，其中灯具出口41.6亿元。",
        "截至2023年底，全市累计建成充电桩1.2万个，其中2023年新建0.4万个。",
        "五大工程总投资860亿元，其中“十四五”期间投资530亿元。",
        "全县18个乡镇中，已有11个乡镇完成育秧。",
        "审定通过39个棉花品种及86个大豆品种，其中本公司选育88个。",
        "甲、乙、丙等县接待游客超300万人次，其中甲县652万人次。",
        "除甲公司减持82万股外，其余公司均有增持，其中乙公司增持1000万股。",
        "总装机625万千瓦（含风电500万千瓦，光伏125万千瓦），其中二期320万千瓦。",
        "年收入超亿元的企业有96家，其中超10亿元的11家。",
        "全县18个乡镇中，已有11个完成育秧，21个村试种新品种。",
        "2025年，全市高新技术企业净增520家、突破4000家。",
        "2025年，公司净利润2亿元，比上年增加3亿元。",
    ),
)

CUE = pattern(r"其中|包括|中[，,]?(?:已经?|现|共)?有[^，,。；;、\d]{0,4}$")
INCLUDING = "包括"
RIGHT_BEHIND = pattern(r"[^，,。；;、\d]{0,8}[，,、；;：:（(]?")
"""Between a total and 包括, where it is the total that includes; with words of its own something else does (运输品类包括…)."""

TIMELESS = pattern(r"[日月年]均|每|[去今当上]年|[日月年]$")
"""Words of a total that is of a time of its own, though none was read."""

STOPS = ("，", "。", "；", ",", ";", "其中")
"""What ends a list of parts that may be added up: 其中高铁370公里、… goes on, a comma may begin what overlaps."""

BRACKET_ENDS, EXCEPTED = pattern(r"[^（(，,。；;]{0,8}[）)]"), pattern(r"[^，,。；;]{0,4}外[，,]")
LISTED = pattern(r"[^，,。；;\d（(]{0,12}(?:、|以及|[及和与])[^，,。；;、\d]{0,8}")
"""Between the last two of a list: 39个棉花品种及86个大豆品种，其中…."""

NAMED = pattern(r"(?:以上)?的?[\u4e00-\u9fff]{1,8}")
"""Between the mark that each of a class lies above and how many there are."""

NEXT_PART = pattern(r"[，,；;][^，,。；;、\d]{2,12}")
ADDED = pattern(
    r"(?:新(?!冠|能源|型|材料|兴|区|媒体|生|质|时代)(?:增|建|开通|投用|认定|培育|设|登记|引进|建成)?|净增)[^，,。；;、]{0,12}$"
)
IN_ALL = pattern(r"[，,；;](?:[^，,。；;、\d]{0,4})(?:累计|总(?:数|量|规模|计))[^，,。；;、\d]{0,8}")
"""Between what was added and the running total: 新增1200个，累计达8600个."""

SINCE_FOUNDED, OF_THIS_YEAR = (
    pattern(r"(?:累计|共有|总数|实有)[^，,。；;、\d]{0,6}$"),
    pattern(
        r"[，,；;（(](?:其中[，,]?)?(?:当年|本年|今年|年内|20\d\d年|全年)新(?!冠|能源|型|材料|兴|区|媒体)[^，,。；;、\d]{1,8}"
    ),
)
"""Before a running total, and between it and what of it came in its last year: 累计6873家，当年新注册942家."""
THAN = pattern(r"[，,（(]?[比较]")
"""Between how many there are and by how many they have grown: 506万人，比上年末增加6万人."""

OVERLAP = ("以上", "以下", "及其", "国家级", "省级")
"""Words of parts that may lie within one another, so that they do not add up."""

SAID_MORE = (Kind.GROWTH, Kind.SHARE, Kind.CHANGE, Kind.RANK, Kind.STREAK)
"""What is told of a level before its parts are.

A share may be the whole of 其中 itself, and then the part is one of another unit."""

NET = pattern(r"净(?![水菜资])|顺差|逆差|差额|指数|盈余")
RATES = ("每", "人均", "平均", "户均")
PER_SO_MANY = pattern(r"每[百千万]?[人户亩家件吨]")
NO_MORE = Interval(0.0, 1.0)
NOT_FAR_MORE = Interval(0.0, 1.25)
"""The same for a total that is only said to be more than so much: nobody says so of one that he knows to be far more."""

COPIED = 1.5
"""Parts are copied from where they were counted; the total is worked out by hand."""

NEAR = 0.8
"""How much it speaks for a repair that it leaves part and total of one size: the logarithm of their quotient is about 1.1 in the mean
of 22 such pairs in government reports. What came to a stock is of no size in particular beside it."""


def check(dossier: Dossier) -> Iterator[Relation]:
    yield from _of_years(dossier)
    for previous, sentence in dossier.in_a_row():
        text = sentence[0].document.text
        yield from _added(sentence)
        whole = whole_before(sentence[0], previous) if sentence[0].is_amount else None
        if (
            whole is not None
            and not (_is_rate(whole) or _is_net(whole))
            and _is_part(sentence[0], whole, False)
        ):
            yield _no_more(sentence[0], whole)
        for index, last in enumerate(sentence[:-1]):
            cue = CUE.search(text, last.end, sentence[index + 1].start)
            total = _told_of(sentence[: index + 1]) if cue is not None else None
            if cue is not None and total is not None and _are_of_one_rate(sentence[index + 1], total):
                yield _no_more(sentence[index + 1], total)
            if cue is None or total is None or _is_rate(total) or _is_net(total):
                continue
            if total is last and _is_no_total(sentence[: index + 1], text[total.end : cue.start()]):
                continue
            if cue.group() == INCLUDING and not RIGHT_BEHIND.fullmatch(text[total.end : cue.start()]):
                continue
            parts: list[Figure] = []
            for part, behind in itertools.zip_longest(sentence[index + 1 :], sentence[index + 2 :]):
                if _is_threshold(part) or (behind is not None and _is_mark(part, behind, total)):
                    continue
                if _is_of_another(part, total, [one for one in sentence if one.start < total.start]):
                    break
                named = text[cue.end() : part.start].removeprefix("，")
                if not (
                    _is_part(part, total, not parts) or (parts and _are_of_a_kind(part, parts[0]))
                ) or any(mark in named for mark in STOPS):
                    break
                parts.append(part)
            every = parts + _behind(parts, sentence, total)
            for part in every:
                yield _no_more(part, total)
            for apart in _shut_out(every, dossier):
                form = Sum((*((part, 1.0) for part in apart), (total, -1.0)), Interval(-math.inf, 0.0))
                added = " + ".join(bare(part) for part in apart)
                yield Relation(
                    form, "subset-too-large", always(Said("more-than", left=added, right=bare(total)))
                )
            if len(parts) > 1 and not any(word in text[cue.end() : parts[-1].start] for word in OVERLAP):
                # Parts that are too many together were most likely meant to be all; where one is so by itself, it says nothing of the rest.
                most = total.range.high
                exceeds = sum(part.range.low for part in parts) > most
                are_all = exceeds and all(part.range.low <= most for part in parts)
                bound = NOTHING if are_all else Interval(-math.inf, 0.0)
                form = Sum((*((part, 1.0) for part in parts), (total, -1.0)), bound)
                added = " + ".join(bare(part) for part in parts)
                said = always(Said("more-than", left=added, right=bare(total)))
                yield Relation(
                    form, "subset-too-large", said, trust=dict.fromkeys(parts, COPIED), worked_out=total
                )


def _of_years(dossier: Dossier) -> Iterator[Relation]:
    """What came in one of the years that something is added up over is no more than all of it: 五年新增就业累计24.3万人, and 4.9万人 in one of them."""
    for total in dossier.figures:
        span = total.years
        if "cumulative" not in total.statement.qualifiers or span is None or span[0] == span[1]:
            continue
        if not total.is_amount or total.is_told_aside:
            continue
        for one in dossier.levels.get((total.topic.measure, total.statement.unit), ()):
            if (
                one.document is total.document
                and one.is_amount
                and one.year is not None
                and span[0] <= one.year <= span[1]
                and ADDED.search(one.own_lead)
                and one.statement.status is total.statement.status
                and one.statement.region == total.statement.region
                and dossier.topics.words(one.statement) == dossier.topics.words(total.statement)
            ):
                yield _no_more_added(one, total)


def _told_of(before: Sequence[Figure]) -> Figure | None:
    """The level that 其中 behind some figures divides: the last, or the one that those behind it say more of (出口1251.9亿元，增长5.7%，占71.0%，其中…)."""
    for figure in reversed(before):
        if figure.statement.kind is Kind.LEVEL:
            return figure if figure is before[-1] or not figure.is_told_aside else None
        if figure.statement.kind not in SAID_MORE:
            return None
    return None


def _is_no_total(before: Sequence[Figure], behind: str) -> bool:
    """Whether 其中 behind the last of some figures divides more than that: the end of a list, or of what stands in brackets, or an exception."""
    total = before[-1]
    if BRACKET_ENDS.match(behind) or (EXCEPTED.match(behind) and "除" in total.own_lead):
        return True
    if len(before) == 1 or before[-2].unit != total.unit:
        return False
    return LISTED.fullmatch(total.document.text, before[-2].end, total.start) is not None


def _is_threshold(figure: Figure) -> bool:
    """Whether it says what is counted by the figure behind it: 其中超10亿元的11家."""
    bounded = figure.statement.comparator is not Comparator.EQUAL
    return bounded and figure.document.text.startswith("的", figure.end)


def _is_mark(figure: Figure, behind: Figure, total: Figure) -> bool:
    """The same without 的: 企业318家，其中产值超百亿元企业3家."""
    return (
        figure.statement.comparator is not Comparator.EQUAL
        and figure.unit != total.unit == behind.unit
        and NAMED.fullmatch(figure.document.text, figure.end, behind.start) is not None
    )


def _shut_out(parts: Sequence[Figure], dossier: Dossier) -> Iterator[list[Figure]]:
    """Parts of which none can be another too, by the packs' kinds that shut one another out: 国有企业5家，民营企业4家."""
    names = [(part.statement.subject or "") + (part.statement.measure or "") for part in parts]
    for kinds in dossier.lexicon.exclusives:
        told = [[word for word in kinds.words if word in name] for name in names]
        of_one = [
            (words[0], part)
            for words, name, part in zip(told, names, parts, strict=True)
            if len(words) == 1 and not any(word in name for word in OVERLAP)
        ]
        if len(of_one) > 1 and len({word for word, _ in of_one}) == len(of_one):
            yield [part for _, part in of_one]


def _is_of_another(part: Figure, total: Figure, before: Sequence[Figure]) -> bool:
    """Whether a figure is called as one before the total is, and the total is not (46个大项、1876个小项，包括…26个大项)."""
    name, unit = (part.statement.measure or "")[-2:], part.statement.unit
    if len(name) < len("大项") or (total.statement.measure or "").endswith(name):
        return False
    return any(
        one.statement.unit == unit and (one.statement.measure or "").endswith(name) for one in before[-1:]
    )


def _no_more(part: Figure, total: Figure) -> Relation:
    # 超300万人次 may be said of each of several; of what was added to a stock it is not.
    is_open = math.isinf(total.range.high) and ADDED.search(part.own_lead) is not None
    form = Product((Factor(part), Factor(total, -1)), NOT_FAR_MORE if is_open else NO_MORE, stated=is_open)
    said = always(Said("more-than", left=bare(part), right=bare(total)))
    return Relation(form, "subset-too-large", said, near=NEAR)


def _no_more_added(added: Figure, total: Figure) -> Relation:
    """What came to a stock, or was taken away from it, is no more than there is; it may be of any size beside it."""
    if math.isinf(total.range.high):
        return _no_more(added, total)
    form = Sum(((added, 1.0), (total, -1.0)), Interval(-math.inf, 0.0))
    return Relation(form, "subset-too-large", always(Said("more-than", left=bare(added), right=bare(total))))


def _behind(parts: Sequence[Figure], sentence: Sequence[Figure], total: Figure) -> list[Figure]:
    """Further parts, each in a clause of its own behind the list (其中甲类96家，乙类150家): like in kind, and maybe overlapping."""
    found: list[Figure] = []
    if not parts:
        return found
    last = parts[-1]
    for figure in sentence[sentence.index(last) + 1 :]:
        named = last.document.text[last.end : figure.start]
        if not (_is_part(figure, total, False) or _are_of_a_kind(figure, parts[0])):
            break
        name = (figure.statement.subject or "") + (figure.statement.measure or "")
        if not NEXT_PART.fullmatch(named) or named[1:] != name or figure.unit != total.unit:
            break
        found.append(figure)
        last = figure
    return found


def _added(sentence: Sequence[Figure]) -> Iterator[Relation]:
    for new, total in itertools.pairwise(sentence):
        text = new.document.text
        a, b = new.statement, total.statement
        if (
            a.kind is b.kind is Kind.LEVEL
            and a.unit == b.unit
            and IN_ALL.fullmatch(text[new.end : total.start])
            and ADDED.search(text[max(a.sentence.start, new.start - 16) : new.start])
        ) or _came_to(new, total):
            yield _no_more_added(new, total)
        elif (_came_to(total, new) and THAN.match(text, new.end)) or (
            a.kind is b.kind is Kind.LEVEL
            and a.unit == b.unit
            and SINCE_FOUNDED.search(new.own_lead)
            and OF_THIS_YEAR.fullmatch(text[new.end : total.start])
        ):
            yield _no_more_added(total, new)


def _came_to(rise: Figure, level: Figure) -> bool:
    """Whether one figure says by how much what the other counts has grown: it was no less than nothing before (净增520家，突破4000家)."""
    a, b = rise.statement, level.statement
    return (
        a.kind is Kind.CHANGE
        and b.kind is Kind.LEVEL
        and rise.unit == level.unit
        and rise.unit not in CURRENCIES
        and rise.range.low > 0
        and (a.period, a.status) == (b.period, b.status)
        and rise.topic.measure == level.topic.measure
        and rise.topic.subject == level.topic.subject
    )


def _is_net(figure: Figure) -> bool:
    """Whether it is what is left of flows in both directions, or an index: a part of it may be larger."""
    return NET.search(figure.own_lead) is not None


def _is_rate(figure: Figure) -> bool:
    before = figure.document.text[max(figure.statement.sentence.start, figure.start - 10) : figure.start]
    return any(word in before for word in RATES)


def _are_of_one_rate(part: Figure, total: Figure) -> bool:
    """Whether two figures right behind one another come on as many of the same: 每千人拥有经营主体168.8户，其中企业为每千人49.5户."""
    per, of = PER_SO_MANY.search(part.own_lead), PER_SO_MANY.search(total.own_lead)
    return (
        per is not None
        and of is not None
        and per[0] == of[0]
        and part.is_amount
        and total.is_amount
        and part.unit == total.unit
    )


def _is_part(part: Figure, total: Figure, is_first: bool) -> bool:
    """Whether a figure counts some of the things that the total counts.

    The first figure after 其中 in the same unit does, whatever it is called (汽车产量…, 其中新能源汽车…), and so do those of its list; money may be
    of another kind, so it needs the same measure or the same word at its end.
    """
    a, b = part.statement, total.statement
    if (
        a.kind is not Kind.LEVEL
        or part.unit != total.unit
        or a.status != b.status
        or not _is_within(part, total)
    ):
        return False
    alike = bool(a.measure) and (a.measure or "")[-2:] == (b.measure or "")[-2:]
    if a.unit == "CNY":
        return alike or part.topic.measure == total.topic.measure
    return is_first or alike


def _is_within(part: Figure, total: Figure) -> bool:
    """Whether the time of a part lies in that of its total: the same; any, where the total is of no time in particular; one of the years
    that it adds up; and for what was added, any up to the day that the total was counted on."""
    a, b = part.statement, total.statement
    if a.period == b.period:
        return True
    if b.period is None:
        return part.says("period") and not TIMELESS.search(total.own_lead)
    mine, whole = part.years, total.years
    if mine is None or whole is None or not part.says("period") or mine[1] > whole[1]:
        return False
    is_counted = len(b.period) == DAY or "cumulative" in b.qualifiers
    return (mine[0] >= whole[0] and whole[0] < whole[1]) or (
        is_counted and ADDED.search(part.own_lead) is not None
    )


def _are_of_a_kind(figure: Figure, part: Figure) -> bool:
    """Whether two parts are named alike (5A级, 4A级; 高技术企业, 装备制造企业)."""
    a, b = figure.statement, part.statement
    named = (a.measure or a.subject or "")[-1:]
    return (
        a.kind is Kind.LEVEL
        and (figure.unit, a.period, a.status) == (part.unit, b.period, b.status)
        and a.unit != "CNY"
        and named != ""
        and named == (b.measure or b.subject or "")[-1:]
    )
