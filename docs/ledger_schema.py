"""Writes the schema of the ledger into `ledger.md`: the picture and the tables come from the code, not from a hand.

    python -m docs.ledger_schema

What stands between `<!-- schema -->` and `<!-- end of schema -->` is replaced. A test fails where the two differ.
"""

from __future__ import annotations

import re
from pathlib import Path

from yanchao.ledger.schema import SCHEMA_VERSION, TABLES, Table

PAGE = Path(__file__).with_name("ledger.md")
SCHEMA = re.compile(r"(<!-- schema -->\n).*?(\n<!-- end of schema -->)", re.DOTALL)


def main() -> None:
    PAGE.write_text(page(), encoding="utf-8")


def page() -> str:
    """The page as it should read now."""
    text = PAGE.read_text(encoding="utf-8")
    return SCHEMA.sub(lambda found: found[1] + schema() + found[2], text)


def schema() -> str:
    parts = [f"This is version {SCHEMA_VERSION} of the schema.", picture()]
    for table in TABLES:
        rows = [_row(table, number) for number in range(len(table.columns))]
        head = ["| column | type | what it holds |", "|---|---|---|"]
        parts += [f"### {table.name}", table.meaning, "\n".join([*head, *rows])]
    return "\n\n".join(parts)


def picture() -> str:
    """The tables and which column of one names a row of another, as a Mermaid picture."""
    lines = ["```mermaid", "erDiagram"]
    for table in TABLES:
        lines += [
            f"  {column.points_to.partition('.')[0]} ||--o{{ {table.name} : {column.name}"
            for column in table.columns
            if column.points_to
        ]
    for table in TABLES:
        lines.append(f"  {table.name} {{")
        lines += [f"    {_plain(column.type)} {column.name} PK" for column in table.columns[: table.key]]
        lines.append("  }")
    return "\n".join([*lines, "```"])


def _row(table: Table, number: int) -> str:
    column = table.columns[number]
    name = f"**{column.name}**" if number < table.key else column.name
    link = f" → `{column.points_to}`" if column.points_to else ""
    type = column.type.replace('"', "")
    return f"| {name} | `{type}` | {column.meaning}{link} |"


def _plain(type: str) -> str:
    return re.sub(r"\W.*", "", type)


if __name__ == "__main__":
    main()
