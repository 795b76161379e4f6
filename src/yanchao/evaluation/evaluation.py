"""Scoring a folder of labelled texts: statements field by field, findings by place and kind."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from yanchao.audit.audit import audit
from yanchao.documents.reading import read
from yanchao.errors import UsageError
from yanchao.evaluation.agreement import FIELDS, NUMBERS, Record, agrees, pair, places
from yanchao.evaluation.calibration import Judged
from yanchao.evaluation.mentions import MentionScore, score_mentions
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass
from yanchao.statements.extraction import extract
from yanchao.statements.record import to_record
from yanchao.statements.statement import Extraction, Mention

MEASURES = ("overlap", "span", "quantity", "statement")
"""What is scored of a pair: the ranges overlap; they are the same; the whole quantity is; every field is."""

BESIDE = (".findings.jsonl", ".mentions.jsonl")
"""How the files end that lie beside the labelled statements of a document."""


@dataclass(frozen=True, slots=True)
class Miss:
    """One labelled statement or named thing not read, or not read right: `wrong` maps a field to (labelled, read)."""

    document: str
    start: int
    end: int
    context: str
    wrong: dict[str, tuple[Any, Any]]


@dataclass(frozen=True, slots=True)
class Score:
    """The counts behind the figures of one document, or of all together.

    `hits` counts pairs by `MEASURES`; `fields` and `kinds` count, among overlapping pairs, those with the field
    right, and for each kind of statement how many were labelled and wholly right. `judged` has the confidence of
    every read statement and whether it is wholly right.
    """

    name: str
    labelled: int
    read: int
    hits: Counter[str]
    fields: Counter[str]
    kinds: dict[str, tuple[int, int]]
    findings_labelled: int
    findings_found: int
    findings_other: int
    mentions: MentionScore
    judged: tuple[Judged, ...] = ()

    def precision(self, measure: str) -> float:
        return round(self.hits[measure] / self.read, 4) if self.read else 0.0

    def recall(self, measure: str) -> float:
        return round(self.hits[measure] / self.labelled, 4) if self.labelled else 0.0

    def f1(self, measure: str) -> float:
        both = self.labelled + self.read
        return round(2 * self.hits[measure] / both, 4) if both else 0.0

    def field(self, field: str) -> float:
        return round(self.fields[field] / self.hits["overlap"], 4) if self.hits["overlap"] else 0.0


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Scores of all labelled documents together and one by one, and what was missed."""

    total: Score
    documents: tuple[Score, ...]
    misses: tuple[Miss, ...]


def evaluate(gold: Path | str, corpus: Path | str, lexicon: Lexicon) -> Evaluation:
    """Read and audit every text in `corpus` that has labels in `gold`, and score what comes out.

    `gold` holds `NAME.jsonl` (statements) and may hold `NAME.findings.jsonl` (known errors) and
    `NAME.mentions.jsonl` (named things without a number); `corpus` holds `NAME.txt`.

    Raises:
        UsageError: where a folder is missing, holds no labels, or a label file cannot be read.
    """
    folder = Path(gold)
    names = sorted(path.stem for path in folder.glob("*.jsonl") if not path.name.endswith(BESIDE))
    if not names:
        raise UsageError(f"{folder}: no labelled statements (NAME.jsonl) in this folder")
    scores, misses = [], []
    for name in names:
        score, missed = _evaluate_one(folder, Path(corpus), name, lexicon)
        scores.append(score)
        misses.extend(missed)
    return Evaluation(_together(scores), tuple(scores), tuple(misses))


def _evaluate_one(gold: Path, corpus: Path, name: str, lexicon: Lexicon) -> tuple[Score, list[Miss]]:
    labelled = _load(gold / f"{name}.jsonl")
    document = read(corpus / f"{name}.txt")
    extraction = extract(document, lexicon)
    records: list[Record] = [to_record(statement) for statement in extraction.statements]
    known = places(lexicon)
    hits: Counter[str] = Counter()
    fields: Counter[str] = Counter()
    kinds: dict[str, tuple[int, int]] = {}
    misses = []
    right_ones: set[int] = set()
    pairs = pair(labelled, records)
    for index, label in enumerate(labelled):
        whole = False
        if index in pairs:
            found = records[pairs[index]]
            right = {field: agrees(field, label, found, known) for field in FIELDS}
            span = (label["start"], label["end"]) == (found["start"], found["end"])
            quantity = span and all(right[field] for field in (*NUMBERS, "unit", "comparator"))
            whole = quantity and all(right.values())
            if whole:
                right_ones.add(pairs[index])
            fields.update(field for field in FIELDS if right[field])
            hits.update({"overlap": 1, "span": span, "quantity": quantity, "statement": whole})
            wrong = {field: (label.get(field), found.get(field)) for field in FIELDS if not right[field]}
            if not span:
                wrong["span"] = (
                    document.text[label["start"] : label["end"]],
                    document.text[found["start"] : found["end"]],
                )
        else:
            wrong = {"missed": (document.text[label["start"] : label["end"]], None)}
        if wrong:
            misses.append(Miss(name, label["start"], label["end"], _context(document.text, label), wrong))
        count, good = kinds.get(label["kind"], (0, 0))
        kinds[label["kind"]] = (count + 1, good + whole)
    named, misnamed = _mentions(gold / f"{name}.mentions.jsonl", name, extraction)
    misses.extend(misnamed)
    faults = gold / f"{name}.findings.jsonl"
    expected = _load(faults) if faults.is_file() else []
    found_count, other = _findings(extraction, expected, lexicon)
    judged = tuple(
        (statement.confidence, number in right_ones) for number, statement in enumerate(extraction.statements)
    )
    score = Score(
        name,
        len(labelled),
        len(records),
        hits,
        fields,
        kinds,
        len(expected),
        found_count,
        other,
        named,
        judged,
    )
    return score, misses


def _mentions(labels: Path, name: str, extraction: Extraction) -> tuple[MentionScore, list[Miss]]:
    """The score of the named things of a document that has labels for them, and what is not right of them."""
    if not labels.is_file():
        return MentionScore(), []
    text = extraction.document.text
    score, pairs = score_mentions(_load(labels), [_as_record(mention) for mention in extraction.mentions])
    misses = []
    for label, found in pairs:
        at = label or found or {}
        wrong = {"mention": (_named(text, label), _named(text, found))}
        misses.append(Miss(name, at["start"], at["end"], _context(text, at), wrong))
    return score, misses


def _as_record(mention: Mention) -> Record:
    return {
        "start": mention.start,
        "end": mention.end,
        "role": str(mention.role),
        "cluster": mention.cluster,
    }


def _named(text: str, record: Record | None) -> tuple[str, str, str | None] | None:
    if record is None:
        return None
    return text[record["start"] : record["end"]], record["role"], record["cluster"]


def _findings(extraction: Any, expected: Sequence[Record], lexicon: Lexicon) -> tuple[int, int]:
    """How many known errors were found at the right place and of the right kind, and how many other findings."""
    findings = audit([extraction], lexicon).findings
    found: set[int] = set()
    other = 0
    for finding in findings:
        match = next(
            (
                index
                for index, fault in enumerate(expected)
                if index not in found
                and fault["kind"] == finding.name
                and finding.start < fault["end"]
                and fault["start"] < finding.end
            ),
            None,
        )
        if match is None:
            other += 1
        else:
            found.add(match)
    return len(found), other


def _together(scores: Iterable[Score]) -> Score:
    hits: Counter[str] = Counter()
    fields: Counter[str] = Counter()
    kinds: dict[str, tuple[int, int]] = {}
    counts = Counter[str]()
    judged: list[Judged] = []
    mentions = MentionScore()
    for score in scores:
        judged.extend(score.judged)
        hits.update(score.hits)
        fields.update(score.fields)
        for kind, (count, good) in score.kinds.items():
            before = kinds.get(kind, (0, 0))
            kinds[kind] = (before[0] + count, before[1] + good)
        mentions += score.mentions
        counts.update(
            labelled=score.labelled,
            read=score.read,
            expected=score.findings_labelled,
            found=score.findings_found,
            other=score.findings_other,
        )
    return Score(
        "all", counts["labelled"], counts["read"], hits, fields, kinds,
        counts["expected"], counts["found"], counts["other"], mentions, tuple(judged),
    )  # fmt: skip


def _context(text: str, label: Record) -> str:
    start, end = label["start"], label["end"]
    return f"{text[max(0, start - 24) : start]}[{text[start:end]}]{text[end : end + 12]}".replace("\n", "⏎")


def _load(path: Path) -> list[dict[str, Any]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines if line.strip()]
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: labels cannot be read: {error}") from error
