"""What can be asked of each path of the REST API: its parameters, with what they mean and how much they may hold.

A question with a parameter that does not exist is refused.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from yanchao.atlas.answers import AS_OF, LONGEST_QUERY, MOST, PAGE
from yanchao.atlas.checking import LONGEST_TEXT
from yanchao.audit.finding import Severity
from yanchao.clusters.standing import Verdict
from yanchao.statements.statement import Kind, Status

FURTHEST = 1_000_000_000
"""The largest offset: beyond any list, and within what every tool calls a number."""

SORT = "by what; with `-` before it from the greatest down. What has none of it comes last"

Cluster = Annotated[
    str | None, Field(max_length=LONGEST_QUERY, description="a cluster's id, or any name of it")
]
Measure = Annotated[
    str | None, Field(max_length=LONGEST_QUERY, description="a measure's id, or any name of it")
]
Region = Annotated[
    str | None,
    Field(
        max_length=LONGEST_QUERY,
        description="GB/T 2260 code; 156 is China, 001 the world. Or any name of a place",
    ),
]
Document = Annotated[
    str | None, Field(max_length=64, description="a document's id, or its first characters (8 at least)")
]
Period = Annotated[
    str | None, Field(max_length=32, description="ISO 8601, as in `2023` or `2024-01/2024-09`")
]


def _written_out(day: object) -> object:
    """A day as ISO 8601 writes it; the library would also take seconds since 1970."""
    if isinstance(day, str) and not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", day):
        raise ValueError("a day is written as in 2024-06-30")
    return day


Day = Annotated[date | None, BeforeValidator(_written_out)]
Words = Annotated[str, Field(max_length=LONGEST_QUERY)]


class Past(BaseModel):
    """As it was known on which day."""

    model_config = ConfigDict(extra="forbid", use_enum_values=True)

    as_of: Day = Field(None, description=AS_OF)


class Slice(Past):
    """Which part of a list is wanted."""

    limit: int = Field(PAGE, ge=1, le=MOST, description="how many items")
    offset: int = Field(0, ge=0, le=FURTHEST, description="from which item on; `next` of the answer before")


class ClusterQuestion(Slice):
    """Which clusters are wanted."""

    group: str | None = Field(None, max_length=LONGEST_QUERY, description="the group of the packs")
    sort: Literal["tier", "-tier", "figures", "-figures", "name", "-name"] | None = Field(
        None, description=SORT
    )


class TargetQuestion(Slice):
    """Which targets are wanted."""

    cluster: Cluster = None
    region: Region = None
    plan: str | None = Field(None, max_length=LONGEST_QUERY, description="a plan's id, or the title cited")
    measure: Measure = None
    verdict: Verdict | None = Field(None, description="how it stands")
    sort: Literal["progress", "-progress", "pace_needed", "-pace_needed"] | None = Field(
        None, description=SORT
    )


class FigureQuestion(Slice):
    """Which figures are wanted."""

    q: Words = Field(
        "",
        description="words that sentence, measure or subject must hold, or names of measure, place, cluster",
    )
    document: Document = None
    cluster: Cluster = None
    region: Region = None
    period: Period = None
    kind: Kind | None = Field(None, description="what sort of figure")
    status: Status | None = Field(None, description="on record, expected, or aimed at")
    sort: Literal["value", "-value", "period", "-period", "confidence", "-confidence"] | None = Field(
        None, description=SORT
    )


class SeriesQuestion(Slice):
    """Which series are wanted."""

    cluster: Cluster = None
    measure: Measure = None
    region: Region = None
    kind: Kind | None = Field(None, description="what sort of figure")
    sort: Literal["name", "-name", "measure", "-measure", "region", "-region"] | None = Field(
        None, description=SORT
    )


class ObservationQuestion(Slice):
    """Which points are wanted."""

    series: str | None = Field(None, max_length=200, description="a series' id")
    cluster: Cluster = None
    measure: Measure = None
    region: Region = None
    kind: Kind | None = Field(None, description="what sort of figure")
    status: Status | None = Field(None, description="on record, expected, or aimed at")
    period: Period = None
    since: str | None = Field(
        None, max_length=10, description="only points of this period or later, as in `2023`"
    )
    until: str | None = Field(None, max_length=10, description="only points of this period or earlier")
    disputed: bool | None = Field(None, description="whether two of its sources cannot both be right")
    sort: Literal["value", "-value", "period", "-period", "times", "-times"] | None = Field(
        None, description=SORT
    )


class DocumentQuestion(Slice):
    """Which documents are wanted."""

    q: Words = Field("", description="words that title, address or publisher must hold")
    since: Day = Field(None, description="published on this day or later")
    until: Day = Field(None, description="published on this day or earlier")
    sort: (
        Literal[
            "published", "-published", "statements", "-statements", "findings", "-findings", "title", "-title"
        ]
        | None
    ) = Field(None, description=SORT)


class TextQuestion(Past):
    """Which part of a document's text is wanted."""

    start: int = Field(0, ge=0, le=FURTHEST, description="from which character on")
    length: int = Field(LONGEST_TEXT, ge=0, le=LONGEST_TEXT, description="how many characters")


class FindingQuestion(Slice):
    """Which findings are wanted."""

    document: Document = None
    rule: str | None = Field(None, max_length=16, description="a rule's code, as in `YC101`")
    severity: Severity | None = Field(None, description="how sure")
    sort: Literal["rule", "-rule", "severity", "-severity"] | None = Field(None, description=SORT)
