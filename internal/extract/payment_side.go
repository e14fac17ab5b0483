package extract

import (
	"strings"

	"github.com/sanad-workbench/sanad/internal/text"
)

// beforeNoun returns the token before the noun that leads up to a party at token i, when a preposition stands there: «من الصيدلي نزار»,
// "from the pharmacist's son Nazar"; else i.
func (c *clause) beforeNoun(i int) int {
	j := i
	for n := 0; n < 3 && j > c.s.Start; n, j = n+1, j-1 {
		t := c.tokens[j]
		if c.at(j) >= 0 || t.Kind != text.Word || c.paid[j] || c.dated[j] {
			return i
		}
		if n > 0 && sideWord(t.Folded) {
			return j
		}
		if t.IsArabic() {
			if !strings.HasPrefix(t.Folded, "ال") || len(t.Folded) < 8 {
				if n > 0 && sideWord(c.token(j-1).Folded) { // «من سائق الشاحنة نزار»
					return j - 1
				}
				return i
			}
		} else if t.Capitalized() || speech(t.Folded) || strings.HasSuffix(t.Folded, "ed") || strings.HasSuffix(t.Folded, "ing") || auxiliary(t.Folded) {
			return i
		}
	}
	return i
}

// controlled returns where an Arabic verb behind «أن» begins when a verb of habit or need before it shares its subject: «اعتاد أن يسلّم»; else
// the verb's own token.
func (c *clause) controlled(pos int) int {
	if f := c.token(pos - 1).Folded; f != "ان" && f != "علي" {
		return pos
	}
	switch c.token(pos - 2).Folded {
	case "اعتاد", "تعود", "دأب", "داب", "اضطر", "واظب", "استمر", "ظل":
		return pos - 2
	}
	return pos
}

// sideWord reports whether a preposition says of whom stands behind it that money went to, from or through him.
func sideWord(f string) bool {
	switch f {
	case "from", "to", "via", "through", "by", "من", "الي", "عبر", "بيد", "مع":
		return true
	}
	return false
}

// toNoun reports whether a folded Arabic word is a definite noun behind «ل»: «للصيدلي نزار».
func toNoun(f string) bool {
	f = strings.TrimPrefix(f, "و")
	return strings.HasPrefix(f, "لل") && len(f) > 8
}

// settled reports whether "with" at token i says with whom a debt was settled, who then has the money.
func (c *clause) settled(i int) bool {
	for _, t := range c.triggers {
		if t.class == "pay" && t.last <= i && strings.HasPrefix(c.tokens[t.first].Folded, "settl") {
			return true
		}
	}
	return false
}

// deposited reports whether what stands before «لدى» at token i says that money was put in somebody's keeping.
func (c *clause) deposited(i int) bool {
	for _, t := range c.triggers {
		if f := c.tokens[t.first].Folded; t.class == "pay" && t.last <= i && (strings.Contains(f, "ودع") || strings.Contains(f, "يداع")) {
			return true
		}
	}
	return false
}

// paidOutBy reports whether an exchange house after "from" only paid out what somebody else had sent: «حوالة … استلمتها من مكتب كذا».
func (c *clause) paidOutBy(k int) bool {
	m := &c.mentions[k]
	if m.kind != organization || !c.company(m.entity) {
		return false
	}
	sent := false
	for _, t := range c.triggers {
		if t.class != "pay" || t.last > m.first {
			continue
		}
		if t.attrs["dir"] == "give" && t.attrs["noun"] == "" {
			sent = true
			continue
		}
		f := c.tokens[t.last-1].Folded
		if next := c.token(t.last).Folded; sent && t.attrs["dir"] == "take" && m.first-t.last <= 4 && (strings.HasSuffix(f, "ها") || next == "it" || next == "them" || next == "which") {
			return true
		}
	}
	return false
}

// membersOf reports whether an organization is only named to say whose men are told of: «مقاتلي داعش».
func (c *clause) membersOf(k int) bool {
	m := &c.mentions[k]
	if m.kind != organization {
		return false
	}
	f := c.token(m.first - 1).Folded
	return c.isRole(m.first-1) || f == "عناصر" || f == "افراد" || f == "صفوف" || f == "قيادات" || strings.HasSuffix(f, "اتلي") || f == "قيادي"
}

// sameName reports whether two mentions read alike; a pronoun beside one is hardly the other.
func (c *clause) sameName(a, b int) bool {
	return c.textOf(c.mentions[a].first, c.mentions[a].last) == c.textOf(c.mentions[b].first, c.mentions[b].last)
}

// proved reports whether a court takes a payment for proved: «لثبوت تسلمه».
func (c *clause) proved(t trigger) bool {
	f := c.token(t.first - 1).Folded
	return f == "لثبوت" || f == "ثبوت" || f == "بثبوت"
}

// eachAfter reports whether the words after an amount give it to everybody: "each", "to each of them", «لكل منهما», «لكل واحد».
func (c *clause) eachAfter(i int) bool {
	switch c.token(i).Folded {
	case "each", "apiece", "لكل":
		return true
	case "to", "per", "a":
		f := c.token(i + 1).Folded
		return f == "each" || f == "head" || f == "man"
	}
	return false
}

// cameTo returns to whom the money of the part of the sentence before came, when "he" passes some of it on: "received $900 from Ali; he
// passed 400 of it to Omar"; -1 when it is not told.
func (c *clause) cameTo(pos int, own text.Span) int {
	if own.Start <= c.s.Start {
		return -1
	}
	n := len(c.transfers)
	if n == 0 || c.transfers[n-1].sentence != c.sentenceNo || !strings.HasPrefix(c.token(pos).Folded, "pass") && !c.ofIt(pos, own.End) {
		return -1
	}
	for k := c.mentionFrom(c.s.Start); k < len(c.mentions) && c.mentions[k].last <= own.Start; k++ {
		if c.mentions[k].entity == c.transfers[n-1].taker {
			return k
		}
	}
	return -1
}

// ofIt reports whether an amount is part of one told before: "400 of it", "half of that".
func (c *clause) ofIt(from, to int) bool {
	for i := from; i+1 < to; i++ {
		if c.tokens[i].Folded == "of" {
			switch c.tokens[i+1].Folded {
			case "it", "that", "this", "them", "which":
				return true
			}
		}
	}
	return false
}

// ofNextAmount reports whether a verb of payment after an amount and a comma belongs to the amount after it: «مقابل 900 دولار، دفع له منها
// 400 دولار». It takes the first up only by a pronoun.
func (c *clause) ofNextAmount(t trigger, m *text.Money) bool {
	if t.first < m.Last || t.attrs["noun"] != "" {
		return false
	}
	f := c.tokens[t.last-1].Folded
	if c.tokens[t.first].IsArabic() && strings.HasSuffix(f, "ها") || !c.tokens[t.first].IsArabic() && (c.passive(t) || c.passivePhrase(t)) {
		return false
	}
	apart := false
	for i := m.Last; i < t.first; i++ {
		switch c.tokens[i].Text {
		case ",", "،":
			apart = true
		case "which", "that", "التي", "الذي":
			return false
		}
	}
	i := c.moneyFrom(t.first)
	return apart && i < len(c.money) && c.money[i].First < c.s.End
}

// whatFor reports whether only what is paid stands between a name after a verb of paying and the amount: "paid the landlord, Omar Salih, six
// months' rent amounting to $500".
func (c *clause) whatFor(from, to int) bool {
	if to-from > 8 {
		return false
	}
	for i := from; i < to; i++ {
		switch f := c.tokens[i].Folded; f {
		case "amounting", "rent", "wages", "salary", "sum", "total", "fee", "fees", "share", "ransom", "deposit", "bribe", "commission", "advance", "instalment", "instalments", "pay", "debt":
			return true
		case ";", "(", "and", "who", "for", "with", "from", "by":
			return false
		}
	}
	return false
}

// nounUse reports whether an English verb of payment stands for a noun: "three wires", "a transfer".
func (c *clause) nounUse(t trigger) bool {
	prev := c.token(t.first - 1)
	switch prev.Folded {
	case "a", "an", "the", "two", "three", "four", "five", "six", "several", "his", "her", "their", "many", "monthly", "regular", "further", "another", "such", "other":
		return t.last-t.first == 1 && (strings.HasSuffix(c.tokens[t.first].Folded, "s") || prev.Folded == "a")
	}
	return prev.Kind == text.Number && strings.HasSuffix(c.tokens[t.first].Folded, "s")
}

// aboutPronoun reports whether a particle with a pronoun right before an Arabic verb is its subject: «أنه سلّم», «بأنه كان قد دفع».
func (c *clause) aboutPronoun(pos int) bool {
	i := pos - 1
	for f := c.token(i).Folded; f == "كان" || f == "قد" || f == "كانت"; f = c.token(i).Folded {
		i--
	}
	switch strings.TrimPrefix(c.token(i).Folded, "و") {
	case "انه", "بانه", "انها", "بانها", "لانه", "لانها", "كونه":
		return true
	}
	return false
}
