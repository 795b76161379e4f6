"""Explanations for programs: the record of a statement, and beside it where each field comes from."""

from __future__ import annotations

import json
from collections.abc import Iterable

from yanchao.statements.explaining.explanation import Explanation, Reason
from yanchao.statements.record import to_record


def render(explanations: Iterable[Explanation], _language: str) -> str:
    """One JSON object a line."""
    return "".join(json.dumps(_explained(each), ensure_ascii=False) + "\n" for each in explanations)


def _explained(explanation: Explanation) -> dict[str, object]:
    statement = explanation.statement
    return {
        "document": explanation.document.uri,
        "figure": explanation.number,
        "text": explanation.words,
        **to_record(statement),
        "sentence": [statement.sentence.start, statement.sentence.end],
        "construction": statement.construction,
        "qualifiers": sorted(statement.qualifiers),
        "confidence": statement.confidence,
        "signs": {sign.name: sign.weight for sign in explanation.signs},
        "evidence": {reason.field: _reason(reason) for reason in explanation.reasons},
    }


def _reason(reason: Reason) -> dict[str, object]:
    evidence = reason.evidence
    return {
        "start": evidence.start,
        "end": evidence.end,
        "text": reason.words,
        "inherited": evidence.inherited,
        "origin": str(evidence.origin),
        "derived": None if reason.derived is None else str(reason.derived),
    }
