"""The page of every rule as a file, so that the code of a finding can lead to it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from yanchao.audit.explain import page
from yanchao.audit.rule import rules


@contextmanager
def rule_pages() -> Iterator[dict[str, str]]:
    """The address of each rule's page by its code, for as long as the server runs; none where no file can be written."""
    try:
        folder = tempfile.TemporaryDirectory(prefix="yanchao-rules-", ignore_cleanup_errors=True)
    except OSError:
        yield {}
        return
    with folder as name:
        yield _written(Path(name))


def _written(folder: Path) -> dict[str, str]:
    addresses = {}
    try:
        for rule in rules():
            file = folder / f"{rule.code}.md"
            file.write_text(f"{page(rule).removeprefix('#')}\n", encoding="utf-8")
            addresses[rule.code] = file.resolve().as_uri()
    except OSError:
        return {}
    return addresses
