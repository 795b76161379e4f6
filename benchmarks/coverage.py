"""Whether what `check --coverage` says is true: figures are doubled and halved in their texts, which are read and checked again.

    python -m benchmarks.coverage [FOLDER...]

Prints, for figures called checked and for those that only have bounds to keep, of how many changes the audit found something new.
Without a folder, the texts of `examples/` are taken. The time grows with the texts times their figures.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from yanchao.audit.audit import Audit, audit
from yanchao.audit.coverage import State
from yanchao.documents.reading import read
from yanchao.lexicon.lexicon import Lexicon, load
from yanchao.statements.extraction import extract_statements

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
FACTORS = {"doubled": Decimal(2), "halved": Decimal("0.5")}


def main(folders: list[str]) -> None:
    lexicon = load()
    found: Counter[tuple[State, str]] = Counter()
    changes: Counter[tuple[State, str]] = Counter()
    for path in _sources(folders):
        text = read(path).text
        for state, name, changed, known in _changes(text, lexicon):
            changes[state, name] += 1
            found[state, name] += not _findings(_checked(changed, lexicon)) <= known
    for (state, name), count in sorted(changes.items()):
        print(f"{state:9} {name:8} {found[state, name]} of {count} found")


def _sources(folders: list[str]) -> Iterator[Path]:
    for folder in folders or [str(EXAMPLES)]:
        yield from (
            path for path in sorted(Path(folder).rglob("*")) if path.is_file() and path.stem != "README"
        )


def _changes(text: str, lexicon: Lexicon) -> Iterator[tuple[State, str, str, set[tuple[int, str]]]]:
    """The text with one figure changed, for every figure that agrees with all that tested it; with what was found before."""
    seen = _checked(text, lexicon)
    for one in seen.coverage[0].figures:
        digits = DIGITS.search(text, one.statement.start, one.statement.end)
        if one.state is State.UNCHECKED or not one.holds or digits is None:
            continue
        number = Decimal(digits[0].replace(",", ""))
        for name, factor in FACTORS.items():
            wrong = (number * factor).quantize(number)
            if wrong != number:
                changed = text[: digits.start()] + str(wrong) + text[digits.end() :]
                yield one.state, name, changed, _findings(seen)


def _checked(text: str, lexicon: Lexicon) -> Audit:
    return audit([extract_statements(read(text.encode(), uri="text.txt"), lexicon)], lexicon)


def _findings(seen: Audit) -> set[tuple[int, str]]:
    return {(finding.start, finding.rule) for finding in seen.findings}


if __name__ == "__main__":
    main(sys.argv[1:])
