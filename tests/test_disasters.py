"""Whatever happens to a build, what stood before it stands after it: a kill at any moment, a full disk, another build.

The suite kills 20 builds; `YANCHAO_KILLS=200` kills as many as one likes.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from settled import settled_files
from yanchao.ledger.ledger import Ledger
from yanchao.ledger.schema import TABLES

KILLS = int(os.environ.get("YANCHAO_KILLS", "20"))
SEED = 8372
FIRST = "2025年，全省地区生产总值14.58万亿元，增长4.5%。机器人产业营业收入达到700亿元。\n"
SECOND = "2025年，广东地区生产总值14.6万亿元。占全国比重达105%。\n"
THIRD = "2025年，全省进出口总额9.5万亿元。以深圳为核心，机器人产业营业收入约710亿元。\n"

Content = dict[str, object]


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "first.txt").write_text(FIRST, encoding="utf-8")
    (folder / "second.txt").write_text(SECOND, encoding="utf-8")
    return folder


def command(sources: Path, into: Path) -> list[str]:
    code = (
        "import datetime, sys\n"
        "from yanchao.errors import YanchaoError\n"
        "from yanchao.building import build\n"
        "try:\n    build([sys.argv[1]], sys.argv[2], today=datetime.date(2026, 3, 1))\n"
        "except YanchaoError as error:\n    sys.exit(str(error))\n"
    )
    return [sys.executable, "-c", code, str(sources), str(into)]


def content(directory: Path) -> Content:
    """What a build says of its sources: its files, and every row of its database."""
    found: Content = dict(settled_files(directory))
    with Ledger(directory) as ledger:
        found |= {table.name: list(ledger.table(table.name)) for table in TABLES}
    return found


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_build_that_is_killed_at_any_moment_leaves_the_old_one_or_the_new_one(
    sources: Path, tmp_path: Path
) -> None:
    """Builds go to and fro between two states of the sources, with and without a document; each is killed."""
    atlas, extra, usual = tmp_path / "atlas", sources / "third.txt", 0.0
    wholes = []
    for text in (None, THIRD):
        if text is not None:
            extra.write_text(text, encoding="utf-8")
        started = time.monotonic()
        subprocess.run(command(sources, atlas), check=True)
        usual = max(usual, time.monotonic() - started)
        wholes.append(content(atlas))
    assert wholes[0] != wholes[1]
    chance = random.Random(SEED)
    stood = 1
    for _ in range(KILLS):
        if stood:
            extra.unlink(missing_ok=True)
        else:
            extra.write_text(THIRD, encoding="utf-8")
        process = subprocess.Popen(command(sources, atlas))
        time.sleep(chance.uniform(0.05, usual))
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        now = content(atlas)
        assert now in wholes, "neither the old build nor the new one, but a mixture"
        stood = wholes.index(now)
    subprocess.run(command(sources, atlas), check=True)
    assert content(atlas) == wholes[1 if extra.exists() else 0], "the next build is none the worse"
    assert names(tmp_path) == ["atlas", "sources"], "and clears what the killed ones left"


def test_builds_at_once_leave_one_whole_build(sources: Path, tmp_path: Path) -> None:
    atlas = tmp_path / "atlas"
    subprocess.run(command(sources, atlas), check=True)
    running = []
    for text in (SECOND, THIRD, FIRST + THIRD):
        folder = tmp_path / f"sources-{len(running)}"
        folder.mkdir()
        (folder / "only.txt").write_text(text, encoding="utf-8")
        running.append((folder, subprocess.Popen(command(folder, atlas))))
    assert [process.wait() for _, process in running] == [0, 0, 0]
    wholes = []
    for folder, _ in running:
        subprocess.run(command(folder, tmp_path / "alone"), check=True)
        wholes.append(content(tmp_path / "alone"))
    assert content(atlas) in wholes
    assert not [name for name in names(tmp_path) if name.startswith(".")]


def test_whoever_reads_while_builds_go_on_sees_one_build_at_a_time(sources: Path, tmp_path: Path) -> None:
    atlas, seen = tmp_path / "atlas", set()
    subprocess.run(command(sources, atlas), check=True)
    done = threading.Event()

    def rebuild() -> None:
        for text in (THIRD, THIRD + FIRST, THIRD):
            (sources / "third.txt").write_text(text, encoding="utf-8")
            subprocess.run(command(sources, atlas), check=True)
        done.set()

    builder = threading.Thread(target=rebuild)
    builder.start()
    while not done.is_set():
        with Ledger(atlas) as ledger:
            ids = {card.id for card in ledger.documents()}
            time.sleep(0.02)
            stated = {row[0] for row in ledger.table("statements")}
            said = {row[4] for row in ledger.table("assertions")}
        assert stated == said == ids
        seen.add(frozenset(ids))
    builder.join()
    assert len(seen) > 1, "the reader was there before and after"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own in memory, whose size can be changed."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", str(disk)]
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or subprocess.run(mount, check=False).returncode:
        pytest.skip("only root may mount a small disk")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.parametrize("room", [0, 400, 2_000])
def test_a_full_disk_is_one_line_and_the_old_build_still_stands(
    sources: Path, small_disk: Path, room: int
) -> None:
    """`room` are the kilobytes that are left on the disk."""
    atlas = small_disk / "atlas"
    subprocess.run(command(sources, atlas), check=True)
    before = content(atlas)
    (sources / "third.txt").write_text(THIRD * 60, encoding="utf-8")
    taken = os.statvfs(small_disk)
    kilobytes = (taken.f_blocks - taken.f_bfree) * taken.f_frsize // 1024 + room
    subprocess.run(["mount", "-o", f"remount,size={kilobytes}k", str(small_disk)], check=True)
    done = subprocess.run(command(sources, atlas), capture_output=True, text=True)
    assert done.returncode == 1, "there is not so much room"
    assert len(done.stderr.splitlines()) == 1
    assert str(atlas) in done.stderr
    assert "No space left on device" in done.stderr
    assert content(atlas) == before
    assert names(small_disk) == ["atlas"], "nothing is left lying about"
    subprocess.run(["mount", "-o", "remount,size=64m", str(small_disk)], check=True)
    subprocess.run(command(sources, atlas), check=True)
    assert content(atlas) != before
