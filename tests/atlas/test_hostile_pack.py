"""What a pack names is as much a stranger's word as what a document says."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from lxml import html

import publishing
from yanchao.building import build

TEXT = "2024年，全省潜舟产业潜舟收入1.2万亿元。潜舟公司是龙头企业，潜舟收入300亿元。据《潜舟规划》，到2027年潜舟产业潜舟收入达2万亿元。"


def evil(what: str) -> str:
    return f'<script>alert("{what}")</script><b onclick=alert(1)>'


TABLES = {
    "clusters": {
        "id": "boats",
        "name": evil("集群"),
        "name_en": evil("cluster"),
        "group": "pillar",
        "tier": "100000000000",
        "tier_source": evil("出处"),
        "tier_source_en": evil("source"),
        "aliases": "潜舟产业",
    },
    "measures": {
        "id": "boating",
        "name": "潜舟收入",
        "name_en": evil("measure"),
        "dimension": "money",
        "scope": "subject",
        "aliases": "",
    },
    "entities": {
        "id": "boatyard",
        "name": evil("企业"),
        "name_en": evil("firm"),
        "role": "leading-firm",
        "region": "440300",
        "cluster": "boats",
        "aliases": "潜舟公司",
        "listed": "",
    },
    "plans": {
        "id": "boats-2023",
        "title": evil("规划"),
        "title_en": evil("plan"),
        "cluster": "boats",
        "region": "440000",
        "first": "2023",
        "last": "2027",
        "issuer": evil("部门"),
        "issued": "",
        "aliases": "潜舟规划",
        "source": evil("出处"),
    },
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("evil")
    pack = folder / "pack"
    pack.mkdir()
    head = f"name = 'evil'\ntitle = '{evil('pack')}'\nneeds = ['zh', 'china', 'guangdong']\n"
    (pack / "pack.toml").write_text(head, encoding="utf-8")
    for name, row in TABLES.items():
        with (pack / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, row)
            writer.writeheader()
            writer.writerow(row)
    (folder / "text.txt").write_text(TEXT, encoding="utf-8")
    build([str(folder / "text.txt")], folder / "site", packs=[str(pack)], today=publishing.NOW)
    return list((folder / "site").rglob("*.html"))


def test_names_of_a_pack_are_shown_as_they_are_written(pages: list[Path]) -> None:
    for folder in ("clusters", "measures", "names", "plans"):
        titles = [html.parse(str(page)).xpath("string(//h1)") for page in pages if page.parent.name == folder]
        assert any("<script>alert(" in title for title in titles), folder


def test_names_of_a_pack_are_no_elements(pages: list[Path]) -> None:
    for page in pages:
        tree = html.parse(str(page))
        assert not tree.xpath("//script[not(@src)][not(@type='application/ld+json')]"), page
        assert not tree.xpath("//@onclick"), page
