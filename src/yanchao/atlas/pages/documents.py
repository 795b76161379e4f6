"""A page a document: its text as it reads, every figure marked, every finding beside it; and the list of sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from yanchao.atlas import caps, naming, paths
from yanchao.atlas.facts import Facts
from yanchao.atlas.language import both, phrase
from yanchao.atlas.leaves import leaves
from yanchao.atlas.marking import Grid, Note, Passage, passages
from yanchao.atlas.page import Later, Sheet
from yanchao.atlas.pinned import Pinned, pinned, sizes
from yanchao.ledger.ledger import DocumentCard, Stated
from yanchao.quick import dataclass
from yanchao.statements.statement import Kind


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read out of one figure, as a row of the table below the text."""

    stated: Stated
    text: str
    line: int
    at: Pinned | None
    findings: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DocumentView:
    """One document. `href` is its address where that is a web address, else None; nothing else becomes a link.

    `left_out` counts the figures that are marked in the text but have no row among the `readings`. `source_paths` are
    the pages of the sources that the text cites, by name.
    """

    card: DocumentCard
    title: str
    href: str | None
    passages: tuple[Passage | Grid, ...]
    notes: tuple[Note, ...]
    readings: tuple[Reading, ...]
    left_out: int
    kinds: tuple[tuple[Kind, int], ...]
    names: int
    warnings: tuple[str, ...]
    publisher_path: str | None
    source_paths: Mapping[str, str | None]

    @property
    def mends_shown(self) -> int:
        """How many findings are listed before the text."""
        return caps.MENDS

    @property
    def last_row(self) -> int:
        """Where the last figure starts that has a row."""
        return self.readings[-1].stated.statement.start if self.readings else -1


def sheets(facts: Facts) -> Iterator[Sheet]:
    listed = tuple(
        (card, facts.document_title(card.id), facts.source_path(card.publisher)) for card in facts.cards
    )
    for leaf in leaves(paths.DOCUMENTS, listed, caps.DOCUMENTS_A_PAGE):
        yield Sheet(
            path=leaf.here,
            template="documents.html",
            section="documents",
            title=phrase("documents.title"),
            summary=phrase("documents.summary"),
            view=leaf,
        )
    for card in facts.cards:
        if facts.stands(paths.document(card.id)):
            continue
        title = facts.document_title(card.id)
        yield Sheet(
            path=paths.document(card.id),
            template="document.html",
            section="documents",
            title=both(title),
            summary=phrase("document.summary", title=title),
            view=Later(partial(_view, facts, card, title)),
        )


def _view(facts: Facts, card: DocumentCard, title: str) -> DocumentView:
    whole = facts.whole(card.id)
    document, stated = whole.document, whole.stated
    marked = passages(
        document,
        stated,
        whole.findings,
        whole.named,
        page_of=partial(naming.page_of, facts),
        page_of_finding=partial(facts.finding_path, card.id),
    )
    notes = tuple(note for each in marked for note in each.notes)
    of_pages = sizes(document.places)
    readings = tuple(
        Reading(
            stated=each,
            text=document.text[each.statement.start : each.statement.end],
            line=document.line_column(each.statement.start)[0],
            at=pinned(document.place(each.statement.start), of_pages),
            findings=tuple(
                note.number
                for note in notes
                if note.finding.start < each.statement.end and note.finding.end > each.statement.start
            ),
        )
        for each in stated[: caps.READINGS]
    )
    counts = {kind: sum(each.statement.kind is kind for each in stated) for kind in Kind}
    return DocumentView(
        card=card,
        title=title,
        href=card.uri if card.uri.startswith(("https://", "http://")) else None,
        passages=marked,
        notes=notes,
        readings=readings,
        left_out=len(stated) - len(readings),
        kinds=tuple((kind, count) for kind, count in counts.items() if count),
        names=len(whole.named),
        warnings=document.warnings,
        publisher_path=facts.source_path(card.publisher),
        source_paths={
            source: facts.source_path(source)
            for source in (each.statement.source for each in stated)
            if source is not None
        },
    )
