"""“…”工程, …项目, …三期: projects with a name of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yanchao.statements.mentions import listed
from yanchao.statements.mentions._lists import listings, looks_like_name
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
    Example("全年新开工重大项目300个，水利、交通等重点工程加快推进，“两重”项目落地。"),
)

_QUOTED = re.compile(r"[“\"](?P<name>[^“”\"，。；]{2,14})[”\"]工程")
_SHORTEST, _LONGEST_BARE = 4, 8


def find(sight: Sight) -> Iterator[Found]:
    text = sight.text
    for match in _QUOTED.finditer(text):
        if not sight.in_title(match.start()) and match[0] not in sight.words.entity_by_word:
            yield Found(match.start(), match.end(), Role.PROJECT)
    for listing in listings(sight, Role.PROJECT):
        yield from _of_list(sight, listing.members)


def _of_list(sight: Sight, members: tuple[Span, ...]) -> Iterator[Found]:
    """The members of a list of projects, where one of them at least can be nothing else."""
    text, words = sight.text, sight.words
    names = [text[member.start : member.end] for member in members]
    known = [words.entity_by_word.get(name) for name in names]
    if any(name in words.common or name in words.never for name in names):
        return
    if not any(
        entity or words.names_a(Role.PROJECT, name) for name, entity in zip(names, known, strict=True)
    ):
        return
    for member, name, entity in zip(members, names, known, strict=True):
        if entity is not None:
            if entity.role != Role.FUTURE_INDUSTRY:
                yield listed.found(member.start, member.end, entity)
        elif _is_name(name, sight):
            yield Found(member.start, member.end, Role.PROJECT, region=sight.seat(member.start))


def _is_name(name: str, sight: Sight) -> bool:
    if not looks_like_name(name, sight.words) or len(name) < _SHORTEST:
        return False
    return bool(sight.words.names_a(Role.PROJECT, name)) or len(name) <= _LONGEST_BARE
