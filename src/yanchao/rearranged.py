"""An expression as the standard library parses it, rearranged so that it is tried faster and matches the same.

Most expressions here open with one of many listed words, often behind a condition (`(?<!不)(?:甲乙|甲丙|丁)`). The standard library tries such
words one by one, and where a condition or an optional part comes first, it does so at every character of a text. Here

- words that open alike are tried together: `甲乙|丁|甲丙` as `甲(?:乙|丙)|丁`. Words that open differently never match at one place, so
  that which of them comes first makes no difference; those that open alike keep their order;
- many words are tried only where one of their first characters stands, and one of their second behind it;
- what may stand or not, `(?:甲乙)?`, is told as `(?:甲乙|)`;
- a search passes over all characters that no match can begin with, whatever condition or optional part comes first.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import Any

_compiler: Any = importlib.import_module("re._compiler")
_constants: Any = importlib.import_module("re._constants")
_parser: Any = importlib.import_module("re._parser")

LITERAL, IN, BRANCH, SUBPATTERN = (
    _constants.LITERAL, _constants.IN, _constants.BRANCH, _constants.SUBPATTERN
)  # fmt: skip
ASSERT = _constants.ASSERT
_NO_WIDTH = (ASSERT, _constants.ASSERT_NOT, _constants.AT)
_REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT)
_ONE_CHARACTER = (LITERAL, IN, _constants.NOT_LITERAL, _constants.ANY)
_KNOWN = (*_ONE_CHARACTER, *_NO_WIDTH, *_REPEATS, BRANCH, SUBPATTERN)
_CHARACTER_SET = 4
"""Of the head of an expression's code: that the set of characters follows which a match begins with (`SRE_INFO_CHARSET`)."""

_MANY = 8
"""From how many alternatives on it pays to look at their first characters before trying them."""

Parsed = Any
"""What the standard library's parser makes of an expression or of a part of it (`SubPattern`)."""

Openings = list[tuple[Any, Any]]
"""Characters, ranges and classes of them, as the standard library lists those of `[…]`."""


def code_of(source: str, flags: int) -> tuple[Any, list[int]]:
    """What the parser knows of an expression's groups and flags, and the code that matches as the standard library's does."""
    parsed = _parser.parse(source, flags)
    all_flags = flags | parsed.state.flags
    if all_flags & _constants.SRE_FLAG_IGNORECASE:
        return parsed.state, _compiler._code(parsed, flags)
    _rearrange(parsed)
    code = _compiler._code(parsed, flags)
    head, length, told, lowest, highest = code[:5]
    openings, may_be_empty = _openings(parsed)
    if head != _constants.INFO or told not in (0, _CHARACTER_SET) or may_be_empty or not _are_few(openings):
        return parsed.state, code
    return parsed.state, [*_head(openings, all_flags, lowest, highest), *code[1 + length :]]


_WIDE = 256
"""From how many characters on a range (all of Chinese) tells next to nothing of where a match begins."""


def _are_few(openings: Openings | None) -> bool:
    """Whether so few characters open a match that it pays to look for them first."""
    return bool(openings) and not any(
        kind is _constants.RANGE and value[1] - value[0] >= _WIDE for kind, value in openings or ()
    )


def _head(openings: Openings | None, flags: int, lowest: int, highest: int) -> list[int]:
    """The head of a code that says how long a match is, and which characters it begins with."""
    head = [_constants.INFO, 0, _CHARACTER_SET, lowest, highest]
    charset, _ = _compiler._optimize_charset(openings)
    _compiler._compile_charset(charset, flags, head)
    head[1] = len(head) - 1
    return head


def _rearrange(parsed: Parsed) -> None:
    """Group the alternatives of a part and of all its parts, in place."""
    items = []
    for kind, value in parsed.data:
        for part in _parts(kind, value):
            _rearrange(part)
        if kind is BRANCH:
            alternatives = _grouped(value[1], parsed.state)
            if len(alternatives) >= _MANY and (opening := _opening_of_all(alternatives)):
                items.append((ASSERT, (1, _parser.SubPattern(parsed.state, opening))))
            value = (None, alternatives)
        elif kind in _REPEATS and (either := _present_or_not(kind, value, parsed.state)):
            kind, value = BRANCH, (None, either)
        items.append((kind, value))
    parsed.data[:] = items


def _present_or_not(kind: Any, value: Any, state: Any) -> list[Parsed]:
    """What may stand or not, as alternatives, which are begun in less time than a repetition; none where that is no matter of choice."""
    least, most, repeated = value
    if (
        (least, most) != (0, 1)
        or _is_one_character(repeated)
        or repeated.getwidth()[0] == 0
        or _captures(repeated)
    ):
        return []
    while len(repeated.data) == 1 and repeated.data[0][0] is SUBPATTERN:
        repeated = repeated.data[0][1][3]
    alone = len(repeated.data) == 1 and repeated.data[0][0] is BRANCH
    present = repeated.data[0][1][1] if alone else [repeated]
    nothing = _parser.SubPattern(state, [])
    return [*present, nothing] if kind is _constants.MAX_REPEAT else [nothing, *present]


def _is_one_character(parsed: Parsed) -> bool:
    """Whether a part is a single character of some kind, the repetition of which is quick as it is."""
    return len(parsed.data) == 1 and parsed.data[0][0] in _ONE_CHARACTER


def _captures(parsed: Parsed) -> bool:
    """Whether a part holds a group that is told of, or anything that is not known here."""
    return any(
        (kind is SUBPATTERN and value[:3] != (None, 0, 0))
        or (kind not in _KNOWN)
        or any(map(_captures, _parts(kind, value)))
        for kind, value in parsed.data
    )


def _parts(kind: Any, value: Any) -> Iterator[Parsed]:
    """The parts that an item holds, but for those with flags of their own."""
    if kind is BRANCH:
        yield from value[1]
    elif kind in _REPEATS:
        yield value[2]
    elif kind in (ASSERT, _constants.ASSERT_NOT):
        yield value[1]
    elif kind is SUBPATTERN and not (value[1] or value[2]):
        yield value[3]


def _opening_of_all(alternatives: list[Parsed]) -> list[tuple[Any, Any]]:
    """What the first character of every alternative is among, and the second, where that is told; nothing where a match may be empty."""
    openings, may_be_empty = _openings_of_any(alternatives)
    if not openings or may_be_empty:
        return []
    if any(alternative.data[0][0] not in (LITERAL, IN) for alternative in alternatives):
        return [(IN, openings)]
    rests = [_parser.SubPattern(alternative.state, alternative.data[1:]) for alternative in alternatives]
    behind, may_end = _openings_of_any(rests)
    return [(IN, openings), (IN, behind)] if _are_few(behind) and not may_end else [(IN, openings)]


def _grouped(alternatives: list[Parsed], state: Any) -> list[Parsed]:
    """Alternatives with those together that open with the same character; none is moved past one that opens otherwise."""
    groups: list[list[Parsed]] = []
    opening_alike: dict[int, list[Parsed]] = {}
    for alternative in alternatives:
        kind, character = alternative.data[0] if alternative.data else (None, -1)
        if kind is not LITERAL:
            opening_alike = {}
            groups.append([alternative])
        elif character in opening_alike:
            opening_alike[character].append(alternative)
        else:
            opening_alike[character] = [alternative]
            groups.append(opening_alike[character])
    return [group[0] if len(group) == 1 else _in_one(group, state) for group in groups]


def _in_one(group: list[Parsed], state: Any) -> Parsed:
    """One alternative for several that open with the same character."""
    rests = [_parser.SubPattern(state, alternative.data[1:]) for alternative in group]
    return _parser.SubPattern(state, [group[0].data[0], (BRANCH, (None, _grouped(rests, state)))])


def _openings(parsed: Parsed) -> tuple[Openings | None, bool]:
    """The characters that a match of a part begins with, None where that may be any, and whether it may be empty."""
    found: Openings = []
    for kind, value in parsed.data:
        if kind in _NO_WIDTH:
            continue
        openings, may_be_empty = _openings_of(kind, value)
        if openings is None:
            return None, False
        found += openings
        if not may_be_empty:
            return found, False
    return found, True


def _openings_of(kind: Any, value: Any) -> tuple[Openings | None, bool]:
    """The same of one item."""
    if kind is LITERAL:
        return [(kind, value)], False
    if kind is IN and value[0][0] is not _constants.NEGATE:
        return value, False
    if kind is BRANCH:
        return _openings_of_any(value[1])
    if kind in _REPEATS:
        openings, may_be_empty = _openings(value[2])
        return openings, may_be_empty or value[0] == 0
    if kind is SUBPATTERN and not (value[1] or value[2]):
        return _openings(value[3])
    return None, False


def _openings_of_any(alternatives: list[Parsed]) -> tuple[Openings | None, bool]:
    """The same of several alternatives."""
    found: Openings = []
    empty = False
    for alternative in alternatives:
        openings, may_be_empty = _openings(alternative)
        if openings is None:
            return None, False
        found += openings
        empty = empty or may_be_empty
    return found, empty
