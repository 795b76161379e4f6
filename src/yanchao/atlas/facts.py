"""What the pages ask: the ledger, the lexicon and the standings of one build, with the indexes that pages share.

A page never opens a file or the database; it asks here. What is held grows with the packs and the list of documents,
never with the figures: those come one document, one cluster or one series at a time. Names come out in both
languages, paths from `paths.py`.
"""

from __future__ import annotations

import re
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from yanchao.atlas import caps, paths
from yanchao.atlas.language import Language, Text, both
from yanchao.atlas.sources import Source, sources
from yanchao.audit.finding import Finding
from yanchao.clusters import news
from yanchao.clusters.changes import Changes, nothing_before
from yanchao.clusters.doubt import believed_first
from yanchao.clusters.standing import PlaceStanding, Standing, TargetStanding
from yanchao.clusters.standings import place_standings, standings
from yanchao.ledger.keys import OF_A_DOCUMENT
from yanchao.ledger.ledger import DocumentCard, Ledger
from yanchao.ledger.reconciliation import short
from yanchao.ledger.series import Observation, Series, SeriesKey
from yanchao.ledger.things import Asked, Gathered, how_many, things
from yanchao.ledger.wholes import Whole, wholes
from yanchao.lexicon.entries import Cluster
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass, replace
from yanchao.statements.statement import Role

DOCUMENTS_KEPT = 32
"""Texts held in memory at a time."""

TOGETHER = 16
"""Documents that are fetched at a time where all are gone through."""

CHARACTERS_TOGETHER = 400_000
"""And of how many characters, about: what bounds the memory of going through large ones."""

NAMED = (
    Role.LEADING_FIRM,
    Role.FIRM,
    Role.INSTITUTE,
    Role.PLATFORM,
    Role.PROJECT,
    Role.PRODUCT,
    Role.UPSTREAM,
    Role.DOWNSTREAM,
    Role.DIRECTION,
    Role.FUTURE_INDUSTRY,
)
"""What has a page by its name: all that is neither a place nor a publication."""

Item = TypeVar("Item")
Name = TypeVar("Name", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Totals:
    """How much of each there is in the whole build; `errors` counts the findings that are proved."""

    statements: int
    series: int
    mentions: int
    findings: int
    errors: int


_TOTALS = """
    SELECT (SELECT count(*) FROM statements), (SELECT count(*) FROM series), (SELECT count(*) FROM mentions),
           count(*), count(*) FILTER (severity = 'error')
    FROM findings
"""


_SUREST = """
    SELECT finding, document, rule, start, "end" FROM findings
    ORDER BY list_position(['error', 'warning', 'note'], severity), finding LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class MeasureCount:
    """How many series and points a measure has."""

    measure: str
    series: int
    points: int


_MEASURES = """
    SELECT s.measure, count(DISTINCT s.series), count(*)
    FROM series s JOIN observations o USING (series)
    GROUP BY s.measure ORDER BY min((coalesce(s.cluster, '~'), s.measure, s.subject, s.series))
"""


@dataclass(frozen=True)
class Facts:
    """Everything that one build knows. `directory` is the folder of the build (for the list of downloads).

    `standing` are the pages that stand there already, in every language, from the root of the site; `earlier` is the folder
    of the build that this one replaces, where there is one.
    """

    ledger: Ledger
    lexicon: Lexicon
    directory: Path
    standing: frozenset[str] = frozenset()
    earlier: Path | None = None

    def stands(self, path: str) -> bool:
        """Whether a page, by its path from the root of its language, need not be made."""
        return all(language.root + path in self.standing for language in Language)

    @cached_property
    def cards(self) -> tuple[DocumentCard, ...]:
        return self.ledger.documents()

    @cached_property
    def card_by_id(self) -> Mapping[str, DocumentCard]:
        return {card.id: card for card in self.cards}

    @cached_property
    def card_by_uri(self) -> Mapping[str, DocumentCard]:
        return {card.uri: card for card in self.cards}

    @cached_property
    def totals(self) -> Totals:
        return Totals(*next(self.ledger.each_row(_TOTALS)))

    @cached_property
    def measures(self) -> Mapping[str, MeasureCount]:
        """Every measure with its counts, in the order of its first series."""
        return {row[0]: MeasureCount(*row) for row in self.ledger.each_row(_MEASURES)}

    @cached_property
    def measures_shown(self) -> frozenset[str]:
        """The measures that have a page: those of the packs, and words of the documents that came more than once.

        A thousand documents call ten thousand things by words of their own, once each; those are on the pages of
        their document and cluster, and a page a word would only bury the rest.
        """
        return frozenset(
            measure
            for measure, count in self.measures.items()
            if count.points > 1 or measure in self.lexicon.measures
        )

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Every publisher and every body that a document cites, by name."""
        return sources(self.ledger, self.cards)

    @cached_property
    def sources_shown(self) -> frozenset[str]:
        """The sources that have a page: those that published a document first, then those with most figures."""
        shown = sorted(self.sources.values(), key=lambda each: (not each.published, -each.figures, each.name))
        return frozenset(each.name for each in shown[: caps.SOURCES_WITH_A_PAGE])

    def source_name(self, name: str) -> Text:
        """Who says so, as a reader calls it: a plan that a pack lists has a title in both languages, a firm a name."""
        if plan := self.lexicon.plan_of(name):
            return Text(name, plan.title_en)
        return self._entity_name(name)

    def source_path(self, name: str | None) -> str | None:
        """The page of a source, None where it has none."""
        return paths.source(name) if name in self.sources_shown else None

    @cached_property
    def names_shown(self) -> frozenset[str]:
        """The firms, institutes, platforms and the like that have a page: those named most often in each role."""
        return frozenset(each.id for each in self.things(Asked(NAMED), most=caps.NAMES, sentences=0))

    @cached_property
    def plans_shown(self) -> frozenset[str]:
        """The plans that have a page wherever they are cited: those of the packs, and those cited most often."""
        cited = self.things(Asked((Role.PLAN,)), most=caps.SEARCHED_NAMES, sentences=0)
        return frozenset(self.lexicon.plans) | {each.id for each in cited}

    @property
    def leaves_out_pages(self) -> bool:
        """Whether some source, name or plan has no page because there are too many of its kind."""
        of_roles = self.how_many(Asked((*NAMED, Role.PLAN)))
        return (
            len(self.sources) > caps.SOURCES_WITH_A_PAGE
            or any(count > caps.NAMES for role, count in of_roles.items() if role is not Role.PLAN)
            or of_roles.get(Role.PLAN, 0) > caps.SEARCHED_NAMES
        )

    @cached_property
    def news(self) -> Changes:
        """What changed since the build that this one replaced."""
        return news.read(self.directory) or nothing_before(self.ledger)

    @cached_property
    def statements_of_cluster(self) -> Mapping[str, int]:
        """How many figures each cluster has."""
        counts = self.ledger.statements_by_cluster()
        return {cluster: count for cluster, count in counts.items() if cluster is not None}

    def series(
        self,
        *,
        cluster: str | None = None,
        region: str | None = None,
        measure: str | None = None,
        id: str | None = None,
        only: str = "",
    ) -> Iterator[Series]:
        """Series that match all that is given, one at a time, with as many sources a point as a page shows.

        What the audit holds to be wrong stands behind what others say of the same point.
        """
        found = self.ledger.each_series(
            cluster=cluster, region=region, measure=measure, id=id, only=only, most=caps.SOURCES
        )
        return (believed_first(each, self.doubted) for each in found)

    @property
    def doubted(self) -> frozenset[tuple[str, int]]:
        """The places (document, first character) of the figures that the audit holds to be wrong."""
        return self.ledger.doubted()

    def things(self, asked: Asked, *, most: int, sentences: int) -> tuple[Gathered, ...]:
        """The things that are named most often, in each role."""
        return things(self.ledger, asked, most=most, sentences=sentences)

    def how_many(self, asked: Asked) -> Mapping[Role, int]:
        """How many things are named in each role."""
        return how_many(self.ledger, asked)

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """Every cluster as it stood on the day of the build, its points with as many sources as a page shows."""
        return {each.cluster: _shortened(each) for each in standings(self.ledger, self.lexicon)}

    @cached_property
    def place_standings(self) -> Mapping[str, PlaceStanding]:
        """Every place with targets of its own, by its code, judged in the same way."""
        found = place_standings(self.ledger, self.lexicon)
        return {each.region: replace(each, targets=_short_targets(each.targets)) for each in found}

    @cached_property
    def clusters(self) -> tuple[Cluster, ...]:
        return tuple(self.lexicon.clusters.values())

    @cached_property
    def _kept(self) -> OrderedDict[str, str]:
        return OrderedDict()

    def text(self, id: str) -> str:
        """The text of a document. The last few are kept: the quotes of one page come from a handful of them."""
        if id not in self._kept:
            self._kept[id] = self.ledger.text(id)
            if len(self._kept) > DOCUMENTS_KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(id)
        return self._kept[id]

    @cached_property
    def _place_of_card(self) -> Mapping[str, int]:
        return {card.id: place for place, card in enumerate(self.cards)}

    @cached_property
    def _wholes(self) -> dict[str, Whole]:
        return {}

    def whole(self, id: str) -> Whole:
        """A document with all that was read out of it; those that come next among the `cards` are fetched with it."""
        if id not in self._wholes:
            ids, characters = [], 0
            first = self._place_of_card[id]
            for card in self.cards[first : first + TOGETHER]:
                ids.append(card.id)
                characters += card.characters
                if characters >= CHARACTERS_TOGETHER:
                    break
            self._wholes.clear()
            self._wholes.update(wholes(self.ledger, ids))
        return self._wholes[id]

    def cluster_name(self, id: str) -> Text:
        cluster = self.lexicon.clusters.get(id)
        return Text(cluster.name, cluster.name_en) if cluster else both(id)

    def region_name(self, code: str) -> Text:
        region = self.lexicon.place(code)
        return Text(region.name, region.name_en) if region else both(code)

    def is_home(self, code: str) -> bool:
        """Whether a region is the packs' home or lies in it."""
        return self.lexicon.home is None or self.lexicon.within(code, self.lexicon.home)

    def is_elsewhere(self, key: SeriesKey) -> bool:
        """Whether a series is of a region outside the packs' home."""
        return key.region is not None and not self.is_home(key.region)

    def measure_name(self, key: SeriesKey) -> Text:
        measure = self.lexicon.measures.get(key.measure)
        return Text(measure.name, measure.name_en) if measure else both(key.measure)

    def word_for_measure(self, word: str) -> Text:
        """A measure as a text calls it, with its English name where a pack lists it."""
        listed = self.lexicon.measure_by_word.get(word)
        return Text(word, listed.name_en if listed else word)

    def subject_name(self, key: SeriesKey) -> Text | None:
        """Whose figure it is, where that is not the cluster itself."""
        whose, _, part = OF_A_DOCUMENT.sub("", key.subject).partition("·")
        if part and whose == key.cluster:
            return _part_name(part)
        if not whose or whose == key.cluster:
            return None
        if whose in self.lexicon.clusters:
            name = self.cluster_name(whose)
        elif self.lexicon.place(whose):
            name = self.region_name(whose)
        else:
            name = self._entity_name(whose)
        return Text(f"{name.zh}·{part}", f"{name.en} · {_part_name(part).en}") if part else name

    def _entity_name(self, name: str) -> Text:
        """A firm or the like that a pack lists, in both languages; any other name as it is."""
        listed = self.lexicon.entity_by_name.get(name)
        return Text(name, (listed and listed.name_en) or name)

    def series_name(self, series: Series) -> Text:
        """The name of a series as the ledger gives it."""
        return Text(series.name, series.name_en)

    def document_title(self, id: str) -> str:
        """The title of a document, or the last part of its address where it has none."""
        card = self.card_by_id[id]
        if card.title and card.title != card.uri:
            return card.title
        return card.uri.rstrip("/").rsplit("/", 1)[-1]

    def document_path(self, id: str, start: int | None = None) -> str:
        """The page of a document; with `start`, the figure that begins there."""
        path = paths.document(id)
        return path if start is None else f"{path}#s={start}"

    @cached_property
    def findings_shown(self) -> Mapping[str, int]:
        """The findings that have a page, which are the surest: their numbers in the ledger by their pages."""
        found = self.ledger.each_row(_SUREST, [caps.FINDINGS_WITH_A_PAGE])
        return {paths.finding(*what): number for number, *what in found}

    def finding_path(self, document: str, finding: Finding) -> str | None:
        """The page of a finding of a document (by id), None where it has none."""
        path = paths.finding(document, finding.rule, finding.start, finding.end)
        return path if path in self.findings_shown else None

    def place_of(self, document: str, finding: Finding) -> str:
        """The page of a finding of a document (by id), its place in the document where it has none."""
        return self.finding_path(document, finding) or self.document_path(document, finding.start)

    def measure_path(self, measure: str) -> str | None:
        """The page of a measure, None where it has none."""
        return paths.measure(measure) if measure in self.measures_shown else None


def _shortened(standing: Standing) -> Standing:
    evidence = standing.tier_evidence and _short(standing.tier_evidence)
    return replace(standing, targets=_short_targets(standing.targets), tier_evidence=evidence)


def _short_targets(targets: Iterable[TargetStanding]) -> tuple[TargetStanding, ...]:
    return tuple(
        replace(
            each,
            target=_short(each.target),
            actual=each.actual and _short(each.actual),
            met=each.met and _short(each.met),
        )
        for each in targets
    )


def _short(point: Observation) -> Observation:
    return short(point, caps.SOURCES)


def _part_name(part: str) -> Text:
    """One of several figures that a text gives in a row without naming what each is of (`第2项`)."""
    item = re.fullmatch(r"第(\d+)项", part)
    return Text(part, f"item {item[1]}" if item else part)


def grouped(items: Iterable[Item], name: Callable[[Item], Name]) -> dict[Name, tuple[Item, ...]]:
    """The items by their name, names and items in the order in which they first came."""
    groups: dict[Name, list[Item]] = defaultdict(list)
    for item in items:
        groups[name(item)].append(item)
    return {name: tuple(group) for name, group in groups.items()}
