package extract

import (
	"slices"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// payments finds who paid whom how much: an amount of money with a word of giving or taking in its sentence, or with
// labels ("From: …, To: …").
func (c *clause) payments() {
	var amounts []*text.Money
	for i := c.moneyFrom(c.s.Start); i < len(c.money) && c.money[i].First < c.s.End; i++ {
		m := &c.money[i]
		if m.Last <= c.s.End && !(len(amounts) > 0 && c.converted(amounts[len(amounts)-1], m)) {
			amounts = append(amounts, m)
		}
	}
	giver := -1
	for i, m := range amounts {
		own := text.Span{Start: c.s.Start, End: c.s.End}
		if i > 0 {
			own.Start = amounts[i-1].Last
		}
		if i+1 < len(amounts) {
			own.End = amounts[i+1].First
		}
		if len(amounts) > 1 {
			entry := c.entryOf(m, own)
			if entry.Start != own.Start {
				giver = -1
			}
			own = entry
		}
		giver = c.payment(m, own, giver)
	}
}

// converted reports whether b is a told over in another currency: "25 million dinars (about $20,000)", «أي ما يعادل».
func (c *clause) converted(a, b *text.Money) bool {
	if b.First-a.Last > 6 || a.Currency == b.Currency {
		return false
	}
	if b.First == a.Last {
		return true
	}
	for i := a.Last; i < b.First; i++ {
		switch c.tokens[i].Folded {
		case "(", "/", "=", "about", "equivalent", "equal", "equalling", "roughly", "around", "some", "or", "approximately", "i.e", "worth", "ما", "يعادل", "اي", "يساوي", "نحو", "حوالي", "يقارب":
			return true
		}
	}
	return false
}

// payment reads the payment an amount belongs to. Both sides must be named within own, the tokens between the amounts
// beside it: of several amounts in a sentence most are parts, sums, prices or other sources' figures. Money with one named
// side is money spoken of, not yet a payment between two. giver is who paid the amount before, -1 for nobody: "paid $500 to A
// and $900 to B". It returns the giver.
func (c *clause) payment(m *text.Money, own text.Span, giver int) int {
	t, ok := c.payWord(m)
	if !ok {
		if !c.route(m, own) {
			c.arrow(m)
		}
		return -1
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
	parties := slices.DeleteFunc(c.parties(), func(k int) bool { return c.mentions[k].first < own.Start || c.mentions[k].first >= own.End })
	for _, k := range parties { // a preposition says which side somebody is on
		switch c.side(k) {
		case "to":
			if used[k] = true; taker < 0 || own.Start > c.s.Start && c.takesUp(k, taker, m) {
				taker = k
			}
		case "from":
			if used[k] = true; payer < 0 {
				payer = k
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
	} else if k := c.pronounBefore(t.first); k >= 0 && own.Start == c.s.Start {
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
	if payer < 0 && taker >= 0 && dir == "give" && c.side(taker) == "to" && c.mentions[taker].first-m.Last <= 4 && c.mentions[taker].first >= m.Last {
		payer = giver
	}
	if payer < 0 || taker < 0 || c.mentions[payer].entity == c.mentions[taker].entity {
		return -1
	}
	c.transfer(m, payer, taker, via, t, c.polarityAt(t.first, t.last))
	return payer
}

// takesUp reports whether mention k receives an amount rather than mention a, to whom the amount before went: "$500 to A and
// $900 to B".
func (c *clause) takesUp(k, a int, m *text.Money) bool {
	return c.mentions[a].last <= m.First && c.mentions[k].first == m.Last+1
}

// entryOf narrows the tokens around an amount to its line, or to its part between semicolons.
func (c *clause) entryOf(m *text.Money, s text.Span) text.Span {
	ends := func(i int) bool {
		return c.tokens[i].Kind == text.Break || c.tokens[i].Text == ";" || c.tokens[i].Text == "؛"
	}
	for i := m.First - 1; i >= s.Start; i-- {
		if ends(i) {
			s.Start = i + 1
			break
		}
	}
	for i := m.Last; i < s.End; i++ {
		if ends(i) {
			s.End = i
			break
		}
	}
	return s
}

// transfer is a payment already told in the report.
type transfer struct {
	id           sanad.ID
	amount       string
	currency     string
	payer, taker int // entities, -1 when not named
	date         string
	polarity     sanad.Polarity
	sentence     int
}

// transferReach is over how many sentences an amount told again is the same payment; over more, both sides must be told.
const transferReach = 2

// sameTransfer returns the payment already told that this one is, or nil.
func (c *clause) sameTransfer(n transfer) *transfer {
	agree := func(a, b int) bool { return a == b || a < 0 || b < 0 }
	for i := len(c.transfers) - 1; i >= 0 && i >= len(c.transfers)-mostEvents; i-- {
		o := &c.transfers[i]
		if o.amount != n.amount || o.currency != n.currency || o.polarity != n.polarity || !agree(o.payer, n.payer) || !agree(o.taker, n.taker) {
			continue
		}
		if o.date != "" && n.date != "" && !overlap(o.date, n.date) {
			continue
		}
		if n.sentence-o.sentence <= transferReach || n.payer >= 0 && n.taker >= 0 && o.payer == n.payer && o.taker == n.taker && (o.date != "" || n.date == "") {
			return o
		}
	}
	return nil
}

// transfer claims a payment, or adds to the one it tells again.
func (c *clause) transfer(m *text.Money, payer, taker, via int, t trigger, polarity sanad.Polarity) {
	entity := func(k int) int {
		if k < 0 {
			return -1
		}
		return c.mentions[k].entity
	}
	n := transfer{amount: m.Amount, currency: m.Currency, payer: entity(payer), taker: entity(taker), polarity: polarity, sentence: c.sentenceNo}
	d := c.dateOf(m.First, false)
	if d != nil {
		n.date = d.EDTF
	}
	rule := t.rule.id
	o := c.sameTransfer(n)
	if o == nil {
		n.id = c.newEntity(sanad.SchemaPayment, m.Span)
		c.transfers = append(c.transfers, transfer{id: n.id, amount: n.amount, currency: n.currency, payer: -1, taker: -1, polarity: polarity})
		o = &c.transfers[len(c.transfers)-1]
	}
	o.sentence = n.sentence
	side := func(prop string, k int) {
		if k < 0 {
			return
		}
		span := c.mentions[k].span
		if c.mentions[k].first < c.s.Start {
			span = c.triggerSpan(t)
		}
		c.claim(o.id, sanad.SchemaPayment, prop, string(c.entityOf(k)), "", span, polarity, rule)
	}
	side("payer", payer)
	side("beneficiary", taker)
	side("via", via)
	o.payer, o.taker = max(o.payer, n.payer), max(o.taker, n.taker)
	c.claim(o.id, sanad.SchemaPayment, "amount", m.Amount, "", m.Span, polarity, rule)
	c.claim(o.id, sanad.SchemaPayment, "currency", m.Currency, "", m.Span, polarity, rule)
	if d != nil && (o.date == "" || o.date == d.EDTF) {
		o.date = d.EDTF
		c.claim(o.id, sanad.SchemaPayment, "date", d.EDTF, "", d.Span, polarity, rule)
	}
}

// route reads an entry of a ledger that has no verb: "3 May from Abu Nour to Imad Qahtan USD 900", «٣ أيار من فلان إلى فلان ٩٠٠
// دولار». The entry begins with its date; a hedge or another act makes it a sentence.
func (c *clause) route(m *text.Money, own text.Span) bool {
	head := own.Start
	for head < own.End && c.tokens[head].Kind != text.Word && !c.dated[head] {
		head++
	}
	if head >= own.End || !c.dated[head] {
		return false
	}
	from, to := -1, -1
	for _, k := range c.parties() {
		if c.mentions[k].first < own.Start || c.mentions[k].last > own.End {
			continue
		}
		switch side := c.side(k); {
		case side == "from" && from < 0:
			from = k
		case side == "to" && from >= 0 && to < 0:
			to = k
		}
	}
	if from < 0 || to < 0 || c.mentions[from].entity == c.mentions[to].entity || c.mentions[to].first-c.mentions[from].last > 8 || distance(m.First, c.mentions[to].last) > 8 && distance(m.Last, c.mentions[from].first) > 8 {
		return false
	}
	for _, t := range c.triggers {
		if t.class == "event" || t.class == "hedge" || t.class == "deny" || t.class == "neg" {
			return false
		}
	}
	c.transfer(m, from, to, -1, trigger{rule: &rule{id: "pay.route"}, first: m.First, last: m.Last}, sanad.Affirmed)
	return true
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
		if m.kind == organization && !c.armed(m.entity) && !c.company(m.entity) && m.schema != sanad.SchemaNetwork { // a court tells of payments and makes none
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

// payReach is how many tokens may stand between an amount and its word of giving or taking.
const payReach = 10

// payWord returns the word of giving or taking nearest to an amount.
func (c *clause) payWord(m *text.Money) (trigger, bool) {
	var best trigger
	found := false
	for _, t := range c.triggers {
		if t.class != "pay" || distance(t.first, m.First) > payReach {
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
