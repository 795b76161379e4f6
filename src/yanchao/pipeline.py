"""One text at a time: a source is read, its statements are extracted, its numbers are audited.

Each stage is a plain function over plain data; nothing here knows how a figure is read or a rule decides. Many sources at once
are gathered in `gathering.py`, and built into a ledger and an atlas in `building.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yanchao.audit.finding import Finding
    from yanchao.audit.recorded import Records
    from yanchao.audit.silence import Silence
    from yanchao.documents.document import Document
    from yanchao.lexicon.lexicon import Lexicon
    from yanchao.statements.statement import Extraction


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
