package places

import (
	"sort"
	"strings"

	"github.com/sanad-workbench/sanad/internal/text"
)

// entry is a key of the gazetteer, for matching against tokens.
type entry struct {
	words  []string
	places []int32
}

// longestName bounds the words of a name that is matched in a text.
const longestName = 5

func (g *gazetteer) buildMatcher() {
	for k, list := range g.exact {
		words := strings.Fields(k)
		if len(words) > longestName {
			continue
		}
		g.first[words[0]] = append(g.first[words[0]], entry{words, list})
	}
	for _, list := range g.first {
		sort.Slice(list, func(i, j int) bool {
			if len(list[i].words) != len(list[j].words) {
				return len(list[i].words) > len(list[j].words)
			}
			return strings.Join(list[i].words, " ") < strings.Join(list[j].words, " ")
		})
	}
}

// Match is a name of the gazetteer found in a text.
type Match struct {
	Tokens int       // how many tokens it takes
	Span   text.Span // the name without a proclitic in front of it
	Key    string    // the key that matched
	Split  bool      // a proclitic was taken off to find it
	g      *gazetteer
	list   []int32
}

// Places returns what the name may mean, best first.
func (m Match) Places() []Place {
	out := make([]Place, len(m.list))
	for i, n := range m.list {
		out[i] = m.g.all[n]
	}
	return out
}

// MatchAt returns the longest name of the gazetteer that starts at token i, in either script, with or without its article;
// an Arabic proclitic (و ف ب ل ك) before it is left out of the span. It does not ask whether a name is meant: in "Hit the
// road" it finds Hit.
func MatchAt(tokens []text.Token, i int) (Match, bool) {
	g := load()
	if tokens[i].Kind != text.Word {
		return Match{}, false
	}
	if !tokens[i].IsArabic() {
		first := i
		if f := tokens[i].Folded; (f == "al" || f == "el") && i+1 < len(tokens) && tokens[i+1].Kind == text.Word {
			first = i + 1
		}
		if m, ok := g.matchWords(tokens, first, tokens[first].Folded); ok {
			m.Tokens += first - i
			m.Span.Start = tokens[i].Span.Start
			return m, true
		}
		return Match{}, false
	}
	if m, ok := g.matchWords(tokens, i, tokens[i].Folded); ok {
		return m, true
	}
	for _, s := range text.Proclitics(tokens[i].Folded)[1:] {
		if m, ok := g.matchWords(tokens, i, s.Stem); ok {
			m.Split = true
			m.Span.Start += text.SkipIn(tokens[i].Text, s.Skip)
			return m, true
		}
	}
	return Match{}, false
}

func (g *gazetteer) matchWords(tokens []text.Token, i int, folded string) (Match, bool) {
	var head []string
	if strings.ContainsAny(folded, "-'‑.") {
		head = keyWords(folded)
		if len(head) == 0 {
			return Match{}, false
		}
	} else {
		one := [1]string{trimArabicArticle(folded)}
		head = one[:]
	}
	for _, e := range g.first[head[0]] {
		if n, ok := g.matchEntry(tokens, i, head, e); ok {
			return Match{Tokens: n, Span: text.Span{Start: tokens[i].Span.Start, End: tokens[i+n-1].Span.End}, Key: strings.Join(e.words, " "), g: g, list: e.places}, true
		}
	}
	return Match{}, false
}

// matchEntry reports how many tokens from i the words of e take; head is the key of token i.
func (g *gazetteer) matchEntry(tokens []text.Token, i int, head []string, e entry) (int, bool) {
	if len(head) > len(e.words) {
		return 0, false
	}
	for k, w := range head {
		if e.words[k] != w {
			return 0, false
		}
	}
	w, n := len(head), 1
	for w < len(e.words) {
		if i+n >= len(tokens) || tokens[i+n].Kind != text.Word {
			return 0, false
		}
		f := tokens[i+n].Folded
		if isArticle(f) {
			n++
			continue
		}
		next := []string{trimArabicArticle(f)}
		if strings.ContainsAny(f, "-'‑.") {
			next = keyWords(f)
		}
		for _, x := range next {
			if w >= len(e.words) || e.words[w] != x {
				return 0, false
			}
			w++
		}
		n++
	}
	return n, true
}
