"""Plain text, in any encoding of Chinese. The text is the decoded file, untouched but for its line ends."""

from __future__ import annotations

import hashlib

from yanchao.documents.document import Document
from yanchao.documents.encodings import decode, script
from yanchao.documents.format import Content, Format
from yanchao.documents.heads import head
from yanchao.documents.limits import Limits
from yanchao.documents.prose import blocks
from yanchao.errors import SourceError


def parse(content: Content, uri: str, limits: Limits) -> Document:
    """Read plain text. `document.text` is the file as Python reads it: no byte order mark, `\\n` at line ends."""
    decoded = decode(content.data, uri)
    text = decoded.text
    if not text.strip():
        raise SourceError(uri, "there is no text in this file")
    _refuse_endless_line(text, uri, limits)
    found = blocks(text)
    about = head(text, found)
    return Document(
        id=hashlib.sha256(content.data).hexdigest(),
        uri=uri,
        text=text,
        blocks=found,
        title=about.title,
        publisher=about.publisher,
        published=about.published,
        warnings=decoded.warnings,
    )


def _refuse_endless_line(text: str, uri: str, limits: Limits) -> None:
    """Such a file is a data dump, and every tool after us works line by line."""
    if len(text) <= limits.line_characters:
        return
    start, line = 0, 1
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end == -1 else end
        if end - start > limits.line_characters:
            problem = (
                f"line {line} has {end - start:,} characters; {limits.line_characters:,} are read at most"
            )
            raise SourceError(uri, problem, "break it into lines")
        start, line = end + 1, line + 1


FORMAT = Format(
    name="text",
    suffixes=(".txt", ".text"),
    media_types=("text/plain",),
    recognises=lambda data: False,  # noqa: ARG005 (what is no other kind may be text)
    parse=parse,
    script=lambda content, uri, limits: script(  # noqa: ARG005 (read within them already)
        content.data, decode(content.data, uri), uri, is_plain=True
    ),
)
