"""The search page. Its index is written beside it as scripts, since a page opened from disk may not fetch."""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.atlas import index, paths
from yanchao.atlas.facts import Facts
from yanchao.atlas.language import phrase
from yanchao.atlas.page import Script, Sheet


def sheets(facts: Facts) -> Iterator[Sheet]:  # noqa: ARG001 - every kind of page has the same signature
    yield Sheet(
        path=paths.SEARCH,
        template="search.html",
        section="search",
        title=phrase("search.title"),
        summary=phrase("search.summary"),
    )


def scripts(facts: Facts) -> Iterator[Script]:
    return index.scripts(facts)
