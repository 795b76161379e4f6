"""The Model Context Protocol server: the questions of `answers.py` as tools for an assistant.

Every tool only reads. What an assistant is told about a tool is its docstring, and what went wrong is one line.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, TypeVar

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import Field

from yanchao.atlas.answers import AS_OF, LONGEST_QUERY, LONGEST_TEXT, Answers
from yanchao.atlas.replies import (
    ClusterCard,
    ClusterProfile,
    DocumentText,
    Fault,
    Figure,
    Page,
    SeriesCard,
    SeriesWithPoints,
)
from yanchao.errors import YanchaoError
from yanchao.version import __version__

INSTRUCTIONS = """\
Figures taken from Chinese economic texts, each with the exact sentence it came from, kept as sourced series.
Values are in base units (CNY, not 亿元); percentages are fractions; periods are ISO 8601; regions are GB/T 2260
codes (440000 is Guangdong, 156 China). Start with list_clusters or search_figures. Always give a figure together
with its quote and document. A comparator such as `>` means that the text says "more than" the value.
"""

Tool = TypeVar("Tool", bound=Callable[..., Any])

ClusterId = Annotated[str, Field(max_length=64, description="a cluster's id from list_clusters")]
DocumentId = Annotated[
    str, Field(max_length=64, description="a document's id, or its first 8 characters or more")
]
AnyCluster = Annotated[str | None, Field(max_length=64, description="only of this cluster, by its id")]
AnyDocument = Annotated[
    str | None, Field(max_length=64, description="only of this document, by its id or the beginning of it")
]
AnyRegion = Annotated[
    str | None,
    Field(max_length=12, description="only of this place: GB/T 2260 code; 156 is China, 001 the world"),
]
AnyDay = Annotated[
    date | None,
    Field(description=AS_OF),
]
Limit = Annotated[int, Field(ge=1, le=100, description="how many to return")]
Offset = Annotated[int, Field(ge=0, description="from which on; `next` of the answer before")]


def create_mcp(answers: Answers) -> MCPServer[Any]:
    """The MCP server over one build; the caller chooses the transport."""
    server: MCPServer[Any] = MCPServer(
        name="yanchao",
        title="yanchao · 验潮",
        version=__version__,
        instructions=INSTRUCTIONS,
        log_level="WARNING",
    )
    reads = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)

    def tool(function: Tool) -> Tool:
        server.tool(annotations=reads)(_telling(function))
        return function

    @tool
    def list_clusters() -> list[ClusterCard]:
        """All industrial clusters: id, names, declared size in CNY, number of figures, targets by verdict."""
        return list(answers.clusters())

    @tool
    def get_cluster(id: ClusterId) -> ClusterProfile:
        """One cluster: its plan targets against actuals, its series, and the cities, firms and plans named for it."""
        return answers.cluster(id)

    @tool
    def search_figures(
        query: Annotated[str, Field(max_length=LONGEST_QUERY, description="words, separated by spaces")] = "",
        cluster: AnyCluster = None,
        document: AnyDocument = None,
        region: AnyRegion = None,
        limit: Limit = 20,
        offset: Offset = 0,
    ) -> Page[Figure]:
        """Figures whose sentence, measure or subject hold every word of the query (write it in Chinese)."""
        return answers.figures(
            q=query, cluster=cluster, document=document, region=region, limit=limit, offset=offset
        )

    @tool
    def search_series(
        cluster: AnyCluster = None,
        measure: Annotated[
            str | None,
            Field(max_length=LONGEST_QUERY, description="only of this measure, by its id or any word for it"),
        ] = None,
        region: AnyRegion = None,
        as_of: AnyDay = None,
        limit: Limit = 20,
        offset: Offset = 0,
    ) -> Page[SeriesCard]:
        """Series (the same thing measured at several times) that match all that is given, without their points."""
        return answers.series(
            cluster=cluster, measure=measure, region=region, as_of=as_of, limit=limit, offset=offset
        )

    @tool
    def get_series(
        id: Annotated[str, Field(max_length=200, description="a series' id")], as_of: AnyDay = None
    ) -> SeriesWithPoints:
        """One series: every point, whether sources disagree about it, and the words of its best sources."""
        return answers.one_series(id, as_of=as_of)

    @tool
    def get_document(
        id: DocumentId,
        start: Annotated[int, Field(ge=0, description="from which character on")] = 0,
        length: Annotated[int, Field(ge=0, le=LONGEST_TEXT, description="how many characters")] = 10_000,
    ) -> DocumentText:
        """A source: title, publisher, date, counts, and its text from `start` on."""
        return answers.document(id, start=start, length=length)

    @tool
    def list_findings(document: AnyDocument = None, limit: Limit = 20, offset: Offset = 0) -> Page[Fault]:
        """What the audit holds to be wrong in the documents of this build."""
        return answers.findings(document=document, limit=limit, offset=offset)

    @tool
    def get_finding(id: Annotated[str, Field(max_length=200, description="a finding's id")]) -> Fault:
        """One finding: where, what is wrong, the arithmetic, and what the number would have to be."""
        return answers.finding(id)

    @tool
    def check_text(
        text: Annotated[
            str, Field(min_length=1, max_length=LONGEST_TEXT, description="Chinese text to audit")
        ],
    ) -> list[Fault]:
        """Audit the numbers of a text of your own. No finding means that nothing could be shown to be wrong."""
        return list(answers.check(text))

    return server


def _telling(function: Callable[..., Any]) -> Callable[..., Any]:
    """The function, with the problems that a person can act upon told to the assistant as they are."""

    @functools.wraps(function)
    def told(*args: Any, **kwargs: Any) -> Any:
        try:
            return function(*args, **kwargs)
        except YanchaoError as error:
            raise ToolError(str(error)) from None

    return told
