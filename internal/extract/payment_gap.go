package extract

import (
	"strings"

	"github.com/sanad-workbench/sanad/internal/text"
)

// fillSides looks for a side of a payment that its word's own frame has not given, where a construction of the language says who it is:
// who tells it afterwards, the subject that a gerund shares, whom the money had come to before.
func (c *clause) fillSides(m *text.Money, own text.Span, t trigger, before sides, payer, taker int) (int, int) {
	if who, whom := c.resumed(m, own); who >= 0 && whom >= 0 {
		payer, taker = who, whom
	} else if payer < 0 && who >= 0 && who != taker || taker < 0 && whom >= 0 && whom != payer {
		payer, taker = max(payer, who), max(taker, whom)
	}
	gives := t.attrs["dir"] == "give"
	if k := c.itWas(t); k >= 0 && (gives && payer < 0 || !gives && taker < 0) {
		if gives {
			payer = k
		} else {
			taker = k
		}
	}
	if payer >= 0 && taker < 0 && gives && c.pronounGiven(t, own) {
		if taker = c.antecedent(t.first, payer); taker < 0 || c.mentions[taker].first >= c.s.Start {
			taker = max(taker, c.teller(m.Last, payer))
		}
	}
	if payer < 0 && taker >= 0 && !gives && c.fromHim(own) {
		payer = c.teller(m.Last, taker)
	}
	if payer >= 0 && taker < 0 && (gives && c.toMe(t, own) || !gives && c.heDoes(t)) {
		taker = c.teller(m.Last, payer)
	}
	if payer >= 0 && taker < 0 {
		taker = c.inReturn(m, payer)
	}
	if payer >= 0 && taker < 0 && !gives || taker >= 0 && payer < 0 && gives {
		if k := c.turnedSubject(t); k >= 0 && k != payer && k != taker && gives {
			payer = k
		} else if k >= 0 && k != payer && k != taker {
			taker = k
		}
	}
	if gives && before.payer >= 0 && c.mentionsBeside(own, m, taker) { // «صرف لغسان 750 ألف دينار ولعماد 250 ألفا»
		payer = max(payer, before.payer)
	}
	if subject := c.gerundSubject(t); subject >= 0 {
		switch {
		case gives && payer < 0 && (taker < 0 || !c.same(subject, taker)):
			payer = subject
		case !gives && taker < 0 && (payer < 0 || !c.same(subject, payer)):
			taker = subject
		}
	}
	return payer, taker
}

// itWas returns whom a sentence that begins "It was Omar … who" says of that he did what its verbs tell, -1 when it is no such sentence.
func (c *clause) itWas(t trigger) int {
	i := c.s.Start
	for i < c.s.End && c.tokens[i].Kind != text.Word {
		i++
	}
	if c.token(i).Folded != "it" || c.token(i+1).Folded != "was" {
		return -1
	}
	k := c.nameBy(i + 2)
	if k < 0 {
		return -1
	}
	for j := c.mentions[k].last; j < t.first; j++ {
		if c.tokens[j].Folded == "who" {
			f := c.token(c.groupStart(t.first) - 1).Folded
			if f == "who" || f == "and" || f == "," {
				return k
			}
		}
	}
	return -1
}

// same reports whether two mentions are of one person or body.
func (c *clause) same(a, b int) bool { return c.mentions[a].entity == c.mentions[b].entity }

// resumed returns the sides of a clause about the amount that comes after it and takes it up with a pronoun: «فدية قدرها 500 دولار، سلمها
// عمر إلى علي».
func (c *clause) resumed(m *text.Money, own text.Span) (payer, taker int) {
	payer, taker = -1, -1
	for _, t := range c.triggers {
		if t.class != "pay" || t.first < m.Last || t.first > m.Last+5 || t.first >= own.End || t.attrs["noun"] != "" || !c.tokens[t.first].IsArabic() || strings.HasPrefix(c.tokens[t.first].Folded, "و") || !strings.HasSuffix(c.tokens[t.last-1].Folded, "ها") {
			continue
		}
		var whose, other int = -1, -1
		for _, k := range c.parties() {
			x := &c.mentions[k]
			if x.first < t.last || x.first >= own.End || c.broken(t.last, x.first) || c.paidBetween(t.last, x.first) {
				continue
			}
			switch side := c.side(k); {
			case side == "from" && c.paidOutBy(k):
			case side == "to" && taker < 0:
				taker = k
			case side == "from" && payer < 0:
				payer = k
			case side == "" && whose < 0 && x.first-t.last <= 2:
				whose = k
			case side == "" && whose >= 0 && other < 0 && x.first-c.mentions[whose].last <= 1:
				other = k
			}
		}
		if t.attrs["dir"] == "take" {
			if taker < 0 {
				taker = whose
			}
			if taker < 0 && strings.HasSuffix(c.tokens[t.last-1].Folded, "تها") {
				taker = c.writer()
			} else if taker < 0 {
				taker = c.onlyBefore(m.First)
			}
			return payer, taker
		}
		if payer < 0 {
			payer = whose
		}
		if taker < 0 {
			taker = other
		}
		return payer, taker
	}
	return payer, taker
}

// pronounGiven reports whether a word of giving has a pronoun for whom it is given to: "paid him", "sent it to her", «دفع له», «سلمه».
func (c *clause) pronounGiven(t trigger, own text.Span) bool {
	if c.givesHim(t) {
		return true
	}
	for i := t.last - 1; i < t.last+5 && i < own.End; i++ {
		if c.paid[i] && !c.tokens[t.first].IsArabic() && i > t.last {
			switch c.token(i + 1).Folded {
			case "to":
				return c.token(i+2).Folded == "him" || c.token(i+2).Folded == "her"
			}
			continue
		}
		switch c.tokens[i].Folded {
		case "him", "her":
			return i < t.last+3 && c.thingAfter(i)
		case "له", "لها", "اليه", "اليها":
			return true
		}
	}
	return false
}

// thingAfter reports whether "her" at token i is no possessive: an amount or a mark stands after it.
func (c *clause) thingAfter(i int) bool {
	if c.tokens[i].Folded == "him" {
		return true
	}
	return i+1 < len(c.paid) && c.paid[i+1]
}

// fromHim reports whether a pronoun says from whom money came.
func (c *clause) fromHim(own text.Span) bool {
	for i := own.Start; i < own.End; i++ {
		if f, next := c.tokens[i].Folded, c.token(i+1).Folded; f == "منه" || f == "منها" || f == "from" && (next == "him" || next == "her") {
			return true
		}
	}
	return false
}

// teller returns who is named after what is told as the one who tells it, of whom its pronouns are: ", Omar Salih confessed", «حسب ما أفاد به
// عمر صالح», «بحسب اعتراف عمر»; -1 when nobody or when he is mention not.
func (c *clause) teller(from, not int) int {
	for _, k := range c.persons(from, c.s.End) {
		if c.same(k, not) || c.official(k) || c.ranked(k) {
			continue
		}
		x := &c.mentions[k]
		if c.tokens[x.first].IsArabic() {
			if c.toldAccordingTo(x.first, from) {
				return k
			}
			continue
		}
		f := c.token(x.last).Folded
		_, n := c.rules.match(c.page, x.last, "confess")
		if c.commaBefore(x.first) && (f == "conceded" || f == "insisted" || c.token(x.last).Text == "," && speech(c.token(x.last+1).Folded) || speech(f) || n > 0 || f == "recounted" || f == "claimed") {
			return k
		}
	}
	return -1
}

// commaBefore reports whether only titles and descriptions stand between a comma and a name.
func (c *clause) commaBefore(i int) bool {
	for n := 0; n < 4; n++ {
		i--
		if c.token(i).Text == "," {
			return n == 0 || c.token(i+1).Folded == "the" || c.lex.is("title_en", c.token(i+1).Folded) || c.token(i-1).Folded == "suspect"
		}
		if t := c.token(i); t.Kind != text.Word || c.at(i) >= 0 || speech(t.Folded) {
			return false
		}
	}
	return false
}

// toMe reports whether an English word of giving gives to "me".
func (c *clause) toMe(t trigger, own text.Span) bool {
	for i := t.last; i < t.last+10 && i < own.End; i++ {
		if f := c.tokens[i].Folded; f == "me" || f == "us" {
			return i == t.last || c.tokens[i-1].Folded == "to"
		}
	}
	return false
}

// heDoes reports whether an English verb has "he" or "I" for its subject.
func (c *clause) heDoes(t trigger) bool {
	if c.tokens[t.first].IsArabic() {
		return false
	}
	f := c.token(c.groupStart(t.first) - 1).Folded
	return f == "he" || f == "she" || f == "i"
}

// toldAccordingTo reports whether the words before an Arabic name say that it is told by him: «حسب ما أفاد به», «بحسب اعترافات المتهم».
func (c *clause) toldAccordingTo(first, from int) bool {
	for i := first - 1; i >= from && i > first-7; i-- {
		switch strings.TrimPrefix(strings.TrimPrefix(c.tokens[i].Folded, "و"), "ب") {
		case "حسب", "حسبما", "وفق", "وفقا", "كما", "رواه", "قاله", "ذكره", "يرويه", "اكده":
			return true
		case "،", ",":
			return false
		}
	}
	return false
}

// mentionsBeside reports whether a taker stands right before its amount and "and" before him.
func (c *clause) mentionsBeside(own text.Span, m *text.Money, k int) bool {
	if k < 0 || own.Start == c.s.Start {
		return false
	}
	x := &c.mentions[k]
	if x.first < own.Start || x.last > m.First || m.First-x.last > 2 || c.side(k) != "to" {
		return false
	}
	return strings.HasPrefix(c.tokens[x.first].Folded, "و") || c.token(x.first-1).Folded == "to" && c.token(x.first-2).Folded == "and" || strings.HasPrefix(c.token(x.first-1).Folded, "و")
}

// gerundSubject returns of whom an English "-ing" word of payment after a preposition is said, the subject of the clause it stands in: "bought
// his release by paying Ali $500", "confessed to having paid"; -1 when it is none.
func (c *clause) gerundSubject(t trigger) int {
	f := c.tokens[t.first].Folded
	if c.tokens[t.first].IsArabic() || !strings.HasSuffix(f, "ing") && !strings.HasPrefix(f, "having") {
		return -1
	}
	i := c.groupStart(t.first) - 1
	switch c.token(i).Folded {
	case "by", "after", "before", "of", "to", "for", "without", "from", "while", "in", "on":
	default:
		return -1
	}
	if k := c.toldToBeWho(i); k >= 0 {
		return k
	}
	for j := i - 1; j >= c.s.Start; j-- {
		switch c.tokens[j].Folded {
		case "he", "she":
			if w := c.pronounBefore(j + 1); w >= 0 {
				return w
			}
			return -1
		case ";", "they", "who":
			return -1
		}
		if k := c.at(j); k >= 0 && c.mentions[k].kind == person && !c.governed(k) && !c.official(k) && c.headOf(k) == "" {
			if prev := c.token(c.mentions[k].first - 1); prev.Kind == text.Word && !prev.Capitalized() && c.met(k) {
				continue
			}
			return k
		}
	}
	return -1
}

// namesHimself returns who says of himself in the whole text who he is, «أنا عمر صالح», when there is just one; -1 otherwise.
func (c *clause) namesHimself() int {
	if !c.selfKnown {
		c.selfNamed, c.selfKnown = c.seekSelf(), true
	}
	return c.selfNamed
}

// seekSelf is namesHimself, each time anew.
func (c *clause) seekSelf() int {
	who := -1
	for i := 0; i+1 < len(c.tokens); i++ {
		from := i + 1
		switch f := c.tokens[i].Folded; {
		case f == "انا", f == "اني", f == "واني", f == "اسمي":
		case f == "i" && c.token(i+1).Folded == "am":
			from++
		case f == "name" && c.token(i-1).Folded == "my" && c.token(i+1).Folded == "is":
			from++
		default:
			continue
		}
		if c.at(from) < 0 && c.lex.is("title_ar", c.token(from).Folded) {
			from++
		}
		if k := c.at(from); k >= 0 && c.mentions[k].kind == person && c.mentions[k].first == from {
			if who >= 0 && !c.same(who, k) {
				return -1
			}
			who = k
		}
	}
	return who
}

// spokenOf returns who a pronoun of a sentence that names nobody before it is: whom the card being read is about, else who was spoken of
// last; -1 when nobody.
func (c *clause) spokenOf() int {
	if c.record.who >= 0 && c.sentenceNo-c.record.last <= recordReach {
		return c.record.who
	}
	return c.lastWho
}

// recordReach is over how many sentences below the fields of a card its notes are about whom it is of.
const recordReach = 12

// letterFrom returns who writes a letter whose first line says to whom and from whom it is: "To my brother Faris, from Abu Asim", «من فارس إلى
// الشيخ أبي عاصم»; -1 when it does not.
func (c *clause) letterFrom() int {
	to, from := false, -1
	for i := 0; i < len(c.tokens) && i < letterHead/2; i++ {
		if c.tokens[i].Kind == text.Break && (to || from >= 0) {
			break
		}
		switch c.tokens[i].Folded {
		case "to", "الي":
			to = to || c.nameBy(i+1) >= 0
		case "from", "من":
			if from < 0 {
				from = c.nameBy(i + 1)
			}
		}
	}
	if !to || c.tokens[0].Kind != text.Word {
		return -1
	}
	switch c.tokens[0].Folded {
	case "to", "from", "الي", "من":
		return from
	}
	return -1
}

// nameBy returns the person named from token i on, over titles and words such as "my brother"; -1 when something else is.
func (c *clause) nameBy(i int) int {
	for n := 0; n < 3; n++ {
		if k := c.at(i); k >= 0 && c.mentions[k].kind == person {
			return k
		}
		if f := c.token(i).Folded; !describing(f) && !c.lex.is("title_ar", f) && !c.lex.is("title_en", f) && f != "dear" && f != "the" {
			return -1
		}
		i++
	}
	return -1
}

// disjoint corrects a side that a pronoun has taken from the other one: who gives is not who gets. "He" is then who tells it, as in «قال عمر
// إن علي كان فيها وإنه دفع لعلي 500 دولار».
func (c *clause) disjoint(own text.Span, t trigger, payer, taker int) (int, int) {
	if payer < 0 || taker < 0 || !c.same(payer, taker) || t.attrs["noun"] != "" {
		return payer, taker
	}
	who := c.subjectOfTelling(t.first, payer)
	if who < 0 {
		return payer, taker
	}
	if t.attrs["dir"] == "give" && !c.given(t) {
		return who, taker
	}
	return payer, who
}

// subjectOfTelling returns who is the subject of a verb of saying before a token and is not mention not, -1 when nobody.
func (c *clause) subjectOfTelling(pos, not int) int {
	for _, k := range c.persons(c.s.Start, pos) {
		if c.same(k, not) || c.official(k) || c.ranked(k) || c.governed(k) {
			continue
		}
		if c.speaks(k) || c.mentions[k].first-c.s.Start <= 3 {
			return k
		}
	}
	return -1
}

// surrendersMoney reports whether it is money that somebody surrendered, not himself.
func (c *clause) surrendersMoney(t trigger) bool {
	if t.class != "arrest" || c.tokens[t.first].Folded != "surrendered" {
		return false
	}
	for i := t.last; i < t.last+5 && i < c.s.End; i++ {
		if c.paid[i] {
			return true
		}
	}
	return false
}

// toldToBeWho returns who is named in the clause before token i as the one who did what it tells: "named Omar as the man who sent them, after paying
// them"; -1 when nobody is.
func (c *clause) toldToBeWho(i int) int {
	all := c.persons(c.s.Start, i)
	for n := len(all) - 1; n >= 0; n-- {
		x := &c.mentions[all[n]]
		if c.token(x.last).Folded != "as" || i-x.last > 24 {
			continue
		}
		for j := x.last; j < i && j < x.last+6; j++ {
			if c.tokens[j].Folded == "who" {
				return all[n]
			}
		}
	}
	return -1
}

// onlyBefore returns the one person the sentence names before a token, -1 when it names none or more.
func (c *clause) onlyBefore(pos int) int {
	one := -1
	for _, k := range c.persons(c.s.Start, pos) {
		if one >= 0 && !c.same(one, k) || c.official(k) || c.speaks(k) {
			return -1
		}
		one = k
	}
	return one
}

// turnedSubject returns the subject that an English verb behind "but" shares with the clause before: "was to get $900 but received only 400"; -1 when
// it has one of its own or several are named before.
func (c *clause) turnedSubject(t trigger) int {
	if c.tokens[t.first].IsArabic() || t.attrs["noun"] != "" || c.token(c.groupStart(t.first)-1).Folded != "but" {
		return -1
	}
	return c.onlyBefore(c.groupStart(t.first))
}
