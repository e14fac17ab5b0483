package extract

import (
	"slices"
	"strings"

	"github.com/sanad-workbench/sanad/internal/text"
)

// joinSplitNames makes one name of two that a word no list has parts, «إياد صحن زويد», when the report has the first and that word
// before a name more than once, or a row begins with them. A verb may stand so once («قال أحمد زار عمر»), hardly twice the same.
func (p *page) joinSplitNames() {
	parted := map[string]int{} // first name and word → how often a name follows
	sure := map[string]bool{}
	for i := range p.mentions {
		if k := p.partedBy(i); k != "" {
			parted[k]++
			sure[k] = sure[k] || p.beginsRow(i)
		}
	}
	if len(parted) == 0 {
		return
	}
	out := p.mentions[:0]
	for i := 0; i < len(p.mentions); i++ {
		m := p.mentions[i]
		if k := p.splitKey(&m); k != "" && (parted[k] > 1 || sure[k]) {
			if p.partedBy(i) != "" {
				i++
				m.last = p.mentions[i].last
				m.words = slices.Concat(m.words, []string{p.tokens[p.mentions[i].first-1].Folded}, p.mentions[i].words)
			} else {
				m.words = slices.Concat(m.words, []string{p.tokens[m.last].Folded})
				m.last++
			}
			m.span.End = p.tokens[m.last-1].Span.End
		}
		out = append(out, m)
	}
	p.mentions = out
}

// endsStrange makes an Arabic name of two or three words longer by a word no list has that stands between it and the end of its clause:
// «الهارب مشعان حمد فروان.» A verb would have something behind it, an
// adverb ends in alef («صباحا»). A name cut short is worse than one left out: it would be joined to
// another man who shares its beginning.
func (p *page) endsStrange() {
	out := p.mentions[:0]
	for i := 0; i < len(p.mentions); i++ {
		m := p.mentions[i]
		if m.kind == person && m.prop == "name" && len(m.words) >= 2 && len(m.words) <= 3 && p.tokens[m.last-1].IsArabic() && p.token(m.last).Kind == text.Word && p.endsClause(m.last+1) {
			next := i+1 < len(p.mentions) && p.mentions[i+1].first == m.last && p.mentions[i+1].last == m.last+1
			f := p.tokens[m.last].Folded
			if !next && p.at(m.last) < 0 && p.strangeWord(m.last) && !strings.HasSuffix(f, "ا") || next && p.mentions[i+1].kind == person && strings.HasPrefix(f, "ف") {
				if next {
					i++
				}
				m.words = append(slices.Clone(m.words), f)
				m.last++
				m.span.End = p.tokens[m.last-1].Span.End
			}
		}
		out = append(out, m)
	}
	p.mentions = out
}

// endsClause reports whether no word or number stands at token i.
func (p *page) endsClause(i int) bool {
	return i >= len(p.tokens) || p.tokens[i].Kind == text.Punctuation || p.tokens[i].Kind == text.Break
}

// partedBy returns the key of the name at mention i and the word that parts it from the name behind, "" when none does.
func (p *page) partedBy(i int) string {
	if i+1 >= len(p.mentions) {
		return ""
	}
	o := &p.mentions[i+1]
	if o.kind != person || o.prop != "name" || o.first != p.mentions[i].last+1 || o.span.Start != p.tokens[o.first].Span.Start {
		return ""
	}
	return p.splitKey(&p.mentions[i])
}

// splitKey returns the last word of an Arabic name and the strange word behind it, "" when that is no such word.
func (p *page) splitKey(m *mention) string {
	t := p.token(m.last)
	if m.kind != person || m.prop != "name" || len(m.words) > 2 || !p.tokens[m.last-1].IsArabic() || !p.strangeWord(m.last) {
		return ""
	}
	return m.words[len(m.words)-1] + " " + t.Folded
}

// strangeWord reports whether the Arabic word at token i is none the reader knows: no verb of the rules, title, thing, number.
func (p *page) strangeWord(i int) bool {
	t := p.token(i)
	f := t.Folded
	g := ruleTagger{p.lex}
	if t.Kind != text.Word || !t.IsArabic() || len(f) < 6 || p.dated[i] || strings.HasPrefix(f, "ال") || thing(f) || household(f) || verbLike(f) || g.behindProclitic(f) || p.counts(i) || len(p.rules.first[f]) > 0 {
		return false
	}
	return !slices.ContainsFunc([]string{"stop_ar", "title_ar", "org_head_ar", "say_ar", "calls", "kind_ar", "nationality_ar"}, func(set string) bool { return g.is(set, f) })
}

// beginsRow reports whether mention i begins a row of a list or follows the label of a form, and nothing but a mark follows the name behind it.
func (p *page) beginsRow(i int) bool {
	after := p.token(p.mentions[i+1].last)
	if after.Kind == text.Word {
		return false
	}
	before := p.token(p.mentions[i].first - 1)
	return before.Kind != text.Word
}
