"""What an editor may do about a finding: put the right figure, mend what is certain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from lsprotocol import types

from yanchao.audit.finding import Finding
from yanchao.documents.editing import Edit, apart
from yanchao.documents.excerpts import shortened
from yanchao.editor.diagnostics import SOURCE, source_range
from yanchao.editor.draft import Draft
from yanchao.editor.lines import Lines
from yanchao.editor.silencing import comment, line
from yanchao.editor.words import say
from yanchao.quick import pattern

FIX_ALL = "source.fixAll.yanchao"

VERB = pattern(r"(?:增长|增加|上升|提高|下降|减少|降低|回落)(?=了?$)")
"""A verb right before a growth rate. Where the sign was wrong, it is the verb that has to change."""

REASONS = ("reason.checked", "reason.quoted")
"""The reasons offered: those that editors give most. Whoever has another types over it."""

NO_SILENCE = "YC801"
"""What is wrong with a silence is mended and not silenced."""

LONGEST_TITLE = 60


def actions(
    draft: Draft,
    address: str,
    first: int,
    last: int,
    shown: Sequence[types.Diagnostic],
    only: Sequence[str] | None,
    language: str,
    *,
    file: Path | None = None,
    can_create: bool = False,
) -> list[types.CodeAction]:
    """What can be done about the findings that touch the range `[first, last]` of the source.

    `shown` are the diagnostics that the editor has there, `only` the kinds of action that it asks for, None for all.
    `file` is the text's path where it lies on this machine, `can_create` whether the editor may be asked to make a file.
    """
    found: list[types.CodeAction] = []
    if _is_wanted(types.CodeActionKind.QuickFix, only):
        for finding in draft.findings:
            begins, ends = draft.range(finding.start, finding.end)
            if begins <= last and first <= ends:
                found += _about(finding, draft, address, shown, language)
                found += _silencing(finding, draft, address, shown, language, file, can_create)
    if _is_wanted(FIX_ALL, only):
        edits = _text_edits(draft, apart(finding.repair for finding in draft.findings if finding.repair))
        if edits:
            title = say("fix.all", language)
            found.append(types.CodeAction(title, FIX_ALL, edit=types.WorkspaceEdit({address: edits})))
    return found


def proposed(finding: Finding, text: str) -> tuple[Edit, ...]:
    """The edits of the document's text that put the proposed right figure; none where nothing is proposed."""
    if finding.repair:
        return finding.repair
    if finding.suggest is None:
        return ()
    verb = VERB.search(text, max(0, finding.start - 4), finding.start)
    told = VERB.match(finding.suggest[:2])
    if verb is not None and told is not None and not text.startswith(told.group(), finding.start):
        mended = Edit(verb.start(), verb.end(), told.group())
        number = Edit(finding.start, finding.end, finding.suggest[2:])
        return (mended,) if number.text == text[finding.start : finding.end] else (mended, number)
    return (Edit(finding.start, finding.end, finding.suggest),)


def _about(
    finding: Finding, draft: Draft, address: str, shown: Sequence[types.Diagnostic], language: str
) -> Iterator[types.CodeAction]:
    if draft.document is None:
        return
    edits = _text_edits(draft, proposed(finding, draft.document.text))
    if not edits:
        return
    title = (
        say("fix", language, text=shortened(finding.suggest, LONGEST_TITLE))
        if finding.suggest
        else say("fix.certain", language, rule=f"{finding.rule} {finding.name}")
    )
    yield types.CodeAction(
        title,
        types.CodeActionKind.QuickFix,
        diagnostics=_of(finding, draft, shown),
        is_preferred=bool(finding.repair),
        edit=types.WorkspaceEdit({address: edits}),
    )


def _silencing(
    finding: Finding,
    draft: Draft,
    address: str,
    shown: Sequence[types.Diagnostic],
    language: str,
    file: Path | None,
    can_create: bool,
) -> Iterator[types.CodeAction]:
    """The finding is known and stays: one action a reason, which can be typed over."""
    if finding.rule == NO_SILENCE:
        return
    for key in REASONS:
        reason = say(key, language)
        edit = _silence(finding, draft, address, reason, file, can_create)
        if edit is None:
            return
        title = say("silence", language, rule=finding.rule, reason=reason)
        kind = types.CodeActionKind.QuickFix
        yield types.CodeAction(title, kind, diagnostics=_of(finding, draft, shown), edit=edit)


def _silence(
    finding: Finding, draft: Draft, address: str, reason: str, file: Path | None, can_create: bool
) -> types.WorkspaceEdit | None:
    inside = comment(finding, draft, reason)
    if inside is not None:
        place = source_range(draft, inside.place, inside.place)
        return types.WorkspaceEdit({address: [types.TextEdit(place, inside.text)]})
    beside = line(finding, draft, reason, file) if file is not None else None
    if beside is None:
        return None
    lines = Lines(beside.text or "", draft.units)
    end = types.Position(*lines.position(len(lines.text)))
    added = types.TextEdit(types.Range(end, end), beside.added)
    there = beside.file.as_uri()
    if beside.text is not None:
        return types.WorkspaceEdit({there: [added]})
    if not can_create:
        return None
    created = types.CreateFile(there, options=types.CreateFileOptions(ignore_if_exists=True))
    named = types.OptionalVersionedTextDocumentIdentifier(there)
    return types.WorkspaceEdit(document_changes=[created, types.TextDocumentEdit(named, [added])])


def _text_edits(draft: Draft, edits: Sequence[Edit]) -> list[types.TextEdit]:
    """The edits as the editor makes them; none where markup stands among the words of one of them."""
    changes = []
    for edit in edits:
        place = draft.editable(edit.start, edit.end)
        if place is None:
            return []
        is_html = draft.document is not None and draft.document.media_type == "text/html"
        text = escape(edit.text, quote=False) if is_html else edit.text
        changes.append(types.TextEdit(source_range(draft, *place), text))
    return changes


def _of(finding: Finding, draft: Draft, shown: Sequence[types.Diagnostic]) -> list[types.Diagnostic] | None:
    """The diagnostics of the editor that show this finding."""
    place = source_range(draft, *draft.range(finding.start, finding.end))
    own = [one for one in shown if one.source == SOURCE and one.code == finding.rule and one.range == place]
    return own or None


def _is_wanted(kind: str, only: Sequence[str] | None) -> bool:
    """Kinds are a tree: who asks for `source.fixAll` gets `source.fixAll.yanchao`."""
    return only is None or any(
        kind == wanted or not wanted or kind.startswith(f"{wanted}.") for wanted in only
    )
