"""What a wrong figure was meant to be, in the text's own form."""

from __future__ import annotations

import pytest

import making
from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.messages import Said
from yanchao.audit.relations import Relation, Sum
from yanchao.audit.repair import repair, slips
from yanchao.audit.topics import Topics
from yanchao.audit.wording import like, percent, short, take_apart
from yanchao.interval import Interval
from yanchao.lexicon.lexicon import load


def one(text: str, value: str, unit: str = "CNY", **fields: object) -> Figure:
    """The figure that a text consists of."""
    extraction = making.extraction(text, making.statement(text, text, value, unit, **fields))
    lexicon = load()
    return Dossier((extraction,), lexicon, Topics(lexicon)).figures[0]


def within(figure: Figure, low: float, high: float) -> list[Relation]:
    """One relation: the figure lies between two bounds."""
    form = Sum(((figure, 1.0),), Interval(low, high))
    return [Relation(form, "impossible-share", lambda _: Said("nothing"))]


@pytest.mark.parametrize(
    ("text", "value", "unit", "kind", "bounds", "meant"),
    [
        ("105%", "1.05", "1", "share", (0.0, 1.0), "10.5%"),
        ("683.8亿元", "68380000000", "CNY", "level", (4e11, 9e11), "6838亿元"),
        ("超7200万元", "72000000", "CNY", "level", (7e11, 8e11), "超7200亿元"),
        ("1220亿元", "122000000000", "CNY", "level", (1.21e10, 1.23e10), "122亿元"),
        ("2139家", "2139", "count:家", "level", (2310, 2320), "2319家"),
        ("2.5倍", "2.5", "1", "growth", (1.45, 1.55), "1.5倍"),
        ("183%", "-1.83", "1", "growth", (-1.0, 2.0), "18.3%"),
        ("73.2%", "0.732", "1", "share", (0.78, 0.79), "78.2%"),
        ("3.5%", "0.035", "1", "growth", (-0.04, -0.03), "下降3.5%"),
        ("第12位", "12", "count:位", "rank", (12.9, 13.1), "第13位"),
    ],
)
def test_the_likeliest_slip_that_fits_is_proposed_in_the_texts_own_form(
    text: str, value: str, unit: str, kind: str, bounds: tuple[float, float], meant: str
) -> None:
    figure = one(text, value, unit, kind=kind)
    found = repair(figure, within(figure, *bounds))
    assert found is not None
    assert found.text == meant


def test_nothing_is_proposed_where_many_numbers_would_do() -> None:
    figure = one("12亿元", "1200000000")
    found = repair(figure, within(figure, 1.6e9, 1.99e9))
    assert found is None or found.text is None


def test_a_figure_in_words_is_left_to_the_author() -> None:
    figure = one("五分之一", "0.2", "1", kind="share")
    assert take_apart(figure) is None
    assert repair(figure, within(figure, 0.5, 0.6)) is None


def test_slips_come_likeliest_first_and_each_once() -> None:
    form = take_apart(one("1220亿元", "122000000000"))
    assert form is not None
    found = list(slips(form, one("1220亿元", "122000000000").statement.kind))
    assert [slip.cost for slip in found] == sorted(slip.cost for slip in found)
    assert len({slip.meant.value for slip in found}) == len(found)
    assert form.value not in {slip.meant.value for slip in found}


@pytest.mark.parametrize(
    ("number", "written"),
    [(0.1032, "0.103"), (10.32, "10.3"), (1210.25, "1210"), (128.04, "128"), (1e-5, "0.00001"), (0.0, "0")],
)
def test_numbers_are_written_short_and_without_exponents(number: float, written: str) -> None:
    assert short(number) == written


def test_a_number_is_written_the_way_the_figure_beside_it_is() -> None:
    assert like(one("129.86万吨", "1298600", "t"), 12_102_516) == "1210万吨"
    assert like(one("105%", "1.05", "1", kind="share"), 0.1032) == "10.3%"
    assert like(one("超7200亿元", "720000000000"), 3e12) == "30000亿元"
    assert percent(0.24) == "24%"
