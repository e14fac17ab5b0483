package extract

import (
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// A cash book says at its head whose it is, and line by line or section by section what came in and what went out: "In: Omar Salih, $500", «وارد:».

// bookWay tells which way money goes in an entry of a cash book.
type bookWay int

const (
	noWay bookWay = iota
	cameIn
	wentOut
)

// bookWord returns the way a folded word at the head of an entry or section says.
func bookWord(f string) bookWay {
	switch f {
	case "in", "received", "incoming", "receipts", "income", "debit", "deposits", "وارد", "الوارد", "واردات", "الواردات", "مقبوض", "مقبوضات", "المقبوضات", "داخل", "القبض":
		return cameIn
	case "out", "outgoing", "expenses", "payments", "outgoings", "credit", "disbursed", "صادر", "الصادر", "مصروفات", "المصروفات", "مدفوعات", "المدفوعات", "صرفيات", "الصرفيات", "خارج", "مصاريف":
		return wentOut
	}
	return noWay
}

// bookSection keeps the way of the section a line opens: "Out:", «الوارد:».
func (c *clause) bookSection() {
	for i := c.s.Start; i < c.s.End && i < c.s.Start+3; i++ {
		if w := bookWord(c.tokens[i].Folded); w != noWay && c.token(i+1).Text == ":" && (i == c.s.Start || c.tokens[i-1].Kind != text.Word) {
			c.section, c.sectionAt = w, c.sentenceNo
			return
		}
	}
}

// bookEntry reads an entry of a cash book that names one side; the other is whose book it is.
func (c *clause) bookEntry(m *text.Money, own text.Span) bool {
	way := c.entryWay(m, own)
	if way == noWay {
		return false
	}
	owner := c.bookOwner()
	if owner < 0 {
		return false
	}
	one := -1
	for _, k := range c.parties() {
		if x := &c.mentions[k]; x.first < own.Start || x.first >= own.End || c.same(k, owner) {
			continue
		}
		if side := c.side(k); side == "via" || side == "other" || side == "hand" || one >= 0 && !c.same(one, k) && (side == "from" || side == "to") {
			continue
		}
		if one < 0 {
			one = k
		}
	}
	if one < 0 {
		return false
	}
	payer, taker := one, owner
	if way == wentOut {
		payer, taker = owner, one
	}
	c.transfer(m, own, payer, taker, -1, trigger{rule: &rule{id: "pay.book"}, first: m.First, last: m.Last}, sanad.Affirmed)
	return true
}

// entryWay returns which way the money of an entry goes: by the word it begins with, else by its section when it looks like an item.
func (c *clause) entryWay(m *text.Money, own text.Span) bookWay {
	for i := own.Start; i < m.First; i++ {
		if w := bookWord(c.tokens[i].Folded); w != noWay && (c.token(i+1).Text == ":" || c.token(i+1).Text == "-") {
			return w
		}
	}
	if c.section == noWay || c.sentenceNo-c.sectionAt > payrollRows || c.owed(own) {
		return noWay
	}
	for i := own.Start; i < own.End; i++ {
		if t := c.tokens[i]; t.Kind == text.Word && !c.dated[i] && !c.paid[i] && c.at(i) < 0 && !sideWord(t.Folded) {
			return noWay
		} else if c.at(i) >= 0 {
			break
		}
	}
	return c.section
}

// bookOwner returns a mention of whose book a report copies: the house named in its head, else who wrote it; -1 when not told.
func (c *clause) bookOwner() int {
	book, owner := false, -1
	for i := 0; i < len(c.tokens) && i < heading; i++ {
		switch f := strings.TrimPrefix(strings.TrimPrefix(c.tokens[i].Folded, "لل"), "ال"); f {
		case "book", "cashbook", "ledger", "notebook", "daybook", "accounts", "records", "دفتر", "سجل", "يوميه", "وصولات", "حسابات", "اوراق":
			book = true
		}
		if k := c.at(i); k >= 0 && owner < 0 && c.mentions[k].entity >= 0 && c.mentions[k].kind == organization && c.company(c.mentions[k].entity) {
			owner = k
		}
		if c.tokens[i].Kind == text.Break && book && owner >= 0 {
			break
		}
	}
	if !book {
		return -1
	}
	if w := c.writer(); w >= 0 {
		return w
	}
	return owner
}

// fewWords reports whether hardly a word stands between who opens an entry of a ledger and the next party: "Omar Salih, 4 May, to Ali", but
// not "Omar Salih showed the car to Ali".
func (c *clause) fewWords(from, to int) bool {
	n := 0
	for i := from; i < to; i++ {
		if k := c.at(i); k >= 0 {
			if kind := c.mentions[k].kind; kind == person || kind == organization {
				break
			}
			continue
		}
		if t := c.tokens[i]; t.Kind == text.Word && !c.dated[i] && !c.paid[i] && !sideWord(t.Folded) {
			n++
		}
	}
	return n <= 1
}

// bookSides gives the side that an entry leaves out to whose cash book it is, when the entry begins with its word: "received from Omar Salih, USD
// 500".
func (c *clause) bookSides(t trigger, own text.Span, payer, taker int) (int, int) {
	if (payer < 0) == (taker < 0) {
		return payer, taker
	}
	for i := own.Start; i < t.first; i++ {
		if c.tokens[i].Kind == text.Word && !c.dated[i] && !c.paid[i] {
			return payer, taker
		}
	}
	owner := c.bookOwner()
	if owner < 0 || c.same(owner, max(payer, taker)) {
		return payer, taker
	}
	if payer < 0 {
		return owner, taker
	}
	return payer, owner
}

// rollHead takes who pays everybody in the rows below from the head of a list: «الاسم / الصفة / ما قبضه من عمر صالح».
func (c *clause) rollHead() {
	cells := 0
	for i := c.s.Start; i < c.s.End; i++ {
		if t := c.tokens[i].Text; t == "/" || t == "|" || t == "؛" {
			cells++
		}
	}
	if cells == 0 {
		return
	}
	for _, t := range c.triggers {
		if t.class != "pay" {
			continue
		}
		for _, k := range c.parties() {
			if side := c.side(k); c.mentions[k].first >= t.last && (side == "from" || side == "by") {
				c.record = newRecord()
				c.record.payer, c.record.last = k, c.sentenceNo
				return
			}
		}
	}
}
