"""The planting of slips: what it knows of a slip must be right, or the benchmark that stands on it says nothing."""

from __future__ import annotations

import random
from functools import lru_cache

import pytest
from benchmarks.inject.judging import judge
from benchmarks.inject.oracle import known, origins
from benchmarks.inject.rereading import Edit, Shift, changed_document, reread
from benchmarks.inject.sight import seen_by
from benchmarks.inject.slips import BESIDE, KINDS, Slip
from benchmarks.inject.texts import CleanText, clean_texts
from benchmarks.inject.ties import sums

from yanchao import extract
from yanchao.lexicon.lexicon import load
from yanchao.statements.statement import Kind

A_FEW = 6
EVERY = {**KINDS, **BESIDE}
OFTEN = dict.fromkeys(EVERY, 1.0)


@lru_cache(maxsize=1)
def texts() -> list[CleanText]:
    return clean_texts(None, load())


def some(kind: str) -> list[tuple[CleanText, Slip]]:
    pool = [(text, slip) for text in texts() for slip in EVERY[kind](text)]
    return random.Random(7).sample(pool, min(A_FEW, len(pool)))


def of(kind: str, right: str, wrong: str) -> tuple[CleanText, Slip]:
    """The slip of a kind that turns `right` into `wrong`."""
    for text in texts():
        clean = text.document.text
        for slip in EVERY[kind](text):
            begin = min(edit.start for edit in slip.edits)
            changed = Shift(slip.edits).text(clean)
            low = max(0, begin - len(right))
            if right in clean[low : begin + len(right)] and wrong in changed[low : begin + len(wrong)]:
                return text, slip
    raise AssertionError(f"no {kind} turns {right} into {wrong}")


def test_no_slip_is_planted_into_a_text_with_findings_of_its_own() -> None:
    assert {text.name: text.findings for text in texts() if text.findings} == {}


@pytest.mark.parametrize("kind", EVERY)
def test_reading_again_what_a_slip_touches_gives_what_reading_all_gives(kind: str) -> None:
    for text, slip in some(kind):
        whole = extract(changed_document(text, slip.edits), text.lexicon)
        assert reread(text, slip.edits).statements == whole.statements


@pytest.mark.parametrize("kind", EVERY)
def test_a_slip_changes_the_text_and_nothing_but_its_own_place(kind: str) -> None:
    for text, slip in some(kind):
        clean = text.document.text
        shift = Shift(slip.edits)
        changed = shift.text(clean)
        assert changed != clean
        first, last = min(edit.start for edit in slip.edits), max(edit.end for edit in slip.edits)
        assert changed[:first] == clean[:first]
        assert changed[shift.at(last) :] == clean[last:]
        assert slip.changed


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        ("digits swapped", "第二产业增加值54365.47亿元", "第二产业增加值53465.47亿元"),
        ("point moved", "比重分别为56.7%", "比重分别为567%"),
        ("wrong total", "141633.81亿元", "141633.91亿元"),
        ("misread", "12780万人", "1278O万人"),
        ("year off", "行动计划（2023—2025年）", "行动计划（2023—2026年）"),
    ],
)
def test_what_contradicts_a_relation_of_the_text_can_be_seen(kind: str, right: str, wrong: str) -> None:
    assert seen_by(*of(kind, right, wrong)) is not None


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [("wrong rank", "第一", "第二"), ("digit doubled", "增长21%", "增长221%")],
)
def test_what_stands_alone_cannot_be_seen(kind: str, right: str, wrong: str) -> None:
    assert seen_by(*of(kind, right, wrong)) is None


def test_what_the_audit_says_of_a_slip_is_held_against_the_original() -> None:
    seen = judge(*of("point moved", "比重分别为56.7%", "比重分别为567%"), OFTEN)
    assert (seen.found, seen.named, seen.proposed, seen.false) == (True, True, True, ())


def test_a_figure_that_may_be_wrong_as_well_is_marked() -> None:
    seen = judge(*of("wrong rank", "第12位前移5位", "第13位前移5位"), OFTEN)
    assert (seen.found, seen.named, seen.marked) == (True, False, True)


def test_places_after_an_edit_move_with_it() -> None:
    shift = Shift([Edit(2, 4, "xyz"), Edit(6, 7, "")])
    assert shift.text("abcdefgh") == "abxyzefh"
    assert [shift.at(offset) for offset in (0, 2, 4, 6, 7, 8)] == [0, 2, 5, 7, 7, 8]


def test_growth_told_as_a_decline_changes_its_sign() -> None:
    text, slip = some("growth for decline")[0]
    number, reads = slip.changed[0]
    assert reads.value == -text.statements[number].value
    assert reads.kind in (Kind.GROWTH, Kind.CHANGE)


@pytest.mark.parametrize(
    "kind", [kind for kind in EVERY if kind not in ("year off", "unit dropped", "% for points")]
)
def test_the_oracle_takes_every_visible_slip_that_it_weighs_for_possible(kind: str) -> None:
    for text, slip in some(kind):
        reason = seen_by(text, slip) or ""
        if reason.startswith(("relation", "tie")):
            right = {(number, text.statements[number].value) for number, _ in slip.changed}
            changes = [
                {(number, one.value) for number, one in origin.change} for origin in origins(text, slip)
            ]
            assert right in changes


def test_of_two_ranks_and_how_far_they_lie_apart_each_may_be_off() -> None:
    (most,) = known(*of("wrong rank", "第12位前移5位", "第13位前移5位"), (OFTEN,))
    assert most.named < 0.75


def test_a_figure_that_stands_in_two_relations_which_both_fail_can_be_named() -> None:
    (most,) = known(
        *of("digits swapped", "第二产业增加值54365.47亿元", "第二产业增加值53465.47亿元"), (OFTEN,)
    )
    assert most.named > 0.9


def test_a_wrong_total_is_what_is_worked_out_and_a_part_that_is_off_is_none() -> None:
    for text in texts():
        totals = {added.worked_out for added in sums(text)}
        parts = {number for added in sums(text) for number in added.parts}
        assert {number for slip in KINDS["wrong total"](text) for number, _ in slip.changed} <= totals
        assert {number for slip in BESIDE["part off"](text) for number, _ in slip.changed} <= parts


def test_what_can_be_known_of_a_total_hangs_on_whether_parts_are_off_as_often() -> None:
    total = of("wrong total", "星级饭店64家", "星级饭店65家")
    totals_alone = {kind: rate for kind, rate in OFTEN.items() if kind not in BESIDE}
    alone, beside = known(*total, (totals_alone, OFTEN))
    assert alone.named > 0.9
    assert alone.named > beside.named
