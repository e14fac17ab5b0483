package extract

import (
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// A court speaks of those before it by their place in a list: "the second accused", «المتهم الأول»; of a single one as "the accused".

// defendants returns the persons the report lists as those accused: "Accused: 1. A; 2. B", "The defendants A and B were tried",
// "in the case against A and B", «المتهمان: ١- …». They are sought once, among the names of the report's beginning.
func (p *page) defendants() []int {
	if p.accusedKnown {
		return p.accusedList
	}
	p.accusedKnown = true
	if p.accusedList = p.numberedAccused(); len(p.accusedList) > 1 {
		return p.accusedList
	}
	for i := 0; i < len(p.tokens) && i < 400; i++ {
		switch p.tokens[i].Folded {
		case "accused", "defendants", "defendant", "against", "المتهمون", "المتهمان", "المتهمين", "المتهم", "الظنين", "الاظناء", "convict", "المدان", "of", "convicts":
		default:
			continue
		}
		from := i + 1
		if f := p.tokens[i].Folded; f == "against" && p.token(i-1).Folded != "case" || f == "of" && (p.token(i-1).Folded != "case" || p.token(i-2).Folded != "the" || !p.plainName(from)) || (f == "accused" || f == "convict" || f == "convicts") && p.token(from).Text != ":" && !p.plainName(from) {
			continue
		}
		list := p.accusedFrom(from)
		if len(list) > len(p.accusedList) && (p.accusedList == nil || p.token(from).Text == ":") {
			p.accusedList = list
		}
		if len(p.accusedList) > 1 {
			break
		}
	}
	return p.accusedList
}

// numberedAccused returns the persons whose names have their number beside them: "Omar Salih (first accused), Ali Hadi (second
// accused)", «عمر صالح (المتهم الأول)».
func (p *page) numberedAccused() []int {
	var out []int
	for k := range p.mentions {
		m := &p.mentions[k]
		if m.kind != person || m.entity < 0 || p.token(m.last).Text != "(" || p.token(m.last+3).Text != ")" {
			continue
		}
		n, word := p.token(m.last+1).Folded, p.token(m.last+2).Folded
		if word != "accused" && word != "defendant" {
			n, word = word, n
		}
		switch word {
		case "accused", "defendant", "المتهم", "المتهمه":
			if placeInList(n) == len(out)+1 {
				out = append(out, k)
			}
		}
	}
	return out
}

// plainName reports whether a person's name begins at token i.
func (p *page) plainName(i int) bool {
	k := p.at(i)
	return k >= 0 && p.mentions[k].kind == person && p.mentions[k].first == i
}

// accusedFrom returns the persons of a list that begins at token i: names with numbers, commas, "and" and short descriptions between.
func (p *page) accusedFrom(i int) []int {
	var out []int
	for gap := 0; i < len(p.tokens) && gap <= 4; i++ {
		if k := p.at(i); k >= 0 && p.mentions[k].kind == person {
			m := &p.mentions[k]
			if m.entity < 0 || m.prop == "kunya" {
				gap++
			} else {
				out, gap = append(out, k), 0
			}
			i = m.last - 1
			continue
		}
		if p.tokens[i].Text == "(" && len(out) > 0 { // "Omar Salih (in custody since 4 May)"
			if end := p.closing(i); end > i {
				i = end
				continue
			}
		}
		switch t := p.tokens[i]; {
		case t.Kind == text.Break && len(out) > 0 && p.token(i+1).Kind == text.Word:
			return out
		case t.Kind != text.Word, t.Folded == "and", t.Folded == "و":
		default:
			if gap++; len(out) > 0 && t.Text != "," && (p.rules.begins(t.Folded) || t.Folded == "were" || t.Folded == "was" || t.Folded == "for") {
				return out
			}
		}
	}
	return out
}

// closing returns the token of the bracket that closes the one at token i within a few words of the line, or i.
func (p *page) closing(i int) int {
	for j := i + 1; j < len(p.tokens) && j < i+12 && p.tokens[j].Kind != text.Break; j++ {
		if p.tokens[j].Text == ")" {
			return j
		}
	}
	return i
}

// placeInList returns the number a folded word counts by, 0 when it is none.
func placeInList(f string) int {
	switch f {
	case "first", "الاول", "الاولي":
		return 1
	case "second", "الثاني", "الثانيه":
		return 2
	case "third", "الثالث", "الثالثه":
		return 3
	case "fourth", "الرابع", "الرابعه":
		return 4
	}
	return 0
}

// defendantAt returns the person whom words such as "the second accused" or «المتهم الأول» at token i stand for and where they end;
// of one accused alone, "the accused".
func (c *clause) defendantAt(i int) (who, end int) {
	f := c.token(i).Folded
	if !c.token(i).IsArabic() {
		if f == "the" {
			i++
		}
		n := placeInList(c.token(i).Folded)
		if n > 0 {
			i++
		}
		switch c.token(i).Folded {
		case "accused", "defendant", "appellant":
		default:
			return -1, i
		}
		return c.defendant(n, i+1)
	}
	switch strings.TrimLeft(f, "وفل") {
	case "المتهم", "المتهمه", "لمتهم", "لمتهمه", "المدان", "المدانه", "لمدان":
	default:
		if n := placeInList(f); n > 1 && (c.token(i-1).Folded == "علي" || c.token(i-1).Folded == "عن") && c.token(i+1).Folded == "في" { // «على الثاني في …»
			return c.defendant(n, i+1)
		}
		return -1, i
	}
	if n := placeInList(c.token(i + 1).Folded); n > 0 {
		return c.defendant(n, i+2)
	}
	return c.defendant(0, i+1)
}

// defendant returns the n-th of the accused, or the only one for n 0, unless a name follows at token end.
func (c *clause) defendant(n, end int) (int, int) {
	if k := c.at(end); k >= 0 && c.mentions[k].kind == person || c.token(end).Text == "," && c.at(end+1) >= 0 {
		return -1, end
	}
	list := c.defendants()
	switch {
	case n > 0 && n <= len(list):
		return list[n-1], end
	case n == 0 && len(list) == 1:
		return list[0], end
	}
	return -1, end
}

// defendantStands takes a sentence that begins with "the second accused" for one about him.
func (c *clause) defendantStands() {
	if c.standsFor >= 0 {
		return
	}
	if c.strangerByNumber() {
		c.lastWho = -1
	}
	for i := c.s.Start; i < c.s.End && i < c.s.Start+4; i++ {
		if who, end := c.defendantAt(i); who >= 0 && c.mentions[who].last <= c.s.Start {
			c.standing, c.standsFor, c.lastWho = text.Span{Start: c.s.Start, End: end}, who, who
			return
		}
		if c.tokens[i].Kind == text.Word && c.tokens[i].Folded != "as" && c.tokens[i].Folded != "regards" && c.tokens[i].Folded != "that" && !c.tokens[i].IsArabic() {
			return
		}
	}
}

// strangerByNumber reports whether the sentence speaks of one of several accused by his number who is not known: then "he" is not the
// man named last.
func (c *clause) strangerByNumber() bool {
	for i := c.s.Start; i < c.s.End; i++ {
		n := 0
		switch strings.TrimLeft(c.tokens[i].Folded, "وفل") {
		case "المتهم", "المتهمه", "لمتهم", "لمتهمه":
			n = placeInList(c.token(i + 1).Folded)
		case "accused", "defendant", "suspect":
			n = placeInList(c.token(i - 1).Folded)
			i -= min(n, 1)
		}
		if n == 0 {
			continue
		}
		if who, _ := c.defendantAt(i); who < 0 {
			return len(c.persons(i, min(c.s.End, i+5))) == 0
		}
		return false
	}
	return false
}

// listHeading remembers what a heading says of those listed below it: "Victims", "Persons accused", «الشهود».
func (c *clause) listHeading() {
	n := c.s.End - c.s.Start
	if n == 0 || c.s.Start > 0 && c.tokens[c.s.Start-1].Kind != text.Break || c.s.End < len(c.tokens) && c.tokens[c.s.End].Kind != text.Break && c.tokens[c.s.End-1].Kind != text.Break && c.tokens[c.s.End-1].Text != ":" {
		return
	}
	if c.tokens[c.s.Start].Kind != text.Word { // an item of the list
		return
	}
	c.listRole = ""
	if n > 6 || len(c.persons(c.s.Start, c.s.End)) > 0 {
		return
	}
	for i := c.s.Start; i < c.s.End; i++ {
		switch c.tokens[i].Folded {
		case "victims", "dead", "الضحايا", "القتلي", "الشهداء", "ضحايا":
			c.listRole = sanad.Victim
		case "accused", "suspects", "suspected", "perpetrators", "المتهمون", "المتهمين", "الجناه", "المشتبه", "الفاعلون":
			c.listRole = sanad.Suspect
		case "witnesses", "الشهود", "شهود":
			c.listRole = sanad.Witness
		}
	}
}

// itemHead returns the person an item of a list begins with, -1 outside a list: the sentence's own first name when it stands at
// the beginning of a marked line, or that of the line the sentence goes on.
func (c *clause) itemHead() int {
	i := c.s.Start
	for n := 0; n < 4 && i < c.s.End && c.tokens[i].Kind != text.Word; n++ {
		i++
	}
	if i > c.s.Start {
		if k := c.at(i); k >= 0 && c.mentions[k].kind == person && c.mentions[k].first == i {
			return k
		}
		return -1
	}
	if c.s.Start > 0 && c.tokens[c.s.Start-1].Kind == text.Break {
		return -1
	}
	return c.lineHead()
}

// condemned reports whether a sentence of the report speaks of a person and of a conviction or punishment.
func (c *clause) condemned(k int) bool {
	if c.convicts == nil {
		c.convicts = map[int]bool{}
		for _, s := range c.sentences {
			if !c.condemns(s) {
				continue
			}
			for _, m := range c.within(s.Start, s.End, person) {
				c.convicts[c.mentions[m].entity] = true
			}
		}
	}
	return c.convicts[c.mentions[k].entity]
}

// condemns reports whether a sentence tells of a conviction or punishment, and of no acquittal.
func (c *clause) condemns(s text.Span) bool {
	found := false
	for i := s.Start; i < s.End; i++ {
		switch c.tokens[i].Folded {
		case "convicted", "guilty", "sentenced", "jailed", "بالسجن", "بالاعدام", "ادانت", "ادين", "بالحبس":
			found = true
		case "acquitted", "cleared", "acquit", "براءه", "ببراءه", "برات":
			return false
		}
	}
	return found
}

// chargeLine reports whether the sentence is the field of a court's form that says what those accused are charged with.
func (c *clause) chargeLine() bool {
	for i := c.s.Start; i < c.s.End && i < c.s.Start+4; i++ {
		switch c.tokens[i].Folded {
		case "التهمه", "charge", "charges", "offence", "offences", "accusation", "التهم":
			return c.token(i+1).Text == ":" && len(c.defendants()) > 0
		}
	}
	return false
}
