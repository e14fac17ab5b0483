package extract

import (
	"strconv"
	"strings"

	"github.com/sanad-workbench/sanad/internal/text"
)

// A judgment may end in a list that gives each his punishment with few words or none between: "Omar and Ali, death; Salih, life",
// «الإعدام للأول، والسجن عشر سنوات للثانية».

// penaltyList reads such a list: two parts of a sentence or more with one punishment each, and who gets it named at the part's
// beginning, or told by his number among the accused.
func (c *clause) penaltyList() {
	type part struct {
		who   []int
		value string
		at    int
	}
	var parts []part
	found, years, judged := 0, false, c.sentenceTold()
	for _, s := range c.penaltyParts() {
		value, at, ok := c.penaltyIn(s)
		if ok {
			years = years || strings.HasSuffix(value, " years")
		} else if value, at, ok = c.bareYears(s); !ok || !years {
			continue
		}
		judged = judged || value == "death" || value == "life" || len(c.persons(s.Start, s.End)) == 0
		found++
		if who := c.punished(s, at); len(who) > 0 && !c.tellsOfDeed(s) {
			parts = append(parts, part{who, value, at})
		}
	}
	if found < 2 && !c.decided() || !judged && !c.courtWord() && !c.opensWithPrison() {
		return
	}
	for _, x := range parts {
		t := trigger{rule: &rule{id: "sentence.list", class: "sentence", attrs: map[string]string{}}, first: x.at, last: x.at + 1}
		c.sentence(t, x.who, x.value, x.at)
	}
}

// penaltyParts cuts the sentence at semicolons, and at commas where it is Arabic; a heading before a colon is left out.
func (c *clause) penaltyParts() []text.Span {
	var out []text.Span
	from, semicolons := c.s.Start, false
	for i := c.s.Start; i < c.s.End; i++ {
		semicolons = semicolons || c.tokens[i].Text == "؛"
	}
	for i := c.s.Start; i <= c.s.End; i++ {
		if i < c.s.End {
			if semicolons && c.tokens[i].Text == "،" { // «عمر، الإعدام؛ علي، عشر سنوات»
				continue
			}
			switch c.tokens[i].Text {
			case ";", "؛", "،":
			case ":":
				if i-c.s.Start <= 8 && len(out) == 0 {
					from = i + 1
				}
				continue
			default:
				continue
			}
		}
		if i > from {
			out = append(out, text.Span{Start: from, End: i})
		}
		from = i + 1
	}
	return out
}

// penaltyIn reads the one punishment of a part of a sentence.
func (c *clause) penaltyIn(s text.Span) (value string, at int, ok bool) {
	for i := s.Start; i < s.End; i++ {
		if v, at, ok := c.penaltyAt(i, s.Start); ok {
			return v, at, true
		}
	}
	return "", 0, false
}

// bareYears reads a number that ends a part without a word for what it counts: "Omar, seven" after "Ali, ten years".
func (c *clause) bareYears(s text.Span) (value string, at int, ok bool) {
	end := s.End
	for end > s.Start && c.tokens[end-1].Kind != text.Word && c.tokens[end-1].Kind != text.Number {
		end--
	}
	if end == s.Start {
		return "", 0, false
	}
	if n, counted := c.countAt(end - 1); counted && n.First == end-1 && n.Last == end && n.Best < 100 {
		return strconv.FormatInt(n.Best, 10) + " years", end - 1, true
	}
	return "", 0, false
}

// decided reports whether the sentence stands under the heading of a court's decision, so that one punishment by itself is told there: «القرار:
// الإعدام للأول. السجن عشر سنوات للثاني.»
func (c *clause) decided() bool {
	for i := c.s.Start; i < c.s.End && i < c.s.Start+4; i++ {
		switch c.tokens[i].Folded {
		case "القرار", "المنطوق", "الحكم", "decision", "ruling":
			return c.token(i+1).Text == ":"
		}
	}
	return c.ruled() || c.inJudgment() && c.opensWithPrison()
}

// opensWithPrison reports whether an item begins with the word of a punishment: «السجن عشر سنوات بحق عمر».
func (c *clause) opensWithPrison() bool {
	for i := c.s.Start; i < c.s.End && i < c.s.Start+4; i++ {
		switch c.tokens[i].Folded {
		case "السجن", "الحبس", "الاعدام":
			return true
		}
		if c.tokens[i].Kind == text.Word {
			return false
		}
	}
	return false
}

// punished returns who a part of a list of punishments speaks of: the names it begins with, or the only one that its words give a
// number among the accused.
func (c *clause) punished(s text.Span, at int) []int {
	i := s.Start
	for i < s.End && (c.tokens[i].Kind != text.Word || c.tokens[i].Folded == "and" || c.tokens[i].Folded == "on" || strings.TrimPrefix(c.tokens[i].Folded, "و") == "علي" && c.at(i) < 0) {
		i++
	}
	all := c.persons(s.Start, s.End)
	i = c.pastLabel(i)
	if len(all) > 0 {
		if k := c.givenTo(at); k == all[0] && len(all) == len(c.group(k)) && !c.official(k) { // «السجن المؤبد لعمر», «عشر سنوات للمتهم الأول عمر»
			return c.group(k)
		}
		if c.mentions[all[0]].first != i || c.official(all[0]) || c.mentions[all[0]].parent {
			return nil
		}
		list := c.group(all[0])
		last := &c.mentions[list[len(list)-1]]
		if len(list) != len(all) || last.last > at {
			return nil
		}
		if prev := c.token(at - 1).Folded; at > last.last && prev != ")" && prev != "," && prev != "،" && !prisonWord(prev) {
			return nil
		}
		return list
	}
	who := -1
	for i := s.Start; i < s.End; i++ {
		f := c.tokens[i].Folded
		if rest, ok := strings.CutPrefix(f, "لل"); ok { // «للثانية»
			f = "ال" + rest
		}
		n := placeInList(f)
		if n == 0 || !c.ofTheAccused(i) {
			continue
		}
		list := c.accused()
		if who >= 0 || len(list) < 2 || n > len(list) {
			return nil
		}
		who = list[n-1]
	}
	if who < 0 || c.mentions[who].last > c.s.Start {
		return nil
	}
	return []int{who}
}

// pastLabel returns the token behind the label of one of the accused at token i: "Accused 1 (Omar Salih)", «المتهم الأول: عمر صالح».
func (c *clause) pastLabel(i int) int {
	switch c.token(i).Folded {
	case "accused", "defendant", "المتهم", "المتهمه":
	default:
		return i
	}
	for j := i + 1; j < c.s.End && j < i+5; j++ {
		if c.at(j) >= 0 {
			return j
		}
		if t := c.tokens[j]; t.Kind == text.Word && placeInList(t.Folded) == 0 && t.Folded != "no" {
			return i
		}
	}
	return i
}

// prisonWord reports a word that may stand between a name and the years: «على عمر بالسجن عشر سنوات».
func prisonWord(f string) bool {
	switch strings.TrimPrefix(f, "ب") {
	case "السجن", "الحبس", "الشديد", "مده", "سجن", "حبس", "prison", ":", "-", "–", "to", "of":
		return true
	}
	return false
}

// sentenceTold reports whether the sentence has a word of judgment or a heading that says punishments follow.
func (c *clause) sentenceTold() bool {
	for _, t := range c.triggers {
		if t.class == "sentence" || t.class == "verdict" {
			return true
		}
	}
	for i := c.s.Start; i < c.s.End && i < c.s.Start+4; i++ {
		switch c.tokens[i].Folded {
		case "penalties", "sentences", "punishments", "العقوبات", "الاحكام":
			return true
		}
	}
	return false
}

// ofTheAccused reports whether the ordinal at token i stands for one of the accused: "the second", "the second accused", «للثاني»,
// «على الثاني», «المتهم الثاني».
func (c *clause) ofTheAccused(i int) bool {
	if c.tokens[i].IsArabic() {
		prev := strings.TrimPrefix(c.token(i-1).Folded, "و")
		return strings.HasPrefix(c.tokens[i].Folded, "لل") || prev == "علي" || strings.HasSuffix(prev, "المتهم") || strings.HasSuffix(prev, "المتهمه") || strings.HasPrefix(prev, "للمتهم")
	}
	next := c.token(i + 1)
	return c.token(i-1).Folded == "the" && (next.Text == "," || next.Folded == "accused" || next.Folded == "defendant" || next.Folded == "to" || next.Folded == "received")
}

// tellsOfDeed reports whether a part of a sentence tells of a deed or denies something, so that its number of years may be no
// punishment.
func (c *clause) tellsOfDeed(s text.Span) bool {
	for _, t := range c.triggers {
		if t.first >= s.Start && t.last <= s.End && (t.class == "neg" || t.class == "deny" || t.class == "event" && !c.penal(t) && !(t.attrs["type"] == "public_execution" && c.decided())) {
			return true
		}
	}
	return false
}
