"""What a clause leaves out comes from the words around it, and the evidence says that it did."""

from __future__ import annotations

from datetime import date

import pytest

from making import document, written
from yanchao.documents.document import BlockKind
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract
from yanchao.statements.inherit import Frame, Words, under_heading
from yanchao.statements.opening import opening_frame
from yanchao.statements.statement import Statement, Status

PUBLISHED = date(2025, 3, 1)
H, P = BlockKind.HEADING, BlockKind.PARAGRAPH


def statements(*blocks: tuple[BlockKind, str] | str, title: str | None = None) -> dict[str, Statement]:
    made = written(*blocks, title=title, published=PUBLISHED)
    return {made.text[each.start : each.end]: each for each in extract(made, load()).statements}


def inherited(statement: Statement, field: str) -> bool:
    words = statement.words(field)
    assert words is not None, field
    return words.inherited


def test_a_heading_gives_its_cluster_to_the_figures_below() -> None:
    found = statements((H, "智能机器人产业集群"), "2024年营业收入达30亿元。", "企业有12家。")
    assert {each.cluster for each in found.values()} == {"robotics"}
    assert inherited(found["30亿元"], "cluster")


def test_the_subjects_own_cluster_wins_over_the_sections() -> None:
    found = statements((H, "智能机器人产业集群"), "2024年陶瓷产业营业收入达30亿元。")
    assert found["30亿元"].cluster == "light-textile"
    assert not inherited(found["30亿元"], "cluster")


def test_machines_of_a_line_are_of_the_section_and_what_is_made_is_its_own() -> None:
    found = statements((H, "汽车产业集群"), "基地里300多台机器人同时运转。", "该基地年产5000台机器人。")
    assert found["300多台"].cluster == "automotive"
    assert found["5000台"].cluster == "robotics"


def test_a_body_in_a_list_of_bodies_gives_its_figure_no_cluster() -> None:
    found = statements("江州中药创新中心、江州稀土研究院等平台承担任务47项。", "中药产业营业收入3亿元。")
    assert found["47项"].cluster is None
    assert found["3亿元"].cluster == "biomedicine"


@pytest.mark.parametrize(
    ("text", "figure", "cluster"),
    [
        ("软件业营业收入9亿元，从业人员3万人，规上企业数量达80家。", "80家", "software"),
        ("陶瓷产业产值9亿元，其中规上企业80家。", "80家", "light-textile"),
        ("陶瓷产业产值9亿元，全市高校80家。", "80家", None),
        ("陶瓷产业产值9亿元。规上企业80家。", "80家", None),
        ("食品产业生态重塑，产业规模突破80亿元。", "突破80亿元", "agrifood"),
        ("力争高端装备产业规模突破80亿元。", "突破80亿元", "advanced-equipment"),
        ("旅游业提档升级，产业规模突破80亿元。", "突破80亿元", None),
        ("芯片研发提速，9个产业规模突破80亿元。", "突破80亿元", None),
        ("芯片、机器人等先导产业规模突破80亿元。", "突破80亿元", None),
        ("其中，计算机、通信和其他电子设备制造业增长8%。", "8%", "electronics"),
        ("石油、煤炭及其他燃料加工业增长8%。", "8%", "petrochemicals"),
        ("非金属矿物制品业增加值增长8%。", "8%", None),
        ("全市农林牧渔业总产值增长8%。", "8%", None),
    ],
)
def test_a_figure_has_the_cluster_of_its_industry(text: str, figure: str, cluster: str | None) -> None:
    assert statements(text)[figure].cluster == cluster


@pytest.mark.parametrize(
    ("text", "figure", "cluster"),
    [
        ("全县总人口80万。", "80万", None),
        ("2024年，全县规模以上工业增加值增长8%。", "8%", None),
        ("2024年，财政收入80亿元。", "80亿元", None),
        ("2024年，市财政安排资金80亿元。", "80亿元", "light-textile"),
        ("2024年，产业链企业达80家。", "80家", "light-textile"),
    ],
)
def test_what_is_the_whole_places_is_not_of_the_industry_in_the_title(
    text: str, figure: str, cluster: str | None
) -> None:
    assert statements(text, title="长河县纺织产业提档升级")[figure].cluster == cluster


def test_an_amount_of_the_whole_nation_is_its_own() -> None:
    text = "2024年，全国国内出游8亿人次。全国文明城市9个。全国最大的7万千瓦电站投产。"
    found = statements(text, title="浙江省旅游简报")
    assert [found[it].region for it in ("8亿人次", "9个", "7万千瓦")] == ["156", "330000", "330000"]


def test_what_several_clusters_have_together_is_of_their_section_where_that_is_one_of_them() -> None:
    found = statements((H, "轻工业"), "食品制造、皮革行业利润增长8%。")
    assert found["8%"].cluster == "light-textile"


def test_what_several_clusters_have_together_is_no_one_clusters() -> None:
    found = statements("有色金属、电子信息两个产业营业收入分别突破8亿元和6亿元，合计占全省的四成。")
    assert found["突破8亿元"].cluster == "advanced-materials"
    assert found["6亿元"].cluster == "electronics"
    assert found["四成"].cluster is None


def test_a_heading_without_a_cluster_ends_the_section() -> None:
    found = statements((H, "智能机器人产业集群"), "营业收入达30亿元。", (H, "综合"), "税收达5亿元。")
    assert found["5亿元"].cluster is None


def test_a_period_holds_to_the_next_one() -> None:
    found = statements("2023年，产值达30亿元，税收5亿元；2024年，产值达33亿元。")
    assert (found["30亿元"].period, found["5亿元"].period, found["33亿元"].period) == ("2023", "2023", "2024")


def test_a_period_ends_with_its_paragraph() -> None:
    found = statements("2023年，产值达30亿元。", "税收达5亿元。")
    assert found["5亿元"].period is None


def test_periods_told_one_by_one_end_with_their_sentence() -> None:
    found = statements("2024年，用电量90亿千瓦时。分季度看，一季度增长5%，二季度增长3%。出口增长7%。")
    assert found["3%"].period == "2024-04/2024-06"
    assert found["7%"].period == "2024"


def test_now_ends_the_period_before_it() -> None:
    found = statements("2023年，产值达30亿元。目前，企业有12家。")
    assert found["12家"].period is None


def test_a_heading_frames_the_paragraphs_below_it() -> None:
    found = statements((H, "“十四五”时期发展回顾"), "产值年均增长8%。")
    assert found["8%"].period == "2021/2025"


def test_a_heading_that_tells_of_months_of_this_year_frames_by_the_months() -> None:
    found = statements((H, "今年1—2月港口生产平稳"), "从货类看，煤炭吞吐量9万吨。")
    assert found["9万吨"].period == "2025-01/2025-02"


def test_points_gained_on_a_year_before_are_of_this_year() -> None:
    found = statements("2024年，市场占有率达31%，高于上年同期5个百分点，比上年的26%高。")
    assert (found["5个百分点"].period, found["26%"].period) == ("2024", "2023")


def test_what_a_change_is_held_against_is_not_its_period() -> None:
    found = statements("2024年，产值比2020年增长40%。")
    assert found["40%"].period == "2020/2024"


def test_an_average_with_a_window_runs_back_from_its_year() -> None:
    found = statements("截至2023年，该产业近5年年均增速达10%。")
    assert found["10%"].period == "2018/2023"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2024年上半年，粮食产量增长5%，两年平均增长3%。", "2022/2024"),
        ("2024年，客运量比2019年增长40%，年均增长3%。", "2019/2024"),
        ("2024年，发电量是2019年的1.6倍，年均增长3%。", "2019/2024"),
        ("2024年，床位由2019年的90张增加到120张，年均增长3%。", "2019/2024"),
        ("2024年，客运量比2019年增长40%，其中铁路50万人次、民航9万人次，年均增长3%。", "2024"),
        ("2024年，客运量比2019年增长40%。游客年均增长3%。", "2024"),
    ],
)
def test_an_average_runs_from_the_year_that_the_figure_before_it_is_held_against(
    text: str, period: str
) -> None:
    assert statements(text)["3%"].period == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2015年，该茶获得地理标志登记。茶园有90处。", None),
        ("公司从2019年便开始改造产线。车间有工位90处。", None),
        ("2015年，该茶获得地理标志登记，茶园有90处。", "2015"),  # its own sentence
        ("2015年，该茶获得登记，产量8吨。茶园有90处。", "2015"),  # a year with figures
        ("2024年，园区建成投产。车间有工位90处。", "2024"),  # the year just past
        ("2019年，外贸平稳增长。口岸有90处。", "2019"),  # no event
    ],
)
def test_the_year_of_an_event_long_ago_dates_its_own_sentence_alone(text: str, period: str | None) -> None:
    assert statements(text)["90处"].period == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2024年1—7月发电量增长6%，当月增长9%。", "2024-07"),
        ("2024年上半年客运量增长6%，其中当月增长9%。", "2024-06"),
        ("2024年7月客运量增长6%。其中，水运当月增长9%。", "2024-07"),
        ("2024年客运量增长6%，当月增长9%。", "2024"),  # of a whole year no month is known
        ("2024年上半年客运量增长6%，当月增长8%，港口吞吐量增长9%。", "2024-01/2024-06"),
    ],
)
def test_the_month_itself_is_the_last_of_the_months_told(text: str, period: str) -> None:
    assert statements(text)["9%"].period == period


def test_a_window_of_what_has_ended_holds_in_its_clause_alone() -> None:
    found = statements("2024年产量下降3%，结束了2019年以来连续4年的增长，税收增长5%。")
    assert found["5%"].period == "2024"


def test_the_place_of_a_figure_is_the_one_named_nearest_else_the_documents() -> None:
    found = statements("2024年，佛山陶瓷产值达30亿元。全省税收达5亿元。", title="广东省工业简报")
    assert found["30亿元"].region == "440600"
    assert found["5亿元"].region == "440000"


@pytest.mark.parametrize(
    ("text", "figure", "status"),
    [
        ("2024年，产值达30亿元。", "30亿元", Status.ACTUAL),
        ("预计全年产值约30亿元。", "约30亿元", Status.ESTIMATE),
        ("力争产值达30亿元。", "30亿元", Status.TARGET),
        ("到2027年，产值达30亿元。", "30亿元", Status.TARGET),
        ("《南海县陶瓷提升方案》提出，产值达30亿元。", "30亿元", Status.TARGET),
        ("据县统计局数据显示，2024年产值达30亿元。", "30亿元", Status.ACTUAL),
        ("财政收入好于预计，税收完成30亿元。", "30亿元", Status.ACTUAL),
        ("鹿港县计划投资30亿元，完成80%。", "30亿元", Status.TARGET),
        ("鹿港县计划投资30亿元，完成80%。", "80%", Status.ACTUAL),
        ("引进项目9个，计划总投资30亿元。", "30亿元", Status.ACTUAL),
        ("今年，我县还将新建学校9所。", "9所", Status.TARGET),
        ("今年以来，我县将9所学校改建。", "9所", Status.ACTUAL),
    ],
)
def test_a_figure_is_on_record_expected_or_aimed_at(text: str, figure: str, status: Status) -> None:
    assert statements(text)[figure].status is status


def test_a_plan_that_is_pointed_back_to_is_the_one_named_before() -> None:
    found = statements("县里印发《南海县陶瓷提升方案(2024-2026年)》。", "此次方案提出，产值达30亿元。")
    assert (found["30亿元"].source, found["30亿元"].period) == ("南海县陶瓷提升方案(2024-2026年)", "2026")
    assert statements("此次方案提出，产值达30亿元。")["30亿元"].source is None


@pytest.mark.parametrize(
    ("text", "figure", "period"),
    [
        ("截至今年5月末，存款30亿元。", "30亿元", f"{PUBLISHED.year}-05-31"),
        ("从2005年开始，茶叶产量连续5年超过30万吨。", "30万吨", "2005/2009"),
        ("自2010年以来连续三年突破30亿斤。", "30亿斤", "2010/2012"),
        ("物价由上年12月份下降0.3%转为上涨0.2%。", "0.3%", f"{PUBLISHED.year - 1}-12"),
        ("2024年4月消费量9万吨，由去年同期下降5%转为增长8%。", "5%", "2023-04"),
        ("2021年1—7月投资两年平均增长6%，比上半年提高3个百分点。", "3个百分点", "2019/2021"),
        ("近三年，出口额从9亿元增加到30亿元。", "30亿元", f"{PUBLISHED.year - 3}/{PUBLISHED.year - 1}"),
        ("截至‘十二五’末，产能30万吨。", "30万吨", "2015"),
        ("2022年，煤炭比重由2020年的9%调整为2021年的30%，税收增长5%。", "30%", "2021"),
        ("2022年，煤炭比重由2020年的9%调整为2021年的30%，税收增长5%。", "5%", "2022"),
    ],
)
def test_a_figure_has_the_time_that_its_words_give(text: str, figure: str, period: str) -> None:
    found = statements(text)
    assert next(each.period for words, each in found.items() if figure in words) == period


def test_a_heading_that_speaks_of_next_year_frames_no_news() -> None:
    found = statements((H, "明年希望大"), "工业增加值增长9%。")
    assert found["9%"].period is None


def test_a_target_without_a_year_takes_the_last_year_of_its_plan() -> None:
    found = statements("《南海县陶瓷产业行动计划(2023-2027年)》提出，产值达30亿元。")
    assert found["30亿元"].period == "2027"
    assert found["30亿元"].source == "南海县陶瓷产业行动计划(2023-2027年)"


def test_what_nothing_gives_stays_empty() -> None:
    (statement,) = statements("产值达30亿元。").values()
    empty = (statement.period, statement.source, statement.base, statement.cluster, statement.region)
    assert empty == (None,) * 5


class TestFrame:
    def test_a_deeper_heading_keeps_the_frame_above_it(self) -> None:
        frame = under_heading(Frame("440000"), 1, [Words("2021/2025", 0, 5)], None, None)
        frame = under_heading(frame, 2, [], None, None)
        assert frame.period == Words("2021/2025", 0, 5)

    def test_a_heading_of_the_same_depth_replaces_it(self) -> None:
        frame = under_heading(Frame("440000"), 1, [Words("2021/2025", 0, 5)], None, None)
        assert under_heading(frame, 1, [], None, None).period is None

    def test_of_two_periods_in_a_heading_the_wider_frames(self) -> None:
        both = [Words("2025", 0, 5), Words("2021/2025", 6, 11)]
        assert under_heading(Frame(None), 1, both, None, None).period == both[1]

    def test_a_heading_of_tasks_looks_ahead(self) -> None:
        tasks = Words("重点工作", 5, 9)
        below = under_heading(Frame(None), 2, [], tasks, None)
        assert below.future == ((2, tasks),)
        assert under_heading(below, 2, [], None, None).future == ()


class TestHomeRegion:
    def home(self, text: str, **fields: str) -> str | None:
        made = document(text, **fields)
        return opening_frame(made, load()).region

    def test_the_title_says_what_a_document_is_about(self) -> None:
        assert self.home("深圳、深圳、深圳。", title="广东省工业简报") == "440000"

    def test_else_the_place_named_most(self) -> None:
        assert self.home("佛山、佛山、东莞与全国。") == "440600"

    def test_the_nation_only_where_nothing_smaller_is_named(self) -> None:
        assert self.home("全国工业增长。") == "156"

    @pytest.mark.xfail(strict=True, reason="one place named in passing becomes the document's")
    def test_a_place_that_is_only_compared_with_is_not_what_a_document_is_about(self) -> None:
        assert self.home("专利授权量1.8万件，仅次于江苏。营业收入30亿元。") is None

    def test_no_place_is_guessed(self) -> None:
        assert self.home("产值增长。") is None


def test_a_line_that_names_a_city_sets_the_place_of_what_stands_below_it() -> None:
    found = statements(
        (H, "武汉：建成一线城市"),
        "企业有12家。",
        "合肥：产值要超600亿元",
        "项目有30个。",
        title="省会竞逐新赛道",
    )
    assert found["12家"].region == "420100"
    assert found["超600亿元"].region == found["30个"].region == "340100"


def test_a_heading_of_a_county_counts_to_its_province() -> None:
    assert statements("湖南云门：瓷器走向世界", "企业有12家。", title="小城大业")["12家"].region == "430000"


def test_provinces_that_are_but_examples_do_not_make_a_text_theirs() -> None:
    found = statements(
        "在湖南，老窑炉换了新装。", "在广东，陶瓷做成了元件。", "我国是制造大国。", "我国轻工业营收达9万亿元。",
        title="轻工业转型",
    )  # fmt: skip
    assert found["9万亿元"].region == "156"


def test_the_place_that_a_paragraph_named_last_holds_where_no_place_stands_over_the_text() -> None:
    found = statements("北京举办了多场嘉年华，全市滑雪场接待游客8万人次。", title="冰雪旅游升温")
    assert found["8万人次"].region == "110000"


def test_the_city_behind_its_province_is_the_place() -> None:
    assert statements("河南许昌假发企业有400家。", title="小城大业")["400家"].region == "411000"


def test_goals_told_one_by_one_take_the_year_that_opens_them() -> None:
    found = statements(
        "（二）发展目标。到2027年，制造业更强。", "企业达到220家。", title="行动计划（2024—2027年）"
    )
    assert found["220家"].period == "2027"


def test_money_won_from_above_is_no_aim_and_what_has_been_since_is_on_record() -> None:
    found = statements("争取国债资金9亿元。", "“十四五”以来，新增企业30家。")
    assert found["9亿元"].status is found["30家"].status is Status.ACTUAL


def test_what_a_change_is_compared_with_is_no_period_of_its_own() -> None:
    found = statements("2024年1—8月，利润率为5.8%，比一季度和上半年分别提高1.8个和0.4个百分点。")
    assert found["1.8个"].period == found["0.4个百分点"].period == "2024-01/2024-08"
    assert found["1.8个"].unit == "pp"


def test_a_part_that_its_sentence_opens_ends_with_it() -> None:
    found = statements("2024年前三季度，增加值增长2%，其中二季度增长4%。出口增长6%。")
    assert (found["4%"].period, found["6%"].period) == ("2024-04/2024-06", "2024-01/2024-09")


def test_a_firm_in_the_opening_of_a_text_does_not_make_the_text_the_firms() -> None:
    assert opening_frame(document("明岳集团在南京投产。全省企业有9家。"), load()).firm is None
    told = opening_frame(document("明岳汽车公布年报。", title="明岳汽车公布2024年业绩"), load()).firm
    assert told is not None
    assert told.value == "明岳汽车"


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("东屏电缆：中标约9亿元项目\n东屏电缆公告，近期中标约9亿元项目。", "东屏电缆"),
        ("东屏药业(600999)1月14日晚间发布业绩预告，预计2024年净利润3亿元。", "东屏药业"),
        ("每财快讯，东屏智能（SZ 300999，收盘价：6.7元）7月24日晚间发布公告称，净利润3亿元。", "东屏智能"),
        ("东屏材料在互动平台表示，目前产能为9万吨/年。", "东屏材料"),
        ("8月21日晚间，东屏重工发布2025年半年度报告。报告显示，收入9亿元。", "东屏重工"),
        ("今天晚间，东屏电器发布的2024年半年报显示，收入9亿元。", "东屏电器"),
    ],
)
def test_a_text_that_opens_as_an_announcement_is_its_firms(text: str, firm: str) -> None:
    frame = opening_frame(document(text), load())
    assert frame.firm is not None
    assert frame.firm.value == firm
    assert frame.region is None


@pytest.mark.parametrize(
    "text",
    [
        "车企2024年财报观察\n部分车企陆续发布了财报，营收9亿元。",
        "省统计局发布公告，全省生产总值9亿元。",
        "上市企业发布年报，营收9亿元。",
    ],
)
def test_bodies_and_firms_at_large_announce_for_no_firm(text: str) -> None:
    assert opening_frame(document(text), load()).firm is None


def test_a_figure_of_another_country_has_no_place_of_ours() -> None:
    found = statements("全国汽车产量90万辆。巴西汽车产量9万辆，增长3%。对巴西出口汽车5万辆。")
    assert found["90万辆"].region == "156"
    assert found["9万辆"].region is found["3%"].region is None
    assert found["5万辆"].region == "156"


def test_a_sentence_goes_on_about_the_other_country_that_it_spoke_of() -> None:
    found = statements(
        "2024年，泰国接待游客9万人次，收入8亿元，增长7%。我国出口6亿元。", title="云州市外贸简报"
    )
    assert [found[it].region for it in ("8亿元", "7%", "6亿元")] == [None, None, "156"]
    found = statements("2024年，全国对美国出口90亿元，增长5%。", title="全国外贸情况")
    assert found["5%"].region == "156"


def test_a_text_about_other_countries_is_about_no_place_of_ours() -> None:
    abroad = "泰国旅游业复苏。越南接待游客9万人次。马来西亚的酒店客满，收入8亿元，中国游客也多。"
    assert statements(abroad)["8亿元"].region is None
    ours = "我国出口9万吨。越南、泰国的订单增加。我国进口收入8亿元，中国企业也多。"
    assert statements(ours)["8亿元"].region == "156"


def test_a_title_that_sets_cities_side_by_side_is_about_none_of_them() -> None:
    found = statements(
        "2024年，广州港口吞吐量9万吨。", "据宁波海关统计，全年宁波出口8亿元，该市进口7亿元。",
        title="广州保持领先，宁波紧追不舍",
    )  # fmt: skip
    assert (found["9万吨"].region, found["7亿元"].region) == ("440100", "330200")


def test_a_province_inside_a_longer_name_does_not_take_a_citys_figures() -> None:
    found = statements(
        "百色市全年生产总值9亿元。百色港扩建。", "环北部湾广西水资源工程开工。投资总额突破8亿元。"
    )
    assert found["突破8亿元"].region == "451000"


@pytest.mark.parametrize(
    ("text", "figure", "region"),
    [
        ("2023年，全省芒果产量90万吨，我市产量30万吨。", "90万吨", "450000"),
        ("2023年，全省芒果产量90万吨，我市产量30万吨。", "30万吨", "451000"),
        ("开发区在考评中列全国90家的第3位。", "第3位", "451000"),
        ("港口吞吐量9万吨，占全省5%。", "5%", "451000"),
        ("全省唯一的9个项目落户。", "9个", "451000"),
        ("全省首批9个项目落户。", "9个", "451000"),
        ("进入前列的还有排名第7的宁波港。", "第7", "330200"),
        ("2023年投资增长6%，比全省(4%)和全国平均水平(3%)分别高2、3.1个百分点。", "4%", "450000"),
        ("2023年投资增长6%，比全省(4%)和全国平均水平(3%)分别高2、3.1个百分点。", "3%", "156"),
        ("2023年投资增长6%，比全省(4%)和全国平均水平(3%)分别高2、3.1个百分点。", "3.1个百分点", "451000"),
        ("2023年投资增长6%，远高于全国3%的平均水平，出口增长8%。", "3%", "156"),
        ("2023年投资增长6%，远高于全国3%的平均水平，出口增长8%。", "8%", "451000"),
        ("2023年投资增长6%，占全国3%。", "3%", "451000"),
        ("2023年投资增长6%，外商及港澳台商投资企业增长8%。", "8%", "451000"),
    ],
)
def test_in_a_text_about_a_city_the_province_speaks_for_itself(text: str, figure: str, region: str) -> None:
    assert statements(text, title="百色市2023年工作情况")[figure].region == region


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("在宁波梅山综合保税区，机器声声。一条产线年产8万台。", "330000"),  # a zone counts to its province
        ("在浙江宁波梅山，机器声声。一条产线年产8万台。", "330200"),
        ("在宁波市政府举行的发布会上，主任说，一条产线年产8万台。", "330000"),
        ("在宁波论坛上，主任说，一条产线年产8万台。", "330000"),
    ],
)
def test_a_paragraph_that_opens_in_a_place_is_of_that_place(text: str, region: str) -> None:
    assert statements(text, title="浙江省制造业见闻")["8万台"].region == region


def test_the_figures_of_a_list_of_places_are_each_of_its_own() -> None:
    found = statements("2024年，宜昌、襄阳分别完成产值6亿元和5亿元，增长8%、7%。", title="湖北省建筑业简报")
    assert [found[it].region for it in ("6亿元", "5亿元", "8%", "7%")] == [
        "420500",
        "420600",
        "420500",
        "420600",
    ]


def test_a_county_that_a_text_names_is_the_place_of_its_figures() -> None:
    found = statements("江西省黎川县陶瓷企业90家。", "义乌市出口8亿元。", title="全国产业见闻")
    assert (found["90家"].region, found["8亿元"].region) == ("361022", "330782")


def test_a_line_that_names_a_province_and_behind_the_colon_its_city_is_of_the_city() -> None:
    found = statements("广西：百色芒果远销海外", "2024年，产业链收入8亿元。")
    assert found["8亿元"].region == "451000"


def test_a_sentence_that_opens_with_the_nation_is_the_nations() -> None:
    found = statements("湖州企业9家。温州企业8家。今年以来，我国风电装机增长7%。")
    assert found["7%"].region == "156"


def test_what_a_plan_tells_of_today_is_no_aim() -> None:
    found = statements(
        (BlockKind.HEADING, "重点任务"),
        "目前，集群有企业90家。到2030年，企业达到120家。",
        title="集群行动计划",
    )
    assert found["90家"].status is Status.ACTUAL
    assert found["120家"].status is Status.TARGET


def test_a_rate_is_as_sure_as_the_figure_that_it_is_of() -> None:
    found = statements("预计生产总值90亿元，增长5%；目前企业12家，增长3%。")
    assert found["5%"].status is Status.ESTIMATE
    assert found["3%"].status is Status.ACTUAL


def test_what_a_place_is_known_for_is_the_industry_of_its_paragraph() -> None:
    found = statements("北滘以家电闻名。从业人员12万人。", title="湖州专业镇")
    assert found["12万人"].cluster == "appliances"


def test_a_paragraph_that_opens_with_parts_goes_on_about_the_time_before_it() -> None:
    found = statements("2022年上半年，全省生产总值900亿元。", "其中，第一产业增加值90亿元，增长6%。")
    assert {each.period for each in found.values()} == {"2022-01/2022-06"}


def test_a_zone_over_several_provinces_has_the_figures_of_its_paragraph() -> None:
    found = statements("京津冀区域13个城市优良天数比例为36%。优良天数为110天。")
    assert found["110天"].subject == "京津冀区域"
    assert found["110天"].region is None


def test_the_part_of_a_report_stands_over_its_headings_without_a_number() -> None:
    made = written(
        (H, "2024年工作回顾"), "各项工作取得新进展。", (H, "经济运行平稳"), "生产总值增长6.5%。",
        (H, "名词解释"), "两新：指更新和换新2个方面。", level=2,
    )  # fmt: skip
    assert [each.period for each in extract(made, load()).statements] == ["2024", None]


def test_what_is_told_in_a_bracket_of_another_time_dates_nothing_behind_it() -> None:
    found = statements("2024年一季度，产值增长6%（2022和2023年同期分别增长3%、5%），税收增长2%。")
    assert (found["6%"].period, found["2%"].period) == ("2024-01/2024-03", "2024-01/2024-03")
    found = statements("2024年4月进口居第3位（仅次于3月及2018年8月）。4月出口8亿元。")
    assert found["8亿元"].period == "2024-04"


def test_a_headings_months_are_not_of_the_year_of_the_heading_before() -> None:
    found = statements((H, "2023年陶瓷税收"), "税收9亿元。", (H, "1月陶瓷出口平稳"), "出口8亿元。")
    assert found["8亿元"].period == "2025-01"


def test_what_stays_even_is_no_base() -> None:
    assert statements("今年1月陶瓷价格保持平稳。产量9万吨。")["9万吨"].period == "2025-01"


def test_what_a_firm_forecasts_from_what_to_what_is_an_estimate() -> None:
    found = statements("某某科技发布2024年度业绩预告。净利润为9亿元至10亿元，上年同期为8亿元。")
    assert found["9亿元至10亿元"].status is Status.ESTIMATE
    assert found["8亿元"].status is Status.ACTUAL


def test_what_is_planned_to_be_sown_is_a_target() -> None:
    assert statements("全县计划播种面积9万亩。")["9万亩"].status is Status.TARGET


def test_what_a_plan_is_made_of_is_no_aim_of_it() -> None:
    found = statements("《南海县陶瓷规划》从创新、绿色等4个方面提出任务，建设基地9个。")
    assert found["4个"].status is Status.ACTUAL
    assert found["9个"].status is Status.TARGET


def test_the_title_of_news_that_looks_ahead_dates_nothing_below() -> None:
    found = statements(
        (H, "【“十五五”新图景】农机跑出加速度"), "厂里30条生产线运转。到2030年，农机将超过9万台。"
    )
    assert (found["30条"].period, found["30条"].status) == (None, Status.ACTUAL)
    assert (found["超过9万台"].period, found["超过9万台"].status) == ("2030", Status.TARGET)
    tasks = statements((H, "南海县“十五五”时期主要目标"), "全县产值达到30亿元。")
    assert tasks["30亿元"].period == "2026/2030"


def test_a_day_in_a_review_of_the_year_dates_its_own_sentence_alone() -> None:
    told = "2024年10月25日，省领导到县里调研园区。园区有企业12家。"
    assert statements((H, "2024年工作回顾"), told)["12家"].period == "2024"
    assert statements(told)["12家"].period == "2024-10-25"
    found = statements((H, "2024年工作回顾"), "2024年10月25日，园区揭牌，入驻企业12家。")
    assert found["12家"].period == "2024-10-25"


def test_years_in_a_bracket_behind_a_plan_are_part_of_its_name() -> None:
    found = statements("2024年，修编县城总体规划（2024—2035年），拆除违建39万平方米。")
    assert (found["39万平方米"].period, found["39万平方米"].status) == ("2024", Status.ACTUAL)


def test_work_before_a_project_is_no_word_of_time() -> None:
    found = statements((H, "2024年工作回顾"), "做实项目前期工作，开工项目90个。")
    assert found["90个"].period == "2024"


def test_an_estimate_that_is_set_apart_opens_all_that_its_sentence_lists() -> None:
    found = statements("初步预计，产值增长9%；全部财政收入完成11亿元，税收完成6亿元；截至年底，企业80家。")
    assert {words: found[words].status for words in ("11亿元", "6亿元", "80家")} == {
        "11亿元": Status.ESTIMATE,
        "6亿元": Status.ESTIMATE,
        "80家": Status.ACTUAL,
    }


def test_hard_work_is_no_aim() -> None:
    found = statements("2024年，全县迎难而上、奋力拼搏，生产总值增长4%。奋力推动出口增长5%。")
    assert (found["4%"].status, found["5%"].status) == (Status.ACTUAL, Status.TARGET)


def test_what_several_provinces_have_is_no_one_places() -> None:
    found = statements("新疆小麦增产9万吨；江苏、浙江、山东小麦产量均超过20万吨。")
    assert (found["9万吨"].region, found["超过20万吨"].region) == ("650000", None)


def test_what_was_before_is_told_beside_and_dates_no_further_sentence() -> None:
    found = statements("2024年春季，游客占比为46%，提高3个百分点，去年为43%。过夜游客9万人次。")
    assert (found["43%"].period, found["9万人次"].period) == ("2024", found["46%"].period)
