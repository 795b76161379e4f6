"""What the atlas says to feed readers, search engines and catalogues of data."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from lxml import etree, html

import making
import publishing
from yanchao.atlas import sitemap
from yanchao.atlas.site import publish
from yanchao.errors import UsageError
from yanchao.ledger.ledger import Ledger
from yanchao.lexicon.lexicon import load

ATOM = {"a": "http://www.w3.org/2005/Atom", "x": "http://www.w3.org/1999/xhtml"}
MAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
SITE = "https://example.org/atlas/"
GRAMMAR = etree.RelaxNG(etree.parse(str(Path(__file__).with_name("atom.rng"))))


def feed(path: Path) -> etree._Element:
    return etree.parse(str(path)).getroot()


@pytest.fixture(scope="module")
def known_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that knows where it will stand."""
    directory = publishing.small(tmp_path_factory.mktemp("known") / "site")
    with Ledger(directory) as ledger:
        publish(ledger, load(), directory, site=SITE)
    return directory


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("which", ["small_site", "hostile_site", "examples_site"])
def test_the_feed_has_all_that_atom_asks_for(
    request: pytest.FixtureRequest, which: str, language: str
) -> None:
    site: Path = request.getfixturevalue(which)
    root = feed(site / language / "feed.xml")
    GRAMMAR.assertValid(root)
    ids = root.xpath("//a:id/text()", namespaces=ATOM)
    assert len(ids) == len(set(ids))
    assert all(id.startswith("urn:uuid:") for id in ids)
    for each in (root, *root.xpath("a:entry", namespaces=ATOM)):
        for name in ("id", "title", "updated"):
            (element,) = each.xpath(f"a:{name}", namespaces=ATOM)
            assert element.text
        assert each.xpath("a:author/a:name/text()", namespaces=ATOM)
        datetime.fromisoformat(each.xpath("string(a:updated)", namespaces=ATOM))


@pytest.mark.parametrize("spoilt", ["a:id", "a:entry/a:updated", "a:author", "a:entry/a:content/x:div"])
def test_a_feed_that_lacks_what_atom_asks_for_is_told_from_one_that_has_it(
    small_site: Path, spoilt: str
) -> None:
    root = feed(small_site / "feed.xml")
    found = root.xpath(spoilt, namespaces=ATOM)[0]
    found.getparent().remove(found)
    assert not GRAMMAR.validate(root)


@pytest.mark.parametrize("language", ["", "en/"])
def test_an_entry_leads_to_its_page_and_shows_the_words(examples_site: Path, language: str) -> None:
    path = examples_site / language / "feed.xml"
    entries = feed(path).xpath("a:entry", namespaces=ATOM)
    assert {each.xpath("string(a:category/@term)", namespaces=ATOM) for each in entries} == {
        "figures",
        "findings",
    }
    for each in entries:
        link, _, _ = each.xpath("string(a:link/@href)", namespaces=ATOM).partition("#")
        assert (path.parent / link).is_file()
        assert each.xpath(".//x:blockquote", namespaces=ATOM)


def test_a_finding_says_what_would_have_to_stand_there(small_site: Path) -> None:
    found = feed(small_site / "en/feed.xml").xpath("a:entry[a:category/@term='findings']", namespaces=ATOM)
    (entry,) = found
    assert entry.xpath("string(a:title)", namespaces=ATOM) == "A share of 105% is over 100%"
    assert "105% > 100% · should read 10.5%" in entry.xpath("string(a:content)", namespaces=ATOM)
    assert entry.xpath("string(a:updated)", namespaces=ATOM) == "2024-03-01T00:00:00Z"


def test_the_newest_come_first_and_a_document_without_a_day_has_that_of_the_build(tmp_path: Path) -> None:
    texts = {
        "b" * 64: publishing.NOW.replace(year=2020),
        "c" * 64: None,
        "d" * 64: publishing.NOW.replace(year=2024),
    }
    extractions = [
        making.extraction(
            f"产值{place}亿元。",
            making.statement(
                f"产值{place}亿元。", f"{place}亿元", place * 1e8, measure="产值", cluster="software"
            ),
            id=id,
            uri=f"{place}.txt",
            published=day,
        )
        for place, (id, day) in enumerate(texts.items(), 1)
    ]
    site = publishing.site_of(tmp_path / "site", extractions, [])
    days = feed(site / "feed.xml").xpath("a:entry/a:updated/text()", namespaces=ATOM)
    assert [day[:10] for day in days] == ["2024-03-01", "2020-03-01", publishing.NOW.isoformat()]


def test_text_that_xml_cannot_hold_is_left_out_and_nothing_breaks_out(tmp_path: Path) -> None:
    text = "产值5亿元\x00\x0b\ufffe]]></content><script>alert(1)</script>。"
    extraction = making.extraction(
        text,
        making.statement(text, "5亿元", 5e8, measure="产值", cluster="software"),
        title=text,
        uri="a.txt",
    )
    root = feed(publishing.site_of(tmp_path / "site", [extraction], []) / "feed.xml")
    assert "<script>alert(1)</script>" in root.xpath("string(a:entry/a:content)", namespaces=ATOM)
    assert not root.xpath("//*[local-name()='script']")


def test_every_page_names_the_feed_of_its_language(small_site: Path) -> None:
    for page in ("index.html", "en/clusters/software.html"):
        link = html.parse(str(small_site / page)).xpath("//link[@type='application/atom+xml']/@href")[0]
        language = "en/" if page.startswith("en/") else ""
        assert (small_site / page).parent.joinpath(link).resolve() == small_site / language / "feed.xml"


def described(page: Path) -> dict[str, Any]:
    (words,) = html.parse(str(page)).xpath("//script[@type='application/ld+json']/text()")
    found: dict[str, Any] = json.loads(words)
    return found


@pytest.mark.parametrize("language", ["", "en/"])
def test_the_data_page_describes_the_catalogue_and_every_file(examples_site: Path, language: str) -> None:
    page = examples_site / language / "data.html"
    catalogue = described(page)
    assert (catalogue["@context"], catalogue["@type"]) == ("https://schema.org", "DataCatalog")
    data = catalogue["dataset"]
    assert data["@type"] == "Dataset"
    assert 50 <= len(data["description"]) <= 5000, "what dataset search engines take"
    assert data["temporalCoverage"].count("/") == 1
    formats = {each["encodingFormat"] for each in data["distribution"]}
    assert {"text/csv", "application/vnd.apache.parquet"} <= formats
    for each in data["distribution"]:
        assert (page.parent / each["contentUrl"]).is_file()


def test_a_cluster_is_described_as_a_part_of_the_whole(examples_site: Path) -> None:
    cluster = described(examples_site / "en/clusters/software.html")
    assert cluster["@type"] == "Dataset"
    assert "Software revenue" in cluster["variableMeasured"]
    assert cluster["spatialCoverage"]["identifier"] == "440000"
    assert (examples_site / "en/clusters" / cluster["isPartOf"]["url"]).resolve().is_file()


def test_what_a_document_calls_a_measure_cannot_end_the_block(hostile_site: Path) -> None:
    page = (hostile_site / "data.html").read_text(encoding="utf-8")
    assert len(html.fromstring(page).xpath("//script[not(@src)]")) == 1
    assert any(
        "<script>" in each for each in described(hostile_site / "data.html")["dataset"]["variableMeasured"]
    )


def test_a_site_that_does_not_know_its_address_has_no_sitemap(small_site: Path) -> None:
    assert not (small_site / "sitemap.xml").exists()
    assert "://" not in described(small_site / "data.html")["url"]
    assert not html.parse(str(small_site / "index.html")).xpath("//link[@rel='canonical']")


def test_the_sitemap_has_every_page_in_both_languages(known_site: Path) -> None:
    root = etree.parse(str(known_site / "sitemap.xml")).getroot()
    listed = root.xpath("s:url/s:loc/text()", namespaces=MAP)
    pages = {SITE + path.relative_to(known_site).as_posix() for path in known_site.rglob("*.html")}
    assert set(listed) == pages
    assert len(listed) == len(pages)
    for url in root.xpath("s:url", namespaces=MAP):
        assert len(url.xpath("x:link[@rel='alternate']", namespaces=MAP)) == 2


def test_a_site_that_knows_its_address_names_it_in_full(known_site: Path) -> None:
    page = known_site / "en/clusters/software.html"
    (canonical,) = html.parse(str(page)).xpath("//link[@rel='canonical']/@href")
    assert canonical == SITE + "en/clusters/software.html"
    assert described(page)["url"] == canonical
    root = feed(known_site / "en/feed.xml")
    link = root.xpath("string(a:entry/a:link/@href)", namespaces=ATOM)
    base = root.get("{http://www.w3.org/XML/1998/namespace}base")
    assert urljoin(base, link).startswith(f"{SITE}en/documents/")


def test_a_long_sitemap_is_an_index_of_several(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "MOST", 4)
    files = dict(sitemap.files(SITE, [f"{number}.html" for number in range(5)]))
    assert sorted(files) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]
    assert sum(words.count("<loc>") for name, words in files.items() if name != "sitemap.xml") == 10
    assert f"{SITE}sitemap-3.xml" in files["sitemap.xml"]


@pytest.mark.parametrize("url", ["example.org", "ftp://example.org/", "https://", "https://a.example/?x=1"])
def test_what_is_no_place_for_a_site_is_refused(url: str) -> None:
    with pytest.raises(UsageError, match="is not where a site can stand"):
        sitemap.base(url)


def test_an_address_gets_its_slash() -> None:
    assert sitemap.base("https://example.org/atlas") == SITE
