"""这个占地12平方公里的园区: an amount inside the words that describe the one thing that 这个 points to."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.constructions import Example
from yanchao.statements.context import Context, Filling
from yanchao.statements.figures import Form
from yanchao.statements.phrases import left_phrase
from yanchao.statements.statement import Kind, Span

ORDER = 24
NAME = "this-one"
FORMS = frozenset((Form.AMOUNT, Form.COUNT))
EXAMPLES = (
    Example("这个占地仅9平方公里的园区，聚集企业90家。", "9平方公里", {"measure": "占地", "subject": "园区"}),
    Example("这座年产量达3万吨的工厂，由东屏电器建设。", "3万吨", {"measure": "年产量", "subject": "工厂"}),
    Example(
        "学校将新建占地90亩的新校区，建筑面积3万平方米。", "90亩", {"measure": "占地", "subject": "新校区"}
    ),
    Example("县里建起了一座占地30亩的冷库。", "30亩", {"measure": "占地", "subject": "冷库"}),
    Example("这家拥有员工900人的企业，产品远销海外。", "900人", {"measure": "员工", "subject": "企业"}),
)

_POINTS = pattern(r"(?:这|该)(?:[个座家所片处条款只支块台]|一)")
_IS_BUILT = pattern(
    r"(?:建设?|建成|建起|打造|兴建|新建|扩建|投建|改造)(?:了|出)?(?:一[个座家处片所])?(?=(?:总?占地(?:面积)?|总?建筑面积|总面积)(?:约为?|近|超过?|达到?)?$)"
)
"""新建占地90亩的新校区: what is built, and how large it is."""

_OF_IT = pattern(r"(?:以上|左右)?的(?P<thing>(?:[^，。；：、的\d]){2,14}?)(?=[，。；]|$|是|已|正|里|内)")

_GOES_ON = pattern(r"(?:[\u4e00-\u9fff]{2}|^)(?:全面|正式|顺利|全线|如期|加快|加速|持续)")
"""这条时速90公里的|铁路全面提速: the thing and what it does, which no mark parts."""


def match(context: Context) -> Filling | None:
    text = context.text
    points = _POINTS.match(text, context.left.start, context.left.end)
    thing = _OF_IT.match(text, context.figure.end, context.clause.end)
    if points is None and context.figure.form is Form.AMOUNT:
        points = _IS_BUILT.search(text, context.left.start, context.left.end)
    if points is None or thing is None or _GOES_ON.search(thing["thing"]):
        return None
    phrase = left_phrase(text, points.end(), context.left.end, context.grammar)
    if phrase.measure is None:
        return None
    return Filling(NAME, Kind.LEVEL, phrase.measure, Span(*thing.span("thing")), economy=phrase.economy)
