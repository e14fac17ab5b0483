package store

import (
	"encoding/json"
	"fmt"
	"time"

	sanad "github.com/sanad-workbench/sanad"
)

// standing returns a condition, with its arguments, that holds for what no newer reading had put aside by the date of
// the view. alias names a table whose rows have an inv, a report and an id.
func (v *View) standing(alias string) (string, []any) {
	q := "NOT EXISTS (SELECT 1 FROM superseded gone WHERE gone.inv = " + alias + ".inv AND gone.report = " + alias + ".report AND gone.thing = " + alias + ".id AND "
	if v.who.AsOf.IsZero() {
		return q + "gone.until = 0)", nil
	}
	at := v.who.AsOf.UnixMicro()
	return q + "gone.since <= ? AND (gone.until = 0 OR gone.until > ?))", []any{at, at}
}

// Supersede puts claims, statements or entities of a report aside: a newer reading no longer finds them. They stay on
// record, and a view as of an earlier day shows them. What is aside already stays so.
func (t *Tx) Supersede(report sanad.ID, things ...sanad.ID) error {
	t.wrote = true
	for _, x := range things {
		if err := t.exec("INSERT INTO superseded (inv, report, thing, since, until) SELECT ?, ?, ?, ?, 0"+
			" WHERE NOT EXISTS (SELECT 1 FROM superseded WHERE inv = ? AND report = ? AND thing = ? AND until = 0)"+
			" ON CONFLICT (inv, report, thing, since) DO UPDATE SET until = 0", t.inv, report, x, t.at, t.inv, report, x); err != nil {
			return err
		}
	}
	return nil
}

// Restore makes things of a report stand again. What was not put aside stays as it is.
func (t *Tx) Restore(report sanad.ID, things ...sanad.ID) error {
	t.wrote = true
	for _, x := range things {
		if err := t.exec("UPDATE superseded SET until = ? WHERE inv = ? AND report = ? AND thing = ? AND until = 0", t.at, t.inv, report, x); err != nil {
			return err
		}
	}
	return nil
}

// put runs an INSERT that does nothing when the thing is there, and makes the thing stand: finding something again is as
// good as finding it.
func (t *Tx) put(report, thing sanad.ID, q string, args ...any) error {
	t.wrote = true
	n, err := t.execN(q, args...)
	if err != nil || n > 0 {
		return err
	}
	return t.Restore(report, thing)
}

// Read is one reading of a report: which extractor, of which text, when.
type Read struct {
	Report    sanad.ID
	Text      sanad.ID
	Extractor string
	At        time.Time
}

// Readings returns who read the given reports, oldest first within a report.
func (v *View) Readings(reports []sanad.ID) ([]Read, error) {
	cond, args := v.seen("x.report")
	known, ka := v.known("x.recorded_at")
	in, more := inList(reports)
	args = append(append(append([]any{v.inv}, args...), ka...), more...)
	var out []Read
	err := v.each("SELECT x.report, x.text, x.extractor, x.recorded_at FROM reading x WHERE x.inv = ? AND "+cond+" AND "+known+" AND x.report IN "+in+
		" ORDER BY x.report, x.recorded_at, x.extractor", args, func(scan func(...any) error) error {
		var r Read
		var at int64
		err := scan(&r.Report, &r.Text, &r.Extractor, &at)
		r.At = fromMicro(at)
		out = append(out, r)
		return err
	})
	return out, err
}

type change struct {
	Added []sanad.ID    `json:"added"`
	Out   []sanad.ID    `json:"out"`
	Moved []sanad.Moved `json:"moved,omitempty"`
}

// PutRereading records what taking a newer reading changed in a report. The same one again changes nothing.
func (t *Tx) PutRereading(r sanad.Rereading) error {
	return t.exec("INSERT INTO rereading (inv, report, id, run, conflict, extractor, author, change, recorded_at, undone_at, undone_by)"+
		" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '') ON CONFLICT DO NOTHING",
		t.inv, r.Report, r.ID, r.Run, r.Conflict, r.Extractor, r.Author, jsonText(change{r.Added, r.Out, r.Moved}), t.at)
}

// UndoRereading marks what was taken as taken back. It stays on record.
func (t *Tx) UndoRereading(report, id sanad.ID) error {
	n, err := t.execN("UPDATE rereading SET undone_at = ?, undone_by = ? WHERE inv = ? AND report = ? AND id = ? AND undone_at = 0", t.at, t.who.Actor.Name, t.inv, report, id)
	if err == nil && n == 0 {
		return sanad.Errorf(sanad.NotFound, "no taken reading %s that still holds", id)
	}
	return err
}

// RereadFilter narrows a list of rereadings. Empty fields do not narrow.
type RereadFilter struct {
	Reports []sanad.ID
	Run     sanad.ID
}

// Rereadings returns what taking newer readings changed, oldest first, as it stood at the date of the view.
func (v *View) Rereadings(f RereadFilter) ([]sanad.Rereading, error) {
	cond, args := v.seen("x.report")
	known, ka := v.known("x.recorded_at")
	args = append(append([]any{v.inv}, args...), ka...)
	q := "SELECT x.report, x.id, x.run, x.conflict, x.extractor, x.author, x.change, x.recorded_at, x.undone_at, x.undone_by FROM rereading x WHERE x.inv = ? AND " + cond + " AND " + known
	if f.Reports != nil {
		in, more := inList(f.Reports)
		q += " AND x.report IN " + in
		args = append(args, more...)
	}
	if f.Run != "" {
		q += " AND x.run = ?"
		args = append(args, f.Run)
	}
	var out []sanad.Rereading
	err := v.each(q+" ORDER BY x.recorded_at, x.report, x.id", args, func(scan func(...any) error) error {
		var r sanad.Rereading
		var text string
		var at, undone int64
		if err := scan(&r.Report, &r.ID, &r.Run, &r.Conflict, &r.Extractor, &r.Author, &text, &at, &undone, &r.UndoneBy); err != nil {
			return err
		}
		var c change
		if err := json.Unmarshal([]byte(text), &c); err != nil {
			return fmt.Errorf("read what rereading %s changed: %w", r.ID, err)
		}
		r.Added, r.Out, r.Moved, r.RecordedAt = c.Added, c.Out, c.Moved, fromMicro(at)
		r.UndoneAt, r.UndoneBy = v.withdrawn(undone, r.UndoneBy)
		out = append(out, r)
		return nil
	})
	return out, err
}

// withdrawn returns when and by whom something was taken back, as it stood at the date of the view.
func (v *View) withdrawn(at int64, by string) (*time.Time, string) {
	when := fromMicro(at)
	if at == 0 || !v.who.AsOf.IsZero() && when.After(v.who.AsOf) {
		return nil, ""
	}
	return &when, by
}

// PutChoice records which reading of contested things stands.
func (t *Tx) PutChoice(c sanad.Choice) error {
	return t.exec("INSERT INTO reread_choice (inv, report, id, conflict, side, reason, author, recorded_at, withdrawn_at, withdrawn_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, '')",
		t.inv, c.Report, c.ID, c.Conflict, string(c.Side), c.Reason, c.Author, t.at)
}

// WithdrawChoice takes a choice back. It stays on record.
func (t *Tx) WithdrawChoice(report, id sanad.ID) error {
	n, err := t.execN("UPDATE reread_choice SET withdrawn_at = ?, withdrawn_by = ? WHERE inv = ? AND report = ? AND id = ? AND withdrawn_at = 0", t.at, t.who.Actor.Name, t.inv, report, id)
	if err == nil && n == 0 {
		return sanad.Errorf(sanad.NotFound, "no decision %s that still holds", id)
	}
	return err
}

// Choices returns every choice on the given reports (all when nil), oldest first, as it stood at the date of the view.
func (v *View) Choices(reports []sanad.ID) ([]sanad.Choice, error) {
	cond, args := v.seen("x.report")
	known, ka := v.known("x.recorded_at")
	args = append(append([]any{v.inv}, args...), ka...)
	q := "SELECT x.report, x.id, x.conflict, x.side, x.reason, x.author, x.recorded_at, x.withdrawn_at, x.withdrawn_by FROM reread_choice x WHERE x.inv = ? AND " + cond + " AND " + known
	if reports != nil {
		in, more := inList(reports)
		q += " AND x.report IN " + in
		args = append(args, more...)
	}
	var out []sanad.Choice
	err := v.each(q+" ORDER BY x.recorded_at, x.id", args, func(scan func(...any) error) error {
		var c sanad.Choice
		var at, withdrawn int64
		if err := scan(&c.Report, &c.ID, &c.Conflict, &c.Side, &c.Reason, &c.Author, &at, &withdrawn, &c.WithdrawnBy); err != nil {
			return err
		}
		c.RecordedAt = fromMicro(at)
		c.WithdrawnAt, c.WithdrawnBy = v.withdrawn(withdrawn, c.WithdrawnBy)
		out = append(out, c)
		return nil
	})
	return out, err
}
