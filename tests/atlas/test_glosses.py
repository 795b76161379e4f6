"""Glosses: what a Chinese name says, word for word, on an English page."""

from __future__ import annotations

import csv
from collections import Counter

import pytest

from yanchao.atlas.glosses import LONGEST, gloss, glosses
from yanchao.atlas.language import HERE
from yanchao.lexicon.lexicon import load

KNOWN = glosses(load())


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("工业机器人", "industrial robots"),
        ("5G基站", "5G base stations"),
        ("2026年浙江省政府工作报告", "2026 Zhejiang government work report"),
        ("炼油、乙烯和芳烃", "oil refining, ethylene and aromatics"),
        ("汽车零部件制造业", "motor vehicle parts manufacturing"),  # the longest words, not 汽车 and 零部件
        ("农村居民人均可支配收入", "rural disposable income per head"),
        ("成都平原经济区", None),  # a part of Sichuan is not Sichuan
        ("工业鲲鹏计划", None),  # what is known by halves is not said
        ("", None),
        ("工业" * LONGEST, None),
    ],
)
def test_a_name_is_glossed_where_all_its_parts_are_known(name: str, english: str | None) -> None:
    assert gloss(name, KNOWN) == english


def test_each_word_of_the_list_stands_in_it_once_and_is_said_in_latin_letters() -> None:
    lines = (HERE / "glosses.csv").read_text(encoding="utf-8").splitlines()
    rows = list(csv.DictReader(line for line in lines if line[:1] != "#"))
    assert [word for word, times in Counter(row["zh"] for row in rows).items() if times > 1] == []
    assert [row["zh"] for row in rows if any("\u3400" <= letter <= "\u9fff" for letter in row["en"])] == []
