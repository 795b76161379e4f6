"""Colours that tell things apart do so for people who see fewer of them (Machado, Oliveira and Fernandes, 2009, at full severity)."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest

import yanchao.atlas

SEEN_BY = {
    "everybody": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
TOLD_APART = 20
"""Units of CIELAB; a difference of some 2 is just seen by who looks for it."""


@pytest.mark.parametrize("who", SEEN_BY)
@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_an_actual_a_target_and_a_disagreement_are_told_apart(who: str, theme: int) -> None:
    marks = [_lab(_seen(_colours(name)[theme], who)) for name in ("deep", "ochre-mark", "red")]
    for one, other in itertools.combinations(marks, 2):
        assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 > TOLD_APART


@pytest.mark.parametrize("who", SEEN_BY)
@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_the_shades_of_a_map_go_one_way(who: str, theme: int) -> None:
    light = [_lab(_seen(_colours(f"shade-{step}")[theme], who))[0] for step in range(6)]
    assert light in (sorted(light), sorted(light, reverse=True))


def _colours(name: str) -> list[tuple[float, ...]]:
    """A colour of the style sheet in linear light, of the light theme and of the dark."""
    css = (Path(yanchao.atlas.__file__).parent / "assets/atlas.css").read_text(encoding="utf-8")
    found = re.findall(rf"--{name}: #(\w\w)(\w\w)(\w\w);", css)
    return [tuple(_linear(int(part, 16) / 255) for part in parts) for parts in found]


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _seen(colour: tuple[float, ...], who: str) -> tuple[float, ...]:
    mixed = (sum(map(float.__mul__, map(float, row), colour)) for row in SEEN_BY[who])
    return tuple(min(max(part, 0.0), 1.0) for part in mixed)


def _lab(colour: tuple[float, ...]) -> tuple[float, float, float]:
    """CIELAB under the white of sRGB."""
    to_xyz = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    white = (0.9505, 1.0, 1.089)
    x, y, z = (
        _root(sum(map(float.__mul__, row, colour)) / most) for row, most in zip(to_xyz, white, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(part: float) -> float:
    return part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116
