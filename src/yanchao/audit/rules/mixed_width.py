"""A number written in characters of two widths.

**What it does.** Finds a number in which full-width and half-width characters meet: 2３.5亿元, 12．5%, 1２%.

**Why it is bad.** It looks wrong in every font, searches do not find it, and programs read another number or none. It comes from an input
method that was switched in the middle. A text that writes all of its digits in full width is left alone: that is a matter of taste.

**How to mend it.** Write the number in half-width digits. Certain, and done by `--fix`.

**Source.** GB/T 15835—2011: Arabic numerals in running text are half-width.
"""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.audit.dossier import Dossier
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.rule import Examples, Fault, Group
from yanchao.documents.editing import Edit
from yanchao.quick import pattern
from yanchao.statements.fold import folded_words

CODE = "YC312"
NAME = "mixed-width"
TITLE_ZH = "一个数里全角、半角混用"
PAGE_ZH = """
**查什么。** 一个数里既有全角字符又有半角字符：2３.5亿元、12．5%、1２%。

**为什么。** 用什么字体排出来都难看，检索查不到，程序读成别的数或者根本读不出。多半是打到一半切换了输入法。
全文数字一律用全角的，属各家习惯，不查。

**怎么改。** 一律改成半角。改法确定，`--fix` 可自动改。

**依据。** GB/T 15835—2011：正文中的阿拉伯数字用半角。
"""
GROUP = Group.FORM
SEVERITY = Severity.ERROR
EXAMPLES = Examples(
    bad=("全市家具产业营业收入2３.5亿元。", "全市家具产业营业收入增长12．5%。", "产量达到１2万件。"),
    good=(
        "全市家具产业营业收入２３．５亿元。",
        "全市家具产业营业收入23.5亿元，增长12％。",
        "主要任务：\n1．发展产业，2．扩大开放。",
    ),
)

NUMBER = pattern(r"(?<![A-Za-z0-9０-９.．])[0-9０-９]+(?:[.．][0-9０-９]+)?(?![0-9０-９]|[.．][0-9０-９])")
"""A whole number, or one with decimals. With a second point it is the number of a section or a version."""

WIDE = pattern(r"[０-９．]")
NARROW = pattern(r"[0-9.]")


def check(dossier: Dossier) -> Iterator[Fault]:
    for extraction in dossier.extractions:
        document = extraction.document
        for found in NUMBER.finditer(document.text):
            number = found.group()
            if not (WIDE.search(number) and NARROW.search(number)):
                continue
            wide = WIDE.finditer(document.text, *found.span())
            yield Fault(
                document,
                found.start(),
                found.end(),
                Said("mixed-width", text=number),
                suggest=folded_words(number),
                repair=tuple(Edit(one.start(), one.end(), folded_words(one.group())) for one in wide),
            )
