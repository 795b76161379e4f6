"""The page of a finding: all that an editor needs to decide, and a link from wherever the finding is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from lxml import html

import making
import publishing
from yanchao.atlas import caps, paths
from yanchao.audit.finding import Finding, Related, Severity

PAGE = paths.finding("a" * 64, "YC101", 26, 30)

TEXT = "2023年营业收入为10亿元。利润占营业收入的130%。税收也占130%。"
OTHER = "2022年营业收入为9亿元。"


def words(tree: html.HtmlElement, path: str) -> list[str]:
    return [" ".join(each.text_content().split()) for each in tree.xpath(path)]


def shares(directory: Path) -> Path:
    """Two documents; in the first a fault stands twice, and a figure of the second is held against it."""
    share = {"kind": "share", "resolution": "0.01", "period": "2023", "region": "440000"}
    level = {"measure": "营业收入", "subject": "示例公司", "region": "440000", "resolution": 1e8}
    first = making.extraction(
        TEXT,
        making.statement(TEXT, "10亿元", 1e9, period="2023", **level),
        making.statement(TEXT, "130%", "1.3", "1", measure="利润", **share),
        id="c" * 64,
        uri="draft.txt",
        title="稿件",
        published=date(2024, 3, 1),
    )
    second = making.extraction(
        OTHER,
        making.statement(OTHER, "9亿元", 9e8, period="2022", **level),
        id="d" * 64,
        uri="old.txt",
        title="上年公报",
    )
    ten, nine = TEXT.index("10亿元"), OTHER.index("9亿元")
    found = [
        Finding(
            document="draft.txt",
            start=start,
            end=start + 4,
            rule="YC101",
            name="impossible-share",
            severity=Severity.ERROR,
            message="130%超过100%",
            relation="130% > 100%",
            related=(
                Related("draft.txt", ten, ten + 4, "整体", "the whole"),
                Related("old.txt", nine, nine + 3, "上年", "the year before"),
                Related("elsewhere.txt", 0, 1, "不在其中", "not in the build"),
            ),
        )
        for start in (TEXT.index("130%"), TEXT.rindex("130%"))
    ]
    return publishing.site_of(directory, [first, second], found)


def test_it_says_what_is_printed_what_should_stand_there_and_why(small_site: Path) -> None:
    tree = html.parse(str(small_site / PAGE))
    assert words(tree, "//h1") == ["占比105%超过100%"]
    assert words(tree, "//dl[@class='verdict-of']//dd") == ["105%", "10.5%"]
    assert words(tree, "//p[@class='arithmetic']") == ["算式：105% > 100%"]
    assert words(tree, "//section[@aria-labelledby='words']//mark") == ["105%"]
    assert words(tree, "//tr[@class='at-fault']/td")[1:5] == ["软件业", "软件业务收入", "2023年", "105%"]


def test_it_shows_the_series_of_the_figure_with_everyone_s_word(small_site: Path) -> None:
    tree = html.parse(str(small_site / "en" / PAGE))
    assert words(tree, "//article[contains(@class, 'card')]//p[@class='card-figure']") == ["105%"]


@pytest.mark.parametrize(
    "page",
    ["findings/index.html", "rules/YC101.html", "clusters/software.html", "documents/aaaaaaaaaaaaaaaa.html"],
)
def test_wherever_it_is_told_a_link_leads_to_it(small_site: Path, page: str) -> None:
    links = html.parse(str(small_site / page)).xpath("//p[@class='fault-message']/a/@href")
    assert [(small_site / page).parent.joinpath(link).resolve() for link in links] == [
        (small_site / PAGE).resolve()
    ]


def test_what_is_held_against_it_is_told_with_its_part_and_its_document(tmp_path: Path) -> None:
    site = shares(tmp_path / "site")
    tree = html.parse(
        str(site / paths.finding("c" * 64, "YC101", TEXT.index("130%"), TEXT.index("130%") + 4))
    )
    rows = [words(row, "./*") for row in tree.xpath("//table[contains(@class, 'parts')]/tbody/tr")]
    assert [row[:2] for row in rows] == [["130%", "有问题的数"], ["10亿元", "整体"], ["9亿元", "上年"]]
    assert rows[2][-1] == "上年公报第1行"
    assert words(tree, "//dd/span[@class='none']") == ["要查原始资料才能说"]


def test_it_leads_to_where_else_the_same_is_wrong(tmp_path: Path) -> None:
    site = shares(tmp_path / "site")
    first, second = (
        paths.finding("c" * 64, "YC101", start, start + 4)
        for start in (TEXT.index("130%"), TEXT.rindex("130%"))
    )
    [link] = html.parse(str(site / first)).xpath("//section[@aria-labelledby='again']//li/a/@href")
    assert (site / first).parent.joinpath(link).resolve() == (site / second).resolve()


def test_where_there_are_too_many_the_surest_have_a_page_and_the_others_lead_to_their_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(caps, "FINDINGS_WITH_A_PAGE", 1)
    site = shares(tmp_path / "site")
    start = TEXT.index("130%")
    page = site / paths.finding("c" * 64, "YC101", start, start + 4)
    assert [each for each in (site / "findings").glob("*.html") if each.stem != "index"] == [page]
    [link] = html.parse(str(page)).xpath("//section[@aria-labelledby='again']//li/a/@href")
    assert link == f"../documents/{'c' * 16}.html#s={TEXT.rindex('130%')}"
    noted = html.parse(str(site / paths.document("c" * 64))).xpath("//p[@class='fault-message']")
    assert [len(each.xpath("./a")) for each in noted] == [1, 0]
