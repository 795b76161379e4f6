"""A sentence that was cut off.

**What it does.** Finds a paragraph that ends with a comma or a list comma (育成新品种33个、) although what follows is a heading, a list
of credits or the end of the text, and a 《 that nothing closes.

**Why it is bad.** Something is missing, and the missing words may change what the last figure means.

**How to mend it.** Restore the lost words from the manuscript, or close the sentence.

**Source.** GB/T 15834—2011: a comma and a list comma stand inside a sentence only.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.rule import Examples, Fault, Group
from yanchao.documents.document import Block, BlockKind, Document

CODE = "YC302"
NAME = "truncated"
TITLE_ZH = "句子没有写完"
PAGE_ZH = """
**查什么。** 一段以逗号或顿号收尾（育成新品种33个、），后面接的却是标题、署名，或者全文到此为止；以及没有配对的书名号《。

**为什么。** 文字有缺漏，缺掉的话可能会改变最后那个数的意思。

**怎么改。** 对照原稿补齐，或者把句子收住。

**依据。** GB/T 15834—2011：逗号、顿号只用于句内。
"""
GROUP = Group.FORM
SEVERITY = Severity.ERROR
EXAMPLES = Examples(
    bad=("全省培育水稻新品种12个、推广新农机3000台、\n\n文/记者 李明 张华",),
    good=(
        "全省培育水稻新品种12个、推广新农机3000台。\n\n文/记者 李明 张华",
        "《全省农机推广规划》提出，到2025年推广新农机3000台。",
        "会议要求：\n\n一是稳增长。\n\n二是惠民生。",
    ),
)

OPEN_ENDS = "、，,"
"""What a paragraph cannot end with. A colon can: it opens a list."""

NEAR = 12
"""How near to the break a figure must end for the lost words to be about it, in characters."""

MOST_SHOWN = 20
"""How much of an unclosed title is marked, in characters."""

SENTENCE_ENDS = "。！？；…”』」）)》!?;.:："


def check(dossier: Dossier) -> Iterator[Fault]:
    for extraction, figures in dossier.by_document:
        document = extraction.document
        paragraphs = [block for block in document.blocks if _has_text(document, block)]
        for index, block in enumerate(paragraphs):
            if block.kind is not BlockKind.PARAGRAPH:
                continue
            text = document.text[block.start : block.end].rstrip()
            if text and text[-1] in OPEN_ENDS and not _goes_on(document, paragraphs[index + 1 : index + 2]):
                yield _fault(document, block.start, block.start + len(text), figures)
            opened = text.rfind("《")
            if opened > text.rfind("》") and not _closes(document, paragraphs[index + 1 : index + 2]):
                yield _unclosed(document, block.start + opened, block.start + len(text))


def _has_text(document: Document, block: Block) -> bool:
    return bool(document.text[block.start : block.end].strip())


def _goes_on(document: Document, following: Sequence[Block]) -> bool:
    """Whether the next block can be the rest of the sentence that a line break cut: running text that ends one."""
    if not following or following[0].kind is not BlockKind.PARAGRAPH:
        return False
    text = document.text[following[0].start : following[0].end].strip()
    return any(mark in text for mark in SENTENCE_ENDS) and not _is_credit(text)


def _closes(document: Document, following: Sequence[Block]) -> bool:
    """Whether the next block closes a title that a line break tore."""
    if not following:
        return False
    text = document.text[following[0].start : following[0].end]
    closes, opens = text.find("》"), text.find("《")
    return closes >= 0 and (opens < 0 or closes < opens)


def _unclosed(document: Document, start: int, end: int) -> Fault:
    return Fault(
        document,
        start,
        min(end, start + MOST_SHOWN),
        Said("truncated.bracket", mark="《"),
    )


def _is_credit(text: str) -> bool:
    """Whether a block is a box of credits (文/记者 …) and no prose."""
    line = text.partition("\n")[0]
    return "/" in line[:6] or "／" in line[:6]


def _fault(document: Document, start: int, end: int, figures: Sequence[Figure]) -> Fault:
    mark = document.text[end - 1]
    # The figure nearest the break is what the lost words would have explained.
    before = bisect_right(figures, end, key=lambda figure: figure.end)
    near = [figure for figure in figures[max(0, before - 1) : before] if figure.end >= max(start, end - NEAR)]
    clause = max(document.text.rfind(mark, start, end - 1) + 1 for mark in "，。；！？、")
    place = (near[-1].start, near[-1].end) if near else (max(start, clause, end - MOST_SHOWN), end)
    shown = near[-1].text + mark if near else document.text[place[0] : place[1]]
    return Fault(
        document,
        *place,
        Said("truncated", mark=shown),
        related=(((document, end - 1, end), Said("break-here")),),
    )
