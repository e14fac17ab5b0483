package extract

import (
	"strings"

	"github.com/sanad-workbench/sanad/internal/text"
)

// profile is what the words beside a name say of its bearer that tells two of one name apart. A person has one birth year,
// one mother, one father; a kunya or a trade is given once beside the name, so two different ones mean two persons.
type profile struct {
	names        [][]string // words of the longest form of each name the person has
	born, age    int        // a year, years; 0 when not said
	tag          int        // years again, where news add them to anybody's name: "the 34-year-old", «(٢٠ عاما)»
	mother       string
	father       string
	birthplace   string // gazetteer id
	kunya, trade string // first word of the kunya after Abu; rule id of the trade
	home         string // gazetteer id of where he is said to be from, right beside the name
	number       string // by which the text tells those of one name apart: "Nizar Hamdan (2)"
	single       string // "yes" or "no"
	held         string // the day of his arrest, when the sentence tells of no other
	child        bool   // "the child Nizar Hamdan"
	role         bool   // a role in an armed group stands beside the name
	standing     string // "wanted" or "held", said right before the name
	named        bool   // it is the name that is spoken of: "the name Nizar Hamdan was on the list"
}

// ageSlack is by how many years two ages told of one person may differ.
const ageSlack = 3

// clashes reports whether the two cannot be one person.
func (a *profile) clashes(b *profile) bool {
	differ := func(x, y string) bool { return x != "" && y != "" && x != y }
	switch {
	case a.born != 0 && b.born != 0 && a.born != b.born:
		return true
	case a.anyAge() != 0 && b.anyAge() != 0 && distance(a.anyAge(), b.anyAge()) > ageSlack:
		return true
	case differ(a.kunya, b.kunya), differ(a.trade, b.trade), differ(a.birthplace, b.birthplace), differ(a.number, b.number), differ(a.single, b.single), differ(a.held, b.held), differ(a.standing, b.standing), differ(a.home, b.home) && !within(a.home, b.home):
		return true
	}
	return a.childApart(b) || b.childApart(a) || differNames(a.mother, b.mother) || differNames(a.father, b.father)
}

// childApart reports whether a is told as a child and b is somebody else: a grown man, or of a longer name, by which a child would have been
// introduced.
func (a *profile) childApart(b *profile) bool {
	longest := func(names [][]string) (n int) {
		for _, words := range names {
			n = max(n, len(words))
		}
		return n
	}
	return a.child && !b.child && (b.grown() || longest(a.names) < longest(b.names))
}

// grown reports whether what is said is not said of a child.
func (a *profile) grown() bool {
	return a.role || a.trade != "" || a.held != "" || a.anyAge() >= 18
}

func (a *profile) anyAge() int { return max(a.age, a.tag) }

// differNames reports whether two names of one relative cannot be the same: neither begins with the other.
func differNames(a, b string) bool {
	return a != "" && b != "" && a != b && !strings.HasPrefix(a, b+" ") && !strings.HasPrefix(b, a+" ")
}

// introducedAfter reports whether a is told as somebody new, though b bears the name: one of them has a role in an armed group, the other
// is a baker; or the name of one was only read out.
func (a *profile) introducedAfter(b *profile) bool {
	member := func(x, y *profile) bool { return x.role && x.trade == "" && !y.role && y.trade != "" }
	return member(a, b) || member(b, a) || a.named != b.named
}

// empty reports whether nothing that a short form is told apart by is said.
func (a *profile) empty() bool {
	return !a.child && a.born == 0 && a.age == 0 && a.mother+a.father+a.birthplace+a.kunya+a.trade == ""
}

// shares reports whether both have one of the things that tell persons of one name apart in common.
func (a *profile) shares(b *profile) bool {
	return a.child && b.child || a.born != 0 && a.born == b.born || a.mother != "" && a.mother == b.mother || a.father != "" && a.father == b.father ||
		a.kunya != "" && a.kunya == b.kunya || a.trade != "" && a.trade == b.trade || a.age != 0 && a.age == b.age
}

// take adds what b says to a.
func (a *profile) take(b *profile) {
	fill := func(x *string, y string) {
		if *x == "" {
			*x = y
		}
	}
	if a.born == 0 {
		a.born = b.born
	}
	if a.age == 0 {
		a.age = b.age
	}
	a.tag = max(a.tag, b.tag)
	fill(&a.mother, b.mother)
	fill(&a.father, b.father)
	fill(&a.birthplace, b.birthplace)
	fill(&a.kunya, b.kunya)
	fill(&a.trade, b.trade)
	fill(&a.home, b.home)
	fill(&a.number, b.number)
	fill(&a.single, b.single)
	fill(&a.standing, b.standing)
}

// profileReach is how many tokens after a name are read for what is said of its bearer.
const profileReach = 36

// profileOf reads the words around mention i.
func (p *page) profileOf(i int) profile {
	m := &p.mentions[i]
	var out profile
	if m.prop == "name" {
		out.names = [][]string{m.words}
	}
	if m.prop == "kunya" && len(m.words) > 1 {
		if m.appositive >= 0 {
			out.kunya = m.words[1]
		}
		return out
	}
	if k := i + 1; k < len(p.mentions) && p.mentions[k].appositive == i && p.mentions[k].prop == "kunya" && len(p.mentions[k].words) > 1 {
		out.kunya = p.mentions[k].words[1]
	}
	if t, n := p.rules.match(p, m.first-1, "trade"); n > 0 && t.last == m.first { // the baker Ahmed, الخباز أحمد
		out.trade = p.tradeKey(t)
	} else if t, n := p.tradeBefore(m); n > 0 {
		out.trade = p.tradeKey(t)
	}
	out.tag, out.home, out.number, out.single = p.ageBeside(m), p.homeBeside(m), p.numberBeside(m), p.singleBeside(m)
	out.child = childWord(p.token(m.first - 1).Folded)
	out.held, out.role, out.named = p.heldOn(m), p.roleBeside(m) || p.leads(m), p.nameSpokenOf(m)
	out.standing = standing(p.token(m.first - 1).Folded)
	relative := "" // whose name comes next
	for j := m.last; j < m.last+profileReach && j < len(p.tokens); j++ {
		if k := p.at(j); k >= 0 && k != i {
			o := &p.mentions[k]
			if o.kind == place {
				j = o.last - 1
				continue
			}
			if o.kind == person {
				name := strings.Join(o.words, " ")
				switch {
				case relative == "mother" && out.mother == "":
					out.mother = name
				case relative == "father" && out.father == "":
					out.father = name
				case o.appositive == i:
				default:
					return out
				}
				relative = ""
				j = o.last - 1
				continue
			}
		}
		t := p.tokens[j]
		switch t.Text {
		case ".", ";", "؛", "!", "?", "؟":
			if !p.goesOn(j + 1) {
				return out
			}
			continue
		}
		switch t.Folded {
		case "mother", "والدته", "امه", "الام", "mother's":
			relative = "mother"
			continue
		case "father", "والده", "الاب", "father's":
			relative = "father"
			continue
		case "ابن", "بن", "بنت", "son": // of mother or father
			if j == m.last || t.Text == "son" && p.token(j+1).Folded == "of" {
				relative = "father"
				continue
			}
		case "born", "b", "dob", "birth", "مواليد", "تولد", "التولد", "المواليد", "المولود", "ولد", "ومواليد", "تولده", "والمولود":
			p.birthAt(j+1, &out)
			continue
		case "وهو", "he": // "…, and he is a fisherman"
			k := j + 1
			for f := p.token(k).Folded; f == "is" || f == "was" || f == "a" || f == "an"; f = p.token(k).Folded {
				k++
			}
			if tr, n := p.rules.match(p, k, "trade"); n > 0 && out.trade == "" {
				out.trade = p.tradeKey(tr)
			}
		case "aged", "عمره", "age", "العمر":
			out.age = p.numberNear(j+1, 3, 5, 110)
			continue
		case "and", "but", "while", "whereas", "بينما", "لكن", "فيما", "ثم":
			return out
		}
		if t.Text == "," && p.token(j+1).Kind == text.Number && len(p.token(j+1).Folded) == 2 && p.token(j+2).Kind != text.Number && j == m.last {
			switch p.token(j + 2).Text {
			case ",", ".", "-", "\n", ")":
				out.age = p.numberNear(j+1, 1, 5, 110)
			}
		}
		if t.Text == "(" && j == m.last { // Khalid Jasim (1985), خالد جاسم (مواليد 1985)
			if y := p.yearAt(j + 1); y != 0 && p.token(j+2).Text != "-" && p.token(j+2).Text != "–" {
				out.born = y
			}
		}
		if out.trade == "" && j <= m.last+5 && p.describes(m.last, j) {
			if tr, n := p.rules.match(p, j, "trade"); n > 0 {
				out.trade = p.tradeKey(tr)
			}
		}
	}
	return out
}

// tradeKey names a trade so that two ways to say it are one: drivers and teachers by their rule, others by the word.
func (p *page) tradeKey(t trigger) string {
	if strings.HasSuffix(t.rule.id, ".driver") || strings.HasSuffix(t.rule.id, ".teach") {
		_, k, _ := strings.Cut(strings.TrimPrefix(t.rule.id, "trade."), ".")
		return k
	}
	w := p.tokens[t.last-1].Folded
	if p.tokens[t.last-1].IsArabic() {
		w = strings.TrimSuffix(strings.TrimPrefix(w, "ال"), "ا")
	}
	return w
}

// goesOn reports whether what stands at token j still speaks of the person named before: a pronoun or a label.
func (p *page) goesOn(j int) bool {
	for p.token(j).Kind == text.Break && j < len(p.tokens) {
		j++
	}
	switch p.token(j).Folded {
	case "he", "she", "his", "her", "born", "mother", "وهو", "مواليد", "ولد", "والدته", "وعمره", "وكان":
		return true
	}
	return false
}

// describes reports whether only what makes an apposition stands between the end of a name and token j.
func (p *page) describes(from, j int) bool {
	comma := false
	for i := from; i < j; i++ {
		switch f := p.tokens[i].Folded; f {
		case ",", "،", "(", "-", "–", "/", "|":
			comma = true
		case "a", "an", "the", "who", "is", "was", "born", "مواليد", "وهو", "هو", "يعمل", "ويعمل", "works", "worked", "as", "local", "former", "by", "profession", "كان":
			comma = comma || f == "who" || f == "وهو" || f == "يعمل" || f == "ويعمل" || f == "is" || f == "was" || f == "كان"
		default:
			if p.tokens[i].Kind != text.Number {
				return false
			}
		}
	}
	return comma || p.token(j).IsArabic() && j == from || j == from+1 && p.token(from).Folded == "the"
}

func (p *page) birthAt(j int, out *profile) {
	for k := j; k < j+6 && k < len(p.tokens); k++ {
		if y := p.yearAt(k); y != 0 && out.born == 0 {
			out.born = y
		}
		if o := p.at(k); o >= 0 {
			if p.mentions[o].kind == person {
				return
			}
			if p.mentions[o].kind == place && out.birthplace == "" {
				out.birthplace = p.mentions[o].place.ID
			}
		}
		if p.tokens[k].Text == "." && k > j { // but "b. 1980"
			return
		}
	}
}

// yearAt returns the year between 1900 and 2029 written at token j, or within a date there, or 0.
func (p *page) yearAt(j int) int {
	f := p.token(j).Folded
	if p.token(j).Kind != text.Number || len(f) != 4 {
		return 0
	}
	n := 0
	for _, r := range f {
		if r < '0' || r > '9' {
			return 0
		}
		n = n*10 + int(r-'0')
	}
	if n < 1900 || n > 2029 {
		return 0
	}
	return n
}

func (p *page) numberNear(j, reach, low, high int) int {
	for k := j; k < j+reach; k++ {
		if p.token(k).Kind != text.Number {
			continue
		}
		n := 0
		for _, r := range p.token(k).Folded {
			if r < '0' || r > '9' || n > high {
				return 0
			}
			n = n*10 + int(r-'0')
		}
		if n >= low && n <= high {
			return n
		}
		return 0
	}
	return 0
}

// contest holds the names of a report that stand for more than one person, by first and last word.
type contest map[string][]contestedName

type contestedName struct {
	prop  string
	words []string
	page  *page
}

func (c contest) has(prop string, ws []string) bool {
	for _, w := range [2]string{ws[0], ws[len(ws)-1]} {
		list := c[prop[:1]+w]
		if len(list) > mostNamesakes {
			return true
		}
		for _, x := range list {
			if x.page.compatible(prop, ws, x.words) {
				return true
			}
		}
	}
	return false
}

func (c contest) add(p *page, prop string, ws []string) {
	for n, w := range [2]string{ws[0], ws[len(ws)-1]} {
		k := prop[:1] + w
		if n == 1 && w == ws[0] || len(c[k]) > mostNamesakes {
			continue
		}
		c[k] = append(c[k], contestedName{prop, ws, p})
	}
}

// findContests finds the names that the report gives to more than one person: because it says so ("another man of the same
// name"), lists the name twice, or tells two things of its bearers that are not true of one.
func (r *identities) findContests() contest {
	c := contest{}
	for n, s := range r.sentences {
		if r.namesakeCue(s) {
			r.contestAround(n, c)
		}
		r.contestWithin(s, c)
	}
	r.contestTied(c)
	r.contestProse(c)
	r.contestLists(c)
	r.contestListed(c)
	var described namesakes
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.kind != person || m.prop != "name" || len(m.words) < 2 {
			continue
		}
		newcomer := r.newcomer(m)
		described.each(m.words, func(k int) {
			o := &r.mentions[k]
			if !r.compatible("name", m.words, o.words) {
				return
			}
			anew := newcomer && len(m.words) >= len(o.words) || r.who[i].introducedAfter(&r.who[k])
			if anew {
				r.apart[i] = append(r.apart[i], k)
			}
			if anew || r.who[i].clashes(&r.who[k]) {
				c.add(r.page, "name", m.words)
				c.add(r.page, "name", o.words)
			}
		})
		described.add(m.words, i)
	}
	return c
}

// namesakeCue reports whether a sentence says that two persons are told apart here.
func (p *page) namesakeCue(s text.Span) bool {
	for i := s.Start; i < s.End; i++ {
		if t, n := p.rules.match(p, i, "namesake"); n > 0 && !p.otherThings(s, t) {
			return true
		}
	}
	for _, k := range p.within(s.Start, s.End, person) {
		if m := &p.mentions[k]; m.prop == "name" && p.another(m) {
			return true
		}
	}
	return false
}

// otherThings reports whether words that may tell namesakes apart say something else here: «وهو غير متهم» that he is not accused,
// «أوقف شخصين» that two were arrested, when nobody is named before them and no word of names stands in the sentence.
func (p *page) otherThings(s text.Span, t trigger) bool {
	switch p.tokens[t.last-1].Folded {
	case "غير":
		next := p.token(t.last)
		return next.Kind == text.Word && !strings.HasPrefix(next.Folded, "ال") && p.at(t.last) < 0 && !p.lex.given[next.Folded] && !p.lex.common[next.Folded]
	case "شخصان", "شخصين":
		for i := s.Start; i < s.End; i++ {
			f := p.tokens[i].Folded
			if strings.Contains(f, "اسم") || strings.HasPrefix(f, "مختلف") || f == "هما" || f == "انهما" || f == "سميه" {
				return false
			}
		}
		return len(p.within(s.Start, t.first, person)) == 0
	}
	return false
}

// another reports whether the words at a name say that there is one more man of it: "a second Kamel Shannan", "the other Omar
// Salih", «عمر صالح آخر», «عمر صالح الثاني».
func (p *page) another(m *mention) bool {
	switch p.token(m.first - 1).Folded {
	case "second", "third", "another", "other", "different":
		return true
	}
	switch p.token(m.last).Folded {
	case "اخر", "ثان", "ثاني", "الثاني", "الاخر", "senior", "junior", "elder", "younger", "الكبير", "الصغير":
		return true
	case "the":
		f := p.token(m.last + 1).Folded
		return f == "elder" || f == "younger"
	}
	return false
}

// contestAround contests the names in and beside a sentence that tells namesakes apart. Names that share the given name and
// differ in the father's explain the sentence: then each of them stays one person's.
func (r *identities) contestAround(n int, c contest) {
	from, to := r.sentences[max(0, n-1)].Start, r.sentences[min(len(r.sentences)-1, n+1)].End
	near := r.within(from, to, person)
	if len(near) > mostNamesakes {
		near = near[:mostNamesakes]
	}
	pair := r.differInLast(r.within(r.sentences[n].Start, r.sentences[n].End, person))
	for _, i := range near {
		m := &r.mentions[i]
		explained := len(pair) > 0 && m.prop == "name" && !(r.compatible("name", m.words, pair[0]) && r.compatible("name", m.words, pair[1]))
		for _, k := range near {
			o := &r.mentions[k]
			if o.prop == "name" && m.prop == "name" && len(m.words) > 1 && len(o.words) > 1 && o.words[0] == m.words[0] && !r.compatible("name", m.words, o.words) {
				explained = true
			}
		}
		if !explained {
			c.add(r.page, m.prop, m.words)
		}
	}
}

// differInLast returns the two names that a sentence tells apart when one of them is in it and the other anywhere in the report: own
// name and father's are the same, the third differs. Then the sentence speaks of nobody else.
func (r *identities) differInLast(list []int) [][]string {
	for _, i := range list {
		a := &r.mentions[i]
		if a.prop != "name" || len(a.words) != 3 {
			continue
		}
		for k := range r.mentions {
			b := &r.mentions[k]
			if b.kind == person && b.prop == "name" && len(b.words) == 3 && b.words[0] == a.words[0] && b.words[1] == a.words[1] && b.words[2] != a.words[2] {
				return [][]string{a.words, b.words}
			}
		}
	}
	return nil
}

// contestWithin keeps apart the names of one sentence that are told as two: items of one list, or a longer form of a name
// after a shorter one.
func (r *identities) contestWithin(s text.Span, c contest) {
	var list []int
	for _, i := range r.within(s.Start, s.End, person) {
		if r.mentions[i].prop == "name" {
			list = append(list, i)
		}
	}
	if len(list) < 2 || len(list) > mostNamesakes {
		return
	}
	cl := &clause{page: r.page, s: s}
	for x := 1; x < len(list); x++ {
		b := &r.mentions[list[x]]
		for y := 0; y < x; y++ {
			a := &r.mentions[list[y]]
			if b.appositive == list[y] || a.words[0] != b.words[0] || !r.compatible("name", a.words, b.words) {
				continue
			}
			same := len(a.words) == len(b.words)
			listed := cl.chained(list[y : x+1])
			switch {
			case listed && same && len(a.words) > 1, same && len(a.words) > 1 && r.saidTwice(a, b):
				c.add(r.page, "name", a.words)
			case listed, !same && len(a.words) > 1 && len(b.words) > len(a.words):
			default:
				continue
			}
			r.apart[list[x]] = append(r.apart[list[x]], list[y])
		}
	}
}

// saidTwice reports whether one sentence has one full name twice on a line. Nobody is named in full a second time where "he" would
// do: the two are two, or at the least not plainly one.
func (r *identities) saidTwice(a, b *mention) bool {
	for i := a.last; i < b.first; i++ {
		switch t := r.tokens[i]; {
		case t.Kind == text.Break, isQuote(t.Text), t.Text == ":":
			return false
		}
	}
	return true
}

// chained reports whether each of the mentions follows the one before in one list.
func (c *clause) chained(list []int) bool {
	for i := 1; i < len(list); i++ {
		if !c.joined(list[i-1], list[i]) {
			return false
		}
	}
	return true
}
