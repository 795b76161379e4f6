"""The catalogue: every entry in both languages, none said twice, each used, and filled with the same fields in both."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from yanchao.audit.messages import CATALOGUE, LANGUAGES, Said, Words, say

SOURCES = [
    path.read_text(encoding="utf-8")
    for path in (Path(__file__).resolve().parents[2] / "src" / "yanchao" / "audit").rglob("*.py")
    if path.name != "messages.py"
]
SYMBOLS_ONLY = {"nothing", "quotient", "more-than", "differs", "pace", "source-of"}
"""Entries that are arithmetic and read alike in every language."""


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize("key", CATALOGUE)
def test_an_entry_fills_the_same_fields_in_both_languages(key: str) -> None:
    assert fields(CATALOGUE[key].zh) == fields(CATALOGUE[key].en)


@pytest.mark.parametrize("key", sorted(set(CATALOGUE) - SYMBOLS_ONLY))
def test_an_entry_is_in_its_own_language(key: str) -> None:
    template = CATALOGUE[key]
    assert template.zh != template.en
    english = re.sub(r"《[^》]*》|“[^”]*”|\{[^}]*\}", "", template.en)
    assert not re.search(r"[\u4e00-\u9fff，。：；]", english)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_in_the_catalogue_twice(language: str) -> None:
    said = [getattr(words, language) for words in CATALOGUE.values()]
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("key", CATALOGUE)
def test_every_entry_is_said_somewhere(key: str) -> None:
    assert any(f'"{key}"' in source for source in SOURCES)


def test_a_field_may_differ_between_languages_or_be_a_sentence_itself() -> None:
    inner = Said("no-whole")
    said = Said("scale-slip.tier", text="9亿元", tier=Words("万亿级", "trillion-yuan class"))
    assert "万亿级" in say(said, "zh")
    assert "trillion-yuan class" in say(said, "en")
    assert say(Said("differs", left=inner, right="x"), "en").startswith("the text does not give")
