"""The page where one pastes a text and gets it audited: by a plain form, in two languages, and nothing kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote_plus

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import html
from playwright.sync_api import sync_playwright

from serving import build, running
from yanchao.atlas.check_page import pasted
from yanchao.atlas.checking import LONGEST_TEXT

TEXT = "2024年，全省软件业务收入2万亿元。\n全省家电出口占全国比重达105%。"
HOSTILE = "</textarea><script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp;{{ 7 * 7 }}占比达105%。"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with running(build(tmp_path_factory.mktemp("served") / "atlas")) as address:
        yield address


@pytest.fixture(scope="module")
def examples(examples_site: Path) -> Iterator[str]:
    with running(examples_site) as address:
        yield address


def sent(site: str, path: str, text: str) -> httpx.Response:
    return httpx.post(site + path, data={"text": text}, timeout=60)


def words(page: httpx.Response) -> str:
    return str(html.fromstring(page.text).xpath("string(//main)"))


def typed(page: html.HtmlElement) -> str:
    """What stands in the form; a browser leaves out the line break that opens it."""
    return str(page.xpath("//textarea")[0].text).removeprefix("\n")


def test_what_is_wrong_is_marked_and_said_beside_it_in_the_language_of_the_page(site: str) -> None:
    for path, said in (("check", "占比105%超过100%"), ("en/check", "a share of 105% is over 100%")):
        page = sent(site, path, TEXT)
        assert page.status_code == 200
        tree = html.fromstring(page.text)
        assert "105%" in tree.xpath("//div[@class='paper']//*[contains(@class, 'is-wrong')]/text()")
        (note,) = tree.xpath("//article[contains(@class, 'note')]")
        assert said in note.xpath("string()")
        assert tree.xpath("//a[contains(@class, 'fig')][text()='2万亿元']")
        assert typed(tree) == TEXT


def test_the_likely_right_figure_and_the_arithmetic_are_given(site: str) -> None:
    page = words(sent(site, "check", "2023年产值100亿元，2024年产值120亿元，增长2.0%。"))
    assert "20" in page
    assert "=" in page or "≠" in page or "%" in page


def test_the_page_says_how_much_could_not_be_checked(site: str) -> None:
    assert (
        "held against at least one other: 0"
        in words(sent(site, "en/check", "2024年，全省软件业务收入2万亿元。")).lower()
    )
    assert "没有发现问题" in words(sent(site, "check", "今天天气很好。"))


@pytest.mark.parametrize("path", ["check", "en/check"])
def test_text_that_tries_to_be_a_page_is_shown_as_text(site: str, path: str) -> None:
    page = sent(site, path, HOSTILE)
    tree = html.fromstring(page.text)
    assert not tree.xpath("//script[not(@src)]")
    assert not tree.xpath("//img")
    assert typed(tree) == HOSTILE
    assert HOSTILE[:40] in tree.xpath("string(//div[@class='paper'])")


def test_nothing_is_kept(site: str) -> None:
    secret = "占全国比重达105%，代号春分。"
    page = sent(site, "check", secret)
    assert page.headers["cache-control"] == "no-store"
    assert "etag" not in page.headers
    assert "春分" not in httpx.get(site + "check").text
    assert httpx.get(site + "api/v1/statements", params={"q": "春分"}).json()["total"] == 0


def test_the_page_obeys_the_policy_and_its_form_may_be_sent(site: str) -> None:
    page = httpx.get(site + "check")
    (policy,) = html.fromstring(page.text).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert "default-src 'none'" in policy
    assert "form-action 'self'" in policy
    assert not html.fromstring(page.text).xpath("//script[not(@src)] | //*[@style]")


@pytest.mark.parametrize(
    ("body", "status", "said"),
    [
        (b"", 400, "There is no text"),
        (b"text=+%0A", 400, "There is no text"),
        (b"other=1", 400, "There is no text"),
        (b"text=%FF%FE", 400, "not UTF-8"),
        (b"text=" + b"a" * (LONGEST_TEXT + 1), 413, "has 200,001 characters"),
        (b"text=" + b"a" * (12 * LONGEST_TEXT), 413, "longer than 200,000 characters"),
    ],
)
def test_what_cannot_be_checked_is_said_on_the_page(site: str, body: bytes, status: int, said: str) -> None:
    page = httpx.post(
        site + "en/check", content=body, headers={"Content-Type": "application/x-www-form-urlencoded"}
    )
    assert page.status_code == status
    assert said in words(page)
    assert html.fromstring(page.text).xpath("//p[@role='alert']")


def test_a_page_of_another_site_may_not_send_the_form(site: str) -> None:
    refused = httpx.post(site + "check", data={"text": "1"}, headers={"Origin": "https://attacker.example"})
    assert refused.status_code == 403


def test_line_ends_of_a_form_are_those_that_were_typed() -> None:
    assert pasted(b"text=" + quote_plus("一\r\n二 ＋").encode()) == "一\n二 ＋"


def test_served_pages_lead_to_the_check_and_pages_on_a_stick_do_not(
    examples: str, examples_site: Path
) -> None:
    for path in ("index.html", "en/index.html", "clusters/software.html"):
        link = "/en/check" if path.startswith("en/") else "/check"
        assert f'href="{link}"' in httpx.get(examples + path).text
        assert link not in (examples_site / path).read_text(encoding="utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_a_browser_without_scripts_pastes_sends_and_reads(
    examples: str, chromium: str, width: int, scheme: str
) -> None:
    complaints: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for path, said in (("check", "占比105%超过100%"), ("en/check", "share of 105%")):
            plain = browser.new_context(
                java_script_enabled=False, viewport={"width": width, "height": 900}
            ).new_page()
            plain.on("console", lambda message: complaints.append(message.text))
            plain.goto(examples + path)
            plain.fill("textarea", TEXT)
            plain.click("button[type=submit]")
            assert said in plain.locator(".notes").inner_text()
        page = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,  # type: ignore[arg-type]
        ).new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.goto(examples + "en/check")
        page.keyboard.press("Tab")
        page.fill("textarea", TEXT)
        page.focus("textarea")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_selector(".notes")
        found = Axe().run(page).response["violations"]
        assert [f"{each['id']}: {each['nodes'][0]['html'][:120]}" for each in found] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        browser.close()
    assert complaints == []
