"""太和县是…集散地。全县营收9亿元: places that a text about a larger one introduces, and points back to by their kind."""

from __future__ import annotations

from collections.abc import Sequence

from yanchao.lexicon.entries import WIDE
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import pattern
from yanchao.statements.context import Draft, near
from yanchao.statements.inherit import Words
from yanchao.statements.passages import Passage
from yanchao.statements.statement import Span

_POINTS = pattern(
    r"(?<![占居列位于较比在对为由超出])[全该](?P<kind>[县市区州旗])(?!各|第|首|前|最|平均|唯一|人大|政协|政府|委|直|域|场|内|外|区|县)"
)
_INTRODUCED = pattern(
    r"[市县区]?(?:(?:是|系|作为)(?:全国|我国|中国|国内|世界|全球|全省|亚洲|著名|有名|远近闻名|闻名)|素有|素以|素称|被誉为|被称为|享有|地处|坐落|位于|有着|历来|因[^，。；]{2,10}(?:闻名|得名|著称))"
)
_OPENS = frozenset("，。；：、“（(\n ")
_SMALL = ("prefecture", "county")


def pointed_to(draft: Draft, home: str, passage: Passage, lexicon: Lexicon) -> Words | None:
    """The place that the sentence of a figure calls 全县 or 该市, where the text's own `home` is of another kind."""
    text, at = passage.folded.text, draft.figure.start
    own = lexicon.place(home)
    points = None
    for points in _POINTS.finditer(text, near(draft.sentence.start, at), at):  # noqa: B007 the last is meant
        pass
    if points is None or (own is not None and own.name[-1] in (points["kind"], "区")):
        return None
    named = tuple(passage.marks_in(Span(near(0, points.start()), points.start()), "region"))
    for mark in reversed(named):
        place = lexicon.place(mark.id)
        if place is None or place.level not in _SMALL:
            continue
        fits = place.name[-1] == points["kind"] and (own is None or lexicon.within(place.code, own.code))
        return passage.named(place.code, mark.start, mark.end) if fits else None
    return None


def introduced(passage: Passage, home: str | None, lexicon: Lexicon) -> Words | None:
    """The smaller place that the first sentence of a paragraph introduces (阜南县素有“…之乡”之称)."""
    if not passage.sentences:
        return None
    text, first = passage.folded.text, passage.sentences[0]
    for mark in passage.marks_in(first, "region"):
        if mark.id == home or lexicon.level(mark.id) not in _SMALL:
            continue
        if (
            mark.start
            and text[mark.start - 1] not in _OPENS
            and not _behind_its_province(mark.start, passage)
        ):
            continue
        if _INTRODUCED.match(text, mark.end) is None:
            continue
        if home is None or lexicon.level(home) in WIDE or lexicon.within(mark.id, home):
            return passage.named(mark.id, mark.start, mark.end)
    return None


_TOWN = pattern(r"(?P<town>[\u4e00-\u9fff]{2,3})(?:镇|街道)(?![长委政级上里])")


def towns_named(passage: Passage, lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    """桐乡市|濮院镇: the towns that a passage names right behind what they lie in, by their bare names."""
    text = passage.folded.text
    if "镇" not in text and "街道" not in text:
        return ()
    marks = (
        mark for mark in passage.marks_in(Span(0, len(text)), "region") if lexicon.level(mark.id) in _SMALL
    )
    return tuple(
        (town["town"], mark.id) for mark in marks if (town := _TOWN.match(text, mark.end)) is not None
    )


def town_told_of(passage: Passage, towns: Sequence[tuple[str, str]]) -> Words | None:
    """濮院羊毛衫出口…: what a town lies in that the text has named before, where a paragraph names it and no other place."""
    text = passage.folded.text
    if next(passage.marks_in(Span(0, len(text)), "region"), None) is not None:
        return None
    for town, code in reversed(towns):
        if (at := text.find(town)) != -1:
            return passage.named(code, at, at + len(town))
    return None


def _behind_its_province(at: int, passage: Passage) -> bool:
    """安徽|太和县: whether another place's name ends where one begins."""
    return any(mark.end == at for mark in passage.marks_in(Span(near(0, at), at), "region"))
