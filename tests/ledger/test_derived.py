"""What follows from two printed figures, in what interval, by which formula; and what must not be worked out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from keeping import keep
from making import extraction, statement
from yanchao.ledger.derived import Derived, derive, formulas
from yanchao.ledger.ledger import Ledger
from yanchao.lexicon.lexicon import Lexicon, load
from yanchao.statements.statement import Extraction, Kind, Status

GUANGDONG = {"measure": "进出口总额", "subject": "全省", "region": "440000"}


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


def said(number: int, value: str | float, **fields: Any) -> Extraction:
    """A document of its own that prints one figure."""
    text = f"某项数字是{number}。"
    unit = fields.pop("unit", "CNY")
    made = statement(text, str(number), value, unit, **{**GUANGDONG, **fields})
    return extraction(text, made, id=f"{number:064x}", uri=f"{number}.txt")


def follows(tmp_path: Path, lexicon: Lexicon, *extractions: Extraction) -> list[Derived]:
    def found() -> Iterator[Derived]:
        with Ledger(keep(tmp_path / "atlas", extractions)) as ledger:
            yield from derive(ledger, lexicon)

    return list(found())


def test_growth_follows_from_the_levels_of_two_years_as_far_as_they_are_exact(
    tmp_path: Path, lexicon: Lexicon
) -> None:
    (grown,) = follows(
        tmp_path,
        lexicon,
        said(1, 100, resolution=10, period="2023"),
        said(2, 120, resolution=10, period="2024"),
    )
    assert (grown.key.kind, grown.period, grown.status) == (Kind.GROWTH, "2024", Status.ACTUAL)
    assert grown.value == pytest.approx(0.2)
    assert (grown.bounds.low, grown.bounds.high) == pytest.approx((115 / 105 - 1, 125 / 95 - 1))
    assert "current-prices" in grown.key.qualifiers, "growth of money is nominal, and no real growth meets it"
    assert [known.year for known in grown.inputs] == [2023, 2024]


def test_things_that_are_counted_have_no_prices(tmp_path: Path, lexicon: Lexicon) -> None:
    cars = {"measure": "产量", "subject": "汽车", "unit": "count:辆"}
    (grown,) = follows(
        tmp_path, lexicon, said(1, 100, period="2023", **cars), said(2, 120, period="2024", **cars)
    )
    assert grown.key.qualifiers == ()


def test_of_levels_in_two_units_the_growth_that_is_known_closer_is_kept(
    tmp_path: Path, lexicon: Lexicon
) -> None:
    (grown,) = follows(
        tmp_path,
        lexicon,
        said(1, 100, resolution=10, period="2023", measure="出口额"),
        said(2, 120, resolution=10, period="2024", measure="出口额"),
        said(3, 15, resolution=0.01, period="2023", measure="出口额", unit="USD"),
        said(4, 18, resolution=0.01, period="2024", measure="出口额", unit="USD"),
    )
    assert {known.key.unit for known in grown.inputs} == {"USD"}


def test_over_some_years_it_is_a_years_average(tmp_path: Path, lexicon: Lexicon) -> None:
    (grown,) = follows(tmp_path, lexicon, said(1, 100, period="2020"), said(2, 121, period="2022"))
    assert (grown.period, grown.formula) == ("2021/2022", "average")
    assert grown.value == pytest.approx(0.1)
    assert "annual-average" in grown.key.qualifiers


def test_a_bound_without_an_end_gives_growth_without_one(tmp_path: Path, lexicon: Lexicon) -> None:
    (grown,) = follows(
        tmp_path, lexicon, said(1, 100, period="2023"), said(2, 120, comparator=">", period="2024")
    )
    assert grown.bounds.low == pytest.approx(0.2)
    assert grown.bounds.high == float("inf")


def test_a_share_follows_from_a_place_and_the_places_around_it(tmp_path: Path, lexicon: Lexicon) -> None:
    city = {"subject": "广州市", "region": "440100", "period": "2024"}
    (share,) = follows(tmp_path, lexicon, said(1, 25, **city), said(2, 100, period="2024"))
    assert (share.key.kind, share.key.base, share.key.region) == (Kind.SHARE, "440000", "440100")
    assert share.value == pytest.approx(0.25)
    rates = {"measure": "城镇调查失业率", "kind": "share", "unit": "1"}
    assert not follows(
        tmp_path, lexicon, said(1, "0.05", **city, **rates), said(2, "0.04", period="2024", **rates)
    )


def test_a_level_follows_from_the_one_before_and_the_growth(tmp_path: Path, lexicon: Lexicon) -> None:
    growth = {"kind": "growth", "unit": "1", "period": "2024"}
    (level,) = follows(
        tmp_path, lexicon, said(1, 100, period="2023"), said(2, "0.2", resolution="0.02", **growth)
    )
    assert (level.key.kind, level.period, level.formula) == (Kind.LEVEL, "2024", "level")
    assert level.value == pytest.approx(120)
    assert (level.bounds.low, level.bounds.high) == pytest.approx((119, 121))


@pytest.mark.parametrize(
    ("level", "growth"),
    [
        ({"measure": "生产总值"}, {"measure": "生产总值"}),
        ({"measure": "工业增加值"}, {"measure": "工业增加值"}),
        ({}, {"qualifiers": frozenset({"constant-prices"})}),
        ({}, {"qualifiers": frozenset({"annual-average"})}),
        ({}, {"status": "target"}),
        ({}, {"region": "450000"}),
        ({"qualifiers": frozenset({"above-scale"})}, {"qualifiers": frozenset({"above-scale"})}),
    ],
)
def test_no_level_follows_from_growth_that_is_not_of_the_printed_levels(
    level: dict[str, Any], growth: dict[str, Any], tmp_path: Path, lexicon: Lexicon
) -> None:
    base = said(1, 100, period="2023", **level)
    rate = said(2, "0.2", **{"kind": "growth", "unit": "1", "period": "2024", **growth})
    assert follows(tmp_path, lexicon, base, rate) == []


def test_nothing_is_worked_out_where_somebody_says_it(tmp_path: Path, lexicon: Lexicon) -> None:
    growth = said(3, "0.2", kind="growth", unit="1", period="2024")
    found = follows(tmp_path, lexicon, said(1, 100, period="2023"), said(2, 130, period="2024"), growth)
    assert [each.formula for each in found] == ["growth"], "the level of 2024 is printed"


@pytest.mark.parametrize("first", [0, -5])
def test_no_growth_from_nothing_or_less(first: int, tmp_path: Path, lexicon: Lexicon) -> None:
    assert follows(tmp_path, lexicon, said(1, first, period="2023"), said(2, 120, period="2024")) == []


def test_part_of_a_year_and_targets_are_no_inputs(tmp_path: Path, lexicon: Lexicon) -> None:
    quarter = said(1, 100, period="2023-01/2023-03")
    assert follows(tmp_path, lexicon, quarter, said(2, 120, period="2024", status="target")) == []


def test_what_follows_from_disputed_figures_says_so(tmp_path: Path, lexicon: Lexicon) -> None:
    disputing = said(1, 100, period="2023"), said(3, 90, period="2023")
    (grown,) = follows(tmp_path, lexicon, *disputing, said(2, 120, period="2024"))
    assert grown.doubts == {"disputed"}


def test_derived_figures_are_no_series(tmp_path: Path, lexicon: Lexicon) -> None:
    with Ledger(
        keep(tmp_path / "atlas", [said(1, 100, period="2023"), said(2, 120, period="2024")])
    ) as ledger:
        assert len(ledger.series()) == 1
        assert len(list(ledger.table("derived"))) == 1


def test_every_formula_is_written_out() -> None:
    assert set(formulas()) == {"growth", "average", "share", "level"}
    for line in formulas().values():
        assert "first" in line.written
        assert "second" in line.written
