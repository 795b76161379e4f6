"""A document of Markdown or HTML whose lines are counted in the file that people edit, not in the text read from it.

What a reader sees of a page has other lines than its source. A place that is told to an editor, or to a service that
marks lines of a change, must be one of the source.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

from yanchao.documents.document import Document
from yanchao.documents.encodings import decode
from yanchao.documents.origins import Origins, origins
from yanchao.errors import SourceError
from yanchao.quick import dataclass

MARKED_UP = frozenset(("text/markdown", "text/html"))
"""Formats whose text has other lines than their source, and whose source people edit."""


@dataclass(frozen=True)
class Located(Document):
    """A document that knows where its source shows it: `laid` by character, `source_starts` the offsets of the source's lines."""

    laid: Origins = Origins((), ())
    source_starts: Sequence[int] = (0,)

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column in the source, both from 1, of what it shows at an offset of the text."""
        place, _ = self.laid.range(offset, offset + 1)
        line = bisect_right(self.source_starts, place) - 1
        return line + 1, place - self.source_starts[line] + 1


def located(document: Document) -> Document:
    """The document with its lines counted in its file; as it is where its text has the file's lines, or the file is gone."""
    if document.media_type not in MARKED_UP:
        return document
    try:
        source = decode(Path(document.uri).read_bytes(), document.uri).text
    except (OSError, ValueError, SourceError):
        return document
    starts = [0]
    while (end := source.find("\n", starts[-1])) != -1:
        starts.append(end + 1)
    known = {field.name: getattr(document, field.name) for field in fields(Document)}
    return Located(**known, laid=origins(source, document), source_starts=tuple(starts))
