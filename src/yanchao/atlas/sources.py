"""Who says so: the publishers of documents and the bodies that they cite, with how much rests on each one's word."""

from __future__ import annotations

from collections.abc import Mapping

from yanchao.ledger.ledger import DocumentCard, Ledger
from yanchao.ledger.ranking import UNKNOWN
from yanchao.quick import dataclass, replace


@dataclass(frozen=True, slots=True)
class Source:
    """One source. Each of its figures is one word of it for one point of a series.

    `rank` is the best at which it stands (`ledger.series.Assertion`). Of its `figures`, `alone` are given by no other
    source, `confirmed` by another that can be right beside it, `disputed` contradicted by another; `preferred` is how
    many stand for their point. `published` counts the documents that it published, `citing` those that cite it.
    """

    name: str
    rank: int = UNKNOWN
    figures: int = 0
    series: int = 0
    alone: int = 0
    confirmed: int = 0
    disputed: int = 0
    preferred: int = 0
    published: int = 0
    citing: int = 0


SAID = """
    SELECT a.*, coalesce(nullif(a.cited, ''), d.publisher) AS source, coalesce(a.cited, '') <> '' AS is_cited
    FROM assertions a JOIN documents d USING (document)
"""
"""Every word for a point with the source that stands behind it: who is cited, else who published."""

_SOURCES = f"""
    WITH said AS ({SAID}),
    voices AS (
        SELECT series, observation, count(DISTINCT coalesce(source, document)) AS voices
        FROM said GROUP BY series, observation
    )
    SELECT source, min(rank), count(*), count(DISTINCT series),
           count(*) FILTER (voices = 1), count(*) FILTER (voices > 1 AND NOT o.disputed),
           count(*) FILTER (voices > 1 AND o.disputed), count(*) FILTER (assertion = 0),
           0, count(DISTINCT CASE WHEN is_cited THEN document END)
    FROM said JOIN voices USING (series, observation) JOIN observations o USING (series, observation)
    WHERE source <> '' GROUP BY source ORDER BY source
"""  # noqa: S608


def sources(ledger: Ledger, cards: tuple[DocumentCard, ...]) -> Mapping[str, Source]:
    """Every source by its name: also those whose documents give no figure."""
    found = {row[0]: Source(*row) for row in ledger.each_row(_SOURCES)}
    for card in cards:
        if card.publisher:
            known = found.get(card.publisher, Source(card.publisher))
            found[card.publisher] = replace(known, published=known.published + 1)
    return found
