"""What the system and the database say about the disk, turned into one line for the person."""

from __future__ import annotations

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
        raise StorageError(f"{target}: cannot be written: {str(error).splitlines()[0]}") from error
