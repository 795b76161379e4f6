-- Version 5: a ledger says which reader wrote it, and what each document was audited with, so that a build may take it over.
-- An older one does not know, so that none is taken over.
CREATE VIEW about AS SELECT * REPLACE (5 AS schema_version), '' AS reader FROM before.about;
CREATE VIEW coverage AS SELECT *, NULL::VARCHAR AS together FROM before.coverage;
-- It keeps what people decided about names, and the figures that follow from others; of an older one there are none.
CREATE TABLE decisions ("decision" INTEGER, "one" VARCHAR, "other" VARCHAR, "verdict" VARCHAR, "note" VARCHAR, "decided" DATE);
CREATE TABLE derived ("series" VARCHAR, "period" VARCHAR, "name" VARCHAR, "name_en" VARCHAR, "measure" VARCHAR, "subject" VARCHAR, "region" VARCHAR, "cluster" VARCHAR, "kind" VARCHAR, "unit" VARCHAR, "base" VARCHAR, "qualifiers" VARCHAR[], "status" VARCHAR, "value" DOUBLE, "low" DOUBLE, "high" DOUBLE, "formula" VARCHAR, "written" VARCHAR, "nominal" BOOLEAN, "doubts" VARCHAR[], "first_series" VARCHAR, "first_observation" INTEGER, "second_series" VARCHAR, "second_observation" INTEGER);
