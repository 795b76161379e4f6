"""The words that bound a number, before and behind it."""

from __future__ import annotations

import pytest

from yanchao.lexicon.lexicon import load
from yanchao.statements.bounds import Bounds, reached
from yanchao.statements.statement import Comparator, Span

BOUNDS = Bounds(load())


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("产值超", (Span(2, 3), Comparator.MORE)),
        ("产值不低于", (Span(2, 5), Comparator.AT_LEAST)),
        ("节约", None),
        ("最近", None),
        ("打破", None),
    ],
)
def test_a_word_before_a_number_bounds_it_unless_it_ends_another(
    text: str, bound: tuple[Span, Comparator] | None
) -> None:
    assert BOUNDS.before(text, len(text)) == bound


@pytest.mark.parametrize(
    ("text", "end", "counts", "bound"),
    [
        ("3公里内设站点", 3, False, None),
        ("3公里内有站点", 3, False, Comparator.AT_MOST),
        ("3亿元内需", 3, False, None),
        ("3家内资企业", 2, True, None),
        ("3家以上", 2, True, Comparator.AT_LEAST),
        ("3+N", 1, False, None),
    ],
)
def test_a_word_behind_a_number_bounds_it_unless_it_opens_another(
    text: str, end: int, counts: bool, bound: Comparator | None
) -> None:
    found = BOUNDS.after(text, end, counts=counts)
    assert (None if found is None else found[1]) == bound


def test_all_words_that_touch_a_number_are_kept_in_their_order() -> None:
    begin, words = BOUNDS.around("预计超过约30亿元", 5, "CNY")
    assert (begin, [comparator for _, comparator in words]) == (2, [Comparator.MORE, Comparator.ABOUT])


@pytest.mark.parametrize(
    ("text", "begin", "end", "is_reached"),
    [("迈上万亿元台阶", 2, 5, True), ("达到万亿元", 2, 5, True), ("达到万亿元规模", 2, 5, False)],
)
def test_a_bare_place_word_is_reached(text: str, begin: int, end: int, is_reached: bool) -> None:
    assert reached(text, begin, end) is is_reached
