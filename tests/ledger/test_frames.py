"""The ledger as tables: the same rows as the exports, handed over as Arrow, asked for by the trade's words."""

from __future__ import annotations

from pathlib import Path

import nanoarrow
import pytest

import yanchao
from keeping import TODAY, keep
from yanchao.errors import PackError, UsageError
from yanchao.ledger.frames import Frames
from yanchao.ledger.ledger import Ledger
from yanchao.ledger.points import MEANINGS, cells, points


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return keep(tmp_path_factory.mktemp("frames") / "atlas")


@pytest.fixture(scope="module")
def atlas(folder: Path) -> Frames:
    return yanchao.open(folder)


def test_a_table_of_series_has_the_rows_of_the_exports_in_their_order(folder: Path, atlas: Frames) -> None:
    frame = atlas.series()
    assert frame.columns == tuple(MEANINGS)
    with Ledger(folder) as ledger:
        assert frame.rows() == [cells(point) for point in points(ledger)]


def test_arrow_takes_a_table_as_it_is(atlas: Frames) -> None:
    frame = atlas.series()
    taken = nanoarrow.ArrayStream(frame).read_all()
    assert len(taken) == len(frame)
    names = [field.name for field in taken.schema.fields]
    assert names == list(frame.columns)
    assert [row["quote"] for row in taken.to_pylist()] == [row[names.index("quote")] for row in frame.rows()]


@pytest.mark.parametrize("word", ["revenue", "营业收入", "营收"])
def test_a_measure_goes_by_its_id_and_by_any_of_its_words(atlas: Frames, word: str) -> None:
    asked = atlas.series(measure=word, cluster="智能机器人")
    assert len(asked) == len(atlas.series(measure="revenue", cluster="robotics")) > 0


def test_what_is_asked_for_narrows_the_table(atlas: Frames) -> None:
    status = atlas.series().columns.index("status")
    assert {row[status] for row in atlas.series(status="target").rows()} == {"target"}
    assert len(atlas.series(measure="nothing of the kind")) == 0


def test_derived_figures_say_what_they_follow_from(atlas: Frames) -> None:
    found = atlas.derived(measure="营收", cluster="机器人")
    (only,) = (dict(zip(found.columns, row, strict=True)) for row in found.rows())
    assert (only["formula"], only["written"], only["value"]) == ("share", "first / second", 1.0)
    assert {only["first_series"], only["second_series"]} <= {row[0] for row in atlas.table("series").rows()}
    assert len(atlas.derived(measure="出口")) == 0


def test_a_past_day_hides_what_came_later(folder: Path) -> None:
    with yanchao.open(folder, "1999-01-01") as early, yanchao.open(folder, TODAY) as late:
        assert len(early.series()) < len(late.series())


def test_documents_statements_and_findings_are_tables_too(atlas: Frames) -> None:
    assert "text" not in atlas.documents().columns
    uri = atlas.documents().rows()[0][1]
    assert 0 < len(atlas.statements(document=uri)) <= len(atlas.statements())
    assert len(atlas.findings()) == len(atlas.table("findings"))


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda folder: yanchao.open(folder, "yesterday"), "is no day"),
        (lambda folder: yanchao.open(folder / "nowhere"), "is no atlas"),
        (lambda folder: yanchao.open(folder).table("secrets"), "no table 'secrets'"),
    ],
)
def test_a_wrong_question_is_told(folder: Path, ask: object, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        ask(folder)  # type: ignore[operator]


def test_words_are_those_of_the_packs_that_a_build_was_made_with(folder: Path) -> None:
    assert len(yanchao.open(folder).series(cluster="智能机器人")) > 0
    with pytest.raises(PackError):
        yanchao.open(folder, packs=["nowhere"]).series(cluster="智能机器人")
    assert len(yanchao.open(folder, packs=["zhejiang"]).series(cluster="智能机器人")) == 0
