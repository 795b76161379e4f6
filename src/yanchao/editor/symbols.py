"""The outline of a text: its figures, under the headings that they stand under."""

from __future__ import annotations

from lsprotocol import types

from yanchao.atlas.figures import period_words
from yanchao.atlas.language import Language
from yanchao.documents.document import Block, BlockKind
from yanchao.documents.excerpts import shortened
from yanchao.editor.diagnostics import range_of, source_range
from yanchao.editor.draft import Draft
from yanchao.statements.statement import Statement

LONGEST_NAME = 60


def symbols(draft: Draft, language: str) -> list[types.DocumentSymbol]:
    """Headings and figures as a tree, each figure under its heading."""
    if draft.document is None:
        return []
    top: list[types.DocumentSymbol] = []
    opened: list[tuple[int, int, list[types.DocumentSymbol]]] = []  # level, where it begins, what is under it
    headings = [block for block in draft.document.blocks if block.kind is BlockKind.HEADING]
    ends = _ends(headings, len(draft.document.text))
    waiting = sorted(
        [(block.start, 0, block) for block in headings] + [(one.start, 1, one) for one in draft.statements],
        key=lambda entry: entry[:2],
    )
    for start, _, thing in waiting:
        if isinstance(thing, Block):
            while opened and opened[-1][0] >= thing.level:
                opened.pop()
            symbol = _heading(draft, thing, ends[thing.start])
            (opened[-1][2] if opened else top).append(symbol)
            opened.append((thing.level, start, symbol.children))  # type: ignore[arg-type]
        else:
            (opened[-1][2] if opened else top).append(_figure(draft, thing, language))
    return top


def flat(
    tree: list[types.DocumentSymbol], address: str, under: str | None = None
) -> list[types.SymbolInformation]:
    """The same as a list, for editors that know no tree."""
    found = []
    for symbol in tree:
        place = types.Location(address, symbol.selection_range)
        found.append(types.SymbolInformation(place, symbol.name, symbol.kind, container_name=under))
        found += flat(list(symbol.children or ()), address, symbol.name)
    return found


def _ends(headings: list[Block], end: int) -> dict[int, int]:
    """Where what stands under each heading ends, by where the heading begins."""
    ends: dict[int, int] = {}
    opened: list[Block] = []
    for heading in headings:
        while opened and opened[-1].level >= heading.level:
            ends[opened.pop().start] = heading.start
        opened.append(heading)
    return ends | {heading.start: end for heading in opened}


def _heading(draft: Draft, block: Block, end: int) -> types.DocumentSymbol:
    assert draft.document is not None
    first, last = draft.range(block.start, block.end)
    _, reach = draft.range(block.start, end)
    return types.DocumentSymbol(
        _name(draft.document.text[block.start : block.end]),
        types.SymbolKind.String,
        source_range(draft, first, max(last, reach)),
        source_range(draft, first, last),
        children=[],
    )


def _figure(draft: Draft, statement: Statement, language: str) -> types.DocumentSymbol:
    assert draft.document is not None
    place = range_of(draft, statement.start, statement.end)
    spoken = Language(language)
    period = period_words(statement.period, spoken) if statement.period else None
    words = (statement.subject, statement.measure, period)
    return types.DocumentSymbol(
        _name(draft.document.text[statement.start : statement.end]),
        types.SymbolKind.Number,
        place,
        place,
        detail=" · ".join(dict.fromkeys(word for word in words if word)) or None,
    )


def _name(text: str) -> str:
    return shortened(text, LONGEST_NAME) or "—"
