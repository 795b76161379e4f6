"""Confidence held against what is right: bands of equal count, and how far each is off."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yanchao.evaluation.calibration import bands, expected_error

JUDGED = st.lists(st.tuples(st.floats(0, 1, allow_nan=False), st.booleans()), min_size=1, max_size=300)


@given(JUDGED)
def test_every_statement_is_in_one_band_and_bands_rise(judged: list[tuple[float, bool]]) -> None:
    found = bands(judged)
    assert len(found) <= 10
    assert sum(band.count for band in found) == len(judged)
    assert sum(band.right for band in found) == sum(right for _, right in judged)
    assert all(one.high < other.low for one, other in pairwise(found))


@given(JUDGED)
def test_a_band_is_as_sure_as_its_statements(judged: list[tuple[float, bool]]) -> None:
    for band in bands(judged):
        assert band.low - 1e-9 <= band.said <= band.high + 1e-9
        assert 0 <= band.share <= 1


def test_bands_hold_about_as_many_statements_each() -> None:
    assert {band.count for band in bands((n / 1000, True) for n in range(1000))} == {100}


def test_statements_of_one_confidence_stay_together_and_the_others_share_the_bands_that_are_left() -> None:
    found = bands([(0.5, True)] * 60 + [(0.6 + n / 1000, True) for n in range(40)])
    assert [band.count for band in found] == [60, 5, 5, 5, 5, 4, 4, 4, 4, 4]


def test_a_confidence_that_holds_what_it_says_has_no_error() -> None:
    assert expected_error(bands([(0.75, True)] * 3 + [(0.75, False)])) == pytest.approx(0)


def test_the_error_is_the_mean_gap_whichever_way_it_goes() -> None:
    judged = [(0.5, True)] * 10 + [(0.9, False)] * 10
    assert expected_error(bands(judged)) == pytest.approx((0.5 + 0.9) / 2)


def test_nothing_read_has_no_bands_and_no_error() -> None:
    assert bands([]) == ()
    assert expected_error(()) == 0
