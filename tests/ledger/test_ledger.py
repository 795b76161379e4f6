"""What is kept comes back as it was, whatever the order in which it was kept."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from keeping import fault, keep, note, paper
from making import extraction, statement
from yanchao.errors import UsageError
from yanchao.ledger.ledger import Ledger
from yanchao.ledger.reconciliation import reconcile
from yanchao.ledger.schema import PARQUET, STORE, TABLES
from yanchao.lexicon.lexicon import load
from yanchao.statements.statement import Extraction


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    return Ledger(keep(tmp_path_factory.mktemp("ledger") / "atlas"))


def test_a_document_comes_back_whole(ledger: Ledger) -> None:
    for kept in (paper(), note()):
        assert ledger.document(kept.document.id) == kept.document
        stated = ledger.statements(document=kept.document.id)
        assert tuple(each.statement for each in stated) == kept.statements
        assert tuple(each.mention for each in ledger.mentions(document=kept.document.id)) == kept.mentions


def test_statements_of_a_cluster_come_with_their_sentence_and_series(ledger: Ledger) -> None:
    stated = ledger.statements(cluster="robotics")
    assert len(stated) == 4
    texts = {paper().document.id: paper().document.text, note().document.id: note().document.text}
    for each in stated:
        sentence = each.statement.sentence
        assert each.quote == texts[each.document][sentence.start : sentence.end]
        if each.series is not None:
            assert any(
                assertion.start == each.statement.start and assertion.document == each.document
                for point in ledger.one_series(each.series).observations
                for assertion in point.assertions
            )
    assert [each.statement.measure for each in stated if each.series is None] == [None]


def test_findings_come_back_with_their_related_places(ledger: Ledger) -> None:
    assert ledger.findings() == (fault(),)
    assert ledger.findings(document="b" * 64) == ()


def test_cards_count_what_a_document_holds(ledger: Ledger) -> None:
    first, second = ledger.documents()
    assert (first.title, first.published) == ("机器人", date(2025, 2, 5)), (
        "the newest first, the undated last"
    )
    assert (first.statements, first.mentions, first.findings) == (3, 1, 1)
    assert (first.related, first.unrelated) == (1, 2)
    assert second.title == second.uri == "-note.txt"


def test_series_are_what_reconciliation_makes_of_the_statements(ledger: Ledger) -> None:
    assert ledger.series() == reconcile([note(), paper()], load())
    (revenue,) = ledger.series(cluster="robotics", measure="revenue", region="440000")
    assert [(point.period, len(point.assertions)) for point in revenue.observations] == [
        ("2023", 2),
        ("2025", 1),
    ]
    assert ledger.one_series(revenue.id) == revenue


def test_what_is_not_there_is_a_key_error(ledger: Ledger) -> None:
    with pytest.raises(KeyError):
        ledger.document("nobody")
    with pytest.raises(KeyError):
        ledger.one_series("nothing")


def test_a_ledger_answers_several_threads_at_once(ledger: Ledger) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = set(pool.map(lambda _: (ledger.series(), ledger.documents()), range(40)))
    assert len(answers) == 1


def test_every_table_of_the_schema_is_there_with_its_columns_and_as_parquet(ledger: Ledger) -> None:
    import duckdb

    for table in TABLES:
        kept = list(ledger.table(table.name))
        assert kept, f"{table.name} is empty: the sample should have something in every table"
        path = ledger.directory / PARQUET / f"{table.name}.parquet"
        described = duckdb.sql(f"DESCRIBE SELECT * FROM '{path}'").fetchall()
        assert [(name, type) for name, type, *_ in described] == [
            (column.name, column.type.replace('"', ""))
            if "STRUCT" not in column.type
            else (column.name, type)
            for column, (_, type, *_) in zip(table.columns, described, strict=True)
        ]
        assert duckdb.sql(f"SELECT count(*) FROM '{path}'").fetchall() == [(len(kept),)]
        keys = [row[: table.key] for row in kept]
        assert len(set(keys)) == len(keys), f"the key of {table.name} does not identify its rows"


def test_evidence_is_anchored_by_its_words_and_what_surrounds_them(ledger: Ledger) -> None:
    text = paper().document.text
    for row in ledger.table("evidence"):
        document, _, _, _, start, end, _, _, exact, prefix, suffix = row
        if document == paper().document.id:
            assert exact == text[start:end]
            assert text[:start].endswith(prefix)
            assert text[end:].startswith(suffix)


@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(5)))
def test_the_order_of_documents_changes_nothing_that_is_kept(tmp_path: Path, order: list[int]) -> None:
    documents = [paper(), note(), *(numbered(number) for number in range(3))]
    straight = tables(keep(tmp_path / "straight", documents))
    shuffled = tables(keep(tmp_path / "shuffled", [documents[place] for place in order]))
    assert shuffled == straight


def test_keeping_a_document_twice_keeps_it_once(tmp_path: Path) -> None:
    once, twice = keep(tmp_path / "once", [paper()]), keep(tmp_path / "twice", [paper(), paper()])
    assert tables(once)["statements"] == tables(twice)["statements"]


def test_a_rebuild_gives_the_same_parquet_bytes(tmp_path: Path) -> None:
    directory = keep(tmp_path / "atlas")
    before = {path.name: path.read_bytes() for path in (directory / PARQUET).iterdir()}
    keep(directory)
    assert {path.name: path.read_bytes() for path in (directory / PARQUET).iterdir()} == before


strange = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=strange, uri=strange, value=st.decimals(allow_nan=False, allow_infinity=False, places=4))
def test_any_text_and_any_number_survive(tmp_path: Path, words: str, uri: str, value: object) -> None:
    text = f"{words}为7元。"
    made = extraction(text, statement(text, "7元", str(value), measure=words, subject=words), uri=uri)
    with Ledger(keep(tmp_path / "atlas", [made])) as ledger:
        (stated,) = ledger.statements()
        assert stated.statement == made.statements[0]
        assert ledger.document(made.document.id) == made.document


def test_a_folder_without_a_ledger_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=STORE):
        Ledger(tmp_path)


def test_a_damaged_ledger_is_one_line(tmp_path: Path) -> None:
    (tmp_path / STORE).write_bytes(b"not a database at all" * 100)
    with pytest.raises(UsageError, match="build it again"):
        Ledger(tmp_path)


def test_a_ledger_of_another_schema_is_refused(tmp_path: Path) -> None:
    import duckdb

    directory = keep(tmp_path / "atlas")
    with duckdb.connect(str(directory / STORE)) as connection:
        connection.execute("UPDATE about SET schema_version = 99")
    with pytest.raises(UsageError, match="99"):
        Ledger(directory)


def numbered(number: int) -> Extraction:
    text = f"2024年，全省进出口总额{number + 1}万亿元。"
    stated = statement(
        text,
        f"{number + 1}万亿元",
        (number + 1) * 10**12,
        measure="进出口总额",
        subject="全省",
        region="440000",
        period="2024",
    )
    return extraction(text, stated, id=str(number) * 64, uri=f"{number}.txt")


def tables(directory: Path) -> dict[str, list[object]]:
    with Ledger(directory) as ledger:
        return {table.name: list(ledger.table(table.name)) for table in TABLES}
