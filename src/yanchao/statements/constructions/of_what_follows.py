"""总投资90亿元的某某项目: a measure and its figure describe the thing that follows."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.constructions import Example
from yanchao.statements.context import Context, Filling
from yanchao.statements.figures import Form
from yanchao.statements.statement import Kind, Span

ORDER = 26
NAME = "of-what-follows"
FORMS = frozenset((Form.AMOUNT, Form.COUNT))
EXAMPLES = (
    Example(
        "全县推动总投资90亿元的东屏电厂二期开工。",
        "90亿元",
        {"measure": "总投资", "subject": "东屏电厂二期", "kind": "level"},
    ),
    Example("总投资90亿元的明屏高铁将于年内通车。", "90亿元", {"measure": "总投资", "subject": "明屏高铁"}),
    Example(
        "规划面积90平方公里的明屏产业示范区开工。",
        "90平方公里",
        {"measure": "规划面积", "subject": "明屏产业示范区"},
    ),
    Example("总投资30亿元的首批项目已开工建设。", "30亿元", {"measure": "总投资", "subject": "首批项目"}),
    Example("设立总规模20亿元的县级产业基金。", "20亿元", {"measure": "总规模", "subject": "县级产业基金"}),
    Example("形成了产值超600亿元的陶瓷产业链。", "超600亿元", {"measure": "产值", "subject": "陶瓷产业链"}),
    Example(
        "在面积仅60平方公里的南溪镇，有企业90家。", "60平方公里", {"measure": "面积", "subject": "南溪镇"}
    ),
    Example(
        "东屏光电投资90亿元建设的柔性屏生产线已全面投产。",
        "90亿元",
        {"measure": "投资", "subject": "柔性屏生产线"},
    ),
    Example("明岳集团总投资9亿元的新工厂日前投产。", "9亿元", {"measure": "总投资", "subject": "新工厂"}),
    Example("完成营业收入90亿元的目标。", "90亿元", {"measure": "营业收入"}),
)

_THING = pattern(
    r"(?:(?:建设|新建|兴建|打造|开发|实施))?的(?P<thing>(?:[^，。；：、的\d（）()]|[（(][^（）()]{1,8}[)）]){1,28}?(?:项目|工程|基地|产业链|基金|园区?|产业园|集群|公司|企业|集团|度假区|景区"
    r"|[一二三四五]期|生产线|工厂|电[厂站]|机场|高速公路|高速|处理厂|水厂|铁路|高铁|地铁|大桥|隧道|码头|枢纽|中心|平台|水库|油田|气田|公园|医院|学校|产线|装置|产业体系|(?:示范|试验|实验|集聚|开发|高新|产业|工业|合作|保税|综保|物流|服务)区|新[区城]|风电场|电站|综合体|交易市场)|[\u4e00-\u9fff]{1,6}[镇县村岛])(?=[，。；、等和]|已|也|正式|全面|顺利|如期|建成|开工|动工|复工|并网|进驻|获批|成立|加快|落|投|竣工|启动|签约|通车|开园|开业|上线|正在|将|预计|近日|日前|今日|昨日|目前|现已|现场|即将|成功|便|于|在|从|各|[（(]|$)"
)


def match(context: Context) -> Filling | None:
    text, start = context.text, context.right.start
    if (thing := _THING.match(text, start, context.clause.end)) is None:
        return None
    phrase = context.phrase()
    if not phrase.listed or phrase.measure is None or phrase.measure.end < phrase.measure.start + 2:
        return None
    if phrase.subject is not None and not _is_what_is_done(context, phrase.subject):
        return None
    return Filling(NAME, Kind.LEVEL, phrase.measure, Span(*thing.span("thing")))


def _is_what_is_done(context: Context, subject: Span) -> bool:
    """推动总投资…的: what stands before the measure is no owner of it, but who does something, or the thing before."""
    return not context.text[subject.start : subject.end].endswith(("业", "集群", "企业", "公司", "基地"))
