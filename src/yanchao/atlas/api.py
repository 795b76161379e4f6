"""The REST API: each path is a question of `answers.py`, described by OpenAPI at `/api/openapi.json`.

It only reads. Errors are `{"detail": "one line"}` with the fitting status.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import FastAPI, HTTPException, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse
from pydantic import BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException as StarletteHTTPException

from yanchao.atlas.answers import AS_OF, LONGEST_QUERY, LONGEST_TEXT, MOST, PAGE, Answers, NotFoundError
from yanchao.atlas.replies import (
    ClusterCard,
    ClusterProfile,
    DocumentText,
    Fault,
    Figure,
    Page,
    RulePage,
    SeriesCard,
    SeriesWithPoints,
)
from yanchao.errors import YanchaoError
from yanchao.ledger.ledger import DocumentCard
from yanchao.statements.statement import Status
from yanchao.version import __version__

if TYPE_CHECKING:
    from starlette.responses import Response

CHECKS_AT_ONCE = 2
"""How many texts are audited at the same time; the others wait their turn."""

UTF8_BYTES = 4
"""The most bytes that a character takes."""


class Slice(BaseModel):
    """Which part of a long answer is wanted. A question with a parameter that does not exist is refused."""

    model_config = ConfigDict(extra="forbid")

    limit: int = Field(PAGE, ge=1, le=MOST, description="how many items")
    offset: int = Field(0, ge=0, description="from which item on; `next` of the answer before")


class FigureQuestion(Slice):
    """Which figures are wanted."""

    q: str = Field(
        "", max_length=LONGEST_QUERY, description="words that sentence, measure or subject must hold"
    )
    document: str | None = Field(None, max_length=64, description="a document's id, or its first characters")
    cluster: str | None = Field(None, max_length=64, description="a cluster's id")
    region: str | None = Field(None, max_length=12, description="GB/T 2260 code; 156 is China, 001 the world")
    period: str | None = Field(None, max_length=32, description="ISO 8601, as in `2023` or `2024-01/2024-09`")
    status: Status | None = Field(None, description="on record, expected, or aimed at")


class SeriesQuestion(Slice):
    """Which series are wanted."""

    cluster: str | None = Field(None, max_length=64, description="a cluster's id")
    measure: str | None = Field(
        None, max_length=LONGEST_QUERY, description="a measure's id, or the text's word"
    )
    region: str | None = Field(None, max_length=12, description="GB/T 2260 code")
    as_of: date | None = Field(None, description=AS_OF)


class PastQuestion(BaseModel):
    """As it was known on which day."""

    model_config = ConfigDict(extra="forbid")

    as_of: date | None = Field(None, description=AS_OF)


class FindingQuestion(Slice):
    """Which findings are wanted."""

    document: str | None = Field(None, max_length=64, description="a document's id, or its first characters")
    rule: str | None = Field(None, max_length=16, description="a rule's code, as in `YC101`")


class TextQuestion(BaseModel):
    """Which part of a document's text is wanted."""

    model_config = ConfigDict(extra="forbid")

    start: int = Field(0, ge=0, description="from which character on")
    length: int = Field(LONGEST_TEXT, ge=0, le=LONGEST_TEXT, description="how many characters")


def create_api(answers: Answers) -> FastAPI:
    """The API over one build, to be mounted at `/api`."""
    from anyio import CapacityLimiter, to_thread

    api = FastAPI(
        title="yanchao · 验潮",
        version=__version__,
        summary="Figures with their sources, series, targets and findings of one build. Read only.",
        docs_url=None,  # FastAPI's own pages load their scripts from another host
        redoc_url=None,
        redirect_slashes=False,
    )
    api.add_exception_handler(NotFoundError, _told(404))
    api.add_exception_handler(YanchaoError, _told(400))
    api.add_exception_handler(RequestValidationError, _refused)
    api.add_exception_handler(StarletteHTTPException, _told_by_status)
    api.add_exception_handler(Exception, _ours)
    checks = CapacityLimiter(CHECKS_AT_ONCE)

    @api.get("/clusters", tags=["clusters"])
    def clusters() -> tuple[ClusterCard, ...]:
        """Every cluster, with how much this build knows of it."""
        return answers.clusters()

    @api.get("/clusters/{id}", tags=["clusters"])
    def cluster(id: str) -> ClusterProfile:
        """One cluster: targets against actuals, series, and the things that texts name for it."""
        return answers.cluster(id)

    @api.get("/series", tags=["figures"])
    def series(question: Annotated[SeriesQuestion, Query()]) -> Page[SeriesCard]:
        """Series, without their points."""
        return answers.series(**question.model_dump())

    @api.get("/series/{id}", tags=["figures"])
    def one_series(id: str, question: Annotated[PastQuestion, Query()]) -> SeriesWithPoints:
        """One series with every point, and for every point the words of its best sources."""
        return answers.one_series(id, as_of=question.as_of)

    @api.get("/statements", tags=["figures"])
    def statements(question: Annotated[FigureQuestion, Query()]) -> Page[Figure]:
        """Figures as the texts state them, in order of document and place."""
        return answers.figures(**question.model_dump())

    @api.get("/documents", tags=["documents"])
    def documents(question: Annotated[Slice, Query()]) -> Page[DocumentCard]:
        """The sources of this build, newest first."""
        return answers.documents(**question.model_dump())

    @api.get("/documents/{id}", tags=["documents"])
    def document(id: str, question: Annotated[TextQuestion, Query()]) -> DocumentText:
        """One document with its text, to which every `start` and `end` refers."""
        return answers.document(id, **question.model_dump())

    @api.get("/findings", tags=["audit"])
    def findings(question: Annotated[FindingQuestion, Query()]) -> Page[Fault]:
        """What the audit found in the documents of this build."""
        return answers.findings(**question.model_dump())

    @api.get("/findings/{id}", tags=["audit"])
    def finding(id: str) -> Fault:
        """One finding."""
        return answers.finding(id)

    @api.get("/rules", tags=["audit"])
    def rules() -> tuple[RulePage, ...]:
        """The rules of the audit, each with its page."""
        return answers.rules()

    @api.post(
        "/check",
        tags=["audit"],
        openapi_extra={
            "requestBody": {
                "required": True,
                "content": {"text/plain": {"schema": {"type": "string", "maxLength": LONGEST_TEXT}}},
            }
        },
    )
    async def check(request: Request) -> tuple[Fault, ...]:
        """Audit a text sent as UTF-8: the findings of `yanchao check`. The text is not kept."""
        text = await _text(request)
        return await to_thread.run_sync(answers.check, text, limiter=checks)

    @api.get("/", include_in_schema=False)
    async def index() -> HTMLResponse:
        return HTMLResponse(await run_in_threadpool(_index, api.openapi()))

    return api


async def _text(request: Request) -> str:
    """The body as text, refused as soon as it is longer than a text may be."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > UTF8_BYTES * LONGEST_TEXT:
            raise HTTPException(413, f"the text is longer than {LONGEST_TEXT:,} characters")
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise HTTPException(400, f"the text is not UTF-8: byte {error.start} cannot be read") from None
    if len(text) > LONGEST_TEXT:
        raise HTTPException(413, f"the text is longer than {LONGEST_TEXT:,} characters")
    if not text.strip():
        raise HTTPException(400, "there is no text: send it as the body of the request")
    return text


def _told(status: int) -> Callable[[Request, Exception], Response]:
    return lambda _, error: JSONResponse({"detail": str(error)}, status)


def _told_by_status(_: Request, error: Exception) -> Response:
    assert isinstance(error, StarletteHTTPException)
    return JSONResponse({"detail": error.detail}, error.status_code, error.headers)


def _ours(_: Request, __: Exception) -> Response:
    """What should not happen: the traceback goes to the log, not to the stranger."""
    return JSONResponse({"detail": "an error of this server; its log says more"}, 500)


def _refused(_: Request, error: Exception) -> Response:
    """What is wrong with each parameter, in one line."""
    assert isinstance(error, RequestValidationError)
    problems = [f"{problem['loc'][-1]}: {problem['msg']}" for problem in error.errors()]
    return JSONResponse({"detail": "; ".join(problems)}, 422)


def _index(schema: dict[str, Any]) -> str:
    """The API on one page, written from its own description, in the dress of the atlas that it stands in."""
    rows = "\n".join(
        f"<tr><td><code>{method.upper()} /api{html.escape(path)}</code></td>"
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
<link rel="icon" href="../assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="../assets/atlas.css">
<main class="wide">
<div class="page-head">
<p class="kicker"><a href="../">验潮</a></p>
<h1>API</h1>
<p class="dek">本次构建的全部数字及其原文、序列、目标与核查结果，均以 JSON 提供，只读。完整说明见 <a href="openapi.json">OpenAPI</a>；
智能助手可经 <code>/mcp</code>（MCP 协议）访问。</p>
<p class="dek" lang="en">Every figure of this build with its words, the series, the targets and the findings, as JSON, to be
read only. <a href="openapi.json">OpenAPI</a> describes every field; assistants ask over MCP at <code>/mcp</code>.</p>
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
