package extract

import (
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// doerMeant returns who did a deed that an English pronoun is the subject of, when the person it would stand for by nearness has only suffered or
// seen what is told: the one accused of the report, -1 when there is none or are several. A false doer harms an innocent.
func (c *clause) doerMeant(k int, p trigger) int {
	if c.tokens[p.first].IsArabic() {
		return k
	}
	f := c.token(c.groupStart(p.first) - 1).Folded
	if f != "he" && f != "she" && c.mentions[k].first >= c.s.Start {
		return k
	}
	if !c.onlySuffers(k) && !c.testifies(k) {
		return k
	}
	if list := c.defendants(); len(list) == 1 && !c.same(list[0], k) {
		return list[0]
	}
	return -1
}

// onlySuffers reports whether a person is a victim or witness of what is told so far and has no other part.
func (c *clause) onlySuffers(k int) bool {
	who := string(c.entityOf(k))
	suffers := false
	for i := range c.events {
		e := &c.events[i]
		if e.parts[who+sanad.Perpetrator] || e.parts[who+sanad.Suspect] {
			return false
		}
		suffers = suffers || e.parts[who+sanad.Victim] || e.parts[who+sanad.Witness]
	}
	return suffers
}

// amongAccused reports whether a person is one of those the report lists as accused.
func (c *clause) amongAccused(k int) bool {
	for _, o := range c.defendants() {
		if c.same(o, k) {
			return true
		}
	}
	return false
}

// apposedObject reports whether a name before "and" and a verb at a token only says who somebody's leader or friend is: "carried letters to their
// leader, Omar, and guided the men".
func (c *clause) apposedObject(k, verb int) bool {
	m := &c.mentions[k]
	if c.token(verb-1).Folded != "and" || c.token(m.first-1).Text != "," || c.token(m.last).Text != "," || m.last+1 != verb-1 {
		return false
	}
	switch c.token(m.first - 3).Folded {
	case "its", "their", "his", "her":
		switch c.token(m.first - 4).Folded {
		case "and", "to", "with", "for", "from", "of", "between", "by":
			return true
		}
	}
	return false
}

// hedgesNumber reports whether a word of doubt is only about a number: "perhaps three hundred people".
func (c *clause) hedgesNumber(t trigger) bool {
	if t.class != "hedge" || t.last-t.first > 1 {
		return false
	}
	switch c.tokens[t.first].Folded {
	case "perhaps", "possibly", "probably", "apparently", "ربما":
	default:
		return false
	}
	if c.token(t.last).Kind == text.Number {
		return true
	}
	n, ok := text.CountAt(c.tokens, t.last)
	return ok && n.First == t.last && n.Last <= c.s.End
}

// whoseRelative reports whether a word of part says whose relative or friend is named: "the son of the victim, Omar Salih".
func (c *clause) whoseRelative(t trigger) bool {
	i := t.first - 1
	if c.token(i).Folded == "the" {
		i--
	}
	return c.token(i).Folded == "of" && (c.kinWord(i-1) || c.token(i-1).Folded == "lawyer" || strings.HasPrefix(c.token(i-1).Folded, "friend") || c.token(i-1).Folded == "family" || c.token(i-1).Folded == "neighbour")
}
