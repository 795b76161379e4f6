"""Comments beside the text: each is kept with the words that its author would say it is about."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from yanchao.documents import read
from yanchao.documents.document import Document


def about(text: str | bytes, uri: str) -> dict[str, str]:
    document = read(text if isinstance(text, bytes) else text.encode(), uri=uri)
    return {remark.text: document.text[remark.start : remark.end] for remark in document.remarks}


def word(fill: Callable[[WordDocument], object]) -> bytes:
    written = docx.Document()
    fill(written)
    stream = io.BytesIO()
    written.save(stream)
    return stream.getvalue()


MARKDOWN = """\
# 标题 <!-- 在标题 -->

<!-- 在上 -->
第一段。

第二段 <!-- 在内 -->有字，
续行。

第三段。
<!-- 紧跟其下 -->

<!-- 隔行在上 -->

第四段。

- 一项 <!-- 在项 -->
- 二项
"""


def test_a_comment_of_markdown_is_about_its_paragraph_or_the_one_behind_it() -> None:
    assert about(MARKDOWN, "a.md") == {
        "在标题": "标题",
        "在上": "第一段。",
        "在内": "第二段 有字，续行。",
        "紧跟其下": "第三段。",
        "隔行在上": "第四段。",
        "在项": "一项",
    }


def test_a_comment_of_a_web_page_is_about_its_paragraph_or_the_one_behind_it() -> None:
    page = (
        "<html><head><!-- 不见 --></head><body><p>第一<!-- 在内 -->段。</p><!-- 在上 --><p>第二<b>段</b>。</p>"
        "<p><!-- 在前 -->第三段。</p><pre>第四段。<!-- 在排版 --></pre></body></html>"
    )
    expected = {"在内": "第一段。", "在上": "第二段。", "在前": "第三段。", "在排版": "第四段。"}
    assert about(page, "a.html") == expected


TABLES = {
    "a.md": "<!-- 表 -->\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 <!-- 行 --> |\n| 3 | 4 |\n",
    "a.html": "<html><!-- 表 --><table><tr><td>甲</td><td>乙</td></tr><tr><td>1</td><td>2<!-- 行 --></td></tr>"
    "<tr><td>3</td><td>4</td></tr></table></html>",
}


@pytest.mark.parametrize("uri", TABLES)
def test_a_comment_in_a_table_is_about_its_row_and_one_above_it_about_all_of_it(uri: str) -> None:
    assert about(TABLES[uri], uri) == {"表": "甲\t乙\n1\t2\n3\t4", "行": "1\t2"}


def test_a_comment_between_rows_is_about_the_next_one() -> None:
    page = (
        "<html><table><tr><td>甲</td><td>乙</td></tr><!-- 行 --><tr><td>1</td><td>2</td></tr></table></html>"
    )
    assert about(page, "a.html") == {"行": "1\t2"}


@pytest.mark.parametrize("uri", ["a.md", "a.html"])
def test_a_comment_behind_everything_is_about_nothing(uri: str) -> None:
    assert about("<p>正文。</p>\n\n<!-- 末尾 -->\n", uri) == {"末尾": ""}


@pytest.mark.parametrize("uri", ["a.md", "a.html"])
def test_markup_that_was_commented_out_is_no_remark(uri: str) -> None:
    assert about(f"<p>正文。</p>\n\n<!-- {'<p>旧文。</p>' * 200} -->\n", uri) == {}


@given(st.text(alphabet="一二三，。 \n", max_size=30), st.text(alphabet="一二三，。 \n", max_size=30))
def test_a_comment_changes_nothing_of_what_a_page_shows(before: str, after: str) -> None:
    page = "<html><p>甲{}{}{}乙</p></html>"
    plain = read(page.format(before, "", after).encode(), uri="a.html")
    assert read(page.format(before, "<!-- 批 -->", after).encode(), uri="a.html").text == plain.text


def test_a_comment_of_word_is_about_the_words_that_it_marks() -> None:
    def fill(written: WordDocument) -> None:
        paragraph = written.add_paragraph("占全省的")
        share = paragraph.add_run("130%")
        paragraph.add_run("，增长5%。")
        written.add_comment(runs=[share], text="一处")
        first, second = written.add_paragraph("第二段。"), written.add_paragraph("第三段。")
        written.add_comment(runs=[first.runs[0], second.runs[0]], text="两段")
        table = written.add_table(rows=1, cols=2)
        table.cell(0, 0).text, table.cell(0, 1).text = "甲", "乙"
        written.add_comment(runs=table.cell(0, 1).paragraphs[0].runs, text="一格")

    assert about(word(fill), "a.docx") == {"一处": "130%", "两段": "第二段。\n第三段。", "一格": "乙"}


def test_a_comment_of_word_that_marks_no_words_is_about_its_paragraph() -> None:
    def fill(written: WordDocument) -> None:
        paragraph = written.add_paragraph("占全省的130%。")
        written.add_comment(runs=paragraph.runs, text="整段")
        for name in ("w:commentRangeStart", "w:commentRangeEnd"):
            for mark in paragraph._p.findall(qn(name)):
                paragraph._p.remove(mark)

    assert about(word(fill), "a.docx") == {"整段": "占全省的130%。"}


def replied(fill: Callable[[WordDocument], object]) -> Document:
    """The document with its second comment a reply to the first: Word keeps who replies to whom in a part of its own."""
    import zipfile

    space = "http://schemas.microsoft.com/office/word/2010/wordml"
    extended = "http://schemas.microsoft.com/office/word/2012/wordml"
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(word(fill))) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            data = old.read(name)
            if name == "word/comments.xml":
                for identity in ("00000001", "00000002"):
                    data = data.replace(
                        b"<w:p>", f'<w:p xmlns:w14="{space}" w14:paraId="{identity}">'.encode(), 1
                    )
            new.writestr(name, data)
        new.writestr(
            "word/commentsExtended.xml",
            f'<w15:commentsEx xmlns:w15="{extended}"><w15:commentEx w15:paraId="00000001"/>'
            '<w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001"/></w15:commentsEx>',
        )
    return read(stream.getvalue(), uri="a.docx")


def test_a_reply_is_about_the_words_of_what_it_replies_to() -> None:
    def fill(written: WordDocument) -> None:
        paragraph = written.add_paragraph("占全省的")
        share = paragraph.add_run("130%")
        written.add_comment(runs=[share], text="超过100%")
        written.add_comment(runs=[share], text="原文如此")
        for name in ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"):
            for mark in list(paragraph._p.iter(qn(name))):
                if mark.get(qn("w:id")) == "1":
                    mark.getparent().remove(mark)

    document = replied(fill)
    ranges = {remark.text: document.text[remark.start : remark.end] for remark in document.remarks}
    assert ranges == {"超过100%": "130%", "原文如此": "130%"}


def test_other_kinds_of_text_have_no_remarks() -> None:
    assert read("正文。<!-- 批 -->".encode(), uri="a.txt").remarks == ()
