"""A share that does not agree with its part and its whole.

**What it does.** Divides the part by the whole where the text gives both, and holds the result against the share that is printed; and
holds a share against the one published for the same thing and year, where the packs know it. A share whose whole no word names is held against the figure that the shares beside it are of to the last digit.

**Why it is bad.** Of three figures that must agree one is wrong, and a reader with a calculator will find out.

**How to mend it.** Check which of the three was copied wrongly. A whole that stands in the text for a neighbouring year is used with the
allowance that a year's change needs, so a finding from it is about the order of magnitude.

**Source.** Arithmetic; published shares with their source in the pack's references.csv.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from yanchao.audit.called import ADDED, ending, usual_range, words_of
from yanchao.audit.dossier import Dossier, Figure, part_of_year
from yanchao.audit.equations import always, bare, solving
from yanchao.audit.exchange import Beside
from yanchao.audit.finding import Severity
from yanchao.audit.listed_shares import of_listed_part, wholes_of_parts
from yanchao.audit.loose import ALL_BUT_SAID, SUGGESTED, unless_one_holds
from yanchao.audit.messages import Said, Words
from yanchao.audit.proven import Unexplained, unexplained
from yanchao.audit.reached import by_target, of_told_target
from yanchao.audit.references import Known, known_shares, source_of
from yanchao.audit.relations import ONE, Factor, Product, Relation
from yanchao.audit.rule import Examples, Group, Unjudged
from yanchao.audit.taken import opened_part, taken_of
from yanchao.audit.topics import OWN_WORDS, PARTS_OF_PLACE
from yanchao.audit.wholes import (
    Named,
    is_of_its_amount,
    is_of_its_word,
    is_told,
    is_told_as_whole,
    of_a_rate,
    part_and_whole,
    part_in_list,
    shares_of_list,
    takes_part_of,
)
from yanchao.audit.wording import like, percent
from yanchao.interval import Interval
from yanchao.lexicon.entries import Reference
from yanchao.quick import replace
from yanchao.statements.statement import Kind, Status

CODE = "YC102"
NAME = "inconsistent-share"
TITLE_ZH = "占比与部分、总数对不上"
PAGE_ZH = """
**查什么。** 部分、总数都写出的，相除，看与文中的占比合不合；资料包收有同一事物、同一年份已公布占比的，也拿来对照。
占比没写明占的是什么的，看旁边几个占比以哪个数为总数算来分毫不差，就用那个数来核。

**为什么。** 三个数对不上，必有一个错；读者按按计算器就会发现。

**怎么改。** 查清三个数里哪个抄错了。文中只有相邻年份的总数时，也拿来用，但留出一年变动的余地，
所以据此指出的，是数量级上的问题。

**依据。** 算术；已公布的占比及其出处，见资料包的references.csv。
"""
GROUP = Group.ARITHMETIC
SEVERITY = Severity.ERROR
TIES = Said("ties.share")
EXAMPLES = Examples(
    bad=(
        "2024年底，全县实有经营主体8.64万户。从类型看，企业2.53万户，个体工商户6.01万户，合作社0.10万户。个体工商户占到总量的6.96%。",
        "2025年12月，公司生产汽车14.24万辆，销售汽车15.12万辆。销量较上年同月的13.69万辆增长10.4%。其中，新能源汽车8.64万辆，占当月总销量的75.1%。",
        "2024年上半年，全省装备制造业营业收入5786亿元。下半年，将围绕全年营收12000亿元的预期目标（上半年已完成84.2%）抓好服务。",
        "2024年，园区实现工业总产值1274.6亿元，比上年的1138.0亿元增长12.0%；占全市工业总产值4982.3亿元的比重超过四分之一，为52.6%。",
        "2025年，公司累计销售整车141.5万辆。年初确定的销量目标为140万辆，目标完成率110.1%。",
        "2025年，全省八个大类行业中7个实现增长，增长面78.5%。",
        "2025年，全市规上企业412家，其中高技术企业103家，占比超过35%。",
        "2025年，全省海洋经济生产总值6120亿元。海洋旅游增加值1680亿元，占海洋经济的32.5%。",
        "2025年，全市纺织业营业收入486亿元。高新区、临港区营业收入分别为162亿元和87亿元，两区合计249亿元，占全市的61.2%。",
        "2025年，全省黄鱼产量13.6万吨，占全国产量的八成以上。全国黄鱼产量25.7万吨。",
        "2024年，全市出口768.9亿元，增长11.0%；进口425.3亿元。2024年，出口机电产品47.5亿元，占同期出口总值的62.2%。",
        "2024年，全市快递业务量完成3.24亿件。同城快递业务量5184万件，异地快递业务量2.64亿件，国际快递业务量816万件，三者占快递业务量的比重分别为16.0%、85.1%和2.5%。",
        "全年固体废物产生量215.6万吨，综合利用量194.0万吨，综合利用率80.0%。",
        "2023年，全省工业企业营业收入18000亿元。2023年，全省家具产业营业收入3600亿元，占全省工业企业营业收入的12%。",
        "全市有规上企业412家，其中高技术企业103家，占52%。",
        "前十强企业产值720亿元，占集群1200亿元总产值的80%。",
        "2024年末，公司在册员工7215人，平均年龄35岁。2024年末，研发人员1864人，占员工总数的52.84%。",
        "全年计划投资400亿元，实际完成投资360亿元，完成年度计划的96%。",
        "2023年，广东海洋生产总值18778亿元，占全省地区生产总值的31.8%。",
        "2025年，明岳公司实现营业收入86.42亿元，净利润9.35亿元。分业务看，电池系统实现收入38.9亿元，占总营收的54.0%。",
    ),
    good=(
        "2024年底，全县实有经营主体8.64万户。从类型看，企业2.53万户，个体工商户6.01万户，合作社0.10万户。个体工商户占到总量的69.6%。",
        "2025年12月，公司生产汽车14.24万辆，销售汽车15.12万辆。销量较上年同月的13.69万辆增长10.4%。其中，新能源汽车8.64万辆，占当月总销量的57.1%。",
        "2024年上半年，全省装备制造业营业收入5786亿元。下半年，将围绕全年营收12000亿元的预期目标（上半年已完成48.2%）抓好服务。",
        "2024年，园区实现工业总产值1274.6亿元，比上年的1138.0亿元增长12.0%；占全市工业总产值4982.3亿元的比重超过四分之一，为25.6%。",
        "2025年，公司累计销售整车141.5万辆。年初确定的销量目标为140万辆，目标完成率101.1%。",
        "2025年，全省八个大类行业中7个实现增长，增长面87.5%。",
        "2025年，全市规上企业412家，其中高技术企业103家，占比超过24%。",
        "2025年，全省海洋经济生产总值6120亿元。海洋旅游增加值1680亿元，占海洋经济的27.5%。",
        "2025年，全市纺织业营业收入486亿元。高新区、临港区营业收入分别为162亿元和87亿元，两区合计249亿元，占全市的51.2%。",
        "2025年，全市规上企业412家，其中高技术企业103家，占比近三成。",
        "2025年，全省黄鱼产量13.6万吨，占全国产量的五成以上。全国黄鱼产量25.7万吨。",
        "2025年，明岳公司实现营业收入86.42亿元，净利润9.35亿元。分业务看，电池系统实现收入38.9亿元，占总营收的45.0%。",
        "2024年，全市出口768.9亿元，增长11.0%；进口425.3亿元。2024年，出口机电产品478.5亿元，占同期出口总值的62.2%。",
        "2024年，全市快递业务量完成3.24亿件。同城快递业务量5184万件，异地快递业务量2.64亿件，国际快递业务量816万件，三者占快递业务量的比重分别为16.0%、81.5%和2.5%。",
        "全年固体废物产生量215.6万吨，综合利用量194.0万吨，综合利用率90.0%。",
        "2023年，全省工业企业营业收入18000亿元。2023年，全省家具产业营业收入3600亿元，占全省工业企业营业收入的20%。",
        "2023年，全省工业企业营业收入约1.8万亿元。2023年，全省家具产业营业收入3700亿元，占全省工业企业营业收入的两成左右。",
        "2023年，广东海洋生产总值18778亿元，占全省地区生产总值的13.8%。",
        "股东质押1.63亿股(其中，债券质押5590.68万股)，占其所持公司股份17.56%。",
        "全市有规上企业412家，其中高技术企业103家，占25%。",
        "全市有规上企业412家，其中高技术企业103家，占全省的5.2%。",
        "2024年，全省用电量达1036亿千瓦时。1000亿千瓦时的用电量中，工业是主力，占全部用电量的64%。",
        "前十强企业产值720亿元，占集群1200亿元总产值的60%。",
        "2024年末，公司在册员工7215人，平均年龄35岁。2024年末，研发人员1864人，占员工总数的25.84%。",
    ),
)

IN_WORDS = Interval(0.8, 1.25)
"""How exactly a share in words (四分之一, 三成) is meant."""

WITH_A_BOUND = Interval(0.95, 1.05)
"""The same where a word says on which side of it the share lies (近三成, 超四分之一)."""

NEAR = 3.0
"""How much it speaks against a share with a bound, on a logarithmic scale, that it lies far from what it is bounded to be near to."""

REVISED = Interval(1 / 1.07, 1.07)
"""By how much the whole that another document gives may have been revised."""

A_YEAR = Interval(1 / 1.25, 1.25)
"""By how much a whole may differ from that of a neighbouring year."""

NAMED = 0.375
"""How many numbers that slips lead to may fit by chance where a share names its whole and several are called so."""

MOST_BEFORE = 12
"""Figures before a sentence that are looked at for the whole of what it opens with."""

MOST_LEVELS = 8
"""Different levels of one thing and time beyond which nobody knows what they are of."""

VALUE_ADDED = frozenset({"gdp", "value-added"})
"""Measures of which one is made up of the other: what an economy produces is what its industries add."""

KINDS_OF_PLACE = {"省": "province", "市": "prefecture", "国": "country"}
"""The level of the place that 全省, 全市 and 全国 say."""

RATE = "率"
"""The end of measures that need no whole to be named: 普及率, 城镇化率."""


def check(dossier: Dossier) -> Iterator[Relation | Unjudged]:
    usual = _Usual(dossier)
    for one in _seen(dossier):
        yield usual.beside(one) if isinstance(one, Relation) else one


def _seen(dossier: Dossier) -> Iterator[Relation | Unjudged]:
    levels, called, alone = _Levels(dossier), Named(dossier), unexplained(dossier)
    ratios = frozenset(word for one in dossier.lexicon.ratios for word in words_of(one.ratio, dossier))
    listed = wholes_of_parts(dossier)
    earlier: Sequence[Figure] = ()
    for previous, sentence in dossier.in_a_row():
        if previous and all(one.is_told_aside or not one.is_amount for one in previous):
            # 销售汽车15.1万辆。较上年同月增长10.4%。其中，…: what it was compared with is no whole.
            previous = (*earlier, *previous)
        earlier = sentence if not previous else (*previous, *sentence)[-MOST_BEFORE:]
        for share in sentence:
            if share.statement.kind is not Kind.SHARE:
                continue
            named = part_and_whole(share, sentence, previous)
            if named is not None:
                yield _relation(named[0], share, named[1])
                continue
            opened = [_exact(part, share, whole) for part, whole in opened_part(share, sentence, previous)]
            if opened and (relation := unless_one_holds(opened, ALL_BUT_SAID)) is not None:
                yield relation
                continue
            if (taken := taken_of(share, sentence)) is not None:
                yield _exact(taken[0], share, taken[1])
                continue
            if (done := of_told_target(share, sentence, dossier)) is not None:
                yield _exact(done[0], share, done[1])
                continue
            if reached := by_target(share, sentence, dossier):
                readings = [_exact(part, share, whole) for part, whole in reached]
                yield unless_one_holds(readings, ALL_BUT_SAID) or Unjudged((share,), Said("no-whole"))
                continue
            pairs = called.parts_and_wholes(share, sentence)
            meant = [pair for pair in pairs if called.is_by_name(*pair, share)] or pairs
            is_told = len(meant) == 1 and called.is_called(meant[0][1], share)
            # 占同期出口总值…，“新三样”出口…: of the names that fit, one whose numbers do
            holds = [pair for pair in pairs if _exact(pair[0], share, pair[1]).holds()] if is_told else []
            meant = holds[:1] or meant
            if is_told and (told := _meant(meant[0], share, called)) is not None:
                yield told
                continue
            rate = of_a_rate(share, sentence)
            # What the packs define otherwise is no quotient of the two figures that happen to stand before it.
            is_defined = (
                rate is not None and ending(dossier.topics.words(share.statement), ratios) is not None
            )
            if (
                slipped := _slipped(share, rate, is_defined, pairs, alone.get(share), dossier.beside, called)
            ) is not None:
                yield slipped
                continue
            if (of_list := of_listed_part(share, sentence, listed, dossier)) is not None:
                relation = unless_one_holds(
                    [_exact(of_list[0], share, of_list[1])], ALL_BUT_SAID, dossier.beside
                )
                if relation is not None:
                    yield relation
                    continue
            if share.statement.base is None:
                if not (share.statement.measure or "").endswith(RATE):
                    yield Unjudged((share,), Said("no-base"))
                continue
            part = _part_of(share, sentence)
            wholes = levels.wholes_of(share, part) if part is not None else ()
            if part is not None and not wholes and (topic := levels.of_its_topic(share, part)) is not None:
                yield replace(_exact(part, share, topic), severity=Severity.WARNING)
            elif part is not None and not wholes and (own := levels.of_its_base(share, part)) is not None:
                yield _exact(part, share, own)
            elif part is None or not wholes:
                published = _published_whole(share, part, dossier) if part is not None else None
                if part is not None and published is not None:
                    yield _of_published(part, share, published)
                else:
                    yield Unjudged((share,), Said("no-part" if part is None else "no-whole"))
            elif len(wholes) == 1 and wholes[0].value > part.value:
                yield _relation(part, share, wholes[0])
            elif (
                slipped := unless_one_holds([_relation(part, share, one) for one in wholes], NAMED)
            ) is not None:
                yield slipped
            else:
                yield Unjudged((share,), Said("several-wholes"))
    for figure, known in known_shares(dossier):
        yield _published(figure, known, source_of(known.reference, dossier.lexicon))


def _meant(pair: tuple[Figure, Figure], share: Figure, called: Named) -> Relation | None:
    """The share of a whole by its name; where that fails, and no slip would mend it, that of an amount just before which one would."""
    part, whole = pair
    if part.value >= whole.value and share.value <= 1 and not called.is_just_called(whole, share):
        # More than what it is called a part of: another thing of that name, or its point or multiplier has slipped.
        return unless_one_holds([_exact(part, share, whole)], ALL_BUT_SAID)
    named = _relation(part, share, whole)
    exact = _exact(part, share, whole)
    if exact.holds():
        return named
    slipped = unless_one_holds([exact], ALL_BUT_SAID)
    if slipped is not None or named.holds():
        return slipped or named
    near_by = [one for one in called.nearby(part, share) if one.is_amount and not one.is_told_aside]
    return unless_one_holds([_exact(part, share, one) for one in near_by]) or named


def _slipped(
    share: Figure,
    rate: tuple[Figure, Figure] | None,
    is_defined: bool,
    pairs: Sequence[tuple[Figure, Figure]],
    beside: Unexplained | None,
    sentence: Beside,
    called: Named,
) -> Relation | None:
    """The relation of a share, of several that the words allow, that fails for a slip; of a whole that the shares beside it prove where the
    words do not tell one."""
    proven = [pair for pair in pairs if beside is not None and beside.is_proven and pair[1] in beside.wholes]
    if proven:
        readings = [_exact(part, share, whole) for part, whole in proven]
        found = unless_one_holds(readings, ALL_BUT_SAID, sentence)
    elif pairs:
        readings = [_exact(part, share, whole) for part, whole in pairs]
        found = _of_named(readings, [one for _, one in pairs], sentence, called.is_all(share))
    else:
        of_rate = _exact(rate[0], share, rate[1]) if rate else None
        if rate is not None and is_of_its_amount(rate[0], share):
            return of_rate
        found = None
        if rate is not None and of_rate is not None:
            is_told = not is_defined and is_of_its_word(rate[0], rate[1], share)
            found = unless_one_holds(
                [of_rate],
                ALL_BUT_SAID if is_told else SUGGESTED,
                (lambda _: of_rate.figures) if is_told else None,
            )
    if found is not None or beside is None:
        return found
    readings = [_exact(beside.part, share, whole) for whole in beside.wholes]
    if beside.is_certain:
        return readings[0]
    return unless_one_holds(readings, ALL_BUT_SAID if beside.is_proven else NAMED, sentence)


def _of_named(
    readings: Sequence[Relation], wholes: Sequence[Figure], sentence: Beside, is_of_all: bool
) -> Relation | None:
    """Of several wholes that are called as a share calls its own, the one that a slip makes it be of: any, or the greatest of them, of
    which the others are most likely parts (占营业收入的12.7%)."""
    found = unless_one_holds(readings, NAMED, sentence)
    if found is not None or any(reading.holds() for reading in readings):
        return found
    greatest = max(zip(wholes, readings, strict=True), key=lambda one: one[0].value)[1]
    return unless_one_holds([greatest], ALL_BUT_SAID if is_of_all else NAMED, sentence)


def _exact(part: Figure, share: Figure, whole: Figure) -> Relation:
    """The same where the text says, or its numbers do, that the three are of one time."""
    form = Product(
        (Factor(part), Factor(share, -1), Factor(whole, -1)), _in_words(share) if share.is_in_words else ONE
    )
    return Relation(form, "inconsistent-share", equation=solving(form), near=_near(share))


def _relation(part: Figure, share: Figure, whole: Figure) -> Relation:
    same_year = part.statement.period == whole.statement.period
    exact = ONE if whole.document is part.document else REVISED
    bound = (_in_words(share) if share.is_in_words else exact) if same_year else A_YEAR
    form = Product((Factor(part), Factor(share, -1), Factor(whole, -1)), bound)
    return Relation(
        form,
        "inconsistent-share",
        equation=solving(form),
        severity=Severity.ERROR if same_year and bound is not REVISED else Severity.WARNING,
        near=_near(share),
    )


def _near(share: Figure) -> float:
    """How much it speaks for a repair that a share with a bound is near to what its part is of its whole: 超35% is no more than 40% or so."""
    return 0.0 if is_told(share) else NEAR


def _in_words(share: Figure) -> Interval:
    return IN_WORDS if is_told(share) else WITH_A_BOUND


def _published(figure: Figure, known: Known, source: Words) -> Relation:
    value = float(known.reference.value)
    printed = like(figure, value)
    return Relation(
        Product((Factor(figure),), known.range),
        "inconsistent-share.published",
        equation=always(Said("differs-from", left=bare(figure), right=printed, source=source)),
        fields={"source": source, "known": printed},
        severity=Severity.WARNING,
        external=True,
    )


def _published_whole(share: Figure, part: Figure, dossier: Dossier) -> Reference | None:
    """What was published for the whole that a share names by its measure and place alone (占全省地区生产总值的13.8%)."""
    base, region = share.statement.base or "", share.topic.region
    own = OWN_WORDS.match(base)
    measure = dossier.topics.measure_in(base)
    if measure is None or measure[1] != (own.end() if own else 0) or region is None:
        return None
    if part.topic.measure == measure[0] and not part.topic.subject:
        return None  # the place's own, which is a part of some larger place's
    if own is not None:
        level = KINDS_OF_PLACE.get(own.group()[-1])
        places = map(dossier.lexicon.place, (region, *dossier.lexicon.around(region)))
        region = next((place.code for place in places if place is not None and place.level == level), None)
    return dossier.references.of_region(measure[0], region, share.statement.period)


def _of_published(part: Figure, share: Figure, known: Reference) -> Relation:
    whole = float(known.value)
    printed = like(part, whole)
    said = Said(
        "share-of-published",
        part=bare(part),
        whole=printed,
        value=percent(part.value / whole),
        printed=bare(share),
        source=known.source,
    )
    form = Product((Factor(part), Factor(share, -1)), Interval(whole * REVISED.low, whole * REVISED.high))
    fields = {"source": known.source, "known": printed}
    return Relation(
        form, "inconsistent-share.whole", always(said), fields, severity=Severity.WARNING, external=True
    )


def _part_of(share: Figure, sentence: Sequence[Figure]) -> Figure | None:
    """The level of the same measure and subject that stands before the share in its sentence: …3600亿元，占…20%."""
    shares = shares_of_list(share, sentence)
    if shares:
        return part_in_list(share, shares, sentence)
    before = [
        figure
        for figure in sentence
        if figure.start < share.start
        and figure.statement.kind is Kind.LEVEL
        and figure.topic.measure == share.topic.measure
        and figure.topic.subject == share.topic.subject
        and figure.topic.region == share.topic.region
        and figure.statement.period == share.statement.period
        and figure.statement.status == share.statement.status
        and not figure.statement.qualifiers & ADDED
        and not is_told_as_whole(figure)
    ]
    return before[-1] if before else None


class _Usual:
    """The ratios of the packs of which it is known between what nearly all lie, found by the two figures of a share."""

    def __init__(self, dossier: Dossier) -> None:
        self._words = dossier.topics.words
        self._ratios = [
            (words_of(one.numerator, dossier), words_of(one.denominator, dossier), between)
            for one in dossier.lexicon.ratios
            if (between := usual_range(one)) is not None
        ]

    def beside(self, relation: Relation) -> Relation:
        """The relation of part, share and whole, with the usual range of such a share."""
        if len(relation.figures) != len(("part", "share", "whole")):
            return relation
        part, share, whole = relation.figures
        over = self._words(part.statement), self._words(whole.statement)
        for numerator, denominator, between in self._ratios:
            if ending(over[0], numerator) and ending(over[1], denominator):
                return replace(relation, usual=(share, between))
        return relation


class _Levels:
    """The levels on record in each document, by measure, by the characters of its subject, by region, unit, year, and which
    part of the year its period is."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._topics = dossier.topics
        self._regions = dossier.lexicon.region_by_word
        self._levels: defaultdict[tuple[object, ...], defaultdict[str, list[Figure]]] = defaultdict(
            lambda: defaultdict(list)
        )
        for figure in dossier.figures:
            statement, topic = figure.statement, figure.topic
            if (
                statement.kind is Kind.LEVEL
                and statement.status is not Status.TARGET
                and figure.year is not None
            ):
                thing = topic.measure, _letters(topic.subject), topic.region
                time = statement.unit, figure.year, part_of_year(statement.period)
                same = self._levels[*thing, *time][figure.document.uri]
                if len(same) < MOST_LEVELS and not any(figure.range.meets(one.range) for one in same):
                    same.append(figure)

    def wholes_of(self, share: Figure, part: Figure) -> Sequence[Figure]:
        """The levels, other than the part itself, that a share's base may name, each number once: of the same year, else the
        first of a neighbouring one; in its own document, else the first of another."""
        thing, year = self._named(share), share.year
        if thing is None or year is None:
            return ()
        time = part_of_year(share.statement.period)
        for years in ((year,), (year - 1, year + 1)):
            levels = [
                one
                for each in years
                for same in self._levels.get((*thing, part.statement.unit, each, time), {}).values()
                for one in same
                if one is not part and not takes_part_of(one, share.statement.base, self._dossier)
            ]
            levels = [one for one in levels if not one.is_told_aside] or levels
            own = [one for one in levels if one.document is part.document]
            if levels:
                return own if own and years == (year,) else (own or levels)[:1]
        return ()

    def of_its_base(self, share: Figure, part: Figure) -> Figure | None:
        """The one level of value added that is told of the very thing that a share's base names (海洋经济生产总值, for a share of 海洋经济)."""
        if part.topic.measure not in VALUE_ADDED:
            return None
        base = _letters(self._topics.split(share.statement.base, None)[0])
        time = part.statement.unit, share.year, part_of_year(share.statement.period)
        told = [self._levels.get((measure, base, share.topic.region, *time)) for measure in VALUE_ADDED]
        levels = [
            one for of_documents in told if of_documents for one in of_documents.get(part.document.uri, ())
        ]
        found = [one for one in levels if one is not part and not one.is_told_aside]
        return found[0] if len(found) == 1 else None

    def of_its_topic(self, share: Figure, part: Figure) -> Figure | None:
        """The one level that parts of a place may be told of where a share is one of all the place (装备制造业营收4860亿元…。三区合计营收3630亿元，占全市的75%):
        the only one of the measure that the text gives for the place and year, and for no part of it."""
        if not OWN_WORDS.fullmatch(share.statement.base or "") or not PARTS_OF_PLACE.fullmatch(
            part.statement.subject or ""
        ):
            return None
        time = part.statement.unit, share.year, part_of_year(share.statement.period)
        found = [
            one
            for (measure, _, region, *when), of_documents in self._levels.items()
            if measure == share.topic.measure and region == share.topic.region and tuple(when) == time
            for one in of_documents.get(part.document.uri, ())
            if not PARTS_OF_PLACE.fullmatch(one.statement.subject or "") and not one.is_told_aside
        ]
        return found[0] if len(found) == 1 and found[0].start < part.start else None

    def _named(self, share: Figure) -> tuple[str, str, str | None] | None:
        """What a share's base names, as levels are looked up; None where it is the share's own region."""
        base, topic = share.statement.base or "", share.topic
        region = self._regions.get(self._without_measure(base, topic.measure))
        if region is not None:
            same = region.code == topic.region
            return None if same else (topic.measure, _letters(topic.subject), region.code)
        subject, measure = self._topics.split(None, base)
        if self._topics.measure_in(base):
            return measure, _letters(subject), topic.region
        return topic.measure, _letters(measure), topic.region

    def _without_measure(self, base: str, measure: str) -> str:
        """The place of a base that says once more what is measured: 全国 of 全国产量."""
        found = self._topics.measure_in(base)
        return base[: found[1]] if found is not None and found[0] == measure else base


def _letters(words: str) -> str:
    """The characters of a subject in order of code: 工业规模以上企业 and 规模以上工业企业 are one."""
    return "".join(sorted(words.replace("规上", "规模以上")))
