"""A place of a document as a terminal shows it: its line, shortened, and how wide its characters are drawn."""

from __future__ import annotations

import unicodedata

from yanchao.documents.document import Document
from yanchao.quick import dataclass

WINDOW = 38
"""Characters shown on either side of the part in a longer line."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line of a document, shortened about one part of it: `text[start:end]` is that part."""

    text: str
    start: int
    end: int


def excerpt(document: Document, start: int, end: int, window: int = WINDOW) -> Excerpt:
    """The line that holds `[start, end)`, cut to the window about it; a range over several lines ends with the first."""
    text = document.text
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", start)
    line_end = len(text) if line_end == -1 else line_end
    end = max(start, min(end, line_end))
    first, last = max(line_start, start - window), min(line_end, end + window)
    before = ("…" if first > line_start else "") + text[first:start].lstrip()
    after = text[end:last].rstrip() + ("…" if last < line_end else "")
    clean = printable(before), printable(text[start:end]), printable(after)
    return Excerpt("".join(clean), len(clean[0]), len(clean[0]) + len(clean[1]))


def shortened(text: str, longest: int) -> str:
    """Words in one line, of at most so many characters."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def printable(text: str) -> str:
    """The text with control characters shown as spaces, so that no source can steer a terminal."""
    return "".join(
        " " if unicodedata.category(character).startswith("C") else character for character in text
    )


def width(text: str) -> int:
    """Columns that a terminal gives the text: two for full-width characters, none for combining ones."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    # Ambiguous ones (“ ” … ×) are drawn wide by terminals set up for Chinese and narrow by others; narrow is commoner.
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
