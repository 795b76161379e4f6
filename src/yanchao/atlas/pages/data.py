"""The downloads: every file of the build that is not a page, with what it holds and how to cite it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from yanchao.atlas import paths
from yanchao.atlas.facts import Facts
from yanchao.atlas.language import phrase
from yanchao.atlas.page import Sheet

FORMATS = (".csv", ".parquet", ".duckdb", ".xlsx", ".json", ".jsonl")


@dataclass(frozen=True, slots=True)
class Download:
    """A file of the build. `path` is from the root of the site."""

    path: str
    format: str
    size: int


def sheets(facts: Facts) -> Iterator[Sheet]:
    root = facts.directory
    files = sorted(path for path in root.rglob("*") if path.is_file() and path.suffix in FORMATS)
    yield Sheet(
        path=paths.DATA,
        template="data.html",
        section="data",
        title=phrase("data.title"),
        summary=phrase("data.summary"),
        view=tuple(
            Download(path.relative_to(root).as_posix(), path.suffix[1:], path.stat().st_size)
            for path in files
        ),
    )
