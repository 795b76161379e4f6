"""What went wrong, as RFC 9457 has it: `application/problem+json`, one line for a person in `detail`."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, JSONResponse

from yanchao.atlas.language import Language, say

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import Scope

MEDIA_TYPE = "application/problem+json"

SCHEMA = {
    "title": "Problem",
    "description": "What went wrong (RFC 9457).",
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "format": "uri-reference", "description": "always `about:blank`"},
        "title": {"type": "string", "description": "what the status means"},
        "status": {"type": "integer", "description": "the status of the answer"},
        "detail": {"type": "string", "description": "what is wrong with this request, in one line"},
        "errors": {
            "type": "array",
            "description": "what is wrong with each parameter",
            "items": {
                "type": "object",
                "required": ["parameter", "detail"],
                "properties": {"parameter": {"type": "string"}, "detail": {"type": "string"}},
            },
        },
    },
}
"""The same, for OpenAPI."""


def problem(status: int, detail: str, headers: Mapping[str, str] | None = None, **more: Any) -> JSONResponse:
    """An answer that says what is wrong."""
    about = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    return JSONResponse({**about, **more}, status, headers, MEDIA_TYPE)


def told(
    scope: Scope, status: int, detail: str, words: str, headers: Mapping[str, str] | None = None
) -> Response:
    """What is wrong, to people as a page in both languages, which `words` of the catalogue say, to programs as a problem."""
    if "text/html" not in Headers(scope=scope).get("accept", ""):
        return problem(status, detail, headers)
    lines = "".join(
        f'<p class="dek" lang="{language.tag}">{say(words, language)} <a href="/{language.root}">{say("nav.home", language)}</a>'
        f' · <a href="/{language.root}search.html">{say("nav.search", language)}</a></p>'
        for language in Language
    )
    return HTMLResponse(
        f'<!doctype html><html lang="zh-Hans"><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{say(words, Language.ZH)}</title>'
        f'<link rel="stylesheet" href="/assets/atlas.css"><main class="wide page-head"><h1>{status}</h1>{lines}</main></html>',
        status,
        headers,
    )


def told_by_status(_: Request, error: Exception) -> Response:
    """What the framework refuses by a status."""
    assert isinstance(error, HTTPException)
    detail = error.detail
    if detail == HTTPStatus(error.status_code).phrase:
        detail = SAID.get(error.status_code, detail)
    return problem(error.status_code, detail, error.headers)


SAID = {404: "there is no such path; /api/v1/ lists them", 405: "this path does not take that method"}
"""What the framework leaves at the name of the status."""


def ours(_: Request, __: Exception) -> Response:
    """What should not happen: the traceback goes to the log, not to the stranger."""
    return problem(500, "an error of this server; its log says more")
