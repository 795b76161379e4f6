"""Ranges of numbers as they are printed, which several rules of house style look at."""

from __future__ import annotations

import re

from yanchao.quick import pattern

MARKS = r"\-－–—~～"
"""What may stand between the ends of a range, as a class of characters: two hyphens, two dashes, two tildes."""

RANGE = pattern(
    rf"(?<![\dA-Za-z.,:/{MARKS}])(?P<low>\d+(?:\.\d+)?)(?P<unit>[%％‰]|万亿|[万亿])?(?P<mark>[{MARKS}])"
    rf"(?P<high>\d+(?:\.\d+)?)(?![\d.,:/{MARKS}])(?P<after>[%％‰]|万亿|[万亿])?"
)
"""Two numbers with such a mark between, not inside of a date (2024-01-05), a code (GB-3095) or a time."""

ENDS = pattern(r"[%％‰\u4e00-\u9fff]")
"""What a range ends with: a sign or the unit in words. What ends otherwise may be a score or a number of a page."""


TITLE = pattern(r"《[^《》\n]{0,200}》")


def ranges(text: str) -> list[re.Match[str]]:
    """The ranges of a text that have a unit, but for those in titles: a title is cited as it stands."""
    titles = TITLE.sub(lambda title: "\n" * len(title.group()), text)
    found = RANGE.finditer(titles)
    return [match for match in found if match["after"] or ENDS.match(text, match.end())]
