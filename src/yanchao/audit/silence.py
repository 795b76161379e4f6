"""Silences: a word of the author's that a finding is known and stays, where it stands and why.

`silences` reads them out of a document's remarks (comments in HTML, Markdown and Word); `ignore_file.py` out of a file beside
the text. `settle` parts the findings by them. What is wrong with a silence is said by rule YC801, so that none outlives what
it was written for.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from enum import StrEnum

from yanchao.audit.finding import Finding, Range
from yanchao.audit.messages import Said
from yanchao.audit.rule import rules
from yanchao.documents.document import Document
from yanchao.documents.excerpts import shortened
from yanchao.quick import dataclass, pattern

SPOKEN_TO = pattern(r"\s*(?:yanchao|验潮)\s*[:：]\s*", re.IGNORECASE)
"""How a remark begins that is meant for the audit."""

WORD = r"[A-Za-z][A-Za-z0-9-]*"
ORDER = pattern(
    rf"(?:ignore\b|忽略)\s*[:：]?\s*(?P<rules>{WORD}(?:\s*[,，、]\s*{WORD})*)?(?P<reason>.*)",
    re.IGNORECASE | re.DOTALL,
)
BEFORE_REASON = " \t\n\u3000:：,，;；—–-"
"""What may part the rule from the reason."""

MOST_QUOTED = 30
"""Characters of an order that cannot be obeyed that a finding repeats."""


class Where(StrEnum):
    """Where a silence is written, in the words of SARIF."""

    IN_SOURCE = "inSource"
    EXTERNAL = "external"


@dataclass(frozen=True, slots=True, eq=False)
class Silence:
    """One rule silenced, with the reason.

    `[start, end)` of `document` is where it is written, or for a comment what it stands at; `covers` is what it is about.
    `rule` is a code. `problem` says why it cannot be obeyed, None where it can.
    """

    document: Document
    start: int
    end: int
    where: Where
    rule: str
    reason: str
    covers: tuple[Range, ...]
    problem: Said | None = None

    def is_about(self, finding: Finding) -> bool:
        """Whether a finding is of its rule and in what it covers."""
        return self.rule == finding.rule and any(
            finding.document == range_.document and finding.start < range_.end and range_.start < finding.end
            for range_ in self.covers
        )


@dataclass(frozen=True, slots=True)
class Silenced:
    """A finding that is known, and the silence that says so."""

    finding: Finding
    silence: Silence


def silences(document: Document) -> Iterator[Silence]:
    """The silences in the comments of a document."""
    for remark in document.remarks:
        for line in _spoken(remark.text):
            covers = (Range(document.uri, remark.start, remark.end),)
            for rule, reason, problem in read_order(line):
                yield Silence(
                    document, remark.start, remark.end, Where.IN_SOURCE, rule, reason, covers, problem
                )


def _spoken(text: str) -> Iterator[str]:
    """What a remark says to the audit: it may have several such lines, and others before them."""
    heard = False
    said: list[str] = []
    for line in text.splitlines():
        spoken = SPOKEN_TO.match(line)
        if spoken is None:
            said += [line] if heard else []
            continue
        if heard:
            yield "\n".join(said)
        heard, said = True, [line[spoken.end() :]]
    if heard:
        yield "\n".join(said)


def read_order(order: str) -> Iterator[tuple[str, str, Said | None]]:
    """The rules of `ignore YC101, YC303 reason`, each with the reason and what is wrong with it, if anything."""
    found = ORDER.match(order)
    if found is None:
        yield "", "", Said("idle-silence.order", text=shortened(order, MOST_QUOTED))
        return
    reason = " ".join(found["reason"].strip(BEFORE_REASON).split())
    named = re.findall(WORD, found["rules"] or "")
    if not named:
        yield "", reason, Said("idle-silence.no-rule")
    for word in named:
        rule, problem = settle_rule(word)
        if problem is None and not reason:
            problem = Said("idle-silence.no-reason", rule=rule)
        yield rule, reason, problem


def settle_rule(word: str) -> tuple[str, Said | None]:
    """The code of the one rule that a word names, or what is wrong with the word."""
    for rule in rules():
        if word.upper() == rule.code or word.lower() == rule.name:
            return rule.code, None
    return "", Said("idle-silence.unknown", text=shortened(word, MOST_QUOTED))


def settle(
    findings: Sequence[Finding], given: Sequence[Silence]
) -> tuple[list[Finding], list[Silenced], set[Silence]]:
    """The findings that stay, those that are silenced, and the silences that silenced any."""
    by_rule: defaultdict[str, list[Silence]] = defaultdict(list)
    for silence in given:
        if silence.problem is None:
            by_rule[silence.rule].append(silence)
    kept: list[Finding] = []
    silenced: list[Silenced] = []
    used: set[Silence] = set()
    for finding in findings:
        heard = [silence for silence in by_rule[finding.rule] if silence.is_about(finding)]
        used.update(heard)
        if heard:
            silenced.append(Silenced(finding, heard[0]))
        else:
            kept.append(finding)
    return kept, silenced, used


def idle(given: Sequence[Silence], used: Collection[Silence], ran: Collection[str]) -> tuple[Silence, ...]:
    """The silences that silenced nothing although their rule ran."""
    return tuple(
        silence
        for silence in given
        if silence.problem is None and silence not in used and silence.rule in ran
    )
