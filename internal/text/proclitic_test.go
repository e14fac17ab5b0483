package text

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestProclitics(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"الرمادي", "الرمادي"},
		{"وخالد", "وخالد خالد"},
		{"بالرمادي", "بالرمادي الرمادي"},
		{"وبالرمادي", "وبالرمادي بالرمادي الرمادي"},
		{"للرمادي", "للرمادي رمادي"},
		{"وب", "وب"},
		{"Hit", "Hit"},
	} {
		var got []string
		for _, s := range Proclitics(c.in) {
			got = append(got, s.Stem)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("Proclitics(%q) = %q, want %q", c.in, s, c.want)
		}
	}
}

func TestProcliticsLeaveTheStemWhereItStands(t *testing.T) {
	letters := rapid.SampledFrom([]rune("وفبلكالمحمدسرتيـًَ"))
	rapid.Check(t, func(t *rapid.T) {
		word := string(rapid.SliceOfN(letters, 1, 12).Draw(t, "word"))
		for _, s := range Proclitics(Fold(word)) {
			runes := []rune(word)
			at := SkipIn(word, s.Skip)
			if at < 0 || at > len(runes) {
				t.Fatalf("skip %d in %q", at, word)
			}
			if got := Fold(string(runes[at:])); got != s.Stem {
				t.Fatalf("stem of %q after %d is %q, want %q", word, at, got, s.Stem)
			}
		}
	})
}
