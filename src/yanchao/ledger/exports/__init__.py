"""One file per export format; each takes the ledger and writes it for other people's tools. Found by being here."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Collection
from functools import cache
from pathlib import Path

from yanchao.found import modules_in
from yanchao.ledger.earlier import Earlier, link
from yanchao.ledger.ledger import Ledger
from yanchao.ledger.storing import storing, whole_file
from yanchao.quick import dataclass


@dataclass(frozen=True, slots=True)
class Export:
    """A format: its name on the command line, one line of help, and the function that writes it to a path.

    `file` is what it is called in a build's `exports/`, None where a build holds the same already. `tables` are those of
    the schema that it is made of: where these are the same, it is. `is_folder` says that it is a folder of several files;
    then `files` has the name of each that is made of one table alone, and that table. `links` says that its writer takes the address of the
    atlas.
    """

    name: str
    help: str
    file: str | None
    writer: Callable[..., None]
    tables: tuple[str, ...] = ()
    is_folder: bool = False
    files: tuple[tuple[str, str], ...] = ()
    links: bool = False

    def write(
        self, ledger: Ledger, out: Path, *, atlas: str = "", standing: Collection[str] = frozenset()
    ) -> None:
        """Write the ledger to `out`: a file, or a folder that is made where it is missing.

        `atlas` is where its pages begin, seen from `out`, or their address on the web; nothing where there are none.
        Files of the folder that are `standing` are left as they are.

        Raises:
            StorageError: where it cannot be written.
        """
        more: dict[str, object] = {"atlas": atlas} if self.links else {}
        with storing(out):
            out.parent.mkdir(parents=True, exist_ok=True)
            if self.is_folder:
                more |= {"standing": standing} if self.files else {}
                self.writer(ledger, out, **more)
                return
        with whole_file(out) as part:
            self.writer(ledger, part, **more)


@cache
def exports() -> dict[str, Export]:
    """Every format by name."""
    found = (importlib.import_module(f"{__name__}.{module}").EXPORT for module in modules_in(__path__))
    return {export.name: export for export in found}


def export_all(
    ledger: Ledger, directory: Path, folder: str, atlas: str, earlier: Earlier | None, same: Collection[str]
) -> None:
    """Write every format that a build holds into its `folder`; `atlas` is where the pages begin, seen from there.

    A file made of nothing but tables that are the `same` in the build before is that one's very file.
    """
    (directory / folder).mkdir()
    for export in exports().values():
        if export.file is None:
            continue
        name = f"{folder}/{export.file}"
        of_table = {f"{name}/{file}": (table,) for file, table in export.files}
        made_of = of_table if export.is_folder else {name: export.tables}
        names = [each for each, tables in made_of.items() if set(tables) <= set(same)]
        standing = frozenset[str]() if earlier is None else link(earlier, directory, names)
        if name not in standing:
            files = {each.removeprefix(f"{name}/") for each in standing}
            export.write(ledger, directory / name, atlas=atlas, standing=files)
