"""Scoring named things: what counts as found, as named by its role, as wholly right; and where a file for it lies."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yanchao.errors import UsageError
from yanchao.evaluation import evaluate, show
from yanchao.evaluation.mentions import MENTION_MEASURES, MentionScore, score_mentions
from yanchao.lexicon.lexicon import load
from yanchao.statements.statement import Role

TEXT = "机器人产业以青州为核心，拥有明睿智造、博恒自动化等龙头企业。\n"


def named(start: int, end: int, role: str, cluster: str | None = None) -> dict[str, Any]:
    return {"start": start, "end": end, "role": role, "cluster": cluster}


things = st.builds(
    lambda start, length, role, cluster: named(start, start + length, role, cluster),
    st.integers(0, 60),
    st.integers(1, 12),
    st.sampled_from([role.value for role in Role]),
    st.sampled_from([None, "robotics", "software"]),
)


def test_the_same_range_role_and_cluster_is_wholly_right() -> None:
    score, misses = score_mentions([named(3, 7, "firm", "robotics")], [named(3, 7, "firm", "robotics")])
    assert misses == []
    assert {measure: score.recall(measure) for measure in MENTION_MEASURES} == dict.fromkeys(
        MENTION_MEASURES, 1.0
    )
    assert score.roles == {"firm": (1, 1, 1)}


@pytest.mark.parametrize(
    ("read", "right"),
    [
        (named(3, 7, "firm"), {"found", "role"}),
        (named(3, 6, "firm", "robotics"), {"found", "role"}),
        (named(3, 7, "leading-firm", "robotics"), {"found"}),
        (named(8, 9, "firm", "robotics"), set()),
    ],
    ids=["another cluster", "a shorter name", "another role", "elsewhere"],
)
def test_what_is_right_of_a_reading_that_differs(read: dict[str, Any], right: set[str]) -> None:
    score, misses = score_mentions([named(3, 7, "firm", "robotics")], [read])
    assert {measure for measure in MENTION_MEASURES if score.precision(measure)} == right
    assert misses


def test_what_was_not_labelled_costs_precision_and_what_was_not_read_costs_recall() -> None:
    label, other, stray = named(0, 4, "firm"), named(6, 9, "project"), named(20, 24, "platform")
    score, misses = score_mentions([label, other], [label, stray])
    assert (score.precision("mention"), score.recall("mention")) == (0.5, 0.5)
    assert misses == [(other, None), (None, stray)]


def test_a_direction_does_not_take_the_place_of_a_name_that_it_holds() -> None:
    direction, platform = named(0, 14, "direction"), named(4, 14, "platform")
    score, misses = score_mentions([platform], [direction])
    assert score.hits["found"] == 0
    assert misses == [(platform, None), (None, direction)]
    score, misses = score_mentions([direction, platform], [platform, direction])
    assert misses == []


def test_of_two_readings_of_one_name_the_one_that_is_right_counts() -> None:
    label = named(3, 7, "firm")
    score, misses = score_mentions([label], [named(2, 7, "institute"), label])
    assert score.hits["mention"] == 1
    assert misses == [(None, named(2, 7, "institute"))]


@given(st.lists(things, max_size=8), st.lists(things, max_size=8))
def test_scores_keep_their_bounds_and_add_up(
    labelled: list[dict[str, Any]], read: list[dict[str, Any]]
) -> None:
    score, misses = score_mentions(labelled, read)
    assert score.hits["mention"] <= score.hits["role"] <= score.hits["found"] <= min(len(labelled), len(read))
    assert len(misses) == len(labelled) + len(read) - score.hits["mention"] - score.hits["found"]
    assert score_mentions(labelled, labelled)[0].hits["mention"] == len(labelled)
    both = score + score
    assert (both.labelled, both.read) == (2 * score.labelled, 2 * score.read)
    assert both.precision("mention") == score.precision("mention")
    assert MentionScore() + score == score


class TestFiles:
    def folder(self, tmp_path: Path, mentions: str | None) -> Path:
        (tmp_path / "county.txt").write_text(TEXT, encoding="utf-8")
        (tmp_path / "county.jsonl").write_text("", encoding="utf-8")
        if mentions is not None:
            (tmp_path / "county.mentions.jsonl").write_text(mentions, encoding="utf-8")
        return tmp_path

    def test_named_things_are_scored_where_their_labels_lie_beside_the_statements(
        self, tmp_path: Path
    ) -> None:
        start = TEXT.index("明睿智造")
        label = named(start, start + 4, "leading-firm", "robotics")
        folder = self.folder(tmp_path, json.dumps(label) + "\n")
        found = evaluate(folder, folder, load())
        assert [score.name for score in found.documents] == ["county"]
        assert found.total.mentions.recall("mention") == 1.0
        assert found.total.mentions.precision("mention") < 1.0
        assert "named things, 1 labelled" in show(found, "table")
        shown = json.loads(show(found, "json", misses=9))
        assert shown["all"]["mentions"]["roles"]["leading-firm"] == {"labelled": 1, "read": 2, "right": 1}
        assert shown["misses"][0]["wrong"]["mention"] == [None, ["博恒自动化", "leading-firm", "robotics"]]

    def test_a_document_without_such_labels_is_not_judged_by_them(self, tmp_path: Path) -> None:
        folder = self.folder(tmp_path, None)
        found = evaluate(folder, folder, load())
        assert found.total.mentions == MentionScore()
        assert "named things" not in show(found, "table")

    def test_an_empty_file_says_that_the_text_names_nothing(self, tmp_path: Path) -> None:
        folder = self.folder(tmp_path, "")
        assert evaluate(folder, folder, load()).total.mentions.precision("mention") == 0.0

    def test_labels_that_cannot_be_read_are_one_clear_line(self, tmp_path: Path) -> None:
        folder = self.folder(tmp_path, "{")
        with pytest.raises(UsageError, match=r"county\.mentions\.jsonl"):
            evaluate(folder, folder, load())
