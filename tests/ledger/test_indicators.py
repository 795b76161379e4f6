"""The indicators of Chinese statistics by all their names (`indicators.csv`): one series for one, another for what only sounds like it."""

from __future__ import annotations

import csv
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from making import document
from yanchao.ledger.matching.indicators import indicators
from yanchao.ledger.reconciliation import claims
from yanchao.ledger.series import SeriesKey
from yanchao.lexicon.lexicon import Lexicon, load
from yanchao.statements.extraction import extract_statements

LINES = Path(__file__).with_name("indicators.csv").read_text(encoding="utf-8").splitlines()
ROWS = list(csv.DictReader(line for line in LINES if not line.startswith("#")))
RATES = ("率", "度", "水平", "比例", "面", "占比", "比重", "强度")
"""How a name ends that is told in percent itself; of any other a percentage is its growth."""

WHOLE = ("家", "件", "个", "户", "元", "天")


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


@cache
def series(name: str, unit: str, lexicon: Lexicon) -> SeriesKey | None:
    """The series of a sentence that gives the indicator's figure for one city and one year."""
    if unit == "%":
        told = "为35.2%" if name.endswith(RATES) else "增长5.2%"
    else:
        told = f"达到{'1234' if unit in WHOLE else '1234.5'}{unit}"
    extraction = extract_statements(document(f"2025年，佛山市{name}{told}。"), lexicon)
    return next((claim.key for claim in claims(extraction, lexicon)), None)


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['name']}-{row['unit']}" for row in ROWS])
def test_an_indicator_is_one_series_by_all_its_names_and_none_by_those_of_others(
    row: dict[str, str], lexicon: Lexicon
) -> None:
    own = series(row["name"], row["unit"], lexicon)
    assert own is not None
    parted = [word for word in row["same"].split("|") if series(word, row["unit"], lexicon) != own]
    met = [word for word in row["other"].split("|") if series(word, row["unit"], lexicon) == own]
    assert (parted, met) == ([], [])


def test_a_name_is_of_one_indicator_alone() -> None:
    names = Counter(word for line in indicators() for word in {line.name, *line.words})
    assert [name for name, lines in names.items() if lines > 1] == []
