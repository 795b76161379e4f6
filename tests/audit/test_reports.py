"""Every form in which findings are written: what a person reads, and what a program can rely on."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import docx
import jsonschema
import pytest
from lxml import html

import making
from yanchao.audit.audit import Audit, audit
from yanchao.audit.finding import Finding, Severity
from yanchao.audit.report import render, report, report_names
from yanchao.documents.document import Document
from yanchao.documents.excerpts import excerpt, width
from yanchao.documents.reading import read
from yanchao.errors import UsageError
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract

TEXT = """绿色家具产业集群

2023年，全省规模以上工业企业营业收入18.6万亿元。2023年，全省家具产业营业收入达19619.2亿元，占全省规模以上工业企业营业收入的105%。

全省自来水普及率超95%以上，<script>alert("1")</script>与城乡居民收入比为2.5:1。
"""

SARIF = {
    "type": "object",
    "required": ["$schema", "version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name", "rules"],
                                "properties": {
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {
                                            "type": "object",
                                            "required": ["id", "shortDescription"],
                                            "properties": {
                                                "defaultConfiguration": {
                                                    "type": "object",
                                                    "properties": {
                                                        "level": {
                                                            "enum": ["none", "note", "warning", "error"]
                                                        }
                                                    },
                                                }
                                            },
                                        },
                                    }
                                },
                            }
                        },
                    },
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["ruleId", "ruleIndex", "level", "message", "locations"],
                            "properties": {
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "message": {"type": "object", "required": ["text"]},
                                "locations": {
                                    "type": "array",
                                    "items": {
                                        "type": "object",
                                        "required": ["physicalLocation"],
                                        "properties": {
                                            "physicalLocation": {
                                                "type": "object",
                                                "required": ["artifactLocation", "region"],
                                                "properties": {
                                                    "region": {
                                                        "type": "object",
                                                        "required": ["startLine", "startColumn"],
                                                        "properties": {
                                                            "startLine": {"type": "integer", "minimum": 1},
                                                            "startColumn": {"type": "integer", "minimum": 1},
                                                            "charOffset": {"type": "integer", "minimum": 0},
                                                        },
                                                    }
                                                },
                                            }
                                        },
                                    },
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}
"""The part of the SARIF 2.1.0 schema that readers of logs rely on."""


def checked(text: str = TEXT, uri: str = "draft.txt") -> tuple[Audit, Document]:
    lexicon = load()
    document = read(text.encode(), uri=uri)
    return audit([extract(document, lexicon)], lexicon), document


def written(format: str, **options: object) -> str:
    seen, document = checked()
    text = render(seen, [document], format, **options)  # type: ignore[arg-type]
    assert isinstance(text, str)
    return text


@pytest.mark.parametrize("name", report_names())
def test_every_format_names_its_suffix_and_media_type_and_writes_nothing_found(name: str) -> None:
    module = report(name)
    assert name == module.NAME
    assert module.SUFFIX.startswith(".")
    assert "/" in module.MEDIA_TYPE
    seen, document = checked("一切正常。")
    assert not seen.findings
    assert module.render(seen, [document]) is not None


def test_an_unknown_format_is_the_users_mistake() -> None:
    seen, document = checked()
    with pytest.raises(UsageError, match="no such format: 'pdf'"):
        render(seen, [document], "pdf")


def test_the_caret_stands_under_the_figure_however_wide_the_characters_before_it_are() -> None:
    lines = written("text").splitlines()
    at = next(number for number, line in enumerate(lines) if "YC101" in line)
    shown, carets = lines[at + 2], lines[at + 3]
    before = shown[: shown.index("105%")]
    assert carets.index("^") == width(before)
    assert carets.count("^") == width("105%")


@pytest.mark.parametrize(
    ("text", "columns"), [("19万亿元", 8), ("abc", 3), ("ｅ１", 4), ("“x”", 3), ("e\u0301", 1)]
)
def test_full_width_characters_take_two_columns(text: str, columns: int) -> None:
    assert width(text) == columns


def test_a_person_reads_line_fault_arithmetic_and_likely_value() -> None:
    text = written("text")
    assert "draft.txt:3:72: 错误 YC101 impossible-share: 占比105%超过100%：部分不可能大于整体" in text
    assert "= 算式: 19619.2亿元 ÷ 18.6万亿元 ≈ 10.5%，文中为105%" in text
    assert "= 应为: 10.5%" in text
    assert "5个数字：3个有勾稽关系并已核对，1个只核对了大小，1个没有可核对的关系" in text


def test_the_report_says_what_was_left_out_and_why() -> None:
    seen, document = checked("2023年，全省家具产业营业收入达1961.2亿元，占全省规模以上工业企业营业收入的5%。")
    assert "另有1处关系未能核对：文中没有给出整体的数（1处）。" in str(render(seen, [document], "text"))
    english = str(render(seen, [document], "text", language="en"))
    assert "1 relation left out: the text does not give the whole (1)." in english


def test_the_text_report_speaks_english_when_asked() -> None:
    text = written("text", language="en")
    assert "error YC101 impossible-share: a share of 105% is over 100%" in text
    assert "likely: 10.5%" in text
    assert (
        "5 figures: 3 stood in a relation that was tested, 1 only had bounds to keep, 1 stood in none" in text
    )


def test_colour_only_when_asked_for() -> None:
    assert "\x1b[" not in written("text")
    assert "\x1b[" in written("text", colour=True)


def test_no_source_can_steer_the_terminal() -> None:
    text = "全省自来水普及率\x1b[2J超95%以上，\x07增长\u202e3%。"
    document = making.document(text)
    start = text.index("超")
    finding = Finding("draft.txt", start, start + 6, "YC301", "duplicate-words", Severity.ERROR, "重复", "")
    shown = render(Audit((finding,), (), ()), [document], "text")
    assert isinstance(shown, str)
    assert "超95%以上" in shown
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", shown)


def test_a_long_line_is_cut_about_the_figure() -> None:
    document = read(("前" * 200 + "105%" + "后" * 200).encode(), uri="long.txt")
    shown = excerpt(document, 200, 204)
    assert shown.text[shown.start : shown.end] == "105%"
    assert shown.text.startswith("…前")
    assert shown.text.endswith("后…")
    assert len(shown.text) < 100


def test_json_is_a_list_with_the_keys_of_the_contract() -> None:
    rows = json.loads(written("json"))
    contract = {"document", "start", "end", "rule", "severity", "message", "suggest", "related"}
    assert rows
    for row in rows:
        assert contract <= set(row)
        assert TEXT[row["start"] : row["end"]] == row["text"]
    share = next(row for row in rows if row["rule"] == "YC101")
    assert (share["line"], share["column"], share["suggest"]) == (3, 72, "10.5%")
    assert [TEXT[one["start"] : one["end"]] for one in share["related"]] == ["19619.2亿元", "18.6万亿元"]


def test_sarif_has_the_shape_that_readers_of_logs_rely_on() -> None:
    log = json.loads(written("sarif"))
    jsonschema.validate(log, SARIF)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        region = result["locations"][0]["physicalLocation"]["region"]
        assert TEXT[region["charOffset"] :].startswith(region["snippet"]["text"])
        for related in result.get("relatedLocations", []):
            assert related["message"]["text"]


def test_github_annotations_are_one_line_each_with_what_could_end_them_escaped() -> None:
    lines = written("github").splitlines()
    seen, _ = checked()
    assert len(lines) == len(seen.findings)
    assert all(
        re.fullmatch(r"::(error|warning|notice) file=draft\.txt,line=\d+,.*?title=YC\d{3} [\w-]+::.+", line)
        for line in lines
    )
    share = next(line for line in lines if "YC101" in line)
    assert "105%25" in share
    assert "%0A" in share


def test_the_page_marks_the_words_and_lets_nothing_of_the_source_run() -> None:
    text = written("html")
    page = html.fromstring(text)
    assert "<script" not in text
    assert "&lt;script&gt;alert(&quot;1&quot;)" in text
    assert {mark.text for mark in page.iter("mark")} >= {"105%", "超95%以上"}
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy
    assert "default-src 'none'" in policy[0]
    assert not page.xpath("//script | //link | //img | //@onclick")
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = {href[1:] for href in page.xpath("//a/@href")}
    assert targets <= set(ids)


def test_the_page_shows_a_table_as_a_table_with_its_fault_beside_it() -> None:
    lexicon = load()
    text = "| 指标 | 2024年 | 2025年 |\n|---|---|---|\n| 制造业占全省比重 | | 105% |\n"
    document = read(text.encode(), uri="table.md")
    page = html.fromstring(report("html").render(audit([extract(document, lexicon)], lexicon), [document]))
    assert [[cell.text_content() for cell in row] for row in page.iter("tr")] == [
        ["指标", "2024年", "2025年"],
        ["制造业占全省比重", "", "105%1"],
    ]
    [card] = page.xpath("//table/ancestor::div[@class='block']/aside/div")
    assert "YC101" in card.text_content()


def test_the_page_is_light_or_dark_as_the_reader_has_it() -> None:
    text = written("html")
    assert "prefers-color-scheme: dark" in text
    assert "color-scheme: light dark" in text


def comments_of(data: bytes) -> list[tuple[str, str]]:
    """The comments of a Word file: the words they stand at, and what they say."""
    word = docx.Document(io.BytesIO(data))
    by_id: dict[int, str] = {}
    for paragraph in word.paragraphs:
        open_ids: set[int] = set()
        for element in paragraph._p.iter():
            tag = element.tag.rpartition("}")[2]
            if tag == "commentRangeStart":
                open_ids.add(int(element.get(element.tag.rpartition("}")[0] + "}id")))
            elif tag == "commentRangeEnd":
                open_ids.discard(int(element.get(element.tag.rpartition("}")[0] + "}id")))
            elif tag == "t":
                for id in open_ids:
                    by_id[id] = by_id.get(id, "") + (element.text or "")
    return [(by_id.get(comment.comment_id, ""), comment.text) for comment in word.comments]


def test_a_text_becomes_a_word_file_with_a_comment_at_the_words() -> None:
    seen, document = checked()
    data = report("docx").render(seen, [document])
    assert isinstance(data, bytes)
    found = dict(comments_of(data))
    assert "占比105%超过100%" in found["105%"]
    assert "应为：10.5%" in found["105%"]
    assert set(found) == {"105%", "超95%以上"}


def test_the_same_findings_make_the_same_word_file() -> None:
    seen, document = checked()
    first, second = (report("docx").render(seen, [document]) for _ in range(2))
    assert first == second
    assert isinstance(first, bytes)
    with zipfile.ZipFile(io.BytesIO(first)) as container:
        assert b"w:date" not in container.read("word/comments.xml")


def authors_file(folder: Path) -> Path:
    """A Word file as authors have them: the figure in runs of its own, bold in the middle, a table, a heading."""
    word = docx.Document()
    word.add_heading("绿色家具产业集群", level=1)
    paragraph = word.add_paragraph("全省自来水普及率")
    paragraph.add_run("超9").bold = True
    paragraph.add_run("5%以上，城乡居民收入比为")
    paragraph.add_run("2.5:1").italic = True
    word.add_paragraph("别处的话。")
    path = folder / "draft.docx"
    word.save(str(path))
    return path


def test_the_authors_own_file_gets_comments_and_nothing_else_changes(tmp_path: Path) -> None:
    path = authors_file(tmp_path)
    before = path.read_bytes()
    lexicon = load()
    document = read(str(path))
    seen = audit([extract(document, lexicon)], lexicon)
    data = report("docx").render(seen, [document])
    assert isinstance(data, bytes)
    assert path.read_bytes() == before
    assert [words for words, _ in comments_of(data)] == ["超95%以上"]
    old, new = docx.Document(str(path)), docx.Document(io.BytesIO(data))
    assert [paragraph.text for paragraph in new.paragraphs] == [
        paragraph.text for paragraph in old.paragraphs
    ]
    assert [paragraph.style.name for paragraph in new.paragraphs] == [
        paragraph.style.name for paragraph in old.paragraphs
    ]

    def dressed(word: object) -> list[tuple[str, bool | None, bool | None]]:
        return [
            (character, run.bold, run.italic)
            for paragraph in word.paragraphs  # type: ignore[attr-defined]
            for run in paragraph.runs
            for character in run.text
        ]

    assert dressed(new) == dressed(old)


def test_of_two_paragraphs_with_the_same_words_each_gets_its_own_comment(tmp_path: Path) -> None:
    word = docx.Document()
    for _ in range(2):
        word.add_paragraph("全省自来水普及率超95%以上，城乡居民收入比为2.5:1。")
    path = tmp_path / "twice.docx"
    word.save(str(path))
    lexicon = load()
    document = read(str(path))
    data = report("docx").render(audit([extract(document, lexicon)], lexicon), [document])
    assert isinstance(data, bytes)
    again = docx.Document(io.BytesIO(data))
    marks = ["commentRangeStart" in paragraph._p.xml for paragraph in again.paragraphs]
    assert marks == [True, True]


def test_words_in_a_table_and_in_a_link_are_found(tmp_path: Path) -> None:
    word = docx.Document()
    table = word.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "指标"
    table.cell(0, 1).text = "全省自来水普及率超95%以上。"
    paragraph = word.add_paragraph("全市用电普及率")
    link = docx.oxml.parse_xml(
        '<w:hyperlink xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:anchor="a">'
        "<w:r><w:t>超98%以上</w:t></w:r></w:hyperlink>"
    )
    paragraph._p.append(link)
    paragraph.add_run("，城乡居民收入比为2.5:1。")
    path = tmp_path / "table.docx"
    word.save(str(path))
    lexicon = load()
    document = read(str(path))
    data = report("docx").render(audit([extract(document, lexicon)], lexicon), [document])
    assert isinstance(data, bytes)
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        body = container.read("word/document.xml").decode()
    for words in ("超95%以上", "超98%以上"):
        assert re.search(
            rf"commentRangeStart[^>]*/>(?:(?!commentRange).)*{words}(?:(?!commentRange).)*<w:commentRangeEnd",
            body,
        )


def test_a_comment_stands_at_the_words_of_a_run_with_line_breaks(tmp_path: Path) -> None:
    word = docx.Document()
    run = word.add_paragraph().add_run("第一行。\n全省自来水普及率\t超95%以上。\n第三行  。")
    run.bold = True
    path = tmp_path / "lines.docx"
    word.save(str(path))
    lexicon = load()
    document = read(str(path))
    data = report("docx").render(audit([extract(document, lexicon)], lexicon), [document])
    assert isinstance(data, bytes)
    (paragraph,) = docx.Document(io.BytesIO(data)).paragraphs
    assert paragraph.text == run.text
    marked = re.search(r"commentRangeStart(.*)commentRangeEnd", paragraph._p.xml, re.DOTALL)
    assert marked is not None
    assert re.findall(r"<w:t(?: [^>]*)?>([^<]*)<", marked[1]) == ["超95%以上"]
    assert all(each.bold for each in paragraph.runs if each.text)


def test_a_word_report_is_for_one_document() -> None:
    seen, document = checked()
    with pytest.raises(UsageError, match="one document at a time"):
        report("docx").render(seen, [document, document])


def test_a_finding_about_a_document_that_is_not_at_hand_is_not_lost() -> None:
    finding = Finding("gone.txt", 0, 3, "YC101", "impossible-share", Severity.ERROR, "占比", "")
    (row,) = json.loads(str(render(Audit((finding,), (), ()), [], "json")))
    assert (row["document"], row["line"], row["text"]) == ("gone.txt", None, None)
