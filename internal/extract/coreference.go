package extract

import (
	"sort"
	"strings"

	"github.com/sanad-workbench/sanad/internal/text"
)

// orgKey returns what the names of one organization have in common.
func orgKey(ws []string) string {
	k := strings.Join(ws, " ")
	switch k {
	case "isis", "isil", "daesh", "islamic state", "داعش", "دوله اسلاميه", "تنظيم دوله اسلاميه", "تنظيم داعش", "islamic state of iraq", "islamic state of iraq and syria":
		return "islamic state"
	}
	k = strings.TrimPrefix(k, "تنظيم ")
	if i := strings.Index(k, " لل"); i > 0 { // «مكتب الواحة للصرافة» is «مكتب الواحة»
		k = k[:i]
	}
	return k
}

// linkAliases marks the names introduced beside another: "Khalid Jasim, known as Abu Omar", «خالد جاسم المكنى أبو عمر»,
// "Khalid Jasim (Abu Omar)", "Abu Omar, whose real name is Khalid Jasim".
func (p *page) linkAliases() {
	prev := -1
	for i := range p.mentions {
		m := &p.mentions[i]
		if m.kind != person {
			continue
		}
		if prev >= 0 {
			a := &p.mentions[prev]
			gap := p.tokens[a.last:m.first]
			if m.prop != "name" && a.prop == "name" && len(gap) <= 40 && (!p.sameSentence(a.last-1, m.first) || p.onlyOne(prev) && len(gap) <= 6) && p.pronounAlias(m) {
				m.appositive = prev
			}
			if len(gap) <= 9 && p.sameSentence(a.last-1, m.first) && p.aliasGap(a, m, gap) {
				m.appositive = prev
			}
		}
		prev = i
	}
}

// onlyOne reports whether a name is the first of its sentence, so that "him" behind it can mean nobody else.
func (p *page) onlyOne(k int) bool {
	s := p.sentences[min(p.sentenceOf(p.mentions[k].first), len(p.sentences)-1)]
	return len(p.within(s.Start, p.mentions[k].first, person)) == 0
}

// pronounAlias reports whether a kunya or nickname is given to the person spoken of before: "We called him Abu Qaqaa",
// «وكنيته أبو القعقاع».
func (p *page) pronounAlias(m *mention) bool {
	for back := 1; back <= 3; back++ {
		if t, n := p.rules.match(p, m.first-back, "alias"); n > 0 && t.last >= m.first-1 {
			f := p.token(t.last - 1).Folded
			return p.token(m.first-1).Folded == "him" || strings.HasSuffix(f, "ه") && p.tokens[t.first].IsArabic() || p.token(t.first-1).Folded == "his" || p.token(t.first-1).Folded == "is" || p.token(t.first-1).Folded == "was"
		}
	}
	return false
}

// sentenceOf returns the number of the sentence token i stands in.
func (p *page) sentenceOf(i int) int {
	return sort.Search(len(p.sentences), func(k int) bool { return p.sentences[k].End > i })
}

func (p *page) sameSentence(a, b int) bool {
	k := p.sentenceOf(a)
	return k < len(p.sentences) && p.sentences[k].Start <= a && b < p.sentences[k].End
}

func (p *page) aliasGap(a, m *mention, gap []text.Token) bool {
	different := a.prop != m.prop // a kunya beside a name
	words := 0
	for _, t := range gap {
		if t.Kind == text.Word || t.Kind == text.Number {
			words++
		}
	}
	if len(gap) == 0 {
		return different && a.prop == "name" && m.prop == "kunya" && !p.verbBefore(a)
	}
	if words == 0 && len(gap) == 1 && gap[0].Text == "@" {
		return true
	}
	if words == 0 {
		open := gap[len(gap)-1].Text
		return different && len(gap) <= 2 && (open == "(" || open == "\"" || open == "“" || open == "«" || open == "/" || open == "-" || open == "–" || open == "'" || open == "‘") ||
			different && len(gap) == 1 && (open == "," || open == "،") && a.prop == "name" && m.prop == "kunya" && !p.listed(m)
	}
	for i := range gap { // the words of the alias follow the first name at once: "X, known as Y", not "X and a man called Y"
		if _, n := p.rules.match(p, a.last+i, "alias"); n > 0 {
			return true
		}
		switch t := gap[i]; t.Folded {
		case "who", "is", "was", "also", "he", "she", "s", "الذي", "هو", "كان", "وهو", "و", "whose", "believed", "to", "be", "commonly", "widely", "everybody", "everyone", "we", "people", "they", "him", "locals", "all", "residents":
		default:
			if t.Kind != text.Punctuation || t.Text == ";" || t.Text == "." {
				return false
			}
		}
	}
	return false
}

// verbBefore reports whether an Arabic verb of an act stands right before a name: then a kunya right after the name may be
// whom it was done to. «قتل خالد جاسم أبو عمر»
func (p *page) verbBefore(m *mention) bool {
	if !p.tokens[m.first].IsArabic() {
		return false
	}
	i := m.first - 1
	for p.lex.is("title_ar", p.token(i).Folded) {
		i--
	}
	for _, class := range [...]string{"event", "arrest", "pay", "part"} {
		if _, n := p.rules.match(p, i, class); n > 0 {
			return true
		}
	}
	return false
}

// listed reports whether a mention looks like the next item of a list rather than an apposition: "A, Abu B and Abu C".
func (p *page) listed(m *mention) bool {
	switch p.token(m.last).Folded {
	case "and", "و":
		return true
	case ",", "،":
		k := p.at(m.last + 1)
		return k >= 0 && p.mentions[k].kind == person
	}
	return strings.HasPrefix(p.token(m.last).Folded, "و") && p.at(m.last) >= 0 && p.mentions[p.at(m.last)].kind == person
}

// addShortForms finds the mentions that are names only because a fuller form stands elsewhere in the report: a family
// name alone, a given name that is also a word.
func (p *page) addShortForms() {
	known := map[string]int{} // word → how many full names have it first or last
	full := map[string]bool{}
	for _, m := range p.mentions {
		if m.kind != person || m.prop != "name" || len(m.words) < 2 {
			continue
		}
		k := strings.Join(m.words, " ")
		if full[k] {
			continue
		}
		full[k] = true
		known[m.words[0]]++
		if last := m.words[len(m.words)-1]; last != m.words[0] {
			known[last]++
		}
	}
	aliases := map[string][]string{} // first word → an alias introduced in the report
	for _, m := range p.mentions {
		if m.prop == "alias" && len(m.words) > 0 {
			w := m.words
			if w[0] == "the" && len(w) > 1 {
				w = w[1:]
			}
			aliases[w[0]] = w
		}
	}
	if len(known) == 0 && len(aliases) == 0 {
		return
	}
	var out []mention
	next := 0
	for i := 0; i < len(p.tokens); i++ {
		for next < len(p.mentions) && p.mentions[next].first < i {
			next++
		}
		if next < len(p.mentions) && p.mentions[next].first == i {
			m := p.mentions[next]
			if m.kind != organization && (m.kind != place || m.last-m.first > 1 || known[wordKey(p.tokens[i])] == 0 || p.placeMeant(m)) {
				out = append(out, m)
				i = m.last - 1
				continue
			}
			if m.kind == organization {
				out = append(out, m)
				i = m.last - 1
				continue
			}
		}
		if m, ok := p.aliasAt(i, aliases); ok {
			out = append(out, m)
			i = m.last - 1
			continue
		}
		if m, ok := p.shortAt(i, known); ok {
			out = append(out, m)
		} else if next < len(p.mentions) && p.mentions[next].first == i {
			out = append(out, p.mentions[next])
			i = p.mentions[next].last - 1
		}
	}
	for i := range out {
		out[i].appositive = -1
	}
	p.mentions = out
}

// aliasAt makes a mention of a nickname the report has introduced: "The Engineer", «المهندس».
func (p *page) aliasAt(i int, aliases map[string][]string) (mention, bool) {
	t := p.tokens[i]
	if t.Kind != text.Word || len(aliases) == 0 {
		return mention{}, false
	}
	w := aliases[wordKey(t)]
	if len(w) == 0 || t.IsArabic() && !strings.HasPrefix(t.Folded, "ال") || !t.IsArabic() && !t.Capitalized() || i+len(w) > len(p.tokens) {
		return mention{}, false
	}
	for k := range w {
		if wordKey(p.tokens[i+k]) != w[k] {
			return mention{}, false
		}
	}
	if p.lex.is("title_ar", t.Folded) && p.lex.given[p.token(i+len(w)).Folded] { // the title of somebody else
		return mention{}, false
	}
	return mention{kind: person, prop: "alias", first: i, last: i + len(w), span: p.spanOf(i, i+len(w)), words: w, entity: -1}, true
}

func (p *page) placeMeant(m mention) bool {
	return ruleTagger{p.lex}.placeContext(p, m.first, m.last)
}

func wordKey(t text.Token) string {
	w := nameWords([]text.Token{t})
	if len(w) != 1 {
		return ""
	}
	return w[0]
}

// shortAt makes a mention of the single word at i when full names know it.
func (p *page) shortAt(i int, known map[string]int) (mention, bool) {
	t := p.tokens[i]
	if t.Kind != text.Word || p.dated[i] || len(t.Folded) < 4 {
		return mention{}, false
	}
	m := mention{kind: person, prop: "name", first: i, last: i + 1, span: t.Span, entity: -1}
	if !t.IsArabic() {
		if !nameLike(t) || p.lex.is("stop_en", t.Folded) || p.lex.is("org_head_en", p.token(i+1).Folded) {
			return mention{}, false
		}
		k := wordKey(t)
		if known[k] == 0 || streetLike(p.token(i+1).Folded) {
			return mention{}, false
		}
		if nameLike(p.token(i+1)) && p.at(i+1) < 0 && !p.lex.is("stop_en", p.token(i+1).Folded) {
			return mention{}, false
		}
		m.words = []string{k}
		return m, true
	}
	for n, r := range text.Proclitics(t.Folded) {
		k := r.Stem
		if strings.HasPrefix(k, "ال") && len(k) >= 8 {
			k = k[len("ال"):]
		} else if n == 0 && !p.lex.given[k] && !p.lex.common[k] {
			continue
		}
		if n > 0 && (p.lex.is("stop_ar", t.Folded) || p.lex.given[t.Folded] || len(r.Stem) < 8) {
			break
		}
		if known[k] == 0 || p.lex.is("stop_ar", r.Stem) {
			continue
		}
		if p.lex.common[k] && !strings.HasPrefix(r.Stem, "ال") && k == r.Stem && !p.lex.given[k] && !(ruleTagger{p.lex}).nameBefore(p, i) {
			continue
		}
		m.words = []string{k}
		m.span.Start += text.SkipIn(t.Text, r.Skip)
		return m, true
	}
	return mention{}, false
}
