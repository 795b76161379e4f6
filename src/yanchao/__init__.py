"""验潮 · yanchao: reads Chinese economic texts, takes out every figure, audits it, and publishes an atlas.

The whole public start is four functions, each a stage of the way that data takes through the house, and one that opens what the last
of them made::

    import yanchao
    from yanchao import read, extract, check, build

    document = read("page.txt")          # bytes -> Document
    extraction = extract(document)       # Document -> statements and mentions
    findings = check(document)           # statements -> findings
    build(["page.txt"], "atlas")         # everything -> ledger, findings, exports and atlas in a folder
    yanchao.open("atlas").series(measure="营业收入").to_pandas()    # who says what, a row a source
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yanchao.version import __version__

if TYPE_CHECKING:
    from yanchao.building import build
    from yanchao.ledger.frames import open_frames as open
    from yanchao.pipeline import check, extract, read

__all__ = ["__version__", "build", "check", "extract", "open", "read"]


def __getattr__(name: str) -> Any:
    """Import a stage only when it is asked for: start-up time is part of the product."""
    if name in {"read", "extract", "check"}:
        from yanchao import pipeline

        return getattr(pipeline, name)
    if name == "build":
        from yanchao.building import build

        return build
    if name == "open":
        from yanchao.ledger.frames import open_frames

        return open_frames
    raise AttributeError(f"module 'yanchao' has no attribute {name!r}")
