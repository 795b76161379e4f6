"""From a document to its statements: fold, scan, mark, construct, inherit, in one pass over its blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from yanchao.documents.document import Block, BlockKind, Document
from yanchao.lexicon.lexicon import Lexicon
from yanchao.statements.clauses import clauses, sentences
from yanchao.statements.constructions import constructions
from yanchao.statements.context import Context, Draft, Filling
from yanchao.statements.fold import Folded, fold
from yanchao.statements.grammar import Grammar, grammar
from yanchao.statements.inherit import Frame, Words, home_region, period_of, status_of, under_heading
from yanchao.statements.marks import Mark, marker
from yanchao.statements.mentions import find_mentions
from yanchao.statements.periods import Period, TimeRole, find_periods
from yanchao.statements.scan import Figure, Scanner
from yanchao.statements.sources import find_sources, is_plan, last_year
from yanchao.statements.statement import (
    Comparator,
    Evidence,
    Extraction,
    Kind,
    Mention,
    Quantity,
    Span,
    Statement,
    Status,
)

_LIST_LINK = re.compile(r"[、和与及]|以及|、?(?:和|及)")
_INDUSTRY = re.compile(r"(?:业|产业|集群|公司|集团|股份|产业链|领域|汽车|机器人)$")
_OF_ONE_MEMBER = ("distributed", "relative-clause")
"""Constructions whose subject is one member of a list: what follows the list is not the last member's."""

_MEMORY = 48
"""How many figures back a construction may look in one block; keeps reading linear in hostile text."""

_FRAMING_BEFORE = re.compile(r"(?:过去的|刚过去的|走过的|回顾|回望)$")
_FRAMING_AFTER = re.compile(
    r"(?:，)?(?:[^，。；]{0,6})(?:是|工作)[^。]*?(?:年|岁月|一年|如下|：)|工作(?:回顾|安排)"
)
_DATELINE = re.compile(r"(?:今天|今日|昨日|昨天)[(（](\d{1,2})月(\d{1,2})日[)）][^。]{0,12}?(20\d\d)年")


@lru_cache(maxsize=4)
def scanner(lexicon: Lexicon) -> Scanner:
    """The scanner of a lexicon, compiled at its first use."""
    return Scanner(lexicon)


def extract(document: Document, lexicon: Lexicon) -> Extraction:
    """All statements and mentions of a document, in order of their place.

    Page furniture is passed over. Every field that a statement's own clause does not give is inherited by the
    rules of `inherit.py`, and its evidence says so.
    """
    published = document.published or _dateline(document.text)
    region = home_region(document, _marks_of_whole(document, lexicon), lexicon)
    frame = Frame(region)
    statements: list[Statement] = []
    mentions: list[Mention] = []
    for block in document.blocks:
        if block.kind is BlockKind.FURNITURE:
            continue
        passage = read_passage(document.text, block, lexicon, published)
        if block.kind is BlockKind.HEADING:
            frame = _enter(frame, passage, block)
        reader = _PassageReader(passage, frame, lexicon, published)
        statements.extend(reader.statements())
        mentions.extend(find_mentions(passage.folded, passage.marks, passage.sentences, frame, lexicon))
        if block.kind is not BlockKind.HEADING:
            frame = _framed(frame, passage)
    return Extraction(document, tuple(statements), tuple(mentions))


@dataclass(frozen=True, slots=True)
class Passage:
    """One block, folded, with all that was found in it."""

    folded: Folded
    sentences: tuple[Span, ...]
    periods: tuple[Period, ...]
    figures: tuple[Figure, ...]
    marks: tuple[Mark, ...]


def read_passage(text: str, block: Block, lexicon: Lexicon, published: date | None) -> Passage:
    """Fold and scan one block."""
    folded = fold(text, block.start, block.end)
    periods = find_periods(folded.text, published)
    skip = [(period.start, period.end) for period in periods]
    skip.extend(match.span() for match in re.finditer(r"《[^《》]{2,80}》", folded.text))
    return Passage(
        folded,
        sentences(folded.text),
        periods,
        scanner(lexicon).scan(folded.text, skip),
        marker(lexicon).find(folded.text),
    )


def _marks_of_whole(document: Document, lexicon: Lexicon) -> tuple[Mark, ...]:
    return marker(lexicon).find(document.text)


def _dateline(text: str) -> date | None:
    """The day that a newspaper text calls today, where it dates it: 今天(2月5日)，2025年…大会."""
    match = _DATELINE.search(text)
    if match is None:
        return None
    try:
        return date(int(match[3]), int(match[1]), int(match[2]))
    except ValueError:
        return None


def _enter(frame: Frame, passage: Passage, block: Block) -> Frame:
    folded = passage.folded
    periods = [
        Words(period.iso, *folded.source(period.start, period.end))
        for period in passage.periods
        if period.iso and period.role in (TimeRole.AT, TimeRole.WINDOW, TimeRole.UNTIL)
    ]
    cluster = next((mark for mark in passage.marks if mark.sort == "cluster"), None)
    words = Words(cluster.id, *folded.source(cluster.start, cluster.end)) if cluster else None
    return under_heading(frame, block.level, periods, folded.text, words)


def _framed(frame: Frame, passage: Passage) -> Frame:
    """A sentence without figures that speaks of a window of years sets the frame for what follows."""
    for sentence in passage.sentences:
        stated = any(sentence.start <= figure.start < sentence.end for figure in passage.figures)
        for period in passage.periods:
            if not period.iso or not sentence.start <= period.start < sentence.end:
                continue
            if _sets_frame(passage.folded.text, period, stated):
                frame = replace(
                    frame, said=Words(period.iso, *passage.folded.source(period.start, period.end))
                )
                break
    return frame


def _sets_frame(text: str, period: Period, stated: bool) -> bool:
    """刚刚过去的2025年 frames what follows even where its own sentence `stated` figures; a window does not."""
    if period.role is TimeRole.WINDOW:
        return not stated
    if period.role is not TimeRole.AT or len(period.iso or "") != 4:
        return False
    if _FRAMING_BEFORE.search(text, 0, period.start):
        return True
    return not stated and _FRAMING_AFTER.match(text, period.end) is not None


class _PassageReader:
    """Reads the statements of one passage. Lives for one call; what it learns stays in the passage."""

    def __init__(self, passage: Passage, frame: Frame, lexicon: Lexicon, published: date | None) -> None:
        self._passage = passage
        self._frame = frame
        self._lexicon = lexicon
        self._published = published
        self._grammar: Grammar = grammar(lexicon)
        self._text = passage.folded.text

    def statements(self) -> list[Statement]:
        drafts: list[tuple[Draft, Span]] = []
        for sentence in self._passage.sentences:
            figures = [
                figure for figure in self._passage.figures if sentence.start <= figure.start < sentence.end
            ]
            if not figures:
                continue
            earlier: Span | None = None
            for clause in clauses(self._text, sentence, figures):
                inside = [figure for figure in figures if clause.start <= figure.start < clause.end]
                for context in self._contexts(clause, sentence, inside, earlier):
                    known = tuple(draft for draft, _ in drafts[-_MEMORY:])
                    filling = self._fill(replace(_past_named(context, known), before=known))
                    drafts.append((Draft(context.figure, filling, sentence), clause))
                earlier = None if inside else clause
        return self._complete(drafts)

    def _contexts(
        self, clause: Span, sentence: Span, figures: Sequence[Figure], earlier: Span | None
    ) -> list[Context]:
        runs = _runs(self._text, figures)
        contexts = []
        for index, figure in enumerate(figures):
            run = next(run for run in runs if figure in run)
            first = figures.index(run[0])
            last = figures.index(run[-1])
            contexts.append(
                Context(
                    text=self._text,
                    grammar=self._grammar,
                    figure=figure,
                    left=Span(figures[index - 1].end if index else clause.start, figure.start),
                    right=Span(
                        figure.end, figures[index + 1].start if index + 1 < len(figures) else clause.end
                    ),
                    clause=clause,
                    sentence=sentence,
                    run=run,
                    touching=_touching(figures, index),
                    earlier_clause=earlier if index == 0 else None,
                    index=run.index(figure),
                    run_left=Span(figures[first - 1].end if first else clause.start, run[0].start),
                    run_right=Span(
                        run[-1].end, figures[last + 1].start if last + 1 < len(figures) else clause.end
                    ),
                )
            )
        return contexts

    def _fill(self, context: Context) -> Filling:
        context = self._without_time(context)
        for construction in constructions():
            filling = construction.match(context)
            if filling is not None:
                return self._with_topic(filling, context)
        return Filling("unattached", Kind.LEVEL)

    def _with_topic(self, filling: Filling, context: Context) -> Filling:
        """广东2024年汽车产量: what stands before the time is the subject where nothing nearer is."""
        if context.topic is None or filling.subject is not None:
            return filling
        phrase = context.phrase(context.topic)
        subject = phrase.subject if phrase.listed else phrase.measure or phrase.subject
        return replace(filling, subject=subject)

    def _without_time(self, context: Context) -> Context:
        """The words of time before a figure say nothing of what is measured; what stands before them may be whose."""
        left, topic = self._after_time(context.left)
        run_left, _ = self._after_time(context.run_left)
        return replace(context, left=left, run_left=run_left, topic=topic)

    def _after_time(self, span: Span) -> tuple[Span, Span | None]:
        text, start, end = self._text, span.start, span.end
        periods = [
            p
            for p in self._passage.periods
            if start <= p.start and p.end <= end and p.role is not TimeRole.BASE
        ]
        for period in reversed(periods):
            # 从2020年的9.6年提升至2025年的10.2年: the time that touches the figure is not its measure
            if text[period.end : end] in ("", "的"):
                end = period.start
        topic = None
        for period in periods:
            if period.end > end:
                break
            head = text[start : period.start]
            rest = text[period.end : end].strip("，、的 ")
            if not head.strip("到至截止自从在由于，、（( “力争预计") or len(head) <= 1:
                start = period.end
            elif period.role is not TimeRole.NAME and rest:
                topic = Span(start, period.start)
                start = period.end
        while start < end and text[start] in "，、的，,)）”度末底初间":
            start += 1
        return Span(min(start, end), end), topic

    # -- from drafts to statements

    def _complete(self, drafts: Sequence[tuple[Draft, Span]]) -> list[Statement]:
        statements: list[Statement] = []
        subject: Words | None = None
        subject_cluster: str | None = None
        subject_sentence: Span | None = None
        statuses: list[tuple[Draft, Status]] = []
        for draft, clause in drafts:
            filling = draft.filling
            own = self._words(filling.subject)
            if own is not None and filling.subject is not None:
                own = self._shortest(filling.subject)
            if own is not None and self._grammar.pronouns.fullmatch(own.value):
                own = None  # 产业, 该集群: points back to the subject before it
            inherited = False
            if own is not None:
                chosen: Words | None = own
            elif filling.economy:
                chosen, inherited = None, True
            else:
                if (
                    subject is not None
                    and subject_sentence != draft.sentence
                    and not _INDUSTRY.search(subject.value)
                ):
                    subject = None  # only an industry or a firm is still spoken of in the next sentence
                chosen, inherited = subject or self._section_subject(), True
            cluster = self._cluster(draft, chosen if not inherited else None)
            if cluster is None and inherited and chosen is not None and chosen is subject and subject_cluster:
                cluster = Words(subject_cluster, chosen.start, chosen.end)
            if cluster is None:
                cluster = self._frame.cluster
            if own is not None and filling.construction not in _OF_ONE_MEMBER:
                subject, subject_cluster = own, cluster.value if cluster else None
                subject_sentence = draft.sentence
            sources = find_sources(self._text, draft.sentence)
            source = self._source(sources, draft)
            period = period_of(self._text, draft.figure.start, clause, self._passage.periods, draft)
            period_words = self._period(period)
            status, status_span = status_of(
                self._text, draft, clause, period_words.value if period_words else None,
                published_year=self._published.year if self._published else None,
                published_month=self._published.month if self._published else 12,
                planned=source is not None and is_plan(source.value),
                future=bool(self._frame.future), estimate=self._grammar.estimate,
                earlier=[(d, s) for d, s in statuses if d.sentence == draft.sentence],
            )  # fmt: skip
            if status is Status.TARGET and period_words is None and source is not None:
                year = self._plan_year(source.value)
                period_words = Words(str(year), source.start, source.end) if year else None
            statuses.append((draft, status))
            region = self._region(draft, clause, chosen if not inherited else None)
            statements.append(
                self._statement(
                    draft, chosen, inherited, cluster, region, period_words, status, status_span, source
                )
            )
        return statements

    def _statement(
        self, draft: Draft, subject: Words | None, inherited: bool, cluster: Words | None, region: Words | None,
        period: Words | None, status: Status, status_span: Span | None, source: Words | None,
    ) -> Statement:  # fmt: skip
        filling = draft.filling
        folded = self._passage.folded
        quantity = self._placed(draft)
        measure = self._words(filling.measure)
        base = self._words(filling.base)
        if subject is None and region is not None:
            own = self._lexicon.regions.get(region.value)
            subject, inherited = (Words(own.name, region.start, region.end), True) if own else (None, False)
        sentence = Span(*folded.source(draft.sentence.start, draft.sentence.end))
        evidence = []
        for field, words, came_down in (
            ("measure", measure, measure is not None and measure.start < sentence.start),
            ("subject", subject, inherited),
            ("cluster", cluster, cluster is not None and not sentence.start <= cluster.start < sentence.end),
            ("region", region, region is not None and not sentence.start <= region.start < sentence.end),
            ("base", base, False),
            ("period", period, period is not None and not sentence.start <= period.start < sentence.end),
            ("source", source, False),
        ):
            if words is not None:
                evidence.append(Evidence(field, words.start, words.end, came_down))
        if status_span is not None:
            evidence.append(Evidence("status", *folded.source(status_span.start, status_span.end)))
        return Statement(
            quantity=quantity,
            kind=filling.kind,
            measure=measure.value if measure else None,
            subject=subject.value if subject else None,
            cluster=cluster.value if cluster else None,
            region=region.value if region else None,
            base=base.value if base else None,
            period=period.value if period else None,
            status=status,
            source=source.value if source else None,
            sentence=sentence,
            construction=filling.construction,
            confidence=_confidence(filling, inherited),
            qualifiers=filling.qualifiers | self._qualifiers(draft),
            evidence=tuple(evidence),
        )

    def _placed(self, draft: Draft) -> Quantity:
        """The quantity in the coordinates of the document, with the sign and comparator its words give it."""
        folded, quantity, filling = self._passage.folded, draft.figure.quantity, draft.filling
        if quantity.unit == "count" and self._is_money(filling):
            quantity = replace(quantity, unit="CNY")  # 生产总值突破7万亿: the measure says that it is money
        start, end = folded.source(quantity.start, quantity.end)
        comparators = tuple((Span(*folded.source(s.start, s.end)), c) for s, c in quantity.comparators)
        comparator = quantity.comparator
        if filling.comparator is not None and comparator is Comparator.EQUAL:
            comparator = filling.comparator
        if filling.negative and quantity.value > 0:
            low = -quantity.high if quantity.high is not None else None
            high = -quantity.low if quantity.low is not None else None
            return replace(
                quantity, start=start, end=end, value=-quantity.value, low=low, high=high,
                comparator=comparator, comparators=comparators,
            )  # fmt: skip
        return replace(quantity, start=start, end=end, comparator=comparator, comparators=comparators)

    def _is_money(self, filling: Filling) -> bool:
        if filling.measure is None:
            return False
        listed = self._grammar.measure_at_end(self._text, filling.measure.start, filling.measure.end)
        return listed is not None and listed[1].dimension == "money"

    def _words(self, span: Span | None) -> Words | None:
        if span is None or span.start >= span.end:
            return None
        words = self._passage.folded.words[span.start : span.end].strip("，、。；：:的 ")
        return Words(words, *self._passage.folded.source(span.start, span.end)) if words else None

    def _shortest(self, span: Span) -> Words | None:
        """The shortest phrase of a subject that names it: without the region before a narrower name."""
        start, end = span.start, span.end
        for mark in self._passage.marks:
            if mark.sort == "entity" and start <= mark.start and mark.end <= end:
                return self._words(Span(mark.start, mark.end))
        cut = re.compile(r"(?:作为|成为|通过|依托|围绕|推动|加快|支持|聚焦|立足)").search(
            self._text, start, end
        )
        if cut and cut.start() > start:
            end = cut.start()
        for mark in self._passage.marks:
            if (
                mark.sort == "region"
                and mark.start == start
                and mark.end < end - 1
                and self._text[mark.end] not in "、和与及"
            ):
                start = mark.end
        while start < end and self._text[start] in "的，":
            start += 1
        return self._words(Span(start, end)) or self._words(span)

    def _section_subject(self) -> Words | None:
        cluster = self._frame.cluster
        if cluster is None:
            return None
        return Words(self._lexicon.clusters[cluster.value].name, cluster.start, cluster.end)

    def _cluster(self, draft: Draft, subject: Words | None) -> Words | None:
        """The cluster of the statement's own words, else of the topic that its part of the sentence opens with."""
        folded = self._passage.folded
        own = [span for span in (draft.filling.subject, draft.filling.measure) if span is not None]
        for span in own:
            for mark in self._passage.marks:
                if mark.sort == "cluster" and span.start <= mark.start and mark.end <= span.end:
                    return Words(mark.id, *folded.source(mark.start, mark.end))
        if subject is not None:
            for mark in self._passage.marks:
                if mark.sort == "entity" and folded.source(mark.start, mark.end) == (
                    subject.start,
                    subject.end,
                ):
                    entity = self._lexicon.entities[mark.id]
                    if entity.cluster:
                        return Words(entity.cluster, subject.start, subject.end)
        part = max(draft.sentence.start, self._text.rfind("；", draft.sentence.start, draft.figure.start) + 1)
        topic = re.compile(r"(?:在|围绕|聚焦)?[^，。；]{2,20}(?:领域|方面|产业|行业|赛道)[，上中]").match(
            self._text, part
        )
        if topic:
            for mark in self._passage.marks:
                if mark.sort == "cluster" and topic.start() <= mark.start and mark.end <= topic.end():
                    return Words(mark.id, *folded.source(mark.start, mark.end))
        return None

    def _region(self, draft: Draft, clause: Span, subject: Words | None) -> Words | None:
        """Whose place the figure is: named by its own words, else by its clause, else the document's."""
        folded, lexicon = self._passage.folded, self._lexicon
        if subject is not None and self._is_firm(subject):
            return None
        base = draft.filling.base
        measure = draft.filling.measure
        spans = [
            span
            for span in (draft.filling.subject, measure)
            if span is not None and span.start >= clause.start
        ]
        spans.append(Span(clause.start, draft.figure.start))
        for span in spans:
            for mark in self._passage.marks:
                if mark.sort != "region" or not (span.start <= mark.start and mark.end <= span.end):
                    continue
                if base is not None and base.start <= mark.start < base.end:
                    continue
                if lexicon.regions[mark.id].level in ("world", "country") and not _speaks_of(
                    draft.filling, mark
                ):
                    continue
                between = self._text[mark.end : draft.figure.start]
                if "、" in between or "等" in between:
                    continue
                return Words(mark.id, *folded.source(mark.start, mark.end))
        if self._frame.region is None:
            return None
        return Words(self._frame.region, folded.offsets[0], folded.offsets[0])

    def _is_firm(self, subject: Words) -> bool:
        if re.search(r"(?:公司|集团|股份|银行)$", subject.value) and not re.search(
            r"上市公司$|企业$", subject.value
        ):
            return True
        for mark in self._passage.marks:
            if mark.sort == "entity" and self._passage.folded.source(mark.start, mark.end) == (
                subject.start,
                subject.end,
            ):
                return self._lexicon.entities[mark.id].role in ("firm", "leading-firm")
        return False

    def _source(self, sources: Sequence[Span], draft: Draft) -> Words | None:
        cited = [span for span in sources if span.start < draft.figure.start]
        if not cited:
            return None
        words = [self._passage.folded.words[span.start : span.end] for span in cited]
        start, _ = self._passage.folded.source(cited[0].start, cited[0].end)
        _, end = self._passage.folded.source(cited[-1].start, cited[-1].end)
        return Words("、".join(words), start, end)

    def _plan_year(self, title: str) -> int | None:
        plan = self._lexicon.plan_by_title.get(title)
        return last_year(title) or (plan.last if plan else None)

    def _period(self, period: Period | None) -> Words | None:
        if period is not None:
            if period.iso is None:
                return None
            return Words(period.iso, *self._passage.folded.source(period.start, period.end))
        return self._frame.period

    def _qualifiers(self, draft: Draft) -> frozenset[str]:
        found = set()
        filling = draft.filling
        for span in (filling.measure, filling.subject):
            if span is not None:
                words = self._text[max(0, span.start - 5) : span.end]
                if re.search(r"规上|规模以上", words):
                    found.add("above-scale")
                if "人均" in words:
                    found.add("per-capita")
        words = self._text[max(draft.sentence.start, draft.figure.start - 24) : draft.figure.start]
        clause_words = words[max(words.rfind("，"), words.rfind("；"), words.rfind("。")) + 1 :]
        if "累计" in clause_words:
            found.add("cumulative")
        if re.search(r"新增|新建|新认定|新设|新培育|净增", clause_words):
            found.add("new")
        if "其中" in clause_words:
            found.add("subset")
        return frozenset(found)


def _speaks_of(filling: Filling, mark: Mark) -> bool:
    """Whether the subject is the country itself (全国粮食产量), not a word of rank or scope (全国重点实验室)."""
    subject = filling.subject
    return subject is not None and subject.start == mark.start and subject.end == mark.end


def _touching(figures: Sequence[Figure], index: int) -> Figure | None:
    if index + 1 < len(figures) and figures[index + 1].start == figures[index].end:
        return figures[index + 1]
    return None


def _past_named(context: Context, known: Sequence[Draft]) -> Context:
    """8个万亿级集群、3个千亿级集群: the thing that the figure before counts is not the next one's."""
    measure = known[-1].filling.measure if known else None
    if measure is None or not context.left.start <= measure.start < measure.end <= context.left.end:
        return context
    if not context.text.startswith(("、", "，", "和", "及", "与", ")"), measure.end):
        return context
    return replace(context, left=Span(measure.end, context.left.end))


def _runs(text: str, figures: Sequence[Figure]) -> list[tuple[Figure, ...]]:
    """Figures that stand in one list, with nothing but list marks between them."""
    runs: list[list[Figure]] = []
    for figure in figures:
        last = runs[-1][-1] if runs else None
        if (
            last is not None
            and last.form is figure.form
            and _LIST_LINK.fullmatch(text, last.end, figure.start)
        ):
            runs[-1].append(figure)
        else:
            runs.append([figure])
    return [tuple(run) for run in runs]


_SURE = {"unattached": 0.3, "restated": 0.6}


def _confidence(filling: Filling, inherited: bool) -> float:
    """A first reading of how sure a statement is; `eval` shows how well it is calibrated."""
    sure = _SURE.get(filling.construction, 0.85)
    if filling.measure is None:
        sure = min(sure, 0.4)
    return round(sure - (0.1 if inherited else 0.0), 2)
