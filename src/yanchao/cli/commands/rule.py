"""`yanchao rule`: what a rule of the audit looks for, and why."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from yanchao.cli.options import new_command
from yanchao.cli.streams import OK


def add(commands: Any) -> None:
    command = new_command(
        commands,
        "rule",
        run,
        "explains a rule of the audit; without a code, lists them all",
        "0, or 2 where there is no such rule",
        "yanchao rule\n  yanchao rule YC101",
    )
    command.add_argument("code", metavar="CODE", nargs="?", help="the code or the name of a rule")


def run(options: argparse.Namespace) -> int:
    from yanchao.audit.explain import explain, listing

    language = options.lang or "zh"
    sys.stdout.write(listing(language) if options.code is None else explain(options.code, language))
    return OK
