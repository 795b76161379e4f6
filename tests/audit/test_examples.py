"""The bundled examples, checked together as a newsroom would: every planted slip is found and mended, nothing else is flagged."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from yanchao.audit.audit import Audit, audit
from yanchao.documents.document import Document
from yanchao.documents.reading import read
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"

PLANTED = [
    ("newspaper-2025.html", "54635.47亿元", "54365.47亿元"),
    ("newspaper-2025.html", "57.07万辆", "570.7万辆"),
    ("newspaper-2025.html", "180%", "18%"),
    ("newspaper-2025.html", "超过3700亿元", "工业增加值超过3700亿元"),
    ("newspaper-2025.html", "超2万亿元以上", "2万亿元以上"),
    ("newspaper-2025.html", "2.24%", "22.4%"),
    ("newspaper-2025.html", "236.76万件", "2.3676万件"),
    ("newspaper-2025.html", "800亿元", None),
    ("draft-2025.txt", "5.8%", "下降5.8%"),
    ("draft-2025.txt", "367.26万元", "367.26亿元"),
    ("draft-2025.txt", "500万吨/年", "900万吨/年"),
    ("draft-2025.txt", "10个百分点", "1个百分点"),
    ("draft-2025.txt", "中小企业转型资金不足、", None),
]
"""File, the words at fault, and what has to stand there (None where nothing can be said)."""


@cache
def newsroom() -> tuple[Audit, dict[str, Document]]:
    lexicon = load()
    paths = sorted(path for path in EXAMPLES.iterdir() if path.stem != "README")
    documents = [read(str(path)) for path in paths]
    seen = audit([extract(document, lexicon) for document in documents], lexicon)
    return seen, {document.uri: document for document in documents}


def found() -> set[tuple[str, str, str | None]]:
    seen, documents = newsroom()
    return {
        (
            Path(finding.document).name,
            documents[finding.document].text[finding.start : finding.end],
            finding.suggest,
        )
        for finding in seen.findings
    }


@pytest.mark.parametrize("slip", PLANTED, ids=lambda slip: f"{slip[0]}-{slip[1]}")
def test_a_planted_slip_is_found_at_its_words_and_mended(slip: tuple[str, str, str | None]) -> None:
    assert slip in found()


def test_nothing_but_the_planted_slips_is_flagged() -> None:
    assert found() <= set(PLANTED)


def test_no_rule_crashes_on_the_examples() -> None:
    seen, _ = newsroom()
    assert [outcome for outcome in seen.outcomes if outcome.crashed] == []
