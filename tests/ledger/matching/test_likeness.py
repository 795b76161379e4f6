"""What the rules keep apart and a person may join: asked about words alone, with reasons, never about what rules settle."""

from __future__ import annotations

import pytest

from yanchao.interval import Interval
from yanchao.ledger.matching.likeness import DOUBTFUL, Figure, likeness
from yanchao.ledger.series import SeriesKey
from yanchao.lexicon.lexicon import Lexicon, load
from yanchao.statements.statement import Kind

A_NAME = SeriesKey("充电设施保有量", "440000", "440000", None, Kind.LEVEL, "count:个")


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


def changed(**fields: object) -> SeriesKey:
    from dataclasses import replace

    return replace(A_NAME, **fields)  # type: ignore[arg-type]


def figure(value: float, period: str = "2025", sentence: int = 0) -> Figure:
    return Figure(period, "actual", Interval(value, value), ("a" * 64, sentence))


@pytest.mark.parametrize(
    "other",
    [
        changed(kind=Kind.GROWTH, unit="1"),
        changed(unit="kW"),
        changed(region="440100"),
        changed(qualifiers=("new",)),
        changed(qualifiers=("above-scale",)),
        changed(qualifiers=("constant-prices",)),
        changed(subject="440000·第1项"),
        changed(subject="沿海"),
    ],
)
def test_what_the_rules_settle_is_asked_of_nobody(other: SeriesKey, lexicon: Lexicon) -> None:
    assert likeness(A_NAME, other, (), (), lexicon) is None


def test_a_thing_of_a_clusters_section_and_of_the_place_is_asked_of_where_values_agree(
    lexicon: Lexicon,
) -> None:
    section = changed(subject="automotive", cluster="automotive")
    found = likeness(A_NAME, section, (figure(5),), (figure(5, sentence=7),), lexicon)
    assert found is not None
    assert "cluster" in found.signs
    assert found.score >= DOUBTFUL
    apart = likeness(A_NAME, section, (figure(5),), (figure(9, sentence=7),), lexicon)
    assert apart is None or apart.score < DOUBTFUL
    of_all, of_cars = changed(measure="output-value"), changed(measure="output-value", subject="automotive")
    assert likeness(of_all, of_cars, (figure(5),), (figure(5),), lexicon) is None


def test_two_measures_of_the_packs_are_two(lexicon: Lexicon) -> None:
    money = {"unit": "CNY", "subject": "440000"}
    one, other = changed(measure="revenue", **money), changed(measure="output-value", **money)
    assert likeness(one, other, (), (), lexicon) is None


@pytest.mark.parametrize(
    ("measure", "sign"),
    [("保有充电设施量", "order"), ("充电设施", "longer"), ("充电设施保有总量", "abbreviated")],
)
def test_names_that_are_alike_are_doubtful_and_say_why(measure: str, sign: str, lexicon: Lexicon) -> None:
    found = likeness(A_NAME, changed(measure=measure), (), (), lexicon)
    assert found is not None
    assert sign in found.signs
    assert found.score >= DOUBTFUL


def test_names_with_nothing_in_common_are_not_doubtful(lexicon: Lexicon) -> None:
    found = likeness(A_NAME, changed(measure="森林公园"), (figure(5),), (figure(5),), lexicon)
    assert found is None or found.score < DOUBTFUL


def test_values_speak_for_and_against(lexicon: Lexicon) -> None:
    other = changed(measure="充电设施保有总量")

    def score(mine: Figure, its: Figure) -> float:
        found = likeness(A_NAME, other, (mine,), (its,), lexicon)
        assert found is not None
        return found.score

    agree, apart = score(figure(5), figure(5, sentence=9)), score(figure(5), figure(6, sentence=9))
    far, near = score(figure(5), figure(900, "2026", 9)), score(figure(5), figure(6, "2026", 9))
    assert agree > near > far
    assert agree > near > apart
    assert score(figure(5), figure(5)) < agree, "one sentence names both, and so tells them apart"


def test_either_way_round_is_the_same(lexicon: Lexicon) -> None:
    other = changed(measure="充电设施保有总量")
    assert likeness(A_NAME, other, (figure(5),), (figure(6),), lexicon) == likeness(
        other, A_NAME, (figure(6),), (figure(5),), lexicon
    )
