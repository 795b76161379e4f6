"""The members of a list of names that 等 closes, and what can be a name at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yanchao.quick import dataclass, pattern
from yanchao.statements.mentions._sight import Sight
from yanchao.statements.mentions._words import RoleWords
from yanchao.statements.statement import Role, Span

_PARTNER = pattern(r"[与同跟和](?!济|仁|方|心)")
"""与甲、乙等链主企业共建."""
_STOP = pattern(r"[，。；：:！？!?《》()]")
_AND = pattern(r"以及|和|与|及")
_BAD = pattern(
    r"[的了着过被们每各其该这那和及]|(?<!高)等(?!离子)|以及|首批|首个|首家|一批|\d{3,}|[%％]|\d[余多]?[家个条座所项处]"
    r"|^[\d第一二三四五六七八九十几数多上]+(?:家|个|项|大|批|类)"
)
_LEADS = pattern(r"[了的过着以由如是]")
"""What stands before a list and in no name that we know: 汇聚了甲、乙等企业, 佛山则以甲、乙等企业见长."""
_KIND_FIRST = pattern(
    r"国家级|省级|市级|世界级|大型|新型|重大|重点|一批|各类|城乡|农村|城市|公共|全省|全市|高能级|中国特色"
)
_BREAK = pattern(
    r"[，。；：:！？!?、“”‘’\"《》()（）·|\s]|[的了着在由将把对向从以是为被和及与等]|企业|厂商|巨头|公司(?!$)"
)
"""What no name that stands by itself holds."""
_QUOTES = "“”\"‘’'「」"
_LONGEST_NAME = 20
_LONGEST_FIRST = 10
_LONGEST_AFTER_VERB = 14
_COMPANY = ("集团", "公司", "有限公司", "股份有限公司", "集团公司")
_SHORT_NAME = 5
_SHORTEST_COINED = 2
_MEMBERS = 20


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of names that 等 and a word for what they are close: 甲、乙等一批龙头企业.

    `how` are the words between 等 and that word, which gives the `role`.
    """

    members: tuple[Span, ...]
    how: str
    role: Role


def listings(sight: Sight, *roles: Role) -> Iterator[Listing]:
    """The lists of a passage whose closing word gives one of `roles`. Where a count closes it, it has two members."""
    for start, how, role in sight.closings:
        if role in roles and not sight.in_title(start):
            members = members_before(sight, start)
            if sight.text[start] == "等" or len(members) > 1:
                yield Listing(members, how, role)


def members_before(sight: Sight, end: int) -> tuple[Span, ...]:
    """The members of the list that ends at `end` (where 等 stands), first to last.

    Every member but the first stands between list marks. Of the first only its end is known: it begins after the
    last word that may stand before a list (拥有, 引进), or where a listed name begins.
    """
    text = sight.text
    floor = max(0, end - _LONGEST_NAME * _MEMBERS)
    start = floor
    for match in _STOP.finditer(text, floor, end):
        start = match.end()
    pieces: list[Span] = []
    position = start
    for match in re.finditer("、", text[start:end]):
        pieces.append(Span(position, start + match.start()))
        position = start + match.end()
    last = Span(position, end)
    link = _last_link(text, last, sight.words)
    pieces.extend([Span(last.start, link.start), Span(link.end, last.end)] if link else [last])
    opening = max(
        (index for index, piece in enumerate(pieces) if _LEADS.search(text, piece.start + 1, piece.end)),
        default=0,
    )
    first = _first(sight, pieces[opening])
    rest = [_bare(text, piece) for piece in pieces[opening + 1 :]]
    return tuple(piece for piece in ([first] if first else []) + rest if piece.start < piece.end)


def _last_link(text: str, span: Span, words: RoleWords) -> Span | None:
    """The 和 or 与 that joins the last two members of a list, where none of the packs' names holds it."""
    if text[span.start : span.end] in words.entity_by_word:
        return None
    for match in _AND.finditer(text, span.start + 2, span.end - 1):
        left, right = text[span.start : match.start()], text[match.end() : span.end]
        listed = left in words.entity_by_word or right in words.entity_by_word
        short = len(left) <= _SHORT_NAME and len(right) <= _SHORT_NAME
        if listed or short or words.names_a(Role.PROJECT, left) or words.closes.search(left):
            return Span(*match.span())
    return None


def _first(sight: Sight, piece: Span) -> Span | None:
    """The first member: a listed name that ends there, else what follows the verbs before the list."""
    text, words = sight.text, sight.words
    piece = _bare(text, piece)
    for start in range(max(piece.start, piece.end - words.longest_entity), piece.end - 1):
        if text[start : piece.end] in words.entity_by_word:
            return Span(start, piece.end)
    opening = text.rfind("“", piece.start, piece.end)
    if opening > piece.start and text.find("”", opening, piece.end) == piece.end - 1:
        return _bare(text, Span(opening, piece.end))
    start = piece.start
    if (partner := _PARTNER.match(text, start, piece.end - 1)) is not None:
        start = partner.end()
    while (verb := words.verbs.match(text, start, piece.end - 1)) is not None:
        start = verb.end()
    for mark in _LEADS.finditer(text, start, piece.end - 1):
        start = mark.end()
    if piece.end - start > _LONGEST_FIRST:
        for verb in words.opens.finditer(text, start, piece.end - 1):
            start = verb.end()
    longest = _LONGEST_FIRST if start == piece.start else _LONGEST_AFTER_VERB
    if start >= piece.end - 1 or piece.end - start > longest:
        return None
    return _bare(text, Span(start, piece.end))


def _bare(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start] in _QUOTES + " ":
        start += 1
    while end > start and text[end - 1] in _QUOTES + " ":
        end -= 1
    return Span(start, end)


def looks_like_name(text: str, words: RoleWords) -> bool:
    """Whether words that no pack lists can be a name: no common noun by themselves nor in their last word."""
    return text not in words.common and not text.endswith(words.never) and has_form_of_name(text, words)


def has_form_of_name(text: str, words: RoleWords) -> bool:
    """Whether words are of a fair length, open with no verb and hold nothing that parts phrases."""
    if not 2 <= len(text) <= _LONGEST_NAME or _BAD.search(text) or text in words.classes:
        return False
    if words.verbs.match(text) or _KIND_FIRST.match(text):
        return False
    return all(text.count(one) == text.count(other) for one, other in ("“”", "()"))


def coined(name: str, words: RoleWords) -> bool:
    """Whether the words before a firm's last word (or all of them) were made up for it: 星锤 in 星锤机械.

    A place may open the name, but is no name by itself (佛山机械 are the machines of Foshan); what opens like the name
    of any kind of thing (新型电力装备) is none either.
    """
    place = words.places.at(name, 0)
    head = name[place[0].end :].lstrip("省市县区") if place else name
    closing = words.names_a(Role.FIRM, head)
    if place is not None and head in words.own:
        return name not in words.common  # 四平重机: a place and a word that only firms bear
    if closing is not None and (closing.start() or len(head) < _SHORTEST_COINED + 1):
        head = head[: closing.start()]
    if len(head) < _SHORTEST_COINED or name in words.common or head in words.common:
        return False
    company = place is not None and closing is not None and closing[0] in _COMPANY
    if head[:2] in words.general and (
        not company or head in words.general or name.endswith(tuple(words.classes))
    ):
        return False
    return not head.endswith(words.never) and has_form_of_name(name, words)


def name_start(sight: Sight, ending: int, longest: int) -> int | None:
    """Where a name that stands by itself begins: behind a mark, a particle or a verb; None where none is near."""
    text = sight.text
    floor = max(0, ending - longest)
    start = 0 if floor == 0 else None
    for match in _BREAK.finditer(text, floor, ending):
        start = match.end()
    for verb in sight.words.verbs.finditer(text, floor if start is None else start, ending):
        start = verb.end()
    return start
