"""The file `.yanchao-ignore` beside texts that cannot carry a comment: one silence a line.

    # file        rule    words                  why
    draft*.txt    YC101   "占全省的105%"          年鉴原文如此，已去函核对

`file` is the name of the text or a pattern for it, in the same folder. `words` are in quotes (“…”, 「…」 and "…" alike) where they
have a blank in them: the figure, or any stretch of the text that it stands in. They are found wherever they stand, blanks and
line breaks aside, so that a silence holds while the rest of the text changes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import PurePath

from yanchao.audit.finding import Range
from yanchao.audit.messages import Said
from yanchao.audit.silence import BEFORE_REASON, Silence, Where, settle_rule
from yanchao.documents.document import Document
from yanchao.quick import pattern

NAME = ".yanchao-ignore"

FIELD = pattern(r"\s*(?:\"(?P<a>(?:[^\"\\]|\\.)*)\"|“(?P<b>[^”]*)”|「(?P<c>[^」]*)」|(?P<d>\S+))")
FIELDS = 3
"""File, rule and words; the rest of the line is the reason."""


def silences_in(file: Document, documents: Sequence[Document], beside: Collection[str]) -> Iterator[Silence]:
    """The silences of one file for those of `documents` that lie beside it; `beside` are the names of all files there.

    A line about texts that are there but not among `documents` says nothing now.
    """
    for start, line in zip(file.line_starts, file.text.split("\n"), strict=True):
        shown = line.strip()
        if shown and not shown.startswith("#"):
            begins = start + line.index(shown)
            silence = _silence(file, begins, begins + len(shown), documents, beside)
            if silence is not None:
                yield silence


def _silence(
    file: Document, start: int, end: int, documents: Sequence[Document], beside: Collection[str]
) -> Silence | None:
    fields, rest = _fields(file.text[start:end])

    def about(rule: str, covers: tuple[Range, ...], problem: Said | None) -> Silence:
        return Silence(file, start, end, Where.EXTERNAL, rule, rest, covers, problem)

    if len(fields) < FIELDS:
        return about("", (), Said("idle-silence.line"))
    pattern, word, quoted = fields
    if not any(fnmatchcase(name, pattern) for name in beside):
        return about("", (), Said("idle-silence.no-file", file=pattern))
    rule, problem = settle_rule(word)
    if problem is None and not rest:
        problem = Said("idle-silence.no-reason", rule=rule)
    if problem is not None:
        return about(rule, (), problem)
    meant = [document for document in documents if fnmatchcase(PurePath(document.uri).name, pattern)]
    if not meant:
        return None
    covers = tuple(range_ for document in meant for range_ in _places(document, quoted))
    if not covers:
        return about(rule, (), Said("idle-silence.gone", words=quoted, file=pattern))
    return about(rule, covers, None)


def _fields(line: str) -> tuple[list[str], str]:
    """The fields of a line, quotes taken off, and the reason."""
    fields: list[str] = []
    position = 0
    while len(fields) < FIELDS:
        found = FIELD.match(line, position)
        if found is None:
            break
        quoted = found["a"]
        plain = next((found[name] for name in "bcd" if found[name] is not None), "")
        fields.append(re.sub(r"\\(.)", r"\1", quoted) if quoted is not None else plain)
        position = found.end()
    return fields, " ".join(line[position:].strip(BEFORE_REASON).split())


def _places(document: Document, words: str) -> Iterator[Range]:
    """Where the words stand in a document, blanks aside; the … that a report puts at a cut end is no part of them."""
    sought = "".join(words.strip("… \t").split())
    if not sought:
        return
    between = r"\s*".join(re.escape(character) for character in sought)
    for found in re.finditer(between, document.text):
        yield Range(document.uri, found.start(), found.end())
