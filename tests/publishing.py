"""Making sites: a small one to read, a hostile one that tries to break out of its pages, and one of many documents."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import making
from yanchao.atlas.site import publish
from yanchao.audit.finding import Finding, Severity
from yanchao.ledger.ledger import Ledger
from yanchao.ledger.replacing import replacing
from yanchao.ledger.store import Store
from yanchao.lexicon.lexicon import load
from yanchao.statements.statement import Extraction, Mention, Role, Span

NOW = date(2025, 3, 1)

TEXT = "2023年，全省软件业务收入达1.8万亿元，占全国的105%。力争到2025年，软件业务收入超2万亿元。"
HOSTILE = '</title></script><script>alert("软件")</script><img src=x onerror=alert(1)> 收入1.8万亿元\u2028"\'&amp;{{ 7 * 7 }}'
HOSTILE_URI = "javascript:alert(1)//<b>.txt"


def site_of(directory: Path, extractions: Sequence[Extraction], findings: Sequence[Finding]) -> Path:
    """The site of what a few documents state, written into `directory`."""
    lexicon = load()
    with replacing(directory) as building:
        with Store(building, lexicon) as store:
            for extraction in extractions:
                store.add(extraction)
            store.add_audit({each.document.uri: each.document.id for each in extractions}, findings)
            store.reconcile("0.1.0", NOW)
            store.finish()
        with Ledger(building) as ledger:
            publish(ledger, lexicon, building)
    return directory


def small(directory: Path) -> Path:
    """One document with three figures and one finding."""
    software = {"measure": "软件业务收入", "subject": "软件业", "cluster": "software", "region": "440000"}
    extraction = making.extraction(
        TEXT,
        making.statement(TEXT, "1.8万亿元", 1.8e12, resolution=1e11, period="2023", **software),
        making.statement(
            TEXT, "105%", "1.05", "1", kind="share", resolution="0.01", period="2023", base="全国", **software
        ),
        making.statement(TEXT, "超2万亿元", 2e12, comparator=">", status="target", period="2025", **software),
        id="a" * 64,
        uri="report.txt",
        title="软件业发展报告",
        publisher="示例",
        published=date(2024, 3, 1),
    )
    start = TEXT.index("105%")
    finding = Finding(
        document="report.txt",
        start=start,
        end=start + 4,
        rule="YC101",
        name="impossible-share",
        severity=Severity.ERROR,
        message="占比105%超过100%",
        message_en="A share of 105% is over 100%",
        relation="105% > 100%",
        relation_en="105% > 100%",
        suggest="10.5%",
    )
    return site_of(directory, [extraction], [finding])


def hostile(directory: Path) -> Path:
    """Documents whose text, title, address, names, measures and findings all try to break out of the page."""
    start = HOSTILE.index("1.8")
    statement = making.statement(
        HOSTILE,
        "1.8万亿元",
        1.8e12,
        resolution=1e11,
        period="2023",
        measure=HOSTILE[:60],
        subject="../../index<svg onload=alert(2)>",
        cluster="software",
        region="440000",
        source='"><script>alert(3)</script>',
    )
    mention = Mention(
        start=0,
        end=8,
        name="<script>alert(4)</script>",
        role=Role.FIRM,
        cluster="software",
        entity=None,
        region=None,
        sentence=Span(0, len(HOSTILE)),
    )
    document = making.document(
        HOSTILE, id="b" * 64, uri=HOSTILE_URI, title=HOSTILE, publisher="<i>", published=NOW
    )
    finding = Finding(
        document=HOSTILE_URI,
        start=start,
        end=start + 6,
        rule="YC</a><script>",
        name="<script>",
        severity=Severity.WARNING,
        message="<script>alert(5)</script>",
        relation="a < b & c",
        suggest="<script>alert(6)</script>",
    )
    return site_of(directory, [Extraction(document, (statement,), (mention,))], [finding])


DOCUMENTS = 60
"""How many documents the site of many has."""


def many(directory: Path, count: int = DOCUMENTS) -> Path:
    """Documents that each say something else about the same things, and name things that no other names."""
    extractions = [_material(number) for number in range(count)]
    findings = [
        Finding(
            document=extraction.document.uri,
            start=statement.start,
            end=statement.end,
            rule="YC101",
            name="impossible-share",
            severity=Severity.ERROR if number % 2 else Severity.NOTE,
            message=f"第{number}号材料的{statement.measure}有误",
            relation="",
            suggest=None,
        )
        for number, extraction in enumerate(extractions)
        for statement in extraction.statements[:4]
    ]
    return site_of(directory, extractions, findings)


SHARED = ("营业收入", "增加值", "出口额", "研发投入")
"""Measures that every one of many documents gives; the other eight are its own."""


def _material(number: int) -> Extraction:
    measures = [*SHARED, *(f"第{number}种第{item}号产值" for item in range(8))]
    figures = [f"{1000 + 7 * number + item}亿元" for item in range(len(measures))]
    sentences = [
        f"据第{number}号材料第{item}段，{_filler(number, item)}，2023年软件业{measure}{figure}。"
        for item, (measure, figure) in enumerate(zip(measures, figures, strict=True))
    ]
    name = f"第{number}号科技有限公司"
    figured = "".join(sentences)
    text = f"{figured}{name}落户广州，{_filler(number, -1)}。"
    whole = making.document(text, id=f"{number:064x}", uri=f"{number:03}.txt", title=f"第{number}号材料")
    software = {"period": "2023", "subject": "软件业", "cluster": "software", "region": "440000"}
    statements, start = [], 0
    for sentence, measure, figure in zip(sentences, measures, figures, strict=True):
        value = float(figure.removesuffix("亿元")) * 1e8
        made = making.statement(text, figure, value, resolution=1e8, measure=measure, **software)
        statements.append(replace(made, sentence=Span(start, start + len(sentence))))
        start += len(sentence)
    naming = Span(len(figured), len(text))
    mentions = tuple(
        Mention(naming.start, naming.start + len(name), f"{name}{role}", role, "software", None, None, naming)
        for role in (Role.FIRM, Role.PLATFORM, Role.DIRECTION)
    )
    return Extraction(whole, tuple(statements), mentions)


def _filler(number: int, item: int) -> str:
    """Words that no other sentence has, so that pages cannot be small because they repeat themselves."""
    digest = hashlib.sha256(f"{number}-{item}".encode()).digest() * 2
    return "".join(chr(0x4E00 + byte * 64 + place) for place, byte in enumerate(digest[:48]))
