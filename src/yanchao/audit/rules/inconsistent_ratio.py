"""A ratio that is not the ratio of its two figures.

**What it does.** Holds R&D intensity against R&D spending and regional product, and product per head against product and population, where
the text gives them or the pack has the missing one.

**Why it is bad.** One of the three is wrong, or they are of different years.

**How to mend it.** Look up the three. Product per head is worked out from the population in the middle of the year, so that a few
percent are allowed for.

**Source.** Definitions of the National Bureau of Statistics; published figures in the pack's references.csv.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.equations import always, bare, solving
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said, Words
from yanchao.audit.references import References
from yanchao.audit.relations import Factor, Product, Relation
from yanchao.audit.rule import Examples, Group, Unjudged
from yanchao.audit.wording import like
from yanchao.interval import Interval
from yanchao.lexicon.entries import Reference
from yanchao.quick import dataclass, pattern
from yanchao.statements.statement import Kind, Status

CODE = "YC110"
NAME = "inconsistent-ratio"
GROUP = Group.ARITHMETIC
SEVERITY = Severity.WARNING
TIES = Said("ties.ratio")
EXAMPLES = Examples(
    bad=("2023年，广东地区生产总值13.57万亿元，研发经费4802.6亿元，研发投入强度5.34%。",),
    good=(
        "2023年，广东地区生产总值13.57万亿元，研发经费4802.6亿元，研发投入强度3.54%。",
        "2024年，广东研发经费5100亿元左右，研发投入强度约3.6%。",
    ),
)


@dataclass(frozen=True, slots=True)
class Definition:
    """A measure that is one measure over another, and how exactly the published ones keep to it."""

    ratio: str
    numerator: str
    denominator: str
    exact: Interval


DEFINITIONS = (
    Definition("rd-intensity", "rd-spending", "gdp", Interval(0.97, 1.03)),
    Definition("gdp-per-capita", "gdp", "population", Interval(0.96, 1.04)),
)

SECTOR = pattern(r"企业|公司|高校|院所|高等学校|国资")
"""Words of a clause whose figure is a sector's, whatever the reader took for its subject."""

NARROWED = frozenset({"above-scale", "new", "cumulative", "subset"})


def check(dossier: Dossier) -> Iterator[Relation | Unjudged]:
    wanted = {name for one in DEFINITIONS for name in (one.ratio, one.numerator, one.denominator)}
    places: defaultdict[tuple[str | None, str | None], dict[str, Figure]] = defaultdict(dict)
    for figure in dossier.figures:
        statement, topic = figure.statement, figure.topic
        if topic.measure not in wanted or topic.subject or len(statement.period or "") != 4:
            continue
        if statement.kind not in (Kind.LEVEL, Kind.SHARE) or statement.status is Status.TARGET:
            continue
        if dossier.lacks_sign(figure) or figure.is_starting_point or figure.is_told_as_change:
            continue
        if not statement.qualifiers & NARROWED and not SECTOR.search(figure.lead):
            places[statement.region, statement.period].setdefault(topic.measure, figure)
    references = dossier.references
    for (region, period), figures in places.items():
        for definition in DEFINITIONS:
            yield from _relations(definition, figures, references, region, period, dossier)


def _relations(
    definition: Definition,
    figures: Mapping[str, Figure],
    references: References,
    region: str | None,
    period: str | None,
    dossier: Dossier,
) -> Iterator[Relation | Unjudged]:
    ratio, numerator = figures.get(definition.ratio), figures.get(definition.numerator)
    denominator = figures.get(definition.denominator)
    if ratio is None:
        return
    if numerator is None:
        yield Unjudged((ratio,), Said("no-numerator"))
        return
    names = {
        role: Words(dossier.lexicon.measures[id].name, dossier.lexicon.measures[id].name_en)
        for role, id in (("numerator", definition.numerator), ("denominator", definition.denominator))
    }
    if denominator is not None:
        form = Product((Factor(ratio), Factor(denominator), Factor(numerator, -1)), definition.exact)
        yield Relation(form, "inconsistent-ratio", solving(form), names, severity=Severity.WARNING)
        return
    known = references.of_region(definition.denominator, region, period)
    if known is not None:
        yield _with_published(definition, ratio, numerator, known, names)
    else:
        yield Unjudged((ratio, numerator), Said("no-denominator"))


def _with_published(
    definition: Definition, ratio: Figure, numerator: Figure, known: Reference, names: Mapping[str, Words]
) -> Relation:
    value = float(known.value)
    form = Product(
        (Factor(ratio), Factor(numerator, -1)),
        Interval(definition.exact.low / value, definition.exact.high / value),
    )
    said = Said(
        "ratio-of-published",
        numerator=bare(numerator),
        denominator=like(numerator, value) if known.unit == "CNY" else f"{value:.0f}",
        value=like(ratio, numerator.value / value),
        printed=bare(ratio),
        source=known.source,
    )
    return Relation(form, "inconsistent-ratio", always(said), names, severity=Severity.WARNING, external=True)
