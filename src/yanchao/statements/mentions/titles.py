"""《…行动计划》: plans and reports that a text cites by their title."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from yanchao.quick import pattern
from yanchao.statements.mentions._sight import Example, Found, Sight
from yanchao.statements.statement import Role

ORDER = 0
EXAMPLES = (
    Example(
        "《南海县机器人产业提升计划(2022-2024年)》印发，《县域工业白皮书》同日发布。",
        (("南海县机器人产业提升计划(2022-2024年)", "plan", "robotics"), ("县域工业白皮书", "report", None)),
    ),
    Example(
        "汽车一章引用了《广东省培育智能机器人战略性新兴产业集群行动计划（2023—2025年）》。",
        (("广东省培育智能机器人战略性新兴产业集群行动计划（2023—2025年）", "plan", "robotics"),),
    ),
    Example("展厅里循环播放《航拍中国》，人们谈起《乡村医生条例》。"),
)

_TITLE = pattern(r"《(?P<title>[^《》]{4,80})》")
_LAW = pattern(r"(?:条例|法|办法|规定|细则|公约|协定)(?:[(（][^()（）]*[)）])?$")
_SHORTEST = 7
"""《纲要草案》 is how a text calls again what it has named before."""


def find(sight: Sight) -> Iterator[Found]:
    for match in _TITLE.finditer(sight.text):
        title = match["title"]
        start, end = match.span("title")
        plan = sight.lexicon.plan_of(title)
        if plan is not None:
            cluster = plan.cluster or _named_cluster(sight, start, end)
            role = Role.REPORT if plan.title.endswith("报告") else Role.PLAN
            yield Found(start, end, role, plan.title, plan.id, plan.region, cluster)
            continue
        words = list(sight.words.titles.finditer(title))
        if not words or len(title) < _SHORTEST or _LAW.search(title):
            continue
        role = sight.words.role_of("title", words[-1][0])
        yield Found(start, end, role, cluster=_named_cluster(sight, start, end))


def _named_cluster(sight: Sight, start: int, end: int) -> str | None:
    """The cluster that a title names, the longest name where it names several."""
    first = bisect_left(sight.marks, start, key=lambda mark: mark.start)
    last = bisect_left(sight.marks, end, key=lambda mark: mark.start)
    inside = [mark for mark in sight.marks[first:last] if mark.sort == "cluster"]
    return max(inside, key=lambda mark: mark.end - mark.start).id if inside else None
