"""Charts: a series over years, drawn by lets-plot and made fit for a page with a strict content policy.

lets-plot writes an SVG with a `<style>` element, `style` attributes, random ids and fixed colours. The policy of the
site forbids inline style, dark mode needs other colours, and a build must give the same bytes twice. So each colour
that is drawn is a stand-in (`INKS`) that becomes a class of `atlas.css`, ids are numbered, and the rest is dropped.
The pictures stay small enough to be shown at their natural size on a phone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree
from markupsafe import Markup

from yanchao.atlas.cards import Card
from yanchao.atlas.figures import show
from yanchao.atlas.language import Language
from yanchao.statements.statement import Status

WIDTH, HEIGHT = 340, 160

INKS = {
    "#010203": "actual",
    "#010204": "estimate",
    "#010205": "target",
    "#010206": "band",
    "#010207": "grid",
    "#010208": "paper",
}
"""Colours that lets-plot is told to draw with, and the class each becomes (`f-actual` to fill, `s-actual` to stroke)."""

INK = {name: colour for colour, name in INKS.items()}


@dataclass(frozen=True, slots=True)
class Dot:
    """One point of a line: `low` and `high` are the least and the largest value that a source gives."""

    year: int
    value: float
    low: float
    high: float
    status: Status


def line_chart(card: Card, language: Language) -> Markup:
    """The series over years: actuals on a line, estimates hollow, targets as diamonds, disagreement as a band."""
    dots = [
        Dot(
            point.year,
            point.observation.value,
            min(assertion.value for assertion in point.observation.assertions),
            max(assertion.value for assertion in point.observation.assertions),
            point.observation.status,
        )
        for point in card.points
        if point.year is not None
    ]
    dots.sort(key=lambda dot: (dot.year, dot.status))
    breaks = _breaks([dot.low for dot in dots] + [dot.high for dot in dots])
    labels = [str(show(value, card.unit, card.kind, language)) for value in breaks]
    return Markup(_fit(_drawn(dots, breaks, labels), f"c{card.anchor}"))  # noqa: S704 - every text in it is ours or escaped by lxml


def _drawn(dots: Sequence[Dot], breaks: list[float], labels: list[str]) -> str:
    import lets_plot as lp

    years = sorted({dot.year for dot in dots})
    shown_years = years if len(years) <= 6 else [years[0], years[len(years) // 2], years[-1]]

    def table(chosen: Sequence[Dot]) -> dict[str, list[Any]]:
        return {
            "year": [dot.year for dot in chosen],
            "value": [dot.value for dot in chosen],
            "low": [dot.low for dot in chosen],
            "high": [dot.high for dot in chosen],
        }

    disputed = [dot for dot in dots if dot.low < dot.high]
    on_record = [dot for dot in dots if dot.status is not Status.TARGET]
    plot = lp.ggplot() + lp.ggsize(WIDTH, HEIGHT)
    if disputed:
        plot += lp.geom_linerange(
            lp.aes("year", ymin="low", ymax="high"), data=table(disputed), color=INK["band"], size=6
        )
    if len(on_record) > 1:
        plot += lp.geom_line(lp.aes("year", "value"), data=table(on_record), color=INK["actual"], size=1.1)
    aims = [dot for dot in dots if dot.status is Status.TARGET]
    if on_record and aims:
        plot += lp.geom_line(
            lp.aes("year", "value"),
            data=table([on_record[-1], aims[-1]]),
            color=INK["target"],
            size=0.9,
            linetype="dashed",
        )
    for status, shape, fill in (
        (Status.ACTUAL, 21, INK["actual"]),
        (Status.ESTIMATE, 21, INK["paper"]),
        (Status.TARGET, 23, INK["target"]),
    ):
        chosen = [dot for dot in dots if dot.status is status]
        if chosen:
            ink = INK["target"] if status is Status.TARGET else INK["actual"]
            plot += lp.geom_point(
                lp.aes("year", "value"),
                data=table(chosen),
                shape=shape,
                color=ink,
                fill=fill,
                size=3.4,
                stroke=1.4,
            )
    blank = lp.element_blank()
    return str(
        (
            plot
            + lp.scale_y_continuous(breaks=breaks, labels=labels, limits=[breaks[0], breaks[-1]])
            + lp.scale_x_continuous(breaks=shown_years, labels=[str(year) for year in shown_years])
            + lp.theme(
                panel_grid_major_x=blank,
                panel_grid_minor=blank,
                panel_grid_major_y=lp.element_line(color=INK["grid"], size=0.6),
                panel_background=blank,
                plot_background=blank,
                axis_line=blank,
                axis_ticks=blank,
                axis_title=blank,
                axis_text=lp.element_text(size=11),
                legend_position="none",
                plot_margin=[4, 8, 2, 0],
            )
        ).to_svg()
    )


def _breaks(values: Sequence[float]) -> list[float]:
    """Three to six round values that hold all of `values`, from zero: a line must not make much of little."""
    low, high = min(0.0, *values), max(0.0, *values)
    if low == high:
        high = 1.0
    rough = (high - low) / 4
    size = 10.0 ** (len(str(int(rough))) - 1) if rough >= 1 else 10.0 ** -_decimals(rough)
    step = next(size * factor for factor in (1, 2, 2.5, 5, 10) if size * factor >= rough)
    first = int(low // step)
    last = -int(-high // step)
    return [float(f"{index * step:.12g}") for index in range(first, last + 1)]


def _decimals(value: float) -> int:
    return max(0, int(re.search(r"e-(\d+)", f"{value:e}")[1])) if value < 1 else 0  # type: ignore[index]


DROPPED = frozenset({"buffered-rendering", "clip-bounds-jfx", "display"})


def _fit(svg: str, id: str) -> str:
    """The SVG without inline style, with stable ids under `id`, classes for colours and shorter numbers."""
    root = etree.fromstring(svg.encode())
    names: dict[str, str] = {}
    for element in list(root.iter()):
        tag = etree.QName(element).localname if isinstance(element.tag, str) else ""
        if tag in ("", "style", "title"):
            _remove(element)
            continue
        for name in list(element.attrib):
            _fit_attribute(element, str(name), names, id)
        element.text = (element.text or "").strip() or None
        element.tail = None
    _unwrap_empty(root)
    width, height = root.attrib.pop("width"), root.attrib.pop("height")
    root.attrib.clear()
    root.set("viewBox", f"0 0 {float(width):g} {float(height):g}")
    root.set("class", "plot")
    root.set("aria-hidden", "true")
    text = etree.tostring(root, encoding="unicode")
    return text.replace(' xmlns="http://www.w3.org/2000/svg"', "").replace(
        ' xmlns:xlink="http://www.w3.org/1999/xlink"', ""
    )


def _fit_attribute(element: Any, name: str, names: dict[str, str], id: str) -> None:
    value = str(element.attrib[name])
    if name == "style":
        # A size is all that a label's style holds that the page's own style cannot know.
        size = re.search(r"font-size:\s*([\d.]+)px", value)
        del element.attrib[name]
        if size:
            element.set("font-size", f"{float(size[1]):g}")
    elif name in DROPPED:
        del element.attrib[name]
    elif name == "id":
        element.set("id", names.setdefault(value, f"{id}-{len(names)}"))
    elif name in ("fill", "stroke") and _hex(value) in INKS:
        del element.attrib[name]
        ink = f"{name[0]}-{INKS[_hex(value)]}"
        element.set("class", f"{element.get('class', '')} {ink}".strip())
    elif match := re.fullmatch(r"url\(#(.+)\)", value):
        element.set(name, f"url(#{names.setdefault(match[1], f'{id}-{len(names)}')})")
    elif name.startswith(("data-", "on")):
        del element.attrib[name]
    else:
        element.set(
            name, re.sub(r"\d+\.\d+", lambda digits: f"{float(digits[0]):.1f}".removesuffix(".0"), value)
        )


def _hex(colour: str) -> str:
    if match := re.fullmatch(r"rgb\((\d+),(\d+),(\d+)\)", colour.replace(" ", "")):
        return "#" + "".join(f"{int(part):02x}" for part in match.groups())
    return colour.lower()


def _unwrap_empty(root: Any) -> None:
    """Drop groups that hold nothing; lets-plot leaves one for each of its layers."""
    for element in list(root.iter("{*}g"))[::-1]:
        if len(element) == 0 and element.getparent() is not None:
            element.getparent().remove(element)


def _remove(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
