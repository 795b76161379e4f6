"""…研究院, …创新中心, …产业园: institutes and platforms whose last word says what they are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from yanchao.statements.mentions._lists import looks_like_name
from yanchao.statements.mentions._sight import Example, Found, Sight
from yanchao.statements.mentions._words import CITY_LEVELS
from yanchao.statements.statement import Role

ORDER = 40
EXAMPLES = (
    Example(
        "机器人产业依托佛山智能装备技术研究院，建成国家地方共建机器人创新中心。",
        (
            ("佛山智能装备技术研究院", "institute", "robotics"),
            ("国家地方共建机器人创新中心", "platform", "robotics"),
        ),
    ),
    Example("新增全国重点实验室3家，建设一批创新中心和产业园，办好老年大学。"),
)

_BREAK = re.compile(
    r"[，。；：:！？、“”\"‘’'《》()的了在和及由将把对向从以是为\s]|与(?!技术|工程|应用|科学|医学|系统|健康)"
)
_COUNT_AFTER = re.compile(r"[^，。；]{0,4}?\d")
_BROKEN = re.compile(
    r"建设|建成|打造|推进|推动|加快|依托|支持|拥有|启动|入驻|落户|新增|新建|获批|布局|培育|创建|成立|设立|联合|携手|共建(?!.{0,8}(?:机器人|储能|人形))|包括|用好|发挥|建好|入选|牵头|参与|争创|筹建|组建|升级|扩建|规划|做强|做大|提升|优化|投用|投产|圆梦|引来|引进|汇聚|集聚|聚集|开放|开工|揭牌|亮相|走进|位于|来自|服务|通过|围绕|聚焦|探索|作为|成为|形成|纳入|认定"
)
_CLOSED = frozenset(("大学", "学院", "研究院", "研究所", "实验室"))
_ZONES = frozenset(
    (
        "示范区",
        "试验区",
        "先导区",
        "科技园",
        "产业园",
        "高新区",
        "开发区",
        "合作区",
        "产业园区",
        "工业园",
        "工业园区",
    )
)
"""国家…示范区 is an honour that many hold; a zone has a name only where a place opens it."""
_FURTHER = 24
_HEAD = range(2, 13)

_LISTED = re.compile(r"[\u4e00-\u9fff]{2,6}(?:、|等(?!级))")


def find(sight: Sight) -> Iterator[Found]:
    text, words = sight.text, sight.words
    for match in words.endings.finditer(text):
        role = words.role_of("ending", match[0])
        if role not in (Role.INSTITUTE, Role.PLATFORM) or sight.in_title(match.start()):
            continue
        if _goes_on(text, match.end()):
            continue
        start = _start(sight, match.start())
        if start is None:
            continue
        name = text[start : match.end()]
        if "中国特色" in name or (match[0] in _ZONES and not words.places.at(text, start)):
            continue
        if name in words.classes or len(name) - len(match[0]) < 2 or not looks_like_name(name, words):
            continue
        if name.startswith(("国家级", "省级")) or _of_a_kind(name, words.classes):
            continue
        if _COUNT_AFTER.match(text, match.end()) or re.search(
            r"\d[余多]?[家个座所]$", text[max(0, start - 4) : start]
        ):
            continue
        place = words.places.at(text, start)
        yield Found(start, match.end(), role, region=place[1].code if place else None)


def _goes_on(text: str, end: int) -> bool:
    """Whether the word is part of a longer one: 大学生, 实验室成果, 开发区内 is not."""
    return bool(
        re.match(
            r"生|城|科技|化|型|级|式|群|制|教|类|者|体系|建设|集群|联盟|成果|经济|布局|试点|标准|方案|政策|附属|周边|内|等级",
            text[end : end + 2],
        )
    )


def _start(sight: Sight, ending: int) -> int | None:
    """Where the name begins: at a place or another word that opens names, in the same run of words."""
    text, words = sight.text, sight.words
    floor = max(0, ending - _FURTHER)
    for match in _BREAK.finditer(text, floor, ending):
        floor = match.end()
    verb = None
    for verb in _BROKEN.finditer(text, floor, ending):
        floor = verb.end()
    first = bisect_left(sight.region_marks, floor, key=lambda mark: mark.start)
    starts = [
        mark.start
        for mark in sight.region_marks[first : first + _FURTHER]
        if mark.start < ending and sight.lexicon.regions[mark.id].level in CITY_LEVELS
    ]
    starts += [match.start() for match in words.origins.finditer(text, floor, ending)]
    if starts:
        start = min(starts)
        belongs = text.startswith("国家", start) or words.closes.search(text, floor, start)
        return floor if belongs and start - floor in _HEAD else start
    apart = _is_member(text, floor, ending, verb is not None)
    return floor if apart and ending - floor in _HEAD else None


def _is_member(text: str, start: int, ending: int, after_verb: bool) -> bool:
    """Whether list marks set the name apart: 、 before it, or a clause's or verb's end before and 、 after it."""
    before = text[start - 1 : start]
    if before == "、":
        return True
    return (after_verb or before in ("", "，", "。", "；")) and _LISTED.match(text, ending) is not None


def _of_a_kind(name: str, classes: frozenset[str]) -> bool:
    """Whether a name is but a kind with a place before it (全省重点实验室, 我国开发区)."""
    return any(name.endswith(word) and len(name) - len(word) < 3 for word in classes)
