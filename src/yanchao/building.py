"""A build: sources in, a folder with the ledger, findings, exports and an atlas out, as one step.

What can be streamed is streamed: one document at a time is read, extracted and handed on (`gathering.py`), the audit holds a
batch of them, and the ledger takes them all. Whoever looks into the folder sees the build before or this one.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from yanchao.errors import SourceError, UsageError
from yanchao.gathering import Progress, gather, silently, uri_of
from yanchao.ledger.earlier import Kept
from yanchao.pipeline import everything
from yanchao.quick import dataclass

if TYPE_CHECKING:
    from yanchao.ledger.earlier import Earlier, Same
    from yanchao.ledger.ledger import Ledger
    from yanchao.ledger.store import Store
    from yanchao.lexicon.lexicon import Lexicon
    from yanchao.statements.statement import Extraction

Item = TypeVar("Item")

AUDITED_TOGETHER = 128
"""How many documents the audit holds against each other; across more, the ledger shows who disagrees."""

CHARACTERS_TOGETHER = 4_000_000
"""And how many characters: what bounds the memory of a build of large documents."""

MILESTONE = 8
"""Of more documents, one in so many (a part of 16) ends a batch, by its hash: one that comes or goes moves the ends of its own
batch alone."""

MILESTONES = frozenset(digit for digit in "0123456789abcdef" if int(digit, 16) % MILESTONE == 0)

FINDINGS = "findings.json"

EXPORTS = "exports"

MOST_WARNINGS = 50
"""Warnings that a build tells; each document's page has all of its own."""

_WARNINGS = f"""
    SELECT uri, warning, count(*) OVER () FROM (
        SELECT uri, unnest(warnings) AS warning, generate_subscripts(warnings, 1) AS number FROM documents
        WHERE len(warnings) > 0
    ) ORDER BY uri, number LIMIT {MOST_WARNINGS}
"""  # noqa: S608 - a number of our own

_COUNTS = """
    SELECT
        (SELECT coalesce(sum(related + unrelated), 0)::BIGINT FROM coverage),
        (SELECT count(*) FROM findings),
        (SELECT count(*) FROM series)
"""
"""Statements by the coverage of their documents, which is quicker to ask than a table of all of them."""

_CLUSTERS = "SELECT DISTINCT cluster FROM series"


@dataclass(frozen=True, slots=True)
class Build:
    """What a build made: counts, the clusters that have figures, how long it took, and which sources failed.

    `taken_over` counts those of the documents that the build before had read already. `warnings` are what reading had to put
    up with, the first of them, each with its document; `more_warnings` how many others there are.
    """

    directory: Path
    documents: int
    taken_over: int
    statements: int
    findings: int
    series: int
    clusters: int
    clusters_with_figures: int
    seconds: float
    failures: tuple[SourceError, ...]
    warnings: tuple[str, ...] = ()
    more_warnings: int = 0


class NothingToBuildError(UsageError):
    """Not one source could be read; `failures` says why of each. What stood in the folder before still stands."""

    def __init__(self, failures: Sequence[SourceError]) -> None:
        self.failures = tuple(failures)
        super().__init__("nothing was built: no source could be read")


def build(
    sources: Sequence[str],
    directory: Path | str,
    *,
    packs: Sequence[Path | str] = (),
    stdin: BinaryIO | None = None,
    jobs: int = 1,
    today: date | None = None,
    language: str = "zh",
    fresh: bool = False,
    ledger_only: bool = False,
    site: str = "",
    decisions: Path | None = None,
    progress: Progress = silently,
) -> Build:
    """Read `sources` and write the ledger, findings, exports and atlas into `directory`, as one step.

    `today` is the day on which targets are judged, by default the real one. `jobs` is how many processes read,
    extract and write pages, `language` that of `findings.json`, `site` the address on the web under which the atlas will stand, where
    that is known. Whoever looks into `directory` sees the build before or this
    one, never a mixture. What the build before has read already is taken over, unless `fresh` asks to read everything
    anew: the result is the same. With `ledger_only` the folder holds the database and nothing else, which takes a fraction of
    the time where documents are many; exports can be made from it, and the next build without it makes the rest. `decisions` is a file of
    what people decided about names (`ledger/matching/decisions.py`); it is no source.

    Raises:
        UsageError: where `directory` holds something else, `site` is no address, or not one source could be read.
        StorageError: where it cannot be written.
        PackError: where a pack breaks its schema.
    """
    from yanchao.fingerprint import fingerprint
    from yanchao.ledger.earlier import earlier
    from yanchao.ledger.known import Known
    from yanchao.ledger.ledger import Ledger
    from yanchao.ledger.matching.decisions import NONE, read_decisions
    from yanchao.ledger.replacing import replacing
    from yanchao.ledger.schema import TABLES
    from yanchao.ledger.store import Store
    from yanchao.lexicon.bundled import folder_of
    from yanchao.lexicon.lexicon import load

    started = time.monotonic()
    if site:
        from yanchao.atlas.sitemap import base

        site = base(site)
    day = today or date.today()
    folders = [folder_of(pack) for pack in packs]
    lexicon = load(folders)
    made = NONE if decisions is None else read_decisions(decisions)
    failures: list[SourceError] = []
    with replacing(Path(directory)) as building:
        before = earlier(Path(directory))
        with (
            Store(
                building,
                lexicon,
                reader=fingerprint(folders, site),
                earlier=None if fresh else before,
                layering=ledger_only,
                decisions=made,
            ) as store,
            Known(store, before) as known,
        ):
            found = gather(
                sources,
                folders,
                failures.append,
                stdin=stdin,
                jobs=jobs,
                progress=progress,
                leaving_out=(Path(directory), *([decisions] if decisions else [])),
                taking=everything,
                known=known.known,
            )
            documents, taken_over = _take_in(_new(known.stamp(found), store), store, lexicon)
            if not documents:
                raise NothingToBuildError(failures)
            progress("reconciling", documents, "")
            same = _settle(store, building, lexicon, day)
            [[(statements, findings, series)], warned, of_clusters] = store.finish(
                () if ledger_only else TABLES, (_COUNTS, _WARNINGS, _CLUSTERS)
            )
        progress("publishing", documents, "")
        if not ledger_only:
            with Ledger(building, for_many=True) as ledger:
                _publish(
                    ledger,
                    lexicon,
                    building,
                    language,
                    site,
                    before,
                    same if store.has_earlier else None,
                    jobs,
                    folders,
                )
    return Build(
        directory=Path(directory),
        documents=documents,
        taken_over=taken_over,
        statements=statements,
        findings=findings,
        series=series,
        clusters=len(lexicon.clusters),
        clusters_with_figures=sum(cluster in lexicon.clusters for (cluster,) in of_clusters),
        seconds=time.monotonic() - started,
        failures=tuple(failures),
        warnings=tuple(f"{uri}: {warning}" for uri, warning, _ in warned),
        more_warnings=warned[0][2] - len(warned) if warned else 0,
    )


def _take_in(found: Iterable[Extraction | Kept], store: Store, lexicon: Lexicon) -> tuple[int, int]:
    """Audit what the store has taken in, batch by batch: how many documents, and how many of them an earlier build had read."""
    from yanchao.ledger.store import fingerprint

    documents = taken_over = 0
    for batch in _audited_together(found):
        documents += len(batch)
        if _stands(batch, fingerprint):
            taken_over += len(batch)
        else:
            taken_over += sum(isinstance(each, Kept) for each in batch)
            _audit(batch, lexicon, store)
    return documents, taken_over


def _settle(store: Store, directory: Path, lexicon: Lexicon, day: date) -> Same:
    """Reconcile what all documents say, and add what follows from it: standings and derived figures."""
    from yanchao.clusters.keeping import keep_standings
    from yanchao.ledger.derived import derive, row
    from yanchao.ledger.ledger import Ledger
    from yanchao.ledger.store import MEMORY
    from yanchao.version import __version__

    same = store.reconcile(__version__, day)
    with Ledger(directory, memory=MEMORY) as ledger:
        keep_standings(store, ledger, lexicon, same.owners)
        store.add_rows("derived", (row(it, lexicon) for it in derive(ledger, lexicon, same.derived)))
    return same


def _new(found: Iterable[Extraction | Kept], store: Store) -> Iterator[Extraction | Kept]:
    """What the store has not kept yet: the same bytes under two names are one document."""
    return (each for each in found if (store.keep(each) if isinstance(each, Kept) else store.add(each)))


def batches(
    items: Iterable[Item],
    weigh: Callable[[Item], int],
    *,
    most: int,
    heaviest: int,
    is_last: Callable[[Item], bool] = lambda _: False,
) -> Iterator[list[Item]]:
    """The items in lists: a list ends with `most` items, with the one that makes it `heaviest` or more, or with a last one."""
    batch: list[Item] = []
    weight = 0
    for item in items:
        batch.append(item)
        weight += weigh(item)
        if len(batch) >= most or weight >= heaviest or is_last(item):
            yield batch
            batch, weight = [], 0
    if batch:
        yield batch


def _audited_together(found: Iterable[Extraction | Kept]) -> Iterator[list[Extraction | Kept]]:
    """The documents in lists that are held against each other: all, or where they are too many, from one milestone to the next."""
    lists = partial(batches, weigh=_length, most=AUDITED_TOGETHER, heaviest=CHARACTERS_TOGETHER)
    rest = iter(found)
    first = next(lists(rest), [])
    beyond = next(rest, None)
    if beyond is None:
        if first:
            yield first
        return
    yield from lists(chain(first, [beyond], rest), is_last=_is_milestone)


def _is_milestone(found: Extraction | Kept) -> bool:
    return _id(found)[7] in MILESTONES


def _length(found: Extraction | Kept) -> int:
    return found.characters if isinstance(found, Kept) else len(found.document.text)


def _id(found: Extraction | Kept) -> str:
    return found.id if isinstance(found, Kept) else found.document.id


def _stands(batch: Sequence[Extraction | Kept], fingerprint: Callable[[Mapping[str, str]], str]) -> bool:
    """Whether an earlier build held these very documents against each other."""
    kept = [each for each in batch if isinstance(each, Kept)]
    if len(kept) < len(batch):
        return False
    heard = {each.together for each in kept}
    return len(heard) == 1 and fingerprint({each.uri: each.id for each in kept}) in heard


def _audit(batch: Sequence[Extraction | Kept], lexicon: Lexicon, store: Store) -> None:
    """Hold the documents of a batch against each other."""
    from yanchao.audit.audit import audit

    by_uri = {uri_of(each): _id(each) for each in batch}
    read = store.figures_earlier(each.id for each in batch if isinstance(each, Kept))
    seen = audit([read[each.id] if isinstance(each, Kept) else each for each in batch], lexicon)
    store.add_audit(
        by_uri,
        seen.findings,
        ((by_uri[one.document], len(one.related), len(one.unrelated)) for one in seen.coverage),
    )


def _publish(
    ledger: Ledger,
    lexicon: Lexicon,
    directory: Path,
    language: str,
    site: str,
    replaced: Earlier | None,
    same: Same | None,
    jobs: int,
    packs: Sequence[Path],
) -> None:
    """Write exports, findings, news and pages.

    What is the same in the build that is `replaced` is that one's very file; `same` is what that one says alike, None where
    nothing of it was taken over.
    """
    from yanchao.atlas.facts import Facts
    from yanchao.atlas.site import publish
    from yanchao.atlas.unchanged import unchanged
    from yanchao.clusters import news
    from yanchao.ledger.earlier import link, link_all, same_tables
    from yanchao.ledger.exports import export_all
    from yanchao.ledger.known import STAMPS
    from yanchao.ledger.replacing import MARK
    from yanchao.ledger.schema import TABLES
    from yanchao.ledger.storing import storing

    earlier = None if replaced is None else replaced.directory
    with storing(directory / FINDINGS):
        _write_findings(ledger, directory / FINDINGS, language)
    with storing(directory / news.NEWS):
        news.write(news.news(earlier, ledger), directory)
    taken = replaced if same is not None else None
    same_as_before = same_tables(taken, directory) if taken is not None else frozenset()
    if (
        taken is not None
        and len(same_as_before) == len(TABLES)
        and link_all(taken, directory, (FINDINGS, news.NEWS, MARK, STAMPS))
    ):
        return
    export_all(ledger, directory, EXPORTS, site or "../", taken, same_as_before)
    standing: frozenset[str] = frozenset()
    if taken is not None and same is not None:
        standing = link(taken, directory, unchanged(same, Facts(ledger, lexicon, directory)))
    publish(ledger, lexicon, directory, site=site, standing=standing, earlier=earlier, jobs=jobs, packs=packs)


def _write_findings(ledger: Ledger, path: Path, language: str) -> None:
    """All findings as `yanchao check --format json` writes them, one document at a time."""
    from yanchao.audit.audit import Audit
    from yanchao.audit.report import render

    found: list[object] = []
    for card in sorted(ledger.documents(), key=lambda card: card.uri):
        if card.findings:
            audit = Audit(ledger.findings(document=card.id), (), ())
            found += json.loads(render(audit, [ledger.document(card.id)], "json", language=language))
    path.write_text(
        json.dumps(found, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", errors="replace"
    )
