"""出口企业中，民营企业占比八成: how much of those that the words before name are of a kind."""

from __future__ import annotations

from yanchao.statements.constructions import Example
from yanchao.statements.context import Context, Filling, near
from yanchao.statements.figures import Form
from yanchao.statements.phrases import subject_phrase
from yanchao.statements.statement import Kind, Span
from yanchao.statements.trimming import trim

ORDER = 29
NAME = "part-among"
FORMS = frozenset((Form.PERCENT,))
EXAMPLES = (
    Example(
        "全县出口企业中，民营企业占比八成。",
        "八成",
        {"measure": "占比", "subject": "民营企业", "base": "全县出口企业", "kind": "share"},
    ),
    Example(
        "园区从业人员中大专以上人员占比达60%。",
        "60%",
        {"measure": "占比", "subject": "大专以上人员", "base": "园区从业人员", "kind": "share"},
    ),
)

_LONGEST = 60


def match(context: Context) -> Filling | None:
    text, at = context.text, context.figure.start
    if len(context.run) > 1 or not context.left_words.rstrip().endswith(_ENDS):
        return None
    start = max(context.sentence.start, near(at - _LONGEST, at))
    if "中" not in text[start:at] and "里" not in text[start:at]:
        return None
    among = context.grammar.part_among.search(text, start, at)
    if among is None:
        return None
    named = (context.grammar.measure_at_end(text, *among.span(one)) for one in ("base", "part"))
    if any(listed is not None and listed[1].dimension not in _COUNTED for listed in named):
        return None  # 工业增加值中，装备制造业占比…: the part measures the same
    part = subject_phrase(text, *trim(text, *among.span("part"), context.grammar), context.grammar)
    if part is None:
        return None
    word = Span(*among.span("word"))
    measure = word if context.text[word.start : word.end] in ("占比", "比重") else part
    subject = part if measure is word else None
    return Filling(
        NAME, Kind.SHARE, measure, subject, Span(*among.span("base")), economy=subject is None, cue=word
    )


_COUNTED = ("count", "person", "visit", "any")
_ENDS = ("占", "比", "重", "到", "达", "为", "是", "超", "过", "已", "约", "将", "更", "均", "仍")
