"""The language server as an editor meets it: a process, asked over its standard streams."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conversing import EVERYTHING, Editor, editor
from yanchao.documents.reading import read
from yanchao.pipeline import check

DRAFT = "file:///drafts/draft.txt"
FAULTY = "2023年，石化行业营业收入1.9万亿元，占全省规模以上工业企业营业收入的105%。\n"
CLEAN = "2023年，石化行业营业收入1.9万亿元。\n"
DOUBLED = "2024年，全省自来水普及率超95%以上。\n"
FALLEN = "2022年，全省软件业务收入149.61亿元；2023年，全省软件业务收入140.91亿元，同比增长5.8%。\n"


@pytest.fixture(scope="module")
def session() -> Iterator[Editor]:
    """One session for the tests that ask for nothing special; each opens texts of its own."""
    with editor(options={"delay": 0}) as running:
        yield running


def codes(findings: list[dict[str, Any]]) -> list[str]:
    return [str(finding.get("code", "")) for finding in findings]


def test_it_says_what_it_can_do() -> None:
    with editor() as session:
        assert session.process.poll() is None
    can = Editor()
    try:
        offered = can.start()
        assert offered["positionEncoding"] == "utf-16"
        assert offered["hoverProvider"] is True
        assert offered["documentSymbolProvider"] is True
        assert set(offered["codeActionProvider"]["codeActionKinds"]) == {"quickfix", "source.fixAll.yanchao"}
        assert can.leave() == 0
    finally:
        can.process.kill()
        can.process.communicate()


def test_a_finding_stands_at_its_words_with_its_reason_and_what_would_be_right(session: Editor) -> None:
    address = "file:///drafts/finding.txt"
    (found,) = session.open(address, FALLEN)
    assert session.words(address, found["range"]) == "5.8%"
    assert found["code"] == "YC105"
    assert found["severity"] == 1
    assert found["source"] == "yanchao"
    assert "下降5.8%" in found["message"]
    others = [session.words(address, one["location"]["range"]) for one in found["relatedInformation"]]
    assert set(others) == {"149.61亿元", "140.91亿元"}


def test_a_code_leads_to_the_page_of_its_rule(session: Editor) -> None:
    (found,) = session.open("file:///drafts/page.txt", FAULTY)
    page = Path(found["codeDescription"]["href"].removeprefix("file://"))
    assert page.read_text(encoding="utf-8").startswith("# YC101 impossible-share")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_places_are_counted_as_editors_count_them(session: Editor, end: str) -> None:
    address = f"file:///drafts/places-{ord(end[0])}-{len(end)}.txt"
    text = f"𠮷林𠮷林{end}{end}𠮷𠮷" + FAULTY.replace("\n", end)
    (found,) = session.open(address, text)
    assert found["range"]["start"] == {"line": 2, "character": 4 + FAULTY.index("105%")}
    assert found["range"]["end"] == {"line": 2, "character": 4 + FAULTY.index("105%") + 4}


@pytest.mark.parametrize(("units", "wide"), [("utf-8", 4), ("utf-32", 1), ("utf-16", 2)])
def test_an_editor_may_count_otherwise(units: str, wide: int) -> None:
    capabilities = {**EVERYTHING, "general": {"positionEncodings": [units]}}
    with editor(capabilities=capabilities) as session:
        (found,) = session.open(DRAFT, f"𠮷{FAULTY}")
        before = FAULTY[: FAULTY.index("105%")]
        length = len(before.encode()) if units == "utf-8" else len(before)
        assert found["range"]["start"] == {"line": 0, "character": wide + length}


def test_findings_follow_what_is_typed() -> None:
    with editor(options={"delay": 0}) as session:
        assert session.open(DRAFT, CLEAN) == []
        session.type(DRAFT, FAULTY)
        assert codes(session.findings(DRAFT)) == ["YC101"]
        session.type(DRAFT, CLEAN)
        assert session.findings(DRAFT) == []


def test_while_someone_types_only_the_last_state_is_read() -> None:
    with editor(options={"delay": 400}) as session:
        session.open(DRAFT, CLEAN)
        for length in range(len(FAULTY) - 20, len(FAULTY) + 1):
            session.type(DRAFT, FAULTY[:length])
        assert codes(session.findings(DRAFT)) == ["YC101"]
        assert len(session.versions_sent(DRAFT)) < 20, "typing was not waited for"


def test_a_question_about_a_text_just_typed_is_answered_about_that_text() -> None:
    with editor(options={"delay": 60_000}) as session:
        session.open(DRAFT, "还没有数字。\n")
        session.type(DRAFT, FAULTY)
        shown = session.hover(DRAFT, "105%")
        assert shown is not None
        assert "105" in shown["contents"]["value"]


def test_the_proposed_figure_mends_the_text(session: Editor) -> None:
    address = "file:///drafts/mend.txt"
    (found,) = session.open(address, FALLEN)
    (action,) = [one for one in session.actions(address, found) if "改为" in one["title"]]
    assert action["kind"] == "quickfix"
    assert not action["isPreferred"]
    assert action["diagnostics"] == [found]
    mended = session.do(address, action)
    assert mended == FALLEN.replace("增长", "下降")
    session.type(address, mended)
    assert session.findings(address) == []


def test_a_certain_repair_is_the_preferred_one(session: Editor) -> None:
    address = "file:///drafts/certain.txt"
    (found,) = session.open(address, DOUBLED)
    preferred = [one for one in session.actions(address, found, ["quickfix"]) if one.get("isPreferred")]
    assert [session.do(address, one) for one in preferred] == [DOUBLED.replace("超95%以上", "95%以上")]


def test_all_certain_repairs_are_made_at_once_and_nothing_else(session: Editor) -> None:
    address = "file:///drafts/all.txt"
    text = f"{DOUBLED}\n𠮷{DOUBLED}\n{FALLEN}"
    found = session.open(address, text)
    assert sorted(codes(found)) == ["YC105", "YC301", "YC301"]
    for only in (["source"], ["source.fixAll"], ["source.fixAll.yanchao"]):
        (action,) = session.actions(address, found[0], only)
        assert session.do(address, action) == text.replace("超95%以上", "95%以上")


def test_there_is_nothing_to_do_where_nothing_is_found(session: Editor) -> None:
    address = "file:///drafts/nothing.txt"
    session.open(address, CLEAN)
    everywhere = {"start": {"line": 0, "character": 0}, "end": {"line": 9, "character": 9}}
    nowhere = {"range": everywhere, "message": "of another tool"}
    assert session.actions(address, nowhere) == []


MARKDOWN = """\
---
title: 简报
---
# 一、总体情况

2024年，全省自来水普及率**超95%以上**。

> 2023年，石化行业[营业收入](https://example.org/105%)`1.9`万亿元，占全省规模以上工业企业营业收入的*105%*。

| 指标 | 数值 |
|------|------|
| 产量 | 12万吨 |
"""


def test_markdown_is_read_as_its_reader_sees_it(session: Editor) -> None:
    address = "untitled:Untitled-1"
    found = session.open(address, MARKDOWN, "markdown")
    assert {one["code"]: session.words(address, one["range"]) for one in found} == {
        "YC101": "105%",
        "YC301": "超95%以上",
    }
    (share,) = (one for one in found if one["code"] == "YC101")
    assert share["range"]["start"]["character"] > 60, "the address of a link is not its text"
    (doubled,) = (one for one in found if one["code"] == "YC301")
    preferred = [one for one in session.actions(address, doubled) if one.get("isPreferred")]
    assert [session.do(address, one) for one in preferred] == [MARKDOWN.replace("超95%以上", "95%以上")]


PAGE = """\
<!doctype html><html><head><meta charset="gb2312"><title>占105%</title><script>var a = "105%";</script></head>
<body><h1>简报&amp;快讯</h1>
<p>2023年，石化行业营业收入1.9&nbsp;万亿元，占全省规模以上工业企业<b>营业</b>收入的<b>105</b>%。</p>
<p>2024年，全省自来水普及率超95%以上。</p></body></html>
"""


def test_a_page_is_read_as_its_reader_sees_it(session: Editor) -> None:
    address = "file:///drafts/page.html"
    found = session.open(address, PAGE, "html")
    assert {one["code"]: session.words(address, one["range"]) for one in found} == {
        "YC101": "105</b>%",
        "YC301": "超95%以上",
    }


def test_markup_inside_a_figure_is_not_overwritten(session: Editor) -> None:
    address = "file:///drafts/torn.md"
    (found,) = session.open(address, "2024年，全省自来水普及率超**95**%以上。\n", "markdown")
    for action in session.actions(address, found, ["quickfix"]):
        assert "**" in session.do(address, action)


def test_hovering_shows_what_a_figure_was_read_as(session: Editor) -> None:
    address = "file:///drafts/hover.txt"
    session.open(address, "2024年，深圳发展软件业。全年软件业务收入超1.2万亿元，增长9.5%。\n")
    shown = session.hover(address, "1.2万亿元")
    assert shown is not None
    value = shown["contents"]["value"].replace("\\", "")
    assert session.words(address, shown["range"]) == "超1.2万亿元"
    for part in (
        "**超1.2万亿元**",
        "指标: 软件业务收入",
        "地区: 深圳",
        "2024年",
        "状态: 实际",
    ):
        assert part in value
    assert session.hover(address, "深圳") is None
    rate = session.hover(address, "9.5%")
    assert rate is not None
    assert "9.45" in rate["contents"]["value"].replace("\\", "")


def test_what_was_inherited_says_from_which_words(session: Editor) -> None:
    address = "file:///drafts/inherited.txt"
    session.open(address, "运行情况\n2024年，深圳经济向好。软件业务收入1.2万亿元。\n")
    shown = session.hover(address, "1.2万亿元")
    assert shown is not None
    assert "“2024年”，第2行" in shown["contents"]["value"].replace("\\", "")


def test_hovering_speaks_english_where_asked() -> None:
    with editor(
        "--lang", "en", capabilities={"textDocument": {"hover": {"contentFormat": ["plaintext"]}}}
    ) as session:
        (found,) = session.open(DRAFT, FAULTY)
        assert "share" in found["message"]
        shown = session.hover(DRAFT, "1.9万亿元")
        assert shown is not None
        assert shown["contents"]["kind"] == "plaintext"
        assert "Value: 1.9 trillion yuan" in shown["contents"]["value"]
        assert "Status: actual" in shown["contents"]["value"]


def test_words_of_the_text_are_no_markup_of_the_hover(session: Editor) -> None:
    address = "file:///drafts/hostile.txt"
    session.open(address, "2024年，[点我](command:evil)<img src=x>公司营业收入12亿元。\n")
    shown = session.hover(address, "12亿元")
    assert shown is not None
    assert "](command" not in shown["contents"]["value"]
    assert "<img" not in shown["contents"]["value"].replace("\\<", "")


def test_the_outline_has_the_figures_under_their_headings(session: Editor) -> None:
    address = "file:///drafts/outline.md"
    session.open(address, MARKDOWN, "markdown")
    top = session.ask("textDocument/documentSymbol", {"textDocument": {"uri": address}})
    (heading,) = top
    assert heading["name"] == "一、总体情况"
    assert [child["name"] for child in heading["children"]] == ["超95%以上", "1.9万亿元", "105%", "12万吨"]
    for symbol in [heading, *heading["children"]]:
        assert symbol["range"]["start"]["line"] <= symbol["selectionRange"]["start"]["line"]
        assert symbol["range"]["end"]["line"] >= symbol["selectionRange"]["end"]["line"]


def test_an_editor_without_trees_gets_a_list() -> None:
    with editor(capabilities={}) as session:
        session.open(DRAFT, MARKDOWN, "markdown")
        listed = session.ask("textDocument/documentSymbol", {"textDocument": {"uri": DRAFT}})
        assert [one["name"] for one in listed] == ["一、总体情况", "超95%以上", "1.9万亿元", "105%", "12万吨"]
        assert listed[1]["containerName"] == "一、总体情况"


CREATING = {
    **EVERYTHING,
    "workspace": {
        "workspaceEdit": {"documentChanges": True, "resourceOperations": ["create"]},
        "didChangeWatchedFiles": {"dynamicRegistration": True},
    },
}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("markdown", f"# 简报\n\n**{FAULTY.strip()}**\n\n后文。\n"),
        ("markdown", f"| 情况 |\n|---|\n| {FAULTY.strip()} |\n"),
        ("markdown", "占全省规模以上工业企业营业收入的`105%`。\n"),
        ("html", f"<ul><li>{FAULTY.strip()}</li></ul>"),
        (
            "html",
            f"<table><tr><td>指标</td><td>{FAULTY.strip()}</td></tr><tr><td>a</td><td>b</td></tr></table>",
        ),
    ],
)
def test_a_finding_is_silenced_where_it_stands_with_a_reason(session: Editor, kind: str, text: str) -> None:
    address = f"file:///drafts/silence-{abs(hash((kind, text)))}"
    found = [one for one in session.open(address, text, kind) if one.get("code") == "YC101"]
    assert found
    silencing = [one for one in session.actions(address, found[0]) if "不再报" in one["title"]]
    assert len(silencing) == 2, "a reason each"
    silent = session.do(address, silencing[0])
    assert "<!-- yanchao: ignore YC101 已与来源核对 -->" in silent
    session.type(address, silent)
    assert session.findings(address) == []


def test_a_finding_of_plain_text_is_silenced_beside_it(tmp_path: Path) -> None:
    draft = tmp_path / "draft [1].txt"
    draft.write_text(FAULTY, encoding="utf-8")
    beside = tmp_path / ".yanchao-ignore"
    with editor(capabilities=CREATING, options={"delay": 0}) as session:
        (found,) = session.open(draft.as_uri(), FAULTY)
        action, *_ = [one for one in session.actions(draft.as_uri(), found) if "不再报" in one["title"]]
        created, written = action["edit"]["documentChanges"]
        assert (created["kind"], created["uri"]) == ("create", beside.as_uri())
        (edit,) = written["edits"]
        beside.write_text(edit["newText"], encoding="utf-8")
        session.tell("workspace/didChangeWatchedFiles", {"changes": [{"uri": beside.as_uri(), "type": 1}]})
        assert session.next_findings(draft.as_uri()) == []


def test_a_line_goes_below_those_that_stand_in_the_file_beside(tmp_path: Path) -> None:
    draft, beside = tmp_path / "draft.txt", tmp_path / ".yanchao-ignore"
    draft.write_text(FAULTY, encoding="utf-8")
    beside.write_text("# 已知的问题", encoding="utf-8")
    with editor() as session:
        (found,) = session.open(draft.as_uri(), FAULTY)
        action, *_ = [one for one in session.actions(draft.as_uri(), found) if "不再报" in one["title"]]
        session.texts[beside.as_uri()] = beside.read_text(encoding="utf-8")
        lines = session.do(beside.as_uri(), action).splitlines()
        assert lines == [
            "# 已知的问题",
            'draft.txt YC101 "占全省规模以上工业企业营业收入的105%" 已与来源核对',
        ]


def test_an_editor_that_makes_no_files_is_not_asked_to(tmp_path: Path) -> None:
    with editor() as session:
        (found,) = session.open((tmp_path / "draft.txt").as_uri(), FAULTY)
        titles = [one["title"] for one in session.actions((tmp_path / "draft.txt").as_uri(), found)]
        assert not [title for title in titles if "不再报" in title]


def test_a_file_of_silences_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / ".yanchao-ignore").write_bytes(b"\xff\xfe\x00\xd8\xff")
    with editor() as session:
        found = session.open((tmp_path / "draft.txt").as_uri(), FAULTY)
        assert [one["code"] for one in found if "code" in one] == ["YC101"]
        assert any(".yanchao-ignore" in one["message"] for one in found)


BROKEN = {
    "nothing": ("", "plaintext"),
    "blanks": (" \r\n\t", "markdown"),
    "binary": ("\x00\x01\x02" * 50, "plaintext"),
    "half a character": ("2023年，增长\ud842 5.8%\udfb7。", "plaintext"),
    "deep page": ("<div>" * 3000 + "5亿元", "html"),
    "deep quotation": (">" * 3000 + " 5亿元", "markdown"),
    "open comment": ("<!-- 5亿元 <p>占105%", "html"),
    "no element": ("<?xml version='1.0' encoding='utf-16'?><!DOCTYPE a [<!ENTITY b 'c'>]>&b;", "html"),
    "endless line": ("1" * 500_000, "plaintext"),
    "brackets": ("[" * 20_000 + "5亿元", "markdown"),
    "marks": ("*_" * 20_000 + "占105%", "markdown"),
    "one figure": ("占" + "9" * 5000 + "%", "plaintext"),
    "unknown kind": ("占105%。", "no-such-language"),
}


def test_no_text_ends_the_session(session: Editor) -> None:
    for name, (text, kind) in BROKEN.items():
        address = f"file:///broken/{name.replace(' ', '%20')}"
        session.open(address, text, kind)
        session.ask("textDocument/documentSymbol", {"textDocument": {"uri": address}})
        session.tell("textDocument/didClose", {"textDocument": {"uri": address}})
    assert session.open("file:///drafts/after.txt", FAULTY)


def test_what_cannot_be_read_says_why(session: Editor) -> None:
    (said,) = session.open("file:///broken/long.txt", "1" * 500_000)
    assert "无法核对" in said["message"]
    assert said["severity"] == 3


def test_a_closed_text_leaves_no_findings() -> None:
    with editor() as session:
        assert session.open(DRAFT, FAULTY)
        session.tell("textDocument/didClose", {"textDocument": {"uri": DRAFT}})
        assert session.next_findings(DRAFT) == []
        assert session.ask("textDocument/documentSymbol", {"textDocument": {"uri": DRAFT}}) == []
        assert codes(session.open(DRAFT, FAULTY)) == ["YC101"]


def test_a_text_that_is_opened_again_is_read_again() -> None:
    with editor() as session:
        session.open(DRAFT, FAULTY)
        session.tell("textDocument/didClose", {"textDocument": {"uri": DRAFT}})
        assert session.next_findings(DRAFT) == []
        session.tell(
            "textDocument/didOpen",
            {"textDocument": {"uri": DRAFT, "languageId": "plaintext", "version": 1, "text": CLEAN}},
        )
        assert session.next_findings(DRAFT) == []


def test_rules_are_chosen_on_the_command_line_and_in_the_editor() -> None:
    with editor("--ignore", "YC101") as session:
        assert session.open(DRAFT, FAULTY) == []
        session.tell(
            "workspace/didChangeConfiguration", {"settings": {"yanchao": {"ignore": [], "lang": "en"}}}
        )
        (found,) = session.next_findings(DRAFT)
        assert found["code"] == "YC101"
        assert "share" in found["message"]


@pytest.mark.parametrize(
    "options",
    [{"select": ["YC777"]}, {"lang": "fr"}, {"delay": "soon"}, {"ignore": 5}, {"packs": ["/nowhere"]}],
)
def test_a_wrong_setting_is_said_and_the_session_goes_on(options: object) -> None:
    with editor(options=options) as session:
        said, *_ = session.open(DRAFT, CLEAN)
        assert "设置有误" in said["message"]
        session.tell("workspace/didChangeConfiguration", {"settings": {"yanchao": {}}})
        assert session.next_findings(DRAFT) == []


def test_the_projects_file_is_heard_for_each_text_and_anew_when_it_changes(tmp_path: Path) -> None:
    settings = tmp_path / "yanchao.toml"
    settings.write_text('ignore = ["YC101"]\nlang = "en"\n', encoding="utf-8")
    address = (tmp_path / "drafts" / "draft.txt").as_uri()
    with editor(capabilities=CREATING) as session:
        (found,) = session.open(address, DOUBLED)
        assert "twice" in found["message"] or "both" in found["message"]
        assert session.open((tmp_path / "draft.txt").as_uri(), FAULTY) == []
        assert codes(session.open("file:///elsewhere/draft.txt", FAULTY)) == ["YC101"]
        settings.write_text('[per-file-ignores]\n"drafts/*" = ["YC301"]\n', encoding="utf-8")
        session.tell("workspace/didChangeWatchedFiles", {"changes": [{"uri": settings.as_uri(), "type": 2}]})
        assert session.next_findings(address) == []
        settings.write_text('select = "YC777"', encoding="utf-8")
        session.tell("textDocument/didSave", {"textDocument": {"uri": address}})
        said, *others = session.next_findings(address)
        assert "yanchao.toml" in said["message"]
        assert codes(others) == ["YC301"]


def test_what_the_editor_asks_for_goes_before_the_projects_file(tmp_path: Path) -> None:
    (tmp_path / "yanchao.toml").write_text('ignore = ["YC101"]\nlang = "en"\n', encoding="utf-8")
    with editor("--lang", "zh", options={"ignore": []}) as session:
        (found,) = session.open((tmp_path / "draft.txt").as_uri(), FAULTY)
        assert found["code"] == "YC101"
        assert "占比" in found["message"]


def test_settings_of_others_are_passed_over() -> None:
    with editor(options={"python": {"select": 5}, "yanchao": None}) as session:
        assert codes(session.open(DRAFT, FAULTY)) == ["YC101"]


def test_findings_are_those_of_check(session: Editor) -> None:
    draft = Path(__file__).resolve().parents[2] / "examples" / "draft-2025.txt"
    text = draft.read_text(encoding="utf-8")
    address = "file:///drafts/same.txt"
    found = session.open(address, text)
    expected = check(read(draft))
    assert [(one["code"], session.words(address, one["range"])) for one in found] == [
        (one.rule, text[one.start : one.end]) for one in expected
    ]


def test_an_editor_that_hangs_up_ends_the_server() -> None:
    session = Editor()
    session.start()
    assert session.process.stdin is not None
    session.process.stdin.close()
    assert session.process.wait(60) == 1
    session.process.kill()


def test_only_the_protocol_is_spoken_on_standard_output() -> None:
    """Whoever explains a failing system may print; nothing of it may reach the editor."""
    with editor() as session:
        session.open(DRAFT, FALLEN * 3)
        session.ask("textDocument/documentSymbol", {"textDocument": {"uri": DRAFT}})


def test_without_the_extra_it_says_how_to_get_it(tmp_path: Path) -> None:
    (tmp_path / "pygls.py").write_text("raise ImportError('not installed')\n", encoding="utf-8")
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); from yanchao.cli.main import main; sys.exit(main(['lsp']))"
    done = subprocess.run([sys.executable, "-c", code], input=b"", capture_output=True)
    assert done.returncode == 2
    assert done.stdout == b""
    assert (
        done.stderr.decode().strip() == "yanchao: the language server is an extra: pip install 'yanchao[lsp]'"
    )


def test_a_rule_that_does_not_exist_is_the_users_mistake() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "yanchao", "lsp", "--select", "YC777"], input=b"", capture_output=True
    )
    assert done.returncode == 2
    assert b"no rule is called" in done.stderr
    assert json.dumps(done.stdout.decode()) == '""'


def test_a_large_text_keeps_no_small_one_waiting(session: Editor) -> None:
    large, small = "file:///drafts/large.txt", "file:///drafts/small.txt"
    text = "".join(
        f"第{number}季度，全省软件业务收入{number}.5亿元，同比增长{number % 9}.2%。\n"
        for number in range(2500)
    )
    session.texts[large], session.versions[large] = text, 1
    document = {"uri": large, "languageId": "plaintext", "version": 1, "text": text}
    session.tell("textDocument/didOpen", {"textDocument": document})
    assert codes(session.open(small, FAULTY)) == ["YC101"]
    assert session.hover(small, "105%") is not None
    assert session.versions_sent(large) == [], "the small one was answered after the large one"
    session.tell("textDocument/didClose", {"textDocument": {"uri": large}})
    assert session.next_findings(large) == []
