"""When a figure is of, on whose word, and whether it is on record: the three that settle one another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass, pattern
from yanchao.statements.around import Around
from yanchao.statements.context import Draft
from yanchao.statements.inherit import Words
from yanchao.statements.on_record import status_of
from yanchao.statements.period import Period, TimeRole
from yanchao.statements.periods import looks_forward
from yanchao.statements.sources import (
    annual_year,
    is_any_paper,
    is_plan,
    last_year,
    tells_of_itself,
    whole_title,
)
from yanchao.statements.statement import Origin, Span, Status


@dataclass(frozen=True, slots=True)
class Timed:
    """When a figure is of, its status, and the word or the ground that says its status."""

    when: Words | None
    status: Status
    told: Span | Origin


def timed(
    period: Period | None, draft: Draft, source: Words | None, opened: Sequence[Draft], around: Around, *,
    published: date | None, estimate: re.Pattern[str] | None, aims: bool, aim: Span | None = None,
) -> Timed:  # fmt: skip
    """When a figure is of and whether it is on record, by the expression of time that governs it and by its source.

    `opened`, `published`, `estimate` and `aims` are those of `status_of`; `aim` is the word that made a target of the figure before.
    """
    text, lexicon = around.text, around.lexicon
    when = _when(period, around)
    today = period is not None and _is_of_today(period, draft, text)
    planned = (
        source is not None and is_plan(source.value, lexicon) and not tells_of_itself(text, draft, lexicon)
    )
    status, told = status_of(
        text, draft, when.value if when else None, published=published, planned=planned and not today,
        future=bool(around.frame.future) and not today, since=_goes_on(period, text),
        estimate=estimate, aims=aims, opened=opened, until=None if period is None else looks_forward(period, text),
    )  # fmt: skip
    if aim is not None and told is Origin.DEFAULT and _is_still_to_be_done(draft, around):
        status, told = Status.TARGET, aim
    if status is Status.TARGET and when is None and source is not None:
        when = _plan_year(source, lexicon)
    elif when is None and period is None and source is not None and (year := annual_year(source.value)):
        when = Words(str(year), source.start, source.end)
    return Timed(when, status, told)


_HAS_BEEN_DONE = pattern(r"[了已共]|累计|完成|实现")


def _is_still_to_be_done(draft: Draft, around: Around) -> bool:
    """力争…。加强品牌建设，建成基地11个: whether a sentence behind an aim goes on with what is to be done."""
    text, start = around.text, draft.sentence.start
    if around.grammar.task.match(text, start) is None:
        return False
    return _HAS_BEEN_DONE.search(text, start, draft.figure.start) is None


def source_of(cited: Sequence[Span], draft: Draft, around: Around) -> Words | None:
    """The bodies and titles that stand before the figure in its sentence, joined by 、; a short title is told whole."""
    passage, lexicon = around.passage, around.lexicon
    before = [span for span in cited if span.start < draft.figure.start]
    if not before:
        return None
    # 据甲协会数据，…；据乙协会数据，…: each part on the word of its own
    part = passage.folded.text.rfind("；", draft.sentence.start, draft.figure.start)
    of_its_part = [span for span in before if part < span.start < part + _OPENS_PART]
    if part != -1 and of_its_part:
        before = of_its_part
    titles = (*around.frame.titles, *passage.named_titles())
    named = (whole_title(passage.folded.words[span.start : span.end], titles, lexicon) for span in before)
    known = [name for name in named if not (is_any_paper(name, lexicon) and is_plan(name, lexicon))]
    return passage.named("、".join(known), before[0].start, before[-1].end) if known else None


_OPENS_PART = 8
"""How near behind a semicolon a body is named that its part of a sentence opens with."""


def _plan_year(source: Words, lexicon: Lexicon) -> Words | None:
    """A target without a year of its own takes the last year of the plan that its sentence names."""
    plan = lexicon.plan_of(source.value)
    year = last_year(source.value) or (plan.last if plan else None)
    return Words(str(year), source.start, source.end) if year else None


def _when(period: Period | None, around: Around) -> Words | None:
    if period is None:
        return around.frame.period
    return None if period.iso is None else around.passage.named(period.iso, period.start, period.end)


def _is_of_today(period: Period, draft: Draft, text: str) -> bool:
    """目前 in a plan: what its sentence tells is no aim (针对当前形势，全年开工… is); nor is what a rise comes from (由2024年的8%)."""
    if period.role is TimeRole.BASE:
        return True
    here = period.role is TimeRole.NOW and draft.sentence.start <= period.start
    return here and not text.startswith("当前", period.start)


def _goes_on(period: Period | None, text: str) -> bool:
    """“十四五”以来: whether a period is told as what has been so far, though it goes on."""
    return period is not None and text.startswith("以来", max(0, period.end - 2))
