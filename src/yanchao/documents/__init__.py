"""Bytes become a `Document`: untouched text, blocks, and the place of every character in the source.

Open `document.py` first (what a document is), then `sources.py` (what the user gave becomes sources) and
`reading.py` (a source becomes a document). Each file of `formats/` reads one kind of file and is found by
being there; what they share stands beside it: `encodings.py`, `prose.py` and `furniture.py` (lines become
blocks by their form), `heads.py` (title, publisher, date), `layout.py`, `grid.py` and `paged.py` (placed characters
become lines, tables and paragraphs), `limits.py`. `origins.py` leads the text back to its source, `located.py` tells
lines in it; `editing.py` says what an edit of the text is, `rewriting.py` puts edits
back into the source.
"""

from __future__ import annotations

from yanchao.documents.document import Block, BlockKind, Cell, Document, Place
from yanchao.documents.limits import Limits
from yanchao.documents.reading import read
from yanchao.documents.sources import Source, expand

__all__ = ["Block", "BlockKind", "Cell", "Document", "Limits", "Place", "Source", "expand", "read"]
