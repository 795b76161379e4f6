"""The language server: texts come in as they are typed, findings go out when typing rests.

The loop that speaks with the editor never reads or audits: a thread does, the newest version of a text only, and what
it found is sent if nobody has typed on. A question (hover, actions, outline) about a text that is still being read waits
for that reading.
"""

from __future__ import annotations

import asyncio
import time
import traceback
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from typing import BinaryIO

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from yanchao.audit.ignore_file import NAME as IGNORE_FILE
from yanchao.editor.actions import FIX_ALL, actions
from yanchao.editor.diagnostics import diagnostics, remark
from yanchao.editor.draft import Draft, examine
from yanchao.editor.hover import hover
from yanchao.editor.lines import Units
from yanchao.editor.rule_pages import rule_pages
from yanchao.editor.symbols import flat, symbols
from yanchao.editor.wishes import Asked, Wishes
from yanchao.editor.words import say
from yanchao.errors import YanchaoError
from yanchao.lexicon.lexicon import load
from yanchao.settings import Settings, settings_above
from yanchao.version import __version__

BESIDE = (IGNORE_FILE, "yanchao.toml", "pyproject.toml")
"""Files beside a text that say what is found in it."""

READERS = 2
"""Texts that are read at once: one large one must not keep a small one waiting."""


def serve(wishes: Wishes, stdin: BinaryIO, stdout: BinaryIO) -> bool:
    """Speak with an editor until it ends; whether it took its leave as the protocol asks."""
    with rule_pages() as pages:
        server = Server(wishes, pages)
        try:
            server.start_io(stdin, stdout)
        finally:
            server.readers.shutdown(wait=False, cancel_futures=True)
        return server.is_dismissed


class Server(LanguageServer):
    """The state of one session: the wishes, the last draft of every open text, and what is being read.

    Each state of a text has a turn, a number of its own: the versions that editors count begin anew with every opening,
    and a text has to be read again where only the settings have changed.
    """

    def __init__(self, wishes: Wishes, pages: Mapping[str, str]) -> None:
        super().__init__(
            "yanchao", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full, max_workers=2
        )
        self.given = wishes
        self.wishes = wishes
        self.pages = pages
        self.problem: str | None = None
        self.is_dismissed = False
        self.readers = ThreadPoolExecutor(READERS, thread_name_prefix="yanchao-reader")
        self.asked: dict[str, Asked] = {}  # what held for each text when it was last read
        self._count = count()
        self._turns: dict[str, int] = {}
        self._drafts: dict[str, tuple[int, Draft]] = {}
        self._reading: dict[str, tuple[int, asyncio.Task[Draft | None]]] = {}
        self._seconds: dict[str, float] = {}  # what each text took to read
        self._resting: dict[str, asyncio.Task[None]] = {}
        _register(self)

    def configure(self, options: object) -> None:
        """Take what the editor asks for; where it cannot be meant, go on without and say so."""
        try:
            self.wishes, self.problem = self.given.with_options(options), None
        except YanchaoError as error:
            self.wishes, self.problem = self.given, str(error)

    def typed(self, address: str) -> None:
        """A text is being typed: read it once that rests; one that takes long to read, after as long a rest."""
        self.changed(address, max(self.wishes.delay, self._seconds.get(address, 0.0)))

    def changed(self, address: str, rest: float) -> None:
        """A text is another than before: read it once it has stayed so for so many seconds."""
        self._turns[address] = next(self._count)
        self._stop_resting(address)
        self._resting[address] = asyncio.create_task(self._after_rest(address, rest))

    def closed(self, address: str) -> None:
        """Nothing of a closed text is kept or shown."""
        self._stop_resting(address)
        for kept in (self._turns, self._drafts, self._reading, self._seconds, self.asked):
            kept.pop(address, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(address, []))

    def reconfigured(self, options: object) -> None:
        """Other settings: every open text is read again."""
        self.configure(options)
        self.again()

    def again(self) -> None:
        """Every open text is read again: something beside it has changed."""
        for address in list(self._turns):
            self.changed(address, 0)

    async def draft(self, address: str) -> Draft | None:
        """The draft of a text as it stands now, which is read if it has not been.

        None where it is not open, cannot be read with these settings, or is typed on while it is read.
        """
        turn = self._turns.get(address)
        if turn is None:
            return None
        last = self._drafts.get(address)
        if last is not None and last[0] == turn:
            return last[1]
        under_way = self._reading.get(address)
        if under_way is None or under_way[0] != turn:
            under_way = self._reading[address] = turn, asyncio.create_task(self._read(address, turn))
        # A question that is withdrawn must not end the reading that others wait for.
        return await asyncio.shield(under_way[1])

    async def _after_rest(self, address: str, rest: float) -> None:
        await asyncio.sleep(rest)
        await self.draft(address)

    async def _read(self, address: str, turn: int) -> Draft | None:
        document = self.workspace.get_text_document(address)
        source, kind, version = document.source, document.language_id or "", document.version
        units, problems = self._units(), [self.problem] if self.problem else []
        asked = self.wishes.over(Settings(), _name(address))

        def work() -> tuple[Asked, Draft | None]:
            if self._turns.get(address) != turn:
                return asked, None  # typed on while this waited for its turn
            settled = self._asked(address, problems)
            return settled, examine(
                source,
                _name(address),
                load(settled.packs),
                editors_language=kind,
                is_file=_path(address) is not None,
                units=units,
                select=settled.select,
                ignore=settled.ignore,
                left_out=settled.left_out,
                language=settled.language,
            )

        draft, shown = None, []
        begun = time.monotonic()
        try:
            asked, draft = await asyncio.get_running_loop().run_in_executor(self.readers, work)
        except YanchaoError as error:  # a pack with a mistake
            problems.append(str(error))
        except Exception:  # noqa: BLE001 - a bug of ours may cost this answer, not the session
            self._log(traceback.format_exc())
            shown.append(remark(say("broken", asked.language), types.DiagnosticSeverity.Warning))
        if self._turns.get(address) != turn:
            return None
        self._seconds[address] = time.monotonic() - begun
        for problem in problems:
            said = say("settings", asked.language, problem=problem)
            shown.append(remark(said, types.DiagnosticSeverity.Error))
        if draft is not None:
            self._drafts[address] = turn, draft
            self.asked[address] = asked
            shown += diagnostics(draft, address, self.pages, asked.language)
            for outcome in draft.crashed:
                self._log(f"rule {outcome.rule} crashed and found nothing: {outcome.crashed}")
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(address, shown, version))
        return draft

    def _asked(self, address: str, problems: list[str]) -> Asked:
        """What holds for a text; a project's file that cannot be obeyed is a problem, and then asks for nothing."""
        path = _path(address)
        folder = path.parent if path is not None else Path(self.workspace.root_path or Path.cwd())
        try:
            project = settings_above(folder.absolute())
        except YanchaoError as error:
            problems.append(str(error))
            project = Settings()
        return self.wishes.over(project, _name(address))

    def _units(self) -> Units:
        encoding = self.workspace.position_encoding
        return Units(
            encoding.value if isinstance(encoding, types.PositionEncodingKind) else encoding or "utf-16"
        )

    def _stop_resting(self, address: str) -> None:
        resting = self._resting.pop(address, None)
        if resting is not None:
            resting.cancel()

    def _log(self, message: str) -> None:
        self.window_log_message(types.LogMessageParams(types.MessageType.Error, f"yanchao: {message}"))


def _register(server: Server) -> None:
    """What the server answers."""

    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        server.configure(params.initialization_options)

    @server.feature(types.SHUTDOWN)
    def shutdown(*_: object) -> None:
        server.is_dismissed = True

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.changed(params.text_document.uri, 0)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        server.typed(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        server.changed(params.text_document.uri, 0)  # the files beside it may have been saved too

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.closed(params.text_document.uri)

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def configured(params: types.DidChangeConfigurationParams) -> None:
        server.reconfigured(params.settings)

    @server.feature(types.INITIALIZED)
    def begun(*_: object) -> None:
        workspace = server.client_capabilities.workspace
        watching = workspace.did_change_watched_files if workspace else None
        if watching and watching.dynamic_registration:
            watched = [types.FileSystemWatcher(f"**/{name}") for name in BESIDE]
            options = types.DidChangeWatchedFilesRegistrationOptions(watched)
            wanted = types.Registration("beside", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            server.client_register_capability(types.RegistrationParams([wanted]))

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def changed_beside(_: types.DidChangeWatchedFilesParams) -> None:
        server.again()

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hovered(params: types.HoverParams) -> types.Hover | None:
        draft = await server.draft(params.text_document.uri)
        if draft is None:
            return None
        place = draft.lines.offset(params.position.line, params.position.character)
        asked = server.asked[params.text_document.uri]
        return hover(draft, place, load(asked.packs), asked.language, markdown=_knows_markdown(server))

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix, FIX_ALL]),
    )
    async def acted(params: types.CodeActionParams) -> list[types.CodeAction]:
        draft = await server.draft(params.text_document.uri)
        if draft is None:
            return []
        address, range_, context = params.text_document.uri, params.range, params.context

        def work() -> list[types.CodeAction]:
            return actions(
                draft,
                address,
                draft.lines.offset(range_.start.line, range_.start.character),
                draft.lines.offset(range_.end.line, range_.end.character),
                context.diagnostics,
                context.only,
                server.asked[params.text_document.uri].language,
                file=_path(address),
                can_create=_may_create(server),
            )

        return await asyncio.get_running_loop().run_in_executor(server.readers, work)

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def outlined(
        params: types.DocumentSymbolParams,
    ) -> list[types.DocumentSymbol] | list[types.SymbolInformation]:
        draft = await server.draft(params.text_document.uri)
        if draft is None:
            return []
        tree = symbols(draft, server.asked[params.text_document.uri].language)
        return tree if _knows_trees(server) else flat(tree, params.text_document.uri)


def _knows_markdown(server: Server) -> bool:
    text = server.client_capabilities.text_document
    formats = text.hover.content_format if text and text.hover else None
    return formats is None or types.MarkupKind.Markdown in formats


def _may_create(server: Server) -> bool:
    workspace = server.client_capabilities.workspace
    edits = workspace.workspace_edit if workspace else None
    return bool(
        edits
        and edits.document_changes
        and types.ResourceOperationKind.Create in (edits.resource_operations or ())
    )


def _knows_trees(server: Server) -> bool:
    text = server.client_capabilities.text_document
    return bool(text and text.document_symbol and text.document_symbol.hierarchical_document_symbol_support)


def _name(address: str) -> str:
    """What a text is called: its path, or the address where it has none (untitled:Untitled-1)."""
    path = _path(address)
    return address if path is None else str(path)


def _path(address: str) -> Path | None:
    """The path of a text that lies on this machine."""
    path = to_fs_path(address) if address.startswith("file:") else None
    return None if path is None else Path(path)
