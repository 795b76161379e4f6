"""Zones without a code of their own, and titles that a larger place gives."""

from __future__ import annotations

import pytest

from making import document, written
from yanchao.documents.document import BlockKind
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract
from yanchao.statements.opening import opening_frame
from yanchao.statements.statement import Statement


def statements(text: str, title: str | None = None) -> dict[str, Statement]:
    """By the words of their figures; the last where several are alike."""
    return {
        text[each.start : each.end]: each for each in extract(document(text, title=title), load()).statements
    }


@pytest.mark.parametrize(
    ("title", "lead", "zone", "region"),
    [
        ("上半年经济增长5% 经开区交出亮眼成绩单", "记者从常州经开区获悉，", "常州经开区", "320000"),
        ("高新区：向新而行", "走进石家庄高新区的厂房，", "石家庄高新区", "130000"),
        ("聚焦高新区 看产业升级", "绵阳高新技术产业开发区里，", "绵阳高新技术产业开发区", "510000"),
        ("南昌经开区：上半年签约项目多", "南昌经开区上下抢抓工期。", "南昌经开区", "360000"),
        ("综保区晒出成绩单", "芜湖综合保税区建成十年，", "芜湖综合保税区", "340000"),
        ("苏州工业园区半年报", "苏州工业园区稳中求进。", "苏州工业园区", "320000"),
    ],
)
def test_a_text_about_a_zone_is_that_zone_s(title: str, lead: str, zone: str, region: str) -> None:
    found = statements(
        f"{title}\n{lead}上半年，实现地区生产总值207.3亿元；新增规上企业12家，占全市的20.5%。", title
    )
    assert [found[it].subject for it in ("207.3亿元", "12家")] == [zone, zone]
    assert {each.region for each in found.values()} == {region}


def test_the_city_around_a_zone_speaks_for_itself() -> None:
    title = "南昌经开区半年报"
    words = "全区用电量增长8%，高于全市平均水平2个百分点。全市用电量增长6%。"
    made = written((BlockKind.HEADING, title), words, title=title)
    found = {made.text[each.start : each.end]: each for each in extract(made, load()).statements}
    assert [(found[it].subject, found[it].region) for it in ("8%", "6%")] == [
        ("全区", "360000"),
        ("全市", "360100"),
    ]


def test_a_zone_named_beside_others_counts_to_its_province() -> None:
    found = statements("2025年，青岛西海岸新区生产总值突破5000亿元。济南市生产总值增长6%。")
    assert [found[it].region for it in ("突破5000亿元", "6%")] == ["370000", "370100"]


@pytest.mark.parametrize(
    "title", ["省级高新区数量增加", "全市开发区、高新区建设提速", "各经开区比学赶超", "开发区管理办法解读"]
)
def test_zones_of_a_kind_are_no_one_zone(title: str) -> None:
    """A title that speaks of many, or of how they are run, tells of none."""
    frame = opening_frame(document(f"{title}\n固始县到常州经开区考察。全市有企业9家。", title=title), load())
    assert frame.zone is None


@pytest.mark.parametrize(
    ("home", "words", "figure", "measure"),
    [
        ("长兴县", "新增浙江省专精特新企业9家", "9家", "浙江省专精特新企业"),
        ("长兴县", "入选浙江省“未来工厂”2家", "2家", "浙江省“未来工厂”"),
        ("长兴县", "上榜湖州市“领跑”企业12家", "12家", "湖州市“领跑”企业"),
        ("无锡市", "获评江苏省绿色工厂30家", "30家", "江苏省绿色工厂"),
        ("无锡市", "培育首批江苏省瞪羚企业7家", "7家", "江苏省瞪羚企业"),
        ("无锡市", "拥有国家重点实验室3家、江苏省工程研究中心8家", "8家", "江苏省工程研究中心"),
        ("成都市", "新认定四川省企业技术中心19家", "19家", "四川省企业技术中心"),
        ("攸县", "创建湖南省示范合作社6家", "6家", "湖南省示范合作社"),
    ],
)
def test_a_title_that_a_larger_place_gives_is_part_of_what_is_counted(
    home: str, words: str, figure: str, measure: str
) -> None:
    text = f"{home}2025年工作总结\n2025年，{words}，占全省的9%。{home}企业达90家。"
    found = statements(text, f"{home}2025年工作总结")
    said = found[figure]
    assert (said.measure or "").endswith(measure)
    assert said.subject == home
    assert said.region == found["90家"].region
    assert found["9%"].region == said.region


def test_what_a_smaller_place_has_is_its_own() -> None:
    text = "江苏省2025年工作总结\n2025年，新增苏州市企业9家，无锡市企业8家。"
    found = statements(text, "江苏省2025年工作总结")
    assert [found[it].region for it in ("9家", "8家")] == ["320500", "320200"]
