package extract

import (
	"slices"
	"testing"
)

// Arabic hints meet the forms that texts have, and words of many uses need a companion near them.
func TestArabicHints(t *testing.T) {
	for _, x := range []struct {
		text, kind string
		want       bool
	}{
		{"وشدّوا عيوني ووضعوني بالصندوق.", "kidnapping", true},
		{"اقتيد إلى جهة مجهولة.", "kidnapping", true},
		{"ذهب إلى جهة عمله.", "kidnapping", false},
		{"سكبوا البنزين في البيت.", "destruction", true},
		{"اشترى البنزين من المحطة.", "destruction", false},
		{"كنا ندفع لهم ثلاث وراق بالشهر.", "extortion", true},
		{"أخرجوا العوائل من بيوتهم.", "displacement", true},
		{"خرجوا من الجامعة.", "displacement", false},
		{"أوصل أسلاك الكهرباء بكاحليه.", "torture", true},
		{"طلعنا مشي لحد المخيم.", "displacement", true},
		{"مات مضرجاً بدمائه.", "killing", true},
	} {
		p := newPage(Document{Report: "R1", Text: x.text, Language: "ar"}, lex(), rulebook())
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
