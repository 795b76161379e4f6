"""One measure given two values.

**What it does.** Finds two figures for the same measure of the same thing, in the same place and period, on the same footing, that no
rounding reconciles: 营业收入超7200亿元，营业收入超3万亿元.

**Why it is bad.** One of them is wrong, or one belongs to another measure whose name was lost. Readers will quote either.

**How to mend it.** Look both up. If one is another measure (增加值 beside 营业收入), restore its name; if one was revised, say
which is the revised one.

**Source.** Arithmetic. Hedged figures are compared as the intervals that they claim; two lower bounds (超…, 超…) are compared as bounds,
since nobody states the lower of two bounds that he knows.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence

from yanchao.audit.dossier import Dossier, Figure, near
from yanchao.audit.equations import always, bare
from yanchao.audit.finding import Severity
from yanchao.audit.loose import ALL_BUT_SAID, unless_one_holds
from yanchao.audit.messages import Said
from yanchao.audit.partners import is_with_partner
from yanchao.audit.relations import Factor, Product, Relation, Same
from yanchao.audit.rule import Examples, Group, Unjudged
from yanchao.audit.steps import is_passage
from yanchao.audit.topics import REGIONAL
from yanchao.audit.wording import percent
from yanchao.documents.document import BlockKind
from yanchao.quick import pattern
from yanchao.statements.statement import Kind, Status

CODE = "YC103"
NAME = "duplicate-measure"
TITLE_ZH = "同一指标给出两个数"
PAGE_ZH = """
**查什么。** 同一事物的同一指标，地区、时期、口径都相同，却给出两个数，怎么四舍五入都对不上：
营业收入超7200亿元，营业收入超3万亿元。

**为什么。** 不是其中一个错了，就是其中一个本属别的指标，名称漏掉了。读者引用哪个都有可能。

**怎么改。** 两个数都查一遍。有一个是别的指标（如与营业收入并列的增加值），就补上名称；
有一个是修订数，就写明哪个是修订后的。

**依据。** 算术。带“超”“约”等限定的数，按它所说的区间比较；两个都是下限的（超……，超……），直接比下限：
知道更高的下限，谁也不会只报低的。
"""
GROUP = Group.ARITHMETIC
SEVERITY = Severity.ERROR
TIES = Said("ties.same")
EXAMPLES = Examples(
    bad=(
        "规划提出，到2025年，全省家具产业营业收入超500亿元，营业收入超2000亿元。",
        "2025年，全市地区生产总值3168.7亿元，增长5.6%。五年来，经济总量由2020年的2281.7亿元增加到3168.5亿元。",
    ),
    good=(
        "2025年，全市地区生产总值3168.5亿元，增长5.6%。五年来，经济总量由2020年的2281.7亿元增加到3168.5亿元。",
        "规划提出，到2025年，全省家具产业增加值超500亿元，营业收入超2000亿元。",
        "2023年，全县三次产业占比分别为8.8%、33.5%和57.7%。",
        "全省家具产业营业收入由2020年的1500亿元提高到2023年的1800亿元。",
        "2023年，全省家具产业营业收入1812亿元。去年，家具产业营业收入超1800亿元。",
        "2025年，在全省占比超过一成的产品有18种、超过三成的有7种。2025年，全市三次产业比重为6.2∶41.5∶52.3。",
    ),
)

REVISION = 1.07
"""By how much revisions, economic censuses included, have moved a published level."""

REVISED_RATE = 0.02
"""By how many points (as a fraction) they have moved a published share or rate of growth."""

_OF_ONE_LIST = pattern(r"(?:[、和与及:：∶][-−+]?(?:[约超近逾]?[-−+]?\d[\d.,]*\s?[%\u4e00-\u9fff/]{0,4}?)?)+")
"""Between the first and the last of 6.8%、36.5%和56.7% stand only the others: they are parts of one thing."""

PARALLEL = pattern(r"[；;]")
"""Between clauses that say the same of one after another (甲公司运量…；乙公司运量…): whose each is, its own words say, or those before."""

MONTHLY = "环比"
SHARE = "share"
"""The measure of a bare 占比, which says of whom as little as 增幅 does."""

GROUP_OF_PLACES = pattern(
    r"[东中西]部(?:地区|省份|[一二三四五六七八九十\d]+省)?|东北(?:地区|三省)|[二三四五六七八九十两\d]+(?:个)?(?:省份?|市|州|县|城市)(?![\d委])|沿海(?:地区|省份)|[一二三]线城市"
)
FAR = 120
"""Characters before a figure in which its paragraph may have named whose it is."""

OF_AMOUNT = pattern(r"\d[\d.,，]*[^，。；\d]{1,8}的$")
OF_WHICH = pattern(r"其中|包括")

UNREAD = pattern(r"[\u4e00-\u9fffA-Za-z\d]{2,}")
NO_NAME = pattern(
    r"(?:到|至|截至|自)?(?:其中|预计|实现|完成|我们|我国|全国|全省|全市|全县|全区|全州|累计|合计|共|已|将|年|月|末|底|初|的|在|和|也|又|而|同时|此外|按可比价格?计算|初步核算|预测|力争|总|约|超|突破|达|到|其|以来)+"
)
"""Words before a measure that do not say whose it is."""

MOST_PARTS = 12
"""Figures of a sentence before one among which the whole is looked for that it is a part of."""

COMPARED = frozenset({Kind.LEVEL, Kind.SHARE, Kind.GROWTH})


def check(dossier: Dossier) -> Iterator[Relation | Unjudged]:
    yield from _ends_of_passages(dossier)
    for same_topic in dossier.by_topic.values():
        by_time: defaultdict[tuple[str, str | None, Status, str | None], list[Figure]] = defaultdict(list)
        for figure in same_topic:
            if (
                dossier.topics.is_definite(figure.topic)
                and _can_be_compared(figure)
                and not _is_of_figure_before(figure, dossier)
            ):
                # Targets of different plans may differ; what is on record may not.
                source = figure.statement.source if figure.statement.status is Status.TARGET else None
                words = dossier.topics.words(figure.statement)
                by_time[words, figure.statement.period, figure.statement.status, source].append(figure)
        for (words, *_), figures in by_time.items():
            yield from _pairs(figures, words, dossier)


def _ends_of_passages(dossier: Dossier) -> Iterator[Relation]:
    """What a passage of years led to, and the level of its last year told elsewhere, by whatever name of the measure: 地区生产总值3168.5亿元. …经济总量由
    2020年的2281.7亿元增加到3168.5亿元. The passage may end in another year: a finding needs a slip that makes the two agree."""
    for sentence in dossier.sentences():
        for start, end in itertools.pairwise(sentence):
            statement = end.statement
            if (
                statement.kind is not Kind.LEVEL
                or end.topic.subject
                or end.topic.measure not in dossier.lexicon.measures
                or statement.unit.startswith("count")
                or not is_passage(start, end)
            ):
                continue
            told = [
                one
                for one in dossier.levels.get((end.topic.measure, statement.unit), ())
                if one.document is end.document
                and one.statement.sentence != statement.sentence
                and not one.topic.subject
                and one.is_amount
                and not (one.is_told_aside or one.is_of_larger_place)
                and one.year is not None
                and one.statement.status is statement.status
                and one.statement.region == statement.region
            ]
            last = end.years[1] if end.years else max((one.year or 0 for one in told), default=0)
            same = [one for one in told if one.year == last]
            if len({one.value for one in same}) == 1:
                found = unless_one_holds([_of_passage(same[0], end, dossier)], ALL_BUT_SAID)
                if found is not None:
                    yield found


def _of_passage(told: Figure, end: Figure, dossier: Dossier) -> Relation:
    return Relation(
        Product((Factor(told), Factor(end, -1))),
        "duplicate-measure",
        equation=always(Said("differs", left=bare(told), right=bare(end))),
        fields={
            "measure": dossier.topics.words(end.statement),
            "first": told.text,
            "second": end.text,
            "ratio": percent(told.value / end.value),
        },
    )


def _can_be_compared(figure: Figure) -> bool:
    """Only what is fully said can be held against its like: a measure of its own, one time, some confidence."""
    statement = figure.statement
    if statement.kind not in COMPARED or not statement.measure or statement.period is None:
        return False
    if figure.year is None or "subset" in statement.qualifiers:
        return False
    if figure.is_of_larger_place or figure.is_starting_point or is_with_partner(figure):
        return False
    if figure.is_told_as_change and statement.kind is not Kind.GROWTH:
        return False
    if statement.kind is Kind.LEVEL and statement.unit.startswith("count"):
        return False  # counts of like things (新增3个基地，5个基地) are told one by one
    if figure.document.text.startswith("的", figure.end):
        return False  # 占比超过一成的有18种: a threshold, of which there may be many
    if statement.kind is Kind.SHARE and OF_AMOUNT.search(figure.own_lead):
        return False  # 完成预算60999万元的40.4%: of that amount
    return figure.says("measure") or _is_cell(figure)


def _is_of_figure_before(figure: Figure, dossier: Dossier) -> bool:
    """Whether its word only says the form of a figure (净利润…亿元，增幅34%): whose it is, the figure before it says."""
    measure = dossier.lexicon.measure_by_word.get(figure.statement.measure or "")
    says_form = measure is not None and (measure.scope == "figure" or measure.id == SHARE)
    return says_form and not _is_cell(figure) and figure is not dossier.beside(figure)[0]


def _is_cell(figure: Figure) -> bool:
    """Whether it stands in a table, whose heads name measure and time as surely as a clause does."""
    block = figure.document.block(figure.start)
    return block is not None and block.kind is BlockKind.CELL


def _pairs(figures: Sequence[Figure], words: str, dossier: Dossier) -> Iterator[Relation | Unjudged]:
    first = figures[0] if figures else None
    for second in figures[1:]:
        if first is None or _is_passage(first, second):
            continue
        if _may_be_revised(first, second):
            yield Unjudged((second, first), Said("may-be-revised"))
            continue
        if not _are_of_one_time(first, second):
            yield Unjudged((second, first), Said("period-inherited"))
            continue
        if any(map(_is_of_another_place, (first, second))) or (
            _unread(first) != _unread(second)
            or _are_parallel(first, second)
            or (MONTHLY in first.own_lead) != (MONTHLY in second.own_lead)
            or _whole_of(first, dossier) != _whole_of(second, dossier)
        ):
            yield Unjudged((second, first), Said("subject-inherited"))
            continue
        small, great = sorted((first, second), key=lambda figure: abs(figure.value))
        ratio = small.value / great.value if great.value else 0.0
        part = small.statement.kind is Kind.LEVEL and 0.15 <= ratio <= 0.4
        yield Relation(
            Same(first, second),
            "duplicate-measure.part" if part else "duplicate-measure",
            equation=always(Said("differs", left=bare(first), right=bare(second))),
            fields={
                "measure": words,
                "first": first.text,
                "second": second.text,
                "ratio": percent(ratio),
            },
        )


def _is_of_another_place(figure: Figure) -> bool:
    """Whether its paragraph speaks by then of a group of places that no pack lists (西部十二省外贸均保持增长，进出口…), which a reader takes for
    the text's own place."""
    block = figure.document.block(figure.start)
    begins = max(block.start if block is not None else 0, figure.start - FAR)
    return (
        figure.topic.measure in REGIONAL
        and not figure.topic.subject
        and GROUP_OF_PLACES.search(figure.document.text, begins, figure.start) is not None
    )


def _are_parallel(first: Figure, second: Figure) -> bool:
    """Whether a semicolon stands between two figures of one sentence, on whose sides the same is said of one and of another."""
    return (
        first.document is second.document
        and first.statement.sentence == second.statement.sentence
        and PARALLEL.search(first.document.text, first.end, second.start) is not None
    )


def _whole_of(figure: Figure, dossier: Dossier) -> str:
    """What the text calls the whole that a figure is told as a part of, empty where it is told as none: of 户籍人口…万人，其中乡村人口… the
    former."""
    text, behind = figure.document.text, figure.start
    for one in reversed(near(figure, dossier.beside(figure), MOST_PARTS)):
        if one.end > figure.start:
            continue
        if OF_WHICH.search(text, one.end, behind):
            return dossier.topics.words(one.statement)
        behind = one.start
    return ""


def _unread(figure: Figure) -> str:
    """The name before the measure in a figure's clause that the reader made nothing of (一线城市 before 新建商品房销售面积).

    Two figures with different ones are not of the same thing, whatever they were read as.
    """
    measure = figure.statement.words("measure")
    lead = figure.own_lead
    if measure is None or not figure.says("measure") or _is_cell(figure):
        return ""
    begins = figure.start - len(lead)
    read = [" " if mark.isspace() else mark for mark in lead[: max(0, measure.start - begins)]]
    for field in figure.statement.evidence:
        if not field.inherited:
            for place in range(max(0, field.start - begins), min(len(read), field.end - begins)):
                read[place] = " "
    return NO_NAME.sub(" ", "".join(read)).strip() if UNREAD.search("".join(read)) else ""


def _may_be_revised(first: Figure, second: Figure) -> bool:
    """Whether two documents may each be right for their day: bodies revise what they publish by a few percent."""
    if first.document is second.document:
        return False
    if first.statement.kind is not Kind.LEVEL:
        return abs(first.value - second.value) <= REVISED_RATE
    low, high = sorted((abs(first.value), abs(second.value)))
    return high <= low * REVISION


def _are_of_one_time(first: Figure, second: Figure) -> bool:
    """Whether the text itself dates both alike: in one sentence, or each in its own. What was inherited may be misread."""
    if first.document is second.document and first.statement.sentence == second.statement.sentence:
        return True
    if _is_cell(first) or _is_cell(second):
        return all(_is_cell(figure) or _is_dated_in_block(figure) for figure in (first, second))
    return first.says_in_sentence("period") and second.says_in_sentence("period")


def _is_dated_in_block(figure: Figure) -> bool:
    """Whether the figure's own paragraph gives its period: enough beside a table, which is dated by its head."""
    words, block = figure.statement.words("period"), figure.document.block(figure.start)
    return words is not None and block is not None and block.start <= words.start < block.end


def _is_passage(first: Figure, second: Figure) -> bool:
    """Whether the words between two figures of one sentence say that the one became the other, or that they are a list."""
    if first.document is not second.document or first.statement.sentence != second.statement.sentence:
        return False
    between = first.document.text[first.end : second.start]
    before = first.document.text[max(first.statement.sentence.start, first.start - 12) : first.start]
    return (
        any(word in between for word in "至到")
        or any(word in before for word in "由从自")
        or len(between) <= 1
        or _OF_ONE_LIST.fullmatch(between) is not None
    )
