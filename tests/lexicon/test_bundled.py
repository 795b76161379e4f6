"""A pack is asked for by its folder or by the name of a bundled one, wherever packs are asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from yanchao.errors import PackError
from yanchao.lexicon.bundled import BUNDLED, DEFAULT_PACKS, bundled_names, folder_of
from yanchao.lexicon.lexicon import load
from yanchao.settings import read_settings


def test_those_read_by_default_come_first_and_in_their_order() -> None:
    assert bundled_names()[: len(DEFAULT_PACKS)] == DEFAULT_PACKS
    assert "zhejiang" in bundled_names()
    assert "zhejiang" not in DEFAULT_PACKS


def test_a_name_is_the_bundled_pack_where_no_folder_is_called_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert folder_of("zhejiang") == BUNDLED / "zhejiang"
    (tmp_path / "zhejiang").mkdir()
    assert folder_of("zhejiang") == Path("zhejiang")


@pytest.mark.parametrize("name", ["nowhere", "..", "zhejiang/clusters.csv", ""])
def test_what_is_no_bundled_pack_stays_the_folder_that_was_asked_for(name: str, tmp_path: Path) -> None:
    assert folder_of(name, tmp_path) == tmp_path / name


def test_a_pack_that_is_nowhere_is_told_with_those_that_are_bundled() -> None:
    with pytest.raises(PackError, match=r"nowhere: is no folder and no bundled pack; .*guangdong, zhejiang$"):
        load(["nowhere"])


def test_a_project_may_ask_for_a_bundled_pack_by_name(tmp_path: Path) -> None:
    (tmp_path / "yanchao.toml").write_text('packs = ["zhejiang", "own"]\n', encoding="utf-8")
    assert read_settings(tmp_path / "yanchao.toml").packs == (BUNDLED / "zhejiang", tmp_path / "own")


def test_a_pack_may_build_on_one_that_is_not_read_by_default(tmp_path: Path) -> None:
    (tmp_path / "pack.toml").write_text(
        'name = "hangzhou"\nhome = "330100"\nneeds = ["zh", "china", "zhejiang"]\n', encoding="utf-8"
    )
    lexicon = load([tmp_path])
    assert lexicon.home == "330100"
    assert "photovoltaics" in lexicon.clusters
    assert "appliances" not in lexicon.clusters


def test_a_pack_that_is_read_anyway_adds_nothing_when_asked_for() -> None:
    assert load(["guangdong"]).targets == load().targets
