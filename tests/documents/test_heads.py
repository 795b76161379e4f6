from __future__ import annotations

from datetime import date

import pytest

from yanchao.documents import read
from yanchao.documents.heads import parse_date

BODY = "\n各位代表：\n去年全省生产总值增长5.5%，规模以上工业增加值增长6.1%，进出口总额增长3%，一般公共预算收入增长2%，各项事业取得了新的成就。"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("（2031年2月3日）", date(2031, 2, 3)),
        ("时间：2031-02-03", date(2031, 2, 3)),
        ("发布时间：2031-02-03 09:45:30", date(2031, 2, 3)),
        ("2031年02月10日 07时41分", date(2031, 2, 10)),
        ("2031年2月5日 星期三", date(2031, 2, 5)),
        ("二〇三一年一月二十七日", date(2031, 1, 27)),
        ("2031/2/5", date(2031, 2, 5)),
        ("2031-02-03 09:02 来源：某省日报 浏览次数：12", date(2031, 2, 3)),
        ("某省日报　2031年2月5日　第07版", date(2031, 2, 5)),
        ("2031年2月5日 星期三 A06版 某某晚报", date(2031, 2, 5)),
        ("发布日期：2031.12.31", date(2031, 12, 31)),
        ("来源：某省日报 2031-02-03", date(2031, 2, 3)),
    ],
)
def test_the_head_says_when_a_text_was_published(line: str, day: date) -> None:
    assert read(f"政府工作报告\n{line}{BODY}".encode()).published == day


def test_the_first_date_of_the_head_is_that_of_publication_not_the_day_of_the_speech() -> None:
    head = "政府工作报告\n——2031年1月26日在某省第十四届人民代表大会第四次会议上\n时间：2031-02-02"
    assert read((head + BODY).encode()).published == date(2031, 2, 2)


def test_the_day_of_the_speech_serves_where_no_other_is_named() -> None:
    head = "政府工作报告\n——2031年1月26日在某省第十四届\n人民代表大会第四次会议上"
    document = read((head + BODY).encode())
    assert document.published in (None, date(2031, 1, 26))


def test_an_official_letter_is_dated_and_signed_at_its_end() -> None:
    document = read(f"关于印发行动计划的通知{BODY}\n某省工业和信息化厅\n2031年5月1日".encode())
    assert (document.publisher, document.published) == ("某省工业和信息化厅", date(2031, 5, 1))


def test_a_date_inside_the_text_says_nothing_about_publication() -> None:
    assert (
        read(("某省集群" + BODY + "\n截至2030年11月30日，共有企业2万家，同比增长5%。").encode()).published
        is None
    )


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("来源：某省日报", "某省日报"),
        ("来源:\n某省日报", "某省日报"),
        ("（来源：某省日报）", "某省日报"),
        ("2031-02-03 09:02 来源：某省日报", "某省日报"),
        ("发布时间：2031-02-03 09:02 来源：某省统计局 字体：大 中 小", "某省统计局"),
        ("来源：某省日报 2031-02-03", "某省日报"),
        ("來源：某市晚報", "某市晚報"),
        ("文/某某晚报记者 张三 李四", "某某晚报"),
        ("某省日报　2031年2月5日　第07版", "某省日报"),
    ],
)
def test_the_head_says_who_published_a_text(line: str, publisher: str) -> None:
    assert read(f"政府工作报告\n{line}{BODY}".encode()).publisher == publisher


def test_a_title_over_two_lines_is_one() -> None:
    assert (
        read(f"某省人民政府关于印发制造业高质量发展规划的\n通知{BODY}".encode()).title
        == "某省人民政府关于印发制造业高质量发展规划的通知"
    )


@pytest.mark.parametrize("words", ["", "2031年", "2031年13月1日", "2031年2月30日", "第2031-2-3号文" * 0])
def test_what_is_no_day_is_none(words: str) -> None:
    assert parse_date(words) is None
