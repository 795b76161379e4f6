"""Clean texts, read once: their statements, and the ties that the audit found between them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from yanchao.audit.audit import audit
from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.finding import Finding
from yanchao.audit.relations import Relation
from yanchao.audit.rule import choose
from yanchao.audit.topics import Topics
from yanchao.documents.document import Document
from yanchao.documents.reading import read
from yanchao.lexicon.lexicon import Lexicon
from yanchao.statements.extraction import extract
from yanchao.statements.statement import Extraction, Statement

CHECKOUT = Path(__file__).resolve().parent.parent.parent
WRITTEN = Path(__file__).resolve().parent / "written"
"""Texts by somebody who did not know the audit, each with the relations between its figures beside it."""

PLANTED = frozenset({"README", "newspaper-2025", "draft-2025"})
"""Files of examples/ that hold slips of their own (see examples/README.rst), or are no document."""

KNOWN_FAULTS = frozenset({"guangdong-clusters-2025"})
"""Labelled texts with known errors: no ground for planting more."""


@dataclass(frozen=True, eq=False)
class CleanText:
    """One text without known errors, and what the audit says of it all the same."""

    name: str
    extraction: Extraction
    lexicon: Lexicon
    findings: tuple[Finding, ...]
    relations_beside: tuple[str, ...] = ()
    """What the text's writer noted of its figures, a line of JSON each (`declared.py`)."""

    @property
    def document(self) -> Document:
        return self.extraction.document

    @property
    def statements(self) -> tuple[Statement, ...]:
        return self.extraction.statements

    def number_at(self, offset: int) -> int | None:
        """The number of the statement whose quantity holds a character; None where no quantity does."""
        number = bisect_right(self.statements, offset, key=lambda one: one.start) - 1
        return number if number >= 0 and offset < self.statements[number].end else None

    def block_at(self, offset: int) -> int:
        """The number of the block that holds a character."""
        return max(0, bisect_right(self._block_starts, offset) - 1)

    @cached_property
    def block_of(self) -> tuple[int, ...]:
        """The number of the block of each statement."""
        return tuple(self.block_at(one.start) for one in self.statements)

    @cached_property
    def _block_starts(self) -> tuple[int, ...]:
        return tuple(block.start for block in self.document.blocks)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The statements as the audit sees them, in the same order."""
        return self._dossier.figures

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """Every relation that some rule of the audit sees between the figures, whether it could fail or not; one that only the numbers suggest
        is none, since it may agree by chance."""
        return tuple(one for one in self._seen if isinstance(one, Relation) and not one.is_supposed)

    @cached_property
    def _dossier(self) -> Dossier:
        return Dossier((self.extraction,), self.lexicon, Topics(self.lexicon))

    @cached_property
    def _seen(self) -> tuple[object, ...]:
        return tuple(one for rule in choose() for one in rule.check(self._dossier))


def clean_texts(folder: Path | None, lexicon: Lexicon) -> list[CleanText]:
    """The clean documents of examples/, the texts in `written/`, and every text of a corpus folder (with a folder of whole reports)."""
    return [_clean(path, lexicon) for path in sources(folder)]


def sources(folder: Path | None) -> Iterator[Path]:
    """The files that `clean_texts` reads."""
    examples = CHECKOUT / "examples"
    yield from sorted(path for path in examples.iterdir() if path.is_file() and path.stem not in PLANTED)
    yield from sorted(WRITTEN.glob("*.txt"))
    if folder is not None:
        yield from sorted(path for path in folder.rglob("*.txt") if path.stem not in KNOWN_FAULTS)


def _clean(path: Path, lexicon: Lexicon) -> CleanText:
    extraction = extract(read(path), lexicon)
    beside = path.with_suffix(".relations.jsonl")
    noted = tuple(beside.read_text(encoding="utf-8").splitlines()) if beside.is_file() else ()
    return CleanText(path.name, extraction, lexicon, audit([extraction], lexicon).findings, noted)
