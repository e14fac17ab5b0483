package extract

import (
	"slices"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// News tells first what happened to "a man" or «قيادي بارز» and names him in the next sentence. A step told of one unnamed person waits
// there for a sentence that plainly says who he is.

// awaited is a step of the law told of one person who is not named yet.
type awaited struct {
	schema, value, rule string
	date                *text.Date
	sentence            int  // in which it was told
	many                bool // it was told of people in number
}

// awaitReach is within how many sentences the name must come.
const awaitReach = 2

// await remembers a step whose one person its sentence does not name: "A court sentenced a former teacher to death", «اعتقال مطلوب».
func (c *clause) await(t trigger, schema, value string) {
	if len(c.persons(c.s.Start, c.s.End)) > 0 || c.outcomePolarity(t) != sanad.Affirmed {
		return
	}
	one := c.oneUnnamed(t)
	if many := t.class == "arrest" && !one && c.manyTaken(max(c.s.Start, t.first-4), min(c.s.End, t.last+8)); one || many {
		c.waiting = append(c.waiting, awaited{schema, value, t.rule.id, c.outcomeDate(t), c.sentenceNo, many})
	}
}

// oneUnnamed reports whether the subject or object of a step is one person introduced without a name.
func (c *clause) oneUnnamed(t trigger) bool {
	if c.tokens[t.first].IsArabic() {
		for i := t.last; i < c.s.End && i < t.last+4; i++ {
			if unnamedArabic(c.tokens[i].Folded) {
				return true
			}
		}
		return false
	}
	if c.passive(t) || c.impliedPassive(t) || t.attrs["form"] == "self" {
		for i := c.s.Start; i < t.first && i < c.s.Start+4; i++ { // the subject itself, after a date or dateline at most
			if c.introduces(i, t.first) {
				return true
			}
			if f := c.tokens[i].Folded; f == "he" || f == "she" || f == "they" {
				return false
			}
		}
		return false
	}
	for i := t.last; i < c.s.End && i < t.last+3; i++ {
		if c.introduces(i, c.s.End) {
			return true
		}
	}
	return false
}

// introduces reports whether the words at token i bring in one person without a name: "a man", "a former police officer", "the man who".
func (c *clause) introduces(i, limit int) bool {
	switch c.tokens[i].Folded {
	case "a", "an", "the":
	default:
		return false
	}
	for j := i + 1; j < limit && j < i+6; j++ {
		f := c.tokens[j].Folded
		switch f {
		case "man", "woman", "suspect", "militant", "fighter", "commander", "leader", "emir", "officer", "policeman", "teacher", "driver", "ringleader", "courier", "financier", "fugitive", "accountant", "trader", "member", "soldier":
			return c.tokens[i].Folded != "the" || c.token(j+1).Folded == "who" || c.token(j+1).Folded == "behind"
		}
		if _, n := c.rules.match(c.page, j, "trade"); n > 0 {
			return c.tokens[i].Folded != "the"
		}
		if c.tokens[j].Kind != text.Word || preposition(f) || auxiliary(f) {
			return false
		}
	}
	return false
}

func unnamedArabic(f string) bool {
	if !strings.HasSuffix(f, "اا") {
		f = strings.TrimSuffix(f, "ا") // «موظفا»
	}
	for _, p := range []string{"", "ب", "ل"} {
		switch strings.TrimPrefix(f, p) {
		case "شرطي", "معلم", "مدرس", "طبيب", "تاجر", "حارس", "جندي", "مسلح", "رجل", "متهم", "قيادي", "ارهابي", "مطلوب", "شخص", "مدان", "عنصر", "ضابط", "امراه", "موظف", "سايق", "شاب", "ممول", "متزعم":
			return true
		}
	}
	return false
}

// nameAwaited gives the steps that wait for a name to the person whom this sentence says they were of.
func (c *clause) nameAwaited() {
	if len(c.waiting) == 0 {
		return
	}
	if c.sentenceNo-c.waiting[0].sentence > awaitReach {
		c.waiting = nil
		return
	}
	if c.sentenceNo == c.waiting[len(c.waiting)-1].sentence || len(c.persons(c.s.Start, c.s.End)) == 0 {
		return
	}
	waiting := c.waiting
	c.waiting = nil
	k, them := c.isHe(), c.areThey()
	for _, w := range waiting {
		if w.many {
			for _, k := range them {
				c.fulfil(w, k)
			}
		} else if k >= 0 {
			c.fulfil(w, k)
		}
	}
}

// fulfil claims an awaited step of the person named for it.
func (c *clause) fulfil(w awaited, k int) {
	if c.official(k) || c.speaks(k) || !w.many && c.wasVictim(k) {
		return
	}
	id := c.newEntity(w.schema, c.mentions[k].span)
	c.claim(id, w.schema, "subject", string(c.entityOf(k)), "", c.mentions[k].span, sanad.Affirmed, w.rule)
	if w.value != "" {
		c.claim(id, w.schema, "value", w.value, "", c.mentions[k].span, sanad.Affirmed, w.rule)
	}
	if w.date != nil {
		c.claim(id, w.schema, "date", w.date.EDTF, "", c.mentions[k].span, sanad.Affirmed, w.rule)
		c.steps[c.entityOf(k)] = stepDate{w.date.EDTF, c.sentenceNo}
	}
}

// areThey returns the persons whom a sentence names as those just told of in number, or among them: "Among them was Omar", "They were named as
// Omar and Ali", «وهم عمر وعلي», «ومن بينهم عمر».
func (c *clause) areThey() []int {
	all := c.persons(c.s.Start, c.s.End)
	first := c.mentions[all[0]].first
	if first-c.s.Start > 7 {
		return nil
	}
	they, are := false, false
	for i := c.s.Start; i < first; i++ {
		switch f := strings.TrimLeft(c.tokens[i].Folded, "و"); f {
		case "them", "they", "those", "these":
			they = true
		case "was", "were", "are", "is", "named", "identified", "include", "included":
			are = true
		case "هم", "بينهم", "منهم", "ضمنهم", "ابرزهم", "هما":
			they, are = true, true
		case "killed", "wounded", "injured", "dead", "قتلي", "القتلي", "جرحي":
			return nil
		}
	}
	if !they || !are {
		return nil
	}
	return c.group(all[0])
}

// isHe returns the person whom the sentence names as the one just told of: "The man, Omar Salih,", "He was named as Omar Salih", «والقيادي هو
// عمر صالح»; or whom it begins with and tells a judgment, a charge or a plea of; -1 when it does neither.
func (c *clause) isHe() int {
	all := c.persons(c.s.Start, c.s.End)
	k := all[0]
	m := &c.mentions[k]
	gap := c.tokens[c.s.Start:m.first]
	if len(gap) > 0 && m.first-c.s.Start <= 8 {
		first := strings.TrimLeft(gap[0].Folded, "وف")
		for _, w := range gap {
			switch f := w.Folded; f {
			case "named", "identified", "وهو", "هو", "ويدعي", "يدعي", "المدعو", "اسمه", "واسمه":
				return k
			case "is":
				if first == "he" || first == "she" || first == "the" {
					return k
				}
			case "man", "woman", "suspect", "convict", "accused", "defendant", "commander", "leader", "emir", "officer", "المدان", "المتهم", "القيادي", "الارهابي", "المطلوب":
				if first == "the" || w.IsArabic() {
					return k
				}
			}
		}
	}
	if m.first-c.s.Start > 2 || c.governed(k) || c.headed(k) {
		return -1
	}
	for _, t := range c.triggers {
		switch t.class {
		case "confess", "deny":
			if t.first >= m.last && t.first-m.last <= 6 && len(c.persons(m.last, t.first)) == 0 {
				return k
			}
		case "verdict", "charge", "sentence":
			if t.first >= m.last && (c.passive(t) || c.impliedPassive(t) || t.skip > 0) && slices.Contains(c.outcomeSubjects(t), k) {
				return k
			}
		}
	}
	for i := m.last; i < c.s.End && i < m.last+10; i++ {
		switch c.tokens[i].Folded {
		case "heard", "pleaded", "appealed", "dock":
			return k
		}
	}
	return -1
}
