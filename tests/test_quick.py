"""The house's dataclass: in everything but its speed the frozen dataclass of the standard library."""

from __future__ import annotations

import ast
import copy
import dataclasses
import pickle
import weakref
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field, fields
from inspect import signature
from pathlib import Path
from typing import get_type_hints

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import yanchao
from yanchao.quick import cached_property, dataclass, field_names, replace
from yanchao.statements.context import Context, Draft, Filling
from yanchao.statements.statement import Evidence, Mention, Quantity, Span, Statement


@dataclass(frozen=True, slots=True)
class Place:
    """A record of our own."""

    name: str
    code: int | None = 440000

    @property
    def known(self) -> bool:
        return self.code is not None


@dataclass(frozen=True, slots=True)
class Alone:
    """A record with one field."""

    name: str


@dataclass(frozen=True, slots=True)
class Noted:
    """A record with a field that makes no difference."""

    name: str
    note: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Listing:
    """A record with a factory."""

    members: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, eq=False)
class Thing:
    """A record that is the same as no other."""

    name: str
    members: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Open:
    """A record that keeps what is worked out of its fields."""

    name: str

    @cached_property
    def length(self) -> int:
        return len(self.name)


@dataclass(frozen=True)
class Further(Open):
    """A record that has more fields than another."""

    code: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Ranked:
    """A record with an option that is left to the standard library."""

    place: int


@dataclasses.dataclass(frozen=True, slots=True)
class Standard:
    """The same fields as the standard library makes them."""

    name: str
    code: int | None = 440000


VALUES = st.one_of(st.none(), st.integers(), st.text(max_size=3), st.floats())


def test_it_is_made_as_it_says() -> None:
    assert Place("a", 1) == Place(name="a", code=1)
    assert Place("a").code == 440000
    assert Place("a").known
    assert Alone("a") == Alone("a") != Alone("b")
    with pytest.raises(TypeError):
        Place()  # type: ignore[call-arg]


@given(VALUES, VALUES, VALUES)
def test_it_shows_compares_and_hashes_as_the_standard_one(a: object, b: object, c: object) -> None:
    ours, theirs = Place(a, b), Standard(a, b)  # type: ignore[arg-type]
    assert repr(ours) == repr(theirs).replace("Standard", "Place")
    assert hash(ours) == hash(Place(a, b))  # type: ignore[arg-type]
    assert (ours == Place(c, b)) == (theirs == Standard(c, b))  # type: ignore[arg-type]
    assert ours != theirs
    assert dataclasses.astuple(ours) == dataclasses.astuple(theirs) or a != a or b != b


def test_a_field_that_makes_no_difference_is_kept_all_the_same() -> None:
    assert Noted("a", "one") == Noted("a", "other") != Noted("b", "one")
    assert hash(Noted("a", "one")) == hash(Noted("a"))
    assert repr(Noted("a")) == "Noted(name='a', note='')"
    assert pickle.loads(pickle.dumps(Noted("a", "one"))).note == "one"


def test_it_never_changes() -> None:
    place = Place("a")
    with pytest.raises(AttributeError):
        place.name = "b"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del place.name
    assert place == Place("a")
    assert not hasattr(place, "__dict__")


def test_what_has_no_slots_keeps_what_is_worked_out() -> None:
    one = Open("abc")
    assert one.length == 3 == vars(one)["length"]
    assert weakref.ref(one)() is one
    assert pickle.loads(pickle.dumps(one)) == copy.copy(one) == one == Open("abc")
    with pytest.raises(AttributeError):
        one.name = "b"  # type: ignore[misc]


def test_a_record_builds_on_another() -> None:
    assert Further("a", 1) == Further("a", code=1) != Further("a")
    assert Further("a") != Open("a")
    assert [each.name for each in fields(Further)] == ["name", "code"]
    assert dataclasses.replace(Further("a", code=1), name="b") == replace(Further("b"), code=1)
    assert repr(Further("a")) == "Further(name='a', code=0)"
    assert Further("abc").length == 3


@pytest.mark.parametrize("record", [Place("a", 1), Place("a"), Alone("a"), Alone(()), Span(1, 2)])  # type: ignore[arg-type]
def test_it_is_copied_and_sent_like_any_other(record: object) -> None:
    assert copy.copy(record) == copy.deepcopy(record) == pickle.loads(pickle.dumps(record)) == record


@pytest.mark.parametrize("change", [replace, dataclasses.replace])
def test_it_is_changed_into_another(change: Callable[..., object]) -> None:
    place = Place("a", 1)
    assert change(place, code=2) == Place("a", 2)
    assert change(Noted("a", "one"), name="b") == Noted("b")
    assert change(Listing(["a"]), members=[]) == Listing()
    assert place == Place("a", 1)
    with pytest.raises(TypeError):
        change(place, unknown=2)


@pytest.mark.parametrize("record", [Span, Quantity, Evidence, Statement, Mention, Context, Draft, Filling])
def test_its_fields_are_its_parameters(record: type) -> None:
    assert list(signature(record).parameters) == [each.name for each in fields(record)]
    assert record.__match_args__ == tuple(signature(record).parameters)  # type: ignore[attr-defined]
    assert issubclass(record, msgspec.Struct)


def test_its_types_can_be_read() -> None:
    assert get_type_hints(Place) == {"name": str, "code": int | None}


def test_what_a_factory_makes_is_made_for_each() -> None:
    assert Listing() == Listing([])
    assert Listing().members is not Listing().members
    with pytest.raises(AttributeError):
        Listing().members = []  # type: ignore[misc]
    assert field_names(Listing) == (("members",), ())


def test_what_compares_with_nothing_is_told_apart() -> None:
    one, other = Thing("a"), Thing("a")
    assert issubclass(Thing, msgspec.Struct)
    assert one != other
    assert {one: 1, other: 2}[one] == 1
    assert replace(one, name="b").members is one.members
    assert field_names(Thing) == (("name", "members"), ("name",))


def test_what_is_out_of_the_ordinary_is_the_standard_library_s() -> None:
    assert Ranked(1) < Ranked(2)
    assert not issubclass(Ranked, msgspec.Struct)
    with pytest.raises(FrozenInstanceError):
        Ranked(1).place = 2  # type: ignore[misc]
    assert field_names(Ranked) == (("place",), ("place",))


def test_the_whole_house_uses_it() -> None:
    for path in Path(yanchao.__file__).parent.rglob("*.py"):
        imported = {
            alias.name
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.ImportFrom) and node.module == "dataclasses" and node.level == 0
            for alias in node.names
        }
        assert imported.isdisjoint(("dataclass", "replace")) or path.name == "quick.py", (
            f"{path.name}: from yanchao.quick"
        )
