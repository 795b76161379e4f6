"""Packs become one lexicon: later ones add and replace, words lead to their rows, mistakes are named."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from yanchao.errors import PackError
from yanchao.lexicon.entries import Bound, FigureKind, NamedRole
from yanchao.lexicon.lexicon import load
from yanchao.statements.statement import Comparator, Kind, Role


def pack(folder: Path, **files: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pack.toml").write_text(files.pop("toml", 'name = "test"\n'), encoding="utf-8")
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


ZHEJIANG = """# One cluster of Zhejiang.
id,name,name_en,group,tier,tier_source,aliases
digital-security,数字安防,Digital security,pillar,1000000000000,example,智慧安防|安防产业
"""


def test_the_bundled_packs_make_guangdong_the_home() -> None:
    assert load().home == "440000"


def test_an_extra_pack_adds_rows_and_sets_the_home(tmp_path: Path) -> None:
    folder = pack(tmp_path / "zj", toml='name = "zj"\nhome = "330000"\n', clusters=ZHEJIANG)
    lexicon = load([folder])
    assert lexicon.home == "330000"
    assert lexicon.cluster_by_word["智慧安防"].name == "数字安防"
    assert len(lexicon.clusters) == 21


def test_a_row_with_the_same_key_replaces_the_earlier_one(tmp_path: Path) -> None:
    folder = pack(
        tmp_path / "fix",
        clusters="# A cluster renamed.\nid,name,name_en,group,tier,tier_source,aliases\n"
        "robotics,机器人与具身智能,Robots,emerging,100000000000,example,机器人\n",
    )
    lexicon = load([folder])
    assert len(lexicon.clusters) == 20
    assert lexicon.clusters["robotics"].name == "机器人与具身智能"


def test_a_pack_that_names_no_home_leaves_it(tmp_path: Path) -> None:
    assert load([pack(tmp_path / "more")]).home == "440000"


def test_a_pack_for_another_province_leaves_out_the_clusters_of_guangdong(tmp_path: Path) -> None:
    folder = pack(
        tmp_path / "zj",
        toml='name = "zj"\nhome = "330000"\nneeds = ["zh", "china"]\n',
        clusters=ZHEJIANG,
    )
    lexicon = load([folder])
    assert list(lexicon.clusters) == ["digital-security"]
    assert lexicon.home == "330000"
    assert lexicon.region_by_word["杭州"].code == "330100"
    assert "gdp" in lexicon.measures


def test_a_pack_beside_it_that_needs_all_brings_them_back(tmp_path: Path) -> None:
    alone = pack(tmp_path / "zj", toml='name = "zj"\nneeds = ["zh", "china"]\n', clusters=ZHEJIANG)
    assert len(load([alone, pack(tmp_path / "more")]).clusters) == 21


def test_a_need_that_nobody_can_meet_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="'jiangsu'"):
        load([pack(tmp_path / "bad", toml='name = "x"\nneeds = ["zh", "jiangsu"]\n')])


def test_a_folder_without_description_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"has no pack\.toml"):
        load([tmp_path])


def test_a_description_that_is_no_toml_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="not valid TOML"):
        load([pack(tmp_path / "bad", toml="name = \n")])


def test_a_broken_table_is_named_with_its_line(tmp_path: Path) -> None:
    folder = pack(tmp_path / "bad", clusters=ZHEJIANG.replace("1000000000000", "a trillion"))
    with pytest.raises(PackError, match=r"clusters\.csv:3"):
        load([folder])


def test_a_broken_table_of_counties_is_named_before_a_text_asks_it(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"counties\.csv:1: the columns must be code, name, region"):
        load([pack(tmp_path / "bad", counties="name\n示例县\n")])


@pytest.mark.parametrize(
    ("code", "ancestor", "inside"),
    [
        ("440100", "440000", True),
        ("440100", "156", True),
        ("440000", "440000", True),
        ("440100", "330000", False),
        ("156", "440000", False),
        (None, "156", False),
        ("999999", "156", False),
    ],
)
def test_a_place_lies_within_those_above_it(code: str | None, ancestor: str, inside: bool) -> None:
    assert load().within(code, ancestor) is inside


def test_cues_of_a_role_come_longest_first() -> None:
    for role in {cue.role for cue in load().cues}:
        lengths = [len(cue.text) for cue in load().cues_of(role)]
        assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize(
    ("files", "where", "missing"),
    [
        ({"toml": 'name = "x"\nhome = "999999"\n'}, "pack.toml, home", "no place '999999'"),
        (
            {"regions": "code,name,name_en,level,parent,aliases\n440606,顺德区,Shunde,county,440699,\n"},
            "regions.csv, 440606",
            "no place '440699'",
        ),
        (
            {
                "targets": "plan,measure,subject,cluster,region,period,value,unit,comparator,source\n"
                "nowhere-2026,revenue,,robotics,440000,2030,1,CNY,=,example\n"
            },
            "targets.csv, nowhere-2026",
            "no plan 'nowhere-2026'",
        ),
        (
            {"entities": "id,name,name_en,role,region,cluster,aliases\nx,某公司,X,firm,440100,robotix,\n"},
            "entities.csv, x",
            "no cluster 'robotix'",
        ),
        (
            {"clusters": ZHEJIANG.replace("pillar", "pilar")},
            "clusters.csv, digital-security",
            "no group 'pilar'",
        ),
        (
            {"ratios": "ratio,numerator,denominator,low,high\n利润率,profits,revenue,1,1\n"},
            "ratios.csv, 利润率",
            "no measure 'profits'",
        ),
        (
            {"counties": "code,name,region\n440181,示例县,440199\n"},
            "counties.csv, 440181",
            "no place '440199'",
        ),
    ],
)
def test_a_row_that_names_what_no_pack_has_is_named(
    tmp_path: Path, files: dict[str, str], where: str, missing: str
) -> None:
    with pytest.raises(PackError) as caught:
        load([pack(tmp_path / "loose", **files)])
    assert caught.value.where == where
    assert missing in caught.value.problem


@pytest.mark.parametrize(
    ("table", "header", "row", "problem"),
    [
        (
            "targets",
            "plan,measure,subject,cluster,region,period,value,unit,comparator,source",
            "robotics-2021,revenue,,robotics,440000,2030,1,CNY,≥,example",
            "comparator: '≥' is none of =, >, >=, <, <=, ~",
        ),
        (
            "wordless",
            "plan,measure,subject,cluster,region,period,unit,words,source,kind",
            "robotics-2021,revenue,,robotics,440000,2030,CNY,保持增长,example,rise",
            "kind: 'rise' is none of level, share, growth",
        ),
        (
            "entities",
            "id,name,name_en,role,region,cluster,aliases",
            "x,某公司,X,company,440100,robotics,",
            "role: 'company' is none of",
        ),
        (
            "regions",
            "code,name,name_en,level,parent,aliases",
            "440606,顺德区,Shunde,district,440600,",
            "level: 'district' is none of world, country, province, prefecture, county",
        ),
    ],
)
def test_a_word_that_its_column_does_not_know_is_named_with_those_that_it_does(
    tmp_path: Path, table: str, header: str, row: str, problem: str
) -> None:
    with pytest.raises(PackError) as caught:
        load([pack(tmp_path / "odd", **{table: f"{header}\n{row}\n"})])
    assert caught.value.where.endswith(f"{table}.csv:2")
    assert problem in caught.value.problem


def test_a_county_has_a_code_of_its_own_and_lies_in_its_prefecture() -> None:
    (county,) = load().gazetteer.named("顺昌县")
    assert (county.level, load().place(county.code)) == ("county", county)
    assert list(load().around(county.code)) == ["350700", "350000", "156", "001"]


def test_an_autonomous_county_goes_by_its_short_name_too() -> None:
    gazetteer = load().gazetteer
    assert {each.code for each in (*gazetteer.named("秀山县"), *gazetteer.called("秀山"))} == {"500241"}
    assert (gazetteer.bare("500241"), gazetteer.bare("330483"), gazetteer.bare("156")) == ("秀山", "桐乡", "")
    assert "秀山县" in gazetteer.names
    assert gazetteer.called("秀山土家族苗族自治") == ()


def test_a_name_that_several_counties_share_has_them_all() -> None:
    assert {"320106", "350102", "410204"} <= {each.code for each in load().gazetteer.named("鼓楼区")}


def test_a_place_has_the_counties_that_it_governs_itself() -> None:
    gazetteer = load().gazetteer
    assert "350721" in {each.code for each in gazetteer.lying_in("350700")}
    assert gazetteer.lying_in("350721") == ()


def test_a_code_that_no_pack_lists_is_no_place() -> None:
    assert load().place("999999") is None
    assert load().place("44") is None
    assert load().place(None) is None


def test_packs_may_say_what_statements_say() -> None:
    assert set(get_args(Bound)) == set(Comparator)
    assert set(get_args(FigureKind)) == {"", *Kind}
    assert set(get_args(NamedRole)) == set(Role)


@pytest.mark.parametrize(
    ("toml", "problem"),
    [
        ('nmae = "x"\n', "'nmae' means nothing here"),
        ('name = "x"\nneeds = "zh"\n', "needs must be a list"),
        ('name = "x"\nhome = 440000\n', "home must be text"),
    ],
)
def test_a_description_that_says_something_else_is_named(tmp_path: Path, toml: str, problem: str) -> None:
    with pytest.raises(PackError, match=problem):
        load([pack(tmp_path / "odd", toml=toml)])


def test_an_expression_for_cues_that_no_pack_has_matches_nothing() -> None:
    assert re.search(load().any_cue("no-such-role"), "存款余额") is None
    assert re.search(load().any_cue("stock"), "存款余额")


@pytest.mark.parametrize(
    ("cited", "name"),
    [
        ('《广东省制造业高质量发展"十四五"规划》', "广东省制造业高质量发展“十四五”规划"),
        ("广东省制造业高质量发展 “十四五” 规划", "广东省制造业高质量发展“十四五”规划"),
        ("《某市海洋产业行动方案(2024-2026年)》", "某市海洋产业行动方案（2024—2026年）"),
        ('某市 "十四五" 海洋规划', "某市“十四五”海洋规划"),
        ("国家统计局", "国家统计局"),
        ("IDC (China) 2024-2025", "IDC (China) 2024-2025"),
    ],
)
def test_a_source_has_one_spelling_however_texts_write_it(cited: str, name: str) -> None:
    assert load().source_name(cited) == name
    assert load().source_name(name) == name
