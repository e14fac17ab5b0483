package extract

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/sanad-workbench/sanad/internal/text"
)

// rule is one line of a rules file: words that set off a reading when a text has them.
type rule struct {
	id     string
	class  string
	attrs  map[string]string
	sought bool  // common words, no triggers of their own: looked for where another word asks for them
	owned  bool  // the phrase counts only as somebody's: "Ahmed's killer"
	with   words // one of these must follow within reach tokens, a dozen unless told; nil asks for none
	reach  int
}

// phrase is one way to say the words of a rule.
type phrase struct {
	words []string
	rule  *rule
}

// ruleBook is every phrase of the rules files by its first word, longest first.
type ruleBook struct {
	first map[string][]phrase
	rules []*rule
}

// trigger is a phrase of a rule found in a text.
type trigger struct {
	*rule
	first, last int // tokens, last exclusive
	skip        int // letters of a proclitic before the first word
}

// rulebook reads the embedded rules once. A malformed line stops the program at its first use, and the package's test.
var rulebook = sync.OnceValue(func() *ruleBook {
	b := &ruleBook{first: map[string][]phrase{}}
	for _, name := range []string{"rules/triggers.rules", "rules/roles.rules"} {
		for n, line := range dataLines(name) {
			if err := b.add(line); err != nil {
				panic(fmt.Sprintf("extract: %s, rule %d: %v", name, n+1, err))
			}
		}
	}
	return b
})

func (b *ruleBook) add(line string) error {
	c := strings.Split(line, "|")
	if len(c) != 4 {
		return fmt.Errorf("%q has %d parts, want id | class | attributes | phrases", line, len(c))
	}
	r := &rule{id: strings.TrimSpace(c[0]), class: strings.TrimSpace(c[1]), attrs: map[string]string{}}
	for _, a := range strings.Fields(c[2]) {
		k, v, _ := strings.Cut(a, "=")
		r.attrs[k] = v
	}
	r.owned = r.attrs["poss"] != ""
	r.sought = r.class == "link" || r.class == "raise"
	if r.reach = 12; r.attrs["reach"] != "" {
		n, err := strconv.Atoi(r.attrs["reach"])
		if err != nil {
			return fmt.Errorf("%s has the reach %q", r.id, r.attrs["reach"])
		}
		r.reach = n
	}
	if w := r.attrs["with"]; w != "" {
		r.with = words{}
		for _, x := range strings.Split(text.Fold(w), ",") {
			r.with[x] = true
		}
	}
	_, inflects := r.attrs["v"]
	b.rules = append(b.rules, r)
	for _, ph := range strings.Split(c[3], ",") {
		ws := strings.Fields(colloquial(text.Fold(ph)))
		if len(ws) == 0 {
			return fmt.Errorf("%s has an empty phrase", r.id)
		}
		b.insert(phrase{ws, r})
		for _, plural := range plurals(r.class, ws) {
			b.insert(phrase{plural, r})
		}
		for _, owned := range ownedRoles(r.class, ws) {
			b.insert(phrase{owned, r})
		}
		if definite := definiteRole(r.class, ws); definite != nil {
			b.insert(phrase{definite, r})
		}
		if _, noun := r.attrs["n"]; noun && len(ws) == 1 {
			stem := ws[0]
			if s, is := strings.CutSuffix(stem, "ه"); is {
				stem = s + "ت"
			}
			for _, pronoun := range []string{"ه", "ها", "هم", "هما"} {
				b.insert(phrase{[]string{stem + pronoun}, r})
			}
		}
		if inflects && len(ws) == 1 && r.class == "event" {
			for _, form := range imperfect(ws[0]) {
				b.insert(phrase{[]string{form}, r})
			}
		}
		if inflects && len(ws) == 1 {
			for _, ending := range []string{"ت", "وا", "ه", "ها", "هم", "وه", "وهم", "ته", "تهم", "تها", "نا", "ني"} {
				if strings.HasSuffix(ws[0], "وا") {
					break
				}
				b.insert(phrase{[]string{ws[0] + ending}, r})
			}
		}
	}
	return nil
}

// plurals returns the plural and dual forms of a role.
func plurals(class string, ws []string) [][]string {
	last := ws[len(ws)-1]
	if class != "role" || len(last) < 4 {
		return nil
	}
	if last[0] < 0x80 {
		if len(ws) > 3 || strings.HasSuffix(last, "s") || strings.HasSuffix(last, "y") || strings.HasSuffix(last, "ing") || strings.HasSuffix(last, "men") || slices.Contains(ws, "of") || slices.Contains(ws, "in") || slices.Contains(ws, "for") {
			return nil
		}
		return [][]string{append(slices.Clone(ws[:len(ws)-1]), last+"s")}
	}
	if len(ws) > 1 || strings.HasSuffix(last, "ا") || strings.HasSuffix(last, "ه") || strings.HasSuffix(last, "ي") || strings.HasSuffix(last, "ين") || len(last) < 6 {
		return nil
	}
	return [][]string{{last + "ان"}, {last + "ين"}, {last + "ون"}}
}

// insert keeps the phrases of a first word with the longest first, earlier rules before later ones.
func (b *ruleBook) insert(p phrase) {
	list := b.first[p.words[0]]
	at := len(list)
	for at > 0 && len(list[at-1].words) < len(p.words) {
		at--
	}
	list = append(list, phrase{})
	copy(list[at+1:], list[at:])
	list[at] = p
	b.first[p.words[0]] = list
}

// colloquial writes the letters with which Iraqi speech is spelled as the standard's: گال is قال, چان is كان.
func colloquial(f string) string {
	if !strings.Contains(f, "\xda") {
		return f
	}
	return speechLetters.Replace(f)
}

var speechLetters = strings.NewReplacer("گ", "ق", "چ", "ك")

// match returns the longest phrase of a class at token i, or of any class when class is "", and how many tokens it takes.
func (b *ruleBook) match(p *page, i int, class string) (trigger, int) {
	t := p.token(i)
	if t.Kind != text.Word {
		return trigger{}, 0
	}
	best := trigger{}
	try := func(stem string, skip int) {
		for _, ph := range b.first[stem] {
			if class != "" && ph.rule.class != class || len(ph.words) <= best.last-best.first {
				continue
			}
			if n, ok := p.matchesPhrase(i, ph); ok {
				best = trigger{rule: ph.rule, first: i, last: i + n, skip: skip}
			}
		}
	}
	f := colloquial(t.Folded)
	try(f, 0)
	if t.IsArabic() && best.rule == nil {
		for _, r := range text.Proclitics(f)[1:] {
			if try(r.Stem, r.Skip); best.rule != nil {
				break
			}
		}
	}
	return best, best.last - best.first
}

// matchesPhrase compares the words after the first. A last word of one Arabic letter (ب, ل) is a proclitic of the word
// that follows.
func (p *page) matchesPhrase(i int, ph phrase) (int, bool) {
	for k := 1; k < len(ph.words); k++ {
		f := colloquial(p.token(i + k).Folded)
		if f == ph.words[k] {
			continue
		}
		if k == len(ph.words)-1 && len(ph.words[k]) == 2 && strings.HasPrefix(f, ph.words[k]) && len(f) > 4 {
			return k, true
		}
		return 0, false
	}
	return len(ph.words), true
}

// triggers returns every trigger in a sentence, in order; at one word the longest phrase of each class counts.
func (b *ruleBook) triggers(p *page, s text.Span) []trigger {
	var out []trigger
	for i := s.Start; i < s.End; i++ {
		t := p.tokens[i]
		if t.Kind != text.Word || p.dated[i] {
			continue
		}
		f := colloquial(t.Folded)
		whole := len(out)
		out = b.appendAt(out, p, i, f, 0)
		if !t.IsArabic() || len(out) > whole || p.lex.given[f] {
			continue
		}
		for _, r := range text.Proclitics(f)[1:] {
			n := len(out)
			if out = b.appendAt(out, p, i, r.Stem, r.Skip); len(out) > n {
				break
			}
		}
	}
	return out
}

func (b *ruleBook) appendAt(out []trigger, p *page, i int, stem string, skip int) []trigger {
	from := len(out)
	for _, ph := range b.first[stem] {
		if ph.rule.sought {
			continue
		}
		n, ok := p.matchesPhrase(i, ph)
		if !ok {
			continue
		}
		dup := ph.rule.owned && !p.possessive(i)
		for k := len(out) - 1; k >= 0 && (k >= from || out[k].first > i-8); k-- { // a longer phrase of the class covers it
			dup = dup || out[k].class == ph.rule.class && out[k].last > i
		}
		if !dup && ph.rule.with != nil {
			dup = true
			for k := i + n; k < i+n+ph.rule.reach && k < len(p.tokens); k++ {
				if ph.rule.with[p.tokens[k].Folded] {
					dup = false
				}
			}
		}
		if !dup {
			out = append(out, trigger{rule: ph.rule, first: i, last: i + n, skip: skip})
		}
	}
	return out
}

// possessive reports whether the name right before token i owns it: "Ahmed's".
func (p *page) possessive(i int) bool {
	if i < 3 || p.tokens[i-1].Folded != "s" {
		return false
	}
	k := p.at(i - 3)
	return k >= 0 && p.mentions[k].kind == person && p.mentions[k].last == i-2
}

// begins reports whether a folded word begins a phrase that tells of an act: it ends the name of an organization.
func (b *ruleBook) begins(f string) bool {
	for _, ph := range b.first[f] {
		switch ph.rule.class {
		case "sentence", "release", "arrest", "verdict", "charge", "event":
			return len(ph.words) <= 2
		}
	}
	return false
}
