"""A document of Markdown or HTML whose lines are counted in the file that people edit, not in the text read from it.

What a reader sees of a page has other lines than its source. A place that is told to an editor, or to a service that
marks lines of a change, must be one of the source.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import fields
from functools import cached_property
from pathlib import Path

from yanchao.documents.document import Document, starts_of_lines
from yanchao.documents.encodings import decode
from yanchao.documents.origins import Origins, origins
from yanchao.errors import SourceError
from yanchao.quick import dataclass

MARKED_UP = frozenset(("text/markdown", "text/html"))
"""Formats whose text has other lines than their source, and whose source people edit."""


@dataclass(frozen=True)
class Located(Document):
    """A document that knows the `source` that shows it, and leads back to it what it is asked about."""

    source: str = ""

    @cached_property
    def _laid(self) -> Origins:
        return origins(self.source, self)

    @cached_property
    def _source_starts(self) -> Sequence[int]:
        return starts_of_lines(self.source)

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column in the source, both from 1, of what it shows at an offset of the text."""
        place, _ = self._laid.range(offset, offset + 1)
        line = bisect_right(self._source_starts, place) - 1
        return line + 1, place - self._source_starts[line] + 1


def located(document: Document) -> Document:
    """The document with its lines counted in its file; as it is where its text has the file's lines, or the file is gone."""
    if document.media_type not in MARKED_UP:
        return document
    try:
        source = decode(Path(document.uri).read_bytes(), document.uri).text
    except (OSError, ValueError, SourceError):
        return document
    known = {field.name: getattr(document, field.name) for field in fields(Document)}
    return Located(**known, source=source)
