"""What the atlas says of itself to machines that look for data, held to the vocabulary and to what dataset search engines ask for."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import html

WANTED = {
    "name",
    "description",
    "creator",
    "license",
    "url",
    "temporalCoverage",
    "spatialCoverage",
    "variableMeasured",
    "isAccessibleForFree",
    "inLanguage",
}
"""What Google Dataset Search requires or recommends of a data set."""


@cache
def vocabulary() -> tuple[Mapping[str, str], Mapping[tuple[str, str], set[str]]]:
    """The parent of each type; what the values of each of its own properties may be."""
    with (Path(__file__).parent / "schema_org.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if line[0] != "#"))
    return (
        {row["type"]: row["parent"] for row in rows},
        {(row["type"], row["property"]): set(row["expects"].split()) for row in rows if row["property"]},
    )


def lineage(kind: str) -> Iterator[str]:
    parents, _ = vocabulary()
    while kind:
        yield kind
        kind = parents[kind]


def faults(thing: Mapping[str, Any], where: str) -> Iterator[str]:
    """Every property that a thing may not have, and every value that it may not have there."""
    _, expected = vocabulary()
    kind = thing["@type"]
    for name, value in thing.items():
        if name.startswith("@"):
            continue
        may_be = [expected[of, name] for of in lineage(kind) if (of, name) in expected]
        if not may_be:
            yield f"{where}: {kind} has no property {name}"
            continue
        for each in value if isinstance(value, list) else [value]:
            if not may_be[0] & set(kinds(each)):
                yield f"{where}: {name} of {kind} may not be {each!r}"
            if isinstance(each, dict):
                yield from faults(each, f"{where}.{name}")


def kinds(value: Any) -> Iterator[str]:
    """The types of the vocabulary that a value has."""
    if isinstance(value, dict):
        yield from lineage(value["@type"])
    elif isinstance(value, bool):
        yield "Boolean"
    elif isinstance(value, str) and value:
        yield "Text"
        if re.fullmatch(r"\d{4}-\d\d-\d\d", value) and date.fromisoformat(value):
            yield "Date"
        if re.fullmatch(r"(https?://)?[\w./#%-]+", value, re.ASCII):
            yield "URL"


def described(site: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """What each page that describes anything says, by its path."""
    for page in sorted(site.rglob("*.html")):
        for words in html.parse(str(page)).xpath("//script[@type='application/ld+json']/text()"):
            yield page.relative_to(site).as_posix(), json.loads(words)


def data_sets(thing: Any) -> Iterator[dict[str, Any]]:
    """Every data set in a description, however deep."""
    if isinstance(thing, list):
        for each in thing:
            yield from data_sets(each)
    elif isinstance(thing, dict):
        if thing.get("@type") == "Dataset":
            yield thing
        for each in thing.values():
            yield from data_sets(each)


def test_every_property_and_value_is_one_that_the_vocabulary_has_there(examples_site: Path) -> None:
    found = list(described(examples_site))
    assert len({thing["@type"] for _, thing in found}) == 2
    assert all(thing["@context"] == "https://schema.org" for _, thing in found)
    assert [fault for page, thing in found for fault in faults(thing, page)] == []


@pytest.mark.parametrize(
    "thing",
    [
        {"@type": "Dataset", "isAccessibleForFree": "yes"},
        {"@type": "Dataset", "contentUrl": "a.csv"},
        {"@type": "Dataset", "distribution": [{"@type": "Dataset"}]},
        {"@type": "DataCatalog", "dateModified": "2025"},
        {"@type": "Dataset", "creator": "yanchao"},
        {"@type": "Dataset", "name": ""},
    ],
)
def test_what_the_vocabulary_does_not_have_is_seen(thing: dict[str, Any]) -> None:
    assert list(faults(thing, ""))


@pytest.mark.parametrize(
    "page", ["data.html", "en/data.html", "clusters/software.html", "en/clusters/software.html"]
)
def test_a_data_set_says_all_that_dataset_search_engines_ask_for(examples_site: Path, page: str) -> None:
    first, *_ = data_sets(dict(described(examples_site))[page])
    assert set(first) >= WANTED
    for each in data_sets(dict(described(examples_site))[page]):
        assert each["name"]
        assert 50 <= len(each["description"]) <= 5000


def test_every_download_is_told_with_its_form(examples_site: Path) -> None:
    (whole,) = data_sets(dict(described(examples_site))["data.html"])
    assert whole["distribution"]
    for each in whole["distribution"]:
        assert re.fullmatch(r"[a-z]+/[\w.+-]+", each["encodingFormat"])
        assert each["contentUrl"]
