"""The house's `dataclass` and `pattern`: what `dataclasses` and `re` give, started in a fraction of the time.

A frozen dataclass of the standard library writes and compiles six functions for each class when its module is
imported, and sets each field of an instance through `object.__setattr__`, which looks it up by its name. There are
some two hundred such classes here, and the reader makes some twenty instances for every figure. For these, `dataclass`
makes a `msgspec.Struct`, whose instances are filled, compared (or, with `eq=False`, told apart) and kept from changing in C.
Whatever else is asked for (other options, `__post_init__`) is left to the standard library, and to a type checker it is the standard
library.

`pattern` is `re.compile` at the first use: a third of a cold check went into compiling expressions, half of which no
text at hand ever asks for. What has been compiled once is kept for the next start (`compiled.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import replace as replace
    from functools import cached_property as cached_property
    from re import compile as _compile

    pattern = _compile

    def field_names(cls: type[object], /) -> tuple[tuple[str, ...], tuple[str, ...]]: ...
else:
    import dataclasses
    from operator import attrgetter

    from msgspec import Struct
    from msgspec import field as _field
    from msgspec.structs import replace as _changed

    from yanchao.compiled import patterns

    class cached_property:  # noqa: N801
        """`functools.cached_property` as Python 3.12 has it: without a lock, which here nothing needs."""

        def __init__(self, make):
            self._make, self.__doc__ = make, make.__doc__

        def __set_name__(self, owner, name):
            self._name = name

        def __get__(self, instance, owner=None):
            if instance is None:
                return self
            value = instance.__dict__[self._name] = self._make(instance)
            return value

    _ASKED = (
        "match", "search", "fullmatch", "finditer", "findall", "sub", "subn", "split",
        "pattern", "flags", "groups", "groupindex", "scanner",
    )  # fmt: skip

    class _Pattern:
        """A pattern that is not compiled yet. The first attribute that is asked for compiles it; each is kept."""

        _compiled = None

        def __init__(self, source, flags):
            self._source, self._flags = source, flags

        def __getattr__(self, name):
            if name not in _ASKED:
                raise AttributeError(name)
            if self._compiled is None:
                self._compiled = patterns.compile(self._source, self._flags)
            found = self.__dict__[name] = getattr(self._compiled, name)
            return found

    def pattern(source, flags=0):
        """`re.compile`, at the first use."""
        return _Pattern(source, flags)

    _OPTIONS = {"frozen": False, "slots": False, "eq": True}
    _OWN_WAY = ("__post_init__", "__init__", "__eq__", "__hash__", "__repr__", "__setattr__", "__delattr__")
    _OF_A_PLAIN_CLASS = ("__dict__", "__weakref__")

    def dataclass(cls=None, /, **options):
        """The class as a dataclass, quick where it is frozen and slotted and has nothing out of the ordinary."""
        if cls is None:
            return lambda named: dataclass(named, **options)
        if isinstance(cls, type(Struct)):
            # It builds on a quick one, which has made one of it; what its own fields are, the annotations and defaults say.
            cls.__dataclass_fields__ = _Fields({})
            return cls
        asked = {**_OPTIONS, **options}
        if asked.keys() != _OPTIONS.keys() or not asked["frozen"] or not _is_plain(cls):
            return dataclasses.dataclass(cls, **options)
        return _quick(cls, compares=asked["eq"], open_to_more=not asked["slots"])

    def _is_plain(cls):
        """Whether the fields are what their annotations and defaults say, and the class makes itself no other way."""
        own = vars(cls)
        return (
            bool(own.get("__annotations__"))
            and all(_is_simple(value) for value in own.values())
            and not any(name in own for name in _OWN_WAY)
            and not any(hasattr(base, "__dataclass_fields__") for base in cls.__bases__)
        )

    def _is_simple(value):
        """Whether a class's attribute is no description of a field, or one that says no more than a default, or what makes it, and `compare`."""
        return not isinstance(value, dataclasses.Field) or (
            (value.default is dataclasses.MISSING) != (value.default_factory is dataclasses.MISSING)
            and (value.init, value.repr, value.hash) == (True, True, None)
            and value.kw_only is dataclasses.MISSING
        )

    def _default(described):
        made = described.default_factory
        return described.default if made is dataclasses.MISSING else _field(default_factory=made)

    def _quick(cls, *, compares, open_to_more):
        own = {name: value for name, value in vars(cls).items() if name not in _OF_A_PLAIN_CLASS}
        described = {name: value for name, value in own.items() if isinstance(value, dataclasses.Field)}
        own |= {name: _default(value) for name, value in described.items()}
        aside = {name for name, value in described.items() if not value.compare}
        if aside and compares:
            own |= _comparing(tuple(name for name in own["__annotations__"] if name not in aside))
        own["__dataclass_fields__"] = _Fields(described)
        bases = tuple(base for base in cls.__bases__ if base is not object)
        # What has no slots keeps what is worked out of its fields (`cached_property`), which may lead back to it.
        return type(Struct)(
            cls.__name__, (*bases, Struct), own,
            frozen=True, eq=compares, gc=open_to_more, dict=open_to_more, weakref=open_to_more,
        )  # fmt: skip

    def _annotated(cls):
        """The fields of a class and of those that it builds on, with their types."""
        return {
            name: kind
            for base in reversed(cls.__mro__)
            for name, kind in vars(base).get("__annotations__", {}).items()
        }

    def _comparing(names):
        """How records compare that have a field which makes no difference: by the others."""
        get = attrgetter(*names)

        def equal(self, other):
            return get(self) == get(other) if other.__class__ is self.__class__ else NotImplemented

        def digest(self):
            return hash(get(self))

        return {"__eq__": equal, "__hash__": digest}

    _FIELDS_ALONE = {
        "init": False, "repr": False, "eq": False, "match_args": False, "namespace": {"__doc__": "Without methods."},
    }  # fmt: skip

    class _Fields:
        """What `dataclasses.fields`, `replace` and `asdict` ask of a record's class, made when first asked for."""

        def __init__(self, described):
            self._described, self._fields = described, None

        def __get__(self, instance, owner):
            if self._fields is None:
                names, defaults = owner.__struct_fields__, owner.__struct_defaults__
                given = dict(zip(names[len(names) - len(defaults) :], defaults, strict=True))
                types = _annotated(owner)
                fields = [
                    (name, types[name], self._described.get(name, given[name]))
                    if name in given
                    else (name, types[name])
                    for name in names
                ]
                described = dataclasses.make_dataclass(owner.__name__, fields, **_FIELDS_ALONE)
                self._fields = described.__dataclass_fields__
            return self._fields

    def field_names(cls):
        """The names of a record's fields, and of those that have no default."""
        if not issubclass(cls, Struct):
            fields = dataclasses.fields(cls)
            return (
                tuple(field.name for field in fields),
                tuple(field.name for field in fields if field.default is dataclasses.MISSING),
            )
        names, defaults = cls.__struct_fields__, cls.__struct_defaults__
        return names, names[: len(names) - len(defaults)]

    def replace(record, /, **changes):
        """`dataclasses.replace`, quick where the record is."""
        return (_changed if isinstance(record, Struct) else dataclasses.replace)(record, **changes)
