package places

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/sanad-workbench/sanad/internal/text"
)

func TestEveryLineOfTheGazetteerIsRead(t *testing.T) {
	lines := strings.Count(data, "\n")
	if got := len(All()); got != lines {
		t.Fatalf("%d places of %d lines", got, lines)
	}
	seen := map[string]bool{}
	for _, p := range All() {
		if seen[p.ID] {
			t.Errorf("id %s twice", p.ID)
		}
		seen[p.ID] = true
		if p.NameEN == "" || p.Lat < -90 || p.Lat > 90 || p.Lon < -180 || p.Lon > 180 {
			t.Errorf("bad place %+v", p)
		}
		if p.Country == "IQ" && p.Kind != Country && !strings.HasPrefix(p.Governorate, "IQ-") {
			t.Errorf("%s %s has no governorate", p.ID, p.NameEN)
		}
	}
}

func TestGovernorates(t *testing.T) {
	gs := Governorates()
	if len(gs) != 19 {
		t.Fatalf("%d governorates, want 19", len(gs))
	}
	for _, g := range gs {
		if g.NameAR == "" || g.ID != g.Governorate {
			t.Errorf("bad governorate %+v", g)
		}
	}
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ in, id string }{
		{"Hit", "g95788"}, {"Heet", "g95788"}, {"Hīt", "g95788"}, {"هيت", "g95788"},
		{"Ramadi", "g98717"}, {"ar-Ramadi", "g98717"}, {"الرمادى", "g98717"}, {"رمادي", "g98717"},
		{"Fallujah", "g99454"}, {"al-Falluja", "g99454"}, {"الفلوجه", "g99454"},
		{"Haditha", "g96309"}, {"Haditheh", "g96309"}, {"حديثة", "g96309"},
		{"Anbar", "IQ-AN"}, {"al-Anbar", "IQ-AN"}, {"الأنبار", "IQ-AN"},
		{"Baghdad", "g98182"}, {"بغداد", "g98182"}, {"Mosul", "g99072"}, {"الموصل", "g99072"},
		{"Iraq", "IQ"}, {"العراق", "IQ"}, {"Syria", "SY"}, {"سورية", "SY"}, {"Turkey", "TR"}, {"Istanbul", "g745044"},
		{"Kubaisa", "x2"}, {"كبيسة", "x2"}, {"خان البغدادي", "x1"}, {"Kirkuk", "g94787"}, {"Deir ez-Zor", "g170794"}, {"دير الزور", "g170794"},
	} {
		got := Find(c.in)
		if len(got) == 0 || got[0].ID != c.id {
			t.Errorf("Find(%q) = %v, want %s first", c.in, names(got), c.id)
		}
	}
	if got := Find("Nowhereville"); len(got) != 0 {
		t.Errorf("Find of an unknown name gave %v", names(got))
	}
}

func TestFindKnowsEveryNameItPrints(t *testing.T) {
	for _, p := range All() {
		for _, n := range []string{p.NameEN, p.NameAR} {
			if n == "" {
				continue
			}
			found := false
			for _, q := range Find(n) {
				found = found || q.ID == p.ID
			}
			if !found {
				t.Errorf("Find(%q) does not give %s", n, p.ID)
			}
		}
	}
}

func TestMatchAt(t *testing.T) {
	for _, c := range []struct {
		in, name, id string
		at           int
	}{
		{"in Hit district", "Hit", "g95788", 1},
		{"to al-Qaim today", "al-Qaim", "g92138", 1},
		{"near Abu Ghraib prison", "Abu Ghraib", "g100077", 1},
		{"the Al Anbar desert", "Al Anbar", "IQ-AN", 1},
		{"في الرمادي", "الرمادي", "g98717", 1},
		{"نقل بالرمادي", "الرمادي", "g98717", 1},
		{"والفلوجة", "الفلوجة", "g99454", 0},
		{"قرب خان البغدادي", "خان البغدادي", "x1", 1},
	} {
		m, ok := MatchAt(text.Tokens(c.in), c.at)
		if !ok {
			t.Errorf("%q: no match at %d", c.in, c.at)
			continue
		}
		if got := string([]rune(c.in)[m.Span.Start:m.Span.End]); got != c.name || m.Places()[0].ID != c.id {
			t.Errorf("%q: matched %q %s, want %q %s", c.in, got, m.Places()[0].ID, c.name, c.id)
		}
	}
}

func TestKeyIsStable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "s")
		Find(s)
		for i, tokens := 0, text.Tokens(s); i < len(tokens); i++ {
			if m, ok := MatchAt(tokens, i); ok && (m.Span.Start < 0 || m.Span.End > len([]rune(s)) || m.Span.Len() <= 0) {
				t.Fatalf("bad span %v", m.Span)
			}
		}
	})
}

func names(list []Place) (out []string) {
	for _, p := range list {
		out = append(out, p.ID+" "+p.NameEN)
	}
	return out
}
