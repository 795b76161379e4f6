"""Replacing a build's folder as one step: whoever looks sees the old one or the new one, never a mixture.

The new build grows in a sibling of the folder (`.NAME.building-PID-…`). At the end the two change places in one
system call where the system has one (Linux and macOS), and the old one is deleted. Elsewhere the old folder steps
aside first, and is put back by the next build if the machine stops between the two steps. A build that is killed
leaves the old folder untouched, and its own leftovers to the next build.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import json
import os
import secrets
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from yanchao.errors import StorageError, UsageError
from yanchao.ledger.schema import SCHEMA_VERSION, STORE

MARK = "yanchao-build.json"
"""The file by which a folder says that it is a build, and may be replaced by one."""

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2


@contextlib.contextmanager
def replacing(directory: Path) -> Iterator[Path]:
    """Yield an empty folder to build in; it takes the place of `directory` when the block ends without error.

    Raises:
        UsageError: where `directory` is a file, or a folder that is neither empty nor a build.
        StorageError: where its parent cannot be written.
    """
    directory = Path(os.path.abspath(directory))  # noqa: PTH100 - resolve() would follow a link and replace its target
    try:
        _refuse_to_lose_anything(directory)
        directory.parent.mkdir(parents=True, exist_ok=True)
        _clear_leftovers(directory)
        building = directory.parent / f".{directory.name}.building-{os.getpid()}-{secrets.token_hex(4)}"
        building.mkdir()
    except OSError as error:
        raise StorageError(f"{directory}: cannot be written: {error.strerror}") from error
    try:
        yield building
        try:
            mark = json.dumps({"made_by": "yanchao", "schema": SCHEMA_VERSION})
            (building / MARK).write_text(mark + "\n", encoding="utf-8")
            _take_place(building, directory)
        except OSError as error:
            raise StorageError(f"{directory}: cannot be written: {error.strerror}") from error
    except StorageError as error:
        # The person gave `directory`; where we build until it is whole is our own affair.
        raise StorageError(str(error).replace(str(building), str(directory))) from error
    finally:
        shutil.rmtree(building, ignore_errors=True)


def _refuse_to_lose_anything(directory: Path) -> None:
    if not directory.exists():
        return
    if not directory.is_dir():
        raise UsageError(f"{directory}: is a file; give a folder to build into")
    if directory.is_symlink():
        raise UsageError(f"{directory}: is a link; give the folder that it points to")
    if not (directory / MARK).is_file() and not (directory / STORE).is_file() and any(directory.iterdir()):
        raise UsageError(
            f"{directory}: holds other files and no earlier build; give an empty or a new folder"
        )


def _clear_leftovers(directory: Path) -> None:
    """Delete what killed builds left, and put back an old build that was caught stepping aside."""
    aside = _aside(directory)
    if aside.is_dir():
        if directory.exists() and any(directory.iterdir()):
            shutil.rmtree(aside, ignore_errors=True)
        else:
            with contextlib.suppress(FileNotFoundError):
                directory.rmdir()
            aside.rename(directory)
    for leftover in directory.parent.glob(f".{directory.name}.building-*"):
        process = leftover.name.removeprefix(f".{directory.name}.building-").partition("-")[0]
        if not process.isdigit() or not _is_running(int(process)):
            shutil.rmtree(leftover, ignore_errors=True)


def _is_running(process: int) -> bool:
    if process == os.getpid():
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _take_place(building: Path, directory: Path) -> None:
    if not directory.exists():
        try:
            building.rename(directory)
            return
        except OSError as error:
            if error.errno not in (errno.ENOTEMPTY, errno.EEXIST):
                raise  # otherwise another build has come first: it is replaced like any earlier one
    if not _exchange(building, directory):
        aside = _aside(directory)
        directory.rename(aside)
        building.rename(directory)
        shutil.rmtree(aside, ignore_errors=True)


def _aside(directory: Path) -> Path:
    return directory.parent / f".{directory.name}.aside"


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; False where the system or the file system cannot."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            return bool(library.renamex_np(os.fsencode(one), os.fsencode(other), _RENAME_SWAP) == 0)
        names = os.fsencode(one), os.fsencode(other)
        return bool(
            library.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], ctypes.c_uint(_RENAME_EXCHANGE)) == 0
        )
    except (OSError, AttributeError, TypeError):
        return False
