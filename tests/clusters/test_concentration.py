"""How an industry is spread over places: pure measures first, then what the packs and the documents give."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keeping import keep
from making import extraction, statement
from yanchao.clusters.concentration import Indicator, Result, concentration
from yanchao.clusters.measures import (
    growth_contribution,
    herfindahl,
    location_quotient,
    share,
    shift_share,
)
from yanchao.interval import Interval, exactly
from yanchao.ledger.ledger import Ledger
from yanchao.lexicon.lexicon import Lexicon, load
from yanchao.statements.statement import Statement


def test_shares_keep_what_the_printed_figures_leave_open() -> None:
    found = share(Interval(4.5, 5.5), Interval(95, 105))
    assert found.low == pytest.approx(4.5 / 105)
    assert found.high == pytest.approx(5.5 / 95)


def test_a_location_quotient_of_one_is_no_specialisation() -> None:
    same = location_quotient(exactly(10), exactly(100), exactly(50), exactly(500))
    assert same.low == same.high == pytest.approx(1.0)


def test_concentration_lies_between_equal_parts_and_a_monopoly() -> None:
    equal = herfindahl([exactly(25)] * 4)
    assert equal.contains(0.25)
    assert herfindahl([exactly(7)]).high == 1.0
    assert herfindahl([exactly(90), exactly(10)]).low == pytest.approx(0.82)
    with pytest.raises(ValueError, match="nothing"):
        herfindahl([])


def test_contributions_of_the_parts_add_up_to_the_growth_of_the_whole() -> None:
    one = growth_contribution(exactly(40), exactly(46), exactly(100))
    other = growth_contribution(exactly(60), exactly(63), exactly(100))
    assert (one + other).low == pytest.approx(0.09)


positive = st.floats(1, 1e6)


@given(positive, positive, positive, positive, positive, positive)
def test_the_three_parts_of_a_shift_add_up_to_the_change(
    before: float, after: float, wider: float, wider_after: float, total: float, total_after: float
) -> None:
    found = shift_share(
        exactly(before),
        exactly(after),
        (exactly(wider), exactly(wider_after)),
        (exactly(total), exactly(total_after)),
    )
    parts = found.wider.low + found.mix.low + found.local.low
    scale = before * max(1, wider_after / wider, total_after / total)
    assert parts == pytest.approx(after - before, abs=1e-9 * max(scale, after))


@given(st.lists(st.tuples(positive, st.floats(0, 0.5)), min_size=1, max_size=8))
def test_concentration_holds_that_of_the_true_values(parts: list[tuple[float, float]]) -> None:
    values = [value for value, _ in parts]
    printed = [Interval(value - half, value + half) for value, half in parts]
    true = sum((value / sum(values)) ** 2 for value in values)
    found = herfindahl(printed)
    assert found.low - 1e-9 <= true <= found.high + 1e-9


def test_an_industry_that_grows_with_its_nation_shifts_nothing() -> None:
    doubled = (exactly(50), exactly(100))
    found = shift_share(exactly(10), exactly(20), doubled, (exactly(500), exactly(1000)))
    assert (found.wider.low, found.mix.low, found.local.low) == (10, 0, 0)


@pytest.fixture(scope="module")
def of_packs(tmp_path_factory: pytest.TempPathFactory) -> list[Result]:
    with Ledger(keep(tmp_path_factory.mktemp("packs") / "atlas")) as ledger:
        return list(concentration(ledger, load()))


def one(found: list[Result], indicator: Indicator, **wanted: str) -> Result:
    (only,) = [
        each
        for each in found
        if each.indicator is indicator
        and all(
            getattr(each.thing, name, None) == value or getattr(each, name, None) == value
            for name, value in wanted.items()
        )
    ]
    return only


def test_the_province_s_share_of_the_nation_is_of_one_edition(of_packs: list[Result]) -> None:
    """The accounts after the census with the accounts after the census, never with a first print."""
    found = one(of_packs, Indicator.SHARE, measure="gdp", region="440000", period="2023")
    assert found.within == "156"
    assert found.value == pytest.approx(13.79054 / 129.42717)
    assert found.low < found.value < found.high
    assert found.formula == "13.7905万亿/129.427万亿"
    assert all("（第五次全国经济普查后修订）" in source for source in found.sources)


def test_industry_revised_and_industry_as_first_printed_never_meet(of_packs: list[Result]) -> None:
    assert not any(
        each.thing.measure == "industrial-value-added" and each.within == "156" and each.region == "440000"
        for each in of_packs
    )


def test_a_quotient_is_of_the_four_figures_that_it_shows(of_packs: list[Result]) -> None:
    found = one(of_packs, Indicator.QUOTIENT, subject="第二产业", region="440000", period="2024")
    expected = (5.43671 / 14.14889) / (49.20871 / 134.90835)
    assert found.value == pytest.approx(expected, rel=1e-6)
    assert found.formula.count("/") == 3


def test_the_three_shifts_add_up_and_say_their_years(of_packs: list[Result]) -> None:
    parts = [
        one(of_packs, indicator, subject="第二产业", region="440000")
        for indicator in (Indicator.SHIFT_WIDER, Indicator.SHIFT_MIX, Indicator.SHIFT_LOCAL)
    ]
    assert {each.period for each in parts} == {"2020/2024"}
    assert sum(each.value for each in parts) == pytest.approx((5.43671 - 4.37564) * 1e12)


def test_concentration_needs_all_the_parts(of_packs: list[Result]) -> None:
    found = one(of_packs, Indicator.CONCENTRATION, measure="gdp", region="156", period="2024")
    assert 1 / 31 < found.low <= found.value <= found.high < 0.1
    assert "31" in found.formula
    assert not any(
        each.indicator is Indicator.CONCENTRATION and each.region == "440000" for each in of_packs
    ), "two of 21 cities say nothing of the concentration over all"


def test_places_that_nobody_speaks_of_are_not_told(of_packs: list[Result]) -> None:
    assert {each.region for each in of_packs} == {"440000", "156"}


def robots(region: str, value: int, year: str, **fields: object) -> Statement:
    figure = f"{value}亿元"
    whole = {"subject": "智能机器人产业", "cluster": "robotics", "region": region, "period": year, **fields}
    return statement(f"智能机器人产业营业收入{figure}。", figure, value * 10**8, measure="营业收入", **whole)


def of_documents(tmp_path: Path, *stated: Statement) -> list[Result]:
    lexicon: Lexicon = load()
    texts = [extraction("文" * 60, each, id=f"{number:064}") for number, each in enumerate(stated)]
    with Ledger(keep(tmp_path / "atlas", texts)) as ledger:
        return [
            each
            for each in concentration(ledger, lexicon)
            if any(source.startswith("series ") for source in each.sources)
        ]


def test_figures_of_documents_give_shares_of_city_in_province(tmp_path: Path) -> None:
    found = of_documents(
        tmp_path,
        robots("440100", 200, "2022"),
        robots("440100", 260, "2023"),
        robots("440000", 500, "2022"),
        robots("440000", 650, "2023"),
    )
    share_of_city = one(found, Indicator.SHARE, region="440100", period="2023", within="440000")
    assert share_of_city.value == pytest.approx(0.4)
    assert share_of_city.thing.cluster == "robotics"
    grown = one(found, Indicator.CONTRIBUTION, region="440100", within="440000")
    assert grown.value == pytest.approx((260 - 200) / 500)
    assert grown.period == "2022/2023"


def test_a_bound_is_no_part_of_a_share(tmp_path: Path) -> None:
    assert (
        of_documents(tmp_path, robots("440100", 260, "2023", comparator=">"), robots("440000", 650, "2023"))
        == []
    )


def test_cities_that_add_up_to_their_province_have_a_concentration(tmp_path: Path) -> None:
    parts = {"440100": 300, "440300": 200, "440600": 100}
    stated = [robots(region, value, "2023") for region, value in parts.items()]
    found = of_documents(tmp_path, *stated, robots("440000", 605, "2023"))
    whole = one(found, Indicator.CONCENTRATION, region="440000")
    assert whole.value == pytest.approx((0.5**2) + (1 / 3) ** 2 + (1 / 6) ** 2)
    short = of_documents(tmp_path / "b", *stated, robots("440000", 700, "2023"))
    assert not any(each.indicator is Indicator.CONCENTRATION for each in short)
