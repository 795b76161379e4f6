"""The files of a build that its sources alone settle, to be held against those of another."""

from __future__ import annotations

import re
from pathlib import Path

from yanchao.clusters.news import NEWS
from yanchao.ledger.known import STAMPS
from yanchao.ledger.schema import STORE

NEWS_SECTION = re.compile(rb'<section class="wide news".*?(?=<section class="wide totals")', re.DOTALL)


def settled_files(directory: Path) -> dict[str, bytes]:
    """Every file of a build but the database, of which only what it holds is settled, and without the news.

    The news come from the build that was replaced as well: a file, and the section of the first page that shows it.
    """
    return {
        path.relative_to(directory).as_posix(): NEWS_SECTION.sub(b"", path.read_bytes())
        for path in directory.rglob("*")
        if path.is_file() and path.name not in (STORE, STAMPS, NEWS)
    }
