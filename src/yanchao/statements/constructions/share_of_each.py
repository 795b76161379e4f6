"""甲、乙出口分别为9亿元和6亿元，占比分别为六成和四成: the share of each of the amounts in whose order the shares stand."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.constructions import Example
from yanchao.statements.context import Context, Filling
from yanchao.statements.figures import Form
from yanchao.statements.listed_members import told_before
from yanchao.statements.statement import Kind, Span

ORDER = 9
NAME = "share-of-each"
FORMS = frozenset((Form.PERCENT,))
EXAMPLES = (
    Example(
        "对东盟、北美出口分别为9亿元和6亿元，占比分别为35.5%、17.7%。",
        "35.5%",
        {"measure": "占比", "subject": "对东盟", "kind": "share"},
    ),
    Example(
        "对东盟、北美出口分别为9亿元和6亿元，占比分别为35.5%、17.7%。",
        "17.7%",
        {"measure": "占比", "subject": "北美", "kind": "share"},
    ),
    Example(
        "服装产值9亿元，家具产值6亿元，比重分别达到45%和30%。",
        "45%",
        {"measure": "比重", "subject": "服装", "kind": "share"},
    ),
)

_SHARES = pattern(
    r"(?:所)?(?P<word>占比|比重|比例|份额|市场份额|市占率)(?:则|已|约)?分别(?:约|已)?(?:为|是|达到?|占)?(?:约)?$"
)


def match(context: Context) -> Filling | None:
    count = len(context.run)
    shares = (
        _SHARES.fullmatch(context.text, context.run_left.start, context.run_left.end) if count > 1 else None
    )
    if shares is None:
        return None
    told = told_before(context)
    if len(told) < count or any(
        draft.sentence != context.sentence or draft.filling.kind is not Kind.LEVEL for draft in told
    ):
        return None
    word = Span(*shares.span("word"))
    return Filling(NAME, Kind.SHARE, word, told[context.index].filling.subject, cue=word)
