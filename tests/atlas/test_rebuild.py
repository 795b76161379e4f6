"""A folder that is built anew while people read it: no request fails, and no answer mixes two builds."""

from __future__ import annotations

import asyncio
import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

import making
from serving import build, running
from yanchao.atlas.live import Live
from yanchao.atlas.rehearsing import asked
from yanchao.atlas.remembering import ANSWERS, Remembering
from yanchao.ledger.replacing import replacing
from yanchao.ledger.schema import STORE
from yanchao.ledger.store import Store
from yanchao.lexicon.lexicon import load

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

BUILDS = 6


def numbered(directory: Path, number: int) -> None:
    """A build of one document with so many figures, each a series of its own, and pages that say the number."""
    measures = [f"第{item}项产值" for item in range(number)]
    text = "".join(f"{measure}{number}亿元。" for measure in measures)
    software = {"subject": "软件业", "cluster": "software", "region": "440000", "period": "2023"}
    statements = [
        making.statement(
            f"{measure}{number}亿元。", f"{number}亿元", number * 1e8, measure=measure, **software
        )
        for measure in measures
    ]
    with replacing(directory) as building:
        (building / "index.html").write_text(
            f"<!doctype html><p>{number}</p>" * number * 100, encoding="utf-8"
        )
        (building / "large.bin").write_bytes(bytes([number]) * (5 << 20))
        with Store(building, load()) as store:
            store.add(making.extraction(text, *statements, published=date(2024, 1, number)))
            store.reconcile("0.1.0", date(2025, 3, 1))
            store.finish()


def of_page(answer: httpx.Response) -> set[int]:
    return {int(each.partition("<")[0]) for each in answer.text.split("<p>")[1:]} | {
        answer.text.count("<p>") // 100
    }


def of_cluster(answer: httpx.Response) -> set[int]:
    found = answer.json()
    latest = {card["latest"]["value"] / 1e8 for card in found["series"]["items"]}
    return {found["card"]["figures"], found["series"]["total"], *map(int, latest)}


def of_statements(answer: httpx.Response) -> set[int]:
    found = answer.json()
    return {found["total"], *(int(item["value"] / 1e8) for item in found["items"])}


def of_past(answer: httpx.Response) -> set[int]:
    found = answer.json()
    return {found["total"], *(int(item["vintage"][-2:]) for item in found["items"])}


def of_total(answer: httpx.Response) -> set[int]:
    return {answer.json()["total"]}


def of_download(answer: httpx.Response) -> set[int]:
    assert len(answer.content) == 5 << 20
    return set(answer.content)


READS: dict[str, Callable[[httpx.Response], set[int]]] = {
    "": of_page,
    "api/v1/clusters/software": of_cluster,
    "api/v1/statements": of_statements,
    "api/v1/observations?as_of=2024-12-31": of_past,
    "api/v1/series?limit=100&sort=-name": of_total,
    "large.bin": of_download,
}


def test_a_reader_sees_one_build_or_the_next_and_never_an_error(tmp_path: Path) -> None:
    folder = tmp_path / "atlas"
    numbered(folder, 1)
    over = threading.Event()
    seen: Counter[tuple[str, int]] = Counter()

    def read(path: str) -> None:
        with httpx.Client(timeout=30) as client:
            while not over.is_set():
                answer = client.get(address + path)
                assert answer.status_code == 200, f"{path}: {answer.status_code} {answer.text}"
                (number,) = READS[path](answer)
                seen[path, number] += 1

    with running(folder) as address, ThreadPoolExecutor(len(READS)) as readers:
        reading = [readers.submit(read, path) for path in READS]
        try:
            for number in range(2, BUILDS + 1):
                numbered(folder, number)
        finally:
            over.set()
        for each in reading:
            each.result()
        for path in READS:
            assert READS[path](httpx.get(address + path)) == {BUILDS}
    assert {number for _, number in seen} >= {1, BUILDS - 1}


def test_a_build_that_cannot_be_read_leaves_the_one_before_it_in_service(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    live = Live(build(tmp_path / "atlas"), load())
    assert live.now().documents().total == 2
    with replacing(tmp_path / "atlas") as building:
        (building / STORE).write_bytes(b"of another time")
    assert live.now().documents().total == 2
    assert live.now().documents().total == 2
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 1
    assert said[0].endswith("the build before it is still served")
    build(tmp_path / "atlas", also="另有一份文件。")
    assert live.now().documents().total == 3


def test_whoever_holds_a_build_reads_it_to_the_end(tmp_path: Path) -> None:
    live = Live(build(tmp_path / "atlas"), load())
    held = live.now()
    build(tmp_path / "atlas", also="另有一份文件。")
    assert live.now().documents().total == 3
    assert held.documents().total == 2
    assert held.then(date(2024, 3, 1)).documents().total == 1
    assert held.document("a" * 64).text


def test_what_was_asked_of_a_build_is_ready_in_the_next_before_anybody_sees_it(tmp_path: Path) -> None:
    folder = build(tmp_path / "atlas")
    seen: list[tuple[str, int]] = []

    async def documents(scope: Scope, _: Receive, send: Send) -> None:
        seen.append((scope["path"], scope[ANSWERS].documents().total))
        await send(
            {"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]}
        )
        await send({"type": "http.response.body", "body": str(seen[-1][1]).encode()})

    async def ask() -> list[bytes | None]:
        app = Remembering(documents, Live(folder, load()))
        before = [await asked(app, path) for path in ("/first", "/second")]
        build(folder, also="另有一份文件。")
        return [*before, *[await asked(app, path) for path in ("/first", "/second")]]

    assert asyncio.run(ask()) == [b"2", b"2", b"3", b"3"]
    assert seen == [("/first", 2), ("/second", 2), ("/second", 3), ("/first", 3)]
