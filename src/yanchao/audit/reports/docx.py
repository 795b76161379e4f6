"""Findings as comments in Word: the author's own .docx with a comment at the words of each, or the text as a new one.

A comment belongs to runs, so that a run is split where a finding begins or ends inside it; nothing else of the
author's file is touched. Comments carry no time of writing and the container fixed dates: the same findings give
the same bytes.
"""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from yanchao.audit.audit import Audit
from yanchao.audit.finding import Finding
from yanchao.audit.reports._layout import message, relation, sure
from yanchao.documents.document import BlockKind, Document
from yanchao.errors import UsageError
from yanchao.quick import pattern

NAME = "docx"
SUFFIX = ".docx"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

AUTHOR = "yanchao 验潮"
INITIALS = "验"
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP container can give its members."""

PIECE = pattern(r"[^\n\t]+")
"""What stands in one paragraph for certain: documents put a line feed between paragraphs and a tab between cells."""

UNPRINTABLE = pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that XML cannot hold."""


def render(
    audit: Audit, documents: Sequence[Document], *, language: str = "zh", colour: bool = False
) -> bytes:
    """One document with its findings as comments. `colour` changes nothing.

    Raises:
        UsageError: where there is more than one document: each author gets a file of his own.
    """
    del colour
    # a file of silences beside the text may have findings too, but is no document that anyone audits
    audited = {coverage.document for coverage in audit.coverage}
    texts = [document for document in documents if document.uri in audited] or list(documents)
    if len(texts) != 1:
        raise UsageError(
            "a Word report is written for one document at a time: check one source with --format docx"
        )
    document = texts[0]
    findings = audit.of(document.uri)
    own = _own_file(document)
    word = own if own is not None else _new_file(document)
    paragraphs = list(_paragraphs(word))
    unplaced = [(document, finding) for finding in _comment(word, paragraphs, document, findings, language)]
    unplaced = unplaced if own is not None else []
    unplaced += [
        (beside, finding) for beside in documents if beside not in texts for finding in audit.of(beside.uri)
    ]
    if unplaced:
        # The text of a format's corner (a text box, a footnote) is not among the paragraphs: say it at the end.
        tail = word.add_paragraph()
        for where, finding in unplaced:
            run = tail.add_run(" ")
            _add_comment(word, [run], finding, language, quoted=where.text[finding.start : finding.end])
    stream = io.BytesIO()
    word.save(stream)
    return _reproducible(stream.getvalue())


def _own_file(document: Document) -> Any | None:
    """The author's file opened for comments, or None where the source is no .docx on this machine."""
    path = Path(document.uri)
    if path.suffix.lower() != ".docx" or not path.is_file():
        return None
    import docx

    return docx.Document(str(path))


def _new_file(document: Document) -> Any:
    """The text as a Word document, a paragraph a block."""
    import docx

    word = docx.Document()
    properties = word.core_properties
    properties.author = AUTHOR
    properties.title = _clean(document.title or "")
    properties.created = properties.modified = datetime(2000, 1, 1)
    for block in document.blocks:
        text = _clean(document.text[block.start : block.end])
        if not text.strip():
            continue
        if block.kind is BlockKind.HEADING:
            word.add_heading(text, level=min(max(block.level, 1), 9))
        else:
            word.add_paragraph(text)
    return word


def _paragraphs(word: Any) -> Iterator[Any]:
    """Every paragraph of the body, those in tables included, in order."""
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    for element in word.element.body.iter(qn("w:p")):
        yield Paragraph(element, word)


def _comment(
    word: Any, paragraphs: Sequence[Any], document: Document, findings: Sequence[Finding], language: str
) -> list[Finding]:
    """Put each finding at its words; return those whose words are in no paragraph."""
    unplaced = []
    places = _places(document, paragraphs)
    for finding in sorted(findings, key=lambda finding: finding.start):
        piece = PIECE.match(document.text, finding.start)
        begins = max(document.text.rfind(mark, 0, finding.start) + 1 for mark in "\n\t")
        place = places.get(begins)
        if place is None or piece is None:
            unplaced.append(finding)
            continue
        paragraph, offset = place
        offset += len(_squeezed(document.text[begins : finding.start]))
        end = min(finding.end, piece.end())
        runs = _runs_at(paragraph, offset, len(_squeezed(document.text[finding.start : end])))
        if runs:
            _add_comment(word, runs, finding, language)
        else:
            unplaced.append(finding)
    return unplaced


def _places(document: Document, paragraphs: Sequence[Any]) -> dict[int, tuple[Any, int]]:
    """Of every line or cell of the text, by its start: its paragraph, and where in that it begins, blanks not counted.

    Both come in the same order, so that each is looked for from where the last one ended: of two paragraphs with
    the same words each keeps its own findings.
    """
    texts = [_squeezed("".join(run.text for run in _runs(paragraph))) for paragraph in paragraphs]
    places: dict[int, tuple[Any, int]] = {}
    at, offset = 0, 0
    for piece in PIECE.finditer(document.text):
        sought = _squeezed(piece.group())
        for index in range(at, len(texts)) if sought else ():
            found = texts[index].find(sought, offset if index == at else 0)
            if found >= 0:
                places[piece.start()] = paragraphs[index], found
                at, offset = index, found + len(sought)
                break
    return places


def _runs(paragraph: Any) -> list[Any]:
    """The runs that Word prints of a paragraph, in order: its own, and those of links, insertions and fields."""
    from docx.oxml.ns import qn
    from docx.text.run import Run

    inside = {qn(f"w:{name}") for name in ("hyperlink", "ins", "smartTag", "sdt", "sdtContent", "fldSimple")}

    def walk(element: Any) -> Iterator[Any]:
        for child in element:
            if child.tag == qn("w:r"):
                yield Run(child, paragraph)
            elif child.tag in inside:
                yield from walk(child)

    return list(walk(paragraph._p))


def _runs_at(paragraph: Any, offset: int, length: int) -> list[Any]:
    """The runs that hold the characters `[offset, offset + length)`, blanks not counted; runs are split at both ends."""
    for boundary in (offset, offset + length):
        seen = 0
        for run in _runs(paragraph):
            size = len(_squeezed(run.text))
            if seen < boundary < seen + size:
                _split(run, boundary - seen)
                break
            seen += size
    chosen, seen = [], 0
    for run in _runs(paragraph):
        size = len(_squeezed(run.text))
        if size and seen < offset + length and offset < seen + size:
            chosen.append(run)
        seen += size
    return chosen


def _split(run: Any, at: int) -> None:
    """Split a run after `at` characters that are no blanks; what stands between its words (a line break, a picture) stays there."""
    from docx.oxml.ns import qn

    second = copy.deepcopy(run._r)
    run._r.addnext(second)
    counted = 0
    for first_part, second_part in zip(list(run._r), list(second), strict=True):
        if first_part.tag == qn("w:rPr"):
            continue
        size = len(_squeezed(str(first_part))) if first_part.tag in _printed() else 0
        if counted >= at:
            run._r.remove(first_part)
        elif counted + size <= at:
            second.remove(second_part)
        else:  # the words themselves are cut
            text = first_part.text or ""
            cut = next(
                index for index in range(len(text) + 1) if len(_squeezed(text[:index])) == at - counted
            )
            for part, words in ((first_part, text[:cut]), (second_part, text[cut:])):
                part.text = words
                part.set(qn("xml:space"), "preserve")
        counted += size


@cache
def _printed() -> frozenset[str]:
    """The elements of a run that are characters of its text; `str` of one gives them."""
    from docx.oxml.ns import qn

    return frozenset(qn(f"w:{name}") for name in ("t", "noBreakHyphen"))


def _add_comment(word: Any, runs: Sequence[Any], finding: Finding, language: str, quoted: str = "") -> None:
    is_chinese = language == "zh"
    parts = [f"{sure(finding.severity, language)} {finding.rule} {finding.name}"]
    parts.append((f"“{quoted}”：" if quoted else "") + message(finding, language))
    parts.append(relation(finding, language))
    if finding.suggest:
        parts.append(f"{'应为' if is_chinese else 'Likely'}：{finding.suggest}")
    text = "\n".join(_clean(part) for part in parts if part)
    comment = word.add_comment(runs=list(runs), text=text, author=AUTHOR, initials=INITIALS)
    _without_date(comment)


def _without_date(comment: Any) -> None:
    """Drop the time of writing, which would make every run's file another one."""
    from docx.oxml.ns import qn

    comment._comment_elm.attrib.pop(qn("w:date"), None)


def _squeezed(text: str) -> str:
    """The text without blanks and what XML cannot hold: readers and Word differ in nothing else."""
    return "".join(UNPRINTABLE.sub("", text).split())


def _clean(text: str) -> str:
    return UNPRINTABLE.sub("", text)


def _reproducible(data: bytes) -> bytes:
    """The same container with fixed times."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, EPOCH), old.read(name), zipfile.ZIP_DEFLATED)
    return stream.getvalue()
