package extract

import (
	"slices"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// standIn is a phrase without a name that stands for somebody of the report: "the second accused", "the latter", "each of the two",
// "the organisation".
type standIn struct {
	who         []int // mentions
	first, last int
}

// standSides gives the sides of a payment that no name has to those whom other phrases of its part of the sentence stand for.
func (c *clause) standSides(own text.Span, t trigger, payer, taker []int) (from, to []int) {
	gives := t.attrs["dir"] == "give"
	for i := own.Start; i < own.End; i++ {
		s := c.standInAt(i, own.End)
		if len(s.who) == 0 {
			continue
		}
		i = max(i, s.last-1)
		side := c.standSide(s, t)
		if side == "subject" && gives && s.first == t.last && c.subjectBefore(t, payer) {
			side = "object"
		}
		if side == "subject" { // nobody else is
			if side = "from"; !gives || c.given(t) {
				side, taker = "to", nil
			} else {
				payer = nil
			}
		}
		switch {
		case side == "object" && gives || side == "to":
			if len(taker) == 0 && !c.sharesOne(s.who, payer) {
				taker = s.who
			}
		case side == "from":
			if len(payer) == 0 && !c.sharesOne(s.who, taker) {
				payer = s.who
			}
		}
	}
	if len(payer) > 0 && len(taker) == 0 && gives && c.pronounGiven(t, own) {
		taker = oneOrNone(c.antecedent(t.first, payer[0]))
	}
	return payer, taker
}

// subjectBefore reports whether an Arabic verb without a pronoun has its subject before it: «أن عمر سلّم الأمير».
func (c *clause) subjectBefore(t trigger, payer []int) bool {
	return c.tokens[t.first].IsArabic() && len(payer) > 0 && c.mentions[payer[0]].first >= c.s.Start && c.mentions[payer[0]].last <= t.first && !c.givesHim(t)
}

// sharesOne reports whether two lists have somebody in common.
func (c *clause) sharesOne(a, b []int) bool {
	return slices.ContainsFunc(a, func(k int) bool {
		return slices.ContainsFunc(b, func(o int) bool { return c.same(k, o) })
	})
}

// standSide returns on which side of the word of payment t a stand-in is: by its preposition, or as the subject or object of a verb.
func (c *clause) standSide(s standIn, t trigger) string {
	switch prev := c.token(s.first - 1).Folded; prev {
	case "to", "الي":
		return "to"
	case "from", "من":
		return "from"
	case "by":
		if c.passive(t) || t.attrs["noun"] != "" || c.given(t) {
			return "from"
		}
		return ""
	case "of", "in", "at", "with", "for", "في", "عن", "على", "علي", "مع", "بين", "لدي", "ضد", "against", "about":
		return ""
	}
	if f := c.tokens[s.first].Folded; strings.HasPrefix(f, "لل") {
		return "to"
	}
	if t.attrs["noun"] != "" {
		return ""
	}
	if c.tokens[t.first].IsArabic() {
		switch {
		case s.first == t.last:
			return "subject"
		case s.last <= t.first && t.first-s.last <= 2 && c.saidOf(s.last, t.first) && !c.broken(s.last, t.first):
			return "subject"
		}
		return ""
	}
	switch {
	case s.first == t.last && !c.given(t):
		return "object"
	case s.last == c.groupStart(t.first):
		return "subject"
	}
	return ""
}

// standInAt returns the stand-in that begins at token i; it has nobody when there is none, or nobody it may stand for.
func (c *clause) standInAt(i, end int) standIn {
	if who, last := c.defendantAt(i); who >= 0 {
		return standIn{[]int{who}, i, last}
	}
	if who := c.standIn(i); who >= 0 {
		t, n := c.rules.match(c.page, i, "role")
		if c.tokens[i].Folded == "the" {
			t, n = c.rules.match(c.page, i+1, "role")
		}
		if n > 0 && c.at(i) < 0 {
			return standIn{[]int{who}, i, t.last}
		}
	}
	if c.tokens[i].IsArabic() {
		return c.standInArabic(i)
	}
	for n := 4; n > 0; n-- { // the longest first: "each of the two", "the latter", "both"
		last := i + n
		if last > end {
			continue
		}
		if n == 4 && c.tokens[i].Folded == "each" && c.token(i+1).Folded == "of" && c.token(i+2).Folded == "the" && c.token(i+3).Folded == "two" {
			return standIn{c.listNamed(i, 2), i, last}
		}
		if f := c.tokens[i].Folded; n < 4 && (f == "the" || f == "both" || f == "all") && c.at(last-1) < 0 {
			if who := c.placedBefore(last); len(who) > 0 {
				return standIn{who, i, last}
			}
		}
	}
	if c.tokens[i].Folded == "the" && i+1 < end && networkHead(c.token(i+1).Folded) && c.token(i+1).Folded != "terrorist" {
		if k := c.networkMention(); k >= 0 {
			return standIn{[]int{k}, i, i + 2}
		}
	}
	return standIn{}
}

// standInArabic is standInAt for Arabic phrases: «الأخير», «الموقوفان», «التنظيم».
func (c *clause) standInArabic(i int) standIn {
	f := c.tokens[i].Folded
	switch strings.TrimPrefix(f, "و") {
	case "الموقوفان", "الموقوفين", "المتهمان", "المتهمين", "الرجلان", "الرجلين", "الاثنان", "الاثنين", "المذكوران", "كلاهما", "كليهما", "الشقيقان", "الشقيقين", "المعتقلان":
		if c.token(i+1).Kind == text.Word && c.at(i+1) >= 0 {
			return standIn{}
		}
		return standIn{c.listNamed(i, 2), i, i + 1}
	case "للاول", "للثاني", "للثالث", "الاول", "الثاني", "الثالث":
		return c.standInOrder(i)
	case "الاخير", "للاخير":
		if who := c.lastNamed(i); len(who) > 0 {
			return standIn{who, i, i + 1}
		}
	case "التنظيم", "الشبكه", "الجماعه", "العصابه", "للتنظيم", "للشبكه", "للجماعه":
		if c.at(i) < 0 && c.at(i+1) < 0 {
			if k := c.networkMention(); k >= 0 {
				return standIn{[]int{k}, i, i + 1}
			}
		}
	}
	return standIn{}
}

// standInOrder is standInAt for a bare number: «دفع منها للثاني», of those accused or of the list named last.
func (c *clause) standInOrder(i int) standIn {
	if t := c.token(i + 1); t.IsArabic() && strings.HasPrefix(t.Folded, "ال") || c.dated[i] {
		return standIn{}
	}
	n := placeInList("ا" + strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(c.tokens[i].Folded, "و"), "ل"), "ا"))
	list := c.defendants()
	if len(list) < 2 {
		list = c.listNamed(i, 0)
	}
	if n == 0 || n > len(list) || len(list) < 2 {
		return standIn{}
	}
	return standIn{list[n-1 : n], i, i + 1}
}

// networkMention returns a mention of the network the report speaks of here: of the sentence, else the one named last; -1 when none.
func (c *clause) networkMention() int {
	e := c.networkNear()
	if e < 0 {
		return -1
	}
	for k := c.mentionFrom(c.s.End) - 1; k >= 0; k-- {
		if c.mentions[k].entity == e {
			return k
		}
	}
	return -1
}

// oneOrNone returns a list of mention k, an empty one for -1.
func oneOrNone(k int) []int {
	if k < 0 {
		return nil
	}
	return []int{k}
}

// transferAll claims an amount for everybody of two lists of sides.
func (c *clause) transferAll(m *text.Money, own text.Span, from, to []int, via int, t trigger, polarity sanad.Polarity) {
	for _, a := range from {
		for _, b := range to {
			if !c.same(a, b) {
				c.transfer(m, own, a, b, via, t, polarity)
			}
		}
	}
}

// onlyGoverned reports whether everybody an Arabic sentence names stands behind a preposition, so that it goes on about whom it begins with.
func (c *clause) onlyGoverned() bool {
	if !c.tokens[c.standing.Start].IsArabic() && !c.token(c.standing.End-1).IsArabic() {
		return false
	}
	for _, k := range c.persons(c.standing.End, c.s.End) {
		if !c.governed(k) && !c.behindBetween(k) {
			return false
		}
	}
	return true
}

// behindBetween reports whether «بين» governs a name.
func (c *clause) behindBetween(k int) bool {
	for i := c.mentions[k].first - 1; i >= c.s.Start && i > c.mentions[k].first-3; i-- {
		if c.tokens[i].Folded == "بين" {
			return true
		}
	}
	return false
}
