"""`yanchao pack`: which packs there are, a new one, and what is wrong with one."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from yanchao.cli.options import new_command
from yanchao.cli.streams import FAILED, OK
from yanchao.errors import UsageError


def add(commands: Any) -> None:
    command = new_command(
        commands,
        "pack",
        run,
        "lists the bundled packs, starts a new one, or checks one: its tables, and its reference figures against each other",
        "0 where nothing is wrong, 1 where something is, 2 on a wrong request",
        "yanchao pack list\n  yanchao pack new jiangsu --region 320000\n"
        "  yanchao pack check jiangsu\n  yanchao pack check",
    )
    command.add_argument(
        "action",
        choices=tuple(ACTIONS),
        help="list: the bundled packs; new: writes a pack to fill in; check: one line for each thing that is wrong",
    )
    command.add_argument(
        "packs",
        metavar="PACK",
        nargs="*",
        help="the folder of a pack or the name of a bundled one (check; default: all bundled), or the folder to write (new)",
    )
    command.add_argument("--region", metavar="CODE", help="the place that a new pack is about, by GB/T 2260")


def run(options: argparse.Namespace) -> int:
    if options.region is not None and options.action != "new":
        raise UsageError(f"--region goes with pack new, not with pack {options.action}")
    return ACTIONS[options.action](options)


def _list(options: argparse.Namespace) -> int:
    """The name and title of each bundled pack."""
    from yanchao.lexicon.bundled import BUNDLED, bundled_names
    from yanchao.lexicon.lexicon import describe

    if options.packs:
        raise UsageError("pack list takes no PACK: it lists the bundled ones")
    names = bundled_names()
    width = max(map(len, names))
    for name in names:
        print(f"{name:<{width}}  {describe(BUNDLED / name).get('title', '')}".rstrip())
    return OK


def _new(options: argparse.Namespace) -> int:
    """A folder with a pack to fill in."""
    from yanchao.lexicon.starting import start

    if len(options.packs) != 1:
        raise UsageError("pack new takes one PACK: the folder to write")
    for path in start(Path(options.packs[0]), options.region):
        if not options.quiet:
            print(path)
    return OK


def _check(options: argparse.Namespace) -> int:
    """One line for each thing that is wrong with a pack."""
    from yanchao.lexicon.bundled import BUNDLED, bundled_names, folder_of
    from yanchao.lexicon.checks import problems

    wrong = False
    for folder in map(folder_of, options.packs) if options.packs else map(BUNDLED.joinpath, bundled_names()):
        found = list(problems(folder))
        for problem in found:
            print(f"{problem.where}: {problem.what}")
        if not (found or options.quiet):
            print(f"{folder.name or folder}: nothing is wrong")
        wrong = wrong or bool(found)
    return FAILED if wrong else OK


ACTIONS: Mapping[str, Callable[[argparse.Namespace], int]] = {"list": _list, "new": _new, "check": _check}
