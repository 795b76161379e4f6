"""A ratio that is not the ratio of its two figures.

**What it does.** Holds a ratio against its numerator and denominator where a text gives all three: margins, R&D intensity, use of capacity,
debt ratio, share of urban population and others that the packs define. R&D intensity and product per head of a place are also held
against what the pack knows where the text leaves one of the two out.

**Why it is bad.** One of the three is wrong, or they are of different years.

**How to mend it.** Look up the three. Product per head is worked out from the population in the middle of the year, so that a few
percent are allowed for.

**Source.** Definitions of the National Bureau of Statistics, in the pack's ratios.csv; published figures in its references.csv.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from yanchao.audit.called import (
    called,
    called_anywhere,
    called_at_any_time,
    ending,
    told,
    usual_range,
    words_of,
)
from yanchao.audit.dossier import Dossier, Figure, may_be_of_one_time
from yanchao.audit.economies import own_place
from yanchao.audit.equations import always, bare, solving
from yanchao.audit.finding import Severity
from yanchao.audit.loose import ALL_BUT_SAID, SUGGESTED, unless_one_holds
from yanchao.audit.messages import Said, Words
from yanchao.audit.references import source_of
from yanchao.audit.relations import Factor, Product, Relation, printed
from yanchao.audit.rule import Examples, Group, Unjudged
from yanchao.audit.wording import like
from yanchao.interval import Interval, exactly
from yanchao.lexicon.entries import Ratio, Reference
from yanchao.quick import dataclass, pattern
from yanchao.statements.statement import Kind, Status

CODE = "YC110"
NAME = "inconsistent-ratio"
TITLE_ZH = "比例与它的两个数不符"
PAGE_ZH = """
**查什么。** 比率连同分子、分母都写出的，相除来核：利润率、研发投入强度、产能利用率、负债率、城镇化率，
以及资料包所定的其他比率。一地的研发投入强度和人均地区生产总值，文中缺分子或分母的，用资料包里的数补上再核。

**为什么。** 三个数里必有一个错，要么就不是同一年的数。

**怎么改。** 三个数都查一遍。人均地区生产总值按年中人口计算，所以容许相差百分之几。

**依据。** 国家统计局的指标解释，见资料包的ratios.csv；已公布的数据，见资料包的references.csv。
"""
GROUP = Group.ARITHMETIC
SEVERITY = Severity.WARNING
TIES = Said("ties.ratio")
EXAMPLES = Examples(
    bad=(
        "2024年，全市研发经费128.47亿元，增长11.8%。研发经费与地区生产总值（2416.3亿元）之比为3.05%。",
        "2024年，全市接待国内外游客4260万人次；入境游客38.6万人次。实现旅游总收入51.12亿元，游客人均消费1200元。",
        "2024年，公司实现营业收入38.64亿元，增长15.0%。\n\n2024年，公司净利润3.09万元，净利率8.0%。",
        "2024年，全县地区生产总值286.5亿元。年末全县常住人口45.2万人。按年末常住人口计算，人均地区生产总值36385元。",
        "2023年，广东地区生产总值13.57万亿元，研发经费4802.6亿元，研发投入强度5.34%。",
        "2024年，公司营业收入842.3亿元，利润总额51.2亿元，利润率为8.1%。",
        "全市水泥年产能500万吨，产量400万吨，产能利用率60%。",
    ),
    good=(
        "2024年，全市研发经费128.47亿元，增长11.8%。研发经费与地区生产总值（4216.3亿元）之比为3.05%。",
        "2024年，全市接待国内外游客4260万人次，其中过夜游客1278万人次；入境游客38.6万人次。实现旅游总收入511.2亿元，游客人均消费1200元。",
        "2024年，公司实现营业收入38.64亿元，增长15.0%。\n\n2024年，公司净利润3.09亿元，净利率8.0%。",
        "2024年，全县地区生产总值286.5亿元。年末全县常住人口45.2万人。按年末常住人口计算，人均地区生产总值63385元。",
        "2024年，公司营业收入842.3亿元，利润总额51.2亿元，净利润43.7亿元，利润率为6.1%。",
        "2024年，公司营业收入842.3亿元，利润总额51.2亿元，毛利率为18.3%。",
        "2023年，广东地区生产总值13.57万亿元，研发经费4802.6亿元，研发投入强度3.54%。",
        "2024年，广东研发经费5100亿元左右，研发投入强度约3.6%。",
        "2025年，公司净利润42.18亿元，增长18.5%。2024年净利润为35.59亿元。基本每股收益2.35元，总股本17.95亿股。",
    ),
)


SECTOR = pattern(r"企业|公司|高校|院所|高等学校|国资")
"""Words of a clause whose figure is a sector's, whatever the reader took for its subject."""

NARROWED = frozenset({"above-scale", "new", "cumulative", "subset"})
RATIOS = (Kind.SHARE, Kind.LEVEL)

OVER = pattern(
    r"(?P<one>[^，,。；;、（()\d与和同]{2,14})[与和同](?P<other>[^，,。；;、（()\d与和同]{2,14})(?:[（(][^，,。；;、（()]{1,16}[）)])?之比(?:约|已|为|是|达)*$"
)
"""Before a ratio: what it is over what, the one that it is over with its figure in brackets."""
FAR, MOST_NAMED = 60, 3
"""Characters in which such a ratio names its two figures, and figures before it that are tried as each."""

WHOLE_YEAR = pattern(r"(\d{4})(?:-12-31)?")
"""A year, or its end, which those who live in a place are counted at (年末常住人口)."""


def check(dossier: Dossier) -> Iterator[Relation | Unjudged]:
    regional = [ratio for ratio in dossier.lexicon.ratios if _is_regional(ratio, dossier)]
    yield from _of_regions(dossier, regional)
    yield from _of_subjects(dossier, [ratio for ratio in dossier.lexicon.ratios if ratio not in regional])


def _is_regional(ratio: Ratio, dossier: Dossier) -> bool:
    """Whether all three are listed measures, so that the figures of a place find each other anywhere in a text."""
    return all(
        len(names) == 1 and names[0] in dossier.lexicon.measures
        for names in (ratio.ratio, ratio.numerator, ratio.denominator)
    )


def _of_regions(dossier: Dossier, ratios: Sequence[Ratio]) -> Iterator[Relation | Unjudged]:
    wanted = {
        name for one in ratios for names in (one.ratio, one.numerator, one.denominator) for name in names
    }
    places: defaultdict[tuple[str | None, str | None], dict[str, Figure]] = defaultdict(dict)
    own = {extraction.document.uri: own_place(figures) for extraction, figures in dossier.by_document}
    for figure in dossier.figures:
        statement, topic = figure.statement, figure.topic
        year = WHOLE_YEAR.fullmatch(statement.period or "")
        whose = "" if topic.subject == own[figure.document.uri] else topic.subject
        if topic.measure not in wanted or whose or year is None:
            continue
        if statement.kind not in RATIOS or statement.status is Status.TARGET:
            continue
        if dossier.lacks_sign(figure) or figure.is_starting_point or figure.is_told_as_change:
            continue
        if not statement.qualifiers & NARROWED and not SECTOR.search(figure.lead):
            places[statement.region, year[1]].setdefault(topic.measure, figure)
    for (region, period), figures in places.items():
        for ratio in ratios:
            yield from _of_region(ratio, figures, region, period, dossier)


def _of_region(
    definition: Ratio,
    figures: Mapping[str, Figure],
    region: str | None,
    period: str | None,
    dossier: Dossier,
) -> Iterator[Relation | Unjudged]:
    ratio, numerator = figures.get(definition.ratio[0]), figures.get(definition.numerator[0])
    denominator = figures.get(definition.denominator[0])
    if ratio is None:
        return
    if numerator is None:
        yield Unjudged((ratio,), Said("no-numerator"))
        return
    if denominator is not None:
        yield _relation(_form(definition, ratio, numerator, denominator), definition, dossier)
        return
    known = dossier.references.of_region(definition.denominator[0], region, period)
    if known is not None:
        yield _with_published(definition, ratio, numerator, known, dossier)
    else:
        yield Unjudged((ratio, numerator), Said("no-denominator"))


def _of_subjects(dossier: Dossier, ratios: Sequence[Ratio]) -> Iterator[Relation | Unjudged]:
    """Ratios of whatever the text speaks of: all three stand in one sentence, or in one paragraph with the same subject."""
    by_word: defaultdict[str, list[Ratio]] = defaultdict(list)
    for ratio in ratios:
        for name in words_of(ratio.ratio, dossier):
            by_word[name].append(ratio)
    # 死亡人口 is no 人口 that the rate of births is over.
    numerators: defaultdict[Sequence[str], frozenset[str]] = defaultdict(frozenset)
    for ratio in ratios:
        numerators[ratio.denominator] |= words_of(ratio.numerator, dossier)
    names = frozenset(by_word)
    for figure in dossier.figures:
        word = ending(dossier.topics.words(figure.statement), names)
        if word is None and figure.statement.kind is Kind.SHARE:
            yield from _told_with_names(figure, dossier)
        if word is None or figure.statement.kind not in RATIOS or figure.is_told_aside:
            continue
        others = _Others(figure, by_word[word], numerators, dossier)
        forms = others.forms(called)
        if forms:
            # Of several profits one is meant: where none fits, the nearest is the likeliest.
            form, ratio = min(forms, key=lambda one: (not one[0].holds(printed), one[0].distance(printed)))
            if form.holds(printed) or not _is_of_another_year(figure, others):
                yield _relation(form, ratio, dossier)
                continue
            yield Unjudged((figure,), Said("no-numerator"))
            continue
        afar = [_relation(form, ratio, dossier) for form, ratio in others.forms(called_anywhere)]
        # Where all three have their names, and no other figure has one of them, hardly anything else is meant.
        by_chance = ALL_BUT_SAID if len(afar) == 1 else SUGGESTED
        yield unless_one_holds(afar, by_chance) or Unjudged((figure,), Said("no-numerator"))


def _is_of_another_year(figure: Figure, others: _Others) -> bool:
    """Whether a ratio whose sentence names no time, and that so took that of the sentence before (净利润42亿元…。上年为36亿元。每股收益2.35元), is
    to the digit that of figures of another."""
    if figure.says_in_sentence("period"):
        return False
    return any(form.holds(printed) for form, _ in others.forms(called_at_any_time))


@dataclass(frozen=True)
class _Others:
    """What a ratio may be over what, by the definitions of its name."""

    figure: Figure
    definitions: Sequence[Ratio]
    numerators: Mapping[Sequence[str], frozenset[str]]
    dossier: Dossier

    def forms(
        self, find: Callable[[Sequence[str], Figure, Dossier], Sequence[Figure]]
    ) -> list[tuple[Product, Ratio]]:
        lacks_sign, words = self.dossier.lacks_sign(self.figure), self.dossier.topics.words
        return [
            (_form(ratio, self.figure, numerator, denominator), ratio)
            for ratio in self.definitions
            for numerator in find(ratio.numerator, self.figure, self.dossier)
            for denominator in find(ratio.denominator, self.figure, self.dossier)
            if numerator is not denominator
            and _fit(self.figure, numerator, denominator)
            # What is over one is told without a sign (城乡收入比2.1); a percentage that lost its own is of a hundred.
            and not (lacks_sign and _is_of_a_hundred(self.figure, numerator, denominator))
            and ending(words(denominator.statement), self.numerators[ratio.denominator]) is None
        ]


def _is_of_a_hundred(ratio: Figure, numerator: Figure, denominator: Figure) -> bool:
    return (denominator.range * ratio.range).meets(numerator.range * exactly(100.0))


def _fit(ratio: Figure, numerator: Figure, denominator: Figure) -> bool:
    """Whether the units are those of a ratio: two alike make a share, an amount over a number an amount."""
    if ratio.statement.kind is Kind.SHARE:
        units = numerator.statement.unit, denominator.statement.unit
        # Things of two kinds are told one to another (车桩比3∶1), and have no percentage.
        are_things = all(unit.startswith("count") for unit in units) and "∶" in ratio.text.replace(":", "∶")
        return units[0] == units[1] or are_things
    return numerator.statement.unit == ratio.statement.unit


def _told_with_names(ratio: Figure, dossier: Dossier) -> Iterator[Relation]:
    """A ratio that says itself what it is over what: R&D经费与地区生产总值（4216亿元）之比为3.05%."""
    told = OVER.search(
        ratio.document.text, max(ratio.statement.sentence.start, ratio.start - FAR), ratio.start
    )
    if told is None or ratio.is_told_aside:
        return
    over = [_named(told[side], told.start(), ratio, dossier) for side in ("one", "other")]
    beside = [one for one in dossier.beside(ratio) if told.start() <= one.start < ratio.start]
    forms = [
        Product((Factor(ratio), Factor(denominator), Factor(numerator, -1)))
        for numerator in over[0]
        for denominator in (beside or over[1])
        if numerator.statement.unit == denominator.statement.unit and numerator is not denominator
    ]
    names = {
        side: Words(told[key], told[key]) for side, key in (("numerator", "one"), ("denominator", "other"))
    }
    relations = [
        Relation(form, "inconsistent-ratio", solving(form), names, severity=Severity.WARNING)
        for form in forms
    ]
    if (slipped := unless_one_holds(relations, ALL_BUT_SAID)) is not None:
        yield slipped


def _named(words: str, before: int, ratio: Figure, dossier: Dossier) -> list[Figure]:
    """The amounts told before of the measure that words name, the nearest first."""
    measure = dossier.topics.measure_in(words)
    found = [
        one
        for one in dossier.of_document(ratio)
        if measure is not None
        and one.topic.measure == measure[0]
        and one.start < before
        and one.is_amount
        and not one.is_told_aside
        and may_be_of_one_time(one, ratio)
    ]
    return found[: -MOST_NAMED - 1 : -1]


def _form(definition: Ratio, ratio: Figure, numerator: Figure, denominator: Figure) -> Product:
    return Product((Factor(ratio), Factor(denominator), Factor(numerator, -1)), _exact(definition))


def _relation(form: Product, definition: Ratio, dossier: Dossier) -> Relation:
    usual = usual_range(definition)
    return Relation(
        form,
        "inconsistent-ratio",
        solving(form),
        _names(definition, dossier),
        severity=Severity.WARNING,
        usual=(form.factors[0].figure, usual) if usual is not None else None,
    )


def _exact(definition: Ratio) -> Interval:
    return Interval(float(definition.low), float(definition.high))


def _names(definition: Ratio, dossier: Dossier) -> Mapping[str, Words]:
    return {
        "numerator": told(definition.numerator, dossier),
        "denominator": told(definition.denominator, dossier),
    }


def _with_published(
    definition: Ratio, ratio: Figure, numerator: Figure, known: Reference, dossier: Dossier
) -> Relation:
    value, exact = float(known.value), _exact(definition)
    form = Product((Factor(ratio), Factor(numerator, -1)), Interval(exact.low / value, exact.high / value))
    said = Said(
        "ratio-of-published",
        numerator=bare(numerator),
        denominator=like(numerator, value) if known.unit == "CNY" else f"{value:.0f}",
        value=like(ratio, numerator.value / value),
        printed=bare(ratio),
        source=source_of(known, dossier.lexicon),
    )
    return Relation(
        form,
        "inconsistent-ratio",
        always(said),
        _names(definition, dossier),
        severity=Severity.WARNING,
        external=True,
    )
