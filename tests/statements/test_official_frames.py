"""Reports of governments: the sentence that leads to a year's work, and the place whose assembly they are given to."""

import pytest

from yanchao.documents.reading import read
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract_statements

HEAD = "政府工作报告\n——2025年1月8日在{place}第十八届人民代表大会第四次会议上\n一、2024年工作回顾\n"


def last_of(text):
    return extract_statements(read(text.encode(), uri="report.txt"), load()).statements[-1]


@pytest.mark.parametrize(
    ("lead", "period", "status"),
    [
        ("今年，我们将重点抓好以下工作：", "2025", "target"),
        ("2025年，我们将重点做好以下八个方面工作。", "2025", "target"),
        ("新的一年，我们将重点抓好以下工作。", "2025", "target"),
        ("二、新一年工作安排", "2025", "target"),
        ("二、下一步工作", None, "target"),
        ("2024年，我们主要做了以下工作。", "2024", "actual"),
    ],
)
def test_what_leads_to_work_frames_what_is_told_behind_it(lead, period, status):
    found = last_of(f"{HEAD.format(place='宜昌市')}新建学校3所。\n{lead}\n新增学位1200个。\n")
    assert (found.period, found.status.value) == (period, status)


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("湖北省宜昌市", "420500"),
        ("河南省叶县", "410422"),
        ("江西省抚州市临川区", "361002"),
        ("湖北省", "420000"),
    ],
)
def test_the_narrowest_place_is_whose_assembly_it_is(place, code):
    assert last_of(f"{HEAD.format(place=place)}地区生产总值512亿元。\n").region == code
