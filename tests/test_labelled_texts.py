"""The whole way, over the labelled texts: every span leads back to its words, every cluster of the page is there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from yanchao import build, check, extract
from yanchao.errors import SourceError
from yanchao.ledger.ledger import Ledger
from yanchao.lexicon.lexicon import load

PAGE = "guangdong-clusters-2025"
MISSING_ON_THE_PAGE = {"uhd-display"}


def labels(shared: Path, name: str) -> list[dict[str, Any]]:
    lines = (shared / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def test_every_range_lies_in_the_text_and_statements_do_not_overlap(shared: Path) -> None:
    for path in sorted((shared / "corpus").rglob("*.txt")):
        extraction = extract(path)
        text, end = extraction.document.text, 0
        for statement in extraction.statements:
            assert end <= statement.start < statement.end <= len(text), path.name
            assert statement.sentence.start <= statement.start < statement.end <= statement.sentence.end
            assert all(0 <= words.start <= words.end <= len(text) for words in statement.evidence)
            end = statement.end
        for mention in extraction.mentions:
            assert 0 <= mention.start < mention.end <= len(text)


def test_every_cluster_that_the_page_describes_is_found_there_and_the_missing_one_is_not(
    shared: Path, tmp_path: Path
) -> None:
    built = build([str(shared / "corpus" / f"{PAGE}.txt")], tmp_path / "atlas")
    assert built.failures == ()
    with Ledger(tmp_path / "atlas") as ledger:
        figures = {stated.statement.cluster for stated in ledger.statements()}
        names = {named.mention.cluster for named in ledger.mentions()}
        assert (figures | names) - {None} == set(load().clusters) - MISSING_ON_THE_PAGE
        assert figures == {label["cluster"] for label in labels(shared, PAGE)}
    for cluster in load().clusters:
        assert (tmp_path / "atlas" / "clusters" / f"{cluster}.html").is_file()


@pytest.mark.parametrize(
    "place",
    ["105%", "超7200亿元", "683.8亿元", "287万件", "突破6000亿元", "超98%以上", "3000亿元以上", "33个、"],
)
def test_the_errors_of_the_page_are_found(shared: Path, place: str) -> None:
    page = shared / "corpus" / f"{PAGE}.txt"
    text = page.read_text(encoding="utf-8")
    spots = [at for at in range(len(text)) if text.startswith(place, at)]
    assert any(
        finding.start < at + len(place) and at < finding.end for finding in check(page) for at in spots
    ), f"nothing is said about {place}"


@pytest.mark.parametrize("cluster", ["robotics", "software"])
def test_what_is_right_on_the_page_is_left_alone(shared: Path, cluster: str) -> None:
    page = shared / "corpus" / f"{PAGE}.txt"
    faults = [
        json.loads(line)
        for line in (shared / "gold" / f"{PAGE}.findings.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    right = [
        label
        for label in labels(shared, PAGE)
        if label["cluster"] == cluster
        and not any(fault["start"] < label["end"] and label["start"] < fault["end"] for fault in faults)
    ]
    assert right
    for finding in check(page):
        assert not any(finding.start < label["end"] and label["start"] < finding.end for label in right), (
            finding
        )


def test_a_page_cut_at_any_place_is_read_or_refused_in_one_line(shared: Path, tmp_path: Path) -> None:
    data = (shared / "corpus" / f"{PAGE}.txt").read_bytes()
    for length in range(0, 2000, 97):
        cut = tmp_path / "cut.txt"
        cut.write_bytes(data[:length])
        try:
            text = extract(cut).document.text
        except SourceError as error:
            text, refusal = "", str(error)
        else:
            refusal = ""
        assert bool(text) != bool(refusal)
        assert "\n" not in refusal
