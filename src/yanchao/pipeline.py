"""The one place that strings the stages together: sources in, a ledger with findings, exports and an atlas out.

Each stage is a plain function over plain data; nothing here knows how a figure is read or a page is drawn. What
can be streamed is streamed: one document at a time is read, extracted and handed on, the audit holds a batch of
them, and the ledger takes them all. A source that fails is collected and named; the others are built. What an earlier build
in the same folder has read of the same bytes under the same name is taken over, and not read again.
"""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from yanchao.errors import SourceError, UsageError, YanchaoError
from yanchao.ledger.earlier import Kept
from yanchao.quick import dataclass

if TYPE_CHECKING:
    from yanchao.audit.finding import Finding
    from yanchao.audit.recorded import Records
    from yanchao.audit.silence import Silence
    from yanchao.documents.document import Document
    from yanchao.documents.sources import RealNames, Source
    from yanchao.ledger.earlier import Earlier, Same
    from yanchao.ledger.ledger import Ledger
    from yanchao.ledger.store import Store
    from yanchao.lexicon.lexicon import Lexicon
    from yanchao.statements.statement import Extraction

Item = TypeVar("Item")

AUDITED_TOGETHER = 128
"""How many documents the audit holds against each other; across more, the ledger shows who disagrees."""

CHARACTERS_TOGETHER = 4_000_000
"""And how many characters: what bounds the memory of a build of large documents."""

MILESTONE = 8
"""Of more documents, one in so many (a part of 16) ends a batch, by its hash: one that comes or goes moves the ends of its own
batch alone."""

FEW = 4
"""So many documents are read without starting processes for them."""

MOST_AHEAD = 1_000
"""Documents that may wait behind one that is still being read."""

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
    """What a build made: counts, the clusters that have figures, how long it took, and which sources failed.

    `taken_over` counts those of the documents that the build before had read already. `warnings` are what reading had to put
    up with, the first of them, each with its document; `more_warnings` how many others there are.
    """

    directory: Path
    documents: int
    taken_over: int
    statements: int
    findings: int
    series: int
    clusters: int
    clusters_with_figures: int
    seconds: float
    failures: tuple[SourceError, ...]
    warnings: tuple[str, ...] = ()
    more_warnings: int = 0


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
    fresh: bool = False,
    ledger_only: bool = False,
    site: str = "",
    decisions: Path | None = None,
    progress: Progress = _silently,
) -> Build:
    """Read `sources` and write the ledger, findings, exports and atlas into `directory`, as one step.

    `today` is the day on which targets are judged, by default the real one. `jobs` is how many processes read,
    extract and write pages, `language` that of `findings.json`, `site` the address on the web under which the atlas will stand, where
    that is known. Whoever looks into `directory` sees the build before or this
    one, never a mixture. What the build before has read already is taken over, unless `fresh` asks to read everything
    anew: the result is the same. With `ledger_only` the folder holds the database and nothing else, which takes a fraction of
    the time where documents are many; exports can be made from it, and the next build without it makes the rest. `decisions` is a file of
    what people decided about names (`ledger/matching/decisions.py`); it is no source.

    Raises:
        UsageError: where `directory` holds something else, `site` is no address, or not one source could be read.
        StorageError: where it cannot be written.
        PackError: where a pack breaks its schema.
    """
    from yanchao.atlas.sitemap import base
    from yanchao.clusters.keeping import keep_standings
    from yanchao.fingerprint import fingerprint
    from yanchao.ledger.derived import derive, row
    from yanchao.ledger.earlier import earlier
    from yanchao.ledger.known import Known
    from yanchao.ledger.ledger import Ledger
    from yanchao.ledger.matching.decisions import NONE, read_decisions
    from yanchao.ledger.replacing import replacing
    from yanchao.ledger.schema import TABLES
    from yanchao.ledger.store import MEMORY, Store
    from yanchao.lexicon.bundled import folder_of
    from yanchao.lexicon.lexicon import load
    from yanchao.version import __version__

    started = time.monotonic()
    site = site and base(site)
    day = today or date.today()
    folders = [folder_of(pack) for pack in packs]
    lexicon = load(folders)
    made = NONE if decisions is None else read_decisions(decisions)
    failures: list[SourceError] = []
    with replacing(Path(directory)) as building:
        before = earlier(Path(directory))
        with (
            Store(
                building,
                lexicon,
                reader=fingerprint(folders, site),
                earlier=None if fresh else before,
                layering=ledger_only,
                decisions=made,
            ) as store,
            Known(store, before) as known,
        ):
            found = _found(
                sources,
                folders,
                failures.append,
                stdin=stdin,
                jobs=jobs,
                progress=progress,
                leaving_out=(Path(directory), *([decisions] if decisions else [])),
                taking=everything,
                known=known.known,
            )
            documents = taken_over = 0
            for batch in _audited_together(_new(known.stamp(found), store)):
                documents += len(batch)
                taken_over += sum(isinstance(each, Kept) for each in batch)
                _audit(batch, lexicon, store)
            if not documents:
                raise NothingToBuildError(failures)
            progress("reconciling", documents, "")
            same = store.reconcile(__version__, day)
            with Ledger(building, memory=MEMORY) as ledger:
                keep_standings(store, ledger, lexicon, same.owners)
                store.add_rows("derived", (row(it, lexicon) for it in derive(ledger, lexicon, same.derived)))
            store.finish(() if ledger_only else TABLES)
        progress("publishing", documents, "")
        with Ledger(building, for_many=True) as ledger:
            statements, findings, series = next(ledger.each_row(_COUNTS))
            warned = list(ledger.each_row(_WARNINGS))
            of_clusters = {cluster for (cluster,) in ledger.each_row("SELECT DISTINCT cluster FROM series")}
            if not ledger_only:
                _publish(
                    ledger,
                    lexicon,
                    building,
                    language,
                    site,
                    before,
                    same if store.has_earlier else None,
                    jobs,
                    folders,
                )
    return Build(
        directory=Path(directory),
        documents=documents,
        taken_over=taken_over,
        statements=statements,
        findings=findings,
        series=series,
        clusters=len(lexicon.clusters),
        clusters_with_figures=len(of_clusters & set(lexicon.clusters)),
        seconds=time.monotonic() - started,
        failures=tuple(failures),
        warnings=tuple(f"{uri}: {warning}" for uri, warning, _ in warned),
        more_warnings=warned[0][2] - len(warned) if warned else 0,
    )


MOST_WARNINGS = 50
"""Warnings that a build tells; each document's page has all of its own."""

_WARNINGS = f"""
    SELECT uri, warning, count(*) OVER () FROM (
        SELECT uri, unnest(warnings) AS warning, generate_subscripts(warnings, 1) AS number FROM documents
        WHERE len(warnings) > 0
    ) ORDER BY uri, number LIMIT {MOST_WARNINGS}
"""  # noqa: S608 - a number of our own

_COUNTS = """
    SELECT (SELECT count(*) FROM statements), (SELECT count(*) FROM findings), (SELECT count(*) FROM series)
"""


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
    return (
        found
        for found in _found(
            given,
            packs,
            failed,
            stdin=stdin,
            jobs=jobs,
            progress=progress,
            leaving_out=() if leaving_out is None else (leaving_out,),
            taking=taking,
            known=_as_given,
        )
        if not isinstance(found, Kept)
    )


Asked = Callable[["Source"], "Source | Kept | Extraction | SourceError"]
"""Says of a source whether an earlier build has it: the document, all that it states where that is to be put into the ledger
anew, the source where it is to be read, or why it cannot be."""


def _as_given(source: Source) -> Source:
    return source


def _found(
    given: Sequence[str],
    packs: Sequence[Path | str],
    failed: Callable[[SourceError], object],
    *,
    stdin: BinaryIO | None,
    jobs: int,
    progress: Progress,
    leaving_out: Sequence[Path],
    taking: Callable[[Document, Lexicon], Extraction],
    known: Asked,
) -> Iterator[Extraction | Kept]:
    from yanchao.documents.sources import RealNames, expand

    real = RealNames()
    hidden = tuple(os.path.join(os.path.realpath(path), "") for path in leaving_out)  # noqa: PTH118

    def sources() -> Iterator[Source | Kept | Extraction | SourceError]:
        for source in expand(given, stdin=stdin, real=real):
            if isinstance(source, SourceError):
                yield source
            elif not hidden or not _lies_in(source.uri, hidden, real):
                yield known(source)

    done = 0
    for outcome in _outcomes(sources(), packs, jobs, taking):
        if isinstance(outcome, SourceError):
            failed(outcome)
            continue
        done += 1
        progress("reading", done, _uri(outcome))
        yield outcome


def _lies_in(uri: str, hidden: tuple[str, ...], real: RealNames) -> bool:
    """Whether a source is one of the files and folders, whose names end in a slash, or lies in one."""
    try:
        return uri != "-" and "://" not in uri and f"{real.of(uri)}{os.sep}".startswith(hidden)
    except (OSError, ValueError):
        return False


def batches(
    items: Iterable[Item],
    weigh: Callable[[Item], int],
    *,
    most: int,
    heaviest: int,
    is_last: Callable[[Item], bool] = lambda _: False,
) -> Iterator[list[Item]]:
    """The items in lists: a list ends with `most` items, with the one that makes it `heaviest` or more, or with a last one."""
    batch: list[Item] = []
    weight = 0
    for item in items:
        batch.append(item)
        weight += weigh(item)
        if len(batch) >= most or weight >= heaviest or is_last(item):
            yield batch
            batch, weight = [], 0
    if batch:
        yield batch


def _outcomes(
    sources: Iterable[Source | Kept | Extraction | SourceError],
    packs: Sequence[Path | str],
    jobs: int,
    taking: Callable[[Document, Lexicon], Extraction],
) -> Iterator[Extraction | Kept | SourceError]:
    """What becomes of each source, in their order; what is no source to be read is passed on as it is.

    Processes are started once more than `FEW` are to be read: to start them takes longer than to read a few.
    """
    from yanchao.documents.sources import STDIN, Source

    read = partial(_read_and_extract, packs=packs, taking=taking)
    if jobs <= 1:
        for source in sources:
            yield read(source) if isinstance(source, Source) else source
        return
    from collections import deque
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    ahead: deque[Source | Kept | SourceError | Extraction | Future[Extraction | SourceError]] = deque()
    unread = 0
    pool: ProcessPoolExecutor | None = None

    def next_outcome() -> Extraction | Kept | SourceError:
        nonlocal unread
        item = ahead.popleft()
        unread -= isinstance(item, Source | Future)
        if isinstance(item, Source):
            return read(item)
        return item.result() if isinstance(item, Future) else item

    def is_there() -> bool:
        return ahead[0].done() if isinstance(ahead[0], Future) else not isinstance(ahead[0], Source)

    try:
        for source in sources:
            if not isinstance(source, Source):
                if not ahead:
                    yield source
                    continue
                ahead.append(source)
            elif source.uri == STDIN:  # a stream cannot be handed to another process
                ahead.append(read(source))
            else:
                unread += 1
                if pool is None and unread > FEW:
                    context = get_context("spawn")
                    pool = ProcessPoolExecutor(
                        jobs, mp_context=context, initializer=_leave_interrupts_to_parent
                    )
                    ahead = deque(
                        pool.submit(read, item) if isinstance(item, Source) else item for item in ahead
                    )
                ahead.append(source if pool is None else pool.submit(read, source))
            while ahead and (is_there() or unread > AHEAD * jobs or len(ahead) > MOST_AHEAD):
                yield next_outcome()
        while ahead:
            yield next_outcome()
    except BrokenProcessPool as error:
        raise YanchaoError("a process that reads was ended from outside; try again with --jobs 1") from error
    finally:
        if pool is not None:
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


def _new(found: Iterable[Extraction | Kept], store: Store) -> Iterator[Extraction | Kept]:
    """What the store has not kept yet: the same bytes under two names are one document."""
    return (each for each in found if (store.keep(each) if isinstance(each, Kept) else store.add(each)))


def _audited_together(found: Iterable[Extraction | Kept]) -> Iterator[list[Extraction | Kept]]:
    """The documents in lists that are held against each other: all, or where they are too many, from one milestone to the next."""
    lists = partial(batches, weigh=_length, most=AUDITED_TOGETHER, heaviest=CHARACTERS_TOGETHER)
    rest = iter(found)
    first = next(lists(rest), [])
    beyond = next(rest, None)
    if beyond is None:
        if first:
            yield first
        return
    yield from lists(chain(first, [beyond], rest), is_last=_is_milestone)


def _is_milestone(found: Extraction | Kept) -> bool:
    return int(_id(found)[7], 16) % MILESTONE == 0


def _length(found: Extraction | Kept) -> int:
    return found.characters if isinstance(found, Kept) else len(found.document.text)


def _id(found: Extraction | Kept) -> str:
    return found.id if isinstance(found, Kept) else found.document.id


def _uri(found: Extraction | Kept) -> str:
    return found.uri if isinstance(found, Kept) else found.document.uri


def _audit(batch: Sequence[Extraction | Kept], lexicon: Lexicon, store: Store) -> None:
    """Hold the documents of a batch against each other, unless an earlier build held these very ones."""
    from yanchao.audit.audit import audit
    from yanchao.ledger.store import fingerprint

    by_uri = {_uri(each): _id(each) for each in batch}
    whole = fingerprint(by_uri)
    if all(isinstance(each, Kept) and each.together == whole for each in batch):
        return
    read = store.figures_earlier(each.id for each in batch if isinstance(each, Kept))
    seen = audit([read[each.id] if isinstance(each, Kept) else each for each in batch], lexicon)
    store.add_audit(
        by_uri,
        seen.findings,
        ((by_uri[one.document], len(one.related), len(one.unrelated)) for one in seen.coverage),
    )


def _publish(
    ledger: Ledger,
    lexicon: Lexicon,
    directory: Path,
    language: str,
    site: str,
    replaced: Earlier | None,
    same: Same | None,
    jobs: int,
    packs: Sequence[Path],
) -> None:
    """Write exports, findings, news and pages.

    What is the same in the build that is `replaced` is that one's very file; `same` is what that one says alike, None where
    nothing of it was taken over.
    """
    from yanchao.atlas.facts import Facts
    from yanchao.atlas.site import publish
    from yanchao.atlas.unchanged import unchanged
    from yanchao.clusters import news
    from yanchao.ledger.earlier import link, link_all, same_tables
    from yanchao.ledger.exports import export_all
    from yanchao.ledger.known import STAMPS
    from yanchao.ledger.replacing import MARK
    from yanchao.ledger.schema import TABLES
    from yanchao.ledger.storing import storing

    earlier = None if replaced is None else replaced.directory
    with storing(directory / FINDINGS):
        _write_findings(ledger, directory / FINDINGS, language)
    with storing(directory / news.NEWS):
        news.write(news.news(earlier, ledger), directory)
    taken = replaced if same is not None else None
    same_as_before = same_tables(taken, directory) if taken is not None else frozenset()
    if (
        taken is not None
        and len(same_as_before) == len(TABLES)
        and link_all(taken, directory, (FINDINGS, news.NEWS, MARK, STAMPS))
    ):
        return
    export_all(ledger, directory, EXPORTS, site or "../", taken, same_as_before)
    standing: frozenset[str] = frozenset()
    if taken is not None and same is not None:
        standing = link(taken, directory, unchanged(same, Facts(ledger, lexicon, directory)))
    publish(ledger, lexicon, directory, site=site, standing=standing, earlier=earlier, jobs=jobs, packs=packs)


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
