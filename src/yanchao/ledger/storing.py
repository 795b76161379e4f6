"""What the system and the database say about the disk, turned into one line for the person."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from yanchao.errors import StorageError


@contextmanager
def storing(target: Path) -> Iterator[None]:
    """Whatever cannot be written inside the block is a StorageError about `target`.

    Raises:
        StorageError: where the disk is full, the folder may not be written, or a file stands where a folder should.
    """
    import duckdb

    try:
        yield
    except OSError as error:
        raise StorageError(f"{target}: cannot be written: {error.strerror or error}") from error
    except (duckdb.IOException, duckdb.FatalException, duckdb.OutOfMemoryException) as error:
        raise StorageError(f"{target}: cannot be written: {_reason(str(error))}") from error


def _reason(message: str) -> str:
    """What the system said, out of what the database made of it."""
    if os.strerror(errno.ENOSPC) in message:
        return os.strerror(errno.ENOSPC)
    return message.splitlines()[0]


@contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """Yield a path to write to; the file appears at `target` when it is whole, and not at all where writing fails.

    A device, a pipe or a link is written into as it is: only a plain file may be replaced by a new one.

    Raises:
        StorageError: as `storing` does.
    """
    is_plain = not target.is_symlink() and (target.is_file() or not target.exists())
    part = target.with_name(f".{target.name}.part-{os.getpid()}") if is_plain else target
    with storing(target):
        try:
            yield part
            if is_plain:
                part.replace(target)
        finally:
            if is_plain:
                part.unlink(missing_ok=True)
