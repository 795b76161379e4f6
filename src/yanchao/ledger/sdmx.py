"""What the SDMX exports are made of: the components of the data structure, and the codes of their values.

Both are lists: `sdmx_components.csv` and `sdmx_codes.csv`. The data (`exports/sdmx_csv.py`) and the message that describes it
(`exports/sdmx_structure.py`) are written from the same two, and so agree.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from yanchao.lexicon.tables import read_table
from yanchao.quick import dataclass

AGENCY = "YANCHAO"
VERSION = "1.0"
FIGURES = "FIGURES"
"""The id of the data structure definition, and of its data flow."""

CONCEPTS = "CS_FIGURES"
AREAS = "CL_AREA"
CLUSTERS = "CL_CLUSTER"


@dataclass(frozen=True, slots=True)
class Component:
    """A line of `sdmx_components.csv`."""

    id: str
    role: str
    type: str
    is_always: bool
    name: str
    name_en: str

    @property
    def is_coded(self) -> bool:
        return self.type.startswith("CL_")


@dataclass(frozen=True, slots=True)
class Code:
    """A line of `sdmx_codes.csv`."""

    codelist: str
    value: str
    code: str
    name: str
    name_en: str


@cache
def components() -> tuple[Component, ...]:
    """The components in the order of the columns."""
    return read_table(Path(__file__).with_name("sdmx_components.csv"), Component)


@cache
def codes() -> tuple[Code, ...]:
    """The codes of all codelists but those of areas and clusters."""
    return read_table(Path(__file__).with_name("sdmx_codes.csv"), Code)


@cache
def code(codelist: str, value: str) -> str:
    """The code of a value. Raises KeyError where the codelist has none."""
    return {(each.codelist, each.value): each.code for each in codes()}[codelist, value]
