"""A new pack: a `pack.toml` and tables that explain their columns and hold no line yet."""

from __future__ import annotations

import json
from pathlib import Path

from yanchao.errors import StorageError, UsageError
from yanchao.lexicon.bundled import BUNDLED
from yanchao.lexicon.entries import Region
from yanchao.lexicon.tables import read_table

BLANK = Path(__file__).parent / "blank"


def start(folder: Path, region: str | None = None) -> tuple[Path, ...]:
    """Write a pack that `pack check` accepts into `folder`, which must not be there yet; the files written.

    `region` is the code of the place that the pack is about, where it is about one.

    Raises:
        UsageError: where `folder` is there already, has no name of its own, or no pack has `region`.
        StorageError: where it cannot be written.
    """
    if not folder.name:
        raise UsageError(f"{folder} is no name for a pack")
    described = _described(folder.name, region)
    try:
        folder.mkdir(parents=True)
        written = [folder / "pack.toml"]
        written[0].write_text(described, encoding="utf-8")
        for table in sorted(BLANK.glob("*.csv")):
            written.append(folder / table.name)
            written[-1].write_bytes(table.read_bytes())
    except FileExistsError:
        raise UsageError(f"{folder} is there already; a new pack needs a folder of its own") from None
    except OSError as error:
        raise StorageError(f"{folder}: cannot be written: {error.strerror or error}") from error
    return tuple(written)


def _described(name: str, region: str | None) -> str:
    """The text of `pack.toml`. What TOML and JSON call text is written alike."""
    title = name
    home = '# home = "330000"'
    if region is not None:
        place = _place(region)
        title, home = place.name_en, f"home = {json.dumps(region)}"
    return (
        f"name = {json.dumps(name, ensure_ascii=False)}\n"
        f"title = {json.dumps(title, ensure_ascii=False)}\n"
        "# The place that a document is about when it does not say (GB/T 2260).\n"
        f"{home}\n"
        "# The bundled packs to read before this one; without this line, all that are read by default.\n"
        'needs = ["zh", "china"]\n'
    )


def _place(code: str) -> Region:
    for place in read_table(BUNDLED / "china" / "regions.csv", Region):
        if place.code == code:
            return place
    raise UsageError(f"there is no place {code!r}; a code is that of GB/T 2260, such as 330000 for Zhejiang")
