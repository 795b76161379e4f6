"""Why a figure belongs to its series, and why two series are two: the key part by part, and every step on the way to it."""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.errors import UsageError
from yanchao.ledger.keys import name, name_en, series_id
from yanchao.ledger.ledger import Ledger
from yanchao.ledger.matching.doubtful import Doubt, figures_of
from yanchao.ledger.matching.likeness import DOUBTFUL, likeness
from yanchao.ledger.matching.likeness import meaning as sign_meaning
from yanchao.ledger.matching.naming import key_of, text_of
from yanchao.ledger.matching.normal import meaning as step_meaning
from yanchao.ledger.matching.normal import normal
from yanchao.ledger.reconciliation import Claim, claims
from yanchao.ledger.series import Assertion, Series, SeriesKey
from yanchao.ledger.showing import source_of, told_point, told_words
from yanchao.ledger.told import told
from yanchao.lexicon.entries import Cluster, Measure, Region
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass
from yanchao.statements.statement import Statement

PARTS = (
    ("measure", "指标", "measure"),
    ("subject", "主体", "whose"),
    ("region", "地区", "place"),
    ("cluster", "集群", "cluster"),
    ("kind", "种类", "kind"),
    ("unit", "单位", "unit"),
    ("base", "分母或范围", "universe"),
    ("qualifiers", "限定", "qualifiers"),
)
"""The parts of a key, and what they are called in Chinese and English."""

LATEST = 2
"""Points of a series that a person is shown."""


@dataclass(frozen=True, slots=True)
class Way:
    """How one figure got to its series: the claim says what the lexicon makes of its words; the steps after that follow.

    `told` are qualifiers that its sentence gave or took, `steps` the reasons of the sure steps, `by_clause` what its clause
    or its place in a list added to the subject, `decision` whether a person moved it here.
    """

    claim: Claim
    statement: Statement
    told: tuple[str, ...]
    steps: tuple[str, ...]
    by_clause: str
    decision: bool


def resolve(ledger: Ledger, given: str) -> SeriesKey:
    """The key of the series that was named by its id, by an end of it that no other has, or by its key in one line.

    Raises:
        UsageError: where there is none, or more than one.
    """
    if "|" in given:
        try:
            return key_of(given)
        except ValueError as error:
            raise UsageError(str(error)) from error
    found = [
        row[0]
        for row in ledger.each_row(
            "SELECT series FROM series WHERE series = ? OR ends_with(series, ?) ORDER BY series LIMIT 3",
            [given, f"-{given}"],
        )
    ]
    if not found:
        raise UsageError(
            f"{ledger.directory}: has no series {given!r}; `yanchao ledger show` finds ids by words"
        )
    if len(found) > 1:
        raise UsageError(f"{given!r} is the end of more than one series: {', '.join(found)}")
    return ledger.one_series(found[0]).key


def ways(ledger: Ledger, series: Series, lexicon: Lexicon) -> Iterator[Way]:
    """How each figure of a series got there, document by document."""
    documents = sorted({said.document for point in series.observations for said in point.assertions})
    for id in documents:
        extraction = ledger.extraction(id)
        by_rules = {claim.number: claim.key for claim in claims(extraction, lexicon)}
        for claim in claims(extraction, lexicon, ledger.decisions):
            if claim.key == series.key:
                statement = extraction.statements[claim.number]
                yield _way(claim, by_rules[claim.number], statement, extraction.document.text, lexicon)


def _way(claim: Claim, by_rules: SeriesKey, statement: Statement, text: str, lexicon: Lexicon) -> Way:
    by_words, steps = normal(claim.named, lexicon)
    qualifiers = tuple(sorted(told(statement, text).qualifiers ^ statement.qualifiers))
    added = by_rules.subject.removeprefix(by_words.subject)
    return Way(claim, statement, qualifiers, steps, added, by_rules != claim.key)


def about_series(ledger: Ledger, key: SeriesKey, lexicon: Lexicon, language: int) -> list[str]:
    """The key of a series part by part, and how each of its figures got there, in lines for a person.

    Raises:
        UsageError: where the ledger has no such series.
    """
    id = series_id(key, lexicon)
    try:
        series = ledger.one_series(id)
    except KeyError:
        raise UsageError(f"{ledger.directory}: has no series {text_of(key)}") from None
    lines = [f"{(series.name, series.name_en)[language]}  {id}", f"  {text_of(key)}"]
    for part, *called in PARTS:
        value = getattr(key, part)
        shown = " ".join(value) if isinstance(value, tuple) else value
        if shown:
            lines.append(f"  {called[language]}: {shown}{_known(part, str(shown), lexicon, language)}")
    for way in ways(ledger, series, lexicon):
        lines += ["", *_told_way(ledger, way, language)]
    return lines


def about_pair(
    ledger: Ledger, one: SeriesKey, other: SeriesKey, lexicon: Lexicon, language: int
) -> list[str]:
    """What parts two series, how alike they are and why, and what was decided about them."""
    ids = [series_id(key, lexicon) for key in (one, other)]
    lines = []
    for sign, key, id in zip("AB", (one, other), ids, strict=True):
        lines.append(f"{sign} {(name, name_en)[language](key, lexicon)}  {id}")
    if one == other:
        return [*lines, ("是同一个序列", "are one series")[language]]
    for part, *called in PARTS:
        values = [getattr(key, part) for key in (one, other)]
        if values[0] != values[1]:
            first, second = (" ".join(it) if isinstance(it, tuple) else it or "—" for it in values)
            lines.append(f"  {called[language]}: {first or '—'} ≠ {second or '—'}")
    texts = {text_of(one), text_of(other)}
    lines += [
        f"  {('已作决定', 'decided')[language]}: {decision.verdict}  {decision.note}".rstrip()
        for decision in ledger.decisions.made
        if {decision.one, decision.other} == texts
    ]
    figures = figures_of(ledger, ids)
    alike = likeness(one, other, figures[ids[0]], figures[ids[1]], lexicon)
    if alike is None:
        return [
            *lines,
            ("  规则已定为两个序列，不必人断", "  the rules say that they are two; nobody is asked")[
                language
            ],
        ]
    lines.append(
        f"  {('相似度', 'likeness')[language]} {alike.score:.2f} ({('存疑', 'doubtful')[language] if alike.score >= DOUBTFUL else ('不列', 'not listed')[language]})"
    )
    return lines + [f"    {sign_meaning(sign, language)}" for sign in alike.signs]


def about_doubt(ledger: Ledger, number: int, doubt: Doubt, lexicon: Lexicon, language: int) -> list[str]:
    """A doubtful pair as a person sees it: names, signs, and for each the best source's words for its latest point."""
    names = [(name, name_en)[language](key, lexicon) for key in (doubt.key, doubt.other_key)]
    signs = "；".join(sign_meaning(sign, language) for sign in doubt.likeness.signs)
    lines = [f"{number}  {doubt.likeness.score:.2f}  {names[0]} ≟ {names[1]}", f"   {signs}"]
    sides = ((doubt.one, doubt.key), (doubt.other, doubt.other_key))
    for sign, (id, key) in zip("AB", sides, strict=True):
        lines.append(f"   {sign} {id}")
        lines += [
            f"     {told_point(point, key)}  {_sentence(ledger, point.assertions[0])}"
            for point in ledger.one_series(id).observations[-LATEST:]
        ]
    return lines


def _sentence(ledger: Ledger, said: Assertion) -> str:
    return told_words(said, source_of(said, ledger))


def _known(part: str, value: str, lexicon: Lexicon, language: int) -> str:
    entry: Measure | Cluster | Region | None = None
    if part == "measure":
        entry = lexicon.measures.get(value)
    elif part in ("subject", "cluster", "region", "base"):
        entry = lexicon.clusters.get(value) or lexicon.place(value)
    return f" ({(entry.name, entry.name_en)[language]})" if entry is not None else ""


def _told_way(ledger: Ledger, way: Way, language: int) -> list[str]:
    statement, said = way.statement, way.claim.assertion
    words = [statement.subject, statement.measure, *sorted(statement.qualifiers)]
    lines = [
        f"  {way.claim.period or '—'} {way.claim.status}  {_sentence(ledger, said)}",
        f"    {('读作', 'read as')[language]}: {' / '.join(word for word in words if word)}"
        + (f" / {('占', 'of ')[language]}{statement.base}" if statement.base else ""),
        f"    {('按词库', 'by the lexicon')[language]}: {text_of(way.claim.named)}",
    ]
    if way.told:
        lines.append(f"    {('按句意', 'by its sentence')[language]}: {' '.join(way.told)}")
    lines += [
        f"    {('可靠步骤', 'sure step')[language]}: {step_meaning(step, language)}" for step in way.steps
    ]
    if way.by_clause:
        lines.append(f"    {('按分句或列举', 'by its clause or list')[language]}: {way.by_clause}")
    if way.decision:
        lines.append(f"    {('按人的决定归入', 'put here by a decision')[language]}")
    return lines
