"""What a single line of a page shows by its form: page furniture, and of which kind. The words are in furniture.csv."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

LONGEST = 100
"""A longer line is text, whatever it begins or ends with."""

LONGEST_VALUE = 40
"""What stands behind a label (`来源：`) is short; where it is longer the line is a sentence."""

YEAR_MONTH_DAY = (
    r"(?:(?:19|20)\d\d|[一二][〇○零九]?[〇○零一二三四五六七八九]{2,3})\s*[年./-]\s*"
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[月./-]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[日号]?"
)


class Role(StrEnum):
    """What a line of furniture is there for."""

    NAVIGATION = "navigation"
    CREDIT = "credit"
    SOURCE = "source"
    DATE = "date"
    CAPTION = "caption"
    OCCASION = "occasion"  # ——2026年1月26日在…会议上
    SIGNATURE = "signature"  # the speaker under the title of a report: 省长 and the name
    PAGE_NUMBER = "page-number"


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
            if label and len(line) - match.end() <= LONGEST_VALUE:
                return label
        for text, role in self.starts.items():
            if line.startswith(text):
                return role
        for text, role in self.ends.items():
            if line.endswith(text):
                return role
        return None


LONGEST_LABEL = 10
_BLANK = " \t\u3000\xa0"
_LABEL_END = re.compile("[：:/／|｜]|[ \u3000]{2,}")
_DATE_LINE = re.compile(
    rf"[（(\[【]?\s*{YEAR_MONTH_DAY}\s*(?:\d{{1,2}}[:：时点]\d{{1,2}}(?:分|[:：]\d{{1,2}})?)?\s*"
    r"(?:(?:星期|周)[一二三四五六日天])?\s*[）)\]】]?(?:\s*农历.{2,10})?"
)
_OCCASION = re.compile(rf"[（(]?[—―－-]{{0,3}}\s*{YEAR_MONTH_DAY}在.{{4,60}}上[）)]?")
_OCCASION_OPEN = re.compile(rf"[（(]?[—―－-]{{0,3}}\s*{YEAR_MONTH_DAY}在[^，。：；]{{2,40}}")
_SIGNATURE = re.compile(
    r"[^，。：；\s]{0,16}(?:省长|市长|主席|州长|盟长|县长|区长|主任|局长|厅长|行长)"
    r"[ \u3000]+[\u4e00-\u9fff·]{1,12}(?:[ \u3000][\u4e00-\u9fff]{1,2})?"
)
_PAGE_NUMBER = re.compile(
    r"[-—–·]{1,2}\s*\d{1,4}\s*[-—–·]{1,2}|\d{1,3}|第\s*\d{1,4}\s*页(?:[，,/\s]*共\s*\d{1,4}\s*页)?|[0-9a-f]{32}:?"
)
_REPORTER = re.compile(r".*(?:记者|通讯员)\s*[\u4e00-\u9fff·、 \u3000]{2,24}(?:/?文?图|摄)?[）)]?")
_NAMES = re.compile(
    r"(?:[\u4e00-\u9fff·]{2,4}[ \u3000]+){1,12}[\u4e00-\u9fff·]{2,4}(?:\s*[（(].{0,12}[）)])?"
)


def role(line: str) -> Role | None:
    """What kind of furniture a line (without the blanks around it) is, or None where it is text.

    >>> role("责任编辑：李想"), role("（2026年2月3日）"), role("营业收入增长5%。")
    (<Role.CREDIT: 'credit'>, <Role.DATE: 'date'>, None)
    """
    if len(line) > LONGEST:
        return None
    if line[0] in "0123456789-—–·第abcdef" and _PAGE_NUMBER.fullmatch(line):
        return Role.PAGE_NUMBER
    if _DATE_LINE.fullmatch(line):
        return Role.DATE
    if _OCCASION.fullmatch(line):
        return Role.OCCASION
    if _SIGNATURE.fullmatch(line):
        return Role.SIGNATURE
    listed = _words().role(line)
    if listed:
        return listed
    if "。" in line[:-1] or len(line) < 40:
        return Role.CAPTION if _REPORTER.fullmatch(line) else None
    return None


def opens_occasion(line: str) -> bool:
    """Whether a line begins to say where a speech was held, and the next goes on (`——2026年1月26日在…`)."""
    return len(line) <= LONGEST and line[0] in "—―－-（(" and _OCCASION_OPEN.fullmatch(line) is not None


def is_open_label(line: str) -> bool:
    """Whether a line is a label whose value stands on the next line (`来源：`)."""
    return line[-1] in "：:" and len(line) <= 8 and role(line) is not None


def is_list_of_names(line: str) -> bool:
    """Whether a line is nothing but names of people, as credits go on over several lines."""
    return len(line) <= LONGEST and _NAMES.fullmatch(line) is not None


@cache
def _words() -> FurnitureWords:
    table = Path(__file__).with_name("furniture.csv").read_text(encoding="utf-8").splitlines()
    rows = [line.split(",") for line in table if line and not line.startswith("#")]
    by_form: dict[str, dict[str, Role]] = {"whole": {}, "label": {}, "starts": {}, "ends": {}}
    for role_name, form, text in rows[1:]:
        by_form[form][text] = Role(role_name)
    return FurnitureWords(**by_form)
