"""What changed between two builds, in words: for the first page, and for whoever asks `yanchao diff`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from yanchao.atlas import paths
from yanchao.atlas.figures import period_words, show
from yanchao.atlas.language import Language, Text, both, say
from yanchao.clusters.changes import KINDS, Aim, Changes, Fault, Figure, Source
from yanchao.ledger.ledger import Part
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass
from yanchao.statements.statement import Comparator, Kind


@dataclass(frozen=True, slots=True)
class Value:
    """A figure as it is set: `value` in its base unit."""

    value: float
    comparator: Comparator


@dataclass(frozen=True, slots=True)
class Line:
    """One change. Of several `values` the later took the place of the earlier, or where they are `rivals`, they contradict.

    `verdicts` are those of a target, from the earlier to the later; `rule` found it in the file `source`; `path` leads to its
    page, where it has one.
    """

    name: Text
    period: str | None = None
    has_period: bool = False
    values: tuple[Value, ...] = ()
    rivals: bool = False
    unit: str = ""
    kind: Kind = Kind.LEVEL
    status: str = ""
    verdicts: tuple[str, ...] = ()
    rule: str = ""
    source: str = ""
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The changes of one kind: the weightiest, of `total`."""

    kind: str
    lines: tuple[Line, ...]
    total: int


ORDER = (
    "newly_reached",
    "newly_behind",
    "found_wrong",
    "contradicted",
    "revised",
    "new",
    "gone",
    "added",
    "removed",
)
"""The kinds as they are told: what bears on a target first, then what is wrong, then what is new."""


def groups(changes: Changes, lexicon: Lexicon, most: int | None = None) -> tuple[Group, ...]:
    """The kinds in which something changed, with the `most` weightiest changes of each, or all that are known."""
    assert set(ORDER) == set(KINDS)
    found: list[Group] = []
    for kind in ORDER:
        part: Part[Source | Figure | Fault | Aim] = getattr(changes, kind)
        if part.total:
            shown = part.items if most is None else part.items[:most]
            found.append(Group(kind, tuple(_line(kind, each, lexicon) for each in shown), part.total))
    return tuple(found)


def _line(kind: str, it: Source | Figure | Fault | Aim, lexicon: Lexicon) -> Line:
    if isinstance(it, Source):
        name = it.title if it.title and it.title != it.uri else it.uri.rstrip("/").rsplit("/", 1)[-1]
        return Line(both(name), path=paths.document(it.document) if kind == "added" else None)
    if isinstance(it, Fault):
        message = Text(it.message, it.message_en or it.message)
        file = it.uri.rstrip("/").rsplit("/", 1)[-1]
        return Line(message, rule=it.rule, source=file, path=f"{paths.document(it.document)}#s={it.start}")
    if isinstance(it, Aim):
        return _aim(it, lexicon)
    values: tuple[Value, ...] = (Value(it.value, Comparator(it.comparator)),)
    if kind == "contradicted":
        values = tuple(Value(end, Comparator.EQUAL) for end in (it.least, it.greatest))
    elif kind == "revised" and it.before is not None:
        values = (Value(it.before, Comparator(it.comparator_before or "=")), *values)
    return Line(
        name=Text(it.name, it.name_en),
        period=it.period,
        has_period=True,
        values=values,
        rivals=kind == "contradicted",
        unit=it.unit,
        kind=Kind(it.kind),
        status="" if it.status == "actual" else it.status,
        path=None if kind == "gone" else f"{paths.document(it.document)}#s={it.start}",
    )


def _aim(aim: Aim, lexicon: Lexicon) -> Line:
    owner = lexicon.clusters.get(aim.cluster or "") or lexicon.place(aim.region)
    measure = lexicon.measures.get(aim.measure)
    whose = Text(owner.name, owner.name_en) if owner else both(aim.cluster or aim.region or "")
    what = Text(measure.name, measure.name_en) if measure else both(aim.measure)
    return Line(
        name=Text(f"{whose.zh} {what.zh}", f"{whose.en}: {what.en}"),
        period=aim.period,
        has_period=True,
        values=(Value(aim.value, Comparator(aim.comparator)),),
        unit=aim.unit,
        kind=Kind(aim.kind) if aim.kind else Kind.LEVEL,
        status="target",
        verdicts=(*([aim.before] if aim.before else []), aim.verdict),
        path=paths.cluster(aim.cluster) if aim.cluster else aim.region and paths.place(aim.region),
    )


def as_text(changes: Changes, lexicon: Lexicon, language: Language) -> str:
    """Everything that changed, for a terminal: a kind after the other, a line a change."""
    return "\n".join(_lines(changes, groups(changes, lexicon), language)) + "\n"


def _lines(changes: Changes, found: Iterable[Group], language: Language) -> Iterator[str]:
    if changes.since and changes.until:
        yield say("news.between", language, since=changes.since, until=changes.until)
    if not changes.same_reader:
        yield say("news.other_reader", language)
    if changes.is_empty:
        yield say("news.nothing", language)
    for group in found:
        yield ""
        yield f"{say(f'news.{group.kind}', language)} ({group.total:,})"
        yield from (f"  {told(line, language)}" for line in group.lines)


def told(line: Line, language: Language) -> str:
    """A change in one line."""
    shown = [
        str(show(each.value, line.unit, line.kind, language, comparator=each.comparator))
        for each in line.values
    ]
    words = [line.source and f"{line.source}:", line.rule, line.name.into(language)]
    if line.has_period:
        words.append(period_words(line.period, language))
    if line.status:
        words.append(say(f"status.{line.status}", language))
    words.append((" ≠ " if line.rivals else " → ").join(shown))
    words.append(" → ".join(say(f"verdict.{each}", language) for each in line.verdicts))
    return " ".join(" ".join(filter(None, words)).split())
