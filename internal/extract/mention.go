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
	sure        bool // the form of the text says that a person is named: a row of a list, the writer of a line
	model       bool // the model's, not a rule's
	silent      bool // stands for a person without naming him: "my father"
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
	if last, ok := g.listedName(p, s, i); ok {
		m := mention{kind: person, prop: "name", first: i, last: last, span: p.spanOf(i, last), words: nameWords(p.tokens[i:last]), sure: true}
		if k := g.comma(p, i, last); k > 0 { // the family name first: its words go last, as in the running text
			m.words = append(nameWords(p.tokens[k+1:last]), nameWords(p.tokens[i:k])...)
		}
		return m, true
	}
	if last, ok := g.writer(p, s, i); ok {
		return mention{kind: person, prop: "name", first: i, last: last, span: p.spanOf(i, last), words: nameWords(p.tokens[i:last]), sure: true}, true
	}
	if p.tokens[i].IsArabic() {
		return g.arabicAt(p, s, i)
	}
	return g.englishAt(p, s, i)
}

// listedName reads how lists write a name at the head of a row: "AL-KUBAYSI, Nazim Farhan", "Mathieu DELORME".
func (g ruleTagger) listedName(p *page, s text.Span, i int) (last int, ok bool) {
	t := p.tokens[i]
	if t.IsArabic() || !t.Capitalized() {
		return 0, false
	}
	row, j := p.rowHead(s, i), i
	for j < s.End && j < i+3 && shout(p.tokens[j]) {
		j++
	}
	if j > i && p.token(j).Text == "," {
		last = j + 1
		for last < s.End && last < j+6 && nameLike(p.tokens[last]) && !shout(p.tokens[last]) && !g.is("stop_en", p.tokens[last].Folded) && !g.is("title_en", p.tokens[last].Folded) {
			last++
		}
		n, first := last-j-1, p.token(j+1).Folded
		return last, row && n >= 2 || n >= 1 && (g.given[first] || g.western[first]) && (row || !shout(p.token(i-1)))
	}
	if j > i || !row {
		return 0, false
	}
	for j < s.End && j < i+3 && nameLike(p.tokens[j]) && strings.ToUpper(p.tokens[j].Text) != p.tokens[j].Text && !g.is("stop_en", p.tokens[j].Folded) && !g.is("title_en", p.tokens[j].Folded) {
		j++
	}
	last = j
	for last < s.End && last < j+2 && shout(p.tokens[last]) && !g.is("stop_en", p.tokens[last].Folded) && !g.is("org_name_en", p.tokens[last].Folded) {
		last++
	}
	next := p.token(last)
	return last, j > i && last > j && next.Kind != text.Word
}

// comma returns where the comma stands in a name with the family name first, or 0.
func (g ruleTagger) comma(p *page, first, last int) int {
	for k := first; k < last; k++ {
		if p.tokens[k].Text == "," {
			return k
		}
	}
	return 0
}

// shout reports a word of four letters or more, its article aside, in capitals: a family name in a list, no acronym.
func shout(t text.Token) bool {
	return t.Kind == text.Word && len(t.Text) >= 4 && strings.ToUpper(t.Text) == t.Text && !t.IsArabic()
}

// rowHead reports whether token i begins the row of a list: only its number or mark stands before it in its line.
func (p *page) rowHead(s text.Span, i int) bool {
	k := i - 1
	for k >= i-4 && (p.token(k).Kind == text.Number || p.token(k).Kind == text.Punctuation) {
		k--
	}
	return k < i-1 && p.token(k).Kind == text.Break
}

// writer reads who writes a line of a chat: "14/01/2015 21:52 - Omar:".
func (g ruleTagger) writer(p *page, s text.Span, i int) (last int, ok bool) {
	mark := p.token(i - 1)
	if mark.Kind != text.Punctuation || p.token(i-2).Kind != text.Number && p.token(i-2).Text != "]" || mark.Text != "-" && mark.Text != "–" && mark.Text != "]" {
		return 0, false
	}
	clock := false // a time of the day stands before: 21:52
	k := i - 2
	for ; k > i-14 && p.token(k).Kind != text.Break; k-- {
		if p.token(k).Kind == text.Word && len(p.token(k).Text) > 2 {
			return 0, false
		}
		clock = clock || p.token(k).Text == ":" && p.token(k-1).Kind == text.Number && p.token(k+1).Kind == text.Number
	}
	for last = i; last < s.End && last < i+3 && p.tokens[last].Kind == text.Word; last++ {
		t := p.tokens[last]
		if !t.IsArabic() && !nameLike(t) || isFather(t.Folded) || isKunyaWord(t.Folded) || g.is("org_head_en", t.Folded) || g.is("org_head_ar", t.Folded) {
			return 0, false
		}
	}
	return last, clock && last > i && p.token(last).Text == ":"
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
	if !p.aliasBefore(s, k, i) {
		return mention{}, false
	}
	last, t := i, p.tokens[i]
	if quoted {
		if !t.IsArabic() && !t.Capitalized() && !(t.Folded == "the" && p.token(i+1).Capitalized()) { // called it "a retrograde step"
			return mention{}, false
		}
		for last < s.End && last < i+5 && p.tokens[last].Kind == text.Word {
			last++
		}
		if last == i || !isQuote(p.token(last).Text) {
			return mention{}, false
		}
	} else {
		next := p.token(i + 1)
		switch {
		case t.IsArabic() && strings.HasPrefix(t.Folded, "بال") && len(t.Folded) >= 10:
		case t.IsArabic() && strings.HasPrefix(t.Folded, "ال") && len(t.Folded) >= 8 && !g.is("title_ar", t.Folded) && g.is("calls", p.token(k).Folded):
		case !t.IsArabic() && articled(t) != "" && p.token(i-1).Folded != "the": // known as al-Araj
		case !t.IsArabic() && t.Capitalized() && p.token(i-1).Folded == "the" && !next.Capitalized() && next.Kind != text.Number:
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

// aliasBefore reports whether the word at token k ends what says that a nickname follows: "nicknamed", «لقبه», or a given name
// after such words, as in "called Yasin the Lame".
func (p *page) aliasBefore(s text.Span, k, i int) bool {
	if p.lex.is("calls", p.token(k).Folded) || p.token(i-1).Folded == "the" && p.callsHim(s, k) || p.knownThere(s, i-1) || p.token(i-1).Folded == "the" && p.knownThere(s, i-2) {
		return true
	}
	for back := 0; back < 4 && k-back >= s.Start; back++ {
		t, n := p.rules.match(p, k-back, "alias")
		switch {
		case n == 0:
		case p.tokens[i].IsArabic() && t.last >= k && t.last <= k+2, t.last > k && t.last <= k+2:
			return true
		case t.last == k && p.lex.given[p.token(k).Folded] && k == i-2:
			return true
		}
	}
	return false
}

// callsHim reports whether the verb at token k says what people call the man spoken of: "whom the waterfront calls the Captain", "the one
// they call the Butcher", "the person you call".
func (p *page) callsHim(s text.Span, k int) bool {
	switch p.token(k).Folded {
	case "call", "calls", "called":
	default:
		return false
	}
	for i := k - 1; i >= s.Start && i > k-6; i-- {
		switch f := p.tokens[i].Folded; {
		case f == "whom", i == k-1 && (f == "they" || f == "we" || f == "you" || f == "people" || f == "everybody" || f == "everyone"):
			return true
		case p.tokens[i].Kind != text.Word:
			return false
		}
	}
	return false
}

// knownThere reports whether the word at token k ends "known … as" with only where or to whom between: "known on the road as".
func (p *page) knownThere(s text.Span, k int) bool {
	if p.token(k).Folded != "as" {
		return false
	}
	for i := k - 1; i >= s.Start && i > k-7; i-- {
		t := p.tokens[i]
		if t.Folded == "known" {
			if i == k-1 {
				return false // the rules know it
			}
			switch p.tokens[i+1].Folded {
			case "on", "to", "among", "in", "by", "around", "at", "there", "here", "throughout", "across", "along", "simply", "everywhere":
				return true
			}
			return false
		}
		if t.Kind != text.Word {
			return false
		}
	}
	return false
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
