"""…研究院, …创新中心, …产业园: institutes and platforms whose last word says what they are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from yanchao.quick import pattern
from yanchao.statements.mentions._lists import Listing, coined, listings, looks_like_name
from yanchao.statements.mentions._sight import Example, Found, Sight
from yanchao.statements.mentions._words import CITY_LEVELS, RoleWords
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
    Example(
        "支持云龙实验室、国家海洋防腐与材料技术创新中心承担任务。",
        (("云龙实验室", "institute", None), ("国家海洋防腐与材料技术创新中心", "platform", None)),
    ),
    Example("新增全国重点实验室3家，建设一批创新中心和产业园，办好老年大学。"),
)

_BREAK = pattern(r"[，。；：:！？、“”\"‘’'《》()的了在由将把对向从以是为\s]")
_AND = pattern(r"[和及]|与(?!技术|工程|应用|科学|医学|系统|健康)")
_COUNT_AFTER = pattern(
    r"(?:总数|数量|累计|总共|达到|增至|增加|新增|扩容|突破|超过|[共达至有已到约近超]){0,3}\d+[余多]?[家个座所处]"
)
_BRANCH = pattern(r"[\u4e00-\u9fff]{0,6}?分(?:中心|院|园|所|部)")
"""国家…检测中心佛山分中心 is one name."""
_IN_NAMES = ("联合", "开放")
"""Verbs that the last word of a name may take: 联合实验室, 开放试验区."""
_BODY = pattern(r"管委会|管理委员会|党工委")
"""What such a body does is not done by the zone."""
_COUNT_BEFORE = pattern(r"\d[余多]?[家个座所]$")
_GOES_ON = pattern(
    r"生|城|科技|化|型|级|式|群|制|教|类|者|体系|建设|集群|联盟|成果|经济|布局|试点|标准|方案|政策|附属|周边|内|等级|线"
)
"""大学生, 实验室成果, 开发区内: the word is part of a longer one."""
_SO_MANY = pattern(r"等\d")
"""产业创新研究院等10家: kinds are counted so as well as names."""
_LISTED = pattern(r"[\u4e00-\u9fff]{2,6}(?:、|等(?!级))")
_HONOUR = pattern(
    r"(?:示范区|试验区|先导区|科技园|产业园|高新区|开发区|合作区|产业园区|园区|工业园|工业园区|经开区|新区|综保区|保税区|示范区)$"
)
"""国家…示范区 is an honour that many hold: a zone has a name only where a place opens it."""
_ZONES = frozenset(("经济开发区", "高新区", "综合试验区", "自由贸易试验区"))
"""Of a kind when alone, a name with its place: 白城经济开发区."""
_FURTHER = 24
_SHORTEST = 4
_HEAD = range(2, 13)


def find(sight: Sight) -> Iterator[Found]:
    text, words = sight.text, sight.words
    for match in words.endings.finditer(text):
        role = words.role_of("ending", match[0])
        if role not in (Role.INSTITUTE, Role.PLATFORM) or sight.in_title(match.start()):
            continue
        if _GOES_ON.match(text, match.end()) or _COUNT_AFTER.match(text, match.end()):
            continue
        if _BODY.match(text, match.end()):
            continue
        start = _start(sight, match.start(), match.end())
        if start is None or _COUNT_BEFORE.search(text, max(0, start - 4), start):
            continue
        if _is_name(text[start : match.end()], match[0], sight):
            branch = _BRANCH.match(text, match.end())
            yield Found(start, branch.end() if branch else match.end(), role, region=sight.seat(start))
    for listing in listings(sight, Role.INSTITUTE, Role.PLATFORM):
        yield from _of_list(sight, listing)


def _of_list(sight: Sight, listing: Listing) -> Iterator[Found]:
    """The members that end as such names do; where one does, others that only can be names too."""
    text, words = sight.text, sight.words
    names = {member: text[member.start : member.end] for member in listing.members}
    endings = {member: words.closes.search(name) for member, name in names.items()}
    roles = {
        member: words.role_of("ending", ending[0])
        for member, ending in endings.items()
        if ending and _is_name(names[member], ending[0], sight)
    }
    roles = {member: role for member, role in roles.items() if role in (Role.INSTITUTE, Role.PLATFORM)}
    for member, name in names.items():
        if member in roles:
            yield Found(member.start, member.end, roles[member], region=sight.seat(member.start))
        elif roles and endings[member] is None and _may_be_one(name, words):
            yield Found(member.start, member.end, listing.role, region=sight.seat(member.start))


def _is_name(name: str, ending: str, sight: Sight) -> bool:
    words = sight.words
    if len(name) - len(ending) < _HEAD.start or not all(
        looks_like_name(part, words) for part in _AND.split(name)
    ):
        return False
    place = words.places.at(name, 0)
    origin = words.origins.match(name)
    if _HONOUR.search(ending) and place is None and (origin is not None or name[:2] in words.general):
        return False
    if _AND.split(name)[-1] in words.classes:
        return False
    if _HONOUR.search(ending) and place is not None and name[place[0].end :] not in words.classes - _ZONES:
        return True
    return not any(name.endswith(kind) and len(name) - len(kind) < _HEAD.start + 1 for kind in words.classes)


def _may_be_one(name: str, words: RoleWords) -> bool:
    """西陵创新谷 beside 青屏产业园: a name in a list of zones or platforms, no town."""
    return len(name) >= _SHORTEST and name[-1] not in "省市县区州" and coined(name, words)


def _start(sight: Sight, ending: int, end: int) -> int | None:
    """Where the name begins: at a place or another word that opens names, in the same run of words.

    A name that opens with none of these counts where list marks set it apart. 和 or 与 stands inside a name only if
    a word that opens names stands before it, and no name ends between (国家印刷与显示创新中心).
    """
    text, words = sight.text, sight.words
    floor = max(0, ending - _FURTHER)
    for match in _BREAK.finditer(text, floor, ending):
        floor = match.end()
    after_verb = False
    for verb in words.verbs.finditer(text, floor, ending):
        in_word = verb.end() == ending and verb[0] in _IN_NAMES
        if not in_word and not text.startswith("国家地方", verb.start() - 4):
            floor, after_verb = verb.end(), True
    joint = [match.end() for match in _AND.finditer(text, floor, ending)]
    inner = joint[-1] if joint else floor
    of_firm = joint and any(firm.end() == inner - 1 for firm in words.firms.finditer(text, floor, inner))
    if joint and not of_firm and words.endings.search(text, floor, inner) is None:
        outer = _opening(sight, floor, inner)
        if outer is not None:
            return outer
    start = _opening(sight, inner, ending)
    if start is not None:
        belongs = text.startswith("国家", start) or words.closes.search(text, inner, start)
        return inner if belongs and start - inner in _HEAD else start
    before = text[inner - 1 : inner]
    apart = after_verb or before in ("", "，", "。", "；", "”")
    alone = text[inner : inner + 2] not in words.general and words.stands.match(text, end) is not None
    of_kind = text[inner : inner + 2] in words.general and _SO_MANY.match(text, end) is not None
    opens = (before == "、" and not of_kind) or (apart and (alone or _LISTED.match(text, ending) is not None))
    if joint:
        opens = (
            words.closes.search(text, floor, inner - 1) is not None
            and text[inner : inner + 2] not in words.general
        )
    return inner if opens and ending - inner in _HEAD else None


def _opening(sight: Sight, start: int, end: int) -> int | None:
    """The first place or other word that opens names in a range."""
    first = bisect_left(sight.region_marks, start, key=lambda mark: mark.start)
    starts = [
        mark.start
        for mark in sight.region_marks[first : first + _FURTHER]
        if mark.start < end and sight.lexicon.level(mark.id) in CITY_LEVELS
    ]
    starts += [match.start() for match in sight.words.origins.finditer(sight.text, start, end)]
    return min(starts) if starts else None
