from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given
from hypothesis import strategies as st

from documented import assert_sound, table, words
from yanchao.documents import Limits, read
from yanchao.documents.document import BlockKind, Document
from yanchao.errors import SourceError


def written(*fill: Callable[[WordDocument], object]) -> bytes:
    """The bytes of a Word document that `fill` has put something into."""
    word = docx.Document()
    for step in fill:
        step(word)
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def reading(*fill: Callable[[WordDocument], object]) -> Document:
    document = read(written(*fill), uri="draft.docx")
    assert_sound(document)
    return document


def paragraph(xml: str) -> Callable[[WordDocument], object]:
    """A paragraph of raw WordprocessingML."""
    return lambda word: word.add_paragraph()._p.addnext(parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>"))


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def repacked(data: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """The same package with its entries changed; None leaves one out."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            changed = change(name, old.read(name))
            if changed is not None:
                new.writestr(name, changed)
    return stream.getvalue()


def test_headings_paragraphs_and_tables_come_in_order() -> None:
    def fill(word: WordDocument) -> None:
        word.add_heading("某省公报", 0)
        word.add_heading("综合", 1)
        word.add_paragraph("全省生产总值14.58万亿元。")
        cells = word.add_table(rows=2, cols=2)
        for row, texts in enumerate([("指标", "2030"), ("产值", "14.58")]):
            for column, text in enumerate(texts):
                cells.cell(row, column).text = text
        word.add_paragraph("后文在此。")

    document = reading(fill)
    assert document.text == "某省公报\n综合\n全省生产总值14.58万亿元。\n指标\t2030\n产值\t14.58\n后文在此。"
    assert [b.level for b in document.blocks if b.kind is BlockKind.HEADING] == [1, 2]
    assert document.title == "某省公报"
    paths = {document.text[p.start : p.end]: p.path for p in document.places}
    assert paths["全省生产总值14.58万亿元。"] == "paragraph 3"
    assert paths["14.58"] == "table 1 row 2 column 2"


def test_headings_that_are_only_written_as_such_are_found_by_form() -> None:
    document = reading(
        *(
            lambda word, text=text: word.add_paragraph(text)
            for text in (
                "某省公报",
                "（2031年3月1日）",
                "来源：某省日报",
                "一、综合",
                "全省生产总值增长5%，好于预期。",
            )
        )
    )
    assert words(document, BlockKind.HEADING) == ["某省公报", "一、综合"]
    assert (document.title, document.publisher, document.published) == (
        "某省公报",
        "某省日报",
        date(2031, 3, 1),
    )


def test_merged_cells_stand_where_they_begin() -> None:
    def fill(word: WordDocument) -> None:
        cells = word.add_table(rows=3, cols=3)
        for row in range(3):
            for column in range(3):
                cells.cell(row, column).text = f"{row}{column}"
        cells.cell(0, 1).merge(cells.cell(0, 2)).text = "产值"
        cells.cell(1, 0).merge(cells.cell(2, 0)).text = "钢铁"

    assert table(reading(fill)) == {
        (0, 0, 0): "00",
        (0, 0, 1): "产值",
        (0, 1, 0): "钢铁",
        (0, 1, 1): "11",
        (0, 1, 2): "12",
        (0, 2, 1): "21",
        (0, 2, 2): "22",
    }


@pytest.mark.parametrize(
    "number", ["²", "x", "-1", "", "9" * 5000], ids=["power", "word", "negative", "none", "long"]
)
def test_a_number_that_word_never_writes_is_passed_over(number: str) -> None:
    cell = f"<w:tc><w:tcPr><w:gridSpan w:val='{number}'/></w:tcPr><w:p>{run('甲')}</w:p></w:tc>"
    grid = (
        f"<w:tbl {nsdecls('w')}><w:tblPr><w:tblLook w:val='{number}'/></w:tblPr>"
        f"<w:tr><w:trPr><w:gridBefore w:val='{number}'/></w:trPr>{cell}{cell}</w:tr></w:tbl>"
    )
    document = reading(
        lambda word: word.element.body.insert(0, parse_xml(grid)),
        paragraph(f"<w:pPr><w:outlineLvl w:val='{number}'/></w:pPr>{run('全省生产总值增长。')}"),
    )
    assert table(document) == {(0, 0, 0): "甲", (0, 0, 1): "甲"}
    assert "全省生产总值增长。" in words(document, BlockKind.PARAGRAPH)


def test_what_word_does_not_print_is_not_read() -> None:
    document = reading(
        paragraph(
            run("产值增长")
            + f"<w:del w:id='1' w:author='a'><w:r><w:delText>3</w:delText></w:r></w:del><w:ins w:id='2' w:author='a'>{run('5')}</w:ins>"
            + run("甲", "<w:vanish/>")
            + run("%。", "<w:vanish w:val='0'/>")
            + "<w:r><w:instrText>PAGE</w:instrText></w:r>"
        )
    )
    assert document.text == "产值增长5%。"


def test_tabs_breaks_and_links_are_read() -> None:
    document = reading(
        paragraph(
            f"{run('产值')}<w:r><w:tab/></w:r><w:hyperlink>{run('14')}</w:hyperlink><w:r><w:br/></w:r>"
            f"<w:sdt><w:sdtContent>{run('亿元')}</w:sdtContent></w:sdt><w:r><w:br w:type='page'/></w:r>{run('。')}"
        )
    )
    assert document.text == "产值\t14\n亿元。"


def test_a_text_box_follows_its_paragraph_once() -> None:
    box = f"<w:txbxContent><w:p>{run('框中的产值是5亿元。')}</w:p></w:txbxContent>"
    document = reading(
        paragraph(
            run("正文在此。")
            + "<w:r><mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
            f"<mc:Choice Requires='wps'>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
        )
    )
    assert document.text == "正文在此。\n框中的产值是5亿元。"


def test_footnotes_follow_the_text() -> None:
    notes = (
        f"<w:footnotes {nsdecls('w')}><w:footnote w:type='separator' w:id='0'><w:p>{run('-')}</w:p></w:footnote>"
        f"<w:footnote w:id='2'><w:p>{run('数据为初步核算数。')}</w:p></w:footnote></w:footnotes>"
    )
    data = written(lambda word: word.add_paragraph("正文。"))
    stream = io.BytesIO(data)
    with zipfile.ZipFile(stream, "a") as package:
        package.writestr("word/footnotes.xml", notes)
    document = read(stream.getvalue(), uri="a.docx")
    assert document.text == "正文。\n数据为初步核算数。"
    assert document.places[-1].path == "footnote 1"


def test_core_properties_serve_where_the_text_says_nothing() -> None:
    def fill(word: WordDocument) -> None:
        word.core_properties.title = "某省公报"
        word.core_properties.created = datetime(2031, 3, 1)
        word.add_paragraph("全省生产总值增长5%，好于预期。")

    document = reading(fill)
    assert (document.title, document.published) == ("某省公报", date(2031, 3, 1))


def test_the_date_of_a_library_s_template_is_nobody_s() -> None:
    assert reading(lambda word: word.add_paragraph("全省生产总值增长5%，好于预期。")).published is None


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.999])
def test_a_document_that_is_cut_short_is_refused(part: float) -> None:
    data = written(lambda word: word.add_paragraph("正文。"))
    with pytest.raises(SourceError, match=r"damaged|cut short") as caught:
        read(data[: int(len(data) * part)], uri="a.docx")
    assert "\n" not in str(caught.value)


def test_a_document_with_a_broken_part_is_refused() -> None:
    data = written(lambda word: word.add_paragraph("正文。"))
    with pytest.raises(SourceError, match=r"is damaged in 'word/document\.xml'"):
        read(
            repacked(data, lambda name, old: old[:-20] if name == "word/document.xml" else old), uri="a.docx"
        )
    with pytest.raises(SourceError, match="is missing"):
        read(repacked(data, lambda name, old: None if name == "word/document.xml" else old), uri="a.docx")


def test_a_bomb_is_refused_before_it_is_expanded() -> None:
    data = written(lambda word: word.add_paragraph("正文。"))
    bomb = repacked(data, lambda name, old: bytes(8 << 20) if name == "word/styles.xml" else old)
    with pytest.raises(
        SourceError, match=r"expands [\d,]+ times in 'word/styles\.xml': made to exhaust memory"
    ):
        read(bomb, uri="a.docx")
    with pytest.raises(SourceError, match="expands to 8 MB; 1 MB are read at most"):
        read(bomb, uri="a.docx", limits=Limits(expanded_bytes=1 << 20))
    with pytest.raises(SourceError, match="entries; 3 are read at most"):
        read(data, uri="a.docx", limits=Limits(entries=3))
    with pytest.raises(SourceError, match=r"'word/styles\.xml' is larger than 1 MB"):
        read(bomb, uri="a.docx", limits=Limits(markup_bytes=1 << 20, expansion_ratio=10_000))


def test_entities_are_never_resolved() -> None:
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    data = written(lambda word: word.add_paragraph("正文。"))

    def change(name: str, old: bytes) -> bytes:
        return old.replace(b"<w:document", laughs + b"<w:document", 1) if name == "word/document.xml" else old

    with pytest.raises(SourceError, match="declares a document type"):
        read(repacked(data, change), uri="a.docx")


def test_a_document_without_a_word_is_refused() -> None:
    with pytest.raises(SourceError, match="there is no text"):
        read(written(), uri="a.docx")


@given(st.lists(st.text(alphabet="产值，。\t14 \n", max_size=30), max_size=8))
def test_any_paragraphs_are_sound(texts: list[str]) -> None:
    texts = [*texts, "产值。"]
    document = reading(*(lambda word, text=text: word.add_paragraph(text) for text in texts))
    assert "".join(document.text.split()) == "".join("".join(texts).split())
