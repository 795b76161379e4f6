"""Findings as a person wants to read them: the line, a caret under the figure, what is wrong, why, the likely right value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from yanchao.audit.audit import Audit
from yanchao.audit.finding import Finding, Severity
from yanchao.audit.reports._layout import documents_by_uri, excerpt, message, relation, sure, width
from yanchao.documents.document import Document

NAME = "text"
SUFFIX = ".txt"
MEDIA_TYPE = "text/plain"

COLOURS = {Severity.ERROR: "31;1", Severity.WARNING: "33;1", Severity.NOTE: "36;1"}


def render(audit: Audit, documents: Sequence[Document], *, language: str = "zh", colour: bool = False) -> str:
    """The findings one after another, then a summary that also says how much could not be checked.

    `colour` adds terminal colours; ask for it only where the output is a terminal.
    """
    paint = _Paint(colour)
    by_uri = documents_by_uri(tuple(documents))
    parts = [
        _finding(finding, by_uri, language, paint) for finding in audit.findings if finding.document in by_uri
    ]
    return "\n".join([*parts, _summary(audit, language), ""])


class _Paint:
    def __init__(self, colour: bool) -> None:
        self._colour = colour

    def __call__(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._colour and text else text


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
    found = len(audit.findings)
    related = sum(len(one.related) for one in audit.coverage)
    unrelated = sum(len(one.unrelated) for one in audit.coverage)
    figures = related + unrelated
    crashed = [outcome for outcome in audit.outcomes if outcome.crashed]
    skipped: Counter[str] = Counter()
    for coverage in audit.coverage:
        skipped.update(one.reason if language == "zh" else one.reason_en for one in coverage.skipped)
    if language == "zh":
        lines = [
            f"{found}处问题。" if found else "没有发现问题。",
            f"{figures}个数字：{related}个与其他数字有关系可核对，{unrelated}个没有可核对的关系（没有报错不等于正确）。",
        ]
        lines += [f"另有{count}处关系未判断：{reason}。" for reason, count in sorted(skipped.items())]
        lines += [f"规则{one.rule}（{one.name}）运行出错，结果不含它的检查：{one.crashed}" for one in crashed]
    else:
        lines = [
            f"{found} finding{'s' if found != 1 else ''}." if found else "Nothing found.",
            f"{figures} figures: {related} stood in a relation, {unrelated} could not be checked (silence is not approval).",
        ]
        lines += [
            f"{count} relation{'s' if count != 1 else ''} left out: {reason}."
            for reason, count in sorted(skipped.items())
        ]
        lines += [
            f"rule {one.rule} ({one.name}) crashed and its checks are missing: {one.crashed}"
            for one in crashed
        ]
    return "\n".join(lines)
