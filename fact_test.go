package sanad

import (
	"fmt"
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
