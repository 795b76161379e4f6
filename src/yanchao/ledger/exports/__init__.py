"""One file per export format; each takes the ledger and writes it for other people's tools. Found by being here."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

from yanchao.ledger.ledger import Ledger
from yanchao.ledger.storing import storing, whole_file
from yanchao.quick import dataclass


@dataclass(frozen=True, slots=True)
class Export:
    """A format: its name on the command line, one line of help, and the function that writes it to a path.

    `file` is what it is called in a build's `exports/`, None where a build holds the same already. `is_folder` says
    that it is a folder of several files.
    """

    name: str
    help: str
    file: str | None
    writer: Callable[[Ledger, Path], None]
    is_folder: bool = False

    def write(self, ledger: Ledger, out: Path) -> None:
        """Write the ledger to `out`: a file, or a folder that is made where it is missing.

        Raises:
            StorageError: where it cannot be written.
        """
        with storing(out):
            out.parent.mkdir(parents=True, exist_ok=True)
            if self.is_folder:
                self.writer(ledger, out)
                return
        with whole_file(out) as part:
            self.writer(ledger, part)


@cache
def exports() -> dict[str, Export]:
    """Every format by name."""
    modules = sorted(module.name for module in pkgutil.iter_modules(__path__))
    found = (importlib.import_module(f"{__name__}.{module}").EXPORT for module in modules)
    return {export.name: export for export in found}
