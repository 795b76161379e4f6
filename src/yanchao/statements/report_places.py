"""The place whose government gives a report, where its title names none: the one that its text names most, of the kind that it calls its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from yanchao.documents.document import Document
from yanchao.lexicon.entries import WIDE
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import pattern
from yanchao.statements.marks import Mark

_OF_A_GOVERNMENT = pattern(
    r"政府工作报告|(?:国民经济和社会发展|经济社会发展)[^，。\n]{0,40}(?:报告|纲要|计划)|(?:预算|财政)[^，。\n]{0,30}(?:草案|执行)[^，。\n]{0,10}报告"
)
_OF_THE_NATION = pattern(r"国务院|全国人民代表大会(?!常务委员会关于)|各省、?自治区")
_OWN = pattern(
    r"(?<![占居列位较比在对由动赢])[全我](?P<kind>[省市县区州盟旗])(?![场域间内外级长委]|[^，。；]{0,8}(?:第一|第二|第三|首位|前列))"
)
_AUTONOMOUS = "自治区"


def place_of_report(document: Document, named: Sequence[Mark], lexicon: Lexicon) -> str | None:
    """The province, city or county that a government's report is of by what its text names; None for other texts.

    `named` are the names of places in it. A place of a province that the report calls 全省 or 我省 is that province, one
    that it calls 全市 its city that is named most; where it calls nothing its own, the province of several places.
    """
    title = document.title or ""
    if _OF_A_GOVERNMENT.search(title) is None or _OF_THE_NATION.search(document.text) is not None:
        return None
    smaller = [code for code in (mark.id for mark in named) if lexicon.level(code) not in WIDE]
    provinces = Counter(lexicon.province_of(code) for code in smaller)
    if not provinces:
        return None
    province = max(provinces, key=lambda code: (provinces[code], -int(code)))
    inside = Counter(code for code in smaller if lexicon.province_of(code) == province)
    own = Counter(match["kind"] for match in _OWN.finditer(document.text))
    if own["省"] or (own["区"] and _is_autonomous(province, lexicon)):
        return province
    for kinds, level in (("市州盟", "prefecture"), ("县区旗市", "county")):
        if any(own[kind] for kind in kinds):
            at_level = [code for code in inside if lexicon.level(code) == level]
            return max(at_level, key=lambda code: (inside[code], -int(code)), default=province)
    cities = [code for code in inside if code != province]
    return province if inside[province] or len(cities) != 1 else cities[0]


def _is_autonomous(code: str, lexicon: Lexicon) -> bool:
    place = lexicon.place(code)
    return place is not None and _AUTONOMOUS in place.name
