"""How requests are read from the wire: fast, and none whose head has no end."""

from __future__ import annotations

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

LONGEST_HEAD = 64 * 1024
"""Bytes of a request's first line and headers."""


class BoundedHeads(HttpToolsProtocol):
    """uvicorn's faster reader of requests, with the bound on a head that only its slower one has.

    Without it a client could send one header for ever, and all of it would be held.
    """

    _in_head = True
    _unfinished = 0

    def data_received(self, data: bytes) -> None:
        began_in_head = self._in_head
        super().data_received(data)
        if not (began_in_head and self._in_head):
            return
        self._unfinished += len(data)
        if self._unfinished > LONGEST_HEAD and not self.transport.is_closing():
            self.send_400_response("The head of the request is too long.")

    def on_message_begin(self) -> None:
        self._in_head, self._unfinished = True, 0
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        self._in_head = False
        super().on_headers_complete()
