package store

import (
	"database/sql"
	"errors"
	"fmt"

	sanad "github.com/sanad-workbench/sanad"
)

// PutReading adds what an extractor found in one text. Putting the same reading twice changes nothing.
func (t *Tx) PutReading(report, text sanad.ID, r sanad.Reading) error {
	t.wrote = true
	if err := t.exec("INSERT INTO reading (inv, report, text, extractor, recorded_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
		t.inv, report, text, r.Extractor, t.at); err != nil {
		return err
	}
	for _, s := range r.Statements {
		if err := t.PutStatement(s); err != nil {
			return err
		}
	}
	for _, e := range r.Entities {
		if err := t.PutEntity(e); err != nil {
			return err
		}
	}
	for _, c := range r.Claims {
		if err := t.PutClaim(c); err != nil {
			return err
		}
	}
	return nil
}

// PutStatement adds a statement.
func (t *Tx) PutStatement(s sanad.Statement) error {
	return t.put(s.Report, s.ID, "INSERT INTO statement (inv, report, id, start_at, end_at, asserter, access, polarity, kind, responds_to, author, body, duress, recanted, recorded_at)"+
		" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
		t.inv, s.Report, s.ID, s.Span.Start, s.Span.End, s.Asserter, s.Access, s.Polarity, s.Kind, s.RespondsTo, s.Author, s.Body, s.Duress, s.Recanted, t.at)
}

// PutEntity adds an entity.
func (t *Tx) PutEntity(e sanad.Entity) error {
	return t.put(e.Report, e.ID, "INSERT INTO entity (inv, schema, report, id, recorded_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", t.inv, e.Schema, e.Report, e.ID, t.at)
}

// PutClaim adds a claim; one that a newer reading had put aside stands again.
func (t *Tx) PutClaim(c sanad.Claim) error {
	start, end := -1, -1
	if c.Span != nil {
		start, end = c.Span.Start, c.Span.End
	}
	return t.put(c.Report, c.ID, "INSERT INTO claim (inv, schema, report, entity, id, statement, prop, value, normal, start_at, end_at, polarity, credibility, origin, kind, recorded_at)"+
		" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
		t.inv, c.Schema, c.Report, c.Entity, c.ID, c.Statement, c.Prop, c.Value, c.Normal, start, end, c.Polarity, c.Credibility, c.Origin, c.Kind, t.at)
}

// ClaimFilter narrows a list of claims. Empty fields do not narrow.
type ClaimFilter struct {
	Schemata []string
	Reports  []sanad.ID
	Entities []sanad.ID // needs Schemata, or the query reads everything
	ID       sanad.ID
	Aside    bool // those a newer reading no longer finds, too
}

// Claims calls fn with every claim the actor may see, ordered by schema, report, entity, id, rejected ones included
// (see Reviews).
func (v *View) Claims(f ClaimFilter, fn func(sanad.Claim) error) error {
	cond, args := v.seen("c.report")
	known, ka := v.known("c.recorded_at")
	args = append(append([]any{v.inv}, args...), ka...)
	q := "SELECT c.id, c.report, c.statement, c.entity, c.schema, c.prop, c.value, c.normal, c.start_at, c.end_at, c.polarity, c.credibility, c.origin, c.kind, c.recorded_at" +
		" FROM claim c WHERE c.inv = ? AND " + cond + " AND " + known
	if !f.Aside {
		stands, sa := v.standing("c")
		q += " AND " + stands
		args = append(args, sa...)
	}
	for _, p := range []struct {
		col string
		in  []string
	}{{"c.schema", f.Schemata}, {"c.report", asStrings(f.Reports)}, {"c.entity", asStrings(f.Entities)}} {
		if p.in != nil {
			in, more := inList(p.in)
			q += " AND " + p.col + " IN " + in
			args = append(args, more...)
		}
	}
	if f.ID != "" {
		q += " AND c.id = ?"
		args = append(args, f.ID)
	}
	same := interner{}
	return v.each(q+" ORDER BY c.schema, c.report, c.entity, c.id", args, func(scan func(...any) error) error {
		var c sanad.Claim
		var start, end int
		var at int64
		if err := scan(&c.ID, &c.Report, &c.Statement, &c.Entity, &c.Schema, &c.Prop, &c.Value, &c.Normal, &start, &end, &c.Polarity, &c.Credibility, &c.Origin, &c.Kind, &at); err != nil {
			return err
		}
		if start >= 0 {
			c.Span = &sanad.Span{Start: start, End: end}
		}
		c.RecordedAt = fromMicro(at)
		same.claim(&c)
		return fn(c)
	})
}

// interner lets strings that recur from row to row share their memory: an investigation is read into memory as a whole.
type interner map[string]string

func (in interner) string(s string) string {
	if t, ok := in[s]; ok {
		return t
	}
	in[s] = s
	return s
}

func (in interner) claim(c *sanad.Claim) {
	c.Schema, c.Prop, c.Origin = in.string(c.Schema), in.string(c.Prop), in.string(c.Origin)
	c.Report, c.Entity, c.Statement = sanad.ID(in.string(string(c.Report))), sanad.ID(in.string(string(c.Entity))), sanad.ID(in.string(string(c.Statement)))
	c.Polarity, c.Kind = sanad.Polarity(in.string(string(c.Polarity))), sanad.StatementKind(in.string(string(c.Kind)))
	c.Value, c.Normal = in.string(c.Value), in.string(c.Normal)
}

func asStrings[T ~string](in []T) []string {
	if in == nil {
		return nil
	}
	out := make([]string, len(in))
	for i, x := range in {
		out[i] = string(x)
	}
	return out
}

// Claim finds one claim of a report.
func (v *View) Claim(report, id sanad.ID) (sanad.Claim, error) {
	var found *sanad.Claim
	err := v.Claims(ClaimFilter{Reports: []sanad.ID{report}, ID: id}, func(c sanad.Claim) error {
		found = &c
		return nil
	})
	if err == nil && found == nil {
		return sanad.Claim{}, sanad.Errorf(sanad.NotFound, "no claim %s in this report", id)
	}
	if err != nil {
		return sanad.Claim{}, err
	}
	return *found, nil
}

// Entity finds an entity by id.
func (v *View) Entity(id sanad.ID) (sanad.Entity, error) {
	cond, args := v.seen("e.report")
	known, ka := v.known("e.recorded_at")
	stands, sa := v.standing("e")
	args = append(append(append([]any{v.inv, id}, args...), ka...), sa...)
	var e sanad.Entity
	err := v.tx.QueryRowContext(v.ctx, "SELECT e.id, e.report, e.schema FROM entity e WHERE e.inv = ? AND e.id = ? AND "+cond+" AND "+known+" AND "+stands, plain(args)...).Scan(&e.ID, &e.Report, &e.Schema)
	if errors.Is(err, sql.ErrNoRows) {
		return e, sanad.Errorf(sanad.NotFound, "nothing here has the id %q", id)
	}
	if err != nil {
		return e, fmt.Errorf("read entity %s: %w", id, err)
	}
	return e, nil
}

// Entities calls fn with every entity of a schema the actor may see, ordered by report and id.
func (v *View) Entities(schema string, fn func(sanad.Entity) error) error {
	cond, args := v.seen("e.report")
	known, ka := v.known("e.recorded_at")
	stands, sa := v.standing("e")
	args = append(append(append([]any{v.inv, schema}, args...), ka...), sa...)
	return v.each("SELECT e.id, e.report, e.schema FROM entity e WHERE e.inv = ? AND e.schema = ? AND "+cond+" AND "+known+" AND "+stands+" ORDER BY e.report, e.id", args,
		func(scan func(...any) error) error {
			var e sanad.Entity
			if err := scan(&e.ID, &e.Report, &e.Schema); err != nil {
				return err
			}
			return fn(e)
		})
}

// CountEntities returns how many entities of a schema the actor may see, as found, before any judgement.
func (v *View) CountEntities(schema string) (int, error) {
	cond, args := v.seen("e.report")
	known, ka := v.known("e.recorded_at")
	stands, sa := v.standing("e")
	return v.count("SELECT COUNT(*) FROM entity e WHERE e.inv = ? AND e.schema = ? AND "+cond+" AND "+known+" AND "+stands, append(append(append([]any{v.inv, schema}, args...), ka...), sa...)...)
}

// Statements calls fn with the statements of the given reports (all when nil), in the order of the text.
func (v *View) Statements(reports []sanad.ID, fn func(sanad.Statement) error) error {
	stands, args := v.standing("s")
	return v.statements(reports, stands, args, fn)
}

// AllStatements is Statements with those a newer reading put aside.
func (v *View) AllStatements(reports []sanad.ID, fn func(sanad.Statement) error) error {
	return v.statements(reports, "1 = 1", nil, fn)
}

func (v *View) statements(reports []sanad.ID, stands string, sa []any, fn func(sanad.Statement) error) error {
	cond, args := v.seen("s.report")
	known, ka := v.known("s.recorded_at")
	args = append(append(append([]any{v.inv}, args...), ka...), sa...)
	q := "SELECT s.id, s.report, s.start_at, s.end_at, s.asserter, s.access, s.polarity, s.kind, s.responds_to, s.author, s.body, s.duress, s.recanted" +
		" FROM statement s WHERE s.inv = ? AND " + cond + " AND " + known + " AND " + stands
	if reports != nil {
		in, more := inList(reports)
		q += " AND s.report IN " + in
		args = append(args, more...)
	}
	return v.each(q+" ORDER BY s.report, s.start_at, s.end_at, s.id", args, func(scan func(...any) error) error {
		var s sanad.Statement
		if err := scan(&s.ID, &s.Report, &s.Span.Start, &s.Span.End, &s.Asserter, &s.Access, &s.Polarity, &s.Kind, &s.RespondsTo, &s.Author, &s.Body, &s.Duress, &s.Recanted); err != nil {
			return err
		}
		return fn(s)
	})
}

// PutReview records a person's decision on a claim.
func (t *Tx) PutReview(report sanad.ID, r sanad.Review) error {
	t.wrote = true
	return t.exec("INSERT INTO review (inv, id, report, claim, status, replacement, reason, author, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
		t.inv, r.ID, report, r.Claim, r.Status, r.Replacement, r.Reason, r.Author, t.at)
}

// Reviews returns the review that holds for each reviewed claim: the latest one. reports nil means all.
func (v *View) Reviews(reports []sanad.ID) (map[sanad.ID]sanad.Review, error) {
	cond, args := v.seen("x.report")
	known, ka := v.known("x.recorded_at")
	args = append(append([]any{v.inv}, args...), ka...)
	q := "SELECT x.id, x.claim, x.status, x.replacement, x.reason, x.author, x.recorded_at FROM review x WHERE x.inv = ? AND " + cond + " AND " + known
	if reports != nil {
		in, more := inList(reports)
		q += " AND x.report IN " + in
		args = append(args, more...)
	}
	out := map[sanad.ID]sanad.Review{}
	err := v.each(q+" ORDER BY x.recorded_at, x.id", args, func(scan func(...any) error) error {
		var r sanad.Review
		var at int64
		if err := scan(&r.ID, &r.Claim, &r.Status, &r.Replacement, &r.Reason, &r.Author, &at); err != nil {
			return err
		}
		r.RecordedAt = fromMicro(at)
		out[r.Claim] = r
		return nil
	})
	return out, err
}
