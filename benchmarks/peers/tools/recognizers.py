# /// script
# dependencies = ["recognizers-text-suite", "emoji<2"]
# ///
"""Recognizers-Text: numbers, percentages, currencies, dimensions, ages and temperatures, each by a model of its own."""

from __future__ import annotations

from typing import Any

from recognizers_number import NumberRecognizer
from recognizers_number_with_unit import NumberWithUnitRecognizer
from recognizers_text import Culture

from serving import Reading, serve

NUMBERS, UNITS = NumberRecognizer(Culture.Chinese), NumberWithUnitRecognizer(Culture.Chinese)
MODELS = [
    NUMBERS.get_number_model(),
    NUMBERS.get_percentage_model(),
    UNITS.get_currency_model(),
    UNITS.get_dimension_model(),
    UNITS.get_age_model(),
    UNITS.get_temperature_model(),
]
OURS = {
    "Chinese yuan": "CNY",
    "Ton": "t",
    "Metric ton": "t",
    "Kilogram": "kg",
    "Kilometer": "km",
    "Meter": "m",
    "Square kilometer": "km2",
    "Square meter": "m2",
    "Hectare": "ha",
    "Mu": "mu",
    "Cubic meter": "m3",
    "Jin": "jin",
    "Year": "year",
    "Month": "month",
    "Day": "day",
    "Hour": "hour",
    "Kilowatt": "kW",
    "C": "degC",
}


def run(text: str) -> list[Any]:
    return [found for model in MODELS for found in model.parse(text)]


def readings(_text: str, raw: list[Any]) -> list[Reading]:
    return [reading for found in raw if (reading := read(found)) is not None]


def read(found: Any) -> Reading | None:
    written = (found.resolution or {}).get("value")
    if not written:
        return None
    value = float(written.rstrip("%")) / (100 if written.endswith("%") else 1)
    unit = found.resolution.get("unit")
    ours = found.resolution.get("isoCurrency") or OURS.get(unit, unit) or "1"
    return Reading(found.start, found.end + 1, value, ours)


if __name__ == "__main__":
    serve("Recognizers-Text (Python)", "recognizers-text-suite", run, readings)
