"""What a finder sees of a passage, and what it gives back."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import field
from typing import Protocol, TypeVar

from yanchao.lexicon.entries import Region
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import cached_property, dataclass, pattern
from yanchao.statements.inherit import Frame
from yanchao.statements.marks import Mark
from yanchao.statements.mentions._words import RoleWords
from yanchao.statements.statement import Role, Span


@dataclass(frozen=True, slots=True)
class Example:
    """A passage of our own and every mention in it, in order: its words, its role, its cluster."""

    text: str
    mentions: tuple[tuple[str, str, str | None], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Found:
    """A named thing at `[start, end)` of the folded text. `name` is its settled name, None where it is the text's.

    `cluster` is set where the name itself says it, whatever stands around; `everywhere` marks what belongs to no
    cluster at all.
    """

    start: int
    end: int
    role: Role
    name: str | None = None
    entity: str | None = None
    region: str | None = None
    cluster: str | None = None
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """A list of places (广州、深圳、珠海等地): each with its range; `end` is after the words that close the list."""

    places: tuple[tuple[Span, Region], ...]
    end: int

    @property
    def start(self) -> int:
        return self.places[0][0].start


_TITLE = pattern(r"《[^《》]{2,80}》")
_CLAUSE_MARK = pattern(r"[，；。！？：:!?]|——")
_RUN_LINK = pattern(r"(?:省|市)?(?:、|和|与|及|以及|—{1,2}|[-–－~])(?=\S)")
_RUN_TAIL = pattern(
    r"(?:省|市)?(?:等)?(?:[两三四五六七八九十\d]+(?:座|个|大)?(?=市|城|地|省))?"
    r"(?:地市|城市|地区|省份|省市|市|地|省|城)?"
)


@dataclass(frozen=True)
class Sight:
    """One passage: its folded text, the packs' names in it, its sentences and the frame that stands over it."""

    text: str
    marks: tuple[Mark, ...]
    sentences: tuple[Span, ...]
    frame: Frame
    lexicon: Lexicon
    words: RoleWords
    firms: tuple[Span, ...] = ()
    """Names of firms that no pack lists, once found: the 汽车 in one of them does not tell what its neighbours make."""

    def sentence_of(self, offset: int) -> Span:
        """The sentence that holds an offset; the whole passage where none does."""
        index = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[index] if index >= 0 else Span(0, len(self.text))

    def clause_of(self, offset: int) -> Span:
        """The clause that holds an offset: between commas, colons and sentence marks."""
        index = bisect_right(self._clause_cuts, offset) - 1
        end = self._clause_cuts[index + 1] if index + 1 < len(self._clause_cuts) else len(self.text)
        return Span(self._clause_cuts[index], end)

    @cached_property
    def closings(self) -> tuple[tuple[int, str, Role], ...]:
        """Where 等 closes a list, the words from there on that say what its members are, and the role that they give."""
        return tuple(
            (match.start(), match["how"] + match["word"], self.words.role_of("list", match["word"]))
            for match in self.words.closing.finditer(self.text)
        )

    @cached_property
    def titles(self) -> tuple[Span, ...]:
        """The ranges of titles, with their marks."""
        return tuple(Span(*match.span()) for match in _TITLE.finditer(self.text))

    def in_title(self, offset: int) -> bool:
        return "《" in self.text and _holding(self.titles, offset) is not None

    def seat(self, start: int) -> str | None:
        """The code of the place that the name at `start` opens with; None where it opens with none."""
        place = self.words.places.at(self.text, start)
        return place[1].code if place else None

    @cached_property
    def region_marks(self) -> tuple[Mark, ...]:
        """Names of places, none over another, in order."""
        return tuple(mark for mark in self.marks if mark.sort == "region")

    @cached_property
    def entity_marks(self) -> tuple[Mark, ...]:
        """Names of the packs that stand as words of their own: no part of a place's name or of a Latin word."""
        kept = []
        for mark in self.marks:
            if mark.sort != "entity":
                continue
            before = self.text[mark.start - 1 : mark.start]
            after = self.text[mark.end : mark.end + 1]
            first, last = self.text[mark.start], self.text[mark.end - 1]
            if _joins(before, first) or _joins(last, after) or self.in_title(mark.start):
                continue
            if self.text.startswith("附属", mark.end):
                continue
            place = _holding(self.region_marks, mark.start)
            if place is not None and place.start < mark.start and place.end < mark.end:
                continue
            kept.append(mark)
        return tuple(kept)

    @cached_property
    def cluster_marks(self) -> tuple[Mark, ...]:
        """Words for clusters, save those inside a listed name or a title."""
        return tuple(
            mark
            for mark in self.marks
            if mark.sort == "cluster"
            and not self.in_title(mark.start)
            and not self._in_name(mark)
            and _holding(self.firms, mark.start) is None
        )

    def cluster_marks_in(self, span: Span) -> tuple[Mark, ...]:
        """The words for clusters in a range, in order."""
        first = bisect_left(self.cluster_marks, span.start, key=lambda mark: mark.start)
        last = bisect_left(self.cluster_marks, span.end, key=lambda mark: mark.start)
        return self.cluster_marks[first:last]

    @cached_property
    def _spoken_of(self) -> dict[int, frozenset[str]]:
        return {}

    def clusters_of(self, sentence: Span) -> frozenset[str]:
        """The clusters that a sentence speaks of."""
        known = self._spoken_of
        if sentence.start not in known:
            known[sentence.start] = frozenset(mark.id for mark in self.cluster_marks_in(sentence))
        return known[sentence.start]

    def _in_name(self, mark: Mark) -> bool:
        name = _holding(self._proper_marks, mark.start)
        return name is not None and mark.end <= name.end

    @cached_property
    def _proper_marks(self) -> tuple[Mark, ...]:
        return tuple(
            mark for mark in self.entity_marks if self.lexicon.entities[mark.id].role != "future-industry"
        )

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """Every place or list of places that is no part of a longer name."""
        runs: list[Run] = []
        table = self.words.places
        position = 0
        for mark in self.region_marks:
            region = table.named(self.text[mark.start : mark.end])
            if region is None or mark.start < position or self.in_title(mark.start):
                continue
            places = [(Span(mark.start, mark.end), region)]
            start = mark.start
            while (before := table.before(self.text, start)) is not None:
                places.insert(0, before)
                start = before[0].start
            end = mark.end
            while (link := _RUN_LINK.match(self.text, end)) is not None:
                member = table.at(self.text, link.end())
                if member is None:
                    break
                places.append(member)
                end = member[0].end
            tail = _RUN_TAIL.match(self.text, end)
            end = tail.end() if tail else end
            position = end
            runs.append(Run(tuple(places), end))
        return tuple(runs)

    @cached_property
    def _sentence_starts(self) -> Sequence[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _clause_cuts(self) -> Sequence[int]:
        return [0, *(match.end() for match in _CLAUSE_MARK.finditer(self.text))]


class _Ranged(Protocol):
    """What has a range."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


_Range = TypeVar("_Range", bound=_Ranged)


def _holding(ranges: Sequence[_Range], offset: int) -> _Range | None:
    """Of ranges in order and apart, the one that holds an offset."""
    index = bisect_right(ranges, offset, key=lambda each: each.start) - 1
    return ranges[index] if index >= 0 and offset < ranges[index].end else None


def _joins(one: str, other: str) -> bool:
    """Whether two neighbours are parts of one Latin word or number."""
    return (
        bool(one) and bool(other) and one.isascii() and other.isascii() and one.isalnum() and other.isalnum()
    )
