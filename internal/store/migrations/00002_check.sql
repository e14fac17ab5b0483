-- +goose Up
-- Pairs with a known answer that were put before a reviewer, and what he said.
CREATE TABLE known_pair (
  inv TEXT NOT NULL, author TEXT NOT NULL, left_id TEXT NOT NULL, right_id TEXT NOT NULL,
  known TEXT NOT NULL, given TEXT NOT NULL, recorded_at BIGINT NOT NULL,
  PRIMARY KEY (inv, author, left_id, right_id)
);

-- +goose Down
SELECT 1;
