"""The page about an atlas: how well its figures were read is what was last accepted, nothing kinder."""

from __future__ import annotations

from benchmarks.gold import TOLD, accepted, in_short

from yanchao.atlas.pages.about import accuracy


def test_the_accuracy_that_an_atlas_tells_is_what_was_last_accepted() -> None:
    assert TOLD.read_text(encoding="utf-8") == in_short(accepted()), "run `make accept`"


def test_a_whole_statement_is_never_told_to_be_surer_than_its_weakest_field() -> None:
    told = accuracy()
    assert {each.set for each in told} == set(accepted())
    for each in told:
        assert each.statement <= min(each.quantity, each.subject, each.measure, each.region, each.period)
        assert each.labelled > each.texts
