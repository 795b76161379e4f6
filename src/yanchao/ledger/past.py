"""The ledger as it would have been on a past day: the tables of the schema as views that hide what was said later.

The ledger of a day is, by definition, what a build from only the documents published up to and on that day would
keep of its series. A document that does not say when it was published is hidden: nobody can tell whether it was known.
Assertions keep their order, since who comes first is settled pair by pair; numbers, values and prominence are worked
out anew from those that are left (`reconciliation.py` has the same rules for a build). A finding that leans on a
hidden document is hidden too. Standings and targets belong to the day on which they were judged: they are empty.
"""

from __future__ import annotations

from datetime import date

from yanchao.ledger.prominence import with_prominence
from yanchao.ledger.schema import JUDGED, OF_DOCUMENTS
from yanchao.ledger.sql import OF_POINT

SCHEMA = "past"
"""What the views are called within our own database."""


def views(build: str, day: date, schema: str = SCHEMA) -> tuple[str, ...]:
    """The SQL that makes the views over the attached database `build`; afterwards `USE schema` is the ledger of `day`.

    Every view can be asked for a few series by name without working out the others.
    """
    known = f"(SELECT document FROM {build}.documents WHERE published <= DATE '{day.isoformat()}')"  # noqa: S608
    made = {
        name: f"SELECT * FROM {build}.{name} WHERE document IN {known}"  # noqa: S608
        for name in (*OF_DOCUMENTS, "coverage")
    }
    made |= {name: f"SELECT * FROM {build}.{name} WHERE false" for name in JUDGED}  # noqa: S608
    made["decisions"] = f"SELECT * FROM {build}.decisions"  # noqa: S608
    made["about"] = f"SELECT * REPLACE (DATE '{day.isoformat()}' AS judged_on) FROM {build}.about"  # noqa: S608
    made["findings"] = f"""
        SELECT * FROM {build}.findings WHERE document IN {known} AND finding NOT IN (
            SELECT r.finding FROM {build}.related r JOIN {build}.documents d USING (uri)
            WHERE d.document NOT IN {known}
        )"""  # noqa: S608
    made["related"] = f"SELECT * FROM {build}.related WHERE finding IN (SELECT finding FROM findings)"  # noqa: S608
    said = f"{build}.assertions WHERE vintage <= DATE '{day.isoformat()}'"
    made["series"] = f"SELECT * FROM {build}.series WHERE series IN (SELECT series FROM {said})"  # noqa: S608
    made["assertions"] = with_prominence(_NUMBERED.format(said=said))
    made["observations"] = _OBSERVATIONS.format(said=said, build=build, of_point=OF_POINT)
    # the views are read in the order of `made`: `related` asks for `findings`
    views = (f"CREATE VIEW {name} AS {query}" for name, query in made.items())
    return (f"CREATE SCHEMA {schema}", f"USE {schema}", *views)


_NUMBERED = """
    SELECT * EXCLUDE (prominence) REPLACE (
        (row_number() OVER (PARTITION BY series, observation ORDER BY assertion) - 1)::INTEGER AS assertion,
        (dense_rank() OVER (PARTITION BY series ORDER BY observation) - 1)::INTEGER AS observation
    )
    FROM {said}
"""

_OBSERVATIONS = """
    WITH points AS (SELECT series, observation, {of_point} FROM {said} GROUP BY series, observation)
    SELECT series, (row_number() OVER (PARTITION BY series ORDER BY observation) - 1)::INTEGER AS observation,
        o.period, o.status, p.value, p.low, p.high, p.comparator, p.disputed, p.times
    FROM points p JOIN {build}.observations o USING (series, observation)
"""
