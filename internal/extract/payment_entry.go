package extract

import (
	"unicode/utf8"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// route reads an entry of a ledger that has no verb: "3 May from Abu Nour to Imad Qahtan USD 900", «٣ أيار من فلان إلى فلان ٩٠٠
// دولار», "sender Abu Nour, beneficiary Imad Qahtan, amount USD 900". Who paid is named with "from", or opens the entry. A hedge or
// another act makes it a sentence.
func (c *clause) route(m *text.Money, own text.Span) bool {
	for _, t := range c.triggers {
		if t.class == "event" || t.class == "hedge" || t.class == "deny" || t.class == "neg" {
			return false
		}
	}
	if !c.ledgerHead(own) || c.owed(own) {
		return false
	}
	from, to := -1, -1
	for _, k := range c.parties() {
		if c.mentions[k].first < own.Start || c.mentions[k].last > own.End {
			continue
		}
		switch side := c.side(k); {
		case side == "from" && from < 0, side == "" && from < 0 && to < 0 && c.first(k, own.Start) && c.fewWords(c.mentions[k].last, own.End):
			from = k
		case side == "to" && to < 0:
			to = k
		}
	}
	if from < 0 || to < 0 || c.mentions[from].entity == c.mentions[to].entity {
		return false
	}
	first, last := min(m.First, c.mentions[from].first, c.mentions[to].first), max(m.Last, c.mentions[from].last, c.mentions[to].last)
	if last-first > routeReach {
		return false
	}
	c.transfer(m, own, from, to, -1, trigger{rule: &rule{id: "pay.route"}, first: m.First, last: m.Last}, sanad.Affirmed)
	return true
}

// owed reports whether an entry is of money asked for, not paid: an invoice, a debt, an order.
func (c *clause) owed(own text.Span) bool {
	for i := own.Start; i < own.End; i++ {
		switch c.tokens[i].Folded {
		case "invoice", "invoices", "bill", "request", "requested", "order", "claim", "debt", "owed", "owes", "due", "unpaid", "quote", "offer", "pending", "cancelled", "canceled", "refused", "returned", "فاتوره", "طلب", "مطالبه", "دين", "ديون", "مستحق", "ملغي", "ملغاه", "معلق":
			return true
		}
	}
	return false
}

// ledgerHead reports whether the tokens around an amount begin as an entry of a ledger does: with a date, an amount, a side, or a word
// for a payment; "he walked from" is none.
func (c *clause) ledgerHead(own text.Span) bool {
	for i := own.Start; i < own.End; i++ {
		t := c.tokens[i]
		if c.dated[i] || c.paid[i] {
			return true
		}
		if k := c.at(i); k >= 0 && (c.mentions[k].kind == person || c.mentions[k].kind == organization) {
			return true
		}
		switch t.Folded {
		case "a", "an", "the", "one", "two", "three", "four", "of", "no", "and", "as", "entry", "item", "on", "in", "في", "رقم":
			continue
		case "from", "to", "sender", "payer", "beneficiary", "payee", "transfer", "transfers", "payment", "payments", "receipt", "receipts", "sum", "sums", "amount", "remittance", "remittances", "hawala", "voucher", "cash", "salary", "wages",
			"من", "الي", "حواله", "الحواله", "دفعه", "وصل", "سند", "مبلغ", "بتاريخ", "تحويل", "المرسل", "الدافع", "راتب", "ومن", "وصولات", "حوالات":
			return true
		}
		if t.Kind == text.Word {
			return false
		}
	}
	return false
}

// payroll reads a row of a list whose head says who pays everybody in it: "Payer: Omar Salih", then "1) Ali Hasan / fighter / 150,000
// dinars".
func (c *clause) payroll(m *text.Money, own text.Span) bool {
	r := &c.record
	if r.payer < 0 || r.payee >= 0 || r.paid || c.sentenceNo-r.last > payrollRows || !c.rowStart(own.Start) && !c.rowStart(c.s.Start) {
		return false
	}
	to := -1
	for _, k := range c.parties() {
		if x := &c.mentions[k]; x.first >= own.Start && x.last <= own.End && x.entity != c.mentions[r.payer].entity && x.kind == person {
			if to >= 0 {
				return false
			}
			to = k
		}
	}
	if to < 0 || c.mentions[to].first > m.First || c.mentions[to].first-own.Start > 4 {
		return false
	}
	c.transfer(m, own, r.payer, to, -1, trigger{rule: &rule{id: "pay.roll"}, first: m.First, last: m.Last}, sanad.Affirmed)
	return true
}

// payrollRows is over how many sentences a list goes on below the line that says who pays.
const payrollRows = 25

// rowStart reports whether token i opens a line.
func (c *clause) rowStart(i int) bool {
	for i > 0 && c.tokens[i-1].Kind != text.Break && (c.tokens[i-1].Kind != text.Word || utf8.RuneCountInString(c.tokens[i-1].Folded) == 1) {
		i--
	}
	return i == 0 || c.tokens[i-1].Kind == text.Break
}

// routeReach is over how many tokens the two sides and the amount of an entry without a verb stand.
const routeReach = 26

// first reports whether only marks, the date and the amount stand between the head of an entry and mention k.
func (c *clause) first(k, head int) bool {
	for i := head; i < c.mentions[k].first; i++ {
		if c.tokens[i].Kind == text.Word && !c.dated[i] && !c.paid[i] {
			return false
		}
	}
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
