package extract

import (
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// operations finds operations with their results, and deployments and needs by place.
func (c *clause) operations() {
	if c.actOfForce() {
		return
	}
	for _, t := range c.triggers {
		switch t.class {
		case "deploy", "need":
			c.deployment(t)
			return
		}
	}
}

// resultAt says what happened to the people counted, by the nearest word of killing or arrest.
func (c *clause) resultAt(n text.Count) string {
	best, what := 12, ""
	for _, t := range c.triggers {
		kind := ""
		switch {
		case t.class == "event" && t.attrs["type"] == "killing":
			kind = "killed"
		case t.class == "arrest":
			kind = "captured"
		}
		if kind == "" {
			continue
		}
		gap := n.First - t.last
		if gap < 0 {
			gap = t.first - n.Last + 2
		}
		if gap >= 0 && gap < best {
			best, what = gap, kind
		}
	}
	return what
}

// seized returns the words after "seized", «ضبط», up to the end of their clause.
func (c *clause) seized() (from, to int) {
	for i := c.s.Start; i < c.s.End; i++ {
		switch c.tokens[i].Folded {
		case "seized", "seizing", "confiscated", "recovered", "مصادره", "صادرت", "وضبط", "وضبطت", "وصادرت":
			j := i + 1
			for j < c.s.End && j < i+16 && c.tokens[j].Text != "." && c.tokens[j].Text != ";" && c.tokens[j].Kind != text.Break {
				j++
			}
			return i + 1, j
		}
	}
	return 0, 0
}

// deployment makes a claim of forces or equipment at a place, or of a need.
func (c *clause) deployment(t trigger) {
	k := c.placeNear(t.first, false)
	if k < 0 {
		return
	}
	var people, things *text.Count
	for i := c.s.Start; i < c.s.End; i++ {
		if c.dated[i] || c.paid[i] {
			continue
		}
		n, ok := text.CountAt(c.tokens, i)
		if !ok || n.Last >= c.s.End {
			continue
		}
		switch {
		case countsPeople(c.token(n.Last).Folded) || c.token(n.Last).Folded == "personnel" || c.token(n.Last).Folded == "officers" || c.token(n.Last).Folded == "مقاتل" || c.token(n.Last).Folded == "منتسب" || c.token(n.Last).Folded == "منتسبا" || c.token(n.Last).Folded == "troops" || c.token(n.Last).Folded == "policemen":
			people = &n
		case people == nil || n.First > people.Last:
			if c.tokens[n.Last].Kind == text.Word {
				things = &n
			}
		}
		i = n.Last - 1
	}
	org := -1
	if list := c.within(c.s.Start, c.s.End, organization); len(list) > 0 {
		org = list[0]
	}
	if people == nil && things == nil && org < 0 {
		return
	}
	id := c.newEntity(sanad.SchemaDeployment, c.triggerSpan(t))
	polarity := c.polarityAt(t.first, t.last)
	rule := t.rule.id
	c.placeClaim(id, sanad.SchemaDeployment, t.first, polarity, rule)
	c.dateClaim(id, sanad.SchemaDeployment, t.first, polarity, rule)
	if org >= 0 {
		c.claim(id, sanad.SchemaDeployment, "unit", string(c.entityOf(org)), "", c.mentions[org].span, polarity, rule)
	}
	if people != nil {
		c.claim(id, sanad.SchemaDeployment, "personnel", people.String(), "", people.Span, polarity, rule)
	}
	if things != nil {
		prop := "equipment"
		if t.class == "need" {
			prop = "need"
		}
		end := things.Last + 1
		for end < c.s.End && end < things.Last+4 && c.tokens[end].Kind == text.Word && c.at(end) < 0 && !strings.HasPrefix(c.tokens[end].Folded, "و") && c.tokens[end].Folded != "and" && c.tokens[end].Folded != "to" && c.tokens[end].Folded != "in" && c.tokens[end].Folded != "الي" && c.tokens[end].Folded != "في" {
			end++
		}
		c.claim(id, sanad.SchemaDeployment, prop, c.textOf(things.First, end), "", c.spanOf(things.First, end), polarity, rule)
	}
}
