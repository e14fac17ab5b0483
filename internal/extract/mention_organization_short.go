package extract

import (
	"strings"

	"github.com/sanad-workbench/sanad/internal/text"
)

// addShortOrganizations finds the organizations named again without their head word, or by the letters given beside the full
// name: "the Long Night" after "the Long Night network", "NSS" after "National Security Service (NSS)". The words of a short
// form become those of the full name, so that both are one entity.
func (p *page) addShortOrganizations() {
	short := map[string]*mention{} // words of the short form → the full name; nil when two have it
	first := map[string]int{}      // first word → the longest short form it begins, in tokens
	add := func(words []string, full *mention) {
		k := strings.Join(words, " ")
		if old, ok := short[k]; ok && (old == nil || strings.Join(old.words, " ") != strings.Join(full.words, " ")) {
			short[k] = nil
			return
		}
		short[k] = full
		first[words[0]] = max(first[words[0]], len(words))
	}
	for i := range p.mentions {
		m := &p.mentions[i]
		if m.kind != organization || p.tokens[m.first].IsArabic() {
			continue
		}
		if w := p.acronym(m); w != "" {
			add([]string{w}, m)
		}
		w := m.words
		for len(w) > 0 && p.lex.is("org_head_en", w[len(w)-1]) {
			w = w[:len(w)-1]
		}
		known := len(w) == 1 && (articled(p.tokens[m.first]) == "" || p.nisbas[w[0]] || p.lex.given[w[0]])
		if len(w) == 0 || len(w) == len(m.words) || known || onlyAdjectives(ruleTagger{p.lex}, p.tokens[m.first:m.first+1]) {
			continue
		}
		add(w, m)
	}
	if len(short) == 0 {
		return
	}
	var out []mention
	next := 0
	for i := 0; i < len(p.tokens); i++ {
		for next < len(p.mentions) && p.mentions[next].first < i {
			next++
		}
		taken := next < len(p.mentions) && p.mentions[next].first == i
		if taken && p.mentions[next].kind == organization {
			if full := short[strings.Join(p.mentions[next].words, " ")]; full != nil {
				p.mentions[next].words, p.mentions[next].schema = full.words, full.schema
			}
		}
		if taken && p.mentions[next].kind != place {
			out = append(out, p.mentions[next])
			i = p.mentions[next].last - 1
			continue
		}
		if m, ok := p.shortOrganization(i, short, first); ok {
			out = append(out, m)
			i = m.last - 1
		} else if taken {
			out = append(out, p.mentions[next])
			i = p.mentions[next].last - 1
		}
	}
	p.mentions = out
}

// shortOrganization makes a mention of a short form that stands at token i.
func (p *page) shortOrganization(i int, short map[string]*mention, first map[string]int) (mention, bool) {
	t := p.tokens[i]
	if t.Kind != text.Word || t.IsArabic() || !nameLike(t) {
		return mention{}, false
	}
	k := wordKey(t)
	for n := first[k]; n > 0; n-- {
		if i+n > len(p.tokens) {
			continue
		}
		words := nameWords(p.tokens[i : i+n])
		full := short[strings.Join(words, " ")]
		if full == nil || len(words) != n || !nameLike(p.tokens[i+n-1]) || nameLike(p.token(i+n)) || streetLike(p.token(i+n).Folded) {
			continue
		}
		return mention{kind: organization, prop: "name", schema: full.schema, first: i, last: i + n, span: p.spanOf(i, i+n), words: full.words, entity: -1, appositive: -1}, true
	}
	return mention{}, false
}

// acronym returns the folded letters in parentheses right after a name whose initials they are, or "".
func (p *page) acronym(m *mention) string {
	t := p.token(m.last + 1)
	if p.token(m.last).Text != "(" || p.token(m.last+2).Text != ")" || t.Kind != text.Word || len(t.Folded) < 2 || t.Text != strings.ToUpper(t.Text) {
		return ""
	}
	var initials strings.Builder
	for _, x := range p.tokens[m.first:m.last] {
		if x.Kind == text.Word && x.Capitalized() {
			initials.WriteString(x.Folded[:1])
		}
	}
	if initials.String() != t.Folded {
		return ""
	}
	return t.Folded
}
