"""Charts: a series over years, drawn by lets-plot and made fit for a page with a strict content policy.

lets-plot writes an SVG with a `<style>` element, `style` attributes, random ids and fixed colours. The policy of the
site forbids inline style, dark mode needs other colours, and a build must give the same bytes twice. So each colour
that is drawn is a stand-in (`INKS`) that becomes a class of `atlas.css`, and what is not on a short list is dropped.
The pictures stay small enough to be shown at their natural size on a phone, so that type is as large on all.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping, Sequence
from copy import deepcopy
from functools import lru_cache
from typing import Any

from lxml import etree
from markupsafe import Markup

from yanchao.atlas.cards import Card
from yanchao.atlas.figures import LARGEST_RATIO_IN_PERCENT, axis, period_words, show
from yanchao.atlas.language import Language, say
from yanchao.ledger.series import Observation
from yanchao.quick import dataclass, replace
from yanchao.statements.statement import Comparator, Kind, Status

PANEL, HEIGHT = 250, 176
"""Pixels: the width between the labels at the left and the right edge, and the whole height. What is drawn has one
size on every chart and in both languages; only the room for labels differs."""

UNIT_LINE = 16
"""Of the height, what the line with the unit takes, which not every chart has."""

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

DRAWN = {
    Status.ACTUAL: (21, "actual", "actual"),
    Status.ESTIMATE: (21, "actual", "paper"),
    Status.TARGET: (23, "target", "target"),
}
"""How points are drawn, by their status and in this order: the shape (of ggplot), the ink of its line, that of its inside."""

POINTS = frozenset(f"f-{fill} s-{ink}" for _, ink, fill in DRAWN.values())
"""The classes that nothing but a point has."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One point of a line: `low` and `high` are the least and the largest value that a source gives.

    `period` and `comparator` are what the point says of itself to whoever points at it.
    """

    year: int
    value: float
    low: float
    high: float
    status: Status
    period: str | None = None
    comparator: Comparator = Comparator.EQUAL


def line_chart(card: Card, language: Language) -> Markup:
    """The series over years: actuals on a line, estimates hollow, targets as diamonds, disagreement as a band."""
    dots = [dot(point.observation, point.year) for point in card.points if point.year is not None]
    return draw(dots, card.unit, card.kind, language)


def dot(point: Observation, year: int) -> Dot:
    """A point of a series as it is drawn: with what the sources say who disagree."""
    said = [assertion.value for assertion in point.assertions]
    return Dot(year, point.value, min(said), max(said), point.status, point.period, point.comparator)


def draw(
    dots: Sequence[Dot], unit: str, kind: Kind, language: Language, *, beside: Sequence[Dot] = ()
) -> Markup:
    """Points over years as an SVG that may stand in a page of the site.

    `beside` are the points of the drawings that stand next to it: all of them get the same scales.
    """
    ordered = sorted(dots, key=lambda dot: (dot.year, dot.status))
    together = (*ordered, *beside)
    breaks = _breaks([dot.low for dot in together] + [dot.high for dot in together])
    years = sorted({dot.year for dot in together})
    # Nobody reads an axis of which one half is in percent.
    is_ratio = kind is Kind.SHARE and breaks[-1] > LARGEST_RATIO_IN_PERCENT
    shown_as = Kind.LEVEL if is_ratio else kind
    labels = tuple(Labels(*axis(breaks, unit, shown_as, each)) for each in Language)
    said = tuple(_said(ordered, unit, kind, each) for each in Language)
    plots = _plots(tuple(ordered), tuple(years), tuple(breaks), labels, said)
    return Markup(plots[language])  # noqa: S704 - _fit lets only drawing through


def _said(dots: Sequence[Dot], unit: str, kind: Kind, language: Language) -> tuple[str, ...]:
    """What each point stands for, in the order in which they are drawn."""
    return tuple(
        f"{period_words(dot.period or str(dot.year), language)} · "
        f"{show(dot.value, unit, kind, language, comparator=dot.comparator)} · "
        f"{say(f'status.{dot.status}', language)}"
        for status in DRAWN
        for dot in dots
        if dot.status is status
    )


def _width(label: str) -> float:
    """About how wide a label is drawn, in pixels."""
    return sum(5.5 if letter < "\u2e80" else 11.0 for letter in label)


@dataclass(frozen=True, slots=True)
class Labels:
    """What stands over an axis, and at its marks."""

    unit: str
    marks: tuple[str, ...]

    @property
    def width(self) -> float:
        return max(map(_width, self.marks))


@lru_cache(maxsize=256)
def _plots(
    dots: tuple[Dot, ...],
    years: tuple[int, ...],
    breaks: tuple[float, ...],
    labels: tuple[Labels, ...],
    said: tuple[tuple[str, ...], ...],
) -> Mapping[Language, str]:
    """The plot in every language, with the `labels` of each and what is `said` of its points. A page is written in one after the other, and drawn once."""
    widest = max(labels, key=lambda each: each.width)
    unit = next((each.unit for each in labels if each.unit), "")
    plot = _fit(_drawn(dots, years, breaks, replace(widest, unit=unit)))
    return {
        language: _labelled(
            plot,
            dict(zip((unit, *widest.marks), (own.unit, *own.marks), strict=True)),
            points,
            widest.width - own.width,
        )
        for language, own, points in zip(Language, labels, said, strict=True)
    }


def _drawn(dots: Sequence[Dot], years: Sequence[int], breaks: Sequence[float], labels: Labels) -> str:
    """The plot as lets-plot draws it."""
    lp = _lets_plot()
    shown_years = years if len(years) <= 6 else [years[0], years[len(years) // 2], years[-1]]

    def table(chosen: Sequence[Dot], *names: str) -> dict[str, list[Any]]:
        return {name: [getattr(dot, name) for dot in chosen] for name in ("year", *names)}

    disputed = [dot for dot in dots if dot.low < dot.high]
    on_record = [dot for dot in dots if dot.status is not Status.TARGET]
    plot = lp.ggplot() + lp.ggsize(PANEL + round(labels.width), HEIGHT if labels.unit else HEIGHT - UNIT_LINE)
    if disputed:
        plot += lp.geom_linerange(
            lp.aes("year", ymin="low", ymax="high"),
            data=table(disputed, "low", "high"),
            color=INK["band"],
            size=6,
        )
    if len(on_record) > 1:
        plot += lp.geom_line(
            lp.aes("year", "value"), data=table(on_record, "value"), color=INK["actual"], size=1.1
        )
    aims = [dot for dot in dots if dot.status is Status.TARGET]
    if on_record and aims and aims[-1].year > on_record[-1].year:
        plot += lp.geom_line(
            lp.aes("year", "value"),
            data=table([on_record[-1], aims[-1]], "value"),
            color=INK["target"],
            size=0.9,
            linetype="dashed",
        )
    for status, (shape, ink, fill) in DRAWN.items():
        chosen = [dot for dot in dots if dot.status is status]
        if chosen:
            plot += lp.geom_point(
                lp.aes("year", "value"),
                data=table(chosen, "value"),
                shape=shape,
                color=INK[ink],
                fill=INK[fill],
                size=3.4,
                stroke=1.4,
            )
    if labels.unit:
        plot += lp.ggtitle(labels.unit)
    blank = lp.element_blank()
    return str(
        (
            plot
            + lp.scale_y_continuous(
                breaks=list(breaks), labels=list(labels.marks), limits=[breaks[0], breaks[-1]]
            )
            + lp.scale_x_continuous(
                breaks=shown_years, labels=[str(year) for year in shown_years], limits=[years[0], years[-1]]
            )
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
                plot_title=lp.element_text(size=11),
                legend_position="none",
                plot_margin=[4, 8, 2, 0],
            )
        ).to_svg()
    )


def _lets_plot() -> Any:
    """The library, imported late for its size. Its docstrings hold escapes that newer Pythons warn about once."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)
        warnings.simplefilter("ignore", DeprecationWarning)
        import lets_plot
    return lets_plot


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


TAGS = frozenset({"svg", "g", "path", "line", "circle", "rect", "text", "tspan"})
ATTRIBUTES = frozenset(
    {
        "x",
        "y",
        "x1",
        "y1",
        "x2",
        "y2",
        "cx",
        "cy",
        "r",
        "dx",
        "dy",
        "d",
        "width",
        "height",
        "transform",
        "fill",
        "stroke",
        "fill-rule",
        "fill-opacity",
        "stroke-opacity",
        "stroke-width",
        "stroke-dasharray",
        "text-anchor",
        "class",
    }
)
"""What a plot may hold. Labels carry words of documents, and lets-plot makes links of some: nothing else passes."""


def _fit(svg: str) -> Any:
    """The SVG as a tree without inline style, ids or links, with classes for colours and shorter numbers."""
    root = etree.fromstring(svg.encode())
    for element in list(root.iter()):
        tag = etree.QName(element).localname if isinstance(element.tag, str) else ""
        if tag not in TAGS:
            _remove(element)
            continue
        for name in list(element.attrib):
            _fit_attribute(element, str(name))
        element.text = (element.text or "").strip() or None
        element.tail = None
    _remove_empty_groups(root)
    return root


def _labelled(plot: Any, words: Mapping[str, str], said: Sequence[str], spare: float) -> str:
    """The plot as text, its labels by `words`, its points with what is `said` of them; `spare` is how much room at the left the labels leave."""
    root = deepcopy(plot)
    points = [each for each in root.iter() if each.get("class") in POINTS]
    for point, of_point in zip(points, said, strict=True):
        # A unit is a word of a document, which may hold what no XML can.
        point.set("data-said", "".join(filter(str.isprintable, of_point)))
    for element in root.iter():
        if element.text:
            element.text = words.get(element.text, element.text)
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    root.attrib.clear()
    root.set("viewBox", f"{spare:g} 0 {width - spare:g} {height:g}")
    root.set("width", f"{width - spare:g}")
    root.set("height", f"{height:g}")
    root.set("class", "plot")
    root.set("aria-hidden", "true")
    text = etree.tostring(root, encoding="unicode")
    return re.sub(r' xmlns(:xlink)?="[^"]*"', "", text, count=2)


def _fit_attribute(element: Any, name: str) -> None:
    value = str(element.attrib.pop(name))
    if name == "style":
        # A size is all that a label's style holds that the page's own style cannot know.
        if size := re.search(r"font-size:\s*([\d.]+)px", value):
            element.set("font-size", f"{float(size[1]):g}")
    elif name in ("fill", "stroke") and _hex(value) in INKS:
        element.set("class", f"{element.get('class', '')} {name[0]}-{INKS[_hex(value)]}".strip())
    elif name == "class":
        element.set("class", f"{value} {element.get('class', '')}".strip())
    elif name in ATTRIBUTES:
        element.set(
            name, re.sub(r"\d+\.\d+", lambda digits: f"{float(digits[0]):.1f}".removesuffix(".0"), value)
        )


def _hex(colour: str) -> str:
    if match := re.fullmatch(r"rgb\((\d+),(\d+),(\d+)\)", colour.replace(" ", "")):
        return "#" + "".join(f"{int(part):02x}" for part in match.groups())
    return colour.lower()


def _remove_empty_groups(root: Any) -> None:
    """lets-plot leaves a group for each of its layers, drawn or not."""
    for element in list(root.iter("{*}g"))[::-1]:
        if len(element) == 0:
            _remove(element)


def _remove(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
