"""Every character of a document leads back to the source that shows it."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yanchao.documents.origins import UNKNOWN, origins
from yanchao.documents.reading import read

WORDS = st.text(st.sampled_from("营业收入增长占比亿元％12345.，。"), min_size=1, max_size=12)
LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r"])


@given(st.lists(WORDS, min_size=1, max_size=8), LINE_ENDS, st.sampled_from(["", "\ufeff"]))
def test_plain_text_is_its_source_but_for_line_ends(lines: list[str], end: str, mark: str) -> None:
    source = mark + end.join(lines)
    document = read(source.encode(), uri="draft.txt")
    laid = origins(source, document)
    for offset, character in enumerate(document.text):
        first, last = laid.range(offset, offset + 1)
        assert source[first:last] == (end if character == "\n" else character)
        assert laid.offset(first) == offset


MARKED = st.sampled_from(["{}", "**{}**", "*{}*", "`{}`", "[{}](https://example.org/12345)", "<b>{}</b>"])


@given(st.lists(st.lists(st.tuples(MARKED, WORDS), min_size=1, max_size=4), min_size=1, max_size=4))
def test_markdown_is_found_behind_its_marks(paragraphs: list[list[tuple[str, str]]]) -> None:
    source = "\n\n".join(" ".join(mark.format(words) for mark, words in one) for one in paragraphs)
    document = read(source.encode(), uri="draft.md")
    laid = origins(source, document)
    for offset, character in enumerate(document.text):
        if not character.isspace():
            assert laid.starts[offset] != UNKNOWN, (source, document.text, offset)
            assert source[laid.starts[offset]] == character


TAGGED = st.sampled_from(
    [
        "{}",
        "<b>{}</b>",
        "<a href='x12345'>{}</a>",
        "<script>12345</script>{}",
        "<!-- 营业收入 -->{}",
        "&nbsp;{}",
    ]
)


@given(st.lists(st.lists(st.tuples(TAGGED, WORDS), min_size=1, max_size=4), min_size=1, max_size=4))
def test_a_page_is_found_behind_its_tags(paragraphs: list[list[tuple[str, str]]]) -> None:
    body = "".join(
        f"<p>{''.join(tag.format(html.escape(words)) for tag, words in one)}</p>\n" for one in paragraphs
    )
    source = f"<html><head><title>营业收入</title></head><body>{body}</body></html>"
    document = read(source.encode(), uri="page.html")
    laid = origins(source, document)
    for offset, character in enumerate(document.text):
        if not character.isspace():
            assert laid.starts[offset] != UNKNOWN, (source, document.text, offset)
            assert source[laid.starts[offset]] == character


def test_a_character_reference_is_where_it_is_written() -> None:
    source = "<p>产值&gt;&#49;2亿元</p>"
    document = read(source.encode(), uri="page.html")
    laid = origins(source, document)
    shown = [source[slice(*laid.range(offset, offset + 1))] for offset in range(len(document.text))]
    assert shown[1:5] == ["值", "&gt;", "&#49;", "2"]


def test_what_is_hidden_parts_a_line_and_is_stepped_over() -> None:
    source = "<p>全省营业收入<span style='display:none'>草稿草稿草稿</span>为一百二十亿元左右。</p>"
    document = read(source.encode(), uri="page.html")
    laid = origins(source, document)
    start = document.text.index("亿元")
    assert source[slice(*laid.range(start, start + 2))] == "亿元"


@pytest.mark.parametrize("place", [0, 3, 10_000])
def test_where_the_source_shows_nothing_there_is_no_character(place: int) -> None:
    source = "<p>营业收入</p>"
    assert origins(source, read(source.encode(), uri="page.html")).offset(place) == (
        0 if place == 3 else None
    )


def test_a_hostile_source_costs_no_square_of_its_length() -> None:
    """Lines that the source does not have are looked for a bounded number of times, each a bounded way ahead."""
    source = (
        "<p>"
        + "</p><p>".join(f"{number}&#x{number % 9 + 0x4E00:x};亿元" for number in range(20_000))
        + "</p>"
    )
    document = read(source.encode(), uri="page.html")
    laid = origins(source, document)
    assert laid.starts[-1] == source.rindex("元")
