"""A figure that is out by a power of ten.

**What it does.** Holds a figure against what bounds its size: its own target, the size declared for its cluster (万亿级, 千亿级), the total of
the country or of the world. What lies off by about a power of ten, or above the whole, is a slip.

**Why it is bad.** A decimal point moved, 万 for 亿 or a digit lost changes a figure tenfold, and each such figure looks plausible when it
stands alone.

**How to mend it.** Look the figure up. The suggestion is the likeliest slip that would make everything fit.

**Source.** Declared sizes and published totals with their sources are in the pack (clusters.csv, references.csv).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.equations import always, bare
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said, Words
from yanchao.audit.references import Known, source_of
from yanchao.audit.relations import Factor, Product, Relation
from yanchao.audit.rule import Examples, Group
from yanchao.audit.wording import like, percent, short
from yanchao.interval import Interval
from yanchao.statements.statement import Kind, Status

CODE = "YC104"
NAME = "scale-slip"
TITLE_ZH = "数字差了十倍、百倍"
PAGE_ZH = """
**查什么。** 文中的数，与能框定其大小的数相比：它自己的目标数、所属集群公布的规模（万亿级、千亿级）、全国或全球的总数。
大约差了十倍、百倍，或者比总数还大的，就是笔误。

**为什么。** 小数点错位、“亿”写成“万”、漏掉一位数字，都会差出十倍甚至更多；而这样的数单独看，个个都像是对的。

**怎么改。** 查原始资料。给出的改法，是能使各数都对得上的笔误中可能性最大的一种。

**依据。** 各集群公布的规模、已发布的总数及其出处，都在资料包里（clusters.csv、references.csv）。
"""
GROUP = Group.ARITHMETIC
SEVERITY = Severity.ERROR
TIES = Said("ties.scale")
EXAMPLES = Examples(
    bad=(
        "2023年，广东省生物医药与健康产业营业收入达620.5亿元。到2027年，广东省生物医药与健康产业规模要超万亿元。",
        "2023年，广东PCT国际专利申请量达310万件。",
    ),
    good=(
        "2023年，广东省生物医药与健康产业营业收入达6205亿元。到2027年，广东省生物医药与健康产业规模要超万亿元。",
        "2023年，广东PCT国际专利申请量达2.4万件。",
        "2024年，广东智能机器人产业营业收入350亿元。到2025年，智能机器人产业营收要达到800亿元。",
    ),
)

SIZE_WORDS = ("营业收入", "产业规模", "总产值")
"""Measures that tell the size of an industry, and can be held against each other to an order of magnitude."""

WHOLE_YEAR = 4
"""Length of a period that is a year: a part of one is no measure of size."""

FASTEST = 1.6
FEWEST_YEARS = 4
MOST_ABOVE = 8.0
"""How an actual may stand to a coming target: no lower than what 60% of growth a year (for four years at least) would
bridge, and less than eight times as high. Beyond lies another order of magnitude."""

TIER_BAND = Interval(0.125, 20.0)
"""How a cluster's size may stand to the class declared for it: it may have grown past the next class since."""

MOST_YEARS = 6


def check(dossier: Dossier) -> Iterator[Relation]:
    sizes = {
        dossier.lexicon.measure_by_word[word].id if word in dossier.lexicon.measure_by_word else word
        for word in SIZE_WORDS
    }
    by_cluster: defaultdict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in dossier.figures:
        if _is_size(dossier, figure, sizes):
            tier = _tier(dossier, figure)
            if tier is not None:
                yield tier
            by_cluster[figure.topic.cluster or "", figure.topic.region or ""].append(figure)
    for figures in by_cluster.values():
        yield from _targets(figures)
    references = dossier.references
    for figure in dossier.figures:
        if (
            figure.statement.kind is Kind.LEVEL
            and "cumulative" not in figure.statement.qualifiers
            and not dossier.lacks_sign(figure)
        ):
            closest = max(
                references.totals(figure), key=lambda known: _preference(known, figure), default=None
            )
            if closest is not None:
                yield _total(dossier, figure, closest)


def _is_size(dossier: Dossier, figure: Figure, sizes: set[str]) -> bool:
    topic = figure.topic
    return (
        figure.statement.kind is Kind.LEVEL
        and topic.unit == "CNY"
        and topic.measure in sizes
        and dossier.topics.is_whole_cluster(topic)
        and topic.region == dossier.lexicon.home
        and not figure.statement.qualifiers & {"new", "per-capita"}
    )


def _tier(dossier: Dossier, figure: Figure) -> Relation | None:
    cluster = dossier.lexicon.clusters.get(figure.topic.cluster or "")
    period = figure.statement.period
    if (
        cluster is None
        or figure.statement.status is Status.TARGET
        or period is None
        or len(period) != WHOLE_YEAR
    ):
        return None
    tier = float(cluster.tier)
    name = TIERS.get(tier, Words(f"{short(tier / 1e8)}亿级", f"{short(tier / 1e9)} billion yuan"))

    value = percent(figure.value / tier)
    equation = always(Said("quotient", left=bare(figure), right=like(figure, tier), value=value))
    return Relation(
        Product((Factor(figure),), Interval(TIER_BAND.low * tier, TIER_BAND.high * tier), stated=True),
        "scale-slip.tier",
        equation,
        {"tier": name},
        external=True,
    )


TIERS = {
    1e12: Words("万亿级", "trillion-yuan class"),
    5e11: Words("五千亿级", "500-billion-yuan class"),
    1e11: Words("千亿级", "100-billion-yuan class"),
    1e10: Words("百亿级", "10-billion-yuan class"),
}


def _targets(figures: list[Figure]) -> Iterator[Relation]:
    """Each actual against the next target of the same cluster."""
    targets = [figure for figure in figures if figure.statement.status is Status.TARGET and figure.year]
    for actual in figures:
        year = actual.year
        if (
            actual.statement.status is not Status.ACTUAL
            or year is None
            or len(actual.statement.period or "") != WHOLE_YEAR
        ):
            continue
        later = [target for target in targets if target.year and 0 <= target.year - year <= MOST_YEARS]
        if later:
            target = min(later, key=lambda target: target.year or 0)
            years = max((target.year or year) - year, FEWEST_YEARS)
            yield Relation(
                Product(
                    (Factor(actual), Factor(target, -1)), Interval(FASTEST**-years, MOST_ABOVE), stated=True
                ),
                "scale-slip.target",
                _quotient(actual, target),
                {"year": target.told_year, "target": bare(target)},
                # A target is copied from a plan, and told again; an actual is the news, and typed.
                trust={target: 1.5},
            )


def _quotient(actual: Figure, target: Figure) -> Callable[[Figure], Said]:
    value = percent(actual.value / target.value)
    return always(Said("quotient", left=bare(actual), right=bare(target), value=value))


def _preference(known: Known, figure: Figure) -> tuple[bool, int]:
    """The nearest year first, then the smaller total."""
    year = int(known.reference.period[:4])
    return known.reference.region == "001", -abs(year - (figure.year or year))


def _total(dossier: Dossier, figure: Figure, known: Known) -> Relation:
    reference = known.reference
    region = dossier.lexicon.regions[reference.region]
    value = like(figure, float(reference.value))
    source = source_of(reference, dossier.lexicon)
    return Relation(
        Product((Factor(figure),), known.range, stated=True),
        "scale-slip.total",
        always(Said("exceeds", left=bare(figure), right=value, source=source)),
        {
            "region": Words(region.name, "the world" if region.level == "world" else region.name_en),
            "source": Words(f"{source.zh}, {reference.period}", f"{source.en}, {reference.period}"),
            "known": value,
        },
        external=True,
    )
