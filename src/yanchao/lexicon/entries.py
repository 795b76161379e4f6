"""What a line of each pack file means: one frozen dataclass per table, its fields the table's columns."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from yanchao.interval import Interval
from yanchao.quick import dataclass

Bound = Literal["=", ">", ">=", "<", "<=", "~"]
"""The values of `statements.Comparator`, which stands further down the house, as do the next two."""

FigureKind = Literal["", "level", "share", "growth", "change", "rank", "streak"]
"""The values of `statements.Kind`, and none."""

NamedRole = Literal[
    "core-city", "node-city", "base-city", "leading-firm", "firm", "institute", "platform", "project", "product",
    "upstream", "downstream", "plan", "report", "direction", "future-industry",
]  # fmt: skip
"""The values of `statements.Role`."""

Level = Literal["world", "country", "province", "prefecture", "county"]
"""How large a place is."""

WIDE: tuple[Level, ...] = ("world", "country")
"""What is larger than a province."""


@dataclass(frozen=True, slots=True)
class Unit:
    """`regions.csv` and friends hold names; `units.csv` holds this: a written unit and what it multiplies out to.

    `factor` base units make one of the written unit. `dimension` groups units that can be compared.
    """

    text: str
    unit: str
    factor: Decimal
    dimension: str


PLACE = "place"
"""The `numerals` of a counter that is itself what is counted."""


@dataclass(frozen=True, slots=True)
class Counter:
    """A measure word that counts things (家, 个, 件): its unit is `count:` and the word, unless `unit` says otherwise.

    `numerals` is `any` where the word counts after Chinese numerals too (三个), `digits` where a Chinese numeral
    before it makes a name or a phrase (三线, 两头) and only digits count, `place` where besides the word is itself what is
    counted (9镇6乡).
    """

    text: str
    unit: str | None
    numerals: str


@dataclass(frozen=True, slots=True)
class ComparatorWord:
    """A word that bounds a number; `position` is `before` or `after` the number."""

    text: str
    comparator: Bound
    position: Literal["before", "after"]


@dataclass(frozen=True, slots=True)
class Measure:
    """A thing that is measured, in the trade's word, with the other words for the same thing.

    `dimension` is the dimension of its levels (money, mass, count, share, ...), for checking units against it.
    `scope` is `economy` where the word alone means a whole place's figure (地区生产总值), `subject` where it
    asks whose (营业收入), `thing` where it asks which of the things that its sentence named or counted (总投资),
    `figure` where it says something of the figure before (增速, 总量).
    """

    id: str
    name: str
    name_en: str
    dimension: str
    scope: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ratio:
    """A measure that is one measure over another, each by its id or its words, how far the published ones may be off, and between what
    nearly all of them lie."""

    ratio: tuple[str, ...]
    numerator: tuple[str, ...]
    denominator: tuple[str, ...]
    low: Decimal
    high: Decimal
    least: Decimal | None = None
    most: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Balance:
    """A measure that is one measure less another, each by its id or its words."""

    balance: tuple[str, ...]
    plus: tuple[str, ...]
    minus: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Complement:
    """Two words that part a whole in two (境内, 境外)."""

    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Exclusive:
    """Words for kinds that shut one another out (国有, 民营, 外资)."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Equivalent:
    """How many of the unit `of` one `unit` is: exactly, or within bounds where it is a rate of exchange."""

    unit: str
    of: str
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that steers reading: `role` says how (growth-up, target, estimate, share, ...), `value` with what."""

    text: str
    role: str
    value: str


@dataclass(frozen=True, slots=True)
class Name:
    """A fixed expression with a number in it that is no quantity (三农, 双十一, 第三产业)."""

    text: str


@dataclass(frozen=True, slots=True)
class Seam:
    """Words in which a name of the packs stands by accident: the 家电 of 国家电网, the 达州 of 佛罗里达州."""

    text: str


@dataclass(frozen=True, slots=True)
class RoleWord:
    """A word that gives a named thing its role (为…核心, 等龙头企业, 研究院): `role` is one of `statements.Role`.

    `place` says where the word stands; the head of `zh/roles.csv` lists what there is. `stands_for` are the
    regions that the first characters of the word abbreviate, one each (广深双核).
    """

    text: str
    role: str
    place: str
    stands_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Region:
    """A place with its GB/T 2260 code. `level` is world, country, province, prefecture or county.

    `listed` are bare names that are also ordinary words or stand in the seam of two (朝阳, 新乡): they name
    the place only as a member of a list, beside 、.
    """

    code: str
    name: str
    name_en: str
    level: Level
    parent: str | None
    aliases: tuple[str, ...]
    listed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PartOfPlace:
    """A name that is read for a place, and means a part of it alone (珠三角): its figures are never those of the place."""

    part: str


@dataclass(frozen=True, slots=True)
class County:
    """A county, district or county-level city by its whole name; `region` is the code of the place it lies in.

    `short` is how an autonomous county is called for short, without its kind (秀山).
    """

    code: str
    name: str
    region: str
    short: str | None = None


@dataclass(frozen=True, slots=True)
class ClusterGroup:
    """A group that clusters are put into (pillar, emerging). `counted` are words for it behind a count of its clusters."""

    id: str
    name: str
    name_en: str
    counted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cluster:
    """An industrial cluster. `group` is an id of `groups.csv`; `tier` the size declared for it, CNY a year.

    `tier_source` says who declared the tier, or from what it is derived; `tier_source_en` the same in English.
    `aliases` are the names that texts use for it.
    """

    id: str
    name: str
    name_en: str
    group: str
    tier: Decimal
    tier_source: str
    aliases: tuple[str, ...]
    tier_source_en: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A published plan. `first` and `last` are its years; `issued` may be unknown."""

    id: str
    title: str
    title_en: str
    cluster: str | None
    region: str
    first: int | None
    last: int | None
    issuer: str
    issued: date | None
    aliases: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A named firm, institute, platform, project or future industry; `role` is one of `statements.Role`.

    `listed` are short names that are also ordinary words (美的, 大族): they stand for the entity only as a
    member of a list, beside 、 or a quotation mark, never in running text.
    """

    id: str
    name: str
    name_en: str
    role: NamedRole
    region: str | None
    cluster: str | None
    aliases: tuple[str, ...]
    listed: tuple[str, ...] = ()

    @property
    def is_firm(self) -> bool:
        """Whether it is a firm, leading its industry or not."""
        return self.role in ("firm", "leading-firm")


@dataclass(frozen=True, slots=True)
class Reference:
    """A published figure that texts can be held against, in base units, with who published it and when.

    `measure` is an id of `measures.csv` or a plain word where no measure is listed; `cluster` is None for a
    figure of the whole region; `subject` names the product or sector where it is narrower than the cluster. `edition` is
    an id of `editions.csv`, None for a first print.
    """

    measure: str
    subject: str | None
    cluster: str | None
    region: str
    period: str
    value: Decimal
    unit: str
    source: str
    url: str | None
    vintage: date | None
    edition: str | None = None

    @property
    def interval(self) -> Interval:
        """What the printed digits allow: half a step of the last one on either side."""
        half = 10.0 ** int(self.value.as_tuple().exponent) / 2
        return Interval(float(self.value) - half, float(self.value) + half)


@dataclass(frozen=True, slots=True)
class PlanTarget:
    """One figure that a plan sets, in base units: `plan` is an id of `plans.csv`, `measure` one of `measures.csv`.

    `subject` names the product or the part of the cluster where the target is narrower than the cluster.
    `comparator` is the plan's own bound (`>` for 超过 and 突破, `>=` for 以上, `~` for 左右 and 约). `kind` is one of
    `statements.Kind`; left out, it is a share where the unit is 1 and else a level. `qualifiers` are those of a statement
    (`annual-average`, `cumulative`, `new`).
    """

    plan: str
    measure: str
    subject: str | None
    cluster: str | None
    region: str
    period: str
    value: Decimal
    unit: str
    comparator: Bound
    source: str
    kind: FigureKind = ""
    qualifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WordlessTarget:
    """What a plan aims at and deliberately sets no figure for; the other columns are those of `PlanTarget`.

    `words` is what the plan says in place of a figure (保持在合理区间).
    """

    plan: str
    measure: str
    subject: str | None
    cluster: str | None
    region: str
    period: str
    unit: str
    words: str
    source: str
    kind: FigureKind = ""
    qualifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Falling:
    """A measure of which less is better, by its id or its words: its targets are to be reached from above."""

    measure: str


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition of published figures that is not the first print of them."""

    id: str
    name: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Source:
    """Who published a reference figure and how it may be used; `source` is the figure's own, `*` standing for any words.

    `consulted` says what was read: the publication itself, or where a copy of it was found.
    """

    source: str
    body: str
    licence: str
    consulted: str


@dataclass(frozen=True, slots=True)
class ReferenceException:
    """What is known not to hold among a pack's reference figures, or to be missing, and why.

    `check` is gap, sum, parts, growth, jump, gdp-per-capita or rd-intensity. An empty `subject`, `region` or `period`
    means any. `allowance` is how far a sum may be off, as a part of the nation's figure.
    """

    check: str
    measure: str
    subject: str | None
    region: str | None
    period: str | None
    allowance: Decimal | None
    reason: str
