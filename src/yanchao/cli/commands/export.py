"""`yanchao export`: the ledger of a build for other people's tools."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yanchao.cli.options import chosen, day, new_command
from yanchao.cli.streams import OK, count
from yanchao.errors import UsageError

if TYPE_CHECKING:
    from yanchao.ledger.exports import Export
    from yanchao.ledger.ledger import Ledger


def add(commands: Any) -> None:
    command = new_command(
        commands,
        "export",
        run,
        "the ledger of a build for other people's tools",
        "0, or 2 where the folder is no build or the file cannot be written",
        "yanchao export atlas --format xlsx -o figures.xlsx\n  yanchao export atlas --format frictionless -o package\n"
        "  yanchao export atlas --format csv --as-of 2024-06-30 -o known-then.csv",
    )
    command.add_argument("directory", metavar="DIR", type=Path, help="a folder that `yanchao build` wrote")
    command.add_argument(
        "--format",
        metavar="FORMAT",
        required=True,
        help="csv, parquet, xlsx, sdmx-csv, sdmx-structure or frictionless",
    )
    command.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        type=Path,
        required=True,
        help="the file to write, - for standard output (a folder for parquet and frictionless)",
    )
    command.add_argument(
        "--as-of",
        metavar="DATE",
        type=day,
        help="as it was known on that day (2024-06-30): what was published later, or without a date, is left out",
    )


def run(options: argparse.Namespace) -> int:
    from yanchao.ledger.exports import exports
    from yanchao.ledger.ledger import Ledger

    export = chosen(exports(), options.format)
    if str(options.output) == "-":
        return _export_to_stdout(export, options)
    with Ledger(options.directory, options.as_of) as ledger:
        export.write(ledger, options.output, atlas=_atlas(options.directory, options.output))
        _tell_undated(ledger, options)
    if not options.quiet:
        sys.stderr.write(f"{options.output}: {export.help}\n")
    return OK


def _atlas(directory: Path, out: Path) -> str:
    """Where the pages of a build begin, seen from the folder of `out`; nothing where it has none, or lies on another drive."""
    import os

    if not (directory / "index.html").is_file():
        return ""
    try:
        return Path(os.path.relpath(directory, out.parent)).as_posix() + "/"
    except ValueError:
        return ""


def _tell_undated(ledger: Ledger, options: argparse.Namespace) -> None:
    if ledger.undated and not options.quiet:
        sys.stderr.write(f"left out for want of a date: {count(ledger.undated, 'document')}\n")


def _export_to_stdout(export: Export, options: argparse.Namespace) -> int:
    import shutil
    import tempfile

    from yanchao.ledger.ledger import Ledger

    if export.is_folder:
        raise UsageError(f"{export.name} is a folder of files; give -o FOLDER")
    with (
        Ledger(options.directory, options.as_of) as ledger,
        tempfile.TemporaryDirectory(prefix="yanchao-") as folder,
    ):
        written = Path(folder) / "export"
        export.write(ledger, written)
        _tell_undated(ledger, options)
        with written.open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)
    return OK
