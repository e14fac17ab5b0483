package extract

import (
	"sort"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	names "github.com/sanad-workbench/sanad/internal/extract/tagger"
	"github.com/sanad-workbench/sanad/internal/text"
)

// resolve gives every mention of a person or organization its entity: the same name, a short form that fits exactly one
// person of the report, or another name introduced beside it. Two full names that differ are two persons, and so are two
// of one name whom the text tells apart. Where it stays open who is meant, the mention is an entity of its own: to join
// two is a person's decision.
func (p *page) resolve() {
	p.linkAliases()
	p.learnNisbas()
	r := newIdentities(p)
	r.joinAppositives()
	r.joinNames()
	r.joinOthers("kunya")
	r.joinOthers("alias")
	orgs := map[string]int{}
	made := map[int]int{} // root mention → entity
	for i := range p.mentions {
		m := &p.mentions[i]
		switch m.kind {
		case organization:
			k := orgKey(m.words)
			e, ok := orgs[k]
			if !ok {
				e = p.addEntity(m, m.schema)
				orgs[k] = e
				p.orgWords[e] = m.words
			}
			m.entity = e
		case person:
			root := r.find(i)
			e, ok := made[root]
			if !ok {
				e = p.addEntity(m, sanad.SchemaPerson)
				made[root] = e
			}
			m.entity = e
		}
	}
}

func (p *page) addEntity(m *mention, schema string) int {
	p.entities = append(p.entities, entity{id: p.newEntity(schema, m.span), schema: schema})
	return len(p.entities) - 1
}

// learnNisbas collects the family names of the report: those that stand with their article.
func (p *page) learnNisbas() {
	for i := range p.mentions {
		m := &p.mentions[i]
		if m.kind != person || m.prop != "name" || len(m.words) < 2 {
			continue
		}
		if p.family(m.last - 1) {
			p.nisbas[m.words[len(m.words)-1]] = true
		}
	}
}

// family reports whether the word of a name at token i is a family name by its article.
func (p *page) family(i int) bool {
	t := p.tokens[i]
	return articled(t) != "" || t.IsArabic() && strings.HasPrefix(t.Folded, "ال") || isArticle(p.token(i-1).Folded)
}

// identities are the persons of a report while mentions are joined: sets of mentions, each known by its root mention.
type identities struct {
	*page
	parent    []int
	who       []profile        // of the root mention
	contested contest          // names that stand for more than one person here
	apart     map[int][]int    // mentions that are not the same person as these
	exact     map[string][]int // property and words → mentions that stand for their person
	byWord    map[string][]int // property and first or last word → the same
	bearers   map[string][]int // word → mentions of two words and more that have it anywhere
}

func newIdentities(p *page) *identities {
	r := &identities{page: p, parent: make([]int, len(p.mentions)), who: make([]profile, len(p.mentions)),
		apart: map[int][]int{}, exact: map[string][]int{}, byWord: map[string][]int{}}
	for i := range p.mentions {
		r.parent[i] = i
		m := &p.mentions[i]
		if m.kind != person {
			continue
		}
		if m.prop == "alias" && len(m.words) > 1 && m.words[0] == "the" {
			m.words = m.words[1:]
		}
		if len(m.words) == 0 {
			m.words = []string{p.textOf(m.first, m.last)}
		}
		if m.prop == "kunya" { // however it is spelt and whatever its case: أبو, أبا, أبي
			switch w := m.words[0]; {
			case isFather(w):
				m.words[0] = "ابو"
			case isKunyaWord(w) && w[0] == 'a':
				m.words[0] = "abu"
			case isKunyaWord(w):
				m.words[0] = "umm"
			}
		}
		r.who[i] = p.profileOf(i)
		if r.who[i].trade != "" {
			p.trades[i] = r.who[i].trade
		}
	}
	r.contested = r.findContests()
	r.findBearers()
	return r
}

// findBearers collects who bears which word: as own name, father's, grandfather's or last, in a kunya or a nickname, or as a
// tribe or company called by it.
func (r *identities) findBearers() {
	r.bearers = map[string][]int{}
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.kind != organization && (m.kind != person || len(m.words) < 2 && m.prop == "name") {
			continue
		}
		for _, w := range m.words {
			if list := r.bearers[w]; len(list) <= mostNamesakes {
				r.bearers[w] = append(list, i)
			}
		}
	}
}

func (r *identities) find(i int) int {
	for r.parent[i] != i {
		r.parent[i] = r.parent[r.parent[i]]
		i = r.parent[i]
	}
	return i
}

// may reports whether the persons of two mentions can be one: neither their names nor what the text says of them clash.
func (r *identities) may(a, b int) bool {
	a, b = r.find(a), r.find(b)
	if a == b {
		return true
	}
	return r.namesAgree(a, b) && !r.toldApart(a, b)
}

// namesAgree reports whether one of the names of a can be one of b's.
func (r *identities) namesAgree(a, b int) bool {
	if len(r.who[a].names) == 0 || len(r.who[b].names) == 0 {
		return true
	}
	for _, x := range r.who[a].names {
		for _, y := range r.who[b].names {
			if r.compatible("name", x, y) {
				return true
			}
		}
	}
	return false
}

// toldApart reports whether what the text says of two persons, or that it lists both, makes them two.
func (r *identities) toldApart(a, b int) bool {
	a, b = r.find(a), r.find(b)
	if r.who[a].clashes(&r.who[b]) {
		return true
	}
	for _, x := range r.apart[a] {
		if r.find(x) == b {
			return true
		}
	}
	for _, x := range r.apart[b] {
		if r.find(x) == a {
			return true
		}
	}
	return false
}

// join makes the persons of two mentions one; the mention first in the text is the root.
func (r *identities) join(a, b int) {
	a, b = r.find(a), r.find(b)
	if a == b {
		return
	}
	if b < a {
		a, b = b, a
	}
	r.parent[b] = a
	r.who[a].take(&r.who[b])
	for _, y := range r.who[b].names {
		r.addName(&r.who[a], y)
	}
	if list := r.apart[b]; len(list) > 0 {
		r.apart[a] = append(r.apart[a], list...)
	}
}

// mostNames is how many names of different form one person may have.
const mostNames = 8

// addName keeps a name, or the longer of two forms of one.
func (r *identities) addName(who *profile, words []string) {
	for i, x := range who.names {
		if r.compatible("name", x, words) {
			if len(words) > len(x) {
				who.names = append([][]string(nil), who.names...)
				who.names[i] = words
			}
			return
		}
	}
	if len(who.names) < mostNames {
		who.names = append(who.names[:len(who.names):len(who.names)], words)
	}
}

func (r *identities) joinAppositives() {
	for i := range r.mentions {
		if m := &r.mentions[i]; m.kind == person && m.appositive >= 0 && !r.toldApart(i, m.appositive) {
			r.join(i, m.appositive)
		}
	}
}

// joinNames joins the mentions by name, the longest names first, so that a short form meets every person it may mean.
func (r *identities) joinNames() {
	var order []int
	for i := range r.mentions {
		if m := &r.mentions[i]; m.kind == person && m.prop == "name" {
			order = append(order, i)
		}
	}
	sort.SliceStable(order, func(a, b int) bool { return len(r.mentions[order[a]].words) > len(r.mentions[order[b]].words) })
	for _, i := range order {
		r.place(i, r.fitsName)
	}
}

// joinOthers joins kunyas and nicknames.
func (r *identities) joinOthers(prop string) {
	var order []int
	for i := range r.mentions {
		if m := &r.mentions[i]; m.kind == person && m.prop == prop {
			order = append(order, i)
		}
	}
	sort.SliceStable(order, func(a, b int) bool { // those introduced beside a name come first
		x, y := &r.mentions[order[a]], &r.mentions[order[b]]
		if (r.find(order[a]) != order[a]) != (r.find(order[b]) != order[b]) {
			return r.find(order[a]) != order[a]
		}
		return len(x.words) > len(y.words)
	})
	fits := func(a, b []string) bool { return false }
	if prop == "kunya" {
		fits = fitsKunya
	}
	for _, i := range order {
		r.place(i, fits)
	}
}

// mostNamesakes is how many persons of one report may share a word before no short form of it is resolved.
const mostNamesakes = 64

// place joins a mention to the one person it can mean, or leaves it on its own.
func (r *identities) place(i int, fits func(short, long []string) bool) {
	m := &r.mentions[i]
	key := m.prop[:1] + strings.Join(m.words, " ")
	contested := r.contested.has(m.prop, m.words)
	same := r.candidates(i, r.exact[key], func(int) bool { return true }, contested)
	switch {
	case len(same) == 1 && m.prop == "name" && len(m.words) == 1 && r.describedAnew(i, same[0]): // "al-Rawi the baker" after "al-Rawi"
		return
	case len(same) == 1 && m.prop == "name" && r.rest(m) != r.rest(&r.mentions[same[0]]) && (r.rest(m) != "" && r.rest(&r.mentions[same[0]]) != ""): // cut off before two names
		return
	case len(same) == 1:
		r.join(i, same[0])
	case len(same) > 1:
		return // who of them is meant stays open; nobody joins this mention either
	case contested:
	default:
		var list []int
		words := []string{m.words[0], m.words[len(m.words)-1]}
		if m.prop == "kunya" && len(m.words) > 1 {
			words[0] = m.words[1]
		}
		for n, w := range words {
			if n == 1 && w == words[0] {
				break
			}
			near := r.byWord[m.prop[:1]+w]
			if len(near) > mostNamesakes {
				return
			}
			list = append(list, near...)
		}
		longer := r.candidates(i, list, func(k int) bool {
			// People are introduced by their fuller name and shortened afterwards. A name that comes first and a fuller one
			// after it are two men until somebody says otherwise.
			return m.first > r.mentions[k].first && fits(m.words, r.mentions[k].words)
		}, false)
		if len(longer) > 1 {
			return
		}
		if len(longer) == 1 && m.prop == "name" && (!r.goesOnAs(m, &r.mentions[longer[0]]) || r.setOff(m, &r.mentions[longer[0]])) {
			return
		}
		if len(longer) == 1 && r.shortened(i, longer[0]) {
			r.join(i, longer[0])
		}
	}
	if len(r.exact[key]) <= mostNamesakes {
		r.exact[key] = append(r.exact[key], i)
	}
	for n, w := range m.words {
		if m.prop == "kunya" && (isKunyaWord(w) || isFather(w)) {
			continue
		}
		if n > 0 && n < len(m.words)-1 && m.prop == "name" {
			continue
		}
		if k := m.prop[:1] + w; len(same) == 0 && len(r.byWord[k]) <= mostNamesakes { // more of the same words say nothing new
			r.byWord[k] = append(r.byWord[k], i)
		}
	}
}

// rest returns the folded word right after a name that may be one more of its words, though the reader took it for none; "" when there is
// no such word.
func (p *page) rest(m *mention) string {
	t := p.token(m.last)
	f := t.Folded
	if t.Kind != text.Word || len(m.words) < 2 || m.last-m.first < 2 || p.dated[m.last] || len(f) < 4 || p.sentenceOf(m.last) != p.sentenceOf(m.first) || p.at(m.last) >= 0 {
		return ""
	}
	if !t.IsArabic() {
		if nameLike(t) && !ordinary(t) && !p.lex.is("stop_en", f) && !(p.lex.is("title_en", f) && nameLike(p.token(m.last+1))) && !p.lex.is("org_head_en", f) && !isPlaceName(p, m.last) { // "Nizar Hamdan Mulla"
			return f
		}
		return ""
	}
	if strings.HasPrefix(f, "ال") || p.lex.is("stop_ar", f) || p.lex.is("title_ar", f) || p.lex.is("say_ar", f) || p.lex.is("calls", f) || len(p.rules.first[f]) > 0 || isPlaceName(p, m.last) || !names.Arabic().Name(f) {
		return ""
	}
	return f
}

// goesOnAs reports whether a short name is cut off before no further name, or before the very word that the long one goes on with.
func (p *page) goesOnAs(short, long *mention) bool {
	next := p.rest(short)
	if next == "" {
		return true
	}
	for _, w := range long.words[min(len(short.words), len(long.words)):] {
		if w == next {
			return true
		}
	}
	return false
}

// describedAnew reports whether mention i brings a description, such as a trade or an age, that mention k's person does not share.
func (r *identities) describedAnew(i, k int) bool {
	own := &r.who[r.find(i)]
	return !own.empty() && !own.shares(&r.who[r.find(k)])
}

// nearSentences is over how many sentences a short form plainly takes up the name before it.
const nearSentences = 2

// shortened reports whether mention i takes up the person of mention k by a shorter name. A kunya or, farther on, any other
// description of its own, such as an age or a trade, introduces somebody else.
func (r *identities) shortened(i, k int) bool {
	m, long := &r.mentions[i], &r.mentions[k]
	if own := &r.who[r.find(i)]; !own.empty() && !own.shares(&r.who[r.find(k)]) {
		if fathers := strings.Fields(own.father); len(fathers) > 0 && len(long.words) > 1 && long.words[1] == fathers[0] && m.words[0] == long.words[0] { // Sabri Kadhim; Sabri's father, Kadhim
			return true
		}
		if own.kunya != "" || len(m.words) == 1 && m.words[0] != long.words[0] || r.sentenceOf(m.first)-r.sentenceOf(long.first) > nearSentences {
			return false
		}
	}
	if m.prop != "name" || len(m.words) > 1 || m.words[0] == long.words[0] {
		return true
	}
	if !r.family(long.last-1) && !r.nisbas[m.words[0]] && (r.courtesy(m.first) || r.speaks(m) && r.titled(long)) {
		return true // Mr Hammadi; Colonel Haidar Kadhim Jawad … Jawad said
	}
	// A tribe shares the family name, a confederation of tribes the second one.
	return !(len(long.words) > 2 && r.family(long.last-2) && !r.served(long.last-2)) && (r.continues(i, k) || r.soleBearer(i, k))
}

// served reports whether the word with an article at token i ends a name of two words: Abd al-Ilah, Zayn al-Abidin, «زين العابدين».
func (p *page) served(i int) bool {
	f, before := p.token(i).Folded, p.token(i-1).Folded
	switch before {
	case "al", "el":
		before = p.token(i - 2).Folded
	case "زين", "عبد":
		return true
	}
	if compound(before, f) || strings.HasPrefix(before, "abd") && len(before) <= len("abdel") {
		return true
	}
	for _, end := range [...]string{"-din", "-deen", "-abidin", "-abideen"} {
		if strings.HasSuffix(f, end) {
			return true
		}
	}
	return false
}

// soleBearer reports whether the last name that is mention i is borne by nobody in the report but the person of mention k, no tribe or
// family of it is spoken of, and it stands there for one man. The name of a tribe or town (al-Jumaili) is borne by thousands: he
// must be introduced by own, father's and grandfather's name, or taken up by it before, where it could mean nobody else. A last name that is also a given name may be somebody's
// own, unless three names were told before. A clause does not name one man twice by his family.
func (r *identities) soleBearer(i, k int) bool {
	word, long := r.mentions[i].words[0], &r.mentions[k]
	if r.lex.given[r.tokens[long.last-1].Folded] && len(long.words) < 3 || r.ofFamily(&r.mentions[i]) || r.family(long.last-1) && r.nisbaLike(word) && len(long.words) < 4 && !r.takenUp(i, k) {
		return false
	}
	if r.titled(&r.mentions[i]) && !r.courtesy(r.mentions[i].first) && !r.titled(long) { // "Judge al-Rawi" is not plainly the al-Rawi of before
		return false
	}
	root, list := r.find(k), r.bearers[word]
	for _, j := range list {
		if r.find(j) != root || r.sameClause(r.mentions[j].last, r.mentions[i].first) {
			return false
		}
	}
	return len(list) <= mostNamesakes
}

// nisbaLike reports whether a family name has the ending of one taken from a tribe or town.
func (p *page) nisbaLike(w string) bool {
	return (strings.HasSuffix(w, "i") || strings.HasSuffix(w, "ي")) && !p.lex.given[w] // but al-Ali
}

// takenUp reports whether one of the mentions between k and i already stands for the person of k by the same single word.
func (r *identities) takenUp(i, k int) bool {
	root := r.find(k)
	for j := i - 1; j > k; j-- {
		if m := &r.mentions[j]; m.kind == person && m.prop == "name" && len(m.words) == 1 && m.words[0] == r.mentions[i].words[0] && r.find(j) == root {
			return true
		}
	}
	return false
}

// ofFamily reports whether a family's name stands for the family or for one of it who is not known otherwise: "the al-Rawi brothers",
// "one al-Rawi", «آل الراوي»; or whether a tribe of that name is spoken of in the report.
func (p *page) ofFamily(m *mention) bool {
	before := p.token(m.first - 1)
	if before.Text == "," || before.Text == "،" || before.Text == "." && len(p.token(m.first-2).Folded) <= 3 {
		before = p.token(m.first - 2)
	}
	switch before.Folded { // one of his house: "Mrs al-Rawi", "his brother, al-Rawi"
	case "mrs", "ms", "miss", "madam", "madame", "lady", "father", "mother", "brother", "sister", "son", "daughter", "wife", "husband", "uncle", "aunt", "cousin", "nephew", "niece", "grandfather", "widow",
		"السيده", "والسيده", "الحاجه", "والده", "والدته", "شقيقه", "شقيقته", "اخوه", "اخيه", "اخاه", "اخته", "ابنه", "ابنته", "زوجته", "زوجها", "عمه", "خاله", "جده", "ارملته", "نسيبه":
		return true
	}
	switch p.token(m.first - 1).Folded {
	case "the", "a", "an", "one", "certain", "another", "other", "second", "house", "family", "ال", "بيت", "عايله", "عائله", "اسره", "ابناء", "اولاد", "بني", "عشيره", "قبيله", "المدعو", "يدعي":
		return true
	}
	switch p.token(m.last).Folded {
	case "family", "tribe", "clan", "brothers", "house", "household", "sons", "cousins", "tribesmen", "اخر", "الاخر", "الثاني":
		return true
	}
	for i := range p.mentions {
		t := &p.mentions[i]
		if t.kind != tribe {
			continue
		}
		for _, w := range nameWords(p.tokens[t.first:t.last]) {
			if w == m.words[0] {
				return true
			}
		}
	}
	return false
}

// sameClause reports whether two tokens stand in one sentence with no comma or other mark of a new clause between them.
func (p *page) sameClause(a, b int) bool {
	for i := a; i < b; i++ {
		switch t := p.tokens[i]; {
		case t.Text == ",", t.Text == "،", t.Text == ";", t.Text == "؛", t.Text == ":", isQuote(t.Text):
			return false
		}
	}
	return p.sameSentence(a, b)
}

// courtesy reports whether token i has the title before it that goes with the last word of a name.
func (p *page) courtesy(i int) bool {
	f := p.token(i - 1).Folded
	if f == "." {
		f = p.token(i - 2).Folded
	}
	switch f {
	case "mr", "mrs", "ms", "السيد", "السيده", "والسيد", "للسيد":
		return true
	}
	return false
}

// speaks reports whether a mention stands beside a verb of speech as its subject.
func (p *page) speaks(m *mention) bool {
	return p.lex.is("say_en", p.token(m.last).Folded) || p.token(m.first-1).Text != "." && p.lex.is("say_en", p.token(m.first-1).Folded) || p.lex.is("say_ar", p.token(m.first-1).Folded)
}

// titled reports whether a title stands before a mention.
func (p *page) titled(m *mention) bool {
	g := ruleTagger{p.lex}
	return g.titledEnglish(p, m.first) || g.titledArabic(p, m.first)
}

// continues reports whether mention i goes on speaking of the person of mention k: that person is the one named last, in a
// sentence just before. A sentence does not name one man twice by his family.
func (r *identities) continues(i, k int) bool {
	root := r.find(k)
	for j := i - 1; j >= 0; j-- {
		if m := &r.mentions[j]; m.kind == person && m.appositive < 0 {
			gap := r.sentenceOf(r.mentions[i].first) - r.sentenceOf(m.first)
			return r.find(j) == root && gap >= 1 && gap <= nearSentences
		}
	}
	return false
}

// candidates returns one mention of each person in the list that mention i may be. A contested name asks for more: the two
// must share what tells persons apart.
func (r *identities) candidates(i int, list []int, fits func(int) bool, contested bool) []int {
	var out []int
	for _, k := range list {
		if k == i || !fits(k) {
			continue
		}
		root, taken := r.find(k), false
		for _, o := range out {
			taken = taken || r.find(o) == root
		}
		if taken || !r.may(i, k) {
			continue
		}
		if contested && r.find(i) != root && !r.who[r.find(i)].shares(&r.who[root]) {
			continue
		}
		out = append(out, k)
	}
	if len(out) > 1 { // the person the mention already belongs to, by a name introduced beside it
		for _, k := range out {
			if r.find(k) == r.find(i) {
				return []int{k}
			}
		}
	}
	return out
}

// fitsName reports whether the words of a are a short form of the name b: the same words in the same order with some left
// out, beginning with the same given name, or the given or the family name alone.
func (p *page) fitsName(a, b []string) bool {
	if len(a) >= len(b) {
		return false
	}
	last := len(a) - 1
	if last == 1 && len(b) > 3 && (compound(a[0], "ال"+a[1]) || a[0] == "عبد") && a[0] == b[len(b)-2] && a[1] == b[len(b)-1] { // «جار الله» of «قاسم حمد جار الله»
		return true
	}
	if last == 0 {
		return a[0] == b[0] || a[0] == b[len(b)-1]
	}
	// Own name, father, grandfather stand in this order: a short form is a beginning of the name, with or without the
	// family name. "Munther Sabri" is not "Munther Salim Sabri".
	switch {
	case prefix(a, b):
		return true
	case p.nisbas[a[last]] && a[last] == b[len(b)-1] && prefix(a[:last], b):
		return true
	}
	return p.lex.western[a[0]] && subsequence(a, b) && a[last] == b[len(b)-1]
}

// fitsKunya reports whether the kunya a is b with words left out: "Abu Omar" of "Abu Omar al-Ansari".
func fitsKunya(a, b []string) bool {
	return len(a) >= 2 && len(a) < len(b) && subsequence(a, b) && a[1] == b[1]
}

// compatible reports whether two names can be one person's.
func (p *page) compatible(prop string, a, b []string) bool {
	if strings.Join(a, " ") == strings.Join(b, " ") {
		return true
	}
	switch prop {
	case "name":
		return p.fitsName(a, b) || p.fitsName(b, a)
	case "kunya":
		return fitsKunya(a, b) || fitsKunya(b, a)
	}
	return false
}

func prefix(a, b []string) bool {
	for i := range a {
		if i >= len(b) || a[i] != b[i] {
			return false
		}
	}
	return len(a) > 0
}

func subsequence(a, b []string) bool {
	i := 0
	for _, w := range b {
		if i < len(a) && a[i] == w {
			i++
		}
	}
	return i == len(a)
}
