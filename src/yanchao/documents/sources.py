"""What the user gave becomes sources to read: files, folders, globs, standard input and web addresses."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO

from yanchao.documents.format import Content
from yanchao.documents.limits import DEFAULT_LIMITS, Limits, megabytes
from yanchao.errors import SourceError
from yanchao.quick import dataclass

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """Something to read. `uri` is the source as it was given (a file of a folder: the folder, then the file).

    `load` brings its bytes, when they are needed and not before; it raises SourceError.
    """

    uri: str
    load: Callable[[], Content]


def expand(
    given: Sequence[str],
    stdin: BinaryIO | None = None,
    limits: Limits = DEFAULT_LIMITS,
    real: RealNames | None = None,
) -> Iterator[Source | SourceError]:
    """The sources behind what was given, in order; what cannot be a source comes as the error that says why.

    A folder gives its files of known kinds, sorted, with those of its folders; hidden ones are left out. A
    name with `*`, `?` or `[` that is no file is a pattern. `-` is `stdin`. The same file is read once: `real` knows it.

        >>> [str(error) for error in expand(["no-such-file.txt"])]
        ['no-such-file.txt: there is no such file or folder']
    """
    seen: set[str] = set()
    real = real or RealNames()
    for uri in given:
        for source in _expand_one(uri, stdin, limits, real):
            if isinstance(source, Source):
                identity = real.of(source.uri) if _is_file_name(source.uri) else source.uri
                if identity in seen:
                    continue
                seen.add(identity)
            yield source


class RealNames:
    """The names of files with every link resolved, as `os.path.realpath` gives them; a folder is asked after only once."""

    def __init__(self) -> None:
        self._folders: dict[str, str] = {}
        self._last = ("", "")

    def of(self, name: str) -> str:
        """Raises OSError or ValueError where there can be no such file."""
        if name != self._last[0]:
            self._last = name, self._real(name)
        return self._last[1]

    def inside(self, folder: str) -> str:
        """What the real names of the files of a folder begin with."""
        return os.path.join(self._folder(folder), "")  # noqa: PTH118

    def told(self, name: str, real: str) -> None:
        """Be told the real name of a file that will be asked after next."""
        self._last = name, real

    def _folder(self, folder: str) -> str:
        if folder not in self._folders:
            self._folders[folder] = os.path.realpath(folder)
        return self._folders[folder]

    def _real(self, name: str) -> str:
        if os.path.islink(name):  # noqa: PTH114 - a path object for each of many files takes longer than to ask
            return os.path.realpath(name)
        folder, base = os.path.split(name)
        if base in ("", ".", ".."):
            return os.path.realpath(name)
        return os.path.join(self._folder(folder), base)  # noqa: PTH118


def _expand_one(
    uri: str, stdin: BinaryIO | None, limits: Limits, real: RealNames
) -> Iterator[Source | SourceError]:
    if uri == STDIN:
        yield from_stdin(stdin, limits)
    elif "://" in uri:
        yield from_address(uri, limits)
    else:
        yield from _from_name(uri, limits, real)


def _from_name(name: str, limits: Limits, real: RealNames) -> Iterator[Source | SourceError]:
    if not name:
        yield SourceError("''", "an empty name is no source")
        return
    try:
        path = Path(name)
        if path.is_dir():
            yield from _from_folder(path, limits, real)
        elif path.exists():
            yield from_file(path, limits)
        elif any(character in name for character in "*?["):
            yield from _from_pattern(name, limits, real)
        else:
            yield SourceError(name, "there is no such file or folder")
    except (
        OSError,
        ValueError,
    ) as error:  # a name too long, a null character, a folder that may not be entered
        yield SourceError(name, _why(error))


def _from_folder(folder: Path, limits: Limits, real: RealNames) -> Iterator[Source | SourceError]:
    from yanchao.documents.registry import known_suffixes

    suffixes = frozenset(known_suffixes())
    empty = True
    for name in _walk(folder, frozenset(), limits, real):
        if isinstance(name, SourceError):
            yield name
        elif name[name.rfind(".") :].lower() in suffixes:
            empty = False
            yield Source(name, partial(_load_file, name, limits))
    if empty:
        yield SourceError(
            str(folder), "no documents in this folder", f"known kinds: {', '.join(known_suffixes())}"
        )


def _walk(
    folder: Path, above: frozenset[tuple[int, int]], limits: Limits, real: RealNames
) -> Iterator[str | SourceError]:
    """The names of the files under `folder` in their order. `above` are the folders on the way here: a link back ends."""
    if len(above) > limits.depth:
        yield SourceError(str(folder), f"folders are nested more than {limits.depth} deep")
        return
    try:
        stat = folder.stat()
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        yield SourceError(str(folder), _why(error))
        return
    identity = (stat.st_dev, stat.st_ino)
    if identity in above:
        return
    prefix = str(folder / "-")[:-1]
    inside = real.inside(str(folder))
    for entry in entries:
        name = entry.name
        if name.startswith((".", "~$")):  # hidden; the lock file of an open Word document
            continue
        if entry.is_file():
            whole = prefix + name
            if not entry.is_symlink():
                real.told(whole, inside + name)
            yield whole
        elif entry.is_dir():
            yield from _walk(folder / name, above | {identity}, limits, real)


def _from_pattern(pattern: str, limits: Limits, real: RealNames) -> Iterator[Source | SourceError]:
    import glob

    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 (the pattern may be absolute)
    if not matches:
        yield SourceError(pattern, "no file matches this pattern")
    for match in matches:
        yield from _from_name(match, limits, real)


def from_file(path: Path, limits: Limits = DEFAULT_LIMITS) -> Source:
    """A file as a source."""
    return Source(str(path), partial(_load_file, str(path), limits))


def from_stdin(stdin: BinaryIO | None, limits: Limits = DEFAULT_LIMITS) -> Source:
    """Standard input as a source; `stdin` None means that the program has none."""
    return Source(STDIN, partial(_load_stream, stdin, limits))


def from_address(address: str, limits: Limits = DEFAULT_LIMITS) -> Source | SourceError:
    """A web address as a source, or the error that says why it is none. Nothing is fetched yet."""
    if not address.lower().startswith(("http://", "https://")):
        return SourceError(address, "only http and https addresses are read")
    return Source(address, partial(_load_address, address, limits))


def _load_file(name: str, limits: Limits) -> Content:
    path = Path(name)
    try:
        if not path.is_file():
            raise SourceError(name, "there is no such file" if not path.exists() else "not a regular file")
        size = path.stat().st_size
        if size > limits.source_bytes:
            raise SourceError(name, *_too_large(size, limits))
        return Content(path.read_bytes())
    except (OSError, ValueError) as error:
        raise SourceError(name, _why(error)) from error


def _load_stream(stream: BinaryIO | None, limits: Limits) -> Content:
    if stream is None:
        raise SourceError(STDIN, "there is no standard input")
    try:
        data = stream.read(limits.source_bytes + 1)
    except OSError as error:
        raise SourceError(STDIN, _why(error)) from error
    if len(data) > limits.source_bytes:
        raise SourceError(STDIN, *_too_large(len(data), limits))
    return Content(data)


def _load_address(address: str, limits: Limits) -> Content:
    """Fetch one page: redirects, size and time are limited, and a redirect may not leave http and https."""
    import httpx

    end = time.monotonic() + limits.seconds
    try:
        with httpx.Client(follow_redirects=True, max_redirects=limits.redirects, timeout=15.0) as client:
            headers = {"User-Agent": "yanchao", "Accept": "text/html, application/pdf, text/*, */*;q=0.5"}
            with client.stream("GET", address, headers=headers) as answer:
                if answer.is_error:
                    raise SourceError(
                        address, f"the server answers {answer.status_code} {answer.reason_phrase}"
                    )
                pieces: list[bytes] = []
                size = 0
                for piece in answer.iter_bytes():
                    size += len(piece)
                    if size > limits.source_bytes:
                        raise SourceError(address, *_too_large(size, limits))
                    if time.monotonic() > end:
                        raise SourceError(address, f"not fetched within {limits.seconds:g} seconds")
                    pieces.append(piece)
                media_type = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
                return Content(b"".join(pieces), media_type or None, answer.charset_encoding)
    except httpx.TooManyRedirects as error:
        raise SourceError(address, f"more than {limits.redirects} redirects") from error
    except httpx.UnsupportedProtocol as error:
        raise SourceError(address, "leads to an address that is neither http nor https") from error
    except httpx.TimeoutException as error:
        raise SourceError(address, "the server does not answer in time") from error
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        raise SourceError(address, f"cannot be fetched: {_first_line(error)}") from error


def _too_large(size: int, limits: Limits) -> tuple[str, str]:
    return f"larger than {megabytes(limits.source_bytes)} ({megabytes(size)})", "split it"


def _is_file_name(uri: str) -> bool:
    return uri != STDIN and "://" not in uri


def _why(error: Exception) -> str:
    if isinstance(error, PermissionError):
        return "no permission to read it"
    reason = error.strerror if isinstance(error, OSError) and error.strerror else _first_line(error)
    return f"cannot be read: {reason}"


def _first_line(error: Exception) -> str:
    return (str(error) or type(error).__name__).splitlines()[0]
