package extract

import (
	"slices"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// features are what is known of a pair, as hashes, each once; with words kept, also as words that can be read.
type features struct {
	hashes []uint32
	seen   [2 * mostFeatures]struct{ hash, pair uint32 } // a hash table; what other pairs left in it does not count
	pair   uint32
	words  [][]string
	keep   bool
}

// mostFeatures bounds the features of a pair, a power of two; there are seldom more than three hundred.
const mostFeatures = 1024

// add adds a feature: its kind, then its values (FNV-1a over all of them).
func (f *features) add(parts ...string) {
	h := uint32(2166136261)
	for _, p := range parts {
		for i := 0; i < len(p); i++ {
			h = (h ^ uint32(p[i])) * 16777619
		}
		h = (h ^ '|') * 16777619
	}
	if !f.first(h) {
		return
	}
	f.hashes = append(f.hashes, h)
	if f.keep {
		f.words = append(f.words, slices.Clone(parts))
	}
}

// first reports whether a feature is new to the pair and there is room for it, and notes it.
func (f *features) first(h uint32) bool {
	if len(f.hashes) == mostFeatures {
		return false
	}
	for i := h; ; i++ {
		switch s := &f.seen[i%(2*mostFeatures)]; {
		case s.pair != f.pair+1:
			s.hash, s.pair = h, f.pair+1
			return true
		case s.hash == h:
			return false
		}
	}
}

// bucket says between which of some bounds, in rising order, a number lies.
func bucket(n int, bounds ...int) string {
	for i, x := range bounds {
		if n <= x {
			return small[i]
		}
	}
	return "more"
}

var small = [...]string{"0", "1", "2", "3", "4", "5", "6"}

// stemmed returns a folded word without its commonest endings and proclitics: coarse, but the same for "fires" and "firing",
// «وأطلقوا» and «أطلق».
func stemmed(f string) string {
	if f == "" {
		return f
	}
	if f[0] < 0x80 {
		for _, ending := range [...]string{"ings", "ing", "ed", "es", "s", "e"} {
			if len(f)-len(ending) >= 3 && f[len(f)-len(ending):] == ending {
				f = f[:len(f)-len(ending)]
				break
			}
		}
		if n := len(f); n > 3 && f[n-1] == f[n-2] {
			f = f[:n-1]
		}
		return f
	}
	f = colloquial(f)
	for _, start := range [...]string{"وال", "بال", "فال", "لل", "ال", "و", "ف", "ب", "ل", "ي", "ت"} {
		if len(f)-len(start) >= 6 && f[:len(start)] == start {
			f = f[len(start):]
			break
		}
	}
	for _, ending := range [...]string{"وهم", "تهم", "هما", "وه", "ها", "هم", "وا", "ته", "ون", "ين", "ات", "ه", "ت", "ي"} {
		if len(f)-len(ending) >= 6 && f[len(f)-len(ending):] == ending {
			return f[:len(f)-len(ending)]
		}
	}
	return f
}

// known is what the report says, gathered once for all pairs.
type known struct {
	scratch features
	facts   map[sanad.ID][]string // of each person: what happened to him, what he is
	named   map[int][]int         // mentions of each person, by entity
	sides   map[int][]int         // of each person and organization
	offices map[int]bool          // who speaks or acts for an office
	around  map[int][][3]string   // of a mention: features that do not depend on the pair
	stems   []string              // of the tokens, names and numbers as what they are
	parts   float64               // what share of the persons rules read a part of
	paid    float64               // what share of the amounts rules read a payment of
}

// blank returns a collection without features; the one before is not used any more.
func (k *known) blank() *features {
	k.scratch.hashes = k.scratch.hashes[:0]
	k.scratch.pair++
	return &k.scratch
}

func (p *page) gather() *known {
	k := &known{facts: p.facts(), named: map[int][]int{}, sides: map[int][]int{}, around: map[int][][3]string{}, offices: map[int]bool{}, stems: make([]string, len(p.tokens))}
	for i := range p.mentions {
		if m := &p.mentions[i]; m.kind == person && m.entity >= 0 && !m.parent {
			k.named[m.entity] = append(k.named[m.entity], i)
			k.sides[m.entity] = append(k.sides[m.entity], i)
		} else if m.kind == organization && m.entity >= 0 {
			k.sides[m.entity] = append(k.sides[m.entity], i)
		}
	}
	k.parts = k.share(func(e int) bool {
		who := p.entities[e].id
		return slices.ContainsFunc(p.events, func(x event) bool {
			return slices.ContainsFunc(x.told, func(t toldPart) bool { return t.who == who })
		})
	})
	k.paid = float64(len(p.paidBy())) / float64(max(1, len(p.money)))
	return k
}

// sure returns from which probability an answer of a model counts: low where rules read little of the report, so that much is left to be
// found, and high where they read nearly all of it, so that what they left is seldom anything.
func sure(low, high, read float64) float64 { return low + (high-low)*read }

// share says of what share of the report's persons something holds.
func (k *known) share(holds func(entity int) bool) float64 {
	n := 0
	for e := range k.named {
		if holds(e) {
			n++
		}
	}
	return float64(n) / float64(max(1, len(k.named)))
}

func (k *known) stem(p *page, i int) string {
	if i < 0 || i >= len(k.stems) {
		return ""
	}
	if k.stems[i] == "" {
		k.stems[i] = p.wordOf(i)
	}
	return k.stems[i]
}

// word returns the folded word at a token, stemmed only where it is no preposition or the like; names and numbers as by stem.
func (k *known) word(p *page, i int) string {
	if t := p.token(i); t.Kind == text.Word && len(t.Folded) <= 6 && p.at(i) < 0 {
		return t.Folded
	}
	return k.stem(p, i)
}

// wordOf returns the coarse stem of a token; of a name, a date, an amount, a number only that it is one.
func (p *page) wordOf(i int) string {
	switch at := p.at(i); {
	case at >= 0:
		return [...]string{person: "PERSON", organization: "BODY", place: "PLACE", tribe: "TRIBE"}[p.mentions[at].kind]
	case p.dated[i]:
		return "DATE"
	case p.paid[i]:
		return "MONEY"
	case p.tokens[i].Kind == text.Number:
		return "NUMBER"
	}
	return p.stemOf(i)
}

// facts is what the claims of the rules say of each person: a step of the law, a role, a side of a payment.
func (p *page) facts() map[sanad.ID][]string {
	out := map[sanad.ID][]string{}
	owner := map[sanad.ID][]sanad.ID{} // of a membership or verdict: whose it is
	add := func(id sanad.ID, fact string) {
		if !slices.Contains(out[id], fact) {
			out[id] = append(out[id], fact)
		}
	}
	for i := range p.reading.Claims {
		c := &p.reading.Claims[i]
		switch c.Schema {
		case sanad.SchemaDetention, sanad.SchemaCharge, sanad.SchemaSentence, sanad.SchemaRelease, sanad.SchemaVerdict:
			if c.Prop == "subject" {
				add(sanad.ID(c.Value), "step "+c.Schema+" "+string(c.Polarity))
				owner[c.Entity] = append(owner[c.Entity], sanad.ID(c.Value))
			} else if c.Schema == sanad.SchemaVerdict && c.Prop == "value" {
				for _, o := range owner[c.Entity] {
					add(o, "step "+c.Value)
				}
			}
		case sanad.SchemaMembership:
			if c.Prop == "member" {
				owner[c.Entity] = append(owner[c.Entity], sanad.ID(c.Value))
				add(sanad.ID(c.Value), "role "+string(c.Polarity))
			} else if c.Prop == "role" {
				for _, o := range owner[c.Entity] {
					add(o, "role "+text.Fold(c.Value))
				}
			}
		case sanad.SchemaPayment:
			if c.Prop == "payer" || c.Prop == "beneficiary" {
				add(sanad.ID(c.Value), "paid "+c.Prop)
			}
		case sanad.SchemaKinship:
			add(sanad.ID(c.Value), "kin")
		case sanad.SchemaPerson:
			if c.Prop == "occupation" {
				add(c.Entity, "occupation")
			}
		}
	}
	return out
}

// pair is a person and something the report tells of: how does he stand to it?
type pair struct {
	entity int    // index into page.entities
	kind   string // of the thing: what incident, which role
	heads  []int  // tokens of the words that tell of it
	anchor int    // the mention of the person nearest to those words
	head   int    // of those words, the token nearest to it
	own    string // how the facts begin that would give the answer away
}

// near finds the mention and the word of the thing nearest to each other, a sentence between them counting as twenty tokens. It reports
// whether they are within reach.
func (p *page) near(x *pair, named []int, reach int) bool {
	best := reach + 1
	for _, k := range named {
		first := p.mentions[k].first
		s := p.sentenceOf(first)
		for _, h := range x.heads {
			if d := distance(first, h); d < best {
				if d += 20 * distance(s, p.sentenceOf(h)); d < best {
					best, x.anchor, x.head = d, k, h
				}
			}
		}
	}
	return best <= reach
}

// describe collects the features of a pair that any relation has.
func (p *page) describe(f *features, x pair, k *known) {
	who, m := p.entities[x.entity].id, &p.mentions[x.anchor]
	named := k.sides[x.entity]
	lang := "en"
	if p.tokens[m.first].IsArabic() {
		lang = "ar"
	}
	f.add("lang", lang)
	f.add("kind", x.kind)
	f.add("mentions", bucket(len(named), 1, 2, 4))
	facts := 0
	for _, fact := range k.facts[who] {
		if own := x.own; own != "" && strings.HasPrefix(fact, own) {
			continue // that is what is asked
		}
		f.add("fact", fact)
		f.add("fact", fact, x.kind)
		facts++
	}
	if facts == 0 {
		f.add("fact")
	}
	for _, n := range named {
		if o := &p.mentions[n]; o.silent {
			f.add("silent")
		} else if o.prop != "name" {
			f.add("prop", o.prop)
		}
	}
	if p.tellsIt(x.entity) {
		f.add("teller")
		f.add("teller", x.kind)
	}
	p.describePlace(f, x, k, lang)
	p.describeArguments(f, x)
	for n, at := range named {
		if n >= 6 {
			break
		}
		p.describeMention(f, x, at, k)
	}
}

// tellsIt reports whether the report is, as far as it says, in somebody's own words.
func (p *page) tellsIt(entity int) bool {
	for _, k := range [...]int{p.recorded, p.speaker} {
		if k >= 0 && p.mentions[k].entity == entity {
			return true
		}
	}
	return p.selfKnown && p.selfNamed >= 0 && p.mentions[p.selfNamed].entity == entity
}

// prepositionBefore returns the preposition a mention stands behind, titles and articles between them: "to the emir Omar"; "" without one.
func (p *page) prepositionBefore(at int) string {
	m := &p.mentions[at]
	if m.span.Start > p.tokens[m.first].Span.Start {
		return string([]rune(p.tokens[m.first].Text)[:m.span.Start-p.tokens[m.first].Span.Start])
	}
	for i := m.first - 1; i >= 0 && i >= m.first-4 && p.tokens[i].Kind == text.Word; i-- {
		f := p.tokens[i].Folded
		if preposition(f) {
			return f
		}
		switch f {
		case "من", "الي", "علي", "في", "عن", "مع", "بيد", "عبر", "لدي", "ضد":
			return f
		}
		if p.at(i) >= 0 {
			break
		}
	}
	return ""
}

// describePlace tells where the person and the word of the thing stand to each other.
func (p *page) describePlace(f *features, x pair, k *known, lang string) {
	m := &p.mentions[x.anchor]
	ms, hs := p.sentenceOf(m.first), p.sentenceOf(x.head)
	rel := "same"
	switch d := ms - hs; {
	case d < -2:
		rel = "before 3"
	case d < 0:
		rel = [...]string{"before 1", "before 2"}[-d-1]
	case d > 3:
		rel = "after 4"
	case d > 0:
		rel = [...]string{"after 1", "after 2", "after 3"}[d-1]
	}
	f.add("rel", rel)
	f.add("rel", rel, lang, x.kind)
	side, lo, hi := "L", m.last, x.head
	if m.first > x.head {
		side, lo, hi = "R", x.head, m.first
	}
	between, last := 0, -1
	for o := p.mentionFrom(lo); o < len(p.mentions) && p.mentions[o].first < hi; o++ {
		if e := p.mentions[o].entity; p.mentions[o].kind == person && e != x.entity && e != last {
			between, last = between+1, e
		}
	}
	b := bucket(between, 0, 1, 2)
	f.add("between", rel, side, b)
	if rel == "same" {
		f.add("distance", side, bucket(hi-lo, 0, 1, 3, 6, 12))
		for i, n := lo, 0; i < hi && n < 12; i++ {
			if p.at(i) < 0 && p.tokens[i].Kind != text.Break {
				f.add("mid", side, k.stem(p, i))
				n++
			}
		}
		before := k.word(p, m.first-1)
		f.add("head", side, p.tokens[x.head].Folded)
		f.add("head", side, k.stem(p, x.head), before)
		f.add("to", side, before, b)
		f.add("beforehead", side, k.word(p, x.head-1))
	}
	o := p.mentionFrom(x.head) - 1
	for o >= 0 && p.mentions[o].kind != person {
		o--
	}
	if o >= 0 && p.mentions[o].entity == x.entity {
		f.add("last", bucket(hs-p.sentenceOf(p.mentions[o].first), 0, 1, 2))
	}
}

// describeArguments tells of which words of the rules around the thing the person is subject or object, pronouns too.
func (p *page) describeArguments(f *features, x pair) {
	hs := p.sentenceOf(x.head)
	is := func(list []int) bool {
		return slices.ContainsFunc(list, func(k int) bool { return p.mentions[k].entity == x.entity })
	}
	for no := max(0, hs-6); no < len(p.heard) && no <= hs+8; no++ {
		h := &p.heard[no]
		where := "far"
		if no == hs {
			where = "here"
		} else if distance(no, hs) == 1 {
			where = "near"
		}
		for i, t := range h.triggers {
			a := &h.arguments[i]
			if !is(a.subject) && !is(a.object) {
				continue
			}
			what, more := p.whatIs(t, x.kind)
			if a.passive {
				more += " passive"
			}
			if is(a.subject) {
				f.add("subject", what, more)
				f.add("subject", what, more, where)
				f.add("subject of", p.tokens[t.first].Folded)
			}
			if is(a.object) {
				f.add("object", what, more)
				f.add("object", what, more, where)
				f.add("object of", p.tokens[t.first].Folded)
			}
		}
	}
}

// whatIs names a trigger for the features: its class, and what of it matters.
func (p *page) whatIs(t trigger, kind string) (class, more string) {
	switch t.class {
	case "event":
		more = t.attrs["form"]
		if t.attrs["type"] == kind {
			more += " it"
		}
	case "part", "cast":
		more = t.attrs["role"]
	case "pay":
		more = t.attrs["dir"]
	case "verdict":
		more = t.attrs["value"]
	}
	return t.class, more
}

// describeMention tells what stands around one mention of the person.
func (p *page) describeMention(f *features, x pair, at int, k *known) {
	m := &p.mentions[at]
	no := p.sentenceOf(m.first)
	s := p.sentences[no]
	far := 1 << 30
	for _, h := range x.heads {
		far = min(far, distance(no, p.sentenceOf(h)))
	}
	where := [...]string{"here", "near", "far"}[min(far, 2)]
	around, ok := k.around[at]
	if !ok {
		around = p.around3(at, s, no, k)
		k.around[at] = around
	}
	for _, a := range around {
		f.add(a[0], a[1], a[2])
		switch a[0] {
		case "opens", "persons":
			f.add(a[0], where, a[1], a[2])
		}
	}
	if no >= len(p.heard) {
		return
	}
	for _, t := range p.heard[no].triggers {
		side, gap := "L", m.first-t.last
		if t.first >= m.last {
			side, gap = "R", t.first-m.last
		} else if t.last > m.first {
			side, gap = "in", 0
		}
		what, more := p.whatIs(t, x.kind)
		f.add("word", where, side, what, more)
		f.add("gap", side, what, more, bucket(gap, 1, 4, 9))
		f.add("over", side, what, more, bucket(len(p.within(min(t.last, m.last), max(t.first, m.first), person)), 0, 1))
	}
	if no+1 < len(p.heard) && len(p.within(p.sentences[no+1].Start, p.sentences[no+1].End, person)) == 0 {
		about := p.goesOnAbout(s, at)
		for _, t := range p.heard[no+1].triggers {
			f.add("next word", about, t.class, t.attrs["role"], t.attrs["form"])
		}
	}
}

// goesOnAbout says whether a sentence that names nobody goes on about a mention of the one before it: its first or last person.
func (p *page) goesOnAbout(s text.Span, at int) string {
	if all := p.within(s.Start, s.End, person); len(all) > 0 && (all[0] == at || all[len(all)-1] == at) {
		return "him"
	}
	return "another"
}

// around3 is what stands around a mention, whatever it is paired with.
func (p *page) around3(at int, s text.Span, no int, k *known) [][3]string {
	m := &p.mentions[at]
	var out [][3]string
	add := func(a, b, c string) { out = append(out, [3]string{a, b, c}) }
	c := &clause{page: p, s: s}
	if no < len(p.heard) {
		c.triggers = p.heard[no].triggers
		v := p.heard[no].voice
		add("voice", string(v.polarity)+" "+string(v.kind), string(v.access))
	}
	if c.official(at) {
		add("official", "", "")
	}
	if c.ranked(at) {
		add("ranked", "", "")
	}
	if c.announces(at) {
		add("announces", "", "")
	}
	if c.speaks(at) {
		add("speaks", "", "")
	}
	if m.first == s.Start {
		add("opens", "", "")
	}
	add("persons", bucket(len(p.within(s.Start, s.End, person)), 1, 2, 4), "")
	for i := 1; i <= 2; i++ {
		if m.first-i >= s.Start {
			add("before", small[i], k.stem(p, m.first-i))
		}
		if m.last+i <= s.End {
			add("after", small[i], k.stem(p, m.last+i-1))
		}
	}
	if m.span.Start > p.tokens[m.first].Span.Start {
		add("clitic", string([]rune(p.tokens[m.first].Text)[:m.span.Start-p.tokens[m.first].Span.Start]), "")
	}
	add("beside", k.word(p, m.first-1), k.word(p, m.last))
	bag := func(i int, side string) {
		if p.tokens[i].Kind == text.Word && p.at(i) < 0 && !p.dated[i] {
			add("bag", side, k.stem(p, i))
		}
	}
	for i := max(s.Start, m.first-8); i < m.first; i++ {
		bag(i, "L")
	}
	for i := m.last; i < s.End && i < m.last+8; i++ {
		bag(i, "R")
	}
	if no+1 < len(p.sentences) {
		next := p.sentences[no+1]
		if len(p.within(next.Start, next.End, person)) == 0 {
			about := p.goesOnAbout(s, at)
			for i, n := next.Start, 0; i < next.End && n < 14; i++ {
				if p.tokens[i].Kind == text.Word && !p.dated[i] {
					add("next", about, k.stem(p, i))
					n++
				}
			}
		}
	}
	return out
}
