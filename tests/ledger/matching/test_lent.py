"""A section lends its cluster to what it tells; only what means nothing without it keeps it."""

from __future__ import annotations

import pytest

from yanchao.ledger.keys import Words
from yanchao.ledger.matching.normal import settle
from yanchao.lexicon.lexicon import Lexicon, load
from yanchao.statements.statement import Kind

UNDER_A_HEADING = "automotive"


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


def cluster(subject: str, measure: str, lexicon: Lexicon, under: str = UNDER_A_HEADING) -> str | None:
    """The cluster of the series that these words name under a heading."""
    words = Words(measure, subject, None, under, "440000", Kind.LEVEL, "CNY")
    return settle(words, lexicon).cluster


@pytest.mark.parametrize(
    ("subject", "measure"),
    [
        ("谐波减速器", "产值"),
        ("轻工企业", "营业收入"),
        ("可再生能源", "发电量"),
        ("全省", "地区生产总值"),
    ],
)
def test_what_has_a_name_of_its_own_is_the_same_under_a_heading_and_outside(
    subject: str, measure: str, lexicon: Lexicon
) -> None:
    assert cluster(subject, measure, lexicon) is None


@pytest.mark.parametrize(
    ("subject", "measure"),
    [
        ("", "营业收入"),
        ("", "龙头企业"),
        ("企业", "营业收入"),
        ("民营企业", "产值"),
        ("高新技术产品", "产值"),
        ("海外", "营业收入"),
        ("工业企业", "增加值"),
        ("新能源汽车", "产值"),
    ],
)
def test_what_every_cluster_has_is_of_the_cluster_that_it_is_told_under(
    subject: str, measure: str, lexicon: Lexicon
) -> None:
    assert cluster(subject, measure, lexicon) == UNDER_A_HEADING


def test_a_part_named_by_a_word_of_its_cluster_is_not_that_of_another(lexicon: Lexicon) -> None:
    """工业机器人 under the heading of cars: the reader gives it its own cluster, and a name decides nothing against that."""
    assert cluster("工业机器人", "产值", lexicon, under="robotics") == "robotics"
