"""The two languages of the atlas, and the catalogue of everything it says in them.

The files of `strings/` hold one table a string: its key, and its words in Chinese and in English. `units.csv` holds
how a base unit is written in each. A page is rendered once a language from the same view.
"""

from __future__ import annotations

import string
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from yanchao.quick import dataclass

HERE = Path(__file__).resolve().parent


class Language(StrEnum):
    """A language of the site; the value is its BCP 47 tag's first part."""

    ZH = "zh"
    EN = "en"

    @classmethod
    def of(cls, path: str) -> Language:
        """The language of a page by its path, as an address has it (`/en/clusters/index.html`)."""
        return next((each for each in cls if each.root and path.startswith(f"/{each.root}")), cls.ZH)

    @property
    def root(self) -> str:
        """The folder of its pages, from the root of the site."""
        return "" if self is Language.ZH else f"{self}/"

    @property
    def tag(self) -> str:
        return "zh-Hans" if self is Language.ZH else "en"

    @property
    def other(self) -> Language:
        return Language.EN if self is Language.ZH else Language.ZH


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in both languages."""

    zh: str
    en: str

    def into(self, language: Language) -> str:
        return self.zh if language is Language.ZH else self.en


def both(words: str) -> Text:
    """Words that are the same in both languages: names that only one language has, quotations."""
    return Text(words, words)


@lru_cache(maxsize=1)
def catalogue() -> Mapping[str, Text]:
    """Every string of the site by its key (`home.title`)."""
    files = (
        tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted((HERE / "strings").glob("*.toml"))
    )
    return {
        f"{group}.{name}": Text(words["zh"], words["en"])
        for tables in files
        for group, strings in tables.items()
        for name, words in strings.items()
    }


def say(key: str, language: Language, **values: object) -> str:
    """One string of the catalogue with its values filled in. Raises KeyError where there is no such string.

    A number also chooses between two words: `{n} {n:point|points}`.
    """
    words = catalogue()[key].into(language)
    return _FORMATTER.format(words, **values) if values else words


def phrase(key: str, **values: object) -> Text:
    """One string of the catalogue in both languages; a value that is a `Text` is put into each."""
    return Text(*(say(key, language, **_into(values, language)) for language in Language))


class _Formatter(string.Formatter):
    def format_field(self, value: object, form: str) -> str:
        one, has_two, many = form.partition("|")
        if has_two:
            return one if str(value) == "1" else many
        return str(super().format_field(value, form))


_FORMATTER = _Formatter()


def _into(values: Mapping[str, object], language: Language) -> dict[str, object]:
    return {
        name: value.into(language) if isinstance(value, Text) else value for name, value in values.items()
    }
