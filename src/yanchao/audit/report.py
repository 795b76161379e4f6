"""How findings are written down: every module of `reports/` is a format, by being there."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol, runtime_checkable

from yanchao.audit.audit import Audit
from yanchao.documents.document import Document
from yanchao.errors import UsageError
from yanchao.found import modules_in


class Report(Protocol):
    """A format of findings: a module of `reports/`."""

    NAME: str
    SUFFIX: str
    MEDIA_TYPE: str

    def render(
        self, audit: Audit, documents: Sequence[Document], *, language: str = "zh", colour: bool = False
    ) -> str | bytes:
        """The findings about the documents in this format."""


@runtime_checkable
class CoverageReport(Report, Protocol):
    """A format that can also show, figure by figure, what was checked and what not."""

    def render_coverage(
        self, audit: Audit, documents: Sequence[Document], *, language: str = "zh", colour: bool = False
    ) -> str:
        """The findings about the documents, and every figure with the relations that it stood in."""


@lru_cache(maxsize=1)
def report_names() -> tuple[str, ...]:
    """The names of all formats, without importing one."""
    from yanchao.audit import reports as folder

    return tuple(modules_in(folder.__path__))


def report(name: str) -> Report:
    """One format, imported only now: a Word report needs what a terminal does not.

    Raises:
        UsageError: where there is no such format.
    """
    if name not in report_names():
        raise UsageError(f"no such format: {name!r}; findings are written as {', '.join(report_names())}")
    module: Report = importlib.import_module(f"yanchao.audit.reports.{name}")
    return module


def with_coverage(name: str) -> CoverageReport:
    """A format that can show what was checked.

    Raises:
        UsageError: where there is no such format, or it has no place for it.
    """
    written = report(name)
    if not isinstance(written, CoverageReport):
        able = [each for each in report_names() if isinstance(report(each), CoverageReport)]
        raise UsageError(f"{name} has no place for what was checked; use --format {', '.join(able)}")
    return written


def render(
    audit: Audit,
    documents: Sequence[Document],
    format: str = "text",
    *,
    language: str = "zh",
    colour: bool = False,
) -> str | bytes:
    """The findings about the documents in one format.

    Raises:
        UsageError: where there is no such format.
    """
    return report(format).render(audit, documents, language=language, colour=colour)
