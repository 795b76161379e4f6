"""What a lexicon holds, and from which pack file each part comes.

A pack is a folder: `pack.toml` (its name, its home region, the bundled packs it needs) and any of the tables below.
Packs are read in order; later ones add to earlier ones, and a row with the same key replaces the earlier one.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property, lru_cache
from itertools import cycle
from pathlib import Path
from typing import Any, TypeVar

from yanchao.errors import PackError
from yanchao.lexicon.bundled import BUNDLED, DEFAULT_PACKS, bundled_names, folder_of
from yanchao.lexicon.entries import (
    Balance,
    Cluster,
    ClusterGroup,
    ComparatorWord,
    Complement,
    Counter,
    County,
    Cue,
    Edition,
    Entity,
    Equivalent,
    Exclusive,
    Falling,
    Level,
    Measure,
    Name,
    PartOfPlace,
    Plan,
    PlanTarget,
    Ratio,
    Reference,
    Region,
    RoleWord,
    Seam,
    Unit,
    WordlessTarget,
)
from yanchao.lexicon.gazetteer import Gazetteer
from yanchao.lexicon.shelf import Shelf
from yanchao.lexicon.tables import read_table
from yanchao.quick import dataclass, pattern, replace

DESCRIPTION: Mapping[str, type] = {"name": str, "title": str, "home": str, "needs": list}
"""What `pack.toml` may say."""

Entry = TypeVar("Entry")


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Everything listed about the world. Mappings are by the row's own key, sequences in file order."""

    home: str | None
    units: Mapping[str, Unit]
    counters: Mapping[str, Counter]
    comparators: tuple[ComparatorWord, ...]
    measures: Mapping[str, Measure]
    cues: tuple[Cue, ...]
    names: tuple[Name, ...]
    seams: tuple[Seam, ...]
    regions: Mapping[str, Region]
    groups: Mapping[str, ClusterGroup]
    clusters: Mapping[str, Cluster]
    plans: Mapping[str, Plan]
    entities: Mapping[str, Entity]
    published: Shelf
    gazetteer: Gazetteer
    targets: tuple[PlanTarget, ...] = ()
    wordless: tuple[WordlessTarget, ...] = ()
    editions: Mapping[str, Edition] = field(default_factory=dict)
    falling: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    roles: tuple[RoleWord, ...] = ()
    ratios: tuple[Ratio, ...] = ()
    balances: tuple[Balance, ...] = ()
    complements: tuple[Complement, ...] = ()
    exclusives: tuple[Exclusive, ...] = ()
    equivalents: Mapping[str, Equivalent] = field(default_factory=dict)

    @cached_property
    def measure_by_word(self) -> Mapping[str, Measure]:
        """Every name and alias of every measure."""
        return {
            word: measure for measure in self.measures.values() for word in (measure.name, *measure.aliases)
        }

    @cached_property
    def region_by_word(self) -> Mapping[str, Region]:
        """Every name and alias of every region; the larger region wins a shared word (吉林 is the province)."""
        order = {"world": 0, "country": 1, "province": 2, "prefecture": 3, "county": 4}
        words: dict[str, Region] = {}
        for region in sorted(self.regions.values(), key=lambda region: order[region.level]):
            for word in (region.name, *region.aliases):
                words.setdefault(word, region)
        return words

    @cached_property
    def cluster_by_word(self) -> Mapping[str, Cluster]:
        """Every name and alias of every cluster."""
        return {
            word: cluster for cluster in self.clusters.values() for word in (cluster.name, *cluster.aliases)
        }

    def measure_id(self, word: str) -> str:
        """The id of a measure by any word for it; a word that no pack knows is its own id."""
        known = self.measure_by_word.get(word)
        return known.id if known is not None else word

    def cluster_id(self, word: str) -> str:
        """The id of a cluster by its name or an alias; any other word as it is."""
        known = self.cluster_by_word.get(word)
        return known.id if known is not None else word

    def region_code(self, word: str) -> str:
        """The code of a region by its name or an alias; any other word as it is."""
        known = self.region_by_word.get(word)
        return known.code if known is not None else word

    @cached_property
    def entity_by_name(self) -> Mapping[str, Entity]:
        """Every firm, institute and the like by the name that it goes by."""
        return {entity.name: entity for entity in self.entities.values()}

    @cached_property
    def plan_by_title(self) -> Mapping[str, Plan]:
        """Every title and alias of every plan."""
        return {title: plan for plan in self.plans.values() for title in (plan.title, *plan.aliases)}

    @cached_property
    def _plan_by_folded_title(self) -> Mapping[str, Plan]:
        return {_folded(title): plan for title, plan in self.plan_by_title.items()}

    def plan_of(self, title: str) -> Plan | None:
        """The plan that a cited title names, however its brackets, dashes, quotes and spaces are written."""
        return self._plan_by_folded_title.get(_folded(title))

    def source_name(self, cited: str) -> str:
        """The one spelling of a source that texts cite: a plan's title as the packs list it, of others what print would make of it."""
        plan = self.plan_of(cited)
        return plan.title if plan else _printed(cited)

    def source_names(self, reference: Reference) -> tuple[str, str]:
        """Who published a figure, and which edition it is of where that is not the first, in Chinese and in English."""
        edition = self.editions.get(reference.edition or "")
        if edition is None:
            return reference.source, reference.source
        return f"{reference.source}（{edition.name}）", f"{reference.source} ({edition.name_en})"

    def cues_of(self, role: str) -> tuple[Cue, ...]:
        """The cues with one role, longest first."""
        return self._cues_by_role.get(role, ())

    @cached_property
    def _cues_by_role(self) -> Mapping[str, tuple[Cue, ...]]:
        by_role: dict[str, list[Cue]] = {}
        for cue in sorted(self.cues, key=lambda cue: -len(cue.text)):
            by_role.setdefault(cue.role, []).append(cue)
        return {role: tuple(cues) for role, cues in by_role.items()}

    def any_cue(self, role: str) -> str:
        """An expression for any of the cues with a role, the longest first; it never matches where there is none."""
        return "|".join(re.escape(cue.text) for cue in self.cues_of(role)) or r"(?!)"

    def place(self, code: str | None) -> Region | None:
        """The region or county of a code; None where no pack lists it."""
        if code is None:
            return None
        return self.regions.get(code) or self.gazetteer.by_code(code)

    def level(self, code: str) -> Level | None:
        """How large the place of a code is; None where no pack lists it."""
        place = self.place(code)
        return place.level if place else None

    def within(self, code: str | None, ancestor: str) -> bool:
        """Whether the region `code` is `ancestor` or lies in it."""
        return code is not None and (code == ancestor or ancestor in self.around(code))

    def province_of(self, code: str) -> str:
        """The code of the province that a region or county is or lies in; its own where it lies in none."""
        return next((one for one in (code, *self.around(code)) if self.level(one) == "province"), code)

    def around(self, code: str) -> Iterator[str]:
        """The codes of the regions that the region `code` lies in, the nearest first."""
        region = self.place(code)
        while region is not None and region.parent is not None:
            yield region.parent
            region = self.place(region.parent)


def load(extra: Sequence[Path | str] = ()) -> Lexicon:
    """The bundled packs and those in `extra`, each a folder or the name of a bundled pack, as one lexicon.

    A pack in `extra` may say in its `needs` which bundled packs it builds on; the others are then left out
    (a pack for another province needs `zh` and `china`). One that says nothing needs them all.

    Raises:
        PackError: where one of them is no pack or a table breaks its schema.
    """
    return _load(tuple(folder_of(pack) for pack in extra))


@lru_cache(maxsize=8)
def _load(extra: tuple[Path, ...]) -> Lexicon:
    folders = [*(folder for folder in _bundled(extra) if folder not in extra), *extra]
    home: str | None = None
    for folder in folders:
        home = describe(folder).get("home", home)

    def merged(filename: str, row_type: type[Entry], key: Callable[[Entry], Hashable]) -> dict[Any, Entry]:
        return {key(row): row for folder in folders for row in read_table(folder / filename, row_type)}

    def listed(filename: str, row_type: type[Entry]) -> tuple[Entry, ...]:
        return tuple(row for folder in folders for row in read_table(folder / filename, row_type))

    lexicon = Lexicon(
        home=home,
        units=merged("units.csv", Unit, lambda row: row.text),
        counters=merged("counters.csv", Counter, lambda row: row.text),
        comparators=_longest_first(listed("comparators.csv", ComparatorWord)),
        measures=merged("measures.csv", Measure, lambda row: row.id),
        cues=_with_words_of_roles(listed("cues.csv", Cue)),
        names=listed("names.csv", Name),
        seams=listed("seams.csv", Seam),
        regions=merged("regions.csv", Region, lambda row: row.code),
        groups=merged("groups.csv", ClusterGroup, lambda row: row.id),
        clusters=merged("clusters.csv", Cluster, lambda row: row.id),
        plans=merged("plans.csv", Plan, lambda row: row.id),
        entities=merged("entities.csv", Entity, lambda row: row.id),
        published=Shelf(folders),
        gazetteer=Gazetteer(folders),
        targets=listed("targets.csv", PlanTarget),
        wordless=listed("wordless.csv", WordlessTarget),
        editions=merged("editions.csv", Edition, lambda row: row.id),
        falling=frozenset(row.measure for row in listed("falling.csv", Falling)),
        parts=frozenset(row.part for row in listed("parts.csv", PartOfPlace)),
        roles=listed("roles.csv", RoleWord),
        ratios=listed("ratios.csv", Ratio),
        balances=listed("balances.csv", Balance),
        complements=listed("complements.csv", Complement),
        exclusives=listed("exclusives.csv", Exclusive),
        equivalents=merged("equivalents.csv", Equivalent, lambda row: row.unit),
    )
    # The figures and counties of the bundled packs are read when asked for, and held by tests; a mistake in another is
    # told now.
    for where, problem in _loose_ends(lexicon, Shelf(extra).all, Gazetteer(extra).all):
        raise PackError(where, problem)
    return lexicon


def _with_words_of_roles(cues: Sequence[Cue]) -> tuple[Cue, ...]:
    """The cues, with all words of a role where a value names it behind @ (start!@noun-tail|总)."""
    words: dict[str, list[str]] = {}
    for cue in cues:
        words.setdefault(cue.role, []).append(cue.text)

    def told(value: str) -> str:
        return re.sub(r"@([a-z-]+)", lambda role: "|".join(words.get(role[1], ())), value)

    return tuple(replace(cue, value=told(cue.value)) if "@" in cue.value else cue for cue in cues)


def _loose_ends(
    lexicon: Lexicon, references: Iterable[Reference], counties: Iterable[County]
) -> Iterator[tuple[str, str]]:
    """Rows that name a row which no pack has: the table and row, and what is missing."""
    clusters, regions = lexicon.clusters, lexicon.regions
    named: list[tuple[str, str, str | None, Mapping[str, object]]] = [
        ("pack.toml, home", "place", lexicon.home, regions)
    ]
    named += [(f"regions.csv, {row.code}", "place", row.parent, regions) for row in regions.values()]
    named += [(f"clusters.csv, {row.id}", "group", row.group, lexicon.groups) for row in clusters.values()]
    for plan in lexicon.plans.values():
        named.append((f"plans.csv, {plan.id}", "place", plan.region, regions))
        named.append((f"plans.csv, {plan.id}", "cluster", plan.cluster, clusters))
    for entity in lexicon.entities.values():
        named.append((f"entities.csv, {entity.id}", "place", entity.region, regions))
        named.append((f"entities.csv, {entity.id}", "cluster", entity.cluster, clusters))
    for table, targets in (("targets.csv", lexicon.targets), ("wordless.csv", lexicon.wordless)):
        for target in targets:
            named.append((f"{table}, {target.plan}", "plan", target.plan, lexicon.plans))
            named.append((f"{table}, {target.plan}", "place", target.region, regions))
            named.append((f"{table}, {target.plan}", "cluster", target.cluster, clusters))
    named += [
        ("falling.csv", "measure", name, lexicon.measures) for name in lexicon.falling if name.isascii()
    ]
    named += [("parts.csv", "place", name, lexicon.region_by_word) for name in lexicon.parts]
    for row, names in _definitions(lexicon):
        # What is written in letters is the id of a measure; words are their own.
        named += [(row, "measure", name, lexicon.measures) for name in names if name.isascii()]
    for reference in references:
        named.append((f"references.csv, {reference.measure}", "place", reference.region, regions))
        named.append((f"references.csv, {reference.measure}", "cluster", reference.cluster, clusters))
        named.append((f"references.csv, {reference.measure}", "edition", reference.edition, lexicon.editions))
    named += [(f"counties.csv, {row.code}", "place", row.region, regions) for row in counties]
    for where, kind, key, rows in named:
        if key is not None and key not in rows:
            yield where, f"there is no {kind} {key!r} in the packs"


def _definitions(lexicon: Lexicon) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The names in each row that defines a measure by others, with the table and row."""
    for ratio in lexicon.ratios:
        yield f"ratios.csv, {ratio.ratio[0]}", (*ratio.ratio, *ratio.numerator, *ratio.denominator)
    for balance in lexicon.balances:
        yield f"balances.csv, {balance.balance[0]}", (*balance.balance, *balance.plus, *balance.minus)


def _bundled(extra: Sequence[Path]) -> list[Path]:
    """The bundled packs that the packs in `extra` need between them, in their order; all without `extra`."""
    needed: set[str] = set() if extra else set(DEFAULT_PACKS)
    for folder in extra:
        needs = describe(folder).get("needs", DEFAULT_PACKS)
        unknown = [name for name in needs if name not in bundled_names()]
        if unknown:
            raise PackError(
                str(folder / "pack.toml"),
                f"needs {unknown[0]!r}, which is none of {', '.join(bundled_names())}",
            )
        needed.update(needs)
    return [BUNDLED / name for name in bundled_names() if name in needed]


def describe(folder: Path) -> Mapping[str, Any]:
    """What the `pack.toml` in `folder` says.

    Raises:
        PackError: where there is none, or it says what it may not.
    """
    path = folder / "pack.toml"
    try:
        described = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        if folder.is_dir():
            raise PackError(str(folder), "is no pack: it has no pack.toml") from None
        bundled = ", ".join(bundled_names())
        raise PackError(str(folder), f"is no folder and no bundled pack; bundled are {bundled}") from None
    except tomllib.TOMLDecodeError as error:
        raise PackError(str(path), f"is not valid TOML: {error}") from None
    except UnicodeDecodeError:
        raise PackError(str(path), "is not UTF-8") from None
    for key, value in described.items():
        if key not in DESCRIPTION:
            raise PackError(str(path), f"{key!r} means nothing here; it may say {', '.join(DESCRIPTION)}")
        if not isinstance(value, DESCRIPTION[key]):
            raise PackError(str(path), f"{key} must be {'a list' if DESCRIPTION[key] is list else 'text'}")
    return described


_TITLE_MARKS = pattern(r"[\s《》〈〉()（）\-‐‑–—―－一·“”\"'‘’]+")
"""What printed titles vary in. 一 is in it because readers of scans take a dash for it."""


def _folded(title: str) -> str:
    return _TITLE_MARKS.sub("", title)


_QUOTES = pattern(r'["“”]')
_SPACES = pattern(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])")
_YEARS_BETWEEN = pattern(r"(?<=[0-9年])[-‐‑–―－]+(?=[0-9])")
_BRACKETS = str.maketrans("()", "（）")


def _printed(title: str) -> str:
    """A Chinese title without the marks around it, its own marks as print has them; any other title as it is."""
    if title.isascii():
        return title
    bare = _SPACES.sub("", title.strip()).strip("《》〈〉").translate(_BRACKETS)
    quotes = cycle("“”")
    return _YEARS_BETWEEN.sub("—", _QUOTES.sub(lambda _: next(quotes), bare))


def _longest_first(words: Iterable[ComparatorWord]) -> tuple[ComparatorWord, ...]:
    return tuple(sorted(words, key=lambda word: -len(word.text)))
