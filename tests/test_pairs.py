"""The labelled pairs of statements are places that the reader finds, and the scorer counts them all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from benchmarks.pairs.__main__ import SETS, labelled, main, places


@pytest.mark.parametrize("name", SETS)
def test_every_pair_has_two_places_and_a_label(name: str) -> None:
    rows = labelled(SETS[name])
    assert len(rows) in (78, 90, 96, 100, 200)
    for row in rows:
        one, other = places(row)
        assert one != other
        assert (row["same"] == "yes") == (row["reason"] == "same")


@pytest.mark.shared
def test_the_scorer_reads_every_place(
    shared: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["pairs", str(shared)])
    assert main() == 0
    said = capsys.readouterr().out
    for name in SETS:
        assert re.search(rf"^{name}: precision \d+/\d+ = \d\.\d{{3}}$", said, re.MULTILINE)
    assert said.count("; 0 places not read") == len(SETS)
