"""Who is named for a cluster, in which role, with which words."""

from __future__ import annotations

from pathlib import Path

from keeping import keep, paper
from yanchao.clusters.profile import actors, profile, profiles, province_wide
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
