"""The REST API: each path is a question of `answers.py`, described by OpenAPI at `/api/v1/openapi.json`.

It only reads. A list comes as JSON, CSV or Parquet, as the Accept header asks; what goes wrong is a problem
(`problems.py`) with the fitting status.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import FastAPI, HTTPException, Path, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from pydantic import TypeAdapter
from starlette.exceptions import HTTPException as StarletteHTTPException
from starlette.responses import HTMLResponse, Response

from yanchao.atlas import limits, problems, tables
from yanchao.atlas.answers import LONGEST_QUERY, Answers, NotFoundError, no_series
from yanchao.atlas.checking import LONGEST_TEXT
from yanchao.atlas.gathering import Gathering
from yanchao.atlas.limits import TOO_LONG, TooLargeError, TooLateError, TooSlowError, Workers
from yanchao.atlas.problems import problem
from yanchao.atlas.questions import (
    ClusterQuestion,
    DocumentQuestion,
    FigureQuestion,
    FindingQuestion,
    ObservationQuestion,
    Past,
    SeriesQuestion,
    Slice,
    TargetQuestion,
    TextQuestion,
)
from yanchao.atlas.remembering import ANSWERS, CSV, FORM, JSON, PARQUET
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
from yanchao.errors import YanchaoError
from yanchao.ledger.ledger import DocumentCard
from yanchao.ledger.observed import Observed
from yanchao.version import __version__

if TYPE_CHECKING:
    from starlette.datastructures import URL

ROOT = "/api/v1"
"""Where the API stands. What changes an answer's meaning gets a new number; new fields and paths do not."""


Id = Annotated[str, Path(max_length=LONGEST_QUERY)]


def create_api(workers: Workers, checkers: Workers) -> FastAPI:
    """The API, to be mounted at `ROOT` behind `Remembering`, which says of which build a request asks.

    `workers` look things up, `checkers` audit texts.
    """
    api = FastAPI(
        title="yanchao · 验潮",
        version=__version__,
        summary="Figures with their sources, series, targets and findings of one build. Read only.",
        servers=[{"url": ROOT}],
        root_path_in_servers=False,
        docs_url=None,  # FastAPI's own pages load their scripts from another host
        redoc_url=None,
        redirect_slashes=False,
    )
    for error, status in (
        (NotFoundError, 404),
        (TooSlowError, 408),
        (TooLargeError, 413),
        (TooLateError, 503),
        (YanchaoError, 400),
    ):
        api.add_exception_handler(error, _told(status))
    api.add_exception_handler(RequestValidationError, _refused)
    api.add_exception_handler(StarletteHTTPException, problems.told_by_status)
    api.add_exception_handler(Exception, problems.ours)
    api.openapi = lambda: _described(api)  # type: ignore[method-assign]

    async def listed(
        request: Request, kind: type, question: Slice, ask: Callable[..., Page[Any]]
    ) -> Response:
        """A slice of a list, in the form that is wanted, with the address of the next."""
        form = request.scope[FORM]
        if form is None:
            raise HTTPException(406, f"this is given as {JSON}, {CSV} or {PARQUET}")
        given = question.model_dump(exclude={"as_of"})

        def work() -> tuple[bytes, int | None]:
            page = ask(request.scope[ANSWERS].then(question.as_of), **given)
            return _rendered(page, kind, form), page.next

        body, following = await workers.do(work)
        headers = (
            {} if following is None else {"Link": f'<{_with_offset(request.url, following)}>; rel="next"'}
        )
        return Response(body, headers=headers, media_type=form)

    def only_as_json(request: Request) -> None:
        if request.scope[FORM] != JSON:
            raise HTTPException(406, f"this is given as {JSON}")

    async def one(request: Request, kind: Any, ask: Callable[[Answers], Any]) -> Response:
        """One thing, as JSON."""
        only_as_json(request)
        body = await workers.do(lambda: adapter(kind).dump_json(ask(request.scope[ANSWERS])))
        return Response(body, media_type=JSON)

    async def read_series(asked: Sequence[tuple[Answers, str]]) -> Mapping[tuple[Answers, str], bytes]:
        """Series as JSON, each with the build that it is asked of."""

        def work() -> dict[tuple[Answers, str], bytes]:
            return {
                (answers, id): adapter(SeriesWithPoints).dump_json(series)
                for answers in {answers for answers, _ in asked}
                for id, series in answers.some_series([id for of, id in asked if of is answers]).items()
            }

        return await workers.do(work)

    series_of_now = Gathering(read_series)

    @api.get("/clusters", tags=["clusters"], **_a_list_of(ClusterCard))
    async def clusters(request: Request, question: Annotated[ClusterQuestion, Query()]) -> Response:
        """Every cluster, with how much this build knows of it."""
        return await listed(request, ClusterCard, question, Answers.clusters)

    @api.get("/clusters/{id}", tags=["clusters"], **_one(ClusterProfile))
    async def cluster(request: Request, id: Id, question: Annotated[Past, Query()]) -> Response:
        """One cluster: targets against actuals, series, and the things that texts name for it."""
        return await one(request, ClusterProfile, lambda answers: answers.then(question.as_of).cluster(id))

    @api.get("/targets", tags=["clusters"], **_a_list_of(Target))
    async def targets(request: Request, question: Annotated[TargetQuestion, Query()]) -> Response:
        """The targets of plans, each held against the latest actual."""
        return await listed(request, Target, question, Answers.targets)

    @api.get("/series", tags=["figures"], **_a_list_of(SeriesCard))
    async def series(request: Request, question: Annotated[SeriesQuestion, Query()]) -> Response:
        """Series, each with its last point."""
        return await listed(request, SeriesCard, question, Answers.series)

    @api.get("/series/{id}", tags=["figures"], **_one(SeriesWithPoints))
    async def one_series(request: Request, id: Id, question: Annotated[Past, Query()]) -> Response:
        """One series with every point, and for every point the words of its best sources."""
        if question.as_of is not None:
            return await one(
                request, SeriesWithPoints, lambda answers: answers.then(question.as_of).one_series(id)
            )
        only_as_json(request)
        try:
            body = await series_of_now.get((request.scope[ANSWERS], id))
        except KeyError:
            raise no_series(id) from None
        return Response(body, media_type=JSON)

    @api.get("/observations", tags=["figures"], **_a_list_of(Observed))
    async def observations(request: Request, question: Annotated[ObservationQuestion, Query()]) -> Response:
        """The points of all series as one flat list, each with its best source's words."""
        return await listed(request, Observed, question, Answers.observations)

    @api.get("/statements", tags=["figures"], **_a_list_of(Figure))
    async def statements(request: Request, question: Annotated[FigureQuestion, Query()]) -> Response:
        """Figures as the texts state them, in order of document and place."""
        return await listed(request, Figure, question, Answers.figures)

    @api.get("/documents", tags=["documents"], **_a_list_of(DocumentCard))
    async def documents(request: Request, question: Annotated[DocumentQuestion, Query()]) -> Response:
        """The sources of this build, newest first."""
        return await listed(request, DocumentCard, question, Answers.documents)

    @api.get("/documents/{id}", tags=["documents"], **_one(DocumentText))
    async def document(request: Request, id: Id, question: Annotated[TextQuestion, Query()]) -> Response:
        """One document with its text, to which every `start` and `end` refers."""
        return await one(
            request,
            DocumentText,
            lambda answers: answers.then(question.as_of).document(
                id, start=question.start, length=question.length
            ),
        )

    @api.get("/findings", tags=["audit"], **_a_list_of(Fault))
    async def findings(request: Request, question: Annotated[FindingQuestion, Query()]) -> Response:
        """What the audit found in the documents of this build."""
        return await listed(request, Fault, question, Answers.findings)

    @api.get("/findings/{id}", tags=["audit"], **_one(Fault))
    async def finding(request: Request, id: Id, question: Annotated[Past, Query()]) -> Response:
        """One finding."""
        return await one(request, Fault, lambda answers: answers.then(question.as_of).finding(id))

    @api.get("/rules", tags=["audit"], **_one(tuple[RulePage, ...], missing=False))
    async def rules(request: Request) -> Response:
        """The rules of the audit, each with its page."""
        return await one(request, tuple[RulePage, ...], Answers.rules)

    @api.get("/rules/{code}", tags=["audit"], **_one(RulePage))
    async def rule(request: Request, code: Id) -> Response:
        """One rule of the audit, by its code or its name."""
        return await one(request, RulePage, lambda answers: answers.rule(code))

    @api.post("/check", tags=["audit"], **_CHECK)
    async def check(request: Request) -> Response:
        """Audit a text sent as UTF-8: the findings of `yanchao check`. The text is not kept."""
        text = _decoded(await limits.body(request, limits.LARGEST_BODY))
        answers: Answers = request.scope[ANSWERS]
        body = await checkers.do(lambda: adapter(Checked).dump_json(answers.check(text)))
        return Response(body, headers={"Cache-Control": "no-store"}, media_type=JSON)

    @api.get("/", include_in_schema=False)
    async def index() -> HTMLResponse:
        return HTMLResponse(_index(api.openapi()))

    return api


@lru_cache(maxsize=64)
def adapter(kind: Any) -> TypeAdapter[Any]:
    """What turns answers of a kind into JSON."""
    return TypeAdapter(kind)


def _rendered(page: Page[Any], kind: type, form: str) -> bytes:
    if form == CSV:
        return tables.to_csv(kind, page.items)
    if form == PARQUET:
        return tables.to_parquet(kind, page.items)
    return adapter(Page[kind]).dump_json(page)  # type: ignore[valid-type]


def _with_offset(url: URL, offset: int) -> str:
    """The address of another slice of the same list, without its host."""
    other = url.include_query_params(offset=offset)
    return f"{other.path}?{other.query}"


def _decoded(body: bytes) -> str:
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise HTTPException(400, f"the text is not UTF-8: byte {error.start} cannot be read") from None
    if len(text) > LONGEST_TEXT:
        raise TooLargeError(TOO_LONG)
    if not text.strip():
        raise HTTPException(400, "there is no text: send it as the body of the request")
    return text


# What goes wrong


def _told(status: int) -> Callable[[Request, Exception], Response]:
    headers = {"Retry-After": "5"} if status == 503 else None
    return lambda _, error: problem(status, str(error), headers)


def _refused(_: Request, error: Exception) -> Response:
    """What is wrong with each parameter, one by one and in one line."""
    assert isinstance(error, RequestValidationError)
    errors = [{"parameter": str(each["loc"][-1]), "detail": each["msg"]} for each in error.errors()]
    line = "; ".join(f"{each['parameter']}: {each['detail']}" for each in errors)
    return problem(422, line, errors=errors)


# What OpenAPI is told

MEANINGS = {
    304: "what the client holds still stands",
    400: "there is no text, or it is not UTF-8",
    403: "a page of another site may not ask here",
    404: "there is no such thing in this build",
    406: "it is not given in a form that the Accept header takes",
    408: "the text did not arrive in time",
    413: "the text is too long",
    421: "the server does not answer to that name",
    422: "a parameter is wrong",
    429: "too many requests; `Retry-After` says when to come back",
    500: "an error of the server",
    503: "it took too long; `Retry-After` says when to come back",
}


def _problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    content = {problems.MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {
        status: {"description": MEANINGS[status], **({"content": content} if status != 304 else {})}
        for status in statuses
    }


ANYWHERE = (403, 421, 429, 500, 503)


def _a_list_of(kind: Any) -> dict[str, Any]:
    tabular = {
        CSV: {"schema": {"type": "string"}},
        PARQUET: {"schema": {"type": "string", "format": "binary"}},
    }
    found = {"description": "a slice of the list", "content": tabular}
    adapter(Page[kind])  # now, not at the first question
    return {
        "response_model": Page[kind],
        "responses": {200: found, **_problems(304, 404, 406, 422, *ANYWHERE)},
    }


def _one(kind: Any, *, missing: bool = True) -> dict[str, Any]:
    statuses = (304, 404, 406, 422, *ANYWHERE) if missing else (304, 406, *ANYWHERE)
    adapter(kind)  # now, not at the first question
    return {"response_model": kind, "responses": _problems(*statuses)}


SAYS_SOMETHING = r"[^\s\x1c-\x1f\x85]"
"""What a text has to hold: more than what Python strips, some of which is no space to the patterns of JSON Schema."""

_CHECK: dict[str, Any] = {
    "response_model": Checked,
    "responses": _problems(400, 408, 413, *ANYWHERE),
    "openapi_extra": {
        "requestBody": {
            "required": True,
            "content": {
                "text/plain": {
                    "schema": {
                        "type": "string",
                        "minLength": 1,
                        "maxLength": LONGEST_TEXT,
                        "pattern": SAYS_SOMETHING,
                    }
                }
            },
        }
    },
}


def _described(api: FastAPI) -> dict[str, Any]:
    """The description of the API, made once."""
    if api.openapi_schema is None:
        schema = get_openapi(
            title=api.title,
            version=api.version,
            openapi_version=api.openapi_version,
            summary=api.summary,
            routes=api.routes,
            servers=api.servers,
        )
        schema["components"]["schemas"]["Problem"] = problems.SCHEMA
        api.openapi_schema = schema
    return api.openapi_schema


def _index(schema: dict[str, Any]) -> str:
    """The API on one page, written from its own description, in the dress of the atlas that it stands in."""
    rows = "\n".join(
        f"<tr><td><code>{method.upper()} {ROOT}{html.escape(path)}</code></td>"
        f"<td>{_with_code(operation['description'])}</td>"
        f"<td>{html.escape(', '.join(it['name'] for it in operation.get('parameters', ())))}</td></tr>"
        for path, methods in schema["paths"].items()
        for method, operation in methods.items()
    )
    return f"""<!doctype html>
<html lang="zh-Hans">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API · 验潮</title>
<link rel="icon" href="../../assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="../../assets/atlas.css">
<main class="wide">
<div class="page-head">
<p class="kicker"><a href="../../">验潮</a></p>
<h1>API</h1>
<p class="dek">本次构建的全部数字及其原文、序列、目标与核查结果，只读；列表按 Accept 请求头以 JSON、CSV 或 Parquet 提供。完整说明见 <a href="openapi.json">OpenAPI</a>；
智能助手可经 <code>/mcp</code>（MCP 协议）访问。</p>
<p class="dek" lang="en">Every figure of this build with its words, the series, the targets and the findings, to be
read only; a list comes as JSON, CSV or Parquet, as the Accept header asks. <a href="openapi.json">OpenAPI</a> describes every field; assistants ask over MCP at <code>/mcp</code>.</p>
</div>
<section lang="en">
<table>
<thead><tr><th>path</th><th>what it gives</th><th>parameters</th></tr></thead>
<tbody>
{rows}
</tbody>
</table>
</section>
</main>
</html>
"""


def _with_code(words: str) -> str:
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", html.escape(words))
