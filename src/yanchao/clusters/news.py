"""The news of a build: what changed since the build that it replaced, kept in a file of its folder.

This file, and the section of the first page that shows it, are the one thing in a build that does not come from its sources
alone: they come from the sources and the build that was replaced. A build in which nothing changed keeps the news that stood.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from yanchao.clusters.changes import KINDS, Changes, changes, nothing_before
from yanchao.errors import UsageError
from yanchao.ledger.ledger import Ledger, Part

NEWS = "news.json"

MOST = 200
"""Changes of each kind that the file holds, the weightiest; it says how many there are. `yanchao diff` gives all."""


def news(earlier: Path | None, ledger: Ledger) -> Changes:
    """What is new in a build, where the folder `earlier` holds the one that it replaces."""
    if earlier is None:
        return nothing_before(ledger)
    try:
        with Ledger(earlier) as before:
            found = changes(before, ledger, MOST)
    except UsageError:  # of another schema, or gone since
        return nothing_before(ledger)
    return (found.is_empty and read(earlier)) or found


def read(directory: Path) -> Changes | None:
    """The news of the build in a folder; None where it has none, or another version wrote them."""
    with contextlib.suppress(OSError, ValueError, TypeError, KeyError):
        return from_json(json.loads((directory / NEWS).read_text(encoding="utf-8")))
    return None


def write(found: Changes, directory: Path) -> None:
    (directory / NEWS).write_text(as_json(found), encoding="utf-8", errors="replace")


def as_json(found: Changes) -> str:
    """Changes as JSON: of each kind `total`, and `items` with the fields of `changes.py`."""
    told = {
        "since": found.since and found.since.isoformat(),
        "until": found.until and found.until.isoformat(),
        "same_reader": found.same_reader,
        **{name: _part(getattr(found, name), kind) for name, kind in KINDS.items()},
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def from_json(told: Mapping[str, Any]) -> Changes:
    """The changes that `as_json` told. Raises ValueError, TypeError or KeyError where something else did."""
    parts: dict[str, Any] = {
        name: Part(told[name]["total"], tuple(kind(**item) for item in told[name]["items"]))
        for name, kind in KINDS.items()
    }
    since, until = (told[name] and date.fromisoformat(told[name]) for name in ("since", "until"))
    return Changes(since=since, until=until, same_reader=told["same_reader"], **parts)


def _part(part: Part[Any], kind: type[Any]) -> dict[str, Any]:
    names = [field.name for field in dataclasses.fields(kind)]
    return {
        "total": part.total,
        "items": [{name: getattr(item, name) for name in names} for item in part.items],
    }
