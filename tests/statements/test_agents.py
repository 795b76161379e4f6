"""Who opens a sentence with what he does goes on to have what its clauses tell."""

from __future__ import annotations

import pytest

from making import document
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract
from yanchao.statements.statement import Statement


def statements(text: str) -> dict[str, Statement]:
    return {text[each.start : each.end]: each for each in extract(document(text), load()).statements}


@pytest.mark.parametrize(
    ("text", "figures", "subject"),
    [
        (
            "平南县渔业兴旺。九鱼养殖示范基地采取“公司+农户”模式，建成池塘80个，带动500户参与。",
            ("80个", "500户"),
            "九鱼养殖示范基地",
        ),
        (
            "洛川县果业兴旺。青禾苹果合作社实行统一管理，建成冷库12座，年销售苹果2万吨。",
            ("12座", "2万吨"),
            "青禾苹果合作社",
        ),
        (
            "安吉县黄杜村立足白茶优势，种植茶园1.2万亩，年产值5亿元。",
            ("1.2万亩", "5亿元"),
            "黄杜村",
        ),
        (
            "凤凰县菖蒲塘村坚持科技兴农，培育新品种6个。",
            ("6个",),
            "菖蒲塘村",
        ),
        (
            "平南县大安镇盘活闲置厂房，引进企业5家，带动农户400户。",
            ("5家", "400户"),
            "大安镇",
        ),
        (
            "山东理工大学通过产教融合，孵化企业12家。山东省有企业9万家。",
            ("12家",),
            "山东理工大学",
        ),
    ],
)
def test_a_body_goes_on_to_have_what_its_sentence_tells(
    text: str, figures: tuple[str, ...], subject: str
) -> None:
    found = statements(text)
    assert {found[figure].subject for figure in figures} == {subject}


def test_the_place_speaks_for_itself_again() -> None:
    found = statements("凤凰县菖蒲塘村坚持科技兴农，培育新品种6个，全县推广1.2万亩。全县有村90个。")
    assert [found[it].subject for it in ("1.2万亩", "90个")] == ["全县", "全县"]


@pytest.mark.parametrize(
    "text", ["湖北省各产业园坚持项目为王，开工项目90个。", "湖北省重点园区按照计划，开工项目90个。"]
)
def test_many_of_a_kind_are_no_one_body(text: str) -> None:
    assert statements(text)["90个"].subject in ("湖北省", "湖北")
