"""A draft held against a ledger: what contradicts it is found with its source, what may be revised is not."""

from __future__ import annotations

import pytest

from recalling import held
from yanchao.audit.audit import Audit
from yanchao.audit.coverage import State
from yanchao.audit.finding import Severity

BULLETIN = "某某省统计公报\n2024年3月1日\n\n2023年，广东陶瓷产业营业收入512.3亿元，增长6.2%。2023年，广东陶瓷产业出口占比18%。\n"
PLAN = "广东省培育智能机器人战略性新兴产业集群行动计划（2023—2025年）"


def against(draft: str, *kept: str) -> Audit:
    return held(draft, *(kept or (BULLETIN,)), select=["ledger-mismatch"])


def test_a_contradiction_names_source_day_and_words_and_proposes_the_figure_on_record() -> None:
    draft = "2023年，广东陶瓷产业营业收入5123亿元。"
    (found,) = against(draft).findings
    assert draft[found.start : found.end] == "5123亿元"
    assert (found.rule, found.severity, found.suggest) == ("YC204", Severity.WARNING, "512.3亿元")
    assert (
        "某某省统计公报（2024-03-01）记作“2023年，广东陶瓷产业营业收入512.3亿元，增长6.2%”" in found.message
    )
    assert "某某省统计公报 (2024-03-01) says “" in found.message_en
    (place,) = found.related
    assert (place.document, BULLETIN[place.start : place.end]) == ("kept-0.txt", "512.3亿元")


@pytest.mark.parametrize(
    "draft",
    [
        "2023年，广东陶瓷产业营业收入512.3亿元，增长6.2%。",
        "2023年，广东陶瓷产业营业收入超过500亿元，增长6%左右。",
        "2023年，广东陶瓷产业营业收入近550亿元。",
        "2023年，广东陶瓷产业营业收入530.8亿元，增长7.5%。",  # as bodies revise
        "2022年，广东陶瓷产业营业收入412亿元。",
        "到2025年，广东陶瓷产业营业收入力争达到2023亿元。",
    ],
)
def test_what_agrees_or_may_have_been_revised_or_is_of_another_time_is_left_alone(draft: str) -> None:
    assert not against(draft).findings


@pytest.mark.parametrize(
    ("draft", "words", "suggest"),
    [
        ("2023年，广东陶瓷产业营业收入增长16.2%。", "16.2%", "6.2%"),
        ("2023年，广东陶瓷产业营业收入下降6.2%。", "6.2%", "增长6.2%"),
        ("2023年，广东陶瓷产业营业收入超过600亿元。", "超过600亿元", "512.3亿元"),
    ],
)
def test_rates_signs_and_bounds_that_cannot_both_be_right_are_found(
    draft: str, words: str, suggest: str
) -> None:
    (found,) = against(draft).findings
    assert (draft[found.start : found.end], found.suggest) == (words, suggest)


def test_one_and_the_same_source_is_held_to_its_own_rounding() -> None:
    kept = "广东省统计局数据显示，2023年，广东陶瓷产业营业收入512.3亿元。"
    draft = "广东省统计局数据显示，2023年，广东陶瓷产业营业收入521.3亿元。"
    assert against(draft, kept).findings
    assert not against("2023年，广东陶瓷产业营业收入521.3亿元。", kept).findings


def test_a_draft_that_agrees_with_any_word_of_the_best_sources_agrees() -> None:
    first = BULLETIN.replace("512.3亿元", "612.3亿元").replace("2024年3月1日", "2025年3月1日")
    assert not against("2023年，广东陶瓷产业营业收入512.3亿元。", BULLETIN, first).findings


def test_a_target_is_held_against_the_target_of_its_own_plan_only() -> None:
    kept = f"《{PLAN}》提出，到2025年，智能机器人产业营业收入达到800亿元。"
    same = f"《{PLAN}》提出，到2025年，智能机器人产业营业收入达到900亿元。"
    other = "《某市工业发展规划》提出，到2025年，全省智能机器人产业营业收入达到900亿元。"
    assert [one.suggest for one in against(same, kept).findings] == ["800亿元"]
    seen = against(other, kept)
    assert not seen.findings
    assert "the ledger's target is that of another plan" in [
        one.reason_en for one in seen.coverage[0].skipped
    ]


def test_coverage_says_what_the_ledger_checked_and_why_not() -> None:
    seen = against(
        "2023年，广东陶瓷产业营业收入512.3亿元，出口占比18%。2024年，广东陶瓷产业营业收入560亿元。"
    )
    level, *_, later = seen.coverage[0].figures
    assert level.state is State.CHECKED
    assert [(tie.rule, tie.known) for tie in level.ties] == [("YC204", "某某省统计公报")]
    assert [one.reason_en for one in later.skipped] == ["the ledger has nothing for that period"]


def test_without_a_ledger_the_rule_does_not_run() -> None:
    from yanchao.audit.audit import audit
    from yanchao.lexicon.lexicon import load

    assert audit([], load(), select=["ledger-mismatch"]).outcomes == ()


def test_growth_in_the_draft_is_held_against_the_level_on_record_for_the_year_before() -> None:
    kept = "某某局简报\n2024年3月1日\n\n2023年，广东茶叶产量20.0万吨。\n"
    draft = "2024年，广东茶叶产量21.0万吨，增长{}%。"
    seen = held(draft.format("5.0"), kept, select=["inconsistent-growth"])
    assert not seen.findings
    # Five percent beside two that a revision may take: half of it would pass.
    assert [one.state for one in seen.coverage[0].figures] == [State.CHECKED, State.BOUNDED]
    (found,) = held(draft.format("50.0"), kept, select=["inconsistent-growth"]).findings
    assert "某某局简报：20万吨" in found.message
    assert [place.document for place in found.related if place.document == "kept-0.txt"]
    alone = held(draft.format("50.0"), "2021年，广东茶叶产量19.0万吨。", select=["inconsistent-growth"])
    assert "the text does not give the earlier level" in [one.reason_en for one in alone.coverage[0].skipped]
