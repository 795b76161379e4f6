"""45个集群中，新材料领域7个、消费品领域4个: things counted before, by the class that stands before each number."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.constructions import Example
from yanchao.statements.context import Context, Filling
from yanchao.statements.figures import Form
from yanchao.statements.statement import Kind, Span

ORDER = 85
NAME = "counted-by-class"
FORMS = frozenset((Form.COUNT,))
EXAMPLES = (
    Example(
        "45个集群中，新材料领域7个、消费品领域4个。", "7个", {"measure": "集群", "subject": "新材料领域"}
    ),
    Example(
        "45个集群中，新材料领域7个、消费品领域4个。", "4个", {"measure": "集群", "subject": "消费品领域"}
    ),
    Example("签约项目90个，其中制造业50个。", "50个", {"measure": "项目", "subject": "制造业"}),
    Example(
        "全县单项冠军企业总数达90家，其中装备制造领域30家。",
        "30家",
        {"measure": "单项冠军企业", "subject": "装备制造领域"},
    ),
    Example("规上企业90家，其中装备制造企业30家。", "30家", {"measure": "装备制造企业"}),
    Example("新增国家级基地3家、省级基地9家。", "9家", {"measure": "省级基地"}),
)

_CLASS = pattern(
    r"(?:[，、；]|其中[，：:]?|[分按][^，。；]{1,6}[看分]，)*(?:属于|涉及)?"
    r"(?P<which>[^，。；：、\d()“”]{0,14}?(?:领域|地区|行业|方面|赛道|板块|区域|[^类分]类|[东西中]部|(?<![企就创毕作失])业))"
)
_ANOTHER = pattern(r"[、，](?P<which>[\u4e00-\u9fff]{2,6})")
"""其中工业50个、|交通|20个: another class of a list that has begun with one."""

_ENDS = pattern(r"[，、；。）)]|$")


def match(context: Context) -> Filling | None:
    text, figure = context.text, context.figure
    if not figure.quantity.unit.startswith("count:") or _ENDS.match(text, figure.end) is None:
        return None
    which = _CLASS.fullmatch(text, context.left.start, figure.start)
    before = context.before[-1] if context.before else None
    goes_on = before is not None and before.filling.construction == NAME
    if which is None and goes_on and before is not None:
        which = _ANOTHER.fullmatch(text, before.figure.end, figure.start)
    elif not goes_on and not _parts(context):
        which = None
    if which is None or (counted := _counted(context)) is None:
        return None
    thing = text[counted.start : counted.end]
    if thing[-2:] in which["which"]:
        return None  # 规上企业90家，其中装备制造企业30家: a thing of its own
    qualifiers = frozenset(("subset",)) if context.of_a_part else frozenset[str]()
    return Filling(NAME, Kind.LEVEL, counted, Span(*which.span("which")), qualifiers=qualifiers)


_PARTS = pattern(r"[看中分][，：]$")
"""45个集群中，|…, 分领域看，|…: what parts those that were counted."""


def _parts(context: Context) -> bool:
    """Whether the words say that those who were counted are told by their parts."""
    text, start = context.text, context.left.start
    return context.of_a_part or _PARTS.search(text, max(0, start - 2), start) is not None


def _counted(context: Context) -> Span | None:
    """What the sentence has counted by the same counter, so many of it at least."""
    quantity = context.figure.quantity
    for one in context.earlier():
        of_another = one.figure.form is not Form.COUNT or one.figure.quantity.unit != quantity.unit
        if not of_another and one.filling.construction == NAME:
            return one.filling.measure
        if not of_another and one.figure.quantity.value >= quantity.value:
            return _without_number(one.filling.measure, context.text)
    return None


_NUMBER = ("总数量", "总数", "总量", "数量", "家数", "户数", "个数")


def _without_number(measure: Span | None, text: str) -> Span | None:
    """企业|总数达90家，其中制造领域30家: what is counted, without the word for how many there are."""
    if measure is None:
        return None
    word = next((word for word in _NUMBER if text.endswith(word, measure.start + 2, measure.end)), "")
    return Span(measure.start, measure.end - len(word))
