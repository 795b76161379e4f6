"""Which series a statement belongs to: names that mean the same thing meet, everything else stays apart.

Words are settled in this order, each step only where it is safe:

- the measure is the longest measure of the packs that the text's words end in, under its name or a word of
  `same.csv`; what stands before it (医疗器械 in 医疗器械产值) narrows the subject, so that a part never passes for
  its whole;
- 规上, 规模以上 and 限额以上 become a qualifier wherever they stand, 人均 another;
- the subject is a cluster only under that cluster's own name (alone, or with 产业, 集群, 行业 after it) or under an
  alias that its name ends in: 石化 is 绿色石化, but 工业机器人 is a part of 智能机器人 and keeps its own words;
- a subject that only names the place or the thing in general (全省, 该产业) is the cluster of its section, or the place.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path

from yanchao.ledger.attached import CURRENCY
from yanchao.ledger.comparing import at_constant_prices
from yanchao.ledger.series import NOBODY, SeriesKey, parts_of
from yanchao.ledger.universe import CHINA, is_said_of, universe
from yanchao.ledger.wording import any_of
from yanchao.lexicon.entries import Measure, Region
from yanchao.lexicon.lexicon import Lexicon
from yanchao.lexicon.tables import read_table
from yanchao.quick import dataclass, pattern
from yanchao.statements.statement import Kind, Statement

ABOVE_SCALE = pattern(r"规模以上|规上|限额以上|限上|^规模(?=工业)")
PER_CAPITA = pattern(r"(?:全体)?(?:常住)?(?:居民)?人均")
"""Everybody's average, whether or not the name says that people are meant: 居民人均消费支出 is 人均消费支出."""

A_HEAD = "人均"
EACH_ONES = pattern(A_HEAD)
INVESTED = pattern(r"(?<=投资)(?:总?额|总量|规模)$")
"""What an amount of investment is told with or without."""

BRACKETED = pattern(r"[(（][^()（）]{1,8}[)）]")
MARKED = pattern(r"\[[^\[\]]{1,4}\]")
LED_IN = pattern(
    r"^\[[^\[\]]{1,4}\](?=..)|^(?:\d{1,2}[-—–至~]\d{1,2}月份?|前[一二三四五六七八九十\d]{1,2}个?月|[一二三四]季度|前[三两]季度|上半年)的?(?=..)"
)
"""What a headline has before a name: a mark of its kind ([视频]), and the months of a year that the period says."""

SHARE = "share"
OF = "占"
"""What begins the words of a universe (占营收), which a reader took for an owner."""

SUMMED = pattern(r"(?<=..)累[计积]|^累[计积](?=..)|^累积$")
GENERAL = (
    "产业集群",
    "战略性产业集群",
    "集群",
    "产业",
    "行业",
    "该产业",
    "全行业",
    "该行业",
    "这一产业",
    "本产业",
)
ENDINGS = (
    "战略性新兴产业集群",
    "战略性支柱产业集群",
    "战略性产业集群",
    "产业集群",
    "集群",
    "产业",
    "行业",
    "领域",
    "工业",
)
PLACES = pattern(r"^(全省|我省|本省|全市|我市|本市|全国|我国|全区|我区|本区|全县|我县|本县)(?:的)?")
ALL_OF = pattern(r"^全[^国球年市省区县]$")
NEUTRAL = pattern(r"^(?:全年|年度|年|总|共|约)$|(?<=.)(?:总|年)$")
FILLERS = pattern(r"^[省市]?的?(?:[要将已共也都还拟总]$)?")
SECTOR = pattern(r"第[一二三]$")
NAMING = pattern(r"[^\W\d_]")
"""What a name has at least: a letter. A slash or a bracket that a reader took for one names nothing."""

OF_A_DOCUMENT = pattern(r"·[0-9a-f]{8}$")
"""The end of a subject that is known in its own document only (`owning.py`): part of a document's id, which tells a person nothing."""

COUNTED = "count"
SIZE = pattern(r"(?<=..)(?:总?规模|总量)$")
"""What adds nothing to a known amount. 数量 is not of these: the number of cars sold abroad grows otherwise than what is paid for them."""

WITH_WHOM = pattern(r"^[对与同向](?!外贸易)(?=..)|(?<=服务)贸易$")
"""What trade is told of with or without: 对东盟进出口, 服务贸易进出口."""

INSTALLED = frozenset({"installed-capacity", "generating-capacity"})
IN_ALL = pattern(r"(?<=..)(?:合计|共计|总计)$")
"""我国与东盟合计进出口, 进出口合计: what says only that all of it is told."""

STANDING = frozenset({"power"})
"""Dimensions of what stands once it is there, so that all that was ever added is what there is."""

FORMS = frozenset({"scale", "number"})
"""Measures whose words say only that there is an amount."""

AMOUNTS = frozenset({"money", "mass", "energy", "power", "area", "length"})
"""Dimensions of what has parts that a share can be of."""

FORMS_OF = {"scale": AMOUNTS | {"person"}, "area": frozenset({"area"}), "holdings": frozenset({COUNTED})}
"""Measures that say only how much there is, each with the dimensions of those that it adds nothing to."""

SUMMED_BEFORE = pattern(r"(?<=..)总$")
"""集装箱总吞吐量: what a reader left with the owner of a known measure."""

GENERATING = pattern(r"(?<=..)发电$")
"""可再生能源发电装机容量 is 可再生能源装机容量: what it is that stands, the measure says."""
COUNTY = ("县", "区", "旗")
"""What makes another place of a city's name (长沙县, 朝阳区): a county, which is a part of one."""

PROPER_ENDINGS = ("集团", "公司", "试验区", "大学", "研究院", "银行", "港", "机场", "示范区")
CONJUNCTION = pattern(r"[与和及、]")
WHOLE_ECONOMY = frozenset({"gdp", "population", "permanent-population", "fiscal-revenue", "retail-sales"})
SPLITTING = frozenset(
    {"above-scale", "annual-average", "constant-prices", "cumulative", "current-prices", "month-on-month"}
    | {"new", "per-capita", "since-start", "by-growth", "by-change"}
)
"""Qualifiers that change what is measured, and so split a series."""

SHARE_WORDS = ("比重", "比例", "率", "份额", "比", "强度")
SECTORS = {"第一产业": "primary sector", "第二产业": "secondary sector", "第三产业": "tertiary sector"}
KIND_NAMES = {
    Kind.SHARE: ("占比", "share"),
    Kind.GROWTH: ("增速", "growth"),
    Kind.CHANGE: ("变化", "change"),
    Kind.RANK: ("位次", "rank"),
    Kind.STREAK: ("连续", "consecutive periods"),
}
QUALIFIER_NAMES = {
    "above-scale": ("规模以上", "above designated size"),
    "annual-average": ("年均", "annual average"),
    "by-change": ("按增量", "by increment"),
    "by-growth": ("按增速", "by growth"),
    "constant-prices": ("可比价", "constant prices"),
    "cumulative": ("累计", "cumulative"),
    "current-prices": ("名义", "nominal"),
    "month-on-month": ("环比", "on the previous month"),
    "new": ("新增", "new"),
    "per-capita": ("人均", "per head"),
    "since-start": ("全期", "over the whole period"),
    "subset": ("其中", "of which"),
}


def named_by_lexicon(statement: Statement, lexicon: Lexicon, *, of_home: bool = True) -> SeriesKey | None:
    """The key that the words of a statement name as far as the packs know them; None where it does not say what it measures."""
    if not NAMING.search(statement.measure or ""):
        return None
    return by_lexicon(words_of(statement), lexicon, of_home=of_home)


@dataclass(frozen=True, slots=True)
class Words:
    """What a text (or a line of a pack) says about what it measures, before names are settled."""

    measure: str
    subject: str
    base: str | None
    cluster: str | None
    region: str | None
    kind: Kind
    unit: str
    qualifiers: frozenset[str] = frozenset()


def words_of(statement: Statement) -> Words:
    """What a statement says about what it measures."""
    return Words(
        measure=statement.measure or "",
        subject=statement.subject or "",
        base=statement.base,
        cluster=statement.cluster,
        region=statement.region,
        kind=statement.kind,
        unit=statement.unit,
        qualifiers=statement.qualifiers,
    )


def by_lexicon(words: Words, lexicon: Lexicon, *, of_home: bool = True) -> SeriesKey:
    """The key that these words name as far as the packs know them; a cluster's without a place is the home's where a text is `of_home`."""
    qualifiers = set(words.qualifiers & SPLITTING)
    measure, subject = _take_out(_fold(words.measure), _fold(words.subject), qualifiers, lexicon)
    if "cumulative" in qualifiers or words.kind is Kind.GROWTH:
        measure = SUMMED.sub("", measure)  # 累计流量增长5% is of the months that it is told of
    if words.kind is Kind.SHARE:
        measure = _turning().sub("", measure)
    measure, narrower = _settled(_without_place(measure, words.region, lexicon) or measure, lexicon)
    if measure in lexicon.measures and subject and _says_it_itself(subject, words.measure, measure, lexicon):
        subject = ""
    if measure in FORMS_OF and words.kind is not Kind.SHARE:
        whose = _settled(_without_place(subject, words.region, lexicon), lexicon)
        if whose[0] in lexicon.measures and lexicon.measures[whose[0]].dimension in FORMS_OF[measure]:
            (measure, narrower), subject = (
                whose,
                "",
            )  # 常住人口 + 规模 is 常住人口, 高标准农田 + 面积 is 高标准农田
    if measure == SHARE and words.base is None and _is_amount(subject, lexicon):
        measure, narrower = _measure(_without_place(subject, words.region, lexicon), lexicon)
        subject = ""  # 民间投资占比 is of 民间投资
    if words.kind is Kind.GROWTH and measure in at_constant_prices():
        qualifiers.discard("constant-prices")
    if measure in lexicon.measures:
        subject, narrower = SUMMED_BEFORE.sub("", subject), SUMMED_BEFORE.sub("", narrower)
    if words.kind is Kind.SHARE and ABOVE_SCALE.search(words.base or ""):
        qualifiers.discard("above-scale")  # what is a part of 规上工业 is above that size
    if measure in counted():
        subject = _without_place(subject, words.region, lexicon) or subject  # 我国与东盟
        subject, narrower = (IN_ALL.sub("", WITH_WHOM.sub("", own)) for own in (subject, narrower))
    if measure in lexicon.measures and lexicon.measures[measure].dimension in STANDING:
        qualifiers.discard("cumulative")  # 累计装机 is what stands
        subject, narrower = SUMMED.sub("", subject), SUMMED.sub("", narrower)
    if measure in INSTALLED:
        subject, narrower = GENERATING.sub("", subject), GENERATING.sub("", narrower)
    if "per-capita" in qualifiers and measure in lexicon.measures:
        each_ones = lexicon.measure_by_word.get(A_HEAD + lexicon.measures[measure].name)
        measure = each_ones.id if each_ones else measure  # 人均国内生产总值 has a name of its own
    if measure in lexicon.measures and EACH_ONES.search(lexicon.measures[measure].name):
        qualifiers.discard("per-capita")  # it is a head's by its name: 平均预期寿命 is 人均预期寿命
    subject = _subject(words, measure, narrower, subject, lexicon)
    if words.kind is Kind.LEVEL and measure in counted() and not CURRENCY.fullmatch(words.unit):
        measure = counted()[measure]
    if "subset" in words.qualifiers and subject in (words.cluster, words.region):
        qualifiers.add("subset")
    region = words.region
    if region is None and of_home and subject in lexicon.clusters:
        region = lexicon.home
    if region is None and subject.startswith(tuple(cue.text for cue in lexicon.cues_of("cross-province"))):
        region = CHINA  # 长三角地区: no one province's, with 全国 in its sentence or without
    return SeriesKey(
        measure=measure,
        subject=subject,
        region=region,
        cluster=words.cluster,
        kind=words.kind,
        unit=words.unit,
        base=_base(words, lexicon),
        qualifiers=tuple(sorted(qualifiers)),
    )


def series_id(key: SeriesKey, lexicon: Lexicon) -> str:
    """A readable id that is the same on every machine: cluster or place, measure, kind, and a hash of the key."""
    parts = [key.cluster or key.region or "", key.measure if key.measure in lexicon.measures else ""]
    parts.append(str(key.kind))
    slug = "-".join(part for part in parts if part and part.isascii())
    digest = hashlib.sha256(repr(parts_of(key)).encode()).hexdigest()[:10]
    return f"{re.sub(r'[^a-z0-9]+', '-', slug.lower()).strip('-')}-{digest}"


def name(key: SeriesKey, lexicon: Lexicon) -> str:
    """The name of a series in Chinese: 汽车 产量, 新能源汽车 产量增速, 广东省 工业增加值占比（占GDP）."""
    measure = lexicon.measures.get(key.measure)
    text = f"{_subject_name(key, lexicon, 0)} {measure.name if measure else key.measure}"
    kind = KIND_NAMES.get(key.kind, ("", ""))[0]
    text += "" if text.endswith(kind) or (key.kind is Kind.SHARE and text.endswith(SHARE_WORDS)) else kind
    return text + _notes(key, lexicon, 0)


def name_en(key: SeriesKey, lexicon: Lexicon) -> str:
    """The name of a series in English; words that no pack knows stay in Chinese."""
    measure = lexicon.measures.get(key.measure)
    text = f"{_subject_name(key, lexicon, 1)}: {measure.name_en if measure else key.measure}"
    kind = KIND_NAMES.get(key.kind, ("", ""))[1]
    return text + (f", {kind}" if kind else "") + _notes(key, lexicon, 1)


def _fold(words: str | None) -> str:
    if not words:
        return ""
    name = "".join(words.split())
    while (shorter := LED_IN.sub("", name)) != name:
        name = shorter
    return "" if MARKED.fullmatch(name) else name


def _says_it_itself(subject: str, said: str, measure: str, lexicon: Lexicon) -> bool:
    """Whether an owner is a part of the measure's own name, or the name once more: 城乡居民的收入 + 倍差, 居民消费价格指数 + CPI."""
    whole = f"{subject}{said}".replace("的", "")
    known = lexicon.measure_by_word.get(whole)
    if known is not None and known.id == measure and is_same(whole, known):
        return True
    return subject in (lexicon.measures[measure].name, *_same_words().get(measure, ()))


def _take_out(measure: str, subject: str, qualifiers: set[str], lexicon: Lexicon) -> tuple[str, str]:
    """The words without 规模以上 and 人均, which go to the qualifiers."""
    if ABOVE_SCALE.search(measure + subject):
        qualifiers.add("above-scale")
        measure, subject = ABOVE_SCALE.sub("", measure), ABOVE_SCALE.sub("", subject)
    if PER_CAPITA.search(measure) and not _ends_in_each_ones(_leads_on().sub("", measure), lexicon):
        qualifiers.add("per-capita")
        measure = PER_CAPITA.sub("", measure)
    return measure, subject


def _ends_in_each_ones(words: str, lexicon: Lexicon) -> bool:
    """Whether the words end in a measure of the packs that is everybody's average by its name: 人均可支配收入."""
    ends = (words[start:] for start in range(len(words)))
    return any(EACH_ONES.search(end) and end in lexicon.measure_by_word for end in ends)


def _settled(words: str, lexicon: Lexicon) -> tuple[str, str]:
    """The same as `_measure` gives of the words, or of them without what says only “amount” (出口规模), what leads on to a figure and a short
    form in brackets (CPI)."""
    for amount in (SIZE, _of_number()):
        known = _measure(amount.sub("", words), lexicon)
        measure = lexicon.measures.get(known[0])
        if measure is not None and (
            measure.dimension == COUNTED if amount is not SIZE else measure.id not in FORMS
        ):
            return known
    known = _measure(words, lexicon)
    if known[0] in lexicon.measures:
        return known
    shorter = _leads_on().sub("", words)
    known = _measure(BRACKETED.sub("", shorter), lexicon)
    return known if known[0] in lexicon.measures else _measure(shorter, lexicon)


def _measure(words: str, lexicon: Lexicon) -> tuple[str, str]:
    """The measure's id (or the words themselves) and the words before it, which narrow the subject.

    A word that the packs recognise without its meaning exactly the measure (税收收入) is a measure of its own.
    """
    known = lexicon.measure_by_word.get(words)
    if known is not None and not is_same(words, known):
        return words, ""
    longest = None
    for start in range(len(words)):
        measure = lexicon.measure_by_word.get(words[start:])
        longest = longest or measure
        if measure is None or not is_same(words[start:], measure) or SECTOR.search(words[:start]):
            continue
        if measure is not longest:
            return words, ""  # a longer word ends here too, and is about something else
        narrower = NEUTRAL.sub("", words[:start])
        if narrower and measure.dimension == COUNTED:
            return words, ""  # 专精特新企业 are things of their own kind, counted under their own name
        return measure.id, narrower
    return words, ""


@dataclass(frozen=True, slots=True)
class CountedLine:
    """A line of `counted.csv`."""

    measure: str
    counted: str


@cache
def counted() -> dict[str, str]:
    """Measures of money by their ids, and what each is called where things are counted."""
    lines = read_table(Path(__file__).with_name("counted.csv"), CountedLine)
    return {line.measure: line.counted for line in lines}


def _is_amount(words: str, lexicon: Lexicon) -> bool:
    """Whether the words end in something that has an amount, of which there can be a share: 民间投资, 水产品产量."""
    ends = (lexicon.measure_by_word.get(words[start:]) for start in range(len(words)))
    return not words.startswith(OF) and any(
        measure is not None and measure.dimension in AMOUNTS for measure in ends
    )


@cache
def _of_number() -> re.Pattern[str]:
    """What says only that things are counted."""
    return pattern(f"(?<=..){any_of('amount')}$")


@cache
def _turning() -> re.Pattern[str]:
    """What stands behind the name of a rate and says how it turned; of an amount it may be what is told (耕地减少100亩)."""
    return pattern(rf"(?<=..)(?:{any_of('turning')})+$")


@cache
def _leads_on() -> re.Pattern[str]:
    """What stands behind a name and leads on to its figure: verbs, and the year from which it sets out."""
    return pattern(rf"(?<=..)(?:{any_of('ending')}+|[从由](?:\d{{4}}年|.{{0,4}}初期|最初|当初|起初|原来).*)$")


def is_same(word: str, measure: Measure) -> bool:
    """Whether the word means exactly the measure."""
    return word == measure.name or word in _same_words().get(measure.id, ())


@dataclass(frozen=True, slots=True)
class SameWords:
    """A line of `same.csv`: a measure and the words that mean exactly it."""

    measure: str
    words: tuple[str, ...]


@cache
def _same_words() -> dict[str, tuple[str, ...]]:
    lines = read_table(Path(__file__).with_name("same.csv"), SameWords)
    return {line.measure: line.words for line in lines}


def _subject(words: Words, measure: str, narrower: str, subject: str, lexicon: Lexicon) -> str:
    narrower = _without_place(narrower, words.region, lexicon)
    own = _without_place(subject, words.region, lexicon)
    if narrower and narrower not in own:
        own = narrower if not own or own in GENERAL else f"{own}·{narrower}"
    whole = _cluster(own, lexicon)
    if whole is not None:
        return whole
    if not own or own in GENERAL:
        if words.cluster is not None and measure not in WHOLE_ECONOMY:
            return words.cluster
        return words.region or own or subject or NOBODY
    return own


def _without_place(words: str, region: str | None, lexicon: Lexicon) -> str:
    """The words without the place in front whose figure it is: 广东石化行业 in Guangdong is about 石化行业.

    A name that begins with a place (广东自贸试验区) keeps it, and so does a place that the figure is not about.
    """
    own = lexicon.place(region)
    general = PLACES.match(words)
    if general:
        is_its_own = own is None or is_said_of(general[1], own)
        return _without_place(words[general.end() :], region, lexicon) if is_its_own else words
    if own is not None and ALL_OF.match(words) and words[1] in own.name:
        return words[2:]  # 全疆 is Xinjiang
    for length in range(min(len(words), 12), 1, -1):
        place = lexicon.region_by_word.get(words[:length])
        if (place is not None and place.code == region) or _is_called(own, words[:length]):
            rest = FILLERS.sub("", words[length:])
            is_its_own = words[:length] in lexicon.parts or rest in COUNTY
            if is_its_own or rest.endswith(PROPER_ENDINGS):
                return words
            return _without_place(rest, region, lexicon)  # 中国国内出游 is 国内出游 of the same place
    return words


def _is_called(place: Region | None, words: str) -> bool:
    """Whether the words are the place's name, or that of a county without its last word: 海棠 of 海棠区."""
    if place is None or words == place.name:
        return place is not None
    return place.level == "county" and len(words) > 1 and words == place.name.rstrip("县区旗市")


def _bare(words: str) -> str:
    """A cluster's name without what texts put behind it, and with one word for 及, 和, 与 and 、."""
    return CONJUNCTION.sub("与", without_ending(words))


def without_ending(words: str) -> str:
    """A cluster's name without what texts put behind it: 产业集群, 行业."""
    ending = next((it for it in ENDINGS if words.endswith(it) and len(words) > len(it)), "")
    return words.removesuffix(ending)


def _base(words: Words, lexicon: Lexicon) -> str | None:
    return universe(_fold(words.base), words.region, lexicon) or None


def _subject_name(key: SeriesKey, lexicon: Lexicon, language: int) -> str:
    subject, _, part = OF_A_DOCUMENT.sub("", key.subject).partition("·")
    cluster, region = lexicon.clusters.get(subject), lexicon.place(subject)
    entry = cluster or region
    label = subject if entry is None else (entry.name, entry.name_en)[language]
    if language and entry is None:
        listed = lexicon.entity_by_name.get(subject)
        label = SECTORS.get(subject) or (listed and listed.name_en) or subject
    if language and part:
        part = SECTORS.get(part) or re.sub(r"第(\d+)项", r"item \1", part)
    return f"{label}·{part}" if part else label


def _notes(key: SeriesKey, lexicon: Lexicon, language: int) -> str:
    notes = [QUALIFIER_NAMES[qualifier][language] for qualifier in key.qualifiers]
    if OF_A_DOCUMENT.search(key.subject):
        notes.append(("仅一份文件", "of one document alone")[language])
    if key.base:
        region = lexicon.place(key.base)
        base = key.base if region is None else (region.name, region.name_en)[language]
        notes.append((f"占{base}", f"of {base}")[language] if key.kind is Kind.SHARE else base)
    if key.region and key.region not in (key.subject.partition("·")[0], lexicon.home):
        region = lexicon.place(key.region)
        notes.append(key.region if region is None else (region.name, region.name_en)[language])
    if not notes:
        return ""
    return (f"（{'，'.join(notes)}）", f" ({', '.join(notes)})")[language]


def _cluster(words: str, lexicon: Lexicon) -> str | None:
    """The cluster that the words name as a whole, or None where they name a part of one or something else."""
    for candidate in (words, _bare(words)):
        cluster = lexicon.cluster_by_word.get(candidate)
        if cluster is not None and _is_whole(_bare(cluster.name), _bare(words)):
            return cluster.id
    return None


def _is_whole(full: str, alias: str) -> bool:
    """Whether an alias only drops an attribute from the front of the name, and no member of a list."""
    return full == alias or (full.endswith(alias) and "与" not in full[: -len(alias)])
