"""A range that gives its percent sign once.

**What it does.** Finds 10—15%, where the standard asks for 10%—15%.

**Why it is bad.** 10—15% may be read as from ten to 15%. A house that does not mind leaves this rule off, as it is.

**How to mend it.** Write the sign at both ends. Certain, and done by `--fix`, where the first number is the smaller: 15—10% may be two
figures.

**Source.** GB/T 15835—2011, on ranges (15%～30%, not 15～30%).
"""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.audit.dossier import Dossier
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.rule import Examples, Fault, Group
from yanchao.documents.editing import Edit
from yanchao.quick import pattern

CODE = "YC901"
NAME = "mixed-range"
TITLE_ZH = "区间只写了一个百分号"
PAGE_ZH = """
**查什么。** “10—15%”一类写法，按国家标准应写作“10%—15%”。

**为什么。** “10—15%”也可以读成从10到15%。本单位不计较这一点的，不必启用：本规则默认关闭。

**怎么改。** 两头都写百分号。前一个数小于后一个数时，改法确定，`--fix` 可自动改；
前大后小的（15—10%）可能本是两个数，不自动改。

**依据。** GB/T 15835—2011，关于数值范围的规定（写15%～30%，不写15～30%）。
"""
GROUP = Group.STYLE
SEVERITY = Severity.NOTE
EXAMPLES = Examples(
    bad=("全年增速预计在5—6%之间。",),
    good=("全年增速预计在5%—6%之间。",),
)

RANGE = pattern(r"(?<![\d.%％])(\d+(?:\.\d+)?)([-–—－~～至])(\d+(?:\.\d+)?)([%％‰])")


def check(dossier: Dossier) -> Iterator[Fault]:
    for extraction in dossier.extractions:
        for found in RANGE.finditer(extraction.document.text):
            low, dash, high, sign = found.groups()
            better = f"{low}{sign}{dash}{high}{sign}"
            yield Fault(
                extraction.document,
                found.start(),
                found.end(),
                Said("mixed-range", text=found.group(), better=better),
                suggest=better,
                repair=(Edit(found.end(1), found.end(1), sign),) if float(low) < float(high) else (),
            )
