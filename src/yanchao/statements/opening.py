"""What a document is about: the place, the firm or the industry that its title, its head and its names speak of."""

from __future__ import annotations

from collections import Counter

from yanchao.documents.document import BlockKind, Document
from yanchao.lexicon.entries import WIDE
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import pattern
from yanchao.statements.grammar import grammar
from yanchao.statements.home import behind_title, home_region
from yanchao.statements.inherit import Frame, Words
from yanchao.statements.marks import marker, marks_of
from yanchao.statements.title_places import place_of_title
from yanchao.statements.told_firms import firm_told_of
from yanchao.statements.zones import zone_told_of


def opening_frame(document: Document, lexicon: Lexicon) -> Frame:
    """The frame that a document opens with: the region that it is about, and whether its title says so."""
    told = firm_told_of(document, lexicon)
    if told is not None:
        return Frame(None, firm=told.firm, called=told.called)  # a firm's own figures are no place's
    title = document.title or ""
    place = place_of_title(document, lexicon)
    if place.assembly is not None:
        topic = _named_cluster(title, lexicon)
        return Frame(place.code, topic, titled=True, topic=topic, called=place.assembly)
    topic = _named_cluster(title, lexicon) or _only_cluster(document, lexicon)
    over_provinces = place.code is None and grammar(lexicon).cross_province.search(title) is not None
    home = None if over_provinces else place.code or home_region(document, lexicon)
    if (
        home is not None
        and place.code is None
        and lexicon.level(home) in WIDE
        and _is_of_a_zone(document, lexicon)
    ):
        home = None
    zone = None if home is None else zone_told_of(document, home, lexicon)
    if place.county is not None:
        zone = None
    if zone is not None:
        home = zone.city
    return Frame(
        home,
        topic,
        titled=place.code is not None or over_provinces,
        topic=topic,
        called=place.county if zone is None else zone.words,
        zone=None if zone is None else zone.words,
    )


_LEAD = 60
_GOES_ON_ABOUT = 2
"""How often a text names the zone over several provinces at least that its first words bring up."""


def _is_of_a_zone(document: Document, lexicon: Lexicon) -> bool:
    """据上海海关统计，前7个月，长三角地区进出口…: whether a text is about a zone over several provinces, and no one's of them."""
    zone = grammar(lexicon).cross_province
    lead = behind_title(document)
    if zone.search(document.text, lead, lead + _LEAD) is None:
        return False
    named = [match[0][:_ZONE_OPENS] for match in zone.finditer(document.text)]
    return len(named) >= _GOES_ON_ABOUT and len(set(named)) == 1


_ZONE_OPENS = 2
"""By how many of its first characters a zone is told from another (长三角地区, 长三角区域)."""


def _named_cluster(title: str, lexicon: Lexicon) -> Words | None:
    """The one cluster that a title names, or None where it names none or several."""
    named = {mark.id for mark in marker(lexicon).find(title) if mark.sort == "cluster"}
    return Words(named.pop(), 0, 0) if len(named) == 1 else None


_OFTEN_NAMED = 5
_NEARLY_ALL = 0.8


_MOST_NAMED = 0.6
"""What part of the names must be the industry's: less where it is often called an industry (轻工业), and its branches are named too."""


_OPENING = 200

_GOES_ON = 0.5
"""How far into a text the name of its industry is found at least."""


def _last_part(document: Document) -> int:
    """Where the last of the parts begins whose headings stand as high as the title; 0 where there are none."""
    titles = [
        block.start for block in document.blocks if block.kind is BlockKind.HEADING and block.level == 1
    ]
    return titles[-1] if len(titles) > 1 else 0


_ANOTHER_INDUSTRY = pattern(r"[\u4e00-\u9fff]{2}(?:制造业|产业|行业|工业)(?!园|区|化|链|集群|用地|互联网)")
"""贵州装备制造业产值…: a title that names an industry, which is none of the packs'."""


def _only_cluster(document: Document, lexicon: Lexicon) -> Words | None:
    """The industry that a text goes on about from its first words, though its title does not name it; None where none is."""
    named = [mark for mark in marks_of(document.text, lexicon) if mark.sort == "cluster"]
    if not named or named[0].start > _OPENING:
        return None
    ((cluster, count),) = Counter(mark.id for mark in named).most_common(1)
    if _ANOTHER_INDUSTRY.search(document.title or "") is not None:
        return None
    whole = sum(mark.id == cluster and document.text.endswith("业", mark.start, mark.end) for mark in named)
    most = _MOST_NAMED if whole >= _OFTEN_NAMED else _NEARLY_ALL
    if count < _OFTEN_NAMED or count < most * len(named):
        return None
    first, *_, last = (mark for mark in named if mark.id == cluster)
    if last.start < _GOES_ON * len(document.text) or last.start < _last_part(document):
        return None  # one item of a digest is about it, and the others are not
    return Words(cluster, first.start, first.end)
