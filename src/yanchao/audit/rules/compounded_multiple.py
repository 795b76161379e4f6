"""A yearly growth that does not make the multiple beside it.

**What it does.** Where a text says how many times as much something is as it was, over how many years, and by how much it grew in a year of them (是当时的6倍，
四年年均增长56.5%; 四年间翻了一番，年均增速18.9%), compounds the one and holds it against the other.

**Why it is bad.** One of the three is wrong, whatever the levels are.

**How to mend it.** Work the yearly growth out again from the levels.

**Source.** Arithmetic.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.equations import always, bare
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.relations import Factor, Product, Relation
from yanchao.audit.rule import Examples, Group
from yanchao.audit.wording import percent
from yanchao.interval import Interval
from yanchao.quick import pattern
from yanchao.statements.numerals import small_number
from yanchao.statements.statement import Comparator, Kind

CODE = "YC129"
NAME = "compounded-multiple"
TITLE_ZH = "年均增速与倍数对不上"
PAGE_ZH = """
**查什么。** 文中写了是原来的几倍、隔了几年、年均增长多少的（是当时的6倍，四年年均增长56.5%；四年间翻了一番，年均增速18.9%），
按复利算一遍，看合不合。

**为什么。** 不管前后两数是多少，三者里必有一个错。

**怎么改。** 用前后两数重新算年均增速。

**依据。** 算术。
"""
GROUP = Group.ARITHMETIC
SEVERITY = Severity.ERROR
TIES = Said("ties.compounded")
EXAMPLES = Examples(
    bad=(
        "全市新能源装机已扩大到当时的6.0倍，四年年均增长65.5%。",
        "全市高新技术企业达2135家，是2019年742家的2.88倍，五年间年均增长32.5%。",
        "2024年，全市“四新经济”企业四年间翻了一番，年均增速8.9%。",
        "到2030年，全市产业产值在2025年基础上翻一番，达到2520亿元，年均下降15%左右。",
    ),
    good=(
        "全市新能源装机已扩大到当时的6.0倍，四年年均增长56.5%。",
        "全市高新技术企业达2135家，是2019年742家的2.88倍，五年间年均增长23.5%。",
        "2024年，全市“四新经济”企业四年间翻了一番，年均增速18.9%。",
        "到2030年，全市产业产值在2025年基础上翻一番，达到2520亿元，年均增长15%左右。",
        "全市规上企业产值是全省平均的2.5倍，五年间年均增长8.5%。",
        "全市新能源汽车产量是上年的2.5倍，近五年年均增长45%。",
    ),
)

AVERAGE = r"年均(?:复合)?(?:增长|增速|增幅|下降|减少)(?:率)?(?:为|达到?)?"
BEHIND = pattern(rf"[，,](?P<years>[二两三四五六七八九十]|[2-9]|1\d)年(?:间|来)?[，,]?{AVERAGE}")
"""Between a multiple and the yearly growth of the same years."""

OF_BEFORE = pattern(
    r"(?:(?P<year>20\d\d)年(?:[末底]|同期)?[^，,。；;]{0,16}|当时|那时|当年|期初|起步时|[^，,。；;、]{0,4}初期?)的?$"
)
"""Before a multiple, the time that it is counted from; not what it is of somebody else."""

DOUBLED, TWICE = "番", Interval(0.93, 1.25)
"""What is told to have doubled is a little short of twice as much, or somewhat more."""

IN_YEARS = pattern(r"(?P<years>[二两三四五六七八九十]|[2-9]|1\d)年(?:间|来|时间|内)?$")
FROM_YEAR = pattern(r"[在比较](?P<year>20\d\d)年(?:的)?(?:基础上|水平上)?$")
"""Before what has doubled, over how many years or from which year on."""

THEN = pattern(rf"[，,]{AVERAGE}")
REACHING = pattern(r"[，,](?:达到?|力争达到|超过|突破)(?:约)?")
"""Between it and the yearly growth; or the level that it leads to, which stands between the two."""

WHOLE = Interval(0.97, 1.03)
"""How exactly a multiple in whole numbers is meant, beside its rounding."""

ONE = Interval(1.0, 1.0)
FAREST, LEAST_YEARS = 30, 2


def check(dossier: Dossier) -> Iterator[Relation]:
    for sentence in dossier.sentences():
        for multiple, growth in itertools.pairwise(sentence):
            years = _years(multiple, growth)
            if years is not None:
                exact = WHOLE if multiple.statement.quantity.resolution >= 1 else ONE
                yield _relation(multiple, growth, years, exact)
        for at, doubled in enumerate(sentence):
            if doubled.statement.kind is Kind.GROWTH and doubled.text.endswith(DOUBLED):
                yield from _of_doubling(doubled, sentence[at + 1 : at + 3])


def _of_doubling(doubled: Figure, behind: Sequence[Figure]) -> Iterator[Relation]:
    """四年间翻了一番，年均增速18.9%; 到2030年在2025年基础上翻一番，达到2520亿元，年均增长15%."""
    text, sentence = doubled.document.text, doubled.statement.sentence
    begins = max(sentence.start, doubled.start - FAREST)
    in_years = IN_YEARS.search(text, begins, doubled.start)
    from_year = FROM_YEAR.search(text, begins, doubled.start)
    if in_years:
        years = small_number(in_years["years"])
    elif from_year and doubled.year is not None:
        years = doubled.year - int(from_year["year"])
    else:
        return
    growth, before = (behind[0], doubled) if behind else (None, doubled)
    if growth is not None and len(behind) > 1 and REACHING.fullmatch(text, doubled.end, growth.start):
        growth, before = behind[1], behind[0]
    if growth is None or growth.statement.kind is not Kind.GROWTH or years < LEAST_YEARS:
        return
    if THEN.fullmatch(text, before.end, growth.start):
        yield _relation(doubled, growth, years, TWICE)


def _years(multiple: Figure, growth: Figure) -> int | None:
    """Over how many years both are told; None where they are not told of the same."""
    share, rate = multiple.statement, growth.statement
    if share.kind is not Kind.SHARE or rate.kind is not Kind.GROWTH or "倍" not in multiple.text:
        return None
    if share.comparator is not Comparator.EQUAL or rate.comparator is not Comparator.EQUAL:
        return None
    text = multiple.document.text
    behind = BEHIND.fullmatch(text, multiple.end, growth.start)
    before = OF_BEFORE.search(text, max(share.sentence.start, multiple.start - FAREST), multiple.start)
    if behind is None or before is None or multiple.range.low <= 0:
        return None
    years = small_number(behind["years"])
    told = growth.year or (growth.years or (None, None))[1]
    if before["year"] and told is not None and told - int(before["year"]) not in (years, 0):
        return None  # 是2020年的2倍，近三年年均…: the years are others
    return years


def _relation(multiple: Figure, growth: Figure, years: int, exact: Interval) -> Relation:
    is_growth = multiple.statement.kind is Kind.GROWTH
    times = multiple.value + is_growth
    form = Product((Factor(growth, years, shift=1.0), Factor(multiple, -1, shift=float(is_growth))), exact)
    said = Said(
        "compounded",
        multiple=f"{times:g}" if is_growth else bare(multiple),
        years=str(years),
        value=percent(times ** (1 / years) - 1),
        printed=bare(growth),
    )
    return Relation(form, "compounded-multiple", always(said))
