"""What a rule is, and how rules are found: every module of `rules/` is one, by being there.

A rule's file reads, in this order: the page that a user sees (the module's docstring), its code, name, group,
severity and examples, then `check`. `check` is given the dossier and yields what it saw:

- `Relation`: figures that are tied together; the audit tests it, finds the figure at fault and its repair;
- `Fault`: something wrong at one place that needs no arithmetic;
- `Compared`: figures that it held against each other in order to find such a fault;
- `Unjudged`: a relation that it had to leave out, with the reason.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.relations import Relation
from yanchao.documents.document import Document
from yanchao.documents.editing import Edit
from yanchao.errors import UsageError
from yanchao.found import modules_in
from yanchao.quick import dataclass


class Group(StrEnum):
    """What sort of fault a rule looks for; the hundred of its code says the same."""

    ARITHMETIC = "arithmetic"  # YC1xx: figures of one text against each other
    KNOWN = "known"  # YC2xx: against what the packs know
    FORM = "form"  # YC3xx: how the figure stands in the text
    PLANS = "plans"  # YC4xx: plans and targets
    SILENCE = "silence"  # YC8xx: silences that are not obeyed or not needed
    STYLE = "style"  # YC9xx: house style, off unless selected


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong at `[start, end)` of a document. `suggest` is the text that would have to stand there.

    `repair` mends it where there is one way only to mend it, whatever the author meant: `--fix` makes these edits without
    asking. Where two repairs could be meant, or the right one takes a look at the source, it stays empty.
    `doubts_year` is whether the year is what it calls wrong, and not a figure.
    """

    document: Document
    start: int
    end: int
    message: Said
    equation: Said | None = None
    suggest: str | None = None
    related: tuple[tuple[Figure | tuple[Document, int, int], Said], ...] = ()
    severity: Severity | None = None
    repair: tuple[Edit, ...] = ()
    doubts_year: bool = False


@dataclass(frozen=True, slots=True)
class Compared:
    """Figures that were held against each other, or one against the packs, without a form that could be traced.

    A `Fault` says so where they do not agree. What only looks at the words of a figure compares nothing.
    """

    figures: tuple[Figure, ...]
    agree: bool


@dataclass(frozen=True, slots=True)
class Unjudged:
    """Figures that belong together but cannot be held against each other, and why; the one to be checked comes first."""

    figures: tuple[Figure, ...]
    reason: Said


Seen = Relation | Fault | Compared | Unjudged


@dataclass(frozen=True, slots=True)
class Examples:
    """Sentences on which the rule fires (`bad`) and on which it keeps quiet (`good`). They are its tests.

    `ledger` is what an earlier build has read, for a rule that holds a draft against a ledger.
    """

    bad: tuple[str, ...]
    good: tuple[str, ...]
    ledger: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as its module defines it. `title_zh` and `page_zh` say in Chinese what the first line of its page and the rest of it say; `ties` names what its relations tie together, None where it looks at form alone.

    One that `is_last` looks when the others have: at what they left of the dossier's silences.
    """

    code: str
    name: str
    title_zh: str
    page_zh: str
    group: Group
    severity: Severity
    page: str
    examples: Examples
    check: Callable[[Dossier], Iterator[Seen]]
    ties: Said | None = None
    is_last: bool = False

    @property
    def title(self) -> str:
        """The first line of the page."""
        return self.page.partition("\n")[0]

    @property
    def needs_ledger(self) -> bool:
        """Whether it holds a draft against the ledger of an earlier build, and so runs only where one is given."""
        return bool(self.examples.ledger)

    @property
    def is_default(self) -> bool:
        """Whether it runs unless it is asked not to: house style is a matter of taste and does not."""
        return self.group is not Group.STYLE


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """All rules, by code."""
    from yanchao.audit import rules as folder

    modules = [importlib.import_module(f"{folder.__name__}.{name}") for name in modules_in(folder.__path__)]
    return tuple(
        sorted(
            (
                Rule(
                    module.CODE,
                    module.NAME,
                    module.TITLE_ZH,
                    _unwrapped(module.PAGE_ZH),
                    module.GROUP,
                    module.SEVERITY,
                    (module.__doc__ or "").strip(),
                    module.EXAMPLES,
                    module.check,
                    getattr(module, "TIES", None),
                    getattr(module, "LAST", False),
                )
                for module in modules
            ),
            key=lambda rule: rule.code,
        )
    )


def _unwrapped(page: str) -> str:
    """The paragraphs of a page in one line each: between Chinese words a break of the line would be shown as a blank."""
    return "\n\n".join("".join(paragraph.splitlines()) for paragraph in page.strip().split("\n\n"))


def choose(select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Rule, ...]:
    """The rules to run: those selected (by default, all but house style) without those ignored.

    A rule is named by its code (`YC101`), the beginning of its code (`YC1`) or its name (`impossible-share`).

    Raises:
        UsageError: where a word names no rule.
    """
    chosen = (
        {rule for word in select for rule in named(word)}
        if select
        else {rule for rule in rules() if rule.is_default}
    )
    chosen -= {rule for word in ignore for rule in named(word)}
    return tuple(rule for rule in rules() if rule in chosen)


def named(word: str) -> tuple[Rule, ...]:
    """The rules that a word names.

    Raises:
        UsageError: where it names none.
    """
    wanted = word.strip()
    code = wanted.upper()
    found = tuple(
        rule
        for rule in rules()
        if rule.name == wanted.lower() or (len(code) >= 2 and rule.code.startswith(code))
    )
    if not found:
        known = ", ".join(rule.code for rule in rules())
        raise UsageError(f"no rule is called {word!r}; the rules are {known} (yanchao rule lists them)")
    return found
