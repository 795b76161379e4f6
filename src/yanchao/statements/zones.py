"""Zones without a code of their own: which of them a text is about, the province that their figures are counted to, and those over several."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from yanchao.documents.document import Document
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass, pattern
from yanchao.statements.context import Draft
from yanchao.statements.grammar import Grammar, grammar
from yanchao.statements.home import behind_title
from yanchao.statements.inherit import Frame, Words
from yanchao.statements.marks import marks_of
from yanchao.statements.passages import Passage
from yanchao.statements.statement import Span


@dataclass(frozen=True, slots=True)
class Zone:
    """The words that name a zone, and the code of the city or county that it lies in."""

    city: str
    words: Words


def zone_told_of(document: Document, home: str, lexicon: Lexicon) -> Zone | None:
    """The zone that a text about `home` is about; None where it is about none.

    Its title names it, or its kind (高新区交出答卷) where the text names one such zone; or the text names it often, and oftener than its city.
    """
    text = document.text
    head = behind_title(document)
    places: Counter[str] = Counter()
    zones: dict[str, list[Words]] = {}
    kinds = grammar(lexicon).zone
    for mark in marks_of(text, lexicon):
        if mark.sort != "region" or not may_hold_a_zone(mark.id, lexicon):
            continue
        places[mark.id] += 1
        zone = kinds.match(text, mark.end)
        if zone is not None:
            words = Words(text[mark.start : zone.end()], mark.start, zone.end())
            zones.setdefault(mark.id, []).append(words)
    by_kind = _kind_in_title(document, lexicon)
    for place, named in zones.items():
        if len({_in_short(words.value, lexicon) for words in named}) != 1:
            continue
        often = len(named) >= _OFTEN_NAMED and len(named) > _MORE_THAN_HALF * places[place]
        is_only = len(zones) == 1
        in_title = named[0].end <= head
        if place == home and (in_title or (often and is_only)):
            return Zone(place, named[0])
        around = place == home or (lexicon.level(home) == "province" and lexicon.within(place, home))
        if (
            by_kind is not None
            and is_only
            and around
            and _in_short(named[0].value, lexicon).endswith(by_kind)
        ):
            return Zone(place, named[0])
    return None


def may_hold_a_zone(code: str, lexicon: Lexicon) -> bool:
    """Whether zones are called by a place: a city, a county, a city that is a province of its own (重庆|两江新区)."""
    level = lexicon.level(code)
    place = lexicon.place(code) if level == "province" else None
    return level in ("prefecture", "county") or (place is not None and place.name.endswith("市"))


_OFTEN_NAMED = 5
_MORE_THAN_HALF = 0.5


@lru_cache(maxsize=4)
def _bare_zone(lexicon: Lexicon) -> re.Pattern[str]:
    """A zone that is called by its kind alone, of which there is more than one by 省级 or 各."""
    return pattern(
        rf"(?:^|(?<=[，。；：、！？ 　|“])|(?<=[年月日季度期])(?=\S*?(?:经济|工业|运行|投资|项目|产值|外贸))|(?<=今日)|(?<=走进)|(?<=解码)|(?<=聚焦))(?P<kind>{lexicon.any_cue('zone')})(?![、和与及内]|建设|数量|总数|名单|排名|管理办法)"
    )


def _kind_in_title(document: Document, lexicon: Lexicon) -> str | None:
    """The kind by which a title calls its zone (经开区：产业向新); None where it calls none so."""
    told = _bare_zone(lexicon).search(document.title or "")
    return None if told is None else _in_short(told["kind"], lexicon)


def _in_short(name: str, lexicon: Lexicon) -> str:
    """固州高新技术产业开发区 as 固州高新区: the name of a zone with the short word for its kind."""
    for cue in lexicon.cues_of("zone"):
        if name.endswith(cue.text):
            return name.removesuffix(cue.text) + (cue.value or cue.text)
    return name


@lru_cache(maxsize=4)
def _kinds(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(cue.text for cue in lexicon.cues_of("zone"))


def counted_to(
    region: Words | None, subject: Words | None, passage: Passage, frame: Frame, lexicon: Lexicon
) -> Words | None:
    """The place that a figure is counted to: for a zone without a code of its own, the province that it lies in."""
    if region is None or lexicon.level(region.value) not in ("prefecture", "county"):
        return region
    of_text = frame.zone is not None and region.value == frame.region and not _is_the_city(subject, lexicon)
    if not of_text and not _is_a_named_zone(region, subject, passage, lexicon):
        return region
    province = next(
        (code for code in lexicon.around(region.value) if lexicon.level(code) == "province"), region.value
    )
    return Words(province, region.start, region.end)


_THE_CITY = pattern(r"[全我本该][省市州盟县]|该[省市州盟县]")


def _is_the_city(subject: Words | None, lexicon: Lexicon) -> bool:
    """Whether whose a figure is is the city around the zone of the text (全市, 苏州市)."""
    if subject is None:
        return False
    return _THE_CITY.match(subject.value) is not None or subject.value in lexicon.region_by_word


def _is_a_named_zone(region: Words, subject: Words | None, passage: Passage, lexicon: Lexicon) -> bool:
    """武汉|东湖高新区: whether whose a figure is is a zone that the text calls by the name of its place."""
    if subject is None or not subject.value.endswith(_kinds(lexicon)):
        return False
    text = passage.folded.text
    kinds = grammar(lexicon).zone
    for mark in passage.marks:
        if mark.sort != "region" or mark.id != region.value:
            continue
        zone = kinds.match(text, mark.end)
        if zone is None:
            continue
        name = text[mark.start : zone.end()]
        if name.endswith(subject.value) and not lexicon.gazetteer.named(name[mark.end - mark.start :]):
            return True
    return False


_ZONE_ENDS = pattern(r"(?:区域|地区|城市群|经济圈|经济区)?")


def zone_of(draft: Draft, passage: Passage, grammar: Grammar) -> Words | None:
    """京津冀区域13个城市…: the zone over several provinces that a figure's sentence, or its paragraph, opens with."""
    for start in (draft.sentence.start, 0):
        opens = _LEADS_TO_ZONE.match(passage.folded.text, start).end()  # type: ignore[union-attr]
        opening = grammar.cross_province.match(passage.folded.text, opens)
        if opening is not None:
            end = _ZONE_ENDS.match(passage.folded.text, opening.end())
            return passage.words(Span(opens, end.end() if end else opening.end()))
    return None


_LEADS_TO_ZONE = pattern(
    r"(?:(?:如今|目前|当前|此外|同时|其中|(?:20\d\d年|今年)?(?:前?\d{1,2}(?:[-—~至]\d{1,2})?个?月|前[一二三]季度|[一二三四]季度|[上下]半年)|今年以来|近年来)，?)?"
)
