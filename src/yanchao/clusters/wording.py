"""How a standing speaks: one sentence in both languages, with amounts as people write them."""

from __future__ import annotations

from yanchao.quick import dataclass

CHINESE = (("万亿", 1e12), ("亿", 1e8), ("万", 1e4))
FRACTION = "1"
ENGLISH = (("trillion", 1e12), ("billion", 1e9), ("million", 1e6))


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence, or a part of one, in Chinese and in English."""

    zh: str
    en: str

    def __add__(self, other: Reason) -> Reason:
        return Reason(self.zh + other.zh, self.en + other.en)


def amount(value: float) -> Reason:
    """An amount with no more digits than it has: 1.9619万亿 and 1.9619 trillion, 570万 and 5.7 million."""
    return Reason(_scaled(value, CHINESE, ""), _scaled(value, ENGLISH, " "))


def _scaled(value: float, names: tuple[tuple[str, float], ...], gap: str) -> str:
    for name, size in names:
        if abs(value) >= size:
            return f"{value / size:.6g}{gap}{name}"
    return f"{value:.6g}"


def figure(value: float, unit: str) -> Reason:
    """A figure of a series: a fraction as percent, anything else as an amount."""
    return Reason(percent(value), percent(value)) if unit == FRACTION else amount(value)


def percent(fraction: float) -> str:
    """A fraction as percent with one decimal: 14.0%."""
    return f"{fraction * 100:.1f}%"
