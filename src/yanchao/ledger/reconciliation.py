"""Statements become series: what is about the same thing meets, what disagrees stays side by side.

Three steps, each a plain function: `claims` turns the statements of one document into claims (a key, a time,
who says what); `observations` puts the claims of one key together, point by point; `reconcile` does both for
documents that fit into memory. The store does the same in a stream, with the sorting left to the database.

The rule of the house is precision: two names meet only where the packs or the rules of `keys.py` say that they
mean the same thing. A part never meets its whole, a real rate never a nominal one, a figure of the firms above
designated size never one of all firms.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from yanchao.interval import Interval
from yanchao.ledger.contradicting import told_apart
from yanchao.ledger.keys import name, name_en, named_by_lexicon, series_id
from yanchao.ledger.matching.decisions import NONE, Decisions, decided
from yanchao.ledger.matching.normal import normal, standing_name
from yanchao.ledger.members import Placed, members_apart
from yanchao.ledger.owning import Before, goes_on, of_its_document
from yanchao.ledger.periods import points
from yanchao.ledger.quoting import quoted
from yanchao.ledger.ranked import ranked
from yanchao.ledger.ranking import rank
from yanchao.ledger.series import Assertion, Observation, Series, SeriesKey
from yanchao.ledger.told import by_its_clause, by_what_is_done, told
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass, replace
from yanchao.statements.home import OWN_PLACE
from yanchao.statements.interval import interval
from yanchao.statements.statement import Extraction, Status

JUDGED_BY = 24
"""Assertions of a point that targets and tiers are judged by: the best of each source cited is among them."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement as the ledger takes it: which series, which point, who says it in which words.

    `number` is the statement's place in its document's list, `named` the key that its words have by the lexicon alone.
    """

    number: int
    key: SeriesKey
    period: str | None
    status: Status
    assertion: Assertion
    named: SeriesKey


def reconcile(
    extractions: Iterable[Extraction], lexicon: Lexicon, decisions: Decisions = NONE
) -> tuple[Series, ...]:
    """The series of all that the documents state; the order of the documents makes no difference."""
    together: dict[SeriesKey, list[Claim]] = {}
    for extraction in extractions:
        for claim in claims(extraction, lexicon, decisions):
            together.setdefault(claim.key, []).append(claim)
    found = (series(key, its_claims, lexicon) for key, its_claims in together.items())
    return tuple(sorted(found, key=series_order))


def claims(extraction: Extraction, lexicon: Lexicon, decisions: Decisions = NONE) -> Iterator[Claim]:
    """What each statement of one document claims, in order of place. A statement without a measure claims nothing."""
    document = extraction.document
    placed = members_apart(list(_placed(extraction, lexicon, decisions)), document.text)
    found = points([(each.statement, each.key) for each in placed], document.text)
    placed = told_apart(placed, found, document.text, lexicon)
    for each, (period, status) in zip(placed, found, strict=True):
        statement = each.statement
        if each.is_passed:  # on the way to the last, nobody says when
            period, status = None, Status.ACTUAL
        bounds = interval(statement.quantity)
        cited = lexicon.source_name(statement.source) if statement.source else None
        words = quoted(statement.start, statement.end, statement.sentence)
        # a list may have given a member its name: 城乡居民 is 城镇居民 first
        key = standing_name(each.key, lexicon)
        yield Claim(
            each.number,
            decided(key, key, decisions),
            period,
            status,
            Assertion(
                document=document.id,
                start=statement.start,
                end=statement.end,
                value=float(statement.value),
                low=bounds.low,
                high=bounds.high,
                comparator=statement.comparator,
                quote=document.text[words.start : words.end],
                cited=cited,
                vintage=document.published,
                rank=rank(document, cited),
                quote_start=words.start,
            ),
            each.named,
        )


def _placed(extraction: Extraction, lexicon: Lexicon, decisions: Decisions) -> Iterator[Placed]:
    """The statements that name a measure, each with the key that its words and its sentence give it."""
    text, before, last = extraction.document.text, Before(), None
    is_of_home = _is_of_home(extraction, lexicon)
    for number, read in enumerate(extraction.statements):
        statement, last = ranked(told(read, text), last, text, lexicon), read
        named = named_by_lexicon(statement, lexicon, of_home=is_of_home)
        if named is None:
            continue
        named = goes_on(named, before, statement, text, lexicon)
        before = before.then(named, statement)
        key, _ = normal(named, lexicon)
        key = by_its_clause(key, statement, text, lexicon)
        key = of_its_document(by_what_is_done(key, statement, text, lexicon), extraction.document.id)
        yield Placed(number, statement, decided(key, named, decisions), named)


def _is_of_home(extraction: Extraction, lexicon: Lexicon) -> bool:
    """Whether a document speaks of the packs' home: a cluster's figure without a place is then the home's. What a firm earns with
    robots, or another province says of its cars, is not; 全省 without any name of a place is."""
    found = {statement.region for statement in extraction.statements if statement.region is not None}
    if not found:
        return OWN_PLACE.search(extraction.document.text) is not None
    return lexicon.home is not None and any(lexicon.within(region, lexicon.home) for region in found)


def series(key: SeriesKey, its_claims: Iterable[Claim], lexicon: Lexicon) -> Series:
    """The series of one key from all claims about it."""
    return Series(
        series_id(key, lexicon), key, name(key, lexicon), name_en(key, lexicon), observations(its_claims)
    )


def observations(its_claims: Iterable[Claim]) -> tuple[Observation, ...]:
    """The points of one series: one for each period and status, with everyone who said something about it.

    Figures without a period are compared only with those said on the same day: two undated figures of
    different years are two points, not a disagreement.
    """
    ordered = sorted(its_claims, key=_point_order)
    groups = (list(group) for _, group in groupby(ordered, key=_point_order))
    return tuple(
        point(group[0].period, group[0].status, (claim.assertion for claim in group)) for group in groups
    )


def point(period: str | None, status: Status, said: Iterable[Assertion]) -> Observation:
    """One point from everyone's word for it, the best source first."""
    assertions = tuple(sorted(said, key=_best_first))
    best = assertions[0]
    return Observation(
        period=period,
        status=status,
        value=best.value,
        low=best.low,
        high=best.high,
        comparator=best.comparator,
        assertions=assertions,
        disputed=_disputed(assertions),
    )


def prominence(assertions: Sequence[Assertion]) -> list[int]:
    """The place of each assertion where only some can be shown, from 0.

    The best comes first, then the least and the greatest value, then the best of each source cited, then one of
    each other value, then the rest: a thousand copies of one figure do not hide the one that differs.
    """
    if len(assertions) == 1:
        return [0]
    values = [assertion.value for assertion in assertions]
    cited = {assertion.cited: place for place, assertion in reversed(list(enumerate(assertions)))}
    voices = set(cited.values())
    ends = (values.index(min(values)), values.index(max(values)))
    first = {value: place for place, value in reversed(list(enumerate(values)))}
    order = sorted(
        range(len(values)),
        key=lambda place: (
            place > 0,
            place not in ends,
            place not in voices,
            first[values[place]] != place,
            place,
        ),
    )
    places = [0] * len(order)
    for number, place in enumerate(order):
        places[place] = number
    return places


def short(point: Observation, most: int) -> Observation:
    """The point with no more than its `most` prominent assertions, which still stand best source first."""
    if len(point.assertions) <= most:
        return point
    places = prominence(point.assertions)
    kept = tuple(each for each, place in zip(point.assertions, places, strict=True) if place < most)
    return replace(point, assertions=kept, left_out=point.times - len(kept))


def series_order(series: Series) -> tuple[str, str, str, str]:
    """The order in which series are shown: by cluster, measure and subject."""
    return series.key.cluster or "~", series.key.measure, series.key.subject, series.id


def _point_order(claim: Claim) -> tuple[str, str, str]:
    vintage = claim.assertion.vintage
    undated = str(vintage or "") if claim.period is None else ""
    return claim.period or "~", str(claim.status), undated


def _best_first(assertion: Assertion) -> tuple[int, int, float, float, str, int]:
    """Best source first, then the latest word, then the one that says more; the rest settles the order for good.

    Of two bounds on one side the tighter says more: 超3万亿元 before 超7200亿元.
    """
    said = assertion.vintage.toordinal() if assertion.vintage else 0
    width = assertion.high - assertion.low
    slack = 0.0
    if math.isinf(width):
        slack = assertion.high if math.isinf(assertion.low) else -assertion.low
    return assertion.rank, -said, width, slack, assertion.document, assertion.start


def _disputed(assertions: tuple[Assertion, ...]) -> bool:
    """Whether some two intervals do not meet: on a line, exactly when the highest low is above the lowest high."""
    bounds = [Interval(assertion.low, assertion.high) for assertion in assertions]
    highest_low = max((bound.low for bound in bounds), default=-math.inf)
    lowest_high = min((bound.high for bound in bounds), default=math.inf)
    return highest_low > lowest_high
