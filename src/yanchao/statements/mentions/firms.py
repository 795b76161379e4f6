"""甲、乙、丙等龙头企业: firms named in a list that says what they are."""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.quick import pattern
from yanchao.statements.mentions import listed
from yanchao.statements.mentions._lists import Listing, coined, listings, looks_like_name, members_before
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
    Example(
        "与东屏绿能、海川合纤等链主企业联合攻关，以星锤动力为链主，明岳汽车、北山集团两家龙头企业贡献六成产量。",
        (
            ("东屏绿能", "leading-firm", None),
            ("海川合纤", "leading-firm", None),
            ("星锤动力", "leading-firm", None),
            ("明岳汽车", "leading-firm", "automotive"),
            ("北山集团", "leading-firm", None),
        ),
    ),
    Example("机械、电子等骨干企业开工率回升，以园区为龙头，国企、央企等龙头企业带头。"),
    Example("支持汽车、家电等行业龙头企业开拓市场，引导国有、民营等企业合作。"),
)

_FIRMS = (Role.FIRM, Role.LEADING_FIRM)
_SHORTEST, _LONGEST = 3, 12
_FIELD = pattern(r"行业|产业|领域")
_MADE = pattern(r"以(?P<who>[^，。；：:《》]{3,60}?)(?:等)?为(?P<word>链主|龙头)(?:企业)?(?!产业)")


def find(sight: Sight) -> Iterator[Found]:
    for listing in (*listings(sight, Role.FIRM, Role.LEADING_FIRM), *_made_leaders(sight)):
        yield from _of_list(sight, listing)


def _of_list(sight: Sight, listing: Listing) -> Iterator[Found]:
    """The members, where one of them at least is a firm that the packs know or is named as firms are.

    What are called leading firms are firms, whatever their last word (东屏绿能等链主企业); 纺织等行业龙头企业 are not named.
    """
    text, words = sight.text, sight.words
    if "集群" in listing.how:
        return
    role = Role.LEADING_FIRM if words.calls.search(listing.how) else listing.role
    names = {member: text[member.start : member.end] for member in listing.members}
    known = {member: words.entity_by_word.get(name) for member, name in names.items()}
    if not any(entity and entity.role in _FIRMS for entity in known.values()):
        strange = [name for member, name in names.items() if known[member] is None]
        leading = role is Role.LEADING_FIRM and not _FIELD.search(listing.how)
        named = any(words.names_a(Role.FIRM, name) and coined(name, words) for name in strange)
        called = (
            leading and strange and all(len(each) >= _SHORTEST and coined(each, words) for each in strange)
        )
        if not (named or called) or not all(_fair(name, sight) for name in strange):
            return
    for member, name in names.items():
        entity = known[member]
        if entity is not None:
            if entity.role in _FIRMS:
                yield listed.found(member.start, member.end, entity, role)
        elif _fair(name, sight):
            yield Found(member.start, member.end, role, region=sight.seat(member.start))


def _made_leaders(sight: Sight) -> Iterator[Listing]:
    """以甲动力为链主: the firms that a text makes the leaders of something."""
    for match in _MADE.finditer(sight.text):
        word = match["word"]
        if not sight.in_title(match.start()):
            yield Listing(
                members_before(sight, match.end("who")), "行业" if word == "龙头" else "", Role.LEADING_FIRM
            )


def _fair(name: str, sight: Sight) -> bool:
    """Whether a member can be a firm's name; one that ends as firms' names do may end in a common word too."""
    if len(name) > _LONGEST or name in sight.words.common:
        return False
    closing = sight.words.names_a(Role.FIRM, name)
    return looks_like_name(name[: closing.start()] if closing and closing.start() >= 2 else name, sight.words)
