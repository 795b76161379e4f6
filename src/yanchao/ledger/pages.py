"""Where a document and a cluster have their pages in an atlas, from its root: what a ledger's exports can link to."""

from __future__ import annotations

import hashlib
import re


def cluster(id: str) -> str:
    return f"clusters/{slug(id)}.html"


def document(id: str) -> str:
    """Sixteen hexadecimal digits of the SHA-256: enough for any library, short enough to be cited."""
    return f"documents/{slug(id[:16])}.html"


def figure(document_id: str, start: int) -> str:
    """The place of a figure on the page of its document."""
    return f"{document(document_id)}#s={start}"


def finding(document_id: str, rule: str, start: int, end: int) -> str:
    """The page of a finding, named by what it is about: it stays while the document and the finding do."""
    return f"findings/{slug(f'{document_id[:16]}-{rule}-{start}-{end}')}.html"


def slug(words: str) -> str:
    """A file name that every system can hold, and an id that HTML can: the words where they are safe, else a hash.

    Documents are hostile: a measure may be called `../../index` or be 4,000 characters long. `index` is taken.
    """
    if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}", words) and words != "index":
        return words
    return "x" + hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:15]
