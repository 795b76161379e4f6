"""The search index: one script a language that the search page loads, since a page opened from disk may not fetch.

An entry is `[kind, title, words, path]`; the script in the page looks for every word of the query in title and
words. Everything is written as JSON with `<` escaped, so that no text of a document can end the script. The script
holds what fits into `caps.SEARCHED` bytes, figures of the newest documents first, and says how many it left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from yanchao.atlas import caps, naming, paths
from yanchao.atlas.facts import Facts
from yanchao.atlas.figures import period_words, show
from yanchao.atlas.language import Language
from yanchao.ledger.ledger import Stated
from yanchao.ledger.things import Asked

Entry = tuple[str, str, str, str]
LONGEST_WORDS = 160
NAMED = (*naming.PLACES, *naming.ACTORS, *naming.OUTLOOK)


def script(facts: Facts, language: Language) -> str:
    """The index as a script that sets `window.yanchaoIndex`, and `window.yanchaoLeftOut` to how many are missing."""
    lines: list[str] = []
    room = caps.SEARCHED
    for entry in entries(facts, language):
        line = _line(entry)
        room -= len(line.encode("utf-8", "replace")) + len(",\n")
        if room < 0:
            break
        lines.append(line)
    left_out = count(facts) - len(lines)
    index = ",\n".join(lines)
    return f"window.yanchaoIndex=[\n{index}\n];\nwindow.yanchaoLeftOut={max(left_out, 0)};\n"


def _line(entry: Entry) -> str:
    words = json.dumps(entry, ensure_ascii=False)
    return words.replace("<", "\\u003c").replace("\u2028", " ").replace("\u2029", " ")


def count(facts: Facts) -> int:
    """How many entries there would be without a cap."""
    names = sum(facts.how_many(Asked(NAMED)).values())
    listed = len(facts.clusters) + len(facts.measures_shown) + len(facts.lexicon.plans)
    return listed + names + len(facts.cards) + facts.totals.statements


def entries(facts: Facts, language: Language) -> Iterator[Entry]:
    """Everything that can be found: clusters, measures, places, names, plans, documents, figures."""
    for cluster in facts.clusters:
        words = f"{cluster.name} {cluster.name_en} {' '.join(cluster.aliases)}"
        yield ("cluster", facts.cluster_name(cluster.id).into(language), words, paths.cluster(cluster.id))
    measures = [id for id in facts.measures if id in facts.measures_shown]
    measures.sort(key=lambda id: id not in facts.lexicon.measures)
    for id in measures[: caps.SEARCHED_NAMES]:
        listed = facts.lexicon.measures.get(id)
        words = f"{listed.name} {listed.name_en} {' '.join(listed.aliases)}" if listed else id
        name = (listed.name if language is Language.ZH else listed.name_en) if listed else id
        yield ("measure", name, words, paths.measure(id))
    for thing in naming.things(facts, Asked(NAMED), most=caps.SEARCHED_NAMES, sentences=0):
        clusters = " ".join(facts.cluster_name(id).into(language) for id in thing.clusters)
        yield (
            "place" if thing.role in naming.PLACES else "name",
            thing.name.into(language),
            f"{thing.name.zh} {thing.name.en} {clusters}",
            thing.path or paths.NAMES,
        )
    for plan in facts.lexicon.plans.values():
        yield (
            "plan",
            plan.title if language is Language.ZH else plan.title_en,
            f"{plan.title} {plan.title_en}",
            paths.plan(plan.id),
        )
    for card in facts.cards:
        title = facts.document_title(card.id)
        yield ("document", title, f"{card.publisher or ''} {card.published or ''}", paths.document(card.id))
    for card in facts.cards:
        for stated in facts.ledger.each_statement(document=card.id, with_evidence=False):
            yield _figure(facts, stated, language)


def _figure(facts: Facts, stated: Stated, language: Language) -> Entry:
    statement = stated.statement
    quantity = statement.quantity
    shown = show(quantity.value, quantity.unit, statement.kind, language, comparator=quantity.comparator)
    where = facts.region_name(statement.region).into(language) if statement.region else ""
    whose = facts.cluster_name(statement.cluster).into(language) if statement.cluster else ""
    title = " · ".join(part for part in (statement.subject, statement.measure, str(shown)) if part)
    words = f"{period_words(statement.period, language)} {where} {whose} {stated.quote[:LONGEST_WORDS]}"
    return ("figure", title, words, facts.document_path(stated.document, statement.start))
