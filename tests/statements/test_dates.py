"""How a document dates itself."""

from __future__ import annotations

from datetime import date

import pytest

from making import document
from yanchao.documents.document import Document
from yanchao.lexicon.lexicon import load
from yanchao.statements.dates import dateline, spoken_year, yearbook_period
from yanchao.statements.extraction import extract
from yanchao.statements.statement import Status


def text_of(text: str, title: str | None = None) -> Document:
    return document(text, title=title)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("某市产业见闻\n发布时间：2022-09-13 10:10\n正文。", date(2022, 9, 13)),
        ("某市产业见闻\n2022-09-13\n正文。", date(2022, 9, 13)),
        ("来源：某某日报　2022-09-13 10:10:59\n正文。", date(2022, 9, 13)),
        ("某市产业见闻\n2022年9月13日\n正文。", date(2022, 9, 13)),
        ("某市产业见闻\n编号2022-09-13-7\n正文。", None),
        ("某市产业见闻\n2022-19-33\n正文。", None),
    ],
)
def test_the_head_of_a_text_is_stamped_with_its_day(text: str, day: date | None) -> None:
    assert dateline(text) == day


def test_the_year_that_a_head_speaks_of_is_that_of_its_half_year() -> None:
    news = text_of("10月19日，某省召开2021年前三季度经济形势发布会。\n前三季度，全省出口额90亿元。")
    assert spoken_year(news) == 2021
    assert spoken_year(text_of("3年前的某省。2021年前，这里没有工厂。")) is None
    assert [statement.period for statement in extract(news, load()).statements] == ["2021-01/2021-09"]


def test_the_year_of_a_communique_is_that_of_the_figures_it_gives_out() -> None:
    given_out = text_of("《2023年某市国民经济和社会发展统计公报》显示：\n全市粮食产量26万吨，增长6%。")
    period = yearbook_period(given_out)
    assert period is not None
    assert period.value == "2023"
    assert {statement.period for statement in extract(given_out, load()).statements} == {"2023"}
    assert yearbook_period(text_of("某市粮食产量26万吨。")) is None


def test_half_years_and_quarters_are_read_as_brokers_write_them() -> None:
    (first, second) = extract(text_of("公司21H1收入9亿元。2023Q3收入8亿元。"), load()).statements
    assert (first.period, second.period) == ("2021-01/2021-06", "2023-07/2023-09")


def test_without_a_day_words_that_look_forward_to_a_year_make_a_target() -> None:
    plan, past = extract(
        text_of("到2025年，治理率达到45%。\n截至2025年底，治理率达到45%。"), load()
    ).statements
    assert (plan.status, past.status) == (Status.TARGET, Status.ACTUAL)
