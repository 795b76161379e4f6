"""“…”工程, …项目, …三期: projects with a name of their own."""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.quick import pattern
from yanchao.statements.mentions import listed
from yanchao.statements.mentions._lists import (
    coined,
    has_form_of_name,
    listings,
    looks_like_name,
    name_start,
)
from yanchao.statements.mentions._sight import Example, Found, Sight
from yanchao.statements.statement import Role, Span

ORDER = 30
EXAMPLES = (
    Example(
        "“南粤精工”工程加速实施，数控机床领域的恒昌智造三期、华泰精工基地等重大项目投产。",
        (
            ("“南粤精工”工程", "project", None),
            ("恒昌智造三期", "project", "advanced-equipment"),
            ("华泰精工基地", "project", "advanced-equipment"),
        ),
    ),
    Example(
        "远岫电池基地三期提前三个月封顶，北山药业口服液项目总投资5亿元，引江济淮工程全线通水，西陵至东屏高铁开工。",
        (
            ("远岫电池基地三期", "project", None),
            ("北山药业口服液项目", "project", None),
            ("引江济淮工程", "project", None),
            ("西陵至东屏高铁", "project", None),
        ),
    ),
    Example("全年新开工重大项目300个，水利、交通等重点工程加快推进，“两重”项目落地。"),
)

_BEFORE_WORK = pattern(r"前期工作$|前期$")
_PHASE = pattern(r"[一二三四五六七八九十]期")
_OF_WATER = pattern(r"引[\u4e00-\u9fff][济入补调][\u4e00-\u9fff]")
_WAY = pattern(r"高铁|铁路|城际|高速|高速公路|大桥|隧道|水库|运河|通道|机场|核电|电站|水利枢纽|枢纽")
_LINE = pattern(r"高铁|铁路|城际|高速|高速公路|公路")
"""Such a work has a name wherever other words stand before it; a base or a plant only with its owner's or place's."""
_SHORTEST, _LONGEST_BARE, _LONGEST = 4, 8, 20
_VAGUE = 2
_KINDS = ("重大", "重点", "产业", "民生", "工业", "新开", "在建", "续建", "标志", "一批", "各类")


def find(sight: Sight) -> Iterator[Found]:
    text = sight.text
    for listing in listings(sight, Role.PROJECT):
        yield from _of_list(sight, listing.members)
    for match in sight.words.projects.finditer(text):
        start = name_start(sight, match.start(), _LONGEST)
        if start is None or text[start - 1 : start] in ("”", '"'):
            continue
        if not sight.in_title(start) and _is_one(text[start : match.end()], match[0], sight):
            yield Found(start, match.end(), Role.PROJECT, region=sight.seat(start))


def _is_one(name: str, ending: str, sight: Sight) -> bool:
    """Whether words before 投产, 封顶 name one project: they open with a place or a firm, or are themselves a name."""
    words = sight.words
    head = name[: -len(ending)]
    if (
        len(name) < _SHORTEST
        or not has_form_of_name(name, words)
        or words.does.search(head)
        or "项目" in head
    ):
        return False
    closing = words.closes.search(name)
    if closing is not None and words.names_a(Role.PROJECT, closing[0]) is None:
        return False
    if "至" in head and not _LINE.fullmatch(ending):
        return False
    if _OF_WATER.match(name):
        return True
    place = words.places.at(name, 0)
    if place is not None:
        rest = head[place[0].end :].lstrip("省市县区")
        proper = _WAY.fullmatch(ending) or _PHASE.fullmatch(ending)
        return bool(proper or len(rest) > _VAGUE) and rest[:2] not in _KINDS
    if head[:2] in words.general:
        return False
    if ending == "中心":
        return False
    owner = next((firm for firm in words.firms.finditer(name) if coined(name[: firm.end()], words)), None)
    return owner is not None or bool(head and (_WAY.fullmatch(ending) or _PHASE.fullmatch(ending)))


def _of_list(sight: Sight, members: tuple[Span, ...]) -> Iterator[Found]:
    """The members of a list of projects, where one of them at least can be nothing else."""
    text, words = sight.text, sight.words
    members = tuple(_without_work(text, member) for member in members)
    names = [text[member.start : member.end] for member in members]
    known = [words.entity_by_word.get(name) for name in names]
    if any(name in words.common or name in words.never for name in names):
        return
    if not any(
        entity or words.names_a(Role.PROJECT, name) or _is_placed(name, sight)
        for name, entity in zip(names, known, strict=True)
    ):
        return
    for member, name, entity in zip(members, names, known, strict=True):
        if entity is not None:
            if Role(entity.role) is not Role.FUTURE_INDUSTRY:
                yield listed.found(member.start, member.end, entity)
        elif _is_name(name, sight):
            yield Found(member.start, member.end, Role.PROJECT, region=sight.seat(member.start))


def _without_work(text: str, member: Span) -> Span:
    """赤水运河前期工作: the work ahead of a project is no part of its name."""
    work = _BEFORE_WORK.search(text[member.start : member.end])
    return Span(member.start, member.start + work.start()) if work else member


def _is_placed(name: str, sight: Sight) -> bool:
    """Whether a zone or a park is meant (青屏示范区), which a list of projects may hold."""
    closing = sight.words.closes.search(name)
    return closing is not None and closing.start() >= 2 and name[:2] not in sight.words.general


def _is_name(name: str, sight: Sight) -> bool:
    if not looks_like_name(name, sight.words) or len(name) < _SHORTEST:
        return False
    return bool(sight.words.names_a(Role.PROJECT, name)) or len(name) <= _LONGEST_BARE
