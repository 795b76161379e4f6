"""Folding: one written form, and the way back to every character of the source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yanchao.statements.fold import fold

MIXED = st.text(
    alphabet=st.one_of(
        st.sampled_from("产值达３５亿元，。％（）AbC 12\n\t\u3000\u00a0\u200b億萬國㎡"), st.characters()
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("２０２４年", "2024年"),
        ("占１２．５％", "占12.5%"),
        ("（配套系）", "(配套系)"),
        ("５００億元", "500亿元"),
        ("三萬個", "三万个"),
        ("20–30", "20—30"),
        ("2023～2025", "2023~2025"),
        ("4.1∶41.2", "4.1:41.2"),
        ("5\n亿元", "5亿元"),
        ("产 值 达", "产值达"),
        ("产\u3000值", "产值"),
        ("New York", "New York"),
        ("3 000", "3 000"),
        ("GB 元", "GB元"),
    ],
)
def test_a_character_has_one_written_form(written: str, folded: str) -> None:
    assert fold(written).text == folded


def test_words_are_kept_as_the_source_wrote_them() -> None:
    assert fold("產業　達５億元").words == "產業達５億元"


def test_a_range_of_the_folded_text_leads_back_to_its_characters() -> None:
    source = "前文。营收\n超 5 亿元。"
    folded = fold(source, 3)
    start = folded.text.index("超")
    assert source[slice(*folded.source(start, start + 4))] == "超 5 亿元"


def test_an_empty_range_has_its_place() -> None:
    folded = fold("a b")
    assert folded.source(1, 1) == (1, 1)


@given(MIXED)
def test_every_offset_leads_back(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.words) == len(folded.offsets) - 1
    assert list(folded.offsets) == sorted(set(folded.offsets))
    assert folded.offsets[-1] == len(text)
    for index, character in enumerate(folded.words):
        assert text[folded.offsets[index]] == character or character == " "


@given(MIXED)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(st.text(max_size=10), MIXED, st.text(max_size=10))
def test_a_part_is_folded_in_its_own_place(before: str, text: str, after: str) -> None:
    whole = before + text + after
    part = fold(whole, len(before), len(before) + len(text))
    assert part.text == fold(text).text
    assert [offset - len(before) for offset in part.offsets] == list(fold(text).offsets)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("全县茶叶市场迎来旺季 春茶产量达9万吨", "全县茶叶市场迎来旺季，春茶产量达9万吨"),
        ("工业固定资产投资 同比增长5%", "工业固定资产投资同比增长5%"),
        ("全县茶叶市场 迎来旺季", "全县茶叶市场迎来旺季"),
        ("茶叶 产量9万吨", "茶叶产量9万吨"),
    ],
)
def test_a_space_parts_the_halves_of_a_headline_that_holds_a_figure(written: str, folded: str) -> None:
    assert fold(written).text == folded
