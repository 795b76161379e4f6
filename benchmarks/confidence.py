"""Measures how much each sign says about a statement's being right (`statements/signs.csv`), and what that is worth.

    python -m benchmarks.confidence [FOLDER]           (the sets of texts are those of `benchmarks.gold`)
    python -m benchmarks.confidence [FOLDER] --also FOLDER … --write

A logistic model over the signs of `statements/confidence.py`, fitted by Newton's method with a ridge penalty. What it is
worth is measured on texts that it was not fitted on: each text of the project is judged by a model of all the others,
and the labelled texts beside the checkout, which nothing is ever fitted on, by the model of the project's texts. That, and
not the fit to the texts it comes from, is what the tables show. `--write` puts the weights into `signs.csv`.

The project's own texts are those that the reader was developed on: it is right in them more often than elsewhere. `--also`
names folders of further labelled texts (NAME.txt beside NAME.jsonl) to fit on beside them, so that a confidence holds where
nobody has looked too. The weights that are kept were fitted with such texts, which do not lie in the project.
"""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp, log
from pathlib import Path

from benchmarks.gold import sets, shared
from yanchao.documents.reading import read
from yanchao.evaluation.calibration import Judged, bands, expected_error
from yanchao.evaluation.evaluation import evaluate
from yanchao.lexicon.lexicon import load
from yanchao.statements.confidence import SIGNS, TABLE, TEXT_SIGNS
from yanchao.statements.extraction import extract_statements

PENALTY = 1.0
"""The ridge: one statement's worth of doubt about every weight, so that a rare sign weighs little."""

STEPS = 25
OWN = "labelled"
ALSO = "also"
FITTED_ON = frozenset((OWN, ALSO))
"""The sets that the weights are fitted on: the project's own texts, and those that are named beside them."""

NAMES = ("always", *SIGNS, *TEXT_SIGNS)


@dataclass(frozen=True, slots=True)
class Example:
    """One read statement of a labelled text: the numbers of its signs, and whether every field of it is right."""

    group: str
    text: str
    signs: tuple[int, ...]
    right: bool


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", metavar="FOLDER", type=Path, nargs="?", default=shared())
    parser.add_argument(
        "--also",
        metavar="FOLDER",
        type=Path,
        action="append",
        default=[],
        help="labelled texts to fit on too",
    )
    parser.add_argument("--write", action="store_true", help="put the weights into signs.csv")
    options = parser.parse_args(arguments)
    every = [*sets(options.folder), *((ALSO, folder, folder) for folder in options.also)]
    examples = [example for one in every for example in of_set(*one)]
    weights = fitted([example for example in examples if example.group in FITTED_ON])
    for sign, weight in zip(NAMES, weights, strict=True):
        with_it = [example for example in examples if NAMES.index(sign) in example.signs]
        share = sum(example.right for example in with_it) / len(with_it) if with_it else 0.0
        print(f"{sign:24} {weight:+6.2f}   {len(with_it):5} statements, {share:.3f} right")
    judged = left_out(examples)
    show("every text by a model of the project's others", (one for _, one in judged))
    for group in dict.fromkeys(example.group for example in examples):
        show(f"of these, {group}", (one for example, one in judged if example.group == group))
    if options.write:
        TABLE.write_text(with_weights(TABLE.read_text(encoding="utf-8"), weights), encoding="utf-8")
        print(f"\nwritten: {TABLE.name}")
    return 0


def of_set(group: str, gold: Path, corpus: Path) -> list[Example]:
    """The read statements of one set of labelled texts."""
    examples = []
    for document in evaluate(gold, corpus, load()).documents:
        statements = extract_statements(read(corpus / f"{document.name}.txt"), load()).statements
        for statement, (_, right) in zip(statements, document.judged, strict=True):
            signs = (0, *(NAMES.index(sign) for sign in statement.signs))
            examples.append(Example(group, f"{gold.name}/{document.name}", signs, right))
    return examples


def left_out(examples: Sequence[Example]) -> list[tuple[Example, Judged]]:
    """Each example as a model of the project's other texts judges it."""
    judged: list[tuple[Example, Judged]] = []
    own = [example for example in examples if example.group in FITTED_ON]
    for text in dict.fromkeys((example.group, example.text) for example in examples):
        weights = fitted([example for example in own if (example.group, example.text) != text])
        judged += [
            (example, (round(chance(weights, example), 3), example.right))
            for example in examples
            if (example.group, example.text) == text
        ]
    return judged


def chance(weights: Sequence[float], example: Example) -> float:
    return 1 / (1 + exp(-sum(weights[sign] for sign in example.signs)))


def fitted(examples: Sequence[Example]) -> list[float]:
    """The weights that make what is right likeliest, less the penalty; that of `always` goes free."""
    size = len(NAMES)
    weights = [0.0] * size
    for _ in range(STEPS):
        slope = [-PENALTY * weight if sign else 0.0 for sign, weight in enumerate(weights)]
        bend = [[PENALTY if row == column and row else 0.0 for column in range(size)] for row in range(size)]
        for example in examples:
            sure = chance(weights, example)
            for sign in example.signs:
                slope[sign] += example.right - sure
                for other in example.signs:
                    bend[sign][other] += sure * (1 - sure)
        step = solved(bend, slope)
        weights = [weight + move for weight, move in zip(weights, step, strict=True)]
        if max(map(abs, step)) < 1e-6:
            break
    return weights


def solved(matrix: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """Gauss's elimination for a positive definite matrix."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for pivot in range(size):
        for row in range(pivot + 1, size):
            factor = rows[row][pivot] / rows[pivot][pivot]
            for column in range(pivot, size + 1):
                rows[row][column] -= factor * rows[pivot][column]
    found = [0.0] * size
    for row in reversed(range(size)):
        known = sum(rows[row][column] * found[column] for column in range(row + 1, size))
        found[row] = (rows[row][size] - known) / rows[row][row]
    return found


def show(name: str, judged: Iterable[Judged]) -> None:
    every = list(judged)
    found = bands(every)
    loss = -sum(log(sure if right else 1 - sure) for sure, right in every) / len(every)
    within = sum(abs(band.gap) <= 0.05 for band in found)
    print(f"\n{name}: expected calibration error {expected_error(found):.4f}, log loss {loss:.4f}")
    print(f"{'from':>8} {'to':>6} {'statements':>10} {'said':>7} {'right':>7} {'gap':>7} {'chance':>7}")
    for band in found:
        print(
            f"{band.low:>8.3f} {band.high:>6.3f} {band.count:>10} {band.said:>7.3f} {band.share:>7.3f}"
            f" {band.gap:>+7.3f} {'±' + format(band.chance, '.3f'):>7}"
        )
    print(f"{within} of {len(found)} bands within 0.05")


def with_weights(table: str, weights: Sequence[float]) -> str:
    """The table with its column of weights filled anew; its head and its words stay."""
    head = [line for line in table.splitlines() if line.startswith("#")]
    rows = list(csv.DictReader(line for line in table.splitlines() if not line.startswith("#")))
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0].keys(), lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({**row, "weight": f"{weights[NAMES.index(row['sign'])]:.2f}"})
    return "\n".join([*head, out.getvalue()])


if __name__ == "__main__":
    sys.exit(main())
