"""Documents by the thousand, made from a few texts: pieces of them with other figures in each, the same for the same seed."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from pathlib import Path

PIECE = 2_300
"""Characters of a document: some 7 kB, so that fifty thousand are 350 MB."""

FIGURE = re.compile(r"\d+(?:\.\d+)?(?=[%％]|个百分点|[万亿]|[亿万]?[元吨台辆家个人件])")
"""A number that measures something; years, article numbers and phone numbers stay as they are."""

TOGETHER = 1_000
"""Files of a folder."""


def write(
    texts: Sequence[str], folder: Path, first: int, last: int, seed: int = 8372, length: int = PIECE
) -> int:
    """Write the documents numbered from `first` up to `last`, of about `length` characters, into folders of `folder`.

    Returns their bytes. A document is the same however many are made, so that a folder may grow.
    """
    pieces = [piece for text in texts for piece in cut(text, length) if FIGURE.search(piece)]
    written = 0
    for number in range(first, last):
        data = document(pieces, number, seed).encode("utf-8")
        path = path_of(folder, number)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        written += len(data)
    return written


def path_of(folder: Path, number: int) -> Path:
    """The file of the document with this number."""
    return folder / f"{number // TOGETHER:03}" / f"{number:06}.txt"


def document(pieces: Sequence[str], number: int, seed: int) -> str:
    """One document: a piece, whose figures are drawn anew."""
    chance = random.Random(f"{seed}/{number}")
    return FIGURE.sub(lambda found: _other(found[0], chance), pieces[number % len(pieces)])


def cut(text: str, length: int = PIECE) -> list[str]:
    """The text in pieces of about `length` characters that end with a line."""
    pieces: list[str] = []
    piece = ""
    for line in text.splitlines(keepends=True):
        piece += line
        if len(piece) >= length:
            pieces.append(piece)
            piece = ""
    if len(piece) >= length / 2 or not pieces:
        pieces.append(piece)
    return pieces


def _other(number: str, chance: random.Random) -> str:
    """A number with as many digits behind the point, within a fifth of this one."""
    _, _, decimals = number.partition(".")
    drawn = float(number) * chance.uniform(0.8, 1.2)
    return f"{drawn:.{len(decimals)}f}"
