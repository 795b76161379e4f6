"""A page in a real browser, and everything that goes wrong or is asked for while it is open."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, Request

WIDE, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}


@dataclass
class Watched:
    """A page, and everything that went wrong or was asked for while it was open."""

    page: Page
    site: Path
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def failed(self, request: Request) -> None:
        # Leaving a page while its icon still loads aborts the request; nothing is missing then.
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"failed: {request.url} {request.failure}")

    def open(self, path: str) -> Page:
        for name, folder in (("DOCUMENT", "documents"), ("SOURCE", "sources"), ("FINDING", "findings")):
            if name in path:
                path = path.replace(name, largest(self.site, folder))
        file, _, anchor = path.partition("#")
        self.page.goto((self.site / file).as_uri() + (f"#{anchor}" if anchor else ""))
        return self.page


def largest(site: Path, folder: str) -> str:
    """The page of a folder that has most to show."""
    pages = [each for each in (site / folder).glob("*.html") if each.stem != "index"]
    return f"{folder}/{max(pages, key=lambda each: each.stat().st_size).name}"


def watched(browser: Browser, site: Path, **context: object) -> Watched:
    page = browser.new_context(**context).new_page()  # type: ignore[arg-type]
    found = Watched(page, site)
    page.on("console", lambda message: found.complaints.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: found.complaints.append(str(error)))
    page.on("request", lambda request: found.requests.append(request.url))
    page.on("requestfailed", found.failed)
    return found
