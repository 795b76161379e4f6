"""Which kinds of file are read: every module of `formats/`, found by being there."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from yanchao.documents import formats
from yanchao.documents.format import Format


@cache
def known_formats() -> tuple[Format, ...]:
    """Every reader. Their modules are light: the libraries behind them are imported when they parse."""
    names = sorted(module.name for module in pkgutil.iter_modules(formats.__path__))
    return tuple(importlib.import_module(f"{formats.__name__}.{name}").FORMAT for name in names)


def known_suffixes() -> tuple[str, ...]:
    """The file name suffixes that some reader takes, with their dot, sorted."""
    return tuple(sorted({suffix for format in known_formats() for suffix in format.suffixes}))
