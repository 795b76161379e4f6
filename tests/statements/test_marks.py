"""One pass for everything that the packs name: the longest name of a sort wins."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from yanchao.lexicon.lexicon import load
from yanchao.statements.marks import marker, marks_of_line


def named(text: str) -> list[tuple[str, str, str]]:
    return [(text[mark.start : mark.end], mark.sort, mark.id) for mark in marker(load()).find(text)]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("佛山市与东莞", [("佛山市", "region", "440600"), ("东莞", "region", "441900")]),
        ("新能源汽车产业", [("新能源汽车", "cluster", "automotive")]),
        ("粤芯三期", [("粤芯三期", "entity", "cansemi-3")]),
        ("大族激光", [("大族激光", "entity", "hans-laser"), ("激光", "cluster", "laser-additive")]),
        ("江西省黎川县", [("江西省", "region", "360000"), ("黎川县", "region", "361022")]),
        ("义乌市与长沙县", [("义乌市", "region", "330782"), ("长沙县", "region", "430121")]),
        ("东方市场和道县级平台", []),
        ("没有名字", []),
        ("", []),
    ],
)
def test_names_are_found_and_the_longest_of_a_sort_stays(
    text: str, marks: list[tuple[str, str, str]]
) -> None:
    assert named(text) == marks


@given(
    st.lists(
        st.sampled_from(
            [
                "佛山",
                "市",
                "新能源",
                "汽车",
                "产业",
                "大族",
                "激光",
                "粤芯",
                "三期",
                "广东",
                "省",
                "芯片",
                "机器人",
                "智能",
            ]
        ),
        max_size=20,
    )
)
def test_marks_of_one_sort_are_in_order_and_apart(words: list[str]) -> None:
    text = "".join(words)
    marks = marker(load()).find(text)
    assert list(marks) == sorted(marks, key=lambda mark: (mark.start, mark.end))
    for sort in ("region", "cluster", "entity"):
        end = 0
        for mark in marks:
            if mark.sort == sort:
                assert end <= mark.start < mark.end <= len(text)
                end = mark.end


def test_every_name_of_the_packs_is_found_by_itself() -> None:
    lexicon = load()
    for word, region in lexicon.region_by_word.items():
        assert (word, "region", region.code) in named(word)
    for word, cluster in lexicon.cluster_by_word.items():
        assert (word, "cluster", cluster.id) in named(word)
    for entity in lexicon.entities.values():
        assert (entity.name, "entity", entity.id) in named(entity.name)


@pytest.mark.parametrize("text", ["国家电网投资9亿元", "2006年以来国家电力增长", "美国佛罗里达州失业率"])
def test_a_name_across_the_seam_of_two_words_names_nothing(text: str) -> None:
    assert not [mark for mark in marker(load()).find(text) if mark.sort in ("cluster", "region")]


def test_a_name_beside_a_seam_stays() -> None:
    found = [mark.id for mark in marker(load()).find("全国家电产量与四川达州")]
    assert found == ["156", "appliances", "510000", "511700"]


_LINES = st.lists(
    st.sampled_from(
        ("佛山市", "深圳能源", "浙江", "桐乡", "1月17日电", "市", "县", "家电", "国家电网", "甲乙", "。")
    ),
    max_size=6,
).map("".join)


@given(lines=st.lists(_LINES, min_size=1, max_size=4))
@example(lines=["浙江桐乡", ""])
def test_the_names_of_a_line_are_those_that_the_whole_text_has_there(lines: list[str]) -> None:
    text, start = "\n".join(lines), 0
    for line in lines:
        end = start + len(line)
        assert marks_of_line(text, start, end, line, load()) == marker(load()).find(line)
        assert marks_of_line(f"{text}，", start, end, line, load()) == marker(load()).find(line)
        start = end + 1
