"""The key of a series as one line that a person can read and a file can keep, and back.

    employment | 640000 | 640000 | - | level | person | - | new

Measure, subject, region, cluster, kind, unit, universe and qualifiers, in this order; `-` is nothing. Unlike the id of a
series, it says what it names, and stays the same when the way of hashing changes.
"""

from __future__ import annotations

from urllib.parse import quote, unquote

from yanchao.ledger.series import SeriesKey, of_parts, parts_of

BETWEEN, NOTHING = " | ", "-"
PARTS = 8


def text_of(key: SeriesKey) -> str:
    """The key in one line."""
    *parts, qualifiers = parts_of(key)
    return BETWEEN.join(_written(part or "") for part in (*parts, " ".join(qualifiers)))


def key_of(text: str) -> SeriesKey:
    """The key that a line names.

    Raises:
        ValueError: where it names none.
    """
    parts = [_read(part.strip()) for part in text.strip().split(BETWEEN.strip())]
    if len(parts) != PARTS:
        raise ValueError(f"{text!r} is no key of a series: it has {len(parts)} parts, not {PARTS}")
    measure, subject, region, cluster, kind, unit, base, qualifiers = parts
    named = (measure or "", subject or "", region, cluster, kind or "", unit or "", base)
    return of_parts((*named, (qualifiers or "").split()))


def _written(part: str) -> str:
    """A part without what would end it; 50|60 is 50%7C60."""
    if not part:
        return NOTHING
    if part == NOTHING:
        return "%2D"
    return "".join(
        sign if sign.isprintable() and sign not in "%|" else quote(sign, safe="", errors="surrogatepass")
        for sign in part
    )


def _read(part: str) -> str | None:
    return None if part in ("", NOTHING) else unquote(part, errors="surrogatepass")
