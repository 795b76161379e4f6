"""How a standing speaks: one sentence in both languages, with amounts as people write them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence, or a part of one, in Chinese and in English."""

    zh: str
    en: str

    def __add__(self, other: Reason) -> Reason:
        return Reason(self.zh + other.zh, self.en + other.en)


def amount(value: float) -> str:
    """An amount in 万亿, 亿 or 万, with no more digits than it has: 1.9619万亿, 683.8亿, 570万."""
    for name, size in (("万亿", 1e12), ("亿", 1e8), ("万", 1e4)):
        if abs(value) >= size:
            return f"{value / size:.6g}{name}"
    return f"{value:.6g}"


def percent(fraction: float) -> str:
    """A fraction as percent with one decimal: 14.0%."""
    return f"{fraction * 100:.1f}%"
