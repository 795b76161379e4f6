"""A number of things that is not the number of those listed.

**What it does.** Counts what a text lists right behind a number, in brackets (六大产业（甲、乙、丙、丁、戊）), or right before it
(甲、乙、丙四市), and holds the number against it. A list that 等 leaves open may name fewer, and no more.

**Why it is bad.** Either one of the list is missing, or the number was not changed when the list was; a reader cannot tell which.

**How to mend it.** Count again; put 等 before the number where only some are meant to be named.

**Source.** Arithmetic; it stands with the rules of form, since it counts words and ties no figures.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from yanchao.audit.dossier import Dossier
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.rule import Examples, Fault, Group
from yanchao.documents.document import BlockKind, Document
from yanchao.quick import dataclass, pattern
from yanchao.statements.numerals import small_number

CODE = "YC314"
NAME = "listed-count"
TITLE_ZH = "所写个数与所列项数不符"
PAGE_ZH = """
**查什么。** 数字后面用括号列出各项的（六大产业（甲、乙、丙、丁、戊）），或者先列各项、再写总数的（甲、乙、丙四市），
逐项点数，与所写个数核对。用“等”字留了余地的，可以少列，不能多列。

**为什么。** 要么漏了一项，要么增删了名单却忘了改数；究竟是哪一种，读者看不出来。

**怎么改。** 重新点一遍；本来只想举几项的，在数字前加“等”。

**依据。** 算术。这里只点项数，不涉及数据之间的勾稽，所以归在格式一类。
"""
GROUP = Group.FORM
SEVERITY = Severity.WARNING
EXAMPLES = Examples(
    bad=(
        "全市六大支柱产业（汽车、电子信息、食品、建材、化工）实现产值1320亿元。",
        "试点在云州、江口、石湾四市展开，首批企业30家。",
        "苹果、梨、葡萄、樱桃等三种水果产量90万吨。",
        "实施五大行动，即强链行动、育才行动、开放行动、绿色行动。",
        "全市经济稳中有进。海上牧场、风电基地、深海装备，构成全市海洋经济的四张名片。",
    ),
    good=(
        "全市五大支柱产业（汽车、电子信息、食品、建材、化工）实现产值1320亿元。",
        "试点在云州、江口、石湾三市展开，首批企业30家。",
        "苹果、梨、葡萄、樱桃等12种水果产量90万吨。",
        "研发和设计、制造两大环节投资30亿元。",
        "实施四大行动，即强链行动、育才行动、开放行动、绿色行动。",
        "全市经济稳中有进。海上牧场、风电基地、深海装备，构成全市海洋经济的三张名片。",
        "汽车、家电，以及食品、纺织四大产业产值900亿元。",
        "输油管道、江北区三大枢纽等工程投资90亿元。",
        "线路途经云州、石湾州两州四县，长90公里。",
        "全市6个园区（其中国家级2个、省级4个）产值900亿元。",
    ),
)

_NUMBER = (
    r"(?<![第\d十百千万亿.])(?P<number>十[一二三四五六]|[两三四五六七八九十]|\d{1,2})(?![十百千万亿.\d])"
)
_COUNTED = "大|个(?!月|小时|百分点|年|季度|工作日)|家|类|种|项|座|市|县|区|省|镇|方面|领域"
_IN_BRACKETS = pattern(
    rf"{_NUMBER}(?:{_COUNTED})(?P<noun>[^，。；、：:（(）)《》\d\s]{{0,12}})[（(](?P<list>[^（(）)。；]{{5,240}})[）)]"
)
_TOLD = pattern(
    rf"{_NUMBER}(?:{_COUNTED})(?P<noun>[^，。；、：:（(）)《》\d\s]{{0,12}})[，,]?(?:即|分别[是为]|依次[是为])[：:]?(?P<list>[^，（(）)。；]{{5,240}})[，。；]"
)
_BEHIND_A_LIST = pattern(
    rf"、[^、，。；：:（(）)《》“”\d的\s]{{1,12}}?(?:(?P<open>等){_NUMBER}(?:{_COUNTED})"
    rf"|(?P<few>[两三四五六七八九])(?:大|市|县|省|镇|区))(?=[\u4e00-\u9fff，。；])"
)
"""Without 等 only where the word counted stands for the members themselves: 新增设6个 behind a list has a verb between."""

_MADE_UP = pattern(
    rf"(?<=[。；：\n])(?P<list>[^、，。；：:（(）)《》“”\d\s]{{1,10}}(?:、[^、，。；：:（(）)《》“”\d\s]{{1,10}}){{2,}})，?"
    rf"(?:共同)?(?:构成|组成|形成)[^，。；：、\d]{{0,16}}?{_NUMBER}(?:大|张|个|条|座|根|驾)"
)
"""A sentence that opens with a list and says how many they are: 甲、乙、丙，构成全市经济的三张名片."""

_BEGINS = pattern(r"[，。；：:（(）)\n《》的]")
_OF_FEWER = pattern(r"以及|[和与及暨]|[两二三四五六七八九](?:大|市|县|省|镇|区|州|国)$")
"""In the last of a list: 校地、央地及京津两市, 海南州、果洛州两州四县 count something else."""

_GOES_ON = pattern(r"[^，。；、]{0,10}等")
"""甲工程、乙区三大建筑等: the number is of the last alone."""

_JOINED = pattern(r"以及|[和与及暨]")
_NOT_A_NAME = pattern(r"\d|其中|分别|包括|加上|以及其他|等")
NUMERALS = "零一两三四五六七八九十"
_LONGEST_NAME = 14
_FEWEST = 3
"""Members in brackets: fewer may explain the words before them, and be no list of what is counted."""

_NEARLY = 2
"""By how many the number may be missed: where it is further off, what stands there is no list of what is counted."""

_LONGEST_LIST = (99 + _NEARLY + 1) * (_LONGEST_NAME + 1)
"""Characters before a number within which its list begins: one with more names is too far off from any number of two digits."""


@dataclass(frozen=True, slots=True)
class _Listed:
    """A number at `[start, end)` and how many things its list may have: 和 may join two, or stand within a name."""

    start: int
    end: int
    number: int
    fewest: int
    most: int
    is_open: bool

    @property
    def is_contradicted(self) -> bool:
        if self.number > self.most:
            return not self.is_open and self.number - self.most <= _NEARLY
        return self.number < self.fewest and self.fewest - self.number <= _NEARLY


def check(dossier: Dossier) -> Iterator[Fault]:
    for extraction, _ in dossier.by_document:
        document = extraction.document
        for block in document.blocks:
            if block.kind is not BlockKind.PARAGRAPH:
                continue
            for listed in (
                *_told_behind(document.text, block.start, block.end),
                *_before(document.text, block.start, block.end),
            ):
                if listed.is_contradicted:
                    yield _fault(document, listed)


def _fault(document: Document, listed: _Listed) -> Fault:
    named = str(listed.fewest) if listed.fewest == listed.most else f"{listed.fewest}—{listed.most}"
    words = document.text[listed.start : listed.end]
    said = Said("listed-count", number=words, named=named)
    return Fault(document, listed.start, listed.end, said, suggest=_meant(words, listed))


def _meant(words: str, listed: _Listed) -> str | None:
    """The number of things listed, in digits or not as it stands there; None where it is not certain."""
    number = listed.fewest
    if number != listed.most:
        return None
    if words.isdecimal():
        return str(number)
    return NUMERALS[number] if number < len(NUMERALS) else None


def _told_behind(text: str, start: int, end: int) -> Iterator[_Listed]:
    """Numbers with their list behind them, in brackets or after 即."""
    for match in (*_IN_BRACKETS.finditer(text, start, end), *_TOLD.finditer(text, start, end)):
        names = match["list"].split("、")
        if len(names) < _FEWEST or any(_is_no_name(name) for name in names):
            continue
        yield _listed(match, "number", names, is_open=False)
    for match in _MADE_UP.finditer(text, start, end):
        yield _listed(match, "number", match["list"].split("、"), is_open=False)


def _before(text: str, start: int, end: int) -> Iterator[_Listed]:
    numbers = list(_BEHIND_A_LIST.finditer(text, start, end))
    last = numbers[-1].start() if numbers else start
    beginnings = (start, *(mark.end() for mark in _BEGINS.finditer(text, start, last)))
    for match in numbers:
        begins = beginnings[bisect_right(beginnings, match.start()) - 1]
        first, *names = text[max(begins, match.start() - _LONGEST_LIST) : match.start()].split("、")
        goes_on = begins > start and text[begins - 1] == "，" and _is_list(text, start, begins - 1)
        if goes_on or any(_is_no_name(name) for name in (first[-_LONGEST_NAME:], *names)):
            continue
        group = "number" if match["open"] else "few"
        final = text[match.start() + 1 : match.start(group)].removesuffix("等")
        if _OF_FEWER.search(final) or _GOES_ON.match(text, match.end()):
            continue
        yield _listed(match, group, [first, *names, final], is_open=group == "number")


def _is_list(text: str, start: int, end: int) -> bool:
    """Whether the clause before is a list too, which this one may go on with (甲、乙，以及丙、丁四市)."""
    comma = max(text.rfind("，", start, end), start)
    begins = max(text.rfind("。", comma, end), comma)
    return "、" in text[begins:end]


def _is_no_name(words: str) -> bool:
    return not 1 <= len(words) <= _LONGEST_NAME or _NOT_A_NAME.search(words) is not None or "，" in words


def _listed(match: re.Match[str], group: str, names: list[str], *, is_open: bool) -> _Listed:
    joined = sum(len(_JOINED.findall(name)) for name in names)
    return _Listed(
        *match.span(group), small_number(match[group]), len(names), len(names) + joined, is_open=is_open
    )
