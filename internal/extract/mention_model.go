package extract

import (
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	names "github.com/sanad-workbench/sanad/internal/extract/tagger"
	"github.com/sanad-workbench/sanad/internal/text"
)

// union finds mentions by rules and by the trained model of the sentence's script, and settles where they differ: rules know
// kunyas, titles, proclitics and Arabic names in either script; the model knows names by their look and neighbours, above all
// those of foreigners and of organizations no list has. Neither is believed against words that are plainly no name.
type union struct{ ruleTagger }

// How sure the model must be, as a probability.
const (
	sureAlone = 0.60 // of one word that no rule takes for a name, of an organization, of a place
	sureName  = 0.50 // of a name of several words; to lengthen or shorten what a rule found
	sureOther = 0.40 // that what a rule took for a person by its look alone is something else
	sureSplit = 0.80 // that a person's name stands inside what a rule took for an organization
)

// guess is a name the model sees, in tokens of the page.
type guess struct {
	first, last int
	kind        names.Kind
	sure        float32
}

// guesses runs the model over a sentence.
func (g union) guesses(p *page, s text.Span) []guess {
	p.words, p.wordAt = p.words[:0], p.wordAt[:0]
	arabic, latin, capitals := 0, 0, 0
	for i := s.Start; i < s.End; i++ {
		t := &p.tokens[i]
		if t.Kind == text.Break {
			continue
		}
		if t.Kind == text.Word {
			switch {
			case t.IsArabic():
				arabic++
			case t.Capitalized():
				capitals++
				latin++
			default:
				latin++
			}
		}
		p.words, p.wordAt = append(p.words, t.Text), append(p.wordAt, i)
	}
	model := names.English
	switch {
	case arabic > latin:
		model = names.Arabic
	case capitals == 0: // nothing here looks like a name
		return nil
	}
	spans := model().Spans(p.words)
	out := make([]guess, len(spans))
	for i, x := range spans {
		out[i] = guess{p.wordAt[x.First], p.wordAt[x.Last-1] + 1, x.Kind, x.Confidence}
	}
	return out
}

func (g union) tag(p *page, s text.Span) []mention {
	ruled, seen := g.ruleTagger.tag(p, s), g.withUnheard(p, s, g.guesses(p, s))
	out := make([]mention, 0, len(ruled)+len(seen))
	end := s.Start // where the mentions so far end
	add := func(list ...mention) {
		for _, m := range list {
			if m.first >= end {
				m.appositive, m.entity = -1, -1
				out, end = append(out, m), m.last
			}
		}
	}
	alone := func(x guess, next int) {
		if m, ok := g.fromModel(p, s, x); ok && m.last <= next {
			add(m)
		}
	}
	k := 0
	for i, m := range ruled {
		for k < len(seen) && seen[k].last <= m.first {
			alone(seen[k], m.first)
			k++
		}
		n := k
		for n < len(seen) && seen[n].first < m.last {
			n++
		}
		next := s.End
		if i+1 < len(ruled) {
			next = ruled[i+1].first
		}
		if m.first < end { // inside what was lengthened
			continue
		}
		add(g.settle(p, s, m, seen[k:n], next)...)
		for k < n && seen[k].last <= m.last {
			k++
		}
	}
	for ; k < len(seen); k++ {
		alone(seen[k], s.End)
	}
	return out
}

// settle decides what stands where a rule found m and the model sees the guesses. Nothing it returns reaches beyond next
// but a name that takes the rule's next mentions in whole.
func (g union) settle(p *page, s text.Span, m mention, seen []guess, next int) []mention {
	switch m.kind {
	case person:
		return g.settlePerson(p, s, m, seen, next)
	case place:
		for _, x := range seen {
			if x.first > m.first || x.last < m.last || x.last-x.first == m.last-m.first || x.last > next {
				continue
			}
			if o, ok := g.fromModel(p, s, x); ok && o.kind != place && o.first <= m.first && o.last > m.last { // Tima Kurdi, Melbourne City Council
				return []mention{o}
			}
		}
	case organization:
		for _, x := range seen { // Supreme Court Justice John Harding
			bar := float32(sureSplit)
			if g.titledEnglish(p, x.first) {
				bar = sureAlone
			}
			if p.tokens[m.first].IsArabic() && x.first == m.first+1 && !g.titledArabic(p, x.first) { // a brigade, a company of that name
				continue
			}
			if x.kind != names.PER || x.sure < bar || x.first <= m.first || x.last < m.last || x.last > next {
				continue
			}
			o, ok := g.fromModel(p, s, x)
			if !ok {
				continue
			}
			last := o.first
			for last > m.first && !g.is("org_head_en", p.tokens[last-1].Folded) {
				last--
			}
			if last-m.first < 2 {
				return []mention{o}
			}
			return []mention{g.organizationMention(p, m.first, last, p.tokens[last-1].Folded), o}
		}
	}
	return []mention{m}
}

// settlePerson decides about a person a rule found. A kunya or nickname stays as it is.
func (g union) settlePerson(p *page, s text.Span, m mention, seen []guess, next int) []mention {
	if m.prop != "name" || m.sure {
		return []mention{m}
	}
	known := g.knownName(p, m)
	agreed := false
	for _, x := range seen {
		agreed = agreed || x.kind == names.PER
		switch {
		case x.kind == names.PER && x.sure >= sureName:
			if m.span.Start > p.tokens[m.first].Span.Start && x.first < m.first { // «عدنان لحارث ناجي» is two
				continue
			}
			if o, ok := g.personFrom(p, s, x, m.span.Start); ok && g.better(p, m, o, next) {
				return []mention{o}
			}
		case x.kind != names.PER && x.first <= m.first && x.last >= m.last && !known:
			bar := float32(sureOther)
			if g.western[p.tokens[m.first].Folded] {
				bar = sureAlone
			}
			if x.sure < bar {
				continue
			}
			if o, ok := g.fromModel(p, s, x); ok && o.last <= max(next, m.last) {
				return []mention{o}
			}
			return nil
		}
	}
	if !known && !agreed && !g.introduced(p, m) {
		return nil
	}
	return []mention{m}
}

// knownName reports whether a name has a word that is known as an Arabic given name, or has the article of a family name.
func (g union) knownName(p *page, m mention) bool {
	sounds := 0
	for i := m.first; i < m.last; i++ {
		switch t := p.tokens[i]; {
		case g.nameWord(t), i == m.first && m.last-i > 1 && compound(m.words[0], p.tokens[i+1].Folded):
			return true
		case g.soundsArabic(t):
			if sounds++; sounds > 1 || g.chain[t.Folded] {
				return true
			}
		}
	}
	return false
}

// strange reports whether every word of a name is one that stands for nothing else: no word of the language, no acronym, no place.
func (g union) strange(p *page, m mention) bool {
	for i := m.first; i < m.last; i++ {
		if t := p.tokens[i]; t.Kind == text.Word && !connector(t.Folded) && (ordinary(t) || len(t.Text) < 3 || isPlaceName(p, i)) {
			return false
		}
	}
	return true
}

// unheard reports whether every word of a name of several is one that running English does not know, or a name by the lists: such words
// are a person's even when the model is not sure.
func (g union) unheard(p *page, m mention) bool {
	switch p.tokens[m.first].Folded { // houses, hills, valleys
	case "dar", "tal", "tall", "tell", "bayt", "beit", "bab", "jabal", "jebel", "khan", "qasr", "nahr", "ras", "hay", "hayy", "umm", "wadi":
		return false
	}
	new := 0
	for i := m.first; i < m.last; i++ {
		t := p.tokens[i]
		switch f := t.Folded; {
		case connector(f):
			continue
		case t.Kind != text.Word, !nameLike(t), len(t.Text) < 3, isPlaceName(p, i), strings.ToUpper(t.Text) == t.Text, g.is("org_head_en", f), g.is("org_name_en", f), g.is("stop_en", f):
			return false
		case !names.English().Known(f):
			new++
		case !g.given[f] && !g.chain[f] && !names.English().Name(f):
			return false
		}
	}
	return new > 0 && p.token(m.first-1).Folded != "the" && p.token(m.last).Folded != "network" && !g.is("org_head_en", p.token(m.last).Folded)
}

// withUnheard adds to the model's guesses the names it missed: runs of words with a capital, none of which running English knows.
func (g union) withUnheard(p *page, s text.Span, seen []guess) []guess {
	var out []guess
	k := 0
	for i := s.Start; i < s.End; {
		if k < len(seen) && seen[k].last <= i {
			out = append(out, seen[k])
			k++
			continue
		}
		last, strange := i, 0
		for last < s.End && last < i+5 && (k == len(seen) || last < seen[k].first) {
			if t := p.tokens[last]; g.unknown(p, last) {
				strange++
			} else if last == i || !nameLike(t) || !g.given[t.Folded] && !g.chain[t.Folded] || isPlaceName(p, last) {
				break
			}
			last++
		}
		if strange >= 2 && p.at(i) < 0 && !inPlace(p.token(i-1).Folded) {
			out = append(out, guess{first: i, last: last, kind: names.PER, sure: sureName})
		}
		i = max(last, i+1)
	}
	return append(out, seen[k:]...)
}

// inPlace reports a word before the name of a place.
func inPlace(f string) bool {
	switch f {
	case "in", "at", "near", "around", "outside", "between", "village", "town", "city", "district", "road", "towards", "toward", "called", "street", "quarter", "the":
		return true
	}
	return false
}

// unknown reports whether the token at i is a Latin word with a capital that running English does not know and no place is called.
func (g union) unknown(p *page, i int) bool {
	t := p.tokens[i]
	return nameLike(t) && len(t.Text) >= 4 && !p.dated[i] && !p.paid[i] && strings.ToUpper(t.Text) != t.Text && !strings.Contains(t.Text, "-") && !names.English().Known(t.Folded) && !isPlaceName(p, i) && !g.is("stop_en", t.Folded) && !g.is("title_en", t.Folded) && !g.is("org_head_en", t.Folded) && !g.is("tribe", t.Folded)
}

// soundsArabic reports whether a Latin word has the consonants of an Arabic given name, and is no word of English.
func (g union) soundsArabic(t text.Token) bool {
	if t.IsArabic() || len(t.Folded) < 4 || g.is("stop_en", t.Folded) {
		return false
	}
	k := latinSkeleton(t.Folded)
	return len(k) >= 3 && g.skeletons[k] && !names.English().Ordinary(t.Folded)
}

// nameWord reports whether a word is a known given name, behind a proclitic too, or a family name by its form.
func (g union) nameWord(t text.Token) bool {
	f := t.Folded
	if g.arabicName(t, f) || strings.HasPrefix(f, "abd") || strings.HasPrefix(f, "عبد") {
		return true
	}
	if !t.IsArabic() {
		return articled(t) != "" || connector(f)
	}
	for _, r := range text.Proclitics(f)[1:] {
		if g.given[r.Stem] || g.common[r.Stem] {
			return true
		}
	}
	return g.nisba(f)
}

// prepositioned reports whether an Arabic word is a given name behind «ل» or «ب», and no word as it stands.
func (g union) prepositioned(t text.Token) bool {
	if !t.IsArabic() || g.wholeWord(t.Folded) || g.chain[t.Folded] {
		return false
	}
	rest, to := strings.CutPrefix(t.Folded, "ل")
	if !to {
		rest, to = strings.CutPrefix(t.Folded, "ب")
	}
	return to && len(rest) >= 6 && g.arabicName(t, rest)
}

// chainStem returns the word behind «و» that is known as a father's or family name, "" when there is none or the word is known as it
// stands.
func (g union) chainStem(t text.Token) string {
	rest, and := strings.CutPrefix(t.Folded, "و")
	if !and || len(rest) < 6 || g.wholeWord(t.Folded) || !g.chain[rest] || g.is("stop_ar", rest) || g.is("title_ar", rest) {
		return ""
	}
	return rest
}

// ofChain reports whether every word of an Arabic name is known as one of a person's names.
func (g union) ofChain(p *page, m mention) bool {
	for i := m.first; i < m.last; i++ {
		t := p.tokens[i]
		if !g.nameWord(t) && (!g.chain[t.Folded] || g.is("stop_ar", t.Folded) || g.is("title_ar", t.Folded)) && (i > m.first || g.chainStem(t) == "") {
			return false
		}
	}
	return true
}

// introduced reports whether the words before a name say beyond doubt that a person is named.
func (g union) introduced(p *page, m mention) bool {
	f := p.token(m.first - 1).Folded
	if f == "." {
		f = p.token(m.first - 2).Folded
	}
	switch f {
	case "named", "mr", "mrs", "ms", "sheikh", "haji", "hajji", "mullah", "dr", "brother", "cousin", "nephew":
		return true
	}
	return g.strongTitle(f) || g.namedAfterRole(p, m.first)
}

// better reports whether the model's form o of a person's name is to be preferred to the rule's m: it adds words that look
// like names, or leaves out such as are none.
func (g union) better(p *page, m, o mention, next int) bool {
	if o.first == m.first && o.last == m.last || o.last > next && !g.takes(p, o, next) {
		return false
	}
	for i := o.first; i < o.last; i++ {
		if (i < m.first || i >= m.last) && !g.mayBeName(p, i) {
			return false
		}
		if t := p.tokens[i]; i < m.first && (t.IsArabic() && !g.nameWord(t) && !g.titledArabic(p, i) || !t.IsArabic() && t.Kind == text.Word && ordinary(t)) { // «أخلي سبيل سنان»
			return false
		}
	}
	for i := m.first; i < m.last; i++ {
		if i >= o.first && i < o.last {
			continue
		}
		t := p.tokens[i]
		if i == m.first && t.IsArabic() && m.last-m.first > 1 && !verbLike(t.Folded) && g.titledArabic(p, i) { // «الطفلة ريام حسن»
			return false
		}
		if t.Kind == text.Word && (g.nameWord(t) && t.Folded != "صاحب" || g.western[t.Folded] || g.chain[t.Folded] && t.IsArabic()) {
			return false
		}
		if t.IsArabic() && i != m.first && !g.is("org_head_ar", p.token(m.last).Folded) { // an unknown father's name
			return false
		}
		if !t.IsArabic() && t.Kind == text.Word && i > m.first && !ordinary(t) { // an unknown family name
			return false
		}
		if !t.IsArabic() && t.Kind == text.Word && i == m.first && !ordinary(t) && !isPlaceName(p, i) {
			return false
		}
	}
	return true
}

// takes reports whether a name that reaches into the next mentions of the rules takes them in whole, as «لقمان بن صباح» takes
// «لقمان» and «صباح»: nothing but words of names stands in it.
func (g union) takes(p *page, o mention, next int) bool {
	for i := o.first; i < o.last; i++ {
		if !g.mayBeName(p, i) {
			return false
		}
	}
	return p.tokens[next].IsArabic() && o.last-o.first <= 7
}

// ordinary reports whether a word is an acronym or one that is seldom written with a capital: no name by itself.
func ordinary(t text.Token) bool {
	return len(t.Text) > 1 && strings.ToUpper(t.Text) == t.Text || names.English().Ordinary(t.Folded)
}

// mayBeName reports whether the token at i can be part of a person's name.
func (g union) mayBeName(p *page, i int) bool {
	t := p.tokens[i]
	f := t.Folded
	switch {
	case p.dated[i] || p.paid[i]:
		return false
	case len(f) > 4 && t.Kind == text.Word && !g.given[f] && p.counts(i):
		return false
	case t.Kind == text.Punctuation:
		return t.Text == "." && len(p.token(i-1).Text) == 1 && p.token(i-1).Capitalized()
	case t.Kind != text.Word:
		return false
	case t.IsArabic():
		if rest, and := strings.CutPrefix(f, "و"); and && !g.wholeWord(f) && i > 0 && p.tokens[i-1].IsArabic() && g.mayBeName(p, i-1) && len(rest) >= 4 {
			return false // "and", then the next man's name
		}
		if g.prepositioned(t) && i > 0 && p.tokens[i-1].IsArabic() {
			return false // "to", then the next man's name
		}
		if len(f) > 10 && (strings.HasPrefix(f, "بال") || strings.HasPrefix(f, "لل") || strings.HasPrefix(f, "كال")) && !g.arabicName(t, f) {
			return false // "in the car"
		}
		if f == "خلف" && strings.HasPrefix(p.token(i+1).Folded, "ال") && !g.nisba(p.token(i+1).Folded) && !g.is("family_ar", p.token(i+1).Folded) {
			return false // behind bars
		}
		if g.arabicName(t, f) || f == "بن" || f == "ابن" || f == "بنت" {
			return true
		}
		if strings.HasSuffix(f, "ات") || len(f) >= 10 && strings.HasSuffix(f, "ني") && !strings.HasPrefix(f, "ال") { // things, verbs with "me"
			return false
		}
		return len(f) >= 4 && f != "علي" && !g.is("stop_ar", f) && !g.is("title_ar", f) && !g.is("org_head_ar", f) && !g.is("say_ar", f) && !g.is("nationality_ar", f) && len(p.rules.first[f]) == 0
	case connector(f):
		return true
	}
	return nameLike(t) && !g.is("stop_en", f) && !g.is("org_head_en", f) && !g.is("org_name_en", f) && !streetLike(f)
}

// counts reports whether a word begins a number: عشرين, twenty.
func (p *page) counts(i int) bool {
	_, ok := text.CountAt(p.tokens, i)
	return ok
}

// personFrom makes a person of what the model sees, titles and marks at its ends off. from is where the span may begin at
// the earliest when a rule cut a proclitic off the same word.
func (g union) personFrom(p *page, s text.Span, x guess, from int) (mention, bool) {
	first, last := x.first, x.last
	for first < last {
		t := p.tokens[first]
		_, role := p.rules.match(p, first, "role")
		_, trade := p.rules.match(p, first, "trade")
		switch {
		case t.Kind != text.Word, g.is("stop_ar", t.Folded) && !g.given[t.Folded]:
		case g.is("title_en", t.Folded) && !(g.given[t.Folded] && first+1 < last), g.is("title_ar", t.Folded) && !g.given[t.Folded], strings.HasPrefix(t.Folded, "kunya"):
		case (role > 0 || trade > 0) && !g.given[t.Folded] && !g.western[t.Folded] && last-first > 1:
		default:
			goto trimmed
		}
		first++
	}
trimmed:
	for last > first && (p.tokens[last-1].Kind != text.Word || p.dated[last-1] || p.paid[last-1]) {
		last--
	}
	if last <= first {
		return mention{}, false
	}
	for i := first; i < last; i++ {
		if and := i == first && p.tokens[i].IsArabic() && (g.nameWord(p.tokens[i]) || g.chainStem(p.tokens[i]) != ""); !and && !g.mayBeName(p, i) {
			return mention{}, false
		}
	}
	m := mention{kind: person, prop: "name", first: first, last: last, span: p.spanOf(first, last), words: nameWords(p.tokens[first:last]), model: true}
	if isFather(p.tokens[first].Folded) || isKunyaWord(p.tokens[first].Folded) || len(m.words) == 0 || g.roleWords(p, first) {
		return mention{}, false
	}
	if t := p.tokens[first]; t.IsArabic() && !g.wholeWord(t.Folded) {
		for _, r := range text.Proclitics(t.Folded)[1:] {
			if at := t.Span.Start + text.SkipIn(t.Text, r.Skip); at == from || g.given[r.Stem] || g.common[r.Stem] || r.Stem == g.chainStem(t) {
				m.span.Start = at
				m.words[0] = r.Stem
				break
			}
		}
	}
	return m, true
}

// fromModel makes a mention of what the model sees where no rule found anything, or something smaller.
func (g union) fromModel(p *page, s text.Span, x guess) (mention, bool) {
	one := x.last-x.first == 1
	arabic := p.tokens[x.first].IsArabic()
	for i := x.first; i < x.last; i++ {
		if p.dated[i] || p.paid[i] {
			return mention{}, false
		}
	}
	switch x.kind {
	case names.PER:
		m, ok := g.personFrom(p, s, x, -1)
		if !ok || m.last-m.first != x.last-x.first && isPlaceName(p, m.first) || m.words[0] == "صلاح" && m.last == m.first+2 && ofProvince(p.token(m.first-1).Folded) {
			return mention{}, false
		}
		one = len(m.words) == 1
		switch {
		case one && !arabic && x.sure >= sureOther && g.soundsArabic(p.tokens[m.first]) && !isPlaceName(p, m.first):
			return m, true
		case !one && !arabic && (x.sure >= sureOther && g.strange(p, m) || g.unheard(p, m)):
			return m, true
		case !one && arabic && x.sure >= sureOther && g.ofChain(p, m):
			return m, true
		case x.sure < sureName, one && x.sure < sureAlone, one && arabic:
			return mention{}, false
		case arabic && (x.sure < sureAlone || verbLike(p.tokens[m.first].Folded) && !g.nameWord(p.tokens[m.first]) && g.chainStem(p.tokens[m.first]) == ""):
			return mention{}, false
		case one && (isPlaceName(p, m.first) || strings.ToUpper(p.tokens[m.first].Text) == p.tokens[m.first].Text || ordinary(p.tokens[m.first])):
			return mention{}, false
		case !arabic && p.shouted(s):
			return m, x.sure >= sureSplit && !names.English().Ordinary(p.tokens[m.last-1].Folded) || g.given[p.tokens[m.first].Folded] || g.western[p.tokens[m.first].Folded]
		case !arabic && ordinary(p.tokens[m.last-1]):
			return mention{}, false
		}
		return m, true
	case names.ORG:
		if x.sure < sureAlone || arabic && one {
			return mention{}, false
		}
		first, last := x.first, x.last
		if f := p.tokens[first].Folded; f == "the" {
			first++
		}
		if first == last || p.tokens[last-1].Kind != text.Word {
			return mention{}, false
		}
		for i := first; i < last; i++ {
			t := p.tokens[i]
			if t.Kind == text.Punctuation && t.Text != "&" && t.Text != "." || t.Kind == text.Break || t.IsArabic() != arabic && t.Kind == text.Word {
				return mention{}, false
			}
		}
		t := p.tokens[first]
		if !arabic && (!nameLike(t) && t.Kind != text.Number || last-first == 1 && (g.is("stop_en", t.Folded) || g.is("title_en", t.Folded) || g.is("org_head_en", t.Folded) || isPlaceName(p, first))) {
			return mention{}, false
		}
		if arabic && (g.is("stop_ar", t.Folded) || len(p.rules.first[t.Folded]) > 0 && !g.is("org_head_ar", t.Folded)) {
			return mention{}, false
		}
		m := g.organizationMention(p, first, last, p.tokens[last-1].Folded)
		m.model = true
		if g.memberOf(p, s, first) {
			m.schema = sanad.SchemaNetwork
		}
		return m, len(m.words) > 0
	case names.LOC:
		if x.sure < sureAlone || arabic {
			return mention{}, false
		}
		for i := x.first; i < x.last; i++ {
			if t := p.tokens[i]; !nameLike(t) && !(i > x.first && i < x.last-1 && (t.Folded == "of" || connector(t.Folded))) {
				return mention{}, false
			}
			if g.is("stop_en", p.tokens[i].Folded) {
				return mention{}, false
			}
		}
		if !g.placeContext(p, x.first, x.last) && p.token(x.first-1).Text != "," {
			return mention{}, false
		}
		return mention{kind: place, first: x.first, last: x.last, span: p.spanOf(x.first, x.last), model: true}, true
	}
	return mention{}, false
}

// shouted reports whether a sentence is written in capitals throughout.
func (p *page) shouted(s text.Span) bool {
	for i := s.Start; i < s.End; i++ {
		if t := p.tokens[i]; t.Kind == text.Word && strings.ToUpper(t.Text) != t.Text {
			return false
		}
	}
	return true
}

// memberOf reports whether the words before token i say that somebody belongs to what is named there: "a driver for the".
func (g union) memberOf(p *page, s text.Span, i int) bool {
	k := i - 1
	if p.token(k).Folded == "the" {
		k--
	}
	switch p.token(k).Folded {
	case "of", "for", "in", "with":
	default:
		return false
	}
	for j := max(s.Start, k-4); j < k; j++ {
		if r, n := p.rules.match(p, j, "role"); n > 0 && j+n == k && r.class == "role" {
			return true
		}
		if _, n := p.rules.match(p, j, "member"); n > 0 && j+n >= k && j+n <= i {
			return true
		}
	}
	return false
}
