"""What counted things do, right before the number of that: 30家酒店|接待9万人次."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.grammar import Grammar

_TOGETHER_DOES = pattern(
    r"(?:(?<![公中国医])共(?![享同建用赢和产识性振度治管富青有轭晶济体鸣]|生(?!产))|累计|合计|一共|总共|平均每[年月天日])(?=[\u4e00-\u9fff]{2,12}$)"
)
"""128条航线|共开行, 45家医院|累计服务患者: what those counted do, before the number of that."""


def before_deed(text: str, start: int, stop: int, grammar: Grammar) -> int:
    """30家酒店|接待9万人次: where the name of what is counted ends, right behind which stands what they do, with its number."""
    does = _TOGETHER_DOES.search(text, start + 2, stop)
    if does is None and grammar.measure_at_end(text, start, stop) is None:
        does = grammar.does.search(text, start + 2, stop)
    if does is None or grammar.universes.match(text, start, does.start()) is not None:
        return stop  # 七天全国|共发送旅客
    return does.start()
