"""A page a plan, listed in a pack or only cited in a text: its targets, held against actuals, and who cites it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from yanchao.atlas import naming, paths
from yanchao.atlas.facts import Facts
from yanchao.atlas.ladder import Aim, aims
from yanchao.atlas.language import Text, both, phrase
from yanchao.atlas.page import Sheet
from yanchao.lexicon.entries import Plan
from yanchao.statements.statement import Role


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
    cited: naming.Thing | None

    @property
    def is_used(self) -> bool:
        """Whether the documents read give anything of it."""
        return bool(self.aims or self.cited)


def sheets(facts: Facts) -> Iterator[Sheet]:
    cited = {
        thing.id: thing for group in naming.groups(facts, facts.named, (Role.PLAN,)) for thing in group.things
    }
    targets: dict[str, list[Aim]] = {}
    for standing in facts.standings.values():
        for aim in aims(facts, standing):
            if aim.standing.plan:
                targets.setdefault(aim.standing.plan, []).append(aim)
    ids = list(dict.fromkeys([*facts.lexicon.plans, *cited, *targets]))
    views = tuple(_view(facts, id, tuple(targets.get(id, ())), cited.get(id)) for id in ids)
    yield Sheet(
        path=paths.PLANS,
        template="plans.html",
        section="plans",
        title=phrase("plans.title"),
        summary=phrase("plans.summary"),
        view=views,
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


def _view(facts: Facts, id: str, targets: tuple[Aim, ...], cited: naming.Thing | None) -> PlanView:
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
        aims=targets,
        cited=cited,
    )
