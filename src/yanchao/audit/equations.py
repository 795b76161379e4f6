"""The arithmetic of a relation as an editor would say it, solved for the figure that is held to be wrong."""

from __future__ import annotations

import math
from collections.abc import Callable

from yanchao.audit.dossier import Figure
from yanchao.audit.messages import Said
from yanchao.audit.relations import Factor, Product, Sum
from yanchao.audit.wording import like, take_apart
from yanchao.interval import Interval


def solved(form: Product | Sum, blamed: Figure) -> Said:
    """`19619.2亿元 ÷ 19万亿元 ≈ 10.3%，文中为105%`: the relation solved for `blamed`, with what the text has instead."""
    expression, value = _product(form, blamed) if isinstance(form, Product) else _sum(form, blamed)
    return Said("solved", expression=expression, value=like(blamed, value), printed=bare(blamed))


def solving(form: Product | Sum) -> Callable[[Figure], Said]:
    """`solved` for whichever figure will be held to be wrong."""
    return lambda blamed: solved(form, blamed)


def always(said: Said) -> Callable[[Figure], Said]:
    """The same arithmetic whichever figure is held to be wrong."""
    return lambda _: said


def bare(figure: Figure) -> str:
    """The number of a figure with its unit as printed, without comparators before it."""
    form = take_apart(figure)
    if form is not None:
        return form.bare
    # A number without digits (超万亿元): what stands after its first comparator.
    bounds = figure.statement.quantity.comparators
    start = bounds[0][0].end if bounds and bounds[0][0].start == figure.start else figure.start
    return "".join(figure.document.text[start : figure.end].split())


def _product(form: Product, blamed: Figure) -> tuple[str, float]:
    own = next(factor for factor in form.factors if factor.figure is blamed)
    others = [factor for factor in form.factors if factor is not own]
    # own ** own.power × others = bound, so every other factor changes sides.
    over = [factor for factor in others if (factor.power > 0) != (own.power > 0)]
    under = [factor for factor in others if (factor.power > 0) == (own.power > 0)]
    expression = " × ".join(_factor(factor) for factor in over) or "1"
    for factor in under:
        expression += f" ÷ {_factor(factor)}"
    value = 1.0
    for factor in others:
        value *= (factor.figure.value + factor.shift) ** -factor.power
    value = value ** (1 / own.power)
    if abs(own.power) > 1:
        expression = f"({expression})^(1/{abs(own.power)})"
    if own.shift:
        expression += f" − {own.shift:.0f}"
    return expression, value - own.shift


def _factor(factor: Factor) -> str:
    text = bare(factor.figure)
    if factor.shift:
        sign = "−" if factor.figure.value < 0 else "+"
        text = f"({factor.shift:.0f} {sign} {text})"
    return text if abs(factor.power) == 1 else f"{text}^{abs(factor.power)}"


def _sum(form: Sum, blamed: Figure) -> tuple[str, float]:
    weight = next(weight for figure, weight in form.terms if figure is blamed)
    total = _end(form.bound) / weight
    terms = [(like(blamed, total), 1.0)] if total else []
    others = [(figure, -other / weight) for figure, other in form.terms if figure is not blamed]
    for figure, factor in sorted(others, key=lambda term: term[1] < 0):
        terms.append((bare(figure), factor))
        total += factor * figure.value
    expression = "".join(f" {'−' if factor < 0 else '+'} {text}" for text, factor in terms)
    return expression.removeprefix(" + ").lstrip(), total


def _end(bound: Interval) -> float:
    """The middle of a bound, or its one end."""
    ends = [end for end in (bound.low, bound.high) if math.isfinite(end)]
    return sum(ends) / max(len(ends), 1)
