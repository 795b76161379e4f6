"""A key in one line and back: nothing is lost, whatever stands in the words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yanchao.ledger.matching.naming import key_of, text_of
from yanchao.ledger.series import SeriesKey
from yanchao.statements.statement import Kind

words = st.text(min_size=1, max_size=8).filter(lambda text: text.strip() == text)
keys = st.builds(
    SeriesKey,
    words,
    words,
    st.none() | words,
    st.none() | words,
    st.sampled_from(Kind),
    words,
    st.none() | words,
    st.just(()) | st.just(("above-scale", "new")),
)


@given(keys)
def test_a_key_comes_back_from_its_line(key: SeriesKey) -> None:
    assert key_of(text_of(key)) == key
    assert len(text_of(key).splitlines()) == 1


@pytest.mark.parametrize(
    "text", ["", "产量", "a | b | c | d | level | CNY | -", "a | b | c | d | size | CNY | - | -"]
)
def test_what_names_no_series_says_so(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        key_of(text)
