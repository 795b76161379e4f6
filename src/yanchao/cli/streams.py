"""What goes in and out: exit codes, standard streams, a file that appears whole, progress, complaints."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from yanchao.errors import UsageError

if TYPE_CHECKING:
    from yanchao.gathering import Progress

OK, FAILED, USAGE, INTERRUPTED, TERMINATED, BROKEN_PIPE = 0, 1, 2, 130, 143, 141


def stdin() -> BinaryIO | None:
    return sys.stdin.buffer if sys.stdin is not None else None


@contextmanager
def target(options: argparse.Namespace, is_text: bool) -> Iterator[BinaryIO]:
    """Where the result goes: standard output, or a file that appears when it is whole."""
    named: Path | None = options.output
    if named is None or str(named) == "-":
        if not is_text and sys.stdout.isatty():
            raise UsageError(f"{options.format} is binary; give -o FILE or a redirection")
        yield sys.stdout.buffer
        return
    from yanchao.ledger.storing import whole_file

    with whole_file(named) as part, part.open("wb") as file:
        yield file


@contextmanager
def progress_shown(options: argparse.Namespace) -> Iterator[Progress]:
    """One line on standard error that says how far we are; nothing where nobody watches."""
    shown = sys.stderr.isatty() and not options.quiet

    def tell(stage: str, done: int, what: str) -> None:
        if shown:
            sys.stderr.write(f"\r\x1b[K{stage} {done}  {what[-60:]}" if done > 1 or not what else "")
            sys.stderr.flush()

    try:
        yield tell
    finally:
        if shown:
            sys.stderr.write("\r\x1b[K")


def complain(problem: Exception | str) -> None:
    line = " ".join(str(problem).split())
    shown = "".join(character if character.isprintable() else "�" for character in line)
    sys.stderr.write(f"yanchao: {shown}\n".encode(errors="replace").decode())


def count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
