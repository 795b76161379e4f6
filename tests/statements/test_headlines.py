"""Headlines between the items of a digest of news."""

from __future__ import annotations

from yanchao.documents.document import Document
from yanchao.documents.prose import blocks
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract
from yanchao.statements.headlines import headlines_of

CARS = "全国汽车产量900万辆，同比增长5%，其中新能源汽车产量300万辆，同比增长30%，渗透率达到三分之一，出口量和保有量都创下同期新高，行业运行总体平稳。"
CARE = "全国基本医保参保人数13亿人，同比增加400万人，参保率稳定在95%，基金收入1.6万亿元，支出1.2万亿元，运行总体平稳，待遇按时足额支付。"


def digest(*lines: str) -> Document:
    text = "\n".join(lines)
    return Document(id="digest", uri="digest.txt", text=text, blocks=tuple(blocks(text)))


def test_a_short_line_with_a_figure_between_two_items_is_a_headline() -> None:
    document = digest("国内快讯", "新能源汽车产量创新高", CARS, "1—5月医保基金收入增长8.4%", CARE)
    assert [document.text[start : start + 6] for start in headlines_of(document)] == ["1—5月医保"]


def test_lines_of_a_list_are_no_headlines() -> None:
    document = digest("主要指标", "产值增长5%", "出口增长3%", "税收增长2%")
    assert headlines_of(document) == frozenset()


def test_the_industry_of_one_headline_ends_at_the_next() -> None:
    document = digest("国内快讯", "新能源汽车产量创新高", CARS, "1—5月医保基金收入增长8.4%", CARE)
    lexicon = load()
    found = {document.text[one.start : one.end]: one.cluster for one in extract(document, lexicon).statements}
    assert found["900万辆"] == "automotive"
    assert found["13亿人"] is None
