"""What a reader of one kind of file declares. Each module of `formats/` holds one `FORMAT`, found by being there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from yanchao.documents.document import Document
from yanchao.documents.editing import Edit
from yanchao.documents.limits import Limits
from yanchao.quick import dataclass


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of a source, and what their carrier said about them: media type and charset, None where nothing."""

    data: bytes
    media_type: str | None = None
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Script:
    """The characters that stand in a source, and how edits of them, in order and apart, become its new bytes.

    `is_plain` where the text is the script but for the ends of its lines. `is_read_by_people` where a person who edits
    the source sees the script, and not only what a program shows of it.
    """

    text: str
    write: Callable[[Sequence[Edit]], bytes]
    is_plain: bool = False
    is_read_by_people: bool = True


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file.

    `recognises` looks at the bytes and says whether they are this kind beyond doubt; it is asked before the
    name, because names lie. `suffixes` (with their dot, in lower case) and `media_types` decide where the
    bytes do not: text is text in every encoding. `parse` raises SourceError with one line for the person.
    `script` is how edits are written back, None where they cannot be.
    """

    name: str
    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]
    recognises: Callable[[bytes], bool]
    parse: Callable[[Content, str, Limits], Document]
    script: Callable[[Content, str, Limits], Script] | None = None
