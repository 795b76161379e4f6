"""Whether anything could see a slip: decided from the clean text and the slip alone, never from what the audit says of it.

A slip can be seen when

- a relation that the audit has found between the clean figures (reference figures, published totals and plans of the packs
  included) does not hold with the changed value in it;
- a tie that needs no audit to be found (`ties.py`) is broken;
- the changed words break a rule of form, whatever they mean: a letter among digits, a third of a thing, a rate without its sign;
- with the changed figure or year in the place of the right one, a rule on plans, counts or dates contradicts the text.

All else is out of sight: no arithmetic within the text and its packs tells the slip from the truth.
"""

from __future__ import annotations

import re

from benchmarks.inject.rereading import Shift, changed_document
from benchmarks.inject.slips import Slip
from benchmarks.inject.texts import CleanText
from benchmarks.inject.ties import ties
from yanchao.audit.dossier import Dossier, claim
from yanchao.audit.relations import Relation, printed
from yanchao.audit.rule import Fault, choose
from yanchao.audit.topics import Topics
from yanchao.statements.statement import Extraction, Kind, Statement

LETTER_AMONG_DIGITS = re.compile(r"\d[Oo]|[Oo][\d.]|(?<=[^A-Za-z])[Oo](?=[%％万亿个元家台])")
FALL_BY_MULTIPLE = re.compile(r"(?:下降|减少|降低)了?(?:约|超|近)?$")
AVERAGE = re.compile(r"每|均|[千百万]人|比例|之比|倍|折合|密度")
OF_OWN_UNIT = frozenset({"money", "mass", "share", "energy", "power", "area", "length"})
"""Dimensions of measures whose figures mean nothing without a unit."""

UNSAID = re.compile(r"[万亿]$")
"""After 万 and 亿 writers leave 元 out (总量跨越7万亿), and nobody takes it for a slip."""

WITHOUT_ARITHMETIC = ("YC202", "YC401", "YC402", "YC403", "YC404", "YC305")
"""Rules that report faults on plans, counts and dates without tying figures by a relation."""


SHARED = re.compile(r"(?:左右|以上)?[、和与及至到—－~～-]\d|(?:提高|提升|上升|下降|增加)(?:到|至)\d")
"""What follows a figure that shares the unit of the next one (分别提高20.9、15个百分点): a matter of style, not of sense."""


def seen_by(text: CleanText, slip: Slip) -> str | None:
    """The first thing that contradicts the changed text, in words; None where nothing does."""
    return _by_relation(text, slip) or _by_tie(text, slip) or _by_form(text, slip) or _by_plan(text, slip)


def _by_relation(text: CleanText, slip: Slip) -> str | None:
    """A relation of the clean text that fails with the changed figures in it."""
    reads = dict(slip.changed)
    changed = {text.figures[number]: claim(one) for number, one in reads.items()}
    other_unit = {
        text.figures[number] for number, one in reads.items() if one.unit != text.statements[number].unit
    }
    for relation in text.relations:
        if not any(figure in changed for figure in relation.figures):
            continue
        if any(figure in other_unit for figure in relation.figures):
            return f"relation {relation.message}"
        if relation.holds() and not relation.holds(lambda figure: changed.get(figure) or printed(figure)):
            return f"relation {relation.message}"
    return None


def _by_tie(text: CleanText, slip: Slip) -> str | None:
    reads = dict(slip.changed)
    for number, one in reads.items():
        if one.unit != text.statements[number].unit:
            continue
        for tie in ties(text).get(number, ()):
            if not tie.holds(lambda other: reads.get(other) or text.statements[other]):
                return f"tie {tie.name}"
    return None


def _by_form(text: CleanText, slip: Slip) -> str | None:
    shift = Shift(slip.edits)
    words = shift.text(text.document.text)
    for number, one in slip.changed:
        clean = text.statements[number]
        start, end = shift.at(clean.start), shift.at(clean.end)
        if LETTER_AMONG_DIGITS.search(words, max(0, start - 1), end):
            return "form letter among digits"
        if "倍" in words[start:end] and FALL_BY_MULTIPLE.search(words[max(0, start - 5) : start]):
            return "form fall by a multiple"
        if is_fraction_of_thing(text, number, one):
            return "form part of a thing"
        if slip.loses_unit and not SHARED.match(words, end) and _needs_unit(text, clean, words[start:end]):
            return "form figure without its unit"
    return None


def is_fraction_of_thing(text: CleanText, number: int, one: Statement) -> bool:
    """Whether a figure that counts things reads as a part of one, where the clean text has whole ones."""
    clean = text.statements[number]
    sentence = text.document.text[clean.sentence.start : clean.sentence.end]
    counted = one.unit.startswith("count") or one.unit == "person"
    is_whole = clean.value == clean.value.to_integral_value()
    broken = one.value != one.value.to_integral_value()
    return one.kind is Kind.LEVEL and counted and is_whole and broken and not AVERAGE.search(sentence)


def _needs_unit(text: CleanText, clean: Statement, left: str) -> bool:
    if clean.kind in (Kind.SHARE, Kind.GROWTH) or clean.unit == "pp":
        return True
    measure = text.lexicon.measure_by_word.get(clean.measure or "")
    if measure is not None and measure.dimension == "money" and UNSAID.search(left):
        return False
    return measure is not None and measure.dimension in OF_OWN_UNIT


def _by_plan(text: CleanText, slip: Slip) -> str | None:
    """What the rules without relations say when they are given the right reading of the changed text."""
    shift, reads = Shift(slip.edits), dict(slip.changed)
    statements = tuple(shift.statement(reads.get(number, one)) for number, one in enumerate(text.statements))
    dated = any(one.period != text.statements[number].period for number, one in reads.items())
    dossier = Dossier(
        (Extraction(changed_document(text, slip.edits), statements),), text.lexicon, Topics(text.lexicon)
    )
    rules = choose() if dated else choose(WITHOUT_ARITHMETIC)
    touched = {shift.at(text.statements[number].start) for number in reads}
    for rule in rules:
        for one in rule.check(dossier):
            if isinstance(one, Relation) and any(f.start in touched for f in one.figures) and not one.holds():
                return f"rule {rule.name}"
            if isinstance(one, Fault) and _names(one, touched):
                return f"rule {rule.name}"
    return None


def _names(fault: Fault, starts: set[int]) -> bool:
    places = [(fault.start, fault.end)]
    for place, _ in fault.related:
        places.append((place[1], place[2]) if isinstance(place, tuple) else (place.start, place.end))
    return any(begin <= start < end for begin, end in places for start in starts)
