package extract

import (
	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// distributed reads a sentence that gives each of several people his own amount under one word of payment, with one other side for all: "payments
// to Omar (USD 700) and Ali (USD 450), all made by Adil", «صرف عادل 700 دولار لعمر و450 دولارا لعلي».
func (c *clause) distributed(amounts []*text.Money) bool {
	if len(amounts) < 2 {
		return false
	}
	t, ok := c.onlyPayWord(amounts)
	if !ok {
		return false
	}
	near, side := make([]int, len(amounts)), ""
	used := map[int]bool{}
	for i, m := range amounts {
		k := c.besideAmount(m)
		if k < 0 || used[c.mentions[k].entity] {
			return false
		}
		near[i], used[c.mentions[k].entity] = k, true
		if s := c.side(k); s == "to" || s == "from" {
			if side != "" && side != s {
				return false
			}
			side = s
		}
	}
	if side == "" {
		return false
	}
	common := c.commonSide(used, side)
	if common < 0 {
		return false
	}
	polarity := c.polarityAt(t.first, t.last)
	for i, m := range amounts {
		own := text.Span{Start: min(m.First, c.mentions[near[i]].first), End: c.s.End}
		if i+1 < len(amounts) {
			own.End = min(amounts[i+1].First, max(m.Last, c.mentions[near[i+1]].first))
		}
		payer, taker := common, near[i]
		if side == "from" {
			payer, taker = taker, payer
		}
		c.transfer(m, own, payer, taker, -1, t, polarity)
	}
	return true
}

// onlyPayWord returns the first real word of payment of a sentence whose other such words, if any, go the same way.
func (c *clause) onlyPayWord(amounts []*text.Money) (trigger, bool) {
	var first trigger
	for _, t := range c.triggers {
		if t.class != "pay" || c.withinName(t) {
			continue
		}
		if c.unreal(t) || first.rule != nil && first.attrs["noun"] == "" && t.attrs["noun"] == "" && t.attrs["dir"] != first.attrs["dir"] {
			return first, false
		}
		if first.rule == nil || first.attrs["noun"] != "" && t.attrs["noun"] == "" {
			first = t
		}
	}
	return first, first.rule != nil && first.attrs["sale"] == "" && first.first < amounts[len(amounts)-1].First
}

// besideAmount returns the party that an amount is told of by its place: right before it, "Omar (USD 700)", or right behind it with a
// preposition, "700 dollars to Omar"; -1 when none is.
func (c *clause) besideAmount(m *text.Money) int {
	before, after := -1, -1
	for _, k := range c.parties() {
		x := &c.mentions[k]
		if x.last <= m.First && m.First-x.last <= 2 && c.onlyMarks(x.last, m.First) {
			before = k
		}
		if after < 0 && x.first >= m.Last && x.first-m.Last <= 3 {
			if s := c.side(k); s == "to" || s == "from" {
				after = k
			}
		}
	}
	if after >= 0 {
		return after
	}
	return before
}

// onlyMarks reports whether nothing but marks stands between two tokens.
func (c *clause) onlyMarks(from, to int) bool {
	for i := from; i < to; i++ {
		if c.tokens[i].Kind != text.Punctuation {
			return false
		}
	}
	return true
}

// commonSide returns the one party beside those used that may be the other side of all, -1 when there is none or more than one.
func (c *clause) commonSide(used map[int]bool, side string) int {
	one := -1
	for _, k := range c.parties() {
		if used[c.mentions[k].entity] || c.speaks(k) || c.official(k) {
			continue
		}
		switch s := c.side(k); {
		case s == "", s == "by" && side == "to", s == "from" && side == "to", s == "to" && side == "from":
			if one >= 0 && !c.same(one, k) {
				return -1
			}
			one = k
		}
	}
	return one
}

// serial reads an amount that only goes on a row of payments between the same two: "three wires: $500 on 2 May, $700 on 4 May".
func (c *clause) serial(m *text.Money, own text.Span, before sides, t trigger) bool {
	if before.payer < 0 || before.taker < 0 || !c.severalPayments() && !c.andAgain(m, own) {
		return false
	}
	for _, k := range c.parties() {
		if c.mentions[k].first >= own.Start && c.mentions[k].first < own.End {
			return false
		}
	}
	c.transfer(m, own, before.payer, before.taker, -1, t, sanad.Affirmed)
	return true
}

// inReturn returns who gets an amount that is told as what something was done for: "in exchange for $500, paid by Ali, Omar drew a map"; -1
// when it is told otherwise or several may be meant.
func (c *clause) inReturn(m *text.Money, payer int) int {
	told := false
	for i := m.First - 1; i >= c.s.Start && i >= m.First-5 && !told; i-- {
		switch f := c.tokens[i].Folded; f {
		case "exchange", "return":
			told = c.token(i+1).Folded == "for"
		case "مقابل", "لقاء", "نظير":
			told = true
		}
	}
	if !told {
		return -1
	}
	one := -1
	for _, k := range c.persons(c.s.Start, c.s.End) {
		if c.same(k, payer) || c.governed(k) || c.official(k) || c.headOf(k) != "" {
			continue
		}
		if one >= 0 && !c.same(one, k) {
			return -1
		}
		one = k
	}
	return one
}

// andAgain reports whether an amount with a date of its own goes on a row behind "and": "gave $500 in May and $700 in June".
func (c *clause) andAgain(m *text.Money, own text.Span) bool {
	i := m.First - 1
	for i > c.s.Start && c.dated[i] {
		i--
	}
	if f := c.tokens[i].Folded; f != "and" && f != "," && f != "،" && f != "و" && f != "then" && f != "ثم" {
		return false
	}
	d := c.dateIn(own.Start, own.End, m.Last)
	return d != nil && d.First >= i && d.Last <= own.End
}
