"""What a figure was read as: shown where the pointer rests on it."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from yanchao.atlas import language as atlas
from yanchao.atlas.figures import Shown, interval_words, period_words, show
from yanchao.atlas.language import Language
from yanchao.audit.dossier import claim
from yanchao.documents.excerpts import shortened
from yanchao.editor.diagnostics import range_of
from yanchao.editor.draft import Draft
from yanchao.editor.words import say
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import pattern
from yanchao.statements.statement import Origin, Statement

MARKUP = pattern(r"([\\`*_{}\[\]()#+\-.!|<>~&:])")
OWN = (Origin.FIGURE, Origin.CLAUSE)
"""Where a reader looks anyway; any other place is named."""

LONGEST = 40
"""Characters of the words that gave a field; more is a passage, not a name."""

MOST_CHECKS = 3
"""Relations that are shown of a figure, and figures of each."""


def hover(
    draft: Draft, place: int, lexicon: Lexicon, language: str, *, markdown: bool = True
) -> types.Hover | None:
    """What the figure at `place` of the source was read as, None where no figure stands."""
    statement = draft.statement_at(place)
    if statement is None or draft.document is None:
        return None
    kind = types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText
    figure = "".join(draft.document.text[statement.start : statement.end].split())
    spoken = Language(language)
    rows = [
        (name, value, _from(draft, statement, field, language))
        for field, name, value in _rows(statement, lexicon, spoken)
    ]
    checks = list(_checks(draft, statement, language))
    if markdown:
        lines = [f"**{_plain(figure)}**", ""]
        lines += [
            f"- {name}: {_plain(value)}" + (f" *({_plain(origin)})*" if origin else "")
            for name, value, origin in rows
        ]
        lines += ["", *(f"{_plain(line)}  " for line in checks)]
    else:
        lines = [figure]
        lines += [f"{name}: {value}" + (f" ({origin})" if origin else "") for name, value, origin in rows]
        lines += checks
    return types.Hover(
        types.MarkupContent(kind, "\n".join(lines)), range_of(draft, statement.start, statement.end)
    )


def _rows(statement: Statement, lexicon: Lexicon, language: Language) -> Iterator[tuple[str, str, str]]:
    """Field, its name, its value: first what the number is, then what it is of."""
    none = say("none", language)
    yield "value", atlas.say("field.value", language), _value(statement, language)
    range_ = claim(statement).range
    interval = interval_words(range_.low, range_.high, statement.unit, statement.kind, language)
    if interval:
        yield "value", say("interval", language), interval
    yield "kind", atlas.say("field.kind", language), atlas.say(f"kind.{statement.kind}", language)
    yield "measure", atlas.say("field.measure", language), statement.measure or none
    yield "subject", atlas.say("field.subject", language), statement.subject or none
    if statement.region is not None:
        region = lexicon.place(statement.region)
        name = (
            statement.region if region is None else region.name if language is Language.ZH else region.name_en
        )
        yield "region", say("region", language), name or statement.region
    if statement.cluster is not None:
        cluster = lexicon.clusters.get(statement.cluster)
        name = (
            statement.cluster
            if cluster is None
            else cluster.name
            if language is Language.ZH
            else cluster.name_en
        )
        yield "cluster", say("cluster", language), name or statement.cluster
    yield "period", atlas.say("field.period", language), period_words(statement.period, language)
    if statement.base is not None:
        yield "base", atlas.say("field.base", language), statement.base
    yield "status", atlas.say("field.status", language), atlas.say(f"status.{statement.status}", language)
    if statement.source is not None:
        yield "source", say("source", language), statement.source
    if statement.qualifiers:
        yield "qualifiers", say("qualifiers", language), ", ".join(sorted(statement.qualifiers))


def _value(statement: Statement, language: Language) -> str:
    quantity = statement.quantity
    shown: Shown = show(
        quantity.value,
        statement.unit,
        statement.kind,
        language,
        comparator=statement.comparator,
        low=quantity.low,
        high=quantity.high,
    )
    if shown.exact in ("", f"{shown.number.removeprefix('+')}{shown.gap}{shown.unit}"):
        return str(shown)
    exact = say("exact", language, exact=shown.exact)
    return f"{shown}，{exact}" if language is Language.ZH else f"{shown}, {exact}"


def _from(draft: Draft, statement: Statement, field: str, language: str) -> str:
    """Where a field came from; empty where the figure's own clause gives it."""
    evidence = statement.words(field)
    if evidence is None or evidence.origin in OWN or draft.document is None:
        return ""
    origin = say(f"origin.{evidence.origin}", language)
    words = "".join(draft.document.text[evidence.start : evidence.end].split())
    if not words:
        return say("origin.wordless", language, origin=origin)
    line, _ = draft.lines.position(draft.range(evidence.start, evidence.end)[0])
    return say("origin", language, origin=origin, line=line + 1, words=shortened(words, LONGEST))


def _checks(draft: Draft, statement: Statement, language: str) -> Iterator[str]:
    """How far the figure was checked: each relation that tested it, or why there is none."""
    covered = draft.covered(statement)
    if covered is None or draft.document is None:
        return
    yield say(str(covered.state), language)
    for tie in covered.ties[:MOST_CHECKS]:
        others = [
            "".join(draft.document.text[place.start : place.end].split())
            for place in tie.others
            if place.document == draft.document.uri
        ]
        words = getattr(tie.words, language)
        beside = [*others[:MOST_CHECKS], tie.known] if tie.known else others[:MOST_CHECKS]
        named = say("with", language, others="、".join(beside)) if beside else ""
        yield f"{tie.rule} {words}{named}: {say('holds' if tie.holds else 'fails', language)}"
    if not covered.ties:
        for skipped in covered.skipped[:MOST_CHECKS]:
            yield skipped.reason_en if language == "en" and skipped.reason_en else skipped.reason


def _plain(text: str) -> str:
    """Words of the document in Markdown: as they stand, whatever they look like."""
    return MARKUP.sub(r"\\\1", text)
