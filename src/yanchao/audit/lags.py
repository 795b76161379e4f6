"""How far one rate lies from another that the paragraph tells too: 农村…增长6.8%；城镇…增长4.7%。农村居民收入增速快于城镇居民2.1个百分点.

Whose rates the two are, the clause says by the beginnings of their names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.steps import is_in_percent
from yanchao.audit.topics import PARTS_OF_PLACE
from yanchao.quick import dataclass, pattern
from yanchao.statements.statement import Kind

APART = pattern(
    r"(?P<one>[^，,。；;、\d]{2,16}?)(?:的?(?:增速|增幅|增长率|名义增速|增长))?(?:继续|连续|持续|分别)?"
    r"(?:(?P<more>快于|高于|高出|快过)|(?P<less>慢于|低于|落后于))(?P<other>[^，,。；;、\d]{2,14}?)(?:的?(?:增速|增幅|增长率))?$"
)
"""The clause of how far two rates lie apart, up to the figure."""

FURTHER = pattern(
    r"[，,](?:(?P<more>快于|高于|高出|快过)|(?P<less>慢于|低于|落后于))(?P<other>[^，,。；;、\d]{2,14})"
)
BRACKETED = pattern(r"[（(](?P<other>[^，,。；;、（()\d]{2,16}?)(?:同比|实际)?(?:增长|增速为?|增幅为?|下降)")
"""Between a rate and how far it lies from another, and between that and the other told in brackets: 增长9.4%，高于全省规上工业2.7个百分点（全省规上工业
增长6.7%）."""

THAN_ALL = pattern(
    r"[，,](?:分别|均)?(?:(?P<more>快于|高于|高出|快过)|(?P<less>慢于|低于|落后于))(?P<all>全(?:国|省|市|区|县|州))(?:的?平均|整体|总体)?(?:水平|增速|增幅)?"
)
"""Between the rate of a part of a place and how far it lies from that of all the place: 高新区增长11.2%，高于全市2.6个百分点."""

THAN_BEFORE = pattern(
    r"[，,](?:增速|增幅)?[比较](?:上年|去年|上月|上季度|一季度|上半年|前三季度|前[二三四五六七八九十\d]{1,3}个?月|上年同期|去年同期)(?:全年)?的?(?:[（(](?:增长)?|增速为?)?"
)
QUICKENED = pattern(
    r"[）)]?(?:的增速)?(?:(?P<more>加快|提高|上升|扩大|回升|高)|(?P<less>回落|放缓|下降|收窄|低))了?"
)
"""Between a growth and that of an earlier time, and between that and how far they lie apart."""

POINTS = "pp"
OF_WHOM = 2
"""Letters by which a name is known: 农村 of 农村居民."""

MOST_BEFORE = 12


@dataclass(frozen=True, slots=True)
class Lag:
    """The rate that is higher, the one that is lower, and how far they lie apart: in points, or in percent where the text confuses the two."""

    higher: Figure
    lower: Figure
    apart: Figure

    @property
    def is_in_points(self) -> bool:
        return self.apart.statement.unit == POINTS


def lags(dossier: Dossier) -> Iterator[Lag]:
    """Those of every document whose two rates stand before them in the paragraph, each the only one of its name, or on either side of
    them."""
    for sentence in dossier.sentences():
        for one, apart, other in zip(sentence, sentence[1:], sentence[2:], strict=False):
            if _may_lie_between(apart) and _is_rate(one) and _is_rate(other):
                yield from _bracketed(one, apart, other)
            if _may_lie_between(other) and _is_rate(one) and _is_rate(apart):
                yield from _quickened(one, apart, other)
        for one, apart in pairwise(sentence):
            if apart.statement.unit == POINTS and _is_rate(one):
                yield from _from_all(one, apart, dossier)
    for apart in dossier.figures:
        if apart.statement.kind is not Kind.CHANGE or apart.statement.unit != POINTS:
            continue
        told = APART.search(apart.own_lead)
        if told is None:
            continue
        before = [one for one in dossier.around(apart) if one.end <= apart.start][-MOST_BEFORE:]
        rates = [one for one in before if _is_rate(one)]
        named = _named(told["one"], told["other"], rates, dossier)
        against = _named(told["other"], told["one"], rates, dossier)
        if named is not None and against is not None and named.statement.period == against.statement.period:
            yield Lag(named, against, apart) if told["more"] else Lag(against, named, apart)


def _from_all(one: Figure, apart: Figure, dossier: Dossier) -> Iterator[Lag]:
    """How far the rate of a part of a place lies from that of the place, where the document has told but one rate of that measure and time
    that is no such part's."""
    told = THAN_ALL.fullmatch(one.document.text, one.end, apart.start)
    if told is None or not PARTS_OF_PLACE.fullmatch(one.statement.subject or ""):
        return
    rates = [
        other
        for other in dossier.of_document(one)
        if other.end <= one.start
        and _is_rate(other)
        and other.topic.measure == one.topic.measure
        and other.statement.period == one.statement.period
        and other.statement.status is one.statement.status
        and not PARTS_OF_PLACE.fullmatch(other.statement.subject or "")
        and other.is_of_larger_place == told["all"].endswith("国")
    ]
    if len(rates) == 1:
        yield Lag(one, rates[0], apart) if told["more"] else Lag(rates[0], one, apart)


def _bracketed(one: Figure, apart: Figure, other: Figure) -> Iterator[Lag]:
    text = one.document.text
    further = FURTHER.fullmatch(text, one.end, apart.start)
    told = BRACKETED.fullmatch(text, apart.end, other.start)
    if further and told and told["other"].startswith(further["other"][:OF_WHOM]):
        yield Lag(one, other, apart) if further["more"] else Lag(other, one, apart)


def _quickened(now: Figure, before: Figure, apart: Figure) -> Iterator[Lag]:
    """A growth and by how much it is more than the one before: 增长6.8%，增速比上年同期（5.3%）加快1.5个百分点."""
    text = now.document.text
    told = QUICKENED.fullmatch(text, before.end, apart.start)
    if told and THAN_BEFORE.fullmatch(text, now.end, before.start):
        yield Lag(now, before, apart) if told["more"] else Lag(before, now, apart)


def _may_lie_between(figure: Figure) -> bool:
    return figure.statement.unit == POINTS or is_in_percent(figure)


def _is_rate(figure: Figure) -> bool:
    return figure.statement.kind is Kind.GROWTH and figure.statement.unit == "1"


def _named(words: str, against: str, rates: Sequence[Figure], dossier: Dossier) -> Figure | None:
    """The one rate whose name begins as `words` do, as far as that tells it from the other."""
    shared = next((at for at, (a, b) in enumerate(zip(words, against, strict=False)) if a != b), 0)
    begins = words[: max(shared + 1, OF_WHOM)]
    found = [one for one in rates if dossier.topics.words(one.statement).startswith(begins)]
    return found[0] if len(found) == 1 else None
