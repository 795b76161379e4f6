"""What the pages ask: the ledger, the lexicon and the standings of one build, with the indexes that pages share.

A page never opens a file or the database; it asks here. Names come out in both languages, paths from `paths.py`.
"""

from __future__ import annotations

import re
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from yanchao.atlas import paths
from yanchao.atlas.language import Text, both
from yanchao.audit.finding import Finding
from yanchao.clusters.standing import Standing
from yanchao.clusters.standings import standings
from yanchao.documents.document import Document
from yanchao.ledger.ledger import DocumentCard, Ledger, Named, Stated
from yanchao.ledger.series import Series, SeriesKey
from yanchao.lexicon.entries import Cluster
from yanchao.lexicon.lexicon import Lexicon

DOCUMENTS_KEPT = 32
"""Texts held in memory at a time."""

Item = TypeVar("Item")
Name = TypeVar("Name", bound=Hashable)


@dataclass(frozen=True)
class Facts:
    """Everything that one build knows. `directory` is the folder of the build (for the list of downloads)."""

    ledger: Ledger
    lexicon: Lexicon
    directory: Path

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
    def stated(self) -> tuple[Stated, ...]:
        return self.ledger.statements()

    @cached_property
    def stated_at(self) -> Mapping[tuple[str, int], Stated]:
        """Every statement by its document and the offset at which its quantity starts."""
        return {(stated.document, stated.statement.start): stated for stated in self.stated}

    @cached_property
    def named(self) -> tuple[Named, ...]:
        return self.ledger.mentions()

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        return self.ledger.findings()

    @cached_property
    def series(self) -> tuple[Series, ...]:
        return self.ledger.series()

    @cached_property
    def measures_shown(self) -> frozenset[str]:
        """The measures that have a page: those of the packs, and words of the documents that came more than once.

        A thousand documents call ten thousand things by words of their own, once each; those are on the pages of
        their document and cluster, and a page a word would only bury the rest.
        """
        points: Counter[str] = Counter()
        for series in self.series:
            points[series.key.measure] += len(series.observations)
        return frozenset(
            measure for measure, count in points.items() if count > 1 or measure in self.lexicon.measures
        )

    @cached_property
    def series_of_cluster(self) -> Mapping[str | None, tuple[Series, ...]]:
        return grouped(self.series, lambda series: series.key.cluster)

    @cached_property
    def statements_of_cluster(self) -> Mapping[str, int]:
        """How many figures each cluster has."""
        return Counter(stated.statement.cluster for stated in self.stated if stated.statement.cluster)

    @cached_property
    def named_by_cluster(self) -> Mapping[str | None, tuple[Named, ...]]:
        return grouped(self.named, lambda named: named.mention.cluster)

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        return {standing.cluster: standing for standing in standings(self.ledger, self.lexicon)}

    @cached_property
    def clusters(self) -> tuple[Cluster, ...]:
        return tuple(self.lexicon.clusters.values())

    @cached_property
    def _kept(self) -> OrderedDict[str, Document]:
        return OrderedDict()

    def document(self, id: str) -> Document:
        """A document with its text. The last few are kept: the quotes of one page come from a handful of them."""
        if id not in self._kept:
            self._kept[id] = self.ledger.document(id)
            if len(self._kept) > DOCUMENTS_KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(id)
        return self._kept[id]

    def cluster_name(self, id: str) -> Text:
        cluster = self.lexicon.clusters.get(id)
        return Text(cluster.name, cluster.name_en) if cluster else both(id)

    def region_name(self, code: str) -> Text:
        region = self.lexicon.regions.get(code)
        return Text(region.name, region.name_en) if region else both(code)

    def is_home(self, code: str) -> bool:
        """Whether a region is the packs' home or lies in it."""
        return self.lexicon.home is None or self.lexicon.within(code, self.lexicon.home)

    def measure_name(self, key: SeriesKey) -> Text:
        measure = self.lexicon.measures.get(key.measure)
        return Text(measure.name, measure.name_en) if measure else both(key.measure)

    def subject_name(self, key: SeriesKey) -> Text | None:
        """Whose figure it is, where that is not the cluster itself."""
        whose, _, part = key.subject.partition("·")
        if part and whose == key.cluster:
            return _part_name(part)
        if not whose or whose == key.cluster:
            return None
        if whose in self.lexicon.clusters:
            name = self.cluster_name(whose)
        elif whose in self.lexicon.regions:
            name = self.region_name(whose)
        else:
            name = both(whose)
        return Text(f"{name.zh}·{part}", f"{name.en} · {_part_name(part).en}") if part else name

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

    def measure_path(self, measure: str) -> str | None:
        """The page of a measure, None where it has none."""
        return paths.measure(measure) if measure in self.measures_shown else None


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
