# /// script
# dependencies = ["cn2an"]
# ///
"""cn2an: rewrites the numerals of a sentence as digits. What it rewrote, and to what, is found by comparing the two."""

from __future__ import annotations

import re
import warnings
from difflib import SequenceMatcher
from fractions import Fraction

import cn2an

from serving import Reading, serve

warnings.simplefilter("ignore")  # it warns of every 亿 that stands behind digits
NUMBER = re.compile(r"(\d+(?:\.\d+)?(?:/\d+)?)(%?)")


def run(text: str) -> str:
    rewritten: str = cn2an.transform(text, "cn2an")
    return rewritten


def readings(text: str, raw: str) -> list[Reading]:
    found = []
    for what, start, end, new_start, new_end in SequenceMatcher(
        None, text, raw, autojunk=False
    ).get_opcodes():
        written = NUMBER.fullmatch(raw[new_start:new_end])
        if what != "equal" and end > start and written:
            found.append(Reading(start, end, float(Fraction(written[1])) / (100 if written[2] else 1)))
    return found


if __name__ == "__main__":
    serve("cn2an", "cn2an", run, readings)
