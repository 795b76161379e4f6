"""A growth rate that does not lead from the earlier level to the later one.

**What it does.** Where a text gives this year's level, last year's and the growth between them, multiplies. The earlier level may stand
in another of the documents that are checked together, or be known to the packs or to the ledger of an earlier build (`--against`): then
two percent are allowed for revisions. In a row of a table the levels of two years and the rate beside them are held against each
other where they are things or physical units. Levels of months and quarters are found by the words before them (二季度环比增长…), and that of the
sentence before where a sentence goes on from it (去年这一数字为…). Growth that may be at constant prices or on a changed set is held against its two
levels too, but told only where a likely slip makes the three agree to the last digit.

**Why it is bad.** One of the three is wrong.

**How to mend it.** Look up the three. Growth of value added, output value and investment is at constant prices by convention, and that of
enterprises above a size on a changing set of enterprises; these are not held against levels that the text does not name with them, and the audit says so.

**Source.** Arithmetic; National Bureau of Statistics on 可比价 and 可比口径.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from yanchao.audit.based import based, supposed
from yanchao.audit.carried import Carried, carried
from yanchao.audit.dossier import CURRENCIES, Dossier, Figure, part_of_year
from yanchao.audit.equations import always, bare, solving
from yanchao.audit.finding import Related, Severity
from yanchao.audit.loose import have_changed_places, unless_one_holds
from yanchao.audit.messages import Said, Words
from yanchao.audit.references import source_of
from yanchao.audit.relations import ONE, Factor, Increase, Product, Relation, printed
from yanchao.audit.rule import Examples, Group, Unjudged
from yanchao.audit.steps import Rise, Step, is_in_points, rises, steps, steps_one_by_one
from yanchao.audit.times import between_times
from yanchao.audit.topics import UNLISTED_PLACE
from yanchao.audit.wording import like
from yanchao.interval import Interval
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass, pattern, replace
from yanchao.statements.statement import Kind, Status
from yanchao.statements.tables import CONSTRUCTION as TABLE

CODE = "YC105"
NAME = "inconsistent-growth"
TITLE_ZH = "增速与前后两期的数对不上"
PAGE_ZH = """
**查什么。** 今年数、去年数和增速三者俱全的，乘一乘看对不对。去年数也可取自一同检查的其他文件，或取自资料包、
先前构建的台账（`--against`），这时放宽2%，留作修订的余地。表格同一行里有两年的数，旁边又列增速的，
只要数的是事物个数或实物量，也互相核对。月度、季度的数，凭前面的字眼去找（二季度环比增长……）；
一句接着上句说的，取上句的数（去年这一数字为……）。增速可能按可比价或可比口径计算的，也与前后两数核对，
但只有改正一处常见笔误，三个数便分毫不差时，才会指出。

**为什么。** 三个数里必有一个错。

**怎么改。** 三个数都查一遍。增加值、产值、投资的增速，惯例按可比价计算；规模以上企业的增速，所涵盖的企业年年有变。
这几类增速，文中没有连同前后两数一并写出的，不作核对，审核结果会注明。

**依据。** 算术；国家统计局关于可比价、可比口径的说明。
"""
GROUP = Group.ARITHMETIC
SEVERITY = Severity.ERROR
TIES = Said("ties.growth")
EXAMPLES = Examples(
    bad=(
        "2024年，全市一般公共预算收入完成312.4亿元，增长4.7%。2025年，全市一般公共预算收入预期342.9亿元，比上年实际完成数增长4.0%。",
        "2025年一季度，云州市出口768.9亿元，增长21.0%。而在2024年一季度，全市出口692.4亿元。",
        "2024年，全市新经济企业累计7.08万户。与2020年末的8.54万户相比，四年间翻了一番，年均增长18.9%。",
        "2024年，一季度用电338.6亿千瓦时，二季度442.8亿千瓦时，二季度环比增长38.8%。",
        "2024年，接待游客6218.4万人次，旅游收入721.5亿元，分别比上年增长21.5%和14.8%；2023年这两项分别为5526.9万人次和628.3亿元。",
        "2020年，广东软件业务收入13000亿元。2021年，广东软件业务收入15600亿元，增长2%。",
        "2024年，广东进出口总额9.11万亿元，增长28%。",
        "2023年，全市工业机器人产量由200万台增加到300万台，增长30%。",
        "2020年，全市储能产业产值320亿元。2024年，全市储能产业产值达到800亿元，比2020年增长2.5倍。",
        "2024年，全市茶叶出口96亿元，同比增长20%，比上年增加36亿元。",
        "2025年，公司归属于上市公司股东的净利润42.18亿元，同比增长25.6%。2024年，公司归母净利润为35.58亿元。",
        "2024年，全市新能源汽车产量96万辆，增长20%，净增36万辆。",
    ),
    good=(
        "2024年，全市一般公共预算收入完成312.4亿元，增长4.7%。2025年，全市一般公共预算收入预期324.9亿元，比上年实际完成数增长4.0%。",
        "2025年一季度，云州市出口768.9亿元，增长11.0%。而在2024年一季度，全市出口692.4亿元。",
        "2024年，全市新经济企业累计7.08万户。与2020年末的3.54万户相比，四年间翻了一番，年均增长18.9%。",
        "2020年，全市储能产业产值320亿元。2024年，全市储能产业产值达到800亿元，比2020年增长1.5倍，年均增长25.7%。",
        "2024年，接待游客6218.4万人次，旅游收入721.5亿元，分别比上年增长12.5%和14.8%；2023年这两项分别为5526.9万人次和628.3亿元。",
        "2020年，广东软件业务收入13000亿元。2021年，广东软件业务收入15600亿元，增长20%。",
        "2024年，广东进出口总额9.11万亿元，增长9.8%。",
        "2023年，全市工业机器人产量由200万台增加到300万台，增长50%。",
        "五年来，全省地区生产总值由11.1万亿元增加到14.2万亿元，增长24.6%。",
        "2022年，广东地区生产总值12.9万亿元。2023年，广东地区生产总值13.6万亿元，增长4.8%。",
        "2024年，全市茶叶出口96亿元，同比增长20%，比上年增加16亿元。",
        "2025年，公司归属于上市公司股东的净利润42.18亿元，同比增长18.5%。2024年，公司归母净利润为35.58亿元。",
        "2025年，公司归属于上市公司股东的净利润42.18亿元，同比增长25.6%。2024年，公司扣非净利润为35.58亿元。",
        "2024年，全市新能源汽车产量96万辆，增长20%，净增16万辆。",
        "2024年9月末，全市贷款余额960亿元，同比增长20%，比年初增加36亿元。",
        "2024年，全市地区生产总值960亿元，增长5%，增加80亿元。",
    ),
)

NOMINAL = frozenset(
    {
        "software-revenue",
        "trade",
        "exports",
        "imports",
        "fiscal-revenue",
        "fiscal-spending",
        "deposits",
        "loans",
        "output",
        "sales-volume",
        "power-use",
        "power-generation",
        "pct-applications",
        "copyrights",
        "throughput",
        "tourists",
    }
)
"""Measures whose printed growth is that of the printed levels. All others may be at constant prices or on a changed set."""

OTHER_FOOTING = frozenset(
    {
        "constant-prices",
        "annual-average",
        "above-scale",
        "month-on-month",
        "since-start",
        "cumulative",
        "new",
        "per-capita",
    }
)

REAL = frozenset(
    {
        "gdp",
        "gdp-per-capita",
        "value-added",
        "industrial-value-added",
        "industrial-value-added-above-scale",
        "investment",
        "income-per-capita",
    }
)
"""Measures whose growth is at constant prices, or on a changed set, even where both levels stand beside it."""

CURRENT = "current-prices"
REAL_FOOTING = frozenset({"constant-prices", "above-scale"})

IN_WORDS = Interval(0.93, 1.25)
"""How exactly a growth in words is meant: what has doubled (翻了一番) is a little short of twice as much, or somewhat more."""

FIRMS = frozenset({"leading-firm", "firm"})
OF_FIRMS = frozenset({"revenue", "profit", "sales", "income"})
"""Measures whose growth is that of the printed levels where one firm reports them."""

RIGHT_AFTER = pattern(
    r"[，,（(]?(?:20\d\d年)?(?:同比|比上年同期|比上年|较上年|比去年|较去年)?(?:增长|上升|增加|提高|下降|减少|降低|回落)了?$"
)
"""What stands between a level and the growth of the same figure."""

OF_REACHED = pattern(
    r"[，,（(]?[比较](?:上年|20\d\d年)(?:实际)?(?:完成|执行|决算)数?(?:增长|增加|下降|减少)了?"
)
EXPECTED = pattern(r"(?:预期|预计|预算|目标|计划)(?:数|安排)?$")
"""Between what is expected and its growth over what was reached, and the end of what is expected."""

LEADS_TO = pattern(r"[，,](?:总量|总额)?(?:将|预计|有望|力争)?(?:达到?|实现|完成|至|增(?:加)?(?:到|至))")
"""Between a growth and the level that it leads to."""

PRICES = Interval(0.93, 1.09)
"""How far what a year's growth at current prices leaves may lie from what its growth at constant prices does, revisions included."""

A_YEAR = Interval(0.98, 1.04)
"""The same for each further year of several: prices do not rise so fast for long."""

AT_CONSTANT_PRICES = REAL - {"investment"}
"""Of these the printed levels are near to what was published later; levels of investment are made anew."""

REVISED = Interval(0.98, 1.02)
"""How far an earlier level from the packs, or from another document, may be from the one that a growth rate was worked out from."""

PRINTED = 1.5
"""How much more the earlier level of another document is trusted than the figures of the one that it is held against."""


def check(dossier: Dossier) -> Iterator[Relation | Unjudged]:
    levels = _levels(dossier)
    firms = _Firms(dossier.lexicon)
    afar = {one.change: one for one in (*dossier.once(supposed), *dossier.once(carried))}
    elsewhere = {step.change: step for step in (*dossier.once(based), *dossier.once(between_times))}
    for sentence in dossier.sentences():
        told = elsewhere | {step.change: step for step in (*steps_one_by_one(sentence), *steps(sentence))}
        added = {rise.growth: rise for rise in rises(sentence)}
        for position, growth in enumerate(sentence):
            if growth.statement.kind is not Kind.GROWTH:
                continue
            if growth in told:
                yield _of_step(told[growth])
                continue
            if growth in afar:
                yield from _of_one_of(afar[growth])
            if growth in added:
                rise = added[growth]
                was_before = growth in afar and any(one.before is rise.level for one in afar[growth].readings)
                yield _of_rise(replace(rise, is_earlier=True) if was_before else rise)
                continue
            if growth.year is None:
                yield Unjudged((growth,), Said("over-years" if growth.years else "no-period"))
                continue
            now = _level_of(growth, sentence[:position], dossier) or _led_to(growth, sentence[position + 1 :])
            if now is None and (expected := _expected(growth, sentence[:position], levels, dossier)):
                yield _relation(*expected)
                continue
            if now is None:
                yield Unjudged((growth,), Said("no-level"))
                continue
            earlier = (
                levels.get(_key(now, dossier, growth.year - 1))
                or _of_own_place(now, growth.year - 1, dossier)
                or _of_own_firm(now, growth.year - 1, dossier, firms)
            )
            before = _before(now, earlier)
            known = [] if before else _known(dossier, now, growth.year - 1)
            if before is None and not known:
                yield Unjudged((growth, now), Said("several-earlier" if earlier else "no-earlier-level"))
                continue
            if not (_is_nominal(now, growth, firms) or _are_of_a_row(before, now, growth)):
                yield Unjudged((growth, now), Said("real-growth"))
            elif before is not None:
                yield _relation(before, now, growth)
            else:
                yield _against_known(now, growth, known[-1])


def _of_rise(rise: Rise) -> Relation | Unjudged:
    """The growth that an addition was: two of the three say what the third is.

    Where the growth is told first it may be at constant prices, or on a changed set, and then need not be what the addition was.
    """
    relation = _added(rise)
    footing = rise.level.statement.qualifiers | rise.growth.statement.qualifiers
    if (
        not rise.is_added_last
        or CURRENT in footing
        or not (rise.level.topic.measure in REAL or footing & REAL_FOOTING)
    ):
        return relation
    return unless_one_holds([relation]) or Unjudged((rise.growth, rise.level), Said("real-growth"))


def _added(rise: Rise) -> Relation:
    increase = Increase(rise.level, rise.added, rise.growth)
    of_earlier = Product((Factor(rise.added), Factor(rise.level, -1), Factor(rise.growth, -1)))
    is_more = rise.added.value > 0 and rise.growth.value > 0
    if rise.is_earlier or (is_more and of_earlier.holds(printed) and not increase.holds(printed)):
        # The level is that of before: 去年夏天为4918万千瓦，一年间净增318万千瓦，增幅6.48%.
        return Relation(of_earlier, "inconsistent-growth", solving(of_earlier))
    said = Said(
        "grown-by",
        added=bare(rise.added),
        now=bare(rise.level),
        minus="" if rise.added.value > 0 else "−",
        sign="−" if rise.added.value > 0 else "+",
        value=like(rise.growth, rise.added.value / max(rise.level.value - rise.added.value, 1e-9)),
        printed=bare(rise.growth),
    )
    return Relation(increase, "inconsistent-growth", always(said))


def _of_step(step: Step) -> Relation | Unjudged:
    """The growth between two levels that the text itself names. Where it may be at constant prices, or on a changed set, it need be no
    quotient: then a finding needs a slip that makes the three agree."""
    before, now, growth = step.before, step.now, step.change
    if is_in_points(step):
        return Unjudged((growth, now), Said("in-points"))
    if step.is_yearly and step.years is None:
        return Unjudged((growth, now), Said("no-span"))
    years = step.years if step.is_yearly and step.years else 1
    form = Product(
        (Factor(now), Factor(before, -1), Factor(growth, -years, shift=1.0)),
        IN_WORDS if growth.is_in_words else ONE,
    )
    relation = Relation(form, "inconsistent-growth", solving(form))
    footing = now.statement.qualifiers | growth.statement.qualifiers
    if CURRENT not in footing and (now.topic.measure in REAL or footing & REAL_FOOTING):
        slipped = unless_one_holds([relation])
        if slipped is None and not relation.holds() and have_changed_places(relation):
            return relation
        return slipped or _at_constant_prices(step, form)
    return relation


def _at_constant_prices(step: Step, exact: Product) -> Relation | Unjudged:
    """Prices rise by some percent a year, and fall by fewer: what lies beyond that is no growth at constant prices either."""
    unjudged = Unjudged((step.change, step.now), Said("real-growth"))
    if step.now.topic.measure not in AT_CONSTANT_PRICES or "above-scale" in (
        step.now.statement.qualifiers | step.change.statement.qualifiers
    ):
        return unjudged
    years = step.years or 1
    slack = Interval(PRICES.low * A_YEAR.low ** (years - 1), PRICES.high * A_YEAR.high ** (years - 1))
    form = Product(exact.factors, slack)
    loose = Relation(form, "inconsistent-growth.real", solving(exact), severity=Severity.WARNING)
    return unjudged if loose.holds() else loose


def _of_one_of(told: Carried) -> Iterator[Relation]:
    """The growth of a figure of the sentence before, where a slip makes one of the readings hold that none does."""
    relations = [one for step in told.readings if isinstance(one := _of_step(step), Relation)]
    if told.is_named and len(relations) == 1:
        yield relations[0]
    elif (slipped := unless_one_holds(relations)) is not None:
        yield slipped


def _relation(before: Figure, now: Figure, growth: Figure) -> Relation:
    factors = Factor(now), Factor(before, -1), Factor(growth, -1, shift=1.0)
    if before.document is now.document:
        form = Product(factors)
        return Relation(form, "inconsistent-growth", solving(form))
    # What another document has may have been revised since, and is not the one that is being written.
    form = Product(factors, REVISED)
    return Relation(
        form, "inconsistent-growth", solving(form), severity=Severity.WARNING, trust={before: PRINTED}
    )


def _of_own_place(now: Figure, year: int, dossier: Dossier) -> list[Figure]:
    """The levels of a year that the paragraph gives of a place's own measure without the place's name: 望海市出口768亿元…。而在去年同期，全市出口692亿元."""
    if now.topic.subject and not UNLISTED_PLACE.fullmatch(now.topic.subject):
        return []
    return [
        one
        for one in dossier.around(now)
        if one.topic.measure == now.topic.measure
        and one.topic.measure in dossier.lexicon.measures
        and not one.topic.subject
        and _is_level(one)
        and one.is_amount
        and not one.is_told_aside
        and one.statement.unit == now.statement.unit
        and one.statement.region == now.statement.region
        and one.year == year
        and part_of_year(one.statement.period) == part_of_year(now.statement.period)
    ]


class _Firms:
    """Which figures are a firm's own: by the firms of the packs, and by how firms end their names where no place has the figure."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._named = {entity.name for entity in lexicon.entities.values() if entity.role in FIRMS}
        self._ends = tuple(cue.text for cue in lexicon.cues_of("firm-end"))
        self._sorts = [(cue.text, cue.value) for cue in lexicon.cues_of("profit-of")]
        self._others = tuple(
            word for cue in lexicon.cues_of("firm-end") for word in cue.value.split("|") if word
        )

    def has(self, figure: Figure) -> bool:
        """Whether a figure is one firm's."""
        subject = figure.statement.subject or ""
        if subject in self._named:
            return True
        of_no_place = figure.statement.region is None
        return of_no_place and subject.endswith(self._ends) and not subject.endswith(self._others)

    def sort(self, figure: Figure) -> str | None:
        """Which of a firm's profits a figure is of, by the first word of the packs that its measure's name holds."""
        measure = figure.statement.measure or ""
        return next((sort for word, sort in self._sorts if word in measure), None)


def _of_own_firm(now: Figure, year: int, dossier: Dossier, firms: _Firms) -> list[Figure]:
    """The levels of a year that the document gives of the same firm's measure by another name of it: 归属于上市公司股东的净利润42亿元…。2024年，归母净利润
    35亿元."""
    if now.topic.measure not in OF_FIRMS or not firms.has(now):
        return []
    return [
        one
        for one in dossier.of_document(now)
        if one.topic.measure == now.topic.measure
        and one.statement.subject == now.statement.subject
        and firms.sort(one) == firms.sort(now)
        and _is_level(one)
        and one.is_amount
        and not one.is_told_aside
        and one.statement.unit == now.statement.unit
        and one.statement.region == now.statement.region
        and one.year == year
        and part_of_year(one.statement.period) == part_of_year(now.statement.period)
    ]


def _before(now: Figure, earlier: Sequence[Figure]) -> Figure | None:
    """The one earlier level of its own document; where that has none, the one that the other documents agree on."""
    own = [figure for figure in earlier if figure.document is now.document]
    if own or not earlier:
        return _only(own)
    agree = all(figure.range.meets(earlier[0].range) for figure in earlier)
    return earlier[0] if agree else None


def _levels(dossier: Dossier) -> Mapping[tuple[object, ...], list[Figure]]:
    """Levels on record by what they are of, where, and when."""
    levels: defaultdict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in dossier.figures:
        if _is_level(figure) and figure.year is not None:
            levels[_key(figure, dossier, figure.year)].append(figure)
    return levels


def _is_level(figure: Figure) -> bool:
    statement = figure.statement
    return (
        statement.kind is Kind.LEVEL
        and statement.status is Status.ACTUAL
        and not statement.qualifiers & OTHER_FOOTING
    )


def _key(figure: Figure, dossier: Dossier, year: int) -> tuple[object, ...]:
    statement = figure.statement
    words = dossier.topics.words(statement)
    return words, statement.region, statement.unit, year, part_of_year(statement.period)


def _level_of(
    growth: Figure,
    before: Sequence[Figure],
    dossier: Dossier,
) -> Figure | None:
    """The level whose growth it is: the one right before it (…产量24万台，增长31.2%), else the one of the same words."""
    if before:
        last = before[-1]
        between = growth.document.text[last.end : growth.start]
        if _is_level(last) and RIGHT_AFTER.fullmatch(between) and last.year == growth.year:
            return last
    words = dossier.topics.words(growth.statement)
    if not words or not growth.says("measure"):
        return None
    same = [
        figure
        for figure in before
        if _is_level(figure)
        and dossier.topics.words(figure.statement) == words
        and figure.statement.period == growth.statement.period
        and figure.statement.region == growth.statement.region
    ]
    return _only(same)


def _expected(
    growth: Figure,
    before: Sequence[Figure],
    levels: Mapping[tuple[object, ...], list[Figure]],
    dossier: Dossier,
) -> tuple[Figure, Figure, Figure] | None:
    """What was reached in the year before, what is expected, and the growth that this would be: 2025年收入预期268.7亿元，比上年实际完成数增长4.0%."""
    now = before[-1] if before else None
    if now is None or growth.year is None or now.year != growth.year or not now.is_amount:
        return None
    if not OF_REACHED.fullmatch(growth.document.text, now.end, growth.start):
        return None
    words = EXPECTED.sub("", dossier.topics.words(now.statement))
    year, statement = growth.year - 1, now.statement
    reached = [
        one
        for one in levels.get(
            (words, statement.region, statement.unit, year, part_of_year(statement.period)), ()
        )
        if one.document is now.document and one.topic.measure in NOMINAL and not one.is_told_aside
    ]
    return (reached[0], now, growth) if len(reached) == 1 else None


def _led_to(growth: Figure, behind: Sequence[Figure]) -> Figure | None:
    """The level right behind a growth that it is said to lead to: 预算收入增长4%，达到19.1亿元."""
    now = behind[0] if behind else None
    if (
        now is None
        or not now.is_amount
        or now.year != growth.year
        or now.statement.qualifiers & OTHER_FOOTING
    ):
        return None
    return now if LEADS_TO.fullmatch(growth.document.text, growth.end, now.start) else None


def _is_nominal(now: Figure, growth: Figure, firms: _Firms) -> bool:
    if (now.statement.qualifiers | growth.statement.qualifiers) & OTHER_FOOTING:
        return False
    measure = now.topic.measure
    return measure in NOMINAL or (measure in OF_FIRMS and firms.has(now))


def _are_of_a_row(before: Figure | None, now: Figure, growth: Figure) -> bool:
    """Whether a row of a table gives the three of them in things or in physical units, whose growth no price changes."""
    if before is None or now.statement.unit.startswith(CURRENCIES):
        return False
    return all(
        one.statement.construction == TABLE
        and one.statement.sentence == now.statement.sentence
        and one.document is now.document
        and not one.statement.qualifiers & OTHER_FOOTING
        for one in (before, now, growth)
    )


@dataclass(frozen=True, slots=True)
class _Earlier:
    """An earlier level that no document of this run gives: its value and range, whose it is, and where it stands."""

    value: float
    range: Interval
    source: str | Words
    beside: tuple[Related, ...] = ()


def _known(dossier: Dossier, now: Figure, year: int) -> list[_Earlier]:
    """The level of that year by the packs, and by the ledger that the documents are held against; the last is preferred."""
    known = [
        _Earlier(float(one.reference.value), one.range, source_of(one.reference, dossier.lexicon))
        for one in dossier.references.earlier(now, year)
    ]
    recorded = dossier.on_record(now)
    if recorded is not None and recorded.earlier:
        one = recorded.earlier[0]
        known.append(_Earlier(one.value, one.range, one.source, (one.place,)))
    return known


def _against_known(now: Figure, growth: Figure, known: _Earlier) -> Relation:
    form = Product(
        (Factor(now), Factor(growth, -1, shift=1.0)),
        Interval(known.range.low * REVISED.low, known.range.high * REVISED.high),
    )
    value = like(now, known.value)
    said = Said(
        "grown-from-published",
        earlier=value,
        growth=bare(growth),
        value=like(now, known.value * (1 + growth.value)),
        printed=bare(now),
        source=known.source,
    )
    return Relation(
        form,
        "inconsistent-growth.published",
        always(said),
        {"source": known.source, "known": value},
        severity=Severity.WARNING,
        external=True,
        beside=known.beside,
    )


def _only(figures: Sequence[Figure]) -> Figure | None:
    """The figure, where there is one; of several, none: which of them is meant is not known."""
    return figures[0] if len(figures) == 1 else None
