"""A paragraph that names no time goes on about that of the paragraphs before it only where its form says so."""

from __future__ import annotations

from datetime import date

import pytest

from making import document
from yanchao.documents.document import Block, BlockKind
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract
from yanchao.statements.statement import Statement, Status


def figures(*paragraphs: str) -> dict[str, Statement]:
    text, blocks = "", []
    for words in paragraphs:
        blocks.append(Block(BlockKind.PARAGRAPH, len(text), len(text) + len(words), 0))
        text += words + "\n"
    made = document(text, blocks=tuple(blocks), published=date(2024, 6, 18))
    return {made.text[each.start : each.end]: each for each in extract(made, load()).statements}


def test_bullets_below_a_year_to_come_are_its_goals() -> None:
    found = figures(
        "到2030年，全市港口吞吐量突破3亿吨。",
        "——航线更密。集装箱航线达90条，重要航线比重由目前的三成达到四成。",
        "——船队更强。运力达到80万吨。",
        "企业现有员工300人。",
    )
    assert [found[it].period for it in ("90条", "80万吨", "300人")] == ["2030", "2030", None]
    assert found["80万吨"].status is Status.TARGET


def test_what_is_among_it_is_of_the_time_spoken_of_before() -> None:
    found = figures("一季度，全县工业增长较快。", "其中，陶瓷产值增长9%。")
    assert found["9%"].period == "2024-01/2024-03"


def test_bullets_below_a_year_gone_by_are_on_record() -> None:
    found = figures("截至2023年，全县旅游提档升级。", "——民宿达91家。")
    assert (found["91家"].period, found["91家"].status) == ("2023", Status.ACTUAL)


def test_a_bullet_with_a_time_of_its_own_keeps_it() -> None:
    found = figures("到2030年，供电更可靠。", "——2023年，变电站达91座。")
    assert found["91座"].period == "2023"


def test_numbered_items_go_on_about_the_year_only_where_a_colon_introduces_them() -> None:
    assert figures("2023年建成铁路：", "（一）北线90公里。")["90公里"].period == "2023"
    assert figures("2023年建成铁路。", "（一）北线90公里。")["90公里"].period is None


@pytest.mark.parametrize(
    "goes_on",
    [
        "从商品看，机电产品出口30亿元，同比增长9%。",
        "商品房销售额30亿元，同比下降9%。",
        "民航客运量30亿元，环比增长9%。",
    ],
)
def test_what_is_compared_without_a_time_is_of_the_month_told_before(goes_on: str) -> None:
    assert figures("据海关统计，5月全市出口90亿元，同比增长3%。", goes_on)["9%"].period == "2024-05"


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (
            "5月全市出口90亿元，同比增长3%。",
            "全市共有出口企业30家，占全省9%。",
        ),  # a stock, compared with nothing
        (
            "2023年全市出口90亿元，同比增长3%。",
            "机电产品出口30亿元，同比增长9%。",
        ),  # a whole year ends with its paragraph
        ("5月全市出口90亿元，同比增长3%。", "目前在建项目30个，同比增长9%。"),
    ],
)
def test_what_is_not_compared_or_of_no_month_keeps_no_time(before: str, words: str) -> None:
    assert figures(before, words)["9%"].period is None


def test_the_next_flow_of_a_briefing_on_some_months_is_of_them_too() -> None:
    found = figures(
        "据海关统计，前5个月，进出口9万亿元，同比增长6%。",
        "其中，出口5万亿元，增长7%。",
        "进口4万亿元，增长5%。",
    )
    assert found["4万亿元"].period == "2024-01/2024-05"


def test_what_is_said_of_some_months_as_a_whole_frames_the_paragraphs_that_tell_it_one_by_one() -> None:
    opens = "一季度，全县产业集群发展呈现规模壮大、转型加快等特点。"
    assert figures(opens, "规模壮大。规上企业达90家。")["90家"].period == "2024-01/2024-03"
    assert figures("一季度，全县产业集群发展加快。", "规模壮大。规上企业达90家。")["90家"].period is None
