"""A figure that differs from what the ledger of an earlier build has on record.

**What it does.** With `--against DIR`, holds each figure of the text against the same point of the same series in the ledger that
`yanchao build` wrote to DIR: same measure, subject, region and footing, same period, actual against actual. What differs by more than rounding
and revisions allow is reported with the source, its day and its words.

**Why it is bad.** What was published once is found again: a reader who looks the figure up will find the other one.

**How to mend it.** Look at the source named. If the figure was revised since, say so; if it is another measure, give it its name.

Levels that lie within seven percent, and rates within two points, may have been revised between two documents and are left alone; one and
the same source is held to its own rounding. A target is held against the target of the same plan only. Where the text cites a source that
ranks above the best that the ledger has, the ledger does not contradict it.

**Source.** The ledger; each of its figures with its document.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.equations import always, bare
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.relations import Form, Relation, Stated, Sum
from yanchao.audit.rule import Examples, Group, Unjudged
from yanchao.audit.wording import like
from yanchao.documents.document import BlockKind
from yanchao.interval import Interval
from yanchao.lexicon.lexicon import Lexicon
from yanchao.statements.statement import Kind, Status

if TYPE_CHECKING:
    from yanchao.audit.recorded import Recorded

CODE = "YC204"
NAME = "ledger-mismatch"
TITLE_ZH = "与先前构建的台账不符"
PAGE_ZH = """
**查什么。** 加`--against DIR`时，文中每个数都与`yanchao build`写入DIR的台账对照，对的是同一序列的同一点：
指标、主体、地区、口径、时期都相同，实际数对实际数。相差超出四舍五入和修订幅度的，就指出来，并附出处、日期和原文。

**为什么。** 公布过的数总查得到，读者一查，看到的是另一个数。

**怎么改。** 看看所列出处。数据后来修订过的，文中要交代；本是另一指标的，把指标名写准。

两份文件之间，绝对数相差7%以内、比率相差2个百分点以内的，可能是修订所致，不提；同一出处的，只容许四舍五入之差。
目标数只与同一规划的目标对照。文中引用的出处，级别高于台账里最权威的出处的，不拿台账来否定它。

**依据。** 台账，其中每个数都注有所出文件。
"""
GROUP = Group.KNOWN
SEVERITY = Severity.WARNING
TIES = Said("ties.ledger")
EXAMPLES = Examples(
    bad=(
        "2023年，全省陶瓷产业营业收入5120亿元。",
        "2023年，全省陶瓷产业营业收入增长26.0%。",
    ),
    good=(
        "2023年，全省陶瓷产业营业收入512亿元。",
        "2023年，全省陶瓷产业营业收入超过500亿元，增长6%左右。",
        "2023年，全省陶瓷产业营业收入530亿元。",
        "2024年，全省陶瓷产业营业收入620亿元。",
        "到2023年，全省陶瓷产业营业收入力争达到800亿元。",
    ),
    ledger="2023年，全省陶瓷产业营业收入512.3亿元。2023年，全省陶瓷产业营业收入增长6.2%。",
)

REVISION = 0.07
"""By what part revisions, economic censuses included, have moved a published level."""

REVISED_RATE = 0.02
"""By how many points (as a fraction) they have moved a published share or rate of growth."""


def check(dossier: Dossier) -> Iterator[Relation | Unjudged]:
    for last, figure in zip((None, *dossier.figures), dossier.figures, strict=False):
        known = dossier.on_record(figure)
        if known is None:
            continue
        if known.absent is not None:
            yield Unjudged((figure,), Said(known.absent))
            continue
        reason = _why_not(figure, last)
        said = [one for one in known.words if _is_of_one_plan(figure, one, dossier.lexicon)]
        if reason or not said:
            yield Unjudged((figure,), Said(reason or "other-plan"))
            continue
        relations = [_relation(figure, one) for one in said]
        # Of several words of one rank any may be the one that the text took its figure from.
        yield next((relation for relation in relations if relation.holds()), relations[0])


def _why_not(figure: Figure, last: Figure | None) -> str | None:
    """Why a figure is not said fully enough to be held against a record, None where it is."""
    is_change = figure.is_told_as_change and figure.statement.kind is not Kind.GROWTH
    if figure.is_of_larger_place or figure.is_starting_point or is_change:
        return "told-aside"
    block = figure.document.block(figure.start)
    if block is not None and block.kind is BlockKind.CELL:
        return None
    if not figure.says("measure") and not _is_growth_of(figure, last):
        return "no-measure"
    period = figure.statement.words("period")
    between = figure.document.text[period.end : figure.start] if period and period.end <= figure.start else ""
    return "period-inherited" if period is None or "\n" in between else None


def _is_growth_of(growth: Figure, last: Figure | None) -> bool:
    """Whether it is the growth of the level right before it, which says what is measured: 营业收入512.3亿元，增长6.2%."""
    return (
        last is not None
        and growth.statement.kind is Kind.GROWTH
        and growth.statement.sentence == last.statement.sentence
        and growth.statement.words("measure") == last.statement.words("measure")
        and last.says("measure")
    )


def _is_of_one_plan(figure: Figure, recorded: Recorded, lexicon: Lexicon) -> bool:
    """Whether a target is that of the same plan; what is on record needs none."""
    if figure.statement.status is not Status.TARGET:
        return True
    own, others = figure.statement.source, (recorded.cited, recorded.title)
    if not own:
        return False
    plan = lexicon.plan_of(own)
    return any(
        other == own or (plan is not None and lexicon.plan_of(other) is plan) for other in others if other
    )


def _relation(figure: Figure, recorded: Recorded) -> Relation:
    where = Said("ledger-mismatch.where", where=recorded.where) if recorded.where else ""
    # A decline is printed without a sign: where one of the two is a fall, the number alone would not tell them apart.
    is_turned = figure.value * recorded.value < 0
    printed = like(figure, recorded.value) if is_turned else recorded.printed
    return Relation(
        _form(figure, recorded),
        "ledger-mismatch",
        always(Said("differs-from", left=bare(figure), right=printed, source=recorded.source)),
        {"source": recorded.source, "where": where, "words": recorded.words},
        severity=SEVERITY,
        external=True,
        suggest=None if is_turned else recorded.printed,
        known=recorded.value,
        beside=(recorded.place,),
    )


def _form(figure: Figure, recorded: Recorded) -> Form:
    if figure.statement.status is Status.TARGET:
        return Stated(figure, recorded.stated)
    room = _room(figure, recorded)
    return Sum(((figure, 1.0),), Interval(recorded.range.low - room, recorded.range.high + room))


def _room(figure: Figure, recorded: Recorded) -> float:
    """How far a figure may be from the record without contradicting it."""
    statement = figure.statement
    is_same_source = statement.source is not None and statement.source in (recorded.cited, recorded.title)
    if is_same_source or statement.kind is Kind.RANK:
        return 0.0
    return REVISION * abs(recorded.value) if statement.kind is Kind.LEVEL else REVISED_RATE
