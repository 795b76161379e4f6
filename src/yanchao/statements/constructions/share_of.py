"""占全国的18.9%: a part of a base that the text names."""

from __future__ import annotations

import re

from yanchao.quick import dataclass, pattern
from yanchao.statements.constructions import Example
from yanchao.statements.context import MONEY, Context, Draft, Filling, listed_measure
from yanchao.statements.figures import Form
from yanchao.statements.grammar import Grammar
from yanchao.statements.members import before_a_list, split_list
from yanchao.statements.phrases import right_phrase, subject_phrase, verb_at_end
from yanchao.statements.statement import Comparator, Kind, Span
from yanchao.statements.trimming import trim
from yanchao.statements.words_beside import WAS

ORDER = 30
NAME = "share-of"
FORMS = frozenset((Form.PERCENT, Form.TIMES, Form.RATIO))
EXAMPLES = (
    Example("该县陶瓷出口额占全国的18.9%。", "18.9%", {"measure": "出口额", "base": "全国", "kind": "share"}),
    Example(
        "茶叶产量80万吨，约占全省的三成。", "三成", {"measure": "产量", "base": "全省", "comparator": "~"}
    ),
    Example(
        "瓷砖产量约占全国的三成、全球的八分之一。",
        "八分之一",
        {"measure": "产量", "subject": "瓷砖", "base": "全球", "comparator": "~", "kind": "share"},
    ),
    Example(
        "瓷砖产量9万吨，洁具产量2万吨，约占全省的90%和20%、全国的40%和16%。",
        "16%",
        {"measure": "产量", "subject": "洁具", "base": "全国", "comparator": "~", "kind": "share"},
    ),
    Example(
        "机床产量占全国比重超四成，服务机器人占比更是超八成。",
        "超八成",
        {"measure": "占比", "subject": "服务机器人", "base": "全国", "kind": "share"},
    ),
    Example(
        "按贸易方式分，一般贸易进出口占55%，加工贸易占20%。",
        "20%",
        {"measure": "进出口", "subject": "加工贸易", "kind": "share"},
    ),
    Example(
        "全县瓷砖产量约占全国、全球的四成和两成。",
        "两成",
        {"measure": "产量", "subject": "瓷砖", "base": "全球", "comparator": "~"},
    ),
    Example(
        "全县有上市公司12家，不到邻县的两成。",
        "两成",
        {"measure": "上市公司", "base": "邻县", "comparator": "<"},
    ),
    Example(
        "样车整机成本仅为进口的一半。", "一半", {"measure": "样车整机成本", "base": "进口", "kind": "share"}
    ),
    Example("以占全国2%的耕地产出了全国5%的粮食。", "2%", {"measure": "耕地", "base": "全国"}),
    Example("研发经费占地区生产总值比重达3.4%。", "3.4%", {"measure": "研发经费", "base": "地区生产总值"}),
    Example(
        "全区研发投入强度6.1%，是全市平均水平的2.3倍。",
        "2.3倍",
        {"measure": "研发投入强度", "base": "全市平均水平", "kind": "share"},
    ),
    Example(
        "鹿港高新区以2%的土地创造了全县30%的产值。",
        "2%",
        {"measure": "土地", "subject": "鹿港高新区", "kind": "share"},
    ),
    Example(
        "鹿港高新区以2%的土地创造了约全省30%的产值。",
        "30%",
        {"measure": "产值", "subject": "鹿港高新区", "base": "全省", "kind": "share"},
    ),
    Example(
        "自然保护区保护了全省70%以上的湿地。",
        "70%以上",
        {"measure": "湿地", "subject": "自然保护区", "base": "全省", "kind": "share"},
    ),
    Example("光纤覆盖所有城区、镇区和93%以上行政村。", "93%以上", {"measure": "行政村", "kind": "share"}),
    Example("采购的车包括30%轿车、50%客车以及20%货车。", "30%", {"measure": "轿车", "kind": "share"}),
    Example("采购的车包括30%轿车、50%客车以及20%货车。", "50%", {"measure": "客车", "kind": "share"}),
    Example("七成以上财政支出用于民生。", "七成以上", {"measure": "财政支出", "kind": "share"}),
    Example(
        "连锁药店占零售药店的比重达六成。",
        "六成",
        {"measure": "比重", "subject": "连锁药店", "base": "零售药店", "kind": "share"},
    ),
    Example("制造业投资所占比重升至三成。", "三成", {"measure": "制造业投资", "kind": "share"}),
    Example("玩具企业占据世界玩具市场份额近两成。", "近两成", {"base": "世界玩具市场"}),
    Example(
        "采矿业产值占工业产值的比重为10%，建材业产值比重为15%。",
        "15%",
        {"measure": "产值", "subject": "建材业", "base": "工业产值", "kind": "share"},
    ),
    Example(
        "旅游业GDP占比提高到12%。",
        "12%",
        {"measure": "占比", "subject": "旅游业", "base": "GDP", "kind": "share"},
    ),
    Example(
        "装备制造业完成投资9亿元，增长5%，在工业投资中的占比为40%。",
        "40%",
        {"subject": "装备制造业", "base": "工业投资", "kind": "share"},
    ),
    Example(
        "电车销量达到全县汽车总销量的40%。",
        "40%",
        {"measure": "销量", "base": "全县汽车总销量", "kind": "share"},
    ),
    Example(
        "明岳集团海外收入9亿元，营收占比达30%。",
        "30%",
        {"measure": "海外收入", "subject": "明岳集团", "base": "营收", "kind": "share"},
    ),
    Example(
        "鹿港高新区的出口额全市占比为27%。", "27%", {"measure": "出口额", "base": "全市", "kind": "share"}
    ),
)

_PART = pattern(r"(?:所?占(?!比(?!重)|有?率|地(?!区|方)|用|领|补)据?|相当于)(?:了|到)?(?:整个)?")
_WORD = pattern(r"(?:的)?(?P<word>市场份额|市场占有率|比重|比例|份额|总量的比重)(?:的|要|应)?$")
_MULTIPLE_OF = pattern(r"[^，。；]*?(?P<is>(?:是|相当于|达到?|为))(?P<base>[^，。；是为]{2,16})的")
_APART = {
    "约": Comparator.ABOUT,
    "大约": Comparator.ABOUT,
    "超": Comparator.MORE,
    "超过": Comparator.MORE,
    "近": Comparator.LESS,
}


@dataclass(frozen=True, slots=True)
class Parted:
    """The words before 占, the base, the word for the share, 占 itself, and a comparator that stands before it."""

    part: Span
    base: Span | None
    word: Span | None
    cue: Span
    comparator: Comparator | None = None
    apart: Span | None = None


_SHARE_HELD = pattern(
    r"(?P<word>(?:市场)?份额|比重|比例)(?:已|约|将|高|合计)?(?:达到?|为|超过?)(?=[^，。；、\d]{2})"
)
"""所占份额已达|国内市场的52%: the word for the share stands before what it is of."""


def part_and_base(text: str, span: Span, grammar: Grammar) -> Parted | None:
    """Take `…占…比重` apart; None where no 占 stands in `span`."""
    every = tuple(_PART.finditer(text, span.start, span.end))
    if not every:
        return None
    found = every[-1]
    part_end = found.start()
    if text[part_end - 1] == "要" and text[part_end - 2 : part_end] not in ("主要", "需要", "重要"):
        part_end -= 1  # 新能源汽车要|占50%
    comparator, stands = None, None
    for apart, meaning in _APART.items():
        if text.endswith(apart, span.start, part_end):
            comparator, stands = meaning, Span(part_end - len(apart), part_end)
            part_end = stands.start
            break
    start, end = trim(text, found.end(), span.end, grammar)
    if held := _SHARE_HELD.match(text, start, end):
        return Parted(
            Span(span.start, part_end),
            Span(held.end(), end),
            Span(*held.span("word")),
            Span(*found.span()),
            comparator,
            stands,
        )
    word = _WORD.search(text[start:end])
    share_word = Span(start + word.start("word"), start + word.end("word")) if word else None
    if word:
        end = start + word.start()
        if share_word and text.startswith("市场", share_word.start) and word["word"] != "市场占有率":
            end = share_word.start + 2
    if was := WAS.search(text, start, end):
        end = was.start()
    while end > start and text[end - 1] in "的、，":
        end -= 1
    word = word or _WORD.search(text[start:end])
    if word and share_word is None:
        share_word = Span(start + word.start("word"), start + word.end("word"))
        end = start + word.start()
    base = Span(start, end) if start < end else None
    return Parted(Span(span.start, part_end), base, share_word, Span(*found.span()), comparator, stands)


def match(context: Context) -> Filling | None:
    if (put_in := _put_in(context)) is not None:
        return put_in
    if (member := _of_a_mix(context)) is not None:
        return Filling(NAME, Kind.SHARE, member, economy=True)
    parted = part_and_base(context.text, context.left, context.grammar) or _multiple_of(context)
    if parted is None:
        return (
            _of_bases_in_turn(context)
            or _same_part(context)
            or _same_whole(context)
            or _of_the_product(context)
            or _of_what_it_earns(context)
            or _of_the_scope(context)
            or _reached(context)
            or _second_member(context)
        )
    return share_of_it(context, parted)


def _of_bases_in_turn(context: Context) -> Filling | None:
    """约占全国、全球的四成和|两成: the base of a further share of the list, in its place among those told before them."""
    parted = part_and_base(context.text, context.run_left, context.grammar) if context.index else None
    if parted is None or parted.base is None:
        return None
    return share_of_it(context, parted) if split_list(context.text, parted.base, len(context.run)) else None


def share_of_it(context: Context, parted: Parted) -> Filling:
    """The share that a figure is, of words that were taken apart."""
    measure, subject, economy = _as_the_last(context, parted) or _part(context, parted)
    base = parted.base
    if (
        base is not None
        and len(context.run) > 1
        and (each := split_list(context.text, base, len(context.run)))
    ):
        base = each[context.index]  # 约占全国、全球的四成和两成
    return Filling(
        NAME, Kind.SHARE, measure, subject, base, parted.comparator, economy=economy,
        cue=parted.cue, apart=parted.apart,
    )  # fmt: skip


_WITH = pattern(
    r"(?P<who>[^，。；、“”]{2,16}?)以(?:占)?(?P<base>全[国省市县区球]|世界)?(?:约|近|不到|不足)?$"
)


_IS_A_RATE = pattern(r"的[^，。；、的\d]{0,8}?(?:速度|增速|增幅|涨幅|降幅|跌幅|增长)")


def _put_in(context: Context) -> Filling | None:
    """高新区以2%的土地创造了全县30%的产值: what little somebody makes so much of."""
    text = context.text
    with_it = _WITH.fullmatch(text, context.left.start, context.left.end)
    if (
        with_it is None
        or not text.startswith("的", context.right.start)
        or _IS_A_RATE.match(text, context.right.start)
    ):
        return None
    named = right_phrase(text, context.right.start, context.right.end, context.grammar)
    who = subject_phrase(text, *with_it.span("who"), context.grammar)
    if named is None or who is None:
        return None
    base = Span(*with_it.span("base")) if with_it["base"] else None
    return Filling(NAME, Kind.SHARE, named, who, base)


_HOLDS = pattern(r"(?:包含|包括|含有|涵盖|由)$")
_AND_SHARE = pattern(r"(?:[、和与及]|以及)\d")


def _of_a_mix(context: Context) -> Span | None:
    """包括30%轿车、50%客车: what a share is of, where a list tells each share before it."""
    text, start = context.text, context.figure.start
    before = context.before[-1] if context.before else None
    measure = None if before is None or before.filling.construction != NAME else before.filling.measure
    goes_on = before is not None and measure is not None and measure.start == before.figure.end
    if goes_on and measure is not None and _AND_SHARE.fullmatch(text, measure.end, start + 1) is None:
        return None
    if not goes_on and _HOLDS.search(text, max(context.left.start, start - 4), start) is None:
        return None
    named = right_phrase(text, context.right.start, context.right.end, context.grammar)
    if named is None or named.start != context.figure.end or context.figure.form is not Form.PERCENT:
        return None
    return named if goes_on or _AND_SHARE.match(text, named.end) is not None else None


def _reached(context: Context) -> Filling | None:
    """自然保护区保护了全省70%以上的湿地: of what somebody has or reaches so large a part."""
    text = context.text
    if not text.startswith("的", context.right.start) or _IS_A_RATE.match(text, context.right.start):
        return None
    if context.grammar.trailing_growth.search(context.left_words):
        return None
    start, end = trim(text, context.left.start, context.left.end, context.grammar)
    of = next((one for one in context.grammar.universes.finditer(text, start, end) if one.end() == end), None)
    verb = verb_at_end(text, start, end if of is None else of.start(), context.grammar)
    named = right_phrase(text, context.right.start, context.right.end, context.grammar)
    if verb is None or named is None:
        return None
    who = subject_phrase(text, start, verb, context.grammar) if start < verb else None
    return Filling(NAME, Kind.SHARE, named, who, None if of is None else Span(*of.span()))


def _part(context: Context, parted: Parted) -> tuple[Span | None, Span | None, bool]:
    """Measure and subject of the part, and whether the measure needs no subject."""
    text = context.text
    phrase = context.phrase(parted.part)
    measure, subject = phrase.measure, phrase.subject
    if text.startswith("的", context.right.start):
        named = right_phrase(text, context.right.start, context.right.end, context.grammar)
        if named is not None:
            return named, measure or subject, False
    antecedent = context.same_sentence()
    if antecedent is not None and _is_pulled(antecedent, text):
        antecedent = next((one for one in context.earlier() if not _is_pulled(one, text)), None)
    if antecedent is not None and antecedent.figure.form is Form.COUNT and _of_a_market(parted, text):
        # 销量占国内市场的70%，远销90个国家，占国际市场的50%: of the sales
        shares = (one for one in context.earlier() if one.filling.construction == NAME)
        antecedent = next(shares, antecedent)
    if antecedent is not None and antecedent.filling.subject is None and _is_a_rate(antecedent, text):
        antecedent = next((one for one in context.earlier() if not _is_a_rate(one, text)), antecedent)
    if (
        measure is None
        and antecedent is not None
        and _TOGETHER.search(text, parted.part.start, parted.cue.start)
    ):
        together = _members_before(context, antecedent)
        return antecedent.filling.measure, subject or together or antecedent.filling.subject, False
    of_a_whole = parted.word is not None and text[parted.word.start : parted.word.end] in ("比重", "比例")
    copied = of_a_whole and antecedent is not None and antecedent.filling.kind in (Kind.LEVEL, Kind.GROWTH)
    if measure is None and parted.word is not None and subject is None and not copied:
        return parted.word, None, False
    if (
        of_a_whole
        and parted.base is not None
        and measure is not None
        and subject is None
        and not phrase.listed
    ):
        return parted.word, measure, False  # 连锁药店占全部门店的比重: a thing, and nothing that is measured
    if measure is None and antecedent is not None:
        filling = antecedent.filling
        if (
            filling.measure is not None
            and filling.subject is not None
            and _is_a_rate(antecedent, context.text)
        ):
            return filling.subject, subject, filling.economy  # 出口增速高出全国2个百分点，占…: the exports
        return filling.measure, subject or filling.subject, filling.economy
    return measure or parted.word, subject, phrase.economy or not phrase.listed


def _of_a_market(parted: Parted, text: str) -> bool:
    base = parted.base
    return base is not None and text.endswith("市场", base.start, base.end)


RATES = ("增速", "增幅", "涨幅", "降幅")
"""Measures that say how something grows, of which nothing is a part."""


def _is_a_rate(draft: Draft, text: str) -> bool:
    measure = draft.filling.measure
    return measure is not None and text[measure.start : measure.end] in RATES


def _is_pulled(draft: Draft, text: str) -> bool:
    """出口9亿元，拉动外贸增长2个百分点，占…: what something adds to a whole has no part of anything."""
    measure = draft.filling.measure
    return draft.figure.form is Form.POINTS and measure is not None and text.startswith("拉动", measure.start)


def _multiple_of(context: Context) -> Parted | None:
    """是全市平均水平的2.3倍: what a multiple is a multiple of."""
    match = _MULTIPLE_OF.match(context.text, context.left.start, context.figure.start)
    if context.figure.form is Form.PERCENT:
        return _not_even(context)
    if context.figure.form is not Form.TIMES or match is None or match.end() != context.figure.start:
        return None
    of_a_time = match["base"].endswith(("年", "时期", "同期", "期末"))  # 是2020年的1.8倍: over time, no base
    base = None if of_a_time else Span(*match.span("base"))
    return Parted(Span(context.left.start, match.start("is")), base, None, Span(*match.span("is")))


_NOT_EVEN = pattern(
    r"(?P<is>(?P<less>不到|不足|不及)|达到?(?=[^，。；的]{0,10}总[\u4e00-\u9fff]{1,2}的)|相当于|仅为|仅相当于|仅是|只有|只是)(?P<base>(?!约|近|上年|去年|同期)[\u4e00-\u9fff]{2,10}?)的$"
)


def _not_even(context: Context) -> Parted | None:
    """不到长沙的两成, 仅为进口的一半: what so large a part of another is, told without 占."""
    match = _NOT_EVEN.search(context.text, context.left.start, context.figure.start)
    if match is None or context.text.startswith("的", context.right.start):
        return None
    found = Span(*match.span("is"))
    less = Comparator.LESS if match["less"] else None
    part = Span(context.left.start, found.start)
    return Parted(part, Span(*match.span("base")), None, found, less, found if less else None)


def _as_the_last(context: Context, parted: Parted) -> tuple[Span, Span, bool] | None:
    """一般贸易进出口占55%，加工贸易占20%: another member of the same whole, which has the same measure."""
    before = context.before[-1] if context.before else None
    if parted.base is not None or parted.word is not None or before is None:
        return None
    shares = (draft for draft in reversed(context.before) if draft.filling.construction == NAME)
    before = next(shares, before)
    first = before.filling
    if before.sentence != context.sentence or first.measure is None:
        return None
    if first.subject is None or listed_measure(first, context.text, context.grammar) is None:
        return None
    phrase = context.phrase(parted.part)
    if phrase.listed or phrase.measure is None or phrase.subject is not None:
        return None
    since = context.before[context.before.index(before) + 1 :]
    if any(draft.filling.kind is Kind.LEVEL and draft.filling.measure != first.measure for draft in since):
        return None  # 研发投入占营收的8%，员工900人，研发人员占35%: another whole was told since
    return first.measure, phrase.measure, False


_HAVE = pattern(r"(?:已经?|现|共|还|仍|约)*有$")
_TOGETHER = pattern(r"(?:合计|共|总共|总计|合起来)(?:约|近|超|超过)?$")


def _members_before(context: Context, last: Draft) -> Span | None:
    """A、B分别为x、y，合计占…: the list of those whose figures stand before, the first to the last."""
    first = last
    for draft in reversed(context.before):
        if draft.clause != last.clause or draft.filling.measure != last.filling.measure:
            break
        first = draft
    one, other = first.filling.subject, last.filling.subject
    if first is last or one is None or other is None or one.start >= other.start:
        return None
    if first.figure.start < other.start:
        return None  # 北京增长11%、上海增长13%，合计占…: no list of names
    return Span(one.start, other.end)


_OF_ANOTHER = pattern(r"[、，和及与](?:分别)?(?:约|近)?(?P<base>[^，。；、\d]{2,12}?)的$")


def _same_part(context: Context) -> Filling | None:
    """约占全国的30%、全球的八分之一; 占全省的90%和20%、全国的40%和16%: the same parts of another base, and as near."""
    members = len(context.run)
    if len(context.before) < members + context.index:
        return None
    last, before = context.before[-1 - context.index], context.before[-members]
    if before.sentence != context.sentence or last.filling.kind is not Kind.SHARE:
        return None
    if before.filling.construction != NAME and (members == 1 or before.filling.base is None):
        return None
    other = _OF_ANOTHER.fullmatch(context.text, last.figure.end, context.run[0].start)
    first = before.filling
    if other is None or first.base is None or context.text.startswith("的", context.right.start):
        return None
    return Filling(
        NAME,
        Kind.SHARE,
        first.measure,
        first.subject,
        Span(*other.span("base")),
        first.comparator,
        economy=first.economy,
        cue=first.cue,
        apart=first.apart,
    )


_ITS_WEIGHT = pattern(r"(?:的)?(?P<word>比重|占比)(?:分别|更是|更|则|也)?(?:为|是|达到?|占)?$")


def _same_whole(context: Context) -> Filling | None:
    """甲业产值占工业产值的比重为10%，乙业产值比重为15%: the same measure of another part of the same whole."""
    weight = _ITS_WEIGHT.search(context.text, context.left.start, context.figure.start)
    before = context.before[-1] if context.before else None
    if weight is None or before is None or before.sentence != context.sentence:
        return None
    first = before.filling
    if first.construction != NAME or first.base is None or first.measure is None:
        return None
    phrase = context.phrase(Span(context.left.start, weight.start()))
    word = Span(*weight.span("word"))
    if (
        phrase.measure is not None
        and not phrase.listed
        and phrase.subject is None
        and _of_all(context, first.base)
    ):
        return Filling(NAME, Kind.SHARE, word, phrase.measure, first.base, cue=word)
    if phrase.measure is None or not _are_the_same_words(context.text, phrase.measure, first.measure):
        return None
    return Filling(
        NAME, Kind.SHARE, phrase.measure, phrase.subject, first.base, economy=phrase.economy, cue=word
    )


def _of_all(context: Context, base: Span) -> bool:
    """机器人产量占全国四成，服务机器人占比更是超八成: whether a base is a whole place, of which the next is a part too."""
    return context.grammar.universes.fullmatch(context.text, base.start, base.end) is not None


def _are_the_same_words(text: str, one: Span, other: Span) -> bool:
    return text[one.start : one.end] == text[other.start : other.end]


_OF_THE_PRODUCT = pattern(
    r"(?P<base>GDP|(?:地区|国内)?生产总值)(?P<word>占比|比重)(?:已|约|将)?(?:为|是|达到?|(?:提高|提升|上升|增加)[到至])?$"
)


def _of_the_product(context: Context) -> Filling | None:
    """旅游业GDP占比提高到12%: a part of the whole product, named without 占."""
    of = _OF_THE_PRODUCT.search(context.text, context.left.start, context.figure.start)
    if of is None or of.start() == context.left.start:
        return None
    part = subject_phrase(context.text, context.left.start, of.start(), context.grammar)
    word, base = Span(*of.span("word")), Span(*of.span("base"))
    return None if part is None else Filling(NAME, Kind.SHARE, word, part, base, cue=word)


_BY_ITS_WHOLE = pattern(
    r"，(?:其?在)?(?P<base>总?[^，。；、的\d]{2,6}?)(?:中的?)?(?P<word>占比|比重)(?:已|约|将|也)?(?:为|是|达到?|高达|超过?|(?:提高|提升|上升|增加)[到至])?$"
)


_IN_ITS_WHOLE = pattern(
    r"，其?在(?P<base>[^，。；、在的\d]{2,12})(?:当中|之中|中)的?(?P<word>占比|比重|比例|份额)(?:已|约|将|也)?(?:为|是|达到?|高达|超过?|(?:提高|提升|上升|增加)[到至])?$"
)


def _in_its_whole(context: Context, inside: re.Match[str]) -> Filling | None:
    """某业完成投资9亿元，在工业投资中的占比为40%: the part of which the sentence has told how much it is, in a whole that has a measure."""
    base, word = Span(*inside.span("base")), Span(*inside.span("word"))
    listed = context.grammar.measure_at_end(context.text, base.start, base.end)
    part = next(context.earlier_levels(), None)
    if part is None or part.filling.measure is None or listed is None or not listed[1].id:
        return None
    told = part.filling
    return Filling(NAME, Kind.SHARE, told.measure, told.subject, base, economy=told.economy, cue=word)


def _of_what_it_earns(context: Context) -> Filling | None:
    """海外收入9亿元，增长5%，营收占比达30%: the amount told before, and the word for the whole that it is a part of."""
    text = context.text
    if (inside := _IN_ITS_WHOLE.search(text, context.left.start - 1, context.figure.start)) is not None:
        return _in_its_whole(context, inside)
    of = _BY_ITS_WHOLE.fullmatch(
        text, max(context.sentence.start, context.left.start - 1), context.figure.start
    )
    part = None if of is None else next(context.earlier_levels(), None)
    if of is None or part is None or part.filling.measure is None or part.figure.quantity.unit not in MONEY:
        return None
    base, measure = Span(*of.span("base")), part.filling.measure
    whole = context.grammar.measure_at_end(text, base.start, base.end)
    if (
        whole is None
        or whole[0] > base.start + 1
        or (whole[1].scope, whole[1].dimension) != ("subject", "money")
    ):
        return None
    if any(part == text[base.start : base.end] for part, _ in context.grammar.parts_of):
        return None  # 财政收入9亿元，税收占比七成: a part of it
    if text.endswith(text[base.start : base.end], measure.start, measure.end):
        return None  # 出口额9亿元，出口额占比30%: of another whole
    return Filling(
        NAME, Kind.SHARE, measure, part.filling.subject, base, economy=part.filling.economy, cue=Span(*of.span("word"))
    )  # fmt: skip


_OF_THE_SCOPE = pattern(
    r"(?<=[\u4e00-\u9fff]{2})(?<![在占于居])(?P<base>全[国省市县区球])(?P<word>占比|比重)(?:已|约|将)?(?:为|是|达到?|由|从|(?:提高|提升|上升|增加)[到至])?$"
)


def _of_the_scope(context: Context) -> Filling | None:
    """经济总量全市占比由24%提高到27%: a part of the same of the whole place, named without 占."""
    of = _OF_THE_SCOPE.search(context.text, context.left.start, context.figure.start)
    if of is None:
        return None
    phrase = context.phrase(Span(context.left.start, of.start()))
    if phrase.measure is None:
        return None
    base, word = Span(*of.span("base")), Span(*of.span("word"))
    return Filling(NAME, Kind.SHARE, phrase.measure, phrase.subject, base, economy=phrase.economy, cue=word)


def _second_member(context: Context) -> Filling | None:
    """…占全国3.1%的茶园，4%的茶叶产值: the second share has base and comparator of the first."""
    named = right_phrase(context.text, context.right.start, context.right.end, context.grammar)
    if named is None or context.figure.form is Form.RATIO:
        return None
    before = context.before[-1] if context.before else None
    words = context.left_words.strip("、，和及 ")
    universes = tuple(context.grammar.universes.finditer(words))
    if universes and universes[-1].end() == len(words):
        universe = universes[-1][0]
        start = context.left.start + context.left_words.rindex(universe)
        who = None if before is None or before.sentence != context.sentence else before.filling.subject
        shared = who is not None and before is not None and before.filling.kind is Kind.SHARE
        return Filling(NAME, Kind.SHARE, named, who if shared else None, Span(start, start + len(universe)))
    if (
        not words
        and before
        and before.sentence == context.sentence
        and before.filling.base
        and before.filling.kind is Kind.SHARE
    ):
        first = before.filling
        return Filling(
            NAME,
            Kind.SHARE,
            named,
            first.subject,
            first.base,
            first.comparator,
            cue=first.cue,
            apart=first.apart,
        )
    start, end = trim(context.text, context.left.start, context.left.end, context.grammar)
    end = before_a_list(context.text, start, end)
    if start < end and context.text.startswith("的", context.right.start) and _HAVE.search(words):
        return Filling(
            NAME, Kind.SHARE, named, Span(start, end)
        )  # 全市已有九成以上的企业: whose, and of what
    if not context.text.startswith("的", context.right.start):
        # 八成以上财政资金用于民生: nothing before the share, and the whole after it; 覆盖|九成以上行政村
        alone = start >= end or verb_at_end(context.text, start, end, context.grammar) == start
        return Filling(NAME, Kind.SHARE, named, economy=True) if alone and context.index == 0 else None
    return Filling(NAME, Kind.SHARE, named, economy=True) if start >= end else None
