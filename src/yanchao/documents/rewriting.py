"""Edits of a document's text go back into the bytes that it was read from, and nothing else of them changes.

A format that can be written back gives its `Script`: the characters that stand in the file, markup included, and the way
of edited ones back into bytes. Where an edit belongs in the script is found by its words and their neighbours; whether that
was right is never taken on trust: the new bytes are read again, and they are good only if their text is the old one with the
edits made. What cannot be placed so is left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from html import escape

from yanchao.documents.document import Document
from yanchao.documents.editing import Edit, apart, compatible, edited
from yanchao.documents.format import Content
from yanchao.documents.limits import DEFAULT_LIMITS, Limits
from yanchao.documents.reading import format_of, parse
from yanchao.errors import SourceError
from yanchao.quick import dataclass, pattern

NEAR = 8
"""Neighbours on either side that an edit is known by, blanks not counted."""

BETWEEN = r"(?:\s|&nbsp;|&#160;|<[^<>]{0,4000}>|\]\([^()\n]{0,2000}\)|[*_~`\\\[\]|])*"
"""What may stand in a script between two characters that are neighbours in the text: blanks and markup."""

UNSEEN_OF_TEXT = frozenset("*_~`\\[]|")
"""Characters that may be markup in the script: an edit is not known by them."""

BETWEEN_IN_TEXT = r"[\s*_~`\\\[\]|]*"

MOST_READINGS = 60
"""How often one document is read again to see whether an edit is in its place."""

Group = Sequence[Edit]


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A source with edits made: its bytes, its text, and what a person reads of it before and after.

    `left` are the groups of edits that could not be placed for certain.
    """

    data: bytes
    document: Document
    before: str
    after: str
    made: int
    left: tuple[Group, ...]


def rewrite(
    content: Content, document: Document, groups: Sequence[Group], limits: Limits = DEFAULT_LIMITS
) -> Rewritten:
    """Make the edits in the bytes that `document` was read from. A group is made whole or not at all.

    Groups that get into the way of those before them are neither made nor left: ask again for the new text.

    Raises:
        SourceError: where this kind of source cannot be written back.
    """
    format = format_of(content, document.uri)
    if format.script is None:
        raise SourceError(
            document.uri, f"a {format.name} cannot be written back", "mend what it was made from"
        )
    script = format.script(content, document.uri, limits)
    wanted = compatible(groups)
    place = _plain if script.is_plain else _in_markup

    def tried(found: Sequence[tuple[Group, Group]]) -> tuple[bytes, Document] | None:
        """The new bytes and their document, if the edits of the script do to the text what was asked."""
        try:
            data = script.write(apart(there for _, there in found))
            read = parse(Content(data, content.media_type, content.charset), document.uri, limits)
        except SourceError:
            return None
        asked = edited(document.text, apart(here for here, _ in found))
        return (data, read) if read.text == asked else None

    found = [(group, next(place(script.text, document, group), None)) for group in wanted]
    placed = [(group, there) for group, there in found if there is not None]
    result = tried(placed) if placed else None
    if result is None:
        placed, result = _one_by_one(script.text, document, wanted, place, tried)
    made = {id(here) for here, _ in placed}
    left = tuple(group for group in wanted if id(group) not in made)
    if result is None:
        return Rewritten(content.data, document, "", "", 0, left)
    data, read = result
    after = edited(script.text, apart(there for _, there in placed))
    shown = (script.text, after) if script.is_read_by_people else (document.text, read.text)
    return Rewritten(data, read, *shown, len(placed), left)


Placing = Callable[[str, Document, Group], Iterator[Group]]
Tried = Callable[[Sequence[tuple[Group, Group]]], tuple[bytes, Document] | None]


def _one_by_one(
    script: str, document: Document, groups: Sequence[Group], place: Placing, tried: Tried
) -> tuple[list[tuple[Group, Group]], tuple[bytes, Document] | None]:
    """Every group at the first of its possible places that proves right."""
    placed: list[tuple[Group, Group]] = []
    result = None
    readings = 0
    for group in groups:
        for there in place(script, document, group):
            readings += 1
            if readings > MOST_READINGS:
                return placed, result
            better = tried([*placed, (group, there)])
            if better is not None:
                placed.append((group, there))
                result = better
                break
    return placed, result


def _plain(script: str, document: Document, group: Group) -> Iterator[Group]:
    """Of a plain text only the ends of lines differ: two characters in the script may be one of the text."""
    del document
    pairs = [found.start() for found in re.finditer("\r\n", script)]
    ends = [place - index for index, place in enumerate(pairs)]  # of these lines, in the text

    def there(offset: int) -> int:
        return offset + bisect_left(ends, offset)

    yield tuple(Edit(there(edit.start), there(edit.end), edit.text) for edit in group)


def _in_markup(script: str, document: Document, group: Group) -> Iterator[Group]:
    """The places that a group may have in a script with markup, the likeliest first."""
    first, last = group[0], group[-1]
    known = _neighbours(document, first.start, last.end)
    as_written = pattern(BETWEEN.join(f"({_form(document.text[index])})" for index in known))
    words = BETWEEN_IN_TEXT.join(re.escape(document.text[index]) for index in known)
    own = [found.start() for found in re.finditer(words, document.text)]
    there = list(as_written.finditer(script))
    if not known or known[0] not in own:
        return
    nth = own.index(known[0])
    for _, found in sorted(enumerate(there), key=lambda one: abs(one[0] - nth)):
        spans = {index: found.span(number) for number, index in enumerate(known, 1)}
        edits = [one for edit in group for one in _moved(edit, spans)]
        if edits:
            yield tuple(edits)


def _neighbours(document: Document, start: int, end: int) -> list[int]:
    """The characters that an edit of `[start, end)` is known by: those that it changes, and some on both sides."""
    text = document.text
    # Between lines, and between cells, a script may have more than markup: the sign of an item in a list.
    first = max(text.rfind(mark, 0, start) for mark in "\n\t") + 1
    last = min((place for mark in "\n\t" if (place := text.find(mark, end)) >= 0), default=len(text))

    def seen(offsets: range) -> list[int]:
        return [index for index in offsets if not text[index].isspace() and text[index] not in UNSEEN_OF_TEXT]

    before = seen(range(max(first, start - 4 * NEAR), start))[-NEAR:]
    after = seen(range(end, min(last, end + 4 * NEAR)))[:NEAR]
    return [*before, *seen(range(start, end)), *after]


def _form(character: str) -> str:
    """How a character may stand in a script: itself, or a reference to it."""
    code = ord(character)
    named = escape(character)
    plain = re.escape(character) if named == character else re.escape(named)
    return f"{plain}|&#0*{code};|&#[xX]0*(?:{code:x}|{code:X});"


def _moved(edit: Edit, spans: dict[int, tuple[int, int]]) -> Iterator[Edit]:
    """An edit of the text as edits of the script: every character that it takes out, and what it puts in."""
    text = escape(edit.text, quote=False)
    taken = [spans[index] for index in range(edit.start, edit.end) if index in spans]
    if taken:
        first, *rest = taken
        yield Edit(*first, text)
        yield from (Edit(*span, "") for span in rest)
    elif edit.start == edit.end:
        if edit.start - 1 in spans:
            place = spans[edit.start - 1][1]
            yield Edit(place, place, text)
        elif edit.start in spans:
            place = spans[edit.start][0]
            yield Edit(place, place, text)
