"""What a single line of a page shows by its form: page furniture, and of which kind. The words are in furniture.csv."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from pathlib import Path

from yanchao.quick import dataclass, pattern

LONGEST = 100
"""A longer line is text, whatever it begins or ends with."""

LONGEST_MASTHEAD = 60
"""The head of a newspaper page is short."""

LONGEST_VALUE = 60
"""What stands behind a label (`来源：`) is short; where it is longer the line is a sentence."""

DATE = pattern(
    "((?:19|20)[0-9]{2}|[一二][〇○零一二三四五六七八九]{3}) *[年./-] *([0-9]{1,2}|[一二三四五六七八九十]{1,3})"
    " *[月./-] *([0-9]{1,2}|[一二三四五六七八九十]{1,3}) *[日号]?"
)
"""A year, month and day, in digits or in Chinese numerals; its groups."""

OFFICES = ("省长", "市长", "主席", "州长", "盟长", "县长", "区长", "主任", "局长", "厅长", "行长")
"""Those who give reports: their name stands under the title."""


class Role(StrEnum):
    """What a line of furniture is there for."""

    NAVIGATION = "navigation"
    CREDIT = "credit"
    SOURCE = "source"
    DATE = "date"
    NUMBER = "number"  # under which a document is filed
    CAPTION = "caption"
    OCCASION = "occasion"  # ——2026年1月26日在…会议上
    SIGNATURE = "signature"  # the speaker under the title of a report: 省长 and the name
    PAGE_NUMBER = "page-number"
    MASTHEAD = "masthead"  # of a newspaper page: its name, the day, the number of the page
    RULE = "rule"  # a line drawn with characters


@dataclass(frozen=True, slots=True)
class FurnitureWords:
    """The lines of furniture.csv, by their form."""

    whole: dict[str, Role]
    label: dict[str, Role]
    starts: dict[str, Role]
    ends: dict[str, Role]

    def role(self, line: str) -> Role | None:
        """The role of a line that is listed, or None."""
        if line in self.whole:
            return self.whole[line]
        for match in _LABEL_END.finditer(line, 0, LONGEST_LABEL + 2):
            label = self.label.get(line[: match.start()].rstrip(_BLANK))
            if label and _is_value(line[match.end() :], label):
                return label
        if line.startswith(tuple(self.starts)):
            return next(role for text, role in self.starts.items() if line.startswith(text))
        if line.endswith(tuple(self.ends)):
            return next(role for text, role in self.ends.items() if line.endswith(text))
        return None


def _is_value(value: str, label: Role) -> bool:
    """Whether what stands behind a label is a value of it: a credit names people, none of them states a figure."""
    if len(value) > LONGEST_VALUE or not _SENTENCE_MARKS.isdisjoint(value):
        return False
    return label is not Role.CREDIT or not any(character.isdigit() for character in value)


LONGEST_LABEL = 10
_BLANK = " \t\u3000\xa0"
_LABEL_END = pattern("[：:/／|｜]|[ \u3000]{2,}")
_CLOCK = pattern(
    " *(?:[0-9]{1,2}[:：时点][0-9]{1,2}(?:分|[:：][0-9]{1,2})?)? *(?:(?:星期|周)[一二三四五六日天])?"
)
_ISSUE = pattern("第? *[A-Z]?[0-9]{1,3} *版|(?:星期|周)[一二三四五六日天]")
_PAPER_AND_DAY = pattern(
    rf"[^\s，。；：]{{1,18}}(?:报|网|社|客户端|新闻|电视台|周刊|频道|在线) *[·|｜]? *(?:{DATE.pattern}){_CLOCK.pattern}(?::[0-9]{{2}})?"
)
"""某某日报·某某客户端 2026-02-03 09:02:11: who published a text, and when."""
_PAGE_NUMBER = pattern(
    "[-—–·]{1,2} *[0-9]{1,4} *[-—–·]{1,2}|[0-9]{1,3}|第 *[0-9]{1,4} *页(?:[，,/ ]*共 *[0-9]{1,4} *页)?|[0-9a-f]{32}:?"
)
_REPORTER = ".*(?:记者|通讯员) *[\u4e00-\u9fff·、 \u3000]{2,24}(?:/?文?图|摄)?[）)]?"
_SENTENCE_MARKS = frozenset("，。？！；")
_PUNCTUATION = frozenset("，。：；、！？“”《》（）()…")
_RULES = frozenset("=-_*~#+|─━═—–·•●○◆■ \u3000")
_OPENERS = "—―－-（([【 "
_CLOSERS = "）)]】 "


def role(line: str) -> Role | None:
    """What kind of furniture a line (without the blanks around it) is, or None where it is text.

    >>> role("责任编辑：李想"), role("（2026年2月3日）"), role("营业收入增长5%。")
    (<Role.CREDIT: 'credit'>, <Role.DATE: 'date'>, None)
    """
    if len(line) > LONGEST:
        return None
    if line[0] in "0123456789-—–·第abcdef" and _PAGE_NUMBER.fullmatch(line):
        return Role.PAGE_NUMBER
    if not line[0].isalnum() and _is_rule(line):
        return Role.RULE
    dated = _dated(line)
    if dated:
        return dated
    if _is_signature(line):
        return Role.SIGNATURE
    listed = _words().role(line)
    if listed:
        return listed
    if len(line) <= LONGEST_MASTHEAD and _is_masthead(line):
        return Role.MASTHEAD
    if (
        ("记者" in line or "通讯员" in line)
        and ("。" in line[:-1] or len(line) < 40)
        and re.fullmatch(_REPORTER, line)
    ):
        return Role.CAPTION
    return None


def opens_occasion(line: str) -> bool:
    """Whether a line begins to say where a speech was held, and the next goes on (`——2026年1月26日在…`)."""
    if len(line) > LONGEST or line[0] not in _OPENERS:
        return False
    bare = line.lstrip(_OPENERS)
    date = DATE.match(bare)
    return (
        date is not None and bare.startswith("在", date.end()) and _PUNCTUATION.isdisjoint(bare[date.end() :])
    )


def is_open_label(line: str) -> bool:
    """Whether a line is a label whose value stands on the next line (`来源：`)."""
    return line[-1] in "：:" and len(line) <= 8 and role(line) is not None


def is_list_of_names(line: str) -> bool:
    """Whether a line is nothing but names of people, as credits go on over several lines."""
    names = line.partition("(")[0].partition("（")[0].split()
    return (
        len(line) <= LONGEST
        and len(names) > 1
        and all(2 <= len(name) <= 4 and _is_chinese(name) for name in names)
    )


def _dated(line: str) -> Role | None:
    """Whether a line is a date, with the time and the weekday at most, or the occasion of a speech."""
    bare = line.strip(_OPENERS + _CLOSERS)
    date = DATE.match(bare)
    if date is None:
        return None
    clock = _CLOCK.match(bare, date.end())
    rest = bare[clock.end() if clock else date.end() :].strip(" \u3000|｜")
    behind = _words().role(rest) if rest else Role.DATE
    if (
        behind is not None and behind is not Role.CAPTION
    ):  # 2026-02-03 09:02 来源：…, and no 2026年2月3日，…。某某 摄
        return Role.DATE
    if bare.startswith("在", date.end()) and bare.endswith("上") and "。" not in bare:
        return Role.OCCASION
    return Role.DATE if bare[date.end() :].strip().startswith(("星期", "农历")) and len(bare) < 40 else None


def _is_masthead(line: str) -> bool:
    """Whether a line holds a day together with a weekday or the number of a newspaper page, and no sentence.

    One that is a paper's name and the day, and no more, is such a line too.
    """
    if _PAPER_AND_DAY.fullmatch(line) is not None:
        return True
    return (
        _ISSUE.search(line) is not None
        and DATE.search(line) is not None
        and not any(mark in line for mark in "，。；")
    )


def _is_rule(line: str) -> bool:
    """Whether a line is drawn, not written."""
    return len(line) > 1 and _RULES.issuperset(line)


def _is_signature(line: str) -> bool:
    """Whether a line is an office and a name (`广东省省长 孟凡利`, `省长　龚 正`)."""
    parts = line.split()
    return (
        2 <= len(parts) <= 3
        and parts[0].endswith(OFFICES)
        and len(parts[0]) <= 20
        and _is_chinese(parts[0])
        and all(len(part) <= 12 and _is_chinese(part.replace("·", "")) for part in parts[1:])
    )


def _is_chinese(text: str) -> bool:
    return all("\u4e00" <= character <= "\u9fff" for character in text)


@cache
def _words() -> FurnitureWords:
    table = Path(__file__).with_name("furniture.csv").read_text(encoding="utf-8").splitlines()
    rows = [line.split(",") for line in table if line and not line.startswith("#")]
    by_form: dict[str, dict[str, Role]] = {"whole": {}, "label": {}, "starts": {}, "ends": {}}
    for role_name, form, text in rows[1:]:
        by_form[form][text] = Role(role_name)
    return FurnitureWords(**by_form)
