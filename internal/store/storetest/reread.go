package storetest

import (
	"testing"
	"time"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/store"
)

// testSuperseded: what is put aside is out of every list from then on, in again from when it is restored or found again,
// and a view as of any day between shows what stood that day.
func testSuperseded(t *testing.T, b Backend) {
	d := open(t, b)
	d.add("a", "")
	d.add("b", "")
	var moments []time.Time
	mark := func() { moments = append(moments, d.c.now()) }
	counts := func(asOf time.Time) (out [3]int) {
		d.view(all, asOf, func(v *store.View) error {
			x := dumpOf(t, v)
			out = [3]int{len(x.Claims), len(x.Entities), len(x.Statements)}
			n, err := v.CountEntities(sanad.SchemaPerson)
			if n != out[1] {
				t.Errorf("CountEntities is %d, Entities gives %d", n, out[1])
			}
			_, one := v.Claim("ra", "c1ea")
			_, entity := v.Entity("ea")
			if (one == nil) != (out[0] == 4) || (entity == nil) != (out[1] == 2) {
				t.Errorf("single look-ups differ from the lists %v: %v, %v", out, one, entity)
			}
			return err
		})
		return out
	}
	whole, less := [3]int{4, 2, 2}, [3]int{2, 1, 1}
	things := []sanad.ID{"c1ea", "c2ea", "ea", "qa"}
	mark()
	d.update(func(tx *store.Tx) error { return tx.Supersede("ra", things...) })
	d.update(func(tx *store.Tx) error { return tx.Supersede("ra", things...) }) // again: nothing more
	mark()
	d.update(func(tx *store.Tx) error { return tx.Restore("ra", things...) })
	mark()
	d.update(func(tx *store.Tx) error { return tx.Supersede("ra", things...) })
	mark()
	d.update(func(tx *store.Tx) error { return tx.PutReading("ra", "ta", reading("a")) }) // found again
	mark()
	d.update(func(tx *store.Tx) error { return tx.Supersede("rb", things...) }) // things of another report
	mark()
	for i, want := range [][3]int{whole, less, whole, less, whole, whole} {
		if got := counts(moments[i]); got != want {
			t.Errorf("at moment %d: claims, entities, statements %v, want %v", i, got, want)
		}
	}
	if got := counts(zero); got != whole {
		t.Errorf("now: %v, want %v", got, whole)
	}
	d.update(func(tx *store.Tx) error { return tx.Supersede("ra", things...) })
	d.view(all, zero, func(v *store.View) error {
		n := 0
		err := v.Claims(store.ClaimFilter{Reports: []sanad.ID{"ra"}, Aside: true}, func(sanad.Claim) error { n++; return nil })
		if n != 2 {
			t.Errorf("with those put aside there are %d claims, want 2", n)
		}
		if err == nil {
			n = 0
			err = v.AllStatements(nil, func(sanad.Statement) error { n++; return nil })
		}
		if n != 2 {
			t.Errorf("with those put aside there are %d statements, want 2", n)
		}
		return err
	})
}

// testRereadings: what taking a newer reading changed, who decided on conflicts, and that both are seen as they stood.
func testRereadings(t *testing.T, b Backend) {
	d := open(t, b)
	d.add("a", "")
	d.add("shut", "beta")
	r := sanad.Rereading{ID: "g1", Report: "ra", Run: "w1", Conflict: "k1", Extractor: "rules/2", Author: "ana", Added: []sanad.ID{"c1"}, Out: []sanad.ID{"c2"}, Moved: []sanad.Moved{{From: "c3", To: "c4"}}}
	hidden := r
	hidden.ID, hidden.Report = "g2", "rshut"
	c := sanad.Choice{ID: "h1", Report: "ra", Conflict: "k1", Side: sanad.NewReading, Reason: "two men", Author: "ana"}
	d.update(func(tx *store.Tx) error {
		for range 2 { // the same again changes nothing
			if err := tx.PutRereading(r); err != nil {
				return err
			}
		}
		if err := tx.PutRereading(hidden); err != nil {
			return err
		}
		r.RecordedAt, c.RecordedAt = tx.Now(), tx.Now()
		return tx.PutChoice(c)
	})
	before := d.c.now()
	d.update(func(tx *store.Tx) error {
		if err := tx.UndoRereading("ra", "g1"); err != nil {
			return err
		}
		wantCode(t, "undone twice", tx.UndoRereading("ra", "g1"), sanad.NotFound)
		if err := tx.WithdrawChoice("ra", "h1"); err != nil {
			return err
		}
		wantCode(t, "withdrawn twice", tx.WithdrawChoice("ra", "h1"), sanad.NotFound)
		wantCode(t, "of another report", tx.WithdrawChoice("rshut", "h1"), sanad.NotFound)
		return nil
	})
	for _, x := range []struct {
		who    sanad.Actor
		asOf   time.Time
		n      int
		undone bool
	}{{all, zero, 2, true}, {low, zero, 1, true}, {low, before, 1, false}, {all, time.Date(2018, 1, 1, 0, 0, 0, 0, time.UTC), 0, false}} {
		d.view(x.who, x.asOf, func(v *store.View) error {
			list, err := v.Rereadings(store.RereadFilter{Run: "w1"})
			must(t, err)
			choices, err := v.Choices(nil)
			must(t, err)
			if len(list) != x.n {
				t.Errorf("%s sees %d rereadings, want %d", x.who.Name, len(list), x.n)
			}
			if x.n == 0 {
				return nil
			}
			got := list[0]
			if (got.UndoneAt != nil) != x.undone || (got.UndoneBy != "") != x.undone || (choices[0].WithdrawnAt != nil) != x.undone {
				t.Errorf("as of %v: undone %v by %q, withdrawn %v", x.asOf, got.UndoneAt, got.UndoneBy, choices[0].WithdrawnAt)
			}
			got.UndoneAt, got.UndoneBy = nil, ""
			diff(t, "what comes back", r, got)
			choices[0].WithdrawnAt, choices[0].WithdrawnBy = nil, ""
			diff(t, "choice", c, choices[0])
			none, err := v.Rereadings(store.RereadFilter{Reports: []sanad.ID{"rx"}})
			if len(none) != 0 {
				t.Errorf("rereadings of another report: %v", none)
			}
			return err
		})
	}
	d.update(func(tx *store.Tx) error {
		again := reading("a")
		again.Extractor = "rules/2"
		return tx.PutReading("ra", "ta", again)
	})
	d.view(low, zero, func(v *store.View) error {
		reads, err := v.Readings([]sanad.ID{"ra", "rshut"})
		if len(reads) != 2 || reads[0].Extractor != "rules/1" || reads[1].Extractor != "rules/2" || reads[1].Text != "ta" || !reads[0].At.Before(reads[1].At) {
			t.Errorf("readings %+v", reads)
		}
		return err
	})
}
