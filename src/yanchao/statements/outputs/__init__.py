"""One file per `yanchao extract --format`: statements for people or machines. A format is found by being here.

Every format writes a line (or row) a statement: `document`, the source as it was given, then the keys of
`record.FIELDS`. It writes as the documents come, so that a million of them need no more memory than one.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable
from functools import cache
from typing import BinaryIO

from yanchao.found import modules_in
from yanchao.quick import dataclass
from yanchao.statements.statement import Extraction


@dataclass(frozen=True, slots=True)
class Output:
    """A format: its name on the command line, one line of help, and the function that writes it.

    `is_text` says whether a terminal can show it.
    """

    name: str
    help: str
    is_text: bool
    write: Callable[[Iterable[Extraction], BinaryIO], None]


@cache
def outputs() -> dict[str, Output]:
    """Every format by name."""
    found = (importlib.import_module(f"{__name__}.{module}").OUTPUT for module in modules_in(__path__))
    return {output.name: output for output in found}
