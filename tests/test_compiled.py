"""Expressions kept from one start to the next are those that were compiled, whatever happens to the file."""

from __future__ import annotations

import marshal
import re
from pathlib import Path

import pytest

from yanchao.compiled import MOST, Compiled

EXPRESSIONS = [
    (r"(?P<number>\d+(?:\.\d+)?)(?P<unit>亿元|万吨)(?=，|。)", 0),
    (r"[\u4e00-\u9fff]{2,4}(?<!达)(?:到|至)", 0),
    (r"^\s*第(?:[一二三四]|\d+)章", re.MULTILINE),
    (r"gdp|cpi", re.IGNORECASE),
    (r"[\U00020000-\U0002a6df㎡]+", 0),
]


@pytest.fixture
def writing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", False)


@pytest.mark.usefixtures("writing")
@pytest.mark.parametrize(("source", "flags"), EXPRESSIONS)
def test_a_kept_expression_is_the_one_that_was_compiled(tmp_path: Path, source: str, flags: int) -> None:
    path = tmp_path / "__pycache__" / "patterns.bin"
    first = Compiled(str(path))
    made = first.compile(source, flags)
    assert (made.pattern, made.flags, made.groups) == (
        source,
        re.compile(source, flags).flags,
        re.compile(source).groups,
    )
    first.keep()
    again = Compiled(str(path))
    assert again.compile(source, flags) == made
    assert again.compile(source, flags).groupindex == re.compile(source, flags).groupindex
    before = path.stat().st_mtime_ns
    again.keep()
    assert path.stat().st_mtime_ns == before, "nothing new, nothing written"


@pytest.mark.usefixtures("writing")
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xff",
        marshal.dumps(("another interpreter", {("a", 0): ()})),
        marshal.dumps([]),
    ],
)
def test_a_file_that_is_broken_or_of_another_interpreter_is_made_anew(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "patterns.bin"
    path.write_bytes(content)
    compiled = Compiled(str(path))
    assert compiled.compile("亿元") == re.compile("亿元")
    compiled.keep()
    assert path.read_bytes() != content


@pytest.mark.usefixtures("writing")
def test_kept_code_that_is_not_valid_is_compiled_as_ever(tmp_path: Path) -> None:
    path = tmp_path / "patterns.bin"
    compiled = Compiled(str(path))
    compiled.compile("亿元")
    compiled.keep()
    made_by, kept = marshal.loads(path.read_bytes())
    flags, code, *rest = kept["亿元", 0]
    path.write_bytes(marshal.dumps((made_by, {("亿元", 0): (flags, b"\xff" * len(code), *rest)})))
    assert Compiled(str(path)).compile("亿元") == re.compile("亿元")


@pytest.mark.usefixtures("writing")
def test_a_folder_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    compiled = Compiled(str(tmp_path / "file" / "patterns.bin"))
    assert compiled.compile("亿元").search("9亿元")
    compiled.keep()
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_nothing_is_kept_where_bytecode_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    compiled = Compiled(str(tmp_path / "patterns.bin"))
    compiled.compile("亿元")
    compiled.keep()
    assert not any(tmp_path.iterdir())


@pytest.mark.usefixtures("writing")
def test_what_is_kept_has_a_limit(tmp_path: Path) -> None:
    path = tmp_path / "patterns.bin"
    many = Compiled(str(path))
    for number in range(MOST):
        many.compile(f"{number}亿")
    many.keep()
    more = Compiled(str(path))
    more.compile("万亿")
    more.keep()
    assert list(marshal.loads(path.read_bytes())[1]) == [("万亿", 0)]


def test_a_mistake_in_an_expression_is_told_as_ever(tmp_path: Path) -> None:
    with pytest.raises(re.error, match="unterminated"):
        Compiled(str(tmp_path / "patterns.bin")).compile("(亿")
