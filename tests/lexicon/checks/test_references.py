"""Reference figures that contradict each other are told, and the bundled packs' do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from yanchao.lexicon.bundled import BUNDLED, bundled_names
from yanchao.lexicon.checks.references import check, provinces
from yanchao.lexicon.entries import Reference
from yanchao.lexicon.tables import read_table

HEAD = "measure,subject,cluster,region,period,value,unit,source,url,vintage"


def said(folder: Path, *lines: str, exceptions: tuple[str, ...] = ()) -> list[str]:
    """What the check says of a pack with these figures: measure,subject,region,period,value,unit[,vintage]."""
    rows = []
    for line in lines:
        measure, subject, region, period, value, unit, *day = line.split(",")
        vintage = day[0] if day else "2026-01-31"
        rows.append(f"{measure},{subject},,{region},{period},{value},{unit},an office,,{vintage}")
    (folder / "references.csv").write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    if exceptions:
        head = "check,measure,subject,region,period,allowance,reason"
        (folder / "exceptions.csv").write_text("\n".join([head, *exceptions]) + "\n", encoding="utf-8")
    return [f"{problem.where.rpartition(', ')[2]}: {problem.what}" for problem in check(folder)]


@pytest.mark.parametrize("name", bundled_names())
def test_the_bundled_packs_are_clean(name: str) -> None:
    assert list(check(BUNDLED / name)) == []


def test_the_digits_written_are_the_interval() -> None:
    row = read_table(BUNDLED / "china" / "references.csv", Reference)[0]
    assert row.interval.contains(float(row.value))
    assert row.interval.high - row.interval.low == pytest.approx(10.0 ** int(row.value.as_tuple().exponent))


class TestSums:
    def provinces(self, value: str) -> list[str]:
        return [f"output,粮食,{region},2024,{value},t" for region in sorted(provinces())]

    def test_provinces_within_rounding_add_up(self, tmp_path: Path) -> None:
        assert said(tmp_path, *self.provinces("1.0E+7"), "output,粮食,156,2024,3.2E+8,t") == []

    def test_provinces_that_do_not_add_up_are_told(self, tmp_path: Path) -> None:
        (told,) = said(tmp_path, *self.provinces("1.00E+7"), "output,粮食,156,2024,3.50E+8,t")
        assert "31 provinces add up to" in told

    def test_a_reason_with_an_allowance_excuses_them(self, tmp_path: Path) -> None:
        lines = (*self.provinces("1.00E+7"), "output,粮食,156,2024,3.50E+8,t")
        assert said(tmp_path, *lines, exceptions=("sum,output,粮食,,,0.15,counted apart",)) == []

    def test_some_provinces_may_be_less_than_the_nation_but_not_more(self, tmp_path: Path) -> None:
        nation = "output,汽车,156,2024,3.0E+7,count:辆"
        assert said(tmp_path, nation, "output,汽车,440000,2024,5.7E+6,count:辆") == []
        assert said(tmp_path, nation, "output,汽车,440000,2024,5.7E+7,count:辆") != []

    def test_editions_are_not_mixed(self, tmp_path: Path) -> None:
        first = [f"{line},2025-01-31" for line in self.provinces("1.00E+7")]
        later = [f"{line},2026-01-31" for line in self.provinces("2.00E+7")]
        nation = ["output,粮食,156,2024,3.10E+8,t,2025-01-31", "output,粮食,156,2024,6.20E+8,t,2026-01-31"]
        assert said(tmp_path, *first, *later, *nation) == []


def test_sectors_that_are_not_the_whole_are_told(tmp_path: Path) -> None:
    sectors = [
        "value-added,第一产业,440000,2024,5.0E+11,CNY",
        "value-added,第二产业,440000,2024,5.4E+12,CNY",
        "value-added,第三产业,440000,2024,8.1E+12,CNY",
    ]
    assert said(tmp_path, *sectors, "gdp,,440000,2024,1.40E+13,CNY") == []
    (told,) = said(tmp_path, *sectors, "gdp,,440000,2024,1.60E+13,CNY")
    assert "three sectors add up" in told
    (told,) = said(tmp_path, *sectors, "industrial-value-added,,440000,2024,6.4E+12,CNY")
    assert "above the secondary sector" in told


class TestGrowth:
    LEVELS = ("gdp,,140000,2020,1.78356E+12,CNY", "gdp,,140000,2021,2.30878E+12,CNY")

    def test_prices_may_part_real_growth_from_levels(self, tmp_path: Path) -> None:
        """Coal made Shanxi's product a third larger in 2021, of which a tenth was real."""
        assert said(tmp_path, *self.LEVELS, "growth,地区生产总值,140000,2021,0.093,1") == []

    def test_no_prices_explain_a_lost_digit(self, tmp_path: Path) -> None:
        (told,) = said(tmp_path, *self.LEVELS, "growth,地区生产总值,140000,2021,0.93,1")
        assert "does not go with" in told

    def test_growth_is_not_held_against_another_edition(self, tmp_path: Path) -> None:
        assert said(tmp_path, *self.LEVELS, "growth,地区生产总值,140000,2021,0.93,1,2022-01-31") == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("gdp-per-capita,,440000,2024,1.11E+5,CNY", "gdp-per-capita,,440000,2024,1.51E+5,CNY"),
        ("rd-intensity,,440000,2024,0.036,1", "rd-intensity,,440000,2024,0.063,1"),
    ],
)
def test_ratios_go_with_what_they_are_ratios_of(tmp_path: Path, right: str, wrong: str) -> None:
    parts = (
        "gdp,,440000,2024,1.4149E+13,CNY",
        "population,,440000,2024,1.278E+8,person",
        "rd-spending,,440000,2024,5.0996E+11,CNY",
    )
    assert said(tmp_path, *parts, right) == []
    assert len(said(tmp_path, *parts, wrong)) == 1


class TestGaps:
    def test_a_year_missing_in_a_run_is_told_unless_it_has_a_reason(self, tmp_path: Path) -> None:
        lines = ("population,,440000,2021,1.26E+8,person", "population,,440000,2023,1.27E+8,person")
        (told,) = said(tmp_path, *lines)
        assert told.startswith("population 440000 2022: is missing")
        assert said(tmp_path, *lines, exceptions=("gap,population,,440000,2022,,not found",)) == []

    def test_a_province_missing_where_nearly_all_are_there_is_told(self, tmp_path: Path) -> None:
        lines = [
            f"population,,{region},2024,4.0E+7,person" for region in sorted(provinces()) if region != "540000"
        ]
        (told,) = said(tmp_path, *lines)
        assert told.startswith("population 540000 2024: is missing")

    def test_a_few_provinces_are_no_gap(self, tmp_path: Path) -> None:
        assert (
            said(tmp_path, *(f"trade,,{region},2024,4E+11,CNY" for region in sorted(provinces())[:5])) == []
        )


def test_a_figure_that_stands_twice_is_told(tmp_path: Path) -> None:
    line = "gdp,,440000,2024,1.4E+13,CNY"
    assert said(tmp_path, line, line) == ["gdp 440000 2024: stands twice with vintage 2026-01-31"]


def test_a_value_out_of_all_magnitude_is_told(tmp_path: Path) -> None:
    (told,) = said(tmp_path, "gdp,,440000,2023,1.36E+13,CNY", "gdp,,440000,2024,1.41E+12,CNY")
    assert "out of all magnitude" in told


def test_a_figure_wants_a_day_after_its_period_and_a_known_source(tmp_path: Path) -> None:
    assert said(tmp_path, "gdp,,440000,2024,1.4E+13,CNY,") == ["gdp 440000 2024: has no vintage"]
    (told,) = said(tmp_path, "gdp,,440000,2024,1.4E+13,CNY,2023-01-31")
    assert "before its period" in told
    (tmp_path / "sources.csv").write_text(
        "source,body,licence,consulted\n某局*,某局,facts,page\n", encoding="utf-8"
    )
    (told,) = said(tmp_path, "gdp,,440000,2024,1.4E+13,CNY")
    assert "not in sources.csv" in told
