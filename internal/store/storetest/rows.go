package storetest

import (
	"testing"
	"time"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/store"
)

func testInvestigations(t *testing.T, b Backend) {
	d := open(t, b)
	err := d.s.Update(ctx, "", all, "create", func(tx *store.Tx) error {
		_, err := tx.CreateInvestigation("test", "", false)
		return err
	})
	wantCode(t, "the same name again", err, sanad.Conflicting)
	err = d.s.Update(ctx, "", all, "create", func(tx *store.Tx) error {
		_, err := tx.CreateInvestigation("", "", false)
		return err
	})
	wantCode(t, "no name", err, sanad.Invalid)
	must(t, d.s.Update(ctx, "", all, "create", func(tx *store.Tx) error {
		_, err := tx.CreateInvestigation("another", "", true)
		return err
	}))
	must(t, d.s.View(ctx, "", store.Who{Actor: low}, func(v *store.View) error {
		l, err := v.Investigations()
		if err != nil {
			return err
		}
		if len(l) != 2 || l[0].Name != "another" || l[0].Title != "another" || !l[0].Demo || l[1].Title != "Test" || l[1].Created.IsZero() {
			t.Errorf("investigations %+v", l)
		}
		byID, err := v.InvestigationByName(string(d.inv))
		if err != nil || byID.Name != "test" {
			t.Errorf("by id: %+v, %v", byID, err)
		}
		_, err = v.InvestigationByName("none")
		wantCode(t, "unknown name", err, sanad.NotFound)
		return nil
	}))
}

func testSources(t *testing.T, b Backend) {
	d := open(t, b)
	put := func(s sanad.Source) (out sanad.Source, err error) {
		err = d.s.Update(ctx, d.inv, all, "source", func(tx *store.Tx) error {
			out, err = tx.PutSource(s)
			return err
		})
		return out, err
	}
	first, err := put(sanad.Source{Code: "SRC-1", Kind: sanad.Resident})
	must(t, err)
	again, err := put(sanad.Source{Code: "SRC-1", Kind: sanad.Resident, Controller: "Agency A", Reliability: "B"})
	must(t, err)
	if again.ID != first.ID || again.Controller != "Agency A" || again.Reliability != "B" {
		t.Errorf("filled in: %+v", again)
	}
	kept, err := put(sanad.Source{Code: "SRC-1", Kind: sanad.Resident})
	must(t, err)
	diff(t, "given without controller and grade", again, kept)
	_, err = put(sanad.Source{Code: "SRC-1", Kind: sanad.Officer})
	wantCode(t, "another kind", err, sanad.Conflicting)
	_, err = put(sanad.Source{Code: "Ali Hussein", Kind: sanad.Resident})
	wantCode(t, "a resident by name", err, sanad.Invalid)
}

func testReports(t *testing.T, b Backend) {
	d := open(t, b)
	for _, n := range []string{"b", "a", "c"} {
		d.add(n, "")
	}
	d.update(func(tx *store.Tx) error {
		id, taken, err := tx.ReferenceTaken("REF-a")
		if id != "ra" || !taken {
			t.Errorf("REF-a: %q, %v", id, taken)
		}
		if _, taken, _ := tx.ReferenceTaken("REF-x"); taken {
			t.Error("REF-x is taken")
		}
		return err
	})
	err := d.s.Update(ctx, d.inv, all, "clash", func(tx *store.Tx) error {
		_, err := tx.PutReport(sanad.Report{ID: "rz", Reference: "REF-a", Source: "s"}, "run1")
		return err
	})
	if err == nil {
		t.Error("two reports took one reference")
	}
	d.view(all, zero, func(v *store.View) error {
		var refs []string
		must(t, v.ReportIDs(func(_ sanad.ID, ref string) error { refs = append(refs, ref); return nil }))
		diff(t, "references", []string{"REF-a", "REF-b", "REF-c"}, refs)
		page, err := v.Reports(store.ReportFilter{Limit: 1, Offset: 1})
		must(t, err)
		if len(page) != 1 || page[0].Reference != "REF-b" || page[0].SourceCode != "Outlet b" {
			t.Errorf("page %+v", page)
		}
		if l, _ := v.Reports(store.ReportFilter{IDs: []sanad.ID{}}); len(l) != 0 {
			t.Errorf("an empty list of ids matched %d reports", len(l))
		}
		if l, _ := v.Reports(store.ReportFilter{Language: "ar"}); len(l) != 0 {
			t.Errorf("%d Arabic reports", len(l))
		}
		byRef, err := v.Report("REF-c")
		must(t, err)
		byID, err := v.Report("rc")
		must(t, err)
		diff(t, "by id and by reference", byID, byRef)
		_, err = v.Report("x' OR '1'='1")
		wantCode(t, "unknown report", err, sanad.NotFound)
		langs, err := v.CountLanguages()
		must(t, err)
		diff(t, "languages", map[string]int{"en": 3}, langs)
		return nil
	})
}

func testReceipts(t *testing.T, b Backend) {
	d := open(t, b)
	r := sanad.Report{ID: "r1", Reference: "one", Source: "s"}
	d.update(func(tx *store.Tx) error {
		s, err := tx.PutSource(sanad.Source{Code: "X", Kind: sanad.Document})
		r.Source = s.ID
		return err
	})
	for _, c := range []struct {
		run      sanad.ID
		fresh    bool
		receipts int
	}{{"run1", true, 1}, {"run1", false, 1}, {"run2", false, 2}, {"run2", false, 2}, {"run3", false, 3}} {
		d.update(func(tx *store.Tx) error {
			fresh, err := tx.PutReport(r, c.run)
			if fresh != c.fresh {
				t.Errorf("%s: fresh %v, want %v", c.run, fresh, c.fresh)
			}
			return err
		})
		d.view(all, zero, func(v *store.View) error {
			row, err := v.Report("r1")
			if row.Receipts != c.receipts {
				t.Errorf("after %s: %d receipts, want %d", c.run, row.Receipts, c.receipts)
			}
			return err
		})
	}
}

func testTexts(t *testing.T, b Backend) {
	d := open(t, b)
	d.add("a", "")
	d.update(func(tx *store.Tx) error {
		return tx.PutText(sanad.Text{ID: "tnew", Report: "ra", Kind: sanad.Transcription, Tool: "ana", Language: "ar", Content: "قال\u200f الشاهد"})
	})
	d.view(all, zero, func(v *store.View) error {
		last, err := v.WorkingText("ra")
		must(t, err)
		if last.ID != "tnew" || last.Content != "قال\u200f الشاهد" || last.Kind != sanad.Transcription {
			t.Errorf("working text %+v", last)
		}
		_, err = v.WorkingText("rnone")
		wantCode(t, "no text", err, sanad.NotFound)
		return nil
	})
}

// dump is everything a reading put into the store, as this viewer sees it.
type dump struct {
	Statements []sanad.Statement
	Entities   []sanad.Entity
	Claims     []sanad.Claim
}

func dumpOf(t *testing.T, v *store.View) (out dump) {
	t.Helper()
	must(t, v.Statements(nil, func(s sanad.Statement) error { out.Statements = append(out.Statements, s); return nil }))
	must(t, v.Entities(sanad.SchemaPerson, func(e sanad.Entity) error { out.Entities = append(out.Entities, e); return nil }))
	must(t, v.Claims(store.ClaimFilter{}, func(c sanad.Claim) error { out.Claims = append(out.Claims, c); return nil }))
	return out
}

func testReading(t *testing.T, b Backend) {
	d := open(t, b)
	d.add("a", "")
	var before dump
	d.view(all, zero, func(v *store.View) error {
		before = dumpOf(t, v)
		return nil
	})
	want := reading("a")
	for i := range before.Claims {
		if before.Claims[i].RecordedAt.IsZero() {
			t.Error("a claim without a time")
		}
		want.Claims[i].RecordedAt = before.Claims[i].RecordedAt
	}
	diff(t, "what comes back", dump{want.Statements, want.Entities, want.Claims}, before)

	// Read again, by the same extractor and by a newer one that found the same: nothing changes, also not when it was known.
	for _, x := range []string{"rules/1", "rules/2"} {
		d.update(func(tx *store.Tx) error {
			r := reading("a")
			r.Extractor = x
			return tx.PutReading("ra", "ta", r)
		})
	}
	d.view(all, zero, func(v *store.View) error {
		diff(t, "after reading again", before, dumpOf(t, v))
		c, err := v.Claim("ra", "c1ea")
		must(t, err)
		diff(t, "one claim", before.Claims[0], c)
		_, err = v.Claim("rb", "c1ea")
		wantCode(t, "claim of another report", err, sanad.NotFound)
		n, err := v.CountEntities(sanad.SchemaPerson)
		if n != 1 || err != nil {
			t.Errorf("%d entities, %v", n, err)
		}
		return nil
	})
}

func testReviews(t *testing.T, b Backend) {
	d := open(t, b)
	d.add("a", "")
	for i, s := range []sanad.ReviewStatus{sanad.Accepted, sanad.Rejected, sanad.Corrected} {
		d.update(func(tx *store.Tx) error {
			return tx.PutReview("ra", sanad.Review{ID: sanad.ID(rune('x' + i)), Claim: "c1ea", Status: s, Author: "ana", Reason: "because"})
		})
	}
	d.view(all, zero, func(v *store.View) error {
		got, err := v.Reviews(nil)
		must(t, err)
		if len(got) != 1 || got["c1ea"].Status != sanad.Corrected {
			t.Errorf("reviews %+v; the latest must hold", got)
		}
		none, err := v.Reviews([]sanad.ID{"rz"})
		if len(none) != 0 || err != nil {
			t.Errorf("reviews of another report: %v, %v", none, err)
		}
		return nil
	})
}

func testQuestions(t *testing.T, b Backend) {
	d := open(t, b)
	row := func(left sanad.ID, score float64) sanad.Question {
		return sanad.Question{Left: left, Right: "er", Score: score, P: 0.5, Second: true, Evidence: "x",
			For: []sanad.Reason{{Code: "name_part_agrees", Left: "علي", Right: "Ali", Weight: 1.5}}, Against: []sanad.Reason{{Code: "kunya_only"}}}
	}
	list := func() (ids []sanad.ID) {
		d.view(all, zero, func(v *store.View) error {
			ranked, err := v.RankedQuestions()
			for i, q := range ranked {
				ids = append(ids, q.Left)
				if q.N != i || q.Right != "er" || q.Evidence != "x" {
					t.Errorf("question %d: %+v", i, q)
				}
			}
			if n, _ := v.CountQuestions(); n != len(ranked) {
				t.Errorf("CountQuestions is %d, want %d", n, len(ranked))
			}
			return err
		})
		return ids
	}
	add := func(gen, from int, qs ...sanad.Question) {
		d.update(func(tx *store.Tx) error { return tx.AddQuestions(gen, from, qs) })
	}
	var gen int
	d.update(func(tx *store.Tx) (err error) {
		gen, err = tx.NextQuestionGen()
		return err
	})
	add(gen, 0, row("e1", 2), row("e2", 1))
	add(gen, 0, row("e1", 2), row("e2", 1)) // the same batch again
	add(gen, 2, row("e3", 0.5))
	if got := list(); len(got) != 0 {
		t.Errorf("questions %v are seen before their generation is in use", got)
	}
	d.update(func(tx *store.Tx) error { return tx.UseQuestions(gen) })
	diff(t, "in use", []sanad.ID{"e1", "e2", "e3"}, list())
	d.view(all, zero, func(v *store.View) error {
		got := map[int]sanad.Question{}
		err := v.Questions([]int{2, 0, 77}, func(n int, q sanad.Question) error { got[n] = q; return nil })
		diff(t, "two of them", map[int]sanad.Question{0: row("e1", 2), 2: row("e3", 0.5)}, got)
		if n, _ := v.QuestionGen(); n != gen {
			t.Errorf("generation %d, want %d", n, gen)
		}
		if err := v.Questions(nil, func(int, sanad.Question) error { t.Error("a question nobody asked for"); return nil }); err != nil {
			t.Error(err)
		}
		return err
	})
	// A second generation: begun and dropped, then finished.
	add(gen+1, 0, row("e9", 9))
	diff(t, "while the next is made", []sanad.ID{"e1", "e2", "e3"}, list())
	d.update(func(tx *store.Tx) error { return tx.DropQuestions(gen + 1) })
	add(gen+1, 0, row("e4", 1))
	d.update(func(tx *store.Tx) error { return tx.UseQuestions(gen + 1) })
	diff(t, "next generation", []sanad.ID{"e4"}, list())
	d.view(mid, zero, func(v *store.View) error {
		if _, err := v.RankedQuestions(); err == nil {
			t.Error("stored questions were ranked for who may not see everything")
		}
		if err := v.Questions([]int{0}, func(int, sanad.Question) error { return nil }); err == nil {
			t.Error("stored questions were given to who may not see everything")
		}
		return nil
	})
}

func testBriefs(t *testing.T, b Backend) {
	d := open(t, b)
	d.add("open", "")
	d.add("shut", "alpha")
	for _, reports := range [][]sanad.ID{{"ropen"}, {"ropen", "rshut"}} {
		d.update(func(tx *store.Tx) error {
			_, err := tx.PutBrief(sanad.Brief{Title: "T", Language: "en", Author: "ana", Body: "{}", Reports: reports})
			return err
		})
	}
	for _, c := range []struct {
		who  sanad.Actor
		want []int
	}{{all, []int{2, 1}}, {mid, []int{2, 1}}, {low, []int{1}}} {
		d.view(c.who, zero, func(v *store.View) error {
			l, err := v.Briefs()
			must(t, err)
			var got []int
			for _, x := range l {
				got = append(got, x.Number)
			}
			diff(t, c.who.Name, c.want, got)
			_, err = v.Brief(2)
			if len(c.want) == 1 {
				wantCode(t, "a briefing that rests on what is hidden", err, sanad.NotFound)
			} else if err != nil {
				t.Error(err)
			}
			return nil
		})
	}
}

func testRuns(t *testing.T, b Backend) {
	d := open(t, b)
	at := d.s.Clock()
	run := sanad.Run{ID: "u1", Investigation: d.inv, Kind: "add", State: sanad.Running, Stage: "intake", Total: 3, Actor: "low", Started: at, Problems: []sanad.Problem{{File: "a", Message: "b"}}}
	d.update(func(tx *store.Tx) error { return tx.PutRun(run) })
	run.State, run.Done, run.Closed, run.Ended = sanad.Done, 3, true, at.Add(1)
	run.Ended = run.Ended.Truncate(1000)
	d.update(func(tx *store.Tx) error { return tx.PutRun(run) })
	for _, c := range []struct {
		who sanad.Actor
		n   int
	}{{all, 1}, {low, 1}, {mid, 0}} {
		d.view(c.who, zero, func(v *store.View) error {
			l, err := v.Runs()
			if len(l) != c.n || err != nil {
				t.Errorf("%s sees %d runs, want %d (%v)", c.who.Name, len(l), c.n, err)
			}
			got, err := v.Run("u1")
			if c.n == 0 {
				wantCode(t, "a run of another", err, sanad.NotFound)
				return nil
			}
			diff(t, "run", run, got)
			return err
		})
	}
}

func testSettings(t *testing.T, b Backend) {
	d := open(t, b)
	for _, v := range []string{"one", "two"} {
		d.update(func(tx *store.Tx) error { return tx.SetSetting("k", v) })
	}
	d.view(all, zero, func(v *store.View) error {
		got, err := v.Setting("k")
		if none, _ := v.Setting("none"); got != "two" || none != "" {
			t.Errorf("settings %q, %q", got, none)
		}
		return err
	})
}

func testChecks(t *testing.T, b Backend) {
	d := open(t, b)
	put := func(author string, given sanad.Verdict) {
		d.update(func(tx *store.Tx) error {
			return tx.PutCheck(sanad.Check{Left: "e1", Right: "e2", Known: sanad.Same, Given: given, Author: author})
		})
	}
	put("ana", sanad.Different)
	put("ana", sanad.Same) // the first answer stands
	put("mid", sanad.Same)
	own := func(who sanad.Actor, asOf time.Time) (out []sanad.Verdict) {
		d.view(who, asOf, func(v *store.View) error {
			l, err := v.Checks()
			must(t, err)
			for _, c := range l {
				out = append(out, c.Given)
			}
			return nil
		})
		return out
	}
	diff(t, "ana's own", []sanad.Verdict{sanad.Different}, own(all, zero))
	diff(t, "mid's own", []sanad.Verdict{sanad.Same}, own(mid, zero))
	diff(t, "nobody's", []sanad.Verdict(nil), own(low, zero))
	diff(t, "before any", []sanad.Verdict(nil), own(all, time.Date(2018, 1, 1, 0, 0, 0, 0, time.UTC)))
}
