package extract

import (
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// verbStart returns the first token of the group of an Arabic verb at pos: «كان قد قتل», «لم يكن قد شارك».
func (c *clause) verbStart(pos int) int {
	i := pos
	for i > c.s.Start {
		switch c.tokens[i-1].Folded {
		case "قد", "وقد", "كان", "وكان", "كانت", "وكانت", "يكون", "تكون", "لم", "ولم", "لا", "ما", "ايضا", "كما", "سبق", "وسبق", "كانوا", "وكانوا", "لقد", "يكن", "لاحقا", "فعلا", "عمدا", "فقد", "ان", "وان":
			if f := c.tokens[i-1].Folded; (f == "ان" || f == "وان") && c.tokens[i].Folded != "يكون" && c.tokens[i].Folded != "تكون" && c.token(i-2).Folded != "سبق" {
				return i
			}
			i--
		default:
			return i
		}
	}
	return i
}

// embedded returns the person whose own act an Arabic clause after "that" tells of: «قال طالب إنه قتل», «نفى طالب أن يكون قد قتل»,
// «اعترف طالب بأنه خطف».
func (c *clause) embedded(pos int) []int {
	i := c.verbStart(pos) - 1
	switch c.token(i).Folded {
	case "انا", "اني", "واني", "وانا":
		return c.self()
	case "انه", "بانه", "وانه", "وبانه", "انها", "بانها", "كونه", "لانه":
	case "ان":
		if f := c.token(i - 1).Folded; f != "بعد" && f != "قبل" || len(c.object(pos+1, 3)) == 0 { // «فر طالب بعد أن طعن سنان»
			return nil
		}
	default:
		if f := c.token(i + 1).Folded; f != "ان" {
			return nil
		}
	}
	if f := c.token(i).Folded; f == "وانه" || f == "وبانه" { // «أفاد بأنه كان … وأنه اشترك»
		for j := c.s.Start; j < i; j++ {
			if f := c.tokens[j].Folded; f == "انه" || f == "بانه" {
				i = j
				break
			}
		}
	}
	all := c.persons(c.s.Start, i+1)
	if who := c.placedAt(i - 1); len(who) > 0 { // «أقر الأول بأنه قتل»
		return who
	}
	if len(all) == 0 {
		if c.lastWho >= 0 && c.mentions[c.lastWho].first < c.s.Start && c.tokens[i].Folded != "لانه" {
			return []int{c.lastWho}
		}
		return nil
	}
	k := all[len(all)-1]
	if len(all) > 1 && c.governed(k) && !c.governed(all[0]) {
		k = all[0]
	}
	if c.official(k) || c.broken(c.mentions[k].last, i) {
		return nil
	}
	return c.group(k)
}

// relativeHead returns the person an Arabic relative clause before the verb at pos is about: «القبض على طالب الذي قتل», «خالد، وهو الذي
// أمر»; and whom «وهو» takes up: «شاهد طالب وهو يضرب».
func (c *clause) relativeHead(pos int) []int {
	i := c.verbStart(pos) - 1
	pronoun := false
	switch c.token(i).Folded {
	case "الذي", "التي", "اللي", "الذين", "من", "الي":
		i--
		switch c.token(i).Folded {
		case "وهو", "هو", "وهي", "هم", "وهم", "هي":
			pronoun = true
			i--
		}
		if !pronoun && (c.tokens[i+1].Folded == "من" || c.tokens[i+1].Folded == "الي") {
			return nil
		}
	case "وهو", "وهي", "وهم":
		pronoun = true
		i--
	default:
		return nil
	}
	for n := 0; n < 3 && (c.token(i).Text == "،" || c.token(i).Text == "," || c.token(i).Text == ")" || c.token(i).Text == "»" || c.token(i).Folded == "بعيني"); n++ {
		i--
	}
	if k := c.at(i); k >= 0 && c.mentions[k].kind == person && !c.mentions[k].parent {
		if c.headed(k) && !pronoun { // «شقيق أحمد الذي قتل»: the brother
			return nil
		}
		return c.group(k)
	}
	if pronoun {
		if all := c.persons(c.s.Start, i); len(all) > 0 && !c.official(all[len(all)-1]) {
			return c.group(all[len(all)-1])
		}
		return c.carriedOn(c.s.Start, i+1)
	}
	return nil
}

// carriedOn returns whom an Arabic sentence goes on about when it names no subject: nobody is named from its start to pos, and only words
// that may open it stand there: «وقد اعترف», «وكان قد شارك».
func (c *clause) carriedOn(from, pos int) []int {
	if c.lastWho < 0 || c.mentions[c.lastWho].first >= c.s.Start || pos-from > 5 || len(c.persons(from, pos)) > 0 || pos == from && !strings.HasPrefix(c.tokens[pos].Folded, "و") {
		return nil
	}
	for i := from; i < pos; i++ {
		t := c.tokens[i]
		if c.dated[i] || t.Kind != text.Word {
			continue
		}
		switch t.Folded {
		case "قد", "وقد", "كان", "وكان", "كما", "ايضا", "لاحقا", "وهو", "هو", "لم", "ولم", "ثم", "انه", "وانه", "بعدها", "وبعدها", "سبق", "وسبق", "ان", "قال", "وقال", "اعترف", "واعترف", "افاد", "وافاد", "ذكر", "وذكر", "اضاف", "واضاف", "و", "في", "عام", "سنه", "اقر", "واقر", "نفي", "ونفي", "انكر", "وانكر":
		default:
			return nil
		}
	}
	return []int{c.lastWho}
}

// ledBy returns who leads the people without a name that act, and where his name ends: «هاجمت مجموعة بقيادة طالب مركز الشرطة».
func (c *clause) ledBy(pos int) (who []int, last int) {
	for i := pos; i < c.s.End && i < pos+6; i++ {
		switch c.tokens[i].Folded {
		case "يتقدمهم", "يتقدمها", "يتراسهم", "بقياده", "يقودها", "يقودهم", "يتزعمها", "يتزعمهم", "بزعامه", "برئاسه", "بامره", "براسها", "يراسها", "تابعه", "تابعون", "باشراف", "بامر", "يقوده":
			all := c.persons(i+1, min(c.s.End, i+6))
			if len(all) == 0 || !c.titlesOnly(i+1, c.mentions[all[0]].first) {
				return nil, pos
			}
			who = []int{all[0]}
			for n := 1; n < len(all) && c.mentions[all[n]].span.Start > c.tokens[c.mentions[all[n]].first].Span.Start && c.joined(all[n-1], all[n]); n++ {
				who = append(who, all[n])
			}
			return who, c.mentions[who[len(who)-1]].last
		}
		if k := c.at(i); k >= 0 && c.mentions[k].kind == person {
			return nil, pos
		}
	}
	return nil, pos
}

// aimed casts an Arabic verb whose act lies in a noun after it: «نصب طالب كمينا لسيارة أحمد», «قطع طالب رأس أحمد».
func (c *clause) aimed(t trigger) (doers, victims []int) {
	for i := t.last; i < c.s.End && i < t.last+8; i++ {
		if !t.rule.with[c.tokens[i].Folded] {
			continue
		}
		if all := c.persons(t.last, i); len(all) > 0 && c.mentions[all[0]].first-t.last <= 2 {
			doers = c.group(all[0])
		} else if !actors(c.token(t.last).Folded) && !c.pluralVerb(t) {
			doers = c.plainSubject(t.first)
		}
		if all := c.persons(i+1, min(c.s.End, i+8)); len(all) > 0 && !c.broken(i, c.mentions[all[0]].first) && (t.rule.id != "burn.ar" || thing(c.headOf(all[0]))) {
			victims = c.group(all[0])
			if first := c.mentions[all[0]].first; (t.attrs["type"] == "bombing" || t.rule.id == "executed.ar") && len(doers) == 0 && !c.governed(all[0]) && !c.headed(all[0]) && c.titlesOnly(i+1, first) { // «زرع العبوة المدعو طالب»
				doers = victims
			}
		}
		return doers, without(victims, doers)
	}
	return nil, nil
}

// sender returns who sends whom to an act told as an Arabic noun: «كلف طالب المدعو فراس باغتيال», «أوعز طالب إلى فراس بقتل».
func (c *clause) sender(t trigger) []int {
	for i := len(c.triggers) - 1; i >= 0; i-- {
		o := c.triggers[i]
		if o.class != "cause" || o.last > t.first || t.first-o.last > 12 || !c.tokens[o.first].IsArabic() || c.broken(o.last, t.first) || c.eventBetween(o.last, t.first) {
			continue
		}
		all := c.persons(o.last, t.first)
		if c.suffixed(o) { // «قال طالب إن فراس أمره بقتل»
			all = c.plainSubject(o.first)
			if first := c.persons(c.s.Start, o.first); len(first) > 0 && c.speaks(first[0]) && !c.official(first[0]) {
				all = c.union(all, first[:1])
			}
			return all
		}
		if len(all) == 0 || c.mentions[all[0]].first-o.last > 3 {
			all = c.union(c.subject(o.first), all)
		}
		return all
	}
	return nil
}

// suffixed reports whether an Arabic verbal noun has a pronoun: «لتعذيبه سنان» names its doer by it, «بقتله» its victim.
func (c *clause) suffixed(t trigger) bool {
	w := c.tokens[t.last-1]
	return w.IsArabic() && len(w.Folded) > 6 && strings.HasSuffix(w.Folded, "ه") && !strings.HasSuffix(w.Text, "ة")
}

// lateDoers returns the subject of an Arabic verb of taking part that stands after the incident and its victim: «نفذ عملية اغتيال سنان
// كل من طالب وفراس».
func (c *clause) lateDoers(part, t trigger, victims []int) []int {
	switch strings.TrimPrefix(c.tokens[part.first].Folded, "و") {
	case "امر":
		if f := c.token(part.first - 1).Folded; f != "الذي" && f != "اللي" {
			return nil
		}
	case "نفذ", "ارتكب", "قاد", "نفذت", "شارك", "اشترك", "خطط", "قام", "نفذها", "ارتكبت":
	default:
		return nil
	}
	from := t.last
	if len(victims) > 0 {
		from = max(from, c.mentions[victims[len(victims)-1]].last)
	}
	all := c.persons(from, min(c.s.End, from+10))
	if len(all) == 0 {
		return nil
	}
	m := &c.mentions[all[0]]
	if c.governed(all[0]) && c.token(m.first-1).Folded != "من" || c.actsBetween(from, m.first) {
		return nil
	}
	for i := from; i < m.first; i++ {
		if t := c.tokens[i]; t.Text == "،" || t.Text == "؛" {
			return nil
		}
	}
	return c.group(all[0])
}

// actsBetween reports whether an incident or a proceeding is told between two tokens.
func (c *clause) actsBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if c.actsHere(i) {
			return true
		}
	}
	return false
}

// actsHere reports whether a word of an act or a proceeding begins at token i.
func (c *clause) actsHere(i int) bool {
	for _, t := range c.triggers {
		if t.first == i && (t.class == "event" || t.class == "arrest" || t.class == "pay" || t.class == "sentence" || t.class == "release") {
			return true
		}
	}
	return false
}

// seer returns whom an Arabic verb of seeing has for its subject when what is seen follows it: «قال فراس إنه رأى طالب يقتل».
func (c *clause) seer(part trigger) []int {
	if part.attrs["role"] != sanad.Witness {
		return nil
	}
	if who := c.embedded(part.first); len(who) > 0 {
		return who
	}
	return nil
}

// tookPart reports whether a folded Arabic word is a verb of taking part, in the singular.
func tookPart(f string) bool {
	switch f {
	case "شارك", "اشترك", "ساهم", "نفذ", "قاد", "اشرف", "تورط", "ارتكب", "اعترف", "اقر", "متهم", "مطلوب", "خطط", "اقدم", "شاركت", "اشتركت":
		return true
	}
	return false
}
