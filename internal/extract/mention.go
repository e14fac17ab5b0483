package extract

import (
	"strings"

	"github.com/sanad-workbench/sanad/internal/places"
	"github.com/sanad-workbench/sanad/internal/text"
)

type mentionKind uint8

const (
	person mentionKind = iota + 1
	organization
	place
	tribe
)

// mention is a stretch of tokens that names somebody or something.
type mention struct {
	kind        mentionKind
	prop        string // name, alias, kunya: how a person is named
	schema      string // of an organization
	first, last int    // tokens, last exclusive
	span        text.Span
	words       []string // folded words of the name, articles and nasab words off
	place       places.Place
	entity      int  // index into page.entities; -1 for a place
	parent      bool // named only as somebody's father or mother
	appositive  int  // the person mention this one was introduced beside as another name, or -1
}

// tagger finds mentions in one sentence. The rules are one, the union of rules and trained models is another.
type tagger interface {
	tag(p *page, sentence text.Span) []mention
}

// ruleTagger finds mentions by lexica and context.
type ruleTagger struct{ *lexicon }

func (g ruleTagger) tag(p *page, s text.Span) []mention {
	var out []mention
	for i := s.Start; i < s.End; {
		t := p.tokens[i]
		if t.Kind != text.Word || p.dated[i] {
			i++
			continue
		}
		m, ok := g.mentionAt(p, s, i)
		if !ok || m.kind != person {
			if n, is := g.nickname(p, s, i); is {
				m, ok = n, true
			}
		}
		if !ok {
			i++
			continue
		}
		m.appositive = -1
		m.entity = -1
		out = append(out, m)
		i = m.last
	}
	return out
}

func (g ruleTagger) mentionAt(p *page, s text.Span, i int) (mention, bool) {
	if p.tokens[i].IsArabic() {
		return g.arabicAt(p, s, i)
	}
	return g.englishAt(p, s, i)
}

func (p *page) spanOf(first, last int) text.Span {
	return text.Span{Start: p.tokens[first].Span.Start, End: p.tokens[last-1].Span.End}
}

// token returns the token at i, or a line end outside the page.
func (p *page) token(i int) text.Token {
	if i < 0 || i >= len(p.tokens) {
		return text.Token{Kind: text.Break, Text: "\n", Folded: "\n"}
	}
	return p.tokens[i]
}

// nickname reads what follows a word such as "nicknamed" or «الملقب» when it is no name by itself: words in quotation
// marks, «بالمهندس», "the Engineer".
func (g ruleTagger) nickname(p *page, s text.Span, i int) (mention, bool) {
	k := i - 1
	quoted := false
	for k > s.Start && p.tokens[k].Kind == text.Punctuation && i-k <= 2 {
		quoted = quoted || isQuote(p.tokens[k].Text)
		k--
	}
	if p.token(k).Folded == "the" || p.token(k).Folded == "as" {
		k--
	}
	found := false
	for back := 0; back < 4 && k-back >= s.Start; back++ {
		if t, n := p.rules.match(p, k-back, "alias"); n > 0 && t.last >= k && t.last <= k+2 {
			found = true
		}
	}
	if !found {
		return mention{}, false
	}
	last := i
	if quoted {
		for last < s.End && last < i+5 && p.tokens[last].Kind == text.Word {
			last++
		}
		if last == i || !isQuote(p.token(last).Text) {
			return mention{}, false
		}
	} else {
		t := p.tokens[i]
		switch {
		case t.IsArabic() && strings.HasPrefix(t.Folded, "بال") && len(t.Folded) >= 10:
		case !t.IsArabic() && t.Capitalized() && p.token(i-1).Folded == "the":
		default:
			return mention{}, false
		}
		last = i + 1
	}
	if networkWord(p.token(last).Folded) { // "called the Valley group"
		return mention{}, false
	}
	m := mention{kind: person, prop: "alias", first: i, last: last, span: p.spanOf(i, last), words: nameWords(p.tokens[i:last])}
	if p.tokens[i].IsArabic() && strings.HasPrefix(p.tokens[i].Folded, "بال") {
		m.span.Start += text.SkipIn(p.tokens[i].Text, 1)
		m.words[0] = strings.TrimPrefix(m.words[0], "بال")
	}
	return m, len(m.words) > 0
}

// withoutMoney takes the currency off the end of a name: "Omar Salih USD 900".
func (p *page) withoutMoney(mentions []mention) []mention {
	for i := range mentions {
		m := &mentions[i]
		for m.last-m.first > 1 && p.paid[m.last-1] && len(m.words) > 1 {
			m.last--
			m.words = m.words[:len(m.words)-1]
			m.span.End = p.tokens[m.last-1].Span.End
		}
	}
	return mentions
}

func isQuote(s string) bool {
	switch s {
	case "\"", "“", "”", "«", "»", "'", "‘", "’":
		return true
	}
	return false
}
