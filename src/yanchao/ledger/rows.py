"""A thing of the house as rows of the schema's tables, and back: each pair of functions is one table.

A row is a tuple in the order of the table's columns in `schema.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from yanchao.audit.finding import Finding, Related, Severity
from yanchao.documents.document import Block, BlockKind, Cell, Document, Place
from yanchao.ledger.keys import name, name_en
from yanchao.ledger.matching.decisions import Decision
from yanchao.ledger.quoting import quoted
from yanchao.ledger.series import Assertion, Observation, Series, SeriesKey, of_parts, parts_of
from yanchao.lexicon.lexicon import Lexicon
from yanchao.statements.statement import (
    Comparator,
    Evidence,
    Kind,
    Mention,
    Origin,
    Quantity,
    Role,
    Span,
    Statement,
    Status,
)

Row = tuple[Any, ...]

CONTEXT = 32
"""How many characters before and after its words an anchor keeps, as web annotations usually do."""


def decision_rows(made: Iterable[Decision]) -> Iterator[Row]:
    for number, it in enumerate(made):
        yield number, it.one, it.other, it.verdict, it.note, it.decided


def decision(row: Sequence[Any]) -> Decision:
    return Decision(*row[1:])


def document_row(document: Document) -> Row:
    return (
        document.id,
        document.uri,
        document.title,
        document.publisher,
        document.published,
        document.media_type,
        document.text,
        len(document.text),
        list(document.warnings),
    )


def document(
    row: Sequence[Any], blocks: Iterable[Sequence[Any]], places: Iterable[Sequence[Any]]
) -> Document:
    """The document of a row of `documents`, its rows of `blocks` and those of `places`; remarks are not kept."""
    id, uri, title, publisher, published, media_type, text, _, warnings = row
    return Document(
        id=id,
        uri=uri,
        text=text,
        blocks=tuple(map(block, blocks)),
        places=tuple(map(place, places)),
        title=title,
        publisher=publisher,
        published=published,
        media_type=media_type,
        warnings=tuple(warnings),
    )


def block_rows(document: Document) -> Iterator[Row]:
    for number, block in enumerate(document.blocks):
        cell = block.cell
        place = (None,) * 4 if cell is None else (cell.table, cell.row, cell.column, cell.is_header)
        yield (document.id, number, str(block.kind), block.start, block.end, block.level, *place)


def block(row: Sequence[Any]) -> Block:
    kind, start, end, level, table, line, column, is_header = row[2:]
    cell = None if table is None else Cell(table, line, column, is_header)
    return Block(BlockKind(kind), start, end, level, cell)


def place_rows(document: Document) -> Iterator[Row]:
    for number, place in enumerate(document.places):
        box = place.box or (None,) * 4
        yield (document.id, number, place.start, place.end, place.page, *box, place.path)


def place(row: Sequence[Any]) -> Place:
    start, end, page, left, bottom, right, top, path = row[2:]
    return Place(start, end, page, None if left is None else (left, bottom, right, top), path)


def statement_row(document: Document, number: int, statement: Statement, series: str | None) -> Row:
    quantity = statement.quantity
    words = quoted(quantity.start, quantity.end, statement.sentence)
    numbers = (quantity.value, quantity.low, quantity.high, quantity.resolution)
    return (
        document.id,
        number,
        quantity.start,
        quantity.end,
        str(statement.kind),
        *(None if value is None else float(value) for value in numbers),
        [None if value is None else str(value) for value in numbers],
        quantity.unit,
        str(quantity.comparator),
        [
            {"start": span.start, "end": span.end, "comparator": str(comparator)}
            for span, comparator in quantity.comparators
        ],
        statement.measure,
        statement.subject,
        statement.cluster,
        statement.region,
        statement.base,
        statement.period,
        str(statement.status),
        statement.source,
        statement.sentence.start,
        statement.sentence.end,
        statement.construction,
        statement.confidence,
        sorted(statement.qualifiers),
        series,
        document.text[words.start : words.end],
    )


def statement(row: Sequence[Any], evidence: Iterable[Sequence[Any]]) -> Statement:
    """The statement of a row of `statements` and its rows of `evidence`."""
    start, end, kind = row[2:5]
    value, low, high, resolution = row[9]
    unit, comparator, comparators = row[10:13]
    measure, subject, cluster, region, base, period, status, source = row[13:21]
    sentence_start, sentence_end, construction, confidence, qualifiers = row[21:26]
    return Statement(
        quantity=Quantity(
            start=start,
            end=end,
            value=Decimal(value),
            unit=unit,
            comparator=Comparator(comparator),
            resolution=Decimal(resolution),
            low=None if low is None else Decimal(low),
            high=None if high is None else Decimal(high),
            comparators=tuple(
                (Span(item["start"], item["end"]), Comparator(item["comparator"])) for item in comparators
            ),
        ),
        kind=Kind(kind),
        measure=measure,
        subject=subject,
        cluster=cluster,
        region=region,
        base=base,
        period=period,
        status=Status(status),
        source=source,
        sentence=Span(sentence_start, sentence_end),
        construction=construction,
        confidence=confidence,
        qualifiers=frozenset(qualifiers),
        evidence=tuple(
            Evidence(item[3], item[4], item[5], item[6], Origin(item[7]))
            for item in evidence
            if item[3] != "quantity"
        ),
    )


def evidence_rows(document: Document, number: int, statement: Statement) -> Iterator[Row]:
    """The figure itself first, then the words of every field, each with the text around it."""
    quantity = statement.quantity
    whole = Evidence("quantity", quantity.start, quantity.end, False, Origin.FIGURE)
    for item, evidence in enumerate((whole, *statement.evidence)):
        start, end = evidence.start, evidence.end
        yield (
            document.id,
            number,
            item,
            evidence.field,
            start,
            end,
            evidence.inherited,
            str(evidence.origin),
            document.text[start:end],
            document.text[max(0, start - CONTEXT) : start],
            document.text[end : end + CONTEXT],
        )


def mention_row(document: Document, number: int, mention: Mention) -> Row:
    words = quoted(mention.start, mention.end, mention.sentence)
    return (
        document.id,
        number,
        mention.start,
        mention.end,
        mention.name,
        str(mention.role),
        mention.cluster,
        mention.entity,
        mention.region,
        mention.sentence.start,
        mention.sentence.end,
        document.text[words.start : words.end],
    )


def mention(row: Sequence[Any]) -> Mention:
    start, end, name, role, cluster, entity, region, sentence_start, sentence_end = row[2:11]
    sentence = Span(sentence_start, sentence_end)
    return Mention(start, end, name, Role(role), cluster, entity, region, sentence)


def finding_row(number: int, document: str, finding: Finding) -> Row:
    return (
        number,
        document,
        finding.start,
        finding.end,
        finding.rule,
        finding.name,
        str(finding.severity),
        finding.message,
        finding.relation,
        finding.suggest,
        finding.message_en,
        finding.relation_en,
    )


def related_rows(number: int, finding: Finding) -> Iterator[Row]:
    for item, related in enumerate(finding.related):
        yield (number, item, related.document, related.start, related.end, related.note, related.note_en)


def finding(row: Sequence[Any], uri: str, related: Iterable[Sequence[Any]]) -> Finding:
    """The finding of a row of `findings`, the URI of its document, and its rows of `related`."""
    start, end, rule, name, severity, message, relation, suggest, message_en, relation_en = row[2:12]
    return Finding(
        document=uri,
        start=start,
        end=end,
        rule=rule,
        name=name,
        severity=Severity(severity),
        message=message,
        relation=relation,
        suggest=suggest,
        related=tuple(Related(*item[2:7]) for item in related),
        message_en=message_en,
        relation_en=relation_en,
    )


def series_row(id: str, key: SeriesKey, lexicon: Lexicon) -> Row:
    return (id, *parts_of(key), name(key, lexicon), name_en(key, lexicon))


def assertion_values(assertion: Assertion) -> Row:
    """The columns of `assertions` after its key."""
    return (
        assertion.document,
        assertion.start,
        assertion.end,
        assertion.value,
        assertion.low,
        assertion.high,
        str(assertion.comparator),
        assertion.quote,
        assertion.quote_start,
        assertion.cited,
        assertion.vintage,
        assertion.rank,
    )


def assertion(values: Sequence[Any]) -> Assertion:
    """Back from the columns of `assertions` after its key."""
    document, start, end, value, low, high, comparator, quote, quote_start, cited, vintage, rank = values
    return Assertion(
        document,
        start,
        end,
        value,
        low,
        high,
        Comparator(comparator),
        quote,
        cited,
        vintage,
        rank,
        quote_start,
    )


def series(
    row: Sequence[Any], observations: Iterable[Sequence[Any]], assertions: Iterable[Sequence[Any]]
) -> Series:
    """The series of a row of `series`, its rows of `observations` and those of `assertions` that were fetched."""
    said: dict[int, list[Assertion]] = {}
    for item in assertions:
        said.setdefault(item[1], []).append(assertion(item[4:]))
    points = tuple(
        Observation(
            period=period,
            status=Status(status),
            value=value,
            low=low,
            high=high,
            comparator=Comparator(comparator),
            assertions=tuple(said.get(number, ())),
            disputed=disputed,
            left_out=times - len(said.get(number, ())),
        )
        for _, number, period, status, value, low, high, comparator, disputed, times in observations
    )
    id, *parts, name, name_en = row
    return Series(id, of_parts(parts), name, name_en, points)
