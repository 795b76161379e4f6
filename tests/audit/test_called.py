"""The members of a definition in a text: by the name alone before a part of it, in the sentence before the paragraph."""

from __future__ import annotations

from yanchao.audit.called import called, ending, told, words_of
from yanchao.audit.dossier import Dossier
from yanchao.audit.topics import Topics
from yanchao.documents.reading import read
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract


def dossier(text: str) -> Dossier:
    lexicon = load()
    found = extract(read(f"简报\n2025年1月\n\n{text}".encode(), uri="draft.txt"), lexicon)
    return Dossier((found,), lexicon, Topics(lexicon))


def test_the_longest_name_ends_the_words() -> None:
    assert ending("营业收入利润率", frozenset({"利润率", "收入利润率"})) == "收入利润率"
    assert ending("利润率提高", frozenset({"利润率"})) is None


def test_an_open_name_stands_anywhere() -> None:
    assert ending("公司销售整车", frozenset({"销售…"})) == "销售…"


def test_a_measure_stands_for_all_of_its_words() -> None:
    found = dossier("产量1万台。")
    assert "营收" in words_of(("revenue",), found)
    assert (told(("revenue",), found).zh, told(("销售…",), found).zh) == ("营业收入", "销售")


def test_what_is_called_by_the_name_alone_comes_before_a_part_of_it() -> None:
    found = dossier("年末常住人口478万人。城镇常住人口330万人，乡村常住人口148万人，城镇化率69.0%。")
    share = found.figures[-1]
    assert [one.text for one in called(("常住人口",), share, found)] == ["478万人"]


def test_an_earlier_figure_is_no_member() -> None:
    found = dossier("2024年，公司收入120亿元，比上年的100亿元增长20%，利润12亿元，利润率10%。")
    assert [one.text for one in called(("revenue", "income"), found.figures[-1], found)] == ["120亿元"]
