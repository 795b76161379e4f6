"""Which place a text is about by its title, its head, and the assembly that it is given to."""

from __future__ import annotations

import pytest

from making import document
from yanchao.documents.document import Block, BlockKind
from yanchao.lexicon.lexicon import load
from yanchao.statements.title_places import place_of_title


def place(title: str, text: str = "正文。") -> str | None:
    return place_of_title(document(f"{title}\n{text}", title=title), load()).code


@pytest.mark.parametrize(
    ("title", "text", "region"),
    [
        ("“互联网＋”带旺桐庐县旅游", "桐庐县接待游客9万人次，桐庐民宿90家。", "330122"),
        ("39个项目落户开州", "开州区签约项目39个，开州投资9亿元。", "500154"),
        ("湖北天门：服装出海", "当地企业900家。", "429006"),
        ("宁海概况", "全县面积900平方公里。", "330226"),
        ("2022年蠡县政府工作报告", "蠡县生产总值增长7%。", "130635"),
        ("大庆新动能加快成长", "大庆市工业增加值增长3%。", "230600"),
        ("2022年云和县国民经济和社会发展统计公报", "我县户籍人口9万人，和谐稳定。", "331125"),
        ("政府工作报告", "我代表桐庐县人民政府，向大会报告工作。", "330122"),
    ],
)
def test_the_place_that_a_head_names(title: str, text: str, region: str) -> None:
    assert place(title, text) == region


def test_the_county_that_a_first_paragraph_opens_with_inside_the_title_s_province() -> None:
    title, text = "广西侗乡做强茶业", "三江侗族自治县是产茶地，茶园9万亩。"
    whole = f"{title}\n{text}"
    blocks = (
        Block(BlockKind.HEADING, 0, len(title)),
        Block(BlockKind.PARAGRAPH, len(title) + 1, len(whole)),
    )
    assert place_of_title(document(whole, title=title, blocks=blocks), load()).code == "450226"


def test_a_trail_of_links_leads_to_the_smallest_place() -> None:
    title = "特产>浙江省>绍兴市>上虞区特产"
    assert place(title, f"{title}\n全镇制伞企业9家。") == "330604"


def test_a_county_that_has_become_a_city_goes_by_its_old_name() -> None:
    assert place("靖西县旅游旺", "靖西县接待游客9万人次。") == "451081"


def test_a_newspaper_s_place_stands_behind_that_of_the_title() -> None:
    said = place_of_title(
        document("桐庐县茶叶丰收\n桐庐茶园3万亩。", title="桐庐县茶叶丰收", publisher="广西日报"), load()
    )
    assert said.code == "330122"


def test_what_ministries_issue_is_the_nation_s_whatever_paper_carries_it() -> None:
    text = "来源：商丘日报\n到2025年，算力规模超过300EFLOPS。"
    assert place("工业和信息化部等六部门印发行动计划", text) == "156"


@pytest.mark.parametrize(
    ("publisher", "text", "region"),
    [
        ("玉溪日报", "全市园区产值9亿元，我市增长5%。", "530400"),
        ("北海日报", "自治区推进项目90项。南宁市完成投资9亿元，柳州市完成8亿元。", None),
        ("北海日报", "全市项目9个。南宁市完成投资9亿元，柳州市完成8亿元。", None),
        ("北海市统计局", "项目9个。", "450500"),
        ("内蒙古自治区农牧厅", "我市羊绒产量3300吨。鄂尔多斯市企业9家。", None),
        ("内蒙古自治区农牧厅", "全区羊绒产量7000吨。鄂尔多斯市企业9家。", "150000"),
        ("重庆市统计局", "全市企业9家，渝中区企业8家。", "500000"),
        ("桐乡新闻网", "全市项目9个。", "330483"),
        ("江华新闻网", "我县项目9个。", "431129"),
        ("江华新闻网", "项目9个。", None),
    ],
)
def test_a_newspaper_carries_texts_of_other_places_too(publisher: str, text: str, region: str | None) -> None:
    assert place_of_title(document(text, publisher=publisher), load()).code == region
