"""Web pages: what a browser shows of them, with headings, table cells, and the element that each piece stands in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from yanchao.documents.assembly import Assembly, about, whole, without_breaks_in_chinese
from yanchao.documents.document import BlockKind, Cell, Document
from yanchao.documents.encodings import Decoded, decode, encoding_by_mark, script
from yanchao.documents.format import Content, Format
from yanchao.documents.heads import Head, parse_date
from yanchao.documents.limits import Deadline, Limits, megabytes, whole_number
from yanchao.errors import SourceError
from yanchao.quick import pattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MEDIA_TYPE = "text/html"

UNSEEN = frozenset(
    re.findall(
        r"\w+",
        "script style noscript template head title meta link nav svg math canvas iframe object embed audio video map "
        "select button input textarea dialog",
    )
)
"""Elements that show nothing, or nothing that belongs to the text."""

BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer "
        "form header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul",
    )
)
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
CAPTIONS = frozenset(("caption", "figcaption"))
ITEMS = frozenset(("li", "dt", "dd"))

TITLES = ("articletitle", "og:title", "dc.title")
DATES = (
    "pubdate",
    "article:published_time",
    "publishdate",
    "publish_date",
    "dc.date",
    "date",
    "dcterms.date",
)
PUBLISHERS = ("contentsource", "source", "og:site_name", "sitename", "dc.publisher", "publisher")

_META_CHARSET = pattern(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_XML_CHARSET = pattern(rb"""\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_:.-]{2,40})""")
_DOCTYPE = pattern(
    rb"\A(?:\s|<!--.*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html[\s>])", re.IGNORECASE | re.DOTALL
)
_HIDDEN = pattern(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SITE = pattern(r"\s*[_|｜]\s*|\s+[-–—]+\s*|--+")
_SPACES = pattern(r"[ \t\n\r\f\xa0]+")
_GB_FAMILY = {"gb2312", "gbk", "gb-2312", "gb_2312-80", "x-gbk", "cp936", "gb18030"}

LONGEST_LINK_LINE = 80
LONGEST_DATA_CELL = 500


def parse(content: Content, uri: str, limits: Limits) -> Document:
    """Read a web page. Nothing is fetched, no entity is resolved, hidden parts are left out as a browser does."""
    from lxml import etree, html

    if len(content.data) > limits.markup_bytes:
        raise SourceError(
            uri, f"larger than {megabytes(limits.markup_bytes)} of HTML", "split it, or save it as text"
        )
    source = _decoded(content, uri)
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True)
    try:
        root = html.document_fromstring(
            source.text.replace("\0", "\ufffd").encode("utf-8", "replace"), parser=parser
        )
    except (etree.LxmlError, ValueError) as error:
        raise SourceError(uri, "there is no text in this page") from error
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise SourceError(uri, f"elements are nested more than {limits.depth} deep")
    walk = _Walk(uri, limits)
    walk.visit(root, f"/{root.tag}", 0)
    walk.flush()
    walk.finish()
    return walk.assembly.document(content, MEDIA_TYPE, about=_about(root), warnings=source.warnings)


class _Walk:
    """One way through the page in reading order, gathering the text between the borders of blocks."""

    def __init__(self, uri: str, limits: Limits) -> None:
        self.assembly = Assembly(uri, limits)
        self._uri = uri
        self._limits = limits
        self._deadline = Deadline(uri, limits)
        self._tables = 0
        self._text: list[str] = []
        self._comments: list[str] = []  # those met since the last block
        self._linked = 0  # characters of the gathered text that are links
        self._path = ""
        self._kind: BlockKind | None = None
        self._level = 0
        self._in_footer = False

    def visit(self, element: HtmlElement, path: str, depth: int, link: bool = False) -> None:
        """Read an element and what is in it."""
        if depth > self._limits.depth:
            raise SourceError(self._uri, f"elements are nested more than {self._limits.depth} deep")
        tag = str(element.tag)
        if tag == "table" and _is_data(element):
            self.flush()
            self._table(element, path)
            return
        if tag == "br":
            self._text.append("\v")
            return
        if tag in HEADINGS or tag in BLOCKS:
            self._block(element, tag, path, depth)
            return
        self._inside(element, path, depth, link or tag == "a")

    def flush(self) -> None:
        """What has been gathered becomes a block."""
        text = collapsed("".join(self._text))
        linked, self._linked, self._text = self._linked, 0, []
        if not text.strip():
            return
        for comment in self._taken():
            self.assembly.remark_inside(comment)
        places = whole(text, self._path)
        is_link = linked * 10 >= len(text) * 9 and len(text) <= LONGEST_LINK_LINE
        if self._in_footer or (is_link and self._kind in (None, BlockKind.PARAGRAPH)):
            self.assembly.add(text, BlockKind.FURNITURE, places=places)
        elif self._kind is not None:
            self.assembly.add(text, self._kind, level=self._level, places=places)
        else:
            self.assembly.add_line(text, places=places)

    def finish(self) -> None:
        """Comments behind everything are about nothing."""
        for comment in self._taken():
            self.assembly.remark_above(comment)

    def _block(self, element: HtmlElement, tag: str, path: str, depth: int) -> None:
        self.flush()
        self._deadline.check()
        outer = self._path, self._kind, self._level, self._in_footer
        self._path = path
        if tag in HEADINGS:
            self._kind, self._level = BlockKind.HEADING, HEADINGS[tag]
        elif tag in CAPTIONS:
            self._kind, self._level = BlockKind.CAPTION, 0
        elif tag in ITEMS and self._kind is None:
            self._kind, self._level = BlockKind.PARAGRAPH, 0
        elif tag == "footer" and not any(True for _ in element.iterancestors("article", "main")):
            self._in_footer = True
        if tag == "pre":
            self._text.append((element.text_content() or "").replace("\n", "\v"))
            self._comments += _comments(element)
        else:
            self._inside(element, path, depth, False)
        self.flush()
        self._path, self._kind, self._level, self._in_footer = outer

    def _inside(self, element: HtmlElement, path: str, depth: int, link: bool) -> None:
        self._gather(element.text, link)
        for child, child_path in _nodes(element, path):
            if child_path is None:
                self._comments.append(child.text or "")
            elif not _is_unseen(child):
                self.visit(child, child_path, depth + 1, link)
            self._gather(child.tail, link)

    def _taken(self) -> list[str]:
        """The comments met since the last block, which are then dealt with."""
        comments, self._comments = self._comments, []
        return comments

    def _gather(self, text: str | None, link: bool) -> None:
        if text:
            self._text.append(text)
            if link:
                self._linked += len(text.strip())

    def _table(self, table: HtmlElement, path: str) -> None:
        """The cells of a table, row by row. A cell that spans rows or columns stands where it begins."""
        number, self._tables = self._tables, self._tables + 1
        taken: dict[int, int] = {}  # for each column, the row at which the cell above it ends
        row = -1
        for comment in self._taken():
            self.assembly.remark_above(comment)
        for line, line_path in _rows(table, path):
            self._deadline.check()
            for comment in [*_comments_before(line), *_comments(line)]:
                self.assembly.remark_inside(comment)
            if line.tag == "caption":
                text = collapsed(_visible_text(line))
                self.assembly.add(text, BlockKind.CAPTION, places=whole(text, line_path))
                continue
            row += 1
            column = 0
            in_head = line.getparent() is not None and line.getparent().tag == "thead"
            for element, cell_path in _children(line, line_path):
                if element.tag not in ("td", "th") or _is_unseen(element):
                    continue
                while taken.get(column, 0) > row:
                    column += 1
                down, across = _span(element, "rowspan"), _span(element, "colspan")
                taken.update(dict.fromkeys(range(column, column + across), row + down))
                text = collapsed(_visible_text(element))
                cell = Cell(number, row, column, in_head or element.tag == "th")
                self.assembly.add(text, BlockKind.CELL, cell=cell, places=whole(text, cell_path))
                column += across


def collapsed(text: str) -> str:
    """White space as a browser shows it: runs are one blank, none where a line ends inside Chinese; `\\v` a new line."""
    text = without_breaks_in_chinese(text)
    lines = (_SPACES.sub(" ", line).strip(" \u3000") for line in text.split("\v"))
    return "\n".join(line for line in lines if line)


def _decoded(content: Content, uri: str) -> Decoded:
    """The characters of a page, as browsers decide: mark, server, declaration, then by the bytes.

    A declared encoding with bytes that do not fit is read with U+FFFD in their place, as every browser does, and a
    warning says so. The declaration is not believed where UTF-8 fits and it does not.
    """
    data = content.data
    match = _META_CHARSET.search(data, 0, 8192) or _XML_CHARSET.search(data, 0, 1024)
    declared = content.charset or (match.group(1).decode("ascii") if match else None)
    if declared is None or encoding_by_mark(data):
        return decode(data, uri)
    name = "gb18030" if declared.lower() in _GB_FAMILY else declared.lower()
    name = "big5hkscs" if name in ("big5", "big5-hkscs") else name
    for candidate in (name, "utf-8"):
        with suppress(LookupError, UnicodeError):
            return Decoded(data.decode(candidate), encoding=candidate)
    try:
        text = data.decode(name, "replace")
    except (LookupError, UnicodeError):
        return decode(data, uri)
    lost = text.count("\ufffd")
    return Decoded(text, (f"{lost} bytes are not {declared}; they are shown as \ufffd",), encoding="")


def _about(root: HtmlElement) -> Head:
    """What the page declares about itself, in the names that Chinese government sites and the press use."""
    declared: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or "").strip().lower()
        value = (meta.get("content") or "").strip()
        if name and value:
            declared.setdefault(name, value)
    title = next((declared[name] for name in TITLES if name in declared), None)
    if title is None:
        heading = next((element for element in root.iter("h1") if collapsed(_visible_text(element))), None)
        element = root.find(".//title") if heading is None else heading
        title = collapsed(_visible_text(element)).replace("\n", "") if element is not None else ""
        if heading is None:
            title = _without_site(title, root)
    dates = (parse_date(declared[name]) for name in DATES if name in declared)
    published = next((found for found in dates if found), None)
    publisher = next((declared[name] for name in PUBLISHERS if name in declared), None)
    return about(title, publisher, published)


def _without_site(title: str, root: HtmlElement) -> str:
    """The title without the name of the site behind it, where the page shows it so too."""
    first = _SITE.split(title)[0].strip()
    body = root.find("body")
    return first if body is not None and first and first in body.text_content() else title


def _children(element: HtmlElement, path: str) -> Iterator[tuple[HtmlElement, str]]:
    """The child elements with their paths."""
    return ((child, child_path) for child, child_path in _nodes(element, path) if child_path is not None)


def _nodes(element: HtmlElement, path: str) -> Iterator[tuple[HtmlElement, str | None]]:
    """The child elements with their paths, and the comments between them without one.

    Counted here, as asking the tree for each is quadratic.
    """
    count: Counter[str] = Counter()
    for child in element:
        if isinstance(child.tag, str):
            count[child.tag] += 1
            yield child, f"{path}/{child.tag}[{count[child.tag]}]"
        else:
            yield child, None


def _comments(element: HtmlElement) -> list[str]:
    """The comments in an element."""
    from lxml import etree

    return [comment.text or "" for comment in element.iter(etree.Comment)]


def _comments_before(row: HtmlElement) -> list[str]:
    """The comments between a row and the one before it, the last first."""
    found = []
    for sibling in row.itersiblings(preceding=True):
        if isinstance(sibling.tag, str):
            break
        found.append(sibling.text or "")
    return found


def _rows(table: HtmlElement, path: str) -> Iterator[tuple[HtmlElement, str]]:
    for child, child_path in _children(table, path):
        if child.tag in ("thead", "tbody", "tfoot"):
            yield from ((row, row_path) for row, row_path in _children(child, child_path) if row.tag == "tr")
        elif child.tag in ("tr", "caption"):
            yield child, child_path


def _is_unseen(element: HtmlElement) -> bool:
    return (
        element.tag in UNSEEN
        or "hidden" in element.attrib
        or bool(_HIDDEN.search(element.get("style") or ""))
        or element.get("role") == "navigation"
    )


def _is_data(table: HtmlElement) -> bool:
    """Whether a table holds data, not the layout of the page: old sites build whole pages from tables."""
    if any(True for _ in table.iterdescendants("table", *HEADINGS)):
        return False
    rows = [row for row, _ in _rows(table, "") if row.tag == "tr"]
    widths = [sum(1 for cell in row if cell.tag in ("td", "th")) for row in rows]
    if max(widths, default=0) < 2:
        return False
    cells = (cell for row in rows for cell in row if cell.tag in ("td", "th"))
    return all(len(cell.text_content()) <= LONGEST_DATA_CELL for cell in cells)


def _span(cell: HtmlElement, name: str) -> int:
    return max(1, min(whole_number((cell.get(name) or "").strip(), most=9_999_999) or 1, 1000))


def _visible_text(element: HtmlElement) -> str:
    """The text in an element, with `\\v` at line breaks and at the borders of blocks."""
    pieces = [element.text or ""]
    for child in element:
        if not isinstance(child.tag, str):
            pieces.append(child.tail or "")
            continue
        border = "\v" if child.tag in BLOCKS or child.tag == "br" or child.tag in HEADINGS else ""
        if not _is_unseen(child):
            pieces += [border, _visible_text(child), border if child.tag != "br" else ""]
        pieces.append(child.tail or "")
    return "".join(pieces)


FORMAT = Format(
    name="web page",
    suffixes=(".html", ".htm", ".xhtml", ".shtml"),
    media_types=("text/html", "application/xhtml+xml"),
    recognises=lambda data: _DOCTYPE.match(data[:4096]) is not None,
    parse=parse,
    script=lambda content, uri, limits: script(  # noqa: ARG005 (read within them already)
        content.data, _decoded(content, uri), uri
    ),
)
