"""以广州、深圳为核心: cities with what they are to an industry, each city of a list by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from yanchao.quick import pattern
from yanchao.statements.mentions._sight import Example, Found, Run, Sight
from yanchao.statements.mentions._words import RoleWords
from yanchao.statements.statement import Role

ORDER = 10
EXAMPLES = (
    Example(
        "陶瓷产业以佛山、肇庆为核心，带动清远、云浮等地协同发展。",
        (
            ("佛山", "core-city", "light-textile"),
            ("肇庆", "core-city", "light-textile"),
            ("清远", "node-city", "light-textile"),
            ("云浮", "node-city", "light-textile"),
        ),
    ),
    Example(
        "储能产业已形成惠州、江门、肇庆等电池生产基地。",
        (
            ("惠州", "base-city", "new-energy"),
            ("江门", "base-city", "new-energy"),
            ("肇庆", "base-city", "new-energy"),
        ),
    ),
    Example(
        "佛山、东莞装备走廊和宁德、厦门锂电产业带相继成形。",
        (
            ("佛山", "base-city", None),
            ("东莞", "base-city", None),
            ("宁德", "base-city", None),
            ("厦门", "base-city", None),
        ),
    ),
    Example("广州、深圳的核心技术攻关取得进展，佛山企业以质量为先。"),
)

_OPEN = r"[^，。；、：:]"


@lru_cache(maxsize=4)
def _patterns(words: RoleWords) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    made = pattern(
        rf"(?P<gap>{_OPEN}{{0,8}}?)(?:分别)?(?:为|是|作为|担当|成为|打造成|建成){_OPEN}{{0,12}}?(?P<word>{words.pattern_of('as')})"
        r"(?![技竞零部素算价能力配])"
    )
    does = pattern(
        rf"(?P<gap>(?:也|都|则|均|正|共同|加快|积极)?)(?P<word>{words.pattern_of('does')})(?!机制|创新|攻关|推进|处置|效应)"
    )
    site = pattern(
        rf"(?P<gap>(?:五|四|三|六|七|八|两|\d)?(?:大|个)?{_OPEN}{{0,12}}?)(?P<word>{words.pattern_of('site')})"
    )
    return made, does, site


_FORMED = pattern(
    r"(?:等地|等市|等城市|市)?(?:已|已经|目前已|正)?(?:初步|基本)?(?:形成|建成|建立)了?[^，。；：:]{0,20}?(?P<word>产业集群|产业基地|集聚区|产业带)"
)

_SETTLED = pattern(r"(?<=[地市])，[^，。；]{0,24}?(?:成立|集聚|聚集|落户|布局|投产|建成|落地)")


def find(sight: Sight) -> Iterator[Found]:
    for word in sight.words.named:
        if word.text not in sight.text:
            continue
        for match in re.finditer(re.escape(word.text), sight.text):
            for index, code in enumerate(word.stands_for):
                region = sight.lexicon.regions[code]
                start = match.start() + index
                yield Found(start, start + 1, Role(word.role), region.name, code, code)
    for run in sight.runs:
        role = _role(sight, run)
        if role is None:
            continue
        for span, region in run.places:
            yield Found(span.start, span.end, role, region.name, region.code, region.code)


def _role(sight: Sight, run: Run) -> Role | None:
    text, words = sight.text, sight.words
    made, does, site = _patterns(words)
    opened = text[max(0, run.start - 1) : run.start] in ("以", "由")
    several = len(run.places) > 1
    match = made.match(text, run.end)
    if match and (opened or several or not match["gap"]) and _whole(match["gap"]):
        return words.role_of("as", match["word"])
    match = does.match(text, run.end)
    if match and several:
        return words.role_of("does", match["word"])
    if words.leads.search(text, max(0, run.start - 6), run.start) and (
        several or text[run.end - 1] in "等地市"
    ):
        return Role.NODE_CITY
    if several:
        if text[run.start - 1 : run.start] == "在" and _SETTLED.match(text, run.end):
            return Role.BASE_CITY
        if _FORMED.match(text, run.end) or words.belt.match(text, run.end):
            return Role.BASE_CITY
        match = site.match(text, run.end)
        listed = text[run.end - 1] in "等地市" or re.match(r"[五四三六七八两\d]", text[run.end : run.end + 1])
        if match and listed and _place_list_opens(text, run):
            return words.role_of("site", match["word"])
    return None


def _whole(gap: str) -> bool:
    """Whether what stands between list and verb still speaks of the places (两座软件名城), not of something there."""
    return not gap or not re.search(r"的|企业|公司|大学|院|园|区|项目|高校|港口|机场|人$", gap)


def _place_list_opens(text: str, run: Run) -> bool:
    before = text[max(0, run.start - 12) : run.start]
    return not re.search(r"(?:来自|位于|(?<!集中)(?<!布局)在|从)$", before)
