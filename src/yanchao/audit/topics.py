"""What a figure is about, in a form that can be looked up: the keys by which relations find their members.

Two statements can only be held against each other when they speak of the same thing. Where the border
between subject and measure falls is a matter of taste (广东 + 软件业务收入, 软件 + 业务收入), so both are read
together: the longest measure known to the packs that ends the words is the measure, the rest is the subject.
"""

from __future__ import annotations

from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import dataclass, pattern
from yanchao.statements.fold import folded_words
from yanchao.statements.statement import Kind, Statement

ABROAD = "外"
"""What makes the country and the rest of the world of 国内: 国内外游客."""

OWN_WORDS = pattern(r"(?:全|我|本|该)(?:国|省|市|区|县|州|自治区)")
"""What a region calls itself: it adds nothing to the statement's region."""

UNLISTED_PLACE = pattern(r"[\u4e00-\u9fff]{1,5}(?:自治州|(?<![城超门])市|县)")
"""The name of a place that no pack lists."""

PARTS_OF_PLACE = pattern(
    r"[\u4e00-\u9fff]{1,6}[区县市州镇园](?!值)|[两二三四五六七八九十\d]+(?:个)?[区县市州镇园地]"
)
"""Whoever is a part of a place, and tells nothing of what is measured: 高新区, 三区."""

TIME_WORDS = pattern(r"^(?:年末|年底|期末|全年|年内|截至年末|截至年底)")
"""Words of time before a subject (年末常住人口): the period says them."""

REASONING = pattern(r"^(?:以|据|由|照)?此(?:计算|测算|推算|折算)")
"""Words before a subject that say how its figure was come by (以此计算，人均地区生产总值)."""

GENERIC_ENDS = ("战略性新兴产业集群", "战略性支柱产业集群", "产业集群", "集群", "产业", "行业", "领域", "业")
"""Words at the end of a subject that do not change which industry it is, longest first."""

REGIONAL = frozenset(
    {
        "gdp",
        "gdp-per-capita",
        "retail-sales",
        "fiscal-revenue",
        "fiscal-spending",
        "trade",
        "exports",
        "imports",
        "population",
        "urbanisation",
        "life-expectancy",
        "rd-spending",
        "rd-intensity",
        "foreign-investment",
        "hitech-enterprises",
        "pct-applications",
        "software-revenue",
    }
)
"""Measures that are a region's own where no other subject is named. A bare 投资 or 产量 is that of something unsaid."""

STRUCTURAL = pattern(r"[\s“”\"'‘’《》()（）、的]+")


@dataclass(frozen=True, slots=True)
class Topic:
    """What is measured, of whom, where, in which unit. Period and status are not part of it.

    `measure` is a measure's id in the packs, or the text's own words; `subject` is a cluster's id, the empty
    string where the region itself is the subject, or the text's own words.
    """

    measure: str
    subject: str
    region: str | None
    cluster: str | None
    kind: Kind
    unit: str
    base: str | None
    qualifiers: frozenset[str]


class Topics:
    """Finds the topic of a statement by the names that the packs list. One is made per audit."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._measures = lexicon.measure_by_word
        self._longest_measure = max(map(len, self._measures), default=0)
        self._regions = lexicon.region_by_word
        self._names = {_folded(cluster.name): cluster.id for cluster in lexicon.clusters.values()}
        self._words: dict[tuple[str | None, str | None], str] = {}
        self._seen: dict[tuple[str | None, str | None, str | None], tuple[str, str]] = {}

    def of(self, statement: Statement) -> Topic:
        """The topic of one statement."""
        key = (statement.subject, statement.measure, statement.region)
        if key not in self._seen:
            self._seen[key] = self.split(statement.subject, statement.measure)
        subject, measure = self._seen[key]
        return Topic(
            measure=measure,
            subject=subject,
            region=statement.region,
            cluster=statement.cluster,
            kind=statement.kind,
            unit=statement.unit,
            base=plain(statement.base) if statement.base else None,
            qualifiers=statement.qualifiers,
        )

    def split(self, subject: str | None, measure: str | None) -> tuple[str, str]:
        """Subject and measure read together: who is measured (id or words), and what (id or words)."""
        owner = self._without_regions(plain(subject or ""))
        what = self._without_regions(plain(measure or ""))
        words = what if owner and owner in what else owner + what
        found = self.measure_in(words)
        if found is None:
            return self.subject_of(owner), what
        name, begins = found
        return self.subject_of(words[:begins]), name

    def measure_in(self, words: str) -> tuple[str, int] | None:
        """The longest listed measure that ends `words`, by id, and where it begins."""
        for length in range(min(self._longest_measure, len(words)), 0, -1):
            measure = self._measures.get(words[-length:])
            if measure is not None:
                return measure.id, len(words) - length
        return None

    def subject_of(self, words: str) -> str:
        """A cluster's id where the words are its own name (智能机器人产业), else the words without their generic end.

        Aliases do not count: 新能源汽车 belongs to the automotive cluster and is not the whole of it.
        """
        stem = words
        while True:
            cluster = self._names.get(_folded(stem))
            if cluster is not None:
                return cluster
            end = next((end for end in GENERIC_ENDS if stem.endswith(end) and len(stem) > len(end) + 1), None)
            if end is None:
                return stem
            stem = stem[: -len(end)]

    def words(self, statement: Statement) -> str:
        """Subject and measure as the text has them, read together, without the region's own name."""
        key = statement.subject, statement.measure
        if key not in self._words:
            owner = self._without_regions(plain(statement.subject or ""))
            what = self._without_regions(plain(statement.measure or ""))
            self._words[key] = what if owner and owner in what else owner + what
        return self._words[key]

    def is_definite(self, topic: Topic) -> bool:
        """Whether it is clear what is measured: a listed measure, and a subject, or a measure that regions have."""
        if topic.measure not in self._lexicon.measures:
            return False
        return bool(topic.subject) or topic.measure in REGIONAL

    def is_whole_cluster(self, topic: Topic) -> bool:
        """Whether the figure is the cluster's own, by its name or the core of it (石化 for 绿色石化), not a part's."""
        if topic.cluster is None:
            return False
        if topic.subject == topic.cluster:
            return True
        name = self._lexicon.clusters[topic.cluster].name
        return len(topic.subject) >= 2 and topic.subject in name

    def _without_regions(self, words: str) -> str:
        """The words without the region's own name at their beginning."""
        words = TIME_WORDS.sub("", REASONING.sub("", words))
        own = OWN_WORDS.match(words)
        if own:
            return words[own.end() :]
        for length in range(min(12, len(words)), 1, -1):
            if words[:length] in self._regions and not words.startswith(ABROAD, length):
                return words[length:].removeprefix("省").removeprefix("市")
        return words


def _folded(words: str) -> str:
    """A cluster's name however its joining word is written: 半导体与集成电路, 半导体及集成电路."""
    return words.replace("及", "与").replace("和", "与")


def plain(words: str) -> str:
    """The words in simplified characters, without blanks, quotation marks, brackets and 的."""
    return STRUCTURAL.sub("", folded_words(words))
