"""What people decide about names: read from a file, held against itself, and gone by."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from making import extraction, statement
from yanchao.errors import UsageError, YanchaoError
from yanchao.ledger.matching.decisions import (
    DIFFERENT,
    NONE,
    SAME,
    Decision,
    changed,
    decisions_of,
    read_decisions,
    with_decision,
    without_decision,
    written,
)
from yanchao.ledger.matching.naming import text_of
from yanchao.ledger.reconciliation import claims
from yanchao.ledger.series import SeriesKey
from yanchao.lexicon.lexicon import Lexicon, load
from yanchao.statements.statement import Kind


def key(measure: str, **fields: object) -> SeriesKey:
    return SeriesKey(
        **{  # type: ignore[arg-type]
            "measure": measure,
            "subject": "440000",
            "region": "440000",
            "cluster": None,
            "kind": Kind.LEVEL,
            "unit": "count:个",
            **fields,
        }
    )


A, B, C = (text_of(key(name)) for name in ("充电站", "充电设施", "补能设施"))


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


def measures(text: str, measure: str, decisions: object, lexicon: Lexicon) -> str:
    said = statement(
        text, "30个", 30, "count:个", measure=measure, subject="全省", region="440000", period="2025"
    )
    (claim,) = claims(extraction(text, said), lexicon, decisions)  # type: ignore[arg-type]
    return claim.key.measure


def test_what_is_decided_to_be_the_same_is_a_word_about_the_second(lexicon: Lexicon) -> None:
    decisions = decisions_of([Decision(A, B, SAME)])
    assert measures("充电站30个。", "充电站", decisions, lexicon) == "充电设施"
    assert measures("充电设施30个。", "充电设施", decisions, lexicon) == "充电设施"
    assert measures("充电站30个。", "充电站", NONE, lexicon) == "充电站"


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_decisions_go_on_to_their_end_in_any_order(order: tuple[int, int], lexicon: Lexicon) -> None:
    both = (Decision(A, B, SAME), Decision(B, C, SAME))
    decisions = decisions_of([both[number] for number in order])
    assert measures("充电站30个。", "充电站", decisions, lexicon) == "补能设施"
    assert measures("充电设施30个。", "充电设施", decisions, lexicon) == "补能设施"


def test_a_circle_of_decisions_ends_somewhere(lexicon: Lexicon) -> None:
    decisions = decisions_of([Decision(A, B, SAME), Decision(B, A, SAME)])
    ends = {measures(f"{name}30个。", name, decisions, lexicon) for name in ("充电站", "充电设施")}
    assert len(ends) == 1


def test_a_person_can_part_what_a_sure_step_joins(lexicon: Lexicon) -> None:
    text = "瞪羚企业数30个。"
    assert measures(text, "瞪羚企业数", NONE, lexicon) == "瞪羚企业"
    parted = decisions_of([Decision(text_of(key("瞪羚企业数")), text_of(key("瞪羚企业")), DIFFERENT)])
    assert measures(text, "瞪羚企业数", parted, lexicon) == "瞪羚企业数"
    assert measures("瞪羚企业30个。", "瞪羚企业", parted, lexicon) == "瞪羚企业"


def test_the_same_and_different_at_once_is_refused() -> None:
    with pytest.raises(UsageError, match="same and different"):
        decisions_of([Decision(A, B, SAME), Decision(B, C, SAME), Decision(C, A, DIFFERENT)])


def test_a_file_keeps_what_was_decided(tmp_path: Path) -> None:
    made = (Decision(A, B, SAME, 'they say, "the same"', date(2026, 3, 1)), Decision(B, C, DIFFERENT))
    path = tmp_path / "decisions.csv"
    path.write_text(written(made), encoding="utf-8")
    assert read_decisions(path).made == made
    assert read_decisions(tmp_path / "none.csv") is NONE
    again = with_decision(made, Decision(B, A, DIFFERENT))
    assert [it.verdict for it in again] == [DIFFERENT, DIFFERENT], (
        "a later decision takes the place of an earlier one"
    )
    assert without_decision(again, A, B) == made[1:]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (f"{A},{B},perhaps,,", "a verdict is same or different, not 'perhaps'"),
        (f"充电站,{B},same,,", "is no key of a series"),
        (f"{A},{text_of(key('充电站', unit='CNY'))},same,,", "are no figures of one series"),
        (f"{A},{A},same,,", "of the same series"),
        (f"{A.replace(' | ', '|')},{B},same,,", "is to be written"),
        (f"{A},{B},same,,tomorrow", "decided: 'tomorrow' cannot be read"),
    ],
)
def test_a_line_that_cannot_be_gone_by_is_named(line: str, why: str, tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    path.write_text(f"# why\none,other,verdict,note,decided\n{line}\n", encoding="utf-8")
    with pytest.raises(YanchaoError) as raised:
        read_decisions(path)
    assert f"{path}:3" in str(raised.value)
    assert why in str(raised.value)


def test_only_what_differs_between_two_sets_is_changed() -> None:
    before = decisions_of([Decision(A, B, SAME, "one note")])
    assert changed(before, decisions_of([Decision(A, B, SAME, "another note")])) == frozenset()
    assert changed(before, NONE) == {A, B}
    assert changed(before, decisions_of([Decision(A, B, SAME), Decision(C, A, DIFFERENT)])) == {A, C}
