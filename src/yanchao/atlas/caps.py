"""How many of anything a page shows. A page stays light however many documents there are; it says what it leaves out.

What is left out is in the downloads, or on the next page of a list. The caps are wide enough that a build of a few
dozen pages of newspaper shows everything.
"""

from __future__ import annotations

from collections.abc import Sequence

SOURCES = 12
"""Sources behind one point, and places of one fault."""

POINTS = 24
"""Points of one series."""

CARDS = 60
"""Series on one page."""

QUOTES = 240
"""Sentences on one page: where there would be more, each point and each name shows fewer."""

THINGS = 54
"""Names of one role."""

QUOTES_OF_A_NAME = 6
"""Sentences shown for one name."""

FAULTS = 24
"""Faults on the page of a cluster or a rule."""

TARGETS = 24
"""Targets of one cluster or plan that are held against actuals, and those of one plan that cannot be."""

PLANS = 12
"""Plans of one cluster whose targets are shown."""

EVENTS = 8
"""What a time line shows of one year."""

MENDS = 12
"""Findings that are listed before the text of a document; beside it stand all."""

READINGS = 200
"""Figures in the table below the text of a document."""

COMPARED = 40
"""Measures in which clusters can be compared."""

COMPARED_AT_ONCE = 6
"""Measures in the table of all clusters, which needs no script."""

FINDINGS_WITH_A_PAGE = 2_000
"""Findings that have a page: the surest. The others lead to their place in their document."""

RELATED = 24
"""Figures that the page of a finding shows as held against its own, and other places where the fault stands."""

FAULTS_A_PAGE = 50
DOCUMENTS_A_PAGE = 100
ENTRIES_A_PAGE = 400
"""Entries on one page of the lists of findings, of documents, and of measures and plans."""

SEARCHED_NAMES = 2_000
"""Measures and places of one role that search knows by their name; all stand in the words that it looks through."""

NAMES = 2_000
"""Names of one role that have a page."""

SOURCES_WITH_A_PAGE = 2_000
"""Sources that have a page."""

DOCUMENTS_OF_A_SOURCE = 60
"""Documents on the page of a source."""


def fair(lengths: Sequence[int], most: int, together: int) -> int:
    """How many of each list can be shown, `most` at best and one at least, so that all show `together` at most."""
    share = most
    while share > 1 and sum(min(length, share) for length in lengths) > together:
        share -= 1
    return share
