"""Positions as editors count them, held against counting by hand."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yanchao.editor.lines import Lines, Units

TEXT = st.text(st.sampled_from("1家亿𠮷🀄\n\r\u2028\x0b\x85 "), max_size=60)


@given(TEXT, st.sampled_from(Units))
def test_every_place_is_found_again(text: str, units: Units) -> None:
    lines = Lines(text, units)
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] != "\r\n":  # between the two there is no place
            assert lines.offset(*lines.position(offset)) == offset


@given(TEXT, st.sampled_from(Units))
def test_a_position_is_the_line_and_the_units_before_it(text: str, units: Units) -> None:
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] == "\r\n":
            continue
        before = re.split(r"\r\n|\r|\n", text[:offset])
        size = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[units]
        encoding = units if units is Units.UTF_8 else f"{units}-le"
        expected = len(before) - 1, len(before[-1].encode(encoding)) // size
        assert Lines(text, units).position(offset) == expected


@given(TEXT, st.integers(-5, 50), st.integers(-5, 200))
def test_no_position_leads_out_of_the_text(text: str, line: int, character: int) -> None:
    assert 0 <= Lines(text).offset(line, character) <= len(text)


@pytest.mark.parametrize("character", [1, 2])
def test_a_place_inside_a_character_is_its_beginning_or_end(character: int) -> None:
    assert Lines("𠮷").offset(0, character) == character - 1


def test_other_ends_of_lines_than_the_protocols_are_characters() -> None:
    assert Lines("增长\u20285%").position(4) == (0, 4)
