"""江苏和浙江分别有25家、18家企业入围: what is counted stands behind the last of a list of counts, whose each is before it."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.constructions import Example
from yanchao.statements.context import Context, Filling
from yanchao.statements.figures import Form
from yanchao.statements.members import split_list
from yanchao.statements.phrases import right_phrase, subject_phrase
from yanchao.statements.statement import Kind, Span
from yanchao.statements.trimming import trim

ORDER = 9
NAME = "respectively-have"
FORMS = frozenset((Form.COUNT,))
EXAMPLES = (
    Example("江苏和浙江分别有25家、18家企业入围。", "25家", {"measure": "企业", "subject": "江苏"}),
    Example("江苏和浙江分别有25家、18家企业入围。", "18家", {"measure": "企业", "subject": "浙江"}),
    Example(
        "东屏县、西岭县、北山县分别建成9个、8个和6个工业园。",
        "8个",
        {"measure": "工业园", "subject": "西岭县"},
    ),
)

_HAVE = pattern(
    r"分别(?:共?有|拥有|现有|建有|设有|建成|新增|新建|培育|形成|包揽|占据|占有|入围|占|获得|斩获|引进|落户|集聚|聚集)(?:了|着|出)?(?:约|近|超过?)?$"
)


_SEATS = ("count:席", "count:席位")
"""江苏、浙江分别占25席、15席: what is counted is told by its counter."""


def match(context: Context) -> Filling | None:
    text, left = context.text, context.run_left
    if len(context.run) < 2:
        return None
    have = _HAVE.search(text, left.start, left.end)
    if have is None:
        return None
    things = right_phrase(text, context.run_right.start, context.run_right.end, context.grammar)
    if things is None and context.run[0].quantity.unit not in _SEATS:
        return None
    names = Span(*trim(text, left.start, have.start(), context.grammar))
    members = split_list(text, names, len(context.run))
    if not members:
        return None
    member = members[context.index]
    whose = subject_phrase(text, member.start, member.end, context.grammar)
    return Filling(NAME, Kind.LEVEL, things, whose, economy=True)
