"""Scores extraction against the labelled texts and holds it to the floors of `accepted.json`.

    python -m benchmarks.gold FOLDER      (the folder that holds corpus/ and gold/)

Each labelled text is read through the command line, as a user would, and judged by the scorer that lies
beside the labels. Exits 1 where a score is below its floor; scores of texts without a floor are shown only.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

FLOORS = Path(__file__).with_name("accepted.json")
YANCHAO = Path(sys.executable).with_name("yanchao")


def main() -> int:
    shared = Path(sys.argv[1])
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    golds = sorted(path for path in (shared / "gold").glob("*.jsonl") if ".findings" not in path.name)
    broken = 0
    with tempfile.TemporaryDirectory() as work:
        pairs = []
        for gold in golds:
            predicted = Path(work) / gold.name
            extract(shared / "corpus" / f"{gold.stem}.txt", predicted)
            pairs.append((gold, predicted))
            broken += show(gold.stem, score(shared, [(gold, predicted)]), floors.get(gold.stem, {}))
        broken += show("all together", score(shared, pairs), floors.get("all together", {}))
    return 1 if broken else 0


def extract(source: Path, output: Path) -> None:
    with output.open("wb") as file:
        subprocess.run([YANCHAO, "extract", source, "--format", "jsonl"], check=True, stdout=file)


def score(shared: Path, pairs: list[tuple[Path, Path]]) -> dict[str, dict[str, float]]:
    files = [str(path) for pair in pairs for path in pair]
    scorer = [sys.executable, str(shared / "gold" / "score.py"), *files, "--json"]
    return json.loads(subprocess.run(scorer, check=True, capture_output=True, text=True).stdout)


def show(name: str, scores: dict[str, dict[str, float]], floors: dict[str, float]) -> int:
    """Print one line; return how many floors it breaks."""
    parts, broken = [], 0
    for level in ("span", "quantity", "statement"):
        f1, floor = scores[level]["f1"], floors.get(level, 0.0)
        broken += f1 < floor
        parts.append(
            f"{level} {f1:.4f}" + (f" (floor {floor:.2f}{', BROKEN' if f1 < floor else ''})" if floor else "")
        )
    print(f"{name:26} F1: " + ", ".join(parts), flush=True)
    return broken


if __name__ == "__main__":
    sys.exit(main())
