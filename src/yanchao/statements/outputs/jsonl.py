"""JSON Lines: one statement a line, with the keys of the labelling guide."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import BinaryIO

from yanchao.statements.outputs import Output
from yanchao.statements.record import to_record
from yanchao.statements.statement import Extraction


def write(extractions: Iterable[Extraction], out: BinaryIO) -> None:
    for extraction in extractions:
        for statement in extraction.statements:
            record = {"document": extraction.document.uri, **to_record(statement)}
            out.write(json.dumps(record, ensure_ascii=False).encode("utf-8", "replace") + b"\n")


OUTPUT = Output("jsonl", "one JSON object a line, for programs (the default)", True, write)
