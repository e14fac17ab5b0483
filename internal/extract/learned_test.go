package extract

import (
	"context"
	"slices"
	"strings"
	"testing"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/extract/relation"
)

// byRules returns the reader that asks no model of relation: what tests of the rules read with.
func byRules() Extractor { return &reader{lex: lex(), rules: rulebook()} }

// always returns a model that is sure of one answer whatever it is asked.
func always(answer string) *relation.Model {
	return relation.New([]string{answer, relation.None}, []float64{9, 0}, nil)
}

// never returns a model that sees nothing.
func never() *relation.Model { return relation.New([]string{relation.None}, []float64{0}, nil) }

// inOrder returns a model that takes the first of two in the sentence for who paid and the second for who got it.
func inOrder() *relation.Model {
	var first, second features
	first.add("order", "0", "1")
	second.add("order", "1", "1")
	return relation.New([]string{"beneficiary", relation.None, "payer"}, []float64{0, 0, 0}, map[uint32][]float64{first.hashes[0]: {0, 0, 9}, second.hashes[0]: {9, 0, 0}})
}

func readWith(t *testing.T, m models, s string) sanad.Reading {
	t.Helper()
	x := &reader{lex: lex(), rules: rulebook(), models: m}
	r, err := x.Read(context.Background(), Document{Report: "r1", Text: s, Dated: "2018-05-01"})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// partsOf returns "name role polarity origin" of each participation.
func partsOf(r sanad.Reading) []string {
	name, who, role := map[string]string{}, map[sanad.ID]string{}, map[sanad.ID]string{}
	for _, c := range r.Claims {
		if c.Schema == sanad.SchemaPerson && c.Prop == "name" && name[string(c.Entity)] == "" {
			name[string(c.Entity)] = c.Value
		}
	}
	var out []string
	for _, c := range r.Claims {
		if c.Schema != sanad.SchemaParticipation {
			continue
		}
		switch c.Prop {
		case "participant":
			who[c.Entity] = name[c.Value]
		case "role":
			role[c.Entity] = c.Value
			origin, _, _ := strings.Cut(c.Origin, ":")
			out = append(out, who[c.Entity]+" "+c.Value+" "+string(c.Polarity)+" "+origin)
		}
	}
	slices.Sort(out)
	return out
}

// TestModelAccuses holds what a model that would accuse everybody can do: it calls people suspects, where no rule has given them a part in
// the incident, and never who acts or speaks for an office.
func TestModelAccuses(t *testing.T) {
	m := models{parts: always("accused"), roles: never(), steps: never(), payments: never()}
	for _, c := range []struct{ text, want string }{
		{"Omar Salih Hamad killed Zayd Amin Khalil in Hit on 4 May 2016. Judge Basim Karim Nuri read out the papers. Yasir Hamid Jabr stood by the door.",
			"Omar Salih Hamad perpetrator affirmed rule; Yasir Hamid Jabr suspect affirmed model; Zayd Amin Khalil victim affirmed rule"},
		{"قتل عمر صالح حمد المواطن زيد أمين خليل في هيت. وكان المحامي باسم كريم نوري حاضراً. ووقف ياسر حميد جبر عند الباب.",
			"زيد أمين خليل victim affirmed rule; عمر صالح حمد perpetrator affirmed rule; ياسر حميد جبر suspect affirmed model"},
	} {
		if got := strings.Join(partsOf(readWith(t, m, c.text)), "; "); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestModelSilent holds that without an answer of a model a text reads as by the rules, and that no hint makes an incident by itself.
func TestModelSilent(t *testing.T) {
	m := models{parts: never(), roles: never(), steps: never(), payments: never()}
	r := readWith(t, m, "The checkpoint came under fire at noon. Omar Salih Hamad was on leave.")
	for _, c := range r.Claims {
		if strings.HasPrefix(c.Origin, "model:") && c.Origin != originModel {
			t.Errorf("claimed by %s: %s %s", c.Origin, c.Prop, c.Value)
		}
		if c.Schema == sanad.SchemaEvent {
			t.Errorf("a hint alone made an incident: %s %s", c.Prop, c.Value)
		}
	}
}

// TestHintTakesAPart holds that a hint becomes an incident when a model sees somebody's part in what it tells, with the words as its source.
func TestHintTakesAPart(t *testing.T) {
	m := models{parts: always("victim"), roles: never(), steps: never(), payments: never()}
	r := readWith(t, m, "The checkpoint came under fire at noon. Omar Salih Hamad was there.")
	if got := partsOf(r); !slices.Equal(got, []string{"Omar Salih Hamad victim affirmed model"}) {
		t.Errorf("parts %q", got)
	}
	quote := ""
	for _, c := range r.Claims {
		if c.Schema == sanad.SchemaEvent && c.Prop == "subtype" {
			quote = c.Value + ": " + "The checkpoint came under fire at noon. Omar Salih Hamad was there."[c.Span.Start:c.Span.End]
		}
	}
	if quote != "attack: under fire" {
		t.Errorf("the incident is %q", quote)
	}
}

// TestModelsAreGrounded holds for every model that its claims stand in the text, each in a statement, of entities that are there.
func TestModelsAreGrounded(t *testing.T) {
	m := models{parts: always("accused"), roles: always("affirmed"), steps: always("affirmed"), payments: inOrder()}
	for _, s := range []string{
		"Omar Salih Hamad spoke of Zayd Amin Khalil, the driver. Zayd and Yasir Hamid Jabr spoke of an arrest, of five years and of 5,000 dollars at the killing in Hit.",
		"تحدث عمر صالح حمد عن زيد أمين خليل والسائق. ودار كلام زيد أمين وياسر حميد جبر عن اعتقال وعن السجن خمس سنوات وعن ٥٠٠٠ دولار وعن القتل في هيت.",
	} {
		r := readWith(t, m, s)
		statements, entities, by := map[sanad.ID]bool{}, map[sanad.ID]bool{}, map[string]int{}
		for _, q := range r.Statements {
			if statements[q.ID] {
				t.Errorf("statement %s twice", q.ID)
			}
			statements[q.ID] = true
		}
		for _, e := range r.Entities {
			entities[e.ID] = true
		}
		n := len([]rune(s))
		for _, c := range r.Claims {
			by[c.Origin]++
			if c.Span == nil || c.Span.Start < 0 || c.Span.End > n || c.Span.Start >= c.Span.End {
				t.Errorf("%s %s: span %v", c.Origin, c.Prop, c.Span)
			}
			if !statements[c.Statement] || !entities[c.Entity] {
				t.Errorf("%s %s: statement or entity is missing", c.Origin, c.Prop)
			}
			switch c.Prop {
			case "participant", "event", "member", "subject", "payer", "beneficiary":
				if !entities[sanad.ID(c.Value)] {
					t.Errorf("%s %s: of %s, which is no entity", c.Origin, c.Prop, c.Value)
				}
			}
		}
		for _, origin := range []string{originParts, originRoles, originSteps, originPayments} {
			if by[origin] == 0 {
				t.Errorf("nothing by %s in %q", origin, s)
			}
		}
	}
}

func TestStemmed(t *testing.T) {
	for _, c := range [][]string{{"fire", "fired", "firing", "fires"}, {"kidnap", "kidnapped", "kidnapping"}, {"kill", "killed", "kills"}, {"اطلق", "واطلقوا", "فاطلق"}, {"مسلحون", "المسلحين", "ومسلحين"}} {
		for _, w := range c[1:] {
			if stemmed(w) != stemmed(c[0]) {
				t.Errorf("%s: %s, but %s: %s", c[0], stemmed(c[0]), w, stemmed(w))
			}
		}
	}
}
