"""A rank by growth is no rank by amount."""

from __future__ import annotations

import pytest

from making import document
from yanchao.ledger.reconciliation import claims
from yanchao.ledger.series import SeriesKey
from yanchao.lexicon.lexicon import Lexicon, load
from yanchao.statements.extraction import extract_statements
from yanchao.statements.statement import Kind


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


def ranks(text: str, lexicon: Lexicon) -> list[SeriesKey]:
    found = claims(extract_statements(document(text), lexicon), lexicon)
    return [claim.key for claim in found if claim.key.kind is Kind.RANK]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("广东省经营主体增长6%、居全国第2位。", ("by-growth",)),
        ("广东省规上工业增加值增长6%，居全国第2位。", ("above-scale", "by-growth")),
        ("广东省工业增加值增速居全国第2位。", ("by-growth",)),
        ("广东省经营主体增加30万户、居全国第3位。", ("by-change",)),
        ("广东省工业增加值居全国第2位。", ()),
        ("广东省工业增加值增长6%，规模居全国第2位。", ()),
        ("广东省经营主体增长2倍、从全国第9位升至第5位。", ()),
    ],
)
def test_what_a_rank_is_of(text: str, by: tuple[str, ...], lexicon: Lexicon) -> None:
    found = ranks(text, lexicon)
    assert found
    assert {key.qualifiers for key in found} == {by}


def test_a_rank_of_growth_is_one_however_it_is_told(lexicon: Lexicon) -> None:
    (one,) = ranks("广东省工业增加值增长6%，居全国第2位。", lexicon)
    (other,) = ranks("广东省工业增加值增速居全国第2位。", lexicon)
    (amount,) = ranks("广东省工业增加值居全国第2位。", lexicon)
    assert one == other != amount


def test_the_size_of_a_thing_is_ranked_as_the_thing(lexicon: Lexicon) -> None:
    (one,) = ranks("广东省地区生产总值增长6%，总量居全国第1位。", lexicon)
    (other,) = ranks("广东省地区生产总值居全国第1位。", lexicon)
    assert one == other
