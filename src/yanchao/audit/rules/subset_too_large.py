"""A part named with 其中 that is larger than what it is part of.

**What it does.** Holds every figure after 其中 against the figure of the same measure and unit before it.

**Why it is bad.** A part is never larger than its set.

**How to mend it.** Check both; often the two were swapped, or 万 stands for 亿.

**Source.** Arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.equations import always, bare
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.relations import Factor, Product, Relation
from yanchao.audit.rule import Examples, Group
from yanchao.statements.interval import Interval
from yanchao.statements.statement import Kind

CODE = "YC107"
NAME = "subset-too-large"
GROUP = Group.ARITHMETIC
SEVERITY = Severity.ERROR
EXAMPLES = Examples(
    bad=("2024年，全市汽车产量120万辆，其中新能源汽车产量310万辆。",),
    good=("2024年，全市汽车产量120万辆，其中新能源汽车产量31万辆。",),
)

CUE = "其中"
STOPS = ("，", "。", "；", ",", ";", CUE)
"""What ends the list of parts: 其中高铁370公里、… goes on, a comma begins something new."""

RATES = ("每", "人均", "平均", "户均")
NO_MORE = Interval(0.0, 1.0)


def check(dossier: Dossier) -> Iterator[Relation]:
    for sentence in dossier.sentences():
        text = sentence[0].document.text
        for index, total in enumerate(sentence[:-1]):
            cue = text.find(CUE, total.end, sentence[index + 1].start)
            if cue < 0 or total.statement.kind is not Kind.LEVEL or _is_rate(total):
                continue
            for number, part in enumerate(sentence[index + 1 :]):
                named = text[cue + len(CUE) : part.start].removeprefix("，")
                if _is_part(part, total, number == 0) and not any(mark in named for mark in STOPS):
                    yield Relation(
                        Product((Factor(part), Factor(total, -1)), NO_MORE),
                        "subset-too-large",
                        always(Said("more-than", left=bare(part), right=bare(total))),
                    )
                else:
                    break


def _is_rate(figure: Figure) -> bool:
    before = figure.document.text[max(figure.statement.sentence.start, figure.start - 10) : figure.start]
    return any(word in before for word in RATES)


def _is_part(part: Figure, total: Figure, is_first: bool) -> bool:
    """Whether a figure counts some of the things that the total counts.

    The first figure after 其中 in the same unit does, whatever it is called (汽车产量…, 其中新能源汽车…); money may
    be of another kind, and a later figure may be of something else, so these need the same measure.
    """
    a, b = part.statement, total.statement
    if a.kind is not Kind.LEVEL or a.unit != b.unit or a.period != b.period or a.status != b.status:
        return False
    return (is_first and a.unit != "CNY") or part.topic.measure == total.topic.measure
