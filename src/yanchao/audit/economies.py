"""What a text gives of the product and the trade of a place: each measure and sector for a period, and the ratio of the sectors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.topics import UNLISTED_PLACE
from yanchao.quick import pattern
from yanchao.statements.statement import Kind, Status

SECTORS = ("第一产业", "第二产业", "第三产业")
"""The beginnings of the words of the three sectors' value added."""

RATIO_MARK = pattern(r"\s*[:：∶]\s*")


Economy = Mapping[str, Figure]
"""The first level of each measure, by its id, and of each sector, by the beginning of its words."""


def economies(dossier: Dossier) -> Iterator[Mapping[tuple[str | None, str | None], Economy]]:
    """What each document gives, by region and period."""
    for _, figures in dossier.by_document:
        yield _economies(dossier, figures)


def _economies(
    dossier: Dossier, figures: Sequence[Figure]
) -> Mapping[tuple[str | None, str | None], Economy]:
    found: defaultdict[tuple[str | None, str | None], dict[str, Figure]] = defaultdict(dict)
    own = own_place(figures)
    for figure in figures:
        statement = figure.statement
        if statement.kind is not Kind.LEVEL or statement.status is Status.TARGET or statement.period is None:
            continue
        name = figure.topic.measure
        whose = "" if figure.topic.subject == own else figure.topic.subject
        if whose or name == "value-added":
            name = dossier.topics.words(statement)[: len(SECTORS[0])]
        found[statement.region, statement.period].setdefault(name, figure)
    return found


def own_place(figures: Sequence[Figure]) -> str | None:
    """The place that a document is about though no pack lists it: the only such name that its figures are told of."""
    unlisted = {name for figure in figures if UNLISTED_PLACE.fullmatch(name := figure.topic.subject)}
    return unlisted.pop() if len(unlisted) == 1 else None


def ratios(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure, Figure]]:
    """Three shares in a row joined as the members of a ratio: 4.1:41.2:54.7."""
    for first, second, third in zip(figures, figures[1:], figures[2:], strict=False):
        text = first.document.text
        if first.statement.kind is Kind.SHARE and all(
            b.statement.kind is Kind.SHARE and RATIO_MARK.fullmatch(text[a.end : b.start])
            for a, b in ((first, second), (second, third))
        ):
            yield first, second, third
