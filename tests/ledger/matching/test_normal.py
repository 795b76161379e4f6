"""Names that say the same come to the same by named steps; what could be a part of a whole keeps its name."""

from __future__ import annotations

import pytest

from yanchao.ledger.keys import Words, by_lexicon
from yanchao.ledger.matching.normal import STEPS, normal
from yanchao.ledger.series import SeriesKey
from yanchao.lexicon.lexicon import Lexicon, load
from yanchao.statements.statement import Kind

SAME = [
    ("quotes", {"measure": "“四好”公路"}, {"measure": "四好公路"}),
    ("announced", {"measure": "主要目标是：早茶茶馆"}, {"measure": "早茶茶馆"}),
    ("brackets", {"measure": "乡镇（街道）驿站"}, {"measure": "乡镇驿站"}),
    ("abbreviation", {"measure": "高企培育库企业"}, {"measure": "高新技术企业培育库企业"}),
    ("conjunction", {"measure": "风电与光伏场站"}, {"measure": "风电和光伏场站"}),
    ("yearly", {"measure": "年度民生小事"}, {"measure": "民生小事"}),
    ("action", {"measure": "村道", "subject": "深入实施乡村焕新工程"}, {"measure": "村道"}),
    ("action", {"measure": "民生小事", "subject": "扎扎实实"}, {"measure": "民生小事"}),
    (
        "easing",
        {"measure": "安置人数", "subject": "渔民实现上岸"},
        {"measure": "安置人数", "subject": "渔民上岸"},
    ),
    ("examples", {"measure": "石板巷等历史街巷"}, {"measure": "历史街巷"}),
    (
        "lent",
        {"measure": "进出口", "subject": "长三角地区", "cluster": "robotics"},
        {"measure": "进出口", "subject": "长三角地区"},
    ),
    (
        "universe",
        {"measure": "茶馆营收", "kind": Kind.SHARE, "unit": "1", "base": "全年目标任务"},
        {"measure": "茶馆营收", "kind": Kind.SHARE, "unit": "1", "base": "年度目标"},
    ),
    ("building", {"measure": "改善提升幸福河湖"}, {"measure": "幸福河湖"}),
    ("urging", {"measure": "分类实施山塘整治"}, {"measure": "山塘整治"}),
    ("building", {"measure": "新建停车楼"}, {"measure": "停车楼"}),
    ("amount", {"measure": "瞪羚企业数"}, {"measure": "瞪羚企业"}),
    ("amount", {"measure": "数量", "subject": "瞪羚企业"}, {"measure": "瞪羚企业"}),
    ("abbreviation", {"measure": "沿边综保区"}, {"measure": "沿边综合保税区"}),
    ("cluster", {"measure": "未来产业集群"}, {"measure": "未来产业"}),
    (
        "universe",
        {
            "measure": "增加值",
            "subject": "家具业",
            "kind": Kind.SHARE,
            "unit": "1",
            "base": "规模以上工业增加值",
        },
        {"measure": "增加值", "subject": "家具业", "kind": Kind.SHARE, "unit": "1", "base": "规上工业"},
    ),
    (
        "share-of",
        {
            "measure": "占比",
            "subject": "家具业",
            "kind": Kind.SHARE,
            "unit": "1",
            "base": "规模以上工业增加值",
        },
        {"measure": "增加值", "subject": "家具业", "kind": Kind.SHARE, "unit": "1", "base": "规模以上工业"},
    ),
    (
        "composed",
        {"measure": "增加值", "subject": "工业企业", "unit": "CNY"},
        {"measure": "工业增加值", "unit": "CNY"},
    ),
    (
        "of-all",
        {"measure": "渔港投资", "kind": Kind.SHARE, "unit": "1", "base": "全部投资"},
        {"measure": "占比", "subject": "渔港投资", "kind": Kind.SHARE, "unit": "1"},
    ),
    (
        "lent",
        {"measure": "产量", "subject": "谐波减速器", "unit": "count:台", "cluster": "automotive"},
        {"measure": "产量", "subject": "谐波减速器", "unit": "count:台"},
    ),
    (
        "handled",
        {"measure": "海鲜港年吞吐量", "unit": "TEU"},
        {"measure": "海鲜港集装箱吞吐量", "unit": "TEU"},
    ),
    ("invested", {"measure": "渔港投资总额"}, {"measure": "渔港投资"}),
    ("leading-on", {"measure": "早茶客单价略"}, {"measure": "早茶客单价"}),
    ("leading-on", {"measure": "早茶街巷的"}, {"measure": "早茶街巷"}),
    ("counter", {"measure": "手机", "unit": "count:部"}, {"measure": "手机", "unit": "count:台"}),
    ("counter", {"measure": "育苗温室", "unit": "count:栋"}, {"measure": "育苗温室", "unit": "count:座"}),
    (
        "grown",
        {"measure": "经济", "kind": Kind.GROWTH, "unit": "1"},
        {"measure": "地区生产总值", "kind": Kind.GROWTH, "unit": "1"},
    ),
    (
        "in-one",
        {"measure": "财政支出", "subject": "渔政支出"},
        {"measure": "渔政支出"},
    ),
    ("in-one", {"measure": "茶业完工率", "subject": "茶业企业"}, {"measure": "茶业完工率"}),
    ("in-one", {"measure": "体检率", "subject": "中学生"}, {"measure": "中学生体检率"}),
    ("in-one", {"measure": "完成投资", "subject": "渔港建设"}, {"measure": "渔港建设投资"}),
    ("building", {"measure": "新登记早茶茶馆"}, {"measure": "早茶茶馆"}),
    ("yearly", {"measure": "各地茶馆"}, {"measure": "茶馆"}),
    ("yearly", {"measure": "全社会人员流动量"}, {"measure": "人员流动量"}),
    ("abbreviation", {"measure": "自贸试验区茶馆"}, {"measure": "自由贸易试验区茶馆"}),
    ("composed", {"measure": "发电装机容量", "unit": "W"}, {"measure": "装机容量", "unit": "W"}),
    (
        "composed",
        {"measure": "优良天数比例", "subject": "空气质量", "kind": Kind.SHARE, "unit": "1"},
        {"measure": "空气质量优良天数比率", "kind": Kind.SHARE, "unit": "1"},
    ),
    ("abbreviation", {"measure": "归母净利"}, {"measure": "归属于母公司股东的净利润"}),
    ("urging", {"measure": "航程", "subject": "确保渡船"}, {"measure": "航程", "subject": "渡船"}),
    ("action", {"measure": "渡船", "subject": "建议"}, {"measure": "渡船"}),
    ("in-one", {"measure": "渡船乘客", "subject": "全社会"}, {"measure": "渡船乘客"}),
    ("yearly", {"measure": "预计渡船乘客"}, {"measure": "渡船乘客"}),
    ("in-one", {"measure": "预计乘客", "subject": "渡船"}, {"measure": "渡船乘客"}),
    ("in-one", {"measure": "船员", "subject": "渡船船员"}, {"measure": "渡船船员"}),
    ("in-one", {"measure": "9.6节", "subject": "渡船平均航速从"}, {"measure": "渡船平均航速"}),
    (
        "indicator",
        {"measure": "入境过夜游客人次", "unit": "visit"},
        {"measure": "入境过夜游客", "unit": "visit"},
    ),
    ("action", {"measure": "茶馆", "subject": "等焕新工程"}, {"measure": "茶馆"}),
    ("known", {"measure": "固投", "unit": "CNY"}, {"measure": "固定资产投资", "unit": "CNY"}),
    (
        "ratio",
        {"measure": "研发经费", "kind": Kind.SHARE, "unit": "1", "base": "地区生产总值"},
        {"measure": "研发投入强度", "kind": Kind.SHARE, "unit": "1"},
    ),
    ("counter", {"measure": "渡船企业", "unit": "count:户"}, {"measure": "渡船企业", "unit": "count:家"}),
    (
        "counter",
        {"measure": "渡船经营主体", "unit": "count:个"},
        {"measure": "渡船经营主体", "unit": "count:户"},
    ),
    (
        "counter",
        {"measure": "产量", "subject": "擦窗机器人", "unit": "count:台(套)"},
        {"measure": "产量", "subject": "擦窗机器人", "unit": "count:台"},
    ),
    ("counter", {"measure": "渡船企业", "unit": "count:大"}, {"measure": "渡船企业", "unit": "count:家"}),
    ("counter", {"measure": "充电站", "unit": "count:座"}, {"measure": "充电站", "unit": "count:个"}),
    ("indicator", {"measure": "基建投资", "unit": "CNY"}, {"measure": "基础设施投资", "unit": "CNY"}),
    (
        "indicator",
        {"measure": "增加值", "subject": "二产", "unit": "CNY"},
        {"measure": "增加值", "subject": "第二产业", "unit": "CNY"},
    ),
    ("amount", {"measure": "下乡义诊总人次", "unit": "visit"}, {"measure": "下乡义诊", "unit": "visit"}),
    (
        "amount",
        {"measure": "连锁茶馆数量", "kind": Kind.GROWTH, "unit": "1"},
        {"measure": "连锁茶馆", "kind": Kind.GROWTH, "unit": "1"},
    ),
    *(
        (
            "universe",
            {"measure": "出口", "subject": "藤椅", "kind": Kind.SHARE, "unit": "1", "base": base},
            {"measure": "出口", "subject": "藤椅", "kind": Kind.SHARE, "unit": "1", "base": "全国"},
        )
        for base in ("同期全国出口总额", "我国出口", "全国总出口额")
    ),
    (
        "universe",
        {
            "measure": "出口",
            "subject": "藤椅",
            "region": "440300",
            "kind": Kind.SHARE,
            "unit": "1",
            "base": "全市出口",
        },
        {
            "measure": "出口",
            "subject": "藤椅",
            "region": "440300",
            "kind": Kind.SHARE,
            "unit": "1",
            "base": "深圳",
        },
    ),
]
SAME_BY_WORDS = [
    (
        {"measure": "渡船准点率总体上升", "kind": Kind.SHARE, "unit": "1"},
        {"measure": "渡船准点率", "kind": Kind.SHARE, "unit": "1"},
    ),
    ({"measure": "生产总值增速目标设", "kind": Kind.GROWTH}, {"measure": "生产总值", "kind": Kind.GROWTH}),
    ({"measure": "渡船累计乘客", "kind": Kind.GROWTH}, {"measure": "渡船乘客", "kind": Kind.GROWTH}),
]
APART = [
    (
        {"measure": "渡船累计乘客", "qualifiers": frozenset({"cumulative"})},
        {"measure": "渡船乘客"},
    ),
    ({"measure": "风电装机"}, {"measure": "并网风电装机"}),
    ({"measure": "参与度"}, {"measure": "参和度"}),
    ({"measure": "普及率"}, {"measure": "普和率"}),
    ({"measure": "停车楼", "unit": "count:个"}, {"measure": "停车楼", "unit": "m2"}),
    ({"measure": "停车楼"}, {"measure": "停车楼", "qualifiers": frozenset({"new"})}),
    ({"measure": "停车楼"}, {"measure": "停车楼", "region": "440100"}),
    ({"measure": "营业收入", "subject": "工业企业"}, {"measure": "营业收入", "subject": "规上工业企业"}),
    ({"measure": "建设用地"}, {"measure": "用地"}),
    ({"measure": "惠及度"}, {"measure": "惠和度"}),
    (
        {"measure": "渔港投资", "kind": Kind.SHARE, "unit": "1", "base": "港口投资"},
        {"measure": "占比", "subject": "渔港投资", "kind": Kind.SHARE, "unit": "1"},
    ),
    ({"measure": "提高企业效益"}, {"measure": "提高新技术企业效益"}),
    (
        {
            "measure": "出口",
            "subject": "藤椅",
            "region": "440300",
            "kind": Kind.SHARE,
            "unit": "1",
            "base": "全市",
        },
        {
            "measure": "出口",
            "subject": "藤椅",
            "region": "440300",
            "kind": Kind.SHARE,
            "unit": "1",
            "base": "全省",
        },
    ),
    ({"measure": "茶馆", "subject": "等级公路"}, {"measure": "茶馆"}),
    ({"measure": "城镇小区", "unit": "count:户"}, {"measure": "城镇小区", "unit": "count:个"}),
    ({"measure": "民生小事", "unit": "count:类"}, {"measure": "民生小事", "unit": "count:件"}),
    ({"measure": "茶园面积减少", "unit": "mu"}, {"measure": "茶园面积", "unit": "mu"}),
]


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


def named(fields: dict[str, object], lexicon: Lexicon) -> SeriesKey:
    common = {"subject": "全省", "base": None, "cluster": None, "region": "440000", "kind": Kind.LEVEL}
    return by_lexicon(Words(**{"unit": "count:个", **common, **fields}), lexicon)


@pytest.mark.parametrize(("step", "one", "other"), SAME)
def test_two_ways_to_say_one_thing_come_to_the_same(
    step: str, one: dict[str, object], other: dict[str, object], lexicon: Lexicon
) -> None:
    first, reasons = normal(named(one, lexicon), lexicon)
    second, _ = normal(named(other, lexicon), lexicon)
    assert first == second
    assert step in reasons


@pytest.mark.parametrize(("one", "other"), SAME_BY_WORDS)
def test_words_that_change_nothing_about_a_rate_are_no_part_of_its_name(
    one: dict[str, object], other: dict[str, object], lexicon: Lexicon
) -> None:
    assert named(one, lexicon) == named(other, lexicon)


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_may_be_another_thing_keeps_its_name(
    one: dict[str, object], other: dict[str, object], lexicon: Lexicon
) -> None:
    assert normal(named(one, lexicon), lexicon)[0] != normal(named(other, lexicon), lexicon)[0]


def test_every_step_is_shown_by_an_example() -> None:
    assert {step for step, _, _ in SAME} == {step.reason for step in STEPS}
    assert len({step.meaning for step in STEPS}) == len(STEPS)


@pytest.mark.parametrize(
    "fields", [fields for _, *both in SAME for fields in both] + [f for pair in APART for f in pair]
)
def test_no_step_touches_place_kind_or_qualifiers_nor_a_unit_but_by_counting_and_twice_is_once(
    fields: dict[str, object], lexicon: Lexicon
) -> None:
    key = named(fields, lexicon)
    found, _ = normal(key, lexicon)
    assert (found.region, found.kind, found.qualifiers) == (key.region, key.kind, key.qualifiers)
    assert found.unit == key.unit or (found.unit.startswith("count:") and key.unit.startswith("count:"))
    assert normal(found, lexicon)[0] == found


def test_measures_of_the_packs_are_what_composed_csv_names(lexicon: Lexicon) -> None:
    from yanchao.ledger.matching.normal import _compositions

    lines = [line for of in _compositions().values() for line in of]
    assert {line.measure for line in lines} <= lexicon.measures.keys()
