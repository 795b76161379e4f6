"""`yanchao pack`: what is wrong with a pack."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from yanchao.cli.options import new_command
from yanchao.cli.streams import FAILED, OK


def add(commands: Any) -> None:
    command = new_command(
        commands,
        "pack",
        run,
        "checks a pack: its tables, and its reference figures against each other",
        "0 where nothing is wrong, 1 where something is, 2 on a wrong request",
        "yanchao pack check zhejiang\n  yanchao pack check",
    )
    command.add_argument("action", choices=("check",), help="check: one line for each thing that is wrong")
    command.add_argument(
        "folders",
        metavar="DIR",
        type=Path,
        nargs="*",
        help="the folder of a pack (default: the bundled packs)",
    )


def run(options: argparse.Namespace) -> int:
    from yanchao.lexicon.checks import problems
    from yanchao.lexicon.lexicon import BUNDLED, DEFAULT_PACKS

    folders = options.folders or [BUNDLED / name for name in DEFAULT_PACKS]
    wrong = False
    for folder in folders:
        found = list(problems(folder))
        for problem in found:
            print(f"{problem.where}: {problem.what}")
        if not (found or options.quiet):
            print(f"{folder.name or folder}: nothing is wrong")
        wrong = wrong or bool(found)
    return FAILED if wrong else OK
