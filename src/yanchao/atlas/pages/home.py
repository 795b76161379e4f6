"""The first page: the ladder, what is new, the totals, what disagrees or was found wrong, what comes next, the map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from yanchao.atlas import naming, news, paths, tilemap
from yanchao.atlas.cards import Card, front, hand
from yanchao.atlas.facts import Facts
from yanchao.atlas.faults import Fault, faults
from yanchao.atlas.ladder import Rung, Support, ladder
from yanchao.atlas.language import Text, phrase
from yanchao.atlas.page import Later, Sheet
from yanchao.ledger.keys import OF_A_DOCUMENT
from yanchao.ledger.series import Series
from yanchao.ledger.things import Asked
from yanchao.quick import dataclass
from yanchao.statements.statement import Kind, Status

TOTALS_SHOWN = 6
FAULTS_SHOWN = 6
DISPUTES_SHOWN = 4
QUOTES_SHOWN = 120
OUTLOOK_SHOWN = 8
NEWS_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Home:
    """What the first page says. `since` and `until` are the days of the builds that the news lie between.

    `holds`, `short` and `silent` count clusters by what their figures say of their tier,
    `reached` those that have reached the headline target of their plan; `supports` are the answers that there are.
    """

    home: Text
    rungs: tuple[Rung, ...]
    holds: int
    short: int
    silent: int
    reached: int
    supports: tuple[str, ...]
    totals: tuple[Card, ...]
    since: date | None
    until: date | None
    same_reader: bool
    news: tuple[news.Group, ...]
    disputes: tuple[Card, ...]
    more_disputes: int
    faults: tuple[Fault, ...]
    all_faults: int
    errors: int
    outlook: tuple[naming.Group, ...]
    tiles: tuple[tilemap.Coloured, ...]
    documents: int
    statements: int
    unrelated: int


def sheets(facts: Facts) -> Iterator[Sheet]:
    home, clusters = facts.region_name(facts.lexicon.home or ""), len(facts.clusters)
    yield Sheet(
        path=paths.HOME,
        template="home.html",
        section="home",
        title=phrase("home.title", n=clusters),
        summary=phrase("home.summary", place=home, n=clusters),
        view=Later(partial(_view, facts, home)),
    )


def _view(facts: Facts, home: Text) -> Home:
    rungs = ladder(facts)
    places = [place for rung in rungs for place in rung.places]
    disputes = hand(facts, facts.series(only=_DISPUTED), DISPUTES_SHOWN)
    return Home(
        home=home,
        rungs=rungs,
        holds=sum(place.support == Support.HOLDS for place in places),
        short=sum(place.support == Support.SHORT for place in places),
        silent=sum(place.support == Support.SILENT for place in places),
        reached=sum(place.has_reached for place in places),
        supports=tuple(dict.fromkeys(sorted(place.support for place in places))),
        totals=_totals(facts),
        since=facts.news.since,
        until=facts.news.until,
        same_reader=facts.news.same_reader,
        news=news.groups(facts.news, facts.lexicon, NEWS_SHOWN),
        disputes=disputes.cards,
        more_disputes=disputes.left_out,
        faults=faults(facts, limit=FAULTS_SHOWN).items,
        all_faults=facts.totals.findings,
        errors=facts.totals.errors,
        outlook=naming.groups(facts, Asked(naming.OUTLOOK), most=OUTLOOK_SHOWN, together=QUOTES_SHOWN),
        tiles=tilemap.coloured(facts.lexicon.home, _clusters_by_city(facts)),
        documents=len(facts.cards),
        statements=facts.totals.statements,
        unrelated=sum(each.unrelated for each in facts.cards),
    )


_DISPUTED = "s.series IN (SELECT series FROM observations WHERE disputed)"


def _totals(facts: Facts) -> tuple[Card, ...]:
    """The home province as a whole, on record or expected: amounts of money, shares and firms, by settled measures.

    What a measure of the packs is, a reader knows; a sum that one text alone has a word for says little of a province.
    """
    home = facts.lexicon.home
    if home is None:
        return ()
    order = list(facts.lexicon.measures)

    def whole(unit: str, kind: Kind) -> Iterable[Series]:
        for each in facts.series(region=home, only="s.cluster IS NULL"):
            key = each.key
            of_all = key.measure in facts.lexicon.measures and key.subject == home
            of_industry = "above-scale" in key.qualifiers and not OF_A_DOCUMENT.search(key.subject)
            if not (of_all or of_industry) or (key.unit, key.kind) != (unit, kind):
                continue
            if front(each).status is not Status.TARGET:
                yield each

    def place(card: Card) -> int:
        measure = card.series.key.measure
        return order.index(measure) if measure in order else len(order)

    wanted = (("CNY", Kind.LEVEL), ("1", Kind.SHARE), ("count:家", Kind.LEVEL))
    hands = (hand(facts, whole(unit, kind), TOTALS_SHOWN).cards for unit, kind in wanted)
    return tuple(card for cards in hands for card in sorted(cards, key=place))


def _clusters_by_city(facts: Facts) -> dict[str, int]:
    """How many clusters each city is named for, as core, node or base."""
    return dict(
        facts.ledger.each_row(
            "SELECT region, count(DISTINCT cluster) FROM mentions "
            "WHERE region IS NOT NULL AND cluster IS NOT NULL AND role IN (SELECT unnest(?)) GROUP BY region",
            [list(map(str, naming.PLACES))],
        )
    )
