"""Which pages of an earlier build's site are the same in this one: those that show nothing which has changed.

The page of a document shows the document and what was found in it. The page of a measure shows the series of the measure
and, of the documents that speak in them, how they call themselves, which changes with their bytes alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.atlas import paths
from yanchao.atlas.language import Language
from yanchao.ledger.earlier import Same


def unchanged(same: Same) -> Iterator[str]:
    """Their files, from the root of the site."""
    for path in (*map(paths.document, same.documents), *map(paths.measure, same.measures)):
        for language in Language:
            yield language.root + path
