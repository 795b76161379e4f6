"""Wholes that the shares of a text are proved to be of."""

from __future__ import annotations

from tests.audit.test_breakdowns import dossier

from yanchao.audit.proven import unexplained

TEXT = (
    "全年销售整车1415192辆。\n\n甲品牌732516辆，占比51.76%。乙品牌396284辆，占比28.00%。"
    "丙品牌{third}辆，占比20.24%。\n"
)


def found(third: str) -> list[tuple[str, list[str], bool]]:
    return [
        (share.text, [whole.text for whole in one.wholes], one.is_proven)
        for share, one in unexplained(dossier(TEXT.format(third=third))).items()
    ]


def test_a_share_that_no_figure_explains_is_of_the_whole_of_those_beside_it() -> None:
    assert found("2863920") == [("20.24%", ["1415192辆"], True)]


def test_a_share_that_agrees_with_a_figure_needs_no_other_whole() -> None:
    assert found("286392") == []


IN_A_ROW = "园区产值2130亿元。甲业产值958.5亿元，占45%；乙业产值532.5亿元，占{second}；丙业产值426亿元，占20%；丁业产值213亿元，占10%。"


def certain(text: str) -> list[tuple[str, str]]:
    found = unexplained(dossier(text)).items()
    return [(share.text, one.wholes[0].text) for share, one in found if one.is_certain]


def test_parts_in_a_row_that_add_up_to_a_figure_prove_it_the_whole_of_their_shares() -> None:
    shares = [share for share, _ in certain(IN_A_ROW.format(second="35%"))]
    assert shares == ["45%", "35%", "20%", "10%"]


def test_shares_of_something_else_prove_nothing_though_their_parts_add_up() -> None:
    assert not certain(IN_A_ROW.format(second="25%").replace("45%", "5%").replace("20%", "2%"))
    assert not certain(IN_A_ROW.format(second="25%").replace("占", "占计划的"))
