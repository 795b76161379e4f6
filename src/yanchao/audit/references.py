"""What the packs know of a figure: published figures of the same thing, of its country, and of the world."""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.audit.dossier import Dossier, Figure, counter, part_of_year, years
from yanchao.audit.messages import Words
from yanchao.audit.partners import is_with_partner
from yanchao.audit.topics import REGIONAL, plain
from yanchao.audit.wholes import own_share
from yanchao.interval import Interval
from yanchao.lexicon.entries import Reference
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass, pattern
from yanchao.statements.statement import Kind, Origin, Status

STEPS = 3
"""Published figures are taken to be exact to this many further digits than a text prints."""

NEAR_YEARS = 3
"""How far a total may lie from a figure's year and still bound it."""

OF_WHICH = pattern(r"其中")
SMALLER_PLACE = pattern(r"[全我本该](?:市|县|州|镇|园区|新区)")
COUNTRY, SAME = "156", 0.02
PART_OF_YEAR = pattern(r"\d{1,2}月|[一二三四]季度|[上下]半年|个月")
YEARLY = 1.25
"""By how much a total may grow in a year, at most."""

RATE_WORDS = frozenset(
    {"share", "value-added", "industrial-value-added", "industrial-value-added-above-scale"}
)
"""Measures under which a text may print a published share of value added."""


@dataclass(frozen=True, slots=True)
class Known:
    """A published figure, and the range in which a text's figure agrees with it."""

    reference: Reference
    range: Interval


def source_of(reference: Reference, lexicon: Lexicon) -> Words:
    """Who published a figure, and which edition it is of where that is not the first."""
    return Words(*lexicon.source_names(reference))


class References:
    """The packs' reference figures, looked up by measure and unit."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._lexicon = dossier.lexicon
        self._topics = dossier.topics
        self._found: dict[tuple[str, str, str | None], list[Reference]] = {}
        self._subjects: dict[int, str] = {}

    def of(self, measure: str, unit: str, region: str | None = None) -> list[Reference]:
        """All published figures of one measure in one unit, or those of one region only."""
        key = measure, counter(unit), region
        if key not in self._found:
            self._found[key] = [
                reference
                for reference in self._lexicon.published.of(measure, region)
                if counter(reference.unit) == key[1]
            ]
        return self._found[key]

    def totals(self, figure: Figure) -> Iterator[Known]:
        """The totals that a figure on record cannot pass: of the regions that hold its own, about its year.

        A total of a named product bounds only that product and its parts (汽车 bounds 新能源汽车).
        """
        year, region = figure.year, figure.topic.region
        if year is None or region is None or figure.statement.status is Status.TARGET:
            return
        if figure.is_of_larger_place or figure.is_told_as_change or self._is_of_smaller_place(figure):
            return
        if not self._adds_up(figure.topic.measure) or self._is_the_countrys(figure):
            return
        subject = figure.topic.subject
        for reference in self._around(figure.topic.measure, figure.statement.unit, region):
            if reference.subject is not None and self._subject(reference) not in subject:
                continue
            if reference.cluster is not None and reference.cluster != figure.topic.cluster:
                continue
            published = years(reference.period)
            if published is None or abs(published[0] - year) > NEAR_YEARS:
                continue
            slack = YEARLY ** abs(published[0] - year)
            yield Known(reference, Interval(0.0, float(reference.value) * slack))

    def _is_the_countrys(self, figure: Figure) -> bool:
        """Whether a figure that no word near it places was published for the country, in whatever year: a text on a city tells of both."""
        words = figure.statement.words("region")
        if (
            words is None
            or words.origin is not Origin.DOCUMENT
            or figure.topic.subject in ("全省", "全市", "全县")
        ):
            return False
        return any(
            abs(one.value - float(reference.value)) <= SAME * float(reference.value)
            for one in self._dossier.beside(figure)
            if one.topic == figure.topic
            for reference in self.of(figure.topic.measure, figure.statement.unit, COUNTRY)
            if reference.subject is None
        )

    def same(self, figure: Figure) -> Iterator[Known]:
        """What was published for the very thing: same measure, subject, region and period."""
        for reference in self._of_same_thing(figure):
            if figure.statement.period in (reference.period, f"{reference.period}-12-31"):
                value = float(reference.value)
                yield Known(reference, Interval(value, value))

    def earlier(self, figure: Figure, year: int) -> Iterator[Known]:
        """What was published for the same measure, subject and region in an earlier year, where figure is of a year."""
        if len(figure.statement.period or "") != 4:
            return
        for reference in self._of_same_thing(figure):
            if reference.period == str(year):
                value = float(reference.value)
                yield Known(reference, Interval(value, value))

    def of_region(self, measure: str, region: str | None, period: str | None) -> Reference | None:
        """The last published figure of a whole region."""
        found = [
            reference
            for unit in ("CNY", "person", "1")
            for reference in self.of(measure, unit, region or "")
            if reference.period == period and not reference.subject
        ]
        return found[-1] if found else None

    def _of_same_thing(self, figure: Figure) -> Iterator[Reference]:
        if not self._says_name(figure) or figure.is_of_larger_place:
            return
        if figure.is_told_as_change or figure.is_starting_point or self._has_share_of_itself(figure):
            return
        if self._is_of_smaller_place(figure) or self._is_part_of_another(figure):
            return
        if not self._is_placed_before(figure) or is_with_partner(figure) or _is_of_other_time(figure):
            return
        for reference in self.of(figure.topic.measure, figure.statement.unit, figure.topic.region or ""):
            subject = self._subject(reference)
            # A measure that names its industry itself (软件业务收入) needs no subject to be the cluster's.
            names_itself = reference.subject is None and reference.measure in REGIONAL
            if figure.topic.subject == subject or (names_itself and not figure.topic.subject):
                yield reference

    def _has_share_of_itself(self, figure: Figure) -> bool:
        """Whether it is told as a share of its own measure, and so is a part of it, whatever it was read as."""
        share = own_share(figure, self._dossier)
        of_what = self._topics.measure_in(plain(share.statement.base or "")) if share is not None else None
        return of_what is not None and of_what[0] == figure.topic.measure

    def _is_of_smaller_place(self, figure: Figure) -> bool:
        """Whether its sentence says 全市 or 全县 although it was read as a whole province's, which no municipality is."""
        region = self._lexicon.place(figure.topic.region)
        return (
            region is not None
            and region.level == "province"
            and not region.name.endswith("市")
            and SMALLER_PLACE.search(figure.document.text, figure.statement.sentence.start, figure.start)
            is not None
        )

    def _is_placed_before(self, figure: Figure) -> bool:
        """Whether the text has named the figure's place by then; a place that it names later says nothing of what came before."""
        words = figure.statement.words("region")
        region = self._lexicon.place(figure.topic.region)
        if words is None or words.origin is not Origin.DOCUMENT or region is None or words.end > words.start:
            return True
        before = f"{figure.document.title}\n{figure.document.text[: figure.start]}"
        return any(name in before for name in (region.name, *region.aliases))

    def _is_part_of_another(self, figure: Figure) -> bool:
        """Whether it stands behind 其中 as a part of what somebody else than the region has (229家开发区…15.7万亿元。其中：第二产业…)."""
        behind: Figure | None = None
        for other in reversed([one for one in self._dossier.around(figure) if one.end <= figure.start]):
            reach = figure.start if behind is None else behind.start
            between = figure.document.text[other.end : reach]
            if OF_WHICH.search(between):
                return bool(other.topic.subject)
            if between.count("。") > 0:
                return False
            behind = other
        return False

    def _subject(self, reference: Reference) -> str:
        """The subject of a reference, read as a text's words are read, so that both come out alike."""
        if reference.subject is None:
            return reference.cluster or ""
        if id(reference) not in self._subjects:
            measure = self._lexicon.measures.get(reference.measure)
            name = measure.name if measure is not None else ""
            self._subjects[id(reference)] = self._topics.split(reference.subject, name)[0]
        return self._subjects[id(reference)]

    def _says_name(self, figure: Figure) -> bool:
        """Whether the text's word for the measure is its name, longer or shorter: aliases may be kin only (户籍人口)."""
        word = figure.statement.measure or ""
        measure = self._lexicon.measures.get(figure.topic.measure)
        letters, name = set(word), set(measure.name) if measure is not None else set()
        return bool(letters and name) and (letters <= name or name <= letters)

    def _adds_up(self, measure: str) -> bool:
        """Whether a place has less of it than the larger place around it: not so for shares and figures per head."""
        listed = self._lexicon.measures.get(measure)
        return not measure.endswith("-per-capita") and (listed is None or listed.dimension != "share")

    def _around(self, measure: str, unit: str, region: str) -> Iterator[Reference]:
        """The figures of the regions that hold a region, the nearest first."""
        for holder in self._lexicon.around(region):
            yield from self.of(measure, unit, holder)


def _is_of_other_time(figure: Figure) -> bool:
    """Whether words of a part of a year stand between a figure and the words of its whole one (去年底…。1月份，产量…。销量72.9万辆)."""
    words = figure.statement.words("period")
    if (
        words is None
        or words.end <= words.start
        or part_of_year(figure.statement.period) not in ("", "-12-31")
    ):
        return False
    return PART_OF_YEAR.search(figure.document.text, words.end, max(words.end, figure.start)) is not None


def known_shares(dossier: Dossier) -> Iterator[tuple[Figure, Known]]:
    """Shares of value added that a text prints and a body has published for the same sector, region and year."""
    published: dict[tuple[str, str, str], Reference] = {
        (reference.subject or "", reference.region, reference.period): reference
        for reference in dossier.lexicon.published.of("share")
        if reference.unit == "1"
    }
    for figure in dossier.figures:
        statement = figure.statement
        if statement.kind is not Kind.SHARE or figure.topic.measure not in RATE_WORDS or not statement.base:
            continue
        if "工业" not in statement.base or statement.region is None or statement.period is None:
            continue
        reference = published.get(
            (dossier.topics.words(statement).removesuffix("增加值"), statement.region, statement.period)
        )
        if reference is not None and statement.status is not Status.TARGET:
            value = float(reference.value)
            yield figure, Known(reference, Interval(value, value))
