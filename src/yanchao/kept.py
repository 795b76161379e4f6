"""What a start works out, kept for the next one: a file beside the bytecode of modules, under the same rules.

Python keeps the bytecode of modules in `__pycache__`. What else is made anew in every process, and takes a part of a cold check (compiled
expressions, the tables of packs), is kept in the same folder for as long as the interpreter is the same. `PYTHONDONTWRITEBYTECODE` and
`PYTHONPYCACHEPREFIX` are obeyed, and where the folder cannot be written or what lies there cannot be read, all is made as ever.
"""

from __future__ import annotations

import importlib
import marshal
import os
import sys
from collections.abc import Hashable
from contextlib import suppress
from importlib.util import cache_from_source
from typing import Any

MOST = 2_000
"""Values that are kept; beyond that, as after many packs, those of the last run alone."""


class Kept:
    """The values kept in the file `path`, and those made since."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._values: dict[Any, Any] | None = None
        self._new: dict[Any, Any] = {}

    def get(self, key: Hashable) -> Any:
        """What is kept for a key, None where nothing is."""
        if self._values is None:
            self._values = _read(self.path)
        return self._values.get(key)

    def put(self, key: Hashable, value: Any) -> None:
        """A value of plain types (`marshal`) to be kept."""
        self._new[key] = value

    def keep(self) -> None:
        """Keep what was made, where that can be written. Another process that does the same loses nothing but time."""
        if not self._new or sys.dont_write_bytecode:
            return
        kept = {**(self._values or {}), **self._new}
        if len(kept) > MOST:
            kept = self._new
        part = f"{self.path}.{os.getpid()}"
        try:
            os.makedirs(os.path.dirname(self.path), exist_ok=True)  # noqa: PTH103, PTH120 - `pathlib` costs time
            with open(part, "xb") as file:  # noqa: PTH123
                file.write(marshal.dumps((_interpreter(), kept)))
            os.replace(part, self.path)  # noqa: PTH105
            self._values, self._new = kept, {}
        except OSError:
            with suppress(OSError):
                os.unlink(part)  # noqa: PTH108


PROGRAM: list[Kept] = []
"""Those of this program, which the command line keeps at its end."""


def beside(source: str, name: str) -> str:
    """The path of a kept file of this name beside the bytecode of a module's source."""
    return os.path.join(os.path.dirname(cache_from_source(source)), name)  # noqa: PTH118, PTH120


def _interpreter() -> tuple[Any, ...]:
    sre = importlib.import_module("_sre")
    return sys.version, sre.MAGIC, sre.CODESIZE


def _read(path: str) -> dict[Any, Any]:
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            made_by, kept = marshal.loads(file.read())  # noqa: S302 - trusted as the bytecode beside it is
        return kept if made_by == _interpreter() and isinstance(kept, dict) else {}
    except (OSError, ValueError, EOFError, TypeError, ImportError, AttributeError):
        return {}
