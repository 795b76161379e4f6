"""Scores the reader against labelled texts and holds every score to the last that was accepted (`accepted.json`).

    python -m benchmarks.gold [FOLDER]            (make eval)
    python -m benchmarks.gold [FOLDER] --accept   (make accept)

Two sets of texts: those of `tests/labelled`, always; and those of FOLDER, which holds corpus/ and gold/, where it is there
(FOLDER, else YANCHAO_SHARED, else `shared` beside the checkout). Of each set, and of each of its texts, every measure,
every field and every kind of statement is held, and precision and recall of named things where they are labelled. Exits 1
where one fell by more than half a point; in a text too small for half points, by more than one statement. `--accept` keeps
the scores of this run instead: look at what fell first.

Beside FOLDER's labels lies a scorer of its own. Where ours does not give the same figures to the last digit, that is a
failure too. What is accepted is what the page about an atlas says of its accuracy (`atlas/accuracy.csv`).
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from yanchao.evaluation.agreement import FIELDS
from yanchao.evaluation.change import Move, moves, texts
from yanchao.evaluation.evaluation import MEASURES, Evaluation, evaluate
from yanchao.evaluation.showing import as_json
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract_statements
from yanchao.statements.record import to_record

CHECKOUT = Path(__file__).resolve().parent.parent
ACCEPTED = Path(__file__).with_name("accepted.json")
LABELLED = CHECKOUT / "tests" / "labelled"
TOLD = CHECKOUT / "src" / "yanchao" / "atlas" / "accuracy.csv"
"""What an atlas says of its own accuracy: the accepted scores in short."""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", metavar="FOLDER", type=Path, nargs="?", default=shared())
    parser.add_argument(
        "--accept", action="store_true", help="keep the scores of this run as the accepted ones"
    )
    options = parser.parse_args(arguments)
    kept = accepted()
    broken = 0
    for name, gold, corpus in sets(options.folder):
        found = evaluate(gold, corpus, load())
        broken += show(name, found, kept.get(name)) + disagreement(found, gold, corpus)
        kept[name] = scores(found)
    if options.accept:
        ACCEPTED.write_text(written(kept), encoding="utf-8")
        TOLD.write_text(in_short(kept), encoding="utf-8")
        print(f"accepted: {ACCEPTED.relative_to(CHECKOUT)}")
        return 0
    if broken:
        print("Something fell. If it is meant to, `make accept` keeps these scores.")
    return 1 if broken else 0


def shared() -> Path:
    return Path(os.environ.get("YANCHAO_SHARED") or CHECKOUT.parent / "shared")


def sets(folder: Path) -> list[tuple[str, Path, Path]]:
    """Name, labels and texts of each set that is there."""
    found = [("labelled", LABELLED, LABELLED)]
    if (folder / "gold").is_dir():
        found.append(("gold", folder / "gold", folder / "corpus"))
    return found


def accepted() -> dict[str, Any]:
    kept: dict[str, Any] = json.loads(ACCEPTED.read_text(encoding="utf-8"))
    return kept


def scores(found: Evaluation) -> dict[str, Any]:
    """What is kept of an evaluation: the figures that `moves` compares."""
    run = as_json(found)
    kept = {
        text: {"labelled": score["labelled"]}
        | {measure: {"f1": score[measure]["f1"]} for measure in MEASURES}
        | {part: score[part] for part in ("fields", "kinds")}
        | ({"mentions": score["mentions"]} if score["mentions"]["labelled"] else {})
        for text, score in texts(run).items()
    }
    return {"all": kept.pop("all"), "documents": kept}


def show(name: str, found: Evaluation, before: dict[str, Any] | None) -> int:
    """Print how a set of texts does and what moved; return how many of its scores fell."""
    total = found.total
    measures = ", ".join(
        f"{measure} {total.f1(measure):.4f}" for measure in ("span", "quantity", "statement")
    )
    print(f"{name} ({total.labelled} statements in {len(found.documents)} texts): {measures}")
    print("  " + "  ".join(f"{field} {total.field(field):.3f}" for field in FIELDS), flush=True)
    if before is None:
        print("  nothing accepted yet")
        return 0
    moved = list(moves(before, scores(found)))
    for move in moved:
        print(f"  {'FELL' if move.falls else 'fell' if move.by < 0 else 'rose'} {told(move)}")
    return sum(move.falls for move in moved)


def told(move: Move) -> str:
    return f"{move.text}: {move.score} {move.before:.4f} -> {move.now:.4f}"


def disagreement(found: Evaluation, gold: Path, corpus: Path) -> int:
    """1 where the scorer that lies beside the labels counts otherwise than we do, 0 where it agrees or none lies there."""
    scorer = gold / "score.py"
    if not scorer.is_file():
        return 0
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for document in found.documents:
            read = Path(folder) / f"{document.name}.jsonl"
            read.write_text(records(corpus / f"{document.name}.txt"), encoding="utf-8")
            files += [str(gold / f"{document.name}.jsonl"), str(read)]
        answer = subprocess.run(
            [sys.executable, str(scorer), *files, "--json"], check=True, capture_output=True, text=True
        )
    theirs = json.loads(answer.stdout)
    ours = as_json(found)["all"]
    differ = [name for name in (*MEASURES, "fields") if theirs[name] != ours[name]]
    if differ:
        print(f"  OUR SCORER DISAGREES with {scorer.name} beside the labels: {', '.join(differ)}")
    return 1 if differ else 0


def records(text: Path) -> str:
    from yanchao.documents.reading import read

    statements = extract_statements(read(text), load()).statements
    return "".join(json.dumps(to_record(each), ensure_ascii=False) + "\n" for each in statements)


def in_short(kept: dict[str, Any]) -> str:
    """The accepted scores as pages show them: a line a set, F1 of figures and of whole statements, fields as shares."""
    head = TOLD.read_text(encoding="utf-8").splitlines()
    lines = [line for line in head if line.startswith("#")]
    lines.append(",".join(("set", "texts", "labelled", "quantity", "statement", *SHOWN)))
    for name, run in kept.items():
        total = run["all"]
        scored = [
            total["quantity"]["f1"],
            total["statement"]["f1"],
            *(total["fields"][field] for field in SHOWN),
        ]
        lines.append(",".join(map(str, (name, len(run["documents"]), total["labelled"], *scored))))
    return "\n".join(lines) + "\n"


SHOWN = ("subject", "measure", "region", "period")
"""The fields that go wrong most often."""


def written(kept: dict[str, Any]) -> str:
    """The file of accepted scores, a text a line, so that a change of one text is a change of one line."""
    sets = []
    for name, run in kept.items():
        lines = [f'  "all": {json.dumps(run["all"])}', '  "documents": {']
        documents = [
            f"   {json.dumps(text)}: {json.dumps(score)}" for text, score in run["documents"].items()
        ]
        sets.append(
            f" {json.dumps(name)}: {{\n{lines[0]},\n{lines[1]}\n" + ",\n".join(documents) + "\n  }\n }"
        )
    return "{\n" + ",\n".join(sets) + "\n}\n"


if __name__ == "__main__":
    sys.exit(main())
