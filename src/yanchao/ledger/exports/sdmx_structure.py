"""The SDMX structure message of the SDMX-CSV export: its data structure definition, concepts and codelists.

SDMX-ML 3.0, the version that SDMX-CSV 2.0 belongs to. Codes of areas and clusters are those that the ledger has; they are named
as the packs of China and Guangdong name them, and by themselves where these do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from lxml import etree

from yanchao.ledger.exports import Export
from yanchao.ledger.ledger import Ledger
from yanchao.ledger.sdmx import (
    AGENCY,
    AREAS,
    CLUSTERS,
    CONCEPTS,
    FIGURES,
    VERSION,
    Component,
    codes,
    components,
)
from yanchao.lexicon.lexicon import load

SCHEMAS = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/"
NAMESPACES = {"mes": f"{SCHEMAS}message", "str": f"{SCHEMAS}structure", "com": f"{SCHEMAS}common"}
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
MAINTAINED = {"agencyID": AGENCY, "version": VERSION, "isExternalReference": "false"}
MODEL = "urn:sdmx:org.sdmx.infomodel."

Names = Iterable[tuple[str, str, str]]
"""Of each code or concept its id, its name in Chinese and its name in English."""


def write(ledger: Ledger, out: Path) -> None:
    message = etree.Element(_tag("mes:Structure"), nsmap=NAMESPACES)
    _header(message, ledger.judged_on or date(2000, 1, 1))
    structures = _add(message, "mes:Structures")
    _flow(_add(structures, "str:Dataflows"))
    lists = _add(structures, "str:Codelists")
    for name, items in codelists(ledger):
        _items(_add(lists, "str:Codelist", id=name, isPartial="false", **MAINTAINED), name, "str:Code", items)
    schemes = _add(structures, "str:ConceptSchemes")
    scheme = _add(schemes, "str:ConceptScheme", id=CONCEPTS, isPartial="false", **MAINTAINED)
    concepts = ((each.id, each.name, each.name_en) for each in components())
    _items(scheme, "concepts of the figures", "str:Concept", concepts)
    _definition(_add(structures, "str:DataStructures"))
    etree.ElementTree(message).write(str(out), encoding="utf-8", xml_declaration=True, pretty_print=True)


def codelists(ledger: Ledger) -> Iterator[tuple[str, Names]]:
    """Every codelist that some component's values are codes of, with its codes."""
    lexicon = load()
    regions, clusters = (_distinct(ledger, column) for column in ("region", "cluster"))
    for name in dict.fromkeys(each.type for each in components() if each.is_coded):
        if name == AREAS:
            places = ((id, lexicon.place(id)) for id in regions)
            yield name, [(id, *((it.name, it.name_en) if it else (id, id))) for id, it in places]
        elif name == CLUSTERS:
            found = ((id, lexicon.clusters.get(id)) for id in clusters)
            yield name, [(id, *((it.name, it.name_en) if it else (id, id))) for id, it in found]
        else:
            yield name, [(it.code, it.name, it.name_en) for it in codes() if it.codelist == name]


def _distinct(ledger: Ledger, column: str) -> list[str]:
    """What the series have in a column, in order."""
    query = f"SELECT DISTINCT {column} FROM series WHERE {column} <> '' ORDER BY 1"  # noqa: S608
    return [value for (value,) in ledger.each_row(query)]


def _header(message: etree._Element, day: date) -> None:
    header = _add(message, "mes:Header")
    _add(header, "mes:ID").text = f"{AGENCY}-{FIGURES}"
    _add(header, "mes:Test").text = "false"
    _add(header, "mes:Prepared").text = f"{day.isoformat()}T00:00:00"
    _add(header, "mes:Sender", id=AGENCY)


def _flow(flows: etree._Element) -> None:
    flow = _add(flows, "str:Dataflow", id=FIGURES, **MAINTAINED)
    _name(flow, "figures with their sources", "en")
    _add(flow, "str:Structure").text = f"{MODEL}datastructure.DataStructure={AGENCY}:{FIGURES}({VERSION})"


def _definition(definitions: etree._Element) -> None:
    definition = _add(definitions, "str:DataStructure", id=FIGURES, **MAINTAINED)
    _name(definition, "figures with their sources", "en")
    inner = _add(definition, "str:DataStructureComponents")
    dimensions = _add(inner, "str:DimensionList")
    of_role: dict[str, list[Component]] = {}
    for each in components():
        of_role.setdefault(each.role, []).append(each)
    for position, each in enumerate(of_role["dimension"], 1):
        _component(dimensions, "str:Dimension", each, position=str(position))
    for each in of_role["time"]:
        _component(dimensions, "str:TimeDimension", each)
    attributes = _add(inner, "str:AttributeList")
    for each in (*of_role["series"], *of_role["point"]):
        usage = "mandatory" if each.is_always else "optional"
        attribute = _component(attributes, "str:Attribute", each, usage=usage)
        relation = _add(attribute, "str:AttributeRelationship")
        if each.role == "series":
            _add(relation, "str:Dimension").text = of_role["dimension"][0].id
        else:
            _add(relation, "str:Observation")
    measures = _add(inner, "str:MeasureList")
    for each in of_role["measure"]:
        _component(measures, "str:Measure", each)


def _component(parent: etree._Element, tag: str, component: Component, **values: str) -> etree._Element:
    element = _add(parent, tag, id=component.id, **values)
    concept = f"{MODEL}conceptscheme.Concept={AGENCY}:{CONCEPTS}({VERSION}).{component.id}"
    _add(element, "str:ConceptIdentity").text = concept
    representation = _add(element, "str:LocalRepresentation")
    if component.is_coded:
        codelist = f"{MODEL}codelist.Codelist={AGENCY}:{component.type}({VERSION})"
        _add(representation, "str:Enumeration").text = codelist
    else:
        _add(representation, "str:TextFormat", textType=component.type)
    return element


def _items(scheme: etree._Element, name: str, tag: str, items: Names) -> None:
    _name(scheme, name, "en")
    for id, chinese, english in items:
        item = _add(scheme, tag, id=id)
        _name(item, english, "en")
        _name(item, chinese, "zh")


def _name(element: etree._Element, name: str, language: str) -> None:
    _add(element, "com:Name", **{LANGUAGE: language}).text = name


def _add(parent: etree._Element, tag: str, **values: str) -> etree._Element:
    return etree.SubElement(parent, _tag(tag), values)


def _tag(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


EXPORT = Export(
    "sdmx-structure",
    "the SDMX structure message of sdmx-csv: definition, concepts, codelists",
    "figures.sdmx.xml",
    write,
    ("about", "series"),
)
