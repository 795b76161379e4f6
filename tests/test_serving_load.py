"""The load under which a served build is measured (`benchmarks/serving`): the questions, and what is made of the answers."""

from __future__ import annotations

import math
from collections import Counter
from pathlib import Path

from benchmarks.serving import datasette_server
from benchmarks.serving.load import Measured, as_fast_as_answered, at_rate
from benchmarks.serving.questions import SHARES, pool, popular, unheard

from serving import build, running
from yanchao.ledger.ledger import Ledger


def test_what_was_not_answered_took_for_ever() -> None:
    measured = Measured(10, (0.1,) * 8 + (0.2,), Counter({200: 8, 503: 1, 0: 1}), seconds=2.0, busy=0.1)
    assert measured.percentile(0.5) == 0.1
    assert measured.percentile(0.9) == 0.2
    assert math.isinf(measured.percentile(0.99))
    assert (measured.rate, measured.failed) == (4.0, 2)


def test_a_public_asks_some_things_more_often_and_everything_in_its_share(tmp_path: Path) -> None:
    with Ledger(build(tmp_path / "atlas")) as ledger:
        asked = pool(ledger)
    drawn = popular(asked, 3000, seed=1)
    assert drawn == popular(asked, 3000, seed=1)
    kinds = Counter(question.kind for question in drawn)
    possible = sum(share for kind, share in SHARES.items() if asked[kind])
    for kind, share in SHARES.items():
        if asked[kind]:
            assert abs(kinds[kind] / 3000 - share / possible) < 0.04
    (_, most), (_, least) = Counter(
        question.ours for question in drawn if question.kind == "page"
    ).most_common()
    assert 1.5 < most / least < 2.7, "the second of two is asked half as often"


def test_every_question_is_understood_and_no_two_new_ones_are_alike(tmp_path: Path) -> None:
    folder = build(tmp_path / "atlas")
    with Ledger(folder) as ledger:
        asked = pool(ledger)
        asked["a series with its sources"] *= 100
    (folder / "documents").mkdir()
    for question in asked["page"]:
        (folder / question.ours.lstrip("/")).write_text("<p>page", encoding="utf-8")
    new = [question.ours for question in unheard(asked, 60, seed=1) if "/series/" not in question.ours]
    assert len(set(new)) == len(new)
    everything = [question.ours for questions in asked.values() for question in questions[:20]]
    with running(folder) as address:
        port = int(address.rstrip("/").rpartition(":")[2])
        for measured in (at_rate(port, [*everything, *new], 400), as_fast_as_answered(port, everything)):
            assert measured.failed == 0, measured.statuses
            assert len(measured.times) == measured.asked


def test_the_tables_given_to_datasette_hold_the_same_rows(tmp_path: Path) -> None:
    import sqlite3

    with Ledger(build(tmp_path / "atlas")) as ledger:
        datasette_server.write(ledger, tmp_path / "ledger.db")
        with sqlite3.connect(tmp_path / "ledger.db") as database:
            for table in ("statements", "assertions", "findings"):
                rows = database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                assert rows == len(list(ledger.table(table))) > 0
            assert database.execute("SELECT count(*) FROM points").fetchone()[0] == 4
