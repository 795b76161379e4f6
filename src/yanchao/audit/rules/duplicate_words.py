"""A comparator or a unit that stands twice on one number.

**What it does.** Finds two comparators on one number (超98%以上, 约40%左右) and a unit repeated after the thing counted
(下线1000万辆汽车万辆), or a unit, a bound or a word of growth written twice running (300亿元亿元, 40%左右左右, 同比同比增长6%).

**Why it is bad.** 超98%以上 bounds the number twice, and 约…左右 or 近…多 say two different things of it. A repeated unit usually
stands where another word was lost.

**How to mend it.** Keep one of the two: 98%以上 or 超98%. Certain, and done by `--fix`: what stands twice running goes once; of two
words that bound the number to the same side (超…以上, 约…左右) the one behind the number stays. Two that disagree (近…以上) and a unit that
returns later in its clause are for the author.

**Source.** House rule, and the habit of every Chinese copy desk.
"""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.rule import Examples, Fault, Group
from yanchao.audit.wording import take_apart
from yanchao.documents.document import Document
from yanchao.documents.editing import Edit
from yanchao.quick import pattern
from yanchao.statements.statement import Comparator, Span

CODE = "YC301"
NAME = "duplicate-words"
TITLE_ZH = "限定词或单位重复"
PAGE_ZH = """
**查什么。** 一个数带两个限定词（超98%以上、约40%左右）；单位在所计的事物后面又写一遍（下线1000万辆汽车万辆）；
单位、限定词或表示增长的词连写两遍（300亿元亿元、40%左右左右、同比同比增长6%）。

**为什么。** “超98%以上”把一个数限定了两次；“约……左右”“近……多”则是对同一个数说了两样话。
单位重复的地方，往往是漏掉了别的词。

**怎么改。** 两个里留一个：“98%以上”或“超98%”。改法确定、`--fix`可自动改的有两种：连写两遍的，删去一遍；
两个限定词方向一致的（超……以上、约……左右），留数字后面的那个。
两个限定词互相矛盾的（近……以上），单位隔几个字在同一分句里又出现的，由作者定。

**依据。** 本工具自定，也是各家中文报刊校对的惯例。
"""
GROUP = Group.FORM
SEVERITY = Severity.ERROR
EXAMPLES = Examples(
    bad=(
        "全省自来水普及率超95%以上。",
        "2024年，全市累计生产300万台空调万台。",
        "全省生产总值增速比全国高1.2个%。",
        "2024年，全市空调产业营业收入300亿元亿元，同比增长6%%。",
        "2024年，全市空调产量同比同比增长6%。",
    ),
    good=(
        "全省自来水普及率超95%。",
        "全省自来水普及率达95%以上。",
        "2024年，全市生产空调300万台，出口120万台。",
        "一个指挥中心连着上千家上下游企业。",
        "数据在不到10毫秒内传到。",
        "<p>近300项标准发布</p>",
    ),
)

TWO_UNITS = pattern(r"(?<=\d)个[%％]")
TAG = pattern(r"</?[A-Za-z][^<>]*>$")
LONGEST_TAG = 80
CLAUSE_END = pattern(r"[，。；：、！？,;!?\n]")
COUNTED_BEFORE = "0123456789０１２３４５６７８９.一二两三四五六七八九十百千万亿数几上近超过约每多余达"
"""What may stand before a multiplier and unit that belong to a number of their own: 数万辆, 上万辆, 每万辆."""


SAME_CLAIM = (
    {Comparator.MORE, Comparator.AT_LEAST},
    {Comparator.AT_MOST},
    {Comparator.ABOUT},
)
"""Bounds of which one says no more than two. 近 and 低于 are both `<`, yet not the same claim: they stay for the author."""

PARTED_POINT = pattern(r"(?<=\d)个(?=个百分点)")
SIGNS = ("%", "％", "‰")


def check(dossier: Dossier) -> Iterator[Fault]:
    for figure in dossier.figures:
        if len(figure.statement.quantity.comparators) > 1 and not (
            _opens_word(figure) or _closes_tag(figure) or _bounds_a_reach(figure)
        ):
            yield _doubled_comparator(figure)
        yield from _twice_running(figure)
        yield from _two_units(figure)
        repeated = _repeated_unit(figure)
        if repeated is not None:
            yield repeated
    twice = pattern(rf"({dossier.lexicon.any_cue('once')})\1")
    for extraction in dossier.extractions:
        document = extraction.document
        for found in twice.finditer(document.text):
            yield _repeated(document, found.start(), Span(found.end(1), found.end()))


def _two_units(figure: Figure) -> Iterator[Fault]:
    """4.1个%: half of 个百分点 and a percent sign, which are not the same thing."""
    text = figure.document.text
    both = TWO_UNITS.search(text, figure.start, figure.end + 2)
    if both is not None:
        yield Fault(
            figure.document,
            figure.start,
            max(figure.end, both.end()),
            Said("duplicate-words.units", first="个", second=both.group()[-1]),
        )


def _opens_word(figure: Figure) -> bool:
    """Whether the last bound is the beginning of another word: 上千家上下游企业."""
    return figure.text.endswith("上下") and figure.document.text.startswith("游", figure.end)


WITHIN = "内"


def _bounds_a_reach(figure: Figure) -> bool:
    """在不到10毫秒内: 内 says what happens in so little, and is no second bound."""
    last, _ = figure.statement.quantity.comparators[-1]
    return figure.document.text[last.start : last.end] == WITHIN


def _closes_tag(figure: Figure) -> bool:
    """Whether the first bound is the end of a tag that was left in a text: <p>近300项."""
    first, _ = figure.statement.quantity.comparators[0]
    return TAG.search(figure.document.text, max(0, first.end - LONGEST_TAG), first.end) is not None


def _doubled_comparator(figure: Figure) -> Fault:
    text, comparators = figure.document.text, figure.statement.quantity.comparators
    bounds = [span for span, _ in comparators]
    words = [text[span.start : span.end] for span in bounds]
    # The word after the number is the weaker claim and the one that copy desks keep.
    kept = text[bounds[0].end : figure.end] if bounds[0].start == figure.start else None
    claims = {claimed for _, claimed in comparators}
    is_certain = kept and len(bounds) == 2 and any(claims <= same for same in SAME_CLAIM)
    return Fault(
        figure.document,
        figure.start,
        figure.end,
        Said("duplicate-words.comparator", first=words[0], second=words[-1]),
        suggest="".join(kept.split()) if kept else None,
        repair=(_without(bounds[0]),) if is_certain else (),
    )


def _twice_running(figure: Figure) -> Iterator[Fault]:
    """The figure's unit or its last bound, written again right behind it: 300亿元亿元, 6%%, 40%左右左右."""
    text, form = figure.document.text, take_apart(figure)
    tails = [text[span.start : span.end] for span, _ in figure.statement.quantity.comparators[-1:]]
    if form is not None:
        tails.append(form.multiplier + form.after)
        tails += [form.after[1:]] if form.after.startswith("个") else []  # 1.5个百分点百分点
    for tail in tails:
        # One character may open the next word (300家家具企业); two are written twice by accident only.
        telling = (len(tail) > 1 or tail in SIGNS) and text.endswith(tail, 0, figure.end)
        if telling and text.startswith(tail, figure.end):
            yield _repeated(figure.document, figure.start, Span(figure.end, figure.end + len(tail)))
            return
    parted = PARTED_POINT.search(text, figure.start, figure.end + len("个百分点"))
    if parted is not None:
        yield _repeated(figure.document, figure.start, Span(parted.end(), parted.end() + 1))


def _repeated(document: Document, start: int, again: Span) -> Fault:
    text = document.text
    return Fault(
        document,
        start,
        again.end,
        Said("duplicate-words.running", word=text[again.start : again.end]),
        suggest="".join(text[start : again.start].split()),
        repair=(_without(again),),
    )


def _without(span: Span) -> Edit:
    return Edit(span.start, span.end, "")


def _repeated_unit(figure: Figure) -> Fault | None:
    form = take_apart(figure)
    if form is None or not form.multiplier or not form.after:
        return None
    unit = form.multiplier + form.after[0]
    text = figure.document.text
    end = CLAUSE_END.search(text, figure.end)
    clause_end = min(end.start() if end else len(text), figure.end + 30)
    place = text.find(unit, figure.end, clause_end)
    if place <= figure.end or text[figure.end : place].rstrip()[-1:] in COUNTED_BEFORE:
        return None  # 甲、乙产值分别达13 亿元和14 亿元: a number of its own, however it is set
    document = figure.document
    return Fault(
        document,
        figure.start,
        figure.end,
        Said("duplicate-words.unit", unit=unit, text=figure.text),
        related=(((document, place, place + len(unit)), Said("first-place")),),
    )
