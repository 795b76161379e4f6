"""The Model Context Protocol server: the questions of `answers.py` as tools and resources for an assistant.

Every tool only reads, and a figure never comes without the words of its source. What an assistant is told about a tool
is its docstring, and what went wrong is one line.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ResourceNotFoundError, ToolError
from mcp.types import ToolAnnotations
from pydantic import Field, TypeAdapter

from yanchao.atlas.answers import AS_OF, LONGEST_QUERY, MOST
from yanchao.atlas.checking import LONGEST_TEXT
from yanchao.atlas.replies import (
    Checked,
    ClusterCard,
    ClusterProfile,
    DocumentText,
    Fault,
    Figure,
    Page,
    RulePage,
    SeriesCard,
    SeriesWithPoints,
    Target,
)
from yanchao.audit.finding import Severity
from yanchao.clusters.standing import Verdict
from yanchao.errors import YanchaoError
from yanchao.ledger.ledger import DocumentCard
from yanchao.version import __version__

if TYPE_CHECKING:
    from yanchao.atlas.limits import Workers
    from yanchao.atlas.live import Live

INSTRUCTIONS = """\
Figures taken from Chinese economic texts, each with the exact sentence it came from, kept as sourced series.
Values are in base units (CNY, not 亿元); percentages are fractions; periods are ISO 8601; regions are GB/T 2260
codes (440000 is Guangdong, 156 China). Start with list_clusters, search_figures or search_documents; get_series has every source of a
figure; check_text audits a text of your own, and explain_rule says what a finding means. Always give a figure together
with its quote and document. A comparator such as `>` means that the text says "more than" the value.
The resources yanchao://clusters/ID and yanchao://documents/ID hold a cluster's profile and a document's text.
"""

JSON = "application/json"

Tool = TypeVar("Tool", bound=Callable[..., Any])

ClusterId = Annotated[
    str, Field(max_length=LONGEST_QUERY, description="a cluster's id from list_clusters, or any name of it")
]
DocumentId = Annotated[
    str, Field(max_length=64, description="a document's id, or its first 8 characters or more")
]
AnyCluster = Annotated[
    str | None,
    Field(max_length=LONGEST_QUERY, description="only of this cluster, by its id or any name of it"),
]
AnyDocument = Annotated[
    str | None, Field(max_length=64, description="only of this document, by its id or the beginning of it")
]
AnyRegion = Annotated[
    str | None,
    Field(
        max_length=LONGEST_QUERY,
        description="only of this place, by its GB/T 2260 code (156 is China, 001 the world) or any name of it",
    ),
]
AnyDay = Annotated[
    date | None,
    Field(description=AS_OF),
]
Limit = Annotated[int, Field(ge=1, le=100, description="how many to return")]
Offset = Annotated[int, Field(ge=0, description="from which on; `next` of the answer before")]


def create_mcp(live: Live, checkers: Workers) -> MCPServer[Any]:
    """The MCP server over the build in a folder; `checkers` audit texts. The caller chooses the transport."""
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
        return list(live.now().clusters(limit=MOST).items)

    @tool
    def get_cluster(id: ClusterId) -> ClusterProfile:
        """One cluster: its plan targets against actuals, its series, and the cities, firms and plans named for it."""
        return live.now().cluster(id)

    @tool
    def list_targets(
        cluster: AnyCluster = None,
        region: AnyRegion = None,
        verdict: Annotated[Verdict | None, Field(description="only those that stand so")] = None,
        as_of: AnyDay = None,
        limit: Limit = 20,
        offset: Offset = 0,
    ) -> Page[Target]:
        """Targets of plans held against the latest actuals, with the words of both: reached, on pace, behind, ..."""
        return (
            live.now()
            .then(as_of)
            .targets(cluster=cluster, region=region, verdict=verdict, limit=limit, offset=offset)
        )

    @tool
    def search_figures(
        query: Annotated[str, Field(max_length=LONGEST_QUERY, description="words, separated by spaces")] = "",
        cluster: AnyCluster = None,
        document: AnyDocument = None,
        region: AnyRegion = None,
        as_of: AnyDay = None,
        limit: Limit = 20,
        offset: Offset = 0,
    ) -> Page[Figure]:
        """Figures whose sentence, measure or subject hold every word of the query. Measures, places and clusters count by any
        name, in English too (`exports Guangzhou`); write all other words in Chinese."""
        return (
            live.now()
            .then(as_of)
            .figures(q=query, cluster=cluster, document=document, region=region, limit=limit, offset=offset)
        )

    @tool
    def search_series(
        cluster: AnyCluster = None,
        measure: Annotated[
            str | None,
            Field(max_length=LONGEST_QUERY, description="only of this measure, by its id or any name of it"),
        ] = None,
        region: AnyRegion = None,
        as_of: AnyDay = None,
        limit: Limit = 20,
        offset: Offset = 0,
    ) -> Page[SeriesCard]:
        """Series (the same thing measured at several times) that match all that is given, each with its last point."""
        return (
            live.now()
            .then(as_of)
            .series(cluster=cluster, measure=measure, region=region, limit=limit, offset=offset)
        )

    @tool
    def get_series(
        id: Annotated[str, Field(max_length=200, description="a series' id")], as_of: AnyDay = None
    ) -> SeriesWithPoints:
        """One series: every point, whether sources disagree about it, and the words of its best sources."""
        return live.now().then(as_of).one_series(id)

    @tool
    def search_documents(
        query: Annotated[
            str, Field(max_length=LONGEST_QUERY, description="words of title, address or publisher")
        ] = "",
        since: Annotated[date | None, Field(description="published on this day or later")] = None,
        until: Annotated[date | None, Field(description="published on this day or before")] = None,
        limit: Limit = 20,
        offset: Offset = 0,
    ) -> Page[DocumentCard]:
        """Sources, newest first: id, title, publisher, date, and how many figures and findings each has."""
        return live.now().documents(q=query, since=since, until=until, limit=limit, offset=offset)

    @tool
    def get_document(
        id: DocumentId,
        start: Annotated[int, Field(ge=0, description="from which character on")] = 0,
        length: Annotated[int, Field(ge=0, le=LONGEST_TEXT, description="how many characters")] = 10_000,
    ) -> DocumentText:
        """A source: title, publisher, date, counts, and its text from `start` on."""
        return live.now().document(id, start=start, length=length)

    @tool
    def list_findings(
        document: AnyDocument = None,
        severity: Annotated[Severity | None, Field(description="how sure: error is proved")] = None,
        limit: Limit = 20,
        offset: Offset = 0,
    ) -> Page[Fault]:
        """What the audit holds to be wrong in the documents of this build."""
        return live.now().findings(document=document, severity=severity, limit=limit, offset=offset)

    @tool
    def get_finding(id: Annotated[str, Field(max_length=200, description="a finding's id")]) -> Fault:
        """One finding: where, what is wrong, the arithmetic, and what the number would have to be."""
        return live.now().finding(id)

    @tool
    async def check_text(
        text: Annotated[
            str, Field(min_length=1, max_length=LONGEST_TEXT, description="Chinese text to audit")
        ],
    ) -> Checked:
        """Audit the numbers of a text of your own. No finding means that nothing could be shown to be wrong;
        `unrelated` counts the figures that nothing could be held against."""
        return await checkers.do(lambda: live.now().check(text))

    @tool
    def explain_rule(
        code: Annotated[str, Field(max_length=64, description="a rule's code or name, as in a finding")],
    ) -> RulePage:
        """A rule of the audit: what it looks for, why that is wrong, how to mend it, and sentences that show it."""
        return live.now().rule(code)

    @server.resource("yanchao://clusters", title="Clusters", mime_type=JSON)
    def cluster_list() -> str:
        """Every industrial cluster: id, names, declared size, number of figures, targets by verdict."""
        return _json(tuple[ClusterCard, ...], live.now().clusters(limit=MOST).items)

    @server.resource("yanchao://clusters/{id}", title="A cluster", mime_type=JSON)
    @_found
    def cluster(id: str) -> str:
        """One cluster: targets against actuals, series with their last points, what is named for it, with sources."""
        return _json(ClusterProfile, live.now().cluster(id))

    @server.resource("yanchao://documents", title="Documents", mime_type=JSON)
    def document_list() -> str:
        """The newest documents of this build: id, title, publisher, date, counts."""
        return _json(Page[DocumentCard], live.now().documents(limit=MOST))

    @server.resource("yanchao://documents/{id}", title="A document", mime_type="text/plain")
    @_found
    def document(id: str) -> str:
        """The text of one document, to which every `start` and `end` of a figure refers."""
        return live.now().document(id).text

    for each in live.lexicon.clusters.values():
        server.resource(
            f"yanchao://clusters/{each.id}",
            name=each.id,
            title=each.name_en,
            description=f"{each.name}: targets against actuals, series, what is named for it",
            mime_type=JSON,
        )(functools.partial(cluster, each.id))
    return server


def _json(kind: Any, answer: Any) -> str:
    return TypeAdapter(kind).dump_json(answer).decode()


def _found(function: Callable[[str], str]) -> Callable[[str], str]:
    """The function, with what is not there told as the protocol has it."""

    @functools.wraps(function)
    def told(id: str) -> str:
        try:
            return function(id)
        except YanchaoError as error:
            raise ResourceNotFoundError(str(error)) from None

    return told


def _telling(function: Callable[..., Any]) -> Callable[..., Any]:
    """The function, with the problems that a person can act upon told to the assistant as they are."""

    @functools.wraps(function)
    def told(*args: Any, **kwargs: Any) -> Any:
        try:
            return function(*args, **kwargs)
        except YanchaoError as error:
            raise ToolError(str(error)) from None

    @functools.wraps(function)
    async def told_later(*args: Any, **kwargs: Any) -> Any:
        try:
            return await function(*args, **kwargs)
        except YanchaoError as error:
            raise ToolError(str(error)) from None

    return told_later if inspect.iscoroutinefunction(function) else told
