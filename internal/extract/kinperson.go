package extract

import (
	"slices"

	"github.com/sanad-workbench/sanad/internal/text"
)

// Who tells of his own family names each of them once, "My father was Omar Salih", and says "my father" from then on. Those words are then mentions
// of that person for everything that is told; they claim no name.

// kinPersons adds the mentions of the speaker's relatives by the word of their kinship alone.
func (p *page) kinPersons() {
	if !p.speaksOfI() {
		return
	}
	named := p.namedKin()
	if len(named) == 0 {
		return
	}
	var added []mention
	for i := 0; i+1 < len(p.tokens); i++ {
		e, is := named[kinOfMine(p.token(i), p.token(i+1))]
		if !is || e < 0 || p.at(i+1) >= 0 || p.nameOfKin(i) >= 0 || p.ownerOfKin(i) >= 0 {
			continue
		}
		added = append(added, mention{kind: person, prop: "name", first: i, last: i + 2, span: p.spanOf(i, i+2), appositive: -1, entity: e, silent: true})
	}
	p.insertMentions(added)
}

// namedKin returns the entity each word of kinship to the speaker is told to be of; one told of two is nobody's, -1.
func (p *page) namedKin() map[string]int {
	named := map[string]int{}
	for i := 0; i+1 < len(p.tokens); i++ {
		kin := kinOfMine(p.token(i), p.token(i+1))
		if kin == "" {
			continue
		}
		k := p.nameOfKin(i)
		if k < 0 {
			k = p.ownerOfKin(i)
		}
		if k < 0 {
			continue
		}
		if e, told := named[kin]; told && e != p.mentions[k].entity {
			named[kin] = -1
		} else if !told {
			named[kin] = p.mentions[k].entity
		}
	}
	return named
}

// kinOfMine returns the word of kinship of "my father", "" when the two words are no such thing or there may be several.
func kinOfMine(my, kin text.Token) string {
	if my.Folded != "my" {
		return ""
	}
	switch kin.Folded {
	case "father", "mother", "husband", "wife", "brother", "sister", "son", "daughter", "uncle", "cousin", "nephew", "grandfather", "father-in-law", "brother-in-law", "employer", "colleague", "partner":
		return kin.Folded
	}
	return ""
}

// nameOfKin returns the mention that names "my father" at token i: "my father Omar", "my father, Omar, …", "my father was Omar"; -1 when none.
func (p *page) nameOfKin(i int) int {
	j := i + 2
	switch p.token(j).Folded {
	case ",", "was", "is", "named", "called":
		j++
		if p.token(j).Folded == "called" || p.token(j).Folded == "named" {
			j++
		}
	}
	if p.lex.is("title_en", p.token(j).Folded) && p.at(j) < 0 {
		j++
	}
	if k := p.at(j); k >= 0 && p.mentions[k].kind == person && p.mentions[k].first == j && p.mentions[k].entity >= 0 && !p.mentions[k].silent {
		return k
	}
	return -1
}

// ownerOfKin returns the mention that "my father" behind it at token i describes: "Omar Salih, my father,", "Omar was my father"; -1 when none.
func (p *page) ownerOfKin(i int) int {
	if f := p.token(i - 1).Folded; f != "," && f != "was" && f != "is" {
		return -1
	}
	if p.token(i-1).Text == "," && p.token(i+2).Kind == text.Word && p.token(i+2).Folded != "and" { // ", my father said"
		return -1
	}
	if k := p.at(i - 2); k >= 0 && p.mentions[k].kind == person && p.mentions[k].last == i-1 && p.mentions[k].entity >= 0 {
		return k
	}
	return -1
}

// insertMentions adds mentions in their places.
func (p *page) insertMentions(added []mention) {
	if len(added) == 0 {
		return
	}
	moved := make([]int, len(p.mentions))
	n := 0
	for k := range p.mentions {
		for n < len(added) && added[n].first < p.mentions[k].first {
			n++
		}
		moved[k] = k + n
	}
	for k := range p.mentions {
		if a := p.mentions[k].appositive; a >= 0 {
			p.mentions[k].appositive = moved[a]
		}
	}
	p.mentions = append(p.mentions, added...)
	slices.SortStableFunc(p.mentions, func(a, b mention) int { return a.first - b.first })
}
