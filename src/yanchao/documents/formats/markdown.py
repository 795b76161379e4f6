"""Markdown: the text that its reader sees, with headings, tables as cells, and the lines they stand on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from yanchao.documents.assembly import Assembly, about, whole, without_breaks_in_chinese
from yanchao.documents.document import BlockKind, Cell, Document
from yanchao.documents.encodings import decode, script
from yanchao.documents.format import Content, Format
from yanchao.documents.heads import Head, parse_date
from yanchao.documents.limits import Limits, megabytes
from yanchao.errors import SourceError
from yanchao.quick import dataclass, pattern

if TYPE_CHECKING:
    from markdown_it.token import Token

MEDIA_TYPE = "text/markdown"
MARKDOWN_BYTES = 16 << 20
"""The parser holds every word as an object: more than this is no document that someone wrote."""

_FRONT_MATTER = pattern(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = pattern(r"^([\w-]+)[ \t]*[:：][ \t]*(.*?)[ \t]*$", re.MULTILINE)
_TAG = pattern(r"<!--.*?-->|<[^>]*>", re.DOTALL)
_COMMENT = pattern(r"<!--(.*?)-->", re.DOTALL)

TITLES = ("title", "标题")
PUBLISHERS = ("publisher", "source", "发布机构", "来源", "出处")
DATES = ("published", "date", "pubdate", "日期", "发布日期", "时间")


def parse(content: Content, uri: str, limits: Limits) -> Document:
    """Read Markdown (CommonMark with tables). The fields of a YAML head are the document's own, not its text."""
    from markdown_it import MarkdownIt

    if len(content.data) > min(MARKDOWN_BYTES, limits.markup_bytes):
        raise SourceError(
            uri, f"larger than {megabytes(MARKDOWN_BYTES)} of Markdown", "split it, or name it .txt"
        )
    decoded = decode(content.data, uri)
    source = decoded.text
    front = _FRONT_MATTER.match(source)
    line = front.group().count("\n") if front else 0
    tokens = MarkdownIt("commonmark").enable("table").parse(source[front.end() :] if front else source)
    assembly = Assembly(uri, limits)
    _add_blocks(assembly, tokens, line, source.splitlines()[line:])
    return assembly.document(
        content,
        MEDIA_TYPE,
        about=_front_matter(front.group(1) if front else ""),
        warnings=decoded.warnings,
        guess_headings=False,
    )


@dataclass(slots=True)
class _Table:
    """Where the next cell of a table goes."""

    number: int = -1
    row: int = -1
    column: int = -1
    line: int = 0


def _add_blocks(assembly: Assembly, tokens: Sequence[Token], first_line: int, lines: Sequence[str]) -> None:
    table = _Table()
    ended = -1  # the line behind the last block
    opened: Token | None = None
    for token in tokens:
        match token.type:
            case "table_open":
                table = _Table(table.number + 1)
            case "tr_open":
                table.row, table.column = table.row + 1, -1
                table.line = token.map[0] if token.map else table.line
            case "th_open" | "td_open":
                table.column += 1
                opened = token
            case "heading_open" | "paragraph_open":
                opened = token
            case "inline" if opened is not None:
                _add_inline(assembly, token, opened, table, first_line)
                opened = None
            case "fence" | "code_block":
                assembly.add(
                    token.content, BlockKind.PARAGRAPH, places=whole(token.content, _lines(token, first_line))
                )
            case "html_block":
                text = "\n".join(line for line in _TAG.sub("", token.content).splitlines() if line.strip())
                begins, ends = token.map or [0, 1]
                is_below = not text and begins == ended and not "".join(lines[ends : ends + 1]).strip()
                for comment in _COMMENT.findall(token.content):
                    if is_below:
                        assembly.remark_below(comment)
                    elif text:
                        assembly.remark_inside(comment)
                    else:
                        assembly.remark_above(comment)
                assembly.add_line(text, places=whole(text, _lines(token, first_line)))
        if token.type in ("inline", "fence", "code_block", "html_block") and token.map:
            ended = token.map[1]


def _add_inline(assembly: Assembly, token: Token, opened: Token, table: _Table, first_line: int) -> None:
    text = without_breaks_in_chinese("".join(_visible(token.children or ()))).strip()
    for child in token.children or ():
        comment = _COMMENT.fullmatch(child.content) if child.type == "html_inline" else None
        if comment:
            assembly.remark_inside(comment[1])
    if opened.type == "heading_open":
        level = int(opened.tag[1:])
        assembly.add(text, BlockKind.HEADING, level=level, places=whole(text, _lines(token, first_line)))
    elif opened.type == "paragraph_open":
        text = text.replace("\n", " ").replace("\v", "\n")
        assembly.add_line(text, places=whole(text, _lines(token, first_line)))
    else:
        cell = Cell(table.number, table.row, table.column, opened.type == "th_open")
        place = f"line {table.line + first_line + 1}"
        assembly.add(text.replace("\v", "\n"), BlockKind.CELL, cell=cell, places=whole(text, place))


def _visible(tokens: Sequence[Token]) -> Iterator[str]:
    """The characters that are shown; a hard break is a vertical tab until soft breaks have been dealt with."""
    for token in tokens:
        if token.type in ("text", "code_inline"):
            yield token.content
        elif token.type == "softbreak":
            yield "\n"
        elif token.type == "hardbreak" or token.content.lower().startswith("<br"):
            yield "\v"


def _lines(token: Token, first_line: int) -> str:
    first, end = token.map or [0, 1]
    first, last = first + first_line + 1, end + first_line
    return f"line {first}" if last <= first else f"lines {first}-{last}"


def _front_matter(head: str) -> Head:
    fields = {name.lower(): value.strip("\"'") for name, value in _FIELD.findall(head)}
    published = _first(fields, DATES)
    return about(
        _first(fields, TITLES), _first(fields, PUBLISHERS), parse_date(published) if published else None
    )


def _first(fields: dict[str, str], names: Sequence[str]) -> str | None:
    return next((fields[name] for name in names if fields.get(name)), None)


FORMAT = Format(
    name="Markdown file",
    suffixes=(".md", ".markdown"),
    media_types=("text/markdown", "text/x-markdown"),
    recognises=lambda data: False,  # noqa: ARG005 (every text is Markdown: only the name tells)
    parse=parse,
    script=lambda content, uri, limits: script(  # noqa: ARG005 (read within them already)
        content.data, decode(content.data, uri), uri
    ),
)
