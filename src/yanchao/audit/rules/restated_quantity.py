"""A figure told twice, in two units that do not agree.

**What it does.** Where a text restates a figure in another unit or currency (15平方公里（约2.25万亩）, 7亿美元（约合人民币50亿元）), converts. Of currencies only the order
of size is tested: the rate may be any day's of the last ten years.

**Why it is bad.** One of the two is wrong, mostly by a factor of ten; a square kilometre is 1,500 mu.

**How to mend it.** Convert again from the figure that your source gives.

**Source.** GB 3100; 亩 as a fifteenth of a hectare; central parity of the renminbi, State Administration of Foreign Exchange
(the pack's equivalents.csv).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.equations import always, bare
from yanchao.audit.finding import Severity
from yanchao.audit.loose import ALL_BUT_SAID, unless_one_holds
from yanchao.audit.messages import Said
from yanchao.audit.relations import Factor, Product, Relation
from yanchao.audit.rule import Examples, Group
from yanchao.audit.wording import like
from yanchao.interval import Interval
from yanchao.quick import pattern
from yanchao.statements.statement import Kind

CODE = "YC118"
NAME = "restated-quantity"
TITLE_ZH = "同一个数用两种单位写得不一致"
PAGE_ZH = """
**查什么。** 同一个数换了单位或币种再说一遍的，加以换算（15平方公里（约2.25万亩）、7亿美元（约合人民币50亿元））。
币种之间只看数量级：按近十年里任何一天的汇率折算都可以。

**为什么。** 两个数必有一错，多半差了十倍；1平方公里合1500亩。

**怎么改。** 以原始资料给出的数为准，重新换算。

**依据。** GB 3100；1亩等于1公顷的十五分之一；国家外汇管理局公布的人民币汇率中间价（资料包的equivalents.csv）。
"""
GROUP = Group.ARITHMETIC
SEVERITY = Severity.ERROR
TIES = Said("ties.restated")
EXAMPLES = Examples(
    bad=(
        "园区规划面积15平方公里（约22.5万亩）。",
        "项目总投资约7亿美元（约合人民币500亿元）。",
        "单株产量20斤，合100公斤。",
        "全年盘活闲置用地1506亩，相当于104公顷。",
    ),
    good=(
        "园区规划面积15平方公里（约2.25万亩）。",
        "项目总投资约7亿美元（约合人民币50亿元）。",
        "园区规划面积15平方公里，建成区1.2万亩。",
        "单株产量20斤，合10公斤。",
        "全年盘活闲置用地1560亩，相当于104公顷。",
    ),
)

RESTATED = pattern(
    r"[（(](?:大?约|即)?(?:折?合|相当于)?(?:人民币|约|为)*|[，,](?:即|(?:大?约)?(?:折合|合计折合|合|相当于)(?:人民币|约|为)*)"
)
"""Between a figure and the same in another unit."""

GREW = pattern(r"[，,](?:同比|比上年|较上年)?(?:增长|下降)\d[\d.]*[%％](?=[，,])")
"""The growth of a figure, told before it is restated."""

CLOSED = pattern(r"(?:以上|左右|多|余|人民币)*[）)，,。；;]")
ABOUT = 0.03
"""How far a restated figure may be off that is given to two digits, as most are, unless a slip makes the two agree to the last one."""

COPIED = 1.5
"""How much more the first of the two is trusted: the other was worked out from it."""


def check(dossier: Dossier) -> Iterator[Relation]:
    equivalents = dossier.lexicon.equivalents
    for sentence in dossier.sentences():
        for first, second in _pairs(sentence):
            a, b = (equivalents.get(one.statement.unit) for one in (first, second))
            if a is None or b is None or a.of != b.of or a.unit == b.unit or not _is_restated(first, second):
                continue
            # first × a = second × b
            worth = Interval(float(b.low / a.high), float(b.high / a.low))
            nearly, exactly = (_relation(first, second, worth, about) for about in (ABOUT, 0.0))
            slipped = (
                unless_one_holds([exactly], ALL_BUT_SAID) if nearly.holds() and a.low == a.high else None
            )
            yield slipped or nearly


def _relation(first: Figure, second: Figure, worth: Interval, about: float) -> Relation:
    """That the first is as many times the second as one unit is worth of the other, give or take."""
    value = first.value / ((worth.low * worth.high) ** 0.5)
    said = Said("restated", first=bare(first), value=like(second, value), printed=bare(second))
    bound = Interval(worth.low * (1 - about), worth.high * (1 + about))
    form = Product((Factor(first), Factor(second, -1)), bound, stated=True)
    return Relation(form, "restated-quantity", always(said), trust={first: COPIED})


def _pairs(sentence: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Each figure with the one behind it, and where that is its growth with the one behind that (出口18.6亿美元，增长7.5%，折合人民币132.4亿元)."""
    for at, (first, second) in enumerate(itertools.pairwise(sentence)):
        yield first, second
        if second.statement.kind is Kind.GROWTH and at + 2 < len(sentence):
            yield first, sentence[at + 2]


def _is_restated(first: Figure, second: Figure) -> bool:
    text = first.document.text
    grew = GREW.match(text, first.end)
    kinds = {first.statement.kind, second.statement.kind}
    return (
        kinds <= {Kind.LEVEL, Kind.CHANGE}
        and min(first.value, second.value) > 0
        and RESTATED.fullmatch(text, grew.end() if grew else first.end, second.start) is not None
        and CLOSED.match(text, second.end) is not None
    )
