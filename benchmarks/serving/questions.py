"""What readers ask of a served build: pages and questions of many kinds, each in our words and in Datasette's."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from urllib.parse import quote

from yanchao.atlas import paths
from yanchao.ledger.ledger import Ledger

SHARES = {
    "page": 30,
    "figures of a document": 10,
    "figures by word": 10,
    "a series with its sources": 15,
    "series of a cluster": 10,
    "points of a measure, sorted": 10,
    "findings of a rule": 5,
    "text of a document": 5,
    "targets of a cluster": 5,
}
"""Of a hundred requests, how many are of each kind."""

WORDS = ("增长", "广东", "软件", "出口", "产值", "企业", "投资", "新能源", "制造业", "电子信息")
API = "/api/v1"
TABLE = "/ledger"
ROWS = "_shape=objects&_size=50"


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that is asked: its kind, and the path and query that ask it of each."""

    kind: str
    ours: str
    theirs: str


def pool(ledger: Ledger) -> dict[str, list[Question]]:
    """Everything of each kind that can be asked of a build."""
    documents = [card.id for card in ledger.documents()]
    series = [row[0] for row in ledger.each_row("SELECT series FROM series ORDER BY series")]
    measures = [row[0] for row in ledger.each_row("SELECT DISTINCT measure FROM series ORDER BY 1")]
    clusters = [row[0] for row in ledger.each_row("SELECT cluster FROM standings ORDER BY 1")]
    rules = [row[0] for row in ledger.each_row("SELECT DISTINCT rule FROM findings ORDER BY 1")]
    made: dict[str, Iterator[tuple[str, str]]] = {
        "page": ((f"/{paths.document(id)}", f"{TABLE}/documents/{id}") for id in documents),
        "figures of a document": _both("statements", "document", documents),
        "figures by word": (
            (
                f"{API}/statements?q={quote(word)}&cluster={cluster}",
                f"{TABLE}/statements.json?quote__contains={quote(word)}&cluster={cluster}&{ROWS}",
            )
            for word in WORDS
            for cluster in clusters
        ),
        "a series with its sources": (
            (
                f"{API}/series/{quote(id, safe='')}",
                f"{TABLE}/assertions.json?series={quote(id, safe='')}&{ROWS}",
            )
            for id in series
        ),
        "series of a cluster": _both("series", "cluster", clusters),
        "points of a measure, sorted": (
            (
                f"{API}/observations?measure={quote(id, safe='')}&sort=-value",
                f"{TABLE}/points.json?measure={quote(id, safe='')}&_sort_desc=value&{ROWS}",
            )
            for id in measures
        ),
        "findings of a rule": _both("findings", "rule", rules),
        "text of a document": (
            (f"{API}/documents/{id}", f"{TABLE}/documents/{id}.json?_shape=objects") for id in documents
        ),
        "targets of a cluster": _both("targets", "cluster", clusters),
    }
    return {kind: [Question(kind, ours, theirs) for ours, theirs in asked] for kind, asked in made.items()}


def _both(table: str, column: str, values: Sequence[str]) -> Iterator[tuple[str, str]]:
    for value in values:
        asked = f"{column}={quote(value, safe='')}"
        yield f"{API}/{table}?{asked}", f"{TABLE}/{table}.json?{asked}&{ROWS}"


def popular(pool: dict[str, list[Question]], count: int, seed: int) -> list[Question]:
    """So many questions as a public asks them: some things much more often than most (Zipf), whatever the seed."""
    chance, taste = random.Random(seed), random.Random(0)
    orders = {kind: taste.sample(questions, len(questions)) for kind, questions in pool.items()}
    weights = {
        kind: list(accumulate(1 / place for place in range(1, len(asked) + 1)))
        for kind, asked in orders.items()
    }

    def draw(kind: str) -> Question:
        return chance.choices(orders[kind], cum_weights=weights[kind])[0]

    return _mixed(draw, pool, count, chance)


def unheard(pool: dict[str, list[Question]], count: int, seed: int) -> list[Question]:
    """So many questions of which no two are alike, so that nothing can be answered from memory. No pages."""
    chance = random.Random(seed)
    asked: set[str] = set()
    lists = {
        kind: chance.sample(questions, len(questions)) for kind, questions in pool.items() if kind != "page"
    }

    def draw(kind: str) -> Question:
        while True:
            if kind == "a series with its sources":  # there are many, and no other way to ask
                return lists[kind].pop()
            question = chance.choice(lists[kind])
            ours = f"{question.ours}{'&' if '?' in question.ours else '?'}"
            if "/documents/" in ours:
                ours += f"start={chance.randint(0, 5_000)}"
            else:
                ours += f"limit={chance.randint(20, 50)}&offset={chance.randint(0, 200)}"
            if ours not in asked:
                asked.add(ours)
                return Question(kind, ours, question.theirs)

    return _mixed(draw, lists, count, chance)


def _mixed(
    draw: Callable[[str], Question],
    pool: dict[str, list[Question]],
    count: int,
    chance: random.Random,
) -> list[Question]:
    kinds = list(chain.from_iterable([kind] * share for kind, share in SHARES.items() if pool.get(kind)))
    return [draw(chance.choice(kinds)) for _ in range(count)]
