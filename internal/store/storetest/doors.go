package storetest

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/store"
	"github.com/sanad-workbench/sanad/internal/text"
)

// testVisibility holds every reading method against what three viewers may see: an open report, one labelled alpha,
// one labelled beta.
func testVisibility(t *testing.T, b Backend) {
	d := open(t, b)
	d.add("o", "")
	d.add("a", "alpha")
	d.add("b", "beta")
	d.update(func(tx *store.Tx) error {
		for _, n := range []string{"o", "a", "b"} {
			if err := tx.PutReview(sanad.ID("r"+n), sanad.Review{ID: sanad.ID("v" + n), Claim: sanad.ID("c1e" + n), Status: sanad.Accepted}); err != nil {
				return err
			}
		}
		return tx.PutLineage([]sanad.Link{{Report: "rb", DerivedFrom: "ro"}, {Report: "ra", DerivedFrom: "ro"}, {Report: "ro", DerivedFrom: "rb"}})
	})
	for _, c := range []struct {
		who  sanad.Actor
		sees []string
		link int
	}{{all, []string{"a", "b", "o"}, 3}, {mid, []string{"a", "o"}, 1}, {low, []string{"o"}, 0}, {sanad.Actor{Name: "x", Labels: []string{"alpha' OR 1=1", "beta"}}, []string{"b", "o"}, 2}} {
		d.view(c.who, zero, func(v *store.View) error {
			diff(t, c.who.Name, c.sees, seen(t, v))
			links, err := v.Lineage()
			must(t, err)
			if len(links) != c.link {
				t.Errorf("%s sees %d links, want %d", c.who.Name, len(links), c.link)
			}
			return nil
		})
	}
}

// seen returns the reports a view shows, after checking that every method shows the same ones.
func seen(t *testing.T, v *store.View) []string {
	t.Helper()
	var ids []string
	must(t, v.ReportIDs(func(id sanad.ID, _ string) error { ids = append(ids, string(id[1:])); return nil }))
	is := map[string]bool{}
	for _, x := range ids {
		is[x] = true
	}
	same := func(method string, n int, has func(x string) bool) {
		t.Helper()
		if n != len(ids) {
			t.Errorf("%s shows %d, want %d", method, n, len(ids))
		}
		for _, x := range []string{"o", "a", "b"} {
			if has != nil && has(x) != is[x] {
				t.Errorf("%s shows %s: %v, want %v", method, x, has(x), is[x])
			}
		}
	}
	rows, err := v.Reports(store.ReportFilter{})
	must(t, err)
	same("Reports", len(rows), func(x string) bool {
		for _, r := range rows {
			if string(r.ID) == "r"+x {
				return true
			}
		}
		return false
	})
	same("Report", len(ids), func(x string) bool { _, err := v.Report("r" + x); return err == nil })
	same("Report by reference", len(ids), func(x string) bool { _, err := v.Report("REF-" + x); return err == nil })
	same("WorkingText", len(ids), func(x string) bool { _, err := v.WorkingText(sanad.ID("r" + x)); return err == nil })
	same("Entity", len(ids), func(x string) bool { _, err := v.Entity(sanad.ID("e" + x)); return err == nil })
	same("Claim", len(ids), func(x string) bool { _, err := v.Claim(sanad.ID("r"+x), sanad.ID("c1e"+x)); return err == nil })
	n, err := v.CountReports()
	must(t, err)
	same("CountReports", n, nil)
	n, err = v.CountEntities(sanad.SchemaPerson)
	must(t, err)
	same("CountEntities", n, nil)
	langs, err := v.CountLanguages()
	must(t, err)
	same("CountLanguages", langs["en"], nil)
	sources, err := v.Sources()
	must(t, err)
	same("Sources", len(sources), nil)
	for _, s := range sources {
		if s.Reports != 1 {
			t.Errorf("source %s counts %d reports", s.Code, s.Reports)
		}
	}
	dump := dumpOf(t, v)
	same("Statements", len(dump.Statements), nil)
	same("Entities", len(dump.Entities), nil)
	same("Claims", len(dump.Claims)/2, nil)
	found := map[string]bool{}
	must(t, v.Claims(store.ClaimFilter{Entities: []sanad.ID{"eo", "ea", "eb"}}, func(c sanad.Claim) error { found[string(c.Entity[1:])] = true; return nil }))
	same("Claims of entities", len(found), func(x string) bool { return found[x] })
	texts := 0
	must(t, v.Texts(nil, func(sanad.Text) error { texts++; return nil }))
	same("Texts", texts, nil)
	reviews, err := v.Reviews(nil)
	must(t, err)
	same("Reviews", len(reviews), func(x string) bool { _, ok := reviews[sanad.ID("c1e"+x)]; return ok })
	hits, err := v.Search([]string{"common"}, 100)
	must(t, err)
	same("Search", len(hits), nil)
	for _, x := range []string{"o", "a", "b"} {
		hits, err := v.Search([]string{"word" + x}, 100)
		must(t, err)
		if (len(hits) == 1) != is[x] {
			t.Errorf("Search for the word of %s finds %d", x, len(hits))
		}
	}
	return ids
}

// testAsOf: a view as of a past date shows what was recorded by then, under the labels of today.
func testAsOf(t *testing.T, b Backend) {
	d := open(t, b)
	add := func(name string) time.Time {
		d.update(func(tx *store.Tx) error {
			if err := addReport(tx, name, ""); err != nil {
				return err
			}
			return tx.PutReview(sanad.ID("r"+name), sanad.Review{ID: sanad.ID("v" + name), Claim: sanad.ID("c1e" + name), Status: sanad.Accepted})
		})
		return d.c.at
	}
	before := d.c.at
	first := add("o")
	second := add("a")
	for _, c := range []struct {
		at   time.Time
		want []string
	}{{before, nil}, {first, []string{"o"}}, {second.Add(-time.Microsecond), []string{"o"}}, {second, []string{"a", "o"}}} {
		d.view(all, c.at, func(v *store.View) error {
			diff(t, c.at.String(), c.want, seen(t, v))
			return nil
		})
	}
	// A claim and a review that came later are not there before, though their report is.
	d.update(func(tx *store.Tx) error {
		if err := tx.PutClaim(sanad.Claim{ID: "clate", Report: "ro", Entity: "eo", Schema: sanad.SchemaPerson, Prop: "alias", Value: "x", Polarity: sanad.Affirmed}); err != nil {
			return err
		}
		return tx.PutReview("ro", sanad.Review{ID: "vlate", Claim: "c1eo", Status: sanad.Rejected})
	})
	d.view(all, second, func(v *store.View) error {
		_, err := v.Claim("ro", "clate")
		wantCode(t, "a later claim", err, sanad.NotFound)
		reviews, err := v.Reviews([]sanad.ID{"ro"})
		if err != nil || reviews["c1eo"].Status != sanad.Accepted {
			t.Errorf("review as of then: %+v, %v", reviews["c1eo"], err)
		}
		return nil
	})
	// Access is always today's: what is shut now was never open for this viewer.
	d.update(func(tx *store.Tx) error {
		row, err := tx.Report("ro")
		if err != nil {
			return err
		}
		row.Report.Label = "alpha"
		return tx.SetReport(row.Report)
	})
	d.view(low, first, func(v *store.View) error {
		if got := seen(t, v); len(got) != 0 {
			t.Errorf("a report shut today is seen as of then: %v", got)
		}
		return nil
	})
}

func testAsOfJudgements(t *testing.T, b Backend) {
	d := open(t, b)
	j := sanad.Judgement{ID: "j1", Left: "e1", Right: "e2", Verdict: sanad.Same, Reason: "one phone", Author: "ana", LeftGroup: []sanad.ID{"e1"}, RightGroup: []sanad.ID{"e2", "e3"}, Evidence: "x", Pending: true}
	at := func(fn func(tx *store.Tx) error) time.Time {
		d.update(fn)
		return d.c.at
	}
	none := d.c.at
	made := at(func(tx *store.Tx) error { return tx.PutJudgement(j) })
	confirmed := at(func(tx *store.Tx) error { return tx.ConfirmJudgement("j1", "omar") })
	withdrawn := at(func(tx *store.Tx) error { return tx.WithdrawJudgement("j1") })
	for _, c := range []struct {
		at                 time.Time
		n                  int
		pending, withdrawn bool
		second             string
	}{{none, 0, false, false, ""}, {made, 1, true, false, ""}, {confirmed, 1, false, false, "omar"}, {withdrawn, 1, false, true, "omar"}, {zero, 1, false, true, "omar"}} {
		d.view(all, c.at, func(v *store.View) error {
			l, err := v.Judgements()
			if err != nil || len(l) != c.n {
				t.Errorf("%v: %d judgements, want %d (%v)", c.at, len(l), c.n, err)
				return nil
			}
			if c.n == 0 {
				return nil
			}
			g := l[0]
			if g.Pending != c.pending || (g.WithdrawnAt != nil) != c.withdrawn || (g.WithdrawnBy != "") != c.withdrawn || g.Second != c.second {
				t.Errorf("%v: %+v", c.at, g)
			}
			diff(t, "groups as the author saw them", [2][]sanad.ID{j.LeftGroup, j.RightGroup}, [2][]sanad.ID{g.LeftGroup, g.RightGroup})
			return nil
		})
	}
	for name, fn := range map[string]func(tx *store.Tx) error{
		"withdraw twice":      func(tx *store.Tx) error { return tx.WithdrawJudgement("j1") },
		"withdraw none":       func(tx *store.Tx) error { return tx.WithdrawJudgement("j9") },
		"confirm what is not": func(tx *store.Tx) error { return tx.ConfirmJudgement("j1", "x") },
	} {
		wantCode(t, name, d.s.Update(ctx, d.inv, all, "x", fn), sanad.NotFound)
	}
}

// A link that stands keeps the time it became known, however often lineage is computed anew.
func testAsOfLineage(t *testing.T, b Backend) {
	d := open(t, b)
	for _, n := range []string{"a", "b", "c"} {
		d.add(n, "")
	}
	ab, ac := sanad.Link{Report: "rb", DerivedFrom: "ra", Similarity: 1, How: "exact"}, sanad.Link{Report: "rc", DerivedFrom: "ra", Similarity: 0.8, How: "near"}
	d.update(func(tx *store.Tx) error { return tx.PutLineage([]sanad.Link{ab}) })
	then := d.c.at
	d.update(func(tx *store.Tx) error { return tx.PutLineage([]sanad.Link{ab, ac}) })
	later := d.c.at
	d.update(func(tx *store.Tx) error { return tx.PutLineage([]sanad.Link{ab, ac}) })
	for _, c := range []struct {
		at   time.Time
		want []sanad.Link
	}{{then, []sanad.Link{ab}}, {later, []sanad.Link{ab, ac}}, {zero, []sanad.Link{ab, ac}}} {
		d.view(all, c.at, func(v *store.View) error {
			got, err := v.Lineage()
			diff(t, c.at.String(), c.want, got)
			return err
		})
	}
	d.update(func(tx *store.Tx) error { return tx.PutLineage([]sanad.Link{ac}) })
	d.view(all, zero, func(v *store.View) error {
		got, err := v.Lineage()
		diff(t, "after one fell away", []sanad.Link{ac}, got)
		return err
	})
}

func testSearch(t *testing.T, b Backend) {
	d := open(t, b)
	for name, body := range map[string]string{"a": "وأحمد دفع للشركة في الرمادي", "b": "Ahmed paid the company", "c": "احمد وليد"} {
		d.add(name, "")
		d.update(func(tx *store.Tx) error { return tx.IndexText(sanad.ID("r"+name), text.SearchWords(body)) })
	}
	for _, c := range []struct{ query, want string }{
		{"أحمد", "a c"}, {"احمد وليد", "c"}, {"شركة", "a"}, {"الرمادي", "a"}, {"رمادي", "a"}, {"ahmed COMPANY", "b"}, {"ahmed nobody", ""},
		{"common", ""}, {`" OR body:x`, ""}, {"* ( ) ^ AND NOT", ""}, {"", ""},
	} {
		d.view(all, zero, func(v *store.View) error {
			rows, err := v.Search(text.QueryWords(c.query), 10)
			if err != nil {
				t.Errorf("search %q: %v", c.query, err)
			}
			var got []string
			for _, r := range rows {
				got = append(got, string(r.ID[1:]))
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("search %q finds %v, want %q", c.query, got, c.want)
			}
			return nil
		})
	}
	d.view(all, zero, func(v *store.View) error { // words no analyser would make
		for _, w := range []string{`"`, "", "a\x00b", "NEAR", "*"} {
			if _, err := v.Search([]string{w}, 10); err != nil {
				t.Errorf("search for %q: %v", w, err)
			}
		}
		rows, err := v.Search([]string{"احمد"}, 1)
		if len(rows) != 1 {
			t.Errorf("at most one: %d", len(rows))
		}
		return err
	})
}

// testAtomic: an Update that fails leaves nothing: no row, no leaf, no version.
func testAtomic(t *testing.T, b Backend) {
	d := open(t, b)
	d.add("a", "")
	leaves := len(d.leaves())
	stop := errors.New("stop")
	err := d.s.Update(ctx, d.inv, all, "fails", func(tx *store.Tx) error {
		if err := addReport(tx, "b", ""); err != nil {
			return err
		}
		return stop
	})
	if !errors.Is(err, stop) {
		t.Errorf("error %v, want the one of fn", err)
	}
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic was swallowed")
			}
		}()
		d.s.Update(ctx, d.inv, all, "panics", func(tx *store.Tx) error {
			must(t, addReport(tx, "c", ""))
			panic("x")
		})
	}()
	d.view(all, zero, func(v *store.View) error {
		diff(t, "reports", []string{"a"}, func() (ids []string) {
			must(t, v.ReportIDs(func(id sanad.ID, _ string) error { ids = append(ids, string(id[1:])); return nil }))
			return ids
		}())
		return nil
	})
	if n := len(d.leaves()); n != leaves {
		t.Errorf("%d leaves, want %d", n, leaves)
	}
	d.update(func(tx *store.Tx) error {
		tx.Log("reports", 3)
		return nil
	})
	l := d.leaves()
	last := l[len(l)-1]
	if len(l) != leaves+1 || last.Action != "test" || last.Actor != "ana" || last.Investigation != d.inv || fmt.Sprint(last.Details["reports"]) != "3" {
		t.Errorf("leaf %+v", last)
	}
}

// testReadLeaf: what a View read is in the log before View returns; a View that read nobody leaves nothing.
func testReadLeaf(t *testing.T, b Backend) {
	d := open(t, b)
	leaves := len(d.leaves())
	d.view(low, zero, func(v *store.View) error { return nil })
	if n := len(d.leaves()); n != leaves {
		t.Errorf("a view that read nobody left %d leaves", n-leaves)
	}
	d.view(low, zero, func(v *store.View) error {
		v.Note("e1", "e2")
		return nil
	})
	l := d.leaves()
	if last := l[len(l)-1]; len(l) != leaves+1 || last.Action != "read" || last.Actor != "low" || last.Purpose != "test" || strings.Join(last.Things, " ") != "e1 e2" || last.Investigation != d.inv {
		t.Errorf("leaf %+v of %d", last, len(l))
	}
	d.view(low, zero, func(v *store.View) error {
		for range 250 {
			v.Note("e")
		}
		return nil
	})
	l = d.leaves()
	if last := l[len(l)-1]; len(last.Things) != 200 || fmt.Sprint(last.Details["more"]) != "50" {
		t.Errorf("a leaf of many names %d and counts %v more", len(last.Things), last.Details["more"])
	}
}

func testVersion(t *testing.T, b Backend) {
	d := open(t, b)
	at := func() (x store.Version) {
		d.view(low, zero, func(v *store.View) (err error) {
			x, err = v.Version()
			return err
		})
		return x
	}
	for _, c := range []struct {
		name            string
		fn              func(tx *store.Tx) error
		written, judged bool
	}{
		{"nothing", func(tx *store.Tx) error { return nil }, false, false},
		{"report", func(tx *store.Tx) error { return addReport(tx, "a", "") }, true, false},
		{"label", func(tx *store.Tx) error { return tx.SetReport(sanad.Report{ID: "ra"}) }, true, false},
		{"review", func(tx *store.Tx) error { return tx.PutReview("ra", sanad.Review{ID: "v", Claim: "c1ea"}) }, true, false},
		{"lineage", func(tx *store.Tx) error { return tx.PutLineage(nil) }, true, false},
		{"controller", func(tx *store.Tx) error {
			_, err := tx.PutSource(sanad.Source{Code: "Outlet a", Kind: sanad.Outlet, Controller: "X"})
			return err
		}, true, false},
		{"judgement", func(tx *store.Tx) error { return tx.PutJudgement(sanad.Judgement{ID: "j"}) }, false, true},
		{"withdrawal", func(tx *store.Tx) error { return tx.WithdrawJudgement("j") }, false, true},
		{"questions", func(tx *store.Tx) error { return tx.UseQuestions(1) }, false, true},
		{"setting", func(tx *store.Tx) error { return tx.SetSetting("a", "b") }, false, false},
	} {
		before := at()
		d.update(c.fn)
		after := at()
		if (after.Written > before.Written) != c.written || (after.Judged > before.Judged) != c.judged {
			t.Errorf("%s: version went from %+v to %+v", c.name, before, after)
		}
	}
}

func testLedger(t *testing.T, b Backend) {
	d := open(t, b)
	d.update(func(tx *store.Tx) error { return nil })
	must(t, d.s.Ledger(ctx, func(l *store.Ledger) error {
		if n, err := l.Size(); n != 0 || err != nil {
			t.Errorf("size %d, %v", n, err)
		}
		var ids []int64
		must(t, l.Leaves(true, func(r store.RawLeaf) error { ids = append(ids, r.ID); return nil }))
		for i, id := range ids {
			must(t, l.Number(id, int64(i)))
		}
		must(t, l.PutHash(0, []byte("h")))
		must(t, l.PutCheckpoint(1, "note"))
		must(t, l.PutCheckpoint(1, "another"))
		if n, _ := l.Size(); n != int64(len(ids)) || n < 2 {
			t.Errorf("size %d of %d", n, len(ids))
		}
		if h, err := l.Hash(0); string(h) != "h" || err != nil {
			t.Errorf("hash %q, %v", h, err)
		}
		if _, err := l.Hash(99); err == nil {
			t.Error("a hash that is not there")
		}
		return l.Checkpoints(func(n int64, note string) error {
			if n != 1 || note != "note" {
				t.Errorf("checkpoint %d %q", n, note)
			}
			return nil
		})
	}))
	stop := errors.New("stop")
	if err := d.s.Ledger(ctx, func(l *store.Ledger) error {
		must(t, l.PutHash(1, []byte("x")))
		return stop
	}); !errors.Is(err, stop) {
		t.Errorf("error %v", err)
	}
	must(t, d.s.Ledger(ctx, func(l *store.Ledger) error {
		if _, err := l.Hash(1); err == nil {
			t.Error("a hash of a failed numbering stayed")
		}
		return nil
	}))
}

func testBackup(t *testing.T, b Backend) {
	d := open(t, b)
	d.add("a", "")
	path := filepath.Join(t.TempDir(), "copy's %41.db")
	must(t, d.s.BackupTo(ctx, path))
	if err := d.s.BackupTo(ctx, path); err == nil {
		t.Error("a backup was written over another")
	}
	s, err := store.Open(ctx, path, store.Options{})
	must(t, err)
	defer s.Close()
	must(t, s.View(ctx, d.inv, store.Who{Actor: all}, func(v *store.View) error {
		_, err := v.Report("REF-a")
		return err
	}))
}
