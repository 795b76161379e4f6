"""What a page is about, for machines that look for data: schema.org as JSON-LD, in a block that no browser runs.

The data page describes the catalogue and its one data set, a cluster's page the part of it that is about the cluster.
An address is relative to its page, as the links are, unless the build knows its own (`--site-url`).
"""

from __future__ import annotations

import json
import mimetypes
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any

from markupsafe import Markup

from yanchao.atlas import paths
from yanchao.atlas.facts import Facts
from yanchao.atlas.language import Language, Text, phrase
from yanchao.lexicon.entries import Cluster
from yanchao.quick import dataclass

MEASURES = 40
"""How many measures a description names, those with most points first."""

MEDIA_TYPES = {
    ".parquet": "application/vnd.apache.parquet",
    ".duckdb": "application/vnd.duckdb",
    ".csv": "text/csv",
}

Linked = Mapping[str, Any]
"""A description whose words may be `Text` and whose addresses are `At`."""


@dataclass(frozen=True, slots=True)
class At:
    """An address: a page of the reader's language, or a file that belongs to none."""

    path: str
    is_file: bool = False


def catalogue(facts: Facts, files: Iterable[str]) -> Linked:
    """The catalogue of this atlas: one data set, with every file of it that can be had."""
    return {
        "@context": "https://schema.org",
        "@type": "DataCatalog",
        "name": phrase("linked.catalogue"),
        "description": phrase("linked.about"),
        "url": At(paths.DATA),
        "inLanguage": ["zh-Hans", "en"],
        "dataset": {
            **_data_set(facts, phrase("linked.all"), phrase("linked.about"), paths.DATA, None),
            "distribution": [
                {
                    "@type": "DataDownload",
                    "contentUrl": At(file, is_file=True),
                    "encodingFormat": _format(file),
                }
                for file in files
            ],
        },
    }


def of_cluster(facts: Facts, cluster: Cluster) -> Linked:
    """The part of the data set that is about a cluster."""
    name = phrase("linked.cluster", name=Text(cluster.name, cluster.name_en))
    about = phrase("linked.about_cluster", name=Text(cluster.name, cluster.name_en))
    return {
        "@context": "https://schema.org",
        **_data_set(facts, name, about, paths.cluster(cluster.id), cluster.id),
        "isPartOf": {
            "@type": "Dataset",
            "name": phrase("linked.all"),
            "description": phrase("linked.about"),
            "url": At(paths.DATA),
        },
        "includedInDataCatalog": {
            "@type": "DataCatalog",
            "name": phrase("linked.catalogue"),
            "url": At(paths.DATA),
        },
    }


_MEASURED = """
    SELECT s.measure, min(left(o.period, 4)), max(left(o.period, 4))
    FROM series s JOIN observations o USING (series)
    WHERE ? IS NULL OR s.cluster = ? GROUP BY s.measure ORDER BY count(*) DESC, s.measure
"""


def _data_set(facts: Facts, name: Text, about: Text, path: str, cluster: str | None) -> dict[str, Any]:
    measured = list(facts.ledger.each_row(_MEASURED, [cluster, cluster]))
    first = min((first for _, first, _ in measured if first), default=None)
    last = max((last for _, _, last in measured if last), default=None)
    found: dict[str, Any] = {
        "@type": "Dataset",
        "name": name,
        "description": about,
        "url": At(path),
        "inLanguage": "zh-Hans",
        "isAccessibleForFree": True,
        "measurementTechnique": phrase("linked.technique"),
        "creator": {"@type": "Organization", "name": phrase("linked.creator")},
        "license": {
            "@type": "CreativeWork",
            "name": phrase("data.licence"),
            "text": phrase("data.licence_text"),
            "url": At(paths.DATA),
        },
        "usageInfo": At(paths.DATA),
    }
    if measured:
        found["variableMeasured"] = [_measure(facts, measure) for measure, _, _ in measured[:MEASURES]]
    if first:
        found["temporalCoverage"] = f"{first}/{last}"
    if facts.lexicon.home:
        place = facts.region_name(facts.lexicon.home)
        found["spatialCoverage"] = {"@type": "Place", "name": place, "identifier": facts.lexicon.home}
    if facts.ledger.judged_on:
        found["dateModified"] = facts.ledger.judged_on.isoformat()
    return found


def _measure(facts: Facts, id: str) -> Text | str:
    measure = facts.lexicon.measures.get(id)
    return Text(measure.name, measure.name_en) if measure else id


def _format(file: str) -> str:
    suffix = PurePosixPath(file).suffix
    return MEDIA_TYPES.get(suffix) or mimetypes.guess_type(file)[0] or "application/octet-stream"


def script(linked: Linked, language: Language, address: Callable[[At], str]) -> Markup:
    """The description as the inside of a `<script>`: no text of a document can end it."""

    def told(value: Any) -> Any:
        if isinstance(value, Text):
            return value.into(language)
        if isinstance(value, At):
            return address(value)
        if isinstance(value, Mapping):
            return {name: told(each) for name, each in value.items()}
        return [told(each) for each in value] if isinstance(value, list) else value

    words = json.dumps(told(linked), ensure_ascii=False, separators=(",", ":"))
    return Markup(words.replace("<", "\\u003c").replace("\u2028", " ").replace("\u2029", " "))  # noqa: S704
