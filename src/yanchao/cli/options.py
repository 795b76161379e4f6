"""The options that several commands share, and how what they were given is read."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from yanchao.errors import UsageError

if TYPE_CHECKING:
    from yanchao.lexicon.lexicon import Lexicon

Thing = TypeVar("Thing")

READING_EXITS = (
    "0, 1 where some source could not be read (the rest is done and each failure named), 2 on a wrong request"
)


def new_command(
    commands: Any, name: str, run: Callable[[argparse.Namespace], int], what: str, exits: str, examples: str
) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(
        name,
        help=what,
        description=f"{what[0].upper()}{what[1:]}.\n\nExits with {exits}.",
        epilog=f"examples:\n  {examples}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.set_defaults(run=run)
    command.add_argument(
        "--pack",
        metavar="DIR",
        type=Path,
        action="append",
        default=[],
        help="add a pack (units, measures, regions, clusters, plans): its folder, or the name of a bundled one; may be repeated",
    )
    command.add_argument(
        "--quiet", action="store_true", help="say nothing on standard error but what went wrong"
    )
    command.add_argument("--lang", choices=("zh", "en"), help="the language of findings (default: zh)")
    return command


def configure(options: argparse.Namespace) -> None:
    """What the command line leaves open is filled in from the project's settings, where the command reads any texts.

    `--select` puts aside what the file selects and ignores, `--ignore` what it ignores.

    Raises:
        UsageError: where the file with the settings cannot be obeyed.
    """
    from yanchao.settings import DEFAULT_LANGUAGE, Settings, settings_for

    if getattr(
        options, "settles_later", False
    ):  # whoever is asked about many texts looks for the settings of each
        options.settings = Settings()
        return
    has_rules = hasattr(options, "select")
    reads_texts = has_rules or hasattr(options, "sources")
    options.settings = settings_for(getattr(options, "sources", ())) if reads_texts else Settings()
    options.pack = options.pack or list(options.settings.packs)
    options.lang = options.lang or options.settings.lang or DEFAULT_LANGUAGE
    if has_rules:
        chosen = options.settings.chosen(options.select or None, options.ignore or None)
        options.select, options.ignore = map(list, chosen)


def sources(command: argparse.ArgumentParser, count: str = "+") -> None:
    command.add_argument(
        "sources",
        metavar="SOURCE",
        nargs=count,
        help="file, folder, pattern, http(s) address, or - for standard input",
    )


def rules(command: argparse.ArgumentParser) -> None:
    """Which rules look: `configure` fills in from the settings what these leave open."""
    command.add_argument(
        "--select",
        metavar="RULE",
        action="append",
        default=[],
        help="only these rules: codes, beginnings of codes or names, separated by commas; may be repeated",
    )
    command.add_argument(
        "--ignore", metavar="RULE", action="append", default=[], help="all rules but these, named likewise"
    )


def output(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=Path,
        help="write the result to a file instead of standard output",
    )


def decisions(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--decisions",
        metavar="FILE",
        type=Path,
        help="what people decided about names (default: what the settings say, else yanchao-decisions.csv in the working folder)",
    )


def decisions_file(options: argparse.Namespace) -> Path:
    """The file with the decisions, whether or not it is there: as named, as the settings name it, or the usual one."""
    from yanchao.ledger.matching.decisions import NAME

    named: Path | None = options.decisions or options.settings.decisions
    return named or Path(NAME)


def jobs(command: argparse.ArgumentParser, doing: str = "read and extract") -> None:
    command.add_argument(
        "--jobs", metavar="N", type=positive, default=1, help=f"processes that {doing} (default: 1)"
    )


def day(text: str) -> date:
    """A day of the command line."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as 2024-06-30") from None


def positive(text: str) -> int:
    return whole(text, 1, 256)


def whole(text: str, least: int, most: int) -> int:
    if not text.isdecimal() or not least <= int(text) <= most:
        raise argparse.ArgumentTypeError(f"must be a whole number from {least} to {most}")
    return int(text)


def words(given: Sequence[str]) -> list[str]:
    return [word for each in given for word in each.split(",") if word]


def lexicon(options: argparse.Namespace) -> Lexicon:
    from yanchao.lexicon.lexicon import load

    return load(options.pack)


def chosen(known: dict[str, Thing], name: str) -> Thing:
    if name not in known:
        raise UsageError(f"no format is called {name!r}; there are {', '.join(known)}")
    return known[name]
