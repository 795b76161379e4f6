"""A page a plan, listed in a pack or only cited in a text: its targets, held against actuals, and who cites it."""

from __future__ import annotations

from collections.abc import Iterator

from yanchao.atlas import caps, naming, paths
from yanchao.atlas.facts import Facts
from yanchao.atlas.ladder import Aim, aims
from yanchao.atlas.language import Text, both, phrase
from yanchao.atlas.leaves import leaves
from yanchao.atlas.page import Sheet
from yanchao.atlas.timeline import Year, timeline
from yanchao.clusters.standing import PlaceStanding, Standing, Wordless
from yanchao.ledger.things import Asked
from yanchao.lexicon.entries import Plan
from yanchao.quick import dataclass, replace
from yanchao.statements.statement import Role


@dataclass(frozen=True, slots=True)
class NoFigure:
    """What a plan aims at and deliberately sets no figure for: what it says instead."""

    measure: Text
    subject: Text | None
    period: str
    words: str


@dataclass(frozen=True, slots=True)
class PlanView:
    """One plan. `listed` is its entry in the packs, None where only texts cite it."""

    id: str
    title: Text
    path: str
    listed: Plan | None
    cluster: Text | None
    cluster_path: str | None
    aims: tuple[Aim, ...]
    more_aims: int
    years: tuple[Year, ...]
    wordless: tuple[NoFigure, ...]
    cited: naming.Thing | None

    @property
    def is_used(self) -> bool:
        """Whether the documents read give anything of it."""
        return bool(self.aims or self.cited)


def sheets(facts: Facts) -> Iterator[Sheet]:
    cited = _cited(facts)
    targets: dict[str, list[Aim]] = {}
    wordless: dict[str, list[NoFigure]] = {}
    every: list[Standing | PlaceStanding] = [*facts.standings.values(), *facts.place_standings.values()]
    for standing in every:
        for aim in aims(facts, standing):
            if aim.standing.plan:
                targets.setdefault(aim.standing.plan, []).append(aim)
        for each in standing.wordless:
            wordless.setdefault(each.plan, []).append(_no_figure(facts, each))
    ids = list(dict.fromkeys([*facts.lexicon.plans, *cited, *targets]))
    views = tuple(
        _view(facts, id, tuple(targets.get(id, ())), tuple(wordless.get(id, ())), cited.get(id)) for id in ids
    )
    used_first = tuple(sorted(views, key=lambda view: not view.is_used))
    for leaf in leaves(paths.PLANS, used_first, caps.ENTRIES_A_PAGE):
        yield Sheet(
            path=leaf.here,
            template="plans.html",
            section="plans",
            title=phrase("plans.title"),
            summary=phrase("plans.summary"),
            view=leaf,
        )
    for view in views:
        yield Sheet(
            path=view.path,
            template="plan.html",
            section="plans",
            title=view.title,
            summary=phrase("plan.summary", title=view.title),
            view=view,
        )


def _cited(facts: Facts) -> dict[str, naming.Thing]:
    """The plans that are cited most often, and every one that the page of a cluster shows."""
    asked = Asked((Role.PLAN,))
    cited = {thing.id: thing for thing in naming.things(facts, asked, most=caps.SEARCHED_NAMES)}
    for _, thing in naming.by_cluster(facts, asked):
        if thing.id not in cited:
            cited |= {each.id: each for each in naming.things(facts, replace(asked, id=thing.id))}
    return cited


def _no_figure(facts: Facts, target: Wordless) -> NoFigure:
    key = target.key
    return NoFigure(facts.measure_name(key), facts.subject_name(key), target.period, target.words)


def _view(
    facts: Facts,
    id: str,
    targets: tuple[Aim, ...],
    wordless: tuple[NoFigure, ...],
    cited: naming.Thing | None,
) -> PlanView:
    listed = facts.lexicon.plans.get(id)
    cluster = listed.cluster if listed else next(iter(cited.clusters), None) if cited else None
    title = Text(listed.title, listed.title_en) if listed else cited.name if cited else both(id)
    return PlanView(
        id=id,
        title=title,
        path=paths.plan(id),
        listed=listed,
        cluster=facts.cluster_name(cluster) if cluster else None,
        cluster_path=paths.cluster(cluster) if cluster else None,
        aims=targets[: caps.TARGETS],
        more_aims=len(targets[caps.TARGETS :]),
        years=timeline(aims=targets),
        wordless=wordless,
        cited=cited,
    )
