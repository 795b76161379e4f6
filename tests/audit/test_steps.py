"""Steps: which two levels a change lies between, by the order and the words of the three."""

from __future__ import annotations

import pytest

from yanchao.audit.dossier import Dossier
from yanchao.audit.steps import Step, is_passage, rises, steps
from yanchao.audit.topics import Topics
from yanchao.documents.reading import read
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract


def dossier(sentence: str) -> Dossier:
    lexicon = load()
    found = extract(read(f"简报\n2025年1月\n\n{sentence}".encode(), uri="draft.txt"), lexicon)
    return Dossier((found,), lexicon, Topics(lexicon))


def found(sentence: str) -> list[Step]:
    return [step for figures in dossier(sentence).sentences() for step in steps(figures)]


@pytest.mark.parametrize(
    ("sentence", "before", "now", "change"),
    [
        (
            "2024年，发电量19.6亿千瓦时，比上年的18.6亿千瓦时增长5.4%。",
            "18.6亿千瓦时",
            "19.6亿千瓦时",
            "5.4%",
        ),
        ("2024年，产量48.6万辆（2023年为36.2万辆），增长34.3%。", "36.2万辆", "48.6万辆", "34.3%"),
        ("2024年，产量24.5万套，增长31.2%，上年为18.7万套。", "18.7万套", "24.5万套", "31.2%"),
        ("2024年，出口8.4万辆，同比增长1.1倍，而2023年出口仅为4万辆。", "4万辆", "8.4万辆", "1.1倍"),
        ("2024年，粮食产量48.2万吨，上年为46.9万吨，同比增长2.8%。", "46.9万吨", "48.2万吨", "2.8%"),
        ("产量由2022年的2.0万台增至2024年的3.0万台，增长50%。", "2.0万台", "3.0万台", "50%"),
        ("2024年，业务量增长20%，由15亿件增加到18亿件。", "15亿件", "18亿件", "20%"),
        ("占比由2020年的25%提升至2024年的33%，提升8个百分点。", "25%", "33%", "8个百分点"),
    ],
)
def test_a_change_lies_between_the_two_levels_that_its_sentence_names(
    sentence: str, before: str, now: str, change: str
) -> None:
    (step,) = found(sentence)
    assert (step.before.text, step.now.text, step.change.text) == (before, now, change)


@pytest.mark.parametrize(
    "sentence",
    [
        "2024年，产量24.5万套，销量18.7万套，增长31.2%。",
        "2024年10月，开行1052列，上月为988列，同比增长12.7%。",
        "企业由2020年的120家增加到2024年的200家，产值增长30%。",
        "2024年，产量48.6万辆（2020年为36.2万辆），比上年增长9.1%。",
        "产量由约2万台增至超3万台，增长50%。",
    ],
)
def test_what_only_stands_side_by_side_is_no_step(sentence: str) -> None:
    assert found(sentence) == []


def test_a_yearly_growth_runs_over_the_years_between_its_levels() -> None:
    (step,) = found("收入从2020年的1200亿元增长到2024年的1860亿元，年均增长11.6%。")
    assert (step.is_yearly, step.years) == (True, 4)
    (step,) = found("2019年至2024年，专利授权量从8600件增加到15200件，年均增长12.1%。")
    assert (step.is_yearly, step.years) == (True, 5)


def test_a_passage_has_both_ends_told_exactly() -> None:
    for sentence, expected in (
        ("占比由25%提高到33%。", True),
        ("占比由25%提高到33%以上。", False),
        ("占比25%，提高到33%。", False),
    ):
        (figures,) = dossier(sentence).sentences()
        assert is_passage(*figures) is expected


@pytest.mark.parametrize(
    ("sentence", "rise"),
    [
        ("年末，经营主体69.4万户，比上年增加5.2万户，增长8.1%。", True),
        ("2024年，装机900万千瓦，新增120万千瓦，增长50%。", False),
        ("10月，开行1052列，环比增加64列，同比增长12.7%。", False),
    ],
)
def test_an_addition_stands_between_its_level_and_its_growth(sentence: str, rise: bool) -> None:
    assert bool([one for figures in dossier(sentence).sentences() for one in rises(figures)]) is rise
