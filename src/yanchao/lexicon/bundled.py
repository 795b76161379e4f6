"""The packs that come with the program, and how a pack is asked for: by its folder, or by the name of a bundled one."""

from __future__ import annotations

from pathlib import Path

BUNDLED = Path(__file__).resolve().parent.parent / "packs"
DEFAULT_PACKS = ("zh", "china", "guangdong")
"""What is read where nothing else is asked for, in this order."""


def bundled_names() -> tuple[str, ...]:
    """All bundled packs: those read by default in their order, then the others by name."""
    there = sorted(path.parent.name for path in BUNDLED.glob("*/pack.toml"))
    return (*DEFAULT_PACKS, *(name for name in there if name not in DEFAULT_PACKS))


def folder_of(pack: Path | str, base: Path | str = "") -> Path:
    """The folder of a pack: `pack` itself, seen from `base`, or the bundled pack of that name where there is no such folder.

    Where it is neither, the answer is the folder that is not there, and reading it says so.
    """
    folder = Path(base, pack)
    if folder.is_dir() or str(pack) not in bundled_names():
        return folder
    return BUNDLED / pack
