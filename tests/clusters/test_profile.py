"""Who is named for a cluster, in which role, with which words."""

from __future__ import annotations

from pathlib import Path

import pytest

from keeping import keep, paper
from yanchao.clusters.measures import growth_contribution, herfindahl, location_quotient, share
from yanchao.clusters.profile import actors, profile, profiles, province_wide
from yanchao.interval import Interval, exactly
from yanchao.ledger.ledger import Ledger, Named
from yanchao.lexicon.lexicon import load
from yanchao.statements.statement import Mention, Role, Span


def named(name: str, role: Role, entity: str | None = None) -> Named:
    mention = Mention(0, len(name), name, role, "robotics", entity, None, Span(0, len(name)))
    return Named("d", mention, name)


def test_a_city_that_is_core_once_and_node_once_is_a_core_city_with_both_mentions() -> None:
    places = (Role.CORE_CITY, Role.NODE_CITY)
    (city,) = actors(
        [named("广州", Role.NODE_CITY, "440100"), named("广州市", Role.CORE_CITY, "440100")], places
    )
    assert (city.role, city.name, len(city.mentions)) == (Role.CORE_CITY, "广州市", 2)


def test_the_strongest_role_and_the_most_mentioned_come_first() -> None:
    mentions = [
        named("小厂", Role.FIRM),
        named("库卡", Role.LEADING_FIRM),
        named("大疆", Role.LEADING_FIRM),
        named("大疆", Role.LEADING_FIRM),
    ]
    found = actors(mentions, (Role.LEADING_FIRM, Role.FIRM))
    assert [actor.name for actor in found] == ["大疆", "库卡", "小厂"]


def test_roles_that_were_not_asked_for_stay_out() -> None:
    assert actors([named("大疆", Role.FIRM)], (Role.PLAN,)) == ()


def test_a_profile_comes_from_the_ledger_with_its_quotes(tmp_path: Path) -> None:
    with Ledger(keep(tmp_path / "atlas")) as ledger:
        found = profile("robotics", ledger)
        (city,) = found.places
        assert (city.name, city.id, city.role) == ("广州市", "440100", Role.CORE_CITY)
        assert "以广州为核心" in city.mentions[0].quote
        assert city.mentions[0].document == paper().document.id
        assert [each.cluster for each in profiles(ledger, load())] == list(load().clusters)
        assert profile("uhd-display", ledger).places == ()
        assert province_wide(ledger) == ()


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
