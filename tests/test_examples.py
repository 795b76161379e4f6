"""The bundled examples: listed with what they show, readable, dated, and holding the slips that their page names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from yanchao import read
from yanchao.lexicon.lexicon import load

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
DOCUMENTS = sorted(path for path in EXAMPLES.iterdir() if path.stem != "README")
PAGE = (EXAMPLES / "README.rst").read_text(encoding="utf-8")
PLANTED = {
    "newspaper-2025.html": (
        "第二产业增加值54635.47亿元",
        "汽车产量57.07万辆",
        "占全国的180%",
        "营业收入突破1.9万亿元，营业收入超过3700亿元",
        "超2万亿元以上",
        "比上年增长2.24%",
        "PCT国际专利申请量236.76万件",
    ),
    "draft-2025.txt": (
        "同比增长5.8%",
        "367.26万元",
        "500万吨/年和500万吨/年以上",
        "提高10个百分点",
        "转型资金不足、",
    ),
}


def test_every_document_is_listed_on_the_page_and_no_other() -> None:
    listed = re.findall(r"^- ``([\w.-]+)`` \(", PAGE, flags=re.MULTILINE)
    assert sorted(listed) == [path.name for path in DOCUMENTS]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_a_document_says_who_published_it_and_when(path: Path) -> None:
    document = read(path)
    assert document.title
    assert document.publisher is not None
    assert document.publisher.startswith("示例·")
    assert document.published is not None
    assert 2021 <= document.published.year <= 2026


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_no_document_is_large(path: Path) -> None:
    assert path.stat().st_size < 300_000


@pytest.mark.parametrize(("name", "slips"), PLANTED.items())
def test_the_planted_slips_stand_in_the_text_and_on_the_page(name: str, slips: tuple[str, ...]) -> None:
    text = read(EXAMPLES / name).text
    assert [slip for slip in slips if slip not in text] == []
    assert [slip for slip in slips if slip not in PAGE] == []


def test_together_they_speak_of_every_cluster() -> None:
    text = "\n".join(read(path).text for path in DOCUMENTS)
    clusters = load().clusters.values()
    assert [cluster.id for cluster in clusters if f"{cluster.name}产业集群" not in text] == []
