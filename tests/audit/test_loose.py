"""Of relations that the words only suggest, one that a likely slip cures is told, and no other."""

from __future__ import annotations

from decimal import Decimal

from tests.audit.test_breakdowns import dossier

from auditing import figure
from yanchao.audit.dossier import Figure
from yanchao.audit.equations import always
from yanchao.audit.loose import unless_one_holds
from yanchao.audit.messages import Said
from yanchao.audit.relations import Relation, Sum


def total_of(total: Figure, *parts: Figure) -> Relation:
    form = Sum((*((part, 1.0) for part in parts), (total, -1.0)))
    return Relation(form, "sum-mismatch", always(Said("more-than", left="", right="")))


def amount(value: str) -> Figure:
    step = Decimal(1).scaleb(Decimal(value).as_tuple().exponent)  # type: ignore[arg-type]
    return figure(Decimal(value), resolution=step)


def test_where_one_of_the_readings_holds_it_is_supposed_to_be_meant() -> None:
    parts = amount("15.82"), amount("21.47")
    holding, failing = total_of(amount("37.29"), *parts), total_of(amount("43.06"), *parts)
    found = unless_one_holds([failing, holding])
    assert found is not None
    assert (found.form, found.is_supposed, found.holds()) == (holding.form, True, True)


def test_nothing_is_supposed_where_one_of_the_readings_may_hold_by_chance() -> None:
    parts = amount("2"), amount("3")
    assert unless_one_holds([total_of(amount("5"), *parts), total_of(amount("9"), *parts)]) is None


def test_what_no_slip_cures_is_not_told() -> None:
    assert unless_one_holds([total_of(amount("43.06"), amount("15.82"), amount("21.47"))]) is None


def test_there_may_be_no_reading_at_all() -> None:
    assert unless_one_holds([]) is None


def printed(*numbers: str) -> list[Figure]:
    """Amounts that a text prints, which may have slipped."""
    told = "，".join(f"其中{number}亿元" for number in numbers)
    return list(dossier(f"2024年投资{told}。").figures)


def test_the_closer_the_figures_are_told_the_dearer_a_slip_is_tried() -> None:
    closely = total_of(*printed("370.3", "1582.4", "2147.9"))  # 3730.3 has lost a digit
    roughly = total_of(*printed("33", "158", "215"))  # 373 has as well, or 33 was of another thing
    found = unless_one_holds([closely])
    assert found is not None
    assert found.form is closely.form
    assert unless_one_holds([roughly]) is None


def test_a_part_of_which_nothing_would_be_left_cures_no_sum() -> None:
    assert unless_one_holds([total_of(*printed("2147.4", "2147.4", "158.2"))]) is None
