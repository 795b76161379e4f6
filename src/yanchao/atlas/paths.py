"""Where each page lies, from the root of its language. The one place that knows; pages and links both ask here."""

from __future__ import annotations

from urllib.parse import quote

from yanchao.ledger.pages import cluster as cluster
from yanchao.ledger.pages import document as document
from yanchao.ledger.pages import finding as finding
from yanchao.ledger.pages import slug as slug

HOME = "index.html"
CLUSTERS = "clusters/index.html"
MEASURES = "measures/index.html"
PLACES = "places/index.html"
PLANS = "plans/index.html"
NAMES = "names/index.html"
FINDINGS = "findings/index.html"
RULES = "rules/index.html"
DOCUMENTS = "documents/index.html"
SOURCES = "sources/index.html"
DATA = "data.html"
ABOUT = "about.html"
SEARCH = "search.html"
COMPARE = "compare.html"
FEED = "feed.xml"


def measure(id: str) -> str:
    return f"measures/{slug(id)}.html"


def place(code: str) -> str:
    return f"places/{slug(code)}.html"


def plan(title: str) -> str:
    """The page of a plan, by its id in the packs or, where no pack lists it, by its title."""
    return f"plans/{slug(title)}.html"


def name(id: str) -> str:
    """The page of a firm, an institute or another thing that documents name, by its id in the packs or its name."""
    return f"names/{slug(id)}.html"


def source(name: str) -> str:
    """The page of a publisher or of a body that documents cite."""
    return f"sources/{slug(name)}.html"


def search(words: str) -> str:
    """The search for some words."""
    return f"{SEARCH}#q={quote(words)}"


def rule(code: str) -> str:
    return f"rules/{slug(code)}.html"


def leaf(path: str, number: int) -> str:
    """A page of a list that goes on over several: the first is `path` itself. No slug holds a `/`."""
    return path if number == 1 else path.replace("index.html", f"page/{number}.html")


def relative(target: str, page: str) -> str:
    """The link from one page to another, both from the root of the site; anchors stay."""
    target_path, _, anchor = target.partition("#")
    above = page.count("/")
    shared = 0
    here, there = page.split("/")[:-1], target_path.split("/")[:-1]
    while shared < min(len(here), len(there)) and here[shared] == there[shared]:
        shared += 1
    steps = "../" * (above - shared) + "/".join(target_path.split("/")[shared:])
    return f"{steps}#{anchor}" if anchor else steps
