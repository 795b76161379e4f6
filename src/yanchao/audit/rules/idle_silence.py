"""A silence that silences nothing.

**What it does.** Finds a silence (a comment `yanchao: ignore YC101 reason`, or a line of `.yanchao-ignore`) that gives no reason, names no
rule or one that does not exist, cannot be read, or stands where its rule finds nothing any more.

**Why it is bad.** A silence without a reason is not obeyed: the next reader could not tell whether it still holds. One that silences
nothing hides the next mistake that is made in its place.

**How to mend it.** Give the reason, put the code right (`yanchao rule` lists them), or take the silence out. A silence for what several
texts together show is idle when one of them is checked alone: there, leave this rule off.

**Source.** House rule; the habit of linters for code.
"""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.audit.dossier import Dossier
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.rule import Examples, Fault, Group

CODE = "YC801"
NAME = "idle-silence"
TITLE_ZH = "没有起作用的静默标记"
PAGE_ZH = """
**查什么。** 不起作用的静默标记（注释`yanchao: ignore YC101 reason`，或`.yanchao-ignore`中的一行）：没写理由，没写规则编号，编号并不存在，
写法无法识别，或者所指规则在该处已查不出问题。

**为什么。** 没写理由的静默标记不予执行：后来的人无从判断它是否仍然成立。已经落空的静默标记，日后同一处再出错，就会被它掩盖。

**怎么改。** 补上理由，改正编号（用`yanchao rule`可列出全部规则），或者删去标记。有的标记针对的是几份文稿对照才查得出的问题，
单查其中一份时自然落空；这时请关掉本规则。

**依据。** 本工具自定；沿用代码检查工具的通行做法。
"""
GROUP = Group.SILENCE
SEVERITY = Severity.WARNING
LAST = True
EXAMPLES = Examples(
    bad=(
        "<html><p>全省新建产业园区28个。<!-- yanchao: ignore YC101 --></p></html>",
        "<html><p>全省新建产业园区28个。<!-- yanchao: ignore YC999 原文如此 --></p></html>",
        "<html><p>全省新建产业园区28个。<!-- yanchao: ignore --></p></html>",
    ),
    good=("<html><p>全省新建产业园区28个。<!-- 记者按：数字待核 --></p></html>",),
)

SHOWN = 40
"""Characters of what a comment stands at that are marked."""


def check(dossier: Dossier) -> Iterator[Fault]:
    for silence in dossier.silences:
        if silence.problem is not None:
            problem = silence.problem
        elif silence in dossier.idle:
            problem = Said("idle-silence.unused", rule=silence.rule)
        else:
            continue
        end = min(silence.end, silence.start + SHOWN)
        yield Fault(silence.document, silence.start, end, problem)
