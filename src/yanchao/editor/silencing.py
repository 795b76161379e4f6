"""A finding that is known and stays: the edit that silences it, in the text or in the file beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from yanchao.audit.finding import Finding
from yanchao.audit.ignore_file import NAME
from yanchao.audit.silence import silences
from yanchao.documents.document import Document
from yanchao.editor.draft import Draft, read_draft
from yanchao.errors import SourceError
from yanchao.quick import dataclass, pattern, replace

CLAUSE = pattern(r"[^，。；：、！？,;!?\s]*$")
"""What stands before the figure in its clause: enough to know the place by, and no more than one would quote."""

MOST_QUOTED = 40


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment that goes into the source at `place`."""

    place: int
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line at the end of the file with silences beside the text. `text` is that file as it stands, None where there is none."""

    file: Path
    line: str
    text: str | None

    @property
    def added(self) -> str:
        """What comes behind the last character of the file."""
        return f"{self.line}\n" if not self.text or self.text.endswith("\n") else f"\n{self.line}\n"


def comment(finding: Finding, draft: Draft, reason: str) -> Comment | None:
    """The comment that silences a finding in Markdown or a page; None where no place for one was proved.

    That it is heard there is tried, not believed: the source is read with it.
    """
    document = draft.document
    if document is None or document.media_type == "text/plain":
        return None
    text = f"<!-- yanchao: ignore {finding.rule} {reason} -->"
    for place in _places(finding, draft):
        source = f"{draft.source[:place]}{text}{draft.source[place:]}"
        read = read_draft(source, draft.name)
        if isinstance(read, SourceError) or read.text != document.text:
            continue
        if _is_heard(finding, replace(read, uri=document.uri)):
            return Comment(place, text)
    return None


def line(finding: Finding, draft: Draft, reason: str, text: Path) -> Line | None:
    """The line of `.yanchao-ignore` that silences a finding in a text that lies on this machine."""
    if draft.document is None:
        return None
    file = text.parent / NAME
    try:
        held = file.read_text(encoding="utf-8") if file.is_file() else None
    except (OSError, UnicodeDecodeError):
        return None
    pattern = re.sub(r"([*?[])", r"[\1]", text.name)
    words = _quoted(_words(finding, draft.document.text))
    name = _quoted(pattern) if re.search(r"[\s\"“「]", pattern) or pattern.startswith("#") else pattern
    return Line(file, f"{name} {finding.rule} {words} {reason}", held)


def _places(finding: Finding, draft: Draft) -> Iterator[int]:
    """Behind the figure, and at the end of its paragraph or cell."""
    yield draft.range(finding.start, finding.end)[1]
    block = draft.document.block(finding.start) if draft.document is not None else None
    if block is not None:
        yield draft.range(block.start, block.end)[1]


def _is_heard(finding: Finding, document: Document) -> bool:
    return any(one.problem is None and one.is_about(finding) for one in silences(document))


def _words(finding: Finding, text: str) -> str:
    """The figure with what stands before it in its clause: the figure alone may stand elsewhere too."""
    before = CLAUSE.search(text, max(0, finding.start - MOST_QUOTED), finding.start)
    start = before.start() if before is not None else finding.start
    return " ".join(text[start : max(finding.end, finding.start + 1)].split())


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
