"""Findings as SARIF 2.1.0, which code hosts and editors show beside the text.

Offsets count UTF-16 code units nowhere: columns are in Unicode code points and the run says so.
Specification: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from yanchao.audit.audit import Audit
from yanchao.audit.finding import Finding, Severity
from yanchao.audit.reports._layout import documents_by_uri, message, relation
from yanchao.audit.rule import rules
from yanchao.audit.silence import Silence
from yanchao.documents.document import Document
from yanchao.version import __version__

NAME = "sarif"
SUFFIX = ".sarif"
MEDIA_TYPE = "application/sarif+json"

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def render(audit: Audit, documents: Sequence[Document], *, language: str = "zh", colour: bool = False) -> str:
    """One SARIF log of one run. `colour` changes nothing."""
    del colour
    by_uri = documents_by_uri(tuple(documents))
    codes = [rule.code for rule in rules()]
    crashed = [outcome for outcome in audit.outcomes if outcome.crashed]
    run: dict[str, Any] = {
        "tool": {
            "driver": {
                "name": "yanchao",
                "semanticVersion": __version__,
                "rules": [
                    {
                        "id": rule.code,
                        "name": "".join(part.capitalize() for part in rule.name.split("-")),
                        "shortDescription": {"text": rule.title},
                        "fullDescription": {"text": rule.page},
                        "defaultConfiguration": {"level": LEVELS[rule.severity], "enabled": rule.is_default},
                        "properties": {"group": str(rule.group)},
                    }
                    for rule in rules()
                ],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not crashed,
                "toolExecutionNotifications": [
                    {
                        "level": "error",
                        "associatedRule": {"id": outcome.rule},
                        "message": {"text": outcome.crashed},
                    }
                    for outcome in crashed
                ],
            }
        ],
        "results": [
            _result(finding, silence, by_uri, codes, language) for finding, silence in audit.with_silenced()
        ],
        "properties": {
            "coverage": [
                {
                    "document": one.document,
                    "figuresInARelation": len(one.related),
                    "figuresInNone": len(one.unrelated),
                }
                for one in audit.coverage
            ]
        },
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _result(
    finding: Finding, silence: Silence | None, by_uri: Any, codes: Sequence[str], language: str
) -> dict[str, Any]:
    said = message(finding, language)
    arithmetic = relation(finding, language)
    stop = "。" if language == "zh" else ". "
    text = stop.join(part for part in (said, arithmetic) if part)
    if finding.suggest:
        text += f"{stop}{'应为' if language == 'zh' else 'Likely '}{finding.suggest}"
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": codes.index(finding.rule),
        "level": LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [_location(finding.document, finding.start, finding.end, by_uri)],
    }
    # A log in which any result has the property must give it to all: an empty list says that it is not suppressed.
    result["suppressions"] = [] if silence is None else [_suppression(silence, by_uri)]
    document = by_uri.get(finding.document)
    if finding.repair and document is not None and document.media_type == "text/plain":
        # elsewhere a region of the text that was read is none of the file that a fix would be made in
        result["fixes"] = [_fix(finding, document)]
    if finding.related:
        result["relatedLocations"] = [
            _location(related.document, related.start, related.end, by_uri)
            | {
                "id": number,
                "message": {"text": related.note_en if language == "en" else related.note},
            }
            for number, related in enumerate(finding.related)
        ]
    return result


def _suppression(silence: Silence, by_uri: Any) -> dict[str, Any]:
    written = by_uri | {silence.document.uri: silence.document}
    return {
        "kind": str(silence.where),
        "status": "accepted",
        "justification": silence.reason,
        "location": _location(silence.document.uri, silence.start, silence.end, written),
    }


def _fix(finding: Finding, document: Document) -> dict[str, Any]:
    """The certain repair. By line and column, which hold whatever ends the lines of the file."""
    replacements = [
        {"deletedRegion": _lines(edit.start, edit.end, document), "insertedContent": {"text": edit.text}}
        for edit in finding.repair
    ]
    artifact = {"uri": _uri(finding.document)}
    return {"artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}]}


def _lines(start: int, end: int, document: Document) -> dict[str, int]:
    line, column = document.line_column(start)
    last_line, last_column = document.line_column(end)
    return {"startLine": line, "startColumn": column, "endLine": last_line, "endColumn": last_column}


def _uri(name: str) -> str:
    return quote(name, safe="/:@!$&'()*+,;=~")


def _location(uri: str, start: int, end: int, by_uri: Any) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(uri)}}
    document: Document | None = by_uri.get(uri)
    if document is not None:
        physical["region"] = _lines(start, end, document) | {
            "charOffset": start,
            "charLength": end - start,
            "snippet": {"text": document.text[start:end]},
        }
    return {"physicalLocation": physical}
