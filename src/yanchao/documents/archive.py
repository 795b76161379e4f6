"""The zip file around the parts of an Office document, opened with care: nothing is expanded before its size is known to be sane.

An archive is hostile until shown otherwise: a table of contents that lies, an entry that expands a thousandfold, markup
that declares entities. Each is refused in one line that says which.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import TYPE_CHECKING

from yanchao.documents.limits import Limits, megabytes
from yanchao.errors import SourceError

if TYPE_CHECKING:
    from lxml.etree import _Element

SMALL_ENTRY = 1 << 20
"""An entry below this size may be packed as tightly as it likes."""


class Archive:
    """The entries of a zip file by their names, without a leading slash.

    Raises:
        SourceError: where the archive is damaged, or larger when unpacked than the limits allow.
    """

    def __init__(self, data: bytes, uri: str, limits: Limits) -> None:
        import io
        import zipfile

        self._uri = uri
        self._limits = limits
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise SourceError(uri, "is cut short or damaged: its table of contents is missing") from error
        if len(entries) > limits.entries:
            raise SourceError(uri, f"holds {len(entries):,} entries; {limits.entries:,} are read at most")
        total = sum(entry.file_size for entry in entries)
        if total > limits.expanded_bytes:
            raise SourceError(
                uri, f"expands to {megabytes(total)}; {megabytes(limits.expanded_bytes)} are read at most"
            )
        for entry in entries:
            if entry.file_size > max(SMALL_ENTRY, entry.compress_size * limits.expansion_ratio):
                ratio = entry.file_size // max(1, entry.compress_size)
                raise SourceError(
                    uri, f"expands {ratio:,} times in {entry.filename[:60]!r}: made to exhaust memory"
                )
        self._entries = {entry.filename.lstrip("/"): entry for entry in entries}

    @property
    def names(self) -> Set[str]:
        """The names of all entries, in their order."""
        return self._entries.keys()

    def bytes_of(self, name: str) -> bytes:
        """The bytes of an entry that is there."""
        return self._zip.read(self._entries[name])

    def with_entries(self, changed: dict[str, bytes]) -> bytes:
        """The archive with the bytes of some entries changed, all others and what is said of each as they were."""
        import copy
        import io
        import zipfile

        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as new:
            new.comment = self._zip.comment
            for entry in self._zip.infolist():
                data = changed.get(entry.filename.lstrip("/"), self._zip.read(entry))
                new.writestr(copy.copy(entry), data, entry.compress_type)  # it notes where it was written
        return stream.getvalue()

    def markup(self, name: str) -> _Element | None:
        """The root of an entry of XML; None where there is no such entry."""
        from lxml import etree

        data = self._read(name)
        if data is None:
            return None
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise SourceError(self._uri, f"is damaged in {name!r}") from error
        self._refuse_document_type(root, name)
        return root

    def elements(self, name: str, tags: tuple[str, ...]) -> Iterator[_Element]:
        """The elements of an entry of XML with one of these local names, one at a time, each emptied when the next is asked for."""
        import io

        from lxml import etree

        data = self._read(name)
        if data is None:
            return
        found = etree.iterparse(
            io.BytesIO(data),
            events=("end",),
            tag=[f"{{*}}{tag}" for tag in tags],
            resolve_entities=False,
            no_network=True,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            for _, element in found:
                self._refuse_document_type(element, name)
                yield element
                element.clear()
                while element.getprevious() is not None and (above := element.getparent()) is not None:
                    del above[0]
        except (etree.XMLSyntaxError, ValueError) as error:
            raise SourceError(self._uri, f"is damaged in {name!r}") from error

    def _read(self, name: str) -> bytes | None:
        import zipfile
        import zlib

        entry = self._entries.get(name)
        if entry is None:
            return None
        if entry.flag_bits & 1:
            raise SourceError(self._uri, "is encrypted", "save it without a password")
        if entry.file_size > self._limits.markup_bytes:
            size = megabytes(self._limits.markup_bytes)
            raise SourceError(self._uri, f"{name!r} is larger than {size}", "split it")
        try:
            with self._zip.open(entry) as stream:
                data = stream.read(self._limits.markup_bytes + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            EOFError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            raise SourceError(self._uri, f"is cut short or damaged in {name!r}") from error
        if len(data) > self._limits.markup_bytes:
            raise SourceError(self._uri, f"{name!r} is larger than it says: made to exhaust memory")
        return data

    def _refuse_document_type(self, element: _Element, name: str) -> None:
        if element.getroottree().docinfo.internalDTD is not None:
            raise SourceError(self._uri, f"{name!r} declares a document type, which Office never writes")


def local_name(element: _Element) -> str:
    """The name of an element without its namespace: transitional and strict documents differ in the namespace only."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: _Element, name: str) -> str | None:
    """An attribute by its local name."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None
