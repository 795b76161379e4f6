"""A place called by a word for another kind of place.

**What it does.** Finds a rank among provinces that is written with 国 (全国汽车生产第一大国, said of a province), and the like for 省 and 市.

**Why it is bad.** The word was misread or mistyped; a province is no country.

**How to mend it.** 第一大省 for a province, 第一大市 for a city.

**Source.** House rule.
"""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.audit.dossier import Dossier
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said, Words
from yanchao.audit.rule import Examples, Fault, Group
from yanchao.quick import pattern
from yanchao.statements.statement import Kind

CODE = "YC304"
NAME = "garbled"
TITLE_ZH = "地名写成了别的词"
PAGE_ZH = """
**查什么。** 说的是省，在各省中的位次却写成“国”（说某省是“全国汽车生产第一大国”）；“省”“市”用错的，同样查。

**为什么。** 看错了字或打错了字；省不是国。

**怎么改。** 省写“第一大省”，市写“第一大市”。

**依据。** 本工具自定。
"""
GROUP = Group.FORM
SEVERITY = Severity.WARNING
EXAMPLES = Examples(
    bad=("作为全国家具生产第一大国，广东的家具销往世界。",),
    good=("作为全国家具生产第一大省，广东的家具销往世界。", "中国是世界家具生产第一大国。"),
)

KINDS_OF_PLACE = {"国": ("world", "country"), "省": ("province",), "市": ("province", "prefecture", "county")}
"""The word for a kind of place, and the levels of region that it can be said of."""

PROPER = {"province": "省", "prefecture": "市"}
CALLED = pattern(r"大?([国省市])(?=[，。、；,;])")


def check(dossier: Dossier) -> Iterator[Fault]:
    for figure in dossier.figures:
        statement = figure.statement
        region = dossier.lexicon.place(statement.region)
        if statement.kind is not Kind.RANK or region is None or statement.base is None:
            continue
        called = CALLED.match(figure.document.text, figure.end)
        base = dossier.lexicon.region_by_word.get(statement.base)
        # Only where the order is that of the country's own parts is the word certain: 世界第一大国 may be a country.
        if called is None or base is None or base.level != "country" or region.level == "country":
            continue
        if region.level in KINDS_OF_PLACE[called.group(1)]:
            continue
        proper = PROPER.get(region.level)
        meant = called.group().replace(called.group(1), proper) if proper else None
        yield Fault(
            figure.document,
            figure.start,
            called.end(),
            Said(
                "garbled.rank",
                word=f"{figure.text}{called.group()}",
                region=Words(region.name, region.name_en),
            ),
            suggest=f"{figure.text}{meant}" if meant else None,
        )
