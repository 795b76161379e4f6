"""Making immutable records at less cost: the reader makes some twenty for every figure.

A frozen dataclass sets each of its fields through `object.__setattr__`, which looks the field up by its name every time.
`quick` gives the class an `__init__` that goes to the fields' own slots: half the time, and frozen all the same.
"""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import Any, TypeVar

Record = TypeVar("Record")


def quick(record: type[Record]) -> type[Record]:
    """The frozen, slotted dataclass `record`, whose instances are made in half the time.

    Raises:
        TypeError: where a field has no slot, or a default that must be made anew each time.
    """
    scope: dict[str, Any] = {}
    parameters: list[str] = []
    for field in fields(record):  # type: ignore[arg-type]
        if field.name not in getattr(record, "__slots__", ()) or field.default_factory is not MISSING:
            raise TypeError(f"{record.__name__}.{field.name} cannot be set quickly")
        scope[f"_set_{field.name}"] = record.__dict__[field.name].__set__
        if field.default is MISSING:
            parameters.append(field.name)
        else:
            scope[f"_default_{field.name}"] = field.default
            parameters.append(f"{field.name}=_default_{field.name}")
    lines = [f"    _set_{field.name}(self, {field.name})" for field in fields(record)]  # type: ignore[arg-type]
    # As `dataclasses` itself does it: the names come from the class's own source.
    exec("\n".join([f"def __init__(self, {', '.join(parameters)}):", *lines]), scope)  # noqa: S102
    init = scope["__init__"]
    init.__qualname__ = f"{record.__qualname__}.__init__"
    init.__annotations__ = dict(record.__init__.__annotations__)
    record.__init__ = init  # type: ignore[method-assign]
    return record
