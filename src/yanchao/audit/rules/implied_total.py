"""A level and a share that together imply a wrong total.

**What it does.** Divides a figure by its share of the country or the world, and holds the result against the published total.

**Why it is bad.** Each figure looks plausible; together they say that the country makes a tenth of what it makes. Often a word is lost that
narrows the product (生活用纸 for 用纸), or one of the two figures is of another year.

**How to mend it.** Look up level, share and product. Where the implied total is that of a narrower product, its name is given.

**Source.** Published totals with source and year in the pack's references.csv.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.equations import always, bare
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said, Words
from yanchao.audit.references import source_of
from yanchao.audit.relations import Factor, Product, Relation
from yanchao.audit.rule import Examples, Group, Unjudged
from yanchao.audit.wording import like
from yanchao.interval import Interval
from yanchao.lexicon.entries import Reference
from yanchao.statements.statement import Kind, Status

CODE = "YC201"
NAME = "implied-total"
TITLE_ZH = "由总量与占比推出的全国或全省总数不对"
PAGE_ZH = """
**查什么。** 用某项数值除以它占全国或全球的比重，推算出总数，再与公开发布的总数对照。

**为什么。** 两个数单看都说得过去，合起来一算，全国产量却只剩实际的十分之一。常见的是漏了限定产品的字眼（把“生活用纸”写成“用纸”），
或者两个数不是同一年的。

**怎么改。** 数值、占比、产品名称都核一遍。推算出的总数若与某个范围更窄的产品相符，提示中会给出该产品的名称。

**依据。** 资料包references.csv所收的公开总数，均注明来源和年份。
"""
GROUP = Group.KNOWN
SEVERITY = Severity.WARNING
TIES = Said("ties.implied")
EXAMPLES = Examples(
    bad=(
        "广东省2024年工业机器人产量24万台，占全国的4.4%。",
        "2024年，广东生产工业机器人248万套，占全国产量的44.6%。",
    ),
    good=(
        "广东省2024年工业机器人产量24.68万台，占全国的44%。",
        "2024年，广东生产工业机器人24.8万套，占全国产量的44.6%。",
    ),
)

IN_WORDS = Interval(0.75, 1.3)
"""The same for a share in words (四分之一, 近三成), which is a manner of speaking."""

AGREES = Interval(0.9, 1.12)
"""How far an implied total may lie from the published one: bodies count differently and revise."""


def check(dossier: Dossier) -> Iterator[Relation | Unjudged]:
    references = dossier.references
    regions = dossier.lexicon.region_by_word
    for sentence in dossier.sentences():
        for share in sentence:
            statement = share.statement
            if statement.kind is not Kind.SHARE or statement.status is Status.TARGET:
                continue
            named = dossier.topics.measure_in(statement.base or "")
            place = (statement.base or "")[: named[1]] if named is not None else statement.base or ""
            base = regions.get(place)
            level = _level_of(share, sentence)
            # A reader takes 全国 before its measure (占全国产量的44.6%) for where the share is.
            is_own = base is not None and named is None and base.code == share.topic.region
            if base is None or level is None or is_own or share.range.low <= 0:
                continue
            measure = named[0] if named is not None else level.topic.measure
            known = [
                reference
                for reference in references.of(measure, level.statement.unit)
                if reference.region == base.code and reference.period == statement.period
            ]
            known = [reference for reference in known if _may_be_meant(reference, level, dossier)]
            if not known:
                yield Unjudged((share,), Said("no-reference"))
                continue
            yield _relation(level, share, known, dossier)


def _level_of(share: Figure, sentence: Sequence[Figure]) -> Figure | None:
    """The level that the share is of: the last one before it in its sentence, if it is of the same thing."""
    levels = [
        figure for figure in sentence if figure.start < share.start and figure.statement.kind is Kind.LEVEL
    ]
    if not levels:
        return None
    level = levels[-1]
    same = (
        level.topic.measure == share.topic.measure
        and level.topic.subject == share.topic.subject
        and level.topic.region == share.topic.region
        and level.statement.period == share.statement.period
    )
    return level if same else None


def _may_be_meant(reference: Reference, level: Figure, dossier: Dossier) -> bool:
    """Whether a published total can be that of the text's words: no product named, the same, or one of its cluster."""
    words = dossier.topics.words(level.statement)
    if reference.subject is None:
        return reference.cluster in (None, level.topic.cluster) and level.topic.subject in (
            "",
            level.topic.cluster,
        )
    return reference.subject in words or (
        reference.cluster == level.topic.cluster and bool(set(reference.subject) & set(words) - COMMON)
    )


COMMON = frozenset("及和与产量业品的用年工行生")
"""Characters that two products may share without being akin."""


def _relation(level: Figure, share: Figure, known: list[Reference], dossier: Dossier) -> Relation:
    """Level and share beside the total that is meant; where another product's total fits instead, its name is the cure."""
    implied = level.range / share.range
    words = dossier.topics.words(level.statement)
    named = [reference for reference in known if reference.subject is None or reference.subject in words]
    # The longest name that the text uses is the product that it means; else the greatest total of its kind.
    meant = (
        max(named, key=lambda reference: len(reference.subject or ""))
        if named
        else max(known, key=lambda reference: reference.value)
    )
    narrower = next((other for other in known if other is not meant and _agrees(implied, other)), None)
    narrower = None if _agrees(implied, meant) else narrower
    region = dossier.lexicon.regions[meant.region]
    total = float(meant.value)
    equation = Said(
        "implied",
        level=bare(level),
        share=bare(share),
        value=like(level, level.value / share.value),
        source=Said(
            "source-of",
            source=source_of(meant, dossier.lexicon),
            product=meant.subject or level.statement.measure or "",
        ),
        known=like(level, total),
    )
    agrees = IN_WORDS if share.is_in_words else AGREES
    return Relation(
        Product((Factor(level), Factor(share, -1)), Interval(total * agrees.low, total * agrees.high)),
        "implied-total.narrower" if narrower else "implied-total",
        always(equation),
        {
            "level": bare(level),
            "share": bare(share),
            "region": Words(region.name, region.name_en),
            "narrower": (narrower.subject or "") if narrower else "",
        },
        severity=Severity.WARNING,
        external=True,
        # Where only a word is lost, it is lost beside the level.
        trust={share: 2.0} if narrower else {},
        suggest=f"{narrower.subject}{level.text}" if narrower and narrower.subject else None,
    )


def _agrees(implied: Interval, reference: Reference) -> bool:
    value = float(reference.value)
    return implied.meets(Interval(value * AGREES.low, value * AGREES.high))
