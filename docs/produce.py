"""Writes what can be produced into the documentation, so that nothing a program prints is typed by hand.

    make docs

`commands.md` comes whole from the command line's own parser, `rules.md` from the rules. In the other files, what stands between
`<!-- produced: COMMAND -->` and `<!-- end -->` is what the command prints in the project's folder; with
`<!-- produced, first N lines: COMMAND -->`, the beginning of it. A test fails where the two differ.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path

from yanchao.audit.explain import everything
from yanchao.cli.main import parser

CHECKOUT = Path(__file__).resolve().parent.parent
COMMANDS = CHECKOUT / "docs" / "commands.md"
RULES = CHECKOUT / "docs" / "rules.md"
PRODUCED = re.compile(
    r"(?P<open><!-- produced(?:, first (?P<lines>\d+) lines)?: (?P<command>[^>]+) -->\n)"
    r".*?(?P<close>\n<!-- end -->)",
    re.DOTALL,
)


def main() -> None:
    for path, text in documentation().items():
        path.write_text(text, encoding="utf-8")


def documentation() -> dict[Path, str]:
    """Every file with something produced in it, as it should read now."""
    files = {COMMANDS: commands(), RULES: everything()}
    for path in (CHECKOUT / "README.md", *sorted((CHECKOUT / "docs").glob("*.md"))):
        text = path.read_text(encoding="utf-8")
        if PRODUCED.search(text):
            files[path] = PRODUCED.sub(_fill, text)
    return files


def commands() -> str:
    """The command line, command by command, from its parser."""
    top = parser()
    (choice,) = (action for action in top._actions if isinstance(action, argparse._SubParsersAction))
    parts = [
        "# Commands",
        "Results go to standard output, progress and messages to standard error. "
        "`-` is standard input wherever a SOURCE is expected.",
    ]
    for name, command in choice.choices.items():
        parts += [f"## yanchao {name}", str(command.description)]
        rows = [_row(action) for action in command._actions if not isinstance(action, argparse._HelpAction)]
        parts.append("\n".join(["| argument | what it is |", "|---|---|", *rows]))
        examples = re.sub(r"(?m)^ +", "", str(command.epilog).partition("examples:\n")[2])
        parts.append(f"```sh\n{examples}\n```")
    return "\n\n".join(parts) + "\n"


def _row(action: argparse.Action) -> str:
    value = str(action.metavar or "|".join(action.choices or ()) or action.dest.upper())
    if not action.option_strings:
        shown = f"`{value}`"
    elif action.nargs == 0:
        shown = ", ".join(f"`{option}`" for option in action.option_strings)
    else:
        shown = ", ".join(f"`{option} {value}`" for option in action.option_strings)
    return f"| {_cell(shown)} | {_cell(str(action.help))} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _fill(block: re.Match[str]) -> str:
    lines = output(block["command"]).splitlines()
    if block["lines"]:
        lines = lines[: int(block["lines"])]
    return block["open"] + "```text\n" + "\n".join(lines).rstrip() + "\n```" + block["close"]


def output(command: str) -> str:
    """What a command of the project prints, whatever it exits with."""
    program, *arguments = command.split()
    run = subprocess.run(
        [Path(sys.executable).with_name(program), *arguments],
        cwd=CHECKOUT,
        check=False,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    return run.stdout


if __name__ == "__main__":
    main()
