"""What a ledger has on record for the figures of a draft: the same series, the same point, by sources that may speak.

The draft's figures are settled as a build would settle them (`keys.py`, `periods.py`), so that a figure meets a series
only where a build would have put it there. A few queries answer for all figures of all drafts together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from yanchao.audit.recorded import Absent, OnRecord, Recorded
from yanchao.errors import UsageError
from yanchao.interval import Interval
from yanchao.ledger.keys import series_id
from yanchao.ledger.ledger import Ledger
from yanchao.ledger.ranking import rank
from yanchao.ledger.reconciliation import Claim, claims
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass, pattern, replace
from yanchao.statements.statement import Comparator, Extraction, Kind, Status

KINDS = frozenset({Kind.LEVEL, Kind.SHARE, Kind.GROWTH, Kind.RANK})
"""What a later text may contradict. A change or a streak is counted from a day that few texts name."""

MOST = 64
"""Words for one point that are looked at: the most prominent."""

AROUND = 24
"""Characters of a source's own words shown on either side of its figure."""

YEAR = pattern(r"\d{4}")
STOPS = "。；！？\n"


def recall(
    extractions: Sequence[Extraction], lexicon: Lexicon, ledger: Ledger
) -> dict[tuple[str, int], OnRecord]:
    """What `ledger` has for each figure that names a measure, by document and place.

    A document that is in the ledger itself is not held against its own words.

    Raises:
        UsageError: where the ledger holds no figures at all.
    """
    if not ledger.holds_figures():
        raise UsageError(
            f"{ledger.directory}: its ledger holds no figures, so that nothing can be held against it"
        )
    drafted = [
        _Drafted(extraction, claim, series_id(claim.key, lexicon))
        for extraction in extractions
        for claim in claims(extraction, lexicon, ledger.decisions)
        if claim.key.kind in KINDS
    ]
    known = _Known(ledger, drafted)
    return {(one.extraction.document.uri, one.claim.assertion.start): known.of(one) for one in drafted}


@dataclass(frozen=True, slots=True)
class _Drafted:
    """A figure of a draft as a claim about a point of a series."""

    extraction: Extraction
    claim: Claim
    series: str

    @property
    def rank(self) -> int:
        return rank(self.extraction.document, self.claim.assertion.cited)


@dataclass(frozen=True, slots=True)
class _Word:
    """One assertion of the ledger, with whether its own words name the measure and its paragraph the period."""

    id: str
    rank: int
    is_sure: bool
    recorded: Recorded


class _Known:
    """What the ledger has for a set of figures, fetched at once."""

    def __init__(self, ledger: Ledger, drafted: Sequence[_Drafted]) -> None:
        wanted = sorted({one.series for one in drafted})
        self._points: defaultdict[str, set[tuple[str | None, str]]] = defaultdict(set)
        for series, period, status in ledger.each_row(POINTS, [wanted]):
            self._points[series].add((period, status))
        unmet = {one.claim.key for one in drafted if one.series not in self._points}
        names = sorted({(key.measure, key.subject) for key in unmet})
        kin = ledger.each_row(KIN, [[name[0] for name in names], [name[1] for name in names]])
        self._kin: defaultdict[tuple[str, str, str], list[tuple[str | None, tuple[str, ...]]]] = defaultdict(
            list
        )
        for measure, subject, kind, region, qualifiers in kin:
            self._kin[measure, subject, kind].append((region, tuple(qualifiers)))
        told = {
            (one.series, *point)
            for one in drafted
            for point in (_point(one.claim), _point_before(one.claim))
            if point is not None and point in self._points.get(one.series, ())
        }
        self._words = _words(ledger, sorted(told, key=str))

    def of(self, one: _Drafted) -> OnRecord:
        return replace(self._of(one), earlier=self._earlier(one))

    def _earlier(self, one: _Drafted) -> tuple[Recorded, ...]:
        """What the best sources say of the year before."""
        point = _point_before(one.claim)
        said = [] if point is None else self._words.get((one.series, *point), [])
        words = [word for word in said if word.id != one.extraction.document.id]
        return tuple(word.recorded for word in words if word.rank == words[0].rank and word.is_sure)

    def _of(self, one: _Drafted) -> OnRecord:
        claim = one.claim
        if claim.period is None:
            return OnRecord(absent=Absent.NO_PERIOD)
        points = self._points.get(one.series)
        if points is None:
            return OnRecord(absent=self._why_no_series(one))
        point = _point(claim)
        said = self._words.get((one.series, *point), ())
        words = [word for word in said if word.id != one.extraction.document.id]
        if said and not words:
            return OnRecord(absent=Absent.OWN_WORDS)
        if not words:
            other_status = any(period == claim.period and status != point[1] for period, status in points)
            return OnRecord(absent=Absent.OTHER_STATUS if other_status else Absent.OTHER_PERIOD)
        best = words[0].rank
        if one.rank < best:
            return OnRecord(absent=Absent.LOWER_RANK)
        sure = tuple(word.recorded for word in words if word.rank == best and word.is_sure)
        return OnRecord(sure) if sure else OnRecord(absent=Absent.UNSURE)

    def _why_no_series(self, one: _Drafted) -> Absent:
        key = one.claim.key
        kin = self._kin.get((key.measure, key.subject, str(key.kind)), ())
        if any(region == key.region and qualifiers != key.qualifiers for region, qualifiers in kin):
            return Absent.OTHER_FOOTING
        if any(region != key.region for region, _ in kin):
            return Absent.OTHER_REGION if key.region else Absent.NO_REGION
        return Absent.NO_SERIES


Point = tuple[str | None, str]
"""Period and status."""


def _point(claim: Claim) -> Point:
    return claim.period, str(claim.status)


def _point_before(claim: Claim) -> Point | None:
    """The same for the year before, which growth is worked out from."""
    period = claim.period or ""
    is_level = claim.key.kind is Kind.LEVEL and claim.status is Status.ACTUAL
    return (str(int(period) - 1), str(Status.ACTUAL)) if is_level and YEAR.fullmatch(period) else None


POINTS = "SELECT series, period, status FROM observations WHERE series IN (SELECT unnest(?::VARCHAR[]))"

KIN = """
    SELECT s.measure, s.subject, s.kind, s.region, s.qualifiers
    FROM series s JOIN (SELECT unnest(?::VARCHAR[]) AS measure, unnest(?::VARCHAR[]) AS subject) USING (measure, subject)
"""

WORDS = f"""
    WITH wanted AS (
        SELECT unnest(?::VARCHAR[]) AS series, unnest(?::VARCHAR[]) AS period, unnest(?::VARCHAR[]) AS status
    ),
    said AS (
        SELECT a.*, o.period, o.status, s.statement, s.kind, s.sentence_start
        FROM wanted JOIN observations o USING (series, period, status)
        JOIN assertions a USING (series, observation)
        LEFT JOIN statements s ON s.document = a.document AND s."start" = a."start"
        WHERE a.prominence < {MOST}
    ),
    sure AS (
        SELECT e.document, e.statement, bool_or(e.field = 'measure'
                AND (NOT e.inherited OR (said.kind = 'growth' AND e."start" >= said.sentence_start)))
            AND bool_or(e.field = 'period' AND NOT contains(d.text[e."end" + 1 : said."start"], chr(10))) AS is_sure
        FROM said JOIN evidence e USING (document, statement) JOIN documents d USING (document)
        GROUP BY ALL
    )
    SELECT said.series, said.period, said.status, said.document, d.uri, coalesce(d.title, d.uri), said.cited,
        said.vintage, said."start", said."end", said.quote, said.quote_start, said.value, said.low, said.high,
        said.comparator, said.rank, coalesce(is_sure, false)
    FROM said JOIN documents d USING (document) LEFT JOIN sure USING (document, statement)
    ORDER BY said.series, said.observation, said.assertion
"""  # noqa: S608 - the one number is ours


def _words(
    ledger: Ledger, wanted: Sequence[tuple[str, str | None, str]]
) -> Mapping[tuple[str, str | None, str], list[_Word]]:
    """What is said about each point that is wanted, best source first, the last said before what was said earlier."""
    found: defaultdict[tuple[str, str | None, str], list[_Word]] = defaultdict(list)
    if wanted:
        for row in ledger.each_row(WORDS, [list(column) for column in zip(*wanted, strict=True)]):
            found[row[0], row[1], row[2]].append(_word(row[3:]))
    return found


def _word(row: Sequence[Any]) -> _Word:
    (
        document,
        uri,
        title,
        cited,
        said_on,
        start,
        end,
        quote,
        quote_start,
        *numbers,
        comparator,
        its_rank,
        sure,
    ) = row
    value, low, high = numbers
    return _Word(
        document,
        its_rank,
        sure,
        Recorded(
            document=uri,
            title=title,
            cited=cited,
            said_on=said_on,
            start=start,
            end=end,
            printed="".join(quote[start - quote_start : end - quote_start].split()),
            words=_about(quote, start - quote_start, end - quote_start),
            value=value,
            range=Interval(low, high),
            stated=_stated(value, low, high, Comparator(comparator)),
        ),
    )


def _about(quote: str, start: int, end: int) -> str:
    """The words about a figure of a sentence, cut short on either side."""
    first = max(quote.rfind(mark, 0, start) + 1 for mark in STOPS)
    last = min((at for mark in STOPS if (at := quote.find(mark, end)) >= 0), default=len(quote))
    before, after = quote[max(first, start - AROUND) : start], quote[end : min(last, end + AROUND)]
    opened = "…" if start - AROUND > first else ""
    closed = "…" if end + AROUND < last else ""
    return opened + "".join(f"{before}{quote[start:end]}{after}".split()) + closed


def _stated(value: float, low: float, high: float, comparator: Comparator) -> Interval:
    """The number itself with its rounding, without its comparator: half a step is what the closed end leaves."""
    if comparator in (Comparator.MORE, Comparator.AT_LEAST):
        half = value - low
    elif comparator in (Comparator.LESS, Comparator.AT_MOST):
        half = high - value
    else:
        return Interval(low, high)
    return Interval(value - half, value + half)
