# /// script
# dependencies = ["jionlp"]
# ///
"""JioNLP's extractor of amounts of money; its other extractors return no value."""

from __future__ import annotations

from typing import Any

import jionlp

from serving import Reading, serve

OURS = {"元": "CNY", "美元": "USD", "港元": "HKD", "港币": "HKD", "欧元": "EUR", "日元": "JPY"}


def run(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = jionlp.ner.extract_money(text, with_parsing=True)
    return found


def readings(_text: str, raw: list[dict[str, Any]]) -> list[Reading]:
    return [reading for found in raw if (reading := read(found)) is not None]


def read(found: dict[str, Any]) -> Reading | None:
    """A range comes as a list of two numbers: its first stands for it."""
    detail = found.get("detail") or {}
    written = detail.get("num")
    first = written[0] if isinstance(written, list) and written else written
    if not first:
        return None
    start, end = found["offset"]
    unit = detail.get("case") or "元"
    return Reading(start, end, float(first), OURS.get(unit, unit))


if __name__ == "__main__":
    serve("JioNLP (money)", "jionlp", run, readings)
