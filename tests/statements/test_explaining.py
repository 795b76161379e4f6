"""Why a figure was read as it was: chosen by words, place or number, told to people and to programs."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from making import document
from yanchao.errors import UsageError
from yanchao.lexicon.lexicon import load
from yanchao.statements.explaining import Choice, Explanation, explain, jsonl, text
from yanchao.statements.explaining.explanation import Derived
from yanchao.statements.extraction import extract
from yanchao.statements.record import FIELDS, to_record
from yanchao.statements.statement import GROUNDED, Comparator, Kind, Origin, Status

WORDS = "去年，佛山陶瓷产业营业收入达３０亿元，增长8%。新建园区3—5个。"


def explained(words: str = WORDS) -> tuple[Explanation, ...]:
    made = document(words, published=date(2025, 3, 1), title="佛山市工业简报")
    return explain(extract(made, load()), load())


def derived(explanation: Explanation) -> dict[str, Derived | None]:
    return {reason.field: reason.derived for reason in explanation.reasons}


def test_every_figure_is_explained_in_order_with_its_number() -> None:
    assert [(each.number, each.words) for each in explained()] == [(1, "３０亿元"), (2, "8%"), (3, "3—5个")]


def test_how_a_value_came_from_its_words() -> None:
    first, _, last = explained()
    assert derived(first)["period"] is Derived.DATE
    assert derived(first)["region"] is Derived.NAME
    assert derived(first)["cluster"] is Derived.NAME
    assert derived(first)["measure"] is None
    assert derived(last)["value"] is Derived.MIDDLE


def test_a_construction_is_shown_with_a_sentence_that_it_was_made_for() -> None:
    assert all(each.example for each in explained())


@pytest.mark.parametrize(
    ("choice", "numbers"),
    [
        (Choice(), [1, 2, 3]),
        (Choice(words="30亿元"), [1]),
        (Choice(words="３０ 亿"), [1]),
        (Choice(words="%"), [2]),
        (Choice(number=3), [3]),
        (Choice(at=WORDS.index("8%")), [2]),
        (Choice(at=WORDS.index("8%") + 1), [2]),
        (Choice(at=WORDS.index("8%") + 2), []),
        (Choice(words="30亿元", number=2), []),
    ],
)
def test_figures_are_chosen_by_words_number_and_place(choice: Choice, numbers: list[int]) -> None:
    assert [each.number for each in choice.of(explained())] == numbers


def test_a_choice_that_no_figure_meets_says_what_was_asked_for() -> None:
    missed = Choice(words="9家", at=7, number=2).missed()
    assert isinstance(missed, UsageError)
    assert "'9家' at offset 7 with the number 2" in str(missed)


def test_people_see_the_figure_marked_and_every_field_with_its_words() -> None:
    shown = text.render(explained()[:1], "zh")
    assert "draft.txt:1:15: 第1个数 ３０亿元" in shown
    assert "指标    营业收入" in shown
    assert "← 本分句“营业收入”" in shown
    assert "← 本句“去年”，按文本日期或前文年份推算" in shown
    assert "置信度" in shown


def test_and_in_english() -> None:
    shown = text.render(explained()[:1], "en")
    assert "figure 1" in shown
    assert "its clause “营业收入”" in shown
    assert not {"本句", "指标", "置信度"} & set(shown.split())


def test_programs_get_the_record_and_beside_it_the_ground_of_every_field() -> None:
    lines = [json.loads(line) for line in jsonl.render(explained(), "zh").splitlines()]
    for line, explanation in zip(lines, explained(), strict=True):
        record = to_record(explanation.statement)
        assert {key: line[key] for key in FIELDS} == record
        assert set(line["evidence"]) == {field for field in GROUNDED if record[field] is not None}
        for found in line["evidence"].values():
            assert found["text"] == "".join(WORDS[found["start"] : found["end"]].split())
        assert line["confidence"] == explanation.statement.confidence
        assert set(line["signs"]) == set(explanation.statement.signs)


@given(st.text(alphabet="２0247年，产值达超近3.5万亿元%家、。；占全国第一\n", max_size=60))
def test_whatever_is_read_can_be_explained_in_both_languages(words: str) -> None:
    found = explained(words)
    assert text.render(found, "zh").count("置信度") == len(found)
    assert text.render(found, "en").count("confidence") == len(found)
    assert len(jsonl.render(found, "zh").splitlines()) == len(found)


def test_every_origin_and_derivation_field_and_code_has_its_words() -> None:
    assert set(text.ORIGINS) == set(Origin)
    assert set(text.DERIVED) == set(Derived)
    assert set(text.FIELDS) == set(GROUNDED)
    assert set(text.CODES) == {*Kind, *Status, *Comparator}
    assert len({zh for zh, _ in text.ORIGINS.values()}) == len(Origin)
    assert len({en for _, en in text.ORIGINS.values()}) == len(Origin)
