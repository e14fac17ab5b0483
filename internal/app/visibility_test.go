package app

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"time"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/store"
)

var (
	high = sanad.Actor{Name: "high", All: true}
	low  = sanad.Actor{Name: "low"}
)

// testApp opens an app whose clock stands still and whose investigations share one key, so that the same reports get the
// same ids.
func testApp(t *testing.T) *App {
	now := time.Date(2019, 2, 1, 9, 0, 0, 0, time.UTC)
	return testAppAt(t, func() time.Time { return now })
}

func testAppAt(t *testing.T, now func() time.Time) *App {
	t.Helper()
	a, err := open(context.Background(), t.TempDir(), store.Options{Now: now, Secret: func() string { return "one key" }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := a.Close(); err != nil {
			t.Error(err)
		}
	})
	return a
}

// told is a report of the test's own world: short, with names that meet across reports.
func told(r *rand.Rand) string {
	first := []string{"Yusuf", "Karim", "Hamad", "Saad", "Nasir", "Jabbar"}
	last := []string{"al-Alwani", "al-Dulaimi", "Khalaf", "al-Hiti"}
	name := func() string {
		return first[r.IntN(len(first))] + " " + first[r.IntN(len(first))] + " " + last[r.IntN(len(last))]
	}
	town := []string{"Hit", "Ramadi", "Fallujah"}[r.IntN(3)]
	var b strings.Builder
	for range 1 + r.IntN(3) {
		switch r.IntN(5) {
		case 0:
			fmt.Fprintf(&b, "Police arrested %s in %s on %d March 2015. ", name(), town, 1+r.IntN(28))
		case 1:
			fmt.Fprintf(&b, "Gunmen killed %s in %s on %d October 2014. %s is suspected of the killing. ", name(), town, 1+r.IntN(28), name())
		case 2:
			fmt.Fprintf(&b, "%s, born in %d, was an emir of the Red Brigade in %s. ", name(), 1970+r.IntN(20), town)
		case 3:
			fmt.Fprintf(&b, "%s paid 5000 US dollars to %s in May 2016. ", name(), name())
		default:
			fmt.Fprintf(&b, "The court in %s acquitted %s on %d June 2017. ", town, name(), 1+r.IntN(28))
		}
	}
	return b.String()
}

func (a *App) mustAdd(t *testing.T, inv sanad.ID, ref, body, label string) {
	t.Helper()
	run, err := a.AddText(context.Background(), high, inv, body, Given{Reference: ref, Label: label, Dated: "2018-01-05", Source: sanad.Source{Code: "Agency " + ref[:1], Kind: sanad.Agency}})
	if err == nil {
		_, err = a.Wait(context.Background(), high, run.ID, nil)
	}
	if err != nil {
		t.Error(err)
	}
}

// everything asks every question the low user can ask and returns the answers as one text.
func (a *App) everything(t *testing.T, inv sanad.ID) string {
	t.Helper()
	ctx, who := context.Background(), store.Who{Actor: low, Purpose: "test"}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	put := func(name string, v any, err error) {
		fmt.Fprintf(&b, "## %s\n", name)
		if err != nil {
			fmt.Fprintf(&b, "error: %v\n", err)
			return
		}
		if err := enc.Encode(v); err != nil {
			t.Error(err)
		}
	}
	h, err := a.Home(ctx, who, inv)
	h.Investigation = sanad.Investigation{} // the two are called differently
	put("home", h, err)
	reports, err := a.Reports(ctx, who, inv, "", store.ReportFilter{})
	put("reports", reports, err)
	for _, r := range reports.Rows {
		v, err := a.Report(ctx, who, inv, string(r.ID))
		put("report", v, err)
	}
	found, err := a.Reports(ctx, who, inv, "killed", store.ReportFilter{})
	put("reports with a word", found, err)
	sources, err := a.Sources(ctx, who, inv)
	put("sources", sources, err)
	persons, err := a.Persons(ctx, who, inv, "", 0, 0)
	put("persons", persons, err)
	for _, p := range persons.Rows {
		v, err := a.Person(ctx, who, inv, p.ID, true)
		put("person", v, err)
		c, err := a.Proceeding(ctx, who, inv, p.ID)
		put("proceeding", c, err)
		m, err := a.Timeline(ctx, who, inv, p.ID)
		put("timeline", m, err)
	}
	qs, err := a.Questions(ctx, who, inv, 0, 0)
	put("questions", qs, err)
	for _, q := range qs.Rows[:min(3, len(qs.Rows))] {
		v, err := a.Pair(ctx, who, inv, q.Left, q.Right, PairView{Full: true})
		put("pair", v, err)
	}
	incidents, err := a.Incidents(ctx, who, inv)
	put("incidents", incidents, err)
	for _, i := range incidents {
		v, err := a.Incident(ctx, who, inv, i.ID, true)
		put("incident", v, err)
	}
	cases, err := a.Proceedings(ctx, who, inv)
	put("proceedings", cases, err)
	net, err := a.Network(ctx, who, inv, true)
	put("network", net, err)
	pay, err := a.Payments(ctx, who, inv)
	put("payments", pay, err)
	line, err := a.Timeline(ctx, who, inv, "")
	put("timeline", line, err)
	prov, err := a.Provinces(ctx, who, inv)
	put("provinces", prov, err)
	for _, q := range []string{"Yusuf", "يوسف كريم", "Hit"} {
		res, err := a.Search(ctx, who, inv, q, 50)
		put("search "+q, res, err)
	}
	js, err := a.Judgements(ctx, who, inv, false, 0, 0)
	put("judgements", js, err)
	again, err := a.Doubts(ctx, who, inv, 0, 0, false)
	put("doubts", again, err)
	for _, d := range again.Rows {
		v, err := a.Pair(ctx, who, inv, d.Judgement.Left, d.Judgement.Right, PairView{Again: d.Judgement.ID})
		put("pair again", v, err)
	}
	check, err := a.Check(ctx, who, inv)
	put("check", check, err)
	cs, err := a.Conflicts(ctx, who, inv)
	put("conflicts", cs, err)
	runs, err := a.Runs(ctx, low, inv)
	put("runs", runs, err)
	draft, _, err := a.DraftBrief(ctx, who, inv, BriefOrder{Title: "same title"})
	draft.Investigation = ""
	put("draft", draft, err)
	briefs, err := a.Briefs(ctx, who, inv)
	put("briefs", briefs, err)
	for _, f := range Formats {
		fmt.Fprintf(&b, "## export %s\n", f)
		if err := a.Export(ctx, who, inv, f, "", true, &b); err != nil {
			fmt.Fprintf(&b, "error: %v\n", err)
		}
	}
	return b.String()
}

// TestWhatYouMayNotSeeDoesNotExist makes pairs of investigations that differ only in what the low user may not see, and
// asks him everything of both: not a byte of the answers may differ.
func TestWhatYouMayNotSeeDoesNotExist(t *testing.T) {
	pairs := 200
	if testing.Short() {
		pairs = 20
	}
	a := testApp(t)
	ctx := context.Background()
	var wg sync.WaitGroup
	slots := make(chan bool, 8)
	for n := range pairs {
		wg.Add(1)
		slots <- true
		go func() {
			defer func() { <-slots; wg.Done() }()
			r := rand.New(rand.NewPCG(uint64(n), 7))
			var invs [2]sanad.ID
			for i, name := range []string{"without", "with"} {
				inv, err := a.CreateInvestigation(ctx, high, fmt.Sprintf("%s %d", name, n), "", false)
				if err != nil {
					t.Error(err)
					return
				}
				invs[i] = inv.ID
			}
			type doc struct{ ref, body, label string }
			var visible, hidden []doc
			for i := range 2 + r.IntN(3) {
				visible = append(visible, doc{fmt.Sprintf("V%d", i), told(r), ""})
			}
			for i := range 1 + r.IntN(3) {
				d := doc{fmt.Sprintf("H%d", i), told(r), "secret"}
				if r.IntN(3) == 0 {
					d.body = visible[r.IntN(len(visible))].body + " It was repeated." // a hidden copy of a visible report
				}
				hidden = append(hidden, d)
			}
			for _, d := range visible {
				a.mustAdd(t, invs[0], d.ref, d.body, d.label)
			}
			mixed := append(append([]doc{}, hidden...), visible...)
			r.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
			for _, d := range mixed {
				a.mustAdd(t, invs[1], d.ref, d.body, d.label)
			}
			// The high user joins hidden persons with visible ones and releases a paper; both judge one visible pair.
			qs, err := a.Questions(ctx, store.Who{Actor: high}, invs[1], 0, 0)
			if err != nil {
				t.Error(err)
				return
			}
			done := 0
			for _, q := range qs.Rows {
				if done == 2 {
					break
				}
				hiddenSide := false
				for _, e := range []sanad.ID{q.Left, q.Right} {
					if _, err := a.Person(ctx, store.Who{Actor: low}, invs[1], e, true); sanad.CodeOf(err) == sanad.NotFound {
						hiddenSide = true
					}
				}
				if hiddenSide {
					done++
					if _, err := a.Judge(ctx, high, invs[1], Verdict{Left: q.Left, Right: q.Right, Verdict: sanad.Same, Reason: "test", Second: "other"}); err != nil && sanad.CodeOf(err) != sanad.Conflicting {
						t.Error(err)
					}
				}
			}
			if _, err := a.ReleaseBrief(ctx, high, invs[1], BriefOrder{}); err != nil && sanad.CodeOf(err) != sanad.Invalid {
				t.Error(err)
			}
			low0, err := a.Questions(ctx, store.Who{Actor: low}, invs[0], 0, 1)
			if err != nil {
				t.Error(err)
				return
			}
			if len(low0.Rows) > 0 {
				q := low0.Rows[0]
				for _, inv := range invs {
					if _, err := a.Judge(ctx, low, inv, Verdict{Left: q.Left, Right: q.Right, Verdict: sanad.Same, Reason: "test", Second: "other"}); err != nil {
						t.Error(err)
					}
				}
			}
			without, with := a.everything(t, invs[0]), a.everything(t, invs[1])
			if without != with {
				t.Errorf("pair %d: the answers differ: %s", n, firstDifference(without, with))
			}
			for _, d := range hidden {
				if _, err := a.Report(ctx, store.Who{Actor: low}, invs[1], d.ref); sanad.CodeOf(err) != sanad.NotFound {
					t.Errorf("pair %d: hidden report %s answers %v, not as if it were not there", n, d.ref, err)
				}
			}
		}()
	}
	wg.Wait()
}

func firstDifference(a, b string) string {
	la, lb := strings.Split(a, "\n"), strings.Split(b, "\n")
	section := ""
	for i := range la {
		if strings.HasPrefix(la[i], "## ") {
			section = la[i]
		}
		if i >= len(lb) || la[i] != lb[i] {
			other := ""
			if i < len(lb) {
				other = lb[i]
			}
			k := 0
			for k < len(la[i]) && k < len(other) && la[i][k] == other[k] {
				k++
			}
			k = max(0, k-200)
			return fmt.Sprintf("%s\n  without: %.400s\n  with:    %.400s", section, la[i][k:], other[min(k, len(other)):])
		}
	}
	return section + " (one is longer)"
}
