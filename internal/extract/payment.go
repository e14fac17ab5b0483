package extract

import (
	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// payments finds who paid whom how much: an amount of money with a word of giving or taking in its sentence, or with
// labels ("From: …, To: …").
func (c *clause) payments() {
	for i := c.moneyFrom(c.s.Start); i < len(c.money) && c.money[i].First < c.s.End; i++ {
		if c.money[i].Last <= c.s.End {
			c.payment(&c.money[i])
		}
	}
}

func (c *clause) payment(m *text.Money) {
	t, ok := c.payWord(m)
	if !ok {
		c.arrow(m)
		return
	}
	dir := t.attrs["dir"]
	passive := !c.tokens[t.first].IsArabic() && c.passive(t)
	switch c.tokens[t.first].Folded {
	case "was", "were": // "$2,000 was paid to Rida" and "Rida was paid $2,000"
		if m.Last <= t.first {
			dir, passive = "give", true
		}
	}
	var payer, taker, via int = -1, -1, -1
	used := map[int]bool{}
	parties := c.parties()
	for _, k := range parties { // a preposition says which side somebody is on
		switch c.side(k) {
		case "to":
			if taker < 0 {
				taker, used[k] = k, true
			}
		case "from":
			if payer < 0 {
				payer, used[k] = k, true
			}
		case "via":
			if via < 0 {
				via, used[k] = k, true
			}
		case "by":
			switch {
			case dir == "take" && taker < 0 && c.mentions[k].first > t.last:
				taker, used[k] = k, true
			case payer < 0 && passive:
				payer, used[k] = k, true
			}
		case "other":
			used[k] = true
		}
	}
	var before, after []int
	for _, k := range parties {
		if used[k] {
			continue
		}
		if c.mentions[k].last <= t.first {
			before = append(before, k)
		} else if c.mentions[k].first >= t.last {
			after = append(after, k)
		}
	}
	subject := -1
	if len(before) > 0 {
		subject = before[len(before)-1]
	} else if len(after) > 0 && c.tokens[t.first].IsArabic() {
		subject, after = after[0], after[1:] // verb, subject, object
	} else if k := c.pronounBefore(t.first); k >= 0 {
		subject = k
	}
	switch {
	case dir == "give" && passive: // the amount was paid to, or X was paid
	case dir == "give":
		if payer < 0 {
			payer = subject
		}
		if taker < 0 && len(after) > 0 {
			taker = after[0]
		}
	case dir == "take":
		if taker < 0 {
			taker = subject
		}
	}
	if payer == taker && payer >= 0 || payer < 0 && taker < 0 {
		return
	}
	polarity := c.polarityAt(t.first, t.last)
	rule := t.rule.id
	id := c.newEntity(sanad.SchemaPayment, m.Span)
	for _, x := range []struct {
		prop string
		k    int
	}{{"payer", payer}, {"beneficiary", taker}, {"via", via}} {
		if x.k < 0 {
			continue
		}
		span := c.mentions[x.k].span
		if c.mentions[x.k].first < c.s.Start {
			span = c.triggerSpan(t)
		}
		c.claim(id, sanad.SchemaPayment, x.prop, string(c.entityOf(x.k)), "", span, polarity, rule)
	}
	c.claim(id, sanad.SchemaPayment, "amount", m.Amount, "", m.Span, polarity, rule)
	c.claim(id, sanad.SchemaPayment, "currency", m.Currency, "", m.Span, polarity, rule)
	c.dateClaim(id, sanad.SchemaPayment, m.First, polarity, rule)
}

// arrow reads "Abu Nour -> Imad Qahtan 30,000 USD", as ledgers write it.
func (c *clause) arrow(m *text.Money) {
	parties := c.parties()
	for i := 0; i+1 < len(parties); i++ {
		a, b := parties[i], parties[i+1]
		from, to := c.mentions[a].last, c.mentions[b].first
		if from >= to || c.tokens[to-1].Text != "→" && !(c.tokens[to-1].Text == ">" && to-from >= 2) && c.tokens[to-1].Text != "←" {
			continue
		}
		if c.tokens[to-1].Text == "←" && !c.tokens[c.mentions[a].first].IsArabic() { // in Arabic text this arrow points onward
			a, b = b, a
		}
		id := c.newEntity(sanad.SchemaPayment, m.Span)
		c.claim(id, sanad.SchemaPayment, "payer", string(c.entityOf(a)), "", c.mentions[a].span, sanad.Affirmed, "pay.arrow")
		c.claim(id, sanad.SchemaPayment, "beneficiary", string(c.entityOf(b)), "", c.mentions[b].span, sanad.Affirmed, "pay.arrow")
		c.claim(id, sanad.SchemaPayment, "amount", m.Amount, "", m.Span, sanad.Affirmed, "pay.arrow")
		c.claim(id, sanad.SchemaPayment, "currency", m.Currency, "", m.Span, sanad.Affirmed, "pay.arrow")
		c.dateClaim(id, sanad.SchemaPayment, m.First, sanad.Affirmed, "pay.arrow")
		return
	}
}

// parties returns the persons and organizations of the sentence in order; another name of the one before is left out.
func (c *clause) parties() []int {
	var out []int
	for k := c.mentionFrom(c.s.Start); k < len(c.mentions) && c.mentions[k].first < c.s.End; k++ {
		m := &c.mentions[k]
		if m.kind != person && m.kind != organization {
			continue
		}
		if m.appositive >= 0 {
			continue
		}
		if n := len(out); n > 0 && c.mentions[out[n-1]].entity == m.entity {
			continue
		}
		out = append(out, k)
	}
	return out
}

// side reads the word before a party: to, from, via; "other" when the party only describes another ("driver of X").
func (c *clause) side(k int) string {
	m := &c.mentions[k]
	i := m.first - 1
	for n := 0; i > c.s.Start && n < 8; i, n = i-1, n+1 {
		t := c.tokens[i]
		if o := c.at(i); o >= 0 && m.kind == person && (c.mentions[o].kind == organization || c.mentions[o].kind == place) && (inside(c.token(c.mentions[o].first-1).Folded) || c.isRole(c.mentions[o].first-1)) {
			i = c.mentions[o].first // "to the finance official in the network, Ahmed"
			if inside(c.token(i - 1).Folded) {
				i--
			}
			continue
		}
		if o := c.roleEnding(i); o > 0 {
			i -= o - 1
			continue
		}
		if c.lex.is("title_en", t.Folded) || c.lex.is("title_ar", t.Folded) || t.Folded == "the" || t.Folded == "a" || t.Text == "." || t.Text == "«" || t.Text == "\"" || t.Text == ":" ||
			t.Folded == "man" || t.Folded == "called" || t.Folded == "named" || c.isRole(i) {
			continue
		}
		break
	}
	if m.span.Start > c.tokens[m.first].Span.Start {
		if r := []rune(c.tokens[m.first].Folded)[0]; r == 'ل' {
			return "to"
		}
	}
	f, prev := c.token(i).Folded, c.token(i-1).Folded
	if f == "ل" || len(f) > 4 && f[:2] == "ل" && c.lex.is("title_ar", "ا"+f) {
		return "to"
	}
	switch f {
	case "to", "for", "الي", "لصالح", "لحساب", "لفاءده", "لفايده", "beneficiary", "recipient", "payee", "المستفيد", "المستلم":
		return "to"
	case "from", "من", "عن", "sender", "payer", "الدافع", "المرسل", "المحول":
		if f == "عن" {
			return ""
		}
		if f == "من" && prev == "كل" {
			return ""
		}
		return "from"
	case "via", "through", "عبر", "طريق", "بواسطه", "خلال", "طريقه":
		return "via"
	case "by":
		return "by"
	case "قبل", "يد":
		if prev == "من" {
			return "from"
		}
		return "via"
	case "في", "in":
		if m.kind == organization {
			return "other"
		}
	case "of", "with", "at", "مع", "عند":
		return "other"
	}
	return ""
}

// roleEnding returns how many tokens a role phrase that ends at token i takes, or 0.
func (c *clause) roleEnding(i int) int {
	for _, t := range c.triggers {
		if t.class == "role" && t.last == i+1 {
			if t.skip > 0 { // a proclitic may be the preposition
				return 0
			}
			return t.last - t.first
		}
	}
	return 0
}

func (c *clause) isRole(i int) bool {
	_, n := c.rules.match(c.page, i, "role")
	return n == 1
}

// payWord returns the word of giving or taking nearest to an amount.
func (c *clause) payWord(m *text.Money) (trigger, bool) {
	var best trigger
	found := false
	for _, t := range c.triggers {
		if t.class != "pay" {
			continue
		}
		if !found || distance(t.first, m.First)+bias(t, m) < distance(best.first, m.First)+bias(best, m) {
			best, found = t, true
		}
	}
	return best, found
}

// bias prefers a verb before the amount.
func bias(t trigger, m *text.Money) int {
	if t.first > m.First {
		return 4
	}
	return 0
}
