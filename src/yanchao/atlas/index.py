"""The search index: one script a language that the search page loads, since a page opened from disk may not fetch.

An entry is `[kind, title, words, path]`; the script in the page looks for every word of the query in title and
words. Everything is written as JSON with `<` escaped, so that no text of a document can end the script.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from yanchao.atlas import naming, paths
from yanchao.atlas.facts import Facts
from yanchao.atlas.figures import period_words, show
from yanchao.atlas.language import Language

Entry = tuple[str, str, str, str]
LONGEST_WORDS = 160


def script(facts: Facts, language: Language) -> str:
    """The index as a script that sets `window.yanchaoIndex`."""
    lines = ",\n".join(
        json.dumps(entry, ensure_ascii=False)
        .replace("<", "\\u003c")
        .replace("\u2028", " ")
        .replace("\u2029", " ")
        for entry in entries(facts, language)
    )
    return f"window.yanchaoIndex=[\n{lines}\n];\n"


def entries(facts: Facts, language: Language) -> Iterator[Entry]:
    """Everything that can be found: clusters, measures, places, plans, names, documents, figures, findings."""
    for cluster in facts.clusters:
        words = f"{cluster.name} {cluster.name_en} {' '.join(cluster.aliases)}"
        yield ("cluster", facts.cluster_name(cluster.id).into(language), words, paths.cluster(cluster.id))
    measures = {series.key.measure: series for series in facts.series}
    for id, series in measures.items():
        if id not in facts.measures_shown:
            continue
        listed = facts.lexicon.measures.get(id)
        words = f"{listed.name} {listed.name_en} {' '.join(listed.aliases)}" if listed else id
        yield ("measure", facts.measure_name(series.key).into(language), words, paths.measure(id))
    for group in naming.groups(facts, facts.named, (*naming.PLACES, *naming.ACTORS, *naming.OUTLOOK)):
        for thing in group.things:
            clusters = " ".join(facts.cluster_name(id).into(language) for id in thing.clusters)
            path = thing.path or paths.NAMES
            yield (
                "place" if thing.role in naming.PLACES else "name",
                thing.name.into(language),
                f"{thing.name.zh} {thing.name.en} {clusters}",
                path,
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
    for stated in facts.stated:
        statement = stated.statement
        quantity = statement.quantity
        shown = show(quantity.value, quantity.unit, statement.kind, language, comparator=quantity.comparator)
        where = facts.region_name(statement.region).into(language) if statement.region else ""
        whose = facts.cluster_name(statement.cluster).into(language) if statement.cluster else ""
        title = " · ".join(part for part in (statement.subject, statement.measure, str(shown)) if part)
        words = f"{period_words(statement.period, language)} {where} {whose} {stated.quote[:LONGEST_WORDS]}"
        yield ("figure", title, words, facts.document_path(stated.document, statement.start))
