package extract

import (
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	names "github.com/sanad-workbench/sanad/internal/extract/tagger"
	"github.com/sanad-workbench/sanad/internal/text"
)

// Constructions with which Arabic says who did what beside the verb's own frame: by the place in a list, by the shot that killed, by
// a first verb whose subject and object a second one shares, by the consequence of an attack.

// placedAt returns whom an Arabic word of place at token i stands for: «الأول», «ثانيهم», «الأخير»; nobody when it counts a noun
// before it («المتهم الثاني», «الطابق الأول») or no list is near.
func (c *clause) placedAt(i int) []int {
	f := c.token(i).Folded
	if i < c.s.Start || i >= c.s.End || !c.token(i).IsArabic() || c.at(i) >= 0 || i < len(c.dated) && c.dated[i] {
		return nil
	}
	if rest, is := strings.CutPrefix(f, "و"); is {
		f = rest
	}
	n := placeInList(f)
	switch f {
	case "اولهم", "اولهما":
		n = 1
	case "ثانيهم", "ثانيهما":
		n = 2
	case "ثالثهم":
		n = 3
	case "الاخير", "الاخيره":
		return c.lastNamed(i)
	case "الاثنان", "الاثنين", "كلاهما", "كليهما":
		return c.listNamed(i-1, 2)
	}
	if n == 0 {
		return nil
	}
	list := c.accusedInOrder()
	if here := c.persons(c.s.Start, i); len(list) < max(2, n) || len(here) > 1 { // those of the sentence come before those of the report
		if near := c.listNamed(i-1, 0); len(near) > 0 && (len(list) < max(2, n) || c.mentions[near[0]].first >= c.s.Start) {
			list = near
		} else if two := c.listNamed(i-1, 2); len(two) == 2 && c.mentions[two[0]].first >= c.s.Start {
			list = two
		}
	}
	if len(list) < max(2, n) {
		return nil
	}
	return list[n-1 : n]
}

// placedSubject returns whom a word of place right before the Arabic verb at pos makes its subject: «وأن الثاني قاد العجلة».
func (c *clause) placedSubject(pos int) []int {
	if i := c.verbStart(pos) - 1; c.opensClause(i) {
		return c.placedAt(i)
	}
	return nil
}

// lastNamed returns who was named last before a token, within the sentence and the one before.
func (c *clause) lastNamed(pos int) []int {
	k := c.mentionFrom(pos) - 1
	for k >= 0 && c.mentions[k].kind != person {
		k--
	}
	if k < 0 || c.mentions[k].entity < 0 || pos-c.mentions[k].last > listReach || c.official(k) || c.ranked(k) || c.mentions[k].parent {
		return nil
	}
	return []int{k}
}

// opensClause reports whether a word of place at token i may be the subject of the verb behind it: it begins the clause or stands
// after "that".
func (c *clause) opensClause(i int) bool {
	if i <= c.s.Start || strings.HasPrefix(c.tokens[i].Folded, "و") {
		return true
	}
	switch t := c.tokens[i-1]; t.Folded {
	case "ان", "وان", "بان", "وبان", "،", "؛", ":", "فيما", "بينما", "اما", "واما", "لكن":
		return true
	default:
		return t.Kind == text.Break
	}
}

// sharedFrame returns subject and object of the first verb of an Arabic sentence when a second one leaves both to it: «استدرج طالب
// صديقه سنان إلى بستان وقتله». Just two persons must be named before it, neither as speaker or in a list with the other.
func (c *clause) sharedFrame(pos int) (doer, victim []int) {
	f := c.tokens[pos].Folded
	if !strings.HasPrefix(f, "و") && !strings.HasPrefix(f, "ف") && c.token(pos-1).Folded != "ثم" {
		return nil, nil
	}
	all := c.union(nil, c.persons(c.s.Start, pos))
	if len(all) != 2 || c.joined(all[0], all[1]) {
		return nil, nil
	}
	for _, k := range all {
		if c.official(k) || c.speaks(k) || c.mentions[k].parent || c.mentions[k].last == pos {
			return nil, nil
		}
	}
	if c.doneBy(all[1]) || c.governed(all[0]) && !c.governed(all[1]) || c.headed(all[0]) && !c.headed(all[1]) {
		return all[1:], all[:1]
	}
	if c.governed(all[0]) || c.headed(all[0]) {
		return nil, nil
	}
	return all[:1], all[1:]
}

// doneBy reports whether a mention stands behind a word of agency: «على يد طالب», «من قبل طالب».
func (c *clause) doneBy(k int) bool {
	for i := c.mentions[k].first - 1; i > c.s.Start && i > c.mentions[k].first-4; i-- {
		switch c.tokens[i].Folded {
		case "يد", "ايدي", "بيد", "بايدي", "قبل":
			return true
		}
	}
	return false
}

// shooterOf returns who fired the shot or dealt the blow of which an Arabic relative clause at token pos says that it killed: «أطلق
// طالب رصاصة أودت بحياة سنان».
func (c *clause) shooterOf(pos int) []int {
	for i := pos - 1; i >= c.s.Start && i > pos-16; i-- {
		switch strings.TrimPrefix(strings.TrimPrefix(c.tokens[i].Folded, "و"), "ف") {
		case "اطلق", "سدد", "طعن", "وجه", "صوب", "اطلقت", "سددت", "اطلاقه", "لاطلاقه", "اطلقها", "سددها", "ضربه", "رماه", "وجهها":
		case "هجوم", "الهجوم", "انفجار", "الانفجار", "تفجير", "التفجير", "حادث", "الحادث", "مرض", "نوبه", "عبوه", "العبوه":
			return nil
		default:
			continue
		}
		if who := c.object(i+1, 3); len(who) > 0 && c.mentions[who[0]].first < pos {
			return who
		}
		if who := c.union(c.relativeHead(i), c.embedded(i)); len(who) > 0 {
			return who
		}
		return c.plainSubject(i)
	}
	return nil
}

// relativeAgent returns who an Arabic relative clause says fired what killed: «بنيران أطلقها عليه طالب», «بعبوة زرعها طالب».
func (c *clause) relativeAgent(pos int) []int {
	for i := pos; i < c.s.End && i < pos+9; i++ {
		switch c.tokens[i].Folded {
		case "اطلقها", "اطلقه", "زرعها", "وضعها", "سددها", "نفذها", "نفذه", "فجرها", "رماها", "القاها", "نصبه", "ركنها", "شنه", "دبره", "دبرها", "قاده", "قادها":
		case "؛", ";", ".", "ان":
			return nil
		default:
			continue
		}
		from := i + 1
		if f := c.token(from).Folded; f == "عليه" || f == "عليهم" || f == "عليها" || f == "نحوه" || f == "صوبه" {
			from++
		}
		if all := c.persons(from, min(c.s.End, from+5)); len(all) > 0 && !c.governed(all[0]) && !c.headed(all[0]) && c.titlesOnly(from, c.mentions[all[0]].first) {
			return c.group(all[0])
		}
		return nil
	}
	return nil
}

// consequence reports whether an Arabic word of killing tells what an attack of the same sentence led to: «ما أدى إلى استشهاد سنان»,
// «أسفر عن مقتل سنان».
func (c *clause) consequence(t trigger) bool {
	if t.attrs["type"] != "killing" || !c.tokens[t.first].IsArabic() {
		return false
	}
	reach := 5
	if t.skip > 0 && strings.HasPrefix(c.tokens[t.first].Folded, "و") { // «عن إصابة القاضي ومقتل سائقه»
		reach = 10
	}
	for i := t.first - 1; i >= c.s.Start && i > t.first-reach; i-- {
		if leadsTo(c.tokens[i].Folded) {
			return true
		}
	}
	return t.rule.id == "kill.ar.death" || leadsTo(strings.TrimPrefix(c.tokens[t.first].Folded, "ب")) || strings.HasPrefix(c.tokens[t.first].Folded, "اود")
}

// leadsTo reports whether a folded Arabic word says that something had a consequence.
func leadsTo(f string) bool {
	switch strings.TrimPrefix(f, "و") {
	case "ادي", "ادت", "موديا", "اسفر", "اسفرت", "مسفرا", "تسبب", "تسببت", "متسببا", "اودي", "اودت", "خلفت", "مخلفا", "نتج", "نجم", "افضي", "افضت":
		return true
	}
	return false
}

// causeBefore returns the attack, bombing or massacre told before a consequence in its sentence, false when there is none.
func (c *clause) causeBefore(t trigger) (trigger, bool) {
	for i := len(c.triggers) - 1; i >= 0; i-- {
		if o := c.triggers[i]; o.class == "event" && o.rule.id != "shoot.ar" && o.last <= t.first && deadly(o.attrs["type"]) && t.first-o.last <= 24 {
			return o, true
		}
	}
	return trigger{}, false
}

// leadsOn reports whether the sentence goes on to what the attack of trigger t led to, so that it is told though it has neither day,
// place nor people.
func (c *clause) leadsOn(t trigger) bool {
	for _, o := range c.triggers {
		if o.class == "event" && o.first >= t.last && o.first-t.last <= 24 && c.consequence(o) {
			return deadly(t.attrs["type"]) && t.rule.id != "shoot.ar"
		}
	}
	return false
}

// sharesFrame reports whether a verb leaves both its subject and its object to the first verb of the sentence.
func (c *clause) sharesFrame(t trigger) bool {
	doer, _ := c.sharedFrame(t.first)
	return len(doer) > 0
}

// everyOf reports whether «كل من» stands before token i, which names people.
func everyOf(p *page, i int) bool {
	f := p.token(i - 2).Folded
	return p.token(i-1).Folded == "من" && (f == "كل" || f == "كلا" || f == "وكل" || f == "وكلا" || f == "لكل")
}

// maqsura is what is known of a writer's spelling: nothing yet, that he writes «على» with its own letter, that he does not.
type maqsura int8

const (
	spellingUnknown maqsura = iota
	spelledApart
	spelledAlike
)

// writesMaqsura reports whether nothing says that the text writes a preposition with ي, so that its «علي» may be a man.
func (p *page) writesMaqsura() bool {
	if p.maqsura == spellingUnknown {
		p.maqsura = spelledApart
		for _, t := range p.tokens {
			if t.Text == "على" || t.Text == "إلى" || t.Text == "الى" {
				p.maqsura = spelledApart
				break
			}
			if t.Text == "الي" || t.Text == "إلي" || t.Text == "حتي" {
				p.maqsura = spelledAlike
			}
		}
	}
	return p.maqsura == spelledApart
}

// ofTheDeed reports whether a phrase of taking part ends with the pronoun of its incident, so that its subject follows it: «نجا منها
// طالب».
func (c *clause) ofTheDeed(part trigger) bool {
	switch c.tokens[part.last-1].Folded {
	case "منها", "منه", "فيها", "فيه", "عليها", "لها":
		return part.attrs["self"] != ""
	}
	return false
}

// whoDid reports whether «من» before the verb at pos is "who": «إن من قتل سنان هو طالب», «هو من قتل».
func (c *clause) whoDid(pos int) bool {
	if c.token(pos-1).Folded != "من" {
		return false
	}
	switch c.token(pos - 2).Folded {
	case "ان", "بان", "هو", "انه", "وان", "وهو", "هي", "هم", "هما", "كل", "تحديد", "معرفه":
		return true
	}
	return false
}

// calledAfter returns whom a description behind an Arabic word of taking part names: «تورط ضابط سابق يدعى طالب في», -1 when a
// preposition, a verb or another name comes first.
func (c *clause) calledAfter(part trigger) int {
	if part.last-part.first > 1 || !c.tokens[part.first].IsArabic() {
		return -1
	}
	for i := part.last; i < c.s.End && i < part.last+6; i++ {
		switch f := c.tokens[i].Folded; f {
		case "يدعي", "اسمه", "المدعو", "وهو", "هو", "تدعي", "اسمها":
			if k := c.at(i + 1); k >= 0 && c.mentions[k].kind == person && i > part.last {
				return k
			}
			return -1
		default:
			if c.at(i) >= 0 && c.mentions[c.at(i)].kind == person || c.tokens[i].Kind != text.Word || preposition(f) || f == "في" || f == "من" || f == "علي" || f == "ب" || c.actsHere(i) {
				return -1
			}
		}
	}
	return -1
}

// relativeVerbIn reports whether an Arabic verb with an object of its own, and so a relative clause, stands between two tokens: «سجن
// يديره طالب».
func (c *clause) relativeVerbIn(from, to int) bool {
	for i := from; i < to; i++ {
		switch f := c.tokens[i].Folded; {
		case !strings.HasPrefix(f, "ي") || len(f) < 10 || c.at(i) >= 0:
		case strings.HasSuffix(f, "ه") && !strings.HasSuffix(c.tokens[i].Text, "ة"), strings.HasSuffix(f, "ها"), strings.HasSuffix(f, "هم"):
			return true
		}
	}
	return false
}

// nameWordBefore reports whether the Arabic word before token i is one of a person's name, so that «و» may lead to the next of a list.
func (g ruleTagger) nameWordBefore(p *page, i int) bool {
	prev := p.token(i - 1)
	return prev.Kind == text.Word && prev.IsArabic() && (g.arabicName(prev, prev.Folded) || g.chain[prev.Folded] || g.nisba(prev.Folded) || g.listed(p, i-1))
}

// found reports whether a bomb or belt is only what was found, made or carried: «ضُبط بحوزته حزام ناسف»; or shots only what a body shows.
func (c *clause) found(t trigger) bool {
	if f := c.token(t.first - 1).Folded; t.rule.id == "attack.ar.noun" && (f == "اثار" || f == "باثار") { // on a body
		return true
	}
	if t.rule.id != "bomb.ar.noun" {
		return false
	}
	switch c.tokens[t.first].Folded {
	case "انفجرت", "انفجر", "وانفجرت", "وانفجر", "تفجير", "بتفجير", "التفجير", "الانفجار", "انفجار":
		return false
	}
	for i := t.first - 1; i >= c.s.Start && i > t.first-4; i-- {
		switch c.tokens[i].Folded {
		case "بحوزته", "بحوزتهم", "بحوزتها", "وبحوزته", "حوزته", "ضبط", "وضبط", "ضبطت", "عثر", "العثور", "عثرت", "تفكيك", "ابطال", "معالجه", "حيازه", "مصادره", "صادرت", "ضبطوا":
			return true
		}
	}
	return false
}

// roleInList returns how many tokens at i are the role, trade or repeated preposition that leads an Arabic list to the name at token to:
// «على طالب وعلى سائقه فراس وناقل البريد ماهر»; 0 when other words stand there.
func (c *clause) roleInList(i, to int, linked bool) int {
	f := c.token(i).Folded
	switch f {
	case "وعلي", "وعن", "والي":
		if c.at(i) < 0 && i < to {
			return 1
		}
	}
	if !strings.HasPrefix(f, "و") && !linked || !c.token(i).IsArabic() {
		return 0
	}
	for _, class := range []string{"role", "trade"} {
		if t, n := c.rules.match(c.page, i, class); n > 0 && t.last == to && (!c.possessed(t) || c.token(i-1).Folded == "وعلي" || c.token(i-1).Folded == "وعن") {
			return n
		}
	}
	return 0
}

// firstThat returns the first "that he" of the sentence for a further one at token i: «أقر بأنه … وأنه …» go on about one man.
func (c *clause) firstThat(i int) int {
	if f := c.tokens[i].Folded; f != "وانه" && f != "وبانه" {
		return i
	}
	for j := c.s.Start; j < i; j++ {
		if f := c.tokens[j].Folded; f == "انه" || f == "بانه" {
			return j
		}
	}
	return i
}

// mournedBefore returns the one person whom the sentence calls a victim before token pos: «زوجة المغدور سنان»; -1 when there is none.
func (c *clause) mournedBefore(pos int) int {
	for _, k := range c.persons(c.s.Start, pos) {
		switch strings.TrimPrefix(c.token(c.mentions[k].first-1).Folded, "و") {
		case "المغدور", "القتيل", "الضحيه", "الشهيد", "المخطوف", "المختطف", "المرحوم", "المغدوره":
			return k
		case "عليه", "عليها":
			if f := c.token(c.mentions[k].first - 2).Folded; f == "المجني" || f == "المجنى" {
				return k
			}
		}
	}
	return -1
}

// hisVictim returns who suffers an act whose noun or verb leaves him to a pronoun: the one person named before it in the sentence who
// has no other part: «منذ اختطافه», «استدراج سنان وخنقه». Of several it may be any.
func (c *clause) hisVictim(t trigger, who *cast, tried []int) []int {
	switch t.attrs["type"] {
	case "killing", "public_execution", "kidnapping", "torture":
	default:
		return nil
	}
	if !c.suffixed(t) || len(who.victims) > 0 || c.deniedAt(t) {
		return nil
	}
	if k := c.mournedBefore(t.first); k >= 0 {
		return []int{k}
	}
	for _, k := range c.persons(max(c.s.Start, t.first-10), t.first) {
		if c.relatives(k) { // «يتهم ذوو سنان طالب بقتله»
			return []int{k}
		}
	}
	var left []int
	for _, k := range c.union(nil, c.persons(c.s.Start, t.first)) {
		if c.mentions[k].parent || c.official(k) || c.speaks(k) || c.announces(k) || c.hasPart(k, who, tried) {
			continue
		}
		left = append(left, k)
	}
	if len(left) != 1 || len(who.perpetrators)+len(who.suspects)+len(tried) == 0 && c.castDoer(t) {
		return nil
	}
	return left
}

// hasPart reports whether a person is already cast as one who did it or saw it.
func (c *clause) hasPart(k int, who *cast, tried []int) bool {
	for _, list := range [][]int{who.perpetrators, who.suspects, who.witnesses, tried} {
		for _, o := range list {
			if c.mentions[o].entity == c.mentions[k].entity {
				return true
			}
		}
	}
	return false
}

// castDoer reports whether a word of taking part, confessing, accusing or ordering stands before an act, so that the one person named
// may be who did it.
func (c *clause) castDoer(t trigger) bool {
	for _, o := range c.triggers {
		switch o.class {
		case "part", "confess", "accuse", "cause", "charge", "arrest", "sentence", "verdict", "deny":
			if o.first < t.first {
				return true
			}
		}
	}
	return false
}

// ledBefore returns who leads the people without a name of whom an Arabic plural verb is said: «عناصر بإمرة طالب فجروا».
func (c *clause) ledBefore(t trigger) []int {
	if !c.pluralVerb(t) {
		return nil
	}
	for i := t.first - 1; i >= c.s.Start && i > t.first-12; i-- {
		if f := c.tokens[i].Folded; f == "ان" || f == "بان" || f == "؛" || f == "،" && i < t.first-1 {
			return nil
		}
		if !actors(strings.TrimPrefix(c.tokens[i].Folded, "و")) {
			continue
		}
		if leader, end := c.ledBy(i + 1); len(leader) > 0 && end <= t.first && t.first-end <= 2 {
			return leader
		}
	}
	return nil
}

// lateEvery returns the subject that «كل من» begins behind an Arabic verb of taking part and where or when it was: «شهد أمام المحكمة كل
// من طالب وفراس».
func (c *clause) lateEvery(part trigger) []int {
	if part.last-part.first > 1 || !c.tokens[part.first].IsArabic() {
		return nil
	}
	for i := part.last; i+2 < c.s.End && i < part.last+8; i++ {
		if c.actsHere(i) || c.tokens[i].Kind != text.Word && !c.dated[i] {
			return nil
		}
		if k := c.at(i + 2); everyOf(c.page, i+2) && k >= 0 && c.mentions[k].kind == person {
			return c.group(k)
		}
	}
	return nil
}

// outerSubject reports whether a person behind a relative clause about a group is the subject of the verb that governs the group: «يقود
// المجموعة التي هاجمت المركز المدعو طالب».
func (c *clause) outerSubject(t trigger, k int) bool {
	if c.token(t.first-1).Folded != "التي" || c.titlesOnly(t.last, c.mentions[k].first) || t.first-4 < c.s.Start {
		return false
	}
	switch strings.TrimPrefix(c.token(t.first-3).Folded, "و") {
	case "يقود", "قاد", "ترأس", "تراس", "يتزعم", "تزعم", "يراس", "اشرف", "ضمت", "جند", "مول":
		return c.titlesOnly(c.mentions[k].first-1, c.mentions[k].first)
	}
	return false
}

// actWith reports whether the noun of an act with «ب» stands between a verb of taking part and a name, which is then of him who suffers
// it: «قام باستدراج الفتى سنان».
func (c *clause) actWith(part trigger, to int) bool {
	from := part.last
	switch strings.TrimPrefix(c.tokens[part.first].Folded, "و") {
	case "قام", "اقدم", "قامت", "اقدمت":
	default:
		return false
	}
	return from < to && strings.HasPrefix(c.tokens[from].Folded, "ب") && len(c.tokens[from].Folded) > 8 && c.at(from) < 0
}

// sharedObject returns the object of the act joined right behind an Arabic noun of an act, which suffered both: «خطف وقتل سنان».
func (c *clause) sharedObject(t trigger) []int {
	for _, o := range c.triggers {
		if o.class == "event" && o.first == t.last && o.skip == 1 && strings.HasPrefix(c.tokens[o.first].Folded, "و") && !c.suffixed(o) {
			return c.object(o.last, 3)
		}
	}
	return nil
}

// nextListed reports whether a word behind «و» that only the lists of names know goes on a list of persons: a name stands before and
// behind it: «زهير عواد ولطفي حسن».
func (g ruleTagger) nextListed(p *page, i int, stem string) bool {
	next := p.token(i + 1)
	return len(stem) >= 6 && p.token(i).Folded == "و"+stem && !strings.HasPrefix(stem, "ال") && !g.is("stop_ar", stem) && !g.is("title_ar", stem) && !g.is("org_head_ar", stem) &&
		len(p.rules.first[stem]) == 0 && (!verbLike(stem) || strings.HasSuffix(stem, "ي")) && names.Arabic().Name(stem) && g.nameWordBefore(p, i) && next.Kind == text.Word && g.given[next.Folded]
}

// imperfect returns the forms of the imperfect of an Arabic verb given in the perfect: «يقتل», «تختطف», «يحرقونه». Verbs whose
// imperfect has another spelling, and those whose imperfect is another word, have none.
func imperfect(perfect string) []string {
	r := []rune(perfect)
	switch perfect {
	case "رحل", "كمن", "حرك", "اغرق", "هجم", "علق", "شن", "بسط", "خرب", "كوي", "صرع", "طعن":
		return nil
	}
	switch {
	case len(r) < 3 || len(r) > 5 || strings.HasSuffix(perfect, "وا") || strings.HasSuffix(perfect, "ه") || strings.HasSuffix(perfect, "ت") || strings.HasSuffix(perfect, "ني") || strings.HasSuffix(perfect, "نا"):
		return nil
	case r[0] == 'ي' || r[0] == 'ت' || r[len(r)-2] == 'ا':
		return nil
	case r[0] == 'ا' && len(r) > 3:
		r = r[1:]
	}
	var out []string
	for _, end := range []string{"", "ه", "ها", "هم", "ون", "ونه", "ونهم", "ني"} {
		out = append(out, "ي"+string(r)+end)
	}
	return append(out, "ت"+string(r), "ت"+string(r)+"ه")
}

// wished reports whether an Arabic imperfect says what somebody was to do or threatened to do, not what he did: «أمر بأن يقتل», «سوف
// يقتل». After «بعد أن» and «قبل أن» it is told as done.
func (c *clause) wished(t trigger) bool {
	f := c.tokens[t.first].Folded
	if t.attrs["form"] != "verb" || !c.tokens[t.first].IsArabic() || !strings.HasPrefix(f, "ي") && !strings.HasPrefix(f, "ت") {
		return false
	}
	switch prev := c.token(t.first - 1); prev.Text {
	case "أن", "بأن":
		switch c.token(t.first - 2).Folded {
		case "بعد", "قبل", "استطاع", "الي", "سبق", "اعتاد", "منذ", "دون":
			return false
		}
		return c.tokens[t.first-1].Folded != "بان" || c.threatens(t.first-1)
	case "سوف", "لكي", "كي", "لن":
		return true
	}
	return false
}

// threatens reports whether a word of threat or promise stands within a few tokens before pos.
func (c *clause) threatens(pos int) bool {
	for i := max(c.s.Start, pos-4); i < pos; i++ {
		switch strings.TrimPrefix(c.tokens[i].Folded, "و") {
		case "هدد", "يهدد", "هددوا", "توعد", "توعدوا", "هددني", "هدده", "هددوه", "وعد", "اقسم", "تعهد", "امر", "امره", "امرهم", "كلف", "كلفه":
			return true
		}
	}
	return false
}

// adverb reports whether one word at token i says how an act was done: «بيده», «عمدا».
func (c *clause) adverb(i int) bool {
	switch c.token(i).Folded {
	case "بيده", "بيديه", "بنفسه", "عمدا", "غدرا", "علنا", "ذبحا", "بمسدسه", "بسلاحه", "بسكين", "ظلما":
		return true
	}
	return false
}

// pickedOut returns the names that spell out people counted before a token: «أسيرين هما سنان وفراس», «ثلاثة بينهم سنان».
func (c *clause) pickedOut(from int) []int {
	for i := from; i < c.s.End && i < from+4; i++ {
		switch c.tokens[i].Folded {
		case "هم", "هما", "وهم", "وهما", "بينهم", "بينهما", "احدهما", "احدهم", "منهم":
			return c.firstAfter(i+1, 3)
		}
		if c.tokens[i].Text == ":" {
			return c.firstAfter(i+1, 3)
		}
	}
	return nil
}

// personShown returns the token of the relative pronoun of a headless clause that «وهو» at token i goes on: «الشخص الذي ظهر وهو ينحر»; 0
// when there is none.
func (c *clause) personShown(i int) int {
	if f := c.token(i).Folded; f != "وهو" && f != "وهي" {
		return 0
	}
	for j := i - 1; j > c.s.Start && j > i-8; j-- {
		if k := c.at(j); k >= 0 && c.mentions[k].kind == person {
			return 0
		}
		if c.tokens[j].Folded == "الذي" {
			switch c.token(j - 1).Folded {
			case "الشخص", "الرجل", "المسلح", "العنصر", "الملثم", "الشاب":
				return j
			}
			return 0
		}
	}
	return 0
}

// levyTold returns the extortion being told of: the incident told last, or one shortly before it.
func (c *clause) levyTold() *event {
	for _, i := range []int{c.recent, c.recent - 1} {
		if i >= 0 && c.events[i].kind == "extortion" && c.s.Start-c.events[i].at <= castReach {
			return &c.events[i]
		}
	}
	return nil
}

// weekday reports whether a folded Arabic word is a day of the week, or «يوم».
func weekday(f string) bool {
	switch f {
	case "يوم", "اليوم", "امس", "الجمعه", "السبت", "الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس":
		return true
	}
	return false
}

// numberedItem reports whether the sentence is an item of a numbered list, which has its own matter: «٣. براءة المتهم …», «ثالثاً: …».
func (c *clause) numberedItem() bool {
	if c.s.Start > 0 && c.tokens[c.s.Start-1].Kind != text.Break {
		return false
	}
	switch t := c.tokens[c.s.Start]; t.Folded {
	case "اولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا":
		return true
	default:
		return t.Kind == text.Number || t.Text == "(" && c.token(c.s.Start+1).Kind == text.Number
	}
}

// takenBeside returns whom a participle such as «المخطوف» describes: the name right behind it, or the one it is put to.
func (c *clause) takenBeside(t trigger) []int {
	if f := c.tokens[t.first].Folded; strings.HasSuffix(strings.TrimSuffix(f, "ه"), "القتيل") && c.genitiveKin(t.first-1) { // «ابن القتيل فلان»: the name may be the son's
		return nil
	}
	if all := c.persons(t.last, min(c.s.End, t.last+3)); len(all) > 0 && c.titlesOnly(t.last, c.mentions[all[0]].first) {
		return all[:1]
	}
	i := t.first - 1
	if c.token(i).Text == "،" {
		i--
	}
	if k := c.at(i); k >= 0 && c.mentions[k].kind == person && c.mentions[k].last == i+1 && !c.headed(k) {
		return []int{k}
	}
	return nil
}

// accusedInOrder returns those the report calls accused by their names, in the order it first does; they are sought once.
func (p *page) accusedInOrder() []int {
	if p.orderKnown {
		return p.order
	}
	p.orderKnown = true
	c := &clause{page: p, s: text.Span{End: len(p.tokens)}}
	listed := false
	for k := range p.mentions {
		m := &p.mentions[k]
		if m.kind != person || m.entity < 0 || m.parent {
			continue
		}
		switch strings.TrimLeft(p.token(m.first-1).Folded, "ول") {
		case "المتهم", "المتهمه", "المتهمان", "المتهمين", "لمتهم", "المدان", "المطلوبان", "المطلوبين", "المجرم", "لمتهمين":
			listed = true
		default:
			listed = listed && len(p.order) > 0 && c.joined(k-1, k)
		}
		if listed {
			p.order = c.union(p.order, []int{k})
		}
	}
	return p.order
}

// articled reports whether an Arabic noun of an act has its article, so that a name right behind it is no genitive.
func (c *clause) articled(t trigger) bool {
	return t.last-t.first == 1 && t.skip == 0 && strings.HasPrefix(c.tokens[t.first].Folded, "ال") && c.tokens[t.first].Folded != "اغتيال"
}

// doerNoun returns the name behind a noun of an act whose head says that he did it: «منفذ الذبح طالب», «سائق سيارة الخطف طالب».
func (c *clause) doerNoun(t trigger) []int {
	for i := t.first - 1; i >= c.s.Start && i > t.first-4; i-- {
		f := c.tokens[i].Folded
		if strings.HasPrefix(f, "و") && len(f) > 6 {
			f = f[2:]
		}
		switch f {
		case "منفذ", "مدبر", "مخطط", "مرتكب", "سائق", "سايق", "قائد", "قايد", "ممول", "مهندس", "صاحب", "بطل":
			if k := c.at(t.last); k >= 0 && c.mentions[k].kind == person {
				return c.group(k)
			}
			return nil
		case "سياره", "عجله", "دراجه", "عمليه", "جريمه", "مركبه":
		default:
			return nil
		}
	}
	return nil
}

// letGo reports whether the sentence tells of a release or of a mistaken name, so that who was held in it is no suspect.
func (c *clause) letGo() bool {
	for _, t := range c.triggers {
		if t.class == "release" || t.class == "namesake" {
			return true
		}
	}
	return false
}

// accusedHim returns whom a verb of accusing with a pronoun names, the person spoken of, and the victim when his family accuses: «ويتهمه
// ذوو سنان بقتله».
func (c *clause) accusedHim(o, t trigger) (suspects, victims []int) {
	if all := c.persons(c.s.Start, o.first); o.first-c.s.Start > 1 && len(all) > 0 && !c.accusedAtStart() {
		for _, k := range all {
			if !c.family(k) && !c.official(k) && !c.governed(k) {
				suspects = []int{k}
				break
			}
		}
	} else if c.lastWho >= 0 {
		suspects = []int{c.lastWho}
	}
	for _, k := range c.persons(o.last, t.first) {
		if c.family(k) || c.relatives(k) {
			victims = []int{k}
		}
	}
	return suspects, victims
}

// relatives reports whether «ذوو» or the like, over titles, stands before a name.
func (c *clause) relatives(k int) bool {
	for i := c.mentions[k].first - 1; i >= c.s.Start && i > c.mentions[k].first-4; i-- {
		switch strings.TrimPrefix(c.tokens[i].Folded, "و") {
		case "ذوو", "ذوي", "عائله", "عايله", "اسره", "اهل", "شقيق", "والد", "زوجه", "ارمله":
			return true
		}
		if !c.lex.is("title_ar", c.tokens[i].Folded) {
			return false
		}
	}
	return false
}

// accusedAtStart reports whether the sentence begins with a verb of accusing and a pronoun, and so goes on about him of whom it was
// spoken before: «ويتهمه ناجون …، كما يتهمه …».
func (c *clause) accusedAtStart() bool {
	for _, t := range c.triggers {
		if t.class == "accuse" && t.first-c.s.Start <= 1 && strings.HasSuffix(c.tokens[t.last-1].Folded, "ه") {
			return true
		}
	}
	return false
}

// toldHere is an incident told in the sentence: at which token, and its place among the report's.
type toldHere struct{ at, event int }

// eventBefore returns the incident that the sentence tells last before token pos, else the one told last.
func (c *clause) eventBefore(pos int) *event {
	best := c.recent
	at := -1
	for _, h := range c.here {
		if h.at < pos && h.at > at {
			best, at = h.event, h.at
		}
	}
	return &c.events[best]
}

// accusedSubject returns whom a verb of accusing with a pronoun before a word of taking part means: «يتهمه ذوو سنان بأنه صاحب الأمر».
func (c *clause) accusedSubject(part trigger) []int {
	for _, o := range c.triggers {
		if o.class == "accuse" && o.last <= part.first && part.first-o.last <= 10 && c.tokens[o.first].IsArabic() && strings.HasSuffix(c.tokens[o.last-1].Folded, "ه") && !c.broken(o.last, part.first) {
			who, _ := c.accusedHim(o, part)
			return who
		}
	}
	return nil
}

// lasts reports whether the word behind a negation makes it one of lasting or of need, which denies nothing: «لا يزال», «لا بد».
func (c *clause) lasts(i int) bool {
	switch c.token(i).Folded {
	case "يزال", "تزال", "يزالون", "يزالان", "زال", "زالت", "بد", "سيما", "شك", "ريب":
		return true
	}
	return false
}

// answeredNo takes a question whether somebody took part, answered by no, for a denial: «س: هل اشترك طالب في الهجوم؟ ج: كلا».
func (c *clause) answeredNo(parts []trigger) {
	if c.sentenceNo+1 >= len(c.sentences) {
		return
	}
	next := c.sentences[c.sentenceNo+1]
	no := false
	for i := next.Start; i < next.End && i < next.Start+4; i++ {
		switch c.tokens[i].Folded {
		case "كلا", "لا", "ابدا", "no", "never":
			no = no || c.tokens[i].Folded == "كلا" || c.token(i+1).Kind != text.Word // not «لا أعلم»
		}
	}
	if !no {
		return
	}
	for _, p := range parts {
		if p.attrs["role"] != sanad.Perpetrator || p.attrs["after"] != "" {
			continue
		}
		for _, k := range c.partSubject(p) {
			if c.mentions[k].first >= c.s.Start {
				c.participation(c.eventBefore(c.s.End), k, sanad.Perpetrator, sanad.Denied, p, p.rule.id)
			}
		}
	}
}

// ownKin returns the relative of the speaker whom an Arabic word of kinship near an act means, named once with that word before: «أخذت
// العشاء لوالدي جلال … أصيب والدي».
func (c *clause) ownKin(t trigger) []int {
	for i := max(c.s.Start, t.first-2); i < t.last+2 && i < c.s.End; i++ {
		w := kinOfSpeaker(c.tokens[i].Folded)
		if w == "" || i >= t.first && i < t.last {
			continue
		}
		if k := c.at(i + 1); k >= 0 && c.mentions[k].kind == person {
			return nil
		}
		for k := c.mentionFrom(c.s.Start) - 1; k >= 0; k-- {
			if m := &c.mentions[k]; m.kind == person && m.entity >= 0 && kinOfSpeaker(c.token(m.first-1).Folded) == w {
				return []int{k}
			}
		}
		return nil
	}
	return nil
}

// kinOfSpeaker returns the word of kinship with "my", one for all its spellings; "" for other words.
func kinOfSpeaker(f string) string {
	if len(f) > 8 && (strings.HasPrefix(f, "و") || strings.HasPrefix(f, "ل") || strings.HasPrefix(f, "ب")) && f != "والدي" && f != "والدتي" {
		f = f[2:]
	}
	switch f {
	case "والدي", "ابي", "ابوي", "ابويا", "ابويه":
		return "والدي"
	case "اخي", "اخوي", "اخويا", "اخويه", "شقيقي":
		return "اخي"
	case "ابني", "ولدي":
		return "ابني"
	case "زوجي", "رجلي":
		return "زوجي"
	case "عمي", "خالي", "جاري", "صديقي", "زوجتي", "اختي", "امي", "والدتي":
		return f
	}
	return ""
}

// convictItem returns the person an item of a judgment's list begins with, when the list's heading convicts and the item says for what:
// «تجرّم المحكمة: أ. طالب مزهر، عن خطف الطبيب»; -1 otherwise.
func (c *clause) convictItem(t trigger) int {
	if f := c.token(t.first - 1).Folded; f != "عن" && f != "جريمه" && f != "بتهمه" && !strings.HasPrefix(c.tokens[t.first].Folded, "و") && t.skip == 0 {
		return -1
	}
	k := c.lineName(t.first)
	if k < 0 || len(c.persons(max(c.s.Start, c.mentions[k].last), t.first)) > 0 {
		return -1
	}
	for i := c.mentions[k].first - 1; i > 0 && i > c.mentions[k].first-120; i-- {
		if c.tokens[i].Text != ":" || c.tokens[min(i+1, len(c.tokens)-1)].Kind != text.Break {
			continue
		}
		for j := i - 1; j >= 0 && j > i-8; j-- {
			if o, n := c.rules.match(c.page, j, "verdict"); n > 0 {
				if o.attrs["value"] == "convicted" {
					return k
				}
				return -1
			}
		}
		return -1
	}
	return -1
}

// shotDead reports whether the sentence goes on to say that shots killed: «أطلق النار على سنان فأرداه قتيلا».
func (c *clause) shotDead(t trigger) bool {
	for i := t.last; i < c.s.End && i < t.last+22; i++ {
		switch strings.TrimPrefix(c.tokens[i].Folded, "ف") {
		case "ارداه", "اردته", "اردوه", "ارداها", "قتيلا", "صريعا", "وارداه", "واردوه", "مقتله", "مقتلها", "بمقتله", "حياته", "حياتها", "قتله", "وقتله", "وفاته", "وفاتها", "استشهاده", "فقتله", "قتلوه", "وقتلوه", "مات", "ماتت", "ومات":
			return true
		}
	}
	return false
}

// recognisedBy takes whom «تعرّف … على فلان» says was recognised at an incident that hurts nobody's body for one of its doers.
func (c *clause) recognisedBy(e *event) {
	for i := c.s.Start; i < c.s.End; i++ {
		switch c.tokens[i].Folded {
		case "تعرف", "وتعرف", "تعرفت", "وتعرفت":
			c.recognisedOn(e, i)
		}
	}
}

// commander reports whether what looks like the verb "ordered" is the noun of who commands: «آمر الفوج».
func (c *clause) commander(t trigger) bool {
	w := c.tokens[t.first].Text
	return t.class != "role" && t.class != "does" && t.last-t.first == 1 && (w == "آمر" || w == "وآمر" || w == "الآمر") && c.token(t.last).Kind == text.Word && t.class != "cast"
}

// partOfPeople returns the part of the Arabic people right before «بينهم»: behind a word of agency they did it, as an owner or object they
// suffered it; "" when no such people stand there.
func (c *clause) partOfPeople(p trigger) string {
	for i := p.first - 1; i > c.s.Start && i > p.first-6; i-- {
		f := strings.TrimPrefix(c.tokens[i].Folded, "ال")
		if strings.HasPrefix(f, "لل") {
			f = f[4:]
		} else if strings.HasPrefix(f, "ل") && len(f) > 6 {
			f = f[2:]
		}
		switch f {
		case "ضباط", "منتسبين", "منتسبي", "مواطنين", "معلمين", "طلاب", "موظفين", "صحفيين", "اطباء", "عمال", "شيوخ", "وجهاء", "اسري", "سجناء", "محتجزين", "مزارعين", "نساء", "اطفال", "شبان", "عوائل", "عوايل", "شرطه":
		default:
			continue
		}
		switch c.tokens[i-1].Folded {
		case "يد", "ايدي", "قبل":
			return sanad.Perpetrator
		}
		if c.eventBetween(c.s.Start, i) {
			return sanad.Victim
		}
		return ""
	}
	return ""
}

// confessor returns who confesses an act told as a noun: in Arabic the subject of the verb of confessing itself, not whoever is named
// between it and the act.
func (c *clause) confessor(t trigger) []int {
	who := c.subject(t.first)
	if len(who) == 0 || !c.tokens[t.first].IsArabic() {
		return who
	}
	for _, o := range c.triggers {
		if o.class != "confess" || o.last > t.first || c.mentions[who[0]].first < o.last {
			continue
		}
		if said := c.object(o.last, 3); len(said) > 0 {
			return said
		}
		return c.plainSubject(o.first)
	}
	return who
}

// verbFirst returns the subject behind an incident with its article when the verb of taking part opens its clause: «…، وأشرف على التفجير
// المسؤول العسكري طالب».
func (c *clause) verbFirst(part, t trigger) []int {
	if !c.tokens[part.first].IsArabic() || part.skip == 0 || !strings.HasPrefix(c.tokens[part.first].Folded, "و") || t.first < part.last || t.first-part.last > 1 || !strings.HasPrefix(c.tokens[t.first].Folded, "ال") {
		return nil
	}
	return c.lateSubject(t)
}

// pluralDoers returns the one list of persons before an Arabic plural verb that names its subject in an earlier clause: «حضر كل من طالب
// وفراس … وأطلقوا النار»; nobody when there are several, or people without a name.
func (c *clause) pluralDoers(t trigger, victims []int) []int {
	if !c.pluralVerb(t) {
		return nil
	}
	var found []int
	all := c.persons(c.s.Start, t.first)
	for n := 0; n < len(all); {
		list := c.group(all[n])
		n += max(1, len(list))
		if len(c.union(nil, list)) < 2 || len(without(list, victims)) < len(list) || c.governed(list[0]) && !everyOf(c.page, c.mentions[list[0]].first) || c.speaks(list[0]) {
			continue
		}
		if len(found) > 0 {
			return nil
		}
		found = list
	}
	if len(found) == 0 {
		return nil
	}
	for i := c.mentions[found[len(found)-1]].last; i < t.first; i++ {
		if f := c.tokens[i].Folded; actors(strings.TrimPrefix(f, "و")) || f == "؛" {
			return nil
		}
	}
	return found
}

// spelledOut returns the names with which «وهم» behind a comma spells out people told without a name.
func (c *clause) spelledOut(from int) []int {
	for i := from; i < c.s.End && i < from+8; i++ {
		switch c.tokens[i].Folded {
		case "وهم", "وهما", "وهو", "هم", "هما":
			if c.token(i-1).Kind != text.Word {
				return c.firstAfter(i+1, 3)
			}
			return nil
		}
		if k := c.at(i); k >= 0 && c.mentions[k].kind == person {
			return nil
		}
	}
	return nil
}

// lineName returns the person a line of a list begins with, behind its mark, for a token of the line; -1 when it begins otherwise.
func (c *clause) lineName(pos int) int {
	start := pos
	for start > 0 && c.tokens[start-1].Kind != text.Break && pos-start < 60 {
		start--
	}
	for i := start; i < start+4 && i < pos; i++ {
		if k := c.at(i); k >= 0 {
			if c.mentions[k].kind == person && c.mentions[k].entity >= 0 {
				return k
			}
			return -1
		}
	}
	return -1
}

// called returns whom «يدعى» names within a few words of a description that begins at a token: «برصاص قناص من داعش يدعى طالب»; -1 when
// a comma or another name comes first.
func (c *clause) called(from int) int {
	for i := from; i < c.s.End && i < from+6; i++ {
		switch c.tokens[i].Folded {
		case "يدعي", "اسمه", "المدعو":
			if k := c.at(i + 1); k >= 0 && c.mentions[k].kind == person && c.mentions[k].first == i+1 {
				return k
			}
			return -1
		}
		if k := c.at(i); c.tokens[i].Kind != text.Word || k >= 0 && c.mentions[k].kind == person {
			return -1
		}
	}
	return -1
}

// definiteObject reports whether a noun with its article right behind an imperfect is what its subject does it to: «وهو يطعن المجني عليه»;
// words of time are none.
func (c *clause) definiteObject(t trigger) bool {
	f := c.token(t.last).Folded
	if !strings.HasPrefix(c.tokens[t.first].Folded, "ي") || t.last >= c.s.End || !strings.HasPrefix(f, "ال") || c.at(t.last) >= 0 || c.dated[t.last] || weekday(f) {
		return false
	}
	switch f {
	case "العام", "الشهر", "الاسبوع", "الساعه", "الليله", "البارحه", "الان", "الذي", "التي", "الذين", "الي":
		return false
	}
	return true
}

// titleObject reports whether a rank or trade with its article and without a name stands right behind an Arabic verb, whose object it is:
// «طالب الذي قتل الحارس».
func (c *clause) titleObject(t trigger) bool {
	f := c.token(t.last).Folded
	return t.last < c.s.End && strings.HasPrefix(f, "ال") && c.lex.is("title_ar", f) && c.at(t.last) < 0 && c.at(t.last+1) < 0 && c.tokens[t.first].Text != "قُتل"
}

// whenBetween reports whether a word of time turns the words behind it from what is denied before: «لم يكن طالب حاضرا حين قتل سنان».
func (c *clause) whenBetween(from, to int) bool {
	for i := from; i < to; i++ {
		switch c.tokens[i].Folded {
		case "حين", "عندما", "حينما", "لما", "ساعه", "لحظه":
			return true
		}
	}
	return false
}
