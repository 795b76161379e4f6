"""Which sources the build before has read already: those whose files look as they did, or hold the same bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING

from yanchao.documents.sources import STDIN, Source
from yanchao.documents.stamps import Stamping, look, stamped
from yanchao.errors import SourceError
from yanchao.ledger.earlier import Earlier, Kept
from yanchao.ledger.store import Store
from yanchao.statements.statement import Extraction

if TYPE_CHECKING:
    from yanchao.documents.format import Content

STAMPS = ".stamps"
"""The file in a build's folder that says what the files looked like that it was made of."""


class Known:
    """What an earlier build has of each source; what the files of this one look like is written down. Use as a context manager."""

    def __init__(self, store: Store, earlier: Earlier | None) -> None:
        self._store = store
        is_taken = earlier is not None and store.has_earlier
        self._stamped = stamped(earlier.directory / STAMPS) if is_taken and earlier else {}
        self._stamping = Stamping(store.directory / STAMPS)
        self._looks: dict[str, str] = {}

    def known(self, source: Source) -> Source | Kept | Extraction | SourceError:
        """The document of the earlier build that a source is (all that it states, where a decision moves a figure of it), else the
        source, with its bytes at hand where they were read.

        A page of the web has to be fetched again to know; what its server says of its encoding, which nobody keeps, may have
        changed. It is read like any other.
        """
        uri = source.uri
        if uri == STDIN or "://" in uri:
            return source
        seen = look(uri)
        if seen is not None:
            id = self._stamped.get(seen)
            found = None if id is None else self._store.taken_over(id, uri)
            if id is not None and found is not None:
                self._stamping.keep(id, seen)
                return found
        if not self._store.has_earlier:
            if seen is not None:
                self._looks[uri] = seen
            return source
        return self._read(source, seen)

    def _read(self, source: Source, seen: str | None) -> Source | Kept | Extraction | SourceError:
        try:
            content = source.load()
        except SourceError as error:
            return error
        id = hashlib.sha256(content.data).hexdigest()
        if seen is not None:
            self._stamping.keep(id, seen)
        return self._store.taken_over(id, source.uri) or Source(source.uri, partial(_itself, content))

    def stamp(self, found: Iterable[Extraction | Kept]) -> Iterator[Extraction | Kept]:
        """The same documents; what the files looked like that were read for them is written down on the way."""
        for each in found:
            if isinstance(each, Extraction):
                seen = self._looks.pop(each.document.uri, None)
                if seen is not None:
                    self._stamping.keep(each.document.id, seen)
            yield each

    def __enter__(self) -> Known:
        return self

    def __exit__(
        self, type: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stamping.__exit__(type, value, trace)


def _itself(content: Content) -> Content:
    return content
