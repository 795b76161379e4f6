"""Word documents (.docx): what Word prints of them, with headings by style, tables as cells, and footnotes.

The package is read directly rather than through a Word library: only so can every entry be held to a limit
before it is expanded (`archive.py`), deleted text be told from inserted, and text boxes be found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from yanchao.documents.archive import Archive, attribute, local_name
from yanchao.documents.assembly import Assembly, whole
from yanchao.documents.document import BlockKind, Cell, Document
from yanchao.documents.editing import Edit, edited
from yanchao.documents.format import Content, Format, Script
from yanchao.documents.limits import Deadline, Limits, whole_number
from yanchao.documents.office import main_part, properties
from yanchao.errors import SourceError
from yanchao.quick import dataclass, pattern

if TYPE_CHECKING:
    from lxml.etree import _Element

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

UNSEEN = frozenset(
    ("del", "moveFrom", "instrText", "delText", "delInstrText", "rPr", "pPr", "Fallback", "commentReference")
)
"""Elements of a paragraph that Word does not print: deleted text, field codes, and the copy for old programs."""

LAST_OUTLINE_LEVEL = 8
"""Counted from 0; 9 is the level of text that is no heading."""

MOST_SPANNED = 9999
"""Columns that a cell takes, or that are left free before a row; Word has 63 at most."""

COMMENT_MARKS = frozenset(("commentRangeStart", "commentRangeEnd", "commentReference"))
"""Elements that say where a comment begins, where it ends, and where its sign stands."""

_HEADING_STYLE = pattern(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_TITLE_STYLES = ("title", "标题")
_HEXADECIMAL = pattern(r"[0-9A-Fa-f]{1,8}")
_CAPTION_STYLES = ("caption", "题注")


def parse(content: Content, uri: str, limits: Limits) -> Document:
    """Read a Word document. Places are `paragraph N`, `table T row R column C` and `footnote N`, from 1."""
    package = _Package(content.data, uri, limits)
    main = package.main()
    body = next((child for child in main if local_name(child) == "body"), None)
    if body is None:
        raise SourceError(uri, "is no Word document: it has no body")
    comments = package.optional("comments")
    walk = _Walk(uri, limits, package.styles(), is_reviewed=comments is not None)
    walk.body(body)
    walk.footnotes(package.optional("footnotes"), "footnote")
    walk.footnotes(package.optional("endnotes"), "endnote")
    walk.remarks(comments, package.optional("commentsExtended"))
    return walk.assembly.document(content, MEDIA_TYPE, about=properties(package.archive))


def script(content: Content, uri: str, limits: Limits) -> Script:
    """The parts whose text is read, one after another. Every other part of the new package has the bytes it had.

    Raises:
        SourceError: where the document is signed, or its parts are in an encoding that Word does not write.
    """
    package = _Package(content.data, uri, limits)
    if any(name.startswith("_xmlsignatures/") for name in package.archive.names):
        raise SourceError(uri, "is signed: a change would break the signature")
    parts = {name: package.archive.bytes_of(name) for name in package.text_parts()}
    try:
        texts = {name: data.decode("utf-8") for name, data in parts.items()}
    except UnicodeDecodeError as error:
        raise SourceError(
            uri, "cannot be written back: its text is not in UTF-8", "save it again in Word"
        ) from error

    def write(edits: Sequence[Edit]) -> bytes:
        changed: dict[str, bytes] = {}
        begins = 0
        for name, text in texts.items():
            ends = begins + len(text)
            own = [
                Edit(edit.start - begins, edit.end - begins, edit.text)
                for edit in edits
                if begins <= edit.start and edit.end <= ends
            ]
            changed[name] = edited(text, own).encode()
            begins = ends
        return package.archive.with_entries(changed)

    return Script("".join(texts.values()), write, is_read_by_people=False)


@dataclass(frozen=True, slots=True)
class _Style:
    """What a paragraph style makes of its paragraphs: headings of a level (0 for none), the title, or captions."""

    level: int
    is_caption: bool = False
    is_title: bool = False


PLAIN = _Style(0)


class _Package:
    """The parts of a Word document in their archive."""

    def __init__(self, data: bytes, uri: str, limits: Limits) -> None:
        self._uri = uri
        self.archive = Archive(data, uri, limits)
        self._main, self._folder = "word/document.xml", "word/"

    def main(self) -> _Element:
        """The main part, wherever the package says that it is."""
        name = main_part(self.archive, self._main)
        self._main, self._folder = name, name.rpartition("/")[0] + "/"
        part = self.archive.markup(name)
        if part is None:
            raise SourceError(self._uri, f"is no Word document, or damaged: {name!r} is missing")
        return part

    def text_parts(self) -> list[str]:
        """The names of the parts whose text is read, in that order."""
        self.main()
        named = [self._main, *(f"{self._folder}{name}.xml" for name in ("footnotes", "endnotes"))]
        return [name for name in named if name in self.archive.names]

    def optional(self, name: str) -> _Element | None:
        """A part beside the main one, or None."""
        return self.archive.markup(f"{self._folder}{name}.xml")

    def styles(self) -> dict[str, _Style]:
        """The heading and caption styles by their id. A style takes from the one it is based on."""
        root = self.optional("styles")
        declared: dict[str, tuple[str, str | None, int]] = {}
        for style in () if root is None else root:
            if local_name(style) == "style" and attribute(style, "type") == "paragraph":
                name = _value(style, "name") or ""
                written = next(
                    (attribute(el, "val") for el in style.iter() if local_name(el) == "outlineLvl"), None
                )
                outline = whole_number(written, LAST_OUTLINE_LEVEL)
                level = 0 if outline is None else outline + 1
                declared[attribute(style, "styleId") or ""] = (name.strip(), _value(style, "basedOn"), level)
        return {identity: _style(identity, declared) for identity in declared}


class _Walk:
    """One way through the document in reading order."""

    def __init__(self, uri: str, limits: Limits, styles: dict[str, _Style], *, is_reviewed: bool) -> None:
        self.assembly = Assembly(uri, limits)
        self._uri = uri
        self._limits = limits
        self._deadline = Deadline(uri, limits)
        self._styles = styles
        self._paragraphs = 0
        self._tables = 0
        self._titled = False
        self._is_reviewed = is_reviewed
        self._commented: dict[
            str, tuple[int, int]
        ] = {}  # the range of the text that each comment is on, by its id

    def body(self, element: _Element, depth: int = 0) -> None:
        """Read the paragraphs and tables of an element in order."""
        if depth > self._limits.depth:
            raise SourceError(self._uri, f"elements are nested more than {self._limits.depth} deep")
        for child in element:
            name = local_name(child)
            if name == "p":
                self._paragraph(child, depth)
            elif name == "tbl":
                self._table(child)
            elif name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"):
                self.body(child, depth + 1)
            elif name in COMMENT_MARKS:
                self._mark(child, self.assembly.length)

    def footnotes(self, root: _Element | None, name: str) -> None:
        """Read the notes, each a line of its own after the text."""
        number = 0
        for note in () if root is None else root:
            if attribute(note, "type") in ("separator", "continuationSeparator", "continuationNotice"):
                continue
            number += 1
            text = "\n".join(filter(None, (_text(p).strip() for p in note.iter() if local_name(p) == "p")))
            self.assembly.add(text, BlockKind.PARAGRAPH, places=whole(text, f"{name} {number}"))

    def remarks(self, comments: _Element | None, extended: _Element | None) -> None:
        """Read what reviewers wrote. A reply that marks no words of its own is on those of what it replies to."""
        if comments is None:
            return
        by_paragraph: dict[str, str] = {}
        texts: dict[str, str] = {}
        for comment in comments:
            identity = attribute(comment, "id") or ""
            paragraphs = [element for element in comment.iter() if local_name(element) == "p"]
            texts[identity] = "\n".join(_text(paragraph) for paragraph in paragraphs)
            by_paragraph |= {attribute(paragraph, "paraId") or "": identity for paragraph in paragraphs}
        parents = {
            by_paragraph.get(attribute(reply, "paraId") or ""): by_paragraph.get(
                attribute(reply, "paraIdParent") or "?"
            )
            for reply in (() if extended is None else extended)
        }
        for identity, text in texts.items():
            place = self._commented.get(identity) or self._commented.get(parents.get(identity) or "")
            if place is not None:
                self.assembly.remark(text, *place)

    def _mark(self, mark: _Element, offset: int, whole_of: tuple[int, int] | None = None) -> None:
        """Note where a comment begins, ends, or, where it marks no words, in which piece of text it hangs."""
        identity = attribute(mark, "id") or ""
        begun = self._commented.get(identity)
        match local_name(mark):
            case "commentRangeStart":
                self._commented[identity] = offset, offset
            case "commentRangeEnd" if begun is not None:
                self._commented[identity] = begun[0], max(begun[0], offset)
            case "commentReference" if whole_of is not None and (begun is None or begun[0] == begun[1]):
                self._commented[identity] = whole_of

    def _marks(self, element: _Element, length: int) -> None:
        """Note the marks of comments in an element whose text has just been added, `length` characters of it."""
        start = self.assembly.length - length
        for mark, offset in _marked(element):
            self._mark(mark, start + min(offset, length), (start, start + length))

    def _paragraph(self, paragraph: _Element, depth: int) -> None:
        self._deadline.check()
        self._paragraphs += 1
        text = _text(paragraph)
        places = whole(text, f"paragraph {self._paragraphs}")
        style = self._style(paragraph)
        if style.level:
            # under a paragraph styled as the title, the first level of headings is the second of the document
            level = 1 if style.is_title else style.level + self._titled
            self._titled = self._titled or style.is_title
            self.assembly.add(text, BlockKind.HEADING, level=level, places=places)
        elif style.is_caption:
            self.assembly.add(text, BlockKind.CAPTION, places=places)
        else:
            self.assembly.add_line(text, places=places)
        if self._is_reviewed:
            self._marks(paragraph, len(text) if text.strip() else 0)
        for box in _boxes(paragraph):
            self.body(box, depth + 1)

    def _style(self, paragraph: _Element) -> _Style:
        properties = next((child for child in paragraph if local_name(child) == "pPr"), None)
        if properties is None:
            return PLAIN
        outline = whole_number(_value(properties, "outlineLvl"), LAST_OUTLINE_LEVEL)
        if outline is not None:
            return _Style(outline + 1)
        return self._styles.get(_value(properties, "pStyle") or "", PLAIN)

    def _table(self, table: _Element) -> None:
        number, self._tables = self._tables, self._tables + 1
        first_row_is_header = any(
            attribute(look, "firstRow") == "1" or _marks_first_row(attribute(look, "val") or "")
            for look in table.iter()
            if local_name(look) == "tblLook"
        )
        for row_index, row in enumerate(_rows(table)):
            self._deadline.check()
            is_header = (first_row_is_header and row_index == 0) or _has(row, "trPr", "tblHeader")
            column = whole_number(_row_property(row, "gridBefore"), MOST_SPANNED) or 0
            for cell in _cells(row):
                properties = next((child for child in cell if local_name(child) == "tcPr"), None)
                written = _value(properties, "gridSpan") if properties is not None else None
                span = whole_number(written, MOST_SPANNED)
                if not _continues_above(properties):
                    paragraphs = (element for element in cell.iter() if local_name(element) == "p")
                    text = "\n".join(filter(None, (_text(paragraph).strip() for paragraph in paragraphs)))
                    path = f"table {number + 1} row {row_index + 1} column {column + 1}"
                    place = Cell(number, row_index, column, is_header)
                    self.assembly.add(text, BlockKind.CELL, cell=place, places=whole(text, path))
                    self._cell_marks(cell, len(text))
                column += 1 if span is None else span

    def _cell_marks(self, cell: _Element, length: int) -> None:
        """A comment in a cell is on the cell."""
        for mark in cell.iter() if self._is_reviewed else ():
            if local_name(mark) in COMMENT_MARKS:
                end = self.assembly.length
                self._commented[attribute(mark, "id") or ""] = end - length, end


def _marked(paragraph: _Element) -> Iterator[tuple[_Element, int]]:
    """The marks of comments in a paragraph, each with the number of characters that are printed before it."""
    offset = 0

    def walk(element: _Element) -> Iterator[tuple[_Element, int]]:
        nonlocal offset
        for child in element:
            if local_name(child) in COMMENT_MARKS:
                yield child, offset
            elif any(local_name(inner) in COMMENT_MARKS for inner in child.iter()):
                yield from walk(child)
            else:
                offset += sum(map(len, _shown(child)))

    return walk(paragraph)


def _text(paragraph: _Element) -> str:
    """The characters of a paragraph that are printed, without those of text boxes in it."""
    return "".join(_characters(paragraph))


def _characters(element: _Element) -> Iterator[str]:
    for child in element:
        yield from _shown(child)


def _shown(element: _Element) -> Iterator[str]:
    """The characters that an element of a paragraph prints."""
    name = local_name(element)
    if name == "t":
        yield element.text or ""
    elif name in ("tab", "ptab"):
        yield "\t"
    elif name in ("br", "cr"):
        yield "\n" if attribute(element, "type") not in ("page", "column") else ""
    elif name == "noBreakHyphen":
        yield "-"
    elif not (name in UNSEEN or name == "txbxContent" or (name == "r" and _has(element, "rPr", "vanish"))):
        yield from _characters(element)


def _boxes(paragraph: _Element) -> Iterator[_Element]:
    """The text boxes that hang on a paragraph, without the copies for old programs and those inside others."""
    for element in paragraph.iter():
        if local_name(element) == "txbxContent":
            above = []
            for ancestor in element.iterancestors():
                if ancestor is paragraph:
                    break
                above.append(local_name(ancestor))
            if "Fallback" not in above and "txbxContent" not in above:
                yield element


def _rows(table: _Element) -> Iterator[_Element]:
    for child in table:
        if local_name(child) == "tr" and not _has(child, "trPr", "del"):
            yield child
        elif local_name(child) in ("sdt", "sdtContent", "customXml"):
            yield from _rows(child)


def _cells(row: _Element) -> Iterator[_Element]:
    for child in row:
        if local_name(child) == "tc":
            yield child
        elif local_name(child) in ("sdt", "sdtContent", "customXml"):
            yield from _cells(child)


def _continues_above(properties: _Element | None) -> bool:
    """Whether a cell is the lower part of one that spans rows: its text stands in the upper part."""
    if properties is None:
        return False
    merge = next((child for child in properties if local_name(child) == "vMerge"), None)
    return merge is not None and attribute(merge, "val") != "restart"


def _style(identity: str, declared: dict[str, tuple[str, str | None, int]]) -> _Style:
    seen: set[str] = set()
    while identity in declared and identity not in seen:
        seen.add(identity)
        name, parent, level = declared[identity]
        if name.lower() in _TITLE_STYLES:
            return _Style(1, is_title=True)
        if name.lower() in _CAPTION_STYLES:
            return _Style(0, is_caption=True)
        numbered = _HEADING_STYLE.fullmatch(name)
        if numbered or level:
            return _Style(int(numbered.group(1)) if numbered else level)
        identity = parent or ""
    return PLAIN


def _row_property(row: _Element, name: str) -> str | None:
    properties = next((child for child in row if local_name(child) == "trPr"), None)
    return None if properties is None else _value(properties, name)


def _marks_first_row(look: str) -> bool:
    """Whether the bits of a table's look, in hexadecimal digits, say that its first row is a heading."""
    return _HEXADECIMAL.fullmatch(look) is not None and int(look, 16) & 0x20 != 0


def _has(element: _Element, properties: str, name: str) -> bool:
    """Whether a property is set on an element, and not set to false."""
    for child in element:
        if local_name(child) == properties:
            return any(
                local_name(el) == name and attribute(el, "val") not in ("0", "false", "off") for el in child
            )
    return False


def _value(element: _Element, name: str) -> str | None:
    return next((attribute(child, "val") for child in element if local_name(child) == name), None)


FORMAT = Format(
    name="Word document",
    suffixes=(".docx",),
    media_types=(MEDIA_TYPE,),
    recognises=lambda data: data.startswith(b"PK\x03\x04") and b"word/" in data,
    parse=parse,
    script=script,
)
