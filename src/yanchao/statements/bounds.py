"""What bounds a number: the comparator words of the packs before and behind it, 上 and 过, and what it comes to."""

from __future__ import annotations

from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import pattern
from yanchao.statements.lengths import by_ending, by_opening
from yanchao.statements.statement import Comparator, Span

NO_BOUND_BEFORE_PAST = frozenset("超通经不越")
_IS_PAST = pattern(r"(?:^|[值额入润收税资模产，、]|[个家座户项批的]|新增|有|到)过$")
"""产值过|50亿元, …、过|10亿元的企业: 过 bounds an amount behind what is measured; what was paid (花过) is as it was."""

_WITHIN = "内"
_NOT_WITHIN = pattern(r"[部外容销需陆地河蒙衣存循资卷设涵燃置贸饰嵌科马]|在(?!建)")
"""3公里|内 bounds how far; 30亿元|内需 is of something else."""

_JOINS = pattern(r"[\dA-Za-z“]")
"""What a plus joins its number to (3+N, 20+8), so that it says nothing of how many."""

_BAD_BEFORE_ABOUT = frozenset("节合条公契预集制签履隐简大")
_BAD_BEFORE_NEAR = frozenset("最附靠邻就临亲远接相贴")
_NO_BOUND_BEFORE_UP = frozenset("以之线网市海路地迈跨跃站登冲")
_REACHED = pattern(r"(?:台阶|大关|关口)")
_PASSES = pattern(r"(?:迈|跨|跃|站|登|冲)上$|(?:跨|迈|越)过$")
_COMES_TO = pattern(r"(?:达到?|[增升]至)$")
_CLAUSE_ENDS = pattern(r"[，。；、]|$")


Bound = tuple[Span, Comparator]
"""Where a comparator word stands, and how it bounds."""


class Bounds:
    """The packs' comparator words, looked up where a number begins or ends."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._before = {
            word.text: Comparator(word.comparator)
            for word in lexicon.comparators
            if word.position == "before"
        }
        self._after = {
            word.text: Comparator(word.comparator) for word in lexicon.comparators if word.position == "after"
        }
        self._before_lengths = by_ending(self._before)
        self._after_lengths = by_opening(self._after)

    def around(self, text: str, start: int, unit: str) -> tuple[int, list[Bound]]:
        """Where the words that bound the number at `start` begin, and those words in their order."""
        words: list[Bound] = []
        begin = start
        last = text[begin - 1 : begin] if begin else ""
        while last in self._before_lengths and (found := self.before(text, begin)) is not None:
            words.insert(0, found)
            begin = found[0].start
            last = text[begin - 1 : begin] if begin else ""
        if not words and (bound := _bound_by_place(text, begin, start, unit)) is not None:
            words.append((Span(begin - 1, begin), bound))
            begin -= 1
        return begin, words

    def are_before(self, text: str, start: int) -> bool:
        """Whether a comparator stands before a bare place word (超万亿元, 过亿元, 上万件)."""
        return self.before(text, start) is not None or text[max(0, start - 1) : start] in (
            "上",
            "过",
        )

    def before(self, text: str, start: int) -> Bound | None:
        """The comparator word that ends where a number starts, the longest; None where none does."""
        for length in self._before_lengths.get(text[start - 1 : start], ()):
            word = text[start - length : start] if length <= start else ""
            comparator = self._before.get(word)
            if comparator is None:
                continue
            before = text[start - length - 1 : start - length]
            if (word == "约" and before in _BAD_BEFORE_ABOUT) or (
                word == "近" and before in _BAD_BEFORE_NEAR
            ):
                return None
            if word == "破" and before in ("打", "侦", "冲", "击", "突"):
                continue
            return Span(start - length, start), comparator
        return None

    def after(self, text: str, end: int, *, counts: bool = False) -> Bound | None:
        """The comparator word that begins where a number and its unit end; None where none does.

        Behind what `counts` things, 内 is another word's beginning.
        """
        if counts and text.startswith(_WITHIN, end):
            return None  # 3家|内资企业
        for length in self._after_lengths.get(text[end : end + 1], ()):
            word = text[end : end + length]
            comparator = self._after.get(word)
            if comparator is None or (word == "+" and _JOINS.match(text, end + 1)):
                continue
            if word != _WITHIN or not _NOT_WITHIN.match(text, end + 1):
                return Span(end, end + length), comparator
        return None


def _bound_by_place(text: str, begin: int, start: int, unit: str) -> Comparator | None:
    """How 上 or 过, each the end of many other words, bounds the number that starts behind it: 上万件, 过亿元, 产值过50亿元."""
    before, earlier, is_bare = text[begin - 1 : begin], text[begin - 2 : begin - 1], text[start] in "百千万亿"
    if before == "上":
        return Comparator.AT_LEAST if is_bare and earlier not in _NO_BOUND_BEFORE_UP else None
    if before != "过":
        return None
    if is_bare:
        return None if earlier in NO_BOUND_BEFORE_PAST else Comparator.MORE
    is_past = unit == "CNY" and _IS_PAST.search(text, max(0, begin - 5), begin) is not None
    return Comparator.MORE if is_past else None


def reached(text: str, begin: int, end: int) -> bool:
    """迈上万亿元台阶, 达到万亿元: a bare place word is a figure where a verb of passing or reaching closes its clause with it."""
    passed = (
        _REACHED.match(text, end) is not None and _PASSES.search(text, max(0, begin - 2), begin) is not None
    )
    return passed or (
        _CLAUSE_ENDS.match(text, end) is not None
        and _COMES_TO.search(text, max(0, begin - 2), begin) is not None
    )
