"""Findings as a person wants to read them: the line, a caret under the figure, what is wrong, why, the likely right value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from yanchao.audit.audit import Audit
from yanchao.audit.coverage import Coverage, Covered, Skipped, State, Tie
from yanchao.audit.finding import Finding, Range, Severity
from yanchao.audit.reports._layout import documents_by_uri, message, relation, sure
from yanchao.audit.tally import (
    RULES_TITLE,
    STATES,
    fails,
    found,
    left_out,
    reason_words,
    rule_lines,
    state_words,
    summary,
    tie_words,
)
from yanchao.documents.document import Document
from yanchao.documents.excerpts import excerpt, printable, width

NAME = "text"
SUFFIX = ".txt"
MEDIA_TYPE = "text/plain"

COLOURS = {Severity.ERROR: "31;1", Severity.WARNING: "33;1", Severity.NOTE: "36;1"}

LEAD = 12
"""Characters shown before a figure in the list of all figures."""

MARKS = {State.CHECKED: ("=", "32"), State.BOUNDED: ("~", "33"), State.UNCHECKED: ("-", "2")}
CONTRADICTED = ("!", "31;1")
CONTRADICTED_WORDS = ("关系不成立", "a relation does not hold")


def render(audit: Audit, documents: Sequence[Document], *, language: str = "zh", colour: bool = False) -> str:
    """The findings one after another, then a summary that also says how much could not be checked.

    `colour` adds terminal colours; ask for it only where the output is a terminal.
    """
    by_uri = documents_by_uri(tuple(documents))
    parts = _findings(audit, by_uri, language, _Paint(colour))
    return "\n".join([*parts, _summary(audit, language), ""])


def render_coverage(
    audit: Audit, documents: Sequence[Document], *, language: str = "zh", colour: bool = False
) -> str:
    """The findings; then every figure with its mark and relations, every rule with what it left out, and the summary."""
    paint = _Paint(colour)
    by_uri = documents_by_uri(tuple(documents))
    figures = [
        _figures(coverage, by_uri, language, paint)
        for coverage in audit.coverage
        if coverage.document in by_uri
    ]
    parts = [
        *_findings(audit, by_uri, language, paint),
        _legend(language),
        *figures,
        _rules(audit, language),
    ]
    return "\n".join([*parts, _summary(audit, language), ""])


class _Paint:
    def __init__(self, colour: bool) -> None:
        self._colour = colour

    def __call__(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._colour and text else text


def _findings(audit: Audit, by_uri: Mapping[str, Document], language: str, paint: _Paint) -> list[str]:
    return [_finding(each, by_uri, language, paint) for each in audit.findings if each.document in by_uri]


def _finding(finding: Finding, by_uri: object, language: str, paint: _Paint) -> str:
    assert isinstance(by_uri, dict)
    document: Document = by_uri[finding.document]
    line, column = document.line_column(finding.start)
    shown = excerpt(document, finding.start, finding.end)
    colour = COLOURS[finding.severity]
    gutter = " " * len(str(line))
    carets = " " * width(shown.text[: shown.start]) + "^" * max(1, width(shown.text[shown.start : shown.end]))
    lines = [
        f"{paint(finding.document, '1')}:{line}:{column}: "
        f"{paint(sure(finding.severity, language), colour)} {finding.rule} {finding.name}: {message(finding, language)}",
        f"{gutter} |",
        f"{line} | {shown.text}",
        f"{gutter} | {paint(carets, colour)}",
    ]
    arithmetic = relation(finding, language)
    if arithmetic:
        lines.append(f"{gutter} = {'算式' if language == 'zh' else 'relation'}: {arithmetic}")
    if finding.suggest:
        lines.append(
            f"{gutter} = {'应为' if language == 'zh' else 'likely'}: {paint(finding.suggest, '32;1')}"
        )
    for related in finding.related:
        other: Document | None = by_uri.get(related.document)
        if other is None or (
            related.document == finding.document and finding.start <= related.start < finding.end
        ):
            continue
        there, at = other.line_column(related.start)
        words = " ".join(other.text[related.start : related.end].split())
        note = related.note_en if language == "en" and related.note_en else related.note
        place = (
            f"{there}:{at}" if related.document == finding.document else f"{related.document}:{there}:{at}"
        )
        lines.append(f"{gutter} = {note}: {place}{' ' + words if words else ''}")
    return "\n".join(lines) + "\n"


def _summary(audit: Audit, language: str) -> str:
    crashed = [outcome for outcome in audit.outcomes if outcome.crashed]
    if language == "zh":
        crashes = [
            f"规则{one.rule}（{one.name}）运行出错，结果不含它的检查：{one.crashed}" for one in crashed
        ]
    else:
        crashes = [
            f"rule {one.rule} ({one.name}) crashed and its checks are missing: {one.crashed}"
            for one in crashed
        ]
    lines = [found(audit, language), summary(audit, language), left_out(audit, language), *crashes]
    return "\n".join(line for line in lines if line)


def _figures(coverage: Coverage, by_uri: Mapping[str, Document], language: str, paint: _Paint) -> str:
    """Every figure of a document with its mark, the relations that it stood in, and what was left out."""
    document = by_uri[coverage.document]
    lines = [f"{paint(coverage.document, '1')}:"]
    for covered in coverage.figures:
        lines.append(_figure(covered, document, language, paint))
        lines += [f"        = {_tie(tie, document, by_uri, language)}" for tie in covered.ties]
        lines += [f"        · {_left_out(one, language)}" for one in covered.skipped]
    return "\n".join(lines) + "\n"


def _figure(covered: Covered, document: Document, language: str, paint: _Paint) -> str:
    statement = covered.statement
    line, column = document.line_column(statement.start)
    shown = excerpt(document, statement.start, statement.end, LEAD)
    before, figure = shown.text[: shown.start], shown.text[shown.start : shown.end]
    mark, colour = MARKS[covered.state] if covered.holds else CONTRADICTED
    told = state_words(covered, language) if covered.holds else CONTRADICTED_WORDS[language == "en"]
    return f"  {paint(mark, colour)} {line}:{column} {before}{paint(figure, colour)} {told}"


def _tie(tie: Tie, document: Document, by_uri: Mapping[str, Document], language: str) -> str:
    others = [_place(place, document, by_uri) for place in tie.others]
    stop, colon = ("、", "：") if language == "zh" else (", ", ": ")
    sources = [tie.known] if tie.known else []
    told = stop.join([*others, *sources])
    return f"{tie.rule} {tie_words(tie, language)}{fails(tie, language)}{colon if told else ''}{told}"


def _place(place: Range, document: Document, by_uri: Mapping[str, Document]) -> str:
    other = by_uri.get(place.document)
    if other is None:
        return f"{place.document}:{place.start}"
    line, column = other.line_column(place.start)
    where = f"{line}:{column}" if other is document else f"{place.document}:{line}:{column}"
    return f"{printable(''.join(other.text[place.start : place.end].split()))} {where}"


def _left_out(skipped: Skipped, language: str) -> str:
    return f"{skipped.rule} {reason_words(skipped, language)}".lstrip()


def _rules(audit: Audit, language: str) -> str:
    title = RULES_TITLE[language == "en"]
    return "\n".join([title, *(f"  {line}" for line in rule_lines(audit, language))]) + "\n"


def _legend(language: str) -> str:
    told = [f"{MARKS[one][0]} {STATES[one][language == 'en']}" for one in State]
    told.append(f"{CONTRADICTED[0]} {CONTRADICTED_WORDS[language == 'en']}")
    return ("标记：" if language == "zh" else "Marks: ") + "  ".join(told) + "\n"
