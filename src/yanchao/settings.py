"""What a project asks for in `yanchao.toml`, or in `[tool.yanchao]` of its `pyproject.toml`.

    select = ["YC1", "YC3", "mixed-range"]
    ignore = ["YC801"]
    packs = ["packs/zhejiang"]
    lang = "en"
    decisions = "decisions.csv"

    [per-file-ignores]
    "archive/*.txt" = ["YC303"]

The file is sought from the folder that holds all sources (the working folder, where none is a file) upward, and the nearest
holds: in one folder `yanchao.toml` goes before `pyproject.toml`, and a `pyproject.toml` without our table is passed over. Paths
and patterns are relative to its folder; a bundled pack may be named without one. What the command line says goes before what the file says.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from yanchao.errors import UsageError
from yanchao.lexicon.bundled import folder_of
from yanchao.quick import dataclass, pattern

OWN, SHARED = "yanchao.toml", "pyproject.toml"
KEYS = ("decisions", "ignore", "lang", "packs", "per-file-ignores", "select")
LANGUAGES = ("zh", "en")
DEFAULT_LANGUAGE = "zh"
WILD = "*?["

MAY_BE_OURS = pattern(rb"(?m)^\s*(?:\[+\s*tool\s*(?:\.\s*[\"']?yanchao|\])|tool\s*\.)")
"""What a shared file with our table has for certain: others are not parsed."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the file asks for. `file` is None where there is none, and then nothing is asked for.

    `per_file_ignores` are patterns with the codes of the rules that are left out in the files that they match.
    """

    file: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    packs: tuple[Path, ...] = ()
    lang: str | None = None
    decisions: Path | None = None
    per_file_ignores: tuple[tuple[str, frozenset[str]], ...] = ()

    def chosen(
        self, select: Sequence[str] | None, ignore: Sequence[str] | None
    ) -> tuple[Sequence[str], Sequence[str]]:
        """The rules to select and to ignore where someone asks for these; what is None is left to the file.

        A choice of rules puts aside what the file ignores, too.
        """
        if ignore is None:
            ignore = () if select else self.ignore
        return self.select if select is None else select, ignore

    def ignored_in(self, uri: str) -> frozenset[str]:
        """The codes of the rules that are left out in one source."""
        if self.file is None or not self.per_file_ignores or "://" in uri:
            return frozenset()
        path = Path(uri).absolute()
        names = [path.name]
        if path.is_relative_to(self.file.parent):
            names.append(path.relative_to(self.file.parent).as_posix())
        matching = [
            codes
            for pattern, codes in self.per_file_ignores
            if any(fnmatchcase(name, pattern) for name in names)
        ]
        return frozenset().union(*matching)


def settings_for(sources: Sequence[str], here: Path | None = None) -> Settings:
    """The settings for what the user gave; `here` is the working folder.

    Raises:
        UsageError: where the file cannot be read, or asks for what there is not; one line that names the file.
    """
    return settings_above(_common_folder(sources, here or Path.cwd()))


def settings_above(folder: Path) -> Settings:
    """The settings of the project that a folder belongs to.

    Raises:
        UsageError: as `settings_for` does.
    """
    file = find(folder)
    return Settings() if file is None else read_settings(file)


def find(folder: Path) -> Path | None:
    """The nearest file with settings of ours, from a folder upward."""
    for above in (folder, *folder.parents):
        for name in (OWN, SHARED):
            path = above / name
            if (
                path.is_file()
                and (name == OWN or MAY_BE_OURS.search(_bytes(path)))
                and _table(path) is not None
            ):
                return path
    return None


def read_settings(file: Path) -> Settings:
    """The settings in one file.

    Raises:
        UsageError: as `settings_for` does.
    """
    table = _table(file) or {}
    for key in table:
        if key not in KEYS:
            raise UsageError(f"{file}: {key!r} means nothing here; it may say {', '.join(KEYS)}")
    lang = table.get("lang")
    if lang is not None and lang not in LANGUAGES:
        raise UsageError(f"{file}: lang must be {' or '.join(repr(one) for one in LANGUAGES)}, not {lang!r}")
    decisions = table.get("decisions")
    if decisions is not None and not isinstance(decisions, str):
        raise UsageError(f'{file}: decisions must be the name of a file in quotes: "decisions.csv"')
    ignores = table.get("per-file-ignores", {})
    if not isinstance(ignores, Mapping):
        raise UsageError(f'{file}: per-file-ignores must be a table: "archive/*.txt" = ["YC303"]')
    select, ignore = _words(file, "select", table), _words(file, "ignore", table)
    for key, words in (("select", select), ("ignore", ignore)):
        _codes(file, key, words)
    return Settings(
        file=file.absolute(),
        select=select,
        ignore=ignore,
        packs=tuple(folder_of(name, file.absolute().parent) for name in _words(file, "packs", table)),
        lang=lang,
        decisions=file.absolute().parent / decisions if decisions else None,
        per_file_ignores=tuple(
            (pattern, _codes(file, f"per-file-ignores, {pattern!r}", _words(file, pattern, ignores)))
            for pattern in ignores
        ),
    )


def _common_folder(sources: Sequence[str], here: Path) -> Path:
    folders = [_folder(here / source) for source in sources if source != "-" and "://" not in source]
    if not folders:
        return here.absolute()
    try:
        return Path(os.path.commonpath([os.path.abspath(folder) for folder in folders]))  # noqa: PTH100 (links stay)
    except ValueError:  # two drives
        return here.absolute()


def _folder(path: Path) -> Path:
    """The folder of a file or of a pattern; a folder is its own."""
    while any(sign in path.name for sign in WILD) and not path.exists():
        path = path.parent
        if not any(sign in str(path) for sign in WILD):
            return path
    return path if path.is_dir() else path.parent


def _table(file: Path) -> Mapping[str, object] | None:
    """Our part of a file, None where it has none."""
    import tomllib

    try:
        whole = tomllib.loads(_bytes(file).decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: is no TOML: {' '.join(str(error).split())}") from error
    if file.name != SHARED:
        return whole
    tools = whole.get("tool")
    table = tools.get("yanchao") if isinstance(tools, Mapping) else None
    if table is None:
        return None
    if not isinstance(table, Mapping):
        raise UsageError(f"{file}: tool.yanchao must be a table")
    return table


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise UsageError(f"{file}: cannot be read: {error.strerror or error}") from error


def _words(file: Path, key: str, table: Mapping[str, object]) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise UsageError(f'{file}: {key} must be a list of words in quotes: ["…"]')
    return tuple(value)


def _codes(file: Path, key: str, words: Iterable[str]) -> frozenset[str]:
    from yanchao.audit.rule import named

    try:
        return frozenset(rule.code for word in words for rule in named(word))
    except UsageError as error:
        raise UsageError(f"{file}: {key}: {error}") from error
