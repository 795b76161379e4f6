"""A build after a build reads what is new alone, and comes out as if it had read everything: over any steps."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from settled import settled_files
from yanchao import building
from yanchao.building import Build, build
from yanchao.errors import UsageError
from yanchao.ledger import earlier, store
from yanchao.ledger.layers import BASE
from yanchao.ledger.ledger import Ledger
from yanchao.ledger.matching.decisions import DIFFERENT, SAME, Decision, written
from yanchao.ledger.schema import STORE, TABLES

TODAY = date(2026, 3, 1)

TEXTS = (
    "2025年，全省地区生产总值14.58万亿元，增长4.5%。机器人产业营业收入达到700亿元。",
    "2025年，广东地区生产总值14.6万亿元，占全国比重达105%。",
    "2025年，全省地区生产总值15.9万亿元。以广州、深圳为核心，机器人产业力争到2027年营业收入超900亿元。",
    "2024年，机器人产业营业收入610亿元；2025年，机器人产业营业收入达到710亿元，同比增长36.4%。",
    "2025年，机器人产业营业收入约700亿元。超98%以上的企业在深圳，华为技术有限公司是龙头。",
    "2025年，软件业务收入2.1万亿元，占全国的七分之一。",
    "本页没有数字。",
    "2024年，广东地区生产总值14.16万亿元，广州地区生产总值3.1万亿元。到2025年，广东地区生产总值力争达到14.5万亿元。",
)
"""Texts that speak of the same series, contradict one another, and are wrong by themselves."""

NEW = "2026年，机器人产业营业收入达到733亿元，新成立的珠海样例机器人公司投产。"
"""What none of them says."""

NAMES = ("a.txt", "b.txt", "c.md", "d.txt", "e.txt", "f.md")

State = Mapping[str, int]
"""The files of a folder: which of `TEXTS` each holds."""

states = st.dictionaries(st.sampled_from(NAMES), st.integers(0, len(TEXTS) - 1), min_size=1)


def lay_out(folder: Path, state: State) -> None:
    """Let the folder hold these files and no other."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, text in state.items():
        (folder / name).write_text(TEXTS[text] + "\n", encoding="utf-8")


def built(folder: Path, *, fresh: bool = False, into: str = "atlas", ledger_only: bool = False) -> Build:
    sources = [str(folder / "texts")]
    return build(sources, folder / into, today=TODAY, fresh=fresh, ledger_only=ledger_only)


def tables(directory: Path) -> dict[str, list[tuple[object, ...]]]:
    with Ledger(directory) as ledger:
        return {table.name: list(ledger.table(table.name)) for table in TABLES}


@pytest.fixture(scope="module")
def few_together() -> Iterator[None]:
    """The audit holds a few documents against each other at a time, so that a handful is more than it holds."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(building, "AUDITED_TOGETHER", 3)
        patch.setattr(building, "MILESTONE", 3)
        yield


@settings(
    max_examples=6,
    deadline=None,
    phases=[
        Phase.explicit,
        Phase.reuse,
        Phase.generate,
    ],  # each example is several builds: shrinking takes minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=st.lists(states, min_size=2, max_size=4))
def test_any_steps_come_to_what_a_build_from_nothing_gives(steps: list[State], few_together: None) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for step in steps:
            lay_out(folder / "texts", step)
            built(folder)
        last = built(folder, into="from-nothing")
        assert last.taken_over == 0
        assert settled_files(folder / "atlas") == settled_files(folder / "from-nothing")
        assert tables(folder / "atlas") == tables(folder / "from-nothing")


GDP = "gdp | 440000 | 440000 | - | level | CNY | - | -"
ROBOTS = "revenue | robotics | 440000 | robotics | level | CNY | - | -"
SOFTWARE = "software-revenue | 440000 | 440000 | software | level | CNY | - | -"
WHOLE = "全省总量 | 440000 | 440000 | - | level | CNY | - | -"
DECISIONS = (
    Decision(GDP, WHOLE, SAME),
    Decision(ROBOTS, WHOLE, SAME),
    Decision(WHOLE, SOFTWARE, SAME),
    Decision(GDP, ROBOTS, DIFFERENT),
)
"""Nobody would decide so; but each moves figures of other documents, and all but two go together."""

decided = st.sets(st.integers(0, len(DECISIONS) - 2)) | st.just({3})


def build_with(folder: Path, made: Iterable[int], into: str = "atlas", **asked: bool) -> Build:
    """A build of the folder's texts that goes by these of `DECISIONS`."""
    file = folder / "decisions.csv"
    file.write_text(written([DECISIONS[number] for number in sorted(made)]), encoding="utf-8")
    return build([str(folder / "texts")], folder / into, today=TODAY, decisions=file, **asked)


def step_by_step(folder: Path, steps: list[tuple[State, set[int]]]) -> None:
    """Builds of the ledger alone, one after the other; the last is held to one from nothing."""
    for state, made in steps:
        lay_out(folder / "texts", state)
        build_with(folder, made, ledger_only=True)
    build_with(folder, steps[-1][1], "from-nothing", ledger_only=True)
    assert tables(folder / "atlas") == tables(folder / "from-nothing")


@settings(
    max_examples=6,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=st.lists(st.tuples(states, decided), min_size=2, max_size=4))
def test_decisions_that_come_and_go_come_to_what_a_build_from_nothing_gives(
    steps: list[tuple[State, set[int]]], few_together: None
) -> None:
    with tempfile.TemporaryDirectory() as name:
        step_by_step(Path(name), steps)


def test_the_pages_of_a_build_with_other_decisions_are_those_of_a_build_from_nothing(tmp_path: Path) -> None:
    lay_out(tmp_path / "texts", {"a.txt": 0, "f.md": 5, "d.txt": 3})
    for made in ((), (0, 1), (1,)):
        build_with(tmp_path, made)
    build_with(tmp_path, (1,), "from-nothing")
    assert settled_files(tmp_path / "atlas") == settled_files(tmp_path / "from-nothing")


def test_a_new_decision_moves_what_it_names_and_leaves_the_rest_as_it_was(tmp_path: Path) -> None:
    lay_out(tmp_path / "texts", {"a.txt": 0, "f.md": 5, "e.txt": 6})
    built(tmp_path)
    file = tmp_path / "texts" / "decisions.csv"
    file.write_text(written(DECISIONS[1:2]), encoding="utf-8")

    def again() -> Build:
        return build([str(tmp_path / "texts")], tmp_path / "atlas", today=TODAY, decisions=file)

    after = again()
    assert (after.documents, after.taken_over) == (3, 2), (
        "the file is no source, and one document speaks of what it names"
    )
    with Ledger(tmp_path / "atlas") as ledger:
        (series,) = ledger.series(measure="全省总量")
        assert [point.value for point in series.observations] == [7e10]
        assert not ledger.series(measure="revenue")
    assert again().taken_over == 3
    file.write_text(written(()), encoding="utf-8")
    assert again().taken_over == 2
    with Ledger(tmp_path / "atlas") as ledger:
        assert ledger.series(measure="revenue"), "a decision that is taken out is undone"


@pytest.fixture(scope="module")
def everything_is_large() -> Iterator[None]:
    """Even a small ledger is not copied, but laid under the next, however much is laid over it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(earlier, "LARGE", 1)
        patch.setattr(store, "SCATTERED", 0)
        yield


@settings(
    max_examples=3,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=st.lists(st.tuples(states, decided), min_size=2, max_size=4))
def test_decisions_that_come_and_go_over_a_large_ledger(
    steps: list[tuple[State, set[int]]], few_together: None, everything_is_large: None
) -> None:
    with tempfile.TemporaryDirectory() as name:
        step_by_step(Path(name), steps)


@settings(
    max_examples=3,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=st.lists(states, min_size=2, max_size=4))
def test_a_ledger_that_lies_over_another_comes_to_what_a_build_from_nothing_gives(
    steps: list[State], few_together: None, everything_is_large: None
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for step in steps:
            lay_out(folder / "texts", step)
            built(folder, ledger_only=True)
        built(folder, into="from-nothing", ledger_only=True)
        assert tables(folder / "atlas") == tables(folder / "from-nothing")
        assert built(folder, ledger_only=False).taken_over > 0
        assert not (folder / "atlas" / BASE).exists(), "a whole build has one database"
        built(folder, into="from-nothing", fresh=True)
        assert tables(folder / "atlas") == tables(folder / "from-nothing")
        assert settled_files(folder / "atlas") == settled_files(folder / "from-nothing")


def test_what_is_added_to_a_large_ledger_lies_over_it(tmp_path: Path, everything_is_large: None) -> None:
    state = {name: number for number, name in enumerate(NAMES)}
    lay_out(tmp_path / "texts", state)
    built(tmp_path, ledger_only=True)
    before = (tmp_path / "atlas" / STORE).stat()
    (tmp_path / "texts" / "new.txt").write_text(NEW, encoding="utf-8")
    assert built(tmp_path, ledger_only=True).taken_over == len(NAMES)
    assert (tmp_path / "atlas" / BASE).stat().st_ino == before.st_ino, "it is the very file"


def test_what_goes_from_a_large_ledger_is_hidden_at_once_and_taken_out_by_a_whole_build(
    tmp_path: Path, everything_is_large: None
) -> None:
    lay_out(tmp_path / "texts", {name: number for number, name in enumerate(NAMES)})
    (tmp_path / "texts" / "new.txt").write_text(NEW, encoding="utf-8")
    built(tmp_path, ledger_only=True)
    before = (tmp_path / "atlas" / STORE).stat()
    (tmp_path / "texts" / "new.txt").unlink()
    assert built(tmp_path, ledger_only=True).taken_over == len(NAMES)
    assert (tmp_path / "atlas" / BASE).stat().st_ino == before.st_ino, "it is not written anew"
    built(tmp_path, into="from-nothing", ledger_only=True)
    assert tables(tmp_path / "atlas") == tables(tmp_path / "from-nothing")
    built(tmp_path, ledger_only=False)
    assert not (tmp_path / "atlas" / BASE).exists()
    assert NEW.encode() not in (tmp_path / "atlas" / STORE).read_bytes(), "what has gone stands nowhere"


def test_a_large_ledger_of_which_much_has_gone_is_written_anew(tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(earlier, "LARGE", 1)
        patch.setattr(store, "SCATTERED", 4)
        for count in (len(NAMES), len(NAMES) // 2):
            lay_out(tmp_path / "texts", {name: number for number, name in enumerate(NAMES[:count])})
            built(tmp_path, ledger_only=True)
            assert not (tmp_path / "atlas" / BASE).exists()
    built(tmp_path, into="from-nothing", ledger_only=True)
    assert tables(tmp_path / "atlas") == tables(tmp_path / "from-nothing")


def test_one_after_the_other_is_added_to_a_large_ledger(tmp_path: Path, everything_is_large: None) -> None:
    state: dict[str, int] = {"a.txt": 0}
    for name, text in (("b.txt", 1), ("c.md", 2), ("d.txt", 3), ("e.txt", 4)):
        lay_out(tmp_path / "texts", state)
        built(tmp_path, ledger_only=True)
        state[name] = text
    assert (tmp_path / "atlas" / BASE).exists()
    built(tmp_path, into="from-nothing", ledger_only=True)
    assert tables(tmp_path / "atlas") == tables(tmp_path / "from-nothing")


def test_what_has_grown_over_a_large_ledger_becomes_one_with_it(tmp_path: Path) -> None:
    has_base = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(earlier, "LARGE", 1)
        patch.setattr(store, "LARGE", 1)
        for count, scattered in ((3, 4), (4, 0), (5, 4)):
            patch.setattr(store, "SCATTERED", scattered)
            lay_out(tmp_path / "texts", {name: number for number, name in enumerate(NAMES[:count])})
            built(tmp_path, ledger_only=True)
            has_base.append((tmp_path / "atlas" / BASE).exists())
    assert has_base == [False, True, False]
    built(tmp_path, into="from-nothing", ledger_only=True)
    assert tables(tmp_path / "atlas") == tables(tmp_path / "from-nothing")


def test_what_goes_bit_by_bit_from_a_large_ledger_is_taken_out_at_last(tmp_path: Path) -> None:
    texts = {f"{number:02}.txt": number for number in range(12)}
    has_base = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(earlier, "LARGE", 1)
        patch.setattr(store, "SCATTERED", 4)
        for left in (12, 11, 10, 9, 8):
            lay_out(tmp_path / "texts", {})
            for name, number in list(texts.items())[:left]:
                (tmp_path / "texts" / name).write_text(
                    f"2025年，软件业务收入{number + 2}万亿元。\n", encoding="utf-8"
                )
            built(tmp_path, ledger_only=True)
            has_base.append((tmp_path / "atlas" / BASE).exists())
    assert has_base == [False, True, True, True, False]
    built(tmp_path, into="from-nothing", ledger_only=True)
    assert tables(tmp_path / "atlas") == tables(tmp_path / "from-nothing")


def test_however_much_has_gone_from_a_base_its_documents_are_read_in_little_memory(
    tmp_path: Path, everything_is_large: None
) -> None:
    """What of the base has gone is put aside once a question, not once a document."""
    lay_out(tmp_path / "texts", {})
    for turn in range(3):
        for number in range(120):
            text = f"2025年，机器人产业营业收入{number + 200 + turn * (number % 2)}亿元。\n"
            (tmp_path / "texts" / f"{number:03}.txt").write_text(text, encoding="utf-8")
        built(tmp_path, ledger_only=True)
    (tmp_path / "texts" / "more.txt").write_text(NEW, encoding="utf-8")
    assert built(tmp_path, ledger_only=True).taken_over == 120
    built(tmp_path, into="from-nothing", ledger_only=True)
    assert tables(tmp_path / "atlas") == tables(tmp_path / "from-nothing")


def test_nobody_takes_a_part_of_a_ledger_for_the_whole(tmp_path: Path, everything_is_large: None) -> None:
    lay_out(tmp_path / "texts", {name: number for number, name in enumerate(NAMES)})
    built(tmp_path, ledger_only=True)
    (tmp_path / "texts" / "new.txt").write_text(NEW, encoding="utf-8")
    built(tmp_path, ledger_only=True)
    with (
        duckdb.connect(str(tmp_path / "atlas" / STORE), read_only=True) as connection,
        pytest.raises(duckdb.Error, match="base"),
    ):
        connection.execute("SELECT * FROM statements")
    with duckdb.connect() as connection:
        connection.execute(
            f"ATTACH '{tmp_path / 'atlas' / BASE}' AS base (READ_ONLY);"
            f"ATTACH '{tmp_path / 'atlas' / STORE}' AS ledger (READ_ONLY); USE ledger"
        )
        found = connection.execute("SELECT count(*) FROM documents").fetchone()
    assert found == (len(NAMES) + 1,)


def test_only_what_is_new_is_read(tmp_path: Path) -> None:
    lay_out(tmp_path / "texts", {"a.txt": 0, "b.txt": 1})
    assert built(tmp_path).taken_over == 0
    (tmp_path / "texts" / "c.md").write_text(TEXTS[2], encoding="utf-8")
    after = built(tmp_path)
    assert (after.documents, after.taken_over) == (3, 2)
    (tmp_path / "texts" / "a.txt").write_text(TEXTS[3], encoding="utf-8")
    assert built(tmp_path).taken_over == 2, "changed bytes are a new document"
    (tmp_path / "texts" / "a.txt").rename(tmp_path / "texts" / "z.txt")
    assert built(tmp_path).taken_over == 2, "and so are the same bytes under another name"
    assert built(tmp_path).taken_over == 3


def test_what_nothing_new_bears_on_is_not_worked_out_again(tmp_path: Path) -> None:
    lay_out(tmp_path / "texts", {"a.txt": 7})
    built(tmp_path, ledger_only=True)
    with duckdb.connect(str(tmp_path / "atlas" / STORE)) as connection:
        connection.execute("UPDATE targets SET reason = 'stood'; UPDATE derived SET name = 'stood'")

    def standing() -> tuple[set[object], set[object]]:
        built(tmp_path, ledger_only=True)
        with Ledger(tmp_path / "atlas") as ledger:
            judged = ledger.each_row("SELECT owner FROM targets WHERE reason = 'stood'")
            derived = ledger.each_row("SELECT measure FROM derived WHERE name = 'stood'")
            return {owner for (owner,) in judged}, {measure for (measure,) in derived}

    (tmp_path / "texts" / "e.txt").write_text(TEXTS[4], encoding="utf-8")
    owners, measures = standing()
    assert {"440000", "automotive"} <= owners
    assert "robotics" not in owners
    assert measures == {"gdp"}
    (tmp_path / "texts" / "b.txt").write_text(TEXTS[1], encoding="utf-8")
    owners, measures = standing()
    assert "automotive" in owners
    assert "440000" not in owners
    assert not measures


def test_the_same_bytes_under_two_names_are_taken_over_as_one_document(tmp_path: Path) -> None:
    lay_out(tmp_path / "texts", {"b.txt": 0, "c.md": 0})
    assert built(tmp_path).documents == 1
    assert (built(tmp_path).documents, built(tmp_path).taken_over) == (1, 1)
    (tmp_path / "texts" / "a.txt").write_bytes((tmp_path / "texts" / "b.txt").read_bytes())
    after = built(tmp_path)
    assert (after.documents, after.taken_over) == (1, 0), "the first name is the document's, and it is new"


def test_a_document_that_is_taken_away_takes_with_it_what_came_from_it(tmp_path: Path) -> None:
    lay_out(tmp_path / "texts", {"a.txt": 0, "e.txt": 4})
    built(tmp_path)
    (tmp_path / "texts" / "e.txt").unlink()
    after = built(tmp_path)
    assert (after.documents, after.taken_over) == (1, 1)
    with Ledger(tmp_path / "atlas") as ledger:
        ids = {card.id for card in ledger.documents()}
        assert {row[0] for row in ledger.table("statements")} == ids
        assert {row[4] for row in ledger.table("assertions")} == ids
        assert list(ledger.table("findings")) == []
    gone = "华为技术有限公司".encode()
    for path in (tmp_path / "atlas").rglob("*"):
        assert not path.is_file() or gone not in path.read_bytes(), f"{path} still holds its words"


def test_fresh_reads_everything_anew(tmp_path: Path) -> None:
    lay_out(tmp_path / "texts", {"a.txt": 0, "b.txt": 1})
    built(tmp_path)
    before = settled_files(tmp_path / "atlas")
    assert built(tmp_path, fresh=True).taken_over == 0
    assert settled_files(tmp_path / "atlas") == before


def test_another_pack_reads_everything_anew(tmp_path: Path) -> None:
    lay_out(tmp_path / "texts", {"a.txt": 0, "b.txt": 1})
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "pack.toml").write_text('name = "more"\n', encoding="utf-8")
    (pack / "counters.csv").write_text("text,unit,numerals\n座,count:座,digits\n", encoding="utf-8")
    sources, into = [str(tmp_path / "texts")], tmp_path / "atlas"
    assert build(sources, into, today=TODAY).taken_over == 0
    assert build(sources, into, today=TODAY, packs=[pack]).taken_over == 0
    assert build(sources, into, today=TODAY, packs=[pack]).taken_over == 2
    (pack / "counters.csv").write_text(
        "text,unit,numerals\n座,count:座,digits\n艘,count:艘,digits\n", encoding="utf-8"
    )
    assert build(sources, into, today=TODAY, packs=[pack]).taken_over == 0


@pytest.mark.parametrize(
    "spoil", ["UPDATE about SET reader = 'another'", "UPDATE about SET schema_version = 1", None]
)
def test_what_another_version_wrote_or_what_is_damaged_is_read_anew(
    tmp_path: Path, spoil: str | None
) -> None:
    lay_out(tmp_path / "texts", {"a.txt": 0, "b.txt": 1})
    built(tmp_path)
    if spoil is None:
        (tmp_path / "atlas" / STORE).write_bytes(b"no database")
    else:
        with duckdb.connect(str(tmp_path / "atlas" / STORE)) as connection:
            connection.execute(spoil)
    assert built(tmp_path).taken_over == 0
    assert (
        settled_files(tmp_path / "atlas")
        == (built(tmp_path, into="anew"), settled_files(tmp_path / "anew"))[1]
    )


def test_another_day_judges_what_was_taken_over_anew(tmp_path: Path) -> None:
    lay_out(tmp_path / "texts", {"c.md": 2})
    build([str(tmp_path / "texts")], tmp_path / "atlas", today=date(2026, 3, 1))
    later = date(2029, 3, 1)
    assert build([str(tmp_path / "texts")], tmp_path / "atlas", today=later).taken_over == 1
    build([str(tmp_path / "texts")], tmp_path / "anew", today=later)
    assert settled_files(tmp_path / "atlas") == settled_files(tmp_path / "anew")


def test_a_page_that_did_not_change_is_the_same_file(tmp_path: Path) -> None:
    lay_out(tmp_path / "texts", {"a.txt": 0, "f.md": 5})
    built(tmp_path)
    page = next(
        path for path in (tmp_path / "atlas" / "measures").glob("*.html") if "软件" in path.read_text()
    )
    before = page.stat()
    built(tmp_path)
    assert page.stat().st_ino == before.st_ino


def test_an_export_is_the_same_file_where_nothing_of_what_it_is_made_of_changed(tmp_path: Path) -> None:
    lay_out(tmp_path / "texts", {"a.txt": 0, "b.txt": 1})
    built(tmp_path)
    exports = tmp_path / "atlas" / "exports"
    before = {path.name: path.stat().st_ino for path in exports.rglob("*.*")}
    (tmp_path / "texts" / "c.md").write_text(TEXTS[6], encoding="utf-8")
    built(tmp_path)
    same = {path.name for path in exports.rglob("*.*") if path.stat().st_ino == before[path.name]}
    assert {"series.csv", "assertions.csv", "findings.csv", "figures.sdmx.xml"} <= same
    assert not {"documents.csv", "figures.csv", "figures.xlsx"} & same, "they are made of documents too"


def test_a_page_that_says_the_same_is_the_same_file_though_others_changed(tmp_path: Path) -> None:
    lay_out(tmp_path / "texts", {"a.txt": 0})
    built(tmp_path)
    site = tmp_path / "atlas"
    before = {
        path.relative_to(site): (path.stat().st_ino, path.read_bytes())
        for path in site.rglob("*.*")
        if path.suffix in (".html", ".js", ".css", ".svg")
    }
    (tmp_path / "texts" / "b.txt").write_text(TEXTS[5], encoding="utf-8")
    built(tmp_path)
    before = {path: file for path, file in before.items() if (site / path).exists()}
    kept = {path for path, (inode, _) in before.items() if (site / path).stat().st_ino == inode}
    assert kept == {path for path, (_, page) in before.items() if (site / path).read_bytes() == page}
    assert Path("assets/atlas.css") in kept
    assert Path("rules/YC101.html") in kept
    assert Path("index.html") not in kept


def test_what_a_build_takes_over_is_not_written_into(tmp_path: Path) -> None:
    lay_out(tmp_path / "texts", {"a.txt": 0, "b.txt": 1})
    built(tmp_path)
    shutil.copytree(tmp_path / "atlas", tmp_path / "copy")
    with Ledger(tmp_path / "atlas") as reader:
        lay_out(tmp_path / "texts", {"a.txt": 3, "b.txt": 1, "c.md": 2})
        built(tmp_path)
        assert {card.uri for card in reader.documents()} == {
            str(tmp_path / "texts" / name) for name in ("a.txt", "b.txt")
        }, "whoever opened the build before goes on reading that one"


def test_a_build_of_nothing_that_can_be_read_leaves_what_was_taken_over(tmp_path: Path) -> None:
    lay_out(tmp_path / "texts", {"a.txt": 0})
    built(tmp_path)
    before = settled_files(tmp_path / "atlas")
    with pytest.raises(UsageError):
        build([str(tmp_path / "missing.txt")], tmp_path / "atlas", today=TODAY)
    assert settled_files(tmp_path / "atlas") == before
