"""北城5平方公里产业片区完成规划: the size of works, with whose or where they are before it."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.constructions import Example
from yanchao.statements.context import Context, Filling
from yanchao.statements.figures import Form
from yanchao.statements.phrases import right_phrase, subject_phrase, verb_at_end
from yanchao.statements.statement import Kind
from yanchao.statements.trimming import trim

ORDER = 78
NAME = "sized-works"
FORMS = frozenset((Form.AMOUNT,))
EXAMPLES = (
    Example("北城5平方公里产业片区完成规划。", "5平方公里", {"measure": "产业片区", "subject": "北城"}),
    Example("“双谷”9000亩建设用地完成交付。", "9000亩", {"measure": "建设用地"}),
)

_WORKS = pattern(
    r"[\u4e00-\u9fffA-Za-z“”]{2,16}?(?:项目|工程|基地|片区|园区|产业园|用地|地块|装置|机组|电站|光伏|风电|生产线|产线|储备库|水库|仓库|厂房|车间|厂区|标准化厂房|码头|泊位|林场|茶园|果园|大棚)"
)
_UNITS = frozenset(("m2", "km2", "mu", "ha", "t", "t/a", "m3", "W", "kWh", "V", "kV", "km", "m"))
_LONGEST_OWNER = 8
_ENDS = pattern(r"[，。；、：）)的和与及]|以|左右|$")
_NO_OWNER = pattern(r"(?:年产|[批台座个家条项期]|通过|包括|建设|布局|采用|国家)$")


def match(context: Context) -> Filling | None:
    if context.figure.quantity.unit not in _UNITS:
        return None
    text, figure, grammar = context.text, context.figure, context.grammar
    if not 0 < figure.start - context.clause.start <= _LONGEST_OWNER + 1 or _ENDS.match(text, figure.end):
        return None
    start, end = trim(text, context.left.start, context.left.end, grammar)
    alone = start == context.clause.start and end == figure.start and 0 < end - start <= _LONGEST_OWNER
    if not alone or text[start] in "占年共约" or _NO_OWNER.search(text, start, end):
        return None
    named = right_phrase(text, context.right.start, context.right.end, grammar)
    if named is None or named.start != figure.end or not _WORKS.fullmatch(text, named.start, named.end):
        return None
    if verb_at_end(text, start, end, grammar) is not None or grammar.measure_at_end(text, start, end):
        return None
    return Filling(NAME, Kind.LEVEL, named, subject_phrase(text, start, end, grammar))
