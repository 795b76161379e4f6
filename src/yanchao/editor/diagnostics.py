"""Findings as an editor lists and underlines them."""

from __future__ import annotations

from collections.abc import Mapping

from lsprotocol import types

from yanchao.audit.finding import Finding, Severity
from yanchao.editor.draft import Draft
from yanchao.editor.words import say

SOURCE = "yanchao"

SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}

MOST = 1000
"""Findings that an editor is sent of one text; nobody reads more, and some editors choke on them."""


def diagnostics(
    draft: Draft, address: str, pages: Mapping[str, str], language: str
) -> list[types.Diagnostic]:
    """The findings of a draft, which the editor knows by `address`. `pages` has the address of each rule's page."""
    if draft.problem is not None:
        return [
            remark(say("unreadable", language, problem=draft.problem), types.DiagnosticSeverity.Information)
        ]
    shown = [_diagnostic(finding, draft, address, pages, language) for finding in draft.findings[:MOST]]
    if draft.warning is not None:
        shown.append(remark(draft.warning, types.DiagnosticSeverity.Warning))
    left = len(draft.findings) - len(shown)
    if left:
        shown.append(remark(say("more", language, count=left), types.DiagnosticSeverity.Information))
    return shown


def remark(message: str, severity: types.DiagnosticSeverity) -> types.Diagnostic:
    """Something about the text as a whole, at its beginning."""
    nowhere = types.Range(types.Position(0, 0), types.Position(0, 0))
    return types.Diagnostic(nowhere, message, severity=severity, source=SOURCE)


def range_of(draft: Draft, start: int, end: int) -> types.Range:
    """A range of the document's text, as the editor counts it in its own."""
    first, last = draft.range(start, end)
    return source_range(draft, first, last)


def source_range(draft: Draft, first: int, last: int) -> types.Range:
    """A range of the source."""
    return types.Range(
        types.Position(*draft.lines.position(first)), types.Position(*draft.lines.position(last))
    )


def message(finding: Finding, language: str) -> str:
    """The finding in words: what, the arithmetic, what would be right."""
    said, relation = (
        (finding.message_en or finding.message, finding.relation_en or finding.relation)
        if language == "en"
        else (finding.message, finding.relation)
    )
    cure = say("cure", language, text=finding.suggest) if finding.suggest else ""
    return "\n".join(part for part in (said, relation, cure) if part)


def _diagnostic(
    finding: Finding, draft: Draft, address: str, pages: Mapping[str, str], language: str
) -> types.Diagnostic:
    page = pages.get(finding.rule)
    return types.Diagnostic(
        range_of(draft, finding.start, finding.end),
        message(finding, language),
        severity=SEVERITIES[finding.severity],
        code=finding.rule,
        code_description=types.CodeDescription(page) if page else None,
        source=SOURCE,
        related_information=[
            types.DiagnosticRelatedInformation(
                types.Location(address, range_of(draft, related.start, related.end)),
                (related.note_en or related.note) if language == "en" else related.note,
            )
            for related in finding.related
            if related.document == finding.document
        ]
        or None,
    )
