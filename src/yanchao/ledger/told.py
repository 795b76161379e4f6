"""What the sentence around a figure tells of its series, where the reader's words for it do not.

Eleven things, each of which would otherwise let two figures meet that are about two things, or part two that are about one:

- 年均 before a list (一二三产年均分别增长3.5%、6%) holds for every member of it, not for the first alone;
- growth of several years that is held against the time before them (比“十三五”末), in multiples, or of 这五年, is over all of them;
- 新建, 建成 and 建设 tell what a period added, as 新增 does, which is no part of the stock that a thing has come to (达到);
- where a sentence looks at what there is (截至目前, 已建成) they tell of the stock;
- a sum over the months that a sentence names (1—4月累计) is what those months have;
- 年均 right before a level (年均超过46万人) makes it the average of some years, and no level of a year;
- firms that come above the size from which statistics count them (新升规工业企业) are new ones above it;
- how a thing is done (重点办好45件民生实事) is no owner of it;
- what is done to the things counted (惠及, 获评, 引入) makes them others than those that are built or that there are;
- a mark that something has passed (跨越5000亿元大关) is the least that it comes to, and no second figure beside the exact one;
- a word that names a kind of thing and nothing of its own (5个县, 投资120亿元, 增速) says nothing without the words around it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from yanchao.ledger.attached import CURRENCY, attached
from yanchao.ledger.clauses import CUT, OF_WHICH, clause_end, clause_start, clause_starts, without_figures
from yanchao.ledger.comparing import compared
from yanchao.ledger.keys import INVESTED, PLACES, SUMMED
from yanchao.ledger.matching.indicators import that_begin_with
from yanchao.ledger.owning import names_itself
from yanchao.ledger.periods import FRAME
from yanchao.ledger.series import NOBODY, SeriesKey
from yanchao.ledger.wording import any_of, words
from yanchao.lexicon.lexicon import Lexicon
from yanchao.lexicon.tables import read_table
from yanchao.quick import dataclass, pattern, replace
from yanchao.statements.statement import Comparator, Evidence, Kind, Statement, Status

YEARLY = pattern(r"年均|年平均|平均每年|每年平均|[两二三四五六七八九十]年平均")
A_YEAR = pattern(r"年平?均(?!浓度|气温|降水|径流|值|工资|薪酬)[^、]{0,8}$")
"""A level that is the average of some years (年均超过46万人), and no measure of a year's average (年均浓度)."""

LISTED_A_YEAR = pattern(
    r"年均(?:新增|净增|转移|培训|引进|建成)[^、]*[0-9][^、]*(?:、[^、]*[0-9][^、]*)*、(?P<own>[^、]+)$"
)
"""年均新增就业30万人、转移劳动力50万人: both are the average of some years."""

GROWING = pattern(r"增[长速加]|提[高升]|下降|降低|上升|扩大|减少|压减")
NEARBY = 24
"""How far before a figure its clause is searched for what counts it, as the reader does."""

ROSE_FROM = pattern(
    r"[由从][^，。；]*[0-9][^，。；]*(?:增[长加至到]|提[高升]|[上跃提]?升|扩大|发展|下降|减少|降|拓展)[^，。；]{0,12}$"
)
"""From which figure a thing came to this one."""

SETS_OUT = pattern(r"[由从][^，。；]{0,24}$")
ROSE_TO = pattern(r"[^，。；]{0,24}?(?:增[加长]?|提[高升]|[上跃]升|扩大|发展|下降|减少|降)[到至]")
"""What stands before and behind a figure from which a thing set out."""

CLASS = pattern(r"的[^，。；、0-9]{0,8}(?:企业|公司|项目)")
SO_MANY = pattern(r"[0-9一二三四五六七八九十百][多余]?[家个户][^，。；、0-9]{0,8}$")
PASSED = (Comparator.MORE, Comparator.AT_LEAST)
REACHED = pattern(r"达|增至|增加到|提高到|扩大到|总数|总量|累计|共|保有|现有|拥有")
MENDED = ("改造", "改造提升", "提升改造")
BUILT = pattern(r"已(?:经|累计)?[建完]成")
MADE = pattern(r"(?<=...)(?:改造提升|提升改造|改造|建设)(?:完工|完成)?$|(?<=...)(?:完工|竣工)$")
"""What is done to a thing, behind its name."""

UP_TO_NOW = pattern(r"截至|目前|迄今|至今|(?:已|共|已经)$")
AS_OF = pattern(r"截至[^，,；。]*[，,]?")
OF_THE_YEAR = pattern(r"今年|全年|去年|当年|本年|年内|月份|季度|半年|\d年(?!底|末)")
"""What is made is of all times where a sentence looks at what there is now, and of a year where it names one beside that day."""

TOLD_BEFORE = pattern(r"\d(?![\d.]*[年月日—-])[^，；：]*[，；：]")
"""The rest of a clause behind another figure: the year that it names is that figure's."""

PASSING = pattern(r"(?:跨越|跨过|跨上|迈上|迈过|跃上|登上|站上|突破)[^，。；]{0,4}$")
MARK = pattern(r"(?:新的?|历史新?)?(?:大关|台阶|关口|门槛)")
"""What stands before and behind a figure that is a mark on the way up."""

EVER = pattern(r"累计$")
OTHERS = pattern(r"(?<=..)(?<![同相均优高中初劣特上下二一三头平此])等$")
THERE_ARE = pattern(r"有$")
OF_ALL_ITS_TIME = frozenset({"cumulative", "since-start"})
NEW, SUMMED_UP, NOTHING = frozenset({"new"}), frozenset({"cumulative"}), frozenset[str]()

NEWLY = "新增"
"""What a measure says by its first word where its figure has the qualifier `new`."""

VOLUME = "量"
MEASURED = ("mu", "km", "m2", "t", "kW", "W")
"""Units of what stands once it is made."""
FLOWING = ("kWh", "visit", "t")
"""Units of what happens in a time and does not stand afterwards, beside those of money."""

SINCE_JANUARY = pattern(r"(\d{4})-01/\1-\d\d")
SINCE = pattern(r"以来|截至|目前|至今|[开投]通|投运|成立|启动|\d年(?:间|来)")
A_YEARS_TIME = pattern(r"(\d{4})(?:-01/\1-\d\d)?")
"""The first months of a year, or all of them."""
AGAINST = pattern(r"[比较][^，；。]{0,10}(?:时期|期末|年末|末|20\d\d年)|[五四三]年(?:来|间|累计)|累计|期间")
SOME_YEARS = pattern(r"(?:这|过去|[近前])?[两二三四五六七八九十]年(?:多?来|以来|间)?")
"""A frame that is told by the number of its years: what grows in it grows over all of them. Under a plan's name (“十四五”) reports tell
of its last year as well."""

MULTIPLIED = pattern(r"[翻倍]")
OF_A_YEAR = frozenset({"annual-average", "month-on-month", "since-start"})
COUNT = "count"
COUNTED = (COUNT, "person", "visit", "household")
DIGIT = pattern(r"[0-9０-９]")
FIGURE = pattern(r"[0-9０-９][0-9０-９.．]*")
MEMBERS_END = pattern(r"[0-9０-９、和及]")
OF_ANOTHER = frozenset({"figure", "thing"})
"""Scopes of measures that say something of the figure or the thing before (增速, 总投资): of a place as such they tell nothing."""

AFTER_WHAT = pattern(r"(?:扣除|剔除|按).+(?:后|计算|口径)$")
"""How a figure was worked out, which a reader took for what it measures."""

LEAST, LONGEST = 12, 40
"""Characters of a clause that tell a bare word's things from others of their kind."""


def told(statement: Statement, text: str) -> Statement:
    """The statement with the qualifiers that its sentence gives it."""
    measure = statement.measure or ""
    unit = _units_alike().get(statement.unit)
    if unit is not None:
        statement = replace(statement, quantity=replace(statement.quantity, unit=unit))
    if statement.qualifiers >= NEW and measure.startswith(NEWLY) and measure not in words("newly"):
        statement = replace(statement, measure=measure.removeprefix(NEWLY))
    statement = _without_others(statement)
    statement = _scaled(_of_nobody(_made(_passed(statement, text), text)), text)
    if _is_a_part_of_a_name(statement, text):
        statement = replace(statement, subject=None)
    qualifiers = set(statement.qualifiers)
    if statement.kind in (Kind.GROWTH, Kind.CHANGE) and not qualifiers & OF_A_YEAR:
        if _is_yearly_average(statement, text):
            qualifiers.add("annual-average")
        elif _is_over_the_frame(statement, text):
            qualifiers.add("since-start")
    elif statement.kind is Kind.LEVEL and _is_a_years(text[clause_start(statement, text) : statement.start]):
        qualifiers.add("annual-average")
    is_change_or_share = statement.kind is Kind.GROWTH or statement.measure in words("portion")
    if is_change_or_share and _is_of_new(statement, text):
        qualifiers.add("new")
    if "cumulative" in qualifiers and _is_of_its_time(statement, text):
        qualifiers -= OF_ALL_ITS_TIME
        statement = replace(statement, measure=SUMMED.sub("", statement.measure or ""))
    if _lasting().match(statement.measure or "") or REACHED.fullmatch(statement.measure or ""):
        qualifiers.discard("new")  # 新增甲企业5家、总量达80家
    elif statement.kind is Kind.LEVEL and _is_countable(statement):
        if _flowing().search(f"{statement.subject or ''}{statement.measure or ''}"):
            qualifiers.discard("new")
        elif not qualifiers & {"new", "cumulative"}:
            qualifiers |= _added(statement, text)
    if "subset" in qualifiers and ROSE_FROM.search(text, statement.sentence.start, statement.start):
        qualifiers.discard("subset")  # 由2020年的5家增加到2025年的8家: those are not of these
    if qualifiers != statement.qualifiers:
        statement = replace(statement, qualifiers=frozenset(qualifiers))
    return compared(attached(statement, text), text)


@dataclass(frozen=True, slots=True)
class UnitAlike:
    """A line of `units_alike.csv`."""

    written: str
    unit: str


@cache
def _units_alike() -> Mapping[str, str]:
    """The unit in which the ledger keeps what texts count by several words (标箱, 标准箱)."""
    lines = read_table(Path(__file__).with_name("units_alike.csv"), UnitAlike)
    return {line.written: line.unit for line in lines}


def _passed(statement: Statement, text: str) -> Statement:
    """A mark that a level has passed as the least that it comes to: 跨越5000亿元大关, 跨过两个万亿元大关."""
    if (
        statement.kind is not Kind.LEVEL
        or statement.comparator is not Comparator.EQUAL
        or MARK.match(text, statement.end) is None
        or PASSING.search(text[clause_start(statement, text) : statement.start]) is None
    ):
        return statement
    return replace(statement, quantity=replace(statement.quantity, comparator=Comparator.AT_LEAST))


def _without_others(statement: Statement) -> Statement:
    """85个|口袋绿地等建成: the number is of those named behind it, and not of what 等 leaves out."""
    measure, name = statement.words("measure"), statement.measure or ""
    if measure is None or measure.start < statement.end or OTHERS.search(name) is None:
        return statement
    return replace(statement, measure=OTHERS.sub("", name))


def _is_a_part_of_a_name(statement: Statement, text: str) -> bool:
    """Whether the owner that a figure takes from the one before is a part of that one's name: 制造业单项冠军企业3家、高新技术企业9家."""
    owner = statement.words("subject")
    if owner is None or not owner.inherited or not statement.subject or not statement.unit.startswith(COUNT):
        return False
    return any(text.startswith(name, owner.start) for name in that_begin_with(statement.subject))


def _of_nobody(statement: Statement) -> Statement:
    """The statement without an owner that only says how a thing is done: 重点办好45件民生实事, and not 重点企业45家."""
    owner, measure = statement.words("subject"), statement.words("measure")
    if statement.subject not in words("how") or owner is None or measure is None:
        return statement
    if owner.end == measure.start or statement.start < owner.start:
        return statement
    return replace(statement, subject=None)


def _made(statement: Statement, text: str) -> Statement:
    """老旧小区改造300个 as it is told the other way round: 改造老旧小区300个."""
    if statement.kind is not Kind.LEVEL or not _is_countable(statement):
        return statement
    rest = MADE.sub("", statement.measure or "")
    if rest == statement.measure or _flowing().search(rest):
        return statement
    if BUILT.search(text, clause_start(statement, text), statement.start):
        return replace(statement, measure=rest)  # 截至目前已建成综合站建设30个
    return replace(statement, measure=rest, qualifiers=statement.qualifiers | {"new"})


def by_its_clause(key: SeriesKey, statement: Statement, text: str, lexicon: Lexicon) -> SeriesKey:
    """The key, with the words of its clause as subject where its measure is a bare word, of a place or of nobody.

    The same clause in another document (a report and its print in a newspaper) still gives the same series.
    """
    is_named = lexicon.place(key.subject) is None and key.subject not in lexicon.clusters
    if is_named and key.subject not in (NOBODY, *words("itself")):
        return key
    measure = "".join((statement.measure or "").split())
    ends = (measure, INVESTED.sub("", measure))
    if not _is_countable(statement) and key.measure not in ends and key.measure.endswith(ends):
        return key  # its subject names it: 重大工程 + 投资
    if _is_of_a_class(statement, text):
        is_bare, measure = True, key.measure
    elif measure in words("bare"):
        if key.measure in lexicon.measures and measure not in lexicon.measure_by_word:
            return key  # 预算收入9亿元、支出20亿元: what stands before has named it
        is_share = key.kind is Kind.SHARE and key.base is None  # 近八成企业: of whichever are spoken of
        is_bare = (key.kind is Kind.LEVEL or is_share) and key.subject not in lexicon.clusters
    else:
        known = lexicon.measures.get(key.measure)
        is_bare = measure in words("unnamed") or AFTER_WHAT.match(measure) is not None
        is_bare = is_bare or measure in words("doing") or measure in lexicon.region_by_word
        is_bare = is_bare or (known is not None and known.scope in OF_ANOTHER)
        is_bare = is_bare or (key.subject == NOBODY and known is None and not names_itself(measure))
        measure = key.measure
    if not is_bare:
        return key
    return replace(key, subject=f"{key.subject}·{clause_words(statement, text)}", measure=measure)


def by_what_is_done(key: SeriesKey, statement: Statement, text: str, lexicon: Lexicon) -> SeriesKey:
    """The key, with what happens to the things counted where that makes them others (惠及, 获评, 引入)."""
    if (
        not _is_countable(statement)
        or key.kind is not Kind.LEVEL
        or key.measure in lexicon.measures
        or key.measure in words("bare")
    ):
        return key
    before = text[clause_start(statement, text) : statement.start]
    if DIGIT.search(before):
        # another figure leads in: what is done to that one's things is not done to these
        before = MEMBERS_END.split(before)[-1]
    end = min(clause_end(statement, text), statement.end + NEARBY)
    after = MEMBERS_END.split(text[statement.end : end])[0]
    done = [verb for part in (before[-NEARBY:], after) for verb in _doing().findall(part)]
    measure = _begins_with_doing().sub("", key.measure)
    said = statement.measure or ""  # 参加基本养老保险 goes by another name: what is done is told by that
    renamed = said != key.measure and not _begins_with_doing().match(key.measure)
    done = [
        verb
        for verb in dict.fromkeys(done)
        if verb not in measure and not (renamed and said.startswith(verb))
    ]
    return replace(key, measure=measure, subject="·".join((key.subject, *done)))


def _is_of_a_class(statement: Statement, text: str) -> bool:
    """Whether a sum of money is what firms have that are counted before it: 12家营收过百亿元的企业."""
    return (
        CURRENCY.fullmatch(statement.unit) is not None
        and statement.comparator in PASSED
        and CLASS.match(text, statement.end) is not None
        and SO_MANY.search(text[clause_start(statement, text) : statement.start]) is not None
    )


@cache
def _doing() -> re.Pattern[str]:
    return pattern(any_of("doing"))


@cache
def _begins_with_doing() -> re.Pattern[str]:
    return pattern(f"^{any_of('doing')}(?=..)")


def _is_yearly_average(statement: Statement, text: str) -> bool:
    """Whether 年均 stands before the figure with no other verb of growth but the one that gives it."""
    found = list(YEARLY.finditer(text, clause_start(statement, text), statement.start))
    return bool(found) and len(GROWING.findall(text, found[-1].end(), statement.start)) <= 1


def _is_a_years(before: str) -> bool:
    """Whether 年均 counts the figure behind these words, alone or as a member of a list of things done each year."""
    if A_YEAR.search(before):
        return True
    listed = LISTED_A_YEAR.search(before)
    return listed is not None and REACHED.search(listed["own"]) is None


def _is_over_the_frame(statement: Statement, text: str) -> bool:
    """Whether growth is told of several years as a whole: what has doubled, or is held against the time before them."""
    frame = FRAME.fullmatch(statement.period or "")
    if frame is None or frame[1] == frame[2] or statement.kind is not Kind.GROWTH:
        return False
    told_by = statement.words("period")
    return (
        MULTIPLIED.search(text, statement.start, statement.end) is not None
        or AGAINST.search(text, statement.sentence.start, statement.start) is not None
        or (
            statement.status is not Status.TARGET
            and told_by is not None
            and SOME_YEARS.search(text, told_by.start, told_by.end) is not None
        )
    )


def _is_of_its_time(statement: Statement, text: str) -> bool:
    """Whether a sum is that of the year, or of its first months, that its sentence names: 1—4月收入累计完成5亿元 is what 1—4月收入5亿元
    says, and 1—4月累计成交量增长3% what 1—4月成交量增长3% says.

    Of things that stand afterwards (累计建成30个) the sum may be of all times; what came new in those months (累计新办30家) did not before.
    """
    time = {Kind.LEVEL: A_YEARS_TIME, Kind.GROWTH: SINCE_JANUARY}.get(statement.kind)
    told_by = statement.words("period")
    return (
        time is not None
        and time.fullmatch(statement.period or "") is not None
        and (statement.kind is Kind.GROWTH or _flows(statement))
        and told_by is not None
        and _is_told_with(statement, told_by, text)
    )


def _is_told_with(statement: Statement, told_by: Evidence, text: str) -> bool:
    """Whether the time of a sum is told in its own sentence, or that of months goes on from the one before and nothing says since when."""
    start = statement.sentence.start
    if start <= told_by.start < told_by.end <= statement.start and not told_by.inherited:
        return UP_TO_NOW.search(text, start, told_by.end) is None
    is_of_months = SINCE_JANUARY.fullmatch(statement.period or "") is not None
    return is_of_months and SINCE.search(text, start, statement.start) is None


def _flows(statement: Statement) -> bool:
    """Whether a figure is of what happens in a time, and does not stand afterwards."""
    measure = statement.measure or ""
    return (
        statement.unit in FLOWING
        or CURRENCY.fullmatch(statement.unit) is not None
        or measure.endswith(VOLUME)
        or _adding().search(measure) is not None
    )


def _is_countable(statement: Statement) -> bool:
    return statement.unit.startswith(COUNTED) or statement.unit in MEASURED


def _is_of_new(statement: Statement, text: str) -> bool:
    """Whether what grows, or what a share is told of, is what came new: 新登记企业增长3% is no growth of all firms."""
    name = statement.words("measure" if statement.kind is Kind.GROWTH else "subject")
    return name is not None and _stands_before(_just_added(), name, text)


def _scaled(statement: Statement, text: str) -> Statement:
    """The statement of firms that have come above the size from which statistics count them (新升规工业企业) as new ones above it."""
    name = statement.words("measure")
    if statement.kind is not Kind.LEVEL or not _is_countable(statement) or name is None:
        return statement
    subject = _begins_scaled().sub("", statement.subject or "") or None
    is_said = subject != statement.subject or _begins_scaled().match(statement.measure or "") is not None
    if not is_said and not _stands_before(_just_scaled(), name, text):
        return statement
    return replace(statement, subject=subject, qualifiers=statement.qualifiers | {"above-scale", "new"})


def _stands_before(words_: re.Pattern[str], name: Evidence, text: str) -> bool:
    return words_.search(text, max(0, name.start - NEARBY), name.start) is not None


def _added(statement: Statement, text: str) -> frozenset[str]:
    """What a word for making things says that leads in, where none says that they have come to the number: that a period added
    them, or (累计培育甲3家、乙5家) that they are all that ever were made."""
    start = clause_start(statement, text)
    if SETS_OUT.search(text, start, statement.start) and ROSE_TO.match(text, statement.end):
        return NOTHING  # 认定甲、乙中心分别从5家、8家增加到9家、12家
    measure = statement.words("measure")
    end = (
        measure.start if measure is not None and start <= measure.start < statement.start else statement.start
    )
    # what is told in a volume happens anyway: 完成吞吐量 is no addition to it
    making = _adding() if (statement.measure or "").endswith(VOLUME) else _making()
    made = list(making.finditer(text, start, end))  # not in the name itself: 违法建设 is not built
    if not made:
        if not making.match(PLACES.sub("", statement.measure or "")):
            return _made_behind(statement, text)
        is_reached = measure is not None and REACHED.search(text, measure.end, statement.start) is not None
        return NOTHING if is_reached else NEW  # 研发人员达5万人
    if _has_a_verb_of_its_own(made[-1].end(), end, statement, text):
        return NOTHING  # 新增就业3万人、输转劳动力5万人
    if made[-1][0] in words("adding") and made[-1].end() == end:
        return NEW  # 新登记经营主体达到12万户: however it is led in, the name says that they are new
    is_mended = made[-1][0] in MENDED  # 改造提升农田达到5万亩: that is no stock
    if REACHED.search(text, made[-1].end(), statement.start) and not is_mended:
        return NOTHING
    if EVER.search(text, start, made[-1].start()):
        return SUMMED_UP
    return NOTHING if _is_of_all_times(made[-1], statement, text) else NEW


def _made_behind(statement: Statement, text: str) -> frozenset[str]:
    """What the words behind the things counted say of them: 5个公园建成开放 were made in their time, 已有5个公园建成开放 are there."""
    end = clause_end(statement, text)
    behind = text[statement.end : end]
    before = text[clause_start(statement, text) : statement.start]
    if DIGIT.search(behind) or _made_at_last().search(behind) is None:
        return NOTHING
    are_there = any(word.search(before) for word in (UP_TO_NOW, EVER, REACHED, THERE_ARE))
    return NOTHING if are_there else NEW


def _has_a_verb_of_its_own(made: int, end: int, statement: Statement, text: str) -> bool:
    """Whether another figure stands between a word for making and this one's name, and a verb that leads in this one alone."""
    figures = [figure.end() for figure in FIGURE.finditer(text, made, end)]
    if not figures:
        return False
    subject = statement.words("subject")
    if subject is not None and figures[-1] <= subject.start < end:
        end = subject.start
    member = MEMBERS_END.split(text[figures[-1] : end])[-1]
    return member in words("leading")


def _is_of_all_times(made: re.Match[str], statement: Statement, text: str) -> bool:
    """Whether what was made is told as what there is now (截至目前建成30个, 已建成30个), and not what this year added."""
    before = text[statement.sentence.start : made.start()]
    until = UP_TO_NOW.search(before)
    if made[0] in words("adding") or until is None:
        return False
    told_before = [told.end() for told in TOLD_BEFORE.finditer(before, 0, until.start())]
    return OF_THE_YEAR.search(AS_OF.sub("", before[max(told_before, default=0) :])) is None


@cache
def _made_at_last() -> re.Pattern[str]:
    return pattern(f"(?<!累计)(?<!已){any_of('opened')}$")


@cache
def _making() -> re.Pattern[str]:
    return pattern(f"{any_of('building')}|{any_of('adding')}")


@cache
def _adding() -> re.Pattern[str]:
    return pattern(any_of("adding"))


@cache
def _just_added() -> re.Pattern[str]:
    return pattern(f"{any_of('adding')}$")


@cache
def _just_scaled() -> re.Pattern[str]:
    return pattern(f"{any_of('scaled')}$")


@cache
def _begins_scaled() -> re.Pattern[str]:
    return pattern(f"^{any_of('scaled')}(?=..)")


@cache
def _lasting() -> re.Pattern[str]:
    return pattern(any_of("lasting"))


@cache
def _flowing() -> re.Pattern[str]:
    return pattern(f"{any_of('flowing')}$")


def clause_words(statement: Statement, text: str) -> str:
    """The clause without its figures, with the one before where it is too short to tell anything (提出6项指标) or tells parts (其中)."""
    starts = clause_starts(statement, text)
    end = clause_end(statement, text)
    own = without_figures(text[starts[-1] : end])
    if len(own) < LEAST and len(starts) > 1:
        own = without_figures(text[starts[-2] : end])
    if OF_WHICH.match(own):
        told_before = CUT.split(text[: statement.sentence.start].rstrip("。；\n"))[-1]
        own = without_figures(told_before[-LONGEST:]) + own
    return own[:LONGEST]
