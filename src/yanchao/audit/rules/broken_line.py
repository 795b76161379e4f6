"""A figure, or the words that name it, torn apart by a blank line.

**What it does.** Finds a blank line inside a quantity (超⏎⏎8000亿元), between a figure and the words of its own clause
(年均⏎⏎增速达10.37%), and inside the title of a cited source.

**Why it is bad.** Programs and screen readers take a blank line for the end of a paragraph, and so do readers: the figure loses what it
measures. It comes from columns and pages that were joined without care.

**How to mend it.** Join the lines. Certain, and done by `--fix`, where the break is inside the quantity itself.

**Source.** House rule.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.rule import Examples, Fault, Group
from yanchao.documents.document import BlockKind, Document
from yanchao.documents.editing import Edit
from yanchao.quick import pattern

CODE = "YC303"
NAME = "broken-line"
TITLE_ZH = "数字或它的名称被空行断开"
PAGE_ZH = """
**查什么。** 夹在数量中间的空行（超⏎⏎8000亿元），夹在数字与同一分句中说明它的词语之间的空行
（年均⏎⏎增速达10.37%），以及夹在所引文件、资料标题里的空行。

**为什么。** 程序和读屏软件见到空行就当一段完了，读者也一样，数字说的是什么就断了线。
这多半是分栏、分页的文字草草拼接留下的。

**怎么改。** 把断开的两行接上。空行夹在数量中间的，改法确定，`--fix`可自动改。

**依据。** 本工具自定。
"""
GROUP = Group.FORM
SEVERITY = Severity.ERROR
EXAMPLES = Examples(
    bad=(
        "2023年，全省家具产业营业收入超\n\n600亿元，比上年增长5%。",
        "2023年，全省家具产业营业收入超600亿元，比上年增长5%。目前，全省家具产业近5年年均\n\n增速达10%，增加值160亿元。",
    ),
    good=(
        "2023年，全省家具产业营业收入超600亿元，比上年增长5%。",
        "家具产业集群\n\n2023年，全省家具产业营业收入超600亿元。",
    ),
)

BLANK_LINE = pattern(r"[ \t　]*\r?\n[ \t　]*(?:\r?\n[ \t　]*)+")
TITLE = pattern(r"《([^《》]{1,120})》")
CLAUSE_MARKS = "，。；：！？,;!?…"
MARK = pattern(r"[，。；：！？,;!?…、\n]")
SHOWN = 6
"""How many characters on either side of a break are quoted."""

NEAR = 60
"""How far after a torn title its figure is looked for."""


CLAUSE = 200
"""How far back a clause reaches at the most: keeps the work in step with the text where a paragraph never ends."""


def check(dossier: Dossier) -> Iterator[Fault]:
    for extraction, figures in dossier.by_document:
        document = extraction.document
        blamed: set[int] = set()
        for figure in figures:
            block = document.block(figure.start)
            opening = block.start if block is not None else figure.statement.sentence.start
            opening = max(opening, figure.start - CLAUSE)
            for found in BLANK_LINE.finditer(document.text, opening, figure.end):
                fault = _torn(document, figure, found.start(), found.end())
                if fault is not None and found.start() not in blamed:
                    blamed.add(found.start())
                    yield fault
        yield from _torn_titles(document, figures)


def _torn(document: Document, figure: Figure, start: int, end: int) -> Fault | None:
    """The fault where the blank line `[start, end)` stands in the figure or before it in its clause."""
    here = ((document, start, end), Said("break-here"))
    if figure.start < start:
        return Fault(
            document,
            figure.start,
            figure.end,
            Said("broken-line.figure", text=figure.text),
            suggest=figure.text,
            related=(here,),
            repair=(Edit(start, end, ""),),
        )
    text = document.text
    if any(mark in text[end : figure.start] for mark in CLAUSE_MARKS):
        return None
    if text[start - 1] in CLAUSE_MARKS or not _is_running_text(document, start - 1):
        return None
    before = MARK.split(text[max(0, start - SHOWN) : start])[-1]
    words = f"…{before}{text[end : min(end + SHOWN, figure.start)]}"
    return Fault(
        document,
        figure.start,
        figure.end,
        Said("broken-line.words", words=words, text=figure.text),
        related=(here,),
    )


def _is_running_text(document: Document, offset: int) -> bool:
    block = document.block(offset)
    return block is None or block.kind is BlockKind.PARAGRAPH


def _torn_titles(document: Document, figures: Sequence[Figure]) -> Iterator[Fault]:
    for title in TITLE.finditer(document.text):
        torn = BLANK_LINE.search(document.text, title.start(), title.end())
        if torn is None:
            continue
        # The figure that cites the title is what the reader must trust it for.
        following = bisect_left(figures, title.end(), key=lambda figure: figure.start)
        near = figures[following] if following < len(figures) else None
        if near is not None and near.start > title.end() + NEAR:
            near = None
        whole = "".join(title.group(1).split())
        place = (near.start, near.end) if near else (title.start(), title.end())
        yield Fault(
            document,
            *place,
            Said("broken-line.title", title=whole),
            related=(((document, torn.start(), torn.end()), Said("break-here")),),
        )
