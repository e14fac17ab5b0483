-- +goose Up
-- What a newer reading no longer finds: claims, and the statements and entities nothing stands for any more. They are
-- out from since to until (0: still), so that a view as of an earlier day shows them.
CREATE TABLE superseded (
  inv TEXT NOT NULL, report TEXT NOT NULL, thing TEXT NOT NULL, since BIGINT NOT NULL, until BIGINT NOT NULL,
  PRIMARY KEY (inv, report, thing, since)
);

-- What taking a newer reading changed in a report, so that it can be taken back.
CREATE TABLE rereading (
  inv TEXT NOT NULL, report TEXT NOT NULL, id TEXT NOT NULL, run TEXT NOT NULL, conflict TEXT NOT NULL, extractor TEXT NOT NULL,
  author TEXT NOT NULL, change TEXT NOT NULL, -- JSON: ids of claims
  recorded_at BIGINT NOT NULL, undone_at BIGINT NOT NULL, undone_by TEXT NOT NULL,
  PRIMARY KEY (inv, report, id)
);
CREATE INDEX rereading_run ON rereading (inv, run);

-- Which reading of contested things stands, as a person decided.
CREATE TABLE reread_choice (
  inv TEXT NOT NULL, report TEXT NOT NULL, id TEXT NOT NULL, conflict TEXT NOT NULL, side TEXT NOT NULL, reason TEXT NOT NULL, author TEXT NOT NULL,
  recorded_at BIGINT NOT NULL, withdrawn_at BIGINT NOT NULL, withdrawn_by TEXT NOT NULL,
  PRIMARY KEY (inv, report, id)
);

-- +goose Down
SELECT 1;
