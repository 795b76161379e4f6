"""Bodies that a text has named and goes on to call by their kind."""

from __future__ import annotations

from making import document
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract
from yanchao.statements.statement import Statement


def statements(text: str) -> dict[str, Statement]:
    return {text[each.start : each.end]: each for each in extract(document(text), load()).statements}


def test_a_hospital_by_its_kind_owns_what_its_text_goes_on_to_tell() -> None:
    found = statements(
        "东屏县人民医院始建于1952年。医院编制床位900张，职工1200人，其中博士18人。2024年，医院门诊量达到90万人次，手术3万台次。"
    )
    for words in ("900张", "1200人", "18人", "90万人次", "3万台次"):
        assert found[words].subject == "医院", words
    assert found["90万人次"].measure == "门诊量"


def test_a_co_operative_sells_and_earns_as_its_own() -> None:
    found = statements(
        "2014年，村里领办成立了青山菌菇专业合作社，现有社员230户。2024年，合作社销售鲜菇2100吨，实现销售收入1800万元。"
    )
    assert found["230户"].subject == "青山菌菇专业合作社"
    assert (found["2100吨"].subject, found["2100吨"].measure) == ("合作社", "销售鲜菇")
    assert found["1800万元"].subject == "合作社"


def test_a_sentence_that_opens_with_something_else_is_not_of_the_body() -> None:
    found = statements("东屏县人民医院新院区开诊。医院编制床位900张。县里的道路改造也在推进，完成投资3亿元。")
    assert found["3亿元"].subject != "医院"


def test_of_all_of_a_kind_no_one_is_spoken_of() -> None:
    found = statements("全县改善办学条件。学校建设加快，新增学位900个。")
    assert found["900个"].subject != "学校"


def test_a_site_is_never_a_firm() -> None:
    found = statements(
        "东屏产业园里，远山电器产值9亿元。在远山电器带动下，园区聚集了配套企业73家，本地配套率六成，园区工业增加值增长19%。"
    )
    assert found["73家"].subject != "远山电器"
    assert found["19%"].subject != "远山电器"


def test_what_is_a_share_of_a_whole_place_is_still_the_bodys() -> None:
    found = statements(
        "东屏物流园区扩容。这座占地90亩的园区，每天进出货车800辆次，承担着全县六成的货物中转。"
    )
    assert (found["90亩"].measure, found["90亩"].subject) == ("占地", "园区")
    assert found["六成"].subject == "园区"
    assert found["六成"].base == "全县"


def test_how_far_something_is_spread_is_said_beside() -> None:
    found = statements("远山冷链公司拥有冷藏车90辆，服务网点遍布18个城市，年营收9亿元。")
    assert found["9亿元"].subject is not None
    assert "网点" not in found["9亿元"].subject


def test_the_firm_whose_head_speaks() -> None:
    found = statements(
        "公司董事长王林告诉记者，订单很满。“去年我们卖出了3万台机器人，今年的目标是5万台。”王林说。"
    )
    assert found["3万台"].subject == "公司"
    assert (found["5万台"].subject, found["5万台"].measure) == ("公司", "机器人")


def test_members_of_a_count_lend_nothing_to_what_all_have() -> None:
    found = statements("园区入驻企业215家，其中物流企业7家，从业人员1.6万人。")
    assert found["1.6万人"].subject != "物流企业"
