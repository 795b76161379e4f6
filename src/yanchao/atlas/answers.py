"""Every question that REST and MCP ask of a build: what it means, what it may ask for, how much it gets back.

`api.py` and `mcp.py` are doors over this file; `replies.py` is what comes back, `live.py` which build is asked.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from yanchao.atlas.asking import Names
from yanchao.atlas.checking import LONGEST_TEXT, audited
from yanchao.atlas.facts import Facts
from yanchao.atlas.replies import (
    Checked,
    ClusterCard,
    ClusterProfile,
    DocumentText,
    Fault,
    Figure,
    Page,
    RulePage,
    SeriesCard,
    SeriesWithPoints,
    Target,
    cluster_card_of,
    fault_of,
    figure_of,
    named_things_of,
    point_of,
    rule_page_of,
    series_card_of,
    target_of,
)
from yanchao.atlas.windows import Windows
from yanchao.errors import YanchaoError
from yanchao.ledger.ledger import DocumentCard, Part
from yanchao.ledger.observed import Observed, find_observations
from yanchao.quick import replace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yanchao.audit.finding import Finding
    from yanchao.clusters.standing import PlaceStanding, Standing, TargetStanding

PAGE = 50
"""How many items a page holds where the question does not say."""

MOST = 500
"""The largest page that may be asked for."""

LONGEST_QUERY = 200
"""How many characters a search may have."""

SHORTENED = 16
"""How many characters of a document's id stand in a finding's."""

AS_OF = "as it was known on that day: what was published later, or without a date, is left out"
"""What a question with a day asks for."""

DAYS_KEPT = 4
"""Past days that are kept in view."""

CHARACTERS_KEPT = 8_000_000
"""Characters of documents' texts that are held ready."""

TEXTS_TOGETHER = 16
"""Texts that are fetched at a time."""

Item = TypeVar("Item")
View = TypeVar("View")


class NotFoundError(YanchaoError):
    """What was asked for by name is not in this build."""


class Answers:
    """One build, as questions. Safe to ask from several threads."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.lexicon = facts.lexicon
        self._lock, self._judging = threading.Lock(), threading.Lock()
        self._past: dict[date, Answers] = {}
        self._texts: OrderedDict[str, str] = OrderedDict()
        self._names = Names(facts.lexicon)
        self._windows = Windows()

    def prepare(self) -> None:
        """Work out what many questions share, so that whoever asks first does not wait for it."""
        _ = self._standings, self._place_standings
        _ = self.facts.card_by_id, self.facts.card_by_uri

    def then(self, day: date | None) -> Answers:
        """The same build as it was known on a day; None is now. The last few days asked for stay in view."""
        if day is None:
            return self
        with self._lock:
            if day not in self._past:
                if len(self._past) >= DAYS_KEPT:
                    del self._past[next(iter(self._past))]
                past = self.facts.ledger.then(day)
                self._past[day] = Answers(Facts(past, self.lexicon, self.facts.directory))
            return self._past[day]

    @property
    def _standings(self) -> Mapping[str, Standing]:
        with self._judging:  # they take a while, and everybody waits for the same
            return self.facts.standings

    @property
    def _place_standings(self) -> Mapping[str, PlaceStanding]:
        with self._judging:
            return self.facts.place_standings

    @property
    def _targets(self) -> Iterator[TargetStanding]:
        for standings in (self._standings.values(), self._place_standings.values()):
            for standing in standings:
                yield from standing.targets

    # Clusters

    def clusters(
        self, *, group: str | None = None, sort: str | None = None, limit: int = PAGE, offset: int = 0
    ) -> Page[ClusterCard]:
        """Every cluster of the packs, those without a figure too."""
        figures = self.facts.ledger.statements_by_cluster()
        cards = (
            cluster_card_of(cluster, figures.get(cluster.id, 0), self._standings.get(cluster.id))
            for cluster in self.facts.clusters
            if group in (None, cluster.group)
        )
        return _page(_part(cards, sort, limit, offset), offset, _as_it_is)

    def cluster(self, id: str) -> ClusterProfile:
        """One cluster, by its id or any name, with its targets, series and the things named for it."""
        cluster = self.lexicon.clusters.get(self._names.keys(cluster=id)["cluster"] or "")
        if cluster is None:
            raise NotFoundError(f"there is no cluster {id!r}; there are {', '.join(self.lexicon.clusters)}")
        standing = self._standings.get(cluster.id)
        figures = self.facts.ledger.statements_by_cluster().get(cluster.id, 0)
        targets = standing.targets if standing else ()
        return ClusterProfile(
            card=cluster_card_of(cluster, figures, standing),
            supported_tier=standing.supported_tier if standing else None,
            targets=tuple(target_of(target, self.facts.card_by_id) for target in targets),
            series=self.series(cluster=cluster.id),
            named=named_things_of(self.facts.ledger.mentions(cluster=cluster.id))[:MOST],
        )

    def targets(
        self,
        *,
        cluster: str | None = None,
        region: str | None = None,
        plan: str | None = None,
        measure: str | None = None,
        verdict: str | None = None,
        sort: str | None = None,
        limit: int = PAGE,
        offset: int = 0,
    ) -> Page[Target]:
        """The targets of all plans held against the latest actuals, in order of cluster, then of place."""
        of_key = _given(**self._names.keys(cluster=cluster, region=region, measure=measure))
        of_target = _given(plan=plan, verdict=verdict)
        found = (
            target for target in self._targets if _matches(target.key, of_key) and _matches(target, of_target)
        )
        # only those that are shown are made into replies: places have many, with everyone's words
        page = _page(
            _part(found, sort, limit, offset),
            offset,
            lambda target: target_of(target, self.facts.card_by_id),
        )
        return self._hinted(page, cluster=cluster, region=region, measure=measure)

    # Figures and series

    def figures(
        self,
        *,
        q: str = "",
        document: str | None = None,
        limit: int = PAGE,
        offset: int = 0,
        **wanted: Any,
    ) -> Page[Figure]:
        """The figures that all of `q` is about, by words of their sentence or by any name of measure, place or cluster, and
        that match all else given.
        """
        found = self._listed(
            "figures",
            self.facts.ledger.find_statements,
            sought=self._names.sought(q),
            document=self._document(document),
            limit=limit,
            offset=offset,
            **self._names.keys(**wanted),
        )
        page = _page(found, offset, lambda stated: figure_of(stated, self.facts.card_by_id))
        return self._hinted(page, q, **wanted)

    def series(self, *, offset: int = 0, limit: int = PAGE, **wanted: Any) -> Page[SeriesCard]:
        """Series that match all that is given, with their last point only."""
        find = self._series_cards
        found = self._listed("series", find, limit=limit, offset=offset, **self._names.keys(**wanted))
        return self._hinted(_page(found, offset, _as_it_is), **wanted)

    def _series_cards(self, **asked: Any) -> Part[SeriesCard]:
        """What is held of a list of series: a card each, since a series may have any number of points."""
        found = self.facts.ledger.find_series(**asked)
        return Part(found.total, tuple(series_card_of(each, self.facts.card_by_id) for each in found.items))

    def one_series(self, id: str) -> SeriesWithPoints:
        """One series with every point and everyone's words."""
        try:
            return self.some_series([id])[id]
        except KeyError:
            raise no_series(id, self.facts.ledger.as_of) from None

    def some_series(self, ids: Sequence[str]) -> Mapping[str, SeriesWithPoints]:
        """Those of these series that there are, by their ids."""
        cards = self.facts.card_by_id
        return {
            id: SeriesWithPoints(
                series_card_of(series, cards), tuple(point_of(each, cards) for each in series.observations)
            )
            for id, series in self.facts.ledger.some_series(ids).items()
        }

    def observations(self, *, offset: int = 0, limit: int = PAGE, **wanted: Any) -> Page[Observed]:
        """The points of all series that match all that is given, each with its best source's word."""
        find = partial(find_observations, self.facts.ledger)
        found = self._listed("points", find, limit=limit, offset=offset, **self._names.keys(**wanted))
        return self._hinted(_page(found, offset, _as_it_is), **wanted)

    # Documents

    def documents(
        self,
        *,
        q: str = "",
        since: date | None = None,
        until: date | None = None,
        sort: str | None = None,
        limit: int = PAGE,
        offset: int = 0,
    ) -> Page[DocumentCard]:
        """The documents whose title, address or publisher hold every word of `q`, newest first.

        With `since` or `until`, those published in that time.
        """
        cards = (
            card
            for card in self.facts.cards
            if all(
                word in f"{card.title}\n{card.uri}\n{card.publisher or ''}".casefold()
                for word in q.casefold().split()
            )
            and (since is None or (card.published is not None and card.published >= since))
            and (until is None or (card.published is not None and card.published <= until))
        )
        return _page(_part(cards, sort, limit, offset), offset, _as_it_is)

    def document(self, id: str, *, start: int = 0, length: int = LONGEST_TEXT) -> DocumentText:
        """One document's card, and `length` characters of its text from `start`."""
        card = self._card(id)
        text = self._text(card.id)
        start = min(start, len(text))
        end = min(start + length, len(text))
        return DocumentText(card, start, end, text[start:end])

    # The audit

    def findings(self, *, document: str | None = None, offset: int = 0, **wanted: Any) -> Page[Fault]:
        """Findings, of one document, one rule or one severity where asked."""
        find = self.facts.ledger.find_findings
        found = self._listed("findings", find, document=self._document(document), offset=offset, **wanted)
        self._prepare_texts(self.facts.card_by_uri[finding.document].id for finding in found.items)
        return _page(found, offset, self._fault_view())

    def finding(self, id: str) -> Fault:
        """One finding by the id that `findings` gave it: the beginning of its document's, its rule and its place."""
        beginning = id.partition(".")[0]
        for card in self.facts.cards:
            if card.id[:SHORTENED] == beginning:
                for finding in self.facts.ledger.findings(document=card.id):
                    if _fault_id(finding, card.id) == id:
                        return self._fault_view()(finding)
        raise NotFoundError(f"there is no finding {id!r} in this build")

    def rules(self) -> tuple[RulePage, ...]:
        """The rules of the audit, in order of their codes."""
        from yanchao.audit.rule import rules

        return tuple(map(rule_page_of, rules()))

    def rule(self, name: str) -> RulePage:
        """One rule by its code or its name."""
        rules = self.rules()
        for rule in rules:
            if name.upper() == rule.code or name.lower() == rule.name:
                return rule
        raise NotFoundError(f"there is no rule {name!r}; there are {', '.join(rule.code for rule in rules)}")

    def check(self, text: str) -> Checked:
        """Audit a text that is not part of the build, as `yanchao check` would.

        Raises:
            SourceError: where the text is longer than `LONGEST_TEXT` or holds nothing.
        """
        seen = audited(text, self.lexicon)
        read = seen.extraction.document.text
        return Checked(
            characters=len(read),
            figures=len(seen.extraction.statements),
            related=sum(len(coverage.related) for coverage in seen.audit.coverage),
            unrelated=sum(len(coverage.unrelated) for coverage in seen.audit.coverage),
            findings=tuple(
                fault_of(finding, f"{finding.rule}.{finding.start}-{finding.end}", read)
                for finding in seen.audit.findings
            ),
        )

    # Lists

    def _listed(
        self,
        what: str,
        find: Callable[..., Part[Item]],
        /,
        *,
        limit: int = PAGE,
        offset: int = 0,
        **wanted: Any,
    ) -> Part[Item]:
        """A slice of the list of things that are as `wanted`."""
        which = (what, *sorted(wanted.items()))
        return self._windows.part(
            which, lambda most, first: find(limit=most, offset=first, **wanted), limit, offset
        )

    # Names

    def _hinted(self, page: Page[View], q: str = "", **wanted: Any) -> Page[View]:
        """A list in which nothing is, with a word on the names that may be the reason."""
        return page if page.total else replace(page, hint=self._names.hint(q, **wanted))

    def _document(self, id: str | None) -> str | None:
        return None if id is None else self._card(id).id

    def _card(self, id: str) -> DocumentCard:
        """A document's card by its id, or by as much of it as names one document (8 characters at least)."""
        facts = self.facts
        if id in facts.card_by_id:
            return facts.card_by_id[id]
        cards = [card for card in facts.cards if len(id) >= 8 and card.id.startswith(id)]
        if not cards:
            raise NotFoundError(f"there is no document {id!r} in this build")
        if len(cards) > 1:
            raise NotFoundError(f"the ids of {len(cards)} documents begin with {id!r}; give more of it")
        return cards[0]

    def _fault_view(self) -> Callable[[Finding], Fault]:
        """How a finding of this build is shown."""

        def view(finding: Finding) -> Fault:
            id = self.facts.card_by_uri[finding.document].id
            own_page = self.facts.finding_path(id, finding)
            return fault_of(finding, _fault_id(finding, id), self._text(id), id, own_page)

        return view

    def _text(self, id: str) -> str:
        """The text of a document. Those asked for last are kept: the database takes its time to unpack one."""
        with self._lock:
            if id in self._texts:
                self._texts.move_to_end(id)
                return self._texts[id]
        text = self.facts.ledger.text(id)
        self._keep({id: text})
        return text

    def _prepare_texts(self, ids: Iterable[str]) -> None:
        """Have the texts of several documents at hand: unpacking them together takes little longer than one."""
        with self._lock:
            missing = [id for id in dict.fromkeys(ids) if id not in self._texts]
        for first in range(0, len(missing), TEXTS_TOGETHER):
            self._keep(self.facts.ledger.texts(missing[first : first + TEXTS_TOGETHER]))

    def _keep(self, texts: Mapping[str, str]) -> None:
        with self._lock:
            self._texts.update(texts)
            kept = sum(map(len, self._texts.values()))
            while kept > CHARACTERS_KEPT and len(self._texts) > 1:
                kept -= len(self._texts.popitem(last=False)[1])


def no_series(id: str, day: date | None = None) -> NotFoundError:
    """What is said where a build has no such series, or had none on a day."""
    then = "" if day is None else f" as of {day}"
    return NotFoundError(f"there is no series {id!r} in this build{then}")


def _fault_id(finding: Finding, document: str) -> str:
    return f"{document[:SHORTENED]}.{finding.rule}.{finding.start}-{finding.end}"


def _as_it_is(item: Item) -> Item:
    return item


def _given(**wanted: str | None) -> Mapping[str, str]:
    return {name: value for name, value in wanted.items() if value is not None}


def _matches(item: object, wanted: Mapping[str, str]) -> bool:
    return all(getattr(item, name) == value for name, value in wanted.items())


def _part(items: Iterable[Item], sort: str | None, limit: int, offset: int) -> Part[Item]:
    """A slice of a list that is held whole, in its own order or by a field: what has none of it comes last."""
    found = list(items)
    if sort is not None:
        name = sort.removeprefix("-")
        known = [item for item in found if getattr(item, name) is not None]
        known.sort(key=lambda item: getattr(item, name), reverse=sort.startswith("-"))
        found = known + [item for item in found if getattr(item, name) is None]
    return Part(len(found), tuple(found[offset : offset + limit]))


def _page(found: Part[Item], offset: int, view: Callable[[Item], View]) -> Page[View]:
    shown = tuple(map(view, found.items))
    after = offset + len(shown)
    return Page(found.total, offset, after if shown and after < found.total else None, shown)
