"""What an assistant can ask over the Model Context Protocol, with the protocol's own client."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import httpx
import pytest
from mcp import Client, MCPError, StdioServerParameters

from serving import ARTICLE, ARTICLE_ID, REPORT, build, running
from yanchao.atlas.checking import LONGEST_TEXT

Answer = TypeVar("Answer")
TOOLS = {
    "list_clusters",
    "get_cluster",
    "search_figures",
    "search_series",
    "get_series",
    "search_documents",
    "get_document",
    "list_findings",
    "get_finding",
    "check_text",
    "explain_rule",
    "list_targets",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("served") / "atlas")


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with running(folder) as site:
        yield site + "mcp"


def ask(server: Any, question: Callable[[Client], Awaitable[Answer]]) -> Answer:
    async def asked() -> Answer:
        async with Client(server) as client:
            return await question(client)

    return asyncio.run(asked())


def call(server: Any, tool: str, **arguments: Any) -> Any:
    result = ask(server, lambda client: client.call_tool(tool, arguments))
    assert not result.is_error, result.content
    answer = result.structured_content
    return answer["result"] if set(answer) == {"result"} else answer


def refusal(server: Any, tool: str, **arguments: Any) -> str:
    result = ask(server, lambda client: client.call_tool(tool, arguments))
    assert result.is_error
    return result.content[0].text


def test_every_tool_is_offered_with_a_description_and_only_reads(address: str) -> None:
    tools = ask(address, lambda client: client.list_tools()).tools
    assert {tool.name for tool in tools} == TOOLS
    for tool in tools:
        assert tool.description
        assert tool.annotations.read_only_hint
        assert tool.output_schema, f"{tool.name} does not say what it answers"
        assert all("description" in field for field in tool.input_schema.get("properties", {}).values())


def test_an_assistant_may_ask_by_names_in_english(address: str) -> None:
    (series,) = call(address, "search_series", measure="Software revenue", region="Shenzhen")["items"][:1]
    assert series["region"] == "440300"
    assert call(address, "get_cluster", id="软件与信息服务") == call(address, "get_cluster", id="software")
    found = call(address, "search_figures", query="software revenue of Shenzhen")
    assert [figure["value"] for figure in found["items"]] == [1.2e12, 1.05]


def test_figures_come_with_their_words(address: str) -> None:
    found = call(address, "search_figures", query="软件", region="440000")
    assert found["total"] == 2
    figure = found["items"][0]
    assert REPORT[figure["start"] : figure["end"]] == "1.8万亿元"
    assert figure["value"] == 1.8e12
    assert figure["quote"] in REPORT


def test_from_a_cluster_to_its_series_to_its_document(address: str) -> None:
    assert "software" in {cluster["id"] for cluster in call(address, "list_clusters")}
    profile = call(address, "get_cluster", id="software")
    series = call(address, "get_series", id=profile["series"]["items"][0]["id"])
    word = series["points"][0]["words"][0]
    document = call(address, "get_document", id=word["document"])
    assert document["text"][word["start"] : word["end"]] in word["quote"]
    assert call(address, "search_series", cluster="software")["total"] == profile["series"]["total"]


def test_what_was_known_on_a_day_can_be_asked(address: str) -> None:
    then = call(address, "search_series", cluster="software", as_of="2024-03-01")
    assert then["total"] >= 1
    assert call(address, "get_series", id=then["items"][0]["id"], as_of="2024-03-01")["points"]
    assert call(address, "search_series", cluster="software", as_of="2024-02-29")["total"] == 0


def test_a_source_is_found_by_its_title_and_its_day(address: str) -> None:
    (found,) = call(address, "search_documents", query="发展报告")["items"]
    assert call(address, "get_document", id=found["id"])["text"] == REPORT
    assert [it["id"] for it in call(address, "search_documents", since="2025-01-01")["items"]] == [ARTICLE_ID]


def test_findings_can_be_listed_and_looked_up(address: str) -> None:
    (finding,) = call(address, "list_findings", document=ARTICLE_ID)["items"]
    assert call(address, "get_finding", id=finding["id"]) == finding
    assert ARTICLE[finding["start"] : finding["end"]] == "105%"


def test_a_text_of_the_assistant_is_audited(address: str) -> None:
    text = "2024年，全省家电出口占全国比重达105%。"
    faults = call(address, "check_text", text=text)
    assert "105%" in {text[fault["start"] : fault["end"]] for fault in faults["findings"]}
    assert call(address, "check_text", text="今天天气很好。")["findings"] == []


def test_every_figure_comes_with_the_words_and_the_title_of_its_source(address: str) -> None:
    for card in call(address, "search_series", cluster="software")["items"]:
        (word,) = card["latest"]["words"]
        assert word["quote"] in REPORT + ARTICLE
        assert word["title"]
    for figure in call(address, "search_figures", query="软件")["items"]:
        assert figure["quote"] in REPORT + ARTICLE
    targets = call(address, "list_targets", cluster="software")["items"]
    for each in targets:
        assert bool(each["target"]["words"]) != bool(each["source"]), (
            "a text says it, or a pack says where it stands"
        )
    (target,) = [each for each in targets if each["target"]["words"]]
    assert target["target"]["words"][0]["quote"] in REPORT
    assert target["actual"]["words"][0]["quote"] in REPORT
    assert call(address, "list_findings")["items"][0]["quote"] == ARTICLE


def test_an_assistant_looks_up_what_a_finding_means(address: str) -> None:
    (finding,) = call(address, "list_findings")["items"]
    rule = call(address, "explain_rule", code=finding["rule"])
    assert rule["name"] == finding["name"]
    assert "Why it is bad" in rule["page"]
    assert call(address, "explain_rule", code=rule["name"]) == rule
    assert "there are YC101" in refusal(address, "explain_rule", code="nothing")


def test_clusters_and_documents_are_resources(address: str) -> None:
    async def read(client: Client, uri: str) -> str:
        (content,) = (await client.read_resource(uri)).contents
        return content.text

    async def asked(client: Client) -> None:
        listed = {str(each.uri): each for each in (await client.list_resources()).resources}
        assert {"yanchao://clusters", "yanchao://clusters/software", "yanchao://documents"} <= set(listed)
        templates = (await client.list_resource_templates()).resource_templates
        assert {each.uri_template for each in templates} == {
            "yanchao://clusters/{id}",
            "yanchao://documents/{id}",
        }
        assert json.loads(await read(client, "yanchao://clusters/software"))["card"]["figures"] == 4
        assert len(json.loads(await read(client, "yanchao://clusters"))) == 20
        documents = json.loads(await read(client, "yanchao://documents"))["items"]
        assert [await read(client, f"yanchao://documents/{it['id']}") for it in documents] == [
            ARTICLE,
            REPORT,
        ]
        with pytest.raises(MCPError, match="there is no document"):
            await read(client, "yanchao://documents/nothing")

    ask(address, asked)


def test_a_rebuild_is_noticed(tmp_path: Path) -> None:
    folder = build(tmp_path / "atlas")
    with running(folder) as site:
        assert call(site + "mcp", "search_figures", query="软件")["total"] == 4
        build(folder, also="另有一份文件。")
        documents = ask(site + "mcp", lambda client: client.read_resource("yanchao://documents"))
        assert json.loads(documents.contents[0].text)["total"] == 3


def test_what_is_not_there_is_said_in_words_that_help(address: str) -> None:
    assert "there are electronics" in refusal(address, "get_cluster", id="nothing")
    assert "there is no series" in refusal(address, "get_series", id="nothing")


def test_what_asks_too_much_is_refused(address: str) -> None:
    assert "200000" in refusal(address, "check_text", text="字" * (LONGEST_TEXT + 1))
    assert "less than or equal to 100" in refusal(address, "search_figures", limit=101)


def test_an_assistant_of_the_older_protocol_is_understood(address: str) -> None:
    async def asked() -> set[str]:
        async with Client(address, mode="legacy") as client:
            return {tool.name for tool in (await client.list_tools()).tools}

    assert asyncio.run(asked()) == TOOLS


def test_no_stream_is_held_open_for_a_server_that_has_nothing_of_its_own_to_say(address: str) -> None:
    answer = httpx.get(address, headers={"Accept": "text/event-stream"})
    assert answer.status_code == 405


def test_the_same_is_spoken_over_standard_input_and_output(folder: Path) -> None:
    yanchao = str(Path(sys.executable).with_name("yanchao"))
    server = StdioServerParameters(
        command=yanchao, args=["serve", str(folder), "--mcp-stdio"], env=dict(os.environ)
    )
    assert call(server, "search_figures", query="深圳")["total"] == 2
