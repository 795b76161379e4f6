"""Lines of plain text become blocks: paragraphs, headings, captions and furniture, told apart by their form alone.

The text itself is never touched. A paragraph that the page cut in two, by blank lines even, is one block.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from enum import Enum, auto
from itertools import pairwise

from yanchao.documents import furniture
from yanchao.documents.document import Block, BlockKind
from yanchao.quick import dataclass, pattern

SHORT = 42
"""A heading or a caption is at most this long."""

LONGEST_HEADING = 60
"""A heading that is numbered (`一、`) may be this long."""

SHORT_WITH_COMMA = 24
"""A heading with a comma in it is at most this long: more is a sentence that the page cut."""

SHORT_WITH_COMMAS = 14
"""The same where there are several."""

NARROWEST, WIDEST = 32, 160
"""Columns of a text whose lines were broken at a fixed width."""

SLACK = 5
"""Columns by which such a line may fall short: what may not begin a line takes a character with it."""

CUT_FROM = 18
"""A line without an end, but with a comma inside, that is at least this long was cut by the page."""

CUT_SURELY_FROM = 40
"""The same for a line without a comma."""

HEAD_LINES = 40
"""The head of a document (title, date, source) is within its first lines."""

NUMBERED = (
    # how a numbered heading begins, and its level: the title is level 1
    (pattern(r"第[一二三四五六七八九十百\d]{1,4}(?:部分|[章篇编])(?![。，、])"), 2),
    (pattern(r"第[一二三四五六七八九十百\d]{1,4}节(?![。，、])"), 3),
    (pattern(r"[一二三四五六七八九十]{1,3}、"), 2),
    (pattern(r"[（(][一二三四五六七八九十]{1,3}[）)]"), 3),
    (pattern(r"\d{1,2}\s?[.．、](?!\d)"), 4),
    (pattern(r"[（(]\d{1,2}[）)]"), 5),
    (pattern(r"附(?:件|录|表)\s?\d{0,2}(?:[：:].*)?$"), 2),
)
NUMBER_SIGNS = "第一二三四五六七八九十（(附"
_NUMBERED_CAPTION = pattern(r"附?[表图]\s?[0-9一二三四五六七八九十]{1,3}(?:[-－—.][0-9]{1,2})?[ \u3000：:]")
_FIGURE = pattern("[0-9] ?(?:[%％‰万亿元吨倍家]|个百分点)")
_SENTENCE = pattern(r"[。！？；!?]")
_INNER = pattern(r"[，。、；：,;]")
_ITEM = pattern(
    r"[—―–\-•·●◆■□▲★※○]|[一二三四五六七八九十]是|第[一二三四五六七八九十]，|\d{1,2}[.．、）)](?!\d)"
)
_GOES_ON = pattern(r"[，、；：。！？）》”’…%％,;]")
_LINE = pattern(r"[^\n]+")
_BLANK = (
    "\t\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\u200b\ufeff"
)

ENDS = "。！？；：…!?;:"
CLOSERS = "”’）)》」』】"
BULLETS = "-*•·●◆■□▲★※○"
INDENTS = ("\u3000", "  ", "\t")
PAIRS = (("“", "”"), ("《", "》"), ("（", "）"))
OPEN_ENDS = "，、（《“‘的和与及或在为至由对将以超达约占逾,("


class Form(Enum):
    """What a line looks like before its neighbours are asked."""

    FURNITURE = auto()
    CAPTION = auto()
    NUMBERED = auto()
    SHORT = auto()
    WHOLE = auto()  # ends as a sentence ends
    CUT = auto()  # does not


@dataclass(slots=True)
class Line:
    """A line that is not blank: its range without the blanks around it, and how many blank lines stand before it.

    `indented` says whether it begins with the blanks that begin a Chinese paragraph.
    """

    start: int
    end: int
    gap: int
    form: Form
    level: int = 0
    indented: bool = False


def blocks(text: str, start: int = 0, end: int | None = None) -> tuple[Block, ...]:
    """The blocks of `text[start:end]`, in order; every character that is not blank is in one of them.

    >>> [block.kind.value for block in blocks("工作报告\\n一、回顾\\n过去一年，全省生产总值增长5%。")]
    ['heading', 'heading', 'paragraph']
    """
    lines = _lines(text, start, len(text) if end is None else end)
    if not lines:
        return ()
    title = _free_title(text, lines)
    _spread_furniture(text, lines)
    usual_gap = Counter(line.gap for line in lines[1:]).most_common(1)[0][0] if len(lines) > 1 else 0
    joined = _joins(text, lines, _habits(text, lines, usual_gap))
    for index in title[1:]:
        joined[index] = True
    _settle_short_lines(text, lines, joined, usual_gap)
    result: list[Block] = []
    index = 0
    while index < len(lines):
        first = lines[index]
        while index + 1 < len(lines) and joined[index + 1]:
            index += 1
        result.append(_block(first, lines[index].end))
        index += 1
    return tuple(result)


def _lines(text: str, start: int, end: int) -> list[Line]:
    lines: list[Line] = []
    gap = 0
    last_end = start
    for match in _LINE.finditer(text, start, end):
        line = match.group()
        left = match.start()
        # the newlines since the last line, less the one that ended it
        gap += left - last_end - (1 if last_end > start else 0)
        last_end = match.end()
        stripped = line.strip(_BLANK)
        if not stripped:
            gap += 1
            continue
        found = _line(stripped, left + len(line) - len(line.lstrip(_BLANK)), gap)
        found.indented = line.startswith(INDENTS)
        lines.append(found)
        gap = 0
    return lines


def _line(stripped: str, start: int, gap: int) -> Line:
    length = len(stripped)
    end = start + length
    whole = _ends_whole(stripped)
    if length > furniture.LONGEST:
        return Line(start, end, gap, Form.WHOLE if whole else Form.CUT)
    role = furniture.role(stripped)
    if role is not None:
        return Line(start, end, gap, Form.CAPTION if role is furniture.Role.CAPTION else Form.FURNITURE)
    if stripped[0] in BULLETS and stripped[1:2].isspace():
        return Line(start, end, gap, Form.WHOLE)
    if length <= LONGEST_HEADING and not whole and not _SENTENCE.search(stripped) and not _unclosed(stripped):
        level = heading_level(stripped)
        if level:
            return Line(start, end, gap, Form.NUMBERED, level)
        if length <= SHORT and _NUMBERED_CAPTION.match(stripped):
            return Line(start, end, gap, Form.CAPTION)
        if length <= _shortness(stripped) and stripped[-1] not in OPEN_ENDS:
            return Line(start, end, gap, Form.SHORT)
    return Line(start, end, gap, Form.WHOLE if whole else Form.CUT)


def may_head(line: str) -> bool:
    """Whether a line has the form of a heading without a number: short, no sentence, no figure."""
    return _line(line, 0, 0).form is Form.SHORT and not _FIGURE.search(line)


def _unclosed(line: str) -> bool:
    """Whether a quotation, a title or a bracket that opens on this line does not close on it."""
    return any(left in line and line.count(left) > line.count(right) for left, right in PAIRS)


def _shortness(line: str) -> int:
    """How long a line may be to pass for a heading: less, the more it is built like a sentence."""
    commas = line.count("，") + line.count("、")
    return SHORT if not commas else SHORT_WITH_COMMA if commas == 1 else SHORT_WITH_COMMAS


def _ends_whole(line: str) -> bool:
    last = line[-1]
    if last in ENDS:
        return True
    return last in CLOSERS and line.rstrip(CLOSERS)[-1:] in ENDS


def heading_level(line: str) -> int:
    """The level that the number of a heading gives it (`一、` 2, `（一）` 3, `1.` 4), 0 where it has none."""
    if line[0] not in NUMBER_SIGNS and not line[0].isdigit():
        return 0
    return next((level for pattern, level in NUMBERED if pattern.match(line)), 0)


def _free_title(text: str, lines: list[Line]) -> range:
    """The first line of the text proper may be long, hold a comma or run on to a second line and still be its title.

    Returns the indexes of its lines where it is one of those.
    """
    first = next((i for i, line in enumerate(lines) if line.form is not Form.FURNITURE), len(lines))
    if first == len(lines):
        return range(0)
    line = lines[first]
    words = text[line.start : line.end]
    if _exclaims(words, lines[first + 1 :]):
        line.form = Form.SHORT
        return range(first, first + 1)
    if line.form is not Form.CUT:
        return range(0)
    if len(words) > LONGEST_HEADING or _SENTENCE.search(words):
        return range(0)
    if words[-1] not in OPEN_ENDS:
        line.form = Form.SHORT
        return range(first, first + 1)
    after = lines[first + 1] if first + 1 < len(lines) else line
    if words[-1] == "的" and after.form is Form.SHORT and after.gap == 0 and line.start == lines[0].start:
        line.form = Form.SHORT
        return range(first, first + 2)
    return range(0)


def _exclaims(words: str, after: list[Line]) -> bool:
    """Whether a first line is a title that ends in ！ or ？, above a line much longer than itself."""
    if words[-1:] not in ("！", "？", "!", "?") or _SENTENCE.search(words[:-1]):
        return False
    longer = next((line for line in after if line.form is not Form.FURNITURE), None)
    return len(words) <= LONGEST_HEADING and longer is not None and longer.end - longer.start > 2 * len(words)


def _spread_furniture(text: str, lines: list[Line]) -> None:
    """Values of labels, names that continue credits, and the steps of a trail (首页 > 要闻) are furniture too."""
    for before, line in pairwise(lines):
        if line.gap or line.form not in (Form.SHORT, Form.CAPTION):
            continue
        if before.form is not Form.FURNITURE and furniture.opens_occasion(text[before.start : before.end]):
            before.form = line.form = Form.FURNITURE
        if before.form is Form.FURNITURE:
            above = text[before.start : before.end]
            here = text[line.start : line.end]
            if (
                above == ">"
                or furniture.is_open_label(above)
                or (furniture.is_list_of_names(here) and furniture.role(above) is furniture.Role.CREDIT)
            ):
                line.form = Form.FURNITURE
    for before, line, after in zip(lines, lines[1:], lines[2:], strict=False):
        # a small figure that was set apart (CO₂, PM2.5) is no page number: the sentence goes on around it
        if (
            line.form is Form.FURNITURE
            and before.form is Form.CUT
            and not (line.gap or after.gap)
            and text[line.start : line.end].isdigit()
        ):
            line.form = Form.SHORT
    for line, after in pairwise(lines):
        if line.form is Form.SHORT and not after.gap and text[after.start : after.end] == ">":
            line.form = Form.FURNITURE


@dataclass(frozen=True, slots=True)
class Habits:
    """How the author of a text, or the program that broke its lines, sets a paragraph.

    `width` is the number of columns at which all lines were broken, 0 where none were; `indents` whether
    paragraphs begin with an indented line; `sparing` whether they mostly end without a full stop.
    """

    usual_gap: int
    width: int
    indents: bool
    sparing: bool


def _habits(text: str, lines: list[Line], usual_gap: int) -> Habits:
    running = [line for line in lines if line.form in (Form.WHOLE, Form.CUT)]
    cut = sum(line.form is Form.CUT for line in running)
    width = _wrapping_width(text, lines)
    # an indent on every line says nothing
    indented = sum(line.indented for line in running)
    indents = len(running) < 20 * indented < 18 * len(running)
    return Habits(
        usual_gap, width, indents, sparing=len(running) >= 4 and 2 * cut > len(running) and not width
    )


def _joins(text: str, lines: list[Line], habits: Habits) -> list[bool]:
    """For each line, whether it goes on with the paragraph of the line before it."""
    joined = [False] * len(lines)
    inside_sentence = False
    for index in range(1, len(lines)):
        before, line = lines[index - 1], lines[index]
        joined[index] = (
            line.gap <= habits.usual_gap + 1
            and not (habits.indents and line.indented)
            and _is_open(text, before, habits, inside_sentence and line.gap == 0)
            and _continues(text, line)
        )
        inside_sentence = joined[index] and line.form in (Form.SHORT, Form.CUT)
    return joined


def _is_open(text: str, line: Line, habits: Habits, inside_sentence: bool) -> bool:
    """Whether the paragraph on this line is not at its end."""
    if inside_sentence:
        return True
    length = line.end - line.start
    is_full = habits.width > 0 and _columns(text, line) >= habits.width - SLACK
    if line.form in (Form.SHORT, Form.NUMBERED):
        return is_full
    if line.form is Form.WHOLE:
        # a sentence that ends with its line ends no paragraph where paragraphs show by their indents
        return is_full and habits.indents
    if line.form is not Form.CUT:
        return False
    if text[line.end - 1] in OPEN_ENDS or is_full:
        return True
    if habits.sparing:
        return False
    if length >= CUT_SURELY_FROM or (length <= furniture.LONGEST and _unclosed(text[line.start : line.end])):
        return True
    return length >= CUT_FROM and _INNER.search(text, line.start, line.end) is not None


def _continues(text: str, line: Line) -> bool:
    """Whether a line can go on with a sentence that the line before it left open."""
    if line.form in (Form.FURNITURE, Form.CAPTION):
        return False
    if _GOES_ON.match(text, line.start):
        return True
    if line.form is Form.NUMBERED or _ITEM.match(text, line.start):
        return False
    return line.form is not Form.SHORT or line.gap == 0


def _wrapping_width(text: str, lines: list[Line]) -> int:
    """The columns at which an editor or a mail program broke all lines of the text, or 0 where none did."""
    running = [line for line in lines if line.form is not Form.FURNITURE]
    if len(running) < 6 or max(line.end - line.start for line in running) > WIDEST:
        return 0
    widths = sorted(_columns(text, line) for line in running)
    width = widths[-1 - len(widths) // 20]
    full = len(widths) - bisect_left(widths, width - SLACK)
    return width if width >= NARROWEST and widths[-1] <= width + 2 * SLACK and 2 * full >= len(widths) else 0


def _columns(text: str, line: Line) -> int:
    """How wide a line is on a screen, where a Chinese character takes two columns and a digit one."""
    words = text[line.start : line.end]
    # three bytes of UTF-8 a Chinese character, one a digit: half the surplus is the second column
    return len(words) + (len(words.encode("utf-8", "surrogatepass")) - len(words)) // 2 + 4 * line.indented


def _settle_short_lines(text: str, lines: list[Line], joined: list[bool], usual_gap: int) -> None:
    """A short line is a heading, a caption, or a paragraph of few words: its neighbours say which."""
    wide = usual_gap + 2
    prose = any(line.form in (Form.WHOLE, Form.CUT) for line in lines)
    first = next((i for i, line in enumerate(lines) if line.form not in (Form.FURNITURE, Form.CAPTION)), None)
    title = ""
    for index, line in enumerate(lines):
        if line.form is not Form.SHORT or joined[index]:
            continue
        goes_on = index + 1 < len(lines) and joined[index + 1]
        after = next((i for i in range(index + 1, len(lines)) if lines[i].form is not Form.FURNITURE), None)
        words = text[line.start : line.end]
        if index == first and after is not None and (prose or lines[after].form is Form.NUMBERED):
            line.form, line.level, title = Form.NUMBERED, 1, words
        elif title and index < HEAD_LINES and (words == title or title.endswith(words)):
            line.form, line.level = Form.NUMBERED, 1
        elif goes_on or not prose or _FIGURE.search(words):
            line.form = Form.CUT  # what states a figure says something by itself and heads nothing
        elif after is None or _is_caption(lines, index, wide):
            line.form = Form.CAPTION
        elif lines[after].form is Form.SHORT and lines[after].gap == 0 and not _heads(lines, after):
            line.form = Form.CUT  # one of several short lines in a row: a list or a verse
        else:
            line.form, line.level = Form.NUMBERED, 2


def _is_caption(lines: list[Line], index: int, wide: int) -> bool:
    """Whether a short line stands under or over a picture: its place shows as a gap wider than the usual one."""
    after = lines[index + 1]
    if after.gap >= wide:
        return True
    before_wide = index > 0 and lines[index].gap >= wide
    follows_caption = index > 0 and lines[index].gap == 0 and lines[index - 1].form is Form.CAPTION
    return (before_wide or follows_caption) and after.form not in (Form.WHOLE, Form.CUT)


def _heads(lines: list[Line], index: int) -> bool:
    """Whether the line after this one is a paragraph."""
    return index + 1 < len(lines) and lines[index + 1].form in (Form.WHOLE, Form.CUT)


def _block(line: Line, end: int) -> Block:
    kind = {
        Form.FURNITURE: BlockKind.FURNITURE,
        Form.CAPTION: BlockKind.CAPTION,
        Form.NUMBERED: BlockKind.HEADING,
    }.get(line.form, BlockKind.PARAGRAPH)
    return Block(kind, line.start, end, line.level if kind is BlockKind.HEADING else 0)
