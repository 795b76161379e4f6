from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documented import assert_sound, block_of, table, words
from yanchao.documents import read
from yanchao.documents.document import BlockKind, Document
from yanchao.errors import SourceError


def reading(text: str) -> Document:
    document = read(text.encode(), uri="notes.md")
    assert_sound(document)
    return document


def test_marks_are_gone_and_words_stay() -> None:
    document = reading(
        "# 公报\n\n全省**生产总值** [14.58](http://a.example)万亿元，`增长`*3.9%*。\n\n## 工业\n\n- 钢铁\n- 石化\n"
    )
    assert document.text == "公报\n全省生产总值 14.58万亿元，增长3.9%。\n工业\n钢铁\n石化"
    assert [(document.text[b.start : b.end], b.level) for b in document.blocks if b.level] == [
        ("公报", 1),
        ("工业", 2),
    ]
    assert document.title == "公报"


def test_a_line_that_ends_inside_a_chinese_word_goes_on_without_a_blank() -> None:
    assert (
        reading("全省生产\n总值增长，\n其中 GDP\ngrowth 5%。").text
        == "全省生产总值增长，其中 GDP growth 5%。"
    )


def test_tables_are_cells() -> None:
    document = reading(
        "| 指标 | 2030 |\n|---|---|\n| 产值 | **14.58** |\n| 出口 | |\n\n后文。\n\n| 甲 |\n|---|\n| 乙 |\n"
    )
    assert table(document) == {
        (0, 0, 0): "指标",
        (0, 0, 1): "2030",
        (0, 1, 0): "产值",
        (0, 1, 1): "14.58",
        (0, 2, 0): "出口",
        (1, 0, 0): "甲",
        (1, 1, 0): "乙",
    }
    cell = block_of(document, "2030").cell
    assert cell is not None
    assert cell.is_header


def test_every_piece_leads_back_to_its_line() -> None:
    document = reading(
        "---\ntitle: 公报\n---\n\n# 标题\n\n第一段。\n\n| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n\n第二段\n还是第二段。\n"
    )
    for text, path in {
        "标题": "line 5",
        "第一段": "line 7",
        "甲": "line 9",
        "丁": "line 11",
        "第二段": "lines 13-14",
    }.items():
        place = document.place(document.text.index(text))
        assert place is not None
        assert place.path == path


def test_the_yaml_head_says_what_the_document_is() -> None:
    document = reading('---\ntitle: "某省公报"\ndate: 2031-03-01\n来源: 某省统计局\n---\n正文。\n')
    assert (document.title, document.published, document.publisher) == (
        "某省公报",
        date(2031, 3, 1),
        "某省统计局",
    )
    assert document.text == "正文。"


def test_a_rule_is_no_yaml_head() -> None:
    assert reading("正文。\n\n---\n\n后文。\n").text == "正文。\n后文。"


def test_embedded_html_shows_its_text_only() -> None:
    assert (
        reading("<div onclick=x>\n甲<b>乙</b>\n</div>\n\n<!-- 隐藏 -->\n\n丙<br>丁<i>戊</i>").text
        == "甲乙\n丙\n丁戊"
    )


def test_credits_in_markdown_are_furniture() -> None:
    document = reading("# 公报\n\n来源：某省日报\n\n全省生产总值增长5%。")
    assert words(document, BlockKind.FURNITURE) == ["来源：某省日报"]
    assert document.publisher == "某省日报"


def test_a_document_of_nothing_but_marks_is_refused() -> None:
    with pytest.raises(SourceError, match="there is no text"):
        read(b"---\n\n![](picture.png)\n", uri="a.md")


@given(st.text(alphabet="产值14#*_|`-> \n[]()<>&\t", max_size=120))
def test_any_markdown_is_sound(text: str) -> None:
    try:
        document = read(text.encode(), uri="a.md")
    except SourceError:
        return
    assert_sound(document)
