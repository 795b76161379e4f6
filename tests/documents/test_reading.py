from __future__ import annotations

import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documented import assert_sound
from yanchao.documents import Document, Limits, read
from yanchao.documents.registry import known_suffixes
from yanchao.errors import SourceError

TEXT = "全省生产总值14.58万亿元。"


def test_text_is_exactly_what_python_reads(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes("\r\n\r\n第一行，\t有 空格  \r\n \r第三行。\n\n\n".encode())
    document = read(path)
    assert document.text == path.read_text(encoding="utf-8")
    assert document.uri == str(path)
    assert_sound(document)


def test_the_identity_of_a_document_is_that_of_its_bytes() -> None:
    assert read(TEXT.encode(), uri="a.txt").id == read(TEXT.encode(), uri="b.txt").id
    assert read(TEXT.encode()).id != read(TEXT.encode("gb18030")).id


def test_a_byte_order_mark_is_no_character() -> None:
    assert read(TEXT.encode("utf-8-sig")).text == TEXT


@given(st.text(alphabet="产值，。\n 14", min_size=1).filter(str.strip))
def test_every_offset_has_a_line_and_a_column_and_back(text: str) -> None:
    document = read(text.encode())
    for offset in range(len(text)):
        line, column = document.line_column(offset)
        assert document.line_starts[line - 1] + column - 1 == offset


def test_places_and_blocks_are_found_by_offset() -> None:
    document = read(f"# 公报\n\n{TEXT}".encode(), uri="a.md")
    offset = document.text.index("14.58")
    place, block = document.place(offset), document.block(offset)
    assert place is not None
    assert place.path == "line 3"
    assert block is not None
    assert document.text[block.start : block.end] == TEXT
    assert document.block(document.text.index("\n")) is None


@pytest.mark.parametrize(
    ("data", "name", "problem"),
    [
        (b"", "a.txt", "the file is empty"),
        (b" \n\t\r\n", "a.txt", "the file is empty"),
        ("\u3000\n".encode(), "a.txt", "there is no text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "a.txt", "is a picture"),
        (b"\x7fELF" + bytes(range(256)), "a.txt", "is a program"),
        (bytes(range(256)) * 4, "a.txt", "is not text: a control character at byte 0"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            "a.docx",
            "an old Office file or an encrypted one",
        ),
        (b"PK\x03\x04" + bytes(100), "a.docx", "is named .docx but is no whole Word document"),
        (b"PK\x03\x04" + bytes(100), "a.xlsx", "is named .xlsx but is no whole Excel workbook"),
        (b"PK\x03\x04" + bytes(100), "a.pptx", "an Office file of a kind that is not read"),
        (TEXT.encode(), "a.pdf", "is named .pdf but is no whole PDF"),
        (TEXT.encode(), "a.docx", "is named .docx but is no whole Word document"),
    ],
)
def test_what_is_no_document_is_refused_in_one_line(data: bytes, name: str, problem: str) -> None:
    with pytest.raises(SourceError, match=problem) as caught:
        read(data, uri=name)
    assert str(caught.value).startswith(f"{name}: ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a", "a.unknown"])
def test_the_bytes_decide_before_the_name(name: str) -> None:
    page = f"<!DOCTYPE html><title>公报</title><p>{TEXT}</p>"
    assert read(page.encode(), uri=name).text == TEXT


def test_an_unknown_name_is_read_where_it_is_text() -> None:
    assert read(TEXT.encode(), uri="draft.unknown").media_type == "text/plain"


def test_an_endless_line_is_refused_with_its_number() -> None:
    text = "第一行。\n" + "数" * 101
    with pytest.raises(SourceError, match=r"^a\.txt: line 2 has 101 characters; 100 are read at most"):
        read(text.encode(), uri="a.txt", limits=Limits(line_characters=100))


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_too_much_of_anything_is_refused(name: str) -> None:
    with pytest.raises(SourceError, match="larger than 10 bytes"):
        read(TEXT.encode(), uri=name, limits=Limits(source_bytes=10))
    with pytest.raises(SourceError, match="more than 5 characters"):
        read(TEXT.encode(), uri=name, limits=Limits(characters=5))


def test_invalid_bytes_are_refused_with_their_place() -> None:
    with pytest.raises(SourceError, match=r"^a\.txt: invalid bytes: byte \d+ \(line 1\) is not UTF-8"):
        read(TEXT.encode() + b"\xff" + TEXT.encode(), uri="a.txt")


@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.md", "a.html", "a.docx", "a.pdf", "a"]))
def test_any_bytes_are_read_soundly_or_refused_in_one_line(data: bytes, name: str) -> None:
    outcome: Document | str
    try:
        outcome = read(data, uri=name)
    except SourceError as error:
        outcome = str(error)
    if isinstance(outcome, str):
        assert "\n" not in outcome
    else:
        assert_sound(outcome)


def test_known_kinds_are_those_of_the_readers() -> None:
    assert {".txt", ".md", ".html", ".docx", ".pdf"} <= set(known_suffixes())


def test_reading_text_imports_no_library_of_another_format() -> None:
    program = (
        "import sys; from yanchao.documents import read; read('产值14万亿元。'.encode(), uri='a.txt');"
        "print([name for name in ('lxml', 'docx', 'pypdfium2', 'markdown_it', 'httpx', 'charset_normalizer')"
        " if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", ["guangdong-clusters-2025.txt", "report-2026-guangdong.txt"])
def test_labelled_texts_keep_their_offsets(shared: Path, name: str) -> None:
    path = shared / "corpus" / name
    document = read(path)
    assert document.text == path.read_text(encoding="utf-8")
    assert_sound(document)


def test_whole_reports_have_their_title_and_day(shared: Path) -> None:
    documents: list[Document] = [
        read(path) for path in sorted((shared / "corpus" / "reports-2026").glob("*.txt"))
    ]
    assert len(documents) > 20
    for document in documents:
        assert_sound(document)
        assert document.title is not None
        assert document.title.startswith("2026年")
        assert document.published is not None
        assert document.published.year == 2026


def test_the_documentation_names_every_suffix_and_every_limit(checkout: Path) -> None:
    page = (checkout / "docs" / "formats.md").read_text(encoding="utf-8")
    assert [suffix for suffix in known_suffixes() if f"`{suffix}`" not in page] == []
    table = page.partition("<!-- limits -->")[2].partition("<!-- end of limits -->")[0]
    assert [line.split("|")[1:3] for line in table.strip().splitlines()[2:]] == [
        [f" `{field.name}` ", f" {getattr(Limits(), field.name):,.0f} "] for field in fields(Limits)
    ]
