package main

import (
	"slices"
	"strconv"
	"testing"

	"github.com/sanad-workbench/sanad/internal/extract"
	"github.com/sanad-workbench/sanad/internal/extract/relation"
)

// TestCoverage holds that a relation counts as asked about only when the pair is of that very person, role, step or amount.
func TestCoverage(t *testing.T) {
	const folder = "../../../../test/gold/dev2"
	none, err := coverage(folder, nil)
	if err != nil {
		t.Fatal(err)
	}
	g, err := annotations(folder)
	if err != nil {
		t.Fatal(err)
	}
	p := g.payments[slices.IndexFunc(g.payments, func(p payment) bool { return p.Amount == float64(int(p.Amount)) && len(p.Reports) == 1 })]
	side := func(who, value string) example {
		return example{Example: extract.Example{Relation: "payments", Value: value}, report: p.Reports[0], who: who, label: relation.None}
	}
	amount := strconv.FormatFloat(p.Amount, 'f', -1, 64)
	for name, c := range map[string]struct {
		list              []example
		amounts, payments int
	}{
		"both sides":       {[]example{side(p.Payer, amount), side(p.Beneficiary, amount)}, 1, 1},
		"one side":         {[]example{side(p.Payer, amount)}, 1, 0},
		"another amount":   {[]example{side(p.Payer, "1"), side(p.Beneficiary, "1")}, 0, 0},
		"somebody unknown": {[]example{side("", amount)}, 1, 0},
	} {
		got, err := coverage(folder, c.list)
		if err != nil {
			t.Fatal(err)
		}
		of := map[string]int{}
		for i, x := range got {
			of[x.name] = x.pair
			if x.all != none[i].all || none[i].pair != 0 {
				t.Errorf("%s: %s, without pairs %s", name, x, none[i])
			}
		}
		if of["amounts"] != c.amounts || of["payments"] != c.payments {
			t.Errorf("%s: %v", name, of)
		}
	}
	if c := (&covered{name: "roles", all: 5, pair: 2, missed: map[string]int{"emir": 1, "driver": 2}}); c.String() != "roles              2 of 5 driver:2 emir:1" {
		t.Errorf("%q", c)
	}
}
