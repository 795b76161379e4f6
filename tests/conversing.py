"""A small editor: it starts the real language server and speaks with it over its standard streams."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PATIENCE = 120.0
"""Seconds after which a silent server is taken for dead; no test is about them."""

EVERYTHING = {
    "textDocument": {
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
    }
}


class Editor:
    """One session. Texts are named by their addresses; every text is kept as the server knows it."""

    def __init__(self, *arguments: str, env: Mapping[str, str] | None = None) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "yanchao", "lsp", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, **(env or {})},
        )
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self.complaints: list[str] = []
        self._number = 0
        self._came: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._findings: dict[str, list[tuple[int | None, list[dict[str, Any]]]]] = {}
        self._answers: dict[int, dict[str, Any]] = {}
        threading.Thread(target=self._listen, daemon=True).start()

    def start(
        self, *, capabilities: Mapping[str, Any] = EVERYTHING, options: object = None
    ) -> dict[str, Any]:
        """The opening of the session; what the server can do."""
        answer = self.ask(
            "initialize",
            {
                "processId": None,
                "rootUri": None,
                "capabilities": capabilities,
                "initializationOptions": options,
            },
        )
        self.tell("initialized", {})
        return dict(answer["capabilities"])

    def open(self, address: str, text: str, kind: str = "plaintext") -> list[dict[str, Any]]:
        """Open a text; its findings."""
        self.texts[address], self.versions[address] = text, 1
        document = {"uri": address, "languageId": kind, "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        return self.findings(address)

    def type(self, address: str, text: str) -> None:
        """The text as it stands after a key was pressed."""
        self.texts[address] = text
        self.versions[address] += 1
        document = {"uri": address, "version": self.versions[address]}
        self.tell("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})

    def findings(self, address: str) -> list[dict[str, Any]]:
        """The findings of the text as it stands, once the server has sent them."""
        while True:
            for version, found in self._findings.get(address, []):
                if version == self.versions[address]:
                    return found
            self._take()

    def next_findings(self, address: str) -> list[dict[str, Any]]:
        """The findings that the server sends next, whatever the version."""
        known = len(self._findings.get(address, []))
        while len(self._findings.get(address, [])) == known:
            self._take()
        return self._findings[address][-1][1]

    def versions_sent(self, address: str) -> list[int | None]:
        return [version for version, _ in self._findings.get(address, [])]

    def ask(self, method: str, params: object) -> Any:
        """The answer to a question."""
        self._number += 1
        number = self._number
        self.send({"id": number, "method": method, "params": params})
        while number not in self._answers:
            self._take()
        answer = self._answers.pop(number)
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def tell(self, method: str, params: object) -> None:
        self.send({"method": method, "params": params})

    def send(self, message: Mapping[str, object]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self.process.stdin.flush()

    def words(self, address: str, range_: Mapping[str, Any]) -> str:
        """What stands in a range of a text, counted in UTF-16 as the protocol does by default."""
        text = self.texts[address]
        return text[offset(text, range_["start"]) : offset(text, range_["end"])]

    def do(self, address: str, action: Mapping[str, Any]) -> str:
        """The text after a code action."""
        text = self.texts[address]
        edits = sorted(
            action["edit"]["changes"][address], key=lambda edit: -offset(text, edit["range"]["start"])
        )
        for edit in edits:
            first, last = offset(text, edit["range"]["start"]), offset(text, edit["range"]["end"])
            text = text[:first] + edit["newText"] + text[last:]
        return text

    def actions(
        self, address: str, finding: Mapping[str, Any], only: list[str] | None = None
    ) -> list[dict[str, Any]]:
        context: dict[str, Any] = {"diagnostics": [finding]}
        if only is not None:
            context["only"] = only
        params = {"textDocument": {"uri": address}, "range": finding["range"], "context": context}
        return list(self.ask("textDocument/codeAction", params))

    def hover(self, address: str, words: str) -> dict[str, Any] | None:
        """What is shown where the pointer rests on the first of these words."""
        place = position(self.texts[address], self.texts[address].index(words))
        answer = self.ask("textDocument/hover", {"textDocument": {"uri": address}, "position": place})
        return None if answer is None else dict(answer)

    def leave(self) -> int:
        """Take leave as the protocol asks; the server's exit code."""
        self.ask("shutdown", None)
        self.tell("exit", None)
        return self.process.wait(PATIENCE)

    def _take(self) -> None:
        message = self._came.get(timeout=PATIENCE)
        assert message is not None, "the server has ended"
        if "method" not in message:
            self._answers[message["id"]] = message
        elif "id" in message:  # the server asks: whatever it is, it may have it
            self.send({"id": message["id"], "result": None})
        elif message["method"] == "textDocument/publishDiagnostics":
            params = message["params"]
            self._findings.setdefault(params["uri"], []).append(
                (params.get("version"), params["diagnostics"])
            )
        elif message["method"] in ("window/logMessage", "window/showMessage"):
            self.complaints.append(message["params"]["message"])

    def _listen(self) -> None:
        assert self.process.stdout is not None
        while True:
            length = None
            while line := self.process.stdout.readline().strip():
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            if length is None:
                self._came.put(None)
                return
            self._came.put(json.loads(self.process.stdout.read(length)))


@contextmanager
def editor(
    *arguments: str,
    capabilities: Mapping[str, Any] = EVERYTHING,
    options: object = None,
) -> Iterator[Editor]:
    """A session that has begun, and is ended."""
    session = Editor(*arguments)
    try:
        session.start(capabilities=capabilities, options=options)
        yield session
        if session.process.poll() is None:
            session.leave()
        assert not session.complaints, session.complaints
    finally:
        session.process.kill()
        session.process.communicate()


def offset(text: str, place: Mapping[str, int]) -> int:
    """The offset of a position, counted by hand in UTF-16."""
    line = text.split("\n")[: place["line"]]
    start = sum(len(each) + 1 for each in line)
    units = 0
    for index in range(start, len(text) + 1):
        if units >= place["character"]:
            return index
        units += len(text[index].encode("utf-16-le")) // 2
    return len(text)


def position(text: str, offset: int) -> dict[str, int]:
    before = text[:offset].split("\n")
    return {"line": len(before) - 1, "character": len(before[-1].encode("utf-16-le")) // 2}


def address(path: Path) -> str:
    return path.resolve().as_uri()
