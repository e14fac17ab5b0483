package extract

import (
	"slices"
	"testing"
)

// Hints of steps of the law and of roles, in both languages.
func TestLawAndRoleHints(t *testing.T) {
	for _, x := range []struct {
		text, language, kind string
		want                 bool
	}{
		{"They put him in handcuffs.", "en", "arrest", true},
		{"He appeared before the court.", "en", "charge", true},
		{"He was released for want of evidence.", "en", "release", true},
		{"كان مكبلا.", "ar", "arrest", true},
		{"ضربوه بالكبل.", "ar", "arrest", false},
		{"خرج بكفالة.", "ar", "release", true},
		{"فك قيده.", "ar", "release", true},
		{"He kept the ledger.", "en", "role bookkeeper", true},
		{"He kept the shop.", "en", "role bookkeeper", false},
		{"كان ماسك الدفتر.", "ar", "role bookkeeper", true},
		{"كان ينقل الرسائل.", "ar", "role courier", true},
	} {
		p := newPage(Document{Report: "R1", Text: x.text, Language: x.language}, lex(), rulebook())
		var got []string
		for _, s := range p.sentences {
			for i := s.Start; i < s.End; i++ {
				p.hintIn(hints(), i, s, func(h *hint, n int) { got = append(got, h.kind) })
			}
		}
		if slices.Contains(got, x.kind) != x.want {
			t.Errorf("%s: hints %v; %s: want %v", x.text, got, x.kind, x.want)
		}
	}
}
