-- Version 5: a ledger says which reader wrote it, and what each document was audited with, so that a build may take it over.
-- An older one does not know, so that none is taken over.
CREATE VIEW about AS SELECT * REPLACE (5 AS schema_version), '' AS reader FROM before.about;
CREATE VIEW coverage AS SELECT *, NULL::VARCHAR AS together FROM before.coverage;
