"""A small ledger made by hand, with something in every table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from math import inf
from pathlib import Path

from making import statement
from yanchao.audit.finding import Finding, Related, Severity
from yanchao.clusters.keeping import keep_standings
from yanchao.documents.document import Block, BlockKind, Cell, Document, Place
from yanchao.interval import Interval
from yanchao.ledger.derived import Derived, Known, derive, row
from yanchao.ledger.ledger import Ledger
from yanchao.ledger.matching.decisions import Decision, decisions_of
from yanchao.ledger.replacing import replacing
from yanchao.ledger.store import Store
from yanchao.lexicon.lexicon import load
from yanchao.statements.statement import Comparator, Extraction, Kind, Mention, Role, Span

TODAY = date(2025, 3, 1)
PLAN = "广东省培育智能机器人战略性新兴产业集群行动计划(2023-2025年)"
TEXT = f"智能机器人\n2023年，机器人产业营收600亿元，以广州为核心。《{PLAN}》提出，到2025年营业收入超98%以上800亿元。"
DECISION = Decision(
    "机器人密度 | 440000 | 440000 | - | level | count:台 | - | -",
    "每万人机器人 | 440000 | 440000 | - | level | count:台 | - | -",
    "different",
    "两种人口",
    date(2025, 3, 1),
)
NOTE = "2023年，智能机器人产业营业收入约610亿元，=1+1。"


def paper() -> Extraction:
    heading = TEXT.partition("\n")[0]
    blocks = (
        Block(BlockKind.HEADING, 0, len(heading), 2),
        Block(BlockKind.CELL, len(heading) + 1, len(TEXT), cell=Cell(0, 1, 2, True)),
    )
    about = Document(
        id="a" * 64,
        uri="dir/paper.pdf",
        text=TEXT,
        blocks=blocks,
        places=(
            Place(0, 5, page=1, box=(10.0, 20.5, 30.0, 40.0)),
            Place(6, len(TEXT), path="Sheet1!B7"),
        ),
        title="机器人",
        publisher="羊城晚报",
        published=date(2025, 2, 5),
        media_type="application/pdf",
        warnings=("one page had no text",),
    )
    robots = {"cluster": "robotics", "region": "440000"}
    first = statement(
        TEXT,
        "600亿元",
        "6e10",
        resolution="1e8",
        measure="营收",
        subject="机器人产业",
        period="2023",
        **robots,
    )
    target = statement(
        TEXT,
        "800亿元",
        "8e10",
        status="target",
        measure="营业收入",
        subject="机器人产业",
        period="2025",
        source=PLAN,
        **robots,
    )
    doubled = statement(
        TEXT, "超98%以上", "0.98", "1", comparator=">", low="0.98", high="0.980", kind="share", **robots
    )
    span = Span(doubled.start, doubled.start + 1)
    quantity = replace(doubled.quantity, comparators=((span, Comparator.MORE),))
    doubled = replace(doubled, quantity=quantity)
    where = TEXT.index("广州")
    city = Mention(where, where + 2, "广州市", Role.CORE_CITY, "robotics", "440100", "440100", first.sentence)
    statements = tuple(sorted((first, target, doubled), key=lambda it: it.start))
    return Extraction(about, statements, (city,))


def note() -> Extraction:
    robots = {"cluster": "robotics", "region": "440000", "period": "2023"}
    stated = statement(
        NOTE, "约610亿元", "6.1e10", comparator="~", measure="营业收入", subject="智能机器人产业", **robots
    )
    about = Document("b" * 64, "-note.txt", NOTE, (Block(BlockKind.PARAGRAPH, 0, len(NOTE)),))
    return Extraction(about, (stated,))


def fault() -> Finding:
    start = TEXT.index("超98%以上")
    return Finding(
        document="dir/paper.pdf",
        start=start,
        end=start + 6,
        rule="YC302",
        name="doubled-comparator",
        severity=Severity.ERROR,
        message="“超”和“以上”重复。",
        relation="",
        suggest="98%以上",
        related=(Related("-note.txt", 0, 4, "另一处", "elsewhere"),),
        message_en="Said twice.",
    )


def fill(store: Store, extractions: Iterable[Extraction]) -> None:
    lexicon = load()
    kept = [extraction for extraction in extractions if store.add(extraction)]
    by_uri = {each.document.uri: each.document.id for each in sorted(kept, key=lambda it: it.document.id)}
    store.add_audit(by_uri, [fault()], ((each.document.id, 1, len(each.statements) - 1) for each in kept))
    store.reconcile("0.1.0", TODAY)
    with Ledger(store.directory) as ledger:
        followed = (*derive(ledger, lexicon), *by_hand(ledger))
        keep_standings(store, ledger, lexicon)
    store.add_rows("derived", (row(each, lexicon) for each in followed))
    store.finish()


def by_hand(ledger: Ledger) -> Iterator[Derived]:
    """A figure that follows from the first of the robots', so that there is one: the sample has no two years."""
    for series in ledger.series(cluster="robotics", measure="revenue"):
        point = series.observations[0]
        known = Known(
            series.id, 0, series.key, 2023, point.status, point.value, Interval(6e10, 6e10), frozenset()
        )
        yield Derived(
            replace(series.key, kind=Kind.SHARE, unit="1"),
            "2023",
            point.status,
            1.0,
            Interval(1.0, inf),
            "share",
            (known, known),
        )


def keep(directory: Path, extractions: Iterable[Extraction] | None = None) -> Path:
    """A build in `directory` that holds nothing but a ledger."""
    decisions = decisions_of([DECISION])
    with replacing(directory) as building, Store(building, load(), decisions=decisions) as store:
        fill(store, (paper(), note()) if extractions is None else extractions)
    return directory
