"""From a document to its statements: fold, scan, mark, attach, inherit, in one pass over its blocks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest

from yanchao.documents.document import Block, BlockKind, Document
from yanchao.lexicon.lexicon import Lexicon
from yanchao.quick import pattern, replace
from yanchao.statements.attachment import attach
from yanchao.statements.completion import complete
from yanchao.statements.confidence import in_its_text
from yanchao.statements.dates import dates_the_text, day_of, spoken_year, yearbook_period
from yanchao.statements.going_on import Told
from yanchao.statements.grammar import Grammar, grammar
from yanchao.statements.heading_places import heads_place, leads_paragraph
from yanchao.statements.headings import holds_number, tables_of
from yanchao.statements.headlines import headlines_of
from yanchao.statements.inherit import LOOKS_BACK, OF_TASKS, Frame, Words, in_place, under_heading
from yanchao.statements.long_tables import long_table, read_row
from yanchao.statements.opening import opening_frame
from yanchao.statements.own_kinds import kinds_told_of
from yanchao.statements.passages import Passage, read_passage
from yanchao.statements.period import Period, TimeRole
from yanchao.statements.places import own_words
from yanchao.statements.pointed_places import towns_named
from yanchao.statements.report_periods import report_period, undated_report_period
from yanchao.statements.statement import Extraction, Mention, Span, Statement
from yanchao.statements.subjects import item_heading
from yanchao.statements.tables import read_cell
from yanchao.statements.work_told import leads_to_work

_FRAMING_BEFORE = pattern(r"(?:过去的|刚过去的|走过的|回顾|回望|回首)$")
_FRAMING_AFTER = pattern(
    r"，?[^，。；]{0,6}(?:是|工作)[^。]{0,60}?(?:年|岁月|一年|如下|：)|工作(?:回顾|安排)"
)
_THE_YEAR = ("过去一年", "过去的一年", "这一年", "一年来")
"""刚刚过去的一年，…: the year that a report goes on about."""

_LEADS_TO_GOALS = pattern(r"[^。]{0,40}(?:目标|任务|指标)[^。]{0,8}(?:：|:|如下|。)")
_GOALS_BEFORE = pattern(r"(?:发展目标|主要目标|总体目标|工作目标)[。：:](?:到|至)$")
"""发展目标。到2025年，…: goals told one by one in what follows."""


_HEAD_OF_A_REPORT = 400
"""How far into a text stands what its 报告期 means."""

_LEAD_OF_A_REPORT = 120
"""How far behind the title the report is named that a text is about; one named later is cited (2019年年报显示，…)."""

_TOWNS_KEPT = 8
"""How many towns back a bare name (濮院) may point."""

_TITLES_KEPT = 8
"""How many titles back a short one (《规划》) may point."""


def extract(document: Document, lexicon: Lexicon) -> Extraction:
    """All statements and mentions of a document, in order of their place.

    Page furniture is passed over. Every field that a statement's own clause does not give is inherited by the
    rules of `completion.py` and `inherit.py`, and its evidence says so.
    """
    from yanchao.statements.mentions import find_mentions  # not needed by those who want figures alone

    statements: list[Statement] = []
    mentions: list[Mention] = []
    problems: list[str] = []
    rules = grammar(lexicon)
    for passage, frame, stated in _walk(document, lexicon, problems):
        statements.extend(stated)
        if passage is not None:
            below = _below_item(frame, passage, rules)
            mentions.extend(find_mentions(passage.folded, passage.marks, passage.sentences, below, lexicon))
    return Extraction(document, in_its_text(statements), tuple(mentions), tuple(problems))


def extract_statements(document: Document, lexicon: Lexicon) -> Extraction:
    """The statements of a document as `extract` gives them, its mentions left unread: what an audit needs."""
    problems: list[str] = []
    found = [each for _, _, stated in _walk(document, lexicon, problems) for each in stated]
    return Extraction(document, in_its_text(found), problems=tuple(problems))


def _walk(
    document: Document, lexicon: Lexicon, problems: list[str]
) -> Iterator[tuple[Passage | None, Frame, Sequence[Statement]]]:
    """Block by block: the passage (None for a cell that holds a number), the frame over it, and its statements.

    What is wrong with rows of tables is added to `problems`.
    """
    published = day_of(document)
    frame = replace(opening_frame(document, lexicon), kinds=kinds_told_of(document, lexicon))
    rules = grammar(lexicon)
    tables = tables_of(document)
    long_tables = {
        number: long for number, table in tables.items() if (long := long_table(document, table)) is not None
    }
    title = document.title or ""
    undated = undated_report_period(title, published) if published is not None else None
    report = report_period(f"{title} {document.text[:_HEAD_OF_A_REPORT]}") or undated
    about = report_period(f"{title} {document.text[: len(title) + _LEAD_OF_A_REPORT]}") or undated
    if about is not None and frame.region is None:
        frame = replace(frame, periods=((0, Words(about, 0, 0)),))
    if (yearbook := yearbook_period(document)) is not None:
        frame = replace(frame, periods=((0, yearbook),))
    spoken = spoken_year(document) if published is None else None
    told = Told()
    headlines = headlines_of(document)
    for block in document.blocks:
        if block.kind is BlockKind.FURNITURE:
            continue
        if block.cell is not None and (long := long_tables.get(block.cell.table)) is not None:
            table, row = tables[block.cell.table], block.cell.row
            if row > 0 and block is table.rows[row][0]:
                found = read_row(document, table, long, row, frame, lexicon)
                if isinstance(found, str):
                    problems.append(found)
                else:
                    yield None, frame, (found,)
            continue
        if block.cell is not None and holds_number(document.text[block.start : block.end]):
            cell = read_cell(document, tables[block.cell.table], block, frame, lexicon, rules, published)
            yield None, frame, () if cell is None else (cell,)
            continue
        over = (
            frame
            if block.kind is not BlockKind.HEADING
            else under_heading(frame, block.level, (), None, None)
        )
        passage = read_passage(document.text, block, lexicon, published, _year_of(over) or spoken, report)
        if block.kind is BlockKind.HEADING and not dates_the_text(passage.folded.text, block.start):
            frame = _enter(frame, passage, block, published)
        elif block.start in headlines:
            frame = _of_another_item(frame, passage)
        if (place := heads_place(passage, lexicon)) is not None:
            frame = in_place(frame, place.value, block.level)
        own_place = None if block.kind is BlockKind.HEADING else leads_paragraph(passage, lexicon)
        over = told.over(
            frame if own_place is None else in_place(frame, own_place.value, block.level), passage
        )
        stated = (
            complete(attach(passage, rules), passage, over, lexicon, rules, published)
            if passage.figures
            else ()
        )
        told = told.after(passage, stated, block)
        yield passage, frame, stated
        if block.kind is not BlockKind.HEADING:
            frame = _asked(_framed(frame, passage), passage)
        if passage.titles:
            frame = replace(frame, titles=(*frame.titles, *passage.named_titles())[-_TITLES_KEPT:])
        if towns := towns_named(passage, lexicon):
            frame = replace(frame, towns=(*frame.towns, *towns)[-_TOWNS_KEPT:])
        called = own_words(passage, frame, lexicon)
        if called is not None:
            frame = replace(frame, called=called)


def _below_item(frame: Frame, passage: Passage, rules: Grammar) -> Frame:
    """The frame of a passage that its own opening words head (2.电子材料：…), an industry of the packs."""
    item = item_heading(passage, rules)
    return replace(frame, cluster=item.cluster) if item is not None and item.cluster is not None else frame


def _of_another_item(frame: Frame, passage: Passage) -> Frame:
    """The frame below the headline of another item: the industry of the headline before goes on no further."""
    if frame.cluster == frame.topic:
        return frame
    return replace(frame, cluster=_first_cluster(passage) or frame.topic)


def _first_cluster(passage: Passage) -> Words | None:
    """The industry of the packs that a passage names first."""
    mark = next((mark for mark in passage.marks if mark.sort == "cluster"), None)
    return passage.named(mark.id, mark.start, mark.end) if mark else None


def _year_of(frame: Frame) -> int | None:
    """The year that a frame speaks of, where it is one year."""
    iso = frame.period.value if frame.period is not None else ""
    return int(iso[:4]) if iso and iso[:4] == (iso.partition("/")[2] or iso)[:4] else None


def _enter(frame: Frame, passage: Passage, block: Block, published: date | None) -> Frame:
    """The frame below a heading; a year still to come frames what is planned for it, and no news (明年希望大)."""
    words = passage.folded.text
    found = None if LOOKS_BACK.search(words) else OF_TASKS.search(words)
    told = [
        period
        for period, behind in zip_longest(passage.periods, passage.periods[1:])
        if period.iso
        and period.role in (TimeRole.AT, TimeRole.WINDOW, TimeRole.UNTIL)
        and (found is not None or not _looks_ahead(frame, passage, period, published))
        and (behind is None or behind.start != period.end)  # 今年|前7个月: the months
    ]
    if len(told) > 1 and words[told[0].end : told[1].start] in _AND:
        told = told[:1]  # 2025年和“十四五”时期工作回顾: of what it names first, to begin with
    periods = [passage.named(str(period.iso), period.start, period.end) for period in told]
    tasks = passage.named(found[0], *found.span()) if found else None
    level = _PART if block.level == _SECTION and _OF_WORK.search(words) else block.level
    return under_heading(frame, level, periods, tasks, _first_cluster(passage))


_AND = ("和", "及", "与", "暨", "以及")


def _looks_ahead(frame: Frame, passage: Passage, period: Period, published: date | None) -> bool:
    """Whether a time in a heading is still to come; years that have begun are so in the title of news (“十五五”新图景)."""
    if passage.folded.text.startswith("明年", period.start):
        return True
    if published is None or frame.level > 0 or period.role is not TimeRole.WINDOW:
        return False
    return int(str(period.iso)[-4:]) > published.year


_PART, _SECTION = 1, 2
_OF_WORK = pattern(
    r"(?:工作|情况)(?:的?(?:回顾|总结|安排|打算|部署|任务|思路|目标|总体要求))[：:]?$|^[一二三四五六七八九十]{1,3}、下一?(?:步|阶段)|名词解释|^附[件录]"
)
"""2024年工作回顾, 名词解释: a part of a report, over the headings without a number that follow it."""


def _framed(frame: Frame, passage: Passage) -> Frame:
    """A sentence without figures that speaks of a window of years, or calls a year by name, sets the frame."""
    periods = [period for period in passage.periods if period.iso]
    if not periods:
        return frame
    starts = [figure.start for figure in passage.figures]
    framed: Span | None = None  # of several in one sentence, the first sets the frame
    for period in periods:
        sentence = passage.sentence_of(period.start)
        if sentence == framed:
            continue
        stated = bisect_left(starts, sentence.start) < bisect_left(starts, sentence.end)
        aside = period.start - sentence.start > _OPENS_SENTENCE and bool(frame.future)
        if period.role is TimeRole.WINDOW and aside:
            continue  # 巩固“十四五”成果, among the tasks of a year
        work = leads_to_work(passage.folded.text, period)
        if (
            work is not None
            or _sets_frame(passage.folded.text, period, stated)
            or _opens_goals(passage.folded.text, period, sentence)
        ):
            said = passage.named(str(period.iso), period.start, period.end)
            frame = replace(frame, said=said, said_level=frame.level)
            if work:
                frame = replace(frame, future=(*frame.future, (max(frame.level, 1), said)))
            framed = sentence
    return frame


_OPENS_SENTENCE = 6
_OF_GOALS = pattern(r"[^。；]*?(?:个方面|项|大)?[^。；\d]{0,12}(?:目标|任务|举措|工作|部署)")


def _opens_goals(text: str, period: Period, sentence: Span) -> bool:
    """未来五年，…努力实现以下8个方面主要目标。: years to come, of which the paragraphs behind say what is aimed at in each respect."""
    if period.role is not TimeRole.WINDOW or period.start != sentence.start:
        return False
    return text.startswith(("未来", "今后"), period.start) and _OF_GOALS.match(text, period.end) is not None


def _asked(frame: Frame, passage: Passage) -> Frame:
    """A question (机器人产业下一步怎么走？) gives what it names to the answer; one that names nothing ends it."""
    if passage.figures or not passage.folded.text.rstrip().endswith(("?", "？")):
        return frame
    named = {mark.id: mark for mark in passage.marks if mark.sort == "cluster"}
    if len(named) != 1:
        return replace(frame, cluster=frame.topic)
    mark = next(iter(named.values()))
    return replace(frame, cluster=passage.named(mark.id, mark.start, mark.end))


_SUMS_UP = pattern(r"，[^。；\d]{2,40}(?:呈现|呈)[^。；\d]{0,30}(?:特点|态势|局面|格局|特征|走势|亮点)[。：]")
"""上半年，产业集群发展呈现…等特点。: what the paragraphs behind tell one by one."""


_LEADS_TO_A_LIST = pattern(r"[^，。；：\d]{2,24}(?:情况|如下)[：:]\s*")
"""今年1—9月各类纸的产量情况：: what the lines behind tell one by one."""


_YEARS_GOALS = pattern(r"[^，。；\d]{0,16}(?:预期|奋斗|工作|发展|主要)目标(?:任务)?(?:[是为]|[:：])")
"""今年发展主要预期目标是：…: the year that the tasks behind are of, too."""


_FACED = pattern(
    r"，(?:我们)?(?:面对|在[^，。]{2,30}(?:领导|指引|指导|支持|关心)下|[全我][省市县区州](?:上下|人民|各级|以|坚持|深入|认真|紧扣|围绕))"
)
"""2015年，面对…，全县…: the year with which a report on it opens."""


def _sets_frame(text: str, period: Period, stated: bool) -> bool:
    """刚刚过去的2025年 frames what follows even where its own sentence `stated` figures; a window does not."""
    if period.role is TimeRole.WINDOW:
        return not stated
    if period.role is TimeRole.UNTIL and not stated:
        goals = _GOALS_BEFORE.search(text, max(0, period.start - 12), period.start)
        if goals is not None or _LEADS_TO_GOALS.match(text, period.end):
            return True
    if period.role is TimeRole.AT and not stated and _SUMS_UP.match(text, period.end):
        return True
    if period.role is TimeRole.AT and len(period.iso or "") == 4 and _YEARS_GOALS.match(text, period.end):
        return True
    if period.role is TimeRole.AT and _LEADS_TO_A_LIST.fullmatch(text, period.end):
        return True
    if period.start == 0 and not stated and _FACED.match(text, period.end) and len(period.iso or "") == 4:
        return period.role is TimeRole.AT
    if period.role is not TimeRole.AT or len(period.iso or "") != 4:
        return False
    if _FRAMING_BEFORE.search(text, max(0, period.start - 8), period.start):
        return True
    if not stated and (text[period.start] == "回" or text[period.start : period.end] in _THE_YEAR):
        return True
    return not stated and _FRAMING_AFTER.match(text, period.end) is not None
