"""Ours, quantities alone: fold and scan."""

from __future__ import annotations

from typing import Any

from serving import Reading, serve
from yanchao.lexicon.lexicon import load
from yanchao.statements.fold import fold
from yanchao.statements.scan import Scanner

SCANNER = Scanner(load())


def run(text: str) -> tuple[Any, Any]:
    folded = fold(text)
    return folded, SCANNER.scan(folded.text)


def readings(_text: str, raw: tuple[Any, Any]) -> list[Reading]:
    folded, figures = raw
    found = []
    for figure in figures:
        quantity = figure.quantity
        start, end = folded.source(quantity.start, quantity.end)
        found.append(Reading(start, end, float(quantity.value), quantity.unit))
    return found


if __name__ == "__main__":
    serve("yanchao: quantities alone", "yanchao", run, readings)
