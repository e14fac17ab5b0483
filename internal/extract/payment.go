package extract

import (
	"slices"
	"strings"

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
	c.signed()
	if len(amounts) == 0 {
		c.finishHalf()
		c.rollHead()
	}
	c.bookSection()
	if c.distributed(amounts) {
		return
	}
	before := sides{-1, -1}
	for i, m := range amounts {
		own := text.Span{Start: c.s.Start, End: c.s.End}
		if i > 0 {
			own.Start = c.parted(amounts[i-1], m, amounts[i-1].Last)
		}
		if i+1 < len(amounts) {
			own.End = c.parted(m, amounts[i+1], amounts[i+1].First)
		}
		if len(amounts) > 1 {
			entry := c.entryOf(m, own)
			if entry.Start != own.Start {
				before = sides{-1, -1}
			}
			own = entry
		}
		before = c.payment(m, own, before)
	}
}

// bail reports whether an amount is the surety for which somebody was let go.
func (c *clause) bail(m *text.Money) bool {
	let := false
	for _, t := range c.triggers {
		let = let || t.class == "release"
	}
	for i := m.First - 1; let && i >= c.s.Start && i >= m.First-4; i-- {
		switch f := c.tokens[i].Folded; strings.TrimPrefix(f, "ب") {
		case "كفاله", "bail", "surety":
			return true
		}
	}
	return false
}

// sides are the mentions of who paid and who got an amount, -1 when not named.
type sides struct{ payer, taker int }

// parted returns the token at which what is told of amount a ends and what is told of b begins: a verb of payment of its own ("received
// $600 from Ali and passed $200 to Omar"), else "and" right before b when its sides follow; or else as given.
func (c *clause) parted(a, b *text.Money, or int) int {
	for _, t := range c.triggers {
		if t.class != "pay" || t.attrs["noun"] != "" || t.first < a.Last || t.last > b.First {
			continue
		}
		switch f := c.token(t.first - 1).Folded; {
		case f == "and" || f == "then" || f == "who" || f == "ثم" || f == "he" || t.skip > 0 && strings.HasPrefix(c.tokens[t.first].Folded, "و"):
			return t.first
		}
	}
	if f := c.token(b.First - 1).Folded; f == "and" || f == "," || f == "،" {
		switch c.token(b.Last).Folded {
		case "from", "to", "من", "الي":
			return b.First
		}
	}
	return or
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
// side is money spoken of, not yet a payment between two. before are the sides of the amount before: "paid $500 to A and $900 to
// B". It returns its own.
func (c *clause) payment(m *text.Money, own text.Span, before sides) sides {
	none := sides{-1, -1}
	words := c.payWords(m)
	if len(words) == 0 && c.payroll(m, own) {
		return none
	}
	if len(words) == 0 && c.bookEntry(m, own) {
		return none
	}
	if len(words) == 0 && c.half.money == nil && !c.priced(m) && !c.asked(m) { // the next sentence may tell who gave it
		c.half = halfPayment{money: m, payer: -1, taker: -1, sentence: c.sentenceNo}
	}
	if len(words) == 0 && c.serial(m, own, before, trigger{rule: &rule{id: "pay.serial"}, first: m.First, last: m.Last}) {
		return before
	}
	if len(words) == 0 || c.priced(m) {
		if !c.route(m, own) && !c.priced(m) {
			c.arrow(m)
		}
		return none
	}
	if c.unreal(words[0]) || c.bail(m) {
		return none
	}
	parties := slices.DeleteFunc(c.parties(), func(k int) bool {
		return c.mentions[k].first < own.Start || c.mentions[k].first >= own.End || c.paidApart(m, k)
	})
	payer, taker, via, hand := -1, -1, -1, -1
	set := func(side *int, k int) {
		if *side < 0 && k >= 0 && k != payer && k != taker {
			*side = k
		}
	}
	used := map[int]bool{}
	var agents []int
	for _, k := range parties { // a preposition says which side somebody is on
		side := c.side(k)
		if side == "from" && c.paidOutBy(k) {
			side = "via"
		}
		switch side {
		case "to":
			if payer < 0 && taker < 0 && words[0].attrs["sale"] != "" { // sold to
				payer = k
			} else if taker < 0 || own.Start > c.s.Start && c.takesUp(k, taker, m) {
				taker = k
			}
		case "from":
			if words[0].attrs["sale"] != "" { // bought from
				set(&taker, k)
			} else {
				set(&payer, k)
			}
		case "via", "with":
			if side == "via" || c.carried(k, words) {
				set(&via, k)
			}
		case "by":
			agents = append(agents, k)
		case "hand":
			set(&hand, k)
		case "other":
		default:
			continue
		}
		used[k] = true
	}
	if taker < 0 { // «بيد»: into whose hand, or by whose when somebody else is the goal
		set(&taker, hand)
	} else {
		set(&via, hand)
	}
	for _, k := range agents { // who is named with "from" paid, whoever carried it out
		switch t := c.agentOf(k, words); {
		case payer >= 0 && c.mentions[k].kind == organization:
			set(&via, k)
		case c.passivePhrase(t):
			set(&payer, k)
		case t.attrs["dir"] == "take":
			set(&taker, k)
		case t.attrs["noun"] != "" || c.passive(t) || c.given(t) || c.token(t.last).Folded == "by" || c.token(t.last-1).Folded == "by" || c.token(t.last).Folded == "to":
			set(&payer, k)
		}
	}
	rest := slices.DeleteFunc(slices.Clone(parties), func(k int) bool { return used[k] })
	for i, t := range words { // the nearest word first; others only where a relative clause has them: "that Omar had sent"
		if i > 0 && (payer >= 0 && taker >= 0 || words[i-1].attrs["noun"] == "" && distance(t.first, m.Last) > 5) {
			break
		}
		if c.passivePhrase(t) && !c.given(t) {
			continue // the money was paid
		}
		who, whom := c.payArguments(t, m, rest, own)
		if c.addressed(t) && whom < 0 && t.attrs["dir"] == "give" {
			whom = c.addressee()
		}
		switch {
		case c.given(t): // Rida was paid $2,000
			set(&taker, who)
		case t.attrs["dir"] == "give":
			set(&payer, who)
			set(&taker, whom)
		default:
			set(&taker, who)
		}
	}
	if payer < 0 && taker >= 0 {
		payer = c.fromPronoun(own, taker)
	}
	payer, taker = c.fillSides(m, own, words[0], before, payer, taker)
	if (payer < 0) != (taker < 0) {
		c.other(rest, own, words[0], &payer, &taker)
	}
	if t := words[0]; payer < 0 && taker >= 0 && t.attrs["dir"] == "give" && (c.side(taker) == "to" && c.mentions[taker].first >= m.Last && c.mentions[taker].first-m.Last <= 4) {
		payer = before.payer
	}
	payer, taker = c.bookSides(words[0], own, payer, taker)
	if payer < 0 && taker >= 0 && words[0].attrs["noun"] != "" && len(rest) == 0 && before.payer < 0 { // the entry of a list is about who paid
		if k := c.lineHead(); k >= 0 && c.mentions[k].entity != c.mentions[taker].entity {
			payer = k
		}
	}
	if taker < 0 && payer >= 0 && before.taker >= 0 && c.side(payer) == "from" && c.mentions[payer].first >= m.Last && c.mentions[payer].first-m.Last <= 4 { // "took $400 from A and $900 from B"
		taker = before.taker
	}
	if payer < 0 && taker < 0 && before.payer >= 0 && len(rest) > 0 { // "paid Omar $500 and Ali $900"
		if k := rest[len(rest)-1]; c.mentions[k].last == m.First && (c.token(c.mentions[k].first-1).Folded == "and" || c.token(c.mentions[k].first-1).Text == ",") {
			payer, taker = before.payer, k
		}
	}
	polarity := c.polarityAt(words[0].first, words[0].last)
	if c.proved(words[0]) {
		polarity = sanad.Affirmed
	}
	if payer < 0 || taker < 0 || words[0].attrs["noun"] == "" {
		if from, to := c.standSides(own, words[0], oneOrNone(payer), oneOrNone(taker)); len(from) > 0 && len(to) > 0 && (from[0] != payer || to[0] != taker) {
			c.transferAll(m, own, from, to, via, words[0], polarity)
			return sides{from[0], to[0]}
		}
	}
	if payer >= 0 && taker < 0 && slices.ContainsFunc(words, c.receipt) { // signed below
		c.transfers = append(c.transfers, transfer{amount: m.Amount, currency: m.Currency, payer: payer, taker: -1, polarity: polarity, sentence: c.sentenceNo, money: m, word: words[0]})
		return none
	}
	if payer < 0 && taker < 0 && len(parties) == 0 && before.payer >= 0 && before.taker >= 0 && (c.severalPayments() || c.andAgain(m, own)) { // "two payments: $500 on 12 May and $700 on 14 May"
		payer, taker = before.payer, before.taker
	}
	payer, taker = c.disjoint(own, words[0], payer, taker)
	if payer < 0 || taker < 0 || c.mentions[payer].entity == c.mentions[taker].entity {
		c.halfTold(m, payer, taker, words[0], polarity)
		return sides{payer, taker}
	}
	if words[0].attrs["dir"] == "take" {
		if list := c.shared(payer, m); len(list) > 1 { // "collected $500 each from Omar and Ali"
			for _, k := range list {
				if c.mentions[k].entity != c.mentions[taker].entity {
					c.transfer(m, own, k, taker, via, words[0], polarity)
				}
			}
			return sides{payer, taker}
		}
	}
	for _, k := range c.shared(taker, m) {
		if c.mentions[k].entity != c.mentions[payer].entity {
			c.transfer(m, own, payer, k, via, words[0], polarity)
		}
	}
	return sides{payer, taker}
}

// unreal reports whether a word of payment tells of what was asked for, agreed, refused or foreseen: "agreed to pay", "would
// send", «رفض دفع».
func (c *clause) unreal(t trigger) bool {
	if c.tokens[t.first].IsArabic() {
		if t.attrs["noun"] == "" && !c.masdar(t) && c.token(t.first).Folded != "دفع" && c.token(t.first).Folded != "بدفع" {
			return false
		}
		for i := t.first - 1; i >= c.s.Start && i > t.first-8; i-- {
			switch f := c.tokens[i].Folded; f {
			case "رفض", "وافق", "اتفق", "وعد", "تعهد", "طلب", "طالب", "هدد", "ينوي", "يعتزم", "ورفض", "ووافق", "وعدهم", "طالبه", "طالبوه", "مطالبا", "رفضه", "امتنع", "التزم":
				return true
			}
		}
		return false
	}
	for i := c.groupStart(t.first); i < t.first; i++ {
		switch c.tokens[i].Folded {
		case "will", "should", "could", "might", "may":
			return true
		case "would":
			return !c.monthly()
		}
	}
	if c.token(t.first-1).Folded != "to" {
		return false
	}
	for i := t.first - 2; i >= c.s.Start && i > t.first-6; i-- {
		switch c.tokens[i].Folded {
		case "refused", "agreed", "promised", "offered", "wanted", "wants", "asked", "told", "tried", "planned", "due", "going", "supposed", "intended", "failed", "hoped", "declined", "undertook", "threatened",
			"demanded", "ordered", "instructed", "urged", "willing", "ready", "expected", "prepared", "pledged", "is", "are", "was", "were", "refuses", "agrees", "promises", "asks", "asking", "wished":
			return true
		case "forced", "able", "made", "compelled", "obliged":
			return false
		}
	}
	return false
}

// severalPayments reports whether the sentence speaks of payments between the same two.
func (c *clause) severalPayments() bool {
	for i := c.s.Start; i < c.s.End; i++ {
		switch c.tokens[i].Folded {
		case "wires", "deposits", "hawalas", "tranches", "twice", "times", "مرتين", "مرات", "payments", "transfers", "instalments", "installments", "sums", "remittances", "دفعتين", "دفعات", "حوالتين", "حوالات", "مبلغين", "دفعتان", "حوالتان":
			return true
		}
	}
	return false
}

// monthly reports whether the sentence tells of what was done again and again.
func (c *clause) monthly() bool {
	for i := c.s.Start; i < c.s.End; i++ {
		switch c.tokens[i].Folded {
		case "month", "monthly", "week", "weekly", "every", "each":
			return true
		}
	}
	return false
}

// other fills the side of a payment that no rule has placed, when the other one is and the part of the sentence around the amount
// names exactly one more: "Omar was the beneficiary of a transfer of $500 from Ali", "Omar's payment of $500 to Ali". Who only
// says so is none.
func (c *clause) other(rest []int, own text.Span, t trigger, payer, taker *int) {
	one := -1
	for _, k := range rest {
		m := &c.mentions[k]
		if c.tokens[m.first].IsArabic() && c.ofPerson(k) || *payer >= 0 && m.entity == c.mentions[*payer].entity || *taker >= 0 && m.entity == c.mentions[*taker].entity {
			continue
		}
		if one >= 0 && c.mentions[one].entity != m.entity {
			return
		}
		one = k
	}
	if one < 0 || c.speaks(one) || c.personal(t) || c.mentions[one].parent || c.broken(min(c.mentions[one].last, t.last), max(c.mentions[one].first, t.first)) {
		return
	}
	if t.attrs["dir"] == "take" && *payer < 0 && c.mentions[one].last <= t.first && t.first-c.mentions[one].last <= 3 && !c.passive(t) { // who received
		return
	}
	for _, o := range c.triggers {
		if o.class == "event" && o.attrs["type"] != "extortion" {
			return
		}
	}
	head := c.headOf(one)
	if head != "" && !payNoun(head) || head == "" && c.governed(one) {
		return
	}
	placed := max(*payer, *taker)
	if lo, hi := min(c.mentions[one].last, c.mentions[placed].last), max(c.mentions[one].first, c.mentions[placed].first); c.broken(lo, hi) {
		return
	}
	if *payer < 0 {
		*payer = one
	} else {
		*taker = one
	}
}

// personal reports whether a word of payment is a verb that has a subject of its own, named or not: whoever else is named is not it.
func (c *clause) personal(t trigger) bool {
	f := c.tokens[t.first].Folded
	if t.attrs["noun"] != "" || strings.HasSuffix(f, "ing") || f == "receipt" || c.token(t.last-1).Folded == "of" {
		return false
	}
	if c.tokens[t.first].IsArabic() {
		return !c.masdar(t)
	}
	return !c.passivePhrase(t) && !c.passive(t) && c.token(t.first-1).Folded != "to"
}

// payNoun reports whether a folded noun is money or its way: what "Omar's" may stand before.
func payNoun(f string) bool {
	switch f {
	case "payment", "payments", "transfer", "transfers", "account", "salary", "wages", "money", "hawala", "remittance", "donation", "donations", "share", "contribution", "stipend":
		return true
	}
	return false
}

// shared returns everybody of a list who got an amount each: "paid Omar and Ali $500 each", «إلى كل من عمر وعلي»; else the taker.
func (c *clause) shared(taker int, m *text.Money) []int {
	list := c.group(taker)
	each := c.eachAfter(m.Last) || c.token(c.mentions[list[len(list)-1]].last).Folded == "each"
	i := c.mentions[list[0]].first
	for n := 0; n < 3 && !each; n++ {
		i--
		f := c.token(i).Folded
		each = strings.HasSuffix(f, "كل") && len(f) <= 6 || f == "both" || f == "each"
	}
	if !each {
		return []int{taker}
	}
	return list
}

// paidApart reports whether a party after an amount belongs to another word of payment, behind a semicolon or with a pronoun for the
// money: "has sent $500; I passed them to Omar", «وسلمتها إلى عمر».
func (c *clause) paidApart(m *text.Money, k int) bool {
	for _, t := range c.triggers {
		if t.class == "pay" && t.skip > 0 && t.first >= m.Last && t.last <= c.mentions[k].first && strings.HasPrefix(c.tokens[t.first].Folded, "و") && strings.HasSuffix(c.tokens[t.first].Folded, "ها") {
			return true
		}
	}
	for i := m.Last; i < c.mentions[k].first; i++ {
		if f := c.tokens[i].Text; f != ";" && f != "؛" {
			continue
		}
		for _, t := range c.triggers {
			if t.class == "pay" && t.first > i && t.last <= c.mentions[k].first {
				return true
			}
		}
	}
	return false
}

// agentOf returns the word of payment whose agent mention k is, after "by": the last before it.
func (c *clause) agentOf(k int, words []trigger) trigger {
	best := words[0]
	for _, t := range words {
		if t.last <= c.mentions[k].first && (best.last > c.mentions[k].first || t.last > best.last) {
			best = t
		}
	}
	return best
}

// fromPronoun returns whom "from you" of a letter or "from him" stands for, -1 when nobody: the reader, or who was spoken of last
// and is not the taker.
func (c *clause) fromPronoun(own text.Span, taker int) int {
	for i := own.Start; i < own.End; i++ {
		f, next := c.tokens[i].Folded, c.token(i+1).Folded
		switch {
		case f == "منكم" || f == "منك" || f == "from" && (next == "you" || next == "your"):
			return c.addressee()
		case f == "مني" && c.tokens[i].Text == "مني" || f == "منا" || f == "from" && (next == "me" || next == "us"):
			if w := c.writer(); w >= 0 && c.mentions[w].entity != c.mentions[taker].entity {
				return w
			}
			return -1
		case f == "منه" || f == "from" && (next == "him" || next == "her"):
			if c.lastWho >= 0 && c.mentions[c.lastWho].entity != c.mentions[taker].entity {
				return c.lastWho
			}
			return -1
		}
	}
	return -1
}

// priced reports whether an amount is what a thing is worth: "a car worth $7,500", «قيمتها 7500 دولار».
func (c *clause) priced(m *text.Money) bool {
	for i := m.First - 1; i >= c.s.Start && i >= m.First-3; i-- {
		switch c.tokens[i].Folded {
		case "worth", "valued", "costing", "priced", "ثمنها", "ثمنه", "سعرها", "سعره", "بسعر", "بثمن", "cost", "costs":
			return true
		case "قيمتها", "قيمته":
			switch c.token(i - 1).Folded {
			case "حواله", "الحواله", "دفعه", "مبلغ", "ماليه":
				return false
			}
			return true
		}
	}
	return false
}

// given reports whether an English word of payment says that its subject is the one who got the money: "was paid $500".
func (c *clause) given(t trigger) bool {
	if c.tokens[t.first].IsArabic() {
		return false
	}
	if c.passivePhrase(t) {
		return !c.moneySubject(t)
	}
	return t.attrs["dir"] == "give" && t.attrs["noun"] == "" && c.passive(t) && !c.moneySubject(t) && c.token(t.last).Kind != text.Break && c.moneyAfter(t)
}

// passivePhrase reports whether a phrase says by itself that its subject got the money: "was paid", "had been given".
func (c *clause) passivePhrase(t trigger) bool {
	f := c.tokens[t.first].Folded
	return f == "was" || f == "were" || f == "had" && c.token(t.first+1).Folded == "been"
}

// moneySubject reports whether an amount or a word for one is the subject of a passive: "$2,000 was paid to Rida".
func (c *clause) moneySubject(t trigger) bool {
	for i := t.first - 1; i >= c.s.Start && i >= t.first-6; i-- {
		if c.paid[i] {
			return true
		}
		switch c.tokens[i].Folded {
		case "money", "amount", "sum", "payment", "cash", "dollars", "dinars", "it", "this", "that":
			return true
		}
		if c.at(i) >= 0 {
			return false
		}
	}
	return false
}

// moneyAfter reports whether an amount stands right after a word.
func (c *clause) moneyAfter(t trigger) bool {
	for i := t.last; i < t.last+4 && i < c.s.End; i++ {
		if c.paid[i] {
			return true
		}
	}
	return false
}

// carried reports whether "with" or «مع» before mention k says by whom money was sent.
func (c *clause) carried(k int, words []trigger) bool {
	for _, t := range words {
		switch c.words(t) {
		case "sent", "sends", "sending", "send", "transferred", "dispatched", "have sent", "had sent":
			return true
		}
		if c.tokens[t.first].IsArabic() && t.attrs["dir"] == "give" {
			return true
		}
	}
	return false
}

// payArguments returns the subject of a word of giving or taking, and the one beside it to whom it is given, -1 when not named;
// parties are those no preposition has placed.
func (c *clause) payArguments(t trigger, m *text.Money, parties []int, own text.Span) (who, whom int) {
	who, whom = -1, -1
	arabic := c.tokens[t.first].IsArabic()
	after := func(pos, reach int) int {
		for _, k := range parties {
			if f := c.mentions[k].first; f >= pos && f-pos <= reach && !c.broken(pos, f) && !c.paidBetween(pos, f) && !(arabic && c.relativesOf(k)) {
				return k
			}
		}
		return -1
	}
	if !arabic && (t.attrs["noun"] != "" || c.nounUse(t)) { // "made a payment of $500 to Omar"
		for i := t.first - 1; i >= own.Start && i >= t.first-4; i-- {
			switch c.tokens[i].Folded {
			case "made", "makes", "making", "make", "arranged", "sent", "ordered", "sends", "issued", "gave", "wired", "executed", "paid":
				return c.paySubject(i, parties, own), -1
			case "received", "got", "drew", "collected", "receives":
				return -1, c.paySubject(i, parties, own)
			}
		}
		return -1, -1
	}
	if !arabic {
		who = c.paySubject(t.first, parties, own)
		if who < 0 && own.Start > c.s.Start && t.first >= own.Start { // "received $6,000 from A and passed $2,000 on"
			if s := c.subject(t.first); len(s) > 0 {
				who = s[0]
			}
		}
		if t.attrs["dir"] == "give" && !c.given(t) {
			if k := after(t.last, 4); k >= 0 && k != who && (c.plainGap(t.last, c.mentions[k].first, 2) || c.titlesOnly(t.last, c.mentions[k].first)) && !c.headed(k) {
				whom = k
			}
			f := c.token(t.last).Folded
			if last := c.token(t.last - 1).Folded; last == "him" || last == "her" {
				f = last
			}
			if f == "me" || f == "us" {
				whom = c.writer()
			}
			if to := c.token(t.last + 1).Folded; whom < 0 && (f == "to" || f == "it") && (to == "me" || to == "us") {
				whom = c.writer()
			}
			for _, k := range parties { // "paid the collector, Omar Salih, $500"
				if x := &c.mentions[k]; whom < 0 && who >= 0 && k != who && x.first >= t.last && x.last <= m.First && (m.First-x.last <= 1 || c.whatFor(x.last, m.First)) && !c.headed(k) && !c.broken(t.last, x.first) {
					whom = k
				}
			}
			if whom < 0 && who >= 0 && (f == "him" || f == "her") {
				whom = c.antecedent(t.first, who)
			}
		}
		return who, whom
	}
	if t.attrs["noun"] != "" || c.masdar(t) {
		who = c.paySubject(t.first, parties, own)
		if who < 0 || c.token(t.first-1).Folded == "تم" {
			if k := after(t.last, 1); k >= 0 && t.attrs["dir"] == "give" && t.attrs["noun"] == "" && who < 0 {
				return k, -1
			}
		} else if k := after(t.last, 1); k >= 0 && k != who && t.attrs["dir"] == "give" { // «بتسليم لؤي مبلغ»
			whom = k
		}
		return who, whom
	}
	if c.token(t.first-1).Folded == "تم" {
		return -1, -1
	}
	if c.aboutPronoun(t.first) { // «أنه سلّم المدعو لؤي»
		who, whom = c.unnamed(t, own), after(t.last, 2)
		if who != whom {
			return who, whom
		}
	}
	if k := after(t.last, 3); k >= 0 && c.paySubjectBefore(t.first, parties, own) < 0 {
		if me := c.iGive(t); me >= 0 && me != k && (c.mentions[k].kind == person || strings.HasSuffix(c.tokens[t.last-1].Folded, "يت")) { // «أعطيت زياد»
			return me, k
		}
		who = k
		if me := c.givesMe(t, own); me >= 0 {
			return who, me
		}
		if n := after(c.mentions[k].last, 2); n >= 0 && n != k {
			whom = n
		} else if c.givesHim(t) {
			whom = c.antecedent(t.first, who)
		}
		return who, whom
	}
	if who = c.paySubjectBefore(t.first, parties, own); who >= 0 {
		if k := after(t.last, 2); k >= 0 && k != who {
			whom = k
		} else if c.givesHim(t) {
			whom = c.antecedent(t.first, who)
		} else {
			whom = c.givesMe(t, own)
		}
		return who, whom
	}
	who, whom = c.unnamed(t, own), after(t.last, 2)
	if whom < 0 {
		if whom = c.givesMe(t, own); whom == who { // «بعثنا»
			whom = -1
		}
		if whom < 0 && who >= 0 && strings.HasSuffix(c.tokens[t.last-1].Folded, "ته") {
			whom = c.antecedent(t.first, who) // «انطيته مليون دينار»
		}
	}
	return who, whom
}

// iGive returns the speaker when an Arabic verb of giving is in the first person: «أعطيت», «دفعنا»; -1 otherwise.
func (c *clause) iGive(t trigger) int {
	f := c.tokens[t.last-1].Folded
	if t.attrs["dir"] != "give" || t.attrs["noun"] != "" || t.last-t.first > 1 {
		return -1
	}
	if !strings.HasSuffix(f, "ت") && !strings.HasSuffix(f, "ينا") && !strings.HasSuffix(f, "ته") {
		return -1
	}
	return c.writer()
}

// givesMe returns whom a pronoun after or at an Arabic verb of giving stands for: the speaker for «دفع لي» and «أعطاني», who was spoken of
// for «دفع لها»; -1 when there is none.
func (c *clause) givesMe(t trigger, own text.Span) int {
	if t.attrs["dir"] != "give" || t.attrs["noun"] != "" {
		return -1
	}
	last := c.tokens[t.last-1].Folded
	if strings.HasSuffix(last, "ني") || strings.HasSuffix(last, "نا") && c.at(t.last) < 0 && len(last) > 8 {
		return c.writer()
	}
	for i := t.last; i < t.last+5 && i < own.End; i++ {
		switch c.tokens[i].Folded {
		case "لي", "لنا", "الي", "الينا":
			if f := c.tokens[i].Folded; f == "الي" && c.tokens[i].Text != "إليّ" {
				continue
			}
			return c.writer()
		case "له", "لها", "اليه", "اليها":
			if who := c.spokenOf(); who >= 0 && c.mentions[who].first < c.s.Start {
				return who
			}
			return -1
		}
	}
	return -1
}

// antecedent returns whom "him" after a word of giving stands for: the person named last before it, in the sentence or the one
// before, who does not give; -1 when nobody.
func (c *clause) antecedent(pos, who int) int {
	all := c.persons(c.s.Start, pos)
	for i := len(all) - 1; i >= 0; i-- {
		if m := &c.mentions[all[i]]; m.entity != c.mentions[who].entity && !m.parent && !c.official(all[i]) && !c.sameName(all[i], who) {
			return all[i]
		}
	}
	if him := c.spokenOf(); him >= 0 && c.mentions[him].first < c.s.Start && c.mentions[him].entity != c.mentions[who].entity {
		return him
	}
	return -1
}

// givesHim reports whether an Arabic verb of giving has the pronoun of whom it is given to: «سلمه», «أعطاه».
func (c *clause) givesHim(t trigger) bool {
	f := c.tokens[t.last-1].Folded
	if t.attrs["dir"] != "give" || t.attrs["noun"] != "" || t.last-t.first > 1 || !strings.HasSuffix(f, "ه") && !strings.HasSuffix(f, "ها") || len(f) < 8 {
		return false
	}
	switch prev := c.token(t.first - 1).Folded; prev {
	case "الذي", "التي", "ما", "مبلغ":
		return false
	}
	return !c.moneySubject(t) && f != "دفعه"
}

// paySubject returns the party an English word of payment at pos, or an Arabic noun of one, is said of, -1 when it is not named.
func (c *clause) paySubject(pos int, parties []int, own text.Span) int {
	if c.tokens[pos].IsArabic() {
		return c.paySubjectBefore(pos, parties, own)
	}
	switch c.token(c.groupStart(pos) - 1).Folded {
	case "he", "she":
		if c.saidByOther(c.groupStart(pos) - 1) {
			return -1
		}
		if k := c.cameTo(pos, own); k >= 0 {
			return k
		}
		return c.pronounBefore(pos)
	case "i", "we":
		return c.writer()
	case "you":
		return c.addressee()
	case "they", "nobody", "somebody", "someone":
		return -1
	}
	for i := len(parties) - 1; i >= 0; i-- {
		k := parties[i]
		if c.mentions[k].last > pos {
			continue
		}
		if c.broken(c.mentions[k].last, pos) || !c.owns(k, pos) {
			return -1
		}
		if i > 0 && c.ofPerson(k) {
			continue
		}
		if head := c.headOf(k); thing(head) || payNoun(head) || head == "" && !c.governed(k) {
			if f := c.token(c.groupStart(pos) - 1).Folded; i > 0 && (f == "and" || f == "then") && c.met(k) { // "met Ali and gave him"
				continue
			}
			return k
		}
	}
	return c.unnamed(trigger{first: pos, last: pos + 1}, own)
}

// saidByOther reports whether a pronoun at token i stands for somebody without a name who speaks: "The father said he had sent".
func (c *clause) saidByOther(i int) bool {
	i--
	if c.token(i).Folded == "that" {
		i--
	}
	if !speech(c.token(i).Folded) || i-1 < c.s.Start || c.at(i-1) >= 0 {
		return false
	}
	f := c.token(i - 1).Folded
	return f != "he" && f != "she" && f != "i" && f != "," && c.token(i-1).Kind == text.Word
}

// ofPerson reports whether an organization is only named to say who somebody is: "the owner of the Noor Exchange".
func (c *clause) ofPerson(k int) bool {
	m := &c.mentions[k]
	if m.kind != organization {
		return false
	}
	i := m.first - 1
	for n := 0; n < 2 && (inside(c.token(i).Folded) || c.token(i).Folded == "the"); n++ {
		i--
	}
	f := c.token(i).Folded
	return i >= c.s.Start && (c.isRole(i) || c.roleEnding(i) > 0 || f == "صاحب" || f == "مالك" || f == "owner" || f == "proprietor")
}

// met reports whether an English mention is the object of a verb right before it, and no item of a list.
func (c *clause) met(k int) bool {
	t := c.token(c.mentions[k].first - 1)
	return t.Kind == text.Word && !t.Capitalized() && t.Folded != "and" && t.Folded != "or" && !preposition(t.Folded) && !c.lex.is("title_en", t.Folded) && !c.isRole(c.mentions[k].first-1) && c.mentions[k].first-1 > c.s.Start
}

// paySubjectBefore returns the party before an Arabic word of payment of which it is said, or -1.
func (c *clause) paySubjectBefore(pos int, parties []int, own text.Span) int {
	for i := len(parties) - 1; i >= 0; i-- {
		m := &c.mentions[parties[i]]
		if m.last > pos {
			continue
		}
		if c.broken(m.last, pos) || !c.saidOf(m.last, c.controlled(pos)) || c.paidBetween(m.last, pos) {
			return -1
		}
		if c.membersOf(parties[i]) || i > 0 && c.ofPerson(parties[i]) {
			continue
		}
		return parties[i]
	}
	return -1
}

// unnamed returns whom a verb of payment without a named subject is said of: the speaker of a first person, else whom a pronoun
// or the Arabic verb's own person takes up from before; -1 when nobody.
func (c *clause) unnamed(t trigger, own text.Span) int {
	if c.tokens[t.first].IsArabic() {
		last := c.tokens[t.last-1].Folded
		if strings.HasSuffix(last, "ت") || strings.HasSuffix(last, "ته") || strings.HasSuffix(last, "تها") || strings.HasSuffix(last, "نا") || strings.HasSuffix(last, "ني") || c.firstPersonBefore(t.first) {
			if w := c.writer(); w >= 0 || c.firstPersonBefore(t.first) {
				return w
			}
		}
		if strings.HasSuffix(last, "وا") {
			return -1
		}
		if k := c.pronounBefore(t.first); k >= 0 && own.Start == c.s.Start {
			return k
		}
		if own.Start == c.s.Start && len(c.persons(c.s.Start, t.first)) == 0 && t.first-c.s.Start <= 3 && c.mentionKind(c.lastWho) == person && !strings.HasSuffix(last, "ت") {
			return c.lastWho
		}
		return -1
	}
	if own.Start != c.s.Start {
		return -1
	}
	return c.pronounBefore(t.first)
}

// firstPersonBefore reports whether an Arabic word for "I" stands right before a verb.
func (c *clause) firstPersonBefore(i int) bool {
	switch c.token(i - 1).Folded {
	case "انا", "اني", "نحن", "احنا":
		return true
	}
	return false
}

func (c *clause) mentionKind(k int) mentionKind {
	if k < 0 {
		return 0
	}
	return c.mentions[k].kind
}

// paidBetween reports whether an amount stands between two tokens.
func (c *clause) paidBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if c.paid[i] {
			return true
		}
	}
	return false
}

// receipt reports whether a word of taking begins a receipt, whose signature says who took: "Received from Omar …", «استلمت من عمر …».
func (c *clause) receipt(t trigger) bool {
	return t.attrs["dir"] == "take" && t.first-c.s.Start <= 2 && len(c.persons(c.s.Start, t.first)) == 0
}

// signed completes the receipt told just before when the sentence is its signature: "Signed: Omar Salih", «التوقيع: عمر صالح».
func (c *clause) signed() {
	n := len(c.transfers)
	if n == 0 || c.transfers[n-1].money == nil || c.sentenceNo-c.transfers[n-1].sentence > 3 {
		return
	}
	for i := c.s.Start; i < c.s.End && i < c.s.Start+3; i++ {
		switch c.tokens[i].Folded {
		case "signed", "signature", "recipient", "receiver", "received", "التوقيع", "توقيع", "المستلم", "وقع", "اسم":
			all := c.parties()
			r := c.transfers[n-1]
			if len(all) > 0 && c.mentions[all[0]].entity != c.mentions[r.payer].entity && c.mentions[all[0]].first-i <= 5 {
				c.transfers = c.transfers[:n-1]
				c.transfer(r.money, text.Span{Start: c.s.Start, End: c.s.End}, r.payer, all[0], -1, r.word, r.polarity)
			}
			return
		}
	}
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
	money        *text.Money // of a receipt not yet signed; payer is a mention then
	word         trigger
}

// transferReach is over how many sentences an amount told again is the same payment; over more, both sides must be told.
const transferReach = 2

// sameTransfer returns the payment already told that this one is, or nil.
func (c *clause) sameTransfer(n transfer) *transfer {
	agree := func(a, b int) bool { return a == b || a < 0 || b < 0 }
	for i := len(c.transfers) - 1; i >= 0 && i >= len(c.transfers)-mostEvents; i-- {
		o := &c.transfers[i]
		if o.money != nil {
			continue
		}
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
func (c *clause) transfer(m *text.Money, own text.Span, payer, taker, via int, t trigger, polarity sanad.Polarity) {
	entity := func(k int) int {
		if k < 0 {
			return -1
		}
		return c.mentions[k].entity
	}
	n := transfer{amount: m.Amount, currency: m.Currency, payer: entity(payer), taker: entity(taker), polarity: polarity, sentence: c.sentenceNo}
	d := c.payDate(m, own)
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

// payDate returns the date of the payment of an amount: the one in the part of the sentence that is about it, before one beside it.
func (c *clause) payDate(m *text.Money, own text.Span) *text.Date {
	if own.Start > c.s.Start || own.End < c.s.End {
		if d := c.dateIn(max(own.Start, c.s.Start), min(own.End, c.s.End), m.Last); d != nil && !c.ofBirth(d) {
			return d
		}
	}
	return c.dateOf(m.First, false)
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
		if m.kind == organization && !c.armed(m.entity) && !c.company(m.entity) && m.schema != sanad.SchemaNetwork && !c.business(m.entity) { // a court tells of payments and makes none
			continue
		}
		if n := len(out); n > 0 && c.mentions[out[n-1]].entity == m.entity {
			continue
		}
		out = append(out, k)
	}
	return out
}

// business reports whether an organization is a business by its name, whatever kind of one.
func (c *clause) business(e int) bool {
	for _, w := range c.orgWords[e] {
		w = strings.TrimPrefix(strings.TrimPrefix(w, "لل"), "ال")
		switch w {
		case "construction", "transport", "contracting", "cement", "hawala", "transfers", "transfer", "import", "export", "foundation", "charity", "factory", "workshop", "general", "trade", "travel", "logistics", "haulage", "fuel", "petroleum", "oil", "group", "brothers", "sons", "travels", "money", "services",
			"مقاولات", "نقل", "تجاره", "حوالات", "تحويل", "مالي", "معمل", "مصنع", "جمعيه", "موسسه", "استيراد", "سفريات", "محطه", "وكاله", "مجموعه":
			return true
		}
	}
	return false
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
		if c.roleTo(i) { // «لعنصر التنظيم لؤي»
			return "to"
		}
		if c.networkWordAt(i) && (c.isRole(i-1) || c.roleTo(i-1)) {
			continue
		}
		if c.lex.is("title_en", t.Folded) || c.lex.is("title_ar", t.Folded) || t.Folded == "the" || t.Folded == "a" || t.Text == "." || t.Text == "«" || t.Text == "\"" || t.Text == ":" ||
			describing(t.Folded) || c.isRole(i) {
			continue
		}
		break
	}
	if m.span.Start > c.tokens[m.first].Span.Start {
		r := []rune(c.tokens[m.first].Folded)
		if r[0] == 'ل' || r[0] == 'و' && r[1] == 'ل' && m.span.Start > c.tokens[m.first].Span.Start+1 {
			return "to"
		}
	}
	if t := c.token(i).Text; t == "," || t == "،" { // "to a farmer, Omar Salih"
		for j := i - 1; j > c.s.Start && j >= i-7 && (c.tokens[j].Kind == text.Word || c.tokens[j].Text == "'" || c.tokens[j].Text == "’") && !c.paid[j] && (c.at(j) < 0 || c.mentions[c.at(j)].kind == place || c.mentions[c.at(j)].kind == organization); j-- {
			switch c.tokens[j].Folded {
			case "to", "from", "via", "through", "الي", "من":
				if j < i-1 && c.token(j-1).Folded != "according" {
					i = j
				}
			}
		}
	}
	i = c.beforeNoun(i)
	f, prev := c.token(i).Folded, c.token(i-1).Folded
	if linked := m.span.Start > c.tokens[m.first].Span.Start && strings.HasPrefix(c.tokens[m.first].Folded, "و"); linked || f == "and" || f == "و" { // "to Omar and Ali"
		if all := c.persons(c.s.Start, m.first); len(all) > 0 && m.kind == person && c.joined(all[len(all)-1], k) {
			return c.side(all[len(all)-1])
		}
	}
	if f == "to" && prev == "according" {
		return "other"
	}
	if f == "ل" || len(f) > 4 && f[:2] == "ل" && c.lex.is("title_ar", "ا"+f) || toNoun(f) {
		return "to"
	}
	switch f {
	case "حسب", "بحسب", "وفق", "وحسب", "وبحسب":
		return "other"
	case "to", "for", "reached", "reaching", "reaches", "الي", "لصالح", "لحساب", "لفاءده", "لفايده", "beneficiary", "recipient", "payee", "المستفيد", "المستلم":
		return "to"
	case "from", "من", "عن", "sender", "payer", "الدافع", "المرسل", "المحول":
		if f == "عن" {
			return ""
		}
		if f == "من" && (prev == "موقعه" || prev == "موقع" || prev == "صادره" || prev == "صادر" || prev == "مقدمه") { // «موقعة من مديرها»
			return "other"
		}
		if f == "من" && strings.HasSuffix(prev, "كل") { // «إلى كل من»
			switch before := c.token(i - 2).Folded; {
			case prev == "لكل", before == "الي":
				return "to"
			case before == "من":
				return "from"
			}
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
	case "with", "مع", "ويا", "ويه", "بصحبه", "بمعيه":
		if c.settled(i) {
			return "to"
		}
		return "with"
	case "account", "حساب":
		if prev == "of" || prev == "in" || prev == "into" || prev == "في" || prev == "الي" {
			return "to"
		}
	case "of":
		if prev == "account" || prev == "name" || prev == "hands" || prev == "hand" || prev == "benefit" || prev == "favour" || prev == "favor" {
			if c.token(i-3).Folded == "from" || c.token(i-4).Folded == "from" {
				return "from"
			}
			return "to"
		}
		if prev == "way" || prev == "means" {
			return "via"
		}
		if thing(prev) { // from the shop of
			j := i - 2
			for c.token(j).Folded == "the" {
				j--
			}
			if f := c.token(j).Folded; f == "from" || f == "to" {
				return f
			}
		}
		return "other"
	case "بيد":
		return "hand"
	case "بحساب", "باسم":
		return "to"
	case "was", "is":
		switch prev {
		case "sender", "payer", "remitter", "donor":
			return "from"
		case "recipient", "beneficiary", "payee", "receiver":
			return "to"
		}
	case "لدي":
		if c.deposited(i) {
			return "to"
		}
	case "at", "عند":
		return "other"
	}
	return ""
}

// describing reports whether a word only leads up to a name: "a man called Omar", «رجل يدعى عمر».
func describing(f string) bool {
	switch f {
	case "man", "called", "named", "one", "person", "brother", "my", "our", "their", "certain", "رجل", "شخص", "يدعي", "المدعو", "المدعوه", "اسمه", "واحد", "السيد", "الاخ", "اخي", "اخينا", "المسمي", "المتهم", "التاجر", "الصراف", "صاحب":
		return true
	}
	return false
}

// roleTo reports whether a role behind «ل» ends at token i.
func (c *clause) roleTo(i int) bool {
	for _, t := range c.triggers {
		if t.class == "role" && t.last == i+1 && t.skip > 0 && strings.HasPrefix(c.tokens[t.first].Folded, "ل") {
			return true
		}
	}
	return false
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
const payReach = 16

// payWords returns the words of giving or taking that an amount may belong to, the nearest first.
func (c *clause) payWords(m *text.Money) []trigger {
	var out []trigger
	for _, t := range c.triggers {
		if t.class == "pay" && distance(t.first, m.First) <= payReach && !c.withinName(t) && !c.ofNextAmount(t, m) {
			out = append(out, t)
		}
	}
	slices.SortStableFunc(out, func(a, b trigger) int {
		return distance(a.first, m.First) + bias(a, m) - distance(b.first, m.First) - bias(b, m)
	})
	return out
}

// bias prefers a verb before the amount, and a verb to a noun.
func bias(t trigger, m *text.Money) int {
	n := 0
	if t.first > m.First {
		n += 4
	}
	if t.attrs["noun"] != "" {
		n += 8
	}
	return n
}
