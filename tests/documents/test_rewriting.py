"""Edits go back into the source: into its own bytes, at their place, and nowhere else."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from yanchao.documents.editing import Edit, apart, compatible, edited
from yanchao.documents.format import Content
from yanchao.documents.reading import parse
from yanchao.documents.rewriting import Rewritten, rewrite
from yanchao.errors import SourceError


def rewritten(data: bytes, uri: str, *changes: tuple[str, str, int]) -> Rewritten:
    """The source with the nth occurrence of some words of its text replaced, each change a group of its own."""
    content = Content(data)
    document = parse(content, uri)
    groups = []
    for words, better, nth in changes:
        start = -1
        for _ in range(nth + 1):
            start = document.text.index(words, start + 1)
        groups.append((Edit(start, start + len(words), better),))
    return rewrite(content, document, groups)


@pytest.mark.parametrize(
    ("uri", "before", "after"),
    [
        ("a.txt", "甲12乙\r\n丙\r\n\r\n12丁\r\n", "甲12乙\r\n丙\r\n\r\n13丁\r\n"),
        ("a.md", "# 甲12乙\r\n\r\n*丙*[丁](12)，12%戊\r\n", "# 甲12乙\r\n\r\n*丙*[丁](12)，13%戊\r\n"),
        ("a.md", "| 12 | 12 |\n|---|---|\n| 1 | 2 |\n", "| 12 | 13 |\n|---|---|\n| 1 | 2 |\n"),
        ("a.md", "甲12，丙**1**2丁", "甲12，丙**13**丁"),
        (
            "a.html",
            "<html><title>甲12</title><h1>甲12</h1><p>丙<b>&#49;</b>2 &amp;丁</p></html>",
            "<html><title>甲12</title><h1>甲12</h1><p>丙<b>13</b> &amp;丁</p></html>",
        ),
        (
            "a.html",
            "<html><p>甲12</p><script>'甲12'</script><p title='甲12'>甲12</p></html>",
            "<html><p>甲12</p><script>'甲12'</script><p title='甲12'>甲13</p></html>",
        ),
        ("a.html", "<html><p hidden>甲12</p><p>甲12</p><p>甲12</p></html>", ""),
    ],
)
def test_an_edit_comes_to_its_own_place(uri: str, before: str, after: str) -> None:
    after = after or before[::-1].replace("21", "31", 1)[::-1]
    result = rewritten(before.encode(), uri, ("12", "13", 1))
    assert result.data.decode() == after
    assert (result.made, result.left) == (1, ())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "big5"])
@pytest.mark.parametrize("uri", ["a.txt", "a.md"])
def test_a_text_keeps_its_encoding_and_its_mark(encoding: str, uri: str) -> None:
    text = "今天的天氣很好，大家都在家裡看書，收入是300元元，可以去買東西。\r\n下一行也是中文。\r\n"
    result = rewritten(text.encode(encoding), uri, ("元元", "元", 0))
    assert result.data == text.replace("元元", "元").encode(encoding)


def test_a_page_keeps_the_encoding_that_it_declares() -> None:
    page = "<html><meta charset='gb2312'><p>收入是300元元。</p></html>"
    result = rewritten(page.encode("gb18030"), "a.html", ("元元", "元", 0))
    assert result.data == page.replace("元元", "元").encode("gb18030")


def test_what_its_encoding_does_not_have_is_not_written() -> None:
    document = "今天的天氣很好，大家都在家裡看書，收入是300元元，可以去買東西。".encode("big5")
    result = rewritten(document, "a.txt", ("元元", "们", 0))
    assert (result.data, result.made, len(result.left)) == (document, 0, 1)


def word(*paragraphs: str) -> bytes:
    written = docx.Document()
    for text in paragraphs:
        paragraph = written.add_paragraph()
        for index, part in enumerate(text.split("|")):
            paragraph.add_run(part).bold = index % 2 == 1
    stream = io.BytesIO()
    written.save(stream)
    return stream.getvalue()


def test_of_a_word_document_only_the_characters_change() -> None:
    data = word("收入|300|元，", "收入300|元元|。", "收入300元元。")
    result = rewritten(data, "a.docx", ("元元", "元", 1))
    old, new = zipfile.ZipFile(io.BytesIO(data)), zipfile.ZipFile(io.BytesIO(result.data))
    assert old.namelist() == new.namelist()
    assert [(entry.date_time, entry.compress_type) for entry in old.infolist()] == [
        (entry.date_time, entry.compress_type) for entry in new.infolist()
    ]
    for name in old.namelist():
        before, after = old.read(name), new.read(name)
        if name == "word/document.xml":
            head, _, tail = before.rpartition("元元".encode())
            assert after == head + "元".encode() + tail
        else:
            assert after == before
    paragraphs = docx.Document(io.BytesIO(result.data)).paragraphs
    assert [run.text for run in paragraphs[1].runs] == ["收入300", "元元", "。"]
    assert paragraphs[1].runs[1].bold


def test_a_signed_word_document_is_left_alone() -> None:
    data = word("收入300元元。")
    stream = io.BytesIO(data)
    with zipfile.ZipFile(stream, "a") as package:
        package.writestr("_xmlsignatures/sig1.xml", "<x/>")
    with pytest.raises(SourceError, match="signed"):
        rewritten(stream.getvalue(), "a.docx", ("元元", "元", 0))


def test_words_that_come_from_several_places_of_the_markup_are_left_alone() -> None:
    page = "<html><p>甲1</p><p>2乙</p></html>".encode()
    content = Content(page)
    document = parse(content, "a.html")
    result = rewrite(content, document, [(Edit(1, 4, "3"),)])
    assert (result.made, result.data) == (0, page)
    assert len(result.left) == 1


def test_a_group_is_made_whole_or_not_at_all() -> None:
    first, second, third = (
        (Edit(0, 1, ""), Edit(4, 5, "")),
        (Edit(1, 2, "x"), Edit(8, 9, "x")),
        (Edit(6, 6, "y"),),
    )
    assert compatible([first, second, third]) == [first, third]
    assert edited("0123456789", apart([first, second, third])) == "1235y6789"
