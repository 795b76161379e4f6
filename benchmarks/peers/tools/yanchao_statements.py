"""Ours, the whole way: a text is read, and every figure attached to what it measures, whose, where and when."""

from __future__ import annotations

from typing import Any

from serving import Reading, serve, whole
from yanchao.documents.reading import read
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract

LEXICON = load()


def run(text: str) -> Any:
    return extract(read(text.encode("utf-8"), uri="text.txt"), LEXICON)


def readings(_text: str, raw: Any) -> list[Reading]:
    quantities = [statement.quantity for statement in raw.statements]
    return [Reading(q.start, q.end, float(q.value), q.unit) for q in quantities]


if __name__ == "__main__":
    serve("yanchao: whole statements", "yanchao", run, readings, whole)
