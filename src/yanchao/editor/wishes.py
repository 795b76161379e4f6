"""What someone asked of the language server, on its command line and in the editor, over what the project's file says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from yanchao.audit.messages import LANGUAGES
from yanchao.audit.rule import choose
from yanchao.errors import UsageError
from yanchao.quick import dataclass, replace
from yanchao.settings import DEFAULT_LANGUAGE, Settings

LEAST_DELAY, MOST_DELAY = 0.0, 60.0


@dataclass(frozen=True, slots=True)
class Asked:
    """What holds for one text: the language of every word shown, the rules, the packs."""

    language: str = DEFAULT_LANGUAGE
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    packs: tuple[Path, ...] = ()
    left_out: frozenset[str] = frozenset()
    """Codes of rules that are left out in this text alone."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was asked for, None where that is left to the project's file. `delay` is how many seconds a check waits for rest."""

    language: str | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    packs: tuple[Path, ...] | None = None
    delay: float = 0.3

    def with_options(self, options: object) -> Wishes:
        """These wishes with what an editor says: `{"lang": "en", "select": ["YC9"], "delay": 500}` (milliseconds).

        Words that are none of ours are passed over, as editors send settings of other tools along.

        Raises:
            UsageError: where a value cannot be meant.
        """
        if not isinstance(options, Mapping):
            return self
        given = options["yanchao"] if isinstance(options.get("yanchao"), Mapping) else options
        changed = self
        if "lang" in given:
            if given["lang"] not in LANGUAGES:
                raise UsageError(f"lang must be {' or '.join(LANGUAGES)}, not {given['lang']!r}")
            changed = replace(changed, language=given["lang"])
        if "select" in given:
            changed = replace(changed, select=_words(given["select"], "select"))
        if "ignore" in given:
            changed = replace(changed, ignore=_words(given["ignore"], "ignore"))
        if "packs" in given:
            changed = replace(changed, packs=tuple(Path(word) for word in _words(given["packs"], "packs")))
        if "delay" in given:
            delay = given["delay"]
            if isinstance(delay, bool) or not isinstance(delay, int | float):
                raise UsageError(f"delay must be a number of milliseconds, not {delay!r}")
            changed = replace(changed, delay=min(max(delay / 1000, LEAST_DELAY), MOST_DELAY))
        choose(changed.select or (), changed.ignore or ())
        return changed

    def over(self, project: Settings, text: str) -> Asked:
        """What holds for a text: what is left open here is as the project has it."""
        select, ignore = project.chosen(self.select, self.ignore)
        return Asked(
            self.language or project.lang or DEFAULT_LANGUAGE,
            tuple(select),
            tuple(ignore),
            self.packs if self.packs is not None else project.packs,
            project.ignored_in(text),
        )


def _words(given: object, name: str) -> tuple[str, ...]:
    if isinstance(given, str):
        return tuple(word.strip() for word in given.split(",") if word.strip())
    if isinstance(given, Sequence) and all(isinstance(word, str) for word in given):
        return tuple(given)
    raise UsageError(f"{name} must be a list of words, not {given!r}")
