"""Regular expressions as the standard library compiles them, kept from one start to the next.

Python keeps the bytecode of modules beside them, in `__pycache__`; that of expressions it makes anew in every process,
and a page asks for two hundred of them: a seventh of a cold check. Here they are kept in the same folder, for as long as
the interpreter is the same, under the same rules: `PYTHONDONTWRITEBYTECODE` and `PYTHONPYCACHEPREFIX` are obeyed, and
where the folder cannot be written or what lies there cannot be read, expressions are compiled as ever.

What is kept is what `re.compile` gives to `_sre.compile`. Neither is public: where an interpreter does it otherwise,
`re.compile` does it all.
"""

from __future__ import annotations

import importlib
import marshal
import os
import re
import sys
from array import array
from contextlib import suppress
from importlib.util import cache_from_source
from typing import Any

MOST = 2_000
"""Expressions that are kept; beyond that, as after many packs, those of the last run alone."""

Key = tuple[str, int]
"""The source of an expression, and its flags."""

Parts = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Flags, code in machine words, number of groups, and the groups' names both ways."""


class Compiled:
    """The expressions kept in the file `path`, and those compiled since."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._kept = _read(path)
        self._new: dict[Key, Parts] = {}

    def compile(self, source: str, flags: int = 0) -> re.Pattern[str]:
        """What `re.compile` gives."""
        key = source, int(flags)
        parts = self._kept.get(key)
        if parts is None:
            parts = _parts(source, flags)
            if parts is not None:
                self._new[key] = parts
        return (parts and _assembled(source, parts)) or re.compile(source, flags)

    def keep(self) -> None:
        """Keep what was compiled, where that can be written. Another process that does the same loses nothing but time."""
        if not self._new or sys.dont_write_bytecode:
            return
        kept = {**self._kept, **self._new}
        if len(kept) > MOST:
            kept = self._new
        part = f"{self.path}.{os.getpid()}"
        try:
            os.makedirs(os.path.dirname(self.path), exist_ok=True)  # noqa: PTH103, PTH120 - `pathlib` costs time
            with open(part, "xb") as file:  # noqa: PTH123
                file.write(marshal.dumps((_interpreter(), kept)))
            os.replace(part, self.path)  # noqa: PTH105
            self._kept, self._new = kept, {}
        except OSError:
            with suppress(OSError):
                os.unlink(part)  # noqa: PTH108


def _interpreter() -> tuple[Any, ...]:
    sre = importlib.import_module("_sre")
    return sys.version, sre.MAGIC, sre.CODESIZE


def _read(path: str) -> dict[Key, Parts]:
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            made_by, kept = marshal.loads(file.read())  # noqa: S302 - trusted as the bytecode beside it is
        return kept if made_by == _interpreter() and isinstance(kept, dict) else {}
    except (OSError, ValueError, EOFError, TypeError, ImportError, AttributeError):
        return {}


def _parts(source: str, flags: int) -> Parts | None:
    """What the standard library makes of an expression; None where it goes about it in a way unknown here."""
    try:
        compiler = importlib.import_module("re._compiler")
        parsed = importlib.import_module("re._parser").parse(source, flags)
        code = array("I", compiler._code(parsed, flags))
        state = parsed.state
        names: list[str | None] = [None] * state.groups
        for name, number in state.groupdict.items():
            names[number] = name
        return int(flags | state.flags), code.tobytes(), state.groups - 1, dict(state.groupdict), tuple(names)
    except re.error:
        raise
    except (ImportError, AttributeError, TypeError, ValueError, OverflowError):
        return None


def _assembled(source: str, parts: Parts) -> re.Pattern[str] | None:
    flags, code, groups, numbers, names = parts
    try:
        words = array("I", code).tolist()
        made: re.Pattern[str] = importlib.import_module("_sre").compile(
            source, flags, words, groups, numbers, names
        )
    except (ImportError, AttributeError, TypeError, ValueError, RuntimeError):
        return None
    return made


patterns = Compiled(os.path.join(os.path.dirname(cache_from_source(__file__)), "patterns.bin"))  # noqa: PTH118, PTH120
"""Those of this program."""
