"""What the database makes of claims is what `reconciliation` makes of them, in any ranges and whatever was there before."""

from __future__ import annotations

import tempfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from keeping import keep
from making import extraction, statement
from yanchao.ledger import settling
from yanchao.ledger.ledger import Ledger
from yanchao.ledger.reconciliation import prominence, reconcile
from yanchao.ledger.sql import between
from yanchao.lexicon.lexicon import load
from yanchao.statements.statement import Extraction

words = st.tuples(
    st.sampled_from(("进出口总额", "营业收入", "粮食产量", "软件业务收入")),
    st.sampled_from(("2022", "2023-01/2023-09", None)),
    st.sampled_from(("actual", "target", "estimate")),
    st.integers(-1, 3),
    st.sampled_from(("=", ">", ">=", "<", "<=", "~")),
    st.sampled_from((None, "广东省统计局", "某报")),
    st.one_of(st.none(), st.integers(0, 2)),
)


def said(number: int, word: tuple[str, str | None, str, int, str, str | None, int | None]) -> Extraction:
    measure, period, status, value, comparator, cited, day = word
    text = f"全省{measure}{value}万亿元。"
    stated = statement(
        text,
        f"{value}万亿元",
        value * 10**12,
        comparator=comparator,
        resolution=10**11,
        measure=measure,
        subject="全省",
        region="440000",
        period=period,
        status=status,
        source=cited,
    )
    published = None if day is None else date(2024, 1, 1) + timedelta(days=day)
    return extraction(text, stated, id=f"{number:064x}", uri=f"{number}.txt", published=published)


@pytest.fixture(scope="module", params=[4_000, 2], ids=["one range", "many ranges"])
def ranges(request: pytest.FixtureRequest) -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settling, "FIRST_CLAIMS", request.param)
        patch.setattr(settling, "RANGES", 5)
        yield


@settings(max_examples=20, deadline=None)
@given(what=st.lists(words, min_size=1, max_size=12))
def test_the_database_settles_as_the_program_does(
    what: list[tuple[str, str | None, str, int, str, str | None, int | None]], ranges: object
) -> None:
    documents = [said(number, word) for number, word in enumerate(what)]
    with tempfile.TemporaryDirectory() as name, Ledger(keep(Path(name) / "atlas", documents)) as ledger:
        assert sorted(ledger.series(), key=lambda each: each.id) == sorted(
            reconcile(documents, load()), key=lambda each: each.id
        )
        for series in ledger.series():
            for number, point in enumerate(series.observations):
                rows = ledger.each_row(
                    "SELECT prominence FROM assertions WHERE series = ? AND observation = ? ORDER BY assertion",
                    [series.id, number],
                )
                assert [place for (place,) in rows] == prominence(point.assertions)


@pytest.mark.parametrize(
    ("first", "beyond", "condition"),
    [
        (None, None, "true"),
        ("a", None, "series >= 'a'"),
        (None, "b'", "series < 'b'''"),
        ("a", "b", "series >= 'a' AND series < 'b'"),
    ],
)
def test_ranges_meet_and_do_not_overlap(first: str | None, beyond: str | None, condition: str) -> None:
    assert between("series", first, beyond) == condition
