"""Which pages of an earlier build's site are the same in this one: those that show nothing which has changed.

The page of a document shows the document and what was found in it. The page of a measure shows the series of the measure
and, of the documents that speak in them, how they call themselves, which changes with their bytes alone. Both lead to the pages
of names and sources: where there are more of these than have a page, one that is new may have taken the place of one that
they lead to, and no page is called the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.atlas import paths
from yanchao.atlas.facts import Facts
from yanchao.atlas.language import Language
from yanchao.ledger.earlier import Same


def unchanged(same: Same, facts: Facts) -> Iterator[str]:
    """Their files, from the root of the site that `facts` are about."""
    if facts.leaves_out_pages:
        return
    for path in (*map(paths.document, same.documents), *map(paths.measure, same.measures)):
        for language in Language:
            yield language.root + path
