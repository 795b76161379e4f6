"""What a build was made by, as one hash: the program, what it reads with, and the packs.

A build takes over from an earlier one what the same reader has read. The same is meant to the letter: any file of the
program or of a pack that differs, and any other version of Python or of a library that the program runs on, is another
reader. A version number alone would call two states of a checkout the same.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from importlib import metadata
from pathlib import Path

PROGRAM = Path(__file__).parent
NAME = re.compile(r"[\w.-]+")


def fingerprint(packs: Sequence[Path | str] = (), site: str = "") -> str:
    """The hash of this program with its own packs and those in `packs`, in their order, and of the address of the site.

    The address stands in every page, so that those of a build for another are no use.

    Raises:
        OSError: where a file of a pack cannot be read.
    """
    whole = hashlib.sha256(f"{sys.version}\n{site}\n".encode())
    for version in _versions():
        whole.update(f"{version}\n".encode())
    for folder in (PROGRAM, *map(Path, packs)):
        for path in _files(folder):
            data = path.read_bytes()
            whole.update(f"{path.relative_to(folder).as_posix()} {len(data)}\n".encode())
            whole.update(data)
        whole.update(b"\n")
    return whole.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    """The files of a folder without what Python keeps beside them, in order of their names."""
    for path in sorted(folder.rglob("*")):
        if "__pycache__" not in path.parts and path.is_file():
            yield path


def _versions() -> Iterator[str]:
    """The libraries that the program runs on, each with its version; nothing where it is not installed itself."""
    with suppress(metadata.PackageNotFoundError):
        for line in metadata.requires("yanchao") or ():
            name = NAME.match(line)
            if name is not None and "extra ==" not in line:
                yield f"{name[0]} {metadata.version(name[0])}"
