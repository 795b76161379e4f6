"""A small build made by hand, and a real server over it on this machine, for tests of what is served."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import making
from yanchao.atlas.server import create_app
from yanchao.audit.finding import Finding, Related, Severity
from yanchao.ledger.replacing import replacing
from yanchao.ledger.store import Store
from yanchao.lexicon.lexicon import load
from yanchao.statements.statement import Extraction

REPORT = "2023年，全省软件业务收入达1.8万亿元。力争到2025年，软件业务收入超2万亿元。"
ARTICLE = "2024年，深圳软件业务收入1.2万亿元，占全省比重达105%。"
REPORT_ID = "a" * 64
ARTICLE_ID = "b" * 64


def build(directory: Path, *, also: str = "") -> Path:
    """A build of two documents, four figures and one finding; `also` is the text of a third document."""
    with replacing(directory) as building:
        (building / "index.html").write_text("<!doctype html><title>验潮</title>", encoding="utf-8")
        (building / ".secret").write_text("not for visitors", encoding="utf-8")
        with Store(building, load()) as store:
            by_uri = {each.document.uri: each.document.id for each in extractions(also) if store.add(each)}
            store.add_audit(by_uri, [finding()])
            store.reconcile("0.1.0", date(2025, 3, 1))
            store.finish()
    return directory


def extractions(also: str) -> Iterator[Extraction]:
    software = {"measure": "软件业务收入", "subject": "软件业", "cluster": "software", "region": "440000"}
    yield making.extraction(
        REPORT,
        making.statement(REPORT, "1.8万亿元", 1_800_000_000_000, period="2023", **software),
        making.statement(
            REPORT,
            "超2万亿元",
            2_000_000_000_000,
            comparator=">",
            status="target",
            period="2025",
            **software,
        ),
        id=REPORT_ID,
        uri="report.txt",
        title="全省软件业发展报告",
        published=date(2024, 3, 1),
    )
    yield making.extraction(
        ARTICLE,
        making.statement(
            ARTICLE, "1.2万亿元", 1_200_000_000_000, period="2024", **{**software, "region": "440300"}
        ),
        making.statement(
            ARTICLE, "105%", "1.05", unit="1", kind="share", period="2024", **{**software, "region": "440300"}
        ),
        id=ARTICLE_ID,
        uri="article.txt",
        published=date(2025, 2, 5),
    )
    if also:
        yield making.extraction(also, id="c" * 64, uri="later.txt")


def finding() -> Finding:
    start = ARTICLE.index("105%")
    return Finding(
        document="article.txt",
        start=start,
        end=start + 4,
        rule="YC101",
        name="impossible-share",
        severity=Severity.ERROR,
        message="一部分不可能大于全部",
        message_en="a part cannot be larger than the whole",
        related=(Related("article.txt", 6, 15, "同一句的总量", "the total of the same sentence"),),
    )


@contextmanager
def running(directory: Path) -> Iterator[str]:
    """The address of a server over the build, with its closing slash; it stops at the end of the block."""
    import uvicorn

    from yanchao.atlas.request_heads import BoundedHeads

    app = create_app(directory, load())
    config = uvicorn.Config(app, http=BoundedHeads, host="127.0.0.1", port=0, log_level="critical")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the server did not start"
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.should_exit = True
        thread.join(10)
