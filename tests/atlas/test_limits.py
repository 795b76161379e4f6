"""How often, how long and how large a stranger may ask, and what is said beyond that."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
import time
from collections.abc import Iterator

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from serving import build, running
from yanchao.atlas import limits
from yanchao.atlas.limits import Buckets, Rate, TooLateError, Workers


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_an_address_may_ask_so_often_at_once_and_so_often_in_the_long_run() -> None:
    clock = Clock()
    buckets = Buckets(Rate(a_second=2, at_once=3), clock)
    assert [buckets.wait("a") for _ in range(4)] == [0, 0, 0, 0.5]
    assert buckets.wait("b") == 0, "another address has a bucket of its own"
    clock.now = 0.5
    assert [buckets.wait("a") for _ in range(2)] == [0, 0.5]
    clock.now = 100
    assert [buckets.wait("a") for _ in range(4)] == [0, 0, 0, 0.5]


def test_addresses_are_not_remembered_without_end() -> None:
    clock = Clock()
    buckets = Buckets(Rate(1, 1), clock)
    for number in range(3 * limits.ADDRESSES):
        buckets.wait(str(number))
    assert len(buckets) <= limits.ADDRESSES


@given(st.lists(st.floats(0, 10), max_size=50))
def test_no_pattern_of_asking_gets_more_than_the_rate(pauses: list[float]) -> None:
    clock = Clock()
    buckets = Buckets(Rate(a_second=2, at_once=3), clock)
    let_in = 0
    for pause in pauses:
        clock.now += pause
        let_in += buckets.wait("a") == 0
    assert let_in <= 3 + 2 * clock.now + 1e-6


def test_what_takes_too_long_is_told_so_and_what_waits_behind_it_is_never_begun() -> None:
    begun: list[str] = []
    release = threading.Event()
    workers = Workers(1, "test", seconds=0.2)

    def slow() -> None:
        begun.append("slow")
        release.wait(10)

    async def asked() -> list[object]:
        both = (workers.do(slow), workers.do(begun.append, "behind"))
        return await asyncio.gather(*both, return_exceptions=True)

    late = asyncio.run(asked())
    release.set()
    assert [type(each) for each in late] == [TooLateError, TooLateError]
    time.sleep(0.05)
    assert begun == ["slow"]


@pytest.fixture
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with running(build(tmp_path_factory.mktemp("limited") / "atlas")) as address:
        yield address


def test_a_request_whose_head_has_no_end_is_refused(site: str) -> None:
    at = httpx.URL(site)
    with socket.create_connection((at.host, at.port), timeout=10) as line:
        line.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: ")
        answer = b""
        with contextlib.suppress(ConnectionError):
            for _ in range(40):
                line.sendall(b"a" * 64 * 1024)
                time.sleep(0.01)
            answer = line.recv(1000)
    assert answer.startswith(b"HTTP/1.1 400") or answer == b"", "it is told so, or cut off"
    assert httpx.get(site, follow_redirects=True).status_code == 200, "others go on being served"


def test_a_long_text_behind_a_short_head_is_taken(site: str) -> None:
    with httpx.Client(base_url=site) as client:
        assert client.post("api/v1/check", content=("产业稳步发展。" * 20_000).encode()).status_code == 200


def test_who_has_texts_checked_without_end_is_told_when_to_come_back(site: str) -> None:
    with httpx.Client(base_url=site) as client:
        answers = [client.post("api/v1/check", content=b"1") for _ in range(limits.CHECKS.at_once + 20)]
        refused = answers[-1]
        assert refused.status_code == 429
        assert refused.headers["content-type"] == "application/problem+json"
        assert int(refused.headers["retry-after"]) >= 1
        page = client.post("check", data={"text": "1"}, headers={"accept": "text/html"})
        assert page.status_code == 429
        assert page.headers["content-type"].startswith("text/html"), "a person gets a page"
        assert "请求太频繁" in page.text
        assert "too often" in page.text
        assert client.get("api/v1/clusters").status_code == 200, "looking things up has a measure of its own"


def test_a_text_that_does_not_arrive_is_not_waited_for(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits.body, "__defaults__", (0.3,))
    host, port = site.removeprefix("http://").rstrip("/").split(":")
    for path in ("/api/v1/check", "/check"):
        with socket.create_connection((host, int(port)), timeout=10) as connection:
            connection.sendall(
                f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nfew".encode()
            )
            answer = connection.recv(65536)
        assert answer.startswith(b"HTTP/1.1 408 "), path


def test_a_text_that_says_that_it_is_too_large_is_refused_before_it_is_sent(site: str) -> None:
    host, port = site.removeprefix("http://").rstrip("/").split(":")
    with socket.create_connection((host, int(port)), timeout=10) as connection:
        connection.sendall(
            b"POST /api/v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999\r\n\r\n"
        )
        assert connection.recv(65536).startswith(b"HTTP/1.1 413 ")
