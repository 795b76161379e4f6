"""The catalogue: whole in both languages, and neither short of a string nor carrying a dead one."""

from __future__ import annotations

import re
import string

import pytest

from yanchao.atlas.language import HERE, Language, catalogue, phrase, say
from yanchao.atlas.spread import SHOWN
from yanchao.audit.finding import Severity
from yanchao.clusters.standing import Verdict
from yanchao.ledger.schema import TABLES
from yanchao.statements.statement import Kind, Role, Status

SOURCES = {
    path.name: path.read_text(encoding="utf-8")
    for folder, pattern in (
        (HERE, "*.py"),
        (HERE / "pages", "*.py"),
        (HERE / "templates", "*.html"),
    )
    for path in sorted(folder.glob(pattern))
}
ASKED = {key for text in SOURCES.values() for key in re.findall(r"""["'(]([a-z_]+\.[a-z0-9_-]+)["']""", text)}
BUILT = {
    prefix for text in SOURCES.values() for prefix in re.findall(r"""["']([a-z_]+\.[a-z_]*)["'] ~""", text)
} | {
    "data.in_",
    "file.",
    "table.",
    "role_one.",
    "rank.r",
    "tier.t",
    "tier_class.c",
    "status.",
    "figure.",
    "spread.",
}


@pytest.mark.parametrize("key", sorted(catalogue()))
def test_both_languages_say_it_and_fill_in_the_same_values(key: str) -> None:
    words = catalogue()[key]
    assert words.zh.strip()
    assert words.en.strip()
    assert _filled(words.zh) == _filled(words.en)


def _filled(text: str) -> set[str]:
    """The values that are printed; one that only chooses between words is none, and Chinese has one word for any number."""
    return {name for _, name, form, _ in string.Formatter().parse(text) if name and "|" not in (form or "")}


@pytest.mark.parametrize("key", sorted(catalogue()))
def test_every_string_is_asked_for_somewhere(key: str) -> None:
    assert key in ASKED or any(key.startswith(prefix) for prefix in BUILT)


def test_every_string_that_a_template_names_is_there() -> None:
    groups = {key.partition(".")[0] for key in catalogue()}
    named = {
        key
        for name, text in SOURCES.items()
        if name.endswith(".html")
        for key in re.findall(r"\bt\('([^']+)'[,)]", text)
    }
    assert named
    assert {key for key in named if key.partition(".")[0] in groups} <= set(catalogue())


@pytest.mark.parametrize(
    ("group", "values"),
    [
        ("kind", list(Kind)),
        ("status", list(Status)),
        ("verdict", list(Verdict)),
        ("about", list(Verdict)),
        ("severity", list(Severity)),
        ("role", list(Role)),
        ("role_one", list(Role)),
        ("spread", list(SHOWN)),
    ],
)
def test_every_value_that_a_page_can_show_has_a_name(group: str, values: list[str]) -> None:
    assert {f"{group}.{value}" for value in values} <= set(catalogue())


def test_no_chinese_is_left_in_an_english_string() -> None:
    chinese = {key for key, words in catalogue().items() if re.search(r"[\u4e00-\u9fff]", words.en)}
    assert chinese == {"site.other_language"}


def test_a_string_takes_its_values() -> None:
    assert say("card.words", Language.ZH, n=3) == "原句与来源（3）"
    assert phrase("document.page", n=2).en == "p. 2"


def test_every_table_that_can_be_downloaded_says_what_it_holds() -> None:
    assert {f"table.{table.name}" for table in TABLES} == {
        key for key in catalogue() if key.startswith("table.")
    }
