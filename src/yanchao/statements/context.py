"""What a construction sees of a quantity: the words around it and the figures before it."""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.lexicon.entries import Measure
from yanchao.quick import dataclass, pattern, replace
from yanchao.statements.figures import Figure, Form
from yanchao.statements.grammar import UNLISTED, Grammar
from yanchao.statements.phrases import Phrase, left_phrase
from yanchao.statements.statement import Comparator, Kind, Span

FAR = 400
"""How far back in its sentence a figure looks; no real sentence needs more, and one without an end stays cheap to read."""


def near(start: int, at: int) -> int:
    """The start of what a figure at `at` looks back to: `start`, or `FAR` characters before it where that is nearer."""
    return max(start, at - FAR)


MILESTONE = pattern(r"(?:[百千万亿]+元?级?)?大?(?:台阶|大关|关口)$")
"""What a count of milestones counts (两个万亿元大关)."""


ASIDE = "held-against"
"""The construction of what a figure is held against (高于全省（5%）): nothing goes on about that."""

MONEY = frozenset(("CNY", "USD", "HKD", "EUR", "JPY", "GBP"))
"""Units of money."""

RANKS_REACHED = pattern(r"级?(?:行列|俱乐部)")
"""跻身9万箱|行列: what stands behind a figure that something has reached, and is not counted."""


SAYS = pattern(r"[^，。；]{0,30}?(?:显示|表明|指出|介绍|表示|认为|透露|预测|统计|报道|测算)(?:，|$)")
"""数据显示，…: a clause that says where the figures come from, and nothing of what they are of."""


@dataclass(frozen=True, slots=True)
class Filling:
    """What a construction reads: ranges of the folded text for each field, None for what it does not give.

    A `comparator` stands apart from the number (约占) and bounds it all the same. `negative` turns a decline
    into a negative value. `economy` says that the measure needs no subject. `cue` are the words that make the figure
    what it is (同比增长, 占), None where its own form does; `apart` are those of a `comparator` that stands apart.
    """

    construction: str
    kind: Kind
    measure: Span | None = None
    subject: Span | None = None
    base: Span | None = None
    comparator: Comparator | None = None
    negative: bool = False
    economy: bool = False
    qualifiers: frozenset[str] = frozenset()
    cue: Span | None = None
    apart: Span | None = None


def listed_measure(filling: Filling, text: str, grammar: Grammar) -> Measure | None:
    """The measure of the packs that the words for what is measured end in; None where they name none."""
    if filling.measure is None:
        return None
    found = grammar.measure_at_end(text, filling.measure.start, filling.measure.end)
    return found[1] if found is not None and found[1] is not UNLISTED else None


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure with its filling, and the sentence and clause it stands in, in the folded text of one block."""

    figure: Figure
    filling: Filling
    sentence: Span
    clause: Span


@dataclass(frozen=True, slots=True)
class Context:
    """The words around one figure.

    `left` runs from the clause's start, or from the figure before in the same clause, to the figure; `right`
    from the figure to the clause's end or the next figure. `run` are the figures of the list that this one
    stands in (`x、y和z`), `index` its place there, `run_left` the words before the list. `before` are the
    figures of the block read so far; `topic` the words before an expression of time that was cut out of `left`; `touching`
    the figure that begins where this one ends (10项|全国第一), `run_topic` the same before the list, `earlier_clause` the clause before, where it has no
    figure.
    """

    text: str
    grammar: Grammar
    figure: Figure
    left: Span
    right: Span
    clause: Span
    sentence: Span
    run: tuple[Figure, ...]
    index: int
    run_left: Span
    run_right: Span
    before: tuple[Draft, ...] = ()
    topic: Span | None = None
    touching: Figure | None = None
    run_topic: Span | None = None
    earlier_clause: Span | None = None

    @property
    def left_words(self) -> str:
        return self.text[self.left.start : self.left.end]

    @property
    def words_before_list(self) -> str:
        return self.text[self.run_left.start : self.run_left.end]

    @property
    def right_words(self) -> str:
        return self.text[self.right.start : self.right.end]

    @property
    def of_a_part(self) -> bool:
        """Whether 其中 opens the words before the figure, or is the clause before them."""
        if "其中" in self.left_words:
            return True
        earlier = self.earlier_clause
        return earlier is not None and self.text[earlier.start : earlier.end].strip("，：: ；") == "其中"

    def phrase(self, span: Span | None = None) -> Phrase:
        """Subject and measure of the words that lead up to the figure."""
        span = span or self.left
        return left_phrase(self.text, span.start, span.end, self.grammar)

    def antecedent(self) -> Draft | None:
        """The nearest earlier figure that says what is measured: in the sentence, else in the block."""
        for draft in reversed(self.before):
            filling = draft.filling
            if filling.measure is None or filling.construction == ASIDE:
                continue
            if filling.subject and MILESTONE.match(self.text, filling.measure.start, filling.measure.end):
                # 产值跨过两个百亿元大关、超过600亿元: what goes on is the total, not the milestones
                return replace(
                    draft, filling=replace(filling, measure=filling.subject, subject=None, economy=True)
                )
            return draft
        return None

    def grown(self) -> Draft | None:
        """What a rate without words of its own is the rate of: the nearest figure that is no counted milestone."""
        ranked: Draft | None = None
        for draft in self.earlier():
            if draft.filling.kind is Kind.RANK or draft.figure.form is Form.POINTS:
                # 规模9亿元，总量居全省第二，增长5%; 增加值增长9%，增速回落1个百分点，其中…增长8%: of the amount
                ranked = ranked or draft
            elif draft.filling.construction != "counted-after":
                return draft
        if ranked is not None:
            return ranked
        last = self.antecedent()
        if last is None or last.figure.form is not Form.POINTS:
            return last
        told = (draft for draft in reversed(self.before) if draft.figure.form is not Form.POINTS)
        return next((draft for draft in told if draft.filling.measure is not None), last)

    def earlier(self) -> Iterator[Draft]:
        """The earlier figures of the sentence that say what is measured, the nearest first."""
        for draft in reversed(self.before):
            if draft.sentence != self.sentence:
                return
            if draft.filling.measure is not None and draft.filling.construction != ASIDE:
                yield draft

    def earlier_levels(self) -> Iterator[Draft]:
        """Those of them that are amounts, and no rates, changes or shares."""
        return (draft for draft in self.earlier() if draft.filling.kind is Kind.LEVEL)

    def same_sentence(self) -> Draft | None:
        """The nearest earlier figure of the same sentence, or None."""
        draft = self.antecedent()
        return draft if draft is not None and draft.sentence == self.sentence else None
