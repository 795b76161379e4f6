"""What the REST API answers, and what it says where it cannot."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import duckdb
import httpx
import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from serving import ARTICLE, ARTICLE_ID, REPORT, REPORT_ID, build, running
from yanchao.atlas import tables
from yanchao.atlas.checking import LONGEST_TEXT
from yanchao.atlas.replies import RulePage


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    with (
        running(build(tmp_path_factory.mktemp("served") / "atlas")) as address,
        httpx.Client(base_url=address + "api/v1") as client,
    ):
        yield client


def get(api: httpx.Client, path: str, **question: str | int) -> Any:
    answer = api.get(path, params=question or None)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_every_cluster_is_listed_with_how_much_is_known_of_it(api: httpx.Client) -> None:
    clusters = {cluster["id"]: cluster for cluster in get(api, "/clusters")["items"]}
    assert len(clusters) == 20
    assert clusters["software"]["figures"] == 4
    assert sum(cluster["figures"] for cluster in clusters.values()) == 4


def test_a_cluster_has_its_series_and_its_targets(api: httpx.Client) -> None:
    cluster = get(api, "/clusters/software")
    assert cluster["card"]["name_en"]
    assert cluster["series"]["total"] >= 2
    assert any(target["target"]["period"] == "2025" for target in cluster["targets"])


def test_figures_are_found_by_words_of_their_sentence_measure_and_subject(api: httpx.Client) -> None:
    found = get(api, "/statements", q="软件业 全省")
    assert [item["value"] for item in found["items"]] == [1.8e12, 2e12, 1.2e12, 1.05]
    assert get(api, "/statements", q="力争")["total"] == 2
    assert get(api, "/statements", q="软件 纺织")["total"] == 0


@pytest.mark.parametrize(
    "q", ["深圳 软件和信息技术服务业收入", "software revenue of Shenzhen", "440300 software-revenue"]
)
def test_figures_are_found_by_any_name_of_their_measure_and_place(api: httpx.Client, q: str) -> None:
    assert [item["value"] for item in get(api, "/statements", q=q)["items"]] == [1.2e12, 1.05]


def test_a_field_takes_a_name_for_its_code(api: httpx.Client) -> None:
    for path in ("/statements", "/series", "/observations", "/targets"):
        by_code = get(api, path, cluster="software", region="440000")
        assert by_code["total"]
        for cluster, region in (
            ("软件与信息服务", "广东"),
            ("Software and information services", "guangdong"),
        ):
            assert get(api, path, cluster=cluster, region=region) == by_code


def test_a_figure_comes_with_its_words(api: httpx.Client) -> None:
    (figure,) = get(api, "/statements", status="target")["items"]
    assert REPORT[figure["start"] : figure["end"]] == "超2万亿元"
    assert (figure["comparator"], figure["period"], figure["unit"]) == (">", "2025", "CNY")
    assert "超2万亿元" in figure["quote"]
    assert figure["page"] == f"documents/{REPORT_ID[:16]}.html#s={figure['start']}"


def test_pages_follow_each_other_without_gap_or_repetition(api: httpx.Client) -> None:
    everything = get(api, "/statements")["items"]
    paged, offset = [], 0
    while offset is not None:
        page = get(api, "/statements", limit=3, offset=offset)
        assert page["total"] == 4
        paged += page["items"]
        offset = page["next"]
    assert paged == everything


def test_a_series_gives_every_point_with_who_said_it(api: httpx.Client) -> None:
    (card, *_) = get(api, "/series", cluster="software", region="440000")["items"]
    series = get(api, f"/series/{quote(card['id'], safe='')}")
    assert [point["period"] for point in series["points"]] == ["2023", "2025"]
    (word,) = series["points"][1]["words"]
    assert word["document"] == REPORT_ID
    assert word["high"] is None, "a figure that is only said to be exceeded has no upper bound"
    assert word["vintage"] == "2024-03-01"


def test_a_series_can_be_asked_for_as_it_was_known_on_a_day(api: httpx.Client) -> None:
    (card, *_) = get(api, "/series", cluster="software", region="440000", as_of="2024-03-01")["items"]
    path = f"/series/{quote(card['id'], safe='')}"
    assert get(api, path, as_of="2024-03-01")["points"][-1]["words"][0]["document"] == REPORT_ID
    assert get(api, "/series", as_of="2024-02-29")["total"] == 0
    unknown = api.get(path, params={"as_of": "2024-02-29"})
    assert unknown.status_code == 404
    assert "as of 2024-02-29" in unknown.json()["detail"]


def test_series_are_found_by_any_word_for_their_measure(api: httpx.Client) -> None:
    measures = {card["measure"] for card in get(api, "/series")["items"]}
    for measure in measures:
        assert get(api, "/series", measure=measure)["total"] >= 1
    assert get(api, "/series", measure="软件业务收入")["total"] >= 1


def test_documents_are_listed_newest_first_and_give_their_text(api: httpx.Client) -> None:
    assert [card["uri"] for card in get(api, "/documents")["items"]] == ["article.txt", "report.txt"]
    document = get(api, f"/documents/{ARTICLE_ID[:12]}", start=5, length=8)
    assert document["text"] == ARTICLE[5:13]
    assert get(api, f"/documents/{ARTICLE_ID}", start=10_000)["text"] == ""


def test_findings_are_listed_and_each_has_an_address(api: httpx.Client) -> None:
    (finding,) = get(api, "/findings", document=ARTICLE_ID)["items"]
    assert (finding["text"], finding["rule"], finding["severity"]) == ("105%", "YC101", "error")
    assert finding["message_en"] == "a part cannot be larger than the whole"
    assert finding["document_id"] == ARTICLE_ID
    assert finding["page"] == f"documents/{ARTICLE_ID[:16]}.html#s={finding['start']}"
    assert finding["related"][0]["note_en"] == "the total of the same sentence"
    assert get(api, f"/findings/{finding['id']}") == finding
    assert get(api, "/findings", rule="YC999")["total"] == 0
    assert get(api, "/findings", document=REPORT_ID)["total"] == 0


def test_rules_have_their_pages(api: httpx.Client) -> None:
    rules = get(api, "/rules")
    assert [rule["code"] for rule in rules] == sorted({rule["code"] for rule in rules})
    assert all(rule["page"] for rule in rules)


def test_a_text_that_is_sent_is_audited(api: httpx.Client) -> None:
    text = "2024年，全省家电出口占全国比重达105%。"
    answer = api.post("/check", content=text.encode())
    assert answer.status_code == 200
    assert "105%" in {text[fault["start"] : fault["end"]] for fault in answer.json()["findings"]}
    assert (answer.json()["figures"], answer.json()["related"]) == (1, 1)
    assert api.post("/check", content="今天天气很好。".encode()).json()["findings"] == []


@pytest.mark.parametrize("content", [b"<html><p>1%PDF", b"%PDF-1.7\n1", b"{\\rtf 1}"])
def test_a_text_that_is_sent_is_text_whatever_it_looks_like(api: httpx.Client, content: bytes) -> None:
    assert api.post("/check", content=content).status_code == 200


@pytest.mark.parametrize(
    ("content", "status", "words"),
    [
        (b"", 400, "there is no text"),
        (b" \n", 400, "there is no text"),
        (b"\xff\xfe\x00", 400, "not UTF-8"),
        (b"a" * (LONGEST_TEXT + 1), 413, "longer than 200,000 characters"),
        (b"a" * (4 * LONGEST_TEXT + 1), 413, "longer than 200,000 characters"),
    ],
)
def test_a_text_that_cannot_be_audited_is_refused_in_one_line(
    api: httpx.Client, content: bytes, status: int, words: str
) -> None:
    answer = api.post("/check", content=content)
    assert answer.status_code == status
    assert words in answer.json()["detail"]


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/clusters/nothing", 404, "there is no cluster 'nothing'; there are electronics"),
        ("/series/nothing", 404, "there is no series"),
        ("/documents/nothing", 404, "there is no document"),
        ("/documents/aaaaaaa", 404, "there is no document"),
        ("/statements?document=nothing", 404, "there is no document"),
        ("/findings/nothing", 404, "there is no finding"),
        ("/nothing", 404, "there is no such path"),
        ("/statements?limit=501", 422, "limit: Input should be less than or equal to 500"),
        ("/statements?offset=-1", 422, "offset: "),
        ("/statements?status=certain", 422, "status: "),
        ("/statements?clusters=software", 422, "clusters: "),
        ("/series?as_of=2024-02-30", 422, "as_of: "),
        (f"/statements?q={'a' * 201}", 422, "q: "),
    ],
)
def test_what_cannot_be_answered_is_said_in_one_line(
    api: httpx.Client, path: str, status: int, words: str
) -> None:
    answer = api.get(path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert words in answer.json()["detail"]
    assert "\n" not in answer.json()["detail"]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    path=st.sampled_from(
        ["/clusters/", "/series/", "/documents/", "/findings/", "/statements?q=", "/series?measure="]
    ),
    words=st.text(min_size=1, max_size=40),
)
def test_no_question_breaks_the_server(api: httpx.Client, path: str, words: str) -> None:
    answer = api.get(path + quote(words.encode("utf-8", "replace"), safe=""))
    assert answer.status_code in (200, 404, 422)


def test_every_answer_is_as_openapi_describes_it(api: httpx.Client) -> None:
    schema = get(api, "/openapi.json")
    series = get(api, "/series")["items"][0]["id"]
    finding = get(api, "/findings")["items"][0]["id"]
    ids = {
        "/clusters/{id}": "software",
        "/series/{id}": series,
        "/documents/{id}": REPORT_ID,
        "/findings/{id}": finding,
        "/rules/{code}": "YC101",
    }
    asked = 0
    for path, methods in schema["paths"].items():
        if "get" not in methods:
            continue
        answer = methods["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        jsonschema.validate(
            get(api, re.sub(r"\{\w+\}", quote(ids.get(path, ""), safe=""), path)),
            {**answer, "components": schema["components"]},
        )
        assert methods["get"]["description"]
        asked += 1
    assert asked == 13


def test_the_page_of_the_api_names_every_path_and_loads_nothing_from_elsewhere(api: httpx.Client) -> None:
    page = api.get("/").text
    for path in get(api, "/openapi.json")["paths"]:
        assert f"/api/v1{path}" in page
    assert "://" not in page


def test_points_of_all_series_come_as_one_list(api: httpx.Client) -> None:
    found = get(api, "/observations", cluster="software", sort="-value")
    assert [item["value"] for item in found["items"]] == [2e12, 1.8e12, 1.2e12, 1.05]
    assert all(item["quote"] in REPORT + ARTICLE for item in found["items"])
    assert get(api, "/observations", since="2024", until="2024")["total"] == 2
    assert get(api, "/observations", status="target")["total"] == 1
    assert get(api, "/observations", disputed=False)["total"] == 4
    assert get(api, "/observations", as_of="2024-03-01")["total"] == 2


def test_targets_are_held_against_actuals_with_the_words_of_both(api: httpx.Client) -> None:
    found = get(api, "/targets", cluster="software")["items"]
    stated = [target for target in found if target["target"]["words"]]
    (target,) = [target for target in stated if target["target"]["period"] == "2025"]
    assert target["target"]["words"][0]["title"] == "全省软件业发展报告"
    assert "1.8万亿元" in target["actual"]["words"][0]["quote"]
    assert get(api, "/targets", verdict=target["verdict"], cluster="software")["total"] >= 1
    progress = [it["progress"] for it in get(api, "/targets", sort="-progress")["items"]]
    known = [each for each in progress if each is not None]
    assert known == sorted(known, reverse=True)
    assert progress[len(known) :] == [None] * (len(progress) - len(known))


def test_a_target_says_when_it_was_met_how_fast_it_goes_and_whose_it_is(api: httpx.Client) -> None:
    found = get(api, "/targets", cluster="software")["items"]
    (target,) = [each for each in found if each["target"]["words"] and each["target"]["period"] == "2025"]
    assert (target["certain"], target["falls"], target["region"]) == (True, False, "440000")
    assert target["met_period"] is None
    assert target["needed"]["form"] == "compound"
    assert target["needed"]["low"] <= target["needed"]["value"] == target["pace_needed"]
    assert "^(1/" in target["needed"]["formula"]
    of_nation = get(api, "/targets", region="156")["items"]
    assert {each["cluster"] for each in of_nation} == {None}
    assert {each["plan"] for each in of_nation} == {"outline-145-cn"}


def test_a_series_comes_with_its_last_point_and_its_words(api: httpx.Client) -> None:
    for card in get(api, "/series")["items"]:
        assert card["latest"]["period"] == card["last"]
        assert len(card["latest"]["words"]) == 1


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("/statements?sort=value", "value"),
        ("/statements?sort=period", "period"),
        ("/series?sort=region", "region"),
        ("/documents?sort=title", "title"),
        ("/clusters?sort=tier&limit=100", "tier"),
        ("/clusters?sort=name&limit=100", "name"),
    ],
)
def test_a_list_can_be_sorted_both_ways(api: httpx.Client, path: str, field: str) -> None:
    up = [item[field] for item in get(api, path)["items"]]
    down = [item[field] for item in get(api, path.replace("sort=", "sort=-"))["items"]]
    assert up == sorted(up)
    assert down == sorted(down, reverse=True)


def test_documents_are_found_by_words_and_days(api: httpx.Client) -> None:
    assert [card["uri"] for card in get(api, "/documents", q="软件业 报告")["items"]] == ["report.txt"]
    assert [card["uri"] for card in get(api, "/documents", since="2025-01-01")["items"]] == ["article.txt"]
    assert get(api, "/documents", until="2024-02-29")["total"] == 0


def test_every_list_and_every_single_thing_can_be_asked_as_of_a_day(api: httpx.Client) -> None:
    day = "2024-03-01"
    assert get(api, "/documents", as_of=day)["total"] == 1
    assert get(api, "/statements", as_of=day)["total"] == 2
    assert get(api, "/findings", as_of=day)["total"] == 0
    assert api.get(f"/documents/{ARTICLE_ID}", params={"as_of": day}).status_code == 404
    assert get(api, "/clusters/software", as_of=day)["card"]["figures"] == 2
    assert get(api, "/targets", cluster="software", as_of="2024-02-29")["items"] != []


LISTS = (
    "/clusters", "/targets", "/series", "/observations", "/statements", "/documents", "/findings"
)  # fmt: skip


@pytest.mark.parametrize("path", LISTS)
def test_a_list_comes_as_csv_and_as_parquet_where_it_is_asked_for(
    api: httpx.Client, path: str, tmp_path: Path
) -> None:
    items = get(api, path)["items"]
    table = api.get(path, headers={"Accept": "text/csv"})
    assert table.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(table.content.decode("utf-8-sig"))))
    packed = api.get(path, headers={"Accept": "application/vnd.apache.parquet, text/csv;q=0.5"})
    assert packed.headers["content-type"] == "application/vnd.apache.parquet"
    (tmp_path / "list.parquet").write_bytes(packed.content)
    stored = duckdb.sql(f"SELECT * FROM '{tmp_path / 'list.parquet'}'")
    assert len(rows) == len(items) == len(stored.fetchall())
    assert list(rows[0]) == stored.columns
    for name, value in items[0].items():
        if isinstance(value, str) and not value.startswith(("=", "+", "-", "@")):
            assert rows[0][name] == value


def test_a_target_as_a_table_has_the_fields_of_target_and_actual_as_columns(api: httpx.Client) -> None:
    table = api.get("/targets", params={"cluster": "software"}, headers={"Accept": "text/csv"})
    rows = list(csv.DictReader(io.StringIO(table.content.decode("utf-8-sig"))))
    row = next(row for row in rows if row["actual_value"])
    assert row["actual_value"] == "1800000000000"
    assert json.loads(row["actual_words"])[0]["quote"] in REPORT


def test_what_a_spreadsheet_would_run_is_made_plain() -> None:
    table = tables.to_csv(RulePage, [RulePage("=1+1", "a", "b", "c", "d", (), ())])
    assert table.decode("utf-8-sig").splitlines()[1].startswith("'=1+1,")


def test_the_next_slice_has_an_address(api: httpx.Client) -> None:
    first = api.get("/statements", params={"limit": 3, "q": "软件"}, headers={"Accept": "text/csv"})
    assert first.links["next"]["url"].startswith("/api/v1/statements?")
    rest = httpx.get(api.base_url.join(first.links["next"]["url"]))
    assert rest.json()["offset"] == 3
    assert "next" not in rest.links


@pytest.mark.parametrize(
    ("path", "accept"),
    [("/series", "image/png"), ("/rules", "text/csv"), ("/clusters/software", "text/csv;q=1, image/*")],
)
def test_a_form_that_there_is_not_is_refused(api: httpx.Client, path: str, accept: str) -> None:
    answer = api.get(path, headers={"Accept": accept})
    assert answer.status_code == 406
    assert "application/json" in answer.json()["detail"]


def test_who_holds_an_answer_is_told_that_it_still_stands(api: httpx.Client) -> None:
    for accept in ("application/json", "text/csv"):
        first = api.get("/statements", headers={"Accept": accept})
        again = api.get("/statements", headers={"Accept": accept, "If-None-Match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == first.headers["etag"]
    other = api.get("/statements", headers={"If-None-Match": first.headers["etag"]})
    assert other.status_code == 200, "the table is not the JSON"
    assert "no-cache" in first.headers["cache-control"]


def test_a_question_asked_again_gets_the_same_bytes(api: httpx.Client) -> None:
    first, again = (api.get("/series", params={"limit": 2}) for _ in range(2))
    assert first.content == again.content
    assert api.head("/series", params={"limit": 2}).headers["etag"] == first.headers["etag"]
    assert api.head("/series").content == b""


def test_what_is_wrong_with_each_parameter_is_said_by_name(api: httpx.Client) -> None:
    answer = api.get("/statements", params={"limit": 501, "status": "certain"})
    assert answer.headers["content-type"] == "application/problem+json"
    assert {each["parameter"] for each in answer.json()["errors"]} == {"limit", "status"}
    assert answer.json()["status"] == 422


def test_one_rule_is_found_by_code_and_by_name(api: httpx.Client) -> None:
    assert get(api, "/rules/yc101") == get(api, "/rules/impossible-share")
    assert get(api, "/rules/YC101")["sets_off"]


def test_a_finding_comes_with_its_sentence(api: httpx.Client) -> None:
    (finding,) = get(api, "/findings")["items"]
    assert finding["quote"] == ARTICLE


@pytest.mark.parametrize("text", ["\x00\x07增长105%", "一\r\n二", "\ufeff占105%"])
def test_a_text_may_hold_any_character(api: httpx.Client, text: str) -> None:
    assert api.post("/check", content=text.encode()).status_code == 200


def test_a_rebuild_is_noticed(tmp_path: Path) -> None:
    folder = build(tmp_path / "atlas")
    with running(folder) as address:
        assert httpx.get(address + "api/v1/documents").json()["total"] == 2
        build(folder, also="另有一份文件。")
        assert httpx.get(address + "api/v1/documents").json()["total"] == 3
