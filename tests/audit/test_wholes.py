"""Part and whole of a share: by where the three stand, by the share's own words, and by the name that it gives its whole."""

from __future__ import annotations

import pytest

from yanchao.audit.dossier import Dossier, Figure
from yanchao.audit.topics import Topics
from yanchao.audit.wholes import Named, of_a_rate, part_and_whole
from yanchao.documents.reading import read
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract
from yanchao.statements.statement import Kind


def dossier(text: str) -> Dossier:
    lexicon = load()
    found = extract(read(f"简报\n2025年1月\n\n{text}".encode(), uri="draft.txt"), lexicon)
    return Dossier((found,), lexicon, Topics(lexicon))


def last_share(found: Dossier) -> tuple[Figure, tuple[Figure, ...]]:
    shares = [one for one in found.figures if one.statement.kind is Kind.SHARE]
    return shares[-1], next(figures for figures in found.sentences() if shares[-1] in figures)


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("全市有企业412家，其中高技术企业103家，占25%。", "103家", "412家"),
        ("前十强产值720亿元，占集群1200亿元总产值的60%。", "720亿元", "1200亿元"),
        ("全市1860个行政村中，已有1674个通快递，占90%。", "1674个", "1860个"),
        ("计划投资400亿元，完成投资360亿元，完成年度计划的90%。", "360亿元", "400亿元"),
        ("全市收入900元，其中工资性收入400元、财产净收入200元；工资性收入占44%。", "400元", "900元"),
        ("从业人员16.8万人，比上年末增加1.1万人；其中大专以上人员9.4万人，占56%。", "9.4万人", "16.8万人"),
    ],
)
def test_part_and_whole_stand_where_the_words_say(text: str, part: str, whole: str) -> None:
    share, sentence = last_share(dossier(text))
    found = part_and_whole(share, sentence)
    assert found is not None
    assert (found[0].text, found[1].text) == (part, whole)


@pytest.mark.parametrize(
    "text",
    [
        "全市有企业412家，其中高技术企业103家，占全省的5.2%。",
        "出口520亿元，进口340亿元，占比39.5%。",
        "每万人拥有专利44.7件；其中发明专利9108件，约占四成。",
    ],
)
def test_what_a_share_is_of_is_not_guessed(text: str) -> None:
    share, sentence = last_share(dossier(text))
    assert part_and_whole(share, sentence) is None


def test_a_whole_is_found_by_its_name_in_another_sentence() -> None:
    found = dossier("2024年末，公司员工7215人。2024年末，研发人员1864人，占员工总数的25.8%。")
    share, sentence = last_share(found)
    ((part, whole),) = Named(found).parts_and_wholes(share, sentence)
    assert (part.text, whole.text) == ("1864人", "7215人")


@pytest.mark.parametrize("base", ["各项存款", "各项存款余额", "全部存款", "存款总额"])
def test_a_whole_is_found_with_or_without_the_words_that_say_that_it_is_all(base: str) -> None:
    found = dossier(f"年末，各项存款余额320亿元，增长8.1%；住户存款余额210亿元，占{base}的65.6%。")
    share, sentence = last_share(found)
    ((part, whole),) = Named(found).parts_and_wholes(share, sentence)
    assert (part.text, whole.text) == ("210亿元", "320亿元")


def test_the_place_that_a_share_names_must_be_the_wholes_own() -> None:
    text = (
        "2024年，云州市进出口总值1194.2亿元，增长7.9%。2024年，一般贸易进出口748.2亿元，占{}外贸总值的62.7%。"
    )
    found = dossier(text.format("全市"))
    share, sentence = last_share(found)
    ((part, whole),) = Named(found).parts_and_wholes(share, sentence)
    assert (part.text, whole.text) == ("748.2亿元", "1194.2亿元")
    found = dossier(text.format("全省"))
    share, sentence = last_share(found)
    assert not Named(found).parts_and_wholes(share, sentence)


def test_a_rate_may_be_that_of_the_two_before_it_where_its_word_is_told_of_the_second() -> None:
    share, sentence = last_share(dossier("园区规划面积68.5平方公里，已开发42.3平方公里，开发率61.8%。"))
    found = of_a_rate(share, sentence)
    assert found is not None
    assert (found[0].text, found[1].text) == ("42.3平方公里", "68.5平方公里")
