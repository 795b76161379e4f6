"""甲、乙、丙等龙头企业: firms named in a list that says what they are."""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.statements.mentions import listed
from yanchao.statements.mentions._lists import Listing, listings, looks_like_name
from yanchao.statements.mentions._sight import Example, Found, Sight
from yanchao.statements.statement import Role

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

_FIRMS = (Role.FIRM, Role.LEADING_FIRM)
_LONGEST = 12


def find(sight: Sight) -> Iterator[Found]:
    for listing in listings(sight, Role.FIRM, Role.LEADING_FIRM):
        yield from _of_list(sight, listing)


def _of_list(sight: Sight, listing: Listing) -> Iterator[Found]:
    """The members, where one of them at least is a firm that the packs know or is named as firms are."""
    text, words = sight.text, sight.words
    role = Role.LEADING_FIRM if words.calls.search(listing.how) else listing.role
    names = {member: text[member.start : member.end] for member in listing.members}
    known = {member: words.entity_by_word.get(name) for member, name in names.items()}
    if not any(entity and entity.role in _FIRMS for entity in known.values()):
        strange = [name for member, name in names.items() if known[member] is None]
        named = any(words.names_a(Role.FIRM, name) for name in strange)
        if not named or not all(_fair(name, sight) for name in strange):
            return
    for member, name in names.items():
        entity = known[member]
        if entity is not None:
            if entity.role in _FIRMS:
                yield listed.found(member.start, member.end, entity, role)
        elif _fair(name, sight):
            yield Found(member.start, member.end, role, region=sight.seat(member.start))


def _fair(name: str, sight: Sight) -> bool:
    """Whether a member can be a firm's name; one that ends as firms' names do may end in a common word too."""
    if len(name) > _LONGEST or name in sight.words.common:
        return False
    closing = sight.words.names_a(Role.FIRM, name)
    return looks_like_name(name[: closing.start()] if closing and closing.start() >= 2 else name, sight.words)
