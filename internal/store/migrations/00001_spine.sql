-- Times are microseconds since 1970 in UTC. Every large table leads its key with the investigation, so that it can be
-- partitioned later. The SQL is kept to what SQLite and PostgreSQL share; what they do not share is in search.go and queue.go.

-- +goose Up
CREATE TABLE investigation (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  demo INTEGER NOT NULL DEFAULT 0,
  secret TEXT NOT NULL,          -- keys the ids of its reports
  question_gen INTEGER NOT NULL DEFAULT 0,
  version INTEGER NOT NULL DEFAULT 0, -- grows when reports, claims, reviews or lineage change: what is computed in memory is valid for one version
  judged INTEGER NOT NULL DEFAULT 0,  -- grows when judgements or questions change
  created BIGINT NOT NULL
);

CREATE TABLE source (
  inv TEXT NOT NULL, id TEXT NOT NULL,
  code TEXT NOT NULL, kind TEXT NOT NULL, controller TEXT NOT NULL, reliability TEXT NOT NULL,
  recorded_at BIGINT NOT NULL,
  PRIMARY KEY (inv, id), UNIQUE (inv, code)
);

CREATE TABLE report (
  inv TEXT NOT NULL, id TEXT NOT NULL,
  reference TEXT NOT NULL, title TEXT NOT NULL, source TEXT NOT NULL,
  original TEXT NOT NULL, media_type TEXT NOT NULL, size BIGINT NOT NULL, file_name TEXT NOT NULL,
  received TEXT NOT NULL, dated TEXT NOT NULL, language TEXT NOT NULL, label TEXT NOT NULL,
  conditions TEXT NOT NULL, consent TEXT NOT NULL, taken_by TEXT NOT NULL, access TEXT NOT NULL,
  protected INTEGER NOT NULL, sealed INTEGER NOT NULL, exhibit INTEGER NOT NULL,
  recorded_at BIGINT NOT NULL,
  PRIMARY KEY (inv, id), UNIQUE (inv, reference)
);
CREATE INDEX report_source ON report (inv, source);

-- The same file received again is the same report with one more receipt.
CREATE TABLE receipt (
  inv TEXT NOT NULL, report TEXT NOT NULL, n INTEGER NOT NULL, received TEXT NOT NULL, run TEXT NOT NULL, recorded_at BIGINT NOT NULL,
  PRIMARY KEY (inv, report, n)
);

CREATE TABLE text (
  inv TEXT NOT NULL, report TEXT NOT NULL, id TEXT NOT NULL,
  kind TEXT NOT NULL, tool TEXT NOT NULL, language TEXT NOT NULL, content TEXT NOT NULL, recorded_at BIGINT NOT NULL,
  PRIMARY KEY (inv, report, id)
);

CREATE TABLE reading (
  inv TEXT NOT NULL, report TEXT NOT NULL, text TEXT NOT NULL, extractor TEXT NOT NULL, recorded_at BIGINT NOT NULL,
  PRIMARY KEY (inv, report, text, extractor)
);

CREATE TABLE statement (
  inv TEXT NOT NULL, report TEXT NOT NULL, id TEXT NOT NULL,
  start_at INTEGER NOT NULL, end_at INTEGER NOT NULL,
  asserter TEXT NOT NULL, access TEXT NOT NULL, polarity TEXT NOT NULL, kind TEXT NOT NULL, responds_to TEXT NOT NULL,
  author TEXT NOT NULL, body TEXT NOT NULL, duress INTEGER NOT NULL, recanted INTEGER NOT NULL,
  recorded_at BIGINT NOT NULL,
  PRIMARY KEY (inv, report, id)
);

CREATE TABLE entity (
  inv TEXT NOT NULL, schema TEXT NOT NULL, report TEXT NOT NULL, id TEXT NOT NULL, recorded_at BIGINT NOT NULL,
  PRIMARY KEY (inv, schema, report, id)
);
CREATE INDEX entity_id ON entity (inv, id);

-- Clustered by schema and report: the screens read either one report or one schema over many. start_at is -1 where a claim has no passage.
CREATE TABLE claim (
  inv TEXT NOT NULL, schema TEXT NOT NULL, report TEXT NOT NULL, entity TEXT NOT NULL, id TEXT NOT NULL,
  statement TEXT NOT NULL, prop TEXT NOT NULL, value TEXT NOT NULL, normal TEXT NOT NULL,
  start_at INTEGER NOT NULL, end_at INTEGER NOT NULL,
  polarity TEXT NOT NULL, credibility INTEGER NOT NULL, origin TEXT NOT NULL, kind TEXT NOT NULL, recorded_at BIGINT NOT NULL,
  PRIMARY KEY (inv, schema, report, entity, id)
);
CREATE INDEX claim_report ON claim (inv, report);

CREATE TABLE review (
  inv TEXT NOT NULL, id TEXT NOT NULL, report TEXT NOT NULL, claim TEXT NOT NULL,
  status TEXT NOT NULL, replacement TEXT NOT NULL, reason TEXT NOT NULL, author TEXT NOT NULL, recorded_at BIGINT NOT NULL,
  PRIMARY KEY (inv, id)
);
CREATE INDEX review_report ON review (inv, report);

CREATE TABLE judgement (
  inv TEXT NOT NULL, id TEXT NOT NULL,
  left_id TEXT NOT NULL, right_id TEXT NOT NULL, verdict TEXT NOT NULL, reason TEXT NOT NULL, author TEXT NOT NULL,
  groups TEXT NOT NULL, -- JSON: both groups as the author saw them
  evidence TEXT NOT NULL, second TEXT NOT NULL, pending INTEGER NOT NULL,
  recorded_at BIGINT NOT NULL, confirmed_at BIGINT NOT NULL, withdrawn_at BIGINT NOT NULL, withdrawn_by TEXT NOT NULL,
  PRIMARY KEY (inv, id)
);

CREATE TABLE question (
  inv TEXT NOT NULL, gen INTEGER NOT NULL, n INTEGER NOT NULL,
  left_id TEXT NOT NULL, right_id TEXT NOT NULL,
  score DOUBLE PRECISION NOT NULL, p DOUBLE PRECISION NOT NULL, second INTEGER NOT NULL, evidence TEXT NOT NULL, reasons TEXT NOT NULL,
  PRIMARY KEY (inv, gen, n)
);

CREATE TABLE lineage (
  inv TEXT NOT NULL, report TEXT NOT NULL, derived_from TEXT NOT NULL, similarity DOUBLE PRECISION NOT NULL, how TEXT NOT NULL, recorded_at BIGINT NOT NULL,
  PRIMARY KEY (inv, report, derived_from)
);

CREATE TABLE brief (
  inv TEXT NOT NULL, number INTEGER NOT NULL, title TEXT NOT NULL, language TEXT NOT NULL, author TEXT NOT NULL, released_by TEXT NOT NULL,
  body TEXT NOT NULL, reports TEXT NOT NULL, recorded_at BIGINT NOT NULL,
  PRIMARY KEY (inv, number)
);

-- A run is one piece of work the user started: its stages, how far it is, what went wrong on the way.
CREATE TABLE run (
  id TEXT NOT NULL PRIMARY KEY, inv TEXT NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL, stage TEXT NOT NULL,
  total INTEGER NOT NULL, done INTEGER NOT NULL, closed INTEGER NOT NULL, message TEXT NOT NULL, problems TEXT NOT NULL,
  actor TEXT NOT NULL, started BIGINT NOT NULL, ended BIGINT NOT NULL
);

-- Leaves of the audit log are written unnumbered in the transaction they speak of; one sequencer numbers them in the order of id.
CREATE TABLE leaf (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  body TEXT NOT NULL,
  n BIGINT UNIQUE
);
CREATE TABLE tree_hash (pos BIGINT NOT NULL PRIMARY KEY, hash BLOB NOT NULL);
CREATE TABLE checkpoint (n BIGINT NOT NULL PRIMARY KEY, note TEXT NOT NULL);
CREATE TABLE setting (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE search_doc (n INTEGER PRIMARY KEY, inv TEXT NOT NULL, report TEXT NOT NULL, UNIQUE (inv, report));
CREATE VIRTUAL TABLE search_text USING fts5(body, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');

-- +goose Down
SELECT 1;
