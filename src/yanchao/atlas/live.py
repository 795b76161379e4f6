"""The build in a folder as it stands now: a rebuild is noticed, and every answer comes from one build as a whole."""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool

from yanchao.atlas.answers import Answers
from yanchao.atlas.facts import Facts
from yanchao.errors import UsageError
from yanchao.ledger.ledger import Ledger
from yanchao.ledger.replacing import MARK
from yanchao.ledger.schema import STORE

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from yanchao.lexicon.lexicon import Lexicon

Identity = tuple[int, ...]
"""What tells one build in a folder from the next."""

Opened = tuple[Identity | None, Answers]


class Live:
    """What the build in `directory` answers. Safe to ask from several threads.

    Whoever asks `now()` once for a question gets all of its answer from one build: the old one stays whole for as
    long as somebody holds it. A new build that cannot be read is named once on standard error and left alone.

    Raises:
        UsageError: where the folder holds no build, or one that was built with packs about another place.
    """

    def __init__(self, directory: Path, lexicon: Lexicon) -> None:
        self.directory = directory
        self.lexicon = lexicon
        self._opening = threading.Lock()
        self._refused: Identity | None = None
        self.identity, self._answers = self._open()

    @property
    def is_new(self) -> bool:
        """Whether another build has taken the folder since the last question, and has yet to be opened."""
        return self.seen not in (self.identity, self._refused, None)

    def now(self) -> Answers:
        """The answers of the build that stands in the folder; those of the one before while somebody else opens it."""
        if self.is_new and self._opening.acquire(blocking=False):
            try:
                self._turn(self._next())
            finally:
                self._opening.release()
        return self._answers

    async def soon(self, ready: Callable[[Answers], Awaitable[None]]) -> Answers:
        """The same for an event loop: whoever sees a new build first waits until it is opened and `ready` is done with it."""
        if self.is_new and self._opening.acquire(blocking=False):
            try:
                following = await run_in_threadpool(self._next)
                if following is not None:
                    await ready(following[1])
                self._turn(following)
            finally:
                self._opening.release()
        return self._answers

    def _turn(self, following: Opened | None) -> None:
        if following is not None:
            self.identity, self._answers = following

    def _next(self) -> Opened | None:
        """The build that has taken the folder, None where it has been opened by now or cannot be read."""
        seen = self.seen
        if not self.is_new:
            return None
        try:
            return self._open()
        except UsageError as error:
            if self.seen == seen:  # else it was only the moment between two builds
                self._refused = seen
                sys.stderr.write(f"{error}; the build before it is still served\n")
            return None

    def _open(self) -> Opened:
        seen = self.seen
        ledger = Ledger(self.directory, for_many=True)
        if ledger.home != self.lexicon.home:  # clusters and standings would be those of another province
            ledger.close()
            raise UsageError(
                f"{self.directory}: was built about {ledger.home or 'no place'}, and the packs are about "
                f"{self.lexicon.home or 'none'}; give the packs that it was built with (--pack)"
            )
        answers = Answers(Facts(ledger, self.lexicon, self.directory))
        answers.prepare()
        return seen, answers

    @property
    def seen(self) -> Identity | None:
        """None in the moment between two builds. The mark is written anew by each build, whatever else it keeps."""
        try:
            ledger = (self.directory / STORE).stat()
        except OSError:
            return None
        try:
            mark = (self.directory / MARK).stat()
        except OSError:
            return ledger.st_ino, ledger.st_mtime_ns
        return ledger.st_ino, ledger.st_mtime_ns, mark.st_ino, mark.st_mtime_ns
