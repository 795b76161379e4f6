"""What the audit makes of a slip: is anything said of it, is the figure at fault named first, is the right one proposed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from benchmarks.inject.oracle import CERTAIN, known
from benchmarks.inject.rereading import Shift, reread
from benchmarks.inject.sight import seen_by
from benchmarks.inject.slips import BESIDE, Slip
from benchmarks.inject.texts import CleanText
from yanchao.audit.audit import audit
from yanchao.audit.finding import Finding, Severity
from yanchao.audit.messages import Said, say

AROUND = 24
"""Characters shown on either side of a slip."""

MARKS = "，。；：\n"
"""What no number holds, so that a repair can be compared from one to the next."""

NUMBER = re.compile(r"(\d+(?:\.\d+)?)(万亿|[千百]万|[亿万])?")
WORTH = {"": 0, "百万": 6, "千万": 7, "万": 4, "亿": 8, "万亿": 12}
BOUNDS = re.compile(r"超过|突破|超|约|近|以上|左右|以下|以内|达到|达")
FALLS = ("下降", "减少", "降低", "回落")
OR_THIS = say(Said("or-this"), "en")
ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


@dataclass(frozen=True, slots=True)
class Judged:
    """One slip with what was known of it and what the audit said.

    `named` is whether the first finding about it stands at the figure at fault, `marked` whether any does, or says that this figure may
    be the wrong one as well (the audit marks both where two are as likely); `false` are findings that have nothing to do with it.
    """

    text: str
    kind: str
    right: str
    wrong: str
    visible: str | None
    found: bool
    named: bool
    marked: bool
    proposed: bool
    said: tuple[str, ...]
    false: tuple[str, ...]
    can_name: float
    can_mend: float
    can_name_beside: float
    can_mend_beside: float
    """The same for who knows that the kinds of `BESIDE` are drawn as well."""


def judge(text: CleanText, slip: Slip, often: Mapping[str, float]) -> Judged:
    """Plant the slip, read again what it touches, audit, and hold what is said against what is known. `often` has how often a slip of each
    kind is drawn."""
    visible = seen_by(text, slip)
    own = {kind: rate for kind, rate in often.items() if kind not in BESIDE}
    most, beside = known(text, slip, (own, often)) if visible else (CERTAIN, CERTAIN)
    shift = Shift(slip.edits)
    extraction = reread(text, slip.edits)
    words = extraction.document.text
    before = {(shift.at(one.start), one.rule) for one in text.findings}
    new = [
        one
        for one in audit([extraction], text.lexicon).findings
        if not any(rule == one.rule and one.start <= start < one.end for start, rule in before)
    ]
    places = _places(text, slip, shift)
    about = [one for one in new if _overlaps((one.start, one.end), places) or _names(one, places)]
    # Proofs come before suspicions; within these, findings are read in the order of the text.
    about.sort(key=lambda one: ORDER.index(one.severity))
    named = bool(about) and _overlaps((about[0].start, about[0].end), places)
    first, last = min(edit.start for edit in slip.edits), max(edit.end for edit in slip.edits)
    return Judged(
        text=text.name,
        kind=slip.kind,
        right=_shown(text.document.text, first, last),
        wrong=_shown(words, shift.at(first), shift.at(last)),
        visible=visible,
        found=bool(about),
        named=named,
        marked=any(_overlaps((one.start, one.end), places) or _doubts(one, places) for one in about),
        proposed=named and _is_right(text, slip, shift, words, about[0]),
        said=tuple(_said(one, words) for one in about),
        false=tuple(_said(one, words) for one in new if one not in about),
        can_name=most.named,
        can_mend=most.right,
        can_name_beside=beside.named,
        can_mend_beside=beside.right,
    )


def _places(text: CleanText, slip: Slip, shift: Shift) -> list[tuple[int, int]]:
    """Where the slip stands in the changed text: its own characters and the figures that it changes."""
    own = [(shift.at(edit.start), shift.at(edit.start) + max(1, len(edit.text))) for edit in slip.edits]
    figures = [text.statements[number] for number, _ in slip.changed]
    return own + [(shift.at(one.start), max(shift.at(one.end), shift.at(one.start) + 1)) for one in figures]


def _overlaps(span: tuple[int, int], places: Iterable[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in places)


def _names(finding: Finding, places: Sequence[tuple[int, int]]) -> bool:
    return any(_overlaps((one.start, one.end), places) for one in finding.related)


def _doubts(finding: Finding, places: Sequence[tuple[int, int]]) -> bool:
    """Whether a finding says of the figure at fault that it may be the wrong one as well."""
    return any(
        one.note_en.startswith(OR_THIS) and _overlaps((one.start, one.end), places) for one in finding.related
    )


def _is_right(text: CleanText, slip: Slip, shift: Shift, words: str, finding: Finding) -> bool:
    """Whether what is suggested gives the original back, in the text or as a number."""
    if finding.suggest is None:
        return False
    clean = text.document.text
    begin = max(words.rfind(mark, 0, finding.start) for mark in MARKS) + 1
    end = min(
        place for mark in MARKS if (place := words.find(mark, finding.end)) >= 0 or (place := len(words))
    )
    mended = words[begin : finding.start] + finding.suggest + words[finding.end : end]
    if _settled(mended) and _settled(mended) in _settled(clean):
        return True
    suggested = _settled(BOUNDS.sub("", finding.suggest))
    for number, _ in slip.changed:
        one = text.statements[number]
        if not _overlaps((finding.start, finding.end), [(shift.at(one.start), shift.at(one.end))]):
            continue
        right = _settled(BOUNDS.sub("", clean[one.start : one.end]))
        if slip.kind == "growth for decline":
            falls = finding.suggest.startswith(FALLS)
            if falls == (one.value < 0) and suggested.endswith(right):
                return True
        elif suggested == right:
            return True
    return False


def _settled(words: str) -> str:
    """The words with every number as its value, however it is written: 1.0万亿元 and 10000亿元 are one."""

    def value(found: re.Match[str]) -> str:
        number = Decimal(found[1]).scaleb(WORTH[found[2] or ""])
        return format(number.normalize(), "f")

    return NUMBER.sub(value, "".join(words.split()))


def _shown(words: str, start: int, end: int) -> str:
    return words[max(0, start - AROUND) : end + AROUND // 2].replace("\n", "⏎")


def _said(finding: Finding, words: str) -> str:
    suggestion = f" → {finding.suggest}" if finding.suggest else ""
    relation = f" [{finding.relation}]" if finding.relation else ""
    return f"{finding.rule} {words[finding.start : finding.end]!r}{suggestion}{relation}"
