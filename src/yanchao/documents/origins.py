"""Where each character of a document's text stands in the source that someone edits.

A reader of plain text changes line ends alone; what a page or Markdown shows is its source without the markup, in the
same order. So the two are laid side by side: the lines of the document, one after another, are found in what the source
has apart from markup and blanks. What no source has (a character that two of its own became) is unknown, and says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from html import unescape

from yanchao.documents.document import Document
from yanchao.quick import dataclass, pattern

UNKNOWN = -1

SILENT = re.escape("*_`#|>~!\\[]")
"""Characters that may be markup of Markdown: like blanks, they are left out of the comparison, on both sides."""

PIECE = 12
"""Characters that are looked for at once where a line is not found as a whole."""

REACH = 4000
"""How far ahead a piece is looked for; what shows nothing (a script) is not counted."""

REACH_OF_ONE = 100
"""And how far a single character is, which stands in many places."""

FAR_SEARCHES = 64
"""How often the whole rest of the source is searched, so that a hostile one costs no square of its length."""


@dataclass(frozen=True, slots=True)
class Origins:
    """For every character of the text, the range of the source that shows it; `UNKNOWN` where none was found."""

    starts: Sequence[int]
    ends: Sequence[int]

    def range(self, start: int, end: int) -> tuple[int, int]:
        """The range of the source that shows `[start, end)` of the text.

        Where an end is unknown, the nearest known character inside the range stands for it; where none in it is known,
        the place behind the nearest one before it.
        """
        end = min(end, len(self.starts))
        first = start
        while first < end and self.starts[first] == UNKNOWN:
            first += 1
        if first < end:
            last = end - 1
            while self.starts[last] == UNKNOWN:
                last -= 1
            return self.starts[first], self.ends[last]
        before = min(start, len(self.ends)) - 1
        while before >= 0 and self.ends[before] == UNKNOWN:
            before -= 1
        place = self.ends[before] if before >= 0 else 0
        return place, place

    def place(self, offset: int) -> int | None:
        """Where something would come into the source before the character at `offset`; None where that is unknown."""
        if offset < len(self.starts) and self.starts[offset] != UNKNOWN:
            return self.starts[offset]
        if 0 < offset <= len(self.ends) and self.ends[offset - 1] != UNKNOWN:
            return self.ends[offset - 1]
        return None

    def offset(self, place: int) -> int | None:
        """The character of the text that the source shows at `place`, None where it shows none."""
        # unknown characters are rare and stand beside known ones: step over them from wherever halving lands
        low, high = 0, len(self.starts)
        while low < high:
            middle = (low + high) // 2
            known = middle
            while known < high and self.starts[known] == UNKNOWN:
                known += 1
            if known == high:
                high = middle
            elif self.starts[known] <= place:
                low = known + 1
            else:
                high = middle
        index = low - 1
        while index >= 0 and self.starts[index] == UNKNOWN:
            index -= 1
        return index if index >= 0 and place < self.ends[index] else None


def origins(source: str, document: Document) -> Origins:
    """Lay a document beside the source that it was read from.

    >>> from yanchao.documents.reading import read
    >>> source = "产值**14**亿元"
    >>> laid = origins(source, read(source.encode(), uri="draft.md"))
    >>> [source[slice(*laid.range(offset, offset + 1))] for offset in (2, 3, 4)]
    ['1', '4', '亿']
    """
    if document.media_type == "text/plain":
        laid = _text(source, document.text)
        if laid is not None:
            return laid
    black = _black(document.media_type)
    return _beside(source, document.text, _ink(source, _markup(document.media_type), black), black)


def _text(source: str, text: str) -> Origins | None:
    """Plain text: the same characters, but for a mark at the beginning and the ends of lines."""
    skipped = 1 if source.startswith("\ufeff") and not text.startswith("\ufeff") else 0
    if len(source) - skipped == len(text) and "\r" not in source:
        return Origins(range(skipped, len(source)), range(skipped + 1, len(source) + 1))
    starts, ends = [], []
    place = skipped
    for line in re.split(r"(\r\n|\r)", source[skipped:]):
        if line in ("\r\n", "\r"):
            starts.append(place)
            ends.append(place + len(line))
        else:
            starts += range(place, place + len(line))
            ends += range(place + 1, place + len(line) + 1)
        place += len(line)
    return Origins(starts, ends) if len(starts) == len(text) else None


@dataclass(frozen=True, slots=True)
class _Ink:
    """What a source has apart from markup and blanks: the characters, and the range of the source of each."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


def _ink(source: str, markup: re.Pattern[str], black: re.Pattern[str]) -> _Ink:
    seen = []
    characters: list[str] = []
    position = 0
    for found in markup.finditer(source):
        seen.append((position, found.start(), ""))
        if found.group().startswith("&"):
            seen.append((*found.span(), unescape(found.group())))
        position = found.end()
    seen.append((position, len(source), ""))
    starts: list[int] = []
    ends: list[int] = []
    for start, end, decoded in seen:
        if decoded:
            for one in black.findall(decoded):
                characters.append(one)
                starts.append(start)
                ends.append(end)
            continue
        for one in black.finditer(source, start, end):
            characters.append(one.group())
            starts.append(one.start())
            ends.append(one.end())
    return _Ink("".join(characters), starts, ends)


def _beside(source: str, text: str, ink: _Ink, black: re.Pattern[str]) -> Origins:
    starts, ends = [UNKNOWN] * len(text), [UNKNOWN] * len(text)
    cursor, far = 0, FAR_SEARCHES
    for line in re.finditer(r"[^\n\t]+", text):
        own = [found.start() for found in black.finditer(text, *line.span())]
        wanted = "".join(text[index] for index in own)
        if not wanted:
            continue
        place = ink.text.find(wanted, cursor, cursor + REACH + len(wanted))
        if place < 0 and len(wanted) >= PIECE and far:
            far -= 1
            place = ink.text.find(wanted, cursor)
        placed = [(0, place, len(wanted))] if place >= 0 else _pieces(wanted, ink.text, cursor)
        for first, at, length in placed:
            for step in range(length):
                starts[own[first + step]] = ink.starts[at + step]
                ends[own[first + step]] = ink.ends[at + step]
            cursor = at + length
    _fill(source, text, starts, ends)
    return Origins(starts, ends)


def _pieces(wanted: str, ink: str, cursor: int) -> list[tuple[int, int, int]]:
    """Parts of a line that stand in the ink one after another, where something unseen parts them."""
    placed = []
    first = 0
    while first < len(wanted):
        for most, reach in ((PIECE, REACH), (PIECE // 3, REACH), (1, REACH_OF_ONE)):
            length = min(most, len(wanted) - first)
            at = ink.find(wanted[first : first + length], cursor, cursor + reach)
            if at >= 0:
                break
        else:
            first += 1
            continue
        while first + length < len(wanted) and ink[at + length : at + length + 1] == wanted[first + length]:
            length += 1
        placed.append((first, at, length))
        first += length
        cursor = at + length
    return placed


def _fill(source: str, text: str, starts: list[int], ends: list[int]) -> None:
    """Blanks and marks that were left out stand beside the character before them, or the one behind them."""
    for index in range(1, len(text)):
        place = ends[index - 1]
        if starts[index] == UNKNOWN and place != UNKNOWN and source[place : place + 1] == text[index]:
            starts[index], ends[index] = place, place + 1
    for index in range(len(text) - 2, -1, -1):
        place = starts[index + 1] - 1
        if starts[index] == UNKNOWN and place >= 0 and source[place] == text[index]:
            if index and ends[index - 1] > place:
                continue
            starts[index], ends[index] = place, place + 1


_REFERENCE = r"&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"


@cache
def _black(media_type: str) -> re.Pattern[str]:
    """What is compared."""
    return pattern(r"\S" if media_type == "text/html" else rf"[^\s{SILENT}]")


@cache
def _markup(media_type: str) -> re.Pattern[str]:
    """What of a source shows nothing, or (a character reference) something else than it is."""
    if media_type == "text/html":
        unseen = "script|style|noscript|template|head|nav|svg|math|iframe|object|select|button|textarea"
        return pattern(
            r"<!--.*?(?:-->|\Z)|<[?!][^>]*>"
            rf"|<(?P<unseen>{unseen})\b.*?(?:</(?P=unseen)\s*>|\Z)"
            rf"|</?[A-Za-z][^<>]*>|{_REFERENCE}",
            re.DOTALL | re.IGNORECASE,
        )
    return pattern(
        r"\A---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
        r"|<!--.*?(?:-->|\Z)|</?[A-Za-z][^<>\n]*>"
        r"|(?<=\])\([^()\n]{0,2000}\)"
        rf"|{_REFERENCE}",
        re.DOTALL,
    )
