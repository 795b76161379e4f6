"""What changed between two builds: new, revised, contradicted, found wrong, reached, behind; and the news that a build keeps."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import duckdb
import pytest

from yanchao.atlas.news import groups
from yanchao.building import build
from yanchao.clusters.changes import Changes, changes
from yanchao.clusters.news import NEWS, as_json, from_json, read
from yanchao.errors import UsageError
from yanchao.ledger import earlier, store
from yanchao.ledger.layers import is_layered
from yanchao.ledger.ledger import Ledger
from yanchao.ledger.schema import STORE
from yanchao.lexicon.lexicon import load

TODAY = date(2026, 3, 1)
FOURTH = Path(__file__).parents[1] / "ledger" / "schemas" / "4.sql"

ROBOTS = "2025年，全省机器人产业营业收入达到700亿元。"
MORE_ROBOTS = "2025年，全省机器人产业营业收入达到760亿元。"
SOFTWARE = "2025年，全省软件业利润总额2100亿元。"
AIM = "到2025年，全省机器人产业营业收入力争超过720亿元。"
WRONG = "2025年，全省软件业务收入占全国比重达105%。"


def built(folder: Path, name: str, texts: Mapping[str, str], today: date = TODAY) -> Path:
    sources = folder / "texts"
    sources.mkdir(exist_ok=True)
    for old in sources.iterdir():
        old.unlink()
    for file, text in texts.items():
        (sources / file).write_text(text + "\n", encoding="utf-8")
    build([str(sources)], folder / name, today=today, ledger_only=name != "site")
    return folder / name


def between(folder: Path, old: Mapping[str, str], new: Mapping[str, str]) -> Changes:
    with Ledger(built(folder, "old", old)) as before, Ledger(built(folder, "new", new)) as after:
        return changes(before, after)


def told(found: Changes) -> dict[str, int]:
    """How many changes there are of each kind that has any."""
    kinds = [
        "added",
        "removed",
        "new",
        "revised",
        "contradicted",
        "gone",
        "found_wrong",
        "newly_reached",
        "newly_behind",
    ]
    return {kind: total for kind in kinds if (total := getattr(found, kind).total)}


def test_one_document_more_brings_its_figures_and_nothing_else(tmp_path: Path) -> None:
    found = between(tmp_path, {"a.txt": ROBOTS}, {"a.txt": ROBOTS, "b.txt": SOFTWARE})
    assert told(found) == {"added": 1, "new": 1}
    (figure,) = found.new.items
    assert (figure.cluster, figure.period, figure.value, figure.before) == ("software", "2025", 2.1e11, None)
    assert figure.start == SOFTWARE.index("2100亿元")
    assert found.added.items[0].document == figure.document


def test_what_a_document_alone_said_goes_with_it(tmp_path: Path) -> None:
    found = between(tmp_path, {"a.txt": ROBOTS, "b.txt": SOFTWARE}, {"a.txt": ROBOTS})
    assert told(found) == {"removed": 1, "gone": 1}
    assert found.gone.items[0].value == 2.1e11


def test_the_same_documents_bring_no_change(tmp_path: Path) -> None:
    found = between(tmp_path, {"a.txt": ROBOTS}, {"a.txt": ROBOTS})
    assert told(found) == {}
    assert found.is_empty
    assert found.same_reader


def test_another_figure_in_the_place_of_one_is_a_revision(tmp_path: Path) -> None:
    found = between(tmp_path, {"a.txt": ROBOTS}, {"a.txt": MORE_ROBOTS})
    assert told(found) == {"added": 1, "removed": 1, "revised": 1}
    (figure,) = found.revised.items
    assert (figure.before, figure.value) == (7e10, 7.6e10)


def test_the_same_amount_said_with_a_bound_is_a_revision_too(tmp_path: Path) -> None:
    found = between(tmp_path, {"a.txt": ROBOTS}, {"a.txt": ROBOTS.replace("达到", "超过")})
    (figure,) = found.revised.items
    assert (figure.comparator_before, figure.comparator) == ("=", ">")


def test_a_second_word_that_cannot_hold_beside_the_first_is_a_contradiction(tmp_path: Path) -> None:
    found = between(tmp_path, {"a.txt": ROBOTS}, {"a.txt": ROBOTS, "b.txt": MORE_ROBOTS})
    (figure,) = found.contradicted.items
    assert (figure.least, figure.greatest) == (7e10, 7.6e10)
    again = between(
        tmp_path,
        {"a.txt": ROBOTS, "b.txt": MORE_ROBOTS},
        {"a.txt": ROBOTS, "b.txt": MORE_ROBOTS, "c.txt": SOFTWARE},
    )
    assert again.contradicted.total == 0, "it stood before"


def test_a_fault_is_new_once_whatever_else_changes_in_its_document(tmp_path: Path) -> None:
    found = between(tmp_path, {"a.txt": SOFTWARE}, {"a.txt": WRONG})
    (fault,) = found.found_wrong.items
    assert (fault.start, fault.end) == (WRONG.index("105%"), WRONG.index("105%") + 4)
    later = between(tmp_path, {"a.txt": WRONG}, {"a.txt": f"{WRONG}{ROBOTS}"})
    assert later.found_wrong.total == 0
    assert later.new.total == 1


def test_a_target_is_newly_reached_or_newly_behind(tmp_path: Path) -> None:
    reached = between(tmp_path, {"a.txt": AIM, "b.txt": ROBOTS}, {"a.txt": AIM, "b.txt": MORE_ROBOTS})
    (aim,) = reached.newly_reached.items
    assert (aim.cluster, aim.value, aim.actual_value, aim.verdict) == ("robotics", 7.2e10, 7.6e10, "reached")
    assert aim.before not in (None, "reached")
    fallen = between(tmp_path, {"a.txt": AIM, "b.txt": MORE_ROBOTS}, {"a.txt": AIM, "b.txt": ROBOTS})
    (aim,) = fallen.newly_behind.items
    assert aim.before == "reached"
    assert fallen.newly_reached.total == 0


def test_a_target_of_a_place_is_newly_reached_like_that_of_a_cluster(tmp_path: Path) -> None:
    aim, gdp = "到2025年，广东地区生产总值力争超过14万亿元。", "2025年，广东地区生产总值14.58万亿元。"
    found = between(tmp_path, {"a.txt": aim}, {"a.txt": aim, "b.txt": gdp})
    (reached,) = found.newly_reached.items
    assert (reached.cluster, reached.region, reached.measure) == (None, "440000", "gdp")
    (line,) = next(group.lines for group in groups(found, load()) if group.kind == "newly_reached")
    assert (line.name.en, line.path) == ("Guangdong: Gross regional product", "places/440000.html")


def test_a_ledger_that_lies_over_another_is_compared_as_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(earlier, "LARGE", 1)
    monkeypatch.setattr(store, "SCATTERED", 0)
    for folder in ("old", "new"):
        built(tmp_path, folder, {"a.txt": ROBOTS})
    old = built(tmp_path, "old", {"a.txt": ROBOTS, "b.txt": AIM})
    new = built(tmp_path, "new", {"a.txt": ROBOTS, "b.txt": AIM, "c.txt": MORE_ROBOTS})
    assert is_layered(old)
    assert is_layered(new)
    with Ledger(old) as before, Ledger(new) as after:
        found = changes(before, after)
    assert {"added": 1, "contradicted": 1}.items() <= told(found).items()
    assert found.new.total == 0


def test_a_build_of_an_older_yanchao_is_not_compared_with(tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.mkdir()
    with duckdb.connect(str(old / STORE)) as connection:
        connection.execute(FOURTH.read_text(encoding="utf-8"))
    new = built(tmp_path, "new", {"a.txt": ROBOTS})
    with (
        Ledger(old) as before,
        Ledger(new) as after,
        pytest.raises(UsageError, match="an older yanchao wrote it"),
    ):
        changes(before, after)


def test_a_build_of_which_a_table_is_missing_is_no_reason_to_fail(tmp_path: Path) -> None:
    site = built(tmp_path, "site", {"a.txt": ROBOTS})
    with duckdb.connect(str(site / STORE)) as connection:
        connection.execute("DROP TABLE derived; UPDATE about SET reader = 'another'")
    built(tmp_path, "site", {"a.txt": MORE_ROBOTS})
    assert news_of(site).since is None


def test_a_build_is_not_held_against_itself(tmp_path: Path) -> None:
    directory = built(tmp_path, "old", {"a.txt": ROBOTS})
    with Ledger(directory) as one, Ledger(directory) as other, pytest.raises(UsageError, match="given twice"):
        changes(one, other)


def test_of_many_changes_as_many_are_given_as_are_asked_for_and_all_are_counted(tmp_path: Path) -> None:
    old, new = built(tmp_path, "old", {"a.txt": ROBOTS}), {"a.txt": ROBOTS, "b.txt": SOFTWARE, "c.txt": AIM}
    with Ledger(old) as before, Ledger(built(tmp_path, "new", new)) as after:
        found = changes(before, after, 1)
    assert (found.new.total, len(found.new.items)) == (2, 1)


def test_changes_come_back_from_json_as_they_were(tmp_path: Path) -> None:
    found = between(
        tmp_path, {"a.txt": AIM, "b.txt": ROBOTS}, {"a.txt": AIM, "b.txt": MORE_ROBOTS, "c.txt": WRONG}
    )
    assert from_json(json.loads(as_json(found))) == found


def news_of(site: Path) -> Changes:
    found = read(site)
    assert found is not None
    return found


def test_a_first_build_has_nothing_to_compare_with_and_shows_no_news(tmp_path: Path) -> None:
    site = built(tmp_path, "site", {"a.txt": ROBOTS})
    assert news_of(site).since is None
    assert news_of(site).is_empty
    assert 'id="news"' not in (site / "index.html").read_text(encoding="utf-8")


def test_the_first_page_says_what_is_new_since_the_build_before(tmp_path: Path) -> None:
    built(tmp_path, "site", {"a.txt": ROBOTS})
    site = built(tmp_path, "site", {"a.txt": ROBOTS, "b.txt": MORE_ROBOTS, "c.txt": WRONG}, date(2026, 4, 1))
    found = news_of(site)
    assert (found.since, found.until) == (TODAY, date(2026, 4, 1))
    assert {"added": 2, "new": 1, "contradicted": 1}.items() <= told(found).items()
    assert {"YC101", "YC103"} == {fault.rule for fault in found.found_wrong.items}
    page = (site / "index.html").read_text(encoding="utf-8")
    section = page[page.index('aria-labelledby="news"') : page.index('aria-labelledby="totals"')]
    assert "新出现的矛盾" in section
    assert f"documents/{found.contradicted.items[0].document[:16]}.html#s=" in section


def test_a_build_in_which_nothing_changed_keeps_the_news_that_stood(tmp_path: Path) -> None:
    built(tmp_path, "site", {"a.txt": ROBOTS})
    texts = {"a.txt": ROBOTS, "b.txt": SOFTWARE}
    site = built(tmp_path, "site", texts)
    before = {name: (site / name).read_bytes() for name in (NEWS, "index.html", "en/index.html")}
    for today in (TODAY, date(2026, 3, 2)):
        built(tmp_path, "site", texts, today)
        assert (site / NEWS).read_bytes() == before[NEWS]
    built(tmp_path, "site", texts)
    assert {name: (site / name).read_bytes() for name in before} == before


def test_news_that_cannot_be_read_are_no_reason_to_fail(tmp_path: Path) -> None:
    site = built(tmp_path, "site", {"a.txt": ROBOTS})
    (site / NEWS).write_text('{"since": 7}', encoding="utf-8")
    assert read(site) is None
    built(tmp_path, "site", {"a.txt": ROBOTS}, date(2026, 3, 2))
    assert news_of(site).since == TODAY
