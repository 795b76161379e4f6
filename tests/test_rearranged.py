"""What is rearranged matches as the standard library does: the same places, the same groups."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yanchao.compiled import Compiled, _assembled, _parts

WORDS = "甲乙丙丁"
EXPRESSIONS = [
    ("甲乙丙|丁|甲乙|甲丙丁|甲|乙丁", 0),
    (r"(?<!丙)[“\"]?(?P<name>甲乙|甲|乙丙)(?:节)?", 0),
    (r"(?:甲|(?<=丙)乙|甲乙丙|(?:丙丁)?甲丁)+(?![甲丙])", 0),
    (r"(?=甲)(?P<one>甲乙|甲)|(?P<other>[乙丙]{2,3}?丁)|\d{1,2}甲", 0),
    (r"甲|乙|丙丁|丁丙|丙乙|丁乙|\d甲|\d乙|甲乙甲|", 0),
    (r"^甲|^(?:乙|丙丁)$", re.MULTILINE),
    (r"(?:gdp|Gdp growth|gdp growth|cpi|ppi|pmi|pce|ipo|roe|rmb)", re.IGNORECASE),
    (r"(?:(?i:gdp|Gdp growth)|gdp|甲)", 0),
    (r"(甲乙|乙)(?(1)丙|丁)|(?P<again>丁甲|丁乙)(?P=again)", 0),
    (r"[^甲]丙|(?:[\u4e00-\u9fff]乙|甲)", 0),
]


def found(expression: re.Pattern[str], text: str) -> list[tuple[tuple[int, int], tuple[str | None, ...]]]:
    return [(match.span(), match.groups()) for match in expression.finditer(text)]


def rearranged(source: str, flags: int = 0) -> re.Pattern[str]:
    parts = _parts(source, flags)
    assert parts is not None
    made = _assembled(source, parts)
    assert made is not None
    return made


def assert_alike(source: str, flags: int, text: str) -> None:
    ours, theirs = rearranged(source, flags), re.compile(source, flags)
    assert found(ours, text) == found(theirs, text), source
    for start in range(len(text)):
        for way in ("match", "fullmatch", "search"):
            one, other = (getattr(made, way)(text, start, len(text)) for made in (ours, theirs))
            assert (one and (one.span(), one.groups())) == (other and (other.span(), other.groups())), (
                source,
                way,
            )


@pytest.mark.parametrize(("source", "flags"), EXPRESSIONS)
@given(text=st.text('甲乙丙丁节1“"\ngGdDpPcCiI ', max_size=24))
def test_what_is_rearranged_matches_as_before(source: str, flags: int, text: str) -> None:
    assert_alike(source, flags, text)


def _written(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Expressions made of smaller ones."""
    several = st.lists(parts, min_size=1, max_size=12)
    return st.one_of(
        several.map("".join),
        several.map(lambda alternatives: f"(?:{'|'.join(alternatives)})"),
        several.map(lambda alternatives: f"({'|'.join(alternatives)})"),
        st.tuples(parts, st.sampled_from("?*+")).map(lambda two: f"(?:{two[0]}){two[1]}"),
        parts.map(lambda part: f"(?={part})"),
        parts.map(lambda part: f"(?!{part})"),
    )


_PLAIN = st.one_of(
    st.text(WORDS, min_size=1, max_size=3),
    st.sampled_from(
        ("[甲乙]", "[^甲]", r"\d", "(?<!甲)", "(?<=乙丙)", "^", "$", ".", "[丁-甲]{2}?", "[一-丁]")
    ),
)


@given(source=st.recursive(_PLAIN, _written, max_leaves=12), text=st.text(f"{WORDS}1", max_size=10))
def test_whatever_is_rearranged_matches_as_before(source: str, text: str) -> None:
    assert_alike(source, 0, text)


def test_the_program_uses_it(tmp_path: Path) -> None:
    """Behind a condition the standard library looks at every character: here the head of the code says what to look for."""
    source = "(?<!不)(?:甲乙|丙丁)"
    assert Compiled(str(tmp_path / "kept.bin")).compile(source) != re.compile(source)
