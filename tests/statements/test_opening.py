"""What a document is about, by its title, its head and the names in it."""

from __future__ import annotations

from making import document
from yanchao.lexicon.lexicon import load
from yanchao.statements.inherit import Frame
from yanchao.statements.opening import opening_frame


class TestWhatATextIsAbout:
    def frame(self, text: str, title: str | None = None) -> Frame:
        return opening_frame(document(text, title=title), load())

    def test_the_county_before_whose_congress_a_report_is_given(self) -> None:
        frame = self.frame(
            "政府工作报告\n——2023年2月4日在长沙县第十八届人民代表大会第三次会议上\n各位代表：", "政府工作报告"
        )
        assert frame.region == "430121"
        assert frame.called is not None
        assert frame.called.value == "长沙县"

    def test_a_county_has_its_own_code(self) -> None:
        assert self.frame("桐庐县简介\n桐庐县地处浙西。", "桐庐县简介").region == "330122"

    def test_the_city_behind_the_name_of_its_province(self) -> None:
        assert self.frame("正文。", "（江西省）2022年宜春市统计公报").region == "360900"
        assert self.frame("正文。", "山东外贸增长——青岛海关发布会").region == "370000"

    def test_the_county_behind_the_name_of_its_city_or_province(self) -> None:
        assert self.frame("正文。", "（江西省）2022年宜春市袁州区统计公报").region == "360902"
        assert self.frame("正文。", "南京市鼓楼区2023年统计公报").region == "320106"
        assert self.frame("正文。", "福州市鼓楼区2023年统计公报").region == "350102"
        assert self.frame("正文。", "浙江桐庐县2023年统计公报").region == "330122"

    def test_a_zone_behind_the_name_of_its_city_is_no_county(self) -> None:
        assert self.frame("正文。", "南京市高新区2023年统计公报").region == "320100"
        assert self.frame("正文。", "南京市市区2023年房价").region == "320100"

    def test_a_firm_that_a_title_names_beside_its_results(self) -> None:
        frame = self.frame("比亚迪净利大涨\n公司在深圳。", "比亚迪净利大涨")
        assert frame.region is None
        assert frame.firm is not None
        assert frame.firm.value == "比亚迪"

    def test_what_a_title_names_by_the_way_is_not_what_the_text_is_about(self) -> None:
        text = "全国74个城市空气质量：石家庄垫底\n全国优良天数比例为60%。北京市为50%，上海市为70%。"
        assert self.frame(text, "全国74个城市空气质量：石家庄垫底").region != "130100"

    def test_a_long_text_of_the_nation_that_names_one_place_once(self) -> None:
        text = (
            "国务院总理指出，我国外贸稳中提质。"
            + "推进通关便利化，优化外汇服务。" * 30
            + "海南自由贸易港建设稳步推进。"
        )
        assert self.frame(text).region == "156"

    def test_an_industry_that_a_text_goes_on_about_though_its_title_does_not_name_it(self) -> None:
        frame = self.frame("协会公布上半年机器人产业运行情况。" + "机器人产业产值增长。" * 5)
        assert frame.topic is not None
        assert frame.topic.value == "robotics"

    def test_an_industry_often_called_so_though_its_branches_are_named_too(self) -> None:
        branches = "乳制品、预制菜和食品饮料增长。"
        text = "轻工业回升。轻工业投资增长。轻工行业利润增长。轻工业出口增长。轻工业产量增长。" + branches
        frame = self.frame(text)
        assert frame.cluster is not None
        assert frame.cluster.value == "light-textile"
        named = "纺织品畅销。服装畅销。家具畅销。玩具畅销。皮革畅销。" + branches
        assert self.frame(named).cluster is None

    def test_a_title_that_sets_cities_side_by_side(self) -> None:
        assert self.frame("正文。", "广州居首，宁波紧追").region is None
        assert self.frame("正文。", "浙江宁波：港口忙").region == "330200"
        assert self.frame("正文。", "浙江：宁波港口忙").region == "330200"

    def test_the_county_behind_the_name_of_its_province(self) -> None:
        assert self.frame("近年来，思南县建成园区。", "贵州思南园区忙").region == "520624"
        assert self.frame("近年来，贵州建成园区。", "贵州思南园区忙").region == "520000"

    def test_the_county_by_its_bare_name_behind_its_province_where_the_text_names_it_again(self) -> None:
        assert self.frame("晋江鞋业再升级。浙江企业也来晋江采购。", "福建晋江鞋业忙").region == "350582"

    def test_two_cities_behind_their_province_are_the_provinces(self) -> None:
        assert self.frame("出口9亿元。", "四川成都、绵阳外贸齐增长").region == "510000"

    def test_the_city_of_a_provinces_firm_that_the_text_goes_on_about(self) -> None:
        text = "青岛港出口9亿元。青岛港新开航线，青岛港再创新高。"
        assert self.frame(text, "山东港口青岛港忙").region == "370200"

    def test_who_tells_of_a_place_is_not_what_the_text_is_about(self) -> None:
        assert self.frame("据青岛海关统计，潍坊市出口9亿元。").region == "370700"
        assert self.frame("青岛海关扩建。").region == "370200"

    def test_a_ministry_that_a_title_opens_with_speaks_of_the_nation(self) -> None:
        text = "测算显示，出游9亿人次。浙江接待8亿人次，杭州7亿人次。"
        assert self.frame(text, "文化和旅游部：假期出游9亿人次").region == "156"
        assert self.frame(text, "假期出游9亿人次").region != "156"

    def test_the_county_that_a_title_opens_with_by_its_short_name(self) -> None:
        assert (
            self.frame("义乌市出口9亿元，占浙江省一成。浙江企业多。", "义乌：小商品撑起大市场").region
            == "330782"
        )
        assert self.frame("浙江省出口9亿元。浙江企业多。", "义乌：小商品撑起大市场").region == "330000"

    def test_the_world_that_something_is_ranked_in_is_not_what_a_text_is_about(self) -> None:
        assert self.frame("产量全球第一，产品销往全球。份额占全球一成。").region is None
        assert self.frame("全球半导体销售额增长。全球产能增长。").region == "001"

    def test_a_text_about_a_zone_over_provinces_is_no_one_s(self) -> None:
        zone = "据上海海关统计，今年前7个月，长三角地区进出口9万亿元，占全国四成。长三角区域出口8万亿元。"
        assert self.frame(zone).region is None
        assert (
            self.frame("今年前7个月，我国长三角、京津冀等区域进出口9万亿元，我国出口8万亿元。").region
            == "156"
        )
