"""Where a cluster stands: targets against actuals of the same thing, with the pace, and the honest unknown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from making import extraction, statement
from yanchao.clusters.pace import Form
from yanchao.clusters.standing import PlaceStanding, Standing, TargetStanding, Verdict
from yanchao.clusters.standings import judge, judge_place
from yanchao.ledger.reconciliation import reconcile
from yanchao.lexicon.entries import WordlessTarget
from yanchao.lexicon.lexicon import Lexicon, load
from yanchao.statements.statement import Statement

TODAY = date(2024, 6, 1)
YI = 10**8


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    """The packs without their own targets, so that each test shows what the texts alone give."""
    return load_without_targets()


def said(
    value: float, period: str | None, status: str = "actual", measure: str = "营业收入", **fields: object
) -> Statement:
    text = f"智能机器人产业{measure}达{value:g}亿元。"
    whole = {"unit": "CNY", "subject": "智能机器人产业", "cluster": "robotics", "region": "440000", **fields}
    unit = str(whole.pop("unit"))
    factor = YI if unit == "CNY" else 1
    figure = f"{value:g}亿元"
    return statement(
        text, figure, value * factor, unit, period=period, status=status, measure=measure, **whole
    )


def words_of_its_own(number: int) -> str:
    """A text that no other one repeats."""
    return chr(ord("一") + number) * 60


def standing(
    lexicon: Lexicon, *statements: Statement, today: date = TODAY, cluster: str = "robotics"
) -> Standing:
    texts = [
        extraction(words_of_its_own(number), each, id=f"{number:064}")
        for number, each in enumerate(statements)
    ]
    found = {each.cluster: each for each in judge(reconcile(texts, lexicon), lexicon, today)}
    assert list(found) == list(lexicon.clusters), "all clusters, always, in the order of the packs"
    return found[cluster]


def target(lexicon: Lexicon, *statements: Statement, today: date = TODAY) -> TargetStanding:
    (only,) = standing(lexicon, *statements, today=today).targets
    return only


def test_without_any_document_every_cluster_is_unknown(lexicon: Lexicon) -> None:
    for each in judge((), lexicon, TODAY):
        assert each.supported_tier is None
        assert each.targets == ()
        assert each.tier_reason
        assert each.tier_reason_en


def test_a_target_that_was_met_says_when(lexicon: Lexicon) -> None:
    found = target(lexicon, said(800, "2025", "target"), said(820, "2023"))
    assert found.verdict is Verdict.REACHED
    assert found.progress == pytest.approx(1.025)
    assert "2023" in found.reason
    assert "2023" in found.reason_en


def test_no_target_is_reached_by_its_own_sentence_in_a_reprint(lexicon: Lexicon) -> None:
    aimed, read_otherwise = said(800, "2025", "target"), said(800, "2024")

    def judged(*texts: str) -> TargetStanding:
        both = zip(texts, (aimed, read_otherwise), strict=True)
        made = [extraction(text, each, id=f"{number:064}") for number, (text, each) in enumerate(both)]
        found = next(it for it in judge(reconcile(made, lexicon), lexicon, TODAY) if it.cluster == "robotics")
        (only,) = found.targets
        return only

    reprinted = judged("文" * 60, "文" * 60)
    assert (reprinted.verdict, reprinted.actual) == (Verdict.UNKNOWN, None)
    assert reprinted.reason.startswith("实际数与目标出自同一句话")
    assert judged("文" * 60, "字" * 60).verdict is Verdict.REACHED


def test_a_figure_that_the_audit_holds_to_be_wrong_decides_nothing(lexicon: Lexicon) -> None:
    texts = [
        extraction("文" * 60, each, id=f"{number:064}")
        for number, each in enumerate(
            (said(8000, "2025", "target"), said(6500, "2022"), said(68, "2023"), said(6900, "2023"))
        )
    ]

    def judged(*wrong: int) -> Standing:
        doubted = frozenset((texts[one].document.id, texts[one].statements[0].start) for one in wrong)
        found = {each.cluster: each for each in judge(reconcile(texts, lexicon), lexicon, TODAY, doubted)}
        return found["robotics"]

    (corrected,) = judged(2).targets
    assert corrected.actual is not None
    assert corrected.actual.value == 6900 * YI
    assert "有误" in corrected.reason
    assert "holds to be wrong" in corrected.reason_en
    (earlier,) = judged(2, 3).targets
    assert earlier.actual is not None
    assert earlier.actual.period == "2022"
    (none,) = judged(1, 2, 3).targets
    assert none.verdict is Verdict.UNKNOWN
    assert judged(1, 2, 3).supported_tier is None
    assert "有误" in judged(1, 2, 3).tier_reason
    (target_itself,) = judged(0).targets
    assert "有误" not in target_itself.reason


def test_on_pace_when_the_pace_so_far_is_enough(lexicon: Lexicon) -> None:
    found = target(lexicon, said(800, "2025", "target"), said(500, "2021"), said(650, "2023"))
    assert found.verdict is Verdict.ON_PACE
    assert found.pace_so_far == pytest.approx((650 / 500) ** 0.5 - 1)
    assert found.pace_needed == pytest.approx((800 / 650) ** 0.5 - 1)


def test_behind_when_it_is_not(lexicon: Lexicon) -> None:
    found = target(lexicon, said(800, "2025", "target"), said(600, "2021"), said(680, "2023"))
    assert found.verdict is Verdict.BEHIND


def test_out_of_reach_when_no_cluster_keeps_up_such_a_pace(lexicon: Lexicon) -> None:
    found = target(lexicon, said(800, "2025", "target"), said(100, "2023"))
    assert found.verdict is Verdict.OUT_OF_REACH
    assert found.pace_needed == pytest.approx(8**0.5 - 1)


def test_unknown_with_one_actual_and_an_ordinary_pace_needed(lexicon: Lexicon) -> None:
    found = target(lexicon, said(800, "2025", "target"), said(700, "2023"))
    assert found.verdict is Verdict.UNKNOWN
    assert found.pace_so_far is None
    assert found.pace_needed is not None


def test_the_growth_that_a_text_gives_is_a_pace_so_far(lexicon: Lexicon) -> None:
    grown = said(14, "2023", kind="growth", unit="1")
    grown = replace(grown, quantity=replace(grown.quantity, value=Decimal("0.14")))
    found = target(lexicon, said(800, "2025", "target"), said(700, "2023"), grown)
    assert found.pace_so_far == pytest.approx(0.14)
    assert found.verdict is Verdict.ON_PACE


def test_missed_when_the_year_has_passed(lexicon: Lexicon) -> None:
    found = target(lexicon, said(800, "2025", "target"), said(760, "2025"), today=date(2026, 3, 1))
    assert found.verdict is Verdict.OUT_OF_REACH
    assert found.pace_needed is None


def test_a_year_that_is_over_without_a_figure_is_said(lexicon: Lexicon) -> None:
    found = target(
        lexicon,
        said(800, "2025", "target"),
        said(600, "2021"),
        said(680, "2023"),
        today=date(2026, 3, 1),
    )
    assert "2025年已过" in found.reason
    assert "is over" in found.reason_en


def test_value_added_is_never_held_against_revenue(lexicon: Lexicon) -> None:
    found = target(lexicon, said(300, "2025", "target", "增加值"), said(820, "2023"))
    assert found.verdict is Verdict.UNKNOWN
    assert found.actual is None


def test_size_and_revenue_are_and_the_reason_says_so(lexicon: Lexicon) -> None:
    found = target(lexicon, said(800, "2025", "target", "产业规模"), said(820, "2023"))
    assert found.verdict is Verdict.REACHED
    assert "可比" in found.reason
    assert "comparable" in found.reason_en


def test_a_part_is_never_held_against_the_target_of_its_whole(lexicon: Lexicon) -> None:
    found = target(lexicon, said(800, "2025", "target"), said(820, "2023", subject="工业机器人"))
    assert found.verdict is Verdict.UNKNOWN


def test_the_nation_never_stands_in_for_the_province(lexicon: Lexicon) -> None:
    found = standing(lexicon, said(800, "2025", "target"), said(12_000, "2023", region="156"))
    assert [each.verdict for each in found.targets] == [Verdict.UNKNOWN]
    assert found.supported_tier is None


def test_a_part_of_a_year_is_no_year(lexicon: Lexicon) -> None:
    found = target(lexicon, said(800, "2025", "target"), said(820, "2024-01/2024-09"))
    assert found.verdict is Verdict.UNKNOWN


def test_an_estimate_meets_no_target(lexicon: Lexicon) -> None:
    found = target(lexicon, said(800, "2025", "target"), said(820, "2023", "estimate"))
    assert found.verdict is Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("comparator", "value", "verdict"),
    [
        ("=", 800, Verdict.REACHED),
        (">", 800, Verdict.REACHED),
        ("<", 800, Verdict.UNKNOWN),  # 近800亿元 is not yet 800
        ("~", 800, Verdict.UNKNOWN),  # 约800亿元 may be 790
        ("~", 860, Verdict.REACHED),
    ],
)
def test_the_hedge_of_an_actual_counts(
    lexicon: Lexicon, comparator: str, value: int, verdict: Verdict
) -> None:
    found = target(
        lexicon,
        said(800, "2025", "target"),
        said(value, "2025", comparator=comparator),
        today=date(2026, 3, 1),
    )
    assert found.verdict is verdict


@pytest.mark.parametrize(
    ("comparator", "actual", "verdict"),
    [
        ("~", 770, Verdict.REACHED),  # 800亿元左右 allows a twentieth less
        ("~", 750, Verdict.OUT_OF_REACH),
        ("<", 770, Verdict.REACHED),  # 接近800亿元
        ("<=", 770, Verdict.REACHED),  # 不超过800亿元 is a ceiling
        ("<=", 820, Verdict.OUT_OF_REACH),
        (">=", 799, Verdict.OUT_OF_REACH),
    ],
)
def test_the_hedge_of_a_target_counts(
    lexicon: Lexicon, comparator: str, actual: int, verdict: Verdict
) -> None:
    aimed = said(800, "2025", "target", comparator=comparator)
    assert target(lexicon, aimed, said(actual, "2025"), today=date(2026, 3, 1)).verdict is verdict


@pytest.mark.parametrize("baseline", [0, -5])
def test_no_pace_is_made_up_from_zero_or_a_loss(lexicon: Lexicon, baseline: int) -> None:
    found = target(
        lexicon, said(800, "2025", "target", "利润总额"), said(baseline, "2023", measure="利润总额")
    )
    assert found.verdict is Verdict.UNKNOWN
    assert found.pace_needed is None
    assert "zero or a negative value" in found.reason_en
    assert found.needed is not None
    assert found.needed.form is Form.LINEAR
    assert found.needed.value == pytest.approx((800 - baseline) / 2 * YI)


def test_a_target_of_zero_has_no_progress_but_a_verdict(lexicon: Lexicon) -> None:
    found = target(lexicon, said(0, "2025", "target", comparator="<="), said(3, "2023"))
    assert found.progress is None
    assert found.verdict is Verdict.UNKNOWN


def test_a_falling_actual_is_behind_a_rising_target(lexicon: Lexicon) -> None:
    found = target(lexicon, said(800, "2025", "target"), said(780, "2021"), said(760, "2023"))
    assert found.pace_so_far is not None
    assert found.pace_so_far < 0
    assert found.verdict is Verdict.BEHIND


def test_two_editions_of_a_plan_are_two_targets(lexicon: Lexicon) -> None:
    found = standing(lexicon, said(600, "2025", "target"), said(800, "2027", "target"), said(700, "2023"))
    assert [each.verdict for each in found.targets] == [Verdict.REACHED, Verdict.UNKNOWN]


def test_editions_that_disagree_about_one_year_are_two_targets(lexicon: Lexicon) -> None:
    first = "广东省培育智能机器人战略性新兴产业集群行动计划(2021-2025年)"
    later = "广东省培育智能机器人战略性新兴产业集群行动计划(2023-2025年)"
    found = standing(
        lexicon,
        said(600, "2025", "target", source=first),
        said(800, "2025", "target", source=later),
        said(800, "2025", "target"),
        said(700, "2023"),
    )
    aims = [(each.target.value / YI, each.plan, len(each.target.assertions)) for each in found.targets]
    assert aims == [(600, "robotics-2021", 1), (800, "robotics-2023", 2)]
    assert [each.verdict for each in found.targets] == [Verdict.REACHED, Verdict.UNKNOWN]
    assert not any(each.target.disputed for each in found.targets)


def test_the_plan_is_named_by_its_id_where_the_packs_know_it(lexicon: Lexicon) -> None:
    title = "广东省培育智能机器人战略性新兴产业集群行动计划(2023-2025年)"
    known = target(lexicon, said(800, "2025", "target", source=title))
    assert known.plan in lexicon.plans
    assert lexicon.plans[known.plan or ""].cluster == "robotics"
    assert target(lexicon, said(800, "2025", "target", source="某个方案")).plan == "某个方案"


def test_targets_of_the_packs_stand_in_where_no_document_states_them() -> None:
    packed = load()
    listed = {each.cluster for each in packed.targets}
    for each in judge((), packed, TODAY):
        assert bool(each.targets) == (each.cluster in listed)
        assert all(not aim.target.assertions for aim in each.targets)


def test_a_target_that_a_document_states_is_not_listed_twice() -> None:
    packed = load()
    before = len(standing(packed).targets)
    stated = standing(packed, said(800, "2025", "target"))
    assert len(stated.targets) == before
    assert any(aim.target.assertions for aim in stated.targets)


@pytest.mark.parametrize("second", ["2027", None])
def test_a_target_told_without_its_year_is_the_one_that_others_date(
    lexicon: Lexicon, second: str | None
) -> None:
    undated = said(800, None, "target")
    found = standing(lexicon, undated, said(800, "2025", "target"), said(900, second, "target")).targets
    of_800 = [
        (each.target.period, len(each.target.assertions)) for each in found if each.target.value == 800 * YI
    ]
    assert of_800 == [("2025", 2)]
    assert len(found) == 2


def test_a_target_without_a_year_that_two_years_have_stays_apart(lexicon: Lexicon) -> None:
    undated = said(800, None, "target")
    found = standing(lexicon, undated, said(800, "2025", "target"), said(800, "2027", "target")).targets
    assert sorted(each.target.period or "" for each in found) == ["", "2025", "2027"]


def test_a_target_without_a_year_takes_that_of_the_listed_one() -> None:
    packed = load()
    before = standing(packed).targets
    found = standing(packed, said(800, None, "target")).targets
    assert [each.target.period for each in found] == [each.target.period for each in before]
    assert any(each.target.assertions and each.target.period == "2025" for each in found)


@pytest.mark.parametrize(
    ("value", "comparator", "tier"),
    [
        (900, "=", 100),
        (1000, "=", 1000),
        (1000, ">", 1000),
        (1000, "<", 100),
        (1020, "~", 100),
        (1200, "~", 1000),
        (12_000, "=", 10_000),
        (50, "=", 0),
    ],
)
def test_the_tier_that_a_figure_supports(lexicon: Lexicon, value: int, comparator: str, tier: int) -> None:
    found = standing(lexicon, said(value, "2023", comparator=comparator))
    assert found.supported_tier == tier * YI
    assert found.tier_evidence is not None
    assert "2023" in found.tier_reason


def test_the_latest_year_decides_the_tier(lexicon: Lexicon) -> None:
    assert standing(lexicon, said(1200, "2022"), said(900, "2024")).supported_tier == 100 * YI


def test_neither_value_added_nor_a_part_nor_a_target_supports_a_tier(lexicon: Lexicon) -> None:
    others = (
        said(1200, "2023", measure="增加值"),
        said(1200, "2023", subject="工业机器人"),
        said(1200, "2025", "target"),
        said(1200, "2023", qualifiers=frozenset({"subset"})),
    )
    for other in others:
        assert standing(lexicon, other).supported_tier is None


actual_values = st.lists(st.tuples(st.integers(-50, 2000), st.integers(2018, 2027)), max_size=5)


@given(st.integers(0, 2000), st.sampled_from(["=", ">", ">=", "<", "<=", "~"]), actual_values)
def test_no_figures_break_the_judgement(
    aim: int, comparator: str, actuals: Iterable[tuple[int, int]]
) -> None:
    found = target(
        load_without_targets(),
        said(aim, "2025", "target", comparator=comparator),
        *(said(value, str(year)) for value, year in actuals),
    )
    assert found.verdict in Verdict
    assert found.reason
    assert found.reason_en
    assert (found.actual is None) == (not list(actuals))


@pytest.mark.parametrize(
    ("first", "last", "verdict"),
    [
        (-5, 40, Verdict.ON_PACE),
        (-30, -10, Verdict.BEHIND),
        (0, 60, Verdict.ON_PACE),
        (75, 75, Verdict.BEHIND),
    ],
)
def test_a_way_out_of_a_loss_is_judged_by_so_much_a_year(
    lexicon: Lexicon, first: int, last: int, verdict: Verdict
) -> None:
    found = target(
        lexicon,
        said(80, "2025", "target", "利润总额"),
        said(first, "2021", measure="利润总额"),
        said(last, "2023", measure="利润总额"),
    )
    assert found.verdict is verdict
    assert found.so_far is not None
    if first <= 0:
        assert found.so_far.form is Form.LINEAR
        assert found.so_far.value == pytest.approx((last - first) / 2 * YI)
        assert found.pace_so_far is None


def test_the_pace_comes_with_what_the_figures_leave_open_and_its_formula(lexicon: Lexicon) -> None:
    fine = {"resolution": YI}
    found = target(lexicon, said(800, "2025", "target"), said(500, "2021", **fine), said(650, "2023", **fine))
    assert found.so_far is not None
    assert found.needed is not None
    assert found.so_far.low < found.so_far.value < found.so_far.high
    assert found.needed.low < found.needed.value < found.needed.high
    assert found.needed.formula == "(800亿/650亿)^(1/2)-1 = 10.9%"
    assert found.is_certain


def test_what_differs_by_rounding_alone_is_said_to(lexicon: Lexicon) -> None:
    coarse = {"resolution": 100 * YI}
    found = target(
        lexicon, said(1000, "2025", "target"), said(700, "2021", **coarse), said(850, "2023", **coarse)
    )
    assert found.verdict is Verdict.ON_PACE
    assert not found.is_certain
    assert "四舍五入" in found.reason
    assert "rounding" in found.reason_en


def test_a_lower_bound_says_no_more_than_it_does(lexicon: Lexicon) -> None:
    """超650亿元 may be enough, or even 900; 超720亿元 is enough whatever it is."""
    aimed, first = said(800, "2025", "target"), said(600, "2021")
    assert target(lexicon, aimed, first, said(650, "2023", comparator=">")).verdict is Verdict.UNKNOWN
    assert target(lexicon, aimed, first, said(720, "2023", comparator=">")).verdict is Verdict.ON_PACE
    assert target(lexicon, aimed, first, said(820, "2023", comparator=">")).verdict is Verdict.REACHED


def test_reached_says_in_which_period_and_on_which_day_it_was_first_said(lexicon: Lexicon) -> None:
    early, late = date(2024, 1, 20), date(2024, 3, 5)
    texts = [
        extraction("文" * 60, said(800, "2025", "target"), id="a" * 64),
        extraction("文" * 60, said(820, "2023"), id="b" * 64, published=late),
        extraction("文" * 60, said(810, "2023"), id="c" * 64, published=early),
        extraction("文" * 60, said(900, "2024"), id="d" * 64, published=date(2025, 2, 1)),
    ]
    found = {each.cluster: each for each in judge(reconcile(texts, lexicon), lexicon, TODAY)}
    (only,) = found["robotics"].targets
    assert only.met is not None
    assert (only.met.period, only.met_on) == ("2023", early)
    assert only.actual is not None
    assert only.actual.period == "2024"


def test_reached_once_and_lost_again_is_said(lexicon: Lexicon) -> None:
    found = target(lexicon, said(800, "2025", "target"), said(820, "2022"), said(700, "2023"))
    assert found.verdict is Verdict.REACHED
    assert "又未达到" in found.reason
    assert "short of it again" in found.reason_en


def test_what_was_known_when_the_target_was_set_does_not_reach_it(lexicon: Lexicon) -> None:
    """A yearly aim below last year's figure is to be held in its own year."""
    report = date(2025, 1, 20)
    texts = [
        extraction("文" * 60, said(800, "2025", "target"), said(820, "2024"), id="a" * 64, published=report)
    ]
    found = {each.cluster: each for each in judge(reconcile(texts, lexicon), lexicon, TODAY)}
    (only,) = found["robotics"].targets
    assert only.verdict is Verdict.UNKNOWN
    assert "before the target was set" in only.reason_en


def test_growth_is_of_its_own_period(lexicon: Lexicon) -> None:
    def grown(rate: str, period: str, status: str = "actual", comparator: str = "=") -> Statement:
        one = said(1, period, status, kind="growth", unit="1", comparator=comparator)
        return replace(one, quantity=replace(one.quantity, value=Decimal(rate), resolution=Decimal("0.001")))

    aimed = grown("0.05", "2025", "target", "~")
    assert target(lexicon, aimed, grown("0.06", "2024")).verdict is Verdict.UNKNOWN
    assert target(lexicon, aimed, grown("0.049", "2025")).verdict is Verdict.REACHED
    assert target(lexicon, aimed, grown("0.039", "2025")).verdict is Verdict.OUT_OF_REACH
    cut = grown("-0.03", "2025", "target", ">=")  # 下降3%以上
    assert target(lexicon, cut, grown("-0.035", "2025")).verdict is Verdict.REACHED
    assert target(lexicon, cut, grown("-0.02", "2025")).verdict is Verdict.OUT_OF_REACH
    assert target(lexicon, cut, grown("0.01", "2025")).verdict is Verdict.OUT_OF_REACH
    assert target(lexicon, cut, grown("-0.03", "2025", comparator=">=")).verdict is Verdict.REACHED
    within = grown("-0.03", "2025", "target", "<=")  # 降幅控制在3%以内
    assert target(lexicon, within, grown("-0.02", "2025")).verdict is Verdict.REACHED


def test_a_range_asks_for_its_nearer_end(lexicon: Lexicon) -> None:
    aimed = said(800, "2025", "target")
    low, high = Decimal(700 * YI), Decimal(900 * YI)
    aimed = replace(aimed, quantity=replace(aimed.quantity, low=low, high=high, resolution=Decimal(100 * YI)))
    assert target(lexicon, aimed, said(710, "2024")).verdict is Verdict.REACHED
    assert target(lexicon, aimed, said(690, "2025")).verdict is Verdict.OUT_OF_REACH


@pytest.mark.parametrize(
    ("actual", "verdict"),
    [(45, Verdict.REACHED), (52, Verdict.ON_PACE), (57, Verdict.BEHIND)],
)
def test_of_what_is_to_fall_less_is_better(lexicon: Lexicon, actual: int, verdict: Verdict) -> None:
    """A share is judged in points a year; unemployment is on the packs' list of what is to fall."""

    def jobless(value: str, period: str, status: str = "actual") -> Statement:
        one = said(1, period, status, "城镇调查失业率", kind="share", unit="1")
        return replace(one, quantity=replace(one.quantity, value=Decimal(value), resolution=Decimal("0.001")))

    found = target(
        lexicon, jobless("0.048", "2025", "target"), jobless("0.058", "2021"), jobless(f"0.0{actual}", "2023")
    )
    assert found.verdict is verdict
    assert found.falls
    assert found.progress is None
    assert found.so_far is not None
    assert found.so_far.form is Form.LINEAR


def test_the_words_that_hedge_a_target_are_kept(lexicon: Lexicon) -> None:
    text = "到2025年，力争智能机器人产业营业收入达到800亿元左右。"
    whole = {"subject": "智能机器人产业", "cluster": "robotics", "region": "440000", "period": "2025"}
    aimed = statement(
        text, "800亿元左右", 800 * YI, comparator="~", status="target", measure="营业收入", **whole
    )
    found = {e.cluster: e for e in judge(reconcile([extraction(text, aimed)], lexicon), lexicon, TODAY)}
    (only,) = found["robotics"].targets
    assert only.hedges == ("力争", "左右")


def test_a_target_that_was_set_anew_keeps_its_history(lexicon: Lexicon) -> None:
    def year_of(day: int, *stated: Statement) -> tuple[date, tuple[Statement, ...]]:
        return date(day, 1, 20), stated

    reports = (year_of(2023, said(900, "2025", "target")), year_of(2024, said(800, "2025", "target")))
    texts = [
        extraction("文" * 60, *stated, id=f"{number:064}", published=day)
        for number, (day, stated) in enumerate(reports)
    ]
    found = {each.cluster: each for each in judge(reconcile(texts, lexicon), lexicon, TODAY)}
    (only,) = found["robotics"].targets
    assert only.target.value == 800 * YI
    assert [(each.value / YI, each.day) for each in only.settings] == [
        (900, date(2023, 1, 20)),
        (800, date(2024, 1, 20)),
    ]
    assert all(each.said is not None for each in only.settings)
    assert "先后有900亿（2023）、800亿（2024）" in only.reason


def test_editions_are_history_in_the_order_of_their_plans(lexicon: Lexicon) -> None:
    """Whoever cites both on one day: the edition of 2021 came before that of 2023."""
    titles = [f"广东省培育智能机器人战略性新兴产业集群行动计划({first}-2025年)" for first in (2023, 2021)]
    found = standing(
        lexicon,
        said(800, "2025", "target", source=titles[0]),
        said(600, "2025", "target", source=titles[1]),
    )
    assert len(found.targets) == 2
    for each in found.targets:
        history = [(setting.value / YI, setting.plan) for setting in each.settings]
        assert history == [(600, "robotics-2021"), (800, "robotics-2023")]


def test_two_values_of_one_plan_are_no_history(lexicon: Lexicon) -> None:
    plan = "广东省培育智能机器人战略性新兴产业集群行动计划(2023-2025年)"
    found = standing(
        lexicon,
        said(600, "2025", "target", source=plan),
        said(800, "2025", "target", source=plan),
    )
    assert all(each.settings == () for each in found.targets)


def place(lexicon: Lexicon, *statements: Statement, region: str = "440000") -> PlaceStanding:
    texts = [extraction("文" * 60, each, id=f"{number:064}") for number, each in enumerate(statements)]
    return judge_place(region, reconcile(texts, lexicon), lexicon, TODAY)


def of_the_province(value: float, period: str, status: str = "actual") -> Statement:
    return said(value, period, status, "地区生产总值", subject="广东", cluster=None)


def test_a_place_has_targets_of_its_own(lexicon: Lexicon) -> None:
    (only,) = place(
        lexicon, of_the_province(140_000, "2025", "target"), of_the_province(141_634, "2024")
    ).targets
    assert only.verdict is Verdict.REACHED
    assert only.key.cluster is None
    assert place(lexicon, of_the_province(140_000, "2025", "target"), region="330000").targets == ()


def test_a_target_of_a_pack_without_a_cluster_is_the_place_s_own() -> None:
    packed = load(["zhejiang"])
    listed = [each for each in packed.targets if each.cluster is None and each.region == "330000"]
    found = place(packed, region="330000")
    assert len(found.targets) == len(listed) > 0
    assert {each.verdict for each in found.targets} == {Verdict.UNKNOWN}


def test_what_a_plan_deliberately_leaves_without_a_figure_is_shown_as_such(lexicon: Lexicon) -> None:
    none = WordlessTarget(
        "robotics-2023", "gdp", None, None, "440000", "2025", "CNY", "保持在合理区间", "示例", "level"
    )
    (only,) = place(replace(lexicon, wordless=(none,)), of_the_province(135_673, "2023")).wordless
    assert only.words == "保持在合理区间"
    assert only.actual is not None
    assert only.actual.period == "2023"


def load_without_targets() -> Lexicon:
    return replace(load(), targets=())
