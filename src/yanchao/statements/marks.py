"""One pass over a folded text for everything that the packs name: regions, clusters, plans, firms and institutes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter

from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import cached_property, dataclass, pattern
from yanchao.statements.lengths import Lengths, WordFinder, by_ending

_WIRE = pattern(r"\d{1,2}月\d{1,2}日(?:电|讯|消息)")
"""Behind a place: 新华社北京1月17日电 was written there, and is about no place yet."""
_WIRE_ENDS = pattern(r"日(?:电|讯|消息)")
"""What it ends with, which is sooner found than what may open with any digit."""

_COUNTY_ENDS = pattern(r"[县市旗](?<=[\u4e00-\u9fff]{3})(?![场民委政值级域区县直属长])")
_COUNTY_ENDING = 2
_SHORTEST_COUNTY = 3
"""和县, 道县: names of two characters, which other words are too."""


_OF_NO_COUNTY = frozenset("域城级委直长情市区乡镇里内外")
"""应县委邀请, 和县城: what follows where a word and 县 are no name."""

_BARE_COUNTY = (3, 2)
_PROVINCE = 2
"""How many digits of a code say which province it lies in."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A name of the packs at `[start, end)`. `sort` is region, cluster or entity, `id` its key there."""

    start: int
    end: int
    sort: str
    id: str


_PLACE = attrgetter("start", "end")
_START = attrgetter("start")
_SEAM = "seam"


class Marker:
    """The packs' names, looked up where their first two characters stand."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        table: dict[str, list[tuple[str, str]]] = {}
        for word, region in lexicon.region_by_word.items():
            table.setdefault(word, []).append(("region", region.code))
        for word, cluster in lexicon.cluster_by_word.items():
            table.setdefault(word, []).append(("cluster", cluster.id))
        for entity in lexicon.entities.values():
            for word in (entity.name, *entity.aliases):
                table.setdefault(word, []).append(("entity", entity.id))
        for seam in lexicon.seams:
            table.setdefault(seam.text, []).append((_SEAM, seam.text))
        self._meanings = {word: tuple(meanings) for word, meanings in table.items()}
        self._words = WordFinder(table)
        self._firms = frozenset(entity.id for entity in lexicon.entities.values() if entity.is_firm)

    def find(self, text: str) -> tuple[Mark, ...]:
        """The names in `text`, in order; of names of one sort that overlap, the longest stays."""
        found: list[Mark] = []
        latest: dict[str, Mark] = {}  # names of one sort never overlap once kept, so only the last can
        for end, start in self._words.find(text):
            length = end - start
            for sort, key in self._meanings[text[start:end]]:
                before = latest.get(sort)
                if before is not None and before.end > start:
                    if before.end - before.start >= length:
                        continue
                    _drop(found, before)
                mark = Mark(start, end, sort, key)
                latest[sort] = mark
                found.append(mark)
        if _SEAM in latest:
            found = _without_seams(found)
        found.extend(self._counties(text, found))
        found.extend(self._bare_counties(text, found))
        if _WIRE_ENDS.search(text):
            found = [mark for mark in found if mark.sort != "region" or not _WIRE.match(text, mark.end)]
        found.sort(key=_PLACE)
        firms = [mark for mark in found if mark.sort == "entity" and mark.id in self._firms]
        return tuple(mark for mark in found if not _within_a_name(mark, firms)) if firms else tuple(found)

    def _counties(self, text: str, found: list[Mark]) -> list[Mark]:
        """Counties and their like by their whole names, where no two share one."""
        counties: list[Mark] = []
        before = 0
        for match in _COUNTY_ENDS.finditer(text):
            end = match.end()
            if end - before < _SHORTEST_COUNTY:
                continue  # 市县: one after the other is no name
            before = end
            for length in self._county_lengths.get(text[end - _COUNTY_ENDING : end], ()):
                start = end - length
                named = self._lexicon.gazetteer.named(text[start:end]) if start >= 0 else ()
                if len(named) == 1:
                    counties.append(Mark(start, end, "region", named[0].code))
                    break
        counties.extend(self._short_counties(text, found))
        if counties:
            found[:] = [mark for mark in found if mark.sort != "region" or not _overlaps(mark, counties)]
        return counties

    def _short_counties(self, text: str, found: list[Mark]) -> Iterator[Mark]:
        """祁县, 晋中市祁县: counties of two characters, where no other word can hold them."""
        ends: set[int] | None = None
        at = text.find("县", 1)
        while at != -1:
            start, end = at - 1, at + 1
            named = self._lexicon.gazetteer.named(text[start:end])
            if len(named) == 1 and text[end : end + 1] not in _OF_NO_COUNTY:
                ends = {mark.end for mark in found if mark.sort == "region"} if ends is None else ends
                opens = start == 0 or not "\u4e00" <= text[start - 1] <= "\u9fff"
                dated = (
                    text[start - 1] == "年" and text[max(0, start - 2)].isdigit()
                )  # 2022年|祁县政府工作报告
                if opens or dated or start in ends or text[start - 1] in "省市州":
                    yield Mark(start, end, "region", named[0].code)
            at = text.find("县", end)

    def _bare_counties(self, text: str, found: list[Mark]) -> list[Mark]:
        """浙江|桐乡: counties and county-level cities by their bare names, right behind that of their province."""
        begun = {mark.start for mark in found if mark.sort == "region"}
        counties = []
        for mark in found:
            if mark.sort != "region" or mark.end in begun or self._lexicon.level(mark.id) != "province":
                continue
            lying_there = self._bare_names.get(mark.id[:_PROVINCE], {})
            for length in _BARE_COUNTY:
                bare = text[mark.end : mark.end + length]
                if (code := lying_there.get(bare)) is not None:
                    counties.append(Mark(mark.end, mark.end + len(bare), "region", code))
                    break
        return counties

    @cached_property
    def _bare_names(self) -> dict[str, dict[str, str]]:
        """By province, the names of its counties without their kind, and their codes; none that two share."""
        names: dict[str, dict[str, str]] = {}
        shared = set()
        for county in self._lexicon.gazetteer.all:
            name = self._lexicon.gazetteer.bare(county.code)
            known = names.setdefault(county.code[:_PROVINCE], {})
            if known.setdefault(name, county.code) != county.code:
                shared.add((county.code[:_PROVINCE], name))
        for province, name in shared:
            del names[province][name]
        return names

    @cached_property
    def _county_lengths(self) -> Lengths:
        names = self._lexicon.gazetteer.names
        return by_ending((name for name in names if len(name) >= _SHORTEST_COUNTY), _COUNTY_ENDING)


def _without_seams(found: list[Mark]) -> list[Mark]:
    """The marks but for those that stand across a seam of words (家电 in 国家电网); a name that holds the whole seam stays."""
    seams = [mark for mark in found if mark.sort == _SEAM]
    return [
        mark
        for mark in found
        if mark.sort != _SEAM
        and not any(
            mark.start < seam.end
            and seam.start < mark.end
            and not (mark.start <= seam.start and seam.end <= mark.end)
            for seam in seams
        )
    ]


def _overlaps(mark: Mark, others: list[Mark]) -> bool:
    return any(mark.start < other.end and other.start < mark.end for other in others)


def _within_a_name(mark: Mark, firms: list[Mark]) -> bool:
    """Whether a place is named inside a firm's name alone (the 深圳 of 深圳能源)."""
    if mark.sort != "region":
        return False
    return any(firm.start <= mark.start and mark.end <= firm.end for firm in firms)


def _drop(found: list[Mark], mark: Mark) -> None:
    """Take a mark out again; it is one of the last few."""
    for index in range(len(found) - 1, -1, -1):
        if found[index] is mark:
            del found[index]
            return


@lru_cache(maxsize=1)
def marks_of(text: str, lexicon: Lexicon) -> tuple[Mark, ...]:
    """The packs' names in a whole text, which several questions about it ask for one after the other."""
    return marker(lexicon).find(text)


def marks_of_line(text: str, start: int, end: int, folded: str, lexicon: Lexicon) -> tuple[Mark, ...]:
    """The packs' names in a part of a text that reads `folded`, in the coordinates of that.

    Where the part is a line of its own and reads as it stands there, they are those of the whole text.
    """
    opens = start == 0 or text[start - 1] == "\n"
    closes = end == len(text) or text[end] == "\n"
    if not opens or not closes or folded != text[start:end]:
        return marker(lexicon).find(folded)
    marks = marks_of(text, lexicon)
    first = bisect_left(marks, start, key=_START)
    last = bisect_left(marks, end, first, key=_START)
    return tuple(Mark(mark.start - start, mark.end - start, mark.sort, mark.id) for mark in marks[first:last])


@lru_cache(maxsize=4)
def marker(lexicon: Lexicon) -> Marker:
    """The marker of a lexicon, compiled at its first use."""
    return Marker(lexicon)
