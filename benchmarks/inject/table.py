"""What a run found, by kind of slip: as a table for people, or as JSON with every slip in it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from benchmarks.inject.judging import Judged
from benchmarks.inject.slips import BESIDE
from benchmarks.inject.texts import WRITTEN

WITH = "  and"
"""What the row of all kinds together with those planted beside them begins with."""

HEAD = (
    "planted",
    "visible",
    "found",
    "named first",
    "at most",
    "marked",
    "right first",
    "at most",
    "unseen found",
    "false",
)


@dataclass(frozen=True, slots=True)
class Score:
    """How many slips were planted; of these visible; of the visible ones found, named first, marked, and proposed first.

    `can_name` and `can_mend` are how many of the visible ones the best possible guesser would be expected to name, and to give back
    (`oracle.py`). `beyond` are found though nothing was thought to see them; `false` are findings that have nothing to do with their slip.
    """

    kind: str
    planted: int
    visible: int
    found: int
    named: int
    marked: int
    proposed: int
    beyond: int
    false: int
    can_name: float
    can_mend: float


def score(kind: str, judged: Sequence[Judged], *, beside: bool = False) -> Score:
    """The counts over some slips; `beside` is whether the kinds of `BESIDE` are among those that the best guesser takes to be drawn."""
    visible = [one for one in judged if one.visible]
    return Score(
        kind,
        len(judged),
        len(visible),
        sum(one.found for one in visible),
        sum(one.named for one in visible),
        sum(one.marked for one in visible),
        sum(one.proposed for one in visible),
        sum(one.found for one in judged if not one.visible),
        sum(len(one.false) for one in judged),
        sum(one.can_name_beside if beside else one.can_name for one in visible),
        sum(one.can_mend_beside if beside else one.can_mend for one in visible),
    )


def scores(judged: Sequence[Judged]) -> list[Score]:
    """The counts by kind, and of all together: without the kinds of `BESIDE`, and with them."""
    kinds = dict.fromkeys(one.kind for one in judged)
    return [
        *(score(kind, [one for one in judged if one.kind == kind], beside=kind in BESIDE) for kind in kinds),
        *_both("all", judged),
        score("all but totals", [one for one in judged if one.kind not in (*BESIDE, "wrong total")]),
    ]


def by_source(judged: Sequence[Judged]) -> list[Score]:
    """The counts over the texts that were written for this (`written/`), full of figures that hang together, and over all others."""
    written = [one for one in judged if (WRITTEN / one.text).is_file()]
    others = [one for one in judged if not (WRITTEN / one.text).is_file()]
    return [*_both("texts of figures", written), *_both("all other texts", others)]


def _both(name: str, judged: Sequence[Judged]) -> list[Score]:
    return [
        score(name, [one for one in judged if one.kind not in BESIDE]),
        score(f"{WITH} {', '.join(BESIDE)}", judged, beside=True),
    ]


def as_table(scores: Sequence[Score]) -> str:
    lines = [f"{_wide('', 20)}" + "".join(f"{head:>14}" for head in HEAD)]
    for one in scores:
        cells = (
            str(one.planted),
            _part(one.visible, one.planted),
            _part(one.found, one.visible),
            _part(one.named, one.visible),
            _most(one.can_name, one.visible),
            _part(one.marked, one.visible),
            _part(one.proposed, one.visible),
            _most(one.can_mend, one.visible),
            str(one.beyond),
            str(one.false),
        )
        lines.append(_wide(one.kind, 20) + "".join(f"{cell:>14}" for cell in cells))
    return "\n".join(lines)


def as_json(seed: int, judged: Sequence[Judged]) -> str:
    return json.dumps(
        {
            "seed": seed,
            "kinds": [asdict(one) for one in scores(judged)],
            "slips": [asdict(one) for one in judged],
        },
        ensure_ascii=False,
        indent=1,
    )


def _part(some: int, whole: int) -> str:
    return f"{some} {some / whole:5.1%}" if whole else f"{some}      "


def _most(some: float, whole: int) -> str:
    return f"{some / whole:5.1%}" if whole else ""


def _wide(text: str, width: int) -> str:
    """Padded to a width in columns: a Chinese character takes two."""
    return text + " " * (width - sum(2 if ord(letter) > 0x2E80 else 1 for letter in text))
