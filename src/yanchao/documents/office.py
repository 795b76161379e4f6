"""What Word and Excel write alike: where the main part of the package is, and the core properties."""

from __future__ import annotations

from datetime import date

from yanchao.documents.archive import Archive, local_name
from yanchao.documents.assembly import about
from yanchao.documents.heads import Head, parse_date

CORE = "docProps/core.xml"

LIBRARY_CREATED = "2013-12-23T23:15:00Z"
"""The date in the template of a widespread library: a document that has it was given no date by anyone."""


def main_part(archive: Archive, default: str) -> str:
    """The name of the main part, wherever the package says that it is; `default` where it does not say."""
    relations = archive.markup("_rels/.rels")
    for relation in () if relations is None else relations:
        if (relation.get("Type") or "").endswith("/officeDocument"):
            return (relation.get("Target") or default).lstrip("/")
    return default


def properties(archive: Archive) -> Head:
    """Title and date of the core properties; they only serve where the text itself says nothing."""
    root = archive.markup(CORE)
    values = {} if root is None else {local_name(child): (child.text or "").strip() for child in root}
    created = values.get("created", "")
    return about(values.get("title"), None, None if created == LIBRARY_CREATED else _day(created))


def _day(moment: str) -> date | None:
    return parse_date(moment.partition("T")[0])
