"""One 万 among 亿, or one 亿 among 万.

**What it does.** Looks at lists of amounts of one thing (分别为17.9亿元、21.4亿元和22.5亿元): where all but one are told in 亿, and the one in 万 is less than a
thousandth of each of them, or the other way about, it is named.

**Why it is bad.** The multiplier was most likely mistyped: the amount is ten thousand times too small or too large.

**How to mend it.** Look up the figure.

**Source.** Multipliers are the slips of the pen that labelled pages show most often beside lost points.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.rule import Examples, Fault, Group
from yanchao.audit.wording import take_apart
from yanchao.quick import pattern
from yanchao.statements.statement import Kind

CODE = "YC313"
NAME = "odd-multiplier"
TITLE_ZH = "一片“亿”中的“万”，或一片“万”中的“亿”"
PAGE_ZH = """
**查什么。** 同一事项并列的几个数额（分别为17.9亿元、21.4亿元和22.5亿元）：别的都用“亿”，只有一个用“万”，
而且它不到其余任何一个的千分之一，就指出来；反过来，一片“万”里只有一个“亿”，也一样查。

**为什么。** 多半是“万”“亿”打错了，数额小了或大了一万倍。

**怎么改。** 查原始数据。

**依据。** 在标注过的稿页里，“万”“亿”写错与漏掉小数点，是最常见的笔误。
"""
GROUP = Group.FORM
SEVERITY = Severity.WARNING
EXAMPLES = Examples(
    bad=(
        "2024年，公司四个季度的营业收入分别为17.92亿元、21.36万元、22.48亿元和24.66亿元。",
        "2024年，三家港口的吞吐量分别为2214万吨、1987亿吨和2326万吨。",
    ),
    good=(
        "2024年，公司四个季度的营业收入分别为17.92亿元、21.36亿元、22.48亿元和24.66亿元。",
        "2024年，三个县的产值分别为1.2亿元、9800万元和2.3亿元。",
        "2024年，公司三年的净利润分别为2.63亿元、1.66亿元和-8485.39万元。",
        "2024年，该市产值1200亿元，人均产值21.36万元，税收90亿元，利润80亿元。",
    ),
)

JOINT = pattern(r"[、，,和与及][^，,。；;、\d]{0,10}")
FEWEST = 3
FAR = 1000
MULTIPLIERS = ("万", "亿")


def check(dossier: Dossier) -> Iterator[Fault]:
    for sentence in dossier.sentences():
        for members in _lists(sentence):
            odd = _odd(members)
            if odd is not None:
                yield odd


def _lists(sentence: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Runs of levels of one measure and unit, joined by list marks and at most a name each."""
    current: list[Figure] = []
    for figure in sentence:
        if current and not _goes_on(current[-1], figure):
            yield current
            current = []
        current.append(figure)
    if current:
        yield current


def _goes_on(last: Figure, figure: Figure) -> bool:
    return (
        last.statement.kind is figure.statement.kind is Kind.LEVEL
        and last.statement.unit == figure.statement.unit
        and last.topic.measure == figure.topic.measure
        and JOINT.fullmatch(last.document.text[last.end : figure.start]) is not None
    )


def _odd(members: Sequence[Figure]) -> Fault | None:
    if len(members) < FEWEST:
        return None
    forms = [take_apart(figure) for figure in members]
    if any(form is None or form.multiplier not in MULTIPLIERS for form in forms):
        return None
    multipliers = [form.multiplier for form in forms if form is not None]
    for usual, other in (MULTIPLIERS, MULTIPLIERS[::-1]):
        if multipliers.count(other) != 1:
            continue
        at = multipliers.index(other)
        odd, form = members[at], forms[at]
        rest = [figure.value for figure in members if figure is not odd]
        if form is not None and all(_are_far_apart(odd.value, one) for one in rest):
            return Fault(
                odd.document,
                odd.start,
                odd.end,
                Said("odd-multiplier", text=odd.text, usual=usual),
                suggest=odd.text.replace(other, usual, 1),
            )
    return None


def _are_far_apart(one: float, other: float) -> bool:
    """Whether the greater is a thousand times the lesser and more; a loss beside profits is as large as its amount."""
    small, great = sorted((abs(one), abs(other)))
    return great > FAR * small
