"""The files of a build as they are served: from memory, in part, again only where they changed, and none from outside."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from serving import build, running
from yanchao.atlas.files import LARGEST_KEPT, inside, read
from yanchao.atlas.kept import MOST_BYTES, Shelf, Together, accepts_gzip, holds, keep, part_of
from yanchao.atlas.remembering import FORMS, negotiated

LARGE = bytes(range(256)) * (LARGEST_KEPT // 256 + 10)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("served")
    directory = build(place / "atlas")
    (place / "secret.txt").write_text("not for visitors", encoding="utf-8")
    (directory / "link.txt").symlink_to(place / "secret.txt")
    (directory / "out").symlink_to(place)
    (directory / "large.parquet").write_bytes(LARGE)
    (directory / "long.html").write_text("<p>" + "软件" * 5000, encoding="utf-8")
    (directory / "clusters").mkdir()
    (directory / "clusters" / "index.html").write_text("<p>clusters", encoding="utf-8")
    (directory / "empty").mkdir()
    return directory


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[str]:
    with running(folder) as address:
        yield address


@pytest.mark.parametrize("path", ["link.txt", "out/secret.txt", "out/", "empty/", "nothing.html", "clusters"])
def test_a_link_out_of_the_folder_and_what_is_not_there_are_not_found(site: str, path: str) -> None:
    answer = httpx.get(site + path)
    assert answer.status_code == (307 if path == "clusters" else 404)
    assert "not for visitors" not in answer.text


@given(st.text(max_size=40))
def test_no_path_leads_out_of_the_folder(path: str) -> None:
    root = Path("/nonexistent/atlas")
    found = inside(root, "/" + path)
    assert found is None or found == root or root in found.parents


def test_what_is_not_there_is_said_as_a_page_to_people_and_as_a_problem_to_programs(site: str) -> None:
    page = httpx.get(site + "nothing.html", headers={"Accept": "text/html,*/*;q=0.8"})
    assert page.headers["content-type"].startswith("text/html")
    assert "没有这个页面" in page.text
    problem = httpx.get(site + "nothing.html")
    assert problem.headers["content-type"] == "application/problem+json"


def test_a_folder_is_found_behind_its_slash(site: str) -> None:
    assert httpx.get(site + "clusters", follow_redirects=True).text == "<p>clusters"


def test_a_page_is_compressed_for_whom_takes_it_and_its_validator_says_so(site: str) -> None:
    plain = httpx.get(site + "long.html", headers={"Accept-Encoding": "identity"})
    packed = httpx.get(site + "long.html", headers={"Accept-Encoding": "gzip"})
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert int(packed.headers["content-length"]) < len(plain.content) / 10
    assert plain.text == packed.text
    assert plain.headers["etag"] != packed.headers["etag"]
    assert "Accept-Encoding" in plain.headers["vary"]


@pytest.mark.parametrize("path", ["long.html", "large.parquet"])
def test_who_holds_a_file_is_told_that_it_still_stands(site: str, path: str) -> None:
    first = httpx.get(site + path)
    again = httpx.get(site + path, headers={"If-None-Match": f'"other", {first.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    head = httpx.head(site + path)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["etag"] == first.headers["etag"]


@pytest.mark.parametrize(
    ("asked", "part"), [("bytes=2-5", LARGE[2:6]), ("bytes=-4", LARGE[-4:]), ("bytes=0-0", LARGE[:1])]
)
def test_a_part_of_a_large_file_can_be_asked_for(site: str, asked: str, part: bytes) -> None:
    answer = httpx.get(site + "large.parquet", headers={"Range": asked})
    assert answer.status_code == 206
    assert answer.content == part
    assert answer.headers["content-range"].endswith(f"/{len(LARGE)}")
    changed = httpx.get(site + "large.parquet", headers={"Range": asked, "If-Range": '"other"'})
    assert (changed.status_code, len(changed.content)) == (200, len(LARGE))


def test_a_part_of_a_small_file_can_be_asked_for(site: str) -> None:
    whole = httpx.get(site + "long.html").content
    part = httpx.get(site + "long.html", headers={"Range": "bytes=3-8"})
    assert (part.status_code, part.content) == (206, whole[3:9])


def test_downloads_say_what_they_are(site: str) -> None:
    assert httpx.head(site + "large.parquet").headers["content-type"] == "application/vnd.apache.parquet"
    assert httpx.get(site + "long.html").headers["content-type"] == "text/html; charset=utf-8"


def test_a_file_that_is_no_file_is_not_read(folder: Path) -> None:
    assert read(folder, "/empty/") is None
    assert read(folder, "/a\0b") is None


@given(st.integers(0, 100), st.integers(0, 120), st.integers(1, 100))
def test_a_range_lies_within_the_file_or_is_not_given(start: int, end: int, size: int) -> None:
    for header in (f"bytes={start}-{end}", f"bytes={start}-", f"bytes=-{end}"):
        part = part_of(header, size)
        assert part is None or 0 <= part[0] < part[1] <= size
    assert part_of("bytes=1-2,5-6", size) is None
    assert part_of("lines=1-2", size) is None


@pytest.mark.parametrize(
    ("header", "takes"),
    [
        ("", False),
        ("gzip", True),
        ("br;q=1, GZIP;q=0.5", True),
        ("gzip;q=0", False),
        ("*", True),
        ("identity", False),
    ],
)
def test_gzip_is_sent_to_whom_takes_it(header: str, takes: bool) -> None:
    assert accepts_gzip(header) == takes


@pytest.mark.parametrize(
    ("header", "held"),
    [("", False), ('"a"', True), ('W/"a"', True), ('"b", "a-gzip"', True), ("*", True), ('"b"', False)],
)
def test_a_validator_is_held_in_whatever_form_it_was_given(header: str, held: bool) -> None:
    assert holds(header, "a") == held


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("", "application/json"),
        ("*/*", "application/json"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "application/json"),
        ("text/csv", "text/csv"),
        ("text/*", "text/csv"),
        ("application/json;q=0.5, text/csv;q=0.9", "text/csv"),
        ("application/json;q=0, */*", "text/csv"),
        ("application/vnd.apache.parquet", "application/vnd.apache.parquet"),
        ("image/png", None),
        ("text/csv;q=0", None),
        ("text/csv;q=many", None),
    ],
)
def test_the_form_that_a_client_likes_best_is_given(accept: str, form: str | None) -> None:
    assert negotiated(accept, FORMS) == form


def test_what_is_kept_fits_and_what_was_not_asked_for_the_longest_gives_way() -> None:
    shelf = Shelf()
    shelf.get("build", "first")
    for number in range(5):
        shelf.put("build", number, keep(bytes(MOST_BYTES // 4), "application/octet-stream"))
        shelf.get("build", 0)
    assert [number for number in range(5) if shelf.get("build", number)] == [0, 2, 3, 4][-4:]
    assert shelf.get("next build", 0) is None
    shelf.put("build", 0, keep(b"late", "text/plain"))
    assert shelf.get("next build", 0) is None, "what was asked of the build before is not kept for this one"


def test_what_is_packed_unpacks_to_the_same() -> None:
    kept = keep("软件".encode() * 1000, "text/html; charset=utf-8")
    assert kept.packed is not None
    assert gzip.decompress(kept.packed) == kept.body
    assert keep(b"x" * 5000, "image/png").packed is None


def test_what_several_wait_for_is_done_once_and_who_leaves_takes_it_from_nobody() -> None:
    done: list[int] = []

    async def work() -> int:
        await asyncio.sleep(0.05)
        done.append(1)
        return len(done)

    async def asked() -> list[object]:
        together = Together()
        waiting = [asyncio.ensure_future(together.do("the same", work)) for _ in range(3)]
        await asyncio.sleep(0.01)
        waiting[0].cancel()
        found = await asyncio.gather(*waiting, return_exceptions=True)
        return [*found[1:], await together.do("the same", work)]

    assert asyncio.run(asked()) == [1, 1, 2]
