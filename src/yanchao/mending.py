"""Certain repairs made: what `yanchao check --fix` writes and `--diff` shows.

`mend` works in memory: it makes the repairs, reads and audits what came out, and goes on until none is left, so that a second
time changes nothing. `write` puts the result in the place of the files; `diff` shows it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from yanchao.audit.audit import Audit
from yanchao.documents.document import Document
from yanchao.documents.editing import Edit
from yanchao.documents.format import Content
from yanchao.documents.sources import STDIN, from_file
from yanchao.errors import SourceError
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass
from yanchao.statements.statement import Extraction

ROUNDS = 20
"""How often what was mended is audited again: a repair may bring another fault to light, but not without end."""


UNPLACED = ("their place in the source is not certain", "make them by hand")


@dataclass(frozen=True, slots=True)
class Mended:
    """One file: its bytes before and after, and what a person reads of both. `repairs` is how many findings were mended."""

    uri: str
    old: bytes
    new: bytes
    before: str
    after: str
    repairs: int


@dataclass(frozen=True, slots=True)
class Mending:
    """The texts as they read after the repairs, what the audit says of them, which files change, and which cannot."""

    extractions: tuple[Extraction, ...]
    audit: Audit
    files: tuple[Mended, ...]
    left: tuple[SourceError, ...]


def mend(
    extractions: Sequence[Extraction], lexicon: Lexicon, audit: Callable[[Sequence[Extraction]], Audit]
) -> Mending:
    """Make every certain repair that `audit` finds. Nothing is written."""
    from yanchao.pipeline import figures_alone

    current = list(extractions)
    files: dict[str, Mended] = {}
    left: dict[str, SourceError] = {}
    seen = audit(current)
    for _ in range(ROUNDS):
        is_changed = False
        for index, extraction in enumerate(current):
            document = extraction.document
            repairs = [finding.repair for finding in seen.of(document.uri) if finding.repair]
            if not repairs or document.uri in left:
                continue
            try:
                mended = _mended(document, repairs, files.get(document.uri))
            except SourceError as error:
                left[document.uri] = _left(document.uri, len(repairs), error.problem, error.remedy)
                continue
            if mended is None:
                left[document.uri] = _left(document.uri, len(repairs), *UNPLACED)
                continue
            files[document.uri], document = mended
            current[index] = figures_alone(document, lexicon)
            is_changed = True
        if not is_changed:
            break
        seen = audit(current)
    return Mending(tuple(current), seen, tuple(files.values()), tuple(left.values()))


def write(files: Sequence[Mended]) -> None:
    """Put what was mended in the place of the files, each whole or not at all.

    Raises:
        SourceError: where a file has changed since it was read; what others made of it is not lost.
        StorageError: where it cannot be written.
    """
    import shutil

    from yanchao.ledger.storing import whole_file

    for file in files:
        path = Path(file.uri).resolve()
        if _bytes(file.uri) != file.old:
            raise SourceError(file.uri, "has changed since it was read", "run the check again")
        with whole_file(path) as part:
            part.write_bytes(file.new)
            shutil.copymode(path, part)


def diff(files: Sequence[Mended]) -> Iterator[str]:
    """The lines of a unified diff of all files. Of a Word document it shows the text."""
    import difflib

    for file in files:
        lines = difflib.unified_diff(
            file.before.splitlines(keepends=True), file.after.splitlines(keepends=True), file.uri, file.uri
        )
        for line in lines:
            yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _mended(
    document: Document, repairs: Sequence[Sequence[Edit]], earlier: Mended | None
) -> tuple[Mended, Document] | None:
    """The file with as many repairs as could be placed, and its document; None where not one could.

    Raises:
        SourceError: where the source cannot be written back.
    """
    from yanchao.documents.rewriting import rewrite

    old = _bytes(document.uri) if earlier is None else earlier.old
    if earlier is None and hashlib.sha256(old).hexdigest() != document.id:
        raise SourceError(document.uri, "it has changed since it was read", "run the check again")
    result = rewrite(Content(old if earlier is None else earlier.new), document, repairs)
    if not result.made:
        return None
    before, made = (result.before, 0) if earlier is None else (earlier.before, earlier.repairs)
    mended = Mended(document.uri, old, result.data, before, result.after, made + result.made)
    return mended, result.document


def _bytes(uri: str) -> bytes:
    if uri == STDIN:
        raise SourceError(uri, "standard input cannot be written back", "name the file")
    if "://" in uri:
        raise SourceError(uri, "a page on the web cannot be written back", "check a copy of it")
    return from_file(Path(uri)).load().data


def _left(uri: str, count: int, problem: str, remedy: str) -> SourceError:
    repairs = "1 certain repair was" if count == 1 else f"{count} certain repairs were"
    return SourceError(uri, f"{repairs} not made: {problem}", remedy)
