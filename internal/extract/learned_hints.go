package extract

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/sanad-workbench/sanad/internal/text"
)

// hint is a phrase that may tell of an incident. It makes none by itself: the model of parts is asked who has a part in what it tells of,
// and only then is it one. So it may be a word of many uses, compared without its endings.
type hint struct {
	kind  string
	words []string // stems
	with  words    // stems, one of which must stand within reach tokens before or after; nil asks for none
	reach int
}

// hints returns the hints by the stem of their first word. A malformed line stops the program at its first use, and the package's test.
var hints = sync.OnceValue(func() map[string][]hint {
	out := map[string][]hint{}
	for n, line := range slices.Concat(dataLines("rules/hints_en.rules"), dataLines("rules/hints_ar.rules")) {
		kind, rest, ok := strings.Cut(line, "|")
		phrases, with, _ := strings.Cut(rest, "|")
		if kind = strings.TrimSpace(kind); !ok || kind == "" {
			panic(fmt.Sprintf("extract: rules/hints_*.rules, hint %d: want kind | phrases | words one of which stands near", n+1))
		}
		h := hint{kind: kind, reach: 8}
		if with = strings.TrimSpace(with); with != "" {
			h.with = words{}
			for _, w := range strings.Split(with, ",") {
				h.with[stemmed(colloquial(text.Fold(strings.TrimSpace(w))))] = true
			}
		}
		for _, ph := range strings.Split(phrases, ",") {
			h.words = nil
			for _, w := range strings.Fields(colloquial(text.Fold(ph))) {
				h.words = append(h.words, stemmed(w))
			}
			if len(h.words) == 0 {
				panic(fmt.Sprintf("extract: rules/hints_*.rules, hint %d: an empty phrase", n+1))
			}
			out[h.words[0]] = append(out[h.words[0]], h)
		}
	}
	return out
})

// hintAt returns the hints at a token, and how many tokens each takes.
func (p *page) hintAt(i int, s text.Span, visit func(h *hint, n int)) {
	if t := &p.tokens[i]; t.Kind != text.Word || p.dated[i] || len(t.Folded) > 40 {
		return
	}
	if k := p.at(i); k >= 0 && p.mentions[k].kind != place {
		return
	}
	list := hints()[stemmed(p.tokens[i].Folded)]
	for n := range list {
		h := &list[n]
		if i+len(h.words) > s.End {
			continue
		}
		same := true
		for d := 1; d < len(h.words) && same; d++ {
			same = stemmed(p.tokens[i+d].Folded) == h.words[d]
		}
		if same && (h.with == nil || p.hasNear(h, i, s)) {
			visit(h, len(h.words))
		}
	}
}

// hasNear reports whether one of the words a hint asks for stands near it in its sentence.
func (p *page) hasNear(h *hint, i int, s text.Span) bool {
	for j := max(s.Start, i-h.reach); j < min(s.End, i+len(h.words)+h.reach); j++ {
		if (j < i || j >= i+len(h.words)) && p.tokens[j].Kind == text.Word && h.with[stemmed(p.tokens[j].Folded)] {
			return true
		}
	}
	return false
}
