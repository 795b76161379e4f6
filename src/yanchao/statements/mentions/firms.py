"""甲、乙、丙等龙头企业: firms named in a list that says what they are, and firms whose name says it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yanchao.statements.mentions import listed
from yanchao.statements.mentions._lists import looks_like_name, members_before
from yanchao.statements.mentions._sight import Example, Found, Sight
from yanchao.statements.statement import Role, Span

ORDER = 50
EXAMPLES = (
    Example(
        "汽车产业方面，拥有明翰动力、启衡科技等龙头企业。",
        (("明翰动力", "leading-firm", "automotive"), ("启衡科技", "leading-firm", "automotive")),
    ),
    Example(
        "机器人领域汇聚了明睿智造、博恒自动化等一批本土企业。",
        (("明睿智造", "firm", "robotics"), ("博恒自动化", "firm", "robotics")),
    ),
    Example("支持汽车、家电等行业龙头企业开拓市场，引导国有、民营等企业合作。"),
)

_KINDS = r"企业|巨头|龙头|链主|车企|药企|厂商|公司|独角兽|品牌"
_LEADING = re.compile(r"龙头|领军|头部|巨头|链主|骨干|标杆|领先|世界级|世界500强")
_CLOSING = re.compile(
    rf"等(?:一大批|一批|多家|众多|[一二三四五六七八九十几\d]+(?:余|多)?(?:家|户))?(?P<how>[^，。；、：:《》]{{0,14}}?)(?P<kind>{_KINDS})"
)
_NAME_END = re.compile(
    r"(?:集团|股份|公司|科技|汽车|动力|电子|电气|电器|生物|医药|药业|医疗|智能|智造|自动化|半导体|微电子|光电|激光|能源|重工|材料|化工|石化|"
    r"钢铁|软件|信息|通信|网络|数据|机器人|仪器|精密|航空|航天|宇航|食品|乳业|酒业|纸业|服饰|家居|银行|证券|保险|基金|传媒|娱乐|互娱|时代|创新)$"
)

_LONGEST_FIRM = 12


def find(sight: Sight) -> Iterator[Found]:
    for match in _CLOSING.finditer(sight.text):
        if sight.in_title(match.start()):
            continue
        yield from _of_list(sight, match)


def _of_list(sight: Sight, match: re.Match[str]) -> Iterator[Found]:
    text, words = sight.text, sight.words
    role = Role.LEADING_FIRM if _LEADING.search(match["how"] + match["kind"]) else Role.FIRM
    members = members_before(sight, match.start())
    known = {member: words.entity_by_word.get(text[member.start : member.end]) for member in members}
    firms = [member for member, entity in known.items() if entity and entity.role in ("firm", "leading-firm")]
    others = [member for member in members if known[member] is None]
    if not firms and not any(_NAME_END.search(text[m.start : m.end]) for m in others):
        return
    if any(not _fair(text[m.start : m.end], sight) for m in others) and not firms:
        return
    for member in members:
        entity = known[member]
        if entity is not None:
            if entity.role in ("firm", "leading-firm"):
                yield listed.found(member.start, member.end, entity, role)
        elif _fair(text[member.start : member.end], sight):
            yield Found(member.start, member.end, role, region=_seat(sight, member))


def _fair(name: str, sight: Sight) -> bool:
    """Whether a member can be a firm's name; one that ends as firms' names do may end in a common word too."""
    if len(name) > _LONGEST_FIRM or name in sight.words.common:
        return False
    closing = _NAME_END.search(name)
    return looks_like_name(name[: closing.start()] if closing and closing.start() >= 2 else name, sight.words)


def _seat(sight: Sight, member: Span) -> str | None:
    place = sight.words.places.at(sight.text, member.start)
    return place[1].code if place else None
