"""Which of many assertions are kept where only some can be shown, and how much of a sentence is quoted."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from yanchao.ledger.quoting import LONGEST_SIDE, quoted
from yanchao.ledger.reconciliation import point, prominence, short
from yanchao.ledger.series import Assertion
from yanchao.statements.statement import Comparator, Span, Status


def said(value: int, cited: str | None = None, document: str = "a") -> Assertion:
    return Assertion(
        document, 0, 1, value, value, value, Comparator.EQUAL, "", cited, None, 5 if cited is None else 1
    )


VALUES = st.lists(st.integers(-5, 5), min_size=1, max_size=40)


@given(VALUES)
def test_every_assertion_has_a_place_of_its_own_and_the_best_comes_first(values: list[int]) -> None:
    places = prominence([said(value) for value in values])
    assert sorted(places) == list(range(len(values)))
    assert places[0] == 0


@given(VALUES, st.integers(3, 10))
def test_what_is_kept_spans_all_that_is_said(values: list[int], most: int) -> None:
    whole = point("2023", Status.ACTUAL, (said(value, document=str(at)) for at, value in enumerate(values)))
    kept = short(whole, most)
    assert len(kept.assertions) == min(most, len(values))
    assert kept.times == whole.times == len(values)
    shown = [assertion.value for assertion in kept.assertions]
    assert (min(shown), max(shown)) == (min(values), max(values))
    assert kept.assertions[0] == whole.assertions[0]


def test_a_thousand_copies_do_not_hide_the_source_that_differs() -> None:
    whole = point(
        "2023", Status.ACTUAL, [*(said(7, document=f"{n:04}") for n in range(1000)), said(7, "统计局")]
    )
    assert "统计局" in {assertion.cited for assertion in short(whole, 3).assertions}


@given(st.integers(0, 10**6), st.integers(1, 50), st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_quote_holds_its_figure_and_stays_short(start: int, length: int, before: int, after: int) -> None:
    end = start + length
    words = quoted(start, end, Span(max(0, start - before), end + after))
    assert words.start <= start < end <= words.end
    assert words.end - words.start <= length + 2 * LONGEST_SIDE
    assert not math.isinf(words.end)
