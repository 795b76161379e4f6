"""What a reader of one kind of file declares. Each module of `formats/` holds one `FORMAT`, found by being there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from yanchao.documents.document import Document
from yanchao.documents.limits import Limits


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of a source, and what their carrier said about them: media type and charset, None where nothing."""

    data: bytes
    media_type: str | None = None
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file.

    `recognises` looks at the bytes and says whether they are this kind beyond doubt; it is asked before the
    name, because names lie. `suffixes` (with their dot, in lower case) and `media_types` decide where the
    bytes do not: text is text in every encoding. `parse` raises SourceError with one line for the person.
    """

    name: str
    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]
    recognises: Callable[[bytes], bool]
    parse: Callable[[Content, str, Limits], Document]
