"""The search index: scripts small enough to be loaded when a query needs them, since a page from disk may not fetch.

Everything that can be found is an entry. Entries come in blocks, blocks in volumes, both cut by what stands in them
(`runs.py`) and named by it: one document more writes its own blocks and its volume anew, and leaves the rest as it was.

- `e/NN/NAME.js`: a block, in whose entries the page checks every hit.

Of each volume, whose entries are numbered through, there are in a folder of its name

- `t0.js`, `t1.js` …: for every term (`terms.py`) the entries that hold it (`postings.py`), the terms in order,
- `n0.js`, `n1.js` …: for every unit its values in order and the entries of figures with that value, and for `period` their years,
- `b.js`: its blocks in order, each with its name and how many entries it holds.

`head.js` names the volumes and says with which term each script of terms begins, and from where to where its figures go: so a page knows
beforehand all that a query needs, and loads it at once. One index serves both languages. No more than one volume is held in memory.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from itertools import chain, groupby

from yanchao.atlas import caps, naming, paths
from yanchao.atlas.evidence import rank_name
from yanchao.atlas.facts import NAMED, Facts, grouped
from yanchao.atlas.figures import english_units, last_year, period_words, show
from yanchao.atlas.language import Language, Text, both
from yanchao.atlas.page import Script, put
from yanchao.atlas.pieces import LONGEST, Piece, pieces
from yanchao.atlas.postings import Line, cut, numbers, value_key, written
from yanchao.atlas.runs import Lengths, runs
from yanchao.atlas.terms import fold, terms
from yanchao.audit.rule import rules
from yanchao.ledger.ledger import DocumentCard, Stated
from yanchao.ledger.things import Asked
from yanchao.quick import dataclass
from yanchao.statements.statement import Kind

BLOCK = Lengths(least=32, often=32, most=128)
"""Entries of a block: some 25 kB. Hits that stand near each other share one, and a browser takes it as fast as a smaller one."""

VOLUME = Lengths(least=640, often=192, most=1280)
"""Blocks of a volume: some 2,500 pages. Smaller ones would leave more as it was, and every query would have more scripts loaded."""

TERMS, VALUES = 24_000, 64_000
"""Characters that a script of terms and one of figures hold, about. A query needs one script of each of its terms, and all of the
figures that it asks for; in a browser a script more costs as much as some 50 kB more in one."""

NOTHING = Text("", "")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found: a heading, what it is about, the words of a source, and the way there.

    A figure has its `value` in its base `unit`, and the `year` in which its period ends.
    """

    kind: str
    title: Text
    about: Text
    words: str
    path: str
    unit: str = ""
    value: float | None = None
    year: int | None = None

    @property
    def folded(self) -> str:
        """All that it can be found by; the page puts the same together from `row`."""
        return fold(" ".join((self.title.zh, self.title.en, self.about.zh, self.about.en, self.words)))

    @property
    def row(self) -> list[str | float | None]:
        """It as the page gets it: words in English only where they are others."""
        title_en = "" if self.title.en == self.title.zh else self.title.en
        about_en = "" if self.about.en == self.about.zh else self.about.en
        row: list[str | float | None] = [
            self.kind,
            self.title.zh,
            title_en,
            self.about.zh,
            about_en,
            self.words,
            self.path,
        ]
        return row if self.value is None else [*row, self.unit, self.value, self.year]


def scripts(facts: Facts) -> Iterator[Script]:
    """The whole index, one volume after the other."""
    volumes: list[dict[str, object]] = []
    for blocks in runs(map(_block, runs(entries(facts), _mark, BLOCK)), lambda block: block.name, VOLUME):
        for block in blocks:
            yield _script(_path(block.name), [entry.row for entry in block.entries])
        name = _named(block.name for block in blocks)
        volume = tuple(chain.from_iterable(block.entries for block in blocks))
        held = list(cut(_terms(volume), TERMS))
        figures = [_units_of(lines) for lines in cut(_values(volume), VALUES)]
        volumes.append(
            {
                "name": name,
                "terms": [lines[0].key for lines in held],
                "figures": [{unit: _span(lines) for unit, lines in some.items()} for some in figures],
            }
        )
        for part, lines in enumerate(held):
            yield _script(f"search/{name}/t{part}", written(lines))
        for part, some in enumerate(figures):
            yield _script(f"search/{name}/n{part}", {unit: written(lines) for unit, lines in some.items()})
        yield _script(f"search/{name}/b", [(block.name, len(block.entries)) for block in blocks])
    yield _script("search/head", {"volumes": volumes, **_units(facts)})


@dataclass(frozen=True, slots=True)
class Block:
    """Entries that are loaded together, under a name that comes from them."""

    name: str
    entries: tuple[Entry, ...]


def _mark(entry: Entry) -> str:
    return f"{entry.path} {entry.words}"


def _block(some: tuple[Entry, ...]) -> Block:
    return Block(_named(str(entry.row) for entry in some), some)


def _named(parts: Iterable[str]) -> str:
    return hashlib.blake2b("\n".join(parts).encode("utf-8", "replace"), digest_size=8).hexdigest()


def _path(block: str) -> str:
    """Where a block lies: spread over folders, since a large site has a hundred thousand of them."""
    return f"search/e/{block[:2]}/{block[2:]}"


def _script(name: str, value: object) -> Script:
    return Script(f"assets/{name}.js", put(name, value))


def _terms(volume: Iterable[Entry]) -> Iterator[Line]:
    """For each term the entries that hold it, in the order in which a browser compares words."""
    found: dict[str, list[int]] = {}
    for number, entry in enumerate(volume):
        for term in set(terms(entry.folded)):
            found.setdefault(term, []).append(number)
    for term in sorted(found, key=_utf16):
        yield Line(term, numbers(found[term]))


def _utf16(term: str) -> bytes:
    return term.encode("utf-16-be", "surrogatepass")


def _values(volume: Iterable[Entry]) -> Iterator[Line]:
    """For each unit its values and the entries that have them, the least first; of `period` the years."""
    found: dict[tuple[str, float], list[int]] = {}
    for number, entry in enumerate(volume):
        for unit, value in ((entry.unit, entry.value), ("period", entry.year)):
            if value is not None:
                found.setdefault((unit, value), []).append(number)
    for unit, value in sorted(found):
        yield Line(value_key(value), numbers(found[unit, value]), unit)


def _units_of(lines: Iterable[Line]) -> dict[str, list[Line]]:
    return {unit: list(some) for unit, some in groupby(lines, key=lambda line: line.unit)}


def _span(lines: list[Line]) -> tuple[float, float]:
    return float(lines[0].key), float(lines[-1].key)


def _units(facts: Facts) -> dict[str, object]:
    """How a reader may write a unit: as the packs read it and as the pages write it; and which are money."""
    written = {unit.text: (unit.unit, float(unit.factor)) for unit in facts.lexicon.units.values()}
    for counter in facts.lexicon.counters.values():
        written.setdefault(counter.text, (counter.unit or f"count:{counter.text}", 1.0))
    written |= {words: (unit, float(size)) for words, (unit, size) in english_units().items()}
    money = {unit.unit for unit in facts.lexicon.units.values() if unit.dimension == "money"}
    return {
        "units": {fold(words): pair for words, pair in sorted(written.items()) if words},
        "money": sorted(money),
    }


def entries(facts: Facts) -> Iterator[Entry]:
    """Everything that can be found: what has a page of its own first, then the documents, the newest first."""
    for cluster in facts.clusters:
        words = " ".join(cluster.aliases)
        yield Entry("cluster", facts.cluster_name(cluster.id), NOTHING, words, paths.cluster(cluster.id))
    yield from _measures(facts)
    for plan in facts.lexicon.plans.values():
        yield Entry("plan", Text(plan.title, plan.title_en), NOTHING, "", paths.plan(plan.id))
    yield from _names(facts)
    for name in sorted(facts.sources_shown):
        rank = rank_name(facts.sources[name].rank)
        yield Entry("source", both(name), rank, "", paths.source(name))
    for rule in rules():
        title = Text(rule.title_zh, rule.title)
        yield Entry("rule", both(f"{rule.code} {rule.name}"), title, "", paths.rule(rule.code))
    for card in facts.cards:
        title = both(facts.document_title(card.id))
        about = both(f"{card.publisher or ''} {card.published or ''}".strip())
        yield Entry("document", title, about, "", paths.document(card.id))
    for card in facts.cards:
        yield from _of_document(facts, card)


def _measures(facts: Facts) -> Iterator[Entry]:
    measures = [id for id in facts.measures if id in facts.measures_shown]
    measures.sort(key=lambda id: id not in facts.lexicon.measures)
    for id in measures[: caps.SEARCHED_NAMES]:
        listed = facts.lexicon.measures.get(id)
        name = Text(listed.name, listed.name_en) if listed else both(id)
        aliases = " ".join(listed.aliases) if listed else ""
        yield Entry("measure", name, NOTHING, aliases, paths.measure(id))


def _names(facts: Facts) -> Iterator[Entry]:
    """Places and everything else that documents name, each once, whatever its roles."""
    for roles, kind, most in ((naming.PLACES, "place", caps.SEARCHED_NAMES), (NAMED, "name", caps.NAMES)):
        found = naming.things(facts, Asked(roles), most=most, sentences=0)
        for same in grouped(found, lambda thing: thing.id).values():
            ids = dict.fromkeys(id for thing in same for id in thing.clusters)
            clusters = [facts.cluster_name(id) for id in ids]
            about = Text("、".join(each.zh for each in clusters), ", ".join(each.en for each in clusters))
            yield Entry(kind, same[0].name, about, "", same[0].path or paths.PLACES)


def _of_document(facts: Facts, card: DocumentCard) -> Iterator[Entry]:
    """What was found wrong, every figure, and the words between the figures."""
    source = both(facts.document_title(card.id))
    whole = facts.whole(card.id)
    for finding in whole.findings:
        title = Text(
            f"{finding.rule} {finding.message}", f"{finding.rule} {finding.message_en or finding.message}"
        )
        yield Entry("finding", title, source, finding.relation, facts.place_of(card.id, finding))
    stated = iter(whole.stated)
    figure = next(stated, None)
    for piece in pieces(whole.document.blocks, whole.document.text):
        is_read = False
        while figure is not None and figure.statement.start < piece.end:
            yield _figure(facts, figure, piece if piece.start <= figure.statement.start else None)
            is_read = True
            figure = next(stated, None)
        if not is_read:
            yield Entry("passage", source, NOTHING, piece.text, paths.document(card.id))
    for left in (figure, *stated) if figure else ():
        yield _figure(facts, left, None)


def _figure(facts: Facts, stated: Stated, piece: Piece | None) -> Entry:
    statement = stated.statement
    quantity = statement.quantity
    measure = facts.word_for_measure(statement.measure or "")
    places = [facts.region_name(statement.region)] if statement.region else []
    places += [facts.cluster_name(statement.cluster)] if statement.cluster else []

    def title(language: Language) -> str:
        shown = show(quantity.value, quantity.unit, statement.kind, language, comparator=quantity.comparator)
        return " · ".join(part for part in (statement.subject, measure.into(language), str(shown)) if part)

    def about(language: Language) -> str:
        return " · ".join(
            (period_words(statement.period, language), *(each.into(language) for each in places))
        )

    return Entry(
        kind="figure",
        title=Text(*map(title, Language)),
        about=Text(*map(about, Language)),
        words=piece.text if piece else stated.quote[-LONGEST:],
        path=facts.document_path(stated.document, statement.start),
        unit="rank" if statement.kind is Kind.RANK else quantity.unit,
        value=float(quantity.value),
        year=last_year(statement.period),
    )
