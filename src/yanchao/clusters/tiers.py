"""The size tier that a cluster's own figures support, against the one declared for it.

A tier of a trillion yuan means yearly revenue (营业收入) of a trillion or more; where a text gives the size of the
industry (产业规模) instead, that is taken, and the reason says so. What only a plan aims at supports nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from yanchao.clusters.wording import Reason, amount
from yanchao.ledger.periods import is_point, year
from yanchao.ledger.series import Observation, Series
from yanchao.quick import dataclass
from yanchao.statements.statement import Comparator, Status

PREFERRED = "revenue"
BELOW_ALL = 0.0
NAMES = {
    "revenue": Reason("营业收入", "revenue"),
    "scale": Reason("产业规模（视同营业收入）", "size of the industry (taken as revenue)"),
    "software-revenue": Reason("软件业务收入", "software revenue"),
}


@dataclass(frozen=True, slots=True)
class Support:
    """The tier (None where no figure tells, 0 where the figure is below every tier), the figure, and why."""

    tier: float | None
    evidence: Observation | None
    reason: Reason


def supported_tier(series: Sequence[Series], declared: float, tiers: Sequence[float]) -> Support:
    """The largest of `tiers` that the latest yearly figure of `series` reaches.

    `series` are those of the whole cluster's revenue or size, in CNY.
    """
    found = [
        (year(observation.period) or 0, each.key.measure == PREFERRED, observation, each.key.measure)
        for each in series
        for observation in each.observations
        if observation.status is Status.ACTUAL and is_point(observation.period)
    ]
    if not found:
        return Support(
            None,
            None,
            Reason(
                "没有该集群全年营业收入的数据，无从判断。",
                "No document gives the cluster's revenue of a year.",
            ),
        )
    its_year, _, latest, measure = max(found, key=lambda each: (each[0], each[1], each[2].value))
    reached = [tier for tier in tiers if _reaches(latest, tier)]
    tier = max(reached, default=BELOW_ALL)
    what = NAMES.get(measure, NAMES[PREFERRED])
    value, supported, wanted = amount(latest.value), amount(tier), amount(declared)
    if tier >= declared:
        verdict = Reason("支持所定量级。", "supports the declared tier.")
    elif tier:
        verdict = Reason(
            f"只支持{supported.zh}量级，低于所定的{wanted.zh}。",
            f"supports the tier of {supported.en}, below the declared {wanted.en}.",
        )
    else:
        verdict = Reason("低于所有量级。", "is below every tier.")
    facts = Reason(f"{its_year}年{what.zh}{value.zh}，", f"The {what.en} of {its_year}, {value.en}, ")
    return Support(tier, latest, facts + verdict)


def _reaches(figure: Observation, tier: float) -> bool:
    """近万亿 is below a trillion, 约万亿 only if all that it allows is not."""
    if figure.comparator is Comparator.LESS:
        return figure.value > tier
    return (figure.low if figure.comparator is Comparator.ABOUT else figure.value) >= tier
