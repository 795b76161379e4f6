"""Totals and their parts: which a text says are all, and which only may be."""

from __future__ import annotations

import pytest

from yanchao.audit.audit import audit
from yanchao.audit.breakdowns import breakdowns
from yanchao.audit.dossier import Dossier
from yanchao.audit.topics import Topics
from yanchao.documents.reading import read
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract


def dossier(text: str) -> Dossier:
    lexicon = load()
    found = extract(read(f"简报\n2025年1月\n\n{text}".encode(), uri="draft.txt"), lexicon)
    return Dossier((found,), lexicon, Topics(lexicon))


def rules(text: str) -> set[str]:
    found = dossier(text)
    return {finding.rule for finding in audit(found.extractions, found.lexicon).findings}


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        ("2024年，欧洲销售11亿元，东南亚销售8亿元，两者合计销售19亿元。", "19亿元", ["11亿元", "8亿元"]),
        (
            "2024年，全市发电量82亿千瓦时。分电源看，火电45亿千瓦时，水电25亿千瓦时，风电12亿千瓦时。",
            "82亿千瓦时",
            ["45亿千瓦时", "25亿千瓦时", "12亿千瓦时"],
        ),
        (
            "2024年，全市机器人产业产值达到90亿元，增长8%。分领域看，整机40亿元、关节30亿元、传感器20亿元。",
            "90亿元",
            ["40亿元", "30亿元", "20亿元"],
        ),
        ("全市有酒店64家，其中五星级7家，四星级21家，其余36家。", "64家", ["7家", "21家", "36家"]),
        (
            "全网装机92万千瓦。其中风电42万千瓦，光伏18万千瓦。风电、光伏合计60万千瓦。",
            "60万千瓦",
            ["42万千瓦", "18万千瓦"],
        ),
        (
            "2024年，公司收入134亿元，其中境内收入97亿元，境外收入37亿元。",
            "134亿元",
            ["97亿元", "37亿元"],
        ),
        (
            "2024年，猪牛羊肉产量44万吨，其中，猪肉36万吨，增长3%，牛肉5万吨，羊肉3万吨。",
            "44万吨",
            ["36万吨", "5万吨", "3万吨"],
        ),
        (
            "2024年，全市产值2000亿元，其中陶瓷产值760亿元。分门类看，建筑陶瓷产值440亿元，日用陶瓷产值320亿元。",
            "760亿元",
            ["440亿元", "320亿元"],
        ),
        (
            "2024年，新建改建农村公路386公里，其中新建142公里、改建244公里。",
            "386公里",
            ["142公里", "244公里"],
        ),
    ],
)
def test_parts_that_a_text_says_are_all_make_up_their_total(text: str, total: str, parts: list[str]) -> None:
    (found,) = breakdowns(dossier(text))
    assert (found.total.text, [part.text for part in found.parts]) == (total, parts)


@pytest.mark.parametrize(
    "text",
    [
        "2024年，全市发电量82亿千瓦时。分电源看，火电45亿千瓦时，水电25亿千瓦时，其中大水电12亿千瓦时。",
        "2024年，全市发电量82亿千瓦时，其中火电45亿千瓦时，水电25亿千瓦时。",
        "2024年，公司境内收入97亿元，较境外收入多60亿元。",
        "2024年，新建、改建和扩建农村公路386公里，其中新建142公里，改建214公里。",
    ],
)
def test_parts_that_need_not_be_all_make_up_nothing(text: str) -> None:
    assert list(breakdowns(dossier(text))) == []


def test_a_list_that_adds_up_but_for_a_slip_is_told() -> None:
    right = "2024年，全市有企业1426家，其中整机企业538家，配件企业652家，服务企业236家。"
    assert rules(right) == set()
    assert rules(right.replace("652家", "625家")) == {"YC106"}


def test_a_list_that_leaves_some_out_is_no_sum() -> None:
    assert rules("2024年，全市有企业1426家，其中整机企业538家，配件企业352家，服务企业136家。") == set()
