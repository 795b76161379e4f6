"""The labelled newspaper page and the whole reports: what the audit finds there, held against what people found."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from yanchao.audit.audit import Audit, audit
from yanchao.documents.reading import read
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract

PAGE = "guangdong-clusters-2025"

NOT_FOUND = {
    # 32% is printed to the percent and 31.6% rounds to it: no arithmetic can object.
    977,
    # A misread verb in a name (力争 read as 立芯): it takes a model of the language.
    1295,
}
"""Known errors of the page that the audit does not find, by their place."""


@cache
def checked(path: Path) -> Audit:
    lexicon = load()
    return audit([extract(read(str(path)), lexicon)], lexicon)


def test_the_known_errors_of_the_page_are_found_at_their_place_and_by_their_name(shared: Path) -> None:
    known = [
        json.loads(line)
        for line in (shared / "gold" / f"{PAGE}.findings.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    found = checked(shared / "corpus" / f"{PAGE}.txt").findings
    missed = {
        one["start"]
        for one in known
        if not any(f.start < one["end"] and one["start"] < f.end and f.name == one["kind"] for f in found)
    }
    assert missed <= NOT_FOUND
    others = [
        finding
        for finding in found
        if not any(finding.start < one["end"] and one["start"] < finding.end for one in known)
    ]
    assert len(others) <= 2, [finding.message for finding in others]


def test_the_robot_and_software_figures_of_the_page_pass(shared: Path) -> None:
    path = shared / "corpus" / f"{PAGE}.txt"
    text = path.read_text(encoding="utf-8")
    found = checked(path).findings
    for words in ("超24万台(套)", "31.2%", "44%", "19970亿元", "16.2%"):
        start = text.index(words)
        assert not any(finding.start < start + len(words) and start < finding.end for finding in found), words


def test_official_reports_raise_next_to_no_alarm(shared: Path) -> None:
    alarms = figures = 0
    for path in sorted((shared / "corpus" / "reports-2026").glob("*.txt")):
        seen = checked(path)
        alarms += len(seen.findings)
        figures += sum(len(one.related) + len(one.unrelated) for one in seen.coverage)
        assert not any(outcome.crashed for outcome in seen.outcomes), path.name
    assert figures > 3000
    assert alarms * 2000 <= figures
