"""某某重工交付…, 某某光电总经理: firms named by themselves, known by their last word and by what stands behind it."""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.quick import pattern
from yanchao.statements.mentions._lists import coined, name_start
from yanchao.statements.mentions._sight import Example, Found, Sight
from yanchao.statements.statement import Role

ORDER = 55
EXAMPLES = (
    Example(
        "西陵重工交付首艘运输船，东屏船业建造的货船下水，远岫光电总经理到场。",
        (("西陵重工", "firm", None), ("东屏船业", "firm", None), ("远岫光电", "firm", None)),
    ),
    Example(
        "由山川智能公司研发的设备上市，龙头企业明岳汽车投资建厂。",
        (("山川智能公司", "firm", None), ("明岳汽车", "leading-firm", "automotive")),
    ),
    Example("新型电力装备出口增长，重点企业负责人介绍，智能汽车推出新款，佛山机械生产旺盛。"),
)

_LEADER = pattern(r"(?:龙头|链主|骨干|领军|头部)(?:企业)?$")
_LONGEST = 12


def find(sight: Sight) -> Iterator[Found]:
    text, words = sight.text, sight.words
    for word in words.firms.finditer(text):
        match = words.acting.match(
            text, word.start()
        )  # the words alone are looked for faster than what follows them
        if match is None or sight.in_title(match.start()):
            continue
        start = name_start(sight, match.start(), _LONGEST)
        if start is None or not coined(text[start : match.end()], words):
            continue
        leader = _LEADER.search(text, max(0, start - 4), start)
        yield Found(start, match.end(), Role.LEADING_FIRM if leader else Role.FIRM, region=sight.seat(start))
