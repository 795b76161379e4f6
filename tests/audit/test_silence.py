"""Silences: who is heard, what for, and how long."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yanchao.audit.audit import Audit, audit
from yanchao.audit.messages import say
from yanchao.audit.report import render
from yanchao.audit.silence import read_order
from yanchao.documents.document import Document
from yanchao.documents.reading import read
from yanchao.lexicon.lexicon import load
from yanchao.pipeline import check, silences
from yanchao.statements.extraction import extract

TOO_MUCH = "2023年，全市家具企业营业收入600亿元，占全省家具企业营业收入的130%。"
TWICE = "全省自来水普及率超95%以上。"


def heard(document: Document, *select: str) -> Audit:
    lexicon = load()
    return audit([extract(document, lexicon)], lexicon, select=select, silences=silences([document]))


def markdown(text: str, *select: str) -> Audit:
    return heard(read(text.encode(), uri="draft.md"), *select)


def codes(seen: Audit) -> list[str]:
    return [finding.rule for finding in seen.findings]


@pytest.mark.parametrize(
    "comment",
    [
        "yanchao: ignore YC101 年鉴原文如此",
        "Yanchao: Ignore yc101: as in the yearbook",
        "yanchao：ignore impossible-share，年鉴原文如此",
        "验潮：忽略 YC101 年鉴原文如此",
        "yanchao: ignore YC301, YC101 — 两处都核对过",
        "记者按：数字有误。\nyanchao: ignore YC101 年鉴原文如此",
    ],
)
def test_a_silence_with_its_reason_is_obeyed(comment: str) -> None:
    seen = markdown(f"{TOO_MUCH}<!-- {comment} -->", "YC1")
    assert codes(seen) == []
    (silenced,) = seen.silenced
    assert silenced.finding.rule == "YC101"
    assert silenced.silence.reason


def test_it_is_about_its_own_paragraph_and_its_own_rule() -> None:
    text = f"{TOO_MUCH}{TWICE}<!-- yanchao: ignore YC101 年鉴原文 -->\n\n{TOO_MUCH}"
    seen = markdown(text)
    assert codes(seen) == ["YC301", "YC101"]
    assert seen.findings[1].start > seen.silenced[0].finding.start


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        ("yanchao: ignore YC101", "gives no reason"),
        ("yanchao: ignore YC101 — ", "gives no reason"),
        ("yanchao: ignore YC1 年鉴原文", "no rule is called “YC1”"),
        ("yanchao: ignore YC999 年鉴原文", "no rule is called “YC999”"),
        ("yanchao: ignore 年鉴原文", "names no rule"),
        ("yanchao: igonre YC101 年鉴原文", "is not understood"),
    ],
)
def test_one_that_cannot_be_obeyed_says_so_and_the_finding_stays(comment: str, told: str) -> None:
    seen = markdown(f"{TOO_MUCH}<!-- {comment} -->")
    assert sorted(codes(seen)) == ["YC101", "YC801"]
    assert any(told in finding.message_en for finding in seen.findings)


def test_one_that_silences_nothing_says_so() -> None:
    seen = markdown("全省生产总值14.58万亿元。<!-- yanchao: ignore YC101 年鉴原文 -->")
    assert codes(seen) == ["YC801"]


def test_each_rule_of_one_comment_that_silences_nothing_is_told() -> None:
    seen = markdown("全省生产总值14.58万亿元。<!-- yanchao: ignore YC101, YC301, YC999 年鉴原文 -->")
    assert codes(seen) == ["YC801"] * 3
    for rule in ("YC101", "YC301", "YC999"):
        assert any(rule in finding.message for finding in seen.findings)


def test_nothing_is_idle_whose_rule_was_not_run() -> None:
    text = "全省生产总值14.58万亿元。<!-- yanchao: ignore YC101 年鉴原文 -->"
    assert codes(markdown(text, "YC3", "YC8")) == []
    assert codes(markdown(text, "YC1", "YC8")) == ["YC801"]


def test_who_audits_anothers_text_need_not_listen() -> None:
    document = read(f"{TOO_MUCH}<!-- yanchao: ignore YC101 年鉴原文 -->".encode(), uri="draft.md")
    lexicon = load()
    assert codes(audit([extract(document, lexicon)], lexicon)) == ["YC101"]


def test_a_page_from_the_web_has_no_say() -> None:
    page = f"<html><p>{TOO_MUCH}</p><!-- yanchao: ignore YC101 无妨 --></html>".encode()
    assert silences([read(page, uri="https://example.org/page.html")]) == ()


def folder(path: Path, *lines: str, text: str = f"{TOO_MUCH}\n\n{TWICE}\n") -> Audit:
    (path / "draft.txt").write_text(text, encoding="utf-8")
    (path / ".yanchao-ignore").write_text("\n".join(["# 已知的问题", *lines, ""]), encoding="utf-8")
    return heard(read(str(path / "draft.txt")))


@pytest.mark.parametrize(
    "line",
    [
        'draft.txt YC101 "营业收入的130%" 年鉴原文如此',
        "draft*.txt  impossible-share  “占全省家具企业营业收入的130%”  年鉴原文如此",
        "*.txt YC101 130% 年鉴原文如此",
        "*.txt YC101 「…家具企业营业收入的 130%。」 年鉴原文如此",
    ],
)
def test_a_text_without_comments_is_silenced_by_the_file_beside_it(tmp_path: Path, line: str) -> None:
    seen = folder(tmp_path, line)
    assert codes(seen) == ["YC301"]
    assert [one.finding.rule for one in seen.silenced] == ["YC101"]
    assert seen.silenced[0].silence.reason == "年鉴原文如此"


def test_it_holds_while_the_rest_of_the_text_changes(tmp_path: Path) -> None:
    moved = (
        f"新的开头，说了许多别的话。\n\n{TWICE}\n\n{TOO_MUCH.replace('营业收入的', '营业收入的' + chr(10))}\n"
    )
    seen = folder(tmp_path, 'draft.txt YC101 "营业收入的130%" 年鉴原文', text=moved)
    assert codes(seen) == ["YC301"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("draft.txt YC101 130%", "gives no reason"),
        ("draft.txt YC101", "not understood"),
        ("draft.txt YC999 130% 年鉴", "no rule is called"),
        ("gone.txt YC101 130% 年鉴", "no file gone.txt"),
        ('draft.txt YC101 "占全国的130%" 年鉴', "stands nowhere"),
        ("draft.txt YC301 130% 年鉴", "silences nothing"),
    ],
)
def test_a_line_that_does_nothing_says_so_where_it_stands(tmp_path: Path, line: str, told: str) -> None:
    seen = folder(tmp_path, line)
    (finding,) = (finding for finding in seen.findings if finding.rule == "YC801")
    assert told in finding.message_en
    assert finding.document == str(tmp_path / ".yanchao-ignore")
    assert "YC101" in codes(seen)


def test_a_line_about_a_text_that_is_not_checked_now_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("别的。", encoding="utf-8")
    seen = folder(tmp_path, "other.txt YC101 130% 年鉴")
    assert codes(seen) == ["YC101", "YC301"]


def test_an_empty_file_of_silences_is_none(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(TWICE, encoding="utf-8")
    (tmp_path / ".yanchao-ignore").write_text("\n", encoding="utf-8")
    assert [finding.rule for finding in check(tmp_path / "draft.txt")] == ["YC301"]


def test_check_from_python_listens_too(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_text(f"{TOO_MUCH}<!-- yanchao: ignore YC101 年鉴原文 -->", encoding="utf-8")
    assert check(path) == ()


def test_each_order_of_one_remark_is_its_own() -> None:
    (first, second) = read_order("ignore YC101, YC999 年鉴原文")
    assert first[:2] == ("YC101", "年鉴原文")
    assert first[2] is None
    assert second[2] is not None
    assert "YC999" in say(second[2], "en")


def test_reports_show_what_is_silenced_without_counting_it() -> None:
    document = read(
        f"{TOO_MUCH}<!-- yanchao: ignore YC101 <年鉴>原文 -->\n\n{TWICE}".encode(), uri="draft.md"
    )
    seen = heard(document)
    text = str(render(seen, [document], language="en"))
    assert "1 finding, 1 silenced." in text
    assert "YC101" not in text
    assert "YC101" not in str(render(seen, [document], "github"))
    rows = json.loads(str(render(seen, [document], "json")))
    assert [row["rule"] for row in rows] == ["YC101", "YC301"]
    assert rows[0]["suppressions"] == [{"kind": "inSource", "justification": "<年鉴>原文"}]
    assert rows[1]["suppressions"] == []
    assert rows[1]["repair"] == [{"start": rows[1]["start"], "end": rows[1]["start"] + 1, "text": ""}]
    page = str(render(seen, [document], "html"))
    assert 'class="finding error silenced"' in page
    assert "已注明略过：&lt;年鉴&gt;原文" in page


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([TOO_MUCH, TWICE, TOO_MUCH + TWICE, "全省生产总值14.58万亿元。"]),
            st.sampled_from(["", "YC101", "YC301", "YC308"]),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_silences_hide_nothing_but_what_they_are_about(paragraphs: list[tuple[str, str]]) -> None:
    text = "\n\n".join(
        f"{words}<!-- yanchao: ignore {rule} 年鉴原文 -->" if rule else words for words, rule in paragraphs
    )
    document = read(text.encode(), uri="draft.md")
    lexicon = load()
    everything = audit([extract(document, lexicon)], lexicon, ignore=["YC8"]).findings
    seen = heard(document)
    found = [finding for finding in seen.findings if finding.rule != "YC801"]
    hidden = [one.finding for one in seen.silenced]
    assert sorted(map(str, [*found, *hidden])) == sorted(map(str, everything))
    for one in seen.silenced:
        assert one.silence.rule == one.finding.rule
        assert any(range_.start <= one.finding.start < range_.end for range_ in one.silence.covers)
    useful = {one.silence for one in seen.silenced}
    told = [finding for finding in seen.findings if finding.rule == "YC801"]
    assert len(told) == sum(bool(rule) for _, rule in paragraphs) - len(useful)


def test_an_author_answers_the_comments_of_a_report_and_is_heard(tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    word = docx.Document()
    word.add_paragraph(TOO_MUCH)
    word.add_paragraph(TWICE)
    word.save(str(path))
    document = read(str(path))
    path.write_bytes(bytes(render(heard(document), [document], "docx")))
    reviewed = docx.Document(str(path))
    (share,) = (run for run in reviewed.paragraphs[0].runs if run.text == "130%")
    reviewed.add_comment(runs=[share], text="yanchao: ignore YC101 年鉴原文如此", author="作者")
    reviewed.save(str(path))
    seen = heard(read(str(path)))
    assert codes(seen) == ["YC301"]
    assert seen.silenced[0].silence.reason == "年鉴原文如此"
