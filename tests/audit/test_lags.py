"""How far two rates of a paragraph lie apart."""

from __future__ import annotations

import pytest
from tests.audit.test_breakdowns import dossier

from yanchao.audit.lags import lags

RATES = "农村居民人均可支配收入21450元，增长6.8%；城镇居民人均可支配收入39683元，增长4.7%。"


@pytest.mark.parametrize(
    ("told", "higher", "lower"),
    [
        ("农村居民收入增速快于城镇居民2.1个百分点。", "6.8%", "4.7%"),
        ("城镇居民收入增速慢于农村居民2.1个百分点。", "6.8%", "4.7%"),
    ],
)
def test_whose_two_rates_are_compared_the_beginnings_of_their_names_say(
    told: str, higher: str, lower: str
) -> None:
    (lag,) = lags(dossier(RATES + told))
    assert (lag.higher.text, lag.lower.text, lag.apart.text) == (higher, lower, "2.1个百分点")


@pytest.mark.parametrize(
    "told", ["农村居民收入增速快于全省2.1个百分点。", "农村居民收入占比提高2.1个百分点。"]
)
def test_a_rate_that_the_paragraph_does_not_tell_is_not_guessed(told: str) -> None:
    assert not list(lags(dossier(RATES + told)))


@pytest.mark.parametrize(
    ("told", "higher", "lower"),
    [
        ("2024年，增加值增长6.8%，增速比上年（5.3%）加快1.5个百分点。", "6.8%", "5.3%"),
        ("2024年，增加值增长5.3%，增速比上年（6.8%）回落1.5个百分点。", "6.8%", "5.3%"),
    ],
)
def test_a_growth_is_more_or_less_than_the_one_before_it(told: str, higher: str, lower: str) -> None:
    (lag,) = lags(dossier(told))
    assert (lag.higher.text, lag.lower.text) == (higher, lower)
