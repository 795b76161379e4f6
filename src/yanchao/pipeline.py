"""The one place that strings the stages together: sources in, a ledger with findings, exports and an atlas out.

Each stage is a plain function over plain data; nothing here knows how a figure is read or a page is drawn. What
can be streamed is streamed: one document at a time is read, extracted and handed on, the audit holds a batch of
them, and the ledger takes them all. A source that fails is collected and named; the others are built.
"""

from __future__ import annotations

import json
import signal
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from yanchao.errors import SourceError, UsageError, YanchaoError
from yanchao.quick import dataclass

if TYPE_CHECKING:
    from yanchao.audit.finding import Finding
    from yanchao.audit.recorded import Records
    from yanchao.audit.silence import Silence
    from yanchao.documents.document import Document
    from yanchao.documents.sources import Source
    from yanchao.ledger.ledger import Ledger
    from yanchao.ledger.store import Store
    from yanchao.lexicon.lexicon import Lexicon
    from yanchao.statements.statement import Extraction

Item = TypeVar("Item")

AUDITED_TOGETHER = 128
"""How many documents the audit holds against each other; across more, the ledger shows who disagrees."""

CHARACTERS_TOGETHER = 4_000_000
"""And how many characters: what bounds the memory of a build of large documents."""

AHEAD = 4
"""How many documents each process may read ahead of what is needed."""

FINDINGS = "findings.json"
EXPORTS = "exports"

Progress = Callable[[str, int, str], None]
"""Told what is being done, how many are done, and to what: `("reading", 12, "reports/2026.pdf")`."""


def _silently(stage: str, done: int, what: str) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True, slots=True)
class Build:
    """What a build made: counts, the clusters that have figures, how long it took, and which sources failed."""

    directory: Path
    documents: int
    statements: int
    findings: int
    series: int
    clusters: int
    clusters_with_figures: int
    seconds: float
    failures: tuple[SourceError, ...]


def read(source: str | Path | bytes, *, uri: str | None = None) -> Document:
    """Read one source: a file name, `-`, an http(s) address, or the bytes themselves.

    Raises:
        SourceError: one line that says what is wrong with the source, and where.
    """
    from yanchao.documents.reading import read

    return read(source, uri=uri)


def extract(document: Document | str | Path, lexicon: Lexicon | None = None) -> Extraction:
    """The statements and mentions of a document, or of a source that is read first."""
    from yanchao.documents.document import Document
    from yanchao.lexicon.lexicon import load
    from yanchao.statements.extraction import extract

    whole = document if isinstance(document, Document) else read(document)
    return extract(whole, lexicon or load())


def everything(document: Document, lexicon: Lexicon) -> Extraction:
    """A document's statements and mentions: what a build keeps."""
    from yanchao.statements.extraction import extract

    return extract(document, lexicon)


def figures_alone(document: Document, lexicon: Lexicon) -> Extraction:
    """A document's statements without its mentions: what an audit needs."""
    from yanchao.statements.extraction import extract_statements

    return extract_statements(document, lexicon)


def check(
    *documents: Document | str | Path,
    lexicon: Lexicon | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    against: Path | str | None = None,
) -> tuple[Finding, ...]:
    """The findings of one or more documents (or sources, which are read first), held against each other.

    `against` is the folder of an earlier build, whose ledger they are held against too. Those that their author
    silenced (`silences`) are left out.

    Raises:
        SourceError: where a source, or a file of silences beside it, cannot be read.
        UsageError: where `select` or `ignore` names no rule, or `against` holds no ledger that can be read.
    """
    from yanchao.audit.audit import audit
    from yanchao.documents.document import Document
    from yanchao.lexicon.lexicon import load

    known = lexicon or load()
    wholes = [each if isinstance(each, Document) else read(each) for each in documents]
    found = [figures_alone(whole, known) for whole in wholes]
    records = None if against is None else on_record(found, known, against)
    silent = silences(wholes)
    return audit(found, known, select=select, ignore=ignore, silences=silent, records=records).findings


def on_record(found: Sequence[Extraction], lexicon: Lexicon, directory: Path | str) -> Records:
    """What the ledger of an earlier build in `directory` has for the figures of these documents.

    Raises:
        UsageError: where the folder holds no ledger that this yanchao can read, or one without figures.
    """
    from yanchao.ledger.ledger import Ledger
    from yanchao.ledger.recall import recall

    with Ledger(Path(directory)) as ledger:
        return recall(found, lexicon, ledger)


def silences(documents: Sequence[Document]) -> tuple[Silence, ...]:
    """What the authors of these documents silenced: in the texts, and in a file `.yanchao-ignore` beside them.

    Only what lies on this machine is asked: a page from the web has no say in what is found in it.

    Raises:
        SourceError: where a file of silences cannot be read.
    """
    from yanchao.audit.ignore_file import NAME, silences_in
    from yanchao.audit.silence import silences
    from yanchao.documents.reading import parse
    from yanchao.documents.sources import from_file

    local = [document for document in documents if "://" not in document.uri]
    found = [silence for document in local for silence in silences(document)]
    folders: dict[Path, list[Document]] = {}
    for document in local:
        if document.uri != "-":
            folders.setdefault(Path(document.uri).parent, []).append(document)
    for folder, texts in folders.items():
        path = folder / NAME
        if not path.is_file():
            continue
        content = from_file(path).load()
        if content.data.strip():
            names = [entry.name for entry in folder.iterdir()]
            found += silences_in(parse(content, str(path)), texts, names)
    return tuple(found)


def build(
    sources: Sequence[str],
    directory: Path | str,
    *,
    packs: Sequence[Path | str] = (),
    stdin: BinaryIO | None = None,
    jobs: int = 1,
    today: date | None = None,
    language: str = "zh",
    site: str = "",
    progress: Progress = _silently,
) -> Build:
    """Read `sources` and write the ledger, findings, exports and atlas into `directory`, as one step.

    `today` is the day on which targets are judged, by default the real one. `jobs` is how many processes read
    and extract, `language` that of `findings.json`, `site` the address on the web under which the atlas will stand, where
    that is known. Whoever looks into `directory` sees the build before or this
    one, never a mixture.

    Raises:
        UsageError: where `directory` holds something else, `site` is no address, or not one source could be read.
        StorageError: where it cannot be written.
        PackError: where a pack breaks its schema.
    """
    from yanchao.atlas.sitemap import base
    from yanchao.ledger.ledger import Ledger
    from yanchao.ledger.replacing import replacing
    from yanchao.ledger.store import Store
    from yanchao.lexicon.lexicon import load
    from yanchao.version import __version__

    started = time.monotonic()
    site = site and base(site)
    day = today or date.today()
    lexicon = load(packs)
    failures: list[SourceError] = []
    with replacing(Path(directory)) as building:
        with Store(building, lexicon) as store:
            found = extractions(
                sources,
                packs,
                failures.append,
                stdin=stdin,
                jobs=jobs,
                progress=progress,
                leaving_out=Path(directory),
            )
            statements = findings = documents = 0
            new = _new(found, store)
            for batch in batches(new, _length, most=AUDITED_TOGETHER, heaviest=CHARACTERS_TOGETHER):
                documents += len(batch)
                statements += sum(len(extraction.statements) for extraction in batch)
                findings += _audit(batch, lexicon, store)
            if not documents:
                raise NothingToBuildError(failures)
            progress("reconciling", documents, "")
            series, with_figures = _judge(store, lexicon, day)
            store.finish(__version__, day)
        progress("publishing", documents, "")
        with Ledger(building) as ledger:
            _publish(ledger, lexicon, building, language, site)
    return Build(
        directory=Path(directory),
        documents=documents,
        statements=statements,
        findings=findings,
        series=series,
        clusters=len(lexicon.clusters),
        clusters_with_figures=with_figures,
        seconds=time.monotonic() - started,
        failures=tuple(failures),
    )


class NothingToBuildError(UsageError):
    """Not one source could be read; `failures` says why of each. What stood in the folder before still stands."""

    def __init__(self, failures: Sequence[SourceError]) -> None:
        self.failures = tuple(failures)
        super().__init__("nothing was built: no source could be read")


def extractions(
    given: Sequence[str],
    packs: Sequence[Path | str],
    failed: Callable[[SourceError], object],
    *,
    stdin: BinaryIO | None = None,
    jobs: int = 1,
    progress: Progress = _silently,
    leaving_out: Path | None = None,
    taking: Callable[[Document, Lexicon], Extraction] = everything,
) -> Iterator[Extraction]:
    """What each source states, in the order in which the sources were given; `failed` is told of each that fails.

    `taking` says what is taken out of each document: `everything`, or `figures_alone`.

    What lies in `leaving_out` is no source: a build does not read its own pages. With several `jobs`, processes read ahead by a few documents; the order, and so the result, stays the same.
    """
    from yanchao.documents.sources import expand

    def sources() -> Iterator[Source]:
        for source in expand(given, stdin=stdin):
            if isinstance(source, SourceError):
                failed(source)
            elif leaving_out is None or not _lies_in(source.uri, leaving_out):
                yield source

    done = 0
    for outcome in _outcomes(sources(), packs, jobs, taking):
        if isinstance(outcome, SourceError):
            failed(outcome)
            continue
        done += 1
        progress("reading", done, outcome.document.uri)
        yield outcome


def _lies_in(uri: str, folder: Path) -> bool:
    try:
        return uri != "-" and "://" not in uri and Path(uri).resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError):
        return False


def batches(
    items: Iterable[Item], weigh: Callable[[Item], int], *, most: int, heaviest: int
) -> Iterator[list[Item]]:
    """The items in lists: a list ends with `most` items, or with the one that makes it `heaviest` or more."""
    batch: list[Item] = []
    weight = 0
    for item in items:
        batch.append(item)
        weight += weigh(item)
        if len(batch) >= most or weight >= heaviest:
            yield batch
            batch, weight = [], 0
    if batch:
        yield batch


def _outcomes(
    sources: Iterator[Source],
    packs: Sequence[Path | str],
    jobs: int,
    taking: Callable[[Document, Lexicon], Extraction],
) -> Iterator[Extraction | SourceError]:
    if jobs <= 1:
        yield from (_read_and_extract(source, packs, taking) for source in sources)
        return
    from collections import deque
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    context = get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_leave_interrupts_to_parent) as pool:
        ahead: deque[Future[Extraction | SourceError]] = deque()
        try:
            for source in sources:
                if source.uri == "-":  # a stream cannot be handed to another process
                    while ahead:
                        yield ahead.popleft().result()
                    yield _read_and_extract(source, packs, taking)
                    continue
                ahead.append(pool.submit(_read_and_extract, source, packs, taking))
                if len(ahead) > AHEAD * jobs:
                    yield ahead.popleft().result()
            while ahead:
                yield ahead.popleft().result()
        except BrokenProcessPool as error:
            raise YanchaoError(
                "a process that reads was ended from outside; try again with --jobs 1"
            ) from error
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _leave_interrupts_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _read_and_extract(
    source: Source, packs: Sequence[Path | str], taking: Callable[[Document, Lexicon], Extraction]
) -> Extraction | SourceError:
    from yanchao.documents.reading import read
    from yanchao.lexicon.lexicon import load

    try:
        return taking(read(source), load(packs))
    except SourceError as error:
        return error


def _length(extraction: Extraction) -> int:
    return len(extraction.document.text)


def _new(found: Iterable[Extraction], store: Store) -> Iterator[Extraction]:
    """What the store has not kept yet: the same bytes under two names are one document."""
    return (extraction for extraction in found if store.add(extraction))


def _audit(batch: Sequence[Extraction], lexicon: Lexicon, store: Store) -> int:
    from yanchao.audit.audit import audit

    seen = audit(batch, lexicon)
    by_uri = {extraction.document.uri: extraction.document.id for extraction in batch}
    store.add_findings(seen.findings)
    for coverage in seen.coverage:
        store.add_coverage(by_uri[coverage.document], len(coverage.related), len(coverage.unrelated))
    return len(seen.findings)


def _judge(store: Store, lexicon: Lexicon, today: date) -> tuple[int, int]:
    """Reconcile, hold targets against actuals, keep the standings; how many series, how many clusters with any."""
    from yanchao.clusters.keeping import standing_rows, target_rows
    from yanchao.clusters.standings import judge

    count = 0
    of_clusters = []
    for series in store.reconcile():
        count += 1
        if series.key.cluster is not None:
            of_clusters.append(series)
    standings = judge(of_clusters, lexicon, today, store.doubted)
    store.add_rows("standings", standing_rows(standings))
    store.add_rows("targets", target_rows(standings, lexicon))
    return count, len({series.key.cluster for series in of_clusters} & set(lexicon.clusters))


def _publish(ledger: Ledger, lexicon: Lexicon, directory: Path, language: str, site: str) -> None:
    from yanchao.atlas.site import publish
    from yanchao.ledger.exports import exports
    from yanchao.ledger.storing import storing

    (directory / EXPORTS).mkdir()
    for export in exports().values():
        if export.file is not None:
            export.write(ledger, directory / EXPORTS / export.file)
    with storing(directory / FINDINGS):
        _write_findings(ledger, directory / FINDINGS, language)
    publish(ledger, lexicon, directory, site=site)


def _write_findings(ledger: Ledger, path: Path, language: str) -> None:
    """All findings as `yanchao check --format json` writes them, one document at a time."""
    from yanchao.audit.audit import Audit
    from yanchao.audit.report import render

    found: list[object] = []
    for card in sorted(ledger.documents(), key=lambda card: card.uri):
        if card.findings:
            audit = Audit(ledger.findings(document=card.id), (), ())
            found += json.loads(render(audit, [ledger.document(card.id)], "json", language=language))
    path.write_text(
        json.dumps(found, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", errors="replace"
    )
