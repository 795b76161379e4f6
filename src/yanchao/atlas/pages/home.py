"""The first page: the ladder, the totals, what disagrees or was found wrong, what comes next, the map."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from yanchao.atlas import naming, paths, tilemap
from yanchao.atlas.cards import Card, card, in_order_of_weight
from yanchao.atlas.facts import Facts
from yanchao.atlas.faults import Fault, faults
from yanchao.atlas.ladder import Rung, Support, ladder
from yanchao.atlas.language import Text, phrase
from yanchao.atlas.page import Sheet
from yanchao.audit.finding import Severity
from yanchao.statements.statement import Kind, Status

TOTALS_SHOWN = 6
FAULTS_SHOWN = 6
DISPUTES_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Home:
    """What the first page says. `holds`, `short` and `silent` count clusters by what their figures say of their tier."""

    home: Text
    rungs: tuple[Rung, ...]
    holds: int
    short: int
    silent: int
    totals: tuple[Card, ...]
    disputes: tuple[Card, ...]
    faults: tuple[Fault, ...]
    all_faults: int
    errors: int
    outlook: tuple[naming.Group, ...]
    tiles: tuple[tilemap.Coloured, ...]
    documents: int
    statements: int
    unrelated: int


def sheets(facts: Facts) -> Iterator[Sheet]:
    rungs = ladder(facts)
    places = [place for rung in rungs for place in rung.places]
    found = faults(facts, facts.findings)
    home = facts.region_name(facts.lexicon.home or "")
    yield Sheet(
        path=paths.HOME,
        template="home.html",
        section="home",
        title=phrase("home.title", n=len(places)),
        summary=phrase("home.summary", place=home, n=len(places)),
        view=Home(
            home=home,
            rungs=rungs,
            holds=sum(place.support == Support.HOLDS for place in places),
            short=sum(place.support == Support.SHORT for place in places),
            silent=sum(place.support == Support.SILENT for place in places),
            totals=_totals(facts),
            disputes=_disputes(facts),
            faults=found[:FAULTS_SHOWN],
            all_faults=sum(fault.total for fault in found),
            errors=sum(fault.total for fault in found if fault.finding.severity is Severity.ERROR),
            outlook=naming.groups(facts, facts.named, naming.OUTLOOK),
            tiles=tilemap.coloured(facts.lexicon, _clusters_by_city(facts)),
            documents=len(facts.cards),
            statements=len(facts.stated),
            unrelated=sum(each.unrelated for each in facts.cards),
        ),
    )


def _totals(facts: Facts) -> tuple[Card, ...]:
    """The home province as a whole, on record or expected: amounts of money, shares of settled measures, firms."""
    home = facts.lexicon.home
    cards = [
        card(facts, series)
        for series in facts.series
        if series.key.cluster is None and home is not None and series.key.region == home
    ]
    known = [each for each in cards if each.front.observation.status is not Status.TARGET]
    whole = [
        each
        for each in known
        if each.series.key.subject == home or "above-scale" in each.series.key.qualifiers
    ]
    money = [each for each in whole if each.unit == "CNY" and each.kind is Kind.LEVEL]
    settled = [each for each in known if each.series.key.measure in facts.lexicon.measures]
    shares = [each for each in settled if each.kind is Kind.SHARE]
    firms = [each for each in whole if each.unit == "count:家" and each.kind is Kind.LEVEL]
    return tuple(
        card for cards in (money, shares, firms) for card in in_order_of_weight(cards)[:TOTALS_SHOWN]
    )


def _disputes(facts: Facts) -> tuple[Card, ...]:
    disputed = [
        series for series in facts.series if any(observation.disputed for observation in series.observations)
    ]
    return tuple(in_order_of_weight([card(facts, series) for series in disputed])[:DISPUTES_SHOWN])


def _clusters_by_city(facts: Facts) -> dict[str, int]:
    """How many clusters each city is named for, as core, node or base."""
    named: dict[str, set[str]] = defaultdict(set)
    for each in facts.named:
        mention = each.mention
        if mention.role in naming.PLACES and mention.region and mention.cluster:
            named[mention.region].add(mention.cluster)
    return {region: len(clusters) for region, clusters in named.items()}
