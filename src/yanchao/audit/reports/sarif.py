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
        "results": [_result(finding, by_uri, codes, language) for finding in audit.findings],
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


def _result(finding: Finding, by_uri: Any, codes: Sequence[str], language: str) -> dict[str, Any]:
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


def _location(uri: str, start: int, end: int, by_uri: Any) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(uri, safe="/:@!$&'()*+,;=~")}}
    document: Document | None = by_uri.get(uri)
    if document is not None:
        line, column = document.line_column(start)
        last_line, last_column = document.line_column(end)
        physical["region"] = {
            "startLine": line,
            "startColumn": column,
            "endLine": last_line,
            "endColumn": last_column,
            "charOffset": start,
            "charLength": end - start,
            "snippet": {"text": document.text[start:end]},
        }
    return {"physicalLocation": physical}
