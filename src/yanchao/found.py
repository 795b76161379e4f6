"""What lies in a folder of the house is found there: the modules of a package, by their names.

`pkgutil.iter_modules` would say the same; to import it and what it asks costs more than a cold check has to spare.
"""

from __future__ import annotations

import os
from collections.abc import Iterable


def modules_in(path: Iterable[str]) -> list[str]:
    """The names of the modules of a package, whose `__path__` is given, sorted; without those that open with an underscore, which the others share."""
    return sorted(
        name.removesuffix(".py")
        for folder in path
        for name in os.listdir(folder)  # noqa: PTH208 - `pathlib` costs time
        if name.endswith(".py") and not name.startswith("_")
    )
