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
	for i := max(0, len(c.events)-mostEvents); i < len(c.events); i++ {
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
	return c.sharesOne([]int{k}, c.defendants())
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

// recogniser takes who recognises those who did an incident for its witness: "his daughter, Hind Salih, recognised him".
func (c *clause) recogniser(e *event, verb trigger, seen []int) {
	for _, k := range c.subject(verb.first) {
		who := string(c.entityOf(k))
		if c.official(k) || c.ranked(k) || c.mentions[k].first < c.s.Start || e.parts[who+sanad.Victim] || e.parts[who+sanad.Suspect] || e.parts[who+sanad.Perpetrator] || c.sharesOne([]int{k}, seen) {
			continue
		}
		c.participation(e, k, sanad.Witness, c.polarityAt(verb.first, verb.last), verb, "witness.recogniser")
	}
}

// apposedTo returns who is named behind a comma and a description after "one of the displaced": "one of the wounded, the baker Omar Salih"; -1
// when it is another word of part or nobody is.
func (c *clause) apposedTo(t trigger) int {
	if f := c.tokens[t.first].Folded; f != "one" && f != "among" || c.token(t.last).Text != "," {
		return -1
	}
	for i := t.last + 1; i < c.s.End && i < t.last+6; i++ {
		if k := c.at(i); k >= 0 {
			if c.mentions[k].kind == person && c.mentions[k].first == i {
				return k
			}
			return -1
		}
		if tok := c.tokens[i]; tok.Kind != text.Word || auxiliary(tok.Folded) || speech(tok.Folded) || c.actsHere(i) || i > t.last+1 && tok.Folded == "the" {
			return -1
		}
	}
	return -1
}

// whomBefore returns the person whom a relative clause before an English verb is about: "Omar, whom commandos had captured"; -1 when none.
func (c *clause) whomBefore(verb int) int {
	if c.tokens[verb].IsArabic() {
		return -1
	}
	for i := verb - 1; i > c.s.Start && i > verb-10; i-- {
		if c.tokens[i].Folded != "whom" {
			if k := c.at(i); k >= 0 && c.mentions[k].kind == person {
				return -1
			}
			continue
		}
		j := i - 1
		if c.tokens[j].Text == "," {
			j--
		}
		if k := c.at(j); k >= 0 && c.mentions[k].kind == person && c.mentions[k].last == j+1 {
			return k
		}
		return -1
	}
	return -1
}

// rank reports whether an English title stands at a token, as ranks do between a role and its holder: "the commander, Captain Omar Salih".
func (c *clause) rank(i int) bool {
	return !c.tokens[i].IsArabic() && c.tokens[i].Capitalized() && c.lex.is("title_en", c.tokens[i].Folded)
}
