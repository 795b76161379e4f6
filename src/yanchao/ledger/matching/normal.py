"""The sure steps: what a series is called, with everything taken away that changes nothing about what is measured.

Two names meet where they come to the same. Each step is one small function with a reason that people can read, so that a key
can be explained; none looks at any other series. That is what makes a join hold whatever else a ledger holds: documents may
come and go, and no third name can carry two others together. What needs a second name to be judged is doubtful, and left to
a person (`likeness.py`).

No step touches region, kind or qualifiers: a real rate stays apart from a nominal one, 规模以上 from all, new from cumulative. Of
units only the word changes by which the same things are counted (`counters.py`). No step takes a word away that could make a part
of a whole (并网装机 stays apart from 装机).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

from yanchao.ledger.comparing import at_constant_prices
from yanchao.ledger.keys import BRACKETED, INVESTED, OF, SHARE, Words, by_lexicon, is_same
from yanchao.ledger.matching.counters import one_counter
from yanchao.ledger.matching.indicators import Named, named, said_anywhere, standing, standing_words
from yanchao.ledger.matching.lent import not_lent
from yanchao.ledger.series import NOBODY, SeriesKey
from yanchao.ledger.universe import universe
from yanchao.ledger.wording import any_of, words
from yanchao.lexicon.lexicon import Lexicon
from yanchao.lexicon.tables import read_table
from yanchao.quick import dataclass, pattern, replace
from yanchao.statements.statement import Kind

QUOTING = "“”\"'‘’「」『』 \u3000"
QUOTES = pattern(f"[{QUOTING}]+")
IN_ALL_DONE = pattern(
    r"(?<=..)全年(?=..)|(?<=..)共(?=(?:发送|处理|开行|查验|接待|运送|到发|清理|监管|受理)..)"
)
"""铁路共发送旅客: what is done is told with or without it."""

TOLD_OF = pattern(r"反映[^·]*的(?=..)")
"""反映贸易往来的省际贸易: what a thing tells of, before its name."""

MENDING = pattern(r"[改扩]")
"""新建改造公厕 and 改造公厕 are 公厕; 建设用地 is not 用地."""

ANNOUNCED = pattern(r"^.*：(?=..)")
AND = pattern(r"以及|及其|(?<![参给赋授])与|(?<![普涉触波遍以惠提危顾累殃埃])及(?!格)")
CLUSTER_OF_INDUSTRY = pattern(r"(?<=产业)集群$")
SO_MANY = pattern(r"(?<=..)[一二三四五六七八九十\d]{1,2}大(?:特色|优势|主导|支柱)?产业$")
TRADE = pattern(r"(?<=..)(?<![银业])行业$")
ALL_INDUSTRY = pattern(r"(?:规模以上|全部)?工业")
"""What an industry's share is of as offices tell it: of value added, where no other measure is named."""

INDUSTRY = pattern(r"业$|经济$")
REST = pattern(r"等(?![级离候待效])")
EXAMPLES = pattern(
    r"^.{2,}(?<![同相均优高中初劣特上下二一三头平此])等(?![级离候待效教专院额式量])(?:各类|各种)?"
)
ALL = pattern(r"(?:全部|所有)(?P<kind>..+)")
MONEY = "CNY"
THROUGHPUT = "throughput"
THROUGHPUTS = pattern(r"年?(?:货物)?吞吐量$")
HANDLED = {"TEU": "集装箱", "visit": "旅客"}
"""What goes through a port or an airport, by the unit that it is told in."""

RESEARCH, INTENSITY = "rd-spending", "rd-intensity"
NUMBER = "数量"
FIRMS = "企业"
COUNT = "number"
COUNTED_BY = pattern(r"[人天]数$")
"""What things are counted by, and no name without: 参保人数, 优良天数."""

ANY = ("…",)
"""What begins the subjects of a line that is of whoever's figure it is, by the ends of their names."""

LED_ON = pattern(r"(?<=..)(?:(?<![榜位元])首|[略仅约已均共]|合计|共计|总计|最终核实|记者|的)$")
"""What stands before a figure and is no part of the name."""

FROM_FIGURE = pattern(r"(?<=..)[从由][0-9.]+[^0-9]{0,4}$")
"""The figure that something rises from, which a reader took for a part of its name: 受教育年限从9.6年."""

LONG_ENOUGH = 4
LEAST = 2
"""Characters that must be left of a name."""


@dataclass(frozen=True, slots=True)
class Step:
    """One sure step: a word for the reason, what it means in both languages, and what it makes of a key.

    `of_words` says that it changes words of the text's own alone, so that it has nothing to do where the packs know all;
    `signs` are characters of which one must be in them, for a step that is worth asking first.
    """

    reason: str
    meaning: str
    meaning_en: str
    take: Callable[[SeriesKey, Lexicon], SeriesKey]
    of_words: bool = True
    signs: str = ""


@dataclass(frozen=True, slots=True)
class Composed:
    """A line of `composed.csv`."""

    measure: str
    of: str
    subject: tuple[str, ...]
    only: str | None


@dataclass(frozen=True, slots=True)
class Grown:
    """A line of `grown.csv`."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A line of `abbreviations.csv`."""

    short: str
    long: str


def settle(words: Words, lexicon: Lexicon) -> SeriesKey:
    """The key that these words name: by the lexicon, then by what says the same for sure."""
    return normal(by_lexicon(words, lexicon), lexicon)[0]


def named_by(word: str, lexicon: Lexicon) -> Named:
    """Measure and subject of the series that a place's texts call so: 一产增加值 is value added, and the subject 第一产业."""
    return named(normal(said_anywhere(word, "", MONEY, lexicon), lexicon)[0])


def normal(key: SeriesKey, lexicon: Lexicon) -> tuple[SeriesKey, tuple[str, ...]]:
    """What the key comes to by all steps, and the reasons of those that changed it."""
    return _taken(key, lexicon, STEPS)


def _taken(key: SeriesKey, lexicon: Lexicon, steps: Sequence[Step]) -> tuple[SeriesKey, tuple[str, ...]]:
    reasons = []
    is_known = (
        key.measure in lexicon.measures and _is_settled(key.subject, lexicon) and "·" not in key.subject
    )
    characters = set(key.measure + key.subject)
    for step in steps:
        if step.of_words and (is_known or (step.signs and characters.isdisjoint(step.signs))):
            continue
        taken = step.take(key, lexicon)
        if taken is not key:
            key = taken
            reasons.append(step.reason)
    return key, tuple(reasons)


def _unquoted(key: SeriesKey, lexicon: Lexicon) -> SeriesKey:
    return _worded(key, lexicon, lambda name: QUOTES.sub("", name))


def _not_announced(key: SeriesKey, lexicon: Lexicon) -> SeriesKey:
    """A name without the words that announce it: 主要预期目标是：充电桩 is 充电桩."""
    return _worded(key, lexicon, lambda name: ANNOUNCED.sub("", name))


def _unbracketed(key: SeriesKey, lexicon: Lexicon) -> SeriesKey:
    return _worded(key, lexicon, lambda name: BRACKETED.sub("", name))


def _in_full(key: SeriesKey, lexicon: Lexicon) -> SeriesKey:
    return _worded(key, lexicon, _written_out)


def _written_out(name: str) -> str:
    """Only where a name begins or ends with it: 提高企业效益 has no 高企 in it."""
    short = _short().search(name)
    if short is None:
        return name
    long = _abbreviations()[short[0]]
    whole = name[: short.start()] + long + name[short.end() :]
    return name if short[0] in long and (name.startswith(long) or name.endswith(long)) else whole


def _one_and(key: SeriesKey, lexicon: Lexicon) -> SeriesKey:
    return _worded(key, lexicon, _joined_by_one_word)


def _joined_by_one_word(name: str) -> str:
    """甲、乙和丙: 、 between members, 和 before the last."""
    name = AND.sub("、", name)
    first, mark, last = name.rpartition("、")
    return f"{first}和{last}" if mark and "和" not in last else name


def _no_action(key: SeriesKey, lexicon: Lexicon) -> SeriesKey:
    """A subject that tells what is done (深入实施某工程) or how well (扎扎实实), all or the rest of it (等工程), is nobody: the figure is the
    place's, or the cluster's."""
    told_of = TOLD_OF.match(key.subject)
    if told_of is not None:
        return replace(key, subject=key.subject[told_of.end() :])
    if (
        key.region is None
        or _is_settled(key.subject, lexicon)
        or not (
            _begins_with("opening").match(key.subject)
            or _begins_with("urging").fullmatch(key.subject)
            or REST.match(key.subject)
        )
    ):
        return key
    return replace(key, subject=key.cluster or key.region)


def _not_eased(key: SeriesKey, lexicon: Lexicon) -> SeriesKey:
    return _worded(key, lexicon, _eased)


def _not_led_on(key: SeriesKey, lexicon: Lexicon) -> SeriesKey:
    """A name without the adverb before its figure: 加权平均利率略低于3%, 油气产量首超4亿吨."""
    if key.measure in lexicon.measures:
        return key
    return _with(key, _changed(key.measure, lambda name: LED_ON.sub("", name)), key.subject)


def _no_building(key: SeriesKey, lexicon: Lexicon) -> SeriesKey:
    """新建农村公路 is 农村公路 where a length or a number of it is told: what stands afterwards."""
    if key.kind is not Kind.LEVEL or key.measure in lexicon.measures:
        return key
    rest = _building().sub("", key.measure)
    shortest = LEAST if MENDING.search(key.measure[: -len(rest)] if rest else "") else LEAST + 1
    if len(rest) < shortest or rest in words("bare"):
        return key
    return _with(key, rest, key.subject)


def _no_amount(key: SeriesKey, lexicon: Lexicon) -> SeriesKey:
    """企业数 is 企业 where they are counted or ranked by their number, read in one or apart; 装机规模 is 装机 as the subject of a share."""
    if key.measure == COUNT and key.kind is Kind.LEVEL and not _is_settled(key.subject, lexicon):
        return replace(key, measure=key.subject, subject=key.cluster or key.region or NOBODY)
    measure, subject = key.measure, key.subject
    counted = key.unit.startswith("count") or key.unit in ("person", "visit") or key.kind is Kind.RANK
    if counted and measure not in lexicon.measures:
        measure = _shortened(measure)
    elif key.kind is Kind.GROWTH and measure.endswith(NUMBER) and measure not in lexicon.measures:
        measure = _shortened(measure)  # of things without a price: 科技成果数量增长5%
    if key.kind is Kind.SHARE:
        subject = _of_words(subject, lexicon, _shortened)
    return _with(key, measure, subject)


def _shortened(name: str) -> str:
    if COUNTED_BY.search(name):
        return name
    for amount in words("amount"):
        if name.endswith(amount) and len(name) > len(amount) + LEAST:
            return name[: -len(amount)]
    return name


def _of_no_year(key: SeriesKey, lexicon: Lexicon) -> SeriesKey:
    return _worded(key, lexicon, lambda name: _begins_with("yearly").sub("", name))


def _of_what_is_handled(key: SeriesKey, _: Lexicon) -> SeriesKey:
    """上海港吞吐量 in standard containers is 上海港集装箱吞吐量, and an airport's in visits 旅客吞吐量."""
    what = HANDLED.get(key.unit)
    if what is None or what in key.measure + key.subject:
        return key
    if key.measure == THROUGHPUT:
        return replace(key, subject=f"{'' if key.subject == key.region else key.subject}{what}")
    return _with(key, THROUGHPUTS.sub(f"{what}吞吐量", key.measure), key.subject)


def _of_money_spent(key: SeriesKey, lexicon: Lexicon) -> SeriesKey:
    """工业投资额 is 工业投资."""
    if key.measure in lexicon.measures:
        return key
    return _with(
        key,
        _changed(key.measure, lambda name: INVESTED.sub("", name) if len(name) > LONG_ENOUGH else name),
        key.subject,
    )


def _not_urged(key: SeriesKey, lexicon: Lexicon) -> SeriesKey:
    return _worded(key, lexicon, lambda name: _begins_with("urging").sub("", name))


def _no_examples(key: SeriesKey, lexicon: Lexicon) -> SeriesKey:
    """污水等地下管网 is 地下管网: what is named before 等 are examples of what is told."""
    if key.measure in lexicon.measures:
        return key
    return _with(key, _changed(key.measure, _without_examples), key.subject)


def _without_examples(name: str) -> str:
    head = name[match.end() :] if (match := EXAMPLES.match(name)) else name
    is_of_a_kind = _is_bare_at_an_end().search(head) is None and len(head) >= LONG_ENOUGH
    return head if is_of_a_kind else name


def _no_cluster_of_industry(key: SeriesKey, lexicon: Lexicon) -> SeriesKey:
    """未来产业集群 is 未来产业, 建材行业 is 建材业, and 茶果八大产业 is 茶果."""
    return _worded(
        key, lexicon, lambda name: SO_MANY.sub("", TRADE.sub("业", CLUSTER_OF_INDUSTRY.sub("", name)))
    )


def _of_its_base(key: SeriesKey, lexicon: Lexicon) -> SeriesKey:
    """占规上工业增加值比重 of a value added is 占规上工业比重: a share is of the same measure as its part."""
    base = key.base
    if base is None or lexicon.place(base):
        return key
    base = QUOTES.sub("", _written_out(base))
    base = standing_words().get(base, base)
    measure = lexicon.measures.get(key.measure)
    known = lexicon.measure_by_word.get(base)
    if measure is not None:
        for word in (measure.name, *measure.aliases):
            if base.endswith(word) and len(base) >= len(word) + LEAST:
                base = base[: -len(word)]
                break
    if measure is not None and base in (measure.name, *measure.aliases) and key.region is not None:
        return replace(key, base=key.region)  # 占进出口总值 is 占全国进出口总值 of a figure of the nation
    if base == key.base and known is not None:
        base = known.name
    base = universe(base, key.region, lexicon)
    return key if base == key.base else replace(key, base=base)


def _of_the_share(key: SeriesKey, lexicon: Lexicon) -> SeriesKey:
    """战略性新兴产业占规上工业增加值比重 is a share of value added, and an industry's 占地区生产总值比重 as well."""
    said = key.base
    if key.kind is not Kind.SHARE or said is None:
        return key
    if key.measure not in lexicon.measures and key.subject == key.region and INDUSTRY.search(key.measure):
        key = replace(key, measure=SHARE, subject=key.measure)
    if key.measure != SHARE:
        return key
    base = QUOTES.sub("", _written_out(said))
    measure = lexicon.measure_by_word.get(base)
    if measure is not None and measure.id == "gdp" and INDUSTRY.search(key.subject):
        return replace(key, measure="value-added", base=measure.name)
    if ALL_INDUSTRY.fullmatch(base) and INDUSTRY.search(key.subject):
        return replace(key, measure="value-added")
    for start in range(len(base) - LEAST, LEAST - 1, -1):
        part = lexicon.measure_by_word.get(base[start:])
        if part is not None and part.name == base[start:] and part.dimension == "money":
            return replace(key, measure=part.id, base=universe(base[:start], key.region, lexicon))
    return key


def _of_all(key: SeriesKey, lexicon: Lexicon) -> SeriesKey:
    """民间投资占全部投资比重 is 民间投资占比: where nothing else is said, a share is of all of its kind."""
    if key.kind is not Kind.SHARE:
        return key
    whole = ALL.fullmatch(key.base or "")
    if whole is None:
        return key
    known = lexicon.measure_by_word.get(whole["kind"])
    is_its_kind = key.measure.endswith(whole["kind"]) or (known is not None and key.measure == known.id)
    return replace(key, base=None) if is_its_kind else key


def _composed(key: SeriesKey, _: Lexicon) -> SeriesKey:
    """工业企业 + 增加值 is 工业增加值 of the place."""
    for line in _compositions().get(key.measure, ()):
        if line.subject[:1] == ANY and key.subject.endswith(line.subject[1:] or ""):
            return replace(key, measure=line.measure)
        if key.region is None:
            continue
        whose = line.subject or (key.region,)
        if key.subject in whose and (not line.only or line.only in key.qualifiers):
            return replace(key, measure=line.measure, subject=key.region)
    return key


def _in_one(key: SeriesKey, lexicon: Lexicon) -> SeriesKey:
    """Where no pack knows the measure, whose it is and what it is are one name: texts part it now here, now there."""
    if key.region is None or key.measure in lexicon.measures or _is_settled(key.subject, lexicon):
        return key
    owner = key.subject.replace("·", "")
    if owner in words("itself") or owner.startswith(OF):
        return key  # not the place's: another text means another by it
    if owner.endswith(key.measure):
        measure = owner  # 免签入境外国人 + 外国人
    elif _names_itself(owner, key.measure, lexicon) or _is_said_twice(owner, key.measure):
        measure = owner if _names_itself(owner, key.measure, lexicon) else key.measure
    else:
        measure = key.measure if key.measure.startswith(owner) else owner + key.measure
    measure = FROM_FIGURE.sub(
        "", _begins_with("yearly").sub("", _changed(measure, _eased))
    )  # 全社会 + 用水量
    return replace(key, measure=measure, subject=key.region)


def _names_itself(owner: str, measure: str, lexicon: Lexicon) -> bool:
    """Whether an owner is the name of an amount of the same kind, whose measure a list lent it: 卫生健康支出 behind 财政支出."""
    head = measure[-LEAST:]
    is_amount = head in lexicon.measure_by_word or head in words("bare")
    return len(owner) > LEAST and owner.endswith(head) and is_amount


def _is_said_twice(owner: str, measure: str) -> bool:
    """Whether the measure says whose it is: 工业企业 + 工业总产值."""
    return owner.endswith(FIRMS) and len(owner) > len(FIRMS) and measure.startswith(owner.removesuffix(FIRMS))


def _known(key: SeriesKey, lexicon: Lexicon) -> SeriesKey:
    """固投 is the packs' 固定资产投资 once it is written out."""
    measure = lexicon.measure_by_word.get(key.measure)
    if measure is None or key.measure in lexicon.measures or not is_same(key.measure, measure):
        return key
    return replace(key, measure=measure.id)


def _named_ratio(key: SeriesKey, lexicon: Lexicon) -> SeriesKey:
    """研发经费占地区生产总值比重 is 研发投入强度: one measure over another has a name of its own. A place's 研发投入占比 is no other."""
    if key.kind is not Kind.SHARE:
        return key
    if key.base is None:
        is_places = key.measure == RESEARCH and key.subject == key.region
        return replace(key, measure=INTENSITY) if is_places else key
    for ratio in lexicon.ratios:
        if key.measure in ratio.numerator and ratio.ratio[0] in lexicon.measures:
            bases = (lexicon.measures.get(id) for id in ratio.denominator)
            if any(base is not None and key.base == base.name for base in bases):
                return replace(key, measure=ratio.ratio[0], base=None)
    return key


def _grown(key: SeriesKey, lexicon: Lexicon) -> SeriesKey:
    """经济增长5% is the growth of 地区生产总值: what only a growth is told of so."""
    name = (
        _grown_names(lexicon).get(key.measure)
        if key.kind is Kind.GROWTH and key.subject == key.region
        else None
    )
    if name is None:
        return key
    taken = tuple(
        it for it in key.qualifiers if it != "constant-prices" or name[0] not in at_constant_prices()
    )
    return replace(key, measure=name[0], subject=name[1] or key.subject, qualifiers=taken)


@lru_cache(maxsize=4)
def _grown_names(lexicon: Lexicon) -> Mapping[str, Named]:
    lines = read_table(Path(__file__).with_name("grown.csv"), Grown)
    return {word: named_by(line.name, lexicon) for line in lines for word in line.words}


def standing_name(key: SeriesKey, lexicon: Lexicon) -> SeriesKey:
    """一产增加值 is 第一产业增加值; a name that says nobody's own is so whoever's it is (扣非净利润 of a firm)."""
    measure, whose = named(key)
    name = _standing(lexicon).get((measure, whose.replace("·", "")))
    if name is not None:
        return replace(key, measure=name[0], subject=name[1] or key.region or key.subject)
    name = _standing(lexicon).get((key.measure, ""))
    return key if name is None or name[1] else replace(key, measure=name[0])


@lru_cache(maxsize=4)
def _standing(lexicon: Lexicon) -> Mapping[Named, Named]:
    return standing(lexicon, lambda key: _taken(key, lexicon, STEPS[:-1])[0])


def _eased(name: str) -> str:
    """水利建设完成投资 is 水利建设投资."""
    return IN_ALL_DONE.sub("", _easing().sub("", name))


STEPS = (
    Step("quotes", "不计引号和空格", "quotation marks and spaces put aside", _unquoted, signs=QUOTING),
    Step("announced", "不计冒号前的引语", "what announces a name put aside", _not_announced, signs="："),
    Step("brackets", "不计括号里的补充", "what short brackets add put aside", _unbracketed, signs="(（"),
    Step("abbreviation", "简称写全", "abbreviations written out", _in_full),
    Step("conjunction", "及、与、和同义", "one word for “and”", _one_and, signs="及与、"),
    Step("yearly", "不计年度字样", "words that say only “of the year” put aside", _of_no_year),
    Step("urging", "不计确保、力争字样", "words that only wish or promise put aside", _not_urged),
    Step("action", "主语只是一项行动", "the subject is only an action", _no_action),
    Step("easing", "不计实现、完成等虚动词", "verbs that add nothing put aside", _not_eased),
    Step("leading-on", "不计数字前的副词", "adverbs before a figure put aside", _not_led_on),
    Step(
        "examples",
        "不计“等”字前的例子",
        "examples before 等 put aside",
        _no_examples,
        signs="等",
    ),
    Step("building", "新建、建成、建设同义", "built, being built and newly built are one", _no_building),
    Step("amount", "不计数量、规模字样", "words that say only “amount” put aside", _no_amount),
    Step(
        "cluster",
        "产业集群即产业",
        "a cluster of an industry is the industry",
        _no_cluster_of_industry,
        signs="群行业",
    ),
    Step(
        "share-of",
        "占比的指标写在分母里",
        "the universe says what the share is of",
        _of_the_share,
        of_words=False,
    ),
    Step(
        "universe", "比重的分母与分子同一指标", "a share is of its own measure", _of_its_base, of_words=False
    ),
    Step(
        "of-all",
        "占全部同类的比重即占比",
        "a share of all of its kind is the share",
        _of_all,
        of_words=False,
    ),
    Step(
        "composed",
        "主语和指标合成一个指标",
        "subject and measure make one measure",
        _composed,
        of_words=False,
    ),
    Step("known", "即词库里的指标", "what is left is a measure of the packs", _known),
    Step(
        "ratio", "比重即比率指标", "the share is a ratio with a name of its own", _named_ratio, of_words=False
    ),
    Step("in-one", "主语和指标连读", "subject and measure read as one name", _in_one),
    Step(
        "handled",
        "吞吐量按单位说明对象",
        "the unit says what goes through a port",
        _of_what_is_handled,
        of_words=False,
    ),
    Step("invested", "投资额即投资", "an amount of investment is the investment", _of_money_spent),
    Step(
        "counter",
        "同一类事物的不同量词",
        "other words to count the same things by",
        one_counter,
        of_words=False,
    ),
    Step(
        "lent", "所属集群只是上文提到的", "the cluster is only that of the passage", not_lent, of_words=False
    ),
    Step("grown", "只在增速里这样叫", "so called where a growth is told alone", _grown),
    Step("indicator", "统计指标的不同叫法", "standing names of statistics", standing_name, of_words=False),
)


def meaning(reason: str, language: int = 0) -> str:
    """What a reason means, in Chinese or (1) in English."""
    step = next(step for step in STEPS if step.reason == reason)
    return (step.meaning, step.meaning_en)[language]


def _worded(key: SeriesKey, lexicon: Lexicon, change: Callable[[str], str]) -> SeriesKey:
    """The key with its words changed, where they are the text's own: what the packs know stays as it is."""
    measure = key.measure if key.measure in lexicon.measures else _changed(key.measure, change)
    return _with(key, measure, _of_words(key.subject, lexicon, change))


def _with(key: SeriesKey, measure: str, subject: str) -> SeriesKey:
    """The key with these words; itself where they are its own, which is so nearly always and costs nothing."""
    if (measure, subject) == (key.measure, key.subject):
        return key
    return replace(key, measure=measure, subject=subject)


def _of_words(subject: str, lexicon: Lexicon, change: Callable[[str], str]) -> str:
    whole, dot, part = subject.partition("·")
    return f"{whole if _is_settled(whole, lexicon) else _changed(whole, change)}{dot}{part and _changed(part, change)}"


def _changed(name: str, change: Callable[[str], str]) -> str:
    changed = change(name)
    return changed if len(changed) >= LEAST else name


def _is_settled(subject: str, lexicon: Lexicon) -> bool:
    whole = subject.partition("·")[0]
    return whole in lexicon.clusters or lexicon.place(whole) is not None


@cache
def _begins_with(role: str) -> re.Pattern[str]:
    """What begins with words of a role."""
    return pattern(f"^{any_of(role)}+")


@cache
def _is_bare_at_an_end() -> re.Pattern[str]:
    """民生工程, 重点领域补贴: what begins or ends with a word that names nothing of its own needs its examples."""
    return pattern(rf"^(?:重点)?{any_of('bare')}|{any_of('bare')}的?$|的$|按时$")


@cache
def _easing() -> re.Pattern[str]:
    return pattern(f"(?<=..){any_of('easing')}(?=..)")


@cache
def _building() -> re.Pattern[str]:
    made = f"(?:{any_of('building')}|{any_of('adding')})"
    return pattern(
        f"^(?:{made}[和与及、]?{any_of('mending')}?|{any_of('mending')}(?=..)[和与及、]?)+(?:了|好)?"
    )


@cache
def _compositions() -> dict[str, tuple[Composed, ...]]:
    """The lines of `composed.csv` by the measure that is left."""
    lines = read_table(Path(__file__).with_name("composed.csv"), Composed)
    return {of: tuple(line for line in lines if line.of == of) for of in {line.of for line in lines}}


@cache
def _abbreviations() -> dict[str, str]:
    lines = read_table(Path(__file__).with_name("abbreviations.csv"), Abbreviation)
    return {line.short: line.long for line in lines}


@cache
def _short() -> re.Pattern[str]:
    """A short form, the longest that there is, that begins a name or ends it."""
    shorts = "|".join(sorted(map(re.escape, _abbreviations()), key=lambda short: (-len(short), short)))
    return pattern(f"^(?:{shorts})|(?:{shorts})$")
