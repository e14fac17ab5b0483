package extract

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/sanad-workbench/sanad/internal/text"
	"github.com/sanad-workbench/sanad/internal/vocabulary"
)

// hint is a phrase that may tell of an incident. It makes none by itself: the model of parts is asked who has a part in what it tells of,
// and only then is it one. So it may be a word of many uses, compared without its endings.
type hint struct {
	kind  string
	words []hintWord
	with  map[string][][]hintWord // phrases by their first stem, one of which must stand within reach tokens before or after; nil asks for none
	reach int
}

// hintWord is a word of a hint: stems that will do, and whether other words may stand before it.
type hintWord struct {
	stems words
	gap   bool
}

// incidentKinds are the kinds of incidents; hints are of these, of the steps of the law but the sentence, and of roles ("role driver").
var incidentKinds = words{"killing": true, "massacre": true, "public_execution": true, "kidnapping": true, "torture": true, "extortion": true, "bombing": true,
	"attack": true, "displacement": true, "destruction": true, "failed_plot": true}

// mayHint reports whether hints can be of a kind.
func mayHint(kind string) bool {
	switch kind {
	case stepArrest, stepCharge, stepAcquittal, stepRelease:
		return true
	}
	return incidentKinds[kind] || strings.HasPrefix(kind, hintRole) && vocabulary.RoleOf(kind[len(hintRole):]).Code == kind[len(hintRole):]
}

// hintRole begins the kind of a hint of a role.
const hintRole = "role "

// hintGap is how many words may stand where a hint has "_"; a name counts as one.
const hintGap = 3

// hints returns the hints by the stem of their first word. A malformed line stops the program at its first use, and the package's test.
var hints = sync.OnceValue(func() map[string][]hint {
	out, err := readHints(slices.Concat(dataLines("rules/hints_en.rules"), dataLines("rules/hints_ar.rules"), dataLines("rules/hints_law.rules"), dataLines("rules/hints_roles.rules")))
	if err != nil {
		panic("extract: rules/hints_*.rules, " + err.Error())
	}
	return out
})

// readHints reads the lines of a file of hints.
func readHints(lines []string) (map[string][]hint, error) {
	out, named := map[string][]hint{}, map[string]words{}
	for n, line := range lines {
		if name, list, ok := strings.Cut(line, "="); ok && strings.HasPrefix(name, "@") {
			name = strings.TrimSpace(name[1:])
			set := hintStems(strings.ReplaceAll(list, " ", ""), ",", named)
			if name == "" || named[name] != nil || set == nil {
				return nil, fmt.Errorf("hint %d: want @name = words, each name once", n+1)
			}
			named[name] = set
			continue
		}
		kind, rest, ok := strings.Cut(line, "|")
		list, withList, more := strings.Cut(rest, "|")
		kind = strings.TrimSpace(kind)
		phrases, with := hintPhrases(list, named), hintPhrases(withList, named)
		if !ok || !mayHint(kind) || phrases == nil || more && with == nil {
			return nil, fmt.Errorf("hint %d: want kind | phrases | phrases one of which stands near, and a kind there is", n+1)
		}
		h := hint{kind: kind, reach: 8}
		if more {
			h.with = map[string][][]hintWord{}
			for _, w := range with {
				for first := range w[0].stems {
					h.with[first] = append(h.with[first], w)
				}
			}
		}
		for _, h.words = range phrases {
			for first := range h.words[0].stems {
				out[first] = append(out[first], h)
			}
		}
	}
	return out, nil
}

// hintPhrases reads phrases parted by commas; nil when one is empty, begins or ends with a gap, or names words that no line above does.
func hintPhrases(list string, named map[string]words) [][]hintWord {
	var out [][]hintWord
	for _, ph := range strings.Split(list, ",") {
		var phrase []hintWord
		w := hintWord{}
		for _, f := range strings.Fields(ph) {
			if f == "_" {
				w.gap = true
				continue
			}
			if w.stems = hintStems(f, "/", named); w.stems == nil {
				return nil
			}
			phrase = append(phrase, w)
			w = hintWord{}
		}
		if len(phrase) == 0 || phrase[0].gap || w.gap {
			return nil
		}
		out = append(out, phrase)
	}
	return out
}

// hintStems returns the stems of words parted by a separator, "@name" standing for the words of that name; nil when one is missing.
func hintStems(list, separator string, named map[string]words) words {
	out := words{}
	for _, w := range strings.Split(list, separator) {
		if name, ok := strings.CutPrefix(w, "@"); ok {
			if named[name] == nil {
				return nil
			}
			maps.Copy(out, named[name])
			continue
		}
		if w = colloquial(text.Fold(w)); w == "" || w == "_" {
			return nil
		}
		out[stemmed(w)] = true
	}
	return out
}

// stemOf returns the coarse stem of a token.
func (p *page) stemOf(i int) string {
	if p.stems == nil {
		p.stems = make([]string, len(p.tokens))
	}
	if p.stems[i] == "" {
		p.stems[i] = stemmed(p.tokens[i].Folded)
	}
	return p.stems[i]
}

// hintIn calls visit with each of the hints at a token, and how many tokens it takes.
func (p *page) hintIn(all map[string][]hint, i int, s text.Span, visit func(h *hint, n int)) {
	if t := &p.tokens[i]; t.Kind != text.Word || len(t.Folded) > 40 {
		return
	}
	list := all[p.stemOf(i)]
	if len(list) == 0 || p.dated[i] {
		return
	}
	if k := p.at(i); k >= 0 && p.mentions[k].kind != place {
		return
	}
	for n := range list {
		h := &list[n]
		if last := p.hintEnd(h.words[1:], i+1, s.End); last > 0 && (h.with == nil || p.hasNear(h, i, last, s)) {
			visit(h, last-i)
		}
	}
}

// hintEnd returns where a hint ends whose further words should follow from a token on, 0 where they do not.
func (p *page) hintEnd(rest []hintWord, i, end int) int {
	if len(rest) == 0 {
		return i
	}
	for skipped := 0; i < end && (p.tokens[i].Kind == text.Word || p.tokens[i].Kind == text.Number); skipped++ {
		if rest[0].stems[p.stemOf(i)] {
			if last := p.hintEnd(rest[1:], i+1, end); last > 0 {
				return last
			}
		}
		if !rest[0].gap || skipped == hintGap {
			break
		}
		if k := p.at(i); k >= 0 {
			i = p.mentions[k].last
		} else {
			i++
		}
	}
	return 0
}

// hasNear reports whether one of the phrases a hint asks for stands near it in its sentence.
func (p *page) hasNear(h *hint, i, last int, s text.Span) bool {
	for j := max(s.Start, i-h.reach); j < min(s.End, last+h.reach); j++ {
		if j >= i && j < last || p.tokens[j].Kind != text.Word {
			continue
		}
		for _, w := range h.with[p.stemOf(j)] {
			if p.hintEnd(w[1:], j+1, s.End) > 0 {
				return true
			}
		}
	}
	return false
}
