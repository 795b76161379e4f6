"""How much a source may ask of us. Input is hostile until parsed: each limit is checked where it would hurt."""

from __future__ import annotations

import time

from yanchao.errors import SourceError
from yanchao.quick import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What one source may cost; the defaults are far above any real report and far below what a machine has."""

    source_bytes: int = 256 << 20
    """Bytes of the source itself."""
    characters: int = 64_000_000
    """Characters of the text read from it."""
    line_characters: int = 8_000_000
    """Characters of one line of plain text: more is data, not prose."""
    markup_bytes: int = 64 << 20
    """Bytes of markup that become a tree in memory: a page, or one part of an Office file."""
    expanded_bytes: int = 512 << 20
    """Bytes that all entries of an archive expand to."""
    expansion_ratio: int = 400
    """How many times larger than packed one large entry of an archive may become."""
    entries: int = 20_000
    """Entries of an archive."""
    cells: int = 1_000_000
    """Cells of a spreadsheet that hold anything."""
    depth: int = 150
    """Nesting of elements, and of folders."""
    pages: int = 5_000
    """Pages of a paged document."""
    seconds: float = 120.0
    """Time for parsing, and for fetching from the network."""
    redirects: int = 5
    """Redirects followed when fetching from the network."""


DEFAULT_LIMITS = Limits()


class Deadline:
    """The moment by which one source must be done."""

    __slots__ = ("_end", "_seconds", "_uri")

    def __init__(self, uri: str, limits: Limits) -> None:
        self._uri = uri
        self._seconds = limits.seconds
        self._end = time.monotonic() + limits.seconds

    def check(self) -> None:
        """Raise SourceError when the time is over."""
        if time.monotonic() > self._end:
            raise SourceError(self._uri, f"took longer than {self._seconds:g} seconds to read", "split it")


def whole_number(written: str | None, most: int) -> int | None:
    """The number from 0 to `most` that plain digits write; None for whatever else stands in markup.

    >>> whole_number("12", most=99), whole_number("²", most=99), whole_number("9" * 5000, most=99)
    (12, None, None)
    """
    if not (written and written.isascii() and written.isdigit() and len(written) <= _MOST_DIGITS):
        return None
    number = int(written)
    return number if number <= most else None


_MOST_DIGITS = 20
"""With zeros before it; Python refuses to read thousands of digits."""


def megabytes(size: int) -> str:
    """A size as people write it: `3 MB`, `512 kB`, `40 bytes`."""
    if size >= 1 << 20:
        return f"{size / (1 << 20):.0f} MB"
    return f"{size / 1024:.0f} kB" if size >= 1024 else f"{size} bytes"
