"""Findings as a JSON list, for programs: offsets into the text, and the line and column that editors count."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from yanchao.audit.audit import Audit
from yanchao.audit.coverage import Coverage, Covered, State
from yanchao.audit.reports._layout import documents_by_uri, message, relation
from yanchao.audit.tally import reason_words, tie_words
from yanchao.documents.document import Document

NAME = "json"
SUFFIX = ".json"
MEDIA_TYPE = "application/json"


def render(audit: Audit, documents: Sequence[Document], *, language: str = "zh", colour: bool = False) -> str:
    """A list of objects; `[start, end)` is a range of the document's text. `colour` changes nothing.

    A finding that is silenced says so in `suppressions`; `repair` are the edits that mend a finding for certain.
    """
    del colour
    return _written(_findings(audit, documents, language))


def render_coverage(
    audit: Audit, documents: Sequence[Document], *, language: str = "zh", colour: bool = False
) -> str:
    """An object: `findings` as `render` lists them, `coverage` with every figure of every document, `rules` with what
    became of each."""
    del colour
    by_uri = documents_by_uri(tuple(documents))
    return _written(
        {
            "findings": _findings(audit, documents, language),
            "coverage": [_coverage(one, by_uri.get(one.document), language) for one in audit.coverage],
            "rules": [
                {
                    "rule": outcome.rule,
                    "name": outcome.name,
                    "passed": outcome.passed,
                    "failed": outcome.failed,
                    "left_out": [{"reason": words, "count": count} for words, count in outcome.unjudged],
                    "crashed": outcome.crashed,
                }
                for outcome in audit.outcomes
            ],
        }
    )


def _coverage(coverage: Coverage, document: Document | None, language: str) -> dict[str, Any]:
    return {
        "document": coverage.document,
        **{str(state): coverage.count(state) for state in State},
        "figures": [_figure(covered, document, language) for covered in coverage.figures],
    }


def _figure(covered: Covered, document: Document | None, language: str) -> dict[str, Any]:
    start, end = covered.statement.start, covered.statement.end
    line, column = document.line_column(start) if document else (None, None)
    return {
        "start": start,
        "end": end,
        "text": document.text[start:end] if document else None,
        "line": line,
        "column": column,
        "state": str(covered.state),
        "relations": [
            {
                "rule": tie.rule,
                "name": tie.name,
                "ties": tie_words(tie, language),
                "state": str(tie.state),
                "holds": tie.holds,
                "known": tie.known or None,
                "with": [
                    {"document": place.document, "start": place.start, "end": place.end}
                    for place in tie.others
                ],
            }
            for tie in covered.ties
        ],
        "left_out": [
            {"rule": skipped.rule or None, "reason": reason_words(skipped, language)}
            for skipped in covered.skipped
        ],
    }


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _findings(audit: Audit, documents: Sequence[Document], language: str) -> list[dict[str, Any]]:
    by_uri = documents_by_uri(tuple(documents))
    rows = []
    for finding, silence in audit.with_silenced():
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
                "repair": [
                    {"start": edit.start, "end": edit.end, "text": edit.text} for edit in finding.repair
                ],
                "suppressions": [{"kind": str(silence.where), "justification": silence.reason}]
                if silence is not None
                else [],
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
    return rows
