"""The search index: scripts small enough to be loaded when a query needs them, since a page from disk may not fetch.

Everything that can be found is an entry. Entries come in blocks, blocks in volumes, both cut by what stands in them
(`runs.py`) and named by it: one document more writes its own blocks and its volume anew, and leaves the rest as it was.

- `e/NN/NAME.js`: a block, in whose entries the page checks every hit.

Of each volume, whose entries are numbered through, there are in a folder of its name

- `g0.js`, `g1.js` …: for every term (`terms.py`) the entries that hold it, as differences; a term's first character
  says in which of the volume's scripts it stands,
- `n0.js`, `n1.js` …: for every unit the figures in it, and for `period` the years of figures; a unit with many figures
  has a script of its own,
- `b.js`: its blocks in order, each with its name and how many entries it holds.

`head.js` names the volumes and says how many of each there are. One index serves both languages. No more than one volume is held in memory.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, pairwise

from yanchao.atlas import caps, naming, paths
from yanchao.atlas.evidence import rank_name
from yanchao.atlas.facts import NAMED, Facts, grouped
from yanchao.atlas.figures import english_units, last_year, period_words, show
from yanchao.atlas.language import Language, Text, both
from yanchao.atlas.page import Script, put
from yanchao.atlas.pieces import LONGEST, Piece, pieces
from yanchao.atlas.runs import Lengths, runs
from yanchao.atlas.terms import fold, terms
from yanchao.audit.rule import rules
from yanchao.ledger.ledger import DocumentCard, Stated
from yanchao.ledger.things import Asked
from yanchao.quick import dataclass
from yanchao.statements.statement import Kind

BLOCK = Lengths(least=16, often=16, most=64)
"""Entries of a block: some 10 kB."""

VOLUME = Lengths(least=128, often=128, most=512)
"""Blocks of a volume. Smaller ones would leave more as it was, and a rare word would have more scripts loaded."""

POSTINGS = 8000
"""How many places a script of terms holds, about: 30 kB of it."""

MANY = 500
"""Figures of a unit that has a script of its own."""

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
        postings = _postings(volume)
        count = _shards(postings)
        numbers = _apart(_numbers(volume))
        volumes.append({"name": name, "shards": count, "numbers": [list(some) for some in numbers]})
        for shard, terms_of in enumerate(_sharded(postings, count)):
            yield _script(f"search/{name}/g{shard}", terms_of)
        for part, some in enumerate(numbers):
            yield _script(f"search/{name}/n{part}", some)
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


def _postings(volume: Iterable[Entry]) -> dict[str, list[int]]:
    """For each term the entries that hold it, each as its distance from the one before."""
    found: dict[str, list[int]] = {}
    for number, entry in enumerate(volume):
        for term in sorted(set(terms(entry.folded))):
            found.setdefault(term, []).append(number)
    return {term: _distances(found[term]) for term in sorted(found)}


def _distances(numbers: list[int]) -> list[int]:
    return [numbers[0], *(after - before for before, after in pairwise(numbers))]


def _shards(postings: Mapping[str, list[int]]) -> int:
    return max(1, min(256, sum(map(len, postings.values())) // POSTINGS))


def _sharded(postings: Mapping[str, list[int]], count: int) -> list[dict[str, list[int]]]:
    shards: list[dict[str, list[int]]] = [{} for _ in range(count)]
    for term, numbers in postings.items():
        shards[ord(term[0]) % count][term] = numbers
    return shards


Numbers = dict[str, tuple[list[int], list[float]]]


def _apart(numbers: Numbers) -> list[Numbers]:
    """What is loaded together: units with many figures each for itself, the others."""
    large = {unit for unit, (held, _) in numbers.items() if len(held) >= MANY}
    rest = {unit: held for unit, held in numbers.items() if unit not in large}
    return [*({unit: numbers[unit]} for unit in sorted(large)), *([rest] if rest else [])]


def _numbers(volume: Iterable[Entry]) -> Numbers:
    """For each unit the entries and their values; for `period` the entries and their years."""
    found: Numbers = {}
    for number, entry in enumerate(volume):
        for unit, value in ((entry.unit, entry.value), ("period", entry.year)):
            if value is not None:
                numbers, values = found.setdefault(unit, ([], []))
                numbers.append(number)
                values.append(value)
    return {unit: (_distances(numbers), values) for unit, (numbers, values) in sorted(found.items())}


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
        yield Entry("finding", title, source, finding.relation, facts.document_path(card.id, finding.start))
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
    places = [facts.region_name(statement.region)] if statement.region else []
    places += [facts.cluster_name(statement.cluster)] if statement.cluster else []

    def title(language: Language) -> str:
        shown = show(quantity.value, quantity.unit, statement.kind, language, comparator=quantity.comparator)
        return " · ".join(part for part in (statement.subject, statement.measure, str(shown)) if part)

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
