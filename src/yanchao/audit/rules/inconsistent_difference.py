"""A difference that is not the difference of the two figures.

**What it does.** Where a text says from what to what a figure went and by how much (由25.3%提高到28.9%，提高3.6个百分点), subtracts.

**Why it is bad.** One of the three is wrong.

**How to mend it.** Look up the three. Percentage points are meant between two percentages, not percent.

**Source.** Arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.equations import solving
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.passages import is_passage
from yanchao.audit.relations import Relation, Sum
from yanchao.audit.rule import Examples, Group, Unjudged
from yanchao.quick import pattern
from yanchao.statements.statement import Comparator, Kind

CODE = "YC108"
NAME = "inconsistent-difference"
GROUP = Group.ARITHMETIC
SEVERITY = Severity.ERROR
TIES = Said("ties.difference")
EXAMPLES = Examples(
    bad=(
        "全省城镇化率由70.1%提高到74.5%，提高了8.4个百分点。",
        "全县生产总值达到497.5亿元，比五年前的323.1亿元增加147.4亿元。",
    ),
    good=(
        "全县生产总值达到497.5亿元，比五年前的323.1亿元增加174.4亿元。",
        "全省城镇化率由70.1%提高到74.5%，提高了4.4个百分点。",
        "全省城镇化率提高到74.5%，比全国高8.4个百分点。",
    ),
)

CHANGE = ("提高", "提升", "增加", "上升", "下降", "降低", "减少", "扩大", "缩小", "回落")
COMPARED = pattern(r"[，、]?(?:较|比)[^，。；、]{0,12}的?")
"""What stands between a figure and the earlier one that it is compared with."""

COPIED = 1.5
POINT = 0.01


def check(dossier: Dossier) -> Iterator[Relation | Unjudged]:
    for sentence in dossier.sentences():
        told = set()
        for start, end, change in zip(sentence, sentence[1:], sentence[2:], strict=False):
            if is_passage(start, end) and _is_its_change(start, end, change):
                told.add(change)
                yield _relation(_difference(start, end, change), start, end)
            elif _is_comparison(start, end, change):
                told.add(change)
                scale = POINT if change.statement.unit == "pp" else 1.0
                form = Sum(((start, 1.0), (end, -1.0), (change, -scale)))
                yield _relation(form, start, end)
        for figure in sentence:
            if figure.statement.kind is Kind.CHANGE and figure not in told:
                yield Unjudged((figure,), Said("no-ends"))


def _relation(form: Sum, first: Figure, second: Figure) -> Relation:
    # Levels are copied from a table; the change between them is worked out by hand.
    trust = {first: COPIED, second: COPIED}
    return Relation(form, "inconsistent-difference", solving(form), trust=trust)


def _is_comparison(now: Figure, before: Figure, change: Figure) -> bool:
    """Whether the change is that of a figure over an earlier one beside it: 达到497亿元，比…的323亿元增加174亿元."""
    text = now.document.text
    between, verb = text[now.end : before.start], text[before.end : change.start]
    figures = now.statement, before.statement, change.statement
    return (
        COMPARED.fullmatch(between) is not None
        and verb.removesuffix("了") in CHANGE
        and change.statement.kind is Kind.CHANGE
        and now.statement.kind is before.statement.kind
        and now.statement.unit == before.statement.unit
        and change.statement.unit == ("pp" if now.statement.kind is Kind.SHARE else now.statement.unit)
        and all(one.comparator is Comparator.EQUAL for one in figures)
    )


def _is_its_change(start: Figure, end: Figure, change: Figure) -> bool:
    text = end.document.text[end.end : change.start].strip("，,、（(")
    if change.statement.kind is not Kind.CHANGE or change.statement.comparator is not Comparator.EQUAL:
        return False
    unit = "pp" if start.statement.kind is Kind.SHARE else end.statement.unit
    return change.statement.unit == unit and text.removesuffix("了").removeprefix("累计") in CHANGE


def _difference(start: Figure, end: Figure, change: Figure) -> Sum:
    """end − start − change = 0, the change counted in the direction in which the figures went."""
    scale = POINT if change.statement.unit == "pp" else 1.0
    rises = end.value >= start.value
    sign = 1.0 if (change.value >= 0) == rises else -1.0
    return Sum(((end, 1.0), (start, -1.0), (change, -scale * sign)))
