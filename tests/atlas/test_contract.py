"""The REST API held against its own description: every kind of request that can be made of it, and some that cannot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode

from serving import build, running
from yanchao.atlas.api import ROOT, create_api
from yanchao.atlas.limits import Workers

WORKERS = Workers(1, "describing")
REQUESTS = [
    pytest.param(method.upper(), path, mode, id=f"{method} {path} {mode}")
    for path, methods in create_api(WORKERS, WORKERS).openapi()["paths"].items()
    for method, operation in methods.items()
    for mode in GenerationMode
    if mode is GenerationMode.POSITIVE or "parameters" in operation or "requestBody" in operation
]
"""Every operation, asked as it wants to be asked, and as it does not where it can be asked wrongly."""


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with running(build(tmp_path_factory.mktemp("described") / "atlas")) as address:
        yield schemathesis.openapi.from_url(f"{address.rstrip('/')}{ROOT}/openapi.json")


@pytest.mark.parametrize(("method", "path", "mode"), REQUESTS)
def test_nothing_is_answered_that_is_not_described_and_nothing_breaks(
    described: Any, method: str, path: str, mode: GenerationMode
) -> None:
    operation = described[path][method]

    @settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: Any) -> None:
        case.call_and_validate()

    ask()


def test_the_description_is_valid_openapi(described: Any) -> None:
    assert described.raw_schema["openapi"].startswith("3.1")
    described.validate()


def test_a_text_that_is_refused_as_empty_is_described_as_none(described: Any) -> None:
    content = described.raw_schema["paths"]["/check"]["post"]["requestBody"]["content"]
    pattern = content["text/plain"]["schema"]["pattern"]
    as_javascript_has_it = pattern.replace(
        r"\s", r"\t-\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
    )
    for each in map(chr, range(0x3001)):
        assert (
            each.isspace()
            == (re.search(as_javascript_has_it, each) is None)
            == (re.search(pattern, each) is None)
        )


def test_the_description_says_where_the_api_stands(described: Any) -> None:
    (server,) = described.raw_schema["servers"]
    assert httpx.URL(described.location).path == f"{server['url']}/openapi.json"
