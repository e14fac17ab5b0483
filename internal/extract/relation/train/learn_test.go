package main

import (
	"bytes"
	"testing"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/extract"
	"github.com/sanad-workbench/sanad/internal/extract/relation"
)

func examples() []example {
	var out []example
	for i := range 40 {
		x := example{Example: extract.Example{Features: []uint32{1, uint32(100 + i%4)}}, label: relation.None}
		switch i % 4 {
		case 0:
			x.Features, x.label = append(x.Features, 2), "accused"
		case 1:
			x.Features, x.label = append(x.Features, 3), "victim"
		}
		out = append(out, x)
	}
	return out
}

func TestLearn(t *testing.T) {
	m, err := learn(examples(), 1)
	if err != nil {
		t.Fatal(err)
	}
	if got := score(m, examples()); got.right != got.want || got.got != got.want || got.want != 20 {
		t.Errorf("learnt what it was shown: %s", got)
	}
	again, err := learn(examples(), 1)
	if err != nil {
		t.Fatal(err)
	}
	var a, b bytes.Buffer
	if m.Write(&a) != nil || again.Write(&b) != nil || !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("learnt again, another model")
	}
}

// TestLabelOf holds which answer the annotations give.
func TestLabelOf(t *testing.T) {
	g := &gold{
		mentions:  []span{{Report: "R", Person: "P1", Start: 0, End: 10}, {Report: "R", Person: "P2", Start: 20, End: 30}, {Report: "R", Person: "P3", Start: 60, End: 70}},
		told:      []span{{Report: "R", Incident: "I1", Start: 12, End: 18}},
		incidents: []incident{{ID: "I1", Type: "killing", Reports: []string{"R"}}, {ID: "I2", Type: "bombing", Reports: []string{"R"}}},
		outcomes:  []outcome{{"P1", "sentence", "15 years", []string{"R"}}},
		payments:  []payment{{"P1", "P2", 500, []string{"R"}}},
		memberships: []membership{
			{"P1", "deputy_emir", inReports{Reports: []string{"R"}}},
			{"P2", "financier", inReports{DeniedIn: []string{"R"}}},
		},
	}
	g.incidents[0].Participants = append(g.incidents[0].Participants,
		struct {
			Person, Role string
			inReports
		}{"P1", "perpetrator", inReports{Reports: []string{"R"}}},
		struct {
			Person, Role string
			inReports
		}{"P2", "suspect", inReports{DeniedIn: []string{"R"}}})
	who := map[string]sanad.Span{"P1": {Start: 0, End: 10}, "P2": {Start: 21, End: 30}, "P3": {Start: 60, End: 70}}
	for _, c := range []struct {
		relation, who, kind, value string
		words                      sanad.Span
		want                       string
	}{
		{"parts", "P1", "massacre", "", sanad.Span{Start: 13, End: 15}, "accused"},
		{"parts", "P2", "killing", "", sanad.Span{Start: 13, End: 15}, "denied"},
		{"parts", "P3", "killing", "", sanad.Span{Start: 13, End: 15}, relation.None},
		{"parts", "P1", "bombing", "", sanad.Span{Start: 40, End: 45}, relation.None},
		{"roles", "P1", "deputy", "", sanad.Span{}, "affirmed"},
		{"roles", "P1", "emir", "", sanad.Span{}, relation.None},
		{"roles", "P2", "collector", "", sanad.Span{}, "denied"},
		{"steps", "P1", "sentence", "15 years", sanad.Span{}, "affirmed"},
		{"steps", "P1", "sentence", "5 years", sanad.Span{}, relation.None},
		{"payments", "P1", "USD", "500", sanad.Span{}, "payer"},
		{"payments", "P2", "USD", "500", sanad.Span{}, "beneficiary"},
		{"payments", "P2", "USD", "600", sanad.Span{}, relation.None},
	} {
		x := extract.Example{Relation: c.relation, Who: []sanad.Span{who[c.who]}, Words: []sanad.Span{c.words}, Kind: c.kind, Value: c.value}
		if got, ok := g.labelOf(x, "R", g.whoIs(x, "R")); !ok || got != c.want {
			t.Errorf("%s %s %s %s: %q, want %q", c.relation, c.who, c.kind, c.value, got, c.want)
		}
	}
}
