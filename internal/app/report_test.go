package app

import (
	"context"
	"sync/atomic"
	"testing"
	"time"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/store"
)

// What a person claims or corrects by hand must be something the rest can compute with.
func TestClaimsByHandAreChecked(t *testing.T) {
	a := testApp(t)
	ctx := context.Background()
	inv, _, other := twoReports(t, a, "hand", "Police arrested Yusuf Karim al-Alwani in Hit on 12 March 2016.", "Yusuf Karim al-Alwani was seen in Ramadi.", "Alwani")
	r, err := a.Report(ctx, store.Who{Actor: high}, inv, "A1")
	if err != nil {
		t.Fatal(err)
	}
	var person sanad.ID
	claims := map[string]sanad.ID{}
	for _, e := range r.Entities {
		if e.Schema == sanad.SchemaPerson {
			person = e.Found
		}
	}
	for _, c := range r.Claims {
		claims[c.Schema+"."+c.Prop] = c.ID
	}
	for _, x := range []struct {
		claim NewClaim
		ok    bool
	}{
		{NewClaim{Schema: sanad.SchemaMembership, Prop: "member", Value: string(person)}, true},
		{NewClaim{Schema: sanad.SchemaMembership, Prop: "member", Value: "Yusuf"}, false},
		{NewClaim{Schema: sanad.SchemaMembership, Prop: "member", Value: string(other)}, false}, // found in another report
		{NewClaim{Schema: sanad.SchemaPerson, Prop: "birthDate", Value: "1980~"}, true},
		{NewClaim{Schema: sanad.SchemaPerson, Prop: "birthDate", Value: "long ago"}, false},
		{NewClaim{Schema: sanad.SchemaEvent, Prop: "dead", Value: "180..200..220"}, true},
		{NewClaim{Schema: sanad.SchemaEvent, Prop: "dead", Value: "many"}, false},
		{NewClaim{Schema: sanad.SchemaPayment, Prop: "amount", Value: "12.5"}, true},
		{NewClaim{Schema: sanad.SchemaPayment, Prop: "amount", Value: "ten"}, false},
		{NewClaim{Schema: sanad.SchemaPerson, Prop: "guilt", Value: "high"}, false},
		{NewClaim{Schema: "Suspicion", Prop: "name", Value: "x"}, false},
		{NewClaim{Schema: sanad.SchemaPerson, Prop: "name", Value: "  "}, false},
	} {
		x.claim.Start, x.claim.End = 0, 6
		if _, err := a.AddClaim(ctx, high, inv, r.Report.ID, x.claim); (err == nil) != x.ok {
			t.Errorf("claim %+v: %v", x.claim, err)
		}
	}
	for _, x := range []struct {
		claim, value string
		ok           bool
	}{
		{"Detention.subject", "somebody", false},
		{"Detention.date", "2016-03-13", true},
		{"Detention.date", "the next day", false},
	} {
		id, there := claims[x.claim]
		if !there {
			t.Fatalf("no %s among %v", x.claim, claims)
		}
		if err := a.ReviewClaim(ctx, high, inv, r.Report.ID, id, sanad.Corrected, x.value, ""); (err == nil) != x.ok {
			t.Errorf("correct %s to %q: %v", x.claim, x.value, err)
		}
	}
}

func TestSplitMovesWhatStandsOnTheMention(t *testing.T) {
	var at atomic.Int64 // reviews follow one another
	a := testAppAt(t, func() time.Time {
		return time.Date(2019, 2, 1, 9, 0, 0, 0, time.UTC).Add(time.Duration(at.Add(1)) * time.Millisecond)
	})
	ctx := context.Background()
	who := store.Who{Actor: high}
	inv, one, _ := twoReports(t, a, "split", "Yusuf Karim al-Alwani was arrested in Hit. Yusuf Karim al-Alwani was killed in Ramadi.", "Yusuf Karim al-Alwani was seen in Ramadi.", "Alwani")
	read := func() ReportView {
		r, err := a.Report(ctx, who, inv, "A1")
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	r := read()
	var names []ClaimView
	for _, c := range r.Claims {
		if c.Entity == one && c.Prop == "name" {
			names = append(names, c)
		}
	}
	if len(names) != 2 {
		t.Fatalf("want two mentions of one person, got %+v", names)
	}
	if _, err := a.Judge(ctx, high, inv, Verdict{Left: one, Right: mustFound(t, a, inv, "B1"), Verdict: sanad.Different, Reason: "another"}); err != nil {
		t.Fatal(err)
	}
	d, err := a.Split(ctx, high, inv, r.Report.ID, names[1].ID)
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Judgements) != 1 {
		t.Errorf("the judgement made on both was not told: %+v", d.Judgements)
	}
	alive := func(r ReportView) (subjects map[string]sanad.ID, mentions map[sanad.ID]int) {
		subjects, mentions = map[string]sanad.ID{}, map[sanad.ID]int{}
		for _, c := range r.Claims {
			if c.Status == sanad.Rejected || c.Status == sanad.Corrected {
				continue
			}
			if c.Prop == "subject" || c.Prop == "participant" {
				subjects[c.Schema] = sanad.ID(c.Value)
			}
			if c.Schema == sanad.SchemaPerson && c.Prop == "name" {
				mentions[c.Entity]++
			}
		}
		return subjects, mentions
	}
	subjects, mentions := alive(read())
	if mentions[one] != 1 || mentions[d.Entity] != 1 {
		t.Errorf("mentions %v", mentions)
	}
	if subjects[sanad.SchemaDetention] != one || subjects[sanad.SchemaParticipation] != d.Entity {
		t.Errorf("the arrest is %s's, the killing %s's; want %s and %s", subjects[sanad.SchemaDetention], subjects[sanad.SchemaParticipation], one, d.Entity)
	}
	if _, err := a.Split(ctx, high, inv, r.Report.ID, names[0].ID); err == nil {
		t.Error("the only mention left was split off")
	}
	// Taken back: every correction, and the new one is gone.
	for _, c := range read().Claims {
		if c.Status == sanad.Corrected {
			if err := a.ReviewClaim(ctx, high, inv, r.Report.ID, c.ID, sanad.Proposed, "", ""); err != nil {
				t.Fatal(err)
			}
		}
	}
	subjects, mentions = alive(read())
	if mentions[one] != 2 || mentions[d.Entity] != 0 || subjects[sanad.SchemaParticipation] != one {
		t.Errorf("after taking it back: mentions %v, subjects %v", mentions, subjects)
	}
}

func mustFound(t *testing.T, a *App, inv sanad.ID, ref string) sanad.ID {
	t.Helper()
	r, err := a.Report(context.Background(), store.Who{Actor: high}, inv, ref)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range r.Entities {
		if e.Schema == sanad.SchemaPerson {
			return e.Found
		}
	}
	t.Fatalf("nobody in %s", ref)
	return ""
}
