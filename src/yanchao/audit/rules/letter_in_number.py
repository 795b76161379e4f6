"""A letter among the digits of a number.

**What it does.** Finds 72O0亿元 and 1O%, where the letter O stands for the digit 0.

**Why it is bad.** Readers hardly see it, and every program reads another number, or none.

**How to mend it.** Type the digit. Names are left alone (O2O, H2O, CO2). Certain, and done by `--fix`, where a percent sign, 万 or 亿
follows: what stands before those is a number and no name.

**Source.** GB/T 15835—2011: a number is written in digits of one kind.
"""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.audit.dossier import Dossier
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.rule import Examples, Fault, Group
from yanchao.documents.editing import Edit
from yanchao.quick import pattern

CODE = "YC308"
NAME = "letter-in-number"
TITLE_ZH = "数字里混入字母"
PAGE_ZH = """
**查什么。** 找出72O0亿元、1O%这类写法：数字“0”误作字母“O”。

**为什么。** 肉眼很难看出来，程序却会读成别的数，或者根本读不出数。

**怎么改。** 改成数字。名称不管（O2O、H2O、CO2）。后面跟着百分号、“万”或“亿”的，前面必是数，不会是名称，
可以断定有误，用`--fix`直接改正。

**依据。** GB/T 15835—2011：一个数只用一种数字书写。
"""
GROUP = Group.FORM
SEVERITY = Severity.ERROR
EXAMPLES = Examples(
    bad=("全省家具产业营业收入72O0亿元。", "全省家具产业营业收入增长1O%。", "产能达到O.5万吨。"),
    good=("全省家具产业营业收入7200亿元，O2O平台300家，CO2排放下降5%。",),
)

NUMBER = pattern(r"(?<![A-Za-z0-9.])(?:\d[\d.]*[OoＯ][\dOoＯ]*(?:\.[\dOoＯ]+)?|[OoＯ]\.\d+)(?![A-Za-z])")
"""A number opens with a digit; what opens with the letter is a name (O2O), unless a point follows."""

ZERO = str.maketrans("OoＯ", "000")
LETTER = pattern("[OoＯ]")
NUMBER_FOR_CERTAIN = pattern("[%％‰万亿萬億]")


def check(dossier: Dossier) -> Iterator[Fault]:
    for extraction in dossier.extractions:
        document = extraction.document
        for found in NUMBER.finditer(document.text):
            following = document.text[found.end() : found.end() + 1]
            if following in ("-", "_", "/"):
                continue
            suggest = found.group().translate(ZERO)
            letters = LETTER.finditer(document.text, *found.span())
            yield Fault(
                document,
                found.start(),
                found.end(),
                Said("letter-in-number", text=found.group()),
                suggest=suggest,
                repair=tuple(Edit(letter.start(), letter.end(), "0") for letter in letters)
                if NUMBER_FOR_CERTAIN.match(following)
                else (),
            )
