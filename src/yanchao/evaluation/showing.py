"""Showing an evaluation: a table for people, JSON for machines and for later comparison."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from yanchao.errors import UsageError
from yanchao.evaluation.agreement import FIELDS
from yanchao.evaluation.evaluation import MEASURES, Evaluation, Score


def earlier(path: Path) -> dict[str, Any]:
    """The JSON of an earlier evaluation, to compare with.

    Raises:
        UsageError: where the file is no evaluation.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: no earlier evaluation: {error}") from error
    if not isinstance(content, dict) or "all" not in content:
        raise UsageError(f"{path}: no earlier evaluation: write one with `yanchao eval --format json`")
    return content


def show(
    evaluation: Evaluation, format: str, *, misses: int = 0, against: dict[str, Any] | None = None
) -> str:
    """The evaluation as `table` or `json`; with the first `misses`, and the change from an earlier JSON `against`."""
    if format == "json":
        return json.dumps(_as_json(evaluation, misses), ensure_ascii=False, indent=2)
    lines = [_head()]
    lines += [_row(score) for score in (*evaluation.documents, evaluation.total)]
    lines += ["", "fields, of the statements that overlap a labelled one:"]
    total = evaluation.total
    lines += ["  " + "  ".join(f"{field} {total.field(field):.3f}" for field in FIELDS)]
    lines += ["kinds, wholly right of labelled:"]
    lines += [
        "  " + "  ".join(f"{kind} {good}/{count}" for kind, (count, good) in sorted(total.kinds.items()))
    ]
    if total.findings_labelled:
        found = f"{total.findings_found} of {total.findings_labelled} known errors found"
        lines += [f"findings: {found}, {total.findings_other} others"]
    if against is not None:
        lines += ["", "change:", *_change(evaluation, against)]
    for miss in evaluation.misses[:misses]:
        lines.append(f"{miss.document}:{miss.start}-{miss.end} {miss.context}")
        lines += [f"    {field}: {gold!r}, read {read!r}" for field, (gold, read) in miss.wrong.items()]
    return "\n".join(lines)


def _head() -> str:
    return f"{'document':28} {'labelled':>8} {'read':>5}" + "".join(f" {measure:>10}" for measure in MEASURES)


def _row(score: Score) -> str:
    figures = "".join(f" {score.f1(measure):>10.4f}" for measure in MEASURES)
    return f"{score.name:28} {score.labelled:>8} {score.read:>5}{figures}"


def _as_json(evaluation: Evaluation, misses: int) -> dict[str, Any]:
    return {
        "all": _score_as_json(evaluation.total),
        "documents": {score.name: _score_as_json(score) for score in evaluation.documents},
        "misses": [
            {
                "document": miss.document,
                "start": miss.start,
                "end": miss.end,
                "context": miss.context,
                "wrong": miss.wrong,
            }
            for miss in evaluation.misses[:misses]
        ],
    }


def _score_as_json(score: Score) -> dict[str, Any]:
    return {
        "labelled": score.labelled,
        "read": score.read,
        **{m: {"p": score.precision(m), "r": score.recall(m), "f1": score.f1(m)} for m in MEASURES},
        "fields": {field: score.field(field) for field in FIELDS},
        "kinds": {
            kind: {"labelled": count, "right": good} for kind, (count, good) in sorted(score.kinds.items())
        },
        "findings": {
            "labelled": score.findings_labelled,
            "found": score.findings_found,
            "others": score.findings_other,
        },
    }


def _change(evaluation: Evaluation, before: dict[str, Any]) -> list[str]:
    """What rose and fell since an earlier run, document by document, so that a change that hurts is seen."""
    now = _as_json(evaluation, 0)
    lines = []
    for name, score in (("all", now["all"]), *now["documents"].items()):
        old = before["all"] if name == "all" else before.get("documents", {}).get(name)
        if old is None:
            lines.append(f"  {name}: new")
            continue
        moves = [(m, score[m]["f1"] - old[m]["f1"]) for m in MEASURES]
        moves += [(field, score["fields"][field] - old["fields"][field]) for field in FIELDS]
        told = [f"{field} {move:+.4f}" for field, move in moves if abs(move) >= 0.00005]
        lines.append(f"  {name}: {', '.join(told) or 'no change'}")
    return lines
