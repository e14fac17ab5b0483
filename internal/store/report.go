package store

import (
	"database/sql"
	"errors"
	"fmt"

	sanad "github.com/sanad-workbench/sanad"
)

const reportColumns = "r.id, r.reference, r.title, r.source, r.original, r.media_type, r.size, r.file_name, r.received, r.dated, r.language, r.label," +
	" r.conditions, r.consent, r.taken_by, r.access, r.protected, r.sealed, r.exhibit, r.recorded_at"

func scanReport(scan func(...any) error, more ...any) (sanad.Report, error) {
	var r sanad.Report
	var at int64
	err := scan(append([]any{&r.ID, &r.Reference, &r.Title, &r.Source, &r.Original, &r.MediaType, &r.Size, &r.FileName, &r.Received, &r.Dated, &r.Language,
		&r.Label, &r.Conditions, &r.Consent, &r.TakenBy, &r.Access, &r.Protected, &r.Sealed, &r.Exhibit, &at}, more...)...)
	r.RecordedAt = fromMicro(at)
	return r, err
}

// PutReport adds a report with its receipt. A report that is already there gets one more receipt and fresh is false.
func (t *Tx) PutReport(r sanad.Report, run sanad.ID) (fresh bool, err error) {
	t.wrote = true
	n, err := t.execN("INSERT INTO report (inv, id, reference, title, source, original, media_type, size, file_name, received, dated, language, label,"+
		" conditions, consent, taken_by, access, protected, sealed, exhibit, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"+
		" ON CONFLICT (inv, id) DO NOTHING",
		t.inv, r.ID, r.Reference, r.Title, r.Source, r.Original, r.MediaType, r.Size, r.FileName, r.Received, r.Dated, r.Language, r.Label,
		r.Conditions, r.Consent, r.TakenBy, r.Access, r.Protected, r.Sealed, r.Exhibit, t.at)
	if err != nil {
		return false, err
	}
	have, err := t.count("SELECT COUNT(*) FROM receipt WHERE inv = ? AND report = ?", t.inv, r.ID)
	if err != nil {
		return false, err
	}
	// A run that is started again meets what it took in before: that is no second receipt.
	again, err := t.count("SELECT COUNT(*) FROM receipt WHERE inv = ? AND report = ? AND run = ?", t.inv, r.ID, run)
	if err != nil {
		return false, err
	}
	if n == 0 && again > 0 {
		return false, nil
	}
	return n == 1, t.exec("INSERT INTO receipt (inv, report, n, received, run, recorded_at) VALUES (?, ?, ?, ?, ?, ?)", t.inv, r.ID, have+1, r.Received, run, t.at)
}

// ReferenceTaken returns the id of the report that has this reference, if any. It looks at every report, since a
// reference must be free whoever asks; the answer is for choosing a free one, never for showing.
func (t *Tx) ReferenceTaken(ref string) (sanad.ID, bool, error) {
	var id sanad.ID
	err := t.tx.QueryRowContext(t.ctx, "SELECT id FROM report WHERE inv = ? AND reference = ?", string(t.inv), ref).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return "", false, nil
	}
	if err != nil {
		return "", false, fmt.Errorf("look up reference: %w", err)
	}
	return id, true, nil
}

// SetReport changes what may change of a report: its label, conditions, grade inputs. Original, reference and source stay.
func (t *Tx) SetReport(r sanad.Report) error {
	t.wrote = true
	return t.exec("UPDATE report SET label = ?, conditions = ?, consent = ?, dated = ?, title = ? WHERE inv = ? AND id = ?",
		r.Label, r.Conditions, r.Consent, r.Dated, r.Title, t.inv, r.ID)
}

// ReportRow is a report with what lists show of it.
type ReportRow struct {
	sanad.Report
	SourceCode  string           `json:"source_code"`
	SourceKind  sanad.SourceKind `json:"source_kind"`
	Reliability string           `json:"reliability,omitempty"`
	Controller  string           `json:"controller,omitempty"`
	Receipts    int              `json:"receipts"`
}

// ReportFilter narrows a list of reports. Empty fields do not narrow.
type ReportFilter struct {
	IDs      []sanad.ID
	Source   sanad.ID
	Language string
	Limit    int // 0 is no limit
	Offset   int
}

func (v *View) reportWhere(cond string, args []any, tail string) ([]ReportRow, error) {
	labels, la := v.labels("r.label")
	known, ka := v.known("r.recorded_at")
	all := append([]any{v.inv}, args...)
	all = append(append(all, la...), ka...)
	var out []ReportRow
	err := v.each("SELECT "+reportColumns+", s.code, s.kind, s.reliability, s.controller, (SELECT COUNT(*) FROM receipt x WHERE x.inv = r.inv AND x.report = r.id)"+
		" FROM report r JOIN source s ON s.inv = r.inv AND s.id = r.source WHERE r.inv = ? AND "+cond+" AND "+labels+" AND "+known+tail, all,
		func(scan func(...any) error) error {
			var row ReportRow
			var err error
			row.Report, err = scanReport(scan, &row.SourceCode, &row.SourceKind, &row.Reliability, &row.Controller, &row.Receipts)
			out = append(out, row)
			return err
		})
	return out, err
}

// Reports lists reports, newest date first, then by reference.
func (v *View) Reports(f ReportFilter) ([]ReportRow, error) {
	cond, args := "1 = 1", []any{}
	if f.Source != "" {
		cond += " AND r.source = ?"
		args = append(args, f.Source)
	}
	if f.Language != "" {
		cond += " AND r.language = ?"
		args = append(args, f.Language)
	}
	if f.IDs != nil {
		in, more := inList(f.IDs)
		cond += " AND r.id IN " + in
		args = append(args, more...)
	}
	tail := " ORDER BY r.dated DESC, r.reference"
	if f.Limit > 0 {
		tail += fmt.Sprintf(" LIMIT %d OFFSET %d", f.Limit, f.Offset)
	}
	return v.reportWhere(cond, args, tail)
}

// Report finds a report by id or reference.
func (v *View) Report(idOrRef string) (ReportRow, error) {
	rows, err := v.reportWhere("(r.id = ? OR r.reference = ?)", []any{idOrRef, idOrRef}, " LIMIT 2")
	if err != nil {
		return ReportRow{}, err
	}
	for _, r := range rows {
		if string(r.ID) == idOrRef {
			return r, nil
		}
	}
	if len(rows) == 0 {
		return ReportRow{}, sanad.Errorf(sanad.NotFound, "no report %q", idOrRef).WithRemedy("use a reference or id that the list of reports shows")
	}
	return rows[0], nil
}

// CountReports returns how many reports the actor may see.
func (v *View) CountReports() (int, error) {
	labels, la := v.labels("r.label")
	known, ka := v.known("r.recorded_at")
	return v.count("SELECT COUNT(*) FROM report r WHERE r.inv = ? AND "+labels+" AND "+known, append(append([]any{v.inv}, la...), ka...)...)
}

// ReportIDs returns the id and reference of every report the actor may see, in the order of the references.
func (v *View) ReportIDs(fn func(id sanad.ID, reference string) error) error {
	labels, la := v.labels("r.label")
	known, ka := v.known("r.recorded_at")
	return v.each("SELECT r.id, r.reference FROM report r WHERE r.inv = ? AND "+labels+" AND "+known+" ORDER BY r.reference",
		append(append([]any{v.inv}, la...), ka...), func(scan func(...any) error) error {
			var id sanad.ID
			var ref string
			if err := scan(&id, &ref); err != nil {
				return err
			}
			return fn(id, ref)
		})
}

// PutText adds a text of a report.
func (t *Tx) PutText(x sanad.Text) error {
	t.wrote = true
	return t.exec("INSERT INTO text (inv, report, id, kind, tool, language, content, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
		t.inv, x.Report, x.ID, x.Kind, x.Tool, x.Language, x.Content, t.at)
}

// Texts calls fn with every text of the given reports (all the actor may see when reports is nil), newest last within a report.
func (v *View) Texts(reports []sanad.ID, fn func(sanad.Text) error) error {
	cond, args := v.seen("t.report")
	known, ka := v.known("t.recorded_at")
	args = append(append([]any{v.inv}, args...), ka...)
	q := "SELECT t.id, t.report, t.kind, t.tool, t.language, t.content, t.recorded_at FROM text t WHERE t.inv = ? AND " + cond + " AND " + known
	if reports != nil {
		in, more := inList(reports)
		q += " AND t.report IN " + in
		args = append(args, more...)
	}
	return v.each(q+" ORDER BY t.report, t.recorded_at, t.id", args, func(scan func(...any) error) error {
		var x sanad.Text
		var at int64
		if err := scan(&x.ID, &x.Report, &x.Kind, &x.Tool, &x.Language, &x.Content, &at); err != nil {
			return err
		}
		x.RecordedAt = fromMicro(at)
		return fn(x)
	})
}

// WorkingText returns the newest text of a report: the one that is read, highlighted and quoted.
func (v *View) WorkingText(report sanad.ID) (sanad.Text, error) {
	var last sanad.Text
	err := v.Texts([]sanad.ID{report}, func(t sanad.Text) error {
		last = t
		return nil
	})
	if err == nil && last.ID == "" {
		err = sanad.Errorf(sanad.NotFound, "report %s has no text yet", report).WithRemedy("type what it says into the report")
	}
	return last, err
}

// PutLineage replaces what reports are known to repeat. A link that stands as it was keeps the time it became known.
func (t *Tx) PutLineage(links []sanad.Link) error {
	t.wrote = true
	type pair struct{ report, from sanad.ID }
	keep := map[pair]bool{}
	for _, l := range links {
		keep[pair{l.Report, l.DerivedFrom}] = true
	}
	var gone []pair
	err := t.each("SELECT report, derived_from FROM lineage WHERE inv = ? ORDER BY report, derived_from", []any{t.inv}, func(scan func(...any) error) error {
		var p pair
		if err := scan(&p.report, &p.from); err != nil {
			return err
		}
		if !keep[p] {
			gone = append(gone, p)
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, p := range gone {
		if err := t.exec("DELETE FROM lineage WHERE inv = ? AND report = ? AND derived_from = ?", t.inv, p.report, p.from); err != nil {
			return err
		}
	}
	for _, l := range links {
		if err := t.exec("INSERT INTO lineage (inv, report, derived_from, similarity, how, recorded_at) VALUES (?, ?, ?, ?, ?, ?)"+
			" ON CONFLICT (inv, report, derived_from) DO UPDATE SET similarity = excluded.similarity, how = excluded.how",
			t.inv, l.Report, l.DerivedFrom, l.Similarity, l.How, t.at); err != nil {
			return err
		}
	}
	return nil
}

// Lineage returns which report repeats which, where the actor may see both.
func (v *View) Lineage() ([]sanad.Link, error) {
	c1, a1 := v.seen("l.report")
	c2, a2 := v.seen("l.derived_from")
	known, ka := v.known("l.recorded_at")
	args := append(append(append([]any{v.inv}, a1...), a2...), ka...)
	var out []sanad.Link
	err := v.each("SELECT l.report, l.derived_from, l.similarity, l.how FROM lineage l WHERE l.inv = ? AND "+c1+" AND "+c2+" AND "+known+" ORDER BY l.report, l.derived_from", args,
		func(scan func(...any) error) error {
			var l sanad.Link
			err := scan(&l.Report, &l.DerivedFrom, &l.Similarity, &l.How)
			out = append(out, l)
			return err
		})
	return out, err
}

// inList returns "(?, ?, …)" with its arguments; an empty list matches nothing.
func inList[T ~string](ids []T) (string, []any) {
	if len(ids) == 0 {
		return "(NULL)", nil
	}
	b := make([]byte, 0, len(ids)*3+2)
	args := make([]any, len(ids))
	b = append(b, '(')
	for i, id := range ids {
		if i > 0 {
			b = append(b, ", "...)
		}
		b = append(b, '?')
		args[i] = string(id)
	}
	return string(append(b, ')')), args
}

// CountLanguages returns how many reports the actor may see by language.
func (v *View) CountLanguages() (map[string]int, error) {
	labels, la := v.labels("r.label")
	known, ka := v.known("r.recorded_at")
	out := map[string]int{}
	err := v.each("SELECT r.language, COUNT(*) FROM report r WHERE r.inv = ? AND "+labels+" AND "+known+" GROUP BY r.language", append(append([]any{v.inv}, la...), ka...),
		func(scan func(...any) error) error {
			var l string
			var n int
			if err := scan(&l, &n); err != nil {
				return err
			}
			out[l] = n
			return nil
		})
	return out, err
}
