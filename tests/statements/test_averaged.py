"""An average within a frame of years is over the frame; another figure keeps the year last spoken of."""

from __future__ import annotations

from yanchao.documents.reading import read
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract

HEAD = "2026年政府工作报告\n——2026年1月20日在东屏省第九届人民代表大会第四次会议上\n\n二、“十五五”时期主要目标和重点任务\n"


def periods(text: str) -> list[str | None]:
    return [
        each.period for each in extract(read(f"{HEAD}{text}".encode(), uri="report.txt"), load()).statements
    ]


def test_an_average_takes_the_frame_behind_a_single_year() -> None:
    assert periods("茶叶产量2030年达到90万吨，研发投入年均增长5%。") == ["2030", "2026/2030"]


def test_a_level_keeps_the_year_last_spoken_of() -> None:
    assert periods("茶叶产量2030年达到90万吨，茶园达到30万亩。") == ["2030", "2030"]


def test_an_average_with_a_year_of_its_own_keeps_it() -> None:
    assert periods("茶叶产量稳步提高，到2030年研发投入年均增长5%。")[-1] != "2026/2030"
