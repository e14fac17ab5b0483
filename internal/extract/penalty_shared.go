package extract

import (
	"strconv"
	"strings"

	"github.com/sanad-workbench/sanad/internal/text"
)

// A judgment that goes through the accused says its verb once: "sentences the first accused to death, the second to life and the third to
// ten years"; the last may even leave "years" out: "Omar 15 years and Ali, the accountant, five".

// penaltiesByNumber reads the punishments of a sentence that gives each to one of the accused by his number. At least two of them must be told
// so, for a single "the second" may be a charge or a shot.
func (c *clause) penaltiesByNumber() {
	var t trigger
	for _, o := range c.triggers {
		if o.class == "sentence" && !c.tokens[o.first].IsArabic() {
			t = o
			break
		}
	}
	list := c.accused()
	if t.rule == nil || len(list) < 2 {
		return
	}
	type given struct {
		who, at int
		value   string
	}
	var all []given
	for i := c.s.Start; i < c.s.End; i++ {
		n := placeInList(c.tokens[i].Folded)
		if n == 0 || n > len(list) || c.token(i-1).Folded != "the" || c.mentions[list[n-1]].last > c.s.Start {
			continue
		}
		end := i + 1
		switch c.token(end).Folded {
		case "accused", "defendant", "man":
			end++
		case "count", "charge", "count,", "charge,", "case":
			continue
		}
		if v, at, ok := c.penaltyNear(end); ok {
			all = append(all, given{list[n-1], at, v})
		}
	}
	if len(all) < 2 {
		return
	}
	for _, g := range all {
		c.sentence(t, []int{g.who}, g.value, g.at)
	}
}

// penaltyNear reads the punishment that follows token i within its part of the sentence: before the next of the accused, name or semicolon.
func (c *clause) penaltyNear(i int) (value string, at int, ok bool) {
	for j := i; j < c.s.End && j < i+8; j++ {
		if c.tokens[j].Text == ";" || placeInList(c.tokens[j].Folded) > 0 && c.token(j-1).Folded == "the" || c.at(j) >= 0 && c.mentions[c.at(j)].kind == person {
			return "", 0, false
		}
		if v, at, ok := c.penaltyAt(j, j); ok {
			return v, at, true
		}
	}
	return "", 0, false
}

// yearsLeftOut reads the last of a row of punishments when its number stands bare behind a name after token pos: "Omar 15 years and Ali,
// the accountant, five".
func (c *clause) yearsLeftOut(pos int, before string) (value string, at int, ok bool) {
	if !strings.HasSuffix(before, " years") {
		return "", 0, false
	}
	for i := pos + 1; i < c.s.End && i < pos+16; i++ {
		if t := c.tokens[i]; t.Text == ";" || c.at(i) >= 0 || c.dated[i] {
			continue
		}
		n, counted := c.countAt(i)
		if !counted || n.First != i || n.Best >= 100 {
			continue
		}
		prev := c.token(i - 1)
		if next := c.token(n.Last); (next.Kind != text.Word || next.Folded == "and") && (prev.Text == "," || prev.Text == "،" || c.at(i-1) >= 0) {
			return strconv.FormatInt(n.Best, 10) + " years", i, true
		}
		return "", 0, false
	}
	return "", 0, false
}

// changed reads a punishment that takes another's place: "reduced from twelve years to seven", «من اثنتي عشرة سنة إلى سبع سنوات». Both were
// passed, the second now.
func (c *clause) changed(t trigger) bool {
	if c.changedTo(t) {
		return c.tookItsPlace(t)
	}
	for i := t.first; i < c.s.End && i < t.last+16; i++ {
		if f := c.tokens[i].Folded; f != "from" && f != "من" {
			continue
		}
		first, at, ok := c.penaltyAt(i+1, i+1)
		if !ok {
			first, at, ok = c.penaltyAt(i+2, i+2) // from the death penalty
		}
		if !ok {
			continue
		}
		for j := at + 1; j < c.s.End && j < at+7; j++ {
			if f := c.tokens[j].Folded; f != "to" && f != "الي" {
				continue
			}
			second, to, ok := c.penaltyFrom(j + 1)
			if ok && to > j+2 {
				ok = false
			}
			if !ok && strings.HasSuffix(first, " years") {
				if n, counted := c.countAt(j + 1); counted {
					second, to, ok = strconv.FormatInt(n.Best, 10)+" years", j+1, true
				}
			}
			if !ok {
				return false
			}
			who := c.punishedBy(t, i)
			c.sentence(t, who, second, to)
			for _, k := range who { // it has not the date of the change
				c.sentenceClaim(t, k, first, at)
			}
			return len(who) > 0
		}
	}
	return false
}

// changedTo reports whether a passive says that a punishment of somebody named before it became another: "The death sentence of Omar was
// commuted to life".
func (c *clause) changedTo(t trigger) bool {
	switch c.tokens[t.first].Folded {
	case "commuted", "reduced", "lowered", "cut", "doubled", "increased", "raised":
	default:
		return false
	}
	to := false
	for i := t.last - 1; i < c.s.End && i < t.last+3; i++ {
		to = to || c.tokens[i].Folded == "to"
	}
	prev := c.token(t.first - 1).Folded
	return (prev == "was" || prev == "is" || prev == "been") && to && len(c.persons(c.s.Start, t.first)) > 0
}

// tookItsPlace claims both punishments of such a sentence, and reports whether it was plain whose they are.
func (c *clause) tookItsPlace(t trigger) bool {
	var who []int
	for _, k := range c.persons(c.s.Start, t.first) {
		if !c.official(k) && !c.speaks(k) {
			who = c.union(who, []int{k})
		}
	}
	second, to, ok := c.penaltyNear(t.last)
	if len(who) != 1 || !ok {
		return false
	}
	c.sentence(t, who, second, to)
	for i := c.s.Start; i < t.first; i++ {
		if first, at, ok := c.penaltyAt(i, i); ok {
			c.sentenceClaim(t, who[0], first, at) // it has not the date of the change
			break
		}
	}
	return true
}

// oneUnit reads a punishment of one year or month or two that has no number: "a year in prison", «بالحبس سنة», «سنة واحدة», «شهرين».
func (c *clause) oneUnit(i int) string {
	f, prev, next := strings.TrimPrefix(c.tokens[i].Folded, "ب"), c.token(i-1).Folded, c.token(i+1).Folded
	prison := strings.HasSuffix(prev, "السجن") || strings.HasSuffix(prev, "الحبس") || prev == "لمده" || prev == "مده"
	switch f {
	case "سنه", "عام":
		if prison || next == "واحده" || next == "واحد" {
			return "1 years"
		}
	case "شهر":
		if prison || next == "واحد" {
			return "1 months"
		}
	case "شهرين":
		if prison {
			return "2 months"
		}
	case "year", "month":
		if last := c.token(i + 2).Folded; prev == "a" && (next == "in" && (last == "prison" || last == "jail") || next == "of" && last == "prison" || next == "behind" && last == "bars") {
			return "1 " + f + "s"
		}
	}
	return ""
}

// penaltyBehind reads the punishment right before token pos: "the fifteen-year sentence imposed on".
func (c *clause) penaltyBehind(pos int) (value string, at int, ok bool) {
	for i := max(c.s.Start, pos-4); i < pos; i++ {
		if v, at, ok := c.penaltyAt(i, i); ok {
			return v, at, true
		}
	}
	return "", 0, false
}

// hasPunishmentWord reports whether the sentence says that a punishment is what is changed.
func (c *clause) hasPunishmentWord() bool {
	for i := c.s.Start; i < c.s.End; i++ {
		switch c.tokens[i].Folded {
		case "sentence", "sentences", "term", "terms", "penalty", "punishment":
			return true
		}
	}
	return false
}

// punishedBy returns whose punishment is changed: the person named between the verb and "from", or the verb's own subject.
func (c *clause) punishedBy(t trigger, from int) []int {
	for _, k := range c.persons(t.last, from) {
		if !c.official(k) {
			return c.group(k)
		}
	}
	return c.outcomeSubjects(t)
}

// givenTo returns the person to whom an Arabic punishment at token i is given with «ل» behind it: «والحبس ست سنوات لعلي»; -1 when none is.
func (c *clause) givenTo(i int) int {
	if k := c.firstNamed(i+1, i+9); k >= 0 && c.onName(k) && !c.marked(i+1, c.mentions[k].first) {
		return k
	}
	return -1
}

// onName reports whether a punishment before an Arabic name is given to it: «لعمر», «للمتهم الأول عمر», «بحق عمر», «على عمر».
func (c *clause) onName(k int) bool {
	if c.toName(k) {
		return true
	}
	for i := c.mentions[k].first - 1; i > c.s.Start && i > c.mentions[k].first-4; i-- {
		switch f := c.tokens[i].Folded; {
		case f == "للمتهم", f == "للمدان", f == "للمتهمه", f == "للمدعو", f == "للمجرم", f == "بحق", f == "علي":
			return true
		case placeInList(f) == 0 && f != "المتهم" && f != "المدان" && f != "المدعو" && !strings.HasSuffix(f, "ه") && !c.lex.is("title_ar", f):
			return false
		}
	}
	return false
}

// toName reports whether a name carries the preposition «ل».
func (c *clause) toName(k int) bool {
	m := &c.mentions[k]
	return m.span.Start > c.tokens[m.first].Span.Start && strings.HasPrefix(c.tokens[m.first].Folded, "ل")
}

func (c *clause) lastOf(who []int) int { return who[len(who)-1] }

// marked reports whether punctuation stands between two tokens.
func (c *clause) marked(from, to int) bool {
	for i := from; i < to; i++ {
		if c.tokens[i].Kind == text.Punctuation {
			return true
		}
	}
	return false
}
