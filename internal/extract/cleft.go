package extract

import (
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// News and judgments put the deed before its doer: «الذي كان يدير الأموال هو عمر», «السرية التي كان يقودها عمر»; and tell one of two by
// his number: «وأن ثانيهما كان يحرر النشرات».

// otherHolder returns who has the role or does the deed of a trigger where the words say it in one of these ways; ok reports whether
// they do, with nobody when it stays open who is meant.
func (c *clause) otherHolder(t trigger) (who []int, ok bool) {
	if !c.tokens[t.first].IsArabic() {
		return nil, false
	}
	if k := c.doerOfRelative(t); k >= 0 {
		return []int{k}, true
	}
	if k := c.cleft(t); k >= 0 {
		return c.group(k), true
	}
	return c.oneOfTwo(t)
}

// relativeBefore returns the token of the relative pronoun right before a trigger, over «كان»; -1 when there is none.
func (c *clause) relativeBefore(t trigger) int {
	for i := t.first - 1; i >= c.s.Start && i >= t.first-2; i-- {
		switch f := c.tokens[i].Folded; strings.TrimPrefix(f, "و") {
		case "الذي", "التي", "اللي", "من":
			return i
		case "كان", "كانت":
		default:
			return -1
		}
	}
	return -1
}

// doerOfRelative reads «التي كان يقودها عمر»: who is named right after a verb whose object is what the relative pronoun stands for.
func (c *clause) doerOfRelative(t trigger) int {
	if c.relativeBefore(t) < 0 || !strings.HasSuffix(c.tokens[t.last-1].Folded, "ها") {
		return -1
	}
	return c.personAfter(t.last)
}

// cleft reads «الشخص الذي كان يدير الأموال هو عمر».
func (c *clause) cleft(t trigger) int {
	i := c.relativeBefore(t)
	if i < 0 {
		return -1
	}
	if k := c.at(i - 1); k >= 0 && c.mentions[k].kind == person { // «عمر الذي كان يدير الأموال»
		return -1
	}
	for j := t.last; j < c.s.End && j < t.last+6; j++ {
		switch f := c.tokens[j].Folded; {
		case f == "هو" || f == "هي":
			return c.personAfter(j + 1)
		case c.tokens[j].Kind != text.Word:
			return -1
		}
	}
	return -1
}

// personAfter returns the person named at token i, over titles; -1 when it is something else.
func (c *clause) personAfter(i int) int {
	for n := 0; n < 3 && c.lex.is("title_ar", c.token(i).Folded); n++ {
		i++
	}
	if k := c.at(i); k >= 0 && c.mentions[k].kind == person && c.mentions[k].first == i {
		return k
	}
	return -1
}

// oneOfTwo reads «أولهما», «أن الثاني كان …» before a trigger: one of those accused, or nobody when the report has no list of them.
func (c *clause) oneOfTwo(t trigger) ([]int, bool) {
	for i := t.first - 1; i >= c.s.Start && i >= t.first-5; i-- {
		if k := c.at(i); k >= 0 && c.mentions[k].kind == person {
			return nil, false
		}
		n := 0
		switch prev := strings.TrimPrefix(c.token(i-1).Folded, "و"); strings.TrimPrefix(c.tokens[i].Folded, "و") {
		case "اولهما":
			n = 1
		case "ثانيهما":
			n = 2
		case "الاول", "الاولي", "الثاني", "الثانيه":
			if prev == "ان" || prev == "الي" || prev == "علي" || strings.HasSuffix(prev, "المتهم") {
				n = placeInList(strings.TrimPrefix(c.tokens[i].Folded, "و"))
			}
		}
		if n == 0 {
			continue
		}
		if list := c.defendants(); len(list) >= 2 && n <= len(list) {
			return list[n-1 : n], true
		}
		return nil, true
	}
	return nil, false
}

// othersRole reports whether a role in the plural is that of others: "lodged all their fighters", «مأوى لمقاتلي التنظيم».
func (c *clause) othersRole(t trigger) bool {
	switch f := c.tokens[t.first].Folded; f {
	case "fighters", "militants", "gunmen", "members", "couriers", "soldiers":
		switch c.token(t.first - 1).Folded {
		case "their", "its", "his", "all", "for":
			return true
		}
	case "لمقاتلي", "لعناصر", "للمقاتلين", "لمسلحي", "لاعضاء":
		return true
	}
	return false
}

// deputyOf reports whether a role is that of whom the holder is the deputy: "the deputy of the town's emir".
func (c *clause) deputyOf(t trigger) bool {
	for i := t.first - 1; i >= c.s.Start && i >= t.first-6; i-- {
		switch c.tokens[i].Folded {
		case "of", "to":
			return c.token(i-1).Folded == "deputy" || c.token(i-1).Folded == "command" || c.token(i-1).Folded == "second-in-command"
		case ",":
			return false
		}
	}
	return false
}

// presupposed gives a role that stands beside the name as known, "the emir, Omar", its polarity: what is denied around it is something
// else.
func (c *clause) presupposed(t trigger, k int, polarity sanad.Polarity) sanad.Polarity {
	m := &c.mentions[k]
	if polarity == sanad.Denied && c.token(t.first-1).Folded == "the" && t.last <= m.first && m.first-t.last <= 1 && !c.tokens[t.first].IsArabic() {
		return sanad.Affirmed
	}
	return polarity
}
