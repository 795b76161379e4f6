"""Names gathered from many mentions, and faults from many findings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import making
from yanchao.audit.finding import Finding, Severity
from yanchao.ledger.faults import same_faults
from yanchao.ledger.ledger import Ledger
from yanchao.ledger.store import Store
from yanchao.ledger.things import Asked, how_many, things
from yanchao.lexicon.lexicon import load
from yanchao.statements.statement import Extraction, Mention, Role, Span

TEXT = "甲公司和乙公司做软件。甲公司、甲公司也做机器人。"
FIRST, SECOND = Span(0, 11), Span(11, len(TEXT))


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """Two documents with the same words, and two findings that are one fault in each."""
    with Store(tmp_path, load()) as store:
        for letter in "ab":
            document = making.document(TEXT, id=letter * 64, uri=f"{letter}.txt")
            mentions = tuple(
                Mention(start, start + 3, name, Role.FIRM, cluster, None, None, sentence)
                for start, name, cluster, sentence in (
                    (0, "甲公司", "software", FIRST),
                    (4, "乙公司", "software", FIRST),
                    (11, "甲公司", "robotics", SECOND),
                    (15, "甲公司", "robotics", SECOND),
                )
            )
            store.add(Extraction(document, (), mentions))
        finding = Finding("a.txt", 0, 3, "YC301", "x", Severity.NOTE, "同一句话", "", None)
        proved = replace(finding, message="另一句", severity=Severity.ERROR)
        again = replace(finding, start=11, end=14)
        by_uri = {f"{letter}.txt": letter * 64 for letter in "ab"}
        store.add_audit(by_uri, [finding, again, replace(finding, document="b.txt"), proved])
        store.reconcile("0.1.0", None)
        store.finish()
    return Ledger(tmp_path)


def test_a_thing_knows_how_often_and_for_which_clusters_it_is_named(ledger: Ledger) -> None:
    found = things(ledger, Asked((Role.FIRM,)), most=5, sentences=5)
    assert [(each.id, each.total, each.clusters) for each in found] == [
        ("甲公司", 6, ("robotics", "software")),
        ("乙公司", 2, ("software",)),
    ]


def test_a_sentence_that_names_a_thing_twice_is_shown_once(ledger: Ledger) -> None:
    first = things(ledger, Asked((Role.FIRM,)), most=1, sentences=3)[0]
    assert [(each.document[0], each.quote) for each in first.sentences] == [
        ("a", TEXT[:11]),
        ("a", TEXT[11:]),
        ("b", TEXT[:11]),
    ]


def test_only_as_many_things_come_as_are_asked_for_but_all_are_counted(ledger: Ledger) -> None:
    asked = Asked((Role.FIRM, Role.PROJECT))
    assert len(things(ledger, asked, most=1, sentences=0)) == 1
    assert how_many(ledger, asked) == {Role.FIRM: 2}


def test_things_can_be_gathered_cluster_by_cluster(ledger: Ledger) -> None:
    found = things(ledger, Asked((Role.FIRM,), by_cluster=True), most=5, sentences=1)
    assert {(each.cluster, each.id, each.total) for each in found} == {
        ("robotics", "甲公司", 4),
        ("software", "甲公司", 2),
        ("software", "乙公司", 2),
    }


def test_one_fault_in_two_places_of_a_document_is_one_and_the_surest_comes_first(ledger: Ledger) -> None:
    found = same_faults(ledger, places=5, limit=10)
    assert found.total == 3
    assert [(each.finding.message, each.document[0], each.total) for each in found.items] == [
        ("另一句", "a", 1),
        ("同一句话", "a", 2),
        ("同一句话", "b", 1),
    ]
    assert found.items[1].places == (Span(0, 3), Span(11, 14))


def test_faults_come_in_slices(ledger: Ledger) -> None:
    whole = same_faults(ledger, places=1, limit=10).items
    assert [same_faults(ledger, places=1, limit=1, offset=place).items[0] for place in range(3)] == list(
        whole
    )
