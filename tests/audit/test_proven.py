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
