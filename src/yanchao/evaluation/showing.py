"""Showing an evaluation: a table for people, JSON for machines and for later comparison."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from yanchao.errors import UsageError
from yanchao.evaluation.agreement import FIELDS
from yanchao.evaluation.calibration import bands, expected_error
from yanchao.evaluation.change import moves, texts
from yanchao.evaluation.evaluation import MEASURES, Evaluation, Score
from yanchao.evaluation.mentions import MENTION_MEASURES, MentionScore


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
    now = as_json(evaluation, misses)
    if format == "json":
        if against is not None:
            now["change"] = [{**asdict(move), "falls": move.falls} for move in moves(against, now)]
        return json.dumps(now, ensure_ascii=False, indent=2)
    total = evaluation.total
    scores = (*evaluation.documents, total)
    lines = [_head(), *map(_row, scores)]
    lines += ["", "fields right, of the statements that overlap a labelled one:", *_fields(scores)]
    lines += ["", "kinds, wholly right of labelled:", *_kinds(scores)]
    lines += ["", *_reliability(total)]
    if total.findings_labelled:
        found = f"{total.findings_found} of {total.findings_labelled} known errors found"
        lines += ["", f"findings: {found}, {total.findings_other} others"]
    if total.mentions.labelled:
        lines += ["", *_mentions(total.mentions)]
    if against is not None:
        lines += ["", "change:", *_change(now, against)]
    for miss in evaluation.misses[:misses]:
        lines.append(f"{miss.document}:{miss.start}-{miss.end} {miss.context}")
        lines += [f"    {field}: {gold!r}, read {read!r}" for field, (gold, read) in miss.wrong.items()]
    return "\n".join(lines)


def _mentions(score: MentionScore) -> list[str]:
    """Precision and recall of the named things; and role by role: wholly right of labelled (of read)."""
    figures = "  ".join(
        f"{measure} P {score.precision(measure):.3f} R {score.recall(measure):.3f}"
        for measure in MENTION_MEASURES
    )
    roles = "  ".join(
        f"{role} {right}/{labelled} ({read})" for role, (labelled, read, right) in sorted(score.roles.items())
    )
    return [
        f"named things, {score.labelled} labelled, {score.read} read:",
        f"  {figures}",
        "roles, wholly right of labelled (of read):",
        f"  {roles}",
    ]


def _head() -> str:
    return f"{'document':28} {'labelled':>8} {'read':>5}" + "".join(f" {measure:>10}" for measure in MEASURES)


def _row(score: Score) -> str:
    figures = "".join(f" {score.f1(measure):>10.4f}" for measure in MEASURES)
    return f"{score.name:28} {score.labelled:>8} {score.read:>5}{figures}"


def _fields(scores: Sequence[Score]) -> Iterator[str]:
    yield f"{'document':24}" + "".join(f" {field:>{_wide(field)}}" for field in FIELDS)
    for score in scores:
        cells = "".join(f" {score.field(field):>{_wide(field)}.3f}" for field in FIELDS)
        yield f"{score.name:24}{cells}"


def _wide(field: str) -> int:
    return max(5, len(field))


def _kinds(scores: Sequence[Score]) -> Iterator[str]:
    kinds = sorted(scores[-1].kinds)
    yield f"{'document':24}" + "".join(f" {kind:>9}" for kind in kinds)
    for score in scores:
        counts = (score.kinds.get(kind) for kind in kinds)
        cells = (f"{count[1]}/{count[0]}" if count else "" for count in counts)
        yield f"{score.name:24}" + "".join(f" {cell:>9}" for cell in cells)


def _reliability(total: Score) -> Iterator[str]:
    """The bands of confidence: said, right, and how large a gap chance alone would make."""
    found = bands(total.judged)
    yield f"confidence, expected calibration error {expected_error(found):.4f}:"
    yield f"{'from':>8} {'to':>6} {'statements':>10} {'said':>7} {'right':>7} {'gap':>7} {'chance':>7}"
    for band in found:
        yield (
            f"{band.low:>8.2f} {band.high:>6.2f} {band.count:>10} {band.said:>7.3f} {band.share:>7.3f}"
            f" {band.gap:>+7.3f} {'±' + format(band.chance, '.3f'):>7}"
        )


def as_json(evaluation: Evaluation, misses: int = 0) -> dict[str, Any]:
    """The evaluation for programs: what `--against` and the accepted scores are compared with."""
    return {
        "all": _score_as_json(evaluation.total),
        "documents": {score.name: _score_as_json(score) for score in evaluation.documents},
        "calibration": _calibration_as_json(evaluation.total),
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


def _calibration_as_json(total: Score) -> dict[str, Any]:
    found = bands(total.judged)
    return {
        "error": round(expected_error(found), 4),
        "bands": [
            {
                "low": band.low,
                "high": band.high,
                "statements": band.count,
                "confidence": round(band.said, 4),
                "right": round(band.share, 4),
                "chance": round(band.chance, 4),
            }
            for band in found
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
        "mentions": {
            "labelled": score.mentions.labelled,
            "read": score.mentions.read,
            **{
                measure: {"p": score.mentions.precision(measure), "r": score.mentions.recall(measure)}
                for measure in MENTION_MEASURES
            },
            "roles": {
                role: {"labelled": labelled, "read": read, "right": right}
                for role, (labelled, read, right) in sorted(score.mentions.roles.items())
            },
        },
    }


def _change(now: dict[str, Any], before: dict[str, Any]) -> Iterator[str]:
    """What rose and fell since an earlier run, text by text, so that a change that helps one and hurts three is seen."""
    moved = list(moves(before, now))
    old, new = texts(before), texts(now)
    for text in new:
        here = [move for move in moved if move.text == text]
        if text not in old:
            yield f"  {text}: new"
        elif not here:
            yield f"  {text}: no change"
        else:
            rose = ", ".join(str(move) for move in here if move.by > 0)
            fell = ", ".join(f"{move}{' (!)' if move.falls else ''}" for move in here if move.by < 0)
            yield f"  {text}: " + "; ".join(
                f"{how} {what}" for how, what in (("rose", rose), ("fell", fell)) if what
            )
    yield from (f"  {text}: no longer read" for text in old if text not in new)
