package sanad

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestShortenKeepsWhatSpeaksAgainst(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 30).Draw(t, "cites")
		var s Support
		against := 0
		lines := map[string]bool{}
		for i := range n {
			c := &Cite{Claim: ID(fmt.Sprint(i)), Polarity: rapid.SampledFrom([]Polarity{Affirmed, Affirmed, Affirmed, Denied, Uncertain}).Draw(t, "polarity"), Line: rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "line")}
			if c.Polarity != Affirmed {
				against++
			} else {
				lines[c.Line] = true
			}
			s.Cites = append(s.Cites, c)
		}
		most := rapid.IntRange(0, 12).Draw(t, "most")
		s.Shorten(most)
		if len(s.Cites)+s.More != n {
			t.Fatalf("%d kept, %d counted, of %d", len(s.Cites), s.More, n)
		}
		if len(s.Cites) > max(most, against) {
			t.Fatalf("%d kept, at most %d wanted, %d against", len(s.Cites), most, against)
		}
		kept, keptLines := 0, map[string]bool{}
		for _, c := range s.Cites {
			if c.Polarity != Affirmed {
				kept++
			} else {
				keptLines[c.Line] = true
			}
		}
		if kept != against {
			t.Fatalf("%d of %d denials and doubts kept", kept, against)
		}
		if most-against >= len(lines) && len(keptLines) != len(lines) {
			t.Fatalf("%d of %d independent lines kept though there was room", len(keptLines), len(lines))
		}
	})
}

func TestWeighCountsReportsOnce(t *testing.T) {
	record := func(report ID, p Polarity) Found {
		return Found{Report: report, Claims: []Claim{{Polarity: p}}}
	}
	s := Weigh([]Found{record("1", Affirmed), record("1", Affirmed), record("2", Affirmed), record("3", Denied), record("3", Denied), record("4", Uncertain)}, func(reports []ID) (int, int) {
		seen := map[ID]bool{}
		for _, r := range reports {
			seen[r] = true
		}
		return len(seen), min(1, len(seen))
	})
	if s.Reports != 2 || s.Lines != 1 || s.Denied != 1 || s.Uncertain != 1 {
		t.Errorf("got %+v", s)
	}
}

func TestClaimPrefersWhatIsAffirmed(t *testing.T) {
	f := Found{Claims: []Claim{{Prop: "dead", Value: "12", Polarity: Denied}, {Prop: "dead", Value: "9", Polarity: Uncertain}, {Prop: "dead", Value: "8", Polarity: Affirmed}}}
	if v := f.Value("dead"); v != "8" {
		t.Errorf("not twelve, perhaps nine, eight died: got %s", v)
	}
	if v := (Found{Claims: f.Claims[:2]}).Value("dead"); v != "9" {
		t.Errorf("not twelve, perhaps nine died: got %s", v)
	}
	if v := (Found{Claims: f.Claims[:1]}).Value("dead"); v != "12" {
		t.Errorf("a denial alone: got %s", v)
	}
}

func TestWhatIsOnlyInferredIsCounted(t *testing.T) {
	record := func(report ID, p Polarity, inferred bool) Found {
		return Found{Report: report, Claims: []Claim{{Polarity: p}}, Inferred: inferred}
	}
	lines := func(reports []ID) (int, int) {
		seen := map[ID]bool{}
		for _, r := range reports {
			seen[r] = true
		}
		return len(seen), len(seen)
	}
	for _, c := range []struct {
		name              string
		records           []Found
		inferred, against int
		only, all         bool
	}{
		{"read", []Found{record("1", Affirmed, false)}, 0, 0, false, false},
		{"inferred", []Found{record("1", Affirmed, true), record("1", Affirmed, true)}, 1, 0, true, true},
		{"one report infers what it says as well", []Found{record("1", Affirmed, true), record("1", Affirmed, false)}, 0, 0, false, false},
		{"one of two", []Found{record("1", Affirmed, true), record("2", Affirmed, false)}, 1, 0, false, false},
		{"denied in words", []Found{record("1", Affirmed, true), record("2", Denied, false)}, 1, 0, true, false},
		{"denial inferred", []Found{record("1", Affirmed, false), record("2", Denied, true), record("3", Uncertain, true)}, 0, 2, false, false},
		{"all of it", []Found{record("1", Affirmed, true), record("2", Denied, true)}, 1, 1, true, true},
		{"only denied", []Found{record("2", Denied, true)}, 0, 1, false, true},
		{"nothing", nil, 0, 0, false, false},
	} {
		s := Weigh(c.records, lines)
		if s.Inferred != c.inferred || s.InferredAgainst != c.against || s.OnlyInferred() != c.only || s.AllInferred() != c.all {
			t.Errorf("%s: %+v, only %v, all %v", c.name, s, s.OnlyInferred(), s.AllInferred())
		}
	}
}

func TestWhatIsReadShowsBeforeWhatIsInferred(t *testing.T) {
	guess := func(line string) *Cite {
		return &Cite{Line: line, Polarity: Affirmed, Origin: "model:parts", Status: "proposed"}
	}
	read := &Cite{Line: "c", Polarity: Affirmed, Origin: "rule:x", Status: "proposed"}
	s := Support{Cites: []*Cite{guess("a"), guess("b"), read}}
	s.Shorten(1)
	if len(s.Cites) != 1 || s.Cites[0] != read || s.More != 2 {
		t.Errorf("kept %+v", s)
	}
}

func TestInferredBy(t *testing.T) {
	for _, c := range []struct {
		origin string
		status ReviewStatus
		want   bool
	}{{"model:parts", Proposed, true}, {"model:parts", "", true}, {"model:parts", Accepted, false}, {"model:parts", Rejected, false}, {"model:names", Proposed, false}, {"rule:x", Proposed, false}, {"user:ana", Accepted, false}} {
		if got := OnlyInferred(c.origin, c.status); got != c.want {
			t.Errorf("%s %s: %v", c.origin, c.status, got)
		}
	}
	claims := func(schema string, props ...string) (f Found) { // those that end in ! were accepted
		for _, p := range props {
			prop, accepted := strings.CutSuffix(p, "!")
			c := Claim{Schema: schema, Prop: prop, Origin: "model:x"}
			if accepted {
				c.Origin = "user:ana"
			}
			f.Claims = append(f.Claims, c)
		}
		return f
	}
	for _, c := range []struct {
		f    Found
		want bool
	}{
		{claims(SchemaParticipation, "participant", "event", "role"), true},
		{claims(SchemaParticipation, "participant!", "event!", "role"), true},
		{claims(SchemaParticipation, "participant", "event", "role!"), false},
		{claims(SchemaDetention, "subject", "date"), true},
		{claims(SchemaDetention, "subject!", "date"), false}, // that he was arrested is all it says
		{claims(SchemaEvent, "subtype", "date!", "place!"), true},
		{claims(SchemaPayment, "payer", "beneficiary", "amount!", "currency"), false},
		{claims(SchemaPayment), false},
	} {
		got := c.f.InferredBy(func(x Claim) bool { return OnlyInferred(x.Origin, Proposed) })
		if got != c.want {
			t.Errorf("%+v: %v", c.f, got)
		}
	}
}
