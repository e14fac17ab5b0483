package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	sanad "github.com/sanad-workbench/sanad"
)

// Leaf is one entry of the audit log: one request, command or job. It says who did what, never what a report says.
type Leaf struct {
	At            int64          `json:"at"` // microseconds since 1970, UTC
	Actor         string         `json:"actor"`
	Action        string         `json:"action"`
	Investigation sanad.ID       `json:"investigation,omitempty"`
	Purpose       string         `json:"purpose,omitempty"`
	Things        []string       `json:"things,omitempty"`
	Details       map[string]any `json:"details,omitempty"`
}

func (t *Tx) writeLeaf() error {
	t.leaf.At = t.at.UnixMicro()
	return t.exec("INSERT INTO leaf (body) VALUES (?)", jsonText(t.leaf))
}

// leafOnly writes one leaf in a transaction of its own: what a View read.
func (s *Store) leafOnly(ctx context.Context, l Leaf) error {
	l.At = s.now().UnixMicro()
	if _, err := s.write.ExecContext(ctx, "INSERT INTO leaf (body) VALUES (?)", jsonText(l)); err != nil {
		return fmt.Errorf("log reading: %w", err)
	}
	return nil
}

// RawLeaf is a leaf as it is hashed.
type RawLeaf struct {
	ID   int64
	N    int64 // its number in the tree; -1 while it has none
	Body string
}

// Leaf decodes the body.
func (l RawLeaf) Leaf() (Leaf, error) {
	var out Leaf
	err := json.Unmarshal([]byte(l.Body), &out)
	return out, err
}

// Ledger is the third, narrow way to the data: the sequencer and the verifier of the audit log work through it, on leaves
// and hashes alone.
type Ledger struct {
	ctx context.Context
	tx  *sql.Tx
}

// Ledger runs fn over the audit log in one write transaction.
func (s *Store) Ledger(ctx context.Context, fn func(*Ledger) error) error {
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("begin numbering: %w", err)
	}
	defer tx.Rollback()
	if err := fn(&Ledger{ctx, tx}); err != nil {
		return err
	}
	return tx.Commit()
}

// Size returns the number of numbered leaves.
func (l *Ledger) Size() (int64, error) {
	var n int64
	err := l.tx.QueryRowContext(l.ctx, "SELECT COALESCE(MAX(n) + 1, 0) FROM leaf").Scan(&n)
	return n, err
}

// Leaves calls fn with leaves in the order of the log: the numbered ones, or with pending those that wait for a number.
func (l *Ledger) Leaves(pending bool, fn func(RawLeaf) error) error {
	q := "SELECT id, n, body FROM leaf WHERE n IS NOT NULL ORDER BY n"
	if pending {
		q = "SELECT id, -1, body FROM leaf WHERE n IS NULL ORDER BY id"
	}
	rows, err := l.tx.QueryContext(l.ctx, q)
	if err != nil {
		return fmt.Errorf("read audit log: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		var r RawLeaf
		if err := rows.Scan(&r.ID, &r.N, &r.Body); err != nil {
			return err
		}
		if err := fn(r); err != nil {
			return err
		}
	}
	return rows.Err()
}

// Number gives a pending leaf its number.
func (l *Ledger) Number(id, n int64) error {
	_, err := l.tx.ExecContext(l.ctx, "UPDATE leaf SET n = ? WHERE id = ? AND n IS NULL", n, id)
	return err
}

// PutHash stores a hash of the tree at its storage position.
func (l *Ledger) PutHash(pos int64, hash []byte) error {
	_, err := l.tx.ExecContext(l.ctx, "INSERT INTO tree_hash (pos, hash) VALUES (?, ?)", pos, hash)
	return err
}

// Hash returns the hash at a storage position.
func (l *Ledger) Hash(pos int64) ([]byte, error) {
	var h []byte
	err := l.tx.QueryRowContext(l.ctx, "SELECT hash FROM tree_hash WHERE pos = ?", pos).Scan(&h)
	if err != nil {
		return nil, fmt.Errorf("read tree hash %d: %w", pos, err)
	}
	return h, nil
}

// PutCheckpoint stores a signed checkpoint of the first n leaves.
func (l *Ledger) PutCheckpoint(n int64, note string) error {
	_, err := l.tx.ExecContext(l.ctx, "INSERT INTO checkpoint (n, note) VALUES (?, ?) ON CONFLICT (n) DO NOTHING", n, note)
	return err
}

// Checkpoints calls fn with every signed checkpoint, smallest first.
func (l *Ledger) Checkpoints(fn func(n int64, note string) error) error {
	rows, err := l.tx.QueryContext(l.ctx, "SELECT n, note FROM checkpoint ORDER BY n")
	if err != nil {
		return fmt.Errorf("read checkpoints: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		var n int64
		var note string
		if err := rows.Scan(&n, &note); err != nil {
			return err
		}
		if err := fn(n, note); err != nil {
			return err
		}
	}
	return rows.Err()
}
