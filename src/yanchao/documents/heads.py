"""What the head of a document says about it: title, publisher, date of publication."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from itertools import pairwise

from yanchao.documents import furniture
from yanchao.documents.document import Block, BlockKind
from yanchao.documents.furniture import DATE, Role
from yanchao.quick import dataclass, pattern

HEAD_BLOCKS = 40
TAIL_BLOCKS = 12

_SOURCE = pattern(
    r"(?:来源|[稿來]源|发布机构|发文机关|发布单位|發佈機構|發布單位)\s*[：:/／][ \u3000]*"
    r"([^\s|｜）)]*(?: (?!\S*[：:])[^\s|｜]+)*)"
)
# patterns that few texts need: they are compiled when they are first used
_PAPER = r"([\u4e00-\u9fff·]{2,10}(?:日报|晚报|早报|时报|商报|晨报|都市报|周刊|新闻|客户端|通讯社|社))记者"
_NEWSPAPER = r"[^\s\d]{2,12}(?:日报|晚报|早报|时报|商报|晨报|都市报|周报|周刊)"
_BODY = r"[\u4e00-\u9fff]{3,24}(?:政府|办公厅|办公室|委员会|厅|局|部|统计局|总队|协会)"
_DIGITS = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}


@dataclass(frozen=True, slots=True)
class Head:
    """What a document says about itself; None where it does not."""

    title: str | None = None
    publisher: str | None = None
    published: date | None = None


def head(text: str, blocks: Sequence[Block]) -> Head:
    """Title, publisher and date by the form of the lines before the text, and of the last lines after it.

    >>> from yanchao.documents.prose import blocks
    >>> text = "工作报告\\n（2026年1月31日）\\n来源：南方日报\\n过去一年，全省生产总值增长5%。"
    >>> head(text, blocks(text))
    Head(title='工作报告', publisher='南方日报', published=datetime.date(2026, 1, 31))
    """
    front, tail = _front(blocks), blocks[-TAIL_BLOCKS:]
    title = next((_words(text, block) for block in front if block.level == 1), None)
    published = _published(text, front) or _published_at_end(text, tail) or _occasion(text, front)
    return Head(title, _publisher(text, blocks, front, tail), published)


def parse_date(words: str) -> date | None:
    """The first day named in some words, in digits or in Chinese numerals; None where there is none.

    >>> parse_date("时间：2026-02-03 09:45"), parse_date("二〇二六年一月二十七日")
    (datetime.date(2026, 2, 3), datetime.date(2026, 1, 27))
    """
    for match in DATE.finditer(words):
        with suppress(ValueError):
            return date(*(_number(part) for part in match.groups()))
    return None


def _front(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks before the first long paragraph."""
    for index, block in enumerate(blocks[:HEAD_BLOCKS]):
        if block.kind is BlockKind.PARAGRAPH and block.end - block.start > 60:
            return blocks[:index]
    return blocks[:HEAD_BLOCKS]


def _published(text: str, blocks: Sequence[Block]) -> date | None:
    for block in blocks:
        if block.kind is BlockKind.FURNITURE:
            words = text[block.start : block.end]
            if furniture.role(words) in (Role.DATE, Role.MASTHEAD, Role.SOURCE, Role.CREDIT):
                found = parse_date(words)
                if found:
                    return found
    return None


def _published_at_end(text: str, blocks: Sequence[Block]) -> date | None:
    """Official letters carry their date under the name of the issuing body at the end."""
    for block in reversed(blocks):
        words = text[block.start : block.end]
        if block.kind is BlockKind.FURNITURE and furniture.role(words) is Role.DATE:
            return parse_date(words)
    return None


def _occasion(text: str, blocks: Sequence[Block]) -> date | None:
    """The day on which a speech was given, where no day of publication is named."""
    for block in blocks:
        words = text[block.start : block.end]
        if block.kind is BlockKind.FURNITURE and furniture.role(words) is Role.OCCASION:
            return parse_date(words)
    return None


def _publisher(
    text: str, blocks: Sequence[Block], front: Sequence[Block], tail: Sequence[Block]
) -> str | None:
    everything = [*front, *tail]
    for index, block in enumerate(everything):
        if block.kind is not BlockKind.FURNITURE:
            continue
        match = _SOURCE.search(text, block.start, block.end)
        if match is None:
            continue
        named = match.group(1)
        if not named and match.end() == block.end and index + 1 < len(everything):
            named = _words(text, everything[index + 1])  # the label on one line, its value on the next
        named = DATE.split(named)[0].strip(" \u3000)）")
        if 1 < len(named) <= 30:
            return named
    for block in blocks:
        if block.kind in (BlockKind.FURNITURE, BlockKind.CAPTION):
            match = re.search(_PAPER, text[block.start : block.end])
            if match:
                return match.group(1).split("·")[-1]
    for block in front:
        words = text[block.start : block.end]
        if block.kind is BlockKind.FURNITURE and furniture.role(words) is Role.MASTHEAD:
            paper = re.search(_NEWSPAPER, words)
            if paper:
                return paper.group()
    for block, after in pairwise(tail):
        words = _words(text, block)
        if (
            after.kind is BlockKind.FURNITURE
            and parse_date(text[after.start : after.end])
            and re.fullmatch(_BODY, words)
        ):
            return words
    return None


def _words(text: str, block: Block) -> str:
    return re.sub(r"\s*\n\s*", "", text[block.start : block.end]).strip()


def _number(part: str) -> int:
    """A number in digits, digit by digit in Chinese (二〇二六) or up to 31 in words (二十七); 0 where it is none."""
    if part.isdecimal():
        return int(part)
    if "十" in part:
        tens, _, ones = part.partition("十")
        return _DIGITS.get(tens or "一", 0) * 10 + _DIGITS.get(ones, 0)
    return int("".join(str(_DIGITS.get(character, 0)) for character in part))
