"""The atlas in a real browser, opened from disk: no error, no request, a policy that holds, a keyboard that reaches."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import unquote

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from browsing import PHONE, WIDE, Watched, watched
from publishing import HOSTILE
from yanchao.atlas import paths

PAGES = (
    "index.html",
    "compare.html",
    "clusters/index.html",
    "clusters/software.html",
    "clusters/uhd-display.html",
    "documents/index.html",
    "DOCUMENT",
    "measures/index.html",
    "measures/revenue.html",
    "places/index.html",
    "places/440100.html",
    "plans/index.html",
    "plans/automotive-2023.html",
    "names/index.html",
    "names/byd.html",
    "sources/index.html",
    "SOURCE",
    "findings/index.html",
    "FINDING",
    "rules/index.html",
    "rules/YC101.html",
    "data.html",
    "about.html",
    "search.html",
    "search.html#q=%E8%BD%AF%E4%BB%B6",
)


@pytest.mark.parametrize("language", ["", "en/"])
def test_no_page_complains_or_asks_another_host(wide: Watched, language: str) -> None:
    for path in PAGES:
        wide.open(language + path)
    assert wide.complaints == []
    assert [url for url in wide.requests if not url.startswith("file:")] == []


@pytest.mark.parametrize("language", ["", "en/"])
def test_a_phone_never_scrolls_sideways(phone: Watched, language: str) -> None:
    too_wide = []
    for path in PAGES:
        page = phone.open(language + path)
        if page.evaluate("document.documentElement.scrollWidth") > PHONE["width"]:
            too_wide.append(path)
    assert too_wide == []


@pytest.mark.parametrize("path", ["clusters/index.html", "compare.html", "SOURCE"])
def test_a_wide_table_on_a_phone_scrolls_by_keyboard_says_so_and_keeps_the_names_of_its_rows(
    phone: Watched, path: str
) -> None:
    page = phone.open(path)
    region = page.locator(".scroll:has(> table.big)").last
    assert region.get_attribute("role") == "group"
    assert region.get_attribute("aria-label") or region.get_attribute("aria-labelledby")
    # The shadow at an edge stays where it is, what covers it moves along with the table.
    assert set(region.evaluate("each => getComputedStyle(each).backgroundAttachment.split(', ')")) == {
        "local",
        "scroll",
    }
    name = region.locator("tbody th").first
    left = name.evaluate("each => each.getBoundingClientRect().left")
    region.focus()
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    page.wait_for_function("each => each.scrollLeft > 40", arg=region.element_handle())
    assert name.evaluate("each => each.getBoundingClientRect().left") == left


@pytest.mark.parametrize("language", ["", "en/"])
def test_every_page_tells_what_it_has_without_a_script(
    browser: Browser, examples_site: Path, language: str
) -> None:
    found = watched(browser, examples_site, java_script_enabled=False)
    blank = []
    for path in PAGES:
        page = found.open(language + path)
        if not page.locator("h1").is_visible() or len(page.locator("main").inner_text()) < 60:
            blank.append(path)
    found.page.context.close()
    assert blank == []
    assert found.complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["", "en/"])
def test_axe_finds_nothing_to_object_to(
    browser: Browser, examples_site: Path, language: str, scheme: str
) -> None:
    # axe is put into the page as a script, which the policy of the site rightly forbids.
    found = watched(browser, examples_site, viewport=WIDE, color_scheme=scheme, bypass_csp=True)
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    objections = {}
    for path in PAGES:
        page = found.open(language + path)
        result = Axe().run(page, options={"runOnly": rules})
        if result.violations_count:
            objections[path] = result.generate_report()
    found.page.context.close()
    assert objections == {}


def test_hostile_words_run_nothing(browser: Browser, hostile_site: Path) -> None:
    found = watched(browser, hostile_site)
    dialogs: list[str] = []
    found.page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    for path in (
        "index.html",
        "clusters/software.html",
        "documents/bbbbbbbbbbbbbbbb.html",
        "names/index.html",
        paths.name("<script>alert(4)</script>"),
        "sources/index.html",
        paths.source("<i>"),
        paths.source('"><script>alert(3)</script>'),
        paths.finding("b" * 64, "YC</a><script>", HOSTILE.index("1.8"), HOSTILE.index("1.8") + 6),
        "compare.html",
    ):
        assert (hostile_site / path).is_file(), path
        found.open(path)
    found.open("search.html")
    found.page.get_by_role("searchbox").fill("script")
    expect(found.page.locator("#results li").first).to_be_visible()
    found.page.context.close()
    assert dialogs == []
    assert found.complaints == []


def test_a_link_to_one_figure_brings_it_into_view(wide: Watched) -> None:
    page = wide.open("DOCUMENT")
    last = page.locator("a.fig[id]").last
    anchor = last.get_attribute("id")
    wide.open(f"DOCUMENT#{anchor}")
    expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()


def test_a_figure_shows_what_was_read_and_escape_puts_it_away(wide: Watched) -> None:
    page = wide.open("DOCUMENT")
    figure = page.locator("a.fig").first
    figure.focus()
    page.keyboard.press("Enter")
    card = page.get_by_role("dialog")
    expect(card).to_contain_text("时期")
    expect(card.get_by_role("button")).to_be_focused()
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    expect(figure).to_be_focused()
    assert wide.complaints == []


def test_without_javascript_a_figure_leads_to_its_row(browser: Browser, examples_site: Path) -> None:
    found = watched(browser, examples_site, viewport=PHONE, java_script_enabled=False)
    page = found.open("DOCUMENT")
    figure = page.locator("a.fig").first
    target = (figure.get_attribute("href") or "").lstrip("#")
    figure.click()
    expect(page.locator(f"[id='{target}']")).to_be_in_viewport()
    found.page.context.close()


def test_a_kind_of_figure_can_be_hidden(wide: Watched) -> None:
    page = wide.open("DOCUMENT")
    figure = page.locator("a.fig.k-level").first
    marked = figure.evaluate("element => getComputedStyle(element).backgroundColor")
    page.locator("#show-level").uncheck()
    plain = figure.evaluate("element => getComputedStyle(element).backgroundColor")
    assert marked != plain


def test_the_keyboard_reaches_the_content_and_the_first_cluster(wide: Watched) -> None:
    page = wide.open("index.html")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    reached = []
    for _ in range(12):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.getAttribute('href') ?? ''"))
    assert any(href.startswith("clusters/") for href in reached)


def test_one_switch_leads_to_the_same_page_in_the_other_language(wide: Watched) -> None:
    page = wide.open("clusters/software.html")
    page.get_by_role("link", name="English").click()
    expect(page.locator("h1")).to_have_text("Software and information services")
    page.get_by_role("link", name="中文").click()
    expect(page.locator("h1")).to_have_text("软件与信息服务")


def test_from_the_ladder_to_the_sentence_in_two_steps(wide: Watched) -> None:
    page = wide.open("index.html")
    page.locator(".step-name", has_text="软件与信息服务").click()
    page.locator("details.card-more summary").first.click()
    page.locator("details.card-more figcaption a").first.click()
    expect(page.locator(":target")).to_be_in_viewport()


def test_a_figure_of_the_ladder_leads_to_its_sentence_in_one_step(wide: Watched) -> None:
    page = wide.open("index.html")
    page.locator(".step-actual a").first.click()
    expect(page.locator(":target")).to_be_in_viewport()


def test_a_finding_that_is_pointed_at_shows_the_figures_that_it_holds_against_its_own(wide: Watched) -> None:
    documents = sorted((wide.site / "documents").glob("*.html"))
    audited = next(each for each in documents if "note-held" in each.read_text(encoding="utf-8"))
    page = wide.open(audited.relative_to(wide.site).as_posix())
    note = page.locator(".note:has(.note-held)").first
    expect(page.locator(".is-held")).to_have_count(0)
    note.locator(".fault-message").hover()
    expect(page.locator(".is-held")).to_have_count(note.locator(".note-held a").count())
    page.mouse.move(0, 0)
    expect(page.locator(".is-held")).to_have_count(0)


def test_a_drawing_answers_to_the_pointer_and_to_the_arrow_keys(wide: Watched) -> None:
    page = wide.open("clusters/software.html")
    drawing = page.locator(".card-chart").first
    said = drawing.get_by_role("status")
    drawing.scroll_into_view_if_needed()
    drawing.focus()
    page.keyboard.press("End")
    expect(said).to_have_text("2025年 · 2万亿元 · 目标")
    page.keyboard.press("ArrowLeft")
    expect(said).to_have_text("2025年 · 超2.5万亿元 · 实际")
    page.keyboard.press("Home")
    expect(said).to_have_text("2019年 · 1.188万亿元 · 实际")
    page.keyboard.press("Escape")
    expect(said).to_be_hidden()
    point = drawing.locator("[data-said]").nth(1)
    point.hover(force=True)
    expect(said).to_have_text(str(point.get_attribute("data-said")))
    page.mouse.move(0, 0)
    expect(said).to_be_hidden()


def test_a_cluster_page_prints_without_its_navigation(wide: Watched) -> None:
    page = wide.open("clusters/software.html")
    page.emulate_media(media="print")
    expect(page.locator("nav")).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("language", ["", "en/"])
def test_a_cluster_prints_to_two_pages_of_a4(browser: Browser, examples_site: Path, language: str) -> None:
    found = watched(browser, examples_site)
    lengths = {}
    for path in sorted((examples_site / language / "clusters").glob("*.html")):
        page = found.open(f"{language}clusters/{path.name}")
        document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
        lengths[path.name] = len(document)
        assert [round(side) for side in document[0].get_size()] == [595, 842]
    found.page.context.close()
    assert {name: pages for name, pages in lengths.items() if pages > 2} == {}


def test_paper_says_what_is_on_the_screen_only(wide: Watched) -> None:
    page = wide.open("clusters/automotive.html")
    expect(page.locator(".on-paper")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(".on-paper")).to_be_visible()
    cards = page.locator(".card").all()
    shown = sum(card.is_visible() for card in cards)
    assert 0 < shown <= 12
    expect(page.locator(".on-paper")).to_contain_text(f" {len(cards) - shown} ")


def test_who_copies_a_figure_gets_its_exact_value(wide: Watched) -> None:
    page = wide.open("clusters/petrochemicals.html")
    copied = page.evaluate("""() => {
        const figure = [...document.querySelectorAll(".num")].find((each) => each.textContent.includes("1.962万亿元"));
        getSelection().selectAllChildren(figure);
        const event = new ClipboardEvent("copy", { bubbles: true, cancelable: true, clipboardData: new DataTransfer() });
        figure.dispatchEvent(event);
        return [event.clipboardData.getData("text/plain"), figure.title];
    }""")
    assert copied == ["1961920000000元", "1,961,920,000,000元"]


INTERACTIVE = 1_500_000
"""Bytes over the wire that a page may weigh with everything that it loads while it is used."""


@pytest.mark.parametrize(
    "path",
    [
        "compare.html#m=revenue-level-CNY,industrial-value-added-level-CNY,scale-level-CNY",
        "search.html#q=%E5%B9%BF%E4%B8%9C",
    ],
)
def test_a_page_in_use_stays_light(wide: Watched, path: str) -> None:
    page = wide.open(path)
    expect(page.locator(".compared, #results li").first).to_be_visible()
    files = {url.partition("#")[0].removeprefix("file://") for url in wide.requests}
    assert sum(len(gzip.compress(Path(unquote(file)).read_bytes())) for file in files) < INTERACTIVE
