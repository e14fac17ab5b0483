package extract

import (
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// halfPayment is an amount of which a sentence tells one side only. The next sentence may tell the other: "He earned $350 a month. His wages came
// from Omar Salih."
type halfPayment struct {
	money        *text.Money // nil for none
	payer, taker int         // mentions, -1 for the side not told
	word         trigger
	polarity     sanad.Polarity
	sentence     int
}

// halfTold keeps a payment of which one side is told.
func (c *clause) halfTold(m *text.Money, payer, taker int, t trigger, polarity sanad.Polarity) {
	if (payer < 0) != (taker < 0) {
		c.half = halfPayment{money: m, payer: payer, taker: taker, word: t, polarity: polarity, sentence: c.sentenceNo}
	}
}

// finishHalf completes the payment told in part in the sentence before, when this one goes on about the money and tells what was missing. Its
// word for the money stands for the amount.
func (c *clause) finishHalf() {
	h := c.half
	c.half = halfPayment{}
	if h.money == nil || c.sentenceNo-h.sentence > 1 {
		return
	}
	at := c.moneyWord()
	if at < 0 {
		return
	}
	m := *h.money
	m.First, m.Last = at, at+1
	told := len(c.claimedPayments())
	got := c.payment(&m, c.s, sides{-1, -1})
	c.half = halfPayment{}
	words := c.payWords(&m)
	if len(c.claimedPayments()) > told || len(words) == 0 || c.unreal(words[0]) {
		return
	}
	payer, taker := h.payer, h.taker
	if payer < 0 {
		payer = got.payer
	}
	if taker < 0 {
		taker = got.taker
	}
	if payer >= 0 && taker >= 0 && !c.same(payer, taker) && (h.payer >= 0 || h.taker >= 0) && c.polarityAt(words[0].first, words[0].last) == h.polarity {
		c.transfer(&m, c.s, payer, taker, -1, words[0], h.polarity)
	}
}

// claimedPayments returns the payments claimed so far, receipts not yet signed left out.
func (c *clause) claimedPayments() []transfer {
	n := len(c.transfers)
	for n > 0 && c.transfers[n-1].money != nil {
		n--
	}
	return c.transfers[:n]
}

// moneyWord returns the token that takes money told before up, by a word or by a verb's pronoun; -1 when there is none.
func (c *clause) moneyWord() int {
	for _, t := range c.triggers {
		if f := c.tokens[t.last-1].Folded; t.class == "pay" && c.tokens[t.first].IsArabic() && t.attrs["noun"] == "" && strings.HasSuffix(f, "ها") {
			return t.last
		}
	}
	for i := c.s.Start; i < c.s.End; i++ {
		switch c.tokens[i].Folded {
		case "it", "them", "money", "sum", "amount", "cash", "wages", "wage", "salary", "payment", "payments", "ransom", "transfer", "stipend", "envelope", "funds", "notes",
			"المبلغ", "المبالغ", "الاموال", "الراتب", "راتبه", "الفلوس", "الفديه", "الحواله", "المال", "والمبلغ", "وراتبه", "النقود":
			return i
		}
	}
	return -1
}

// relativesOf reports whether a name only says whose unnamed relatives are told of: «ذوو المخطوف عادل», "the family of Adil".
func (c *clause) relativesOf(k int) bool {
	i := c.mentions[k].first - 1
	if !c.tokens[c.mentions[k].first].IsArabic() {
		return c.family(k)
	}
	for n := 0; n < 2 && i > c.s.Start && strings.HasPrefix(c.tokens[i].Folded, "ال") && c.at(i) < 0; n++ {
		i--
	}
	switch strings.TrimPrefix(c.token(i).Folded, "و") {
	case "ذوو", "ذوي", "عائله", "عايله", "اهل", "اقارب", "اسره", "اهالي":
		return true
	}
	return c.genitiveKin(i) && i < c.mentions[k].first-1
}

// asked reports whether an amount is one that somebody asks for.
func (c *clause) asked(m *text.Money) bool {
	for i := m.First - 1; i >= c.s.Start && i >= m.First-8; i-- {
		switch f := c.tokens[i].Folded; strings.TrimPrefix(f, "و") {
		case "demanded", "demanding", "asked", "wanted", "requested", "fined", "fine", "reward", "bail", "طلب", "طلبوا", "طالب", "طالبوا", "طلبت", "بغرامه", "غرامه", "كفاله", "مكافاه":
			return true
		}
	}
	return c.owed(c.s)
}
