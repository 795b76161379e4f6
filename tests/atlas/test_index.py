"""What search can find: every word and figure of every document, each in a script small enough to be loaded on demand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yanchao.atlas import index
from yanchao.atlas.facts import Facts
from yanchao.atlas.language import Text, both
from yanchao.atlas.pieces import LONGEST, pieces
from yanchao.atlas.postings import DIGITS, Line, cut, numbers, value_key, written
from yanchao.atlas.runs import Lengths
from yanchao.atlas.terms import fold, terms
from yanchao.documents.document import Block, BlockKind, Cell
from yanchao.ledger.ledger import Ledger
from yanchao.lexicon.lexicon import load

LARGEST = 250_000
"""Bytes of one script."""


def held(site: Path, name: str) -> Any:
    """What a script of the index hands to the page."""
    text = (site / f"assets/search/{name}.js").read_text(encoding="utf-8")
    return json.loads(text[text.index(",") + 1 : text.rindex(")")])


def read(text: str) -> dict[str, list[int]]:
    """The lines of a script of the index: each key with the numbers of its entries."""
    lines = [line.split(":") for line in text.strip(",").split(",")]
    assert text == f",{''.join(f'{key}:{held},' for key, held in lines)}"
    return {key: ascending(held) for key, held in lines}


def ascending(held: str) -> list[int]:
    found, number, size = [0], 0, 1
    for digit in map(DIGITS.index, held):
        number += digit % 32 * size
        size *= 32
        if digit < 32:
            found.append(found[-1] + number)
            number, size = 0, 1
    return found[1:]


@given(st.sets(st.integers(0, 10**7), min_size=1))
def test_numbers_of_entries_can_be_read_back(some: set[int]) -> None:
    assert ascending(numbers(sorted(some))) == sorted(some)


@pytest.mark.parametrize(
    ("value", "key"), [(5e11, "5e11"), (0.125, "0.125"), (-3.0, "-3"), (1.962e12, "1.962e12"), (1e-9, "1e-9")]
)
def test_a_value_is_written_short(value: float, key: str) -> None:
    assert value_key(value) == key


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_value_can_be_read_back(value: float) -> None:
    assert float(value_key(value)) == value


@given(st.lists(st.text(min_size=1, max_size=9)), st.integers(1, 30))
def test_no_line_is_lost_between_two_scripts_and_none_grows_far_beyond_what_fills_it(
    keys: list[str], full: int
) -> None:
    lines = [Line(key, "A") for key in keys]
    scripts = list(cut(lines, full))
    assert list(chain.from_iterable(scripts)) == lines
    assert all(len(written(some[:-1])) <= full for some in scripts)


@pytest.mark.parametrize(
    ("words", "found_by"),
    [
        ("软件收入", {"软件", "件收", "收入", "入"}),
        ("2023年，1.36万亿元", {"2023", "年", "1.36", "万亿", "亿元", "元"}),
        ("ＴＣＬ科技", {"tcl", "科技", "技"}),
        ("19,970亿", {"19970", "亿"}),
        ("——", set()),
    ],
)
def test_what_a_text_is_found_by(words: str, found_by: set[str]) -> None:
    assert set(terms(fold(words))) == found_by


@given(st.text(alphabet="软件收入2023. 亿元abc，。", max_size=40))
def test_every_part_of_a_word_is_found_by_terms_that_the_whole_has(words: str) -> None:
    folded = fold(words)
    whole = set(terms(folded))
    for start in range(len(folded)):
        pairs = [term for term in terms(folded[start : start + 4]) if len(term) == 2 and term > "\x80"]
        assert set(pairs) <= whole


def test_the_sentences_of_a_paragraph_are_pieces() -> None:
    text = "收入1万亿元。增长\n5%！“快。”慢"
    found = [piece.text for piece in pieces([Block(BlockKind.PARAGRAPH, 0, len(text))], text)]
    assert found == ["收入1万亿元。", "增长5%！", "“快。”", "慢"]


def test_the_cells_of_a_row_stand_together() -> None:
    text = "产量 10 收入 20"
    places = [(0, 2, 0, 0), (3, 5, 0, 1), (6, 8, 1, 0), (9, 11, 1, 1)]
    blocks = [
        Block(BlockKind.CELL, start, end, 0, Cell(0, row, column)) for start, end, row, column in places
    ]
    assert [piece.text for piece in pieces(blocks, text)] == ["产量 10", "收入 20"]


def test_what_a_reader_reads_past_is_left_out_and_what_no_block_holds_is_not() -> None:
    text = "第1页正文。脚注"
    found = [piece.text for piece in pieces([Block(BlockKind.FURNITURE, 0, 3)], text)]
    assert found == ["正文。", "脚注"]


@given(st.text(alphabet="收入。！\n 1", max_size=900))
def test_pieces_hold_all_of_a_text_in_its_order(text: str) -> None:
    found = list(pieces([Block(BlockKind.PARAGRAPH, 0, len(text))], text))
    assert all(len(piece.text) <= LONGEST for piece in found)
    assert "".join("".join(piece.text.split()) for piece in found) == "".join(text.split())


def rows_of(site: Path, volume: Any) -> list[Any]:
    blocks = held(site, f"{volume['name']}/b")
    found = [(held(site, f"e/{name[:2]}/{name[2:]}"), count) for name, count in blocks]
    assert all(len(rows) == count for rows, count in found)
    return [row for rows, _ in found for row in rows]


def test_every_entry_is_under_every_term_of_its_words(examples_site: Path) -> None:
    for volume in held(examples_site, "head")["volumes"]:
        found: dict[str, list[int]] = {}
        for part, first in enumerate(volume["terms"]):
            lines = read(held(examples_site, f"{volume['name']}/t{part}"))
            assert next(iter(lines)) == first
            found |= lines
        assert list(found) == sorted(found, key=lambda term: term.encode("utf-16-be"))
        under: dict[str, list[int]] = {}
        for number, row in enumerate(rows_of(examples_site, volume)):
            for term in set(terms(fold(" ".join(filter(None, row[1:6]))))):
                under.setdefault(term, []).append(number)
        assert found == under


def test_every_figure_is_under_its_value_and_its_year(examples_site: Path) -> None:
    for volume in held(examples_site, "head")["volumes"]:
        found = set()
        for part, spans in enumerate(volume["figures"]):
            units = held(examples_site, f"{volume['name']}/n{part}")
            assert list(units) == list(spans)
            for unit, words in units.items():
                values = {float(key): entries for key, entries in read(words).items()}
                assert list(values) == sorted(values)
                assert [min(values), max(values)] == spans[unit]
                found |= {(unit, value, number) for value, entries in values.items() for number in entries}
        figures = [(number, row) for number, row in enumerate(rows_of(examples_site, volume)) if len(row) > 7]
        valued = {(row[7], row[8], number) for number, row in figures}
        dated = {("period", row[9], number) for number, row in figures if row[9] is not None}
        assert found == valued | dated


def test_every_figure_of_the_ledger_is_an_entry_with_its_value(examples_site: Path) -> None:
    with Ledger(examples_site) as ledger:
        facts = Facts(ledger, load(), examples_site)
        found = [entry for entry in index.entries(facts) if entry.kind == "figure"]
        stated = ledger.statements(with_evidence=False)
    assert {entry.path for entry in found} == {
        facts.document_path(each.document, each.statement.start) for each in stated
    }
    assert len(found) == len(stated)
    assert all(entry.value is not None for entry in found)


def volumes_of(scripts: dict[str, str]) -> Any:
    head = scripts["assets/search/head.js"]
    return json.loads(head[head.index(",") + 1 : head.rindex(")")])["volumes"]


def scripts_of(facts: Facts) -> dict[str, str]:
    return {script.path: script.text for script in index.scripts(facts)}


def test_a_large_site_has_several_volumes_and_loses_nothing(
    many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Ledger(many) as ledger:
        facts = Facts(ledger, load(), many)
        every = [entry.row for entry in index.entries(facts)]
        monkeypatch.setattr(index, "VOLUME", Lengths(least=4, often=4, most=16))
        scripts = scripts_of(facts)
    for path, text in scripts.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    volumes = volumes_of(scripts)
    assert len(volumes) >= 3
    assert [row for volume in volumes for row in rows_of(tmp_path, volume)] == every
    assert all(len(text.encode()) < LARGEST for text in scripts.values())


def test_what_is_new_is_written_in_its_own_volume_and_the_other_volumes_stay(
    many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "BLOCK", Lengths(least=4, often=4, most=16))
    monkeypatch.setattr(index, "VOLUME", Lengths(least=4, often=4, most=16))
    entries = index.entries
    with Ledger(many) as ledger:
        facts = Facts(ledger, load(), many)
        before = scripts_of(facts)
        middle = sum(1 for _ in entries(facts)) // 2
        new = index.Entry("passage", both("新文件"), index.NOTHING, "新来的一句话。", "documents/new.html")

        def with_one_more(facts: Facts) -> Iterator[index.Entry]:
            every = entries(facts)
            yield from islice(every, middle)
            yield new
            yield from every

        monkeypatch.setattr(index, "entries", with_one_more)
        after = scripts_of(facts)
    same = [volume for volume in volumes_of(after) if volume in volumes_of(before)]
    assert len(volumes_of(after)) - len(same) <= 3
    written = [path for path, text in after.items() if before.get(path) != text]
    assert len(written) < len(after) / 5
    assert sum("/e/" in path for path in written) <= 3


def test_a_name_in_both_languages_is_written_twice_only_where_it_differs() -> None:
    entry = index.Entry("name", Text("比亚迪", "BYD"), Text("汽车", "汽车"), "", "names/byd.html")
    assert entry.row == ["name", "比亚迪", "BYD", "汽车", "", "", "names/byd.html"]
