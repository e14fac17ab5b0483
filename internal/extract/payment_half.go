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

// finishHalf completes the payment half told in the sentence before, when this one goes on about the money and names the other side.
func (c *clause) finishHalf() {
	h := c.half
	c.half = halfPayment{}
	if h.money == nil || c.sentenceNo-h.sentence > 1 {
		return
	}
	for _, t := range c.triggers {
		if t.class != "pay" || c.unreal(t) || !c.goesOnAboutMoney(t) {
			continue
		}
		if polarity := c.polarityAt(t.first, t.last); polarity != h.polarity {
			continue
		}
		k := c.otherSide(t, h)
		if k < 0 {
			continue
		}
		payer, taker := h.payer, h.taker
		if payer < 0 {
			payer = k
		} else {
			taker = k
		}
		if !c.same(payer, taker) {
			c.transfer(h.money, text.Span{Start: c.s.Start, End: c.s.End}, payer, taker, -1, t, h.polarity)
			return
		}
	}
}

// otherSide returns who is told in this sentence to have paid or got the money of a payment half told, -1 when nobody.
func (c *clause) otherSide(t trigger, h halfPayment) int {
	want := "from"
	if h.taker < 0 {
		want = "to"
	}
	for _, k := range c.parties() {
		switch side := c.side(k); {
		case side == want, side == "by" && want == "from" && (c.passive(t) || t.attrs["noun"] != ""):
			return k
		case side != "":
			continue
		}
		if !c.payVerb(t) || t.attrs["noun"] != "" || (t.attrs["dir"] == "give") != (want == "from") || c.given(t) {
			continue
		}
		x := &c.mentions[k]
		arabic := c.tokens[t.first].IsArabic()
		if arabic && x.first >= t.last && x.first-t.last <= 2 && !c.relativesOf(k) || x.last <= t.first && c.payOwner(k, t.first) {
			return k
		}
	}
	return -1
}

// payVerb reports whether a word of payment is a finite verb.
func (c *clause) payVerb(t trigger) bool { return t.attrs["noun"] == "" && !c.masdar(t) }

// payOwner reports whether a verb of payment is said of mention k before it.
func (c *clause) payOwner(k, pos int) bool {
	if c.tokens[pos].IsArabic() {
		return c.saidOf(c.mentions[k].last, pos)
	}
	return c.owns(k, pos) && !c.governed(k)
}

// goesOnAboutMoney reports whether the sentence takes money told before up with a word or a pronoun.
func (c *clause) goesOnAboutMoney(t trigger) bool {
	if f := c.tokens[t.last-1].Folded; c.tokens[t.first].IsArabic() && t.attrs["noun"] == "" && strings.HasSuffix(f, "ها") {
		return true
	}
	for i := c.s.Start; i < c.s.End; i++ {
		switch c.tokens[i].Folded {
		case "it", "them", "money", "sum", "amount", "cash", "wages", "wage", "salary", "payment", "payments", "ransom", "transfer", "stipend", "envelope", "funds", "notes",
			"المبلغ", "مبالغ", "المبالغ", "الاموال", "الراتب", "راتبه", "الفلوس", "الفديه", "الحواله", "المال", "والمبلغ", "وراتبه", "النقود":
			return true
		}
	}
	return false
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
