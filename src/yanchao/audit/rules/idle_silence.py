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
