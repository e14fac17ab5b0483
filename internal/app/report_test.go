package app

import (
	"context"
	"testing"

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
