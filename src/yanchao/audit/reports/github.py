"""Findings as GitHub workflow commands, which show as annotations beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Sequence

from yanchao.audit.audit import Audit
from yanchao.audit.finding import Severity
from yanchao.audit.reports._layout import documents_by_uri, message, relation
from yanchao.documents.document import Document

NAME = "github"
SUFFIX = ".txt"
MEDIA_TYPE = "text/plain"

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(audit: Audit, documents: Sequence[Document], *, language: str = "zh", colour: bool = False) -> str:
    """One workflow command a finding. `colour` changes nothing."""
    del colour
    by_uri = documents_by_uri(tuple(documents))
    lines = []
    for finding in audit.findings:
        document = by_uri.get(finding.document)
        if document is None:
            continue
        line, column = document.line_column(finding.start)
        last_line, last_column = document.line_column(max(finding.start, finding.end - 1))
        place = f"file={_property(finding.document)},line={line},endLine={last_line},col={column}"
        if line == last_line:
            place += f",endColumn={last_column + 1}"
        said = message(finding, language)
        arithmetic = relation(finding, language)
        if arithmetic:
            said += f"\n{arithmetic}"
        if finding.suggest:
            said += f"\n{'应为' if language == 'zh' else 'likely'}: {finding.suggest}"
        title = _property(f"{finding.rule} {finding.name}")
        lines.append(f"::{COMMANDS[finding.severity]} {place},title={title}::{_data(said)}\n")
    return "".join(lines)


def _data(text: str) -> str:
    """The text as the message of a command (https://docs.github.com/actions, workflow commands)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
