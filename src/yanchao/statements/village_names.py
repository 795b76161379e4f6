"""The names of villages, towns and counties at the opening of a phrase: 安吉县黄杜村|种植茶园."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.grammar import Grammar

OF_A_KIND = (
    r"这个|一个|各个|每个|多个|几个|整个|全|该|本|各|每|我们|我|咱|俺|新农|现代化|美丽|和美|示范|试点|重点|中心|特色|文明|行政|自然|贫困|脱贫|专业"
    r"|移民|民族|边境|建制|街|空心|城|传统|先进|强"
)
"""What makes of 村 or 镇 a kind of them, and none by name (行政村, 示范镇)."""

_COUNTY = pattern(r"[\u4e00-\u9fff]{1,8}?[县市区旗]")
_VILLAGE = pattern(rf"(?:(?!{OF_A_KIND})[\u4e00-\u9fff]{{2,4}}?(?<![农乡各城])(?:[镇乡村]|街道|社区))+")
_OPENS = frozenset("，。；：、！？“\n")


def after_county_or_village(text: str, start: int, end: int, grammar: Grammar) -> int | None:
    """Where the county or village that a clause opens with ends, and a verb follows; None where none so does."""
    if start and text[start - 1] not in _OPENS:
        return None
    at = start
    county = _COUNTY.match(text, start, end)
    if county is not None and grammar.lexicon.gazetteer.named(county[0]):
        at = county.end()
    village = _VILLAGE.match(text, at, end)
    if village is not None and grammar.have_at_start.match(text, village.end(), end):
        return village.end()
    return at if at > start and grammar.have_at_start.match(text, at, end) else None
