package store

import (
	"database/sql"
	"errors"
	"fmt"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
)

// IndexText puts the words of a report into the full-text index, replacing what was there. words are already folded by
// text.SearchWords: the database only splits at spaces.
func (t *Tx) IndexText(report sanad.ID, words string) error {
	var n int64
	err := t.tx.QueryRowContext(t.ctx, "SELECT n FROM search_doc WHERE inv = ? AND report = ?", string(t.inv), string(report)).Scan(&n)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		if err := t.exec("INSERT INTO search_doc (inv, report) VALUES (?, ?)", t.inv, report); err != nil {
			return err
		}
		if err := t.tx.QueryRowContext(t.ctx, "SELECT n FROM search_doc WHERE inv = ? AND report = ?", string(t.inv), string(report)).Scan(&n); err != nil {
			return fmt.Errorf("index report: %w", err)
		}
	case err != nil:
		return fmt.Errorf("index report: %w", err)
	default:
		if err := t.exec("DELETE FROM search_text WHERE rowid = ?", n); err != nil {
			return err
		}
	}
	return t.exec("INSERT INTO search_text (rowid, body) VALUES (?, ?)", n, words)
}

// Search returns the reports that hold all the given folded words, newest first, at most limit. Rank depends on nothing
// but the reports the actor may see.
func (v *View) Search(words []string, limit int) ([]ReportRow, error) {
	var q []string
	for _, w := range words {
		q = append(q, `"`+strings.NewReplacer(`"`, `""`, "\x00", " ").Replace(w)+`"`)
	}
	if len(q) == 0 {
		return nil, nil
	}
	return v.reportWhere("r.id IN (SELECT d.report FROM search_text x JOIN search_doc d ON d.n = x.rowid WHERE d.inv = ? AND search_text MATCH ?)",
		[]any{v.inv, strings.Join(q, " ")}, fmt.Sprintf(" ORDER BY r.dated DESC, r.reference LIMIT %d", limit))
}
