from __future__ import annotations

import io
import os
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from yanchao.documents import Limits, Source, expand, read
from yanchao.errors import SourceError

TEXT = "全省生产总值14.58万亿元。"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "b.txt",
        "a.md",
        "deep/er/c.html",
        ".hidden.txt",
        ".git/d.txt",
        "~$open.docx",
        "picture.png",
        "B.TXT",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")
    return tmp_path


def uris(*given: str, stdin: io.BytesIO | None = None) -> list[str]:
    """The URIs of the sources, and the messages of what could not be one."""
    return [source.uri if isinstance(source, Source) else str(source) for source in expand(given, stdin)]


def test_a_folder_gives_its_documents_sorted_without_hidden_ones(folder: Path) -> None:
    names = ["B.TXT", "a.md", "b.txt", "deep/er/c.html"]
    assert uris(str(folder)) == [str(folder / name) for name in names]


def test_a_folder_without_documents_is_named(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (message,) = uris(str(tmp_path))
    assert message.startswith(f"{tmp_path}: no documents in this folder (known kinds: .csv, ")


def test_links_that_lead_back_end_there(folder: Path) -> None:
    (folder / "deep" / "again").symlink_to(folder, target_is_directory=True)
    (folder / "broken.txt").symlink_to(folder / "nowhere.txt")
    found = uris(str(folder))
    assert len(found) == len(set(found)) == 4


def test_folders_nested_without_end_are_said_and_left(tmp_path: Path) -> None:
    (tmp_path / "a/b/c").mkdir(parents=True)
    (tmp_path / "a" / "near.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a/b/c/far.txt").write_text(TEXT, encoding="utf-8")
    found = list(expand([str(tmp_path)], limits=Limits(depth=2)))
    assert [str(one) for one in found if isinstance(one, SourceError)] == [
        f"{tmp_path / 'a/b/c'}: folders are nested more than 2 deep"
    ]
    assert [one.uri for one in found if isinstance(one, Source)] == [str(tmp_path / "a" / "near.txt")]


def test_a_pattern_gives_the_files_that_match(folder: Path) -> None:
    assert uris(str(folder / "*.txt")) == [str(folder / "b.txt")]
    assert uris(str(folder / "**" / "*.html")) == [str(folder / "deep/er/c.html")]
    assert uris(str(folder / "*.pdf")) == [f"{folder}/*.pdf: no file matches this pattern"]


def test_a_name_with_a_star_in_it_is_a_file_first(tmp_path: Path) -> None:
    starred = tmp_path / "a[1].txt"
    starred.write_text(TEXT, encoding="utf-8")
    assert uris(str(starred)) == [str(starred)]


def test_the_same_file_is_read_once(folder: Path) -> None:
    name = str(folder / "b.txt")
    assert uris(name, name, str(folder / "*.txt"), os.path.relpath(name)) == [name]


def test_what_cannot_be_a_source_is_one_line_each_and_the_rest_is_still_given(folder: Path) -> None:
    found = list(
        expand(["no-such-file.txt", str(folder / "b.txt"), "ftp://host/file", "", "a\0b", "x" * 5000])
    )
    errors = [str(error) for error in found if isinstance(error, SourceError)]
    assert [source.uri for source in found if isinstance(source, Source)] == [str(folder / "b.txt")]
    assert errors[:2] == [
        "no-such-file.txt: there is no such file or folder",
        "ftp://host/file: only http and https addresses are read",
    ]
    assert len(errors) == 5
    assert not any("\n" in error for error in errors)


def test_standard_input_is_a_source_named_by_a_dash() -> None:
    (source,) = expand(["-"], io.BytesIO(TEXT.encode()))
    assert isinstance(source, Source)
    document = read(source)
    assert (document.uri, document.text) == ("-", TEXT)


def test_no_standard_input_is_said() -> None:
    (source,) = expand(["-"])
    assert isinstance(source, Source)
    with pytest.raises(SourceError, match=r"^-: there is no standard input"):
        source.load()


def test_a_file_above_the_limit_is_refused_unread(folder: Path) -> None:
    limits = Limits(source_bytes=10)
    sources = [*expand([str(folder / "b.txt")], limits=limits), *expand(["-"], io.BytesIO(b"x" * 11), limits)]
    for source in sources:
        assert isinstance(source, Source)
        with pytest.raises(SourceError, match="larger than 10 bytes"):
            source.load()


def test_a_file_that_is_gone_or_is_a_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="there is no such file"):
        read(tmp_path / "gone.txt")
    with pytest.raises(SourceError, match="not a regular file"):
        read(tmp_path)


PAGES: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/page": (200, {"Content-Type": "text/html; charset=gb2312"}, f"<p>{TEXT}</p>".encode("gb18030")),
    "/away": (302, {"Location": "/page"}, b""),
    "/loop": (302, {"Location": "/loop"}, b""),
    "/file": (302, {"Location": "file:///etc/hostname"}, b""),
    "/large": (200, {"Content-Type": "text/plain"}, b"1234567890\n" * 1000),
}


class _Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status, headers, body = PAGES.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Pages) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


@pytest.mark.parametrize("path", ["/page", "/away"])
def test_a_web_page_is_fetched_with_the_charset_that_the_server_names(server: str, path: str) -> None:
    document = read(server + path)
    assert (document.uri, document.text, document.media_type) == (server + path, TEXT, "text/html")


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("/none", "the server answers 404"),
        ("/loop", "more than 5 redirects"),
        ("/file", "neither http nor https"),
        ("/large", "larger than 1 kB"),
    ],
)
def test_a_web_page_that_cannot_be_had_is_one_line(server: str, path: str, problem: str) -> None:
    with pytest.raises(SourceError, match=problem) as caught:
        read(server + path, limits=Limits(source_bytes=1024))
    assert str(caught.value).startswith(server)


def test_a_server_that_is_not_there_is_one_line() -> None:
    with pytest.raises(SourceError, match="cannot be fetched") as caught:
        read("http://127.0.0.1:9/page")
    assert "\n" not in str(caught.value)
