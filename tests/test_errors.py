from __future__ import annotations

import pickle

import pytest

from yanchao.errors import PackError, SourceError, UsageError


@pytest.mark.parametrize(
    "error",
    [
        SourceError("a.txt", "the file is empty", "fill it"),
        PackError("units.csv:3", "no factor"),
        UsageError("no such rule"),
    ],
)
def test_an_error_is_the_same_in_another_process(error: Exception) -> None:
    there = pickle.loads(pickle.dumps(error))
    assert (type(there), str(there), vars(there)) == (type(error), str(error), vars(error))


def test_a_source_error_is_one_line_whatever_the_name() -> None:
    assert str(SourceError("a\nb.txt", "is empty", "fill it")) == "a b.txt: is empty (fill it)"
