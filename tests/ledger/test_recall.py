"""What a ledger has on record for a draft: the same point by sources that may speak, or why there is nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from keeping import keep
from recalling import extracted, ledger_of, recalled
from yanchao.audit.messages import CATALOGUE
from yanchao.audit.recorded import Absent, OnRecord
from yanchao.errors import UsageError
from yanchao.ledger.ledger import Ledger
from yanchao.ledger.recall import recall
from yanchao.ledger.schema import STORE
from yanchao.lexicon.lexicon import load

BULLETIN = (
    "某某省统计公报\n2024年3月1日\n\n2023年，广东陶瓷产业营业收入512.3亿元。这一年，全行业新建窑炉12座。\n"
)


def of(draft: str, *kept: str) -> OnRecord:
    """What is on record for the first figure of a draft that names a measure."""
    found = recalled(extracted(draft, "draft.txt"), *kept)
    return found[min(found)]


def test_the_words_of_the_same_point_come_with_their_document_day_and_place() -> None:
    (told,) = of("2023年，广东陶瓷产业营业收入5123亿元。", BULLETIN).words
    assert (told.document, told.said_on) == ("kept-0.txt", date(2024, 3, 1))
    assert BULLETIN[told.start : told.end] == told.printed == "512.3亿元"
    assert told.words == "2023年，广东陶瓷产业营业收入512.3亿元"
    assert (told.value, told.stated.low, told.stated.high) == (51.23e9, 51.225e9, 51.235e9)


def test_a_level_of_the_year_after_comes_with_what_growth_is_worked_out_from() -> None:
    (earlier,) = of("2024年，广东陶瓷产业营业收入560亿元。", BULLETIN).earlier
    assert earlier.printed == "512.3亿元"
    assert of("到2024年，广东陶瓷产业营业收入力争达到560亿元。", BULLETIN).earlier == ()


@pytest.mark.parametrize(
    ("draft", "absent"),
    [
        ("广东陶瓷产业营业收入512.3亿元。", Absent.NO_PERIOD),
        ("2024年，广东陶瓷产业营业收入512.3亿元。", Absent.OTHER_PERIOD),
        ("到2023年，广东陶瓷产业营业收入力争达到600亿元。", Absent.OTHER_STATUS),
        ("2023年，浙江陶瓷产业营业收入512.3亿元。", Absent.OTHER_REGION),
        ("2023年，广东规模以上陶瓷产业营业收入512.3亿元。", Absent.OTHER_FOOTING),
        ("2023年，广东陶瓷产业利润总额51.2亿元。", Absent.NO_SERIES),
    ],
)
def test_a_figure_of_another_point_has_nothing_on_record_and_says_why(draft: str, absent: Absent) -> None:
    found = of(draft, BULLETIN)
    assert (found.words, found.absent) == ((), absent)


def test_every_reason_is_a_sentence_of_the_catalogue() -> None:
    assert {str(absent) for absent in Absent} <= set(CATALOGUE)


def test_a_document_is_not_held_against_its_own_words() -> None:
    drafted = extracted(BULLETIN, "kept-0.txt")
    with Ledger(ledger_of((BULLETIN,))) as ledger:
        found = recall([drafted], load(), ledger)
    assert {one.absent for one in found.values()} == {Absent.OWN_WORDS}


def test_a_newspaper_in_the_ledger_does_not_contradict_a_statistical_office() -> None:
    newspaper = "某某日报\n2024年3月2日\n\n2023年，广东陶瓷产业营业收入498亿元。\n"
    drafted = "广东省统计局数据显示，2023年，广东陶瓷产业营业收入512.3亿元。"
    assert of(drafted, newspaper) == OnRecord(absent=Absent.LOWER_RANK)
    assert of("2023年，广东陶瓷产业营业收入512.3亿元。", newspaper).words


def test_of_several_sources_only_the_best_speak() -> None:
    newspaper = "某某日报\n2024年3月2日\n\n2023年，广东陶瓷产业营业收入498亿元。\n"
    office = "广东省统计局数据显示，2023年，广东陶瓷产业营业收入512.3亿元。\n"
    told = of("2023年，广东陶瓷产业营业收入5123亿元。", newspaper, office)
    assert [one.printed for one in told.words] == ["512.3亿元"]


def test_what_the_ledger_carried_over_from_another_paragraph_is_not_relied_on() -> None:
    carried = "2023年，广东制造业平稳运行。\n\n广东陶瓷产业营业收入512.3亿元。\n"
    found = of("2023年，广东陶瓷产业营业收入5123亿元。", carried)
    assert not found.words


def test_a_folder_without_a_ledger_a_foreign_file_and_an_older_schema_are_one_line_each(
    tmp_path: Path,
) -> None:
    with pytest.raises(UsageError, match="holds no ledger"):
        Ledger(tmp_path)
    (tmp_path / STORE).write_bytes(b"no database")
    with pytest.raises(UsageError, match="cannot be read as a ledger") as broken:
        Ledger(tmp_path)
    assert "\n" not in str(broken.value)
    old = keep(tmp_path / "old")
    with duckdb.connect(str(old / STORE)) as connection:
        connection.execute("UPDATE about SET schema_version = 1")
    with pytest.raises(UsageError, match="has schema version 1, this yanchao reads"):
        Ledger(old)


def test_an_empty_ledger_is_said_in_one_line(tmp_path: Path) -> None:
    empty = keep(tmp_path / "empty", [extracted("今天天气很好。", "weather.txt")])
    with Ledger(empty) as ledger, pytest.raises(UsageError, match="holds no figures") as said:
        recall([extracted(BULLETIN, "draft.txt")], load(), ledger)
    assert "\n" not in str(said.value)


class Counting(Ledger):
    """A ledger that counts what it is asked."""

    asked = 0

    def each_row(self, query: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        self.asked += 1
        return super().each_row(query, values)


def test_a_long_draft_asks_the_ledger_no_more_often_than_a_short_one() -> None:
    def questions(size: int) -> int:
        text = "".join(f"{year}年，广东陶瓷产业营业收入{year}.5亿元。" for year in range(2023 - size, 2024))
        with Counting(ledger_of((BULLETIN,))) as ledger:
            recall([extracted(text, "draft.txt")], load(), ledger)
            return ledger.asked

    assert questions(2) == questions(20)
