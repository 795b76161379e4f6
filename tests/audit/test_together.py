"""Several documents in one run: a draft against last year's report, with what bodies revise allowed for."""

from __future__ import annotations

import pytest

from yanchao.audit.audit import Audit, audit
from yanchao.audit.coverage import State
from yanchao.audit.finding import Severity
from yanchao.documents.reading import read
from yanchao.lexicon.lexicon import load
from yanchao.statements.extraction import extract

REPORT = (
    "去年简报\n2024年3月1日\n\n2023年，全县粮食产量50.0万吨。2023年，全县规模以上工业企业营业收入800亿元。\n"
)
DRAFT = "今年简报\n2025年3月1日\n\n2024年，全县粮食产量55.0万吨，增长{}%。\n"


def together(**texts: str) -> Audit:
    lexicon = load()
    found = [extract(read(text.encode(), uri=f"{name}.txt"), lexicon) for name, text in texts.items()]
    return audit(found, lexicon)


def reasons(seen: Audit, document: str) -> set[str]:
    return {one.reason_en for each in seen.coverage if each.document == document for one in each.skipped}


@pytest.mark.parametrize("order", [("report", "draft"), ("draft", "report")])
def test_growth_that_does_not_lead_from_last_years_report_is_found_in_the_draft(
    order: tuple[str, str],
) -> None:
    texts = {"report": REPORT, "draft": DRAFT.format("30.0")}
    (found,) = together(**{name: texts[name] for name in order}).findings
    assert (found.document, found.rule, found.severity) == ("draft.txt", "YC105", Severity.WARNING)
    assert texts["draft"][found.start : found.end] in ("55.0万吨", "30.0%")
    assert "50.0万吨" in found.relation
    (place,) = [one for one in found.related if one.document == "report.txt"]
    assert REPORT[place.start : place.end] == "50.0万吨"


def test_growth_that_leads_there_is_checked_by_the_other_document() -> None:
    seen = together(report=REPORT, draft=DRAFT.format("10.0"))
    assert not seen.findings
    (growth,) = [one for one in seen.coverage[1].figures if one.statement.kind == "growth"]
    (tie,) = growth.ties
    assert growth.state is State.CHECKED
    assert {place.document for place in tie.others} == {"report.txt", "draft.txt"}


def test_an_earlier_level_that_may_have_been_revised_by_two_percent_is_no_fault() -> None:
    assert not together(report=REPORT, draft=DRAFT.format("11.5")).findings


def test_the_drafts_own_earlier_level_comes_before_that_of_the_report() -> None:
    draft = DRAFT.format("10.0") + "2023年，全县粮食产量50.0万吨。\n"
    seen = together(report=REPORT.replace("50.0万吨", "53.0万吨"), draft=draft)
    assert not seen.findings
    assert "what two documents say may differ by a revision" in reasons(seen, "draft.txt")


def test_documents_that_disagree_on_the_earlier_level_tell_nothing_of_the_growth() -> None:
    seen = together(a=REPORT, b=REPORT.replace("50.0万吨", "47.0万吨"), draft=DRAFT.format("30.0"))
    assert not [one for one in seen.findings if one.rule == "YC105"]
    assert "the text gives more than one earlier level, and which is meant is unknown" in reasons(
        seen, "draft.txt"
    )


def test_real_growth_is_not_held_against_another_documents_level() -> None:
    report = "2023年，广东地区生产总值13.6万亿元。"
    draft = "2024年，广东地区生产总值14.2万亿元，增长9.5%。"
    seen = together(report=report, draft=draft)
    assert not [one for one in seen.findings if one.rule == "YC105"]
    assert any("constant prices" in reason for reason in reasons(seen, "draft.txt"))


def test_one_measure_given_two_values_by_two_documents_is_found() -> None:
    draft = "2023年，全县粮食产量5.0万吨。"
    found = [one for one in together(report=REPORT, draft=draft).findings if one.rule == "YC103"]
    assert {one.document for one in found} <= {"report.txt", "draft.txt"}
    assert found


def test_the_share_of_a_whole_that_the_report_gives_is_divided() -> None:
    draft = "2023年，全县陶瓷产业营业收入120亿元，占全县规模以上工业企业营业收入的{}%。"
    assert not together(report=REPORT, draft=draft.format(15)).findings
    (found,) = together(report=REPORT, draft=draft.format(51)).findings
    assert (found.document, found.rule, found.severity) == ("draft.txt", "YC102", Severity.WARNING)


@pytest.mark.parametrize(("drafted", "is_found"), [("6.1", False), ("16.1", True)])
def test_a_rate_that_two_documents_give_may_be_revised_by_two_points(drafted: str, is_found: bool) -> None:
    report = "2023年，全县粮食产量增长5.1%。"
    seen = together(report=report, draft=f"2023年，全县粮食产量增长{drafted}%。")
    assert any(one.rule == "YC103" for one in seen.findings) is is_found
