"""Which kinds of file are read: every module of `formats/`, found by being there."""

from __future__ import annotations

import importlib
from functools import cache

from yanchao.documents import formats
from yanchao.documents.format import Format
from yanchao.found import modules_in


@cache
def known_formats() -> tuple[Format, ...]:
    """Every reader. Their modules are light: the libraries behind them are imported when they parse."""
    return tuple(
        importlib.import_module(f"{formats.__name__}.{name}").FORMAT for name in modules_in(formats.__path__)
    )


def known_suffixes() -> tuple[str, ...]:
    """The file name suffixes that some reader takes, with their dot, sorted."""
    return tuple(sorted({suffix for format in known_formats() for suffix in format.suffixes}))
