"""What is served, to whom, and what is turned away."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import sync_playwright

import yanchao
from serving import build, running
from yanchao.atlas.server import create_app, serve
from yanchao.errors import UsageError
from yanchao.lexicon.lexicon import load


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with running(build(tmp_path_factory.mktemp("served") / "atlas")) as address:
        yield address


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("examples") / "atlas"
    yanchao.build([str(checkout / "examples")], folder)
    with running(folder) as address:
        yield address


def raw(site: str, path: str, *headers: str) -> tuple[int, str]:
    """An answer to a request line that no well-behaved client would send."""
    host, port = site.removeprefix("http://").rstrip("/").split(":")
    request = "\r\n".join([f"GET {path} HTTP/1.1", "Connection: close", *headers, "", ""])
    with socket.create_connection((host, int(port)), timeout=10) as connection:
        connection.sendall(request.encode("latin-1"))
        answer = b"".join(iter(lambda: connection.recv(65536), b"")).decode("utf-8", "replace")
    return int(answer.split(" ", 2)[1]), answer


def test_the_atlas_is_served_at_the_root(site: str) -> None:
    answer = httpx.get(site)
    assert answer.status_code == 200
    assert "验潮" in answer.text


def test_every_answer_forbids_scripts_frames_and_requests_to_other_hosts(site: str) -> None:
    for path in ("", "api/v1/clusters", "api/v1/nothing", "nothing.html"):
        headers = httpx.get(site + path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e/secret.txt",
        "/documents/../../secret.txt",
        "//etc/passwd",
        "/.secret",
        "/%2esecret",
        "/index.html%00.txt",
    ],
)
def test_nothing_outside_the_folder_and_nothing_hidden_is_served(site: str, path: str) -> None:
    status, answer = raw(site, path, "Host: localhost")
    assert status in (400, 404)
    assert "not for visitors" not in answer
    assert "root:" not in answer


@pytest.mark.parametrize(
    "host", ["attacker.example", "localhost.attacker.example", "127.0.0.1.nip.example", ""]
)
def test_a_name_that_is_not_ours_is_turned_away(site: str, host: str) -> None:
    status, answer = raw(site, "/api/v1/clusters", f"Host: {host}")
    assert status == 421
    assert "does not answer to the name" in answer


@pytest.mark.parametrize(
    "host", ["localhost", "localhost:8765", "127.0.0.1", "[::1]:8765", "192.168.1.20:8765"]
)
def test_an_address_and_localhost_are_ours(site: str, host: str) -> None:
    status, _ = raw(site, "/api/v1/clusters", f"Host: {host}")
    assert status == 200


@pytest.mark.parametrize("origin", ["https://attacker.example", "null", "http://127.0.0.1:1"])
def test_a_page_of_another_site_may_not_ask(site: str, origin: str) -> None:
    for path in ("api/v1/clusters", "mcp"):
        answer = httpx.post(site + path, headers={"Origin": origin}, content=b"{}")
        assert answer.status_code == 403
        assert answer.json()["detail"] == "a page of another site may not ask here"


def test_our_own_page_may_ask(site: str) -> None:
    answer = httpx.get(site + "api/v1/clusters", headers={"Origin": site.rstrip("/")})
    assert answer.status_code == 200
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_nothing_can_be_changed(site: str, method: str) -> None:
    assert httpx.request(method, site + "api/v1/clusters").status_code == 405
    assert httpx.request(method, site + "index.html").status_code == 405


@pytest.mark.parametrize(
    "path",
    ["index.html", "en/index.html", "clusters/software.html", "search.html", "api/v1/", "check", "en/check"],
)
def test_a_browser_shows_the_served_pages_without_a_complaint(
    examples: str, chromium: str, path: str
) -> None:
    complaints: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("requestfailed", lambda request: complaints.append(request.url))
        page.on("request", lambda request: request.url.startswith(examples) or complaints.append(request.url))
        answer = page.goto(examples + path)
        title = page.title()
        browser.close()
    assert answer is not None
    assert answer.ok
    assert title
    assert complaints == []


def test_a_folder_without_a_build_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is no atlas"):
        create_app(tmp_path, load())


def test_an_address_that_is_taken_is_refused_in_one_line(tmp_path: Path) -> None:
    folder = build(tmp_path / "atlas")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=f"port {port}: .*--port"):
            serve(folder, "127.0.0.1", port, load())


def test_serve_says_where_it_is_and_ends_at_an_interrupt(tmp_path: Path) -> None:
    folder = build(tmp_path / "atlas")
    program = (
        "import pathlib, sys; from yanchao.atlas.server import serve; from yanchao.lexicon.lexicon import load; "
        "serve(pathlib.Path(sys.argv[1]), '127.0.0.1', 0, load())"
    )
    command = [sys.executable, "-c", program, str(folder)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        said = process.stderr.readline()
        address = said.split(" at ")[1].split(" ")[0]
        try:
            assert httpx.get(address + "api/v1/clusters").status_code == 200
        finally:
            process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
        assert "Traceback" not in process.stderr.read()
