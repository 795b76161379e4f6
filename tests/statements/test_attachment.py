"""What a figure is tied to: kind, measure, subject, base, period and status, by a table of sentences."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from making import document
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract

TABLE = Path(__file__).with_name("attachments.csv")
FIELDS = ("kind", "measure", "subject", "base", "period", "status")


@dataclass(frozen=True)
class Case:
    """A line of attachments.csv: an empty field is not asked, `-` is nothing."""

    sentence: str
    figure: str
    kind: str
    measure: str
    subject: str
    base: str
    period: str
    status: str
    xfail: str


def cases() -> list[object]:
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [
        pytest.param(
            case,
            id=f"{case.figure} in {case.sentence}",
            marks=[pytest.mark.xfail(strict=True, reason=case.xfail)] if case.xfail else [],
        )
        for case in (Case(**row) for row in csv.DictReader(lines))
    ]


@pytest.mark.parametrize("case", cases())
def test_a_figure_is_tied_to_what_a_reader_notes_down(case: Case) -> None:
    made = document(case.sentence, published=date(2025, 3, 1), title="惠州市经济运行情况")
    stated = {made.text[each.start : each.end]: each for each in reversed(extract(made, load()).statements)}
    assert case.figure in stated, f"read instead: {', '.join(stated)}"
    statement = stated[case.figure]
    asked = {field: getattr(case, field) for field in FIELDS if getattr(case, field)}
    found = {field: getattr(statement, field) for field in asked}
    assert {field: "-" if value is None else str(value) for field, value in found.items()} == asked
