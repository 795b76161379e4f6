"""More things of a higher grade than of a lower one and above.

**What it does.** Holds the counts of a sentence that are told by the grade of those who recognise them, where the lower one includes what lies
above it (省级以上龙头企业18家，国家级龙头企业22家). Which grades there are, and in what order, the packs list.

**Why it is bad.** What is of the nation's grade is of the province's grade and above too.

**How to mend it.** Check both; often the two were swapped, or a digit was doubled.

**Source.** Arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.equations import always, bare
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.relations import Factor, Product, Relation
from yanchao.audit.rule import Examples, Group
from yanchao.interval import Interval
from yanchao.quick import dataclass
from yanchao.statements.statement import Kind

CODE = "YC126"
NAME = "nested-grade"
TITLE_ZH = "级别更高的反而更多"
PAGE_ZH = """
**查什么。** 同一句里按认定级别报的个数，低一级的写明“以上”的，与高一级的比较（省级以上龙头企业18家，国家级龙头企业22家）。
有哪些级别、孰高孰低，见资料包的cues.csv。

**为什么。** 国家级的，必定也算在省级以上之内。

**怎么改。** 两个数都核一遍：常见的是两数写颠倒，或者多打了一位数字。

**依据。** 算术。
"""
GROUP = Group.ARITHMETIC
SEVERITY = Severity.ERROR
TIES = Said("ties.subset")
EXAMPLES = Examples(
    bad=(
        "全县现有香菇加工企业142家，其中省级以上龙头企业18家，国家级龙头企业22家。",
        "全市建成市级以上众创空间26个，国家级众创空间31个。",
    ),
    good=(
        "全县现有香菇加工企业142家，其中省级以上龙头企业18家，国家级龙头企业2家。",
        "全市建成市级以上众创空间26个，其中国家级众创空间9个。",
        "全市建成省级众创空间26个，国家级众创空间31个。",
        "全市建成省级以上众创空间26个，国家级孵化器31个。",
    ),
)

NO_MORE = Interval(0.0, 1.0)
AND_ABOVE = "以上"
NEAR = 0.8
"""How much it speaks for a repair that it leaves the two of one size, as between a part and its total (`subset_too_large.py`)."""


@dataclass(frozen=True, slots=True)
class _Graded:
    """A count of `what`, of one grade or of that and all above it."""

    count: Figure
    grade: int
    has_above: bool
    what: str


def check(dossier: Dossier) -> Iterator[Relation]:
    grades = {cue.text: int(cue.value) for cue in dossier.lexicon.cues_of("grade")}
    for sentence in dossier.sentences():
        graded = list(_graded(sentence, grades)) if len(sentence) > 1 else []
        for low in graded:
            for high in graded:
                if low.has_above and high.grade > low.grade and _are_alike(low, high):
                    form = Product((Factor(high.count), Factor(low.count, -1)), NO_MORE)
                    said = always(Said("more-than", left=bare(high.count), right=bare(low.count)))
                    yield Relation(form, "nested-grade", said, near=NEAR)


def _graded(sentence: Sequence[Figure], grades: Mapping[str, int]) -> Iterator[_Graded]:
    for count in sentence:
        statement = count.statement
        if statement.kind is not Kind.LEVEL or not count.is_amount or not statement.unit.startswith("count"):
            continue
        names = statement.measure or "", (statement.subject or "") + (statement.measure or "")
        told = next(((name, word) for name in names for word in grades if name.startswith(word)), None)
        if told is None:
            continue
        name, grade = told
        what = name.removeprefix(grade)
        has_above = what.startswith(AND_ABOVE)
        yield _Graded(count, grades[grade], has_above, what.removeprefix(AND_ABOVE))


def _are_alike(low: _Graded, high: _Graded) -> bool:
    a, b = low.count.statement, high.count.statement
    return bool(low.what) and low.what == high.what and (a.unit, a.period) == (b.unit, b.period)
