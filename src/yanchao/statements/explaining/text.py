"""Explanations for people, in Chinese or English: the line, a caret under the figure, then field by field."""

from __future__ import annotations

from collections.abc import Iterable

from yanchao.documents.excerpts import excerpt, printable, width
from yanchao.statements.explaining.explanation import Derived, Explanation, Reason
from yanchao.statements.statement import Comparator, Kind, Origin, Status

FIELDS = {
    "value": "数值", "unit": "单位", "comparator": "比较", "kind": "种类", "measure": "指标", "subject": "主体",
    "cluster": "集群", "region": "地区", "base": "总体", "period": "时期", "status": "状态", "source": "来源",
}  # fmt: skip

CODES: dict[str, str] = {
    Kind.LEVEL: "数额", Kind.SHARE: "占比", Kind.GROWTH: "增速", Kind.CHANGE: "增减", Kind.RANK: "位次", Kind.STREAK: "连续",
    Status.ACTUAL: "实际", Status.ESTIMATE: "预计", Status.TARGET: "目标",
    Comparator.EQUAL: "等于", Comparator.MORE: "超过", Comparator.AT_LEAST: "不低于", Comparator.LESS: "不足",
    Comparator.AT_MOST: "不超过", Comparator.ABOUT: "约",
}  # fmt: skip
"""What the codes of kinds, statuses and comparators are called in Chinese."""

ORIGINS = {
    Origin.FIGURE: ("数字本身", "the figure itself"),
    Origin.CLAUSE: ("本分句", "its clause"),
    Origin.SENTENCE: ("本句", "its sentence"),
    Origin.PARAGRAPH: ("本段", "its paragraph"),
    Origin.FRAME: ("前文总领句", "a sentence that frames what follows"),
    Origin.HEADING: ("上方标题", "the heading over it"),
    Origin.TITLE: ("文题或发布者", "the document's title or publisher"),
    Origin.DOCUMENT: ("全文所述", "what the whole document is about"),
    Origin.DATE: ("时期与文本日期相比", "its period against the date of the text"),
    Origin.ROW: ("表的行名", "the table's row"),
    Origin.COLUMN: ("表的栏名", "the table's column"),
    Origin.CAPTION: ("表题", "the table's caption"),
    Origin.DEFAULT: ("无词说明，取默认", "no word says otherwise"),
}

DERIVED = {
    Derived.NAME: ("词库", "by the packs"),
    Derived.DATE: ("按文本日期或前文年份推算", "counted from the date of the text or the year before it"),
    Derived.TITLE: ("取规划末年", "the last year of the plan"),
    Derived.MIDDLE: ("区间取中值", "the middle of the range"),
}

_EMPTY = 14
"""Columns of a field's name with the space behind it."""

_VALUES = 24
"""Columns of a value; a longer one pushes its reason to the right."""


def render(explanations: Iterable[Explanation], language: str) -> str:
    """The explanations one after another."""
    return "".join(f"{_explained(each, language == 'en')}\n" for each in explanations)


def _explained(explanation: Explanation, english: bool) -> str:
    document, statement = explanation.document, explanation.statement
    line, column = document.line_column(statement.start)
    shown = excerpt(document, statement.start, statement.end)
    carets = " " * width(shown.text[: shown.start]) + "^" * max(1, width(shown.text[shown.start : shown.end]))
    gutter = " " * len(str(line))
    figure = f"figure {explanation.number}" if english else f"第{explanation.number}个数"
    lines = [
        f"{printable(document.uri)}:{line}:{column}: {figure} {printable(explanation.words)}",
        f"{gutter} |",
        f"{line} | {shown.text}",
        f"{gutter} | {carets}",
    ]
    lines += [f"  {_reason(reason, english)}" for reason in explanation.reasons]
    lines += [f"  {_row(name, words, english)}" for name, words in _whole(explanation, english)]
    return "\n".join(lines) + "\n"


def _reason(reason: Reason, english: bool) -> str:
    """One field: its value, where that comes from, and in which words."""
    name = reason.name or (None if english else CODES.get(reason.value))
    value = f"{reason.value} {name}" if name else reason.value
    told = ORIGINS[reason.evidence.origin][english]
    if reason.words and reason.evidence.origin not in (Origin.FIGURE, Origin.DEFAULT):
        told += f" “{_short(reason.words)}”" if english else f"“{_short(reason.words)}”"
    if reason.derived is not None:
        told += f", {DERIVED[reason.derived][1]}" if english else f"，{DERIVED[reason.derived][0]}"
    if reason.evidence.inherited and reason.evidence.origin is not Origin.DATE:
        told += " (inherited)" if english else "（承前）"
    return f"{_row(reason.field, _padded(printable(value), _VALUES), english)} ← {printable(told)}"


def _whole(explanation: Explanation, english: bool) -> Iterable[tuple[str, str]]:
    """What holds of the figure as a whole: its construction, its qualifiers, and how sure it is and why."""
    statement = explanation.statement
    name, example = statement.construction, explanation.example
    like = _bracketed(f"as in: {example}" if english else f"如：{example}", english) if example else ""
    yield ("construction" if english else "句式"), printable(name + like)
    if statement.qualifiers:
        yield ("qualifiers" if english else "限定"), ", ".join(sorted(statement.qualifiers))
    signs = sorted(explanation.signs, key=lambda sign: sign.weight)
    told = [f"{sign.en if english else sign.zh} {sign.weight:+.2f}" for sign in signs if sign.weight]
    because = ("; " if english else "；").join(told)
    sure = f"{statement.confidence:.2f}"
    yield ("confidence" if english else "置信度"), sure + (_bracketed(because, english) if told else "")


def _bracketed(words: str, english: bool) -> str:
    return f" ({words})" if english else f"（{words}）"


def _row(field: str, words: str, english: bool) -> str:
    return _padded(field if english else FIELDS.get(field, field), _EMPTY if english else 8) + words


def _padded(text: str, columns: int) -> str:
    return text + " " * max(1, columns - width(text))


def _short(words: str) -> str:
    """Long words by their beginning and end."""
    return words if len(words) <= 24 else f"{words[:14]}…{words[-8:]}"
