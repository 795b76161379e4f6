"""Word documents (.docx): what Word prints of them, with headings by style, tables as cells, and footnotes.

The package is read directly rather than through a Word library: only so can every entry be held to a limit
before it is expanded, deleted text be told from inserted, and text boxes be found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from yanchao.documents.assembly import Assembly, about, whole
from yanchao.documents.document import BlockKind, Cell, Document
from yanchao.documents.editing import Edit, edited
from yanchao.documents.format import Content, Format, Script
from yanchao.documents.heads import Head, parse_date
from yanchao.documents.limits import Deadline, Limits, megabytes
from yanchao.errors import SourceError
from yanchao.quick import dataclass, pattern

if TYPE_CHECKING:
    from lxml.etree import _Element

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

UNSEEN = frozenset(
    ("del", "moveFrom", "instrText", "delText", "delInstrText", "rPr", "pPr", "Fallback", "commentReference")
)
"""Elements of a paragraph that Word does not print: deleted text, field codes, and the copy for old programs."""

COMMENT_MARKS = frozenset(("commentRangeStart", "commentRangeEnd", "commentReference"))
"""Elements that say where a comment begins, where it ends, and where its sign stands."""

SMALL_ENTRY = 1 << 20
"""An entry below this size may be packed as tightly as it likes."""

LIBRARY_CREATED = "2013-12-23T23:15:00Z"
"""The date in the template of a widespread library: a document that has it was given no date by anyone."""

_HEADING_STYLE = pattern(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_TITLE_STYLES = ("title", "标题")
_CAPTION_STYLES = ("caption", "题注")


def parse(content: Content, uri: str, limits: Limits) -> Document:
    """Read a Word document. Places are `paragraph N`, `table T row R column C` and `footnote N`, from 1."""
    package = _Package(content.data, uri, limits)
    main = package.main()
    body = next((child for child in main if _name(child) == "body"), None)
    if body is None:
        raise SourceError(uri, "is no Word document: it has no body")
    comments = package.optional("comments")
    walk = _Walk(uri, limits, package.styles(), is_reviewed=comments is not None)
    walk.body(body)
    walk.footnotes(package.optional("footnotes"), "footnote")
    walk.footnotes(package.optional("endnotes"), "endnote")
    walk.remarks(comments, package.optional("commentsExtended"))
    return walk.assembly.document(content, MEDIA_TYPE, about=package.properties())


def script(content: Content, uri: str, limits: Limits) -> Script:
    """The parts whose text is read, one after another. Every other part of the new package has the bytes it had.

    Raises:
        SourceError: where the document is signed, or its parts are in an encoding that Word does not write.
    """
    package = _Package(content.data, uri, limits)
    if any(name.startswith("_xmlsignatures/") for name in package.names):
        raise SourceError(uri, "is signed: a change would break the signature")
    parts = {name: package.data(name) for name in package.text_parts()}
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
        return package.with_parts(changed)

    return Script("".join(texts.values()), write, is_read_by_people=False)


@dataclass(frozen=True, slots=True)
class _Style:
    """What a paragraph style makes of its paragraphs: headings of a level (0 for none), the title, or captions."""

    level: int
    is_caption: bool = False
    is_title: bool = False


PLAIN = _Style(0)


class _Package:
    """The zip file around the parts, opened with care: no entry is expanded before its size is known to be sane."""

    def __init__(self, data: bytes, uri: str, limits: Limits) -> None:
        import io
        import zipfile

        self._uri = uri
        self._limits = limits
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise SourceError(uri, "is cut short or damaged: its table of contents is missing") from error
        if len(entries) > limits.entries:
            raise SourceError(uri, f"holds {len(entries):,} entries; {limits.entries:,} are read at most")
        total = sum(entry.file_size for entry in entries)
        if total > limits.expanded_bytes:
            raise SourceError(
                uri, f"expands to {megabytes(total)}; {megabytes(limits.expanded_bytes)} are read at most"
            )
        for entry in entries:
            if entry.file_size > max(SMALL_ENTRY, entry.compress_size * limits.expansion_ratio):
                ratio = entry.file_size // max(1, entry.compress_size)
                raise SourceError(
                    uri, f"expands {ratio:,} times in {entry.filename[:60]!r}: made to exhaust memory"
                )
        self._names = {entry.filename.lstrip("/"): entry for entry in entries}
        self._main, self._folder = "word/document.xml", "word/"

    def main(self) -> _Element:
        """The main part, wherever the package says that it is."""
        name = "word/document.xml"
        relations = self._part("_rels/.rels")
        for relation in () if relations is None else relations:
            if (relation.get("Type") or "").endswith("/officeDocument"):
                name = (relation.get("Target") or name).lstrip("/")
        self._main, self._folder = name, name.rpartition("/")[0] + "/"
        part = self._part(name)
        if part is None:
            raise SourceError(self._uri, f"is no Word document, or damaged: {name!r} is missing")
        return part

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all entries."""
        return tuple(self._names)

    def text_parts(self) -> list[str]:
        """The names of the parts whose text is read, in that order."""
        self.main()
        named = [self._main, *(f"{self._folder}{name}.xml" for name in ("footnotes", "endnotes"))]
        return [name for name in named if name in self._names]

    def data(self, name: str) -> bytes:
        """The bytes of an entry."""
        return self._zip.read(self._names[name])

    def with_parts(self, changed: dict[str, bytes]) -> bytes:
        """The package with the bytes of some entries changed, all others and what is said of each as they were."""
        import copy
        import io
        import zipfile

        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as new:
            new.comment = self._zip.comment
            for entry in self._zip.infolist():
                data = changed.get(entry.filename.lstrip("/"), self._zip.read(entry))
                new.writestr(copy.copy(entry), data, entry.compress_type)  # it notes where it was written
        return stream.getvalue()

    def optional(self, name: str) -> _Element | None:
        """A part beside the main one, or None."""
        return self._part(f"{self._folder}{name}.xml")

    def styles(self) -> dict[str, _Style]:
        """The heading and caption styles by their id. A style takes from the one it is based on."""
        root = self.optional("styles")
        declared: dict[str, tuple[str, str | None, int]] = {}
        for style in () if root is None else root:
            if _name(style) == "style" and _attribute(style, "type") == "paragraph":
                name = _value(style, "name") or ""
                outline = next(
                    (_attribute(el, "val") for el in style.iter() if _name(el) == "outlineLvl"), None
                )
                level = int(outline) + 1 if outline and outline.isdigit() and int(outline) < 9 else 0
                declared[_attribute(style, "styleId") or ""] = (name.strip(), _value(style, "basedOn"), level)
        return {identity: _style(identity, declared) for identity in declared}

    def properties(self) -> Head:
        """Title and date of the core properties; they only serve where the text itself says nothing."""
        root = self._part("docProps/core.xml")
        values = {} if root is None else {_name(child): (child.text or "").strip() for child in root}
        created = values.get("created", "")
        return about(values.get("title"), None, None if created == LIBRARY_CREATED else _day(created))

    def _part(self, name: str) -> _Element | None:
        import zipfile
        import zlib

        from lxml import etree

        entry = self._names.get(name)
        if entry is None:
            return None
        if entry.flag_bits & 1:
            raise SourceError(self._uri, "is encrypted", "save it without a password")
        if entry.file_size > self._limits.markup_bytes:
            size = megabytes(self._limits.markup_bytes)
            raise SourceError(self._uri, f"{name!r} is larger than {size}", "split it")
        try:
            with self._zip.open(entry) as stream:
                data = stream.read(self._limits.markup_bytes + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            EOFError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            raise SourceError(self._uri, f"is cut short or damaged in {name!r}") from error
        if len(data) > self._limits.markup_bytes:
            raise SourceError(self._uri, f"{name!r} is larger than it says: made to exhaust memory")
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise SourceError(self._uri, f"is damaged in {name!r}") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise SourceError(self._uri, f"{name!r} declares a document type, which Word never writes")
        return root


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
            name = _name(child)
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
            if _attribute(note, "type") in ("separator", "continuationSeparator", "continuationNotice"):
                continue
            number += 1
            text = "\n".join(filter(None, (_text(p).strip() for p in note.iter() if _name(p) == "p")))
            self.assembly.add(text, BlockKind.PARAGRAPH, places=whole(text, f"{name} {number}"))

    def remarks(self, comments: _Element | None, extended: _Element | None) -> None:
        """Read what reviewers wrote. A reply that marks no words of its own is on those of what it replies to."""
        if comments is None:
            return
        by_paragraph: dict[str, str] = {}
        texts: dict[str, str] = {}
        for comment in comments:
            identity = _attribute(comment, "id") or ""
            paragraphs = [element for element in comment.iter() if _name(element) == "p"]
            texts[identity] = "\n".join(_text(paragraph) for paragraph in paragraphs)
            by_paragraph |= {_attribute(paragraph, "paraId") or "": identity for paragraph in paragraphs}
        parents = {
            by_paragraph.get(_attribute(reply, "paraId") or ""): by_paragraph.get(
                _attribute(reply, "paraIdParent") or "?"
            )
            for reply in (() if extended is None else extended)
        }
        for identity, text in texts.items():
            place = self._commented.get(identity) or self._commented.get(parents.get(identity) or "")
            if place is not None:
                self.assembly.remark(text, *place)

    def _mark(self, mark: _Element, offset: int, whole_of: tuple[int, int] | None = None) -> None:
        """Note where a comment begins, ends, or, where it marks no words, in which piece of text it hangs."""
        identity = _attribute(mark, "id") or ""
        begun = self._commented.get(identity)
        match _name(mark):
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
        properties = next((child for child in paragraph if _name(child) == "pPr"), None)
        if properties is None:
            return PLAIN
        outline = _value(properties, "outlineLvl")
        if outline and outline.isdigit() and int(outline) < 9:
            return _Style(int(outline) + 1)
        return self._styles.get(_value(properties, "pStyle") or "", PLAIN)

    def _table(self, table: _Element) -> None:
        number, self._tables = self._tables, self._tables + 1
        first_row_is_header = any(
            _attribute(look, "firstRow") == "1" or int(_attribute(look, "val") or "0", 16) & 0x20
            for look in table.iter()
            if _name(look) == "tblLook"
        )
        for row_index, row in enumerate(_rows(table)):
            self._deadline.check()
            is_header = (first_row_is_header and row_index == 0) or _has(row, "trPr", "tblHeader")
            column = int(_row_property(row, "gridBefore") or 0)
            for cell in _cells(row):
                properties = next((child for child in cell if _name(child) == "tcPr"), None)
                span = _value(properties, "gridSpan") if properties is not None else None
                if not _continues_above(properties):
                    paragraphs = (element for element in cell.iter() if _name(element) == "p")
                    text = "\n".join(filter(None, (_text(paragraph).strip() for paragraph in paragraphs)))
                    path = f"table {number + 1} row {row_index + 1} column {column + 1}"
                    place = Cell(number, row_index, column, is_header)
                    self.assembly.add(text, BlockKind.CELL, cell=place, places=whole(text, path))
                    self._cell_marks(cell, len(text))
                column += int(span) if span and span.isdigit() and len(span) < 5 else 1

    def _cell_marks(self, cell: _Element, length: int) -> None:
        """A comment in a cell is on the cell."""
        for mark in cell.iter() if self._is_reviewed else ():
            if _name(mark) in COMMENT_MARKS:
                end = self.assembly.length
                self._commented[_attribute(mark, "id") or ""] = end - length, end


def _marked(paragraph: _Element) -> Iterator[tuple[_Element, int]]:
    """The marks of comments in a paragraph, each with the number of characters that are printed before it."""
    offset = 0

    def walk(element: _Element) -> Iterator[tuple[_Element, int]]:
        nonlocal offset
        for child in element:
            if _name(child) in COMMENT_MARKS:
                yield child, offset
            elif any(_name(inner) in COMMENT_MARKS for inner in child.iter()):
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
    name = _name(element)
    if name == "t":
        yield element.text or ""
    elif name in ("tab", "ptab"):
        yield "\t"
    elif name in ("br", "cr"):
        yield "\n" if _attribute(element, "type") not in ("page", "column") else ""
    elif name == "noBreakHyphen":
        yield "-"
    elif not (name in UNSEEN or name == "txbxContent" or (name == "r" and _has(element, "rPr", "vanish"))):
        yield from _characters(element)


def _boxes(paragraph: _Element) -> Iterator[_Element]:
    """The text boxes that hang on a paragraph, without the copies for old programs and those inside others."""
    for element in paragraph.iter():
        if _name(element) == "txbxContent":
            above = []
            for ancestor in element.iterancestors():
                if ancestor is paragraph:
                    break
                above.append(_name(ancestor))
            if "Fallback" not in above and "txbxContent" not in above:
                yield element


def _rows(table: _Element) -> Iterator[_Element]:
    for child in table:
        if _name(child) == "tr" and not _has(child, "trPr", "del"):
            yield child
        elif _name(child) in ("sdt", "sdtContent", "customXml"):
            yield from _rows(child)


def _cells(row: _Element) -> Iterator[_Element]:
    for child in row:
        if _name(child) == "tc":
            yield child
        elif _name(child) in ("sdt", "sdtContent", "customXml"):
            yield from _cells(child)


def _continues_above(properties: _Element | None) -> bool:
    """Whether a cell is the lower part of one that spans rows: its text stands in the upper part."""
    if properties is None:
        return False
    merge = next((child for child in properties if _name(child) == "vMerge"), None)
    return merge is not None and _attribute(merge, "val") != "restart"


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
    properties = next((child for child in row if _name(child) == "trPr"), None)
    value = None if properties is None else _value(properties, name)
    return value if value and value.isdigit() and len(value) < 5 else None


def _has(element: _Element, properties: str, name: str) -> bool:
    """Whether a property is set on an element, and not set to false."""
    for child in element:
        if _name(child) == properties:
            return any(
                _name(el) == name and _attribute(el, "val") not in ("0", "false", "off") for el in child
            )
    return False


def _value(element: _Element, name: str) -> str | None:
    return next((_attribute(child, "val") for child in element if _name(child) == name), None)


def _attribute(element: _Element, name: str) -> str | None:
    """An attribute by its local name: transitional and strict documents differ in the namespace only."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def _name(element: _Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _day(moment: str) -> date | None:
    return parse_date(moment.partition("T")[0])


FORMAT = Format(
    name="Word document",
    suffixes=(".docx",),
    media_types=(MEDIA_TYPE,),
    recognises=lambda data: data.startswith(b"PK\x03\x04") and b"word/" in data,
    parse=parse,
    script=script,
)
