"""What is asked for is meant by any name that the packs have for it, in Chinese or in English."""

from __future__ import annotations

import pytest

from yanchao.atlas.asking import Names
from yanchao.ledger.sought import Sought
from yanchao.lexicon.lexicon import load


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(load())


def of(names: Names, words: str) -> list[tuple[str, str | None, str | None]]:
    """Each condition: its words, its place and its cluster."""
    return [(each.words, each.region, each.cluster) for each in names.sought(words)]


@pytest.mark.parametrize("word", ["出口总额", "出口额", "Exports", "exports"])
def test_a_measure_is_meant_by_every_word_for_it(names: Names, word: str) -> None:
    (sought,) = names.sought(word)
    assert {"出口额", "出口总额", "出口值"} <= set(sought.measures)
    assert names.keys(measure=word) == {"measure": "exports"}


@pytest.mark.parametrize("word", ["广州", "广州市", "Guangzhou", "guangzhou", "440100"])
def test_a_place_is_meant_by_every_name_of_it(names: Names, word: str) -> None:
    assert of(names, word) == [(word, "440100", None)]
    assert names.keys(region=word) == {"region": "440100"}


def test_the_larger_place_wins_a_name_that_two_have(names: Names) -> None:
    assert names.keys(region="吉林") == names.keys(region="Jilin") == {"region": "220000"}


def test_a_question_in_english_names_its_things_and_its_small_words_ask_for_nothing(names: Names) -> None:
    measure, place = names.sought("the exports of Guangzhou")
    assert measure.measures
    assert place.region == "440100"


def test_a_name_of_several_words_is_one_thing(names: Names) -> None:
    words = "software and information services in Shenzhen 2023"
    assert of(names, words) == [
        ("software and information services", None, "software"),
        ("Shenzhen", "440300", None),
        ("2023", None, None),
    ]


def test_what_no_pack_knows_is_looked_for_as_it_stands(names: Names) -> None:
    assert names.sought("巩固 BYD") == (Sought("巩固"), Sought("BYD"))
    assert names.keys(measure="没有", region="没有", cluster="没有", kind="level", status=None) == {
        "measure": "没有",
        "region": "没有",
        "cluster": "没有",
        "kind": "level",
        "status": None,
    }


def test_an_industry_in_chinese_is_a_word_of_the_sentence(names: Names) -> None:
    """Who types 软件 wants to see it, not all figures of a section on software."""
    assert of(names, "软件") == [("软件", None, None)]


@pytest.mark.parametrize(
    ("asked", "beside"),
    [
        ({"words": "softwre revenue"}, ("'softwre'", "'software revenue'")),
        ({"words": "exports unicorns"}, ("'unicorns'", "try Chinese")),
        ({"cluster": "Bimedicine"}, ("no cluster is called 'Bimedicine'", "'biomedicine and health'")),
        ({"measure": "revenues"}, ("no measure is called 'revenues'", "'operating revenue'")),
        ({"region": "Guangzou"}, ("no region is called 'Guangzou'", "'guangzhou'")),
    ],
)
def test_a_name_that_nobody_knows_is_told_with_those_near_it(
    names: Names, asked: dict[str, str], beside: tuple[str, ...]
) -> None:
    hint = names.hint(**asked)
    assert hint is not None
    assert all(words in hint for words in beside)


@pytest.mark.parametrize("words", ["exports of Guangzhou 2024", "巩固提升", "2031", ""])
def test_of_names_that_are_known_and_words_of_texts_there_is_no_hint(names: Names, words: str) -> None:
    assert names.hint(words, region="440100", cluster=None, sort="nonsense") is None


def test_a_hint_stays_short_however_much_is_asked(names: Names) -> None:
    assert len(names.hint(" ".join(f"x{letter}zq" for letter in "bcdfghjk")) or "") < 500
