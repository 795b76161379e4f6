"""How far one rate lies from another that the paragraph tells too: 农村…增长6.8%；城镇…增长4.7%。农村居民收入增速快于城镇居民2.1个百分点.

Whose rates the two are, the clause says by the beginnings of their names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yanchao.audit.dossier import Dossier, Figure
from yanchao.quick import dataclass, pattern
from yanchao.statements.statement import Kind

APART = pattern(
    r"(?P<one>[^，,。；;、\d]{2,16}?)(?:的?(?:增速|增幅|增长率|名义增速|增长))?(?:继续|连续|持续|分别)?"
    r"(?:(?P<more>快于|高于|高出|快过)|(?P<less>慢于|低于|落后于))(?P<other>[^，,。；;、\d]{2,14}?)(?:的?(?:增速|增幅|增长率))?$"
)
"""The clause of how far two rates lie apart, up to the figure."""

OF_WHOM = 2
"""Letters by which a name is known: 农村 of 农村居民."""

MOST_BEFORE = 12


@dataclass(frozen=True, slots=True)
class Lag:
    """The rate that is higher, the one that is lower, and how far they lie apart."""

    higher: Figure
    lower: Figure
    apart: Figure


def lags(dossier: Dossier) -> Iterator[Lag]:
    """Those of every document whose two rates stand before them in the paragraph, each the only one of its name."""
    for apart in dossier.figures:
        if apart.statement.kind is not Kind.CHANGE or apart.statement.unit != "pp":
            continue
        told = APART.search(apart.own_lead)
        if told is None:
            continue
        before = [one for one in dossier.around(apart) if one.end <= apart.start][-MOST_BEFORE:]
        rates = [one for one in before if one.statement.kind is Kind.GROWTH and one.statement.unit == "1"]
        one = _named(told["one"], told["other"], rates, dossier)
        other = _named(told["other"], told["one"], rates, dossier)
        if one is not None and other is not None and one.statement.period == other.statement.period:
            yield Lag(one, other, apart) if told["more"] else Lag(other, one, apart)


def _named(words: str, against: str, rates: Sequence[Figure], dossier: Dossier) -> Figure | None:
    """The one rate whose name begins as `words` do, as far as that tells it from the other."""
    shared = next((at for at, (a, b) in enumerate(zip(words, against, strict=False)) if a != b), 0)
    begins = words[: max(shared + 1, OF_WHOM)]
    found = [one for one in rates if dossier.topics.words(one.statement).startswith(begins)]
    return found[0] if len(found) == 1 else None
