"""客船2艘/300客位, 9万元(按平均汇率折1.3万美元): behind a stroke or in brackets the same is told in another unit."""

from __future__ import annotations

from yanchao.quick import pattern, replace
from yanchao.statements.constructions import Example
from yanchao.statements.context import Context, Filling
from yanchao.statements.figures import Form

ORDER = 4
NAME = "in-another-unit"
FORMS = frozenset((Form.COUNT, Form.AMOUNT))
EXAMPLES = (
    Example("全年淘汰客船2艘/300客位、货船9艘/4500载重吨。", "300客位", {"measure": "客船", "kind": "level"}),
    Example("全年淘汰客船2艘/300客位、货船9艘/4500载重吨。", "4500载重吨", {"measure": "货船"}),
    Example(
        "全县人均生产总值9.1万元（按年平均汇率折1.3万美元），增长5%。",
        "1.3万美元",
        {"measure": "人均生产总值", "kind": "level", "unit": "USD"},
    ),
    Example(
        "全县人均生产总值9.1万元（按年平均汇率折1.3万美元），增长5%。", "5%", {"measure": "人均生产总值"}
    ),
    Example("到位外资30亿元，按当年汇率折合约4.2亿美元。", "4.2亿美元", {"measure": "到位外资"}),
)

_CONVERTED = pattern(
    r"[(，](?:按|以)[^()，。；\d]{0,16}?(?:汇率|价格?|口径|标准)[^()，。；\d]{0,6}?(?:折合|折算|折|约合|换算)(?:成|为)?约?"
)


def match(context: Context) -> Filling | None:
    before = context.before[-1] if context.before else None
    if before is None:
        return None
    between = context.text[before.figure.end : context.figure.start]
    if between != "/" and _CONVERTED.fullmatch(between) is None:
        return None
    if before.figure.form not in FORMS or before.filling.measure is None:
        return None
    return replace(before.filling, construction=NAME)
