"""Two numerals for about that many, parted by a comma.

**What it does.** Finds 三、四个 for three or four, which the standard writes 三四个. Ordinals and dates (第三、四季度, 三、四月) are left alone.

**Why it is bad.** 三、四个 lists two numbers, 三四个 is about that many; with the mark between, one is read as the other.

**How to mend it.** Leave the mark out; or, where both numbers are meant, say 三个和四个.

**Source.** GB/T 15835—2011, on approximate numbers (no 、 between the two).
"""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.audit.dossier import Dossier
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.rule import Examples, Fault, Group
from yanchao.quick import pattern

CODE = "YC908"
NAME = "parted-estimate"
TITLE_ZH = "概数之间加了顿号"
PAGE_ZH = """
**查什么。** 表示三个或四个上下的“三、四个”；按国家标准应写“三四个”。序数和日期（第三、四季度，三、四月）不查。

**为什么。** “三、四个”是并列两个数，“三四个”才是约数；中间加了顿号，读者会把约数当成两个数。

**怎么改。** 删去顿号；如果确指两个数，就写“三个和四个”。

**依据。** GB/T 15835—2011关于概数的规定（两个数字之间不用“、”隔开）。
"""
GROUP = Group.STYLE
SEVERITY = Severity.NOTE
EXAMPLES = Examples(
    bad=(
        "建设周期需要三、四个月。",
        "每村补助七、八万元。",
    ),
    good=(
        "建设周期需要三四个月。",
        "第三、四季度分别新增企业12家、15家。",
        "三、四月间雨水偏多。",
    ),
)

PARTED = pattern(
    r"(?<![一二两三四五六七八九十百千万亿第、])(一、二|[二两]、三|三、四|四、五|五、六|六、七|七、八|八、九)"
    r"(?=[个家项倍成万亿千百十元吨辆台亩次]|年(?!级|[级初末底来]))(?!次产业)"
)


def check(dossier: Dossier) -> Iterator[Fault]:
    for extraction in dossier.extractions:
        for found in PARTED.finditer(extraction.document.text):
            better = found.group().replace("、", "")
            yield Fault(
                extraction.document,
                found.start(),
                found.end(),
                Said("parted-estimate", text=found.group(), better=better),
                suggest=better,
            )
