"""Prints the table of docs/packs.md: of how many regions the china pack has a figure, by measure and year."""

from __future__ import annotations

import sys
from collections import defaultdict

from yanchao.lexicon.bundled import BUNDLED
from yanchao.lexicon.entries import Measure, Reference
from yanchao.lexicon.tables import read_table

YEARS = ("2020", "2021", "2022", "2023", "2024", "2025")


def main() -> None:
    names = {measure.id: measure.name_en for measure in read_table(BUNDLED / "zh" / "measures.csv", Measure)}
    regions: defaultdict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in read_table(BUNDLED / "china" / "references.csv", Reference):
        regions[row.measure, row.subject or ""][row.period].add(row.region)
    sys.stdout.write(f"| figure | {' | '.join(YEARS)} |" + "\n")
    sys.stdout.write(f"|---|{'---|' * len(YEARS)}" + "\n")
    for (measure, subject), years in regions.items():
        counts = " | ".join(str(len(years[year])) if years[year] else "" for year in YEARS)
        sys.stdout.write(f"| {names[measure]}{f' ({subject})' if subject else ''} | {counts} |" + "\n")


if __name__ == "__main__":
    main()
