"""The house's `dataclass` and `pattern`: what `dataclasses` and `re` give, started in a fraction of the time.

A frozen, slotted dataclass of the standard library writes and compiles six functions for each class when its module is
imported, and sets each field of an instance through `object.__setattr__`, which looks it up by its name. There are
some two hundred such classes here, and the reader makes some twenty instances for every figure. For these, `dataclass`
writes one function only, and that one goes straight to the fields' slots. Whatever else is asked for (other
options, factories, `__post_init__`) is left to the standard library, and to a type checker it is the standard library.

`pattern` is `re.compile` at the first use: a third of a cold check went into compiling expressions, half of which no
text at hand ever asks for. What has been compiled once is kept for the next start (`compiled.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from functools import cached_property as cached_property
    from re import compile as _compile

    pattern = _compile
else:
    import dataclasses
    from operator import attrgetter

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
        """A pattern that is not compiled yet. The first attribute that is asked for compiles it and keeps them all."""

        def __init__(self, source, flags):
            self._source, self._flags = source, flags

        def __getattr__(self, name):
            if name not in _ASKED:
                raise AttributeError(name)
            compiled = patterns.compile(self._source, self._flags)
            self.__dict__.update((asked, getattr(compiled, asked)) for asked in _ASKED)
            return self.__dict__[name]

    def pattern(source, flags=0):
        """`re.compile`, at the first use."""
        return _Pattern(source, flags)

    _QUICK = {"frozen": True, "slots": True}
    _OWN_WAY = ("__post_init__", "__init__", "__eq__", "__hash__", "__repr__", "__setattr__", "__delattr__")

    def dataclass(cls=None, /, **options):
        """The class as a dataclass, quick where it is frozen and slotted and has nothing out of the ordinary."""
        if cls is None:
            return lambda named: dataclass(named, **options)
        if options != _QUICK or not _is_plain(cls):
            return dataclasses.dataclass(cls, **options)
        return _quick(cls)

    def _is_plain(cls):
        """Whether the fields are what their annotations and defaults say, and the class makes itself no other way."""
        own = vars(cls)
        return (
            bool(own.get("__annotations__"))
            and any(getattr(own.get(name), "compare", True) for name in own["__annotations__"])
            and all(_is_simple(value) for value in own.values())
            and not any(name in own for name in _OWN_WAY)
            and not any(hasattr(base, "__dataclass_fields__") for base in cls.__bases__)
        )

    def _is_simple(value):
        """Whether a class's attribute is no description of a field, or one that says no more than a default and `compare`."""
        return not isinstance(value, dataclasses.Field) or (
            value.default_factory is dataclasses.MISSING
            and (value.init, value.repr, value.hash) == (True, True, None)
            and value.kw_only is dataclasses.MISSING
        )

    def _quick(cls):
        names = tuple(cls.__annotations__)
        compared = tuple(name for name in names if getattr(vars(cls).get(name), "compare", True))
        for name, method in _methods(names, compared).items():
            setattr(cls, name, method)
        cls.__doc__ = cls.__doc__ or cls.__name__
        cls = dataclasses.dataclass(cls, init=False, repr=False, eq=False, slots=True)
        cls.__init__ = _init(cls)
        parameters = cls.__dataclass_params__
        parameters.init = parameters.repr = parameters.eq = parameters.frozen = True
        return cls

    def _init(cls):
        """An `__init__` that sets each field through its own slot; its names come from the class's own source."""
        fields = cls.__dataclass_fields__
        scope = {f"_set_{name}": cls.__dict__[name].__set__ for name in fields}
        scope |= {f"_{name}": field.default for name, field in fields.items()}
        parameters = ", ".join(
            name if field.default is dataclasses.MISSING else f"{name}=_{name}"
            for name, field in fields.items()
        )
        body = "; ".join(f"_set_{name}(self, {name})" for name in fields)
        exec(f"def __init__(self, {parameters}): {body}", scope)  # noqa: S102
        init = scope["__init__"]
        init.__module__, init.__qualname__ = cls.__module__, f"{cls.__qualname__}.__init__"
        init.__annotations__ = {name: field.type for name, field in fields.items()} | {"return": None}
        return init

    def _methods(names, compared):
        """What a frozen dataclass has beside its `__init__`, for fields of these names and those that are compared."""
        get = attrgetter(*compared)
        values = get if len(compared) > 1 else lambda self: (get(self),)

        def show(self):
            shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
            return f"{self.__class__.__qualname__}({shown})"

        def equal(self, other):
            if self is other:
                return True
            return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

        def digest(self):
            return hash(values(self))

        def state(self):
            return [getattr(self, name) for name in names]

        return {
            "__repr__": show, "__eq__": equal, "__hash__": digest, "__setattr__": _refuse_to_set,
            "__delattr__": _refuse_to_delete, "__getstate__": state, "__setstate__": _fill,
        }  # fmt: skip

    def _refuse_to_set(_self, name, _value):
        raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")

    def _refuse_to_delete(_self, name):
        raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")

    def _fill(self, state):
        for name, value in zip(self.__dataclass_fields__, state, strict=True):
            object.__setattr__(self, name, value)
