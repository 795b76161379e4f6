"""How much of an industry is here: shares of wider areas, quotients, concentration, as the ledger has worked them out."""

from __future__ import annotations

from yanchao.atlas.facts import Facts
from yanchao.atlas.language import Text, both, phrase
from yanchao.clusters.concentration import Indicator
from yanchao.quick import dataclass
from yanchao.statements.statement import Kind

SHOWN = (Indicator.SHARE, Indicator.QUOTIENT, Indicator.CONCENTRATION, Indicator.CONTRIBUTION)
"""What a page tells. The parts of a shift-share stand in the downloads: they say something side by side only."""

MOST = 24
"""Rows of one page: a place with tables of its own has some for each of its industries."""


@dataclass(frozen=True, slots=True)
class Spread:
    """One result, of its latest period. `amount` is its value, unit and kind; `sources` are publications; `is_own` says that figures of the documents are in it."""

    what: Text
    indicator: Text
    period: str
    amount: tuple[float, str, Kind]
    formula: str
    sources: tuple[Text, ...]
    is_own: bool


_LATEST = f"""
    SELECT indicator, measure, subject, within, period, value, unit, formula, sources
    FROM concentration WHERE region = ? AND cluster IS NOT DISTINCT FROM ? AND indicator IN (SELECT unnest(?))
    QUALIFY row_number() OVER (PARTITION BY indicator, measure, subject, within ORDER BY period DESC, result) = 1
    ORDER BY result LIMIT {MOST}
"""  # noqa: S608

OWN = "series "
"""What stands before the id of a series of the ledger among the sources of a result."""


def spread(facts: Facts, region: str | None, cluster: str | None = None) -> tuple[Spread, ...]:
    """What is known of a cluster's part, or of all that belongs to no cluster, in a place."""
    if region is None:
        return ()
    return tuple(
        Spread(
            what=_what(facts, measure, subject),
            indicator=phrase(f"spread.{indicator}", within=facts.region_name(within)),
            period=period,
            amount=_amount(indicator, value, unit),
            formula=formula,
            sources=tuple(dict.fromkeys(_publication(facts, each) for each in sources if not _is_own(each))),
            is_own=any(map(_is_own, sources)),
        )
        for indicator, measure, subject, within, period, value, unit, formula, sources in facts.ledger.each_row(
            _LATEST, [region, cluster, list(map(str, SHOWN))]
        )
    )


def _amount(indicator: str, value: float, unit: str) -> tuple[float, str, Kind]:
    """A result as it is written: a share in percent, a contribution (拉动) in points, the others as plain numbers."""
    if indicator == Indicator.CONTRIBUTION:
        return round(100 * value, 2), "pp", Kind.CHANGE
    return value, unit, Kind.SHARE if indicator == Indicator.SHARE else Kind.LEVEL


def _publication(facts: Facts, source: str) -> Text:
    """A source without its address, its edition in both languages."""
    name = source.partition(" http")[0]
    for edition in facts.lexicon.editions.values():
        title, has_edition, _ = name.partition(f"（{edition.name}）")
        if has_edition:
            return Text(name, f"{title} ({edition.name_en})")
    return both(name)


def _is_own(source: str) -> bool:
    return source.startswith(OWN)


def _what(facts: Facts, measure: str, subject: str) -> Text:
    listed = facts.lexicon.measures.get(measure)
    name = Text(listed.name, listed.name_en) if listed else both(measure)
    return Text(f"{subject} {name.zh}".strip(), f"{subject} {name.en}".strip())
