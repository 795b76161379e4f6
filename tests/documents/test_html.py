from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documented import assert_sound, block_of, table, words
from yanchao.documents import Limits, read
from yanchao.documents.document import BlockKind, Document
from yanchao.documents.format import Content
from yanchao.documents.formats import html
from yanchao.documents.limits import DEFAULT_LIMITS
from yanchao.errors import SourceError


def reading(page: str, encoding: str = "utf-8") -> Document:
    document = read(page.encode(encoding), uri="page.html")
    assert_sound(document)
    return document


def test_a_page_is_what_a_browser_shows_of_it() -> None:
    document = reading(
        "<title>站</title><nav>首页</nav><script>var x=1</script><style>p{}</style><h1>公 报</h1>"
        "<p>全省<b>生产\n   总值</b>&nbsp;14.58&#x4e07;亿元，<br>增长3.9%。<span hidden>甲</span>"
        '<i style="DISPLAY : none">乙</i><!-- 丙 --></p><div>后<em>文</em>。<template>丁</template></div>'
    )
    assert document.text == "公 报\n全省生产总值 14.58万亿元，\n增长3.9%。\n后文。"


def test_headings_have_their_level_and_captions_and_items_are_told_apart() -> None:
    document = reading(
        "<h1>公报</h1><h3>工业</h3><ul><li>钢铁工业产量增长</li></ul><figure><figcaption>图为车间</figcaption></figure>"
    )
    assert [(b.kind, b.level) for b in document.blocks] == [
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 3),
        (BlockKind.PARAGRAPH, 0),
        (BlockKind.CAPTION, 0),
    ]


def test_numbered_lines_are_headings_where_a_page_marks_none() -> None:
    document = reading("<h1>公报</h1><p><strong>一、综合</strong></p><p>全省生产总值增长5%，好于预期。</p>")
    assert words(document, BlockKind.HEADING) == ["公报", "一、综合"]


def test_links_alone_on_a_line_and_footers_are_furniture() -> None:
    document = reading(
        "<div><a href=/>要闻</a></div><ul><li><a href=/x>通知公告</a></li></ul><p>全省生产总值增长5%，<a href=/y>详见公报</a>。</p>"
        "<footer>版权所有 某省人民政府</footer>"
    )
    assert words(document, BlockKind.FURNITURE) == ["要闻", "通知公告", "版权所有 某省人民政府"]


def test_cells_know_their_row_and_column_through_spans() -> None:
    document = reading(
        "<table><caption>表1</caption><thead><tr><th rowspan=2>指标<th colspan=2>产值</tr><tr><td>2029<td>2030</tr></thead>"
        "<tbody><tr><td>钢铁<td>1<td>2</tr><tr><td colspan=2>合计<td>3</tr></table><table><tr><td>甲<td>乙</table>"
    )
    assert table(document) == {
        (0, 0, 0): "指标",
        (0, 0, 1): "产值",
        (0, 1, 1): "2029",
        (0, 1, 2): "2030",
        (0, 2, 0): "钢铁",
        (0, 2, 1): "1",
        (0, 2, 2): "2",
        (0, 3, 0): "合计",
        (0, 3, 2): "3",
        (1, 0, 0): "甲",
        (1, 0, 1): "乙",
    }
    assert [b.cell.is_header for b in document.blocks if b.cell and b.cell.table == 0] == [True] * 4 + [
        False
    ] * 5
    assert "钢铁\t1\t2\n" in document.text


def test_a_page_laid_out_by_a_table_is_text() -> None:
    document = reading(
        "<table><tr><td>导航</td><td><h1>公报</h1><p>正文在此。</p><table><tr><td>甲<td>1</table></td></tr></table>"
    )
    assert table(document) == {(0, 0, 0): "甲", (0, 0, 1): "1"}
    assert words(document, BlockKind.HEADING) == ["公报"]


def test_every_piece_leads_back_to_its_element() -> None:
    document = reading("<body><div><p>甲段。</p><p>乙段。</p></div><table><tr><td>丙<td>丁</table>")
    for text, path in {
        "甲段": "/html/body[1]/div[1]/p[1]",
        "乙段": "/html/body[1]/div[1]/p[2]",
        "丁": "/html/body[1]/table[1]/tr[1]/td[2]",
    }.items():
        place = document.place(document.text.index(text))
        assert place is not None
        assert place.path == path


@pytest.mark.parametrize(
    "meta",
    [
        '<meta name="ArticleTitle" content="某省公报"><meta name="PubDate" content="2031-03-01 09:00"><meta name="ContentSource" content="某省统计局">',
        '<meta property="og:title" content="某省公报"><meta property="article:published_time" content="2031-03-01T09:00:00+08:00"><meta property="og:site_name" content="某省统计局">',
    ],
)
def test_a_page_declares_title_date_and_publisher(meta: str) -> None:
    document = reading(f"<head><title>站名</title>{meta}</head><p>正文。</p>")
    assert (document.title, document.published, document.publisher) == (
        "某省公报",
        date(2031, 3, 1),
        "某省统计局",
    )


def test_a_page_that_declares_nothing_is_asked_by_its_form() -> None:
    document = reading(
        "<title>公报_某省</title><p>发布时间：2031-03-01 来源：某省日报</p><p>来源：某省日报</p><p>全省生产总值增长5%。</p>"
    )
    assert (document.title, document.published, document.publisher) == (
        "公报_某省",
        date(2031, 3, 1),
        "某省日报",
    )


def test_the_name_of_the_site_is_no_part_of_the_title() -> None:
    page = "<title>某省2030年公报_某省人民政府</title><div><p>某省2030年公报</p></div><p>全省生产总值增长5%，好于预期。</p>"
    assert reading(page).title == "某省2030年公报"


@pytest.mark.parametrize(
    ("declaration", "encoding"),
    [
        ("<meta charset=gb2312>", "gb18030"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=GBK">', "gb18030"),
        ("<meta charset=big5>", "big5"),
        ("<meta charset=gb2312>", "utf-8-sig"),  # the byte order mark is right
        ("<meta charset=latin-no-such>", "utf-8"),
        ("", "gb18030"),
        ("", "utf-16"),
        ('<?xml version="1.0" encoding="gb2312"?>', "gb18030"),
    ],
)
def test_the_encoding_is_found_as_browsers_find_it(declaration: str, encoding: str) -> None:
    page = f"{declaration}<html><body><p>廣東生產總值增長，全年经济总量大</p></body></html>"
    if encoding == "big5":
        page = page.replace("全年经济总量大", "全年經濟總量大")
    assert reading(page, encoding).text.startswith("廣東生產總值增長，全年")


def test_a_lost_byte_on_a_web_page_is_shown_and_said() -> None:
    data = (
        "<meta charset=gb2312><p>产值十四万亿元".encode("gb18030") + b"\xff" + "，增长</p>".encode("gb18030")
    )
    document = read(data, uri="page.html")
    assert "\ufffd" in document.text
    assert document.warnings == ("1 bytes are not gb2312; they are shown as \ufffd",)


def test_what_the_server_says_about_the_charset_comes_first() -> None:
    content = Content("<meta charset=utf-8><p>产值</p>".encode("gb18030"), "text/html", "gbk")
    assert html.parse(content, "page.html", DEFAULT_LIMITS).text == "产值"


@pytest.mark.parametrize(
    "page", ["<p>" + "<b>" * 5000 + "深", "<div>" * 20_000 + "深", "<table><tr><td>" * 3000 + "深"]
)
def test_elements_nested_without_end_are_refused(page: str) -> None:
    with pytest.raises(SourceError, match="nested more than 150 deep"):
        read(page.encode(), uri="page.html")


def test_entities_and_other_files_are_never_opened(tmp_path: object) -> None:
    page = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>甲&x;乙</p><iframe src="file:///etc/passwd"></iframe>'
    assert "root:" not in reading(page).text


def test_a_page_of_nothing_but_scripts_is_refused() -> None:
    with pytest.raises(SourceError, match="there is no text"):
        read(b"<html><script>alert(1)</script></html>", uri="page.html")


def test_a_page_above_the_limit_is_refused() -> None:
    with pytest.raises(SourceError, match="larger than 20 bytes of HTML"):
        read(b"<p>" + b"x" * 30, uri="page.html", limits=Limits(markup_bytes=20))


def test_a_span_without_bound_costs_nothing() -> None:
    document = reading("<table><tr><td rowspan=999999999 colspan=99999999>甲<td>乙<tr><td>丙<td>丁</table>")
    assert block_of(document, "丙").cell is not None


TAGS = [
    "p",
    "div",
    "table",
    "tr",
    "td",
    "th",
    "h1",
    "li",
    "br",
    "b",
    "a",
    "pre",
    "caption",
    "thead",
    "footer",
    "nav",
    "span",
]


@given(
    st.lists(
        st.sampled_from(
            [*(f"<{t}>" for t in TAGS), *(f"</{t}>" for t in TAGS), "产值", "14", " ", "\n", "。", "&nbsp;"]
        )
    )
)
def test_any_tag_soup_is_sound(pieces: list[str]) -> None:
    try:
        document = read(b"<html>" + "".join(pieces).encode(), uri="a.html")
    except SourceError:
        return
    assert_sound(document)
