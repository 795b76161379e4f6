"""The sitemap, which search engines read: every page in both languages, by its full address.

A sitemap knows no relative addresses, so there is one only where the build is told where it will stand (`--site-url`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote, urlsplit
from xml.sax.saxutils import escape, quoteattr

from yanchao.atlas.language import Language
from yanchao.errors import UsageError

FILE = "sitemap.xml"

MOST = 50_000
"""Addresses that one sitemap may hold; beyond that the file is an index of several."""


def base(url: str) -> str:
    """The address of a site as it stands before every path, with its slash.

    Raises:
        UsageError: where it is not the address of a folder on the web.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise UsageError(f"{url}: is not where a site can stand; give one such as https://example.org/atlas/")
    return url if url.endswith("/") else f"{url}/"


def files(site: str, pages: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each file by its name, with what it holds: one sitemap, or several and their index."""
    addresses = [entry for page in pages for entry in _entries(site, page)]
    chunks = [addresses[first : first + MOST] for first in range(0, len(addresses), MOST)] or [[]]
    if len(chunks) == 1:
        yield FILE, _urlset(chunks[0])
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(chunks) + 1)]
    for name, chunk in zip(names, chunks, strict=True):
        yield name, _urlset(chunk)
    listed = "".join(f"<sitemap><loc>{escape(site + name)}</loc></sitemap>\n" for name in names)
    yield FILE, f'{HEAD}<sitemapindex xmlns="{NAMESPACE}">\n{listed}</sitemapindex>\n'


HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def _urlset(entries: Iterable[str]) -> str:
    return (
        f'{HEAD}<urlset xmlns="{NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        f"{''.join(entries)}</urlset>\n"
    )


def _entries(site: str, page: str) -> Iterator[str]:
    """A page in each language, each with the others beside it."""
    addresses = {language: site + quote(language.root + page) for language in Language}
    others = "".join(
        f'<xhtml:link rel="alternate" hreflang="{language.tag}" href={quoteattr(address)}/>'
        for language, address in addresses.items()
    )
    for address in addresses.values():
        yield f"<url><loc>{escape(address)}</loc>{others}</url>\n"
