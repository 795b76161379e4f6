"""How a document dates itself."""

from __future__ import annotations

from datetime import date

import pytest

from making import document
from yanchao.documents.document import Document
from yanchao.documents.reading import read
from yanchao.lexicon.lexicon import load
from yanchao.statements.dates import dateline, day_of, spoken_year, yearbook_period
from yanchao.statements.extraction import extract
from yanchao.statements.statement import Status


def text_of(text: str, title: str | None = None) -> Document:
    return document(text, title=title)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("某市产业见闻\n发布时间：2022-09-13 10:10\n正文。", date(2022, 9, 13)),
        ("某市产业见闻\n2022-09-13\n正文。", date(2022, 9, 13)),
        ("来源：某某日报　2022-09-13 10:10:59\n正文。", date(2022, 9, 13)),
        ("某市产业见闻\n2022年9月13日\n正文。", date(2022, 9, 13)),
        ("某市产业见闻\n编号2022-09-13-7\n正文。", None),
        ("某市产业见闻\n2022-19-33\n正文。", None),
    ],
)
def test_the_head_of_a_text_is_stamped_with_its_day(text: str, day: date | None) -> None:
    assert dateline(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("政府工作报告\n2024年1月在云州市第九届人民代表大会第三次会议上\n正文。", date(2024, 1, 1)),
        ("政府工作报告\n（2024年1月9日，市第九届人民代表大会第三次会议）\n正文。", date(2024, 1, 9)),
        ("2023年云州市统计公报\n（2024年3月）\n正文。", date(2024, 3, 1)),
        ("某报云州7月13日讯 2018年上半年，全市客运量9万人次。", date(2018, 7, 13)),
        ("某网3月16日消息，某公司披露2023年年报。", date(2024, 3, 16)),
        ("某网3月26日消息，招股书显示，某公司2018年实现营收9亿元。", date(2019, 3, 26)),
        ("某网12月28日电 主管部门完成2023年度考核。", date(2023, 12, 28)),
        ("本报讯 1月8日，记者从港口获悉，2024年该港完成吞吐量9亿吨。", date(2025, 1, 8)),
        ("本报讯 1月8日，2024年吞吐量9亿吨。\n2025年，港口计划新增航线5条。", date(2025, 1, 8)),
        ("某网9月29日电 2012—2021年，产业规模翻番。", None),
        ("某网9月29日电 产业规模翻番。", None),
        ("2021年9月29日开工的工厂里，机器轰鸣。", None),
        ("2024年3月在云州开工。", None),
        ("2019云州企业100强排行榜揭晓，今年上榜企业100家。", date(2019, 12, 31)),
        ("2019—2021年云州企业百强变化。", None),
        ("云州市统计局 经济信息 2025-08-20\n1—7月，工业增长5%。", date(2025, 8, 20)),
        ("《2021年全省药材产业工作要点》印发，今年将种药材9万亩。", date(2021, 12, 31)),
        ("《2021年全省药材产业工作要点》印发，将种药材9万亩。", None),
        ("《2021—2023年药材产业行动计划》印发，今年将种药材9万亩。", None),
    ],
)
def test_a_head_without_a_whole_day_lets_one_conclude_it(text: str, day: date | None) -> None:
    assert day_of(text_of(text)) == day


def test_the_line_that_dates_a_text_heads_nothing() -> None:
    report = "云州市2024年统计摘要\n2025年1月\n\n全年产值90亿元。"
    (statement,) = extract(read(report.encode(), uri="report.txt"), load()).statements
    assert (statement.period, statement.status) == ("2024", Status.ACTUAL)


def test_a_work_report_is_given_at_the_opening_of_its_year() -> None:
    report = text_of("各位代表：\n去年，全市新增就业9万人。", title="云州市2024年政府工作报告")
    assert day_of(report) == date(2024, 1, 31)
    assert [statement.period for statement in extract(report, load()).statements] == ["2023"]
    assert day_of(text_of("正文。", title="云州市2024年政府工作回顾")) is None


def test_the_year_that_a_head_speaks_of_is_that_of_its_half_year() -> None:
    news = text_of("10月19日，某省召开2021年前三季度经济形势发布会。\n前三季度，全省出口额90亿元。")
    assert spoken_year(news) == 2021
    assert spoken_year(text_of("3年前的某省。2021年前，这里没有工厂。")) is None
    assert [statement.period for statement in extract(news, load()).statements] == ["2021-01/2021-09"]


def test_the_year_of_a_communique_is_that_of_the_figures_it_gives_out() -> None:
    given_out = text_of("《2023年某市国民经济和社会发展统计公报》显示：\n全市粮食产量26万吨，增长6%。")
    period = yearbook_period(given_out)
    assert period is not None
    assert period.value == "2023"
    assert {statement.period for statement in extract(given_out, load()).statements} == {"2023"}
    assert yearbook_period(text_of("某市粮食产量26万吨。")) is None


@pytest.mark.parametrize(
    ("title", "published", "year"),
    [
        ("云州市装备行业2024年发展报告", None, "2024"),
        ("云州市2024年工业运行情况", date(2025, 1, 20), "2024"),
        ("云州市2024年工业运行情况", date(2024, 8, 20), None),
        ("云州市2024年上半年工业运行情况", None, None),
        ("云州市2024—2026年发展报告", None, None),
    ],
)
def test_a_title_that_looks_back_on_a_year_says_which(
    title: str, published: date | None, year: str | None
) -> None:
    period = yearbook_period(document("全年产量9万吨。", title=title, published=published))
    assert (period.value if period else None) == year


def test_a_year_that_something_has_led_from_is_not_that_of_the_text() -> None:
    assert spoken_year(text_of("工厂化率由2021年的35%提高到目前的78%。")) is None


def test_half_years_and_quarters_are_read_as_brokers_write_them() -> None:
    (first, second) = extract(text_of("公司21H1收入9亿元。2023Q3收入8亿元。"), load()).statements
    assert (first.period, second.period) == ("2021-01/2021-06", "2023-07/2023-09")


def test_without_a_day_words_that_look_forward_to_a_year_make_a_target() -> None:
    plan, past = extract(
        text_of("到2025年，治理率达到45%。\n截至2025年底，治理率达到45%。"), load()
    ).statements
    assert (plan.status, past.status) == (Status.TARGET, Status.ACTUAL)


def test_a_year_that_the_head_holds_itself_against_is_the_one_before() -> None:
    document = text_of("经济运行\n一季度生产总值90亿元，增速比2016年全年高0.3个百分点。", "经济运行")
    assert spoken_year(document) == 2017


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("前4个月引进资金200亿元\n25.05.2016 10:07\n正文。", date(2016, 5, 25)),
        ("榜单出炉\n22-04-28 21:38:39\n正文。", date(2022, 4, 28)),
        ("5月23日，工人装运车轮。订货量在2020年增长4%的基础上，今年1—4月增长60%。", date(2021, 5, 23)),
        ("某省2023年一季度数据出炉。某地5月12日消息 2022年产值9亿元。", date(2023, 5, 12)),
        ("某市见闻\n某某网消息（新闻时间，2026年2月3日）：产量9吨。", date(2026, 2, 3)),
        ("某市产量9吨，今年力争8吨。", None),
    ],
)
def test_days_written_otherwise_and_years_that_a_text_lets_a_reader_conclude(
    text: str, day: date | None
) -> None:
    assert day_of(text_of(text)) == day


def test_a_year_that_a_part_of_is_held_against_may_be_any_of_the_years_before() -> None:
    assert spoken_year(text_of("一季度增长5%，比2019年一季度增长9%。")) is None
    assert spoken_year(text_of("一季度增长5%，比2019年一季度增长9%，两年平均增长4%。")) == 2021
    assert spoken_year(text_of("产量9吨，超过历史上第二高位的2008年。")) is None


def test_a_communique_without_its_title_is_of_its_latest_year() -> None:
    text = (
        "今年以来，全县稳中有进，2017年经济总量扩大。\n一、综合\n地区生产总值全年完成116亿元，比上年增长5%。"
    )
    period = yearbook_period(text_of(text))
    assert period is not None
    assert period.value == "2017"
    assert yearbook_period(text_of(f"{text}\n今年一季度增长4%。")) is None


def test_the_year_that_a_report_opens_with_frames_what_it_tells() -> None:
    report = read(
        "2015年，面对下行压力，全县守住底线，发展平稳。\n农业增加值9亿元，增长6%。".encode(), uri="report.txt"
    )
    assert {statement.period for statement in extract(report, load()).statements} == {"2015"}


def test_the_year_before_in_a_clause_without_a_figure_dates_nothing_behind_it() -> None:
    news = text_of(
        "4月16日上午，某地介绍2013年一季度运行情况，指标保持了上年良好走势。初步核算，一季度产值9亿元。"
    )
    assert [statement.period for statement in extract(news, load()).statements] == ["2013-01/2013-03"]


def test_a_month_behind_the_part_that_a_text_tells_of_its_own_year_is_of_an_earlier_one() -> None:
    assert spoken_year(text_of("2020年11月印发决定。仅今年上半年，产值9亿元。")) is None
    assert spoken_year(text_of("2020年3月印发决定。仅今年上半年，产值9亿元。")) == 2020


@pytest.mark.parametrize(
    "line",
    [
        "某某股份于2018年6月11日在深交所创业板上市，是国内领先的轴承制造商，主营业务为轴承的研发、生产、销售",
        "该厂自2009年3月5日起生产电缆，产品行销各地，全厂上下把质量放在首位，客户遍布多地",
        "某某集团成立于2001-05-20 ，总部设在云州，经营范围涉及纺织、印染、服装，员工来自各地",
    ],
)
def test_a_line_that_goes_on_beyond_the_head_ends_with_no_day_there(line: str) -> None:
    """Wherever the head ends in a line, a day told in it is not that of the text."""
    for ends in range(4, 60):
        before = "某" * (300 - ends - 1) + "\n"
        assert dateline(before + line + "。\n正文。") is None
