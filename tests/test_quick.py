"""Quick records: made in less time, and in nothing else another thing than the frozen dataclass that they are."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace
from inspect import signature

import pytest

from yanchao.quick import quick
from yanchao.statements.context import Context, Draft, Filling
from yanchao.statements.statement import Evidence, Mention, Quantity, Span, Statement


@quick
@dataclass(frozen=True, slots=True)
class Place:
    """A record of our own."""

    name: str
    code: int = 440000


def test_it_is_made_as_it_says() -> None:
    assert Place("a", 1) == Place(name="a", code=1)
    assert Place("a").code == 440000
    with pytest.raises(TypeError):
        Place()  # type: ignore[call-arg]


def test_it_never_changes() -> None:
    with pytest.raises(FrozenInstanceError):
        Place("a").name = "b"  # type: ignore[misc]


def test_it_is_copied_changed_and_sent_like_any_other() -> None:
    place = Place("a", 1)
    assert replace(place, code=2) == Place("a", 2)
    assert copy.deepcopy(place) == place
    assert pickle.loads(pickle.dumps(place)) == place
    assert hash(place) == hash(Place("a", 1))


@pytest.mark.parametrize("record", [Span, Quantity, Evidence, Statement, Mention, Context, Draft, Filling])
def test_its_fields_are_its_parameters(record: type) -> None:
    assert list(signature(record).parameters) == [each.name for each in fields(record)]


@pytest.mark.parametrize("default", [field(default_factory=list), field()])
def test_what_cannot_be_made_quickly_says_so(default: object) -> None:
    class Loose:
        members: list[str] = default  # type: ignore[assignment]

    with pytest.raises(TypeError, match=r"Loose\.members"):
        quick(dataclass(frozen=True)(Loose))
