"""Many sources at once: what each states, in the order in which they were given, read by several processes where that pays.

A source that fails is named and the others go on. What an earlier build has read of the same bytes under the same name is passed
on as it was kept, and not read again.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from yanchao.errors import SourceError, YanchaoError
from yanchao.ledger.earlier import Kept
from yanchao.pipeline import everything

if TYPE_CHECKING:
    from yanchao.documents.document import Document
    from yanchao.documents.sources import RealNames, Source
    from yanchao.lexicon.lexicon import Lexicon
    from yanchao.statements.statement import Extraction

FEW = 4
"""So many documents are read without starting processes for them."""

MOST_AHEAD = 1_000
"""Documents that may wait behind one that is still being read."""

AHEAD = 4
"""How many documents each process may read ahead of what is needed."""

Progress = Callable[[str, int, str], None]
"""Told what is being done, how many are done, and to what: `("reading", 12, "reports/2026.pdf")`."""


def silently(stage: str, done: int, what: str) -> None:
    """Progress that nobody watches."""


def extractions(
    given: Sequence[str],
    packs: Sequence[Path | str],
    failed: Callable[[SourceError], object],
    *,
    stdin: BinaryIO | None = None,
    jobs: int = 1,
    progress: Progress = silently,
    leaving_out: Path | None = None,
    taking: Callable[[Document, Lexicon], Extraction] = everything,
) -> Iterator[Extraction]:
    """What each source states, in the order in which the sources were given; `failed` is told of each that fails.

    `taking` says what is taken out of each document: `everything`, or `figures_alone`.

    What lies in `leaving_out` is no source: a build does not read its own pages. With several `jobs`, processes read ahead by a few documents; the order, and so the result, stays the same.
    """
    return (
        found
        for found in gather(
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


def gather(
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
    """The same, for a build: what is `known` of an earlier one is not read again; `leaving_out` are files and folders that are no sources."""
    from yanchao.documents.sources import RealNames, expand

    real = RealNames()
    hidden = tuple(os.path.realpath(path) for path in leaving_out)

    def sources() -> Iterator[Source | Kept | Extraction | SourceError]:
        for source in expand(given, stdin=stdin, real=real):
            if isinstance(source, SourceError):
                yield source
            elif not _lies_in(source.uri, hidden, real):
                yield known(source)

    done = 0
    for outcome in _outcomes(sources(), packs, jobs, taking):
        if isinstance(outcome, SourceError):
            failed(outcome)
            continue
        done += 1
        progress("reading", done, outcome.uri if isinstance(outcome, Kept) else outcome.document.uri)
        yield outcome


def _lies_in(uri: str, hidden: tuple[str, ...], real: RealNames) -> bool:
    """Whether a source is one of the files and folders, or lies in one."""
    if uri == "-" or "://" in uri:
        return False
    try:
        name = real.of(uri)
    except (OSError, ValueError):
        return False
    # what most files are not is quickly told
    return name.startswith(hidden) and any(
        f"{name}{os.sep}".startswith(os.path.join(one, ""))  # noqa: PTH118
        for one in hidden
    )


def uri_of(found: Extraction | Kept) -> str:
    """Where what was read, or kept from an earlier build, is from."""
    return found.uri if isinstance(found, Kept) else found.document.uri


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
