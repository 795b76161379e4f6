"""The scales on which other tools and ours are weighed (`benchmarks/peers`): alike for all, and fair to number tools."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from benchmarks.peers.environment import requirements
from benchmarks.peers.run import TOOLS
from benchmarks.peers.scoring import worth
from benchmarks.peers.tools.serving import Reading, moved, outermost, paragraphs

OURS = {"yanchao_quantities", "yanchao_statements"}


def label(
    start: int, end: int, value: float, unit: str = "CNY", kind: str = "level", **more: float
) -> dict[str, Any]:
    return {
        "start": start, "end": end, "kind": kind, "value": value, "unit": unit, "low": None, "high": None, **more
    }  # fmt: skip


def test_the_same_range_value_and_unit_are_right() -> None:
    found = worth([label(5, 10, 7.2e11)], [(5, 10, 7.2e11, "CNY")])
    assert (found.labels, found.readings, found.exact, found.overlap, found.value, found.unit) == (1,) * 6
    assert found.f1(found.exact) == 1.0


def test_a_number_without_its_comparator_overlaps_but_is_not_exact() -> None:
    found = worth([label(5, 10, 7.2e11)], [(6, 10, 7.2e11, "CNY")])
    assert (found.exact, found.overlap, found.value) == (0, 1, 1)


@pytest.mark.parametrize(
    ("labelled", "read"),
    [
        (label(0, 4, -0.032, "1", "growth"), 0.032),
        (label(0, 6, 12.5, "count:家", low=10, high=15), 10.0),
        (label(0, 6, 12.5, "count:家", low=10, high=15), 15.0),
    ],
)
def test_a_number_tool_need_not_read_a_verb_nor_average_a_range(
    labelled: dict[str, Any], read: float
) -> None:
    assert worth([labelled], [(labelled["start"], labelled["end"], read, "1")]).value == 1


def test_a_number_ten_times_too_large_is_wrong() -> None:
    assert worth([label(0, 4, 0.32, "1", "share")], [(0, 4, 3.2, "1")]).value == 0


def test_what_no_peer_reads_is_neither_right_nor_wrong() -> None:
    rank = label(0, 4, 1, "1", "rank")
    assert worth([rank], [(2, 4, 1.0, "1")]).readings == 0
    assert worth([rank], [(20, 24, 2024.0, "1")]).readings == 1, "a year is a false alarm"


def test_one_reading_serves_one_label() -> None:
    found = worth([label(0, 4, 1.0), label(5, 9, 2.0)], [(0, 9, 1.0, "CNY")])
    assert (found.overlap, found.recall(found.overlap), found.precision(found.overlap)) == (1, 0.5, 1.0)


def test_of_readings_in_one_another_the_longest_stays() -> None:
    percent, number, other = Reading(3, 6, 0.43), Reading(3, 5, 43.0), Reading(8, 9, 4.0)
    assert outermost([number, other, percent]) == [percent, other]
    assert outermost([Reading(0, 3, 5.0), Reading(0, 3, 5.0, "t")]) == [Reading(0, 3, 5.0, "t")]


def test_paragraphs_keep_their_place() -> None:
    text = "标题\n\n　\n营收12亿元。\n"
    assert all(text[at : at + len(part)] == part for at, part in paragraphs(text))
    assert [part for _, part in paragraphs(text)] == ["标题", "营收12亿元。"]
    assert moved(Reading(2, 6, 1.2e9, "CNY"), 6) == Reading(8, 12, 1.2e9, "CNY")


@pytest.mark.parametrize("tool", TOOLS, ids=lambda path: path.stem)
def test_every_tool_but_ours_says_what_it_needs(tool: Path) -> None:
    assert bool(requirements(tool)) == (tool.stem not in OURS)
