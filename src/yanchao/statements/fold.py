"""Folding: one written form per character, words that a line break cut joined again, and the way back.

Folding never changes how many characters a word has. It replaces a character by one (full width by half width,
traditional by simplified where it matters to numbers) and leaves white space out; `Folded.offsets` leads every
folded character back to its place in the document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF1A)}  # ０-９
_FULL_WIDTH |= {
    code: code - 0xFEE0 for code in (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}  # Ａ-Ｚ ａ-ｚ
_FOLDS = _FULL_WIDTH | {
    ord(old): ord(new)
    for old, new in {
        "％": "%", "﹪": "%", "．": ".", "∶": ":", "︰": ":", "／": "/", "∕": "/", "（": "(", "）": ")", "＋": "+",
        "－": "-", "−": "-", "‐": "-", "‑": "-", "–": "—", "―": "—", "─": "—", "﹣": "-", "～": "~", "〜": "~", "﹏": "~",
        "億": "亿", "萬": "万", "個": "个", "兩": "两", "噸": "吨", "畝": "亩", "輛": "辆", "台": "台", "臺": "台", "與": "与",
        "幾": "几", "數": "数", "餘": "余", "佔": "占", "點": "点", "達": "达", "約": "约", "長": "长", "増": "增",
        "產": "产", "業": "业", "電": "电", "車": "车", "戶": "户", "歲": "岁", "項": "项", "種": "种", "條": "条", "間": "间",
        "總": "总", "營": "营", "額": "额", "萊": "莱", "國": "国", "區": "区", "廣": "广", "東": "东", "實": "实", "現": "现",
        "連": "连", "續": "续", "過": "过", "較": "较", "為": "为", "別": "别", "對": "对", "際": "际", "經": "经", "濟": "济",
        "〇": "〇", "○": "〇", "Ｏ": "O",
    }.items()
}  # fmt: skip

_SPACE = re.compile(r"[ \t\r\n\u00a0\u3000\u2002-\u200b\ufeff]+")
_WORD = re.compile(r"[A-Za-z]")


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
    space stays, so that two words or two numbers are never made one.
    """
    end = len(text) if end is None else end
    piece = text[start:end]
    pieces: list[str] = []
    offsets: list[int] = []
    position = 0
    for match in _SPACE.finditer(piece):
        left, right = match.span()
        pieces.append(piece[position:left])
        offsets.extend(range(start + position, start + left))
        if left > 0 and right < len(piece) and _keeps_apart(piece[left - 1], piece[right]):
            pieces.append(" ")
            offsets.append(start + left)
        position = right
    if not pieces:
        return Folded(piece.translate(_FOLDS), piece, range(start, end + 1))
    pieces.append(piece[position:])
    offsets.extend(range(start + position, end + 1))
    words = "".join(pieces)
    return Folded(words.translate(_FOLDS), words, offsets)


def _keeps_apart(before: str, after: str) -> bool:
    return before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
