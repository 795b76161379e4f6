"""A part named with 其中 that is larger than what it is part of.

**What it does.** Holds every figure after 其中 against the figure of the same measure and unit before it.

**Why it is bad.** A part is never larger than its set.

**How to mend it.** Check both; often the two were swapped, or 万 stands for 亿.

**Source.** Arithmetic.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.equations import always, bare
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.relations import NOTHING, Factor, Product, Relation, Sum
from yanchao.audit.rule import Examples, Group
from yanchao.interval import Interval
from yanchao.quick import pattern
from yanchao.statements.statement import Kind

CODE = "YC107"
NAME = "subset-too-large"
GROUP = Group.ARITHMETIC
SEVERITY = Severity.ERROR
TIES = Said("ties.subset")
EXAMPLES = Examples(
    bad=("2024年，全市汽车产量120万辆，其中新能源汽车产量310万辆。",),
    good=("2024年，全市汽车产量120万辆，其中新能源汽车产量31万辆。",),
)

CUE = pattern(r"其中|包括")
STOPS = ("，", "。", "；", ",", ";", "其中")
"""What ends the list of parts: 其中高铁370公里、… goes on, a comma begins something new."""

OVERLAP = ("以上", "以下", "及其", "国家级", "省级")
"""Words of parts that may lie within one another, so that they do not add up."""

RATES = ("每", "人均", "平均", "户均")
NO_MORE = Interval(0.0, 1.0)
COPIED = 1.5
"""Parts are copied from where they were counted; the total is worked out by hand."""

NEAR = 0.8
"""How much it speaks for a repair that it leaves part and total of one size: the logarithm of their quotient is about 1.1 in the mean
of 22 such pairs in government reports."""


def check(dossier: Dossier) -> Iterator[Relation]:
    for sentence in dossier.sentences():
        text = sentence[0].document.text
        for index, total in enumerate(sentence[:-1]):
            cue = CUE.search(text, total.end, sentence[index + 1].start)
            if cue is None or total.statement.kind is not Kind.LEVEL or _is_rate(total):
                continue
            parts: list[Figure] = []
            for part in sentence[index + 1 :]:
                named = text[cue.end() : part.start].removeprefix("，")
                if not _is_part(part, total, not parts) or any(mark in named for mark in STOPS):
                    break
                parts.append(part)
                yield Relation(
                    Product((Factor(part), Factor(total, -1)), NO_MORE),
                    "subset-too-large",
                    always(Said("more-than", left=bare(part), right=bare(total))),
                    near=NEAR,
                )
            if len(parts) > 1 and not any(word in text[cue.end() : parts[-1].start] for word in OVERLAP):
                # Parts that are too many together were most likely meant to be all.
                exceeds = sum(part.range.low for part in parts) > total.range.high
                bound = NOTHING if exceeds else Interval(-math.inf, 0.0)
                form = Sum((*((part, 1.0) for part in parts), (total, -1.0)), bound)
                added = " + ".join(bare(part) for part in parts)
                said = always(Said("more-than", left=added, right=bare(total)))
                yield Relation(form, "subset-too-large", said, trust=dict.fromkeys(parts, COPIED))


def _is_rate(figure: Figure) -> bool:
    before = figure.document.text[max(figure.statement.sentence.start, figure.start - 10) : figure.start]
    return any(word in before for word in RATES)


def _is_part(part: Figure, total: Figure, is_first: bool) -> bool:
    """Whether a figure counts some of the things that the total counts.

    The first figure after 其中 in the same unit does, whatever it is called (汽车产量…, 其中新能源汽车…); money may be of another
    kind, so it needs the same measure, and a later figure may be of something else, so it needs the same word at its end.
    """
    a, b = part.statement, total.statement
    if a.kind is not Kind.LEVEL or a.unit != b.unit or a.period != b.period or a.status != b.status:
        return False
    if a.unit == "CNY":
        return part.topic.measure == total.topic.measure
    return is_first or (a.measure or "")[-2:] == (b.measure or "")[-2:]
