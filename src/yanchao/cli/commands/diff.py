"""`yanchao diff`: what changed from one build to another."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from yanchao.cli.options import new_command
from yanchao.cli.streams import OK


def add(commands: Any) -> None:
    command = new_command(
        commands,
        "diff",
        run,
        "what changed from one build to another: figures, findings and targets",
        "0, or 2 where a folder is no build",
        "yanchao diff atlas-last-month atlas\n  yanchao diff atlas-last-month atlas --format json > changes.json",
    )
    command.add_argument("old", metavar="OLD", type=Path, help="the folder of the earlier build")
    command.add_argument("new", metavar="NEW", type=Path, help="the folder of the later build")
    command.add_argument("--format", choices=("text", "json"), default="text", help="text (default) or json")


def run(options: argparse.Namespace) -> int:
    from yanchao.atlas.language import Language
    from yanchao.atlas.news import as_text
    from yanchao.clusters.changes import changes
    from yanchao.clusters.news import as_json
    from yanchao.ledger.ledger import Ledger
    from yanchao.lexicon.lexicon import load

    with Ledger(options.old) as before, Ledger(options.new) as after:
        found = changes(before, after)
    if options.format == "json":
        sys.stdout.write(as_json(found))
    else:
        sys.stdout.write(as_text(found, load(options.pack), Language(options.lang or "zh")))
    return OK
