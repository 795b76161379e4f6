"""The ledger of one build, opened for reading: every question that pages, REST, MCP and exports ask of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from yanchao.audit.finding import Finding
from yanchao.documents.document import Document
from yanchao.ledger.series import Series
from yanchao.statements.statement import Mention, Statement


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """A document without its text: what a list of sources shows.

    `related` and `unrelated` count the figures that stood in at least one relation of the audit, and in none.
    """

    id: str
    uri: str
    title: str
    publisher: str | None
    published: date | None
    media_type: str
    characters: int
    statements: int
    mentions: int
    findings: int
    related: int
    unrelated: int


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement with the id of its document and the words of its sentence. Anchored as `#s=START` on its page."""

    document: str
    statement: Statement
    quote: str


@dataclass(frozen=True, slots=True)
class Named:
    """A mention with the id of its document and the words of its sentence."""

    document: str
    mention: Mention
    quote: str


class Ledger:
    """A build's ledger, read-only. Safe to use from several threads."""

    def __init__(self, directory: Path) -> None:
        """Open the ledger in `directory` (a folder that `yanchao build` wrote).

        Raises:
            UsageError: where the folder holds no ledger, or one of another schema version.
        """
        raise NotImplementedError

    def documents(self) -> tuple[DocumentCard, ...]:
        """All documents, newest first."""
        raise NotImplementedError

    def document(self, id: str) -> Document:
        """One document with its text, blocks and places. Raises KeyError where there is none."""
        raise NotImplementedError

    def statements(self, *, document: str | None = None, cluster: str | None = None) -> tuple[Stated, ...]:
        """Statements, of one document or one cluster where asked, in order of document and place."""
        raise NotImplementedError

    def mentions(self, *, document: str | None = None, cluster: str | None = None) -> tuple[Named, ...]:
        """Mentions, of one document or one cluster where asked, in order of document and place."""
        raise NotImplementedError

    def findings(self, *, document: str | None = None) -> tuple[Finding, ...]:
        """Findings, of one document (by id) where asked. `Finding.document` is the document's URI."""
        raise NotImplementedError

    def series(
        self, *, cluster: str | None = None, region: str | None = None, measure: str | None = None
    ) -> tuple[Series, ...]:
        """Series that match all that is given, in order of cluster, measure and subject."""
        raise NotImplementedError

    def one_series(self, id: str) -> Series:
        """One series. Raises KeyError where there is none."""
        raise NotImplementedError
