"""“十四五”期间, “十三五”末, “十四五”前三年: the years of a five-year plan."""

from __future__ import annotations

from yanchao.quick import pattern
from yanchao.statements.numerals import small_number
from yanchao.statements.period import Period, TimeRole
from yanchao.statements.times._found import Example, Found

ORDER = 40
PATTERN = (
    r"[“\"‘]?十(?P<plan>[一二三四五六七])五[”\"’“]?"
    r"(?:(?P<planend>末期?)|(?:时期|期间)?前(?P<planyears>[一二两三四])年)?(?:时期|期间|以来|五年)?"
)
OPENINGS = {'“"‘': "十", "十": "[一二三四五六七]五"}
EXAMPLES = (
    Example("“十四五”期间产值年均增长5%。", "“十四五”期间", "2021/2025", TimeRole.WINDOW),
    Example("“十三五”时期产值年均增长5%。", "“十三五”时期", "2016/2020", TimeRole.WINDOW),
    Example("“十四五”末产值30亿元。", "“十四五”末", "2025", TimeRole.WINDOW),
    Example("“十四五”前四年，产值年均增长5%。", "“十四五”前四年", "2021/2024", TimeRole.WINDOW),
    Example("“十三五”时期前三年，产值年均增长5%。", "“十三五”时期前三年", "2016/2018", TimeRole.WINDOW),
    Example("展望“十五五”，产值将达30亿元。", "“十五五”", "2030", TimeRole.UNTIL),
    Example("“十四五”时期，产值30亿元。", "“十四五”时期", "2021/2025", TimeRole.WINDOW),
    Example("确保“十五五”开好局、起好步。", "“十五五”", "2026/2030", TimeRole.NAME),
    Example("“十五五”时期目标任务。", "“十五五”时期", "2026/2030", TimeRole.WINDOW),
)

_LAST_YEAR_OF_THE_TENTH = 2005

_NAME_OF_IT = pattern(
    r"[”\"]?(?:规划|纲要|收官|圆满|胜利收官|目标|(?:实现|取得|迎来|顺利|成功|精彩|良好|胜利|高质量|平稳)*(?:开局|起步)"
    r"|[^，。；\d]{0,10}?(?:开好局|起好步|开门红|开新局|布好局|良好开局|精彩开局))"
)
_THE_MOST = pattern(r"[^，。；的]{0,6}最[大长高多快早]的")
"""“十四五”期间投资最大的项目: the time says which project, and dates no figure."""

_PREPARES = pattern(
    r"(?:收官|决胜|冲刺|谋划|筹划|布局|擘画|描绘|绘就|迈向|奔向|走向|迎接|衔接|巩固)[好了]?[^，。；]{0,3}$"
)
"""各地谋划|“十五五”新图景, 奋力收官|“十四五”: years that are prepared for or brought to an end, of which what follows does not tell."""

_LOOKS_FORWARD = pattern(r"展望|面向|放眼|着眼|前瞻")
"""展望|“十五五”，力争…: what is aimed at is of the last year of the plan."""


def resolve(found: Found) -> Period:
    text, start, end = found.text, found.start, found.end
    last = _LAST_YEAR_OF_THE_TENTH + 5 * small_number(found.match["plan"])
    whole = f"{last - 4}/{last}"
    prepared = _PREPARES.search(text, max(0, start - 8), start) is not None
    named = _NAME_OF_IT.match(text, end) and not found.match[0].endswith(("时期", "期间"))
    if prepared or named or _THE_MOST.match(text, end):
        return found.period(whole, TimeRole.NAME)
    if found.match[0].endswith(("五", *'”’"')) and _LOOKS_FORWARD.search(text, max(0, start - 2), start):
        return found.period(str(last), TimeRole.UNTIL)
    role = TimeRole.WINDOW if found.role is TimeRole.AT else found.role
    if years := found["planyears"]:
        return found.period(f"{last - 4}/{last - 5 + small_number(years)}", role)
    return found.period(str(last) if found["planend"] else whole, role)
