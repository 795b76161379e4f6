"""The Word report as another word processor opens it: the comments stand at their words, nothing else has changed.

Runs where LibreOffice Writer is installed (`soffice` on the PATH), and is skipped elsewhere.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from yanchao.audit.audit import audit
from yanchao.audit.report import report
from yanchao.documents.reading import read
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
FORMATS = {"txt": "txt:Text", "docx": "docx:MS Word 2007 XML", "pdf": "pdf"}
MARKED = ["105%", "超95%以上", "5.8%", "超98%以上"]

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice Writer is not installed")


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `draft` and `checked`, each as LibreOffice saves it in every one of the formats."""
    folder = tmp_path_factory.mktemp("word")
    draft, checked = folder / "draft.docx", folder / "checked.docx"
    _write(draft)
    lexicon = load()
    document = read(draft)
    seen = audit([extract(document, lexicon)], lexicon)
    rendered = report("docx").render(seen, [document])
    assert isinstance(rendered, bytes)
    checked.write_bytes(rendered)
    for suffix, filter_ in FORMATS.items():
        done = subprocess.run(
            [
                str(SOFFICE),
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                "--headless",
                "--convert-to",
                filter_,
                "--outdir",
                str(folder / suffix),
                str(draft),
                str(checked),
            ],
            capture_output=True,
        )
        made = folder / suffix / f"checked.{suffix}"
        if not made.exists():
            pytest.skip(f"this LibreOffice writes no {suffix}: {done.stderr.decode(errors='replace')[-200:]}")
    return folder


def _write(path: Path) -> None:
    """A draft with what a report must leave alone: fonts and colours inside a figure, lists, tables, heads and feet."""
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = "内部资料"
    word.sections[0].footer.paragraphs[0].text = "第1期"
    word.add_heading("全省工业运行简报", 0)
    body = word.add_paragraph()
    body.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    body.add_run("2023年，石化行业营业收入").font.size = Pt(16)
    body.add_run("1.9万亿元").bold = True
    body.add_run("，占全省规模以上工业企业营业收入的10").font.color.rgb = RGBColor(200, 0, 0)
    body.add_run("5%").italic = True
    body.add_run("。\n另起一行，2024年，全省自来水普及率超95%以上。")
    word.add_paragraph(
        "2022年，全省软件业务收入149.61亿元；2023年，全省软件业务收入140.91亿元，同比增长5.8%。",
        style="List Bullet",
    )
    table = word.add_table(rows=2, cols=2, style="Table Grid")
    for (row, column), text in {
        (0, 0): "指标",
        (0, 1): "数值",
        (1, 0): "普及率",
        (1, 1): "超98%以上",
    }.items():
        table.cell(row, column).text = text
    word.add_page_break()
    word.add_paragraph("附：𠮷林省2024年粮食产量850亿斤。")
    word.save(str(path))


def test_its_text_is_the_authors(opened: Path) -> None:
    draft, checked = (opened / "txt" / f"{name}.txt" for name in ("draft", "checked"))
    assert checked.read_bytes() == draft.read_bytes()


def test_its_pages_look_as_before(opened: Path) -> None:
    draft, checked = (_pages(opened / "pdf" / f"{name}.pdf") for name in ("draft", "checked"))
    assert len(draft) == 2
    assert checked == draft


def test_every_finding_is_a_comment_at_its_words(opened: Path) -> None:
    word = docx.Document(str(opened / "docx" / "checked.docx"))
    texts = {comment.comment_id: comment.text for comment in word.comments}
    marked = dict(_marked(word))
    assert [marked[number] for number in sorted(marked)] == MARKED
    assert [texts[number].split()[1] for number in sorted(texts)] == ["YC101", "YC301", "YC105", "YC301"]
    assert {comment.author for comment in word.comments} == {"yanchao 验潮"}
    assert not list(docx.Document(str(opened / "docx" / "draft.docx")).comments)


def test_every_character_keeps_its_form(opened: Path) -> None:
    draft, checked = (
        _characters(docx.Document(str(opened / "docx" / f"{name}.docx"))) for name in ("draft", "checked")
    )
    assert checked == draft


def _pages(path: Path) -> list[bytes]:
    pdf = pypdfium2.PdfDocument(str(path))
    return [page.render(scale=1.0).to_numpy().tobytes() for page in pdf]


def _marked(word: Any) -> Iterator[tuple[int, str]]:
    """The words that each comment is about."""
    opened: dict[int, list[str]] = {}
    for element in word.element.body.iter():
        if element.tag == qn("w:commentRangeStart"):
            opened[int(element.get(qn("w:id")))] = []
        elif element.tag == qn("w:commentRangeEnd"):
            number = int(element.get(qn("w:id")))
            yield number, "".join(opened.pop(number))
        elif element.tag == qn("w:t"):
            for words in opened.values():
                words.append(element.text or "")


def _characters(word: Any) -> list[tuple[str, str, str, object, object, object]]:
    """Every character with the paragraph's style and its own font."""
    return [
        (
            character,
            str(paragraph.style.name),
            str(paragraph.alignment),
            (run.bold, run.italic),
            run.font.size,
            run.font.color.rgb,
        )
        for paragraph in [*word.paragraphs, *(p for t in word.tables for c in t._cells for p in c.paragraphs)]
        for run in paragraph.runs
        for character in run.text
    ]
