"""Findings as one page that carries everything with it: the text with its faults marked, each finding beside it."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from html import escape

from yanchao.audit.audit import Audit
from yanchao.audit.coverage import Covered, State
from yanchao.audit.finding import Finding
from yanchao.audit.reports._layout import message, relation, sure
from yanchao.audit.silence import Silence
from yanchao.audit.tally import (
    MEANINGS,
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
from yanchao.documents.document import Block, BlockKind, Document
from yanchao.documents.tables import Table, in_tables

NAME = "html"
SUFFIX = ".html"
MEDIA_TYPE = "text/html"

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""The page needs nothing from anywhere, and no script: a browser may refuse the rest."""

STYLE = """
:root { color-scheme: light dark; --ground: #fbfaf7; --ink: #1d2126; --soft: #5c6670; --line: #d9d5cb; --card: #fff;
  --error: #b3261e; --warning: #8a5a00; --note: #1f5fa8; --checked: #2e7d4f; }
@media (prefers-color-scheme: dark) { :root { --ground: #15181c; --ink: #e7e5e0; --soft: #a3abb3; --line: #363c43;
  --card: #1d2126; --error: #ff8a80; --warning: #ffca7a; --note: #8fc1ff; --checked: #7fcf9f; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 17px/1.8 "Source Han Serif SC", "Noto Serif CJK SC",
  "Songti SC", SimSun, serif; }
header, main { max-width: 74rem; margin: 0 auto; padding: 1.2rem 1.2rem 0; }
header h1 { font-size: 1.5rem; margin: 0; }
header p, .meta, footer { color: var(--soft); font-size: .95rem; margin: .2rem 0; }
article { border-top: 1px solid var(--line); padding: 1rem 0 2rem; }
article h2 { font-size: 1.15rem; overflow-wrap: anywhere; }
.block { display: grid; grid-template-columns: minmax(0, 1fr) minmax(15rem, 24rem); gap: 0 1.6rem; margin: 0 0 .9rem; }
.block > :first-child { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.heading { font-weight: 700; }
.block > .scroll { overflow-x: auto; white-space: normal; }
table { border-collapse: collapse; font-size: .92rem; line-height: 1.6; }
td, th { border: 1px solid var(--line); padding: .25rem .6rem; text-align: left; white-space: pre-wrap; }
.caption, .furniture { color: var(--soft); }
mark { background: none; color: inherit; border-bottom: 2px solid var(--note); }
mark.error { border-color: var(--error); } mark.warning { border-color: var(--warning); }
aside { display: grid; gap: .6rem; align-content: start; }
.finding { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--note); padding: .5rem .8rem;
  font: 15px/1.6 "Source Han Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
.finding.error { border-left-color: var(--error); } .finding.warning { border-left-color: var(--warning); }
mark.silenced { border-bottom: 1px dotted var(--soft); }
.finding.silenced { border-left-color: var(--line); color: var(--soft); background: none; }
.finding p { margin: .15rem 0; overflow-wrap: anywhere; }
.finding code { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: .88em; }
.finding .code { color: var(--soft); font-size: .86em; }
.figure { border-bottom: 2px dotted var(--soft); } .figure.bounded { border-bottom-style: dashed; }
.figure.checked { border-bottom: 2px solid var(--checked); } .legend { line-height: 2; }
.rules ul { padding-left: 1.2rem; font-size: .92rem; color: var(--soft); }
sup { line-height: 0; font-size: .68em; }
.finding ins { text-decoration: none; font-weight: 700; }
a { color: inherit; }
footer { max-width: 74rem; margin: 0 auto; padding: 0 1.2rem 2rem; }
@media (max-width: 46rem) { .block { grid-template-columns: 1fr; gap: .4rem; } }
"""


Known = tuple[Finding, Silence | None]
"""A finding, and the silence that says that it is known, if there is one."""


def render(audit: Audit, documents: Sequence[Document], *, language: str = "zh", colour: bool = False) -> str:
    """A self-contained page. `colour` changes nothing: the page follows the reader's light or dark setting."""
    del colour
    articles = [_article(document, audit.with_silenced(document.uri), (), language) for document in documents]
    return _page(audit, articles, "", language)


def render_coverage(
    audit: Audit, documents: Sequence[Document], *, language: str = "zh", colour: bool = False
) -> str:
    """The same page with every figure marked by how far it was checked, and what became of every rule at the end."""
    del colour
    covered = {coverage.document: coverage.figures for coverage in audit.coverage}
    articles = [
        _article(document, audit.with_silenced(document.uri), covered.get(document.uri, ()), language)
        for document in documents
    ]
    lines = "".join(f"<li>{escape(line)}</li>" for line in rule_lines(audit, language))
    title = RULES_TITLE[language == "en"].rstrip("：:")
    rules = f'<section class="rules"><h2>{title}</h2><ul>{lines}</ul></section>'
    return _page(audit, [*articles, rules], _legend(language), language)


def _legend(language: str) -> str:
    stop = "：" if language == "zh" else ": "
    marks = " · ".join(
        f'<span class="figure {one}">{STATES[one][language == "en"]}</span>{stop}{MEANINGS[one][language == "en"]}'
        for one in State
    )
    return f'<p class="legend">{marks}</p>'


def _page(audit: Audit, articles: Sequence[str], legend: str, language: str) -> str:
    is_chinese = language == "zh"
    title = "数字核查" if is_chinese else "Audit of figures"
    findings = found(audit, language) + ("" if is_chinese else " ")
    skipped = left_out(audit, language)
    footer = (
        "没有报错不等于正确：没有可核对关系的数字未经验证。"
        if is_chinese
        else "Silence is not approval: figures that stand in no relation were not verified."
    )
    body = "\n".join(articles)
    return (
        f'<!doctype html>\n<html lang="{"zh-CN" if is_chinese else "en"}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f"<header><h1>{title}</h1><p>{escape(findings + summary(audit, language))}</p>"
        f"{f'<p>{escape(skipped)}</p>' if skipped else ''}{legend}</header>\n<main>\n{body}\n</main>\n"
        f"<footer><p>{footer}</p></footer>\n</body>\n</html>\n"
    )


def _article(document: Document, findings: Sequence[Known], figures: Sequence[Covered], language: str) -> str:
    title = document.title or document.uri
    meta = " · ".join(
        escape(part)
        for part in (document.publisher, document.published and document.published.isoformat(), document.uri)
        if part
    )
    numbered = list(enumerate(findings, 1))
    left = deque(figures)
    body = "\n".join(
        _block(document, each, numbered, left, language)
        if isinstance(each, Block)
        else _table(document, each, numbered, left, language)
        for each in in_tables(_blocks(document))
    )
    return f'<article><h2>{escape(title)}</h2><p class="meta">{meta}</p>\n{body}\n</article>'


def _blocks(document: Document) -> Sequence[Block]:
    """The document's blocks, or all of it as one where it has none."""
    return document.blocks or (Block(BlockKind.PARAGRAPH, 0, len(document.text)),)


def _block(
    document: Document,
    block: Block,
    findings: Sequence[tuple[int, Known]],
    figures: deque[Covered],
    language: str,
) -> str:
    """One block with its findings beside it; takes its own figures from those that are left."""
    own = _of(block, findings)
    tag = "h3" if block.kind is BlockKind.HEADING else "p"
    marked = _marked(document.text, block, own, _taken(figures, block.end), language)
    if not marked.strip():
        return ""
    return f'<div class="block"><{tag} class="{block.kind}">{marked}</{tag}>{_margin(document, own, language)}</div>'


def _table(
    document: Document,
    table: Table,
    findings: Sequence[tuple[int, Known]],
    figures: deque[Covered],
    language: str,
) -> str:
    """A table with the findings of all its cells beside it; takes its own figures from those that are left."""
    rows: list[str] = []
    beside: list[tuple[int, Known]] = []
    for row in table:
        cells = []
        for placed in row:
            block = placed.block
            own = _of(block, findings)
            beside += own
            marked = _marked(document.text, block, own, _taken(figures, block.end), language)
            tag = "th" if block.cell is not None and block.cell.is_header else "td"
            empty = f'<td colspan="{placed.gap}"></td>' if placed.gap else ""
            cells.append(f"{empty}<{tag}>{marked}</{tag}>")
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return (
        f'<div class="block"><div class="scroll"><table>{"".join(rows)}</table></div>'
        f"{_margin(document, beside, language)}</div>"
    )


def _of(block: Block, findings: Sequence[tuple[int, Known]]) -> list[tuple[int, Known]]:
    return [(number, known) for number, known in findings if block.start <= known[0].start < block.end]


def _margin(document: Document, findings: Sequence[tuple[int, Known]], language: str) -> str:
    cards = "".join(_card(number, known, document, language) for number, known in findings)
    return f"<aside>{cards}</aside>"


def _taken(figures: deque[Covered], end: int) -> list[Covered]:
    """The next figures that begin before `end`, which are taken away."""
    taken = []
    while figures and figures[0].statement.start < end:
        taken.append(figures.popleft())
    return taken


def _marked(
    text: str,
    block: Block,
    findings: Sequence[tuple[int, Known]],
    figures: Sequence[Covered],
    language: str,
) -> str:
    """The block's text with every fault marked, and every figure outside of them; overlapping faults share the first one's
    mark."""
    parts = []
    position = block.start
    for number, (finding, silence) in findings:
        start, end = max(finding.start, position), min(finding.end, block.end)
        if start >= end:
            continue
        parts.append(_between(text, position, start, figures, language))
        parts.append(
            f'<mark class="{_class(finding, silence)}" id="{_anchor(finding)}">{escape(text[start:end])}'
            f'<sup><a href="#{_anchor(finding)}-{number}">{number}</a></sup></mark>'
        )
        position = end
    parts.append(_between(text, position, block.end, figures, language))
    return "".join(parts)


def _between(text: str, start: int, end: int, figures: Sequence[Covered], language: str) -> str:
    """A piece of text without faults, with its figures marked by how far they were checked."""
    parts = []
    for covered in figures:
        first, last = covered.statement.start, covered.statement.end
        if start <= first and last <= end:
            told = escape(_told(covered, language))
            parts.append(escape(text[start:first]))
            parts.append(
                f'<span class="figure {covered.state}" title="{told}">{escape(text[first:last])}</span>'
            )
            start = last
    return "".join(parts) + escape(text[start:end])


def _told(covered: Covered, language: str) -> str:
    """How far a figure was checked, by which relations, and what was left out."""
    ties = dict.fromkeys(
        f"{tie.rule} {tie_words(tie, language)}{fails(tie, language)}" for tie in covered.ties
    )
    skipped = [f"{one.rule} {reason_words(one, language)}".strip() for one in covered.skipped]
    return "\n".join(
        [state_words(covered, language), *(f"= {tie}" for tie in ties), *(f"· {one}" for one in skipped)]
    )


def _class(finding: Finding, silence: Silence | None) -> str:
    return str(finding.severity) if silence is None else f"{finding.severity} silenced"


def _card(number: int, known: Known, document: Document, language: str) -> str:
    finding, silence = known
    line, column = document.line_column(finding.start)
    lines = [
        f'<p class="code">{number} · {escape(sure(finding.severity, language))} · {escape(finding.rule)} '
        f"{escape(finding.name)} · {line}:{column}</p>",
        f"<p>{escape(message(finding, language))}</p>",
    ]
    arithmetic = relation(finding, language)
    if arithmetic:
        lines.append(f"<p><code>{escape(arithmetic)}</code></p>")
    if finding.suggest:
        lines.append(
            f"<p>{'应为' if language == 'zh' else 'Likely'} <ins>{escape(finding.suggest)}</ins></p>"
        )
    if silence is not None:
        label = "已注明略过：" if language == "zh" else "Silenced: "
        lines.append(f"<p>{label}{escape(silence.reason)}</p>")
    return f'<div class="finding {_class(finding, silence)}" id="{_anchor(finding)}-{number}">{"".join(lines)}</div>'


def _anchor(finding: Finding) -> str:
    return f"f{finding.start}-{finding.rule.lower()}"
