"""PDF with a text layer: every character with its box, laid out as a reader sees it, columns and tables included.

This file only takes the characters out: without the blanks and hyphens that pdfium makes up, radicals folded to the
characters that a reader sees. `layout.py` and `paged.py` make lines, columns, tables and paragraphs of them.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yanchao.documents.assembly import Assembly, about
from yanchao.documents.document import Document
from yanchao.documents.format import Content, Format
from yanchao.documents.limits import Deadline, Limits
from yanchao.errors import SourceError
from yanchao.quick import pattern

if TYPE_CHECKING:
    from yanchao.documents.layout import Fragment
    from yanchao.documents.paged import Page

MEDIA_TYPE = "application/pdf"
NO_TEXT = "has no text layer (a scan)"
NEEDS_OCR = "reading scans needs OCR, which comes as an extra"

_PDFIUM = threading.Lock()  # the library holds global state and is not made for threads
_FILE_NAME = pattern(r"^Microsoft |\.[a-z]{3,5}$", re.IGNORECASE)
_ZERO_WIDTH = pattern("[\u00ad\u200b-\u200f\u2060\ufeff\ufffe\uffff\x00-\x08\x0e-\x1f]")


def parse(content: Content, uri: str, limits: Limits) -> Document:
    """Read a PDF. Places are pages and boxes, one a line or cell; boxes are in points, from the lower left
    corner of the page as it is shown."""
    from yanchao.documents.paged import lay_out

    _refuse_cut_short(content.data, uri)
    deadline = Deadline(uri, limits)
    with _PDFIUM:
        pages, title, warnings = _pages(content.data, uri, limits, deadline)
    empty = [str(page.number) for page in pages if not page.fragments]
    if len(empty) == len(pages):
        raise (
            SourceError(uri, f"has no text that can be read: {warnings[0]}")
            if warnings
            else SourceError(uri, NO_TEXT, NEEDS_OCR)
        )
    if empty:
        warnings.append(f"no text layer on page {', '.join(empty[:20])}: {NEEDS_OCR}")
    assembly = Assembly(uri, limits)
    titled = lay_out(pages, assembly, deadline)
    declared = about(None if titled else title, None, None)
    return assembly.document(content, MEDIA_TYPE, about=declared, warnings=warnings)


def _refuse_cut_short(data: bytes, uri: str) -> None:
    """A reader that repairs a file without its end loses pages in silence."""
    if data.rfind(b"%%EOF", max(0, len(data) - (64 << 10))) == -1:
        raise SourceError(uri, "is cut short: the end mark of the PDF is missing")


def _pages(
    data: bytes, uri: str, limits: Limits, deadline: Deadline
) -> tuple[list[Page], str | None, list[str]]:
    import pypdfium2

    from yanchao.documents.paged import Page

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise SourceError(uri, "is encrypted", "save it without a password") from error
        raise SourceError(uri, "is no PDF that can be opened: damaged or cut short") from error
    try:
        count = len(pdf)
        if count > limits.pages:
            raise SourceError(uri, f"has {count:,} pages; {limits.pages:,} are read at most", "split it")
        pages, warnings, characters = [], [], 0
        for index in range(count):
            deadline.check()
            fragments: tuple[Fragment, ...] = ()
            try:
                fragments, lost = _read_page(pdf, index, limits.characters, uri)
                if lost:
                    warnings.append(
                        f"page {index + 1}: {lost} pieces of text are blank, or in a font that is missing"
                    )
            except pypdfium2.PdfiumError:
                warnings.append(f"page {index + 1} is damaged and was not read")
            characters += sum(len(fragment.text) for fragment in fragments)
            if characters > limits.characters:
                raise SourceError(uri, f"has more than {limits.characters:,} characters of text", "split it")
            pages.append(Page(index + 1, fragments))
        return pages, _declared_title(pdf), warnings
    finally:
        pdf.close()


def _declared_title(pdf: Any) -> str | None:
    """The title in the file's properties, unless it is the name of the file that a program printed."""
    title = ""
    with suppress(UnicodeDecodeError):
        title = (pdf.get_metadata_value("Title") or "").strip()
    return None if not title or _FILE_NAME.search(title) else title


def _read_page(pdf: Any, index: int, most: int, uri: str) -> tuple[tuple[Fragment, ...], int]:
    """The pieces of lines of a page, and how many texts pdfium may have left out."""
    from yanchao.documents.layout import touching

    page = pdf[index]
    try:
        text_page = page.get_textpage()
        try:
            if text_page.count_chars() > most:
                raise SourceError(uri, f"has more than {most:,} characters of text", "split it")
            return tuple(touching(_turned(_characters(text_page.raw), page))), _left_out(page.raw)
        finally:
            text_page.close()
    finally:
        page.close()


def _left_out(page: Any) -> int:
    """How many texts of a page have no width: pdfium passes over them.

    So it goes with single characters, and with text that runs upward, in a font that is neither in the file nor on
    the machine; a blank in such a font looks the same.
    """
    import ctypes

    from pypdfium2 import raw

    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    count = 0
    for index in range(raw.FPDFPage_CountObjects(page)):
        item = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(item) == raw.FPDF_PAGEOBJ_TEXT:
            font = raw.FPDFTextObj_GetFont(item)
            if font and raw.FPDFFont_GetIsEmbedded(font) == 0:
                raw.FPDFPageObj_GetBounds(item, left, bottom, right, top)
                count += left.value == right.value
    return count


def _characters(text_page: Any) -> Iterator[Fragment]:
    """Every character of the file with its loose box (as wide and high as its font gives it, not its ink)."""
    import ctypes

    from pypdfium2 import raw

    from yanchao.documents.layout import SUPPOSED_BLANK, Box, Fragment

    radicals = _radicals()
    rectangle = raw.FS_RECTF()
    pointer = ctypes.byref(rectangle)
    code_of, is_generated, box_of = (
        raw.FPDFText_GetUnicode,
        raw.FPDFText_IsGenerated,
        raw.FPDFText_GetLooseCharBox,
    )
    for index in range(raw.FPDFText_CountChars(text_page)):
        code = code_of(text_page, index)
        if is_generated(text_page, index) == 1:
            if code == 0x20:
                yield SUPPOSED_BLANK
            continue
        if not code or not box_of(text_page, index, pointer):
            continue
        character = "\ufffd" if 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code)
        if _ZERO_WIDTH.match(character):
            continue
        box = Box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        yield Fragment(radicals.get(character, character), box)


def _turned(characters: Iterator[Fragment], page: Any) -> Iterator[Fragment]:
    """The characters where they are on the page as it is shown: wide tables stand on pages that are turned."""
    from yanchao.documents.layout import SUPPOSED_BLANK, Fragment

    degrees = page.get_rotation()
    if not degrees:
        return characters
    # the size is that of the page as it is shown
    shown_width, shown_height = page.get_size()
    width, height = (shown_height, shown_width) if degrees in (90, 270) else (shown_width, shown_height)
    return (
        character
        if character is SUPPOSED_BLANK
        else Fragment(character.text, character.box.turned(degrees, width, height))
        for character in characters
    )


@cache
def _radicals() -> dict[str, str]:
    """The radicals and the characters that a reader sees in them."""
    table = Path(__file__).parents[1] / "radicals.csv"
    rows = [line for line in table.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return dict(row.split(",") for row in rows[1:])


FORMAT = Format(
    name="PDF",
    suffixes=(".pdf",),
    media_types=(MEDIA_TYPE,),
    recognises=lambda data: b"%PDF-" in data[:1024],
    parse=parse,
)
