"""What the reports share: the documents by name, a finding's words in two languages."""

from __future__ import annotations

from collections.abc import Mapping

from yanchao.audit.finding import Finding, Severity
from yanchao.documents.document import Document


def documents_by_uri(documents: tuple[Document, ...] | list[Document]) -> Mapping[str, Document]:
    """The documents by the URI that findings name."""
    return {document.uri: document for document in documents}


def message(finding: Finding, language: str) -> str:
    """A finding's message in one language."""
    return finding.message_en if language == "en" and finding.message_en else finding.message


def relation(finding: Finding, language: str) -> str:
    """A finding's arithmetic in one language."""
    return finding.relation_en if language == "en" and finding.relation_en else finding.relation


SURE: Mapping[Severity, tuple[str, str]] = {
    Severity.ERROR: ("错误", "error"),
    Severity.WARNING: ("可疑", "warning"),
    Severity.NOTE: ("提示", "note"),
}


def sure(severity: Severity, language: str) -> str:
    """How sure a finding is, in one word."""
    return SURE[severity][language == "en"]
