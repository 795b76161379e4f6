"""The page where one pastes a text and gets it audited: a plain form, no script, nothing kept.

It exists only where the atlas is served; a folder on a stick has nobody to audit anything.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from starlette.responses import HTMLResponse

from yanchao.atlas import limits
from yanchao.atlas.checking import LONGEST_TEXT, audited
from yanchao.atlas.files import with_links
from yanchao.atlas.gauge import gauge
from yanchao.atlas.glosses import glosses
from yanchao.atlas.language import Language, Text, phrase
from yanchao.atlas.limits import TooLargeError, TooLateError, TooSlowError, Workers
from yanchao.atlas.marking import Grid, Passage, passages
from yanchao.atlas.page import Sheet
from yanchao.atlas.rendering import Renderer
from yanchao.errors import SourceError
from yanchao.ledger.ledger import Stated
from yanchao.quick import dataclass

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import Receive, Scope, Send

    from yanchao.atlas.live import Live
    from yanchao.lexicon.lexicon import Lexicon

PATH = "check"
FIELD = "text"


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as it was read: its passages with figures and findings marked, and how much could be checked."""

    passages: tuple[Passage | Grid, ...]
    characters: int
    figures: int
    related: int
    unrelated: int
    findings: int


@dataclass(frozen=True, slots=True)
class CheckView:
    """The form with the text that stands in it, what is wrong with the request, or what was found."""

    text: str = ""
    most: int = LONGEST_TEXT
    problem: Text | None = None
    reading: Reading | None = None


class CheckPage:
    """The application behind the form, in the language of its path."""

    def __init__(self, live: Live, checkers: Workers) -> None:
        self._live = live
        self._checkers = checkers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        from starlette.requests import Request

        request = Request(scope, receive)
        language = Language.of(scope["path"])
        status, view = (200, CheckView()) if scope["method"] != "POST" else await self._read(request)
        response: Response = HTMLResponse(
            await self._checkers.do(self._page, view, language), status, {"Cache-Control": "no-store"}
        )
        await response(scope, receive, send)

    async def _read(self, request: Request) -> tuple[int, CheckView]:
        """What was sent, audited; or what is wrong with it, in words, with its status."""
        try:
            form = await limits.body(request, limits.LARGEST_BODY * limits.ENCODED)
            text = pasted(form)
            if len(text) > LONGEST_TEXT:
                return 413, CheckView(problem=_too_long(len(text)))
            if not text.strip():
                return 400, CheckView(problem=phrase("check.nothing"))
            reading = await self._checkers.do(reading_of, text, self._live.lexicon)
        except UnicodeDecodeError:
            return 400, CheckView(problem=phrase("check.not_utf8"))
        except TooLargeError:
            return 413, CheckView(problem=_too_long(None))
        except TooSlowError:
            return 408, CheckView(problem=phrase("check.too_slow"))
        except TooLateError:
            return 503, CheckView(text, problem=phrase("check.too_late"))
        except SourceError as error:
            return 400, CheckView(text, problem=Text(str(error), str(error)))
        return 200, CheckView(text, reading=reading)

    def _page(self, view: CheckView, language: Language) -> bytes:
        sheet = Sheet(PATH, "check.html", PATH, phrase("check.title"), phrase("check.summary"), view)
        page = _renderer(self._live.lexicon).render(sheet, language)
        return with_links(page.encode("utf-8", "replace"), language)


@lru_cache(maxsize=1)
def _renderer(lexicon: Lexicon) -> Renderer:
    return Renderer(gauge(tuple(lexicon.clusters.values())), glosses(lexicon))


def pasted(form: bytes) -> str:
    """The text in a form as a browser sends it, with the line ends that were typed.

    Raises:
        UnicodeDecodeError: where it is not UTF-8.
    """
    fields = parse_qs(form.decode("ascii", "replace"), errors="strict", max_num_fields=8)
    return fields.get(FIELD, [""])[0].replace("\r\n", "\n")


def reading_of(text: str, lexicon: Lexicon) -> Reading:
    """A text, read and audited, ready to be shown."""
    seen = audited(text, lexicon)
    document = seen.extraction.document
    stated = tuple(Stated(document.id, statement, "") for statement in seen.extraction.statements)
    (coverage,) = seen.audit.coverage
    return Reading(
        passages=passages(document, stated, seen.audit.findings),
        characters=len(document.text),
        figures=len(stated),
        related=len(coverage.related),
        unrelated=len(coverage.unrelated),
        findings=len(seen.audit.findings),
    )


def _too_long(length: int | None) -> Text:
    if length is None:
        return phrase("check.too_long", most=f"{LONGEST_TEXT:,}")
    return phrase("check.too_long_by", n=f"{length:,}", most=f"{LONGEST_TEXT:,}")
