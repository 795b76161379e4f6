"""The ledger of a past day is the ledger that would have been built on it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from keeping import keep, note, paper
from making import extraction, statement
from yanchao.ledger.exports import exports
from yanchao.ledger.ledger import Ledger
from yanchao.ledger.points import points
from yanchao.ledger.reconciliation import prominence
from yanchao.statements.statement import Extraction

FIRST = date(2024, 1, 1)
SERIES_TABLES = ("series", "observations", "assertions", "documents", "statements", "evidence", "mentions")
words = st.tuples(
    st.sampled_from(("2022", "2023", None)),
    st.integers(1, 4),
    st.sampled_from(("=", ">", "~")),
    st.sampled_from((None, "广东省统计局", "某报")),
    st.one_of(st.none(), st.integers(0, 3)),
)


def said(number: int, word: tuple[str | None, int, str, str | None, int | None]) -> Extraction:
    period, value, comparator, cited, day = word
    text = f"全省外贸进出口总额{value}万亿元。"
    stated = statement(
        text,
        f"{value}万亿元",
        value * 10**12,
        comparator=comparator,
        resolution=10**11,
        measure="进出口总额",
        subject="全省",
        region="440000",
        period=period,
        source=cited,
    )
    published = None if day is None else FIRST + timedelta(days=day)
    return extraction(text, stated, id=f"{number:064x}", uri=f"{number}.txt", published=published)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(what=st.lists(words, min_size=1, max_size=8), day=st.integers(-1, 4))
def test_the_ledger_of_a_day_is_the_one_built_from_what_was_published_by_then(
    tmp_path: Path, what: list[tuple[str | None, int, str, str | None, int | None]], day: int
) -> None:
    on = FIRST + timedelta(days=day)
    documents = [said(number, word) for number, word in enumerate(what)]
    known = [each for each in documents if each.document.published and each.document.published <= on]
    keep(tmp_path / "all", documents)
    keep(tmp_path / "known", known)
    with Ledger(tmp_path / "all", on) as then, Ledger(tmp_path / "known") as built:
        assert then.series() == built.series()
        assert then.documents() == built.documents()
        assert then.undated == sum(each.document.published is None for each in documents)
        for name in SERIES_TABLES:
            assert list(then.table(name)) == list(built.table(name)), name
        for series in then.series():
            for place, point in enumerate(series.observations):
                rows = then.each_row(
                    "SELECT prominence FROM assertions WHERE series = ? AND observation = ? ORDER BY assertion",
                    [series.id, place],
                )
                assert [row[0] for row in rows] == prominence(point.assertions)


def test_a_finding_that_leans_on_what_was_not_known_is_hidden(tmp_path: Path) -> None:
    keep(tmp_path / "atlas", [paper(), note()])
    with Ledger(tmp_path / "atlas") as now, Ledger(tmp_path / "atlas", date(2025, 2, 5)) as then:
        assert len(now.findings()) == 1
        assert (len(then.documents()), then.undated, then.findings()) == (1, 1, ())
        assert then.judged_on == date(2025, 2, 5)


@pytest.mark.parametrize("name", sorted(exports()))
def test_every_export_can_be_made_as_of_a_day(tmp_path: Path, name: str) -> None:
    keep(tmp_path / "atlas", [paper(), note()])
    with (
        Ledger(tmp_path / "atlas", date(2025, 2, 4)) as before,
        Ledger(tmp_path / "atlas", date(2025, 2, 5)) as then,
    ):
        exports()[name].write(before, tmp_path / "before")
        exports()[name].write(then, tmp_path / "then")
        assert list(points(before)) == []
        assert {point.document for point in points(then)} == {"dir/paper.pdf"}
    assert (tmp_path / "before").exists()
    assert (tmp_path / "then").exists()
