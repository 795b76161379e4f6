"""Steps from a level that stands elsewhere, under the year that a change is counted from."""

from __future__ import annotations

import pytest
from tests.audit.test_breakdowns import dossier

from yanchao.audit.based import based, supposed

BEFORE = "2020年，全市软件企业120家。"


@pytest.mark.parametrize(
    ("told", "change", "is_yearly"),
    [
        ("2024年，全市软件企业达到180家，比2020年增加60家。", "60家", False),
        ("2024年，全市软件企业达到180家，较2020年增长50%。", "50%", False),
        ("2024年，全市软件企业达到180家，是2020年的1.5倍。", "1.5倍", False),
    ],
)
def test_a_change_is_counted_from_the_level_of_the_year_that_it_names(
    told: str, change: str, is_yearly: bool
) -> None:
    (step,) = based(dossier(BEFORE + told))
    assert (step.before.text, step.now.text, step.change.text) == ("120家", "180家", change)
    assert step.is_yearly is is_yearly


def test_the_change_of_an_average_year_goes_on_from_the_change_before_it() -> None:
    text = BEFORE + "2024年，全市软件企业达到180家，比2020年增长50%，年均增长10.7%。"
    whole, yearly = based(dossier(text))
    assert (yearly.change.text, yearly.is_yearly, yearly.years) == ("10.7%", True, 4)
    assert whole.now is yearly.now


@pytest.mark.parametrize(
    "told",
    [
        "2024年，全市软件企业达到180家，增长5%。",
        "2024年，全市软件企业达到180家，比2021年增长50%。",
        "2024年，全市软件企业达到180家；其中外资企业比2020年增长50%。",
        "2020年，全市软件企业210家。2024年，全市软件企业达到180家，比2020年增长50%。",
    ],
    ids=["no year", "a year without a level", "of a part", "two levels for the year"],
)
def test_nothing_is_tied_where_the_level_is_not_told_or_not_the_only_one(told: str) -> None:
    assert not list(based(dossier(BEFORE + told)))


@pytest.mark.parametrize(
    ("told", "before", "change", "years"),
    [
        (
            "2023年，全市机器人产业产值500亿元。2024年，全市机器人产业产值820亿元。到2027年，机器人产业产值达到1300亿元，年均增长16.6%。",
            "820亿元",
            "16.6%",
            3,
        ),
        (
            "2024年，机器人产业规上企业156家。到2027年，规上企业达到240家，比2024年净增84家。",
            "156家",
            "84家",
            3,
        ),
    ],
    ids=["the last year before a target", "called by more words"],
)
def test_a_change_of_a_target_may_be_counted_from_what_the_text_has_on_record(
    told: str, before: str, change: str, years: int
) -> None:
    (found,) = supposed(dossier(told))
    (step,) = found.readings
    assert (step.before.text, step.change.text, step.years) == (before, change, years)
    assert not found.is_named


def test_a_growth_on_record_is_supposed_to_be_counted_from_nothing_in_particular() -> None:
    assert not list(
        supposed(dossier("2020年，全市软件企业120家。2024年，全市软件企业180家，年均增长10.7%。"))
    )
