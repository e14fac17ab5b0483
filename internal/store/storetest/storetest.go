// Package storetest is the contract of the store: what every database behind it must do. A new backend passes Run and is
// done.
package storetest

import (
	"context"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/store"
)

// Backend is one fresh database. Open opens it, and opens it again while an earlier Store is still there, as after a
// crash. The tests close what they open.
type Backend interface {
	Open(t *testing.T, o store.Options) *store.Store
}

// Run runs the contract suite; fresh returns a new, empty database for each test.
func Run(t *testing.T, fresh func(t *testing.T) Backend) {
	for _, c := range []struct {
		name string
		test func(t *testing.T, b Backend)
	}{
		{"Investigations", testInvestigations}, {"Sources", testSources}, {"Reports", testReports}, {"Receipts", testReceipts}, {"Texts", testTexts},
		{"Reading", testReading}, {"Superseded", testSuperseded}, {"Rereadings", testRereadings}, {"Visibility", testVisibility}, {"AsOf", testAsOf}, {"AsOfJudgements", testAsOfJudgements}, {"AsOfLineage", testAsOfLineage},
		{"Reviews", testReviews}, {"Questions", testQuestions}, {"Checks", testChecks}, {"Briefs", testBriefs}, {"Runs", testRuns}, {"Settings", testSettings}, {"Search", testSearch},
		{"Atomic", testAtomic}, {"ReadLeaf", testReadLeaf}, {"Version", testVersion}, {"Ledger", testLedger}, {"Backup", testBackup},
		{"JobChain", testJobChain}, {"JobRetry", testJobRetry}, {"JobPermanent", testJobPermanent}, {"JobRolledBack", testJobRolledBack},
		{"JobCancel", testJobCancel}, {"JobCancelRunning", testJobCancelRunning}, {"JobCrash", testJobCrash},
	} {
		t.Run(c.name, func(t *testing.T) { c.test(t, fresh(t)) })
	}
}

// clock is a clock that goes one second a look, so that everything recorded has a time of its own.
type clock struct{ at time.Time }

func (c *clock) now() time.Time {
	c.at = c.at.Add(time.Second)
	return c.at
}

func newClock() *clock { return &clock{time.Date(2019, 2, 1, 0, 0, 0, 0, time.UTC)} }

var (
	all  = sanad.Actor{Name: "ana", All: true}
	low  = sanad.Actor{Name: "low"}
	mid  = sanad.Actor{Name: "mid", Labels: []string{"alpha"}}
	ctx  = context.Background()
	zero time.Time
)

// desk is an open store bound to one investigation.
type desk struct {
	t   *testing.T
	s   *store.Store
	c   *clock
	inv sanad.ID
}

func open(t *testing.T, b Backend) *desk {
	t.Helper()
	c := newClock()
	d := &desk{t: t, c: c, s: b.Open(t, store.Options{Now: c.now, Secret: func() string { return "secret" }})}
	t.Cleanup(func() {
		if err := d.s.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	must(t, d.s.Update(ctx, "", all, "create", func(tx *store.Tx) error {
		inv, err := tx.CreateInvestigation("test", "Test", false)
		d.inv = inv.ID
		return err
	}))
	return d
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func (d *desk) update(fn func(tx *store.Tx) error) {
	d.t.Helper()
	must(d.t, d.s.Update(ctx, d.inv, all, "test", fn))
}

func (d *desk) view(a sanad.Actor, asOf time.Time, fn func(v *store.View) error) {
	d.t.Helper()
	must(d.t, d.s.View(ctx, d.inv, store.Who{Actor: a, Purpose: "test", AsOf: asOf}, fn))
}

// add puts a report with a text, a person and a claim into the investigation; the ids are derived from its name.
func (d *desk) add(name, label string) {
	d.t.Helper()
	d.update(func(tx *store.Tx) error { return addReport(tx, name, label) })
}

func addReport(tx *store.Tx, name, label string) error {
	src, err := tx.PutSource(sanad.Source{Code: "Outlet " + name, Kind: sanad.Outlet})
	if err != nil {
		return err
	}
	r := sanad.ID("r" + name)
	if _, err := tx.PutReport(sanad.Report{ID: r, Reference: "REF-" + name, Title: "Title " + name, Source: src.ID, Original: "hash", MediaType: "text/plain", Size: 3,
		Dated: "2014-10-29", Language: "en", Label: label}, "run1"); err != nil {
		return err
	}
	text := sanad.ID("t" + name)
	if err := tx.PutText(sanad.Text{ID: text, Report: r, Kind: sanad.Extracted, Tool: "plain/1", Language: "en", Content: "common word" + name}); err != nil {
		return err
	}
	if err := tx.IndexText(r, "common word"+name+" "); err != nil {
		return err
	}
	return tx.PutReading(r, text, reading(name))
}

func reading(name string) sanad.Reading {
	r, e, q := sanad.ID("r"+name), sanad.ID("e"+name), sanad.ID("q"+name)
	return sanad.Reading{Extractor: "rules/1",
		Statements: []sanad.Statement{{ID: q, Report: r, Span: sanad.Span{Start: 0, End: 6}, Asserter: "the spokesman", Access: sanad.SawIt, Polarity: sanad.Denied, Kind: sanad.Confessed, Duress: true}},
		Entities:   []sanad.Entity{{ID: e, Report: r, Schema: sanad.SchemaPerson}},
		Claims: []sanad.Claim{
			{ID: "c1" + e, Report: r, Statement: q, Entity: e, Schema: sanad.SchemaPerson, Prop: "name", Value: "Name " + name, Span: &sanad.Span{Start: 0, End: 6}, Polarity: sanad.Affirmed, Origin: "rule:x", Kind: sanad.Reported},
			{ID: "c2" + e, Report: r, Entity: e, Schema: sanad.SchemaPerson, Prop: "birthDate", Value: "1980", Polarity: sanad.Uncertain, Credibility: 3, Origin: "user:ana", Kind: sanad.Assessment},
		}}
}

// leaves returns the actions in the audit log, oldest first.
func (d *desk) leaves() []store.Leaf {
	d.t.Helper()
	var out []store.Leaf
	must(d.t, d.s.Ledger(ctx, func(l *store.Ledger) error {
		return l.Leaves(true, func(r store.RawLeaf) error {
			leaf, err := r.Leaf()
			out = append(out, leaf)
			return err
		})
	}))
	return out
}

func diff(t *testing.T, what string, want, got any) {
	t.Helper()
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("%s (-want +got)\n%s", what, d)
	}
}

func wantCode(t *testing.T, what string, err error, code sanad.Code) {
	t.Helper()
	if sanad.CodeOf(err) != code {
		t.Errorf("%s: error %v, want one of code %q", what, err, code)
	}
}
