from __future__ import annotations

from pathlib import Path

import pytest

from yanchao.documents import furniture
from yanchao.documents.furniture import Role, is_list_of_names, is_open_label, role

TABLE = Path(furniture.__file__).with_name("furniture.csv")
ROWS = [
    line.split(",")
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
LINES = {"whole": "{}", "label": "{}：某某", "starts": "{}某某", "ends": "某某{}"}


def test_the_table_has_its_columns_and_no_line_twice() -> None:
    assert ROWS[0] == ["role", "form", "text"]
    assert len({(form, text) for _, form, text in ROWS[1:]}) == len(ROWS) - 1


@pytest.mark.parametrize(("expected", "form", "text"), ROWS[1:])
def test_every_word_of_the_table_shows_a_line_for_what_it_is(expected: str, form: str, text: str) -> None:
    assert role(LINES[form].format(text)) == Role(expected)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("— 12 —", Role.PAGE_NUMBER),
        ("第 3 页 共 12 页", Role.PAGE_NUMBER),
        ("12", Role.PAGE_NUMBER),
        ("（2031年2月3日）", Role.DATE),
        ("2031-02-03 09:45:30 来源：某省日报", Role.DATE),
        ("某省日报·新某省客户端 2031-02-03 09:45:30", Role.MASTHEAD),
        ("某某网·2031-02-03 09:45", Role.MASTHEAD),
        ("2031年3月18日，某县工人在车间内工作。某某社记者 张三 摄", Role.CAPTION),
        ("——2031年1月26日在某省第十四届人民代表大会第四次会议上", Role.OCCASION),
        ("（二〇三一年一月二十七日在某省第十四届人民代表大会第四次会议上）", Role.OCCASION),
        ("某省省长 张三丰", Role.SIGNATURE),
        ("省长　龚 正", Role.SIGNATURE),
        ("自治区主席 买买提·艾力", Role.SIGNATURE),
        ("某省日报　2031年3月12日　第07版", Role.MASTHEAD),
        ("某某作政府工作报告。某省日报记者 张三 摄", Role.CAPTION),
        ("====", Role.RULE),
    ],
)
def test_furniture_shows_by_its_form(line: str, expected: Role) -> None:
    assert role(line) is expected


@pytest.mark.parametrize(
    "line",
    [
        "全省生产总值增长5.5%。",
        "2031年2月3日，全省工作会议召开。",
        "截至2031年2月3日",
        "一、综合",
        "14.58",
        "2031",
        "来源：数据由各市统计局提供，增长5%。",
        "省长在会上说",
        "文化产业",
        "图强求变",
        "本报记者从会议上获悉，去年全省工业投资增长很快",
        "5G",
        "-",
    ],
)
def test_text_is_no_furniture(line: str) -> None:
    assert role(line) is None


def test_open_labels_and_lists_of_names() -> None:
    assert is_open_label("来源：")
    assert not is_open_label("各位代表：")
    assert is_list_of_names("赵六 孙七 周八 (均为资料图)")
    assert not is_list_of_names("广东 2031 年")
    assert not is_list_of_names("广东")
