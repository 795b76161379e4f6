"""A source becomes a Document: the bytes decide which reader of `formats/` takes it, then the name."""

from __future__ import annotations

import os
from pathlib import Path

from yanchao.documents.document import Document
from yanchao.documents.format import Content, Format
from yanchao.documents.limits import DEFAULT_LIMITS, Limits, megabytes
from yanchao.documents.registry import known_formats
from yanchao.documents.sources import STDIN, Source, from_address, from_file, from_stdin
from yanchao.errors import SourceError

UNREADABLE = (
    # what the first bytes say, and what the person is told; the reader of scans and workbooks will take its line
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old Office file or an encrypted one",
        "save it unencrypted as .docx or .xlsx",
    ),
    (
        b"PK\x03\x04",
        "an archive or an Office file of a kind that is not read",
        "unpack it, or save it as .docx or .xlsx",
    ),
    (b"PK\x05\x06", "an empty archive", ""),
    (b"\x89PNG", "a picture", "reading scans needs OCR, which comes as an extra"),
    (b"\xff\xd8\xff", "a picture", "reading scans needs OCR, which comes as an extra"),
    (b"GIF8", "a picture", "reading scans needs OCR, which comes as an extra"),
    (b"II*\x00", "a picture", "reading scans needs OCR, which comes as an extra"),
    (b"MM\x00*", "a picture", "reading scans needs OCR, which comes as an extra"),
    (b"RIFF", "a picture or a recording", ""),
    (b"{\\rtf", "a rich text file", "save it as .docx"),
    (b"\x1f\x8b", "a compressed file", "unpack it first"),
    (b"Rar!", "an archive", "unpack it first"),
    (b"7z\xbc\xaf", "an archive", "unpack it first"),
    (b"\x7fELF", "a program", ""),
    (b"MZ\x90\x00", "a program", ""),
)


def read(
    source: str | Path | Source | bytes, *, uri: str | None = None, limits: Limits = DEFAULT_LIMITS
) -> Document:
    """Read one source.

    `source` is a file name, `-` for standard input, an http(s) address, a Source of `sources.expand`, or the
    bytes themselves. `uri` is how the document is to be called where that differs from `source`.

    Raises:
        SourceError: one line that says what is wrong with the source, and where.

        >>> read("全省生产总值14.58万亿元。".encode(), uri="draft.txt").text
        '全省生产总值14.58万亿元。'
    """
    if isinstance(source, bytes):
        return parse(Content(source), uri or "bytes", limits)
    if not isinstance(source, Source):
        source = _source(source, limits)
    return parse(source.load(), uri or source.uri, limits)


def parse(content: Content, uri: str, limits: Limits = DEFAULT_LIMITS) -> Document:
    """The bytes of one source as a Document. Raises SourceError."""
    if len(content.data) > limits.source_bytes:
        raise SourceError(uri, f"larger than {megabytes(limits.source_bytes)}", "split it")
    if not content.data.strip():
        raise SourceError(uri, "the file is empty")
    document = format_of(content, uri).parse(content, uri, limits)
    if len(document.text) > limits.characters:
        raise SourceError(uri, f"has more than {limits.characters:,} characters of text", "split it")
    return document


def _source(source: str | Path, limits: Limits) -> Source:
    name = str(source)
    if name == STDIN:
        import sys

        return from_stdin(sys.stdin.buffer, limits)
    if "://" in name:
        found = from_address(name, limits)
        if isinstance(found, SourceError):
            raise found
        return found
    return from_file(Path(name), limits)


def format_of(content: Content, uri: str) -> Format:
    """The reader for this content: by its bytes, then by its name, then by what the server said, then text."""
    for format in known_formats():
        if format.recognises(content.data):
            return format
    suffix = os.path.splitext(uri.partition("?")[0])[1].lower()  # noqa: PTH122 (an address is no path)
    named = next((format for format in known_formats() if suffix in format.suffixes), None)
    for magic, what, remedy in UNREADABLE:
        if content.data.startswith(magic) and not (
            named and _shows_itself(named) and magic.startswith(b"PK")
        ):
            raise SourceError(uri, f"is {what}, not a document that can be read", remedy)
    if named and _shows_itself(named):
        raise SourceError(uri, f"is named {suffix} but is no whole {named.name}: damaged or cut short")
    if named:
        return named
    for format in known_formats():
        if content.media_type in format.media_types and not _shows_itself(format):
            return format
    return next(format for format in known_formats() if "text/plain" in format.media_types)


def _shows_itself(format: Format) -> bool:
    """Whether a file of this kind always shows it in its bytes, so that a name alone is not believed."""
    return not any(media_type.startswith("text/") for media_type in format.media_types)
