"""Slices of a ledger's lists: filtered, sorted, counted, and as they were known on a past day."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from serving import ARTICLE_ID, REPORT_ID, build
from yanchao.ledger.ledger import Ledger
from yanchao.ledger.observed import find_observations


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(build(tmp_path / "atlas"), for_many=True) as opened:
        yield opened


def test_a_point_comes_with_its_best_sources_word(ledger: Ledger) -> None:
    found = find_observations(ledger, status="target", limit=10)
    (point,) = found.items
    assert (point.value, point.low, point.high, point.comparator) == (2e12, 2e12, None, ">")
    assert (point.document, point.period) == (REPORT_ID, "2025")
    assert "超2万亿元" in point.quote


@pytest.mark.parametrize(
    ("since", "until", "periods"),
    [
        ("2024", None, {"2024", "2025"}),
        (None, "2023", {"2023"}),
        ("2024", "2024", {"2024"}),
        ("2026", None, set()),
    ],
)
def test_points_of_a_time_are_found(
    ledger: Ledger, since: str | None, until: str | None, periods: set[str]
) -> None:
    found = find_observations(ledger, since=since, until=until, limit=10)
    assert {point.period for point in found.items} == periods


def test_slices_follow_each_other_and_know_how_much_there_is_in_all(ledger: Ledger) -> None:
    whole = find_observations(ledger, sort="-value", limit=10)
    slices = [find_observations(ledger, sort="-value", limit=1, offset=place) for place in range(4)]
    assert [each.items[0] for each in slices] == list(whole.items)
    assert {each.total for each in slices} == {whole.total} == {4}
    assert find_observations(ledger, limit=10, offset=50).total == 4


@pytest.mark.parametrize("sort", ["nothing", "-nothing", "value; DROP TABLE series"])
def test_only_what_the_ledger_has_can_be_sorted_by(ledger: Ledger, sort: str) -> None:
    for find in (ledger.find_statements, ledger.find_series, ledger.find_findings):
        with pytest.raises(KeyError):
            find(sort=sort, limit=1)
    with pytest.raises(KeyError):
        find_observations(ledger, sort=sort, limit=1)


def test_lists_are_sorted_by_a_column_from_either_end(ledger: Ledger) -> None:
    up = [each.statement.value for each in ledger.find_statements(sort="value", limit=10).items]
    down = [each.statement.value for each in ledger.find_statements(sort="-value", limit=10).items]
    assert up == sorted(up)
    assert down == sorted(up, reverse=True)


def test_several_days_are_looked_at_through_one_open_file(ledger: Ledger) -> None:
    days = {date(2024, 2, 29): 0, date(2024, 3, 1): 1, date(2025, 2, 5): 2}
    past = {day: ledger.then(day) for day in days}
    for day, documents in days.items():
        assert len(past[day].documents()) == documents
        assert past[day].judged_on == day
    assert len(ledger.documents()) == 2
    assert {point.document for point in find_observations(past[date(2024, 3, 1)], limit=10).items} == {
        REPORT_ID
    }
    assert ARTICLE_ID in {card.id for card in ledger.documents()}


def test_a_day_that_nobody_looks_at_any_more_is_forgotten(ledger: Ledger) -> None:
    def kept() -> int:
        return next(ledger.each_row("SELECT count(*) FROM duckdb_schemas() WHERE schema_name LIKE 'past%'"))[
            0
        ]

    past = ledger.then(date(2024, 3, 1))
    assert past.documents()
    assert kept() == 1
    del past
    gc.collect()
    assert kept() == 0
