"""What a text calls the place that its figures are of."""

from __future__ import annotations

from pathlib import Path

from yanchao.documents.reading import read
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract


def subjects(folder: Path, text: str) -> list[str | None]:
    path = folder / "text.txt"
    path.write_text(text, encoding="utf-8")
    return [each.subject for each in extract(read(path), load()).statements]


def test_a_county_calls_its_place_by_its_name_and_by_the_whole(tmp_path: Path) -> None:
    text = (
        "长汀县简介\n\n长汀县位于闽西，总面积90平方公里。\n\n"
        "全县生产总值90亿元，居全市第二位，财政收入9亿元。长汀物产丰富，森林覆盖率79%。"
    )
    assert subjects(tmp_path, text) == ["长汀县", "全县", "全县", "全县", "长汀"]


def test_a_county_that_is_named_in_passing_is_not_what_its_text_speaks_of(tmp_path: Path) -> None:
    text = "长汀县2024年工作总结\n\n全县税收9亿元。落实省直部门支持长汀政策，贷款余额90亿元。"
    assert subjects(tmp_path, text) == ["全县", "全县"]


def test_a_line_may_head_another_county(tmp_path: Path) -> None:
    text = "长汀县简介\n\n全县人口40万人。\n\n武平县基本情况\n\n森林覆盖率79%，人口38万人。"
    assert subjects(tmp_path, text) == ["全县", "武平县", "武平县"]


def test_a_text_about_a_zone_of_a_city_calls_its_place_by_the_zone(tmp_path: Path) -> None:
    text = "湖州高新区两年答卷\n\nGDP增长9%，汽车产量90万辆。"
    assert subjects(tmp_path, text)[0] == "湖州高新区"
    assert subjects(tmp_path, "湖州两年答卷\n\nGDP增长9%。湖州高新区建成。")[0] == "湖州市"


def regions(folder: Path, text: str) -> list[str | None]:
    path = folder / "text.txt"
    path.write_text(text, encoding="utf-8")
    return [each.region for each in extract(read(path), load()).statements]


def test_a_county_is_known_by_its_bare_name_behind_that_of_its_province(tmp_path: Path) -> None:
    assert regions(tmp_path, "浙江桐乡毛衫产量9亿件。") == ["330483"]
    assert regions(tmp_path, "浙江茶叶产量9万吨。") == ["330000"]


def test_a_zone_that_bears_the_name_of_its_county_lies_there(tmp_path: Path) -> None:
    text = "浙江省2024年政府工作报告\n\n桐乡开发区产值90亿元，全省产值900亿元。"
    assert regions(tmp_path, text) == ["330483", "330000"]


def test_a_city_told_of_by_where_it_lies_is_what_its_sentence_speaks_of(tmp_path: Path) -> None:
    text = "湖北经济观察\n\n位于鄂西南的恩施，2024年GDP为90亿元。"
    assert regions(tmp_path, text) == ["422800"]


def test_a_zone_over_provinces_that_a_sentence_opens_with_has_its_figures(tmp_path: Path) -> None:
    text = "湾区观察\n\n产业协同更紧。如今，大湾区已布局装置10个，建成实验室9家。"
    assert subjects(tmp_path, text)[1] == "大湾区"


def test_whoever_acts_in_another_place_is_no_place(tmp_path: Path) -> None:
    text = "云南水泥观察\n\n北山水泥在云南拥有2条生产线。"
    assert (subjects(tmp_path, text), regions(tmp_path, text)) == (["北山水泥"], [None])


def test_a_place_that_another_is_measured_by_has_none_of_its_figures(tmp_path: Path) -> None:
    text = "湖北经济观察\n\n恩施2024年GDP为90亿元，仅为宜昌的37%。"
    assert regions(tmp_path, text) == ["422800", "422800"]


def test_whom_a_place_trades_with_is_no_place_of_its_trade(tmp_path: Path) -> None:
    text = "重庆外贸\n\n重庆对台湾地区、香港地区及日本分别进出口9亿元、8亿元和7亿元，分别增长3%、4%和5%。"
    assert set(regions(tmp_path, text)) == {"500000"}


def test_what_lies_in_several_provinces_is_no_place_nor_what_goes_on_about_it(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    text = "今年以来，我国西部地区进出口快速增长，增速高出全国4个百分点，规模占到18%。民营企业出口增长9%。"
    path.write_text(text, encoding="utf-8")
    regions = [each.region for each in extract(read(path), load()).statements]
    assert regions == [None, None, "156"]
