"""A count of clusters that the list contradicts.

**What it does.** Holds a number of clusters of a named group (战略性新兴产业集群, 战略性支柱产业集群) against the pack's list of them.

**Why it is bad.** Twenty strategic clusters are ten pillar and ten emerging ones; to call all twenty emerging is wrong in name and number.

**How to mend it.** 20个战略性产业集群 for all, 10个战略性新兴产业集群 for the emerging ones.

**Source.** The pack's clusters.csv: its home region's list. Other places' lists (a city's 20+8) are not judged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.finding import Severity
from yanchao.audit.messages import Said
from yanchao.audit.rule import Compared, Examples, Fault, Group
from yanchao.audit.topics import plain
from yanchao.lexicon.entries import ClusterGroup
from yanchao.statements.statement import Comparator, Kind

CODE = "YC202"
NAME = "count-mismatch"
TITLE_ZH = "集群个数与所列不符"
PAGE_ZH = """
**查什么。** 文中说某类集群（战略性新兴产业集群、战略性支柱产业集群）有多少个，与资料包所列的名单核对。

**为什么。** 20个战略性产业集群里，支柱产业、新兴产业各10个；把20个都叫“新兴”，名称和个数都错了。

**怎么改。** 说全部，写“20个战略性产业集群”；只说新兴的，写“10个战略性新兴产业集群”。

**依据。** 资料包的clusters.csv，即该包所属地区的名单。其他地方自己的名单（如某市的“20+8”）不作判断。
"""
GROUP = Group.KNOWN
SEVERITY = Severity.ERROR
TIES = Said("ties.count")
EXAMPLES = Examples(
    bad=("广东20个战略性新兴产业集群持续壮大。",),
    good=(
        "广东20个战略性产业集群持续壮大。",
        "广东10个战略性新兴产业集群持续壮大。",
        "深圳发展壮大20个战略性新兴产业集群。",
    ),
)


def check(dossier: Dossier) -> Iterator[Fault | Compared]:
    clusters = dossier.lexicon.clusters.values()
    sizes = Counter(cluster.group for cluster in clusters)
    for figure in dossier.figures:
        statement = figure.statement
        if (
            statement.kind is not Kind.LEVEL
            or not statement.unit.startswith("count")
            or statement.region != dossier.lexicon.home
            or statement.comparator is not Comparator.EQUAL
        ):
            continue
        group = _group(plain(statement.measure or ""), dossier.lexicon.groups)
        if group is None or group[0] not in sizes:
            continue
        if statement.value == sizes[group[0]]:
            yield Compared((figure,), agree=True)
        elif statement.value == len(clusters) or statement.value > sizes[group[0]]:
            yield Compared((figure,), agree=False)
            yield _fault(figure, group[1], sizes[group[0]], len(clusters))


def _group(words: str, groups: Mapping[str, ClusterGroup]) -> tuple[str, str] | None:
    """The group that a counted thing is called by, with the words, or None."""
    for group in groups.values():
        for name in group.counted:
            if words.startswith(name):
                return group.id, name
    return None


def _fault(figure: Figure, words: str, listed: int, everything: int) -> Fault:
    is_all = figure.statement.value == everything
    # The name is as wrong as the number: where it stands right behind it, both are marked and mended together.
    named = figure.document.text.startswith(words, figure.end)
    common = words.replace("新兴", "").replace("支柱", "")
    return Fault(
        figure.document,
        figure.start,
        figure.end + len(words) if named else figure.end,
        Said(
            "count-mismatch" if is_all else "count-mismatch.other",
            words=words,
            listed=str(listed),
            text=figure.text,
        ),
        suggest=f"{figure.text}{common}" if named and is_all and common != words else None,
    )
