"""A page a document: its text as it reads, every figure marked, every finding beside it; and the list of sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from yanchao.atlas import paths
from yanchao.atlas.facts import Facts, grouped
from yanchao.atlas.language import both, phrase
from yanchao.atlas.marking import Grid, Note, Passage, passages
from yanchao.atlas.page import Sheet
from yanchao.audit.finding import Finding
from yanchao.ledger.ledger import DocumentCard, Named, Stated
from yanchao.statements.statement import Kind


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read out of one figure, as a row of the table below the text."""

    stated: Stated
    text: str
    line: int
    page: int | None
    findings: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DocumentView:
    """One document. `href` is its address where that is a web address, else None; nothing else becomes a link."""

    card: DocumentCard
    title: str
    href: str | None
    passages: tuple[Passage | Grid, ...]
    notes: tuple[Note, ...]
    readings: tuple[Reading, ...]
    kinds: tuple[tuple[Kind, int], ...]
    names: int
    warnings: tuple[str, ...]


def sheets(facts: Facts) -> Iterator[Sheet]:
    yield Sheet(
        path=paths.DOCUMENTS,
        template="documents.html",
        section="documents",
        title=phrase("documents.title"),
        summary=phrase("documents.summary"),
        view=tuple((card, facts.document_title(card.id)) for card in facts.cards),
    )
    stated = grouped(facts.stated, lambda each: each.document)
    findings = grouped(facts.findings, lambda finding: finding.document)
    named = grouped(facts.named, lambda each: each.document)
    for card in facts.cards:
        title = facts.document_title(card.id)
        yield Sheet(
            path=paths.document(card.id),
            template="document.html",
            section="documents",
            title=both(title),
            summary=phrase("document.summary", title=title),
            view=_view(
                facts,
                card,
                title,
                stated.get(card.id, ()),
                findings.get(card.uri, ()),
                named.get(card.id, ()),
            ),
        )


def _view(
    facts: Facts,
    card: DocumentCard,
    title: str,
    stated: tuple[Stated, ...],
    findings: tuple[Finding, ...],
    named: tuple[Named, ...],
) -> DocumentView:
    document = facts.document(card.id)
    marked = passages(document, stated, findings, named)
    notes = tuple(note for each in marked for note in each.notes)
    readings = tuple(
        Reading(
            stated=each,
            text=document.text[each.statement.start : each.statement.end],
            line=document.line_column(each.statement.start)[0],
            page=place.page if (place := document.place(each.statement.start)) else None,
            findings=tuple(
                note.number
                for note in notes
                if note.finding.start < each.statement.end and note.finding.end > each.statement.start
            ),
        )
        for each in stated
    )
    counts = {kind: sum(each.statement.kind is kind for each in stated) for kind in Kind}
    return DocumentView(
        card=card,
        title=title,
        href=card.uri if card.uri.startswith(("https://", "http://")) else None,
        passages=marked,
        notes=notes,
        readings=readings,
        kinds=tuple((kind, count) for kind, count in counts.items() if count),
        names=len(named),
        warnings=document.warnings,
    )
