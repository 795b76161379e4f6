"""On whose word a sentence gives its figures."""

from __future__ import annotations

import pytest

from yanchao.statements.clauses import sentences
from yanchao.statements.sources import annual_year, find_sources, is_plan, last_year, whole_title


def named(text: str) -> list[str]:
    return [
        text[span.start : span.end] for sentence in sentences(text) for span in find_sources(text, sentence)
    ]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("《南海县陶瓷提升方案(2024-2026年)》提出，产值达30亿元。", ["南海县陶瓷提升方案(2024-2026年)"]),
        ("根据《县域工业白皮书》，产值达30亿元。", ["县域工业白皮书"]),
        ("据县统计局数据显示，产值达30亿元。", ["县统计局"]),
        ("据县统计局统计，产值达30亿元。", ["县统计局"]),
        ("据初步统计，产值达30亿元。", []),
        ("据省陶瓷协会统计，产值达30亿元。", ["省陶瓷协会"]),
        ("记者从县工信局获悉，产值达30亿元。", ["县工信局"]),
        (
            "深入实施《南海县产业链行动计划(2024-2027年)》，力争产值达30亿元。",
            ["南海县产业链行动计划(2024-2027年)"],
        ),
        ("要按照《南海县陶瓷方案》部署，到2027年产值达30亿元。", ["南海县陶瓷方案"]),
        ("落实《南海县陶瓷方案》，发放补贴3亿元。", ["南海县陶瓷方案"]),
        ("深入实施《陶瓷法》执法检查，力争产值达30亿元。", []),
        ("《远山的灯》热播，产值达30亿元。", []),
        ("产值达30亿元，居全县第一。", []),
        ("根据县工信局研究院发布的《县域工业白皮书》的数据，产值达30亿元。", ["县域工业白皮书"]),
        ("县里推出了《南海县陶瓷规划》，提出产值达30亿元。", ["南海县陶瓷规划"]),
        ("编制《陶瓷发展报告》，发布成果30项。", []),
        ("据南海县数据资源局数据，产值达30亿元。", ["南海县数据资源局"]),
        ("据县工信局局长周平介绍，产值达30亿元。", ["县工信局"]),
        ("省陶瓷协会相关负责人表示，产值达30亿元。", ["省陶瓷协会"]),
        ("经省统计局统一核算，全年产值达30亿元。", ["省统计局"]),
        ("据南海海关9月17日通报，出口达30亿元。", ["南海海关"]),
        ("省工信厅副厅长周平29日介绍，产值达30亿元。", ["省工信厅"]),
        ("县府办公布的规划里写着，产值达30亿元。", []),
        ("南海县陶瓷发展规划显示，产值达30亿元。", ["南海县陶瓷发展规划"]),
        ("公告称，每股派息0.3元。", ["公告"]),
        ("县长在政府工作报告中指出，生产总值增长5%。", ["政府工作报告"]),
        ("县政府新闻办12日举行的上半年经济形势发布会披露，产值达30亿元。", ["上半年经济形势发布会"]),
        ("县政府新闻办12日举行新闻发布会透露，产值达30亿元。", ["县政府新闻办"]),
        ("《规划》提出，产值达30亿元。", ["规划"]),
        ("县工信局今天（9月27日）公布，产值达30亿元。", ["县工信局"]),
        ("省陶瓷协会9月27日发布1—8月数据，产值达30亿元。", ["省陶瓷协会"]),
        ("农业农村部最新农情调度显示，播种30万亩。", ["农业农村部"]),
        ("乘联会预计，全年销量达30万辆。", ["乘联会"]),
        ("国际陶瓷署报告预计，产值达30亿元。", ["国际陶瓷署"]),
        ("根据县统计局数据，产值达30亿元。", ["县统计局"]),
        ("东中西部预计，产值达30亿元。", []),
        ("集团总部表示，产值达30亿元。", []),
        ("北山网12日电据县商务局网站消息，产值达30亿元。", ["县商务局"]),
        ("3日，县统计局发布一季度运行数据显示，产值达30亿元。", ["县统计局"]),
        ("省茶协日前公布的最新数据显示，产值达30亿元。", ["省茶协"]),
        ("据县工信局相关人士称，产值达30亿元。", ["县工信局"]),
        (
            "县茶业商会、南海县企业调查中心今天（5月2日）公布，5月产值达30亿元。",
            ["县茶业商会、南海县企业调查中心"],
        ),
        ("南海证券认为，产值达30亿元。", ["南海证券"]),
        ("据介绍，《方案》坚持稳中求进，提出到2027年产值达30亿元。", ["方案"]),
        ("县茶企在《茶业年度报告》中指出，产值达30亿元。", ["茶业年度报告"]),
        ("南海“十五五”规划显示，产值达30亿元。", ["南海“十五五”规划"]),
        ("此次方案提出，产值达30亿元。", ["方案"]),
        ("报告显示，产值达30亿元。", ["报告"]),
        ("报告期内，产值达30亿元。", []),
    ],
)
def test_a_sentence_names_its_source(text: str, sources: list[str]) -> None:
    assert named(text) == sources


def test_a_source_holds_for_its_own_sentence_only() -> None:
    text = "据县统计局数据显示，产值达30亿元。税收5亿元。"
    first, second = sentences(text)
    assert find_sources(text, first)
    assert not find_sources(text, second)


@pytest.mark.parametrize(
    ("title", "plan"),
    [
        ("南海县陶瓷产业行动计划(2023-2025年)", True),
        ("南海县国民经济和社会发展规划纲要", True),
        ("关于促进陶瓷产业发展的若干措施", True),
        ("县域工业白皮书2024", False),
        ("南海县统计公报", False),
    ],
)
def test_a_plan_sets_targets_and_a_report_does_not(title: str, plan: bool) -> None:
    assert is_plan(title) is plan


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("南海县陶瓷产业行动计划(2023-2025年)", 2025),
        ("南海县陶瓷产业行动计划（2023—2025年）", 2025),
        ("南海县陶瓷产业行动计划", None),
        ("建设制造强县2027年行动方案", None),
    ],
)
def test_the_last_year_of_a_plan_is_that_of_its_targets(title: str, year: int | None) -> None:
    assert last_year(title) == year


def test_a_short_title_stands_for_the_latest_whole_one_that_ends_with_it() -> None:
    titles = ["南海县茶业发展规划", "南海县陶瓷三年行动计划(2023—2025年)", "南海县陶瓷标准"]
    assert whole_title("行动计划", titles) == "南海县陶瓷三年行动计划(2023—2025年)"
    assert whole_title("规划", titles) == "南海县茶业发展规划"
    assert whole_title("方案", titles) == "方案"
    assert whole_title("标准", titles) == "标准"


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("南海县公积金2022年年度报告", 2022),
        ("2023年度南海县茶业发展年度报告", 2023),
        ("南海县2022年国民经济和社会发展统计公报", 2022),
        ("2023年世界投资报告", None),
        ("南海县陶瓷提升方案(2024-2026年)", None),
    ],
)
def test_an_annual_report_tells_of_its_year(title: str, year: int | None) -> None:
    assert annual_year(title) == year
