"""Folding: one written form per character, words that a line break cut joined again, and the way back.

Folding never changes how many characters a word has. It replaces a character by one (full width by half width,
traditional by simplified where it matters to numbers) and leaves white space and marks of notes out; `Folded.offsets` leads every
folded character back to its place in the document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from yanchao.quick import dataclass, pattern

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF1A)}  # ０-９
_FULL_WIDTH |= {
    code: code - 0xFEE0 for code in (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}  # Ａ-Ｚ ａ-ｚ
_FORMS = {
    "％": "%", "﹪": "%", "．": ".", "∶": ":", "︰": ":", "／": "/", "∕": "/", "（": "(", "）": ")", "＋": "+",
    "－": "-", "−": "-", "‐": "-", "‑": "-", "–": "—", "―": "—", "─": "—", "﹣": "-", "～": "~", "〜": "~", "﹏": "~",
    "○": "〇", "＞": ">", "﹥": ">", "＜": "<", "﹤": "<", "≧": "≥", "≦": "≤",
}  # fmt: skip


def _folds() -> dict[int, int]:
    """Every character that folds, with what it folds to: forms, full width, traditional (`traditional.txt`)."""
    table = Path(__file__).with_name("traditional.txt").read_text(encoding="utf-8")
    pairs = [pair for line in table.splitlines() if not line.startswith("#") for pair in line.split()]
    return (
        {ord(pair[0]): ord(pair[1]) for pair in pairs}
        | {ord(old): ord(new) for old, new in _FORMS.items()}
        | _FULL_WIDTH
    )


_FOLDS = _folds()
_FOLDING = pattern(f"[{re.escape(''.join(map(chr, _FOLDS)))}]")
_FEW = 12
"""So many different characters are replaced one after the other in less time than a table takes for every character."""

_WIDE_SEPARATOR = pattern(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")
_WIDE_DIGITS = frozenset("０１２３４５６７８９")
_NARROW_MARK = pattern(r",(?!\d{3}(?!\d))|(?<!\d),|;")
_SPACE = pattern(r"[ \t\r\n\u00a0\u3000\u2002-\u200b\ufeff]+")
_NOTED = pattern(r"下同[)）]|[\[［]\d|[①-⑳]")
_LEFT_OUT = pattern(
    r"[ \t\r\n\u00a0\u3000\u2002-\u200b\ufeff]+|[(（](?:以?下同)[)）]"
    r"|(?<=[\u4e00-\u9fff])(?:[\[［]\d{1,2}[\]］]|[①-⑳](?=[\d为达比]))"
)
"""White space, and what refers to a note without saying anything: 生产总值[2]，可支配收入①9万元，增长(下同)5%."""
_OF_NUMBERS = frozenset("0123456789.,")


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` is what the reader works on; `words` the same characters as the source wrote them.

    `offsets[i]` is the place of character i in the document; it has one entry more than there are characters,
    for the end.
    """

    text: str
    words: str
    offsets: Sequence[int]

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The range of the document behind the folded range `[start, end)`."""
        if start == end:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], self.offsets[end - 1] + 1


def fold(text: str, start: int = 0, end: int | None = None) -> Folded:
    """Fold `text[start:end]`.

    White space goes, unless Latin letters or digits stand on both sides of it (`New York`, `3 000`): there one
    space stays, so that two words or two numbers are never made one. A line break between digits goes: blocks are
    paragraphs, and a paragraph breaks where the page ends. Marks of notes go too (生产总值[2]). What parts the halves of a headline becomes a comma.
    """
    end = len(text) if end is None else end
    piece = text[start:end]
    halves = _halves(piece)
    pieces: list[str] = []
    offsets: list[int] = []
    position = 0
    left_out = _SPACE if _NOTED.search(piece) is None else _LEFT_OUT
    for match in left_out.finditer(piece):
        left, right = match.span()
        pieces.append(piece[position:left])
        offsets.extend(range(start + position, start + left))
        if left in halves or (
            left > 0 and right < len(piece) and _keeps_apart(piece[left - 1], match[0], piece[right])
        ):
            pieces.append(" ")
            offsets.append(start + left)
        position = right
    if not pieces:
        return Folded(folded_words(piece), piece, range(start, end + 1))
    pieces.append(piece[position:])
    offsets.extend(range(start + position, end + 1))
    words = "".join(pieces)
    folded = folded_words(words)
    return Folded(_with_commas(folded, offsets, halves, start) if halves else folded, words, offsets)


_LONGEST_HEADLINE = 60
_MARKS = pattern(r"[，。；,;\n]")
_HALF = pattern(
    r"(?<=\S{6})[ \u3000]{1,2}(?=[\u4e00-\u9fff“《]\S{3})"
    r"(?!(?:同比|环比|增长|下降|上升|提高|降低|增|降|达|为|突破|超|比|较|居|占|约|近|分别)\S*\d)"
)


def _halves(piece: str) -> frozenset[int]:
    """Where a space parts the halves of a headline (电影市场迎开门红 元旦票房达9亿元): a short line with a figure and no other mark.

    A half that opens with the verb of its figure (固定资产投资 同比增长5%) goes on with what stands before it.
    """
    if len(piece) > _LONGEST_HEADLINE or " " not in piece.replace("\u3000", " ").strip():
        return frozenset()
    if _MARKS.search(piece.strip()) is not None or not any(character.isdigit() for character in piece):
        return frozenset()
    return frozenset(match.start() for match in _HALF.finditer(piece))


def _with_commas(folded: str, offsets: Sequence[int], halves: frozenset[int], start: int) -> str:
    return "".join(
        "，" if character == " " and offset - start in halves else character
        for character, offset in zip(folded, offsets, strict=False)
    )


def folded_words(words: str) -> str:
    """Words as the packs write them, with no character added or lost: half width, simplified."""
    folding = set(_FOLDING.findall(words))
    if "，" in words and not folding.isdisjoint(_WIDE_DIGITS):
        words = _WIDE_SEPARATOR.sub(",", words)  # １，２３４: one number, all of it written wide
    if len(folding) > _FEW:
        folded = words.translate(_FOLDS)
    else:
        folded = words
        for character in folding:
            folded = folded.replace(character, chr(_FOLDS[ord(character)]))
    return _NARROW_MARK.sub(_wide, folded) if "," in folded or ";" in folded else folded


def _wide(mark: re.Match[str]) -> str:
    """The full-width form of a comma or semicolon that a web page wrote half width; never one inside a number."""
    return "，" if mark[0] == "," else "；"


def _keeps_apart(before: str, space: str, after: str) -> bool:
    if "\n" in space and before in _OF_NUMBERS and after in _OF_NUMBERS:
        return False  # a line break inside a paragraph tore a number
    return before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
