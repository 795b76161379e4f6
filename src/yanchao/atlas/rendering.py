"""A sheet becomes HTML: Jinja2 with autoescape, and the words that templates know."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from yanchao.atlas import figures, linked, paths
from yanchao.atlas.cards import Card
from yanchao.atlas.charts import line_chart
from yanchao.atlas.gauge import Gauge
from yanchao.atlas.glosses import Glosses, gloss
from yanchao.atlas.language import HERE, Language, Text, catalogue, say
from yanchao.atlas.linked import At
from yanchao.atlas.page import Sheet
from yanchao.ledger.series import Assertion, Observation
from yanchao.statements.statement import Kind, Quantity, Statement

SECTIONS = {
    "home": paths.HOME,
    "clusters": paths.CLUSTERS,
    "compare": paths.COMPARE,
    "measures": paths.MEASURES,
    "places": paths.PLACES,
    "plans": paths.PLANS,
    "names": paths.NAMES,
    "findings": paths.FINDINGS,
    "documents": paths.DOCUMENTS,
    "data": paths.DATA,
    "about": paths.ABOUT,
}
"""The navigation, in order."""


class Renderer:
    """Renders sheets. One environment a language; templates are compiled once."""

    def __init__(self, gauge: Gauge, known: Glosses, site: str = "") -> None:
        """`known` are the words that can be glossed, `site` the address under which the pages will stand, with its slash; empty where nobody knows."""
        self._site = site
        self._environments = {language: _environment(language, gauge, known) for language in Language}

    def render(self, sheet: Sheet, language: Language) -> str:
        """The HTML of a sheet in a language. Links are relative to its own place in the site."""
        environment = self._environments[language]
        here = language.root + sheet.path

        def href(path: str) -> str:
            """A page of the same language."""
            return paths.relative(language.root + path, here)

        def file(path: str) -> str:
            """A file of the site that belongs to no language."""
            return paths.relative(path, here)

        def address(at: At) -> str:
            """Where something stands: in full where the site knows its own address."""
            path = at.path if at.is_file else language.root + at.path
            return self._site + path if self._site else paths.relative(path, here)

        return environment.get_template(sheet.template).render(
            sheet=sheet,
            view=sheet.view,
            href=href,
            file=file,
            here=self._site and self._site + here,
            linked=sheet.linked and linked.script(sheet.linked, language, address),
            other_language=paths.relative(language.other.root + sheet.path, here),
            sections=SECTIONS,
        )


def _environment(language: Language, gauge: Gauge, known: Glosses) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        language=language,
        t=lambda key, **values: say(key, language, **_into(values, language)),
        figure=_figure(language),
        quantity=_quantity(language),
        amount=lambda value, unit, kind: figures.show(value, unit, kind, language),
        chart=_chart(language),
        gauge=gauge,
        tier_short=lambda value: _tier_short(float(value), language),
        tier_class=lambda value: _tier_class(float(value), language),
        interval=lambda point, unit, kind: figures.interval_words(
            point.low, point.high, unit, kind, language
        ),
        period=lambda period: figures.period_words(period, language),
        percent=figures.percent_words,
        growth=figures.growth_words,
        day=lambda value: _day(value, language),
        naming=lambda mention: say(f"role_one.{mention.role}", language),
        reading=lambda statement: _reading(statement, language),
        message=lambda finding: (language is Language.EN and finding.message_en) or finding.message,
        reason=lambda standing: (language is Language.EN and standing.reason_en) or standing.reason,
        tier_reason=lambda standing: (
            (language is Language.EN and standing.tier_reason_en) or standing.tier_reason
        ),
        relation=lambda finding: (language is Language.EN and finding.relation_en) or finding.relation,
        level=Kind.LEVEL,
        cluster_path=paths.cluster,
        document_path=paths.document,
        plan_path=paths.plan,
        rule_path=paths.rule,
        search_path=paths.search,
        filesize=_filesize,
    )
    environment.filters["words"] = lambda text: _tagged(text, language)
    environment.filters["glossed"] = lambda text: _tagged(text, language, known)
    environment.filters["into"] = lambda text: text.into(language) if isinstance(text, Text) else text
    return environment


def _into(values: dict[str, Any], language: Language) -> dict[str, Any]:
    return {
        name: value.into(language) if isinstance(value, Text) else value for name, value in values.items()
    }


CHINESE = re.compile(r"[0-9A-Za-z.]*[《“（]?[\u3400-\u9fff](?:[^\s:;()]*[\u3400-\u9fff）》”])?", re.UNICODE)
"""A run of Chinese in a text, with the digits and Latin letters that its words begin with and hold."""


def _tagged(text: Text | str | None, language: Language, known: Glosses | None = None) -> str:
    """Words for the body of a page; Chinese ones on an English page say so, for whoever reads it aloud.

    With `known` words, what a Chinese name says stands behind it in English.
    """
    words = text.into(language) if isinstance(text, Text) else text or ""
    if language is Language.ZH or not CHINESE.search(words):
        return words
    parts, end = [], 0
    for found in CHINESE.finditer(words):
        parts += [
            escape(words[end : found.start()]),
            Markup('<span lang="zh-Hans">{}</span>').format(found[0]),
        ]
        if known and (english := gloss(found[0], known)):
            parts.append(Markup('<span class="gloss"> {}</span>').format(english))
        end = found.end()
    return Markup("").join([*parts, escape(words[end:])])


def _figure(language: Language) -> Callable[..., figures.Shown]:
    def figure(point: Observation | Assertion, unit: str, kind: Kind) -> figures.Shown:
        return figures.show(point.value, unit, kind, language, comparator=point.comparator)

    return figure


def _quantity(language: Language) -> Callable[..., figures.Shown]:
    def quantity(read: Quantity, kind: Kind, printed: str) -> figures.Shown:
        return figures.show(
            read.value,
            read.unit,
            kind,
            language,
            comparator=read.comparator,
            low=read.low,
            high=read.high,
            printed=printed,
        )

    return quantity


def _tier_short(tier: float, language: Language) -> str:
    """A tier as a label on the gauge, where space is short."""
    key = f"tier.t{tier:.0f}"
    return say(key, language) if key in catalogue() else str(figures.show(tier, "CNY", Kind.LEVEL, language))


def _tier_class(tier: float, language: Language) -> str:
    """The name of a size tier: the one that people use where there is one (五千亿级), else its amount."""
    key = f"tier_class.c{tier:.0f}"
    if key in catalogue():
        return say(key, language)
    return say("tier_class.other", language, tier=figures.show(tier, "CNY", Kind.LEVEL, language))


def _reading(statement: Statement, language: Language) -> str:
    """What a figure was taken to mean, in one line: what the pointer finds when it rests on it."""
    quantity = statement.quantity
    shown = figures.show(
        quantity.value,
        quantity.unit,
        statement.kind,
        language,
        comparator=quantity.comparator,
        low=quantity.low,
        high=quantity.high,
    )
    parts = (
        statement.subject,
        statement.measure,
        figures.period_words(statement.period, language),
        str(shown),
        say(f"status.{statement.status}", language),
    )
    return " · ".join(part for part in parts if part)


def _chart(language: Language) -> Callable[[Card], Markup]:
    """Draws a series; the same one stands on several pages and is drawn once."""
    drawn: dict[str, Markup] = {}

    def chart(card: Card) -> Markup:
        if card.series.id not in drawn:
            drawn[card.series.id] = line_chart(card, language)
        return drawn[card.series.id]

    return chart


def _day(value: date | None, language: Language) -> str:
    if value is None:
        return say("figure.no_date", language)
    if language is Language.ZH:
        return f"{value.year}年{value.month}月{value.day}日"
    return f"{value.day} {figures.MONTH_NAMES[value.month - 1]} {value.year}"


def _filesize(size: int) -> str:
    """How large a file is, as a reader would say it."""
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{max(1, round(size / 1000))} kB"
