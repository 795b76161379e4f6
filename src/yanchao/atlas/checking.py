"""The audit of a text that somebody sends: as `yanchao check` would, and nothing of it is kept."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from yanchao.errors import SourceError
from yanchao.quick import dataclass

if TYPE_CHECKING:
    from yanchao.audit.audit import Audit
    from yanchao.lexicon.lexicon import Lexicon
    from yanchao.statements.statement import Extraction

LONGEST_TEXT = 200_000
"""How many characters of text may be sent to be checked, and are sent of a document at once."""

SENT = "text"
"""What a text that was sent to be checked is called."""


@dataclass(frozen=True, slots=True)
class Audited:
    """A text with what was read in it and what the audit found."""

    extraction: Extraction
    audit: Audit


def audited(text: str, lexicon: Lexicon) -> Audited:
    """Read and audit a text.

    Raises:
        SourceError: where it is longer than `LONGEST_TEXT` or holds nothing.
    """
    from yanchao.audit.audit import audit
    from yanchao.documents.format import Content
    from yanchao.documents.formats import text as plain
    from yanchao.documents.limits import DEFAULT_LIMITS
    from yanchao.statements.extraction import extract

    if len(text) > LONGEST_TEXT:
        raise SourceError(SENT, f"has more than {LONGEST_TEXT:,} characters", "send it in parts")
    # As text and nothing else: what a stranger sends is not to choose which reader it meets, nor, by the mark, which
    # encoding is guessed.
    data = codecs.BOM_UTF8 + text.encode("utf-8", "replace")
    document = plain.parse(Content(data), SENT, DEFAULT_LIMITS)
    extraction = extract(document, lexicon)
    return Audited(extraction, audit([extraction], lexicon))
