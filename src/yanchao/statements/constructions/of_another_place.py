"""深圳进出口3万亿元、佛山5000亿元: what was told of one place is told of the next, by its name alone."""

from __future__ import annotations

from yanchao.quick import replace
from yanchao.statements.constructions import Example
from yanchao.statements.context import Context, Draft, Filling
from yanchao.statements.figures import Form
from yanchao.statements.statement import Kind, Span
from yanchao.statements.trimming import trim

ORDER = 17
NAME = "of-another-place"
FORMS = frozenset((Form.AMOUNT, Form.PERCENT, Form.TIMES))
EXAMPLES = (
    Example(
        "全省进出口9万亿元，其中深圳进出口3万亿元、佛山5000亿元。",
        "5000亿元",
        {"measure": "进出口", "subject": "佛山", "region": "440600"},
    ),
    Example(
        "东莞出口增长8%、惠州增长5%。",
        "5%",
        {"measure": "出口", "subject": "惠州", "region": "441300", "kind": "growth"},
    ),
    Example(
        "浙江产值3万亿元，增长8%；江苏2万亿元，下降5%。",
        "2万亿元",
        {"measure": "产值", "subject": "江苏", "region": "320000"},
    ),
    Example("浙江产值3万亿元，增长8%；江苏2万亿元，下降5%。", "5%", {"measure": "产值", "subject": "江苏"}),
    Example("深圳产值90亿元，佛山出口7亿元。", "7亿元", {"measure": "出口", "subject": "佛山"}),
)


_LONGEST = 16
"""How many characters a place and the verb of its growth are at most."""


def match(context: Context) -> Filling | None:
    text, left, grammar = context.text, context.left, context.grammar
    if left.end - left.start > _LONGEST:
        return None
    alike = [draft for draft in context.earlier() if _tells_of_a_place(draft, context)]
    if not alike:
        return None
    grows = grammar.trailing_growth.search(text[left.start : left.end])
    end = left.end if grows is None else left.start + grows.start()
    place = Span(*trim(text, left.start, end, grammar))
    if text[place.start : place.end] not in grammar.places:
        return None
    kind = Kind.LEVEL if grows is None else Kind.GROWTH
    before = next((draft for draft in alike if draft.filling.kind is kind), None)
    if before is None:
        return None
    cue = None if grows is None else Span(left.start + grows.start("verb"), left.start + grows.end("verb"))
    negative = grows is not None and grows["verb"] in grammar.growth_down
    return replace(before.filling, construction=NAME, subject=place, negative=negative, cue=cue)


def _tells_of_a_place(before: Draft, context: Context) -> bool:
    """Whether a figure before tells of a place by name, in the same unit."""
    whose = before.filling.subject
    return (
        whose is not None
        and before.figure.quantity.unit == context.figure.quantity.unit
        and context.text[whose.start : whose.end] in context.grammar.places
    )
