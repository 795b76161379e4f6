"""Of relations that the words only suggest, one that a likely slip cures is told, and no other."""

from __future__ import annotations

from decimal import Decimal

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


def test_nothing_is_said_where_one_of_the_readings_holds() -> None:
    parts = amount("15.82"), amount("21.47")
    holding, failing = total_of(amount("37.29"), *parts), total_of(amount("43.06"), *parts)
    assert unless_one_holds([failing, holding]) is None


def test_what_no_slip_cures_is_not_told() -> None:
    assert unless_one_holds([total_of(amount("43.06"), amount("15.82"), amount("21.47"))]) is None


def test_there_may_be_no_reading_at_all() -> None:
    assert unless_one_holds([]) is None
