package extract

import (
	"slices"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// Who had a part in an incident is often told beside the verb's own frame: with whom it was done, who sent the doer, who was
// known as the man who did it, whom a family accuses of it.

// withOthers adds to the doers or victims of an incident those whom a word of company names with them.
func (c *clause) withOthers(t, part trigger, limit int, who *cast) {
	doers := &who.perpetrators
	if len(who.suspects) > 0 {
		doers = &who.suspects
	}
	from := t.last
	if len(*doers) > 0 {
		if k := (*doers)[len(*doers)-1]; c.mentions[k].last <= t.first { // "Ahmed, together with Omar, shot …"
			*doers = c.union(*doers, c.fellows(c.mentions[k].last, t.first))
		}
		if part.rule != nil && part.last < t.first {
			*doers = c.union(*doers, c.fellows(part.first, t.first))
		}
	}
	victim := -1
	for _, k := range who.victims {
		if m := &c.mentions[k]; m.first >= t.last && m.first < limit && m.last > from {
			from, victim = m.last, m.last
		}
	}
	to := min(limit, from+14, c.s.End)
	if len(*doers) > 0 {
		if victim >= 0 && c.sameFate(victim) {
			who.victims = c.union(who.victims, c.fellows(victim, min(victim+6, to)))
			return
		}
		*doers = c.union(*doers, without(c.fellows(from, to), who.victims))
		return
	}
	if len(who.victims) > 0 {
		who.victims = c.union(who.victims, c.fellows(from, to))
	}
}

// sameFate reports whether a victim at whose end a word of company stands shares his fate with whom it names: "shot Ahmed along
// with his son", «قتل أحمد مع ابنه»; "shot Ahmed with Omar" tells of the doers.
func (c *clause) sameFate(at int) bool {
	switch c.token(at).Folded {
	case "along", "together":
		return true
	case "with", "مع":
		return c.kinWord(at + 1)
	}
	return false
}

// union returns the persons of both lists, once each.
func (c *clause) union(a, b []int) []int {
	out := slices.Clone(a)
	for _, k := range b {
		if !slices.ContainsFunc(out, func(o int) bool { return c.mentions[o].entity == c.mentions[k].entity }) {
			out = append(out, k)
		}
	}
	return out
}

// fellows returns the persons named after a word of company between two tokens: "with Omar", «بالاشتراك مع عمر». The word must
// follow a name, a place, a date, a comma or the word of the act, so that a dispute, a meeting or contact "with Omar" is none.
func (c *clause) fellows(from, to int) []int {
	for i := from; i < to; i++ {
		n := 0
		switch c.tokens[i].Folded {
		case "with", "alongside":
			n = 1
			switch c.token(i - 1).Folded {
			case "together", "along", "jointly", "part", "participated", "participating", "it", "conspired", "conspiring", "acting", ",", "so", "him", "her", "accomplices", "accomplice":
			default:
				if !c.closes(i-1, from) {
					n = 0
				}
			}
		case "مع", "برفقه", "بصحبه", "بمساعده", "بمعيه", "رفقه", "بمشاركه", "ومعه", "ويه", "بمعاونه", "وبمساعده", "وبرفقه":
			n = 1
			switch c.token(i - 1).Folded {
			case "لاشتراكه", "باشتراكه", "اشتراكه", "لتعاونه", "بالاشتراك", "بالتعاون", "بالتنسيق", "سويه", "بالمشاركه", "بالاتفاق", "،":
			default:
				if c.tokens[i].Folded == "مع" && !c.closes(i-1, from) && i != from {
					n = 0
				}
			}
		case ";", "؛", ":", "but", "while", "when", "after", "before", "بعد", "قبل", "بينما", "عندما", "ثم", "who", "which":
			return nil
		}
		if n == 0 {
			continue
		}
		all := c.persons(i+1, min(c.s.End, i+8))
		if len(all) == 0 || c.official(all[0]) || !c.titlesOnly(i+1, c.mentions[all[0]].first) {
			continue
		}
		if t := c.token(c.mentions[all[0]].last); t.Text == "'" || t.Text == "’" {
			continue
		}
		return c.group(all[0])
	}
	return nil
}

// closes reports whether a name, a place, a date, or a word of an act ends at token i.
func (c *clause) closes(i, from int) bool {
	if i < from {
		return true
	}
	if c.at(i) >= 0 || c.dated[i] || thing(strings.TrimPrefix(c.tokens[i].Folded, "ال")) {
		return true
	}
	return slices.ContainsFunc(c.triggers, func(t trigger) bool { return (t.class == "event" || t.class == "part") && t.last-1 == i })
}

// titlesOnly reports whether nothing but titles, kinship and words before a name stands between two tokens.
func (c *clause) titlesOnly(from, to int) bool {
	for i := from; i < to; i++ {
		t := c.tokens[i]
		switch f := t.Folded; {
		case len(f) > 6 && strings.HasPrefix(f, "ال") && t.IsArabic() && i-from < 3 && !thing(strings.TrimPrefix(f, "ال")):
		case c.lex.is("title_en", f), c.lex.is("title_ar", f), c.kinWord(i), t.Kind == text.Punctuation && t.Text != ".", c.isTrade(i):
		default:
			switch f {
			case "his", "her", "their", "the", "my", "our", "a", "an", "other", "another", "man", "men", "two", "three", "named", "called", "one", "كل", "من", "المدعو", "المدعوين", "المتهم", "المتهمين", "شخص", "شاب", "رجل", "واحد", "منتسب", "موظف", "جندي", "شرطي", "مواطن", "مسلح", "عنصر", "ضابط", "يدعي", "اخر", "كلا", "المدان", "المجني", "عليه", "accused", "defendant", "co-defendant", "accomplice", "accomplices", "brothers", "colleague", "colleagues", "neighbour", "friend", "driver", "bodyguard", "جاره", "زميله", "صديقه", "سايقه", "مرافقه", "اشقايه", "ولديه", "شقيقيه":
			default:
				return false
			}
		}
	}
	return true
}

// isTrade reports whether a word of a trade stands at token i.
func (c *clause) isTrade(i int) bool {
	_, n := c.rules.match(c.page, i, "trade")
	return n > 0
}

// infinitive returns who does what an English verb after "to" says: whom somebody ordered, hired or sent to do it and who did
// so, or of whom it is believed. to is the token of "to".
func (c *clause) infinitive(to int) []int {
	if f := c.token(to - 1).Folded; f == "order" || f == "orders" { // "the order to kill him came from Talib"
		for i := to; i < c.s.End && i < to+14; i++ {
			switch c.tokens[i].Folded {
			case "came", "given", "signed", "issued":
				if f := c.token(i + 1).Folded; f == "by" || f == "from" {
					return c.firstAfter(i+2, 6)
				}
			}
		}
		for i := to - 2; i >= c.s.Start && i > to-5; i-- {
			switch c.tokens[i].Folded {
			case "gave", "issued", "signed", "given":
				return c.subject(i)
			}
		}
	}
	if o, n := c.rules.match(c.page, to-1, "raise"); n > 0 && o.last == to {
		return c.subject(o.first)
	}
	for i := len(c.triggers) - 1; i >= 0; i-- {
		o := c.triggers[i]
		if o.last > to || to-o.last > 10 || c.broken(o.last, to) || c.tokens[o.first].IsArabic() {
			continue
		}
		switch o.class {
		case "cause":
			sender := c.subject(o.first)
			if c.passive(o) {
				return c.union(sender, c.by(o.last))
			}
			if f := c.token(o.last).Folded; f == "him" || f == "her" {
				return c.union(sender, c.objectPronoun(o.first, sender))
			}
			if all := c.persons(o.last, to); len(all) > 0 && c.mentions[all[len(all)-1]].last == to && !c.governed(all[len(all)-1]) {
				return c.union(sender, all)
			}
			return sender
		}
	}
	return nil
}

// knownAs returns who is called by a headless noun: "identified Talib as the man who shot Ahmed". who is the relative pronoun's token.
func (c *clause) knownAs(who int) []int {
	for i := who - 1; i > c.s.Start && i > who-8; i-- {
		t := c.tokens[i]
		if t.Folded == "as" {
			if c.token(i-1).Text == "," {
				i--
			}
			if k := c.at(i - 1); k >= 0 && c.mentions[k].kind == person && c.token(c.mentions[k].first-1).Folded != "by" {
				return []int{k}
			}
			for j := i - 1; j > c.s.Start && j > i-12; j-- { // "was identified by a neighbour as one of the men who"
				switch c.tokens[j].Folded {
				case "identified", "named", "recognised", "recognized", "described":
					if c.passive(trigger{rule: hurtRule, first: j, last: j + 1}) {
						return c.subject(j)
					}
					return nil
				}
			}
			return nil
		}
		if t.Kind != text.Word || c.at(i) >= 0 {
			return nil
		}
	}
	return nil
}

// accusedOf returns whom a word of accusation before an incident names, and who the incident's victim is when only a pronoun says so:
// "the family of Ahmed accuses Talib of his murder", «اتهم أهل أحمد المدعو طالب بقتله».
func (c *clause) accusedOf(t trigger) (suspects, victims []int) {
	for i := len(c.triggers) - 1; i >= 0; i-- {
		o := c.triggers[i]
		if o.class != "accuse" || o.last > t.first || t.first-o.last > 14 || c.broken(o.last, t.first) {
			continue
		}
		arabic := c.tokens[o.first].IsArabic()
		if arabic && strings.HasSuffix(c.tokens[o.last-1].Folded, "ه") && c.tokens[o.last-1].Folded != "متهمه" {
			return c.accusedHim(o, t)
		}
		if !arabic && c.token(o.last).Folded == "of" { // "stood accused of taking Ahmed and of beating Omar": whom is told before
			continue
		}
		all := c.persons(o.last, t.first)
		if !arabic && c.passive(o) {
			return c.subject(o.first), c.by(o.last)
		}
		for len(all) > 0 && c.family(all[0]) { // «أهل أحمد»: who accuses
			victims, all = all[:1], all[1:]
		}
		if arabic && len(victims) == 0 { // «اتهم أحمد المدعو طالب»
			for n := 1; n < len(all); n++ {
				if !c.joined(all[n-1], all[n]) && !c.governed(all[n]) {
					victims, all = all[:n], all[n:]
					break
				}
			}
		}
		for len(all) > 0 && c.governed(all[0]) && !arabic {
			all = all[1:]
		}
		if len(all) == 0 {
			return nil, nil
		}
		if !arabic {
			for _, k := range c.persons(max(c.s.Start, o.first-8), o.first) {
				victims = []int{k}
			}
		}
		return c.group(all[0]), victims
	}
	return nil, nil
}

// family reports whether a mention only says whose family is meant: "relatives of Ahmed", «عائلة أحمد».
func (c *clause) family(k int) bool {
	switch f := c.headOf(k); f {
	case "family", "relatives", "brother", "brothers", "father", "mother", "wife", "widow", "sons", "son", "cousins", "kin", "parents", "tribe", "relative", "lawyer":
		return true
	default:
		return f != "" && c.tokens[c.mentions[k].first].IsArabic() && !thing(f)
	}
}

// ownVictim reports whether the words of an incident leave its victim to a pronoun: "his murder", "the killing", «قتله».
func (c *clause) ownVictim(t trigger) bool {
	if !c.tokens[t.first].IsArabic() {
		f := c.token(t.last).Folded
		return f != "of" && c.token(t.last-1).Folded != "of" || f == "him" || f == "her"
	}
	return strings.HasSuffix(c.tokens[t.last-1].Folded, "ه") && !strings.HasSuffix(c.tokens[t.last-1].Text, "ة") || len(c.persons(t.last, min(t.last+5, c.s.End))) == 0
}

// arrestedFor returns who was taken for the incident that trigger t tells of: "arrested Ahmed for the attack", «القبض على أحمد
// لضلوعه في الهجوم». Words of time between tell of another matter.
func (c *clause) arrestedFor(t trigger) []int {
	for i := len(c.triggers) - 1; i >= 0; i-- {
		o := c.triggers[i]
		if o.class != "arrest" || o.last > t.first || t.first-o.last > triedReach || c.turns(o.last, t.first) {
			continue
		}
		about := false
		for j := o.last; j <= t.first; j++ {
			switch f := c.tokens[j].Folded; f {
			case "for", "over", "connection", "suspicion", "charges", "role", "involvement", "بتهمه", "لقيامه", "لتورطه", "لضلوعه", "لاشتراكه", "لمشاركته", "خلفيه", "للاشتباه", "بشبهه", "لارتكابه", "لقيامهم", "لتورطهم", "لتورطهما", "لضلوعهم", "لقيامهما", "لاشتراكهم", "لاشتراكهما", "المتهم", "المتهمين", "المطلوب", "لاتهامه", "لتنفيذه", "لقتله", "لخطفه", "لاتهامهما":
				about = j < t.first || t.skip > 0
			case "after", "before", "when", "since", "following", "بعد", "قبل", "منذ", "اثر", "who", "said":
				return nil
			}
		}
		if !about {
			return nil
		}
		var out []int
		for _, k := range c.outcomeSubjects(o) {
			if !c.official(k) && c.mentions[k].first < t.first {
				out = append(out, k)
			}
		}
		return out
	}
	return nil
}

// verbLike reports whether an English word that is noun and verb is the verb here: a name stands right before and after it ("saw
// Khalid torture Ahmed").
func (c *clause) verbLike(t trigger) bool {
	if t.last-t.first != 1 || c.tokens[t.first].IsArabic() {
		return false
	}
	k := c.at(t.first - 1)
	if k < 0 || c.mentions[k].kind != person {
		return false
	}
	switch c.tokens[t.first].Folded {
	case "torture", "murder", "massacre", "attack", "ambush", "assault", "mistreat", "bomb":
		return len(c.object(t.last, 3)) > 0
	}
	return false
}

// namesOf returns the names a count of victims is spelt out with: "Three people were killed: A, B and C".
func (c *clause) namesOf(from int) []int {
	for i := from; i < c.s.End && i < from+14; i++ {
		switch c.tokens[i].Text {
		case ":", "–", "—":
			all := c.persons(i+1, c.s.End)
			if len(all) > 0 && c.titlesOnly(i+1, c.mentions[all[0]].first) {
				return c.group(all[0])
			}
			return nil
		case ";", "؛":
			return nil
		}
		if c.at(i) >= 0 && c.mentions[c.at(i)].kind == person {
			return nil
		}
	}
	return nil
}

// notDoers takes those who have a nearer part off the witnesses.
func (x *cast) notDoers() {
	x.witnesses = without(without(without(x.witnesses, x.victims), x.perpetrators), x.suspects)
}

// onlyWanted reports whether an English infinitive says of an act that somebody threatened or wanted it, not that it was done.
func (c *clause) onlyWanted(t trigger) bool {
	to := c.groupStart(t.first) - 1
	if c.token(to).Folded != "to" || t.attrs["form"] != "verb" {
		return false
	}
	for i := to - 1; i >= c.s.Start && i >= to-3; i-- {
		switch c.tokens[i].Folded {
		case "threatened", "threatening", "threat", "threats", "vowed", "wanted", "refused", "promised", "swore", "threatens", "declined", "wanting":
			return true
		}
		if c.at(i) >= 0 && c.mentions[c.at(i)].kind != person {
			break
		}
	}
	return false
}

// drivenOut reports whether it is people whom a verb with "out" tells of.
func (c *clause) drivenOut(t trigger) bool {
	for i := max(c.s.Start, t.first-8); i < t.last+9 && i < c.s.End; i++ {
		switch c.tokens[i].Folded {
		case "family", "families", "residents", "villagers", "inhabitants", "people", "them", "us", "him", "household", "households":
			return true
		}
	}
	return c.passive(t)
}

// attempted reports whether a killing was only tried: "tried to kill", «حاول قتل».
func (c *clause) attempted(t trigger) bool {
	if t.attrs["type"] != "killing" {
		return false
	}
	for i := max(c.s.Start, t.first-3); i < t.first; i++ {
		switch c.tokens[i].Folded {
		case "tried", "attempted", "attempting", "trying", "attempt", "حاول", "حاولوا", "محاوله", "بمحاوله", "لمحاوله", "حاولت", "ومحاوله", "الشروع":
			return true
		}
	}
	return false
}

// subjected casts a noun of an incident that a verb of doing governs: "subjected Ahmed to torture", "gave Ahmed electric shocks".
func (c *clause) subjected(t trigger, who *cast) {
	for i := t.first - 1; i >= c.s.Start && i > t.first-9; i-- {
		switch c.tokens[i].Folded {
		case "subjected", "gave", "dealt", "inflicted", "received", "suffered", "underwent", "endured":
		case ".", ";":
			return
		default:
			continue
		}
		verb := trigger{rule: t.rule, first: i, last: i + 1}
		switch f := c.tokens[i].Folded; {
		case f == "received" || f == "suffered" || f == "underwent" || f == "endured":
			who.victims = c.subject(i)
			who.perpetrators = without(c.union(who.perpetrators, c.from(t.last)), who.victims)
		case c.passive(verb):
			who.victims = c.subject(i)
		default:
			object := c.object(i+1, 4)
			if len(object) == 0 && (c.token(i+1).Folded == "him" || c.token(i+1).Folded == "her") {
				object = c.objectPronoun(i, c.subject(i))
			}
			if len(object) > 0 {
				who.victims, who.perpetrators = object, c.subject(i)
			}
		}
		return
	}
}

// from returns the persons right after "from" at a token.
func (c *clause) from(pos int) []int {
	switch c.token(pos).Folded {
	case "from", "من":
		return c.firstAfter(pos+1, 4)
	}
	return nil
}

// ownedByPronoun returns whose house or car a pronoun leaves to the words before: "burned his house", «أحرقوا داره».
func (c *clause) ownedByPronoun(t trigger, doers []int) []int {
	arabic := c.tokens[t.first].IsArabic()
	for i := t.last - 1; i < t.last+5 && i < c.s.End; i++ {
		f := c.tokens[i].Folded
		owned := false
		if arabic {
			owned = len(f) > 6 && strings.HasSuffix(f, "ه") && !strings.HasSuffix(c.tokens[i].Text, "ة") && ownThing(f)
		} else {
			owned = (f == "his" || f == "her") && (thing(c.token(i+1).Folded) || thing(c.token(i+2).Folded))
		}
		if c.at(i) >= 0 {
			return nil
		}
		if !owned {
			continue
		}
		all := c.persons(c.s.Start, t.first)
		for n := len(all) - 1; n >= 0; n-- {
			if len(without(all[n:n+1], doers)) > 0 && !c.official(all[n]) {
				return all[n : n+1]
			}
		}
		if len(doers) == 0 && c.lastWho >= 0 && len(all) == 0 || len(all) > 0 && len(doers) > 0 && c.lastWho >= 0 && c.mentions[c.lastWho].first < c.s.Start && len(without([]int{c.lastWho}, doers)) > 0 {
			return []int{c.lastWho}
		}
		return nil
	}
	return nil
}

// ownThing reports whether a folded Arabic word is a thing of his: «داره», «سيارته».
func ownThing(f string) bool {
	if len(f) > 8 && (strings.HasPrefix(f, "ب") || strings.HasPrefix(f, "ل") || strings.HasPrefix(f, "و")) && ownThing(f[2:]) {
		return true
	}
	f = strings.TrimSuffix(f, "ه")
	return thing(f) || strings.HasSuffix(f, "ت") && thing(strings.TrimSuffix(f, "ت")+"ه")
}

// seekers returns whom the law looks for over the incident of trigger t: "are seeking Talib over the murder".
func (c *clause) seekers(t trigger) []int {
	for i := len(c.triggers) - 1; i >= 0; i-- {
		o := c.triggers[i]
		if o.class != "seek" || o.last > t.first || t.first-o.last > triedReach || c.turns(o.last, t.first) {
			continue
		}
		about := false
		for j := o.last; j < t.first; j++ {
			switch c.tokens[j].Folded {
			case "for", "over", "connection", "suspicion", "role", "about", "as":
				about = true
			case "after", "before", "when", "since", "following", "said":
				return nil
			}
		}
		if !about {
			return nil
		}
		if c.passive(o) {
			return c.subject(o.first)
		}
		return c.object(o.last, 5)
	}
	return nil
}

// foiled casts those taken while an attack is prevented: they are its suspects.
func (c *clause) foiled(told []trigger) {
	if len(c.events) == 0 {
		return
	}
	e := &c.events[c.recent]
	if e.kind != "failed_plot" || !e.foiled || c.s.Start-e.at > castReach/2 || c.letGo() {
		return
	}
	for _, t := range c.triggers {
		if t.class != "arrest" {
			continue
		}
		for _, k := range c.outcomeSubjects(t) {
			if c.mentions[k].first >= c.s.Start && !c.official(k) {
				c.participation(e, k, sanad.Suspect, c.polarityAt(t.first, t.last), t, t.rule.id)
			}
		}
	}
}

// prevented reports whether the words say that an attack was prevented: "foiled plot", «إحباط مخطط».
func (c *clause) prevented(t trigger) bool {
	if t.attrs["type"] != "failed_plot" {
		return false
	}
	for i := max(c.s.Start, t.first-4); i < min(c.s.End, t.last+3); i++ {
		switch c.tokens[i].Folded {
		case "foiled", "thwarted", "prevented", "uncovered", "discovered", "foil", "foils", "disrupted", "averted", "احباط", "احبطت", "احبط", "المحبط", "كشف", "باحباط", "افشال", "افشلت":
			return true
		}
	}
	return false
}

// levied casts an extortion by the verbs of money beside its word: who takes, imposes or collects and from or on whom; who pays and to
// whom; who makes whom pay.
func (c *clause) levied(t trigger, who *cast) {
	lo, hi := max(c.s.Start, t.first-8), min(c.s.End, t.last+10)
	for i := lo; i < hi && c.speaker >= 0; i++ {
		switch c.tokens[i].Folded {
		case "مني", "منا", "علينا", "me":
			who.victims = c.self()
		}
	}
	for i := lo; i < hi; i++ {
		f := c.tokens[i].Folded
		if k := c.at(i); k >= 0 && c.mentions[k].kind == person {
			continue
		}
		if len(f) > 4 && strings.HasPrefix(f, "و") && levyVerb(f) == 0 {
			f = f[2:]
		}
		verb := trigger{rule: t.rule, first: i, last: i + 1}
		switch levyVerb(f) {
		case takes:
			who.perpetrators, who.victims = c.levyDoers(i), c.levyParty(i+1, "from", "on", "من", "علي")
			for j := i + 1; j < i+9 && j < c.s.End && len(who.victims) == 0; j++ {
				if f := c.tokens[j].Folded; c.tokens[j-1].Folded == "from" && (f == "him" || f == "her") || f == "منه" {
					who.victims = c.objectPronoun(i, who.perpetrators)
				}
			}
			if c.passiveVerb(verb) {
				who.perpetrators = c.by(i + 1)
				if f != "collected" && f != "imposed" && f != "levied" && f != "demanded" && f != "exacted" {
					who.victims = c.subject(i)
				}
			} else if len(who.victims) == 0 && (strings.HasPrefix(f, "extort") || strings.HasPrefix(f, "squeez") || f == "ابتز" || f == "يبتز") {
				who.victims = without(c.persons(i+1, min(c.s.End, i+7)), who.perpetrators)
			}
		case gives:
			who.victims, who.perpetrators = c.levyDoers(i), c.levyParty(i+1, "to", "الي", "ل")
			if c.refused(i) {
				who.perpetrators, who.victims = nil, nil
			}
		case makes:
			if c.passiveVerb(verb) {
				who.victims, who.perpetrators = c.subject(i), c.union(c.by(i+1), c.levyParty(i+1, "to"))
				break
			}
			who.perpetrators = c.levyDoers(i)
			if taker := c.levyParty(i+1, "الي", "ل"); c.tokens[i].IsArabic() && len(taker) > 0 && len(c.persons(i+1, c.mentions[taker[0]].first)) == len(who.perpetrators) {
				who.victims, who.perpetrators = who.perpetrators, taker // «أجبر سنان على دفع إتاوة لطالب»
				break
			}
			after := c.persons(i+1, min(hi, i+10))
			if c.tokens[i].IsArabic() && len(after) > 1 && c.mentions[after[0]].first == i+1 && !c.joined(after[0], after[1]) {
				after = after[1:]
			}
			if len(after) > 0 && len(without(after[:1], who.perpetrators)) > 0 {
				who.victims = c.group(after[0])
			}
		case runs:
			who.perpetrators = c.levyDoers(i)
		default:
			continue
		}
		who.victims = without(who.victims, who.perpetrators)
		return
	}
}

// What a verb of money does with a levy.
const (
	takes = iota + 1
	gives
	makes
	runs
)

func levyVerb(f string) int {
	switch f {
	case "extorted", "extort", "extorting", "collected", "collecting", "collects", "took", "taking", "takes", "demanded", "demanding", "demands", "imposed", "imposing", "imposes", "levied", "levying", "squeezed", "exacted",
		"اخذ", "ياخذ", "جبي", "يجبي", "فرض", "فرضوا", "يفرض", "تقاضي", "يتقاضي", "استوفي", "يستوفي", "ابتز", "يبتز", "طلب", "طالب", "قبض", "جمع", "يجمع", "استحصل", "يلم", "يلمون", "يستحصل", "يطالب", "يفرضون", "يجبون":
		return takes
	case "paid", "paying", "pays", "handed", "gave", "دفع", "يدفع", "دفعت", "ندفع":
		return gives
	case "forced", "forcing", "made", "compelled", "obliged", "coerced", "اجبر", "ارغم", "يجبر", "اجبروا", "الزم", "هدد":
		return makes
	case "ran", "runs", "running", "managed", "organised", "organized", "headed", "ادار", "يدير", "ادارت":
		return runs
	}
	return 0
}

// levyDoers returns whose verb of money it is.
func (c *clause) levyDoers(i int) []int {
	if !c.tokens[i].IsArabic() {
		return c.subject(i)
	}
	if who := c.object(i+1, 3); len(who) > 0 {
		return who
	}
	return c.plainSubject(i)
}

// levyParty returns the persons after the first of some prepositions; «ل» is written to the name.
func (c *clause) levyParty(from int, words ...string) []int {
	for i := from; i < c.s.End && i < from+12; i++ {
		for _, w := range words {
			if c.tokens[i].Folded == w {
				if all := c.persons(i+1, min(c.s.End, i+7)); len(all) > 0 && c.titlesOnly(i+1, c.mentions[all[0]].first) {
					return c.group(all[0])
				}
			}
		}
		if k := c.at(i); k >= 0 && c.mentions[k].first == i && c.mentions[k].kind == person && c.mentions[k].span.Start > c.tokens[i].Span.Start {
			if r := []rune(c.tokens[i].Folded)[0]; r == 'ل' && words[len(words)-1] == "ل" {
				return c.group(k)
			}
		}
	}
	return nil
}

// passiveVerb reports whether an English verb that is no trigger of its own is passive.
func (c *clause) passiveVerb(t trigger) bool {
	return !c.tokens[t.first].IsArabic() && c.groupStart(t.first) < t.first && c.passive(t)
}

// refused reports whether a payment was refused.
func (c *clause) refused(i int) bool {
	for j := max(c.s.Start, i-4); j < i; j++ {
		switch c.tokens[j].Folded {
		case "refused", "refusing", "refuse", "unless", "رفض", "يرفض", "لم", "not", "never":
			return true
		}
	}
	return false
}

// plotters returns who plans what a word of a plot says, and against whom: "Talib planned to kill Ahmed", «خطط طالب لاغتيال أحمد».
func (c *clause) plotters(t trigger) (who, target []int) {
	first := c.tokens[t.first].Folded
	switch first {
	case "planned", "plotted", "planning", "plotting", "preparing", "prepared", "conspired", "conspiring", "intended", "plan", "plot", "plans", "scheme", "conspiracy":
		target = c.object(t.last, 4)
		if strings.HasSuffix(first, "ed") || strings.HasSuffix(first, "ing") && c.token(t.first-1).Kind == text.Word {
			who = c.subject(t.first)
		}
	case "foiled", "thwarted", "prevented":
		for i := t.last; i < t.last+5 && i < c.s.End; i++ {
			switch c.tokens[i].Folded {
			case "kill", "assassinate", "murder", "target", "kidnap", "on", "against":
				target = c.firstAfter(i+1, 4)
			}
		}
	case "خطط", "يخطط", "خططوا", "تامر", "تامروا":
		if who = c.object(t.last, 3); len(who) == 0 {
			who = c.plainSubject(t.first)
		}
	}
	return without(who, target), target
}

// lost returns the relatives a sentence says somebody lost in an incident: "lost his two brothers A and B in the massacre".
func (c *clause) lost(t trigger) []int {
	for i := t.first - 1; i >= c.s.Start && i > t.first-20; i-- {
		switch c.tokens[i].Folded {
		case "lost", "losing", "فقد", "فقدت", "فقدنا", "فقدوا":
		default:
			continue
		}
		all := c.persons(i+1, t.first)
		for n, k := range all {
			for j := max(i, c.mentions[k].first-4); j < c.mentions[k].first; j++ {
				if c.kinWord(j) || c.tokens[j].Folded == "ولديه" || c.tokens[j].Folded == "ولده" || c.tokens[j].Folded == "اولاده" || c.tokens[j].Folded == "ابناءه" {
					return c.group(all[n])
				}
			}
		}
		return nil
	}
	return nil
}

// clearedOf reports whether a court's acquittal governs a word of taking part: "acquitted of taking part in".
func (c *clause) clearedOf(part trigger) []int {
	for _, o := range c.triggers {
		if o.class == "verdict" && o.attrs["value"] == "acquitted" && o.last <= part.first && part.first-o.last <= 9 && !c.turns(o.last, part.first) {
			return c.outcomeSubjects(o)
		}
		if o.class == "release" && o.last <= part.first && part.first-o.last <= 14 && c.forWant(o.last, part.first) {
			return c.outcomeSubjects(o)
		}
	}
	return nil
}

// handled returns who dealt with the means of an incident: "drove the car used in", "planted the bomb which", «نقل المتفجرات».
func (c *clause) handled(t trigger) []int {
	for i := len(c.triggers) - 1; i >= 0; i-- {
		h := c.triggers[i]
		if h.class != "handle" || h.first > t.first || t.first-h.last > 9 || c.turns(h.last, t.first) || !c.means(h.last) {
			continue
		}
		for j := h.last; j < t.first; j++ {
			switch c.tokens[j].Folded {
			case "after", "before", "from", "بعد", "قبل", "when", "عندما":
				return nil
			}
		}
		return c.handlers(h)
	}
	return nil
}

// handlers returns the persons of whom a word of handling is said.
func (c *clause) handlers(h trigger) []int {
	if c.tokens[h.first].IsArabic() {
		if who := c.object(h.last, 3); len(who) > 0 && c.mentions[who[0]].first <= h.last+1 {
			return who
		}
		if who := c.union(c.relativeHead(h.first), c.embedded(h.first)); len(who) > 0 {
			return who
		}
		return c.subject(h.first)
	}
	if c.passiveVerb(h) {
		return c.by(h.last)
	}
	return c.subject(h.first)
}

// means reports whether a thing that serves an incident is named within a few tokens.
func (c *clause) means(i int) bool {
	for j := i; j < i+6 && j < c.s.End; j++ {
		f := c.tokens[j].Folded
		if len(f) > 4 {
			f = strings.TrimPrefix(f, "ال")
		}
		if thingOfAttack(f) {
			return true
		}
	}
	return false
}

// thingOfAttack reports whether a folded noun is of a thing that serves an attack.
func thingOfAttack(f string) bool {
	switch f {
	case "car", "vehicle", "truck", "motorcycle", "pickup", "van", "minibus", "bomb", "bombs", "explosives", "weapon", "weapons", "pistol", "rifle", "gun", "guns", "device", "charge", "mine", "mines", "vest", "belt", "detonator", "rockets", "mortar", "ied", "ieds",
		"سياره", "عجله", "مركبه", "دراجه", "عبوه", "عبوات", "متفجرات", "سلاح", "اسلحه", "مسدس", "حزام", "مواد", "لغم", "الغام", "صواريخ", "شاحنه", "مفخخه":
		return true
	}
	return false
}

// self returns who speaks in the first person, when the report says who that is.
func (c *clause) self() []int {
	if c.speaker < 0 {
		return nil
	}
	return []int{c.speaker}
}

// judges reports whether a mention is of one who judges or prosecutes.
func (c *clause) judges(k int) bool {
	for i := c.mentions[k].first - 1; i >= c.s.Start && i >= c.mentions[k].first-3; i-- {
		switch c.tokens[i].Folded {
		case "judge", "prosecutor", "justice", "القاضي", "قاضي", "القاضيه", "المدعي", "العام":
			return true
		}
	}
	return false
}

// feminine reports whether the word before a mention or the name itself is a woman's title: «المحامية عفاف».
func (c *clause) feminine(k int) bool {
	t := c.token(c.mentions[k].first - 1)
	return strings.HasSuffix(t.Text, "ة") && c.lex.is("title_ar", t.Folded)
}

// hurt takes those a sentence about an incident told before says were hurt: "was badly wounded", «فيما أصيب بائع الطماطم فلان».
func (c *clause) hurt(told []trigger) {
	if len(c.events) == 0 {
		return
	}
	e := &c.events[c.recent]
	if c.s.Start-e.at > castReach {
		return
	}
	if !deadly(e.kind) && e.kind != "killing" && e.kind != "destruction" {
		c.recognisedBy(e)
		return
	}
	for i := c.s.Start; i < c.s.End; i++ {
		f := c.tokens[i].Folded
		var who []int
		switch f {
		case "wounded", "injured", "hurt", "maimed", "burned":
			if c.passiveVerb(trigger{rule: hurtRule, first: i, last: i + 1}) {
				who = c.subject(i)
			}
		case "تعرف", "وتعرف", "تعرفت", "وتعرفت":
			c.recognisedOn(e, i)
		case "اصيب", "واصيب", "اصيبت", "واصيبت", "جرح", "وجرح", "بترت":
			if all := c.persons(i+1, min(c.s.End, i+6)); len(all) > 0 && c.descriptive(i+1, c.mentions[all[0]].first) && !c.headed(all[0]) && !c.governed(all[0]) {
				who = c.group(all[0])
			} else {
				who = c.relativeHead(i) // «خضر، الذي أصيب في كتفه»
			}
		}
		for _, k := range who {
			if !c.official(k) && c.mentions[k].entity >= 0 && c.polarityAt(i, i+1) != sanad.Denied {
				c.participation(e, k, sanad.Victim, sanad.Affirmed, trigger{rule: hurtRule, first: i, last: i + 1}, hurtRule.id)
			}
		}
	}
}

// recognisedOn takes whom «تعرّف … على فلان» says was recognised at an incident for one of its doers.
func (c *clause) recognisedOn(e *event, verb int) {
	for i := verb + 2; i < c.s.End && i < verb+7; i++ {
		if c.tokens[i].Folded != "علي" {
			continue
		}
		t := trigger{rule: hurtRule, first: verb, last: verb + 1}
		for _, k := range c.firstAfter(i+1, 3) {
			c.participation(e, k, sanad.Perpetrator, c.polarityAt(verb, verb+1), t, "perpetrator.recognised")
		}
		return
	}
}

var hurtRule = &rule{id: "victim.hurt", class: "part"}

// descriptive reports whether the words between two tokens only describe the name after them: «بائع الطماطم», «سائق الحافلة».
func (c *clause) descriptive(from, to int) bool {
	for i := from; i < to; i++ {
		t := c.tokens[i]
		if t.Kind != text.Word || preposition(t.Folded) || objectBreak(t.Folded) || c.actsHere(i) || c.kinWord(i) || c.genitiveKin(i) {
			return false
		}
		if _, ok := text.CountAt(c.tokens, i); ok {
			return false
		}
	}
	return to-from <= 3
}

// objectBreak reports whether a folded Arabic word ends the phrase of a verb and its subject.
func objectBreak(f string) bool {
	switch f {
	case "في", "من", "علي", "الي", "عن", "مع", "خلال", "اثناء", "عندما", "نجل", "اخرين", "اخرون", "اثر", "بجروح":
		return true
	}
	return false
}

// handledBefore takes who dealt with the means of an incident told before: "Omar provided the motorcycle".
func (c *clause) handledBefore(told []trigger) {
	if len(told) > 0 || len(c.events) == 0 || c.asks() {
		return
	}
	e := &c.events[c.recent]
	if c.s.Start-e.at > castReach/2 || !deadly(e.kind) && e.kind != "killing" && e.kind != "destruction" && e.kind != "kidnapping" && e.kind != "failed_plot" {
		return
	}
	for _, h := range c.triggers {
		if h.class != "handle" || c.insideMention(h) || c.forcedTo(h) || !c.definiteMeans(h.last) && !(c.passiveVerb(h) && c.definiteMeans(max(c.s.Start, c.groupStart(h.first)-4))) {
			continue
		}
		role := sanad.Perpetrator
		if c.accusedBefore(h.first) {
			role = sanad.Suspect
		}
		for _, k := range c.handlers(h) {
			if !c.official(k) && !c.speaks(k) {
				c.participation(e, k, role, c.polarityAt(h.first, h.last), h, h.rule.id)
			}
		}
	}
}

// forcedTo reports whether somebody was made to do what a word says: "was forced to drive the car", «أجبر على نقل السلاح».
func (c *clause) forcedTo(t trigger) bool {
	for i := max(c.s.Start, t.first-4); i < t.first; i++ {
		switch c.tokens[i].Folded {
		case "forced", "compelled", "coerced", "made", "اجبر", "اجبروه", "اجبره", "اجبرت", "مجبرا", "مجبورا", "اكره", "ارغم", "ارغموه":
			return true
		}
	}
	return false
}

// accusedBefore reports whether a word of accusation or suspicion governs the act at a token: «اتهم طالب بركن السيارة».
func (c *clause) accusedBefore(at int) bool {
	return slices.ContainsFunc(c.triggers, func(t trigger) bool {
		return (t.class == "accuse" || t.class == "part" && t.attrs["role"] == sanad.Suspect) && t.first < at && at-t.last <= 4 && !c.attributive(t) && !strings.HasPrefix(c.tokens[t.first].Folded, "ال")
	})
}

// definiteMeans reports whether "the car", «العبوة» or the like follows: one that was told of.
func (c *clause) definiteMeans(i int) bool {
	for j := i; j < i+4 && j < c.s.End; j++ {
		f := c.tokens[j].Folded
		if f == "the" && c.at(j+1) < 0 && (thingOfAttack(c.token(j+1).Folded) || thingOfAttack(c.token(j+2).Folded)) {
			return true
		}
		if c.tokens[j].IsArabic() && (strings.HasPrefix(f, "ال") && thingOfAttack(strings.TrimPrefix(f, "ال")) || strings.HasPrefix(f, "بال") && thingOfAttack(f[6:])) && c.at(j) < 0 {
			for n := i; n < j; n++ {
				if c.at(n) < 0 {
					return false
				}
			}
			return true
		}
	}
	return false
}

// sawIt takes who saw doers of an incident told before at it: «وأكد ماهر أنه رأى الرجلين يطلقان النار», "Omar saw the gunmen run away".
func (c *clause) sawIt(parts, told []trigger) {
	if len(told) > 0 || len(c.events) == 0 || c.asks() {
		return
	}
	e := &c.events[c.recent]
	if c.s.Start-e.at > castReach {
		return
	}
	for _, p := range parts {
		if f := c.tokens[p.first].Folded; (f == "survived" || f == "نجا" || f == "ونجا" || f == "نجت" || f == "ونجت") && p.last-p.first == 1 && (p.last >= c.s.End || c.tokens[p.last].Kind != text.Word || len(c.object(p.last, 2)) > 0) {
			for _, k := range c.partSubject(p) {
				if !e.parts[string(c.entityOf(k))+sanad.Victim] {
					c.participation(e, k, sanad.Witness, c.polarityAt(p.first, p.last), p, p.rule.id)
				}
			}
			continue
		}
		if p.attrs["role"] != sanad.Witness || p.attrs["after"] != "" || p.attrs["self"] != "" || !c.violent(p.last) {
			continue
		}
		who := c.partSubject(p)
		if len(who) == 0 {
			who = c.seer(p)
		}
		if len(who) == 0 {
			who = c.subject(p.first)
		}
		if k := c.at(p.last); k >= 0 && c.mentions[k].kind == person && deadly(e.kind) || k >= 0 && e.kind == "killing" { // "saw Omar fire"
			switch c.token(c.mentions[k].last).Folded {
			case "fire", "shoot", "firing", "shooting", "stab", "open":
				c.participation(e, k, sanad.Perpetrator, c.polarityAt(p.first, p.last), p, p.rule.id)
			}
		}
		for _, k := range who {
			if !c.judges(k) && !e.parts[string(c.entityOf(k))+sanad.Victim] && !e.parts[string(c.entityOf(k))+sanad.Perpetrator] {
				c.participation(e, k, sanad.Witness, c.polarityAt(p.first, p.last), p, p.rule.id)
			}
		}
	}
}

// violent reports whether what is seen after a token is the deed or its doers.
func (c *clause) violent(from int) bool {
	for i := from; i < c.s.End && i < from+14; i++ {
		switch c.tokens[i].Folded {
		case "gunmen", "attackers", "killer", "killers", "kidnappers", "shoot", "shooting", "fire", "fired", "firing", "attack", "execution", "sword", "beaten", "kill", "killing",
			"القاتل", "المسلحين", "المهاجمين", "يطلق", "يطلقان", "يطلقون", "يضربه", "يضربونه", "الرجلين", "السيف", "الحادث", "الجريمه", "يقتل", "يركض", "يهرب", "يهربان", "الخاطفين", "يقتادون", "يذبح":
			return true
		case ".", ";", "؛":
			return false
		}
	}
	return false
}

// otherCrime reports whether an incident of another kind than e's was told in the report.
func (c *clause) otherCrime(e *event) bool {
	for i := range c.events {
		if c.events[i].kind != e.kind {
			return true
		}
	}
	return false
}

// clearedKnown takes an acquittal that names no matter for one of the incident told before, and a suspicion that leaves the incident to
// a pronoun: «واعتقل طالب للاشتباه بتورطه».
func (c *clause) clearedKnown(parts []trigger) {
	e := &c.events[c.recent]
	if c.s.Start-e.at > castReach || c.asks() {
		return
	}
	for _, t := range c.triggers {
		switch {
		case t.class == "verdict" && t.attrs["value"] == "acquitted" && !c.otherMatter(t.last) && !(len(c.events) > 1 && c.numberedItem()):
		case t.class == "release" && c.forWant(t.last, c.s.End):
		default:
			continue
		}
		for _, k := range c.outcomeSubjects(t) {
			if !e.parts[string(c.entityOf(k))+sanad.Suspect] && !e.parts[string(c.entityOf(k))+sanad.Perpetrator] && (e.kind == "torture" || len(c.events) > 1 && c.otherCrime(e) || t.class == "release" && c.tokens[c.s.Start].Kind != text.Word) {
				continue // a prisoner who was beaten has his own matter, and so has an item of a list; of several crimes it may be any
			}
			if c.mentions[k].first >= c.s.Start && !c.official(k) && c.mentions[k].entity >= 0 {
				c.participation(e, k, sanad.Perpetrator, sanad.Denied, t, t.rule.id)
			}
		}
	}
	for _, p := range parts {
		if w := c.tokens[p.last-1]; p.attrs["after"] != "" || p.attrs["self"] != "" || !w.IsArabic() || !c.suffixed(p) || p.last < c.s.End && c.tokens[p.last].Kind == text.Word {
			continue
		}
		for _, k := range c.partSubject(p) {
			c.participation(e, k, p.attrs["role"], c.polarityAt(p.first, p.last), p, p.rule.id)
		}
	}
}

// otherMatter reports whether the words after an acquittal name what it was of.
func (c *clause) otherMatter(from int) bool {
	for i := from; i < c.s.End && i < from+12; i++ {
		switch c.tokens[i].Folded {
		case "of", "charge", "charges", "membership", "belonging", "financing", "من", "تهمه", "مما", "بالانتماء", "بتمويل", "التزوير":
			return c.token(i+1).Folded != "all" && c.token(i+1).Folded != "the" && c.token(i+1).Folded != "any" || c.token(i+2).Folded != "charges" && c.token(i+2).Folded != "charge"
		}
	}
	return false
}

// identifies takes whom "identified", "recognised" or "picked out" has right after it for a doer of an incident told before.
func (c *clause) identifies() {
	if len(c.events) == 0 || c.asks() {
		return
	}
	e := &c.events[c.recent]
	if c.s.Start-e.at > castReach {
		return
	}
	for i := c.s.Start; i+1 < c.s.End; i++ {
		switch c.tokens[i].Folded {
		case "identified", "recognised", "recognized":
		default:
			continue
		}
		k := c.at(i + 1)
		if k < 0 || c.mentions[k].kind != person || c.mentions[k].first != i+1 || c.passiveVerb(trigger{rule: hurtRule, first: i, last: i + 1}) {
			continue
		}
		who := c.group(k)
		switch end := c.mentions[who[len(who)-1]].last; c.token(end).Folded {
		case "'", "’":
			continue
		case "as":
			if c.token(end+1).Folded != "the" || c.token(end+3).Folded != "who" && c.token(end+3).Folded != "he" {
				continue
			}
		case "among":
			if f := c.token(end + 2).Folded; f == "dead" || f == "victims" || f == "bodies" {
				continue
			}
		}
		t := trigger{rule: hurtRule, first: i, last: i + 1}
		for _, k := range who {
			if !e.parts[string(c.entityOf(k))+sanad.Victim] {
				c.participation(e, k, sanad.Perpetrator, c.polarityAt(i, i+1), t, "perpetrator.recognised")
			}
		}
		c.recogniser(e, t, who)
	}
}

// kinVictim says whom "her husband", "his son", «ابنه», «زوجها» right at or before a word of an act is: the one a relative of whom the
// sentence says speaks or acts: "The widow of Ahmed said her husband was killed".
func (c *clause) kinVictim(t trigger) []int {
	arabic := c.tokens[t.first].IsArabic()
	found := false
	for i := max(c.s.Start, t.first-4); i < t.last+3 && i+1 < c.s.End; i++ {
		f := c.tokens[i].Folded
		if arabic {
			switch f {
			case "ابنه", "ابنها", "زوجها", "زوجته", "شقيقه", "شقيقها", "اخاه", "اخوه", "اخيه", "والده", "والدها", "ابوه", "اباه", "نجله", "نجلها", "ولده", "ولدها":
				found = true
			}
			continue
		}
		found = found || (f == "his" || f == "her" || f == "their") && c.kinWord(i+1) && c.at(i+2) < 0
	}
	if !found {
		return nil
	}
	for _, k := range c.persons(c.s.Start, t.first) {
		if c.family(k) {
			return []int{k}
		}
	}
	return nil
}

// countedAmong returns who is told to be one of a number of people of whom an act is told right after: "was among twelve prisoners
// executed in Rawa", «كان من بين اثني عشر سجينا أعدموا».
func (c *clause) countedAmong(t trigger) []int {
	for i := t.first - 1; i > c.s.Start && i > t.first-6; i-- {
		switch c.tokens[i].Folded {
		case "among", "بين", "ضمن":
			if who := c.subject(i); len(who) > 0 && c.mentions[who[len(who)-1]].last >= i-2 {
				return who
			}
			return nil
		case "who", "that", ",", "الذين", "التي":
			return nil
		}
		if c.at(i) >= 0 {
			return nil
		}
	}
	return nil
}

// otherSubject returns the subject of the verb whose object a mention is, of whom a verb joined by "and" is said too: "Talib threatened the pharmacist Ahmed and took".
func (c *clause) otherSubject(k, g int) []int {
	if f := c.token(g - 1).Folded; f != "and" && f != "then" {
		return nil
	}
	i := c.mentions[k].first - 1
	for n := 0; n < 3 && i > c.s.Start; n++ {
		f := c.tokens[i].Folded
		if c.lex.is("title_en", f) || f == "the" || f == "his" || f == "her" || f == "a" || c.isTrade(i) || c.isRole(i) {
			i--
			continue
		}
		break
	}
	if f := c.token(i).Folded; !strings.HasSuffix(f, "ed") && f != "took" && f != "shot" && f != "beat" && f != "stopped" && f != "led" && f != "held" && f != "found" || c.at(i) >= 0 || i <= c.s.Start {
		return nil
	}
	all := c.persons(c.s.Start, i)
	if len(all) == 0 {
		return nil
	}
	j := all[len(all)-1]
	if c.mentions[j].last < c.groupStart(i) || c.governed(j) || c.headed(j) || c.passiveVerb(trigger{rule: hurtRule, first: i, last: i + 1}) {
		return nil
	}
	return c.group(j)
}
