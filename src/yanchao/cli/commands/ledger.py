"""`yanchao ledger`: who says what about a series, which names may mean one, what a person decides about them, and why a figure is where it is."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from yanchao.cli.options import day, decisions, decisions_file, lexicon, new_command, positive
from yanchao.cli.streams import OK, count
from yanchao.errors import UsageError

LIMIT = 20


def add(commands: Any) -> None:
    command = new_command(
        commands,
        "ledger",
        run,
        "shows who says what about a series, lists names that may mean one, keeps what is decided about them, and says why a "
        "figure is where it is",
        "0, or 2 where the folder is no build or the request is wrong",
        "yanchao ledger show atlas 广东 研发投入强度\n  yanchao ledger show atlas --disputed\n  yanchao ledger review atlas\n  yanchao ledger decide atlas 4f1c09aa32 b2077c11d0 same --note 'the plan calls them so'\n"
        "  yanchao ledger why atlas 4f1c09aa32\n  yanchao ledger why atlas 4f1c09aa32 b2077c11d0",
    )
    command.add_argument(
        "action",
        choices=tuple(ACTIONS),
        help="show: every point of the series that the words speak of, with who says so, when, in which words, and who "
        "disagrees; review: pairs of series that may be one; decide: write down whether they are; why: the key of a series and "
        "the way of each figure to it, or what parts two series",
    )
    command.add_argument("directory", metavar="DIR", type=Path, help="a folder that `yanchao build` wrote")
    command.add_argument(
        "series",
        metavar="SERIES",
        nargs="*",
        help="a series by its id, by the end of it, or by its key in one line; after the two of decide: same, different or undo; for show: words of "
        "its name, or what the packs call its measure, place or cluster",
    )
    command.add_argument("--note", default="", help="why it was decided so (decide)")
    command.add_argument(
        "--limit",
        metavar="N",
        type=positive,
        default=LIMIT,
        help=f"pairs or series to list (review, show; default: {LIMIT})",
    )
    command.add_argument(
        "--as-of",
        metavar="DATE",
        type=day,
        help="as it was known on that day (2024-06-30): what was published later, or without a date, is left out (show)",
    )
    command.add_argument(
        "--disputed",
        action="store_true",
        help="only the points on which sources differ, of all series where no words are given (show)",
    )
    command.add_argument(
        "--format", choices=("text", "json"), default="text", help="how to list them (review)"
    )
    decisions(command)


def run(options: argparse.Namespace) -> int:
    if options.note and options.action != "decide":
        raise UsageError(f"--note goes with ledger decide, not with ledger {options.action}")
    if options.as_of and options.action != "show":
        raise UsageError(f"--as-of goes with ledger show, not with ledger {options.action}")
    if options.disputed and options.action != "show":
        raise UsageError(f"--disputed goes with ledger show, not with ledger {options.action}")
    return ACTIONS[options.action](options)


def _show(options: argparse.Namespace) -> int:
    """The series that the words speak of, with everyone's word for each point."""
    from yanchao.ledger.ledger import Ledger
    from yanchao.ledger.showing import about_points, named_so

    if not options.series and not options.disputed:
        raise UsageError("ledger show takes DIR and words that a series is called by, or its id")
    words = lexicon(options)
    with Ledger(options.directory, options.as_of) as ledger:
        found = named_so(options.series, ledger, words, disputed=options.disputed)
        if not found:
            called = f" that is called {' '.join(options.series)}" if options.series else ""
            differing = " on which sources differ" if options.disputed else ""
            raise UsageError(f"{options.directory}: has no series{called}{differing}")
        for series in found[: options.limit]:
            print("\n".join(about_points(series, ledger, _language(options))), end="\n\n")
    if not options.quiet and len(found) > options.limit:
        sys.stderr.write(f"{len(found):,} series, {options.limit} shown; say more words, or --limit\n")
    return OK


def _review(options: argparse.Namespace) -> int:
    """The doubtful pairs, with both sentences."""
    from yanchao.ledger.ledger import Ledger
    from yanchao.ledger.matching.decisions import read_decisions
    from yanchao.ledger.matching.doubtful import doubtful
    from yanchao.ledger.matching.naming import text_of
    from yanchao.ledger.matching.why import about_doubt

    if options.series:
        raise UsageError("ledger review takes DIR alone")
    words = lexicon(options)
    file = decisions_file(options)
    with Ledger(options.directory) as ledger:
        found = doubtful(ledger, words, read_decisions(file) if file.is_file() else None)
        shown = found[: options.limit]
        if options.format == "json":
            pairs = [
                {
                    "one": it.one,
                    "other": it.other,
                    "key": text_of(it.key),
                    "other_key": text_of(it.other_key),
                    "score": it.likeness.score,
                    "signs": list(it.likeness.signs),
                }
                for it in shown
            ]
            print(json.dumps(pairs, ensure_ascii=False, indent=2))
        else:
            for number, doubt in enumerate(shown, 1):
                print("\n".join(about_doubt(ledger, number, doubt, words, _language(options))), end="\n\n")
    if not options.quiet:
        sys.stderr.write(
            f"{count(len(found), 'doubtful pair')}, {len(shown)} shown; to decide: "
            f"yanchao ledger decide {options.directory} A B same|different\n"
        )
    return OK


def _decide(options: argparse.Namespace) -> int:
    """A line in the file of decisions, or one less."""
    from datetime import date

    from yanchao.ledger.ledger import Ledger
    from yanchao.ledger.matching.decisions import (
        SAME,
        VERDICTS,
        Decision,
        decisions_of,
        read_decisions,
        why_never,
        with_decision,
        without_decision,
        written,
    )
    from yanchao.ledger.matching.naming import text_of
    from yanchao.ledger.matching.why import resolve
    from yanchao.ledger.storing import whole_file

    if len(options.series) != 3 or options.series[2] not in (*VERDICTS, "undo"):
        raise UsageError("ledger decide takes DIR, two SERIES, and same, different or undo")
    *given, verdict = options.series
    file = decisions_file(options)
    with Ledger(options.directory) as ledger:
        one, other = (resolve(ledger, name) for name in given)
    made = read_decisions(file).made
    if verdict == "undo":
        after = without_decision(made, text_of(one), text_of(other))
        if after == made:
            raise UsageError(f"{file}: has no decision about these two")
    else:
        problem = why_never(one, other) if verdict == SAME or one == other else None
        if problem:
            raise UsageError(problem)
        after = with_decision(
            made, Decision(text_of(one), text_of(other), verdict, options.note, date.today())
        )
        decisions_of(after, str(file))
    with whole_file(file) as part:
        part.write_text(written(after), encoding="utf-8")
    if not options.quiet:
        sys.stderr.write(f"{file}: {count(len(after), 'decision')}; the next build goes by them\n")
    return OK


def _why(options: argparse.Namespace) -> int:
    """The key of a series and the way of each figure to it, or what parts two."""
    from yanchao.ledger.ledger import Ledger
    from yanchao.ledger.matching.why import about_pair, about_series, resolve

    if len(options.series) not in (1, 2):
        raise UsageError("ledger why takes DIR and one or two SERIES")
    words = lexicon(options)
    with Ledger(options.directory) as ledger:
        one, *others = (resolve(ledger, name) for name in options.series)
        lines = (
            about_pair(ledger, one, others[0], words, _language(options))
            if others
            else about_series(ledger, one, words, _language(options))
        )
        print("\n".join(lines))
    return OK


def _language(options: argparse.Namespace) -> int:
    return int(options.lang == "en")


ACTIONS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "show": _show,
    "review": _review,
    "decide": _decide,
    "why": _why,
}
