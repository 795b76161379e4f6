"""Places of Markdown and HTML are told in the file that people edit."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from yanchao.documents.located import located
from yanchao.documents.reading import read

MARKDOWN = "# 标题\n\n> 引言。\n\n- **2025年**，汽车产量占全省的`118%`。\n"
HTML = "<html><body>\n<p>第一段。</p>\n\n<p>汽车产量占全省的<b>118%</b>。</p></body></html>\n"


def place(path: Path, words: str) -> tuple[int, int]:
    document = read(path.read_bytes(), uri=str(path))
    return located(document).line_column(document.text.index(words))


@pytest.mark.parametrize(("name", "source"), [("draft.md", MARKDOWN), ("page.html", HTML)])
def test_a_figure_is_on_its_line_and_column_of_the_source(tmp_path: Path, name: str, source: str) -> None:
    path = tmp_path / name
    path.write_text(source, encoding="utf-8")
    line, column = place(path, "118%")
    assert source.splitlines()[line - 1][column - 1 :].startswith("118%")


@given(
    st.lists(
        st.sampled_from(["# 概况", "> 引言。", "正文三句。", "- 甲项", "", "|甲|乙|\n|-|-|\n|1|2|"]),
        max_size=8,
    )
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_stands_before_it_the_line_is_the_sources(tmp_path: Path, before: list[str]) -> None:
    source = "\n\n".join([*before, "产量占全省的118%。"]) + "\n"
    path = tmp_path / "draft.md"
    path.write_text(source, encoding="utf-8")
    line, column = place(path, "118%")
    assert source.splitlines()[line - 1][column - 1 :].startswith("118%")


def test_plain_text_keeps_its_own_lines(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text("甲。\n\n产量占全省的118%。", encoding="utf-8")
    document = read(path.read_bytes(), uri=str(path))
    assert located(document) is document


def test_a_file_that_is_gone_leaves_the_texts_lines(tmp_path: Path) -> None:
    document = read(MARKDOWN.encode(), uri=str(tmp_path / "gone.md"))
    assert located(document) is document
