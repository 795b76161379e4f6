"""The bundled packs: complete, consistent, unambiguous, and explained in their own heads."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import fields
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from yanchao.lexicon import entries
from yanchao.lexicon.bundled import BUNDLED
from yanchao.lexicon.checks.references import RATES
from yanchao.lexicon.lexicon import load
from yanchao.statements.statement import Comparator, Role

LEXICON = load()
ZHEJIANG = load(["zhejiang"])
TABLES = sorted(BUNDLED.glob("*/*.csv"))
TRILLION = Decimal(10) ** 12
HUNDRED_MILLION = Decimal(10) ** 8

# Prefecture-level divisions of each province: Ministry of Civil Affairs, 2023 (333 in all).
PREFECTURES = {
    "110000": 0, "120000": 0, "130000": 11, "140000": 11, "150000": 12, "210000": 14, "220000": 9,
    "230000": 13, "310000": 0, "320000": 13, "330000": 11, "340000": 16, "350000": 9, "360000": 11,
    "370000": 16, "410000": 17, "420000": 13, "430000": 14, "440000": 21, "450000": 14, "460000": 4,
    "500000": 0, "510000": 21, "520000": 9, "530000": 16, "540000": 7, "610000": 10, "620000": 14,
    "630000": 8, "640000": 5, "650000": 14, "710000": 0, "810000": 0, "820000": 0,
}  # fmt: skip


@pytest.mark.parametrize("path", TABLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_table_explains_itself_before_its_columns(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# ")
    assert len(first) > 20


@pytest.mark.parametrize(
    "path",
    [path for path in TABLES if path.parent.name != "zh"],
    ids=lambda path: f"{path.parent.name}/{path.name}",
)
def test_the_head_of_a_table_names_every_column(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    head = "\n".join(line for line in lines if line.startswith("#"))
    if "The columns are those of" in head:  # a table of another pack explains them
        return
    columns = next(line for line in lines if not line.startswith("#")).split(",")
    assert [column for column in columns if f"# {column} " not in head and f"# {column}\n" not in head] == []


class TestRegions:
    def test_there_are_34_provinces_and_333_prefectures(self) -> None:
        assert Counter(region.level for region in LEXICON.regions.values()) == {
            "world": 1,
            "country": 1,
            "province": 34,
            "prefecture": 333,
        }

    def test_every_province_has_its_prefectures(self) -> None:
        children = Counter(
            region.parent for region in LEXICON.regions.values() if region.level == "prefecture"
        )
        assert {
            code: children[code]
            for code in PREFECTURES
        } == PREFECTURES  # fmt: skip

    def test_every_place_lies_in_the_next_larger_one(self) -> None:
        larger = {"country": "world", "province": "country", "prefecture": "province"}
        for region in LEXICON.regions.values():
            if region.level == "world":
                assert region.parent is None
            else:
                assert region.parent is not None
                assert LEXICON.regions[region.parent].level == larger[region.level]

    def test_the_code_of_a_prefecture_opens_with_its_province(self) -> None:
        for region in LEXICON.regions.values():
            if region.level == "prefecture":
                assert region.parent == region.code[:2] + "0000"
                assert region.code.endswith("00")

    def test_no_word_means_two_places(self) -> None:
        words = Counter(
            word
            for region in LEXICON.regions.values()
            for word in {region.name, *region.aliases, *region.listed}
        )
        assert [word for word, count in words.items() if count > 1] == []

    def test_english_names_tell_places_apart(self) -> None:
        names = Counter(region.name_en for region in LEXICON.regions.values())
        assert [name for name, count in names.items() if count > 1] == []

    def test_no_single_character_stands_for_a_place(self) -> None:
        assert [word for word in LEXICON.region_by_word if len(word) < 2] == []

    @pytest.mark.parametrize(
        ("word", "code"),
        [
            ("广东", "440000"),
            ("广州", "440100"),
            ("中山", "442000"),
            ("内蒙古", "150000"),
            ("新疆", "650000"),
            ("香港", "810000"),
            ("恩施州", "422800"),
            ("延边州", "222400"),
            ("临夏州", "622900"),
            ("珠三角", "440000"),
            ("成都平原经济区", "510000"),
            ("全国", "156"),
            ("我国", "156"),
            ("全球", "001"),
            # Shared words go to the province; the prefecture answers to its full form.
            ("吉林", "220000"),
            ("吉林市", "220200"),
            ("海南", "460000"),
            ("海南州", "632500"),
        ],
    )
    def test_a_place_is_known_by_the_names_people_write(self, word: str, code: str) -> None:
        assert LEXICON.region_by_word[word].code == code

    @pytest.mark.parametrize("word", ["朝阳", "白银", "日照", "大同", "来宾", "丽江", "阿里", "粤", "国际"])
    def test_ordinary_words_are_no_places(self, word: str) -> None:
        assert word not in LEXICON.region_by_word

    @pytest.mark.parametrize(
        "words",
        [
            "创新乡村治理",
            "推广安全生产",
            "医保定点机构",
            "新晋中国院士",
            "出海口",
            "美丽江苏",
            "越南平均",
        ],
    )
    def test_no_prefecture_stands_in_the_seam_of_two_words(self, words: str) -> None:
        """All seen in government reports: an alias that fits here would put figures into the wrong city."""
        prefectures = {
            word for word, region in LEXICON.region_by_word.items() if region.level == "prefecture"
        }
        assert [word for word in prefectures if word in words] == []

    def test_a_name_left_out_of_running_text_may_still_stand_in_a_list(self) -> None:
        listed = {name: region.code for region in LEXICON.regions.values() for name in region.listed}
        assert listed["朝阳"] == "211300"
        assert listed["新乡"] == "410700"
        assert listed["海口"] == "460100"


class TestZhejiang:
    def test_there_are_four_clusters_of_a_trillion_and_fifteen_of_a_tenth(self) -> None:
        kinds = Counter((cluster.group, cluster.tier) for cluster in ZHEJIANG.clusters.values())
        assert kinds == {("world-class", TRILLION): 4, ("characteristic", TRILLION / 10): 15}

    def test_a_word_belongs_to_one_cluster_or_one_firm(self) -> None:
        clusters = [{row.name, *row.aliases} for row in ZHEJIANG.clusters.values()]
        entities = [{row.name, *row.aliases, *row.listed} for row in ZHEJIANG.entities.values()]
        words = Counter(word for row in (*clusters, *entities) for word in row)
        assert [word for word, count in words.items() if count > 1] == []

    @pytest.mark.parametrize(
        ("word", "cluster"),
        [
            ("光伏", "photovoltaics"),
            ("新一代信息技术", "information-technology"),
            ("高端装备", "high-end-equipment"),
            ("新能源汽车", "automotive"),
            ("新材料", "advanced-materials"),
            ("绿色石化与新材料", "petrochemicals-materials"),
        ],
    )
    def test_industries_lead_to_their_cluster(self, word: str, cluster: str) -> None:
        assert ZHEJIANG.cluster_by_word[word].id == cluster

    def test_what_lies_between_the_four_and_the_fifteen_is_nobodys(self) -> None:
        assert not {"绿色石化", "智能物联", "电子信息"} & set(ZHEJIANG.cluster_by_word)

    def test_the_firms_have_their_seat_in_the_province(self) -> None:
        seats = [entity.region for entity in ZHEJIANG.entities.values() if entity.region is not None]
        assert len(seats) > 30, "those of the whole country have none"
        assert all(ZHEJIANG.within(seat, "330000") for seat in seats)

    def test_the_plan_is_found_however_its_title_is_written(self) -> None:
        plan = ZHEJIANG.plan_of("浙江省“415X”先进制造业集群建设行动方案(2023-2027年)")
        assert plan is not None
        assert plan.id == "415x-2023"
        targets = [target for target in ZHEJIANG.targets if target.plan == plan.id]
        assert targets[0].value == 12 * TRILLION


class TestClusters:
    def test_there_are_ten_pillar_and_ten_emerging_clusters(self) -> None:
        groups = Counter(cluster.group for cluster in LEXICON.clusters.values())
        assert groups == {"pillar": 10, "emerging": 10}

    def test_tiers_are_eight_three_seven_two(self) -> None:
        assert Counter(cluster.tier for cluster in LEXICON.clusters.values()) == {
            TRILLION: 8,
            TRILLION / 2: 3,
            TRILLION / 10: 7,
            TRILLION / 100: 2,
        }

    def test_every_tier_says_who_assigned_it(self) -> None:
        for cluster in LEXICON.clusters.values():
            official = cluster.tier == TRILLION
            assert cluster.tier_source_en.startswith("derived") is not official, cluster.id

    def test_a_word_belongs_to_one_cluster(self) -> None:
        words = Counter(
            word for cluster in LEXICON.clusters.values() for word in {cluster.name, *cluster.aliases}
        )
        assert [word for word, count in words.items() if count > 1] == []

    @pytest.mark.parametrize(
        ("word", "cluster"),
        [
            ("新能源汽车", "automotive"),
            ("新能源", "new-energy"),
            ("集成电路", "semiconductors"),
            ("工业机器人", "robotics"),
            ("家电", "appliances"),
            ("3D打印", "laser-additive"),
        ],
    )
    def test_industries_lead_to_their_cluster(self, word: str, cluster: str) -> None:
        assert LEXICON.cluster_by_word[word].id == cluster

    def test_a_cluster_is_neither_a_measure_nor_a_place(self) -> None:
        words = set(LEXICON.cluster_by_word)
        assert words & set(LEXICON.measure_by_word) == set()
        assert words & set(LEXICON.region_by_word) == set()


class TestPlans:
    def test_every_cluster_has_both_editions_of_its_plan(self) -> None:
        editions = Counter(
            plan.cluster for plan in LEXICON.plans.values() if plan.id == f"{plan.cluster}-{plan.first}"
            and plan.first in (2021, 2023)
        )  # fmt: skip
        assert editions == dict.fromkeys(LEXICON.clusters, 2)

    def test_a_title_names_one_plan(self) -> None:
        titles = Counter(title for plan in LEXICON.plans.values() for title in {plan.title, *plan.aliases})
        assert [title for title, count in titles.items() if count > 1] == []

    @pytest.mark.parametrize(
        "title",
        [
            "广东省发展绿色石化战略性支柱产业集群行动计划（2023—2025年）",
            "广东省发展绿色石化战略性支柱产业集群行动计划(2023-2025年)",
            "《广东省发展绿色石化战略性支柱产业集群行动计划（2023－2025年）》",
            "广东省发展绿色石化战略性新兴产业集群行动计划(2023-2025年)",
        ],
    )
    def test_a_plan_is_found_however_its_title_is_printed(self, title: str) -> None:
        plan = LEXICON.plan_of(title)
        assert plan is not None
        assert plan.id == "petrochemicals-2023"

    def test_editions_are_not_confused(self) -> None:
        plan = LEXICON.plan_of("广东省培育智能机器人战略性新兴产业集群行动计划(2021-2025年)")
        assert plan is not None
        assert plan.id == "robotics-2021"

    def test_folding_titles_confuses_no_two_plans(self) -> None:
        for title, plan in LEXICON.plan_by_title.items():
            assert LEXICON.plan_of(title) == plan

    def test_an_unknown_title_is_no_plan(self) -> None:
        assert LEXICON.plan_of("某省培育某某产业集群行动计划") is None

    def test_years_are_in_order_and_references_exist(self) -> None:
        for plan in LEXICON.plans.values():
            assert plan.region in LEXICON.regions
            assert plan.cluster is None or plan.cluster in LEXICON.clusters
            assert plan.first is None or plan.last is None or plan.first <= plan.last, plan.id


class TestTargets:
    def test_every_target_leads_to_its_plan_measure_and_cluster(self) -> None:
        for target in LEXICON.targets:
            plan = LEXICON.plans[target.plan]
            assert target.measure in LEXICON.measures or target.unit.startswith("count:"), target
            assert target.cluster == plan.cluster
            assert target.region in LEXICON.regions
            assert target.comparator in set(Comparator)
            assert target.value > 0
            assert target.source

    def test_a_plan_sets_one_figure_for_a_thing(self) -> None:
        keys = Counter(
            (target.plan, target.measure, target.subject, target.period) for target in LEXICON.targets
        )
        assert [key for key, count in keys.items() if count > 1] == []

    def test_the_ethylene_target_is_not_the_aromatics_one(self) -> None:
        capacity = {
            target.subject: target.value for target in LEXICON.targets if target.measure == "capacity"
        }
        assert capacity == {"炼油": 90_000_000, "乙烯": 9_000_000, "芳烃": 5_000_000}


class TestEntities:
    def test_every_entity_has_a_role_and_its_places_exist(self) -> None:
        for entity in LEXICON.entities.values():
            assert entity.role in set(Role), entity.id
            assert entity.region is None or entity.region in LEXICON.regions, entity.id
            assert entity.cluster is None or entity.cluster in LEXICON.clusters, entity.id

    def test_a_word_names_one_entity(self) -> None:
        words = Counter(
            word
            for entity in LEXICON.entities.values()
            for word in {entity.name, *entity.aliases, *entity.listed}
        )
        assert [word for word, count in words.items() if count > 1] == []

    def test_every_cluster_has_its_leading_firms(self) -> None:
        firms = Counter(
            entity.cluster for entity in LEXICON.entities.values() if entity.role == Role.LEADING_FIRM
        )
        assert {cluster: firms[cluster] for cluster in LEXICON.clusters if firms[cluster] < 2} == {}

    @pytest.mark.parametrize("word", ["美的", "荣耀", "大族", "中兴", "明路"])
    def test_names_that_are_ordinary_words_count_in_lists_only(self, word: str) -> None:
        always = {name for entity in LEXICON.entities.values() for name in (entity.name, *entity.aliases)}
        listed = {name for entity in LEXICON.entities.values() for name in entity.listed}
        assert word not in always
        assert word in listed


class TestReferences:
    def test_every_reference_leads_to_measure_region_and_source(self) -> None:
        for reference in LEXICON.published.all:
            assert reference.measure in LEXICON.measures, reference
            assert reference.region in LEXICON.regions, reference
            assert reference.cluster is None or reference.cluster in LEXICON.clusters, reference
            assert reference.source, reference
            assert reference.vintage is not None, reference

    def test_one_source_gives_one_figure(self) -> None:
        keys = Counter(
            (row.measure, row.subject, row.cluster, row.region, row.period, row.vintage)
            for row in LEXICON.published.all
        )
        assert [key for key, count in keys.items() if count > 1] == []

    def test_a_figure_is_published_after_its_period(self) -> None:
        for reference in LEXICON.published.all:
            assert reference.vintage is not None
            assert reference.vintage.year >= int(reference.period[:4]), reference

    @pytest.mark.parametrize("year", ["2020", "2021", "2022", "2023", "2024"])
    def test_provinces_add_up_to_the_nation(self, year: str) -> None:
        """Provincial accounts leave out what no province can claim; the gap was 0.4 to 0.8% in these years."""
        first: dict[str, Decimal] = {}
        for row in sorted(LEXICON.published.all, key=lambda row: row.vintage or date.max):
            if (row.measure, row.period) == ("gdp", year) and LEXICON.regions[
                row.region
            ].level != "prefecture":
                first.setdefault(row.region, row.value)
        nation = first.pop("156")
        assert len(first) == 31
        assert Decimal("0.990") < sum(first.values()) / nation < Decimal("1.000")

    def test_a_revised_figure_stands_beside_the_first(self) -> None:
        rows = [
            row
            for row in LEXICON.published.all
            if (row.measure, row.region, row.period) == ("gdp", "156", "2023")
        ]
        printed = sorted(row.value / HUNDRED_MILLION for row in rows)
        assert printed == [1260582, Decimal("1294271.7"), 1294272]
        assert len({row.vintage for row in rows}) == 3

    @pytest.mark.parametrize("year", ["2022", "2023", "2024"])
    def test_the_three_sectors_add_up_to_guangdong(self, year: str) -> None:
        rows = [row for row in LEXICON.published.all if row.region == "440000" and row.period == year]
        total = next(row.value for row in rows if row.measure == "gdp")
        sectors = [
            row.value
            for row in rows
            if row.subject in ("第一产业", "第二产业", "第三产业") and "广东省统计局" in row.source
        ]
        assert len(sectors) == 3
        assert abs(sum(sectors) - total) <= HUNDRED_MILLION / 50

    def test_a_part_is_smaller_than_its_whole(self) -> None:
        """Guangdong is less than China and China less than the world, in all that adds up."""
        values = {
            (row.measure, row.subject, row.region, row.period): row.value for row in LEXICON.published.all
        }
        compared = 0
        for (measure, subject, region, period), value in values.items():
            parent = LEXICON.regions[region].parent
            whole = values.get((measure, subject, parent, period)) if parent else None
            if whole is not None and measure not in RATES:
                compared += 1
                assert value < whole, (measure, subject, region, period)
        assert compared > 150


class TestDocumentation:
    def test_the_page_on_packs_names_the_columns_of_every_table(self, checkout: Path) -> None:
        rows = {
            "regions.csv": entries.Region,
            "counties.csv": entries.County,
            "parts.csv": entries.PartOfPlace,
            "clusters.csv": entries.Cluster,
            "plans.csv": entries.Plan,
            "targets.csv": entries.PlanTarget,
            "wordless.csv": entries.WordlessTarget,
            "falling.csv": entries.Falling,
            "entities.csv": entries.Entity,
            "references.csv": entries.Reference,
            "editions.csv": entries.Edition,
            "sources.csv": entries.Source,
            "exceptions.csv": entries.ReferenceException,
            "measures.csv": entries.Measure,
            "units.csv": entries.Unit,
            "counters.csv": entries.Counter,
            "comparators.csv": entries.ComparatorWord,
            "cues.csv": entries.Cue,
            "names.csv": entries.Name,
            "seams.csv": entries.Seam,
            "roles.csv": entries.RoleWord,
        }
        page = (checkout / "docs" / "packs.md").read_text(encoding="utf-8")
        for name, row in rows.items():
            line = next(line for line in page.splitlines() if line.startswith(f"| `{name}` |"))
            assert line.endswith(f"| `{', '.join(field.name for field in fields(row))}` |"), name

    def test_the_page_on_packs_names_every_table(self, checkout: Path) -> None:
        page = (checkout / "docs" / "packs.md").read_text(encoding="utf-8")
        assert {path.name for path in TABLES if f"| `{path.name}` |" not in page} == set()

    def test_the_rows_that_the_page_shows_can_be_added(self, checkout: Path, tmp_path: Path) -> None:
        page = (checkout / "docs" / "packs.md").read_text(encoding="utf-8")
        shown = [block.strip() for block in re.findall(r"```csv\n(.*?)```", page, flags=re.DOTALL)]
        assert len(shown) == 4
        (tmp_path / "pack.toml").write_text('name = "shown"\n', encoding="utf-8")
        tables = (
            ("regions.csv", entries.Region),
            ("clusters.csv", entries.Cluster),
            ("plans.csv", entries.Plan),
            ("targets.csv", entries.PlanTarget),
        )
        for (name, row), line in zip(tables, shown, strict=True):
            header = ",".join(field.name for field in fields(row))
            (tmp_path / name).write_text(f"{header}\n{line}\n", encoding="utf-8")
        lexicon = load([tmp_path])
        assert lexicon.region_by_word["顺德"].parent == "440600"
        assert lexicon.cluster_by_word["eVTOL"].id == "low-altitude"
        assert lexicon.plans[lexicon.targets[-1].plan].last == 2030
