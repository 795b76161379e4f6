"""Findings as a JSON list, for programs: offsets into the text, and the line and column that editors count."""

from __future__ import annotations

import json
from collections.abc import Sequence

from yanchao.audit.audit import Audit
from yanchao.audit.reports._layout import documents_by_uri, message, relation
from yanchao.documents.document import Document

NAME = "json"
SUFFIX = ".json"
MEDIA_TYPE = "application/json"


def render(audit: Audit, documents: Sequence[Document], *, language: str = "zh", colour: bool = False) -> str:
    """A list of objects; `[start, end)` is a range of the document's text. `colour` changes nothing."""
    del colour
    by_uri = documents_by_uri(tuple(documents))
    rows = []
    for finding in audit.findings:
        document = by_uri.get(finding.document)
        line, column = document.line_column(finding.start) if document else (None, None)
        rows.append(
            {
                "document": finding.document,
                "start": finding.start,
                "end": finding.end,
                "rule": finding.rule,
                "name": finding.name,
                "severity": str(finding.severity),
                "message": message(finding, language),
                "relation": relation(finding, language),
                "suggest": finding.suggest,
                "related": [
                    {
                        "document": related.document,
                        "start": related.start,
                        "end": related.end,
                        "note": related.note_en if language == "en" and related.note_en else related.note,
                    }
                    for related in finding.related
                ],
                "line": line,
                "column": column,
                "text": document.text[finding.start : finding.end] if document else None,
            }
        )
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
