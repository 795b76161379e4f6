"""Regular expressions compiled to match as the standard library's, but faster (`rearranged.py`), and kept from one start to the next (`kept.py`).

A page asks for two hundred of them, and to compile them is a seventh of a cold check. What is kept is what `re.compile` gives to
`_sre.compile`. Neither is public: where an interpreter does it otherwise, `re.compile` does it all.
"""

from __future__ import annotations

import importlib
import re
from array import array

from yanchao.kept import MOST as MOST
from yanchao.kept import PROGRAM, Kept, beside

Key = tuple[str, int]
"""The source of an expression, and its flags."""

Parts = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Flags, code in machine words, number of groups, and the groups' names both ways."""


class Compiled(Kept):
    """The expressions kept in a file, and those compiled since."""

    def compile(self, source: str, flags: int = 0) -> re.Pattern[str]:
        """What `re.compile` gives."""
        key = source, int(flags)
        parts: Parts | None = self.get(key)
        if parts is None:
            parts = _parts(source, flags)
            if parts is not None:
                self.put(key, parts)
        return (parts and _assembled(source, parts)) or re.compile(source, flags)


def _parts(source: str, flags: int) -> Parts | None:
    """What the standard library makes of an expression, rearranged; None where it goes about it in a way unknown here."""
    try:
        # imported here, since a start that finds all it needs among what is kept compiles nothing
        state, words = importlib.import_module("yanchao.rearranged").code_of(source, flags)
        code = array("I", words)
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


patterns = Compiled(beside(__file__, "expressions.bin"))
"""Those of this program."""
PROGRAM.append(patterns)
