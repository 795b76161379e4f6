"""Whose a figure is, where its own words do not say."""

from __future__ import annotations

import pytest

from making import document
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract


def subject(text: str, figure: str) -> str | None:
    made = document(text)
    return next(
        each.subject
        for each in extract(made, load()).statements
        if made.text[each.start : each.end] == figure
    )


@pytest.mark.parametrize(
    ("text", "figure", "whose"),
    [
        ("今年全县新开工重点项目42个，总投资78亿元。", "78亿元", "重点项目"),
        ("今年全县新开工重点项目42个，总投资78亿元，完成投资31亿元。", "31亿元", "重点项目"),
        ("城西陶瓷产业园产能900万件，占地620亩。", "620亩", "城西陶瓷产业园"),
        ("竹制品出口3100吨，货值1.8亿元。", "1.8亿元", "竹制品"),
    ],
)
def test_a_measure_of_a_thing_goes_on_with_what_the_sentence_named_or_counted(
    text: str, figure: str, whose: str
) -> None:
    assert subject(text, figure) == whose


def test_a_measure_of_a_thing_does_not_reach_over_the_end_of_its_sentence() -> None:
    assert subject("湖州新开工重点项目42个。全年完成投资31亿元。", "31亿元") == "湖州"


def test_a_whole_places_measure_is_the_places_whatever_was_counted_before() -> None:
    assert subject("湖州新开工重点项目42个，地区生产总值4200亿元。", "4200亿元") == "湖州"


def test_an_item_heading_is_the_subject_of_its_figures() -> None:
    text = "1.茶叶产业：到2027年，产值达到50亿元；到2030年，产值达到80亿元。"
    assert subject(text, "50亿元") == subject(text, "80亿元") == "茶叶产业"
    assert subject("2.磁性材料：到2028年，产值达到60亿元。", "60亿元") == "磁性材料"


def test_an_organisation_goes_on_doing_things_through_its_sentence() -> None:
    assert subject("城东研究中心建成实验室5个，制定标准26项。", "26项") == "城东研究中心"


def test_a_body_goes_on_where_a_sentence_opens_with_what_it_has() -> None:
    assert subject("北山港拥有航线9条。拥有泊位12个，员工300人。", "12个") == "北山港"
    assert subject("北山港拥有航线9条。湖州接待游客300万人次。", "300万人次") == "湖州"


def test_a_town_owns_what_its_sentence_lists() -> None:
    assert subject("在面积仅60平方公里的南溪镇，有毛衫企业90家，商户1300家。", "1300家") == "南溪镇"
    assert subject("城镇新增就业9万人，转移劳动力3万人。", "3万人") != "城镇"


def test_enterprises_told_of_after_an_industry_are_its_own() -> None:
    assert subject("湖州家电产业产值90亿元，规上企业40家。", "40家") == "家电产业"
    assert subject("湖州家电产业产值90亿元，高标准农田40万亩。", "40万亩") != "家电产业"


def test_what_modal_verbs_and_counts_open_is_no_subject() -> None:
    assert subject("东屏机场可满足年旅客吞吐量90万人次的需求。", "90万人次") == "东屏机场"
    assert subject("湖州累计识别帮扶对象700户。", "700户") == "湖州"


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("北川经开区规上工业增加值增长9%，固定资产投资增长12%。", "12%"),
        ("北川经开区完成工业产值90亿元；完成固定资产投资9亿元。", "9亿元"),
        ("北川经开区引进项目9个，实际利用外资3亿美元，进出口总值20亿元。", "20亿元"),
        ("北川经开区完成产值90亿元，增长4%。实现税收2亿元。", "2亿元"),
        ("北川经开区入园企业300家，新增上市公司2家。", "2家"),
    ],
)
def test_a_zone_has_an_economy_of_its_own_through_its_sentence_and_the_next(text: str, figure: str) -> None:
    assert subject(text, figure) == "北川经开区"


@pytest.mark.parametrize(
    ("text", "figure", "whose"),
    [
        ("北川经开区产值增长9%；全市固定资产投资增长3%。", "3%", "全市"),
        ("湖州新城建设完成投资9亿元，地区生产总值增长5%。", "5%", "湖州"),
        ("湖州生产总值增长5%。保税区新设企业9家，湖铁班列开行17列。", "17列", "湖州"),
        ("北川经开区产值增长9%。湖州新增贷款70亿元。", "70亿元", "湖州"),
    ],
)
def test_a_zone_does_not_own_what_is_said_of_others(text: str, figure: str, whose: str) -> None:
    assert subject(text, figure) == whose


@pytest.mark.parametrize(
    ("text", "figure", "whose"),
    [
        ("民营企业进出口9亿元，增长8%。其中，出口5亿元；进口4亿元。", "5亿元", "民营企业"),
        ("民营企业进出口9亿元，增长8%。其中，出口5亿元；进口4亿元。", "4亿元", "民营企业"),
        ("水产品加工业产值30亿元，其中出口12亿元。", "12亿元", "水产品加工业"),
        ("湖州服务业投资9亿元，其中民间投资3亿元；财政收入8亿元。", "3亿元", "服务业"),
        ("湖州服务业投资9亿元，其中民间投资3亿元；财政收入8亿元。", "8亿元", "湖州"),
        ("湖州进出口90亿元，其中出口50亿元。", "50亿元", "湖州"),
    ],
)
def test_a_part_is_whose_the_whole_is(text: str, figure: str, whose: str) -> None:
    assert subject(text, figure) == whose


def test_a_rate_of_a_rate_is_of_the_part_that_grew() -> None:
    assert subject("发电量增长5%，其中水电增长2%，增速回落3个百分点。", "3个百分点") == "水电"


def test_the_size_of_a_trade_is_not_that_of_its_enterprises() -> None:
    assert subject("到2030年聚集低空企业90家，产业规模达70亿元。", "70亿元") != "低空企业"


def test_a_word_of_scope_is_kept_where_it_says_which_of_them_are_meant() -> None:
    assert subject("国内游客、入境游客数量分别增长6%、9%。", "6%") == "国内游客"


@pytest.mark.parametrize(
    ("text", "figure", "whose"),
    [
        ("对北方国家出口90亿元、进口30亿元，分别增长9%和4%。", "30亿元", "北方国家"),
        ("对北方国家出口90亿元、进口30亿元，分别增长9%和4%。", "4%", "北方国家"),
        ("对北方国家出口90亿元；湖州进口30亿元。", "30亿元", "湖州"),
        ("国企出口9亿元，增长2%，民企出口8亿元，增长3%，分别占出口总值的四成和五成。", "四成", "国企"),
        ("国企出口9亿元，增长2%，民企出口8亿元，增长3%，分别占出口总值的四成和五成。", "五成", "民企"),
    ],
)
def test_what_is_traded_goes_on_with_whoever_trades_it(text: str, figure: str, whose: str) -> None:
    assert subject(text, figure) == whose


def test_a_site_is_called_by_its_kind_where_nothing_names_it() -> None:
    assert subject("园区现有企业200家。", "200家") == "园区"
    assert subject("项目建设加快，湖州现有企业200家。", "200家") == "湖州"


def test_a_rate_of_what_somebody_achieved_is_theirs() -> None:
    assert subject("规上企业实现利润9亿元，增长5%，增速提高2个百分点。", "2个百分点") == "规上企业利润"


def test_a_zone_keeps_the_name_of_its_city() -> None:
    assert subject("湖州高新区的产值达90亿元。", "90亿元") == "湖州高新区"


@pytest.mark.parametrize(
    ("text", "figure", "whose"),
    [
        ("湖州商业银行资产总额90亿元，贷款余额50亿元。", "50亿元", "湖州商业银行"),
        ("该行资产总额90亿元，存款余额60亿元。", "60亿元", "该行"),
        ("公司现有员工860人，其中研发人员210人，拥有专利326项。", "326项", "公司"),
        ("公司现有员工860人，全市同类企业90家。", "90家", "全市"),
    ],
)
def test_a_bank_or_a_firm_goes_on_through_its_sentence(text: str, figure: str, whose: str) -> None:
    assert subject(text, figure) == whose


def test_a_verb_and_what_it_does_are_no_site_that_owns_figures() -> None:
    assert subject("湖州开工建设九项重点工程，新建公路90公里。", "90公里") == "湖州"


def test_a_rate_of_density_is_that_of_the_industry_spoken_of() -> None:
    assert subject("湖州新能源产业产值768亿元，产业集聚度居全国第三。", "全国第三") == "新能源产业"


@pytest.mark.parametrize(
    ("text", "figure", "whose"),
    [
        ("2021年精炼钴产量90万吨。", "90万吨", "精炼钴"),
        ("明岳市场今年前5个月客流量90亿人次。", "90亿人次", "明岳市场"),
        ("对东盟出口9亿元，对其他9个国家出口8亿元。", "9个", None),
    ],
)
def test_whose_a_figure_is_has_no_time_and_is_no_mere_rest(text: str, figure: str, whose: str | None) -> None:
    assert subject(text, figure) == whose


def test_news_of_a_firm_calls_it_by_its_name_and_its_own_report_by_the_word() -> None:
    news = "明岳汽车公布2024年业绩\n明岳汽车发布年报，公司营业收入90亿元。"
    own = "明岳汽车股份有限公司2024年年度报告\n明岳汽车股份有限公司（以下简称“公司”）营收增长。公司营业收入90亿元。"
    assert subject(news, "90亿元") == "明岳汽车"
    assert subject(own, "90亿元") == "公司"


@pytest.mark.parametrize(
    ("text", "figure", "whose"),
    [
        ("湖州发行专项债券8亿元，支持项目90个，平均利率2%。", "90个", "专项债券"),
        ("湖州发行专项债券8亿元，支持项目90个，平均利率2%。", "2%", "专项债券"),
        ("湖州建成柔性显示产线2条，月产能3万片。", "3万片", "柔性显示产线"),
        ("湖州拥有柔性显示产线2条，月产能3万片。", "3万片", "湖州"),
        ("东屏重工与境外客户签订起重机建造合同，合同金额2亿元，交付期20个月。", "2亿元", "起重机建造合同"),
        ("东屏重工与境外客户签订起重机建造合同，合同金额2亿元，交付期20个月。", "20个月", "起重机建造合同"),
    ],
)
def test_what_is_issued_built_or_signed_has_terms_of_its_own(text: str, figure: str, whose: str) -> None:
    assert subject(text, figure) == whose


def test_a_scheme_goes_on_by_its_name() -> None:
    text = "去年，“惠商贷”平均利率3%，累计为9千家企业授信80亿元。"
    assert subject(text, "9千家") == subject(text, "80亿元") == "“惠商贷”"
    assert subject("“惠商贷”平均利率3%，全市新增企业9千家。", "9千家") == "全市"


def test_a_product_in_a_zones_list_does_not_own_what_the_zone_has() -> None:
    text = "湖州北山石化区炼油能力90万吨、乙烯产能30万吨，集聚企业80家。"
    assert subject(text, "30万吨") == "乙烯"
    assert subject(text, "80家") == "湖州北山石化区"


def test_a_measure_named_after_a_verb_is_of_whoever_does_it() -> None:
    assert subject("湖州海铁班列开行900列，开行量连续8个月增长。", "连续8个月") == "海铁班列"


@pytest.mark.parametrize("opening", ["", "湖州", "全市", "湖州全市", "我市"])
def test_one_thing_has_one_name_whichever_way_its_place_is_said(opening: str) -> None:
    assert subject(f"{opening}存量住宅成交金额9亿元。", "9亿元") == "存量住宅"
    assert subject(f"{opening}“双千”项目完成投资9亿元。", "9亿元") == "“双千”项目"
