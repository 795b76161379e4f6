-- Version 5: a ledger says which reader wrote it, and what each document was audited with, so that a build may take it over.
-- An older one does not know, so that none is taken over.
CREATE VIEW about AS SELECT * REPLACE (5 AS schema_version), '' AS reader FROM before.about;
CREATE VIEW coverage AS SELECT *, NULL::VARCHAR AS together FROM before.coverage;
-- It keeps what people decided about names, and the figures that follow from others; of an older one there are none.
CREATE TABLE decisions ("decision" INTEGER, "one" VARCHAR, "other" VARCHAR, "verdict" VARCHAR, "note" VARCHAR, "decided" DATE);
CREATE TABLE derived ("series" VARCHAR, "period" VARCHAR, "name" VARCHAR, "name_en" VARCHAR, "measure" VARCHAR, "subject" VARCHAR, "region" VARCHAR, "cluster" VARCHAR, "kind" VARCHAR, "unit" VARCHAR, "base" VARCHAR, "qualifiers" VARCHAR[], "status" VARCHAR, "value" DOUBLE, "low" DOUBLE, "high" DOUBLE, "formula" VARCHAR, "written" VARCHAR, "nominal" BOOLEAN, "doubts" VARCHAR[], "first_series" VARCHAR, "first_observation" INTEGER, "second_series" VARCHAR, "second_observation" INTEGER);
-- A target belongs to a cluster or to a place, and says more of its verdict; an older one was always a cluster's, and its paces were
-- compound. What a target was set to before, and how industries are spread over places, nobody had worked out.
CREATE VIEW targets AS SELECT
    cluster AS owner,
    "item",
    "cluster",
    NULL::VARCHAR AS region,
    "series",
    "measure",
    "subject",
    NULL::VARCHAR AS kind,
    "unit",
    "plan",
    "period",
    "value",
    "low",
    "high",
    "comparator",
    NULL::BOOLEAN AS falls,
    []::VARCHAR[] AS hedges,
    NULL::VARCHAR AS words,
    "actual_period",
    "actual_value",
    "verdict",
    NULL::BOOLEAN AS certain,
    NULL::VARCHAR AS met_period,
    NULL::DOUBLE AS met_value,
    NULL::DATE AS met_on,
    "progress",
    "pace_so_far",
    NULL::DOUBLE AS pace_so_far_low,
    NULL::DOUBLE AS pace_so_far_high,
    CASE WHEN pace_so_far IS NOT NULL THEN 'compound' END AS pace_so_far_form,
    NULL::VARCHAR AS pace_so_far_formula,
    "pace_needed",
    NULL::DOUBLE AS pace_needed_low,
    NULL::DOUBLE AS pace_needed_high,
    CASE WHEN pace_needed IS NOT NULL THEN 'compound' END AS pace_needed_form,
    NULL::VARCHAR AS pace_needed_formula,
    "reason",
    "reason_en"
FROM before.targets;
CREATE TABLE settings ("owner" VARCHAR, "item" INTEGER, "setting" INTEGER, "value" DOUBLE, "plan" VARCHAR, "year" INTEGER, "day" DATE, "document" VARCHAR, "start" INTEGER, "end" INTEGER, "quote" VARCHAR, "source" VARCHAR);
CREATE TABLE concentration ("result" INTEGER, "indicator" VARCHAR, "measure" VARCHAR, "subject" VARCHAR, "cluster" VARCHAR, "region" VARCHAR, "within" VARCHAR, "period" VARCHAR, "value" DOUBLE, "low" DOUBLE, "high" DOUBLE, "unit" VARCHAR, "formula" VARCHAR, "sources" VARCHAR[]);
