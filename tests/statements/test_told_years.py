"""Which year a figure is of, where its sentence speaks of others too."""

from __future__ import annotations

from datetime import date

from making import document
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract
from yanchao.statements.statement import Statement


def statements(text: str) -> dict[str, Statement]:
    made = document(text, published=date(2025, 3, 1))
    return {text[each.start : each.end]: each for each in extract(made, load()).statements}


def test_years_that_are_prepared_for_do_not_frame_what_follows() -> None:
    found = statements("各地谋划“十五五”产业新图景。某县拿出30亿元建设园区。")
    assert found["30亿元"].period is None


def test_what_turned_since_the_year_before_is_of_this_year() -> None:
    found = statements(
        "2024年，全县投资30亿元，增速由上年全年下降3%转为增长2%。消费增长9%，较“十三五”末翻一番。"
    )
    assert [found[words].period for words in ("3%", "2%", "9%", "翻一番")] == ["2023", "2024", "2024", "2024"]
