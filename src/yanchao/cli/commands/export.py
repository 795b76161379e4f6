"""`yanchao export`: the ledger of a build for other people's tools."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yanchao.cli.options import chosen, new_command
from yanchao.cli.streams import OK
from yanchao.errors import UsageError

if TYPE_CHECKING:
    from yanchao.ledger.exports import Export


def add(commands: Any) -> None:
    command = new_command(
        commands,
        "export",
        run,
        "the ledger of a build for other people's tools",
        "0, or 2 where the folder is no build or the file cannot be written",
        "yanchao export atlas --format xlsx -o figures.xlsx\n  yanchao export atlas --format frictionless -o package",
    )
    command.add_argument("directory", metavar="DIR", type=Path, help="a folder that `yanchao build` wrote")
    command.add_argument(
        "--format", metavar="FORMAT", required=True, help="csv, parquet, xlsx, sdmx-csv or frictionless"
    )
    command.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        type=Path,
        required=True,
        help="the file to write, - for standard output (a folder for parquet and frictionless)",
    )


def run(options: argparse.Namespace) -> int:
    from yanchao.ledger.exports import exports
    from yanchao.ledger.ledger import Ledger

    export = chosen(exports(), options.format)
    if str(options.output) == "-":
        return _export_to_stdout(export, options.directory)
    with Ledger(options.directory) as ledger:
        export.write(ledger, options.output)
    if not options.quiet:
        sys.stderr.write(f"{options.output}: {export.help}\n")
    return OK


def _export_to_stdout(export: Export, directory: Path) -> int:
    import shutil
    import tempfile

    from yanchao.ledger.ledger import Ledger

    if export.is_folder:
        raise UsageError(f"{export.name} is a folder of files; give -o FOLDER")
    with Ledger(directory) as ledger, tempfile.TemporaryDirectory(prefix="yanchao-") as folder:
        written = Path(folder) / "export"
        export.write(ledger, written)
        with written.open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)
    return OK
