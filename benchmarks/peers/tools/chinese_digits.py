# /// script
# dependencies = ["chinese2digits"]
# ///
"""chinese2digits: numbers only. It returns words without places, in order; each is looked for behind the one before."""

from __future__ import annotations

from typing import Any

import chinese2digits

from serving import Reading, serve


def run(text: str) -> dict[str, Any]:
    found: dict[str, Any] = chinese2digits.takeNumberFromString(text)
    return found


def readings(text: str, raw: dict[str, Any]) -> list[Reading]:
    found, behind = [], 0
    for words, digits in zip(raw["CHNumberStringList"], raw["digitsStringList"], strict=False):
        start = text.find(words, behind)
        value = number(digits)
        if start < 0 or value is None:
            continue
        behind = start + len(words)
        found.append(Reading(start, behind, value))
    return found


def number(written: str) -> float | None:
    try:
        return float(written)
    except ValueError:
        return None


if __name__ == "__main__":
    serve("chinese2digits", "chinese2digits", run, readings)
