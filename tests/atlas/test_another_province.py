"""The atlas of another province: its clusters, its ladder and its map come from the data of its pack alone."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

import yanchao
from yanchao.atlas.live import Live
from yanchao.cli.main import main
from yanchao.errors import UsageError
from yanchao.ledger.ledger import Ledger
from yanchao.lexicon.lexicon import load

TEXT = """\
2024年，全省智能光伏产业实现营业收入3200亿元，比上年增长6%。力争到2027年，智能光伏产业营业收入突破4000亿元。
2024年，高端装备产业营业收入达1.2万亿元。以杭州、宁波为核心，海康威视等龙头企业带动数字安防产业营业收入升至6100亿元。
我省智能家电产业的空调远销海外，2024年出口额460亿元。
"""


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("zhejiang")
    (folder / "text.txt").write_text(TEXT, encoding="utf-8")
    yanchao.build([str(folder / "text.txt")], folder / "atlas", packs=["zhejiang"], today=date(2025, 6, 1))
    return folder / "atlas"


def page(atlas: Path, name: str) -> str:
    return (atlas / name).read_text(encoding="utf-8")


def test_four_and_fifteen_clusters_stand_on_the_ladder(atlas: Path) -> None:
    rungs = re.findall(r'<h3 id="rung-\d"><span>(.+?)</span> <b>(\d+)</b>', page(atlas, "index.html"))
    assert rungs == [("万亿级", "4"), ("千亿级", "15")]
    assert "浙江省" in page(atlas, "index.html")


def test_there_is_a_page_for_each_cluster_of_the_pack_and_for_none_of_guangdong(atlas: Path) -> None:
    pages = {path.stem for path in (atlas / "clusters").glob("*.html")} - {"index"}
    assert pages == set(load(["zhejiang"]).clusters)
    assert "appliances" not in pages


def test_a_page_says_the_group_that_the_pack_names(atlas: Path) -> None:
    assert "千亿级特色产业集群" in page(atlas, "clusters/photovoltaics.html")
    assert "万亿级世界级先进产业群" in page(atlas, "clusters/high-end-equipment.html")
    assert "Characteristic cluster" in page(atlas, "en/clusters/photovoltaics.html")


def test_a_target_of_a_cluster_is_held_against_its_actual(atlas: Path) -> None:
    """3200 at 6% a year make 3811 by 2027, where 4000 are aimed at."""
    standing = page(atlas, "clusters/photovoltaics.html")
    assert "落后" in standing
    assert "2024年为3200亿，到2027年需年均7.7%，此前年均6.0%" in standing


def test_the_targets_of_a_plan_for_the_whole_province_are_on_its_page(atlas: Path) -> None:
    assert "12万亿元" in page(atlas, "plans/415x-2023.html")


def test_what_a_plan_leaves_without_a_figure_on_purpose_is_on_its_page(atlas: Path) -> None:
    outline = page(atlas, "plans/outline-145-cn.html")
    assert "有意不设数值的目标" in outline
    assert "保持在合理区间、各年度视情提出" in outline
    assert "deliberately sets no figure" in page(atlas, "en/plans/outline-145-cn.html")


def test_figures_without_a_place_are_of_the_home(atlas: Path) -> None:
    with Ledger(atlas) as ledger:
        found = {each.key.cluster for each in ledger.series(region="330000") if each.key.measure == "revenue"}
    assert found == {"photovoltaics", "high-end-equipment", "digital-security"}


def test_it_is_served_with_its_own_packs_and_with_no_others(atlas: Path) -> None:
    """With Guangdong's, the pages would tell of 19 clusters and every other answer of 20."""
    assert Live(atlas, load(["zhejiang"])).now().clusters(group="characteristic").total == 15
    with pytest.raises(UsageError, match=r"built about 330000, .* about 440000; give the packs .*--pack"):
        Live(atlas, load())


def test_the_map_shows_the_cities_of_the_home(atlas: Path) -> None:
    tiles = re.findall(r'<span class="tile-name">(.+?)</span>', page(atlas, "index.html"))
    assert len(tiles) == 11
    assert {"杭州", "宁波", "温州"} <= set(tiles)
    assert "广州" not in tiles


def test_the_audit_counts_the_clusters_of_the_pack(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x.txt").write_text("浙江重点打造5个世界级先进产业群。\n", encoding="utf-8")
    arguments = ["check", str(tmp_path / "x.txt"), "--format", "json", "--pack"]
    assert main([*arguments, "zhejiang"]) == 1
    assert [found["rule"] for found in json.loads(capsys.readouterr().out)] == ["YC202"]
    assert main([*arguments, "guangdong"]) == 0
