from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documented import assert_sound, table, words
from pdf_writing import Text, pdf
from yanchao.documents import Limits, read
from yanchao.documents.document import BlockKind, Document
from yanchao.errors import SourceError

LEFT, TOP, STEP = 72, 760, 16
SENTENCE = "全年生产总值十四万亿元比上年增长百分之三点九其中第一产业增加值占比百分之四第二产业占比百分之三十八第三产业占比百分之五十八"


def reading(*pages: list[Text], title: str = "") -> Document:
    document = read(pdf(*pages, title=title), uri="report.pdf")
    assert_sound(document)
    return document


def column(text: str, width: int, x: float = LEFT, y: float = TOP, indent: int = 2) -> list[Text]:
    """A paragraph set in lines of `width` characters, the first one indented."""
    lines = [text[: width - indent], *(text[i : i + width] for i in range(width - indent, len(text), width))]
    return [
        Text(line, x + (10 * indent if index == 0 else 0), y - STEP * index)
        for index, line in enumerate(lines)
        if line
    ]


def grid(rows: list[tuple[str, ...]], y: float = 500, pitch: float = 110) -> list[Text]:
    return [
        Text(cell, LEFT + pitch * j, y - 18 * i)
        for i, row in enumerate(rows)
        for j, cell in enumerate(row)
        if cell
    ]


def test_lines_become_a_paragraph_with_a_box_for_each() -> None:
    document = reading(column(SENTENCE + "。", 30))
    (block,) = document.blocks
    assert block.kind is BlockKind.PARAGRAPH
    assert document.text.replace("\n", "") == SENTENCE + "。"
    assert [place.page for place in document.places] == [1, 1, 1]
    first, second = document.places[:2]
    assert first.box is not None
    assert second.box is not None
    assert first.box[0] == pytest.approx(LEFT + 20, abs=1)
    assert second.box[3] == pytest.approx(first.box[3] - STEP, abs=1)


def test_an_indented_line_begins_a_paragraph() -> None:
    document = reading([*column(SENTENCE, 30), *column("第二段" + SENTENCE, 30, y=TOP - 3 * STEP)])
    assert [block.replace("\n", "") for block in words(document)] == [SENTENCE, "第二段" + SENTENCE]


def test_large_lines_are_headings_and_the_largest_is_the_title() -> None:
    document = reading(
        [
            Text("某省统计公报", 200, 800, 22),
            Text("工业", LEFT, TOP + 10, 14),
            *column(SENTENCE, 30, y=TOP - 20),
        ],
        title="别的",
    )
    assert [(document.text[b.start : b.end], b.level) for b in document.blocks if b.level] == [
        ("某省统计公报", 1),
        ("工业", 2),
    ]
    assert document.title == "某省统计公报"


def test_a_short_line_of_the_size_of_the_body_heads_its_paragraph() -> None:
    document = reading(
        [
            *column(SENTENCE + "。", 30),
            Text("钢铁产业集群", LEFT + 20, 700),
            *column(SENTENCE + "。", 30, y=680),
        ]
    )
    assert [(document.text[b.start : b.end], b.level) for b in document.blocks if b.level] == [
        ("钢铁产业集群", 2)
    ]


def test_the_declared_title_serves_where_the_text_shows_none() -> None:
    assert reading(column(SENTENCE + "。", 30), title="某省统计公报").title == "某省统计公报"


@pytest.mark.parametrize("title", ["Microsoft Word - 附件1.doc", "公报.docx", "page.html"])
def test_the_name_of_a_printed_file_is_no_title(title: str) -> None:
    assert reading(column(SENTENCE + "。", 30), title=title).title is None


def test_a_title_that_is_no_text_is_none() -> None:
    data = pdf(column(SENTENCE + "。", 30), title="公报").replace(
        "公报".encode("utf-16-be").hex().encode(), b"d800d800"
    )
    assert read(data, uri="a.pdf").title is None


def test_a_table_comes_out_row_by_row() -> None:
    rows = [
        ("指标", "2029年", "2030年"),
        ("生产总值", "135673.16", "141633.81"),
        ("进出口", "83040.7", "91126.0"),
        ("人口", "12706", "12780"),
    ]
    document = reading([*column(SENTENCE + "。", 40), Text("表1 主要指标", 250, 540), *grid(rows)])
    assert table(document) == {(0, i, j): cell for i, row in enumerate(rows) for j, cell in enumerate(row)}
    assert "生产总值\t135673.16\t141633.81\n" in document.text
    assert words(document, BlockKind.CAPTION) == ["表1 主要指标"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_is_turned_is_read_as_it_is_shown(turn: int) -> None:
    # the fixture's font is not in the file: upright on a turned page, only characters that every machine has are read
    rows = [("item", "2029", "2030"), ("GDP", "135673.16", "141633.81"), ("trade", "83040.7", "91126.0")]
    document = read(pdf(grid(rows, y=400), turn=turn), uri="wide.pdf")
    assert table(document) == {(0, i, j): cell for i, row in enumerate(rows) for j, cell in enumerate(row)}
    box = document.places[0].box
    assert box is not None
    assert (box[0], box[3]) == pytest.approx((LEFT, 408.6), abs=1)


def test_a_cell_of_several_lines_is_one_cell_wherever_its_figures_stand() -> None:
    page = [Text(cell, LEFT + 110 * j, 520) for j, cell in enumerate(("指标", "2029年", "2030年"))]
    rows = [
        ("规模以上", "135673.16", "141633.81"),
        ("高技术制", "5540.70", "5837.03"),
        ("", "12706", "12780"),
    ]
    for i, (label, *figures) in enumerate(rows):
        middle = 480 - 40 * i
        lines = [label, "工业收入"] if label else ["年末人口"]
        page += [Text(line, LEFT, middle + 7 * (len(lines) - 1) - 14 * n) for n, line in enumerate(lines)]
        page += [Text(figure, LEFT + 110 * (j + 1), middle) for j, figure in enumerate(figures)]
    document = reading([*column(SENTENCE + "。", 40), *page, Text("注：数据为初步核算数。", LEFT, 360)])
    assert table(document) == {
        (0, 0, 0): "指标",
        (0, 0, 1): "2029年",
        (0, 0, 2): "2030年",
        (0, 1, 0): "规模以上\n工业收入",
        (0, 1, 1): "135673.16",
        (0, 1, 2): "141633.81",
        (0, 2, 0): "高技术制\n工业收入",
        (0, 2, 1): "5540.70",
        (0, 2, 2): "5837.03",
        (0, 3, 0): "年末人口",
        (0, 3, 1): "12706",
        (0, 3, 2): "12780",
    }
    assert words(document, BlockKind.PARAGRAPH)[-1] == "注：数据为初步核算数。"


def test_a_table_may_leave_one_row_to_the_next_page() -> None:
    rows = [
        ("指标", "2029年", "2030年"),
        ("生产总值", "135673.16", "141633.81"),
        ("进出口", "83040.7", "91126.0"),
    ]
    document = reading(grid(rows[:2], y=100), [*grid(rows[2:], y=780), *column(SENTENCE + "。", 40, y=700)])
    assert [table(document)[1, 0, column] for column in range(3)] == list(rows[2])
    assert [b.cell.is_header for b in document.blocks if b.cell] == [True] * 3 + [False] * 6


def test_an_empty_cell_leaves_the_others_in_their_columns() -> None:
    rows = [
        ("指标", "2029年", "2030年"),
        ("合计数", "", "141633.81"),
        ("其中：", "", ""),
        ("进出口", "83040.7", "91126.0"),
    ]
    document = reading(grid(rows))
    assert table(document) == {
        (0, i, j): cell for i, row in enumerate(rows) for j, cell in enumerate(row) if cell
    }


def test_columns_of_prose_are_read_one_after_the_other() -> None:
    left, right = "左" + SENTENCE * 2, "右" + SENTENCE * 2
    title = [Text("跨越两栏的大标题在此", 180, 800, 18)]
    document = reading([*title, *column(left, 20), *column(right, 20, x=310, y=TOP - 6)])
    assert [block.replace("\n", "") for block in words(document)] == ["跨越两栏的大标题在此", left, right]


def test_a_paragraph_goes_on_over_the_page_past_its_furniture() -> None:
    pages = []
    long = SENTENCE * 6
    width, per_page = 30, 5
    lines = column(long, width)
    for number, start in enumerate(range(0, len(lines), per_page), 1):
        shown = lines[start : start + per_page]
        moved = [Text(line.text, line.x, TOP - STEP * index) for index, line in enumerate(shown)]
        pages.append([Text("某省统计年鉴", 250, 815), *moved, Text(f"— {number} —", 280, 40)])
    document = reading(*pages)
    assert [block.replace("\n", "") for block in words(document, BlockKind.PARAGRAPH)] == [long]
    assert words(document, BlockKind.FURNITURE)[:2] == ["某省统计年鉴", "— 1 —"]
    assert {place.page for place in document.places} == set(range(1, len(pages) + 1))


def test_radicals_are_the_characters_that_a_reader_sees() -> None:
    shown = "⽐⼀⼈⻓⻔⼾⻢⻩⿓⽤⽔⼤⼩⽬⽉⽇⾼⾦⾯⻛"
    assert reading([Text(shown, LEFT, TOP)]).text == "比一人长门户马黄龙用水大小目月日高金面风"


def test_every_radical_has_a_character() -> None:
    from yanchao.documents.formats.pdf import _radicals

    radicals = [
        chr(code)
        for start, end in ((0x2E80, 0x2E9A), (0x2E9B, 0x2EF4), (0x2F00, 0x2FD6))
        for code in range(start, end)
    ]
    assert sorted(_radicals()) == radicals
    assert all(len(character) == 1 and character not in radicals for character in _radicals().values())


def test_blanks_are_those_that_a_reader_sees() -> None:
    assert reading([Text("GDP growth 5.5 percent", LEFT, TOP)]).text == "GDP growth 5.5 percent"
    assert reading([Text("增长", LEFT, TOP), Text("5.5%", LEFT + 22, TOP)]).text == "增长5.5%"


def test_pages_without_text_are_named() -> None:
    document = reading([Text("第一页的正文在此。", LEFT, TOP)], [], [Text("第三页的正文在此。", LEFT, TOP)])
    assert document.warnings == ("no text layer on page 2: reading scans needs OCR, which comes as an extra",)


def test_text_that_may_have_been_passed_over_is_said() -> None:
    document = reading([Text("第一页的正文在此。", LEFT, TOP), Text(" ", LEFT, 500), Text(" ", LEFT, 480)])
    assert document.warnings == ("page 1: 2 pieces of text are blank, or in a font that is missing",)


def test_a_scan_is_refused_with_what_would_help() -> None:
    with pytest.raises(SourceError, match=r"^a\.pdf: has no text layer \(a scan\) \(reading scans needs OCR"):
        read(pdf([], []), uri="a.pdf")


def test_a_document_in_missing_fonts_alone_is_refused_with_the_reason() -> None:
    with pytest.raises(
        SourceError, match=r"no text that can be read: page 1: 1 pieces of text are blank, or in a font"
    ):
        read(pdf([Text(" ", LEFT, TOP)]), uri="a.pdf")


@pytest.mark.parametrize("part", [0.3, 0.7, 0.98])
def test_a_file_that_is_cut_short_is_refused(part: float) -> None:
    data = pdf([Text("正文在此。", LEFT, TOP)])
    with pytest.raises(SourceError, match="is cut short"):
        read(data[: int(len(data) * part)], uri="a.pdf")


def test_a_damaged_file_is_refused() -> None:
    with pytest.raises(SourceError, match="damaged or cut short") as caught:
        read(b"%PDF-1.7\n" + b"x" * 3000 + b"\n%%EOF", uri="a.pdf")
    assert "\n" not in str(caught.value)


def test_an_encrypted_file_is_refused() -> None:
    data = pdf([Text("正文在此。", LEFT, TOP)])
    key = b"<< /Filter /Standard /V 1 /R 2 /O <" + b"00" * 32 + b"> /U <" + b"11" * 32 + b"> /P -4 >>"
    locked = data.replace(b"/Info 7 0 R", b"/Info 7 0 R /ID [<00><00>] /Encrypt " + key)
    with pytest.raises(SourceError, match="is encrypted"):
        read(locked, uri="a.pdf")


def test_too_many_pages_or_characters_are_refused() -> None:
    data = pdf(*[[Text("正文在此。", LEFT, TOP)]] * 3)
    with pytest.raises(SourceError, match="has 3 pages; 2 are read at most"):
        read(data, uri="a.pdf", limits=Limits(pages=2))
    with pytest.raises(SourceError, match="more than 9 characters"):
        read(data, uri="a.pdf", limits=Limits(characters=9))
    with pytest.raises(SourceError, match="took longer than"):
        read(data, uri="a.pdf", limits=Limits(seconds=-1))


TEXTS = st.builds(
    Text,
    st.text(alphabet="产值，。14.A ", min_size=2, max_size=20),
    st.integers(0, 560),
    st.integers(0, 830),
    st.sampled_from([6, 10, 10, 10, 24]),
)


@given(st.lists(st.lists(TEXTS, max_size=25), min_size=1, max_size=4))
def test_any_page_is_sound(pages: list[list[Text]]) -> None:
    try:
        document = read(pdf(*pages), uri="a.pdf")
    except SourceError as error:
        assert "no text layer" in str(error) or "no text" in str(error)  # noqa: PT017
        return
    assert_sound(document)
