package app

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/extract"
	"github.com/sanad-workbench/sanad/internal/store"
)

// older is an extractor of earlier days: what the present one finds, less and otherwise.
type older func(r sanad.Reading) sanad.Reading

var present = extract.New()

func (o older) Read(ctx context.Context, doc extract.Document) (sanad.Reading, error) {
	r, err := present.Read(ctx, doc)
	if err != nil {
		return r, err
	}
	r = o(r)
	r.Extractor = "older/1"
	for i := range r.Claims {
		r.Claims[i].ID = sanad.ClaimID(r.Claims[i])
	}
	return r, nil
}

// ticking is a clock that goes one second a look.
func ticking() func() time.Time {
	at := time.Date(2019, 2, 1, 9, 0, 0, 0, time.UTC)
	step := make(chan time.Time, 1)
	step <- at
	return func() time.Time {
		now := <-step
		step <- now.Add(time.Second)
		return now
	}
}

// withoutBirths finds no birth dates, and a nickname that is none.
func withoutBirths(r sanad.Reading) sanad.Reading {
	r.Claims = slices.DeleteFunc(r.Claims, func(c sanad.Claim) bool { return c.Prop == "birthDate" })
	for _, c := range r.Claims {
		if c.Schema == sanad.SchemaPerson && c.Prop == "name" {
			c.Prop, c.Value, c.Span = "alias", "Emir", &sanad.Span{Start: 0, End: 4}
			c.Origin = "rule:wrong"
			r.Claims = append(r.Claims, c)
			break
		}
	}
	return r
}

// joining takes every person of a report for one.
func joining(r sanad.Reading) sanad.Reading {
	first := sanad.ID("")
	same := map[sanad.ID]bool{}
	for _, e := range r.Entities {
		if e.Schema == sanad.SchemaPerson {
			if first == "" {
				first = e.ID
			}
			same[e.ID] = true
		}
	}
	for i := range r.Claims {
		c := &r.Claims[i]
		if same[c.Entity] {
			c.Entity = first
		}
		if sanad.IsEntityProp(c.Schema, c.Prop) && same[sanad.ID(c.Value)] {
			c.Value = string(first)
		}
	}
	r.Entities = slices.DeleteFunc(r.Entities, func(e sanad.Entity) bool { return same[e.ID] && e.ID != first })
	return r
}

func (a *App) plan(t *testing.T, inv sanad.ID) (RereadSummary, []RereadReport) {
	t.Helper()
	var list []RereadReport
	sum, err := a.PlanReread(context.Background(), store.Who{Actor: high}, inv, nil, nil, func(r RereadReport) error {
		list = append(list, r)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return sum, list
}

func (a *App) mustTake(t *testing.T, inv sanad.ID) sanad.Run {
	t.Helper()
	run, err := a.TakeReread(context.Background(), high, inv, nil)
	if err == nil {
		run, err = a.Wait(context.Background(), high, run.ID, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return run
}

// claimsOf returns the claims of a report that the picture may show, as "entity prop value".
func (a *App) claimsOf(t *testing.T, inv sanad.ID, ref string, asOf time.Time) []string {
	t.Helper()
	r, err := a.Report(context.Background(), store.Who{Actor: high, AsOf: asOf}, inv, ref)
	if err != nil {
		t.Fatal(err)
	}
	out := []string{}
	for _, c := range r.Claims {
		if c.Status != sanad.Rejected && c.Status != sanad.Corrected {
			out = append(out, fmt.Sprintf("%s %s %s", c.Entity, c.Prop, c.Value))
		}
	}
	slices.Sort(out)
	return out
}

func investigation(t *testing.T, a *App, name string) sanad.ID {
	t.Helper()
	i, err := a.CreateInvestigation(context.Background(), high, name, "", false)
	if err != nil {
		t.Fatal(err)
	}
	return i.ID
}

const born = "Emir Yusuf Karim al-Alwani, born in 1980, was arrested in Hit on 12 March 2015."

func TestRereadTakesWhatIsFoundNow(t *testing.T) {
	now := ticking()
	a := testAppAt(t, now)
	a.extractor = older(withoutBirths)
	inv := investigation(t, a, "again")
	a.mustAdd(t, inv, "A1", born, "")
	a.mustAdd(t, inv, "B1", "Gunmen killed Karim Hamad al-Dulaimi in Ramadi.", "")
	before := a.claimsOf(t, inv, "A1", time.Time{})
	rep, err := a.Report(context.Background(), store.Who{Actor: high}, inv, "B1")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range rep.Claims { // the wrong nickname is accepted in one report: it stays there
		if c.Prop == "alias" {
			if err := a.ReviewClaim(context.Background(), high, inv, rep.Report.ID, c.ID, sanad.Accepted, "", ""); err != nil {
				t.Fatal(err)
			}
		}
	}
	acceptedB := a.claimsOf(t, inv, "B1", time.Time{})

	if sum, _ := a.plan(t, inv); sum.Unchanged != 2 || sum.Reports != 2 {
		t.Fatalf("the same extractor: %+v", sum)
	}
	a.extractor = present
	sum, list := a.plan(t, inv)
	if sum.Reports != 2 || sum.Unchanged != 1 || sum.Gained != 1 || sum.Lost != 1 || sum.Kept != 1 || sum.Open != 0 || sum.Extractor != extract.Version {
		t.Fatalf("%+v", sum)
	}
	if len(list) != 1 || list[0].Reference != "A1" || list[0].GainedClaims[0].Value != "1980" || !strings.Contains(list[0].GainedClaims[0].Quote, "born in 1980") || list[0].LostClaims[0].Value != "Emir" {
		t.Fatalf("%+v", list)
	}
	if got := a.claimsOf(t, inv, "A1", time.Time{}); !slices.Equal(got, before) {
		t.Fatal("the plan changed something")
	}
	earlier := now()
	run := a.mustTake(t, inv)
	if run.State != sanad.Done || run.Done != 2 {
		t.Fatalf("%+v", run)
	}
	after := a.claimsOf(t, inv, "A1", time.Time{})
	if slices.Equal(after, before) || !slices.ContainsFunc(after, func(s string) bool { return strings.HasSuffix(s, "birthDate 1980") }) || slices.ContainsFunc(after, func(s string) bool { return strings.HasSuffix(s, "alias Emir") }) {
		t.Fatal(after)
	}
	if got := a.claimsOf(t, inv, "B1", time.Time{}); !slices.Equal(got, acceptedB) {
		t.Fatalf("what a person accepted changed: %v", got)
	}
	if got := a.claimsOf(t, inv, "A1", earlier); !slices.Equal(got, before) {
		t.Fatalf("as of before, %v; it was %v", got, before)
	}
	// Twice changes nothing.
	if sum, list := a.plan(t, inv); sum.Unchanged != 2 || len(list) != 0 {
		t.Fatalf("%+v, %+v", sum, list)
	}
	between := now()
	a.mustTake(t, inv)
	if got := a.claimsOf(t, inv, "A1", time.Time{}); !slices.Equal(got, after) {
		t.Fatal("taken twice, it changed twice")
	}
	// And back.
	n, err := a.UndoReread(context.Background(), high, inv, run.ID, nil)
	if err != nil || n != 1 {
		t.Fatalf("undid %d: %v", n, err)
	}
	if got := a.claimsOf(t, inv, "A1", time.Time{}); !slices.Equal(got, before) {
		t.Fatalf("undone, %v; it was %v", got, before)
	}
	if got := a.claimsOf(t, inv, "A1", between); !slices.Equal(got, after) {
		t.Fatal("undo changed what was known between")
	}
	if n, err := a.UndoReread(context.Background(), high, inv, run.ID, nil); n != 0 || err != nil {
		t.Fatalf("undone twice: %d, %v", n, err)
	}
	h, err := a.RereadHistory(context.Background(), store.Who{Actor: high}, inv)
	if err != nil || len(h.Taken) != 1 || h.Taken[0].UndoneAt == nil || h.Taken[0].Added != 1 || h.Taken[0].Out != 1 {
		t.Fatalf("%+v, %v", h, err)
	}
	if _, err := a.VerifyAudit(context.Background()); err != nil {
		t.Fatal(err)
	}
}

const two = "Police arrested Yusuf Karim al-Alwani in Hit. Hamad Saad al-Dulaimi, born in 1980, was killed in Ramadi."

func person(t *testing.T, a *App, inv sanad.ID, ref, name string) sanad.ID {
	t.Helper()
	r, err := a.Report(context.Background(), store.Who{Actor: high}, inv, ref)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range r.Claims {
		if c.Prop == "name" && c.Schema == sanad.SchemaPerson && strings.Contains(c.Value, name) {
			return c.Entity
		}
	}
	t.Fatalf("nobody called %s in %s", name, ref)
	return ""
}

func TestRereadSplitIsAPersonsDecision(t *testing.T) {
	ctx := context.Background()
	a := testAppAt(t, ticking())
	a.extractor = older(joining)
	inv := investigation(t, a, "split")
	a.mustAdd(t, inv, "A1", two, "")
	a.mustAdd(t, inv, "B1", "Yusuf Karim al-Alwani was seen in Ramadi.", "")
	l, r := person(t, a, inv, "A1", "Alwani"), person(t, a, inv, "B1", "Alwani")
	if person(t, a, inv, "A1", "Dulaimi") != l {
		t.Fatal("the older extractor tells the two apart")
	}
	if _, err := a.Judge(ctx, high, inv, Verdict{Left: l, Right: r, Verdict: sanad.Different, Reason: "another man"}); err != nil {
		t.Fatal(err)
	}
	before := a.claimsOf(t, inv, "A1", time.Time{})
	a.extractor = present
	sum, list := a.plan(t, inv)
	if sum.Open != 1 || sum.Touched != 1 || len(list) != 1 || list[0].Conflicts[0].Kind != "split" || len(list[0].Conflicts[0].New) != 2 {
		t.Fatalf("%+v %+v", sum, list)
	}
	c := list[0].Conflicts[0]
	if !c.Old[0].Judged || c.Blocked || len(c.Gained) == 0 || c.Gained[0].Quote == "" || !c.New[0].Keeps || c.New[1].Keeps {
		t.Fatalf("%+v", c)
	}
	for _, g := range c.Gained {
		if g.Prop == "birthDate" && g.EntityName != "Hamad Saad al-Dulaimi" {
			t.Fatalf("the second man's birth is told of %s", g.EntityName)
		}
	}
	// Nobody decided: the old reading of the two stands.
	a.mustTake(t, inv)
	if got := a.claimsOf(t, inv, "A1", time.Time{}); !slices.Equal(got, before) {
		t.Fatalf("%v, was %v", got, before)
	}
	what := Contested{Report: "A1", Conflict: c.ID}
	if _, err := a.DecideReread(ctx, high, inv, what, sanad.NewReading, " "); sanad.CodeOf(err) != sanad.Invalid {
		t.Fatalf("decided without a reason: %v", err)
	}
	if _, err := a.DecideReread(ctx, high, inv, Contested{"A1", "knone"}, sanad.NewReading, "two men"); sanad.CodeOf(err) != sanad.NotFound {
		t.Fatalf("decided what is not asked: %v", err)
	}
	if _, err := a.DecideReread(ctx, high, inv, what, sanad.OldReading, "one man"); err != nil {
		t.Fatal(err)
	}
	if sum, _ := a.plan(t, inv); sum.Open != 0 || sum.Decided != 1 {
		t.Fatalf("%+v", sum)
	}
	choice, err := a.DecideReread(ctx, high, inv, what, sanad.NewReading, "two men: the second was born in 1980")
	if err != nil {
		t.Fatal(err)
	}
	a.mustTake(t, inv)
	if person(t, a, inv, "A1", "Alwani") != l {
		t.Fatal("the one who was judged has another id")
	}
	other := person(t, a, inv, "A1", "Dulaimi")
	if other == l {
		t.Fatal("the two are still one")
	}
	if _, err := a.Person(ctx, store.Who{Actor: high}, inv, other, true); err != nil {
		t.Fatal(err)
	}
	if p, err := a.Person(ctx, store.Who{Actor: high}, inv, l, true); err != nil || len(p.Members) != 1 {
		t.Fatalf("%+v, %v", p, err)
	}
	h, err := a.RereadHistory(ctx, store.Who{Actor: high}, inv)
	if err != nil || len(h.Choices) != 2 || !h.Choices[0].Taken || h.Choices[1].WithdrawnAt == nil {
		t.Fatalf("%+v, %v", h, err)
	}
	if sum, list := a.plan(t, inv); sum.Unchanged != 2 || len(list) != 0 {
		t.Fatalf("%+v %+v", sum, list)
	}
	// Taking the decision back takes the split back, and the question is there again.
	if err := a.WithdrawReread(ctx, high, inv, "A1", choice.ID); err != nil {
		t.Fatal(err)
	}
	if got := a.claimsOf(t, inv, "A1", time.Time{}); !slices.Equal(got, before) {
		t.Fatalf("%v, was %v", got, before)
	}
	if sum, _ := a.plan(t, inv); sum.Open != 1 {
		t.Fatalf("%+v", sum)
	}
}

func TestRereadJoinOfTwoJudgedIsRefused(t *testing.T) {
	ctx := context.Background()
	a := testAppAt(t, ticking())
	inv := investigation(t, a, "join")
	a.mustAdd(t, inv, "A1", two, "")
	a.mustAdd(t, inv, "B1", "Yusuf Karim al-Alwani was seen in Ramadi.", "")
	a.mustAdd(t, inv, "C1", "Hamad Saad al-Dulaimi was seen in Ramadi.", "")
	l, r := person(t, a, inv, "A1", "Alwani"), person(t, a, inv, "A1", "Dulaimi")
	for _, p := range [][2]sanad.ID{{l, person(t, a, inv, "B1", "Alwani")}, {r, person(t, a, inv, "C1", "Dulaimi")}} {
		if _, err := a.Judge(ctx, high, inv, Verdict{Left: p[0], Right: p[1], Verdict: sanad.Different, Reason: "another man"}); err != nil {
			t.Fatal(err)
		}
	}
	a.extractor = older(joining)
	_, list := a.plan(t, inv)
	c := list[0].Conflicts[0]
	if c.Kind != "join" || !c.Blocked {
		t.Fatalf("%+v", c)
	}
	what := Contested{"A1", c.ID}
	if _, err := a.DecideReread(ctx, high, inv, what, sanad.NewReading, "one man"); sanad.CodeOf(err) != sanad.Conflicting {
		t.Fatalf("a join that loses a judgement: %v", err)
	}
	if _, err := a.Undo(ctx, high, inv, ""); err != nil {
		t.Fatal(err)
	}
	if _, err := a.DecideReread(ctx, high, inv, what, sanad.NewReading, "one man"); err != nil {
		t.Fatal(err)
	}
	a.mustTake(t, inv)
	if person(t, a, inv, "A1", "Dulaimi") != l {
		t.Fatal("the join did not keep the one who was judged")
	}
	if sum, _ := a.plan(t, inv); sum.Open != 0 || sum.Gained+sum.Lost != 0 {
		t.Fatalf("%+v", sum)
	}
}

func TestRereadKeepsAPersonsClaimThatWasAsideBefore(t *testing.T) {
	ctx := context.Background()
	a := testAppAt(t, ticking())
	a.extractor = older(withoutBirths)
	inv := investigation(t, a, "own")
	a.mustAdd(t, inv, "A1", born, "")
	a.extractor = present
	a.mustTake(t, inv)
	who := person(t, a, inv, "A1", "Alwani")
	rep, err := a.Report(ctx, store.Who{Actor: high}, inv, "A1")
	if err != nil {
		t.Fatal(err)
	}
	// The nickname no longer found is what a person now says: it is his claim, and stands.
	if _, err := a.AddClaim(ctx, high, inv, rep.Report.ID, NewClaim{Start: 0, End: 4, Entity: who, Prop: "alias", Value: "Emir"}); err != nil {
		t.Fatal(err)
	}
	if got := a.claimsOf(t, inv, "A1", time.Time{}); !slices.Contains(got, fmt.Sprintf("%s alias Emir", who)) {
		t.Fatal(got)
	}
	if sum, _ := a.plan(t, inv); sum.Lost != 0 {
		t.Fatalf("%+v", sum)
	}
}

// A process that ends in the middle goes on where it was.
func TestRereadGoesOnAfterAnInterruption(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	o := store.Options{Now: ticking(), Secret: func() string { return "one key" }}
	a, err := open(ctx, dir, o)
	if err != nil {
		t.Fatal(err)
	}
	a.extractor = older(withoutBirths)
	inv := investigation(t, a, "killed")
	var rows strings.Builder
	const reports = 3*batchSize + 7
	for i := range reports {
		fmt.Fprintf(&rows, "{\"text\": %q}\n", fmt.Sprintf("%s Case %d.", born, i))
	}
	run, err := a.AddUploads(ctx, high, inv, []Upload{{Name: "many.jsonl", Data: []byte(rows.String())}}, Given{Source: sanad.Source{Code: "Agency A", Kind: sanad.Agency}})
	if err == nil {
		run, err = a.Wait(ctx, high, run.ID, nil)
	}
	if err != nil || run.Total != reports {
		t.Fatalf("%+v, %v", run, err)
	}
	began := make(chan struct{}, reports)
	a.extractor = slow{began}
	if run, err = a.TakeReread(ctx, high, inv, nil); err != nil {
		t.Fatal(err)
	}
	<-began // a batch is under way
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	if a, err = open(ctx, dir, o); err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	if run, err = a.Wait(ctx, high, run.ID, nil); err != nil || run.State != sanad.Done || run.Done != reports {
		t.Fatalf("%+v, %v", run, err)
	}
	if sum, _ := a.plan(t, inv); sum.Unchanged != reports || sum.Reports != reports {
		t.Fatalf("%+v", sum)
	}
	h, err := a.RereadHistory(ctx, store.Who{Actor: high}, inv)
	if err != nil || len(h.Taken) != 1 || h.Taken[0].Reports != reports || h.Taken[0].Added != reports || h.Taken[0].Out != reports {
		t.Fatalf("%+v, %v", h, err)
	}
}

// slow says that it began and works until it is stopped.
type slow struct{ began chan struct{} }

func (s slow) Read(ctx context.Context, doc extract.Document) (sanad.Reading, error) {
	s.began <- struct{}{}
	<-ctx.Done()
	return sanad.Reading{}, ctx.Err()
}

// Who may not see a report learns nothing from reading again.
func TestRereadOfAnother(t *testing.T) {
	ctx := context.Background()
	a := testAppAt(t, ticking())
	a.extractor = older(withoutBirths)
	inv := investigation(t, a, "labels")
	a.mustAdd(t, inv, "A1", born, "")
	a.mustAdd(t, inv, "B1", born, "secret")
	a.extractor = present
	var got []RereadReport
	sum, err := a.PlanReread(ctx, store.Who{Actor: low}, inv, nil, nil, func(r RereadReport) error {
		got = append(got, r)
		return nil
	})
	if err != nil || sum.Reports != 1 || len(got) != 1 || got[0].Reference != "A1" {
		t.Fatalf("%+v, %+v, %v", sum, got, err)
	}
	if _, err := a.PlanReread(ctx, store.Who{Actor: low}, inv, []string{"B1"}, nil, nil); sanad.CodeOf(err) != sanad.NotFound {
		t.Fatalf("a hidden report: %v", err)
	}
	run, err := a.TakeReread(ctx, low, inv, nil)
	if err == nil {
		run, err = a.Wait(ctx, low, run.ID, nil)
	}
	if err != nil || run.Total != 1 {
		t.Fatalf("%+v, %v", run, err)
	}
	if sum, _ := a.plan(t, inv); sum.Unchanged != 1 || sum.Reports != 2 {
		t.Fatalf("what was hidden was taken: %+v", sum)
	}
	h, err := a.RereadHistory(ctx, store.Who{Actor: low}, inv)
	if err != nil || len(h.Taken) != 1 {
		t.Fatalf("%+v, %v", h, err)
	}
	var b bytes.Buffer
	if err := json.NewEncoder(&b).Encode(h); err != nil || strings.Contains(b.String(), "B1") {
		t.Fatal(b.String(), err)
	}
}

func TestRereadPlanOfAServer(t *testing.T) {
	ctx := context.Background()
	a := testAppAt(t, ticking())
	a.extractor = older(joining)
	inv := investigation(t, a, "plan")
	a.mustAdd(t, inv, "A1", two, "")
	a.mustAdd(t, inv, "B1", born, "")
	at := func() RereadPlan {
		t.Helper()
		p, err := a.RereadPlan(ctx, high, inv, false, 0, 10)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	wait := func(want PlanState) RereadPlan {
		t.Helper()
		for end := time.Now().Add(15 * time.Second); ; time.Sleep(5 * time.Millisecond) {
			if p := at(); p.State == want {
				return p
			} else if time.Now().After(end) {
				t.Fatalf("the plan is %+v, want it %s", p, want)
			}
		}
	}
	if p := at(); p.State != PlanNone {
		t.Fatalf("%+v", p)
	}
	began := make(chan struct{}, 2)
	a.extractor = slow{began}
	if _, err := a.StartReread(ctx, high, inv); err != nil {
		t.Fatal(err)
	}
	<-began
	a.CancelRereadPlan(high, inv)
	wait(PlanCancelled)

	a.extractor = present
	if _, err := a.StartReread(ctx, high, inv); err != nil {
		t.Fatal(err)
	}
	p := wait(PlanReady)
	if p.Found != 1 || p.Rows[0].Reference != "A1" || p.Rows[0].Open != 1 || p.Summary.Open != 1 || p.Summary.Reports != 2 || p.Stale {
		t.Fatalf("%+v", p)
	}
	if p, err := a.RereadPlan(ctx, low, inv, false, 0, 10); err != nil || p.State != PlanNone {
		t.Fatalf("somebody else's plan: %+v, %v", p, err)
	}
	r, err := a.RereadReport(ctx, store.Who{Actor: high}, inv, "A1")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.DecideReread(ctx, high, inv, Contested{"A1", r.Conflicts[0].ID}, sanad.NewReading, "two men"); err != nil {
		t.Fatal(err)
	}
	if _, err := a.RereadReport(ctx, store.Who{Actor: high}, inv, "A1"); err != nil {
		t.Fatal(err)
	}
	if p := at(); p.Summary.Open != 0 || p.Summary.Decided != 1 || p.Rows[0].Decided != 1 {
		t.Fatalf("a decision does not show: %+v", p)
	}
	if p, err := a.RereadPlan(ctx, high, inv, true, 0, 10); err != nil || p.Found != 0 {
		t.Fatalf("nothing waits, yet %+v, %v", p, err)
	}
	a.mustTake(t, inv)
	if p := at(); p.State != PlanNone {
		t.Fatalf("a plan outlives its taking: %+v", p)
	}
}
