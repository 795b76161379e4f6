"""省财政安排9亿元支持技改: who lays out so much money, where no measure is named."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.constructions import Example
from yanchao.statements.context import MONEY, Context, Filling
from yanchao.statements.figures import Form
from yanchao.statements.grammar import UNLISTED
from yanchao.statements.phrases import right_phrase, subject_phrase
from yanchao.statements.statement import Kind, Span
from yanchao.statements.trimming import trim

ORDER = 79
NAME = "spends"
FORMS = frozenset((Form.AMOUNT,))
EXAMPLES = (
    Example("省级财政安排9亿元支持技术改造。", "9亿元", {"measure": "安排", "subject": "省级财政"}),
    Example("县财政累计为乡村医疗投入2亿元。", "2亿元", {"measure": "投入", "subject": "县财政"}),
    Example("省财政三年累计投入2亿元支持戏曲传承。", "2亿元", {"measure": "投入", "subject": "省财政"}),
    Example("县总工会下拨90万元帮扶资金。", "90万元", {"measure": "帮扶资金", "subject": "县总工会"}),
    Example("东屏食品斥资3亿元在邻县建厂。", "3亿元", {"measure": "斥资", "subject": "东屏食品"}),
    Example("全县教育费用投入9亿元。", "9亿元", {"measure": "教育费用投入"}),
    Example("全县教育经费总投入9亿元。", "9亿元", {"measure": "教育经费总投入"}),
)

_MAY = pattern("[排入拨付达出资掷合]")
"""How the verbs end: few amounts of money stand near one of these."""

_NEAREST = 8
_VERB = pattern(
    r"(?<![总每研])(?<!费用)(?<!经费)(?<!支出)(?<!投资)(?<!资金)(?P<verb>安排|投入|下拨|拨付|下达|拿出|出资|斥资|豪掷|统筹整合)(?:了)?$"
)
_FOR_WHOM = pattern(
    r"(?<=[\u4e00-\u9fff]{2})(?:累计|共|已|还)*[为对向给][^，。；、]{2,12}(?<!支付)(?<!资金)(?<!补助)$|[一二两三四五六七八九十\d]+年(?:来|间|内)?(?:累计|共)*$"
)
_FUNDS = pattern(r"(?:资金|经费|国债|债券|补助|补贴|贷款|基金)$")


def match(context: Context) -> Filling | None:
    text = context.text
    near = max(context.left.start, context.left.end - _NEAREST)
    if context.figure.quantity.unit not in MONEY or _MAY.search(text, near, context.left.end) is None:
        return None
    start, end = trim(text, context.left.start, context.left.end, context.grammar)
    verb = _VERB.search(text, start, end)
    listed = context.grammar.measure_at_end(text, start, end)
    if verb is None or (listed is not None and listed[1] is not UNLISTED):
        return None
    who = verb.start()
    if whom := _FOR_WHOM.search(text, start, who):
        who = whom.start()
    named = right_phrase(text, context.right.start, context.right.end, context.grammar)
    is_money = named is not None and _FUNDS.search(text, named.start, named.end) is not None
    return Filling(
        NAME, Kind.LEVEL, named if is_money else Span(*verb.span("verb")),
        subject_phrase(text, start, who, context.grammar) if start < who else None,
    )  # fmt: skip
