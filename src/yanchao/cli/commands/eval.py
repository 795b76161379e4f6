"""`yanchao eval`: how well the figures of labelled texts are read."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from yanchao.cli.options import lexicon, new_command, whole
from yanchao.cli.streams import OK


def add(commands: Any) -> None:
    command = new_command(
        commands,
        "eval",
        run,
        "scores extraction and findings against labelled texts, field by field",
        "0, or 2 on a wrong request",
        "yanchao eval gold --corpus corpus --format json",
    )
    command.add_argument("gold", metavar="GOLD_DIR", type=Path, help="the folder of NAME.jsonl labels")
    command.add_argument(
        "--corpus", metavar="DIR", type=Path, required=True, help="the folder of the texts NAME.txt"
    )
    command.add_argument(
        "--format", choices=("table", "json"), default="table", help="for people (default) or programs"
    )
    command.add_argument(
        "--misses", metavar="N", type=_count_of_misses, default=0, help="show N of what was missed or misread"
    )
    command.add_argument(
        "--against",
        metavar="OLD.json",
        type=Path,
        help="show what rose and fell since an earlier --format json",
    )


def run(options: argparse.Namespace) -> int:
    from yanchao.evaluation import earlier, evaluate, show

    against = earlier(options.against) if options.against else None
    found = evaluate(options.gold, options.corpus, lexicon(options))
    print(show(found, options.format, misses=options.misses, against=against))
    return OK


def _count_of_misses(text: str) -> int:
    return whole(text, 0, 1_000_000)
