"""Certain repairs made: only what is repaired changes, the rest keeps its bytes, and a second time changes nothing."""

from __future__ import annotations

import io
import os
import re
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pdf_writing import Text, pdf
from yanchao.audit.audit import audit
from yanchao.cli.main import main
from yanchao.documents.document import Document
from yanchao.documents.reading import read
from yanchao.errors import SourceError
from yanchao.lexicon.lexicon import load
from yanchao.mending import Mending, mend, write
from yanchao.pipeline import check
from yanchao.statements.extraction import extract_statements

BAD = {
    "超95%以上": "95%以上",
    "约95%左右左右": "95%左右",
    "300亿元亿元": "300亿元",
    "1２．5%": "12.5%",
    "72O0亿元": "7200亿元",
    "提高1.5个个百分点": "提高1.5个百分点",
    "58%": "58%",
    "近95%以上": "近95%以上",
}
"""How a figure may stand in a text, and how after the certain repairs; the last two stay."""

SENTENCES = ("全省自来水普及率{}。", "目前，全省家具产业营业收入{}，", "占比{}；")
HEADS = {
    ".txt": ("", "", "\n"),
    ".md": ("# 题目\n\n- ", "\n", "\n\n- "),
    ".html": ("<html><!-- 批 --><body>\n<p>", "</p></body></html>\n", "</p>\n<p class='x'>"),
}
"""What stands before, behind and between the paragraphs of each kind of file."""


def written(suffix: str, figures: list[tuple[int, str]], ends: str, encoding: str) -> bytes:
    before, behind, between = HEADS[suffix]
    body = between.join(SENTENCES[number].format(figure) for number, figure in figures)
    return (before + body + behind).replace("\n", ends).encode(encoding)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    suffix=st.sampled_from(sorted(HEADS)),
    figures=st.lists(st.tuples(st.integers(0, 2), st.sampled_from(sorted(BAD))), min_size=1, max_size=6),
    ends=st.sampled_from(["\n", "\r\n"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16"]),
)
def test_everything_outside_of_the_repairs_keeps_its_bytes(
    tmp_path: Path, suffix: str, figures: list[tuple[int, str]], ends: str, encoding: str
) -> None:
    path = tmp_path / f"draft{suffix}"
    path.write_bytes(written(suffix, figures, ends, encoding))
    main(["check", str(path), "--fix", "--quiet", "-o", os.devnull])
    mended = path.read_bytes()
    assert mended == written(suffix, [(number, BAD[figure]) for number, figure in figures], ends, encoding)
    main(["check", str(path), "--fix", "--quiet", "-o", os.devnull])
    assert path.read_bytes() == mended
    assert not any(finding.repair for finding in check(path))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    figures=st.lists(st.sampled_from(sorted(BAD)), min_size=1, max_size=4),
    cuts=st.lists(st.integers(1, 12), min_size=1, max_size=4),
)
def test_of_a_word_document_everything_but_the_repaired_characters_keeps_its_bytes(
    tmp_path: Path, figures: list[str], cuts: list[int]
) -> None:
    word = docx.Document()
    for figure in figures:
        rest, paragraph = SENTENCES[0].format(figure), word.add_paragraph()
        for number, cut in enumerate(cuts):
            paragraph.add_run(rest[:cut]).bold = number % 2 == 1
            rest = rest[cut:]
        paragraph.add_run(rest)
    path = tmp_path / "draft.docx"
    word.save(str(path))
    before = path.read_bytes()
    main(["check", str(path), "--fix", "--quiet", "-o", os.devnull])
    after = path.read_bytes()
    texts = [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]
    assert texts == [SENTENCES[0].format(BAD[figure]) for figure in figures]
    old, new = zipfile.ZipFile(io.BytesIO(before)), zipfile.ZipFile(io.BytesIO(after))
    assert old.namelist() == new.namelist()
    for name in old.namelist():
        tags = re.compile(rb"<[^>]*>")
        assert tags.findall(old.read(name)) == tags.findall(new.read(name))
        assert name == "word/document.xml" or old.read(name) == new.read(name)
    main(["check", str(path), "--fix", "--quiet", "-o", os.devnull])
    assert path.read_bytes() == after


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "draft.txt"
    path.write_text(
        "全省自来水普及率超95%以上。\n全市家具企业营业收入占全省家具企业营业收入的130%。\n", encoding="utf-8"
    )
    return path


def test_fix_writes_the_certain_repairs_and_reports_what_is_left(draft: Path, capsys: Any) -> None:
    assert main(["check", "draft.txt", "--fix"]) == 1
    assert draft.read_text(encoding="utf-8").startswith("全省自来水普及率95%以上。\n")
    shown = capsys.readouterr()
    assert "YC101" in shown.out
    assert "YC301" not in shown.out
    assert shown.err == "yanchao: draft.txt: 1 repair made\n"
    assert main(["check", "draft.txt", "--fix", "--ignore", "YC101"]) == 0
    assert capsys.readouterr().err == ""


def test_diff_shows_them_and_writes_nothing(draft: Path, capsys: Any) -> None:
    before = draft.read_bytes()
    assert main(["check", "draft.txt", "--diff"]) == 1
    assert draft.read_bytes() == before
    assert capsys.readouterr().out == (
        "--- draft.txt\n+++ draft.txt\n@@ -1,2 +1,2 @@\n-全省自来水普及率超95%以上。\n+全省自来水普及率95%以上。\n"
        " 全市家具企业营业收入占全省家具企业营业收入的130%。\n"
    )
    assert main(["check", "draft.txt", "--diff", "--select", "YC101"]) == 0
    assert capsys.readouterr().out == ""


def test_the_diff_is_one_that_patch_takes(draft: Path, capsys: Any) -> None:
    main(["check", "draft.txt", "--diff"])
    subprocess.run(["git", "init", "-q", "."], check=True)
    subprocess.run(["git", "apply", "-p0"], input=capsys.readouterr().out.encode(), check=True)
    assert draft.read_text(encoding="utf-8").startswith("全省自来水普及率95%以上。\n")


def test_a_word_document_is_mended_in_its_runs(draft: Path, capsys: Any) -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("全省自来水普及率")
    paragraph.add_run("超").bold = True
    paragraph.add_run("95%").italic = True
    paragraph.add_run("以上。")
    word.save("draft.docx")
    assert main(["check", "draft.docx", "--fix", "--ignore", "YC101"]) == 0
    runs = docx.Document("draft.docx").paragraphs[0].runs
    assert [(run.text, run.bold, run.italic) for run in runs] == [
        ("全省自来水普及率", None, None),
        ("", True, None),
        ("95%", None, True),
        ("以上。", None, None),
    ]


def test_what_cannot_be_written_back_is_told_in_one_line(
    draft: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Standard:
        buffer = io.BytesIO(draft.read_bytes())

    monkeypatch.setattr("sys.stdin", Standard())
    assert main(["check", "-", "--fix", "--quiet"]) == 1
    assert capsys.readouterr().err == (
        "yanchao: -: 1 certain repair was not made: standard input cannot be written back (name the file)\n"
    )


def test_a_page_of_print_cannot_be_written_back(draft: Path, capsys: Any) -> None:
    Path("print.pdf").write_bytes(pdf([Text("全省自来水普及率超95%以上。", 60, 700)]))
    before = Path("print.pdf").read_bytes()
    assert main(["check", "print.pdf", "--fix", "--quiet"]) == 1
    shown = capsys.readouterr()
    assert shown.err == (
        "yanchao: print.pdf: 1 certain repair was not made: a PDF cannot be written back (mend what it was made from)\n"
    )
    assert "YC301" in shown.out
    assert Path("print.pdf").read_bytes() == before


def state_of(page: Document) -> Mending:
    lexicon = load()
    return mend([extract_statements(page, lexicon)], lexicon, lambda extractions: audit(extractions, lexicon))


def test_a_page_on_the_web_cannot_be_written_back() -> None:
    page = read(
        "<html><p>全省自来水普及率超95%以上。</p></html>".encode(), uri="https://example.org/page.html"
    )
    mending = state_of(page)
    assert mending.files == ()
    (left,) = mending.left
    assert left.problem == "1 certain repair was not made: a page on the web cannot be written back"


def test_a_file_that_changed_meanwhile_is_left_alone(draft: Path) -> None:
    page = read(str(draft))
    mending = state_of(page)
    draft.write_text("别人刚刚写下的话。", encoding="utf-8")
    with pytest.raises(SourceError, match="has changed since it was read"):
        write(mending.files)
    assert draft.read_text(encoding="utf-8") == "别人刚刚写下的话。"
    assert "has changed since it was read" in state_of(page).left[0].problem


def test_what_is_silenced_is_not_mended(draft: Path) -> None:
    Path(".yanchao-ignore").write_text("draft.txt YC301 超95%以上 引文如此\n", encoding="utf-8")
    before = draft.read_bytes()
    main(["check", "draft.txt", "--fix", "--quiet", "-o", os.devnull])
    assert draft.read_bytes() == before


def test_a_mended_file_keeps_its_permissions_and_a_link_stays_one(draft: Path) -> None:
    draft.chmod(0o640)
    Path("link.txt").symlink_to("draft.txt")
    main(["check", "link.txt", "--fix", "--quiet", "-o", os.devnull])
    assert Path("link.txt").is_symlink()
    assert draft.stat().st_mode & 0o777 == 0o640
    assert read(str(draft)).text.startswith("全省自来水普及率95%以上。")
    assert sorted(path.name for path in draft.parent.iterdir()) == ["draft.txt", "link.txt"]
