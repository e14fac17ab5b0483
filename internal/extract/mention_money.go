package extract

import (
	"slices"
	"strings"

	"github.com/sanad-workbench/sanad/internal/text"
)

// namedByMoney adds single given names where an amount beside them says that a person is named, as in books and letters of people who know each
// other: «من كرار إلى منتظر 5000 دولار», «سلمت منتظر 700 دولار», "from Karrar to Sajjad $500".
func (p *page) namedByMoney() {
	var added []mention
	known := map[int]bool{}
	for i := range p.money {
		first := p.money[i].First
		for j := max(0, first-moneyNameReach); j < min(len(p.tokens), p.money[i].Last+moneyNameReach); j++ {
			if p.tokens[j].Kind == text.Break && j >= p.money[i].Last {
				break
			}
			if (p.loneName(j) && (p.entrySide(j) || j+1 == first && p.payWordAt(j-1)) || p.otherEnd(j)) && p.at(j) < 0 && !known[j] {
				m := mention{kind: person, prop: "name", first: j, last: j + 1, span: p.tokens[j].Span, words: nameWords(p.tokens[j : j+1]), appositive: -1, entity: -1}
				added = append(added, m)
				known[j] = true
			}
		}
	}
	if len(added) == 0 {
		return
	}
	p.mentions = append(p.mentions, added...)
	slices.SortStableFunc(p.mentions, func(a, b mention) int { return a.first - b.first })
}

// moneyNameReach is how many tokens from its amount a lone name may stand.
const moneyNameReach = 9

// loneName reports whether a given name stands at token i that no other name word continues.
func (p *page) loneName(i int) bool {
	t := p.tokens[i]
	if t.Kind != text.Word || p.dated[i] || p.paid[i] || !p.lex.given[t.Folded] || isPlaceName(p, i) {
		return false
	}
	if !t.IsArabic() {
		return t.Capitalized() && !p.token(i+1).Capitalized() && !p.token(i-1).Capitalized()
	}
	return !p.lex.given[p.token(i+1).Folded] && !p.lex.common[p.token(i+1).Folded]
}

// entrySide reports whether a name at token i is a side of an entry that tells both: «من كرار إلى منتظر».
func (p *page) entrySide(i int) bool {
	from, to := "from", "to"
	if p.tokens[i].IsArabic() {
		from, to = "من", "الي"
	}
	switch p.token(i - 1).Folded {
	case from:
		for j := i + 1; j < i+5; j++ {
			if p.token(j).Folded == to {
				return true
			}
		}
	case to:
		for j := i - 2; j > i-7; j-- {
			if p.token(j).Folded == from {
				return true
			}
		}
	}
	return false
}

// payWordAt reports whether a verb of giving or taking ends right at token i.
func (p *page) payWordAt(i int) bool {
	t, n := p.rules.match(p, i, "pay")
	return n > 0 && t.attrs["noun"] == ""
}

// otherEnd reports whether a word that no list knows stands in an Arabic entry where the other side is a name: «من كرار إلى منتظر 500 دولار».
func (p *page) otherEnd(i int) bool {
	t := p.tokens[i]
	if t.Kind != text.Word || !t.IsArabic() || len(t.Folded) < 6 || p.dated[i] || p.paid[i] || p.lex.is("stop_ar", t.Folded) || p.lex.is("title_ar", t.Folded) || p.lex.is("org_head_ar", t.Folded) || isPlaceName(p, i) || !p.entrySide(i) {
		return false
	}
	if strings.HasPrefix(t.Folded, "ال") || thing(t.Folded) || p.rules.begins(t.Folded) {
		return false
	}
	switch p.token(i - 1).Folded {
	case "من":
		return p.token(i+1).Folded == "الي" && (p.lex.given[p.token(i+2).Folded] || isFather(p.token(i+2).Folded))
	case "الي":
		return p.token(i-3).Folded == "من" && p.lex.given[p.token(i-2).Folded] && i+1 < len(p.paid) && p.paid[i+1]
	}
	return false
}
