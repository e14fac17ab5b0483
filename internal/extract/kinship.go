package extract

import (
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// kinships finds who is whose brother, son, wife.
func (c *clause) kinships() {
	for _, t := range c.triggers {
		if t.class != "kin" || c.insideMention(t) {
			continue
		}
		person, relative := c.kin(t)
		if person < 0 || relative < 0 || c.mentions[person].entity == c.mentions[relative].entity {
			continue
		}
		polarity := sanad.Affirmed // a denial beside it is of something else
		rule := t.rule.id
		id := c.newEntity(sanad.SchemaKinship, c.triggerSpan(t))
		span := func(k int) text.Span {
			if c.mentions[k].first < c.s.Start || c.mentions[k].last > c.s.End {
				return c.triggerSpan(t)
			}
			return c.mentions[k].span
		}
		c.claim(id, sanad.SchemaKinship, "person", string(c.entityOf(person)), "", span(person), polarity, rule)
		c.claim(id, sanad.SchemaKinship, "relative", string(c.entityOf(relative)), "", span(relative), polarity, rule)
		c.claim(id, sanad.SchemaKinship, "relation", c.words(t), "", c.triggerSpan(t), polarity, rule)
	}
}

// kin returns the person and the relative of a word of kinship: the relative is the person's brother, father, wife.
func (c *clause) kin(t trigger) (person, relative int) {
	after := func(pos, reach int) int {
		all := c.persons(pos, c.s.End)
		if len(all) > 0 && c.mentions[all[0]].first-pos <= reach && c.plainGap(pos, c.mentions[all[0]].first, 1) {
			return all[0]
		}
		return -1
	}
	before := func(pos, reach int) int {
		all := c.persons(c.s.Start, pos)
		if len(all) == 0 || pos-c.mentions[all[len(all)-1]].last > reach {
			return -1
		}
		return all[len(all)-1]
	}
	if c.tokens[t.first].IsArabic() {
		last := []rune(c.tokens[t.last-1].Folded)
		his := last[len(last)-1] == 'ه' && c.tokens[t.last-1].Text != "عمة" && !strings.HasSuffix(c.tokens[t.last-1].Text, "ة")
		k := after(t.last, 2)
		switch {
		case his && k >= 0: // شقيقه أحمد
			who := before(t.first, 14)
			if who < 0 {
				who = c.lastWho
			}
			return who, k
		case k >= 0: // أحمد شقيق خالد
			return k, before(t.first, 4)
		}
		return -1, -1
	}
	if c.token(t.last).Folded == "of" {
		k := after(t.last+1, 3)
		rel := before(t.first, 4)
		if rel < 0 && k >= 0 { // the brother of Khalid, Ahmed
			rel = after(c.mentions[k].last, 2)
		}
		return k, rel
	}
	k := after(t.last, 2)
	if k < 0 {
		return -1, -1
	}
	switch c.token(t.first - 1).Folded {
	case "his", "her":
		who := before(t.first, 20)
		if who < 0 {
			who = c.lastWho
		}
		return who, k
	case "s":
		return before(t.first-1, 2), k
	}
	return -1, -1
}
