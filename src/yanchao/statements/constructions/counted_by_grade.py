"""新建6个国家级、20个省级重点学科: things counted by their grade, which only the last of the list names."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.constructions import Example
from yanchao.statements.context import Context, Filling
from yanchao.statements.figures import Form
from yanchao.statements.phrases import right_phrase
from yanchao.statements.statement import Kind, Span

ORDER = 79
NAME = "counted-by-grade"
FORMS = frozenset((Form.COUNT,))
EXAMPLES = (
    Example("新建6个国家级、20个省级重点学科。", "6个", {"measure": "重点学科", "subject": "国家级"}),
    Example("培育2家国家级、9家省级和30家市级示范企业。", "9家", {"measure": "示范企业", "subject": "省级"}),
)

_GRADES = r"(?:国家级|自治区级|省级|省部级|市级|地市级|州级|县级|区级|镇级|村级)"
_BY_GRADE = pattern(
    rf"(?P<grade>{_GRADES})(?:[、和与及]\d{{1,5}}[\u4e00-\u9fff]{_GRADES})+(?P<thing>[^，。；、\d]{{2,20}})(?=[，。；、]|$)"
)


def match(context: Context) -> Filling | None:
    if not context.text.startswith("级", context.figure.end + 1) and not context.text.startswith(
        "级", context.figure.end + 2
    ):
        return None
    graded = _BY_GRADE.match(context.text, context.figure.end, context.sentence.end)
    if graded is None:
        return None
    thing = right_phrase(context.text, graded.start("thing"), graded.end(), context.grammar)
    return None if thing is None else Filling(NAME, Kind.LEVEL, thing, Span(*graded.span("grade")))
