"""Cities that come to more than their province are told, and so are all of them where they come to less."""

from __future__ import annotations

from pathlib import Path

import pytest

from yanchao.lexicon.bundled import BUNDLED, bundled_names
from yanchao.lexicon.checks.cities import check

HEAD = "measure,subject,cluster,region,period,value,unit,source,url,vintage"
HAINAN = ("460100", "460200", "460300", "460400")
"""All prefecture-level cities that the packs know of one province."""


def said(folder: Path, *lines: str, exceptions: str = "") -> list[str]:
    """What the check says of a pack with these figures of one year: region,value[,vintage]."""
    rows = []
    for line in lines:
        region, value, *day = line.split(",")
        rows.append(f"渔船,,,{region},2024,{value},count:艘,an office,,{day[0] if day else '2025-01-31'}")
    (folder / "references.csv").write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    if exceptions:
        head = "check,measure,subject,region,period,allowance,reason\n"
        (folder / "exceptions.csv").write_text(head + exceptions, encoding="utf-8")
    return [problem.what for problem in check(folder)]


@pytest.mark.parametrize("name", bundled_names())
def test_the_bundled_packs_are_clean(name: str) -> None:
    assert list(check(BUNDLED / name)) == []


def test_all_cities_within_rounding_come_to_the_province(tmp_path: Path) -> None:
    assert said(tmp_path, *(f"{code},1.0E+3" for code in HAINAN), "460000,4.1E+3") == []


def test_all_cities_that_come_to_less_are_told(tmp_path: Path) -> None:
    (told,) = said(tmp_path, *(f"{code},1.00E+3" for code in HAINAN), "460000,4.50E+3")
    assert told.startswith("4 cities come to")


def test_some_cities_may_come_to_less_and_not_to_more(tmp_path: Path) -> None:
    assert said(tmp_path, "460100,1.00E+3", "460000,4.50E+3") == []
    (told,) = said(tmp_path, "460100,5.00E+3", "460000,4.50E+3")
    assert told.startswith("1 cities come to")


def test_prints_of_two_years_are_left_to_each_other(tmp_path: Path) -> None:
    assert said(tmp_path, "460100,5.00E+3,2026-01-31", "460000,4.50E+3,2025-01-31") == []


def test_what_has_a_reason_is_let_pass(tmp_path: Path) -> None:
    reason = "cities,渔船,,460000,2024,0.2,counted twice\n"
    assert said(tmp_path, "460100,5.00E+3", "460000,4.50E+3", exceptions=reason) == []
