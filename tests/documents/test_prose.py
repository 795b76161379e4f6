from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documented import assert_sound, words
from yanchao.documents import read
from yanchao.documents.document import BlockKind, Document
from yanchao.documents.prose import blocks

HEADING, PARAGRAPH, CAPTION, FURNITURE = (
    BlockKind.HEADING,
    BlockKind.PARAGRAPH,
    BlockKind.CAPTION,
    BlockKind.FURNITURE,
)


def reading(text: str) -> Document:
    return read(text.encode(), uri="page.txt")


def test_a_report_has_a_title_numbered_headings_and_paragraphs() -> None:
    document = reading(
        "2031年某省政府工作报告\n（2031年2月3日）\n\n各位代表：\n一、上年工作回顾\n"
        "（一）稳增长\n全省生产总值增长5.1%，总量突破6万亿元。\n1.扩大投资\n固定资产投资增长3%。\n第二部分 今年工作\n生产总值增长5%左右。"
    )
    assert [(document.text[b.start : b.end], b.level) for b in document.blocks if b.kind is HEADING] == [
        ("2031年某省政府工作报告", 1),
        ("一、上年工作回顾", 2),
        ("（一）稳增长", 3),
        ("1.扩大投资", 4),
        ("第二部分 今年工作", 2),
    ]
    assert words(document, FURNITURE) == ["（2031年2月3日）"]


def test_an_unnumbered_short_line_over_a_paragraph_is_a_heading() -> None:
    document = reading(
        "记者从会议上获悉，全省去年工业投资增长很快，规模再创新高。\n\n风正帆满\n\n去年产量达到三百万吨，居全国首位。\n\n"
        "钢铁产业集群\n\n去年产量达到三百万吨，居全国首位。"
    )
    assert words(document, HEADING) == ["风正帆满", "钢铁产业集群"]
    assert document.title is None  # a heading below a paragraph is no title


def test_a_short_line_with_a_figure_heads_nothing() -> None:
    document = reading(
        "经济运行简报\n规上工业增加值增长4.2%\n进出口总额9.11万亿元\n全省消费市场总体平稳，网上零售较快增长。"
    )
    assert words(document, HEADING) == ["经济运行简报"]
    assert words(document, PARAGRAPH)[:2] == ["规上工业增加值增长4.2%", "进出口总额9.11万亿元"]


def test_a_run_in_heading_stays_with_its_paragraph() -> None:
    document = reading(
        "报告\n（一）精准施策稳经济。面对压力，全省生产总值增长5.5%。\n（二）深化改革。全年新增企业9万户。"
    )
    assert len(words(document, PARAGRAPH)) == 2


@pytest.mark.parametrize(
    ("page", "whole"),
    [
        ("当前，全省已在模拟芯片、化合物半导体、光电传感\n\n器等方面布局一批重大项目。", "光电传感\n\n器等"),
        ("这一年集群规模不断扩大，营业收入超\n\n9000亿元，居全国第一。前景广阔。", "营业收入超\n\n9000亿元"),
        (
            "从湖边材料实验室的光子制造团队，到深圳湾畔的产业园区内分\n\n布的企业，两地联动发展。",
            "内分\n\n布的",
        ),
        ("园区聚集众多新材料企业，\n\n这些为全省积累了优势。", "企业，\n\n这些"),
        ("“十五五”时期经济社会发展的\n主要目标\n是：地区生产总值年均增长5%左右。", "的\n主要目标\n是"),
        ("空气质量优良天数比率达到九成以上，持续改善，其中PM\n2.5\n年均浓度降到20微克。", "PM\n2.5\n年均"),
        ("空气质量优良天数比率达到九成以上，持续改善，其中CO\n2\n排放降低3%。", "CO\n2\n排放"),
    ],
)
def test_a_paragraph_that_the_page_cut_is_one_block(page: str, whole: str) -> None:
    document = reading("上一段讲的是别的事情，到这里为止。\n\n" + page)
    assert document.text.endswith(page)  # untouched
    assert any(whole in block for block in words(document, PARAGRAPH))


@pytest.mark.parametrize(
    "page",
    [
        "去年培育新品种三十三个，超额完成任务，另有水稻品种20个、\n\n出品人/张三\n总策划/李四",
        "去年培育新品种三十三个，超额完成任务，另有水稻品种20个、\n一、种业",
        "——工业投资增长5%，比全国平均水平高出两个百分点\n——外贸增长3%，比全国平均水平高出一个百分点",
    ],
)
def test_what_begins_anew_does_not_go_on_with_the_line_before(page: str) -> None:
    document = reading("上一段讲的是别的事情，到这里为止。\n" + page)
    assert not any("\n" in block for block in words(document))


def test_lines_broken_at_a_fixed_width_become_paragraphs() -> None:
    sentence = "全省规模以上制造业各企业营收突破十三万亿元同比增长百分之五点二其中高技术制造业占比三成二。"
    lines = [sentence[i : i + 20] for i in range(0, len(sentence), 20)]
    document = reading("\n".join([*lines, *lines, *lines]))
    assert [block.replace("\n", "") for block in words(document)] == [sentence] * 3


def test_indents_tell_paragraphs_apart_where_lines_are_broken_at_a_fixed_width() -> None:
    first = "去年全省规上制造企业营收突破13万亿元，同比增长5.2%，利润增长3%。其中高技术制造业占比32%，比上年高一个百分点。"
    second = "全省进出口总额9.1万亿元，增长9.8%。"
    pages = []
    for paragraph in (first, second) * 3:
        pages.append("　　" + paragraph[:18])
        pages += [paragraph[i : i + 20] for i in range(18, len(paragraph), 20)]
    document = reading("\n".join(pages))
    assert [block.replace("\n", "") for block in words(document)] == [first, second] * 3


def test_an_indented_line_goes_on_with_nothing() -> None:
    page = "　　去年全省规上制造企业营收突破13万亿元，同比增长5.2%，利润增长3%其中\n　　全省进出口总额9.1万亿元，增长9.8%。\n完"
    assert not any("\n" in block for block in words(reading("公报\n各位代表：\n今年目标不变。\n" + page)))


def test_captions_stand_apart_by_wide_gaps() -> None:
    document = reading(
        "第一段讲的是产业集群的发展，一切都很顺利。\n\n第二段讲的是产业集群的发展，一切都很顺利。\n\n\n\n机器人与观众握手\n\n\n\n"
        "试验场上的飞行汽车\n\n机器人产业集群\n\n第三段讲的是机器人产业集群，产量居全国第一。\n\n"
        "第四段讲的是机器人产业集群，产量居全国第一。"
    )
    assert words(document, CAPTION) == ["机器人与观众握手", "试验场上的飞行汽车"]
    assert words(document, HEADING) == ["机器人产业集群"]


def test_a_line_about_a_picture_is_a_caption() -> None:
    document = reading(
        "某市市长作政府工作报告。本报记者 王五摄\n各位代表：\n去年全市生产总值增长5.5%，好于预期。"
    )
    assert words(document, CAPTION) == ["某市市长作政府工作报告。本报记者 王五摄"]


def test_navigation_credits_and_page_numbers_are_furniture() -> None:
    furniture = [
        "下载",
        "打印",
        "【字号：",
        "加大",
        "还原",
        "】",
        "来源：某省日报",
        "时间：2031-02-02",
        "省长 张三",
    ]
    furniture += ["——2031年1月26日在某省第十四届人民代表大会第四次会议上"]
    tail = [
        "文/某某晚报记者 李四 王五",
        "赵六 孙七 周八 (均为资料图)",
        "责任编辑：钱九",
        "— 12 —",
        "扫一扫在手机打开当前页",
    ]
    text = "\n".join(
        ["2031年政府工作报告", *furniture, "各位代表：去年全省生产总值增长5.5%，好于预期。", *tail]
    )
    assert words(reading(text), FURNITURE) == furniture + tail


def test_rules_drawn_with_characters_are_furniture_and_bullets_are_no_headings() -> None:
    document = reading(
        "某省公报\n====\n- 工业增长5%\n- 外贸增长3%\n* * *\n去年全省生产总值增长5.5%，好于预期。"
    )
    assert words(document, FURNITURE) == ["====", "* * *"]
    assert words(document, PARAGRAPH)[:2] == ["- 工业增长5%", "- 外贸增长3%"]


@pytest.mark.parametrize(
    "line", ["记者：去年全省产量突破500万辆，您怎么看？", "设计：年产能500万吨", "文：去年增长5%"]
)
def test_what_states_a_figure_behind_a_label_is_no_furniture(line: str) -> None:
    document = reading(f"访谈\n{line}\n去年全省生产总值增长5.5%，好于预期。")
    assert words(document, FURNITURE) == []


def test_values_of_open_labels_and_trails_are_furniture() -> None:
    document = reading(
        "政府工作报告\n当前位置：\n首页\n>\n政务信息\n>\n要闻\n来源：\n某省日报客户端\n各位代表：\n去年全省生产总值增长5.5%，好于预期。"
    )
    assert words(document, FURNITURE) == [
        "当前位置：",
        "首页",
        ">",
        "政务信息",
        ">",
        "要闻",
        "来源：",
        "某省日报客户端",
    ]
    assert document.publisher == "某省日报客户端"


def test_a_draft_of_one_short_line_is_a_paragraph_that_can_be_mined() -> None:
    assert [block.kind for block in reading("全省生产总值14.58万亿元").blocks] == [PARAGRAPH]


LINES = st.sampled_from(
    [
        "",
        " ",
        "\u3000\u3000",
        "一、综合",
        "（一）工业",
        "来源：",
        "某省日报",
        ">",
        "大",
        "2.5",
        "— 3 —",
        "，",
        "“",
        "市长 张三",
        "全省生产总值增长5.5%。",
        "全省生产总值增长，好于预期，其中工业",
        "风正帆满",
        "2031年2月3日",
        "——2031年2月3日在某省",
        "这一年集群规模不断扩大，营业收入超",
        "\ufeff",
        "\x0c",
        "a" * 120,
        "本报记者 张三摄",
        "张三 李四",
    ]
)


@given(st.lists(LINES, max_size=30), st.sampled_from(["\n", "\n\n", "\n\n\n\n"]))
def test_every_word_is_in_one_block_whatever_the_page(lines: list[str], separator: str) -> None:
    text = separator.join(lines)
    found = blocks(text)
    assert_sound(Document(id="", uri="", text=text, blocks=found))


@given(st.text(max_size=200))
def test_any_text_at_all_is_covered(text: str) -> None:
    assert_sound(Document(id="", uri="", text=text, blocks=blocks(text)))
