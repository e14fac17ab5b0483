package extract

import (
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// Those a step of the law happened to are often told together or by their place: "Both were caught", "the two men", «وقد أوقفا»,
// "the second to life", «براءة الثالث», or one of them by a pronoun beside the other's name: "He and the driver, Omar, were seized".

// togetherReach is how many sentences before "the two" the people it stands for may be named.
const togetherReach = 2

// together returns who "both", "the two men", "they", or an Arabic dual or plural pronoun stand for beside a step of the law; nil when the
// step is told of nobody so, or it is not plain who is meant.
func (c *clause) together(t trigger) []int {
	n, at := c.groupWordArabic(t)
	if !c.tokens[t.first].IsArabic() {
		n, at = c.groupWord(t)
	}
	if n < 0 {
		return nil
	}
	if c.ofConvicts(t, at) && (len(c.guilty) == n || n == 0 && len(c.guilty) > 1) {
		return c.guilty
	}
	if who := c.peopleBefore(at, n); len(who) > 0 {
		return who
	}
	for _, list := range [][]int{c.cast, c.accused()} {
		if len(list) == n && n > 0 || n == 0 && len(list) > 1 {
			return list
		}
	}
	return nil
}

// ofConvicts reports whether the group is called by its conviction: "the two convicts", «الحكم على المجرمين المذكورين».
func (c *clause) ofConvicts(t trigger, at int) bool {
	for i := at; i < c.s.End && i < t.last+3; i++ {
		switch c.tokens[i].Folded {
		case "convicts", "convicted", "المجرمين", "المدانين", "المدانان", "المجرمان":
			return i < t.first || c.tokens[i].IsArabic()
		}
	}
	return false
}

// groupWord returns how many people the subject of an English step stands for without naming them, 0 for any number, and where its words
// begin; -1 when it is no such subject.
func (c *clause) groupWord(t trigger) (n, at int) {
	if !c.passive(t) && !c.impliedPassive(t) && t.attrs["form"] != "self" {
		return -1, 0
	}
	g := c.groupStart(t.first)
	if c.token(g).Folded == "both" && (g == c.s.Start || c.tokens[g-1].Kind != text.Word || c.tokens[g-1].Folded == "and" || c.tokens[g-1].Folded == "when") {
		return 2, g
	}
	i := g - 1
	if i < c.s.Start || c.at(i) >= 0 {
		return -1, 0
	}
	noun := false
	switch c.tokens[i].Folded {
	case "they":
		return 0, i
	case "whom": // "Omar and Ali, both of whom were caught"
		if c.token(i-1).Folded == "of" && (c.token(i-2).Folded == "both" || c.token(i-2).Folded == "all") {
			if c.token(i-2).Folded == "both" {
				return 2, i - 2
			}
			return 0, i - 2
		}
		return -1, 0
	case "pair", "duo", "couple":
		return 2, i
	case "men", "women", "brothers", "cousins", "sisters", "suspects", "accused", "defendants", "convicts", "detainees", "prisoners":
		noun, i = true, i-1
	}
	switch f := c.token(i).Folded; {
	case noun && f == "both":
		return 2, i
	case noun && (f == "the" || f == "these" || f == "all"):
		return 0, i
	case countWord(f) > 0 && (noun || c.token(i-1).Folded == "the" || c.token(i-1).Folded == "all"):
		switch c.token(i - 1).Folded {
		case "the", "all", "these", "those":
			return countWord(f), i - 1
		}
	}
	return -1, 0
}

// groupWordArabic returns the same of an Arabic step: 2 for a dual, 0 for «عليهم».
func (c *clause) groupWordArabic(t trigger) (n, at int) {
	if f := c.token(t.first - 1).Folded; t.class == "arrest" && f == "لهما" { // «تحتسب لهما مدة التوقيف من …»
		return 2, t.first
	}
	switch c.token(t.last).Folded {
	case "المجرمين", "المدانين":
		if f := c.token(t.last + 1).Folded; f == "المذكورين" || f == "اعلاه" || f == "المذكوران" {
			return 0, t.first
		}
	}
	for i := t.first; i <= t.last && i < c.s.End; i++ {
		switch f := c.tokens[i].Folded; {
		case f == "عليهما", f == "بهما", f == "عنهما", f == "بحقهما", f == "اليهما", f == "لهما", f == "سراحهما", f == "سبيلهما", f == "نفسيهما", i < t.last && dualStep(strings.TrimLeft(f, "وف")):
			return 2, t.first
		case f == "عليهم", f == "عنهم", f == "بحقهم", f == "اليهم", f == "سراحهم", f == "سبيلهم", f == "انفسهم":
			return 0, t.first
		}
	}
	return -1, 0
}

// dualStep reports an Arabic verb of the law in the dual: two people named or spoken of before it are its subject.
func dualStep(f string) bool {
	switch f {
	case "اوقفا", "اعتقلا", "احتجزا", "احيلا", "ادينا", "حكما", "سقطا", "وقعا", "استسلما", "سلما", "ضبطا", "لوحقا", "حوكما", "اودعا", "حبسا", "سجنا", "برءا", "انلزما", "انمسكا":
		return true
	}
	return false
}

// peopleBefore returns the n persons (any number over one for 0) that the sentence before token pos, or else the nearest sentence before it that
// names anybody, is about; two may also be the subjects of two sentences in a row. Nobody when more are named than meant.
func (c *clause) peopleBefore(pos, n int) []int {
	for back := 0; back <= togetherReach && c.sentenceNo >= back; back++ {
		o, end := c, pos
		if back > 0 {
			o = c.sentenceAt(c.sentenceNo - back)
			end = o.s.End
		}
		plain, all := o.bystanding(end)
		switch {
		case len(all) == 0:
			continue
		case n == 0 && len(plain) > 1:
			return plain
		case n > 0 && len(plain) == n:
			return plain
		case n == 0 && len(all) > 1, len(plain) < n && len(all) == n:
			return all
		case n == 2 && len(plain) == 1 && len(all) == 1 && c.sentenceNo > back:
			before, _ := c.sentenceAt(c.sentenceNo - back - 1).bystanding(o.s.Start)
			if who := c.union(before, plain); len(before) == 1 && len(who) == 2 {
				return who
			}
		}
		return nil
	}
	return nil
}

// sentenceAt returns another sentence of the report for reading who it is about.
func (c *clause) sentenceAt(no int) *clause {
	s := c.sentences[no]
	return &clause{page: c.page, s: s, triggers: c.rules.triggers(c.page, s)}
}

// bystanding returns the persons a sentence names before token end, each once, of whom the next may say "both": nobody of the court or the
// state, nobody who only speaks, no victim, and no superior named only by his men ("its leader, Omar"). plain leaves out those in the genitive
// and after prepositions.
func (c *clause) bystanding(end int) (plain, all []int) {
	for _, k := range c.persons(c.s.Start, end) {
		if c.mentions[k].entity < 0 || c.mentions[k].parent || c.official(k) || c.ranked(k) || c.announces(k) || c.speaks(k) || c.wasVictim(k) || c.theirLeader(k) || c.complains(k) {
			continue
		}
		all = c.union(all, []int{k})
		if !c.governed(k) && !c.headed(k) {
			plain = c.union(plain, []int{k})
		}
	}
	return plain, all
}

// wasVictim reports whether an incident told before has a person for its victim.
func (c *clause) wasVictim(k int) bool {
	key := string(c.entityOf(k)) + sanad.Victim
	for i := max(0, len(c.events)-mostEvents); i < len(c.events); i++ {
		if c.events[i].parts[key] {
			return true
		}
	}
	return false
}

// complains reports whether a name is introduced as one who complains, saw it or suffered it.
func (c *clause) complains(k int) bool {
	switch strings.TrimLeft(c.token(c.mentions[k].first-1).Folded, "وفل") {
	case "المشتكي", "المشتكيه", "الشاهد", "الشاهده", "عليه", "الضحيه", "witness", "complainant", "victim", "plaintiff":
		return true
	}
	return c.testifies(k)
}

// theirLeader reports whether a name only says who leads those spoken of: "between the group and its leader, Omar".
func (c *clause) theirLeader(k int) bool {
	i := c.mentions[k].first - 1
	if c.token(i).Text == "," {
		i--
	}
	switch c.token(i).Folded {
	case "leader", "commander", "emir", "boss", "chief", "head":
		f := c.token(i - 1).Folded
		return f == "its" || f == "their"
	}
	return false
}

// accused returns the people of the case in their order: as the court's report lists them, or as it introduces them one by one («المتهم فلان»),
// or the list told last.
func (c *clause) accused() []int {
	if list := c.defendants(); len(list) > 1 {
		return list
	}
	if list := c.introduced(); len(list) > 1 {
		return list
	}
	return c.cast
}

// introduced returns those whose first naming calls them accused, in order.
func (p *page) introduced() []int {
	if p.introducedKnown {
		return p.introducedList
	}
	p.introducedKnown = true
	seen := map[int]bool{}
	for k := range p.mentions {
		m := &p.mentions[k]
		if m.kind != person || m.entity < 0 || seen[m.entity] {
			continue
		}
		switch strings.TrimLeft(p.token(m.first-1).Folded, "وفب") {
		case "المتهم", "لمتهم", "المتهمه", "لمتهمه", "accused", "defendant":
			p.introducedList = append(p.introducedList, k)
			seen[m.entity] = true
		}
	}
	return p.introducedList
}

// byPlace returns the one of the accused whose number stands for him as subject or object of an Arabic step: «براءة الثالث», «وكان
// الثالث قد أوقف».
func (c *clause) byPlace(t trigger) []int {
	if !c.tokens[t.first].IsArabic() {
		return nil
	}
	list := c.accused()
	if len(list) < 2 && judgment(t) {
		list = c.listNamed(c.s.Start, 0)
	}
	if len(list) < 2 {
		return nil
	}
	of := func(i int) []int {
		if i < c.s.Start || i >= c.s.End || c.dated[i] {
			return nil
		}
		f := strings.TrimLeft(c.tokens[i].Folded, "وف")
		if rest, ok := strings.CutPrefix(f, "لل"); ok {
			f = "ال" + rest
		}
		if n := placeInList(f); n > 0 && n <= len(list) && strings.HasPrefix(f, "ا") {
			return list[n-1 : n]
		}
		return nil
	}
	next := t.last
	switch c.token(next).Folded {
	case "عن", "علي", "بحق", "الي":
		next++
	}
	last := c.tokens[t.last-1].Folded
	if !strings.HasPrefix(last, "ال") && !strings.HasPrefix(last, "حكم") {
		if who := of(next); len(who) > 0 && (c.token(next+1).Folded != "من" || next > t.last || t.class == "verdict") {
			return who
		}
	}
	i := t.first - 1
	for i > c.s.Start && (c.dated[i] || c.tokens[i].Folded == "قد" || c.tokens[i].Folded == "فقد") {
		i--
	}
	switch prev := c.token(i - 1); {
	case i == c.s.Start, prev.Kind != text.Word, prev.Folded == "كان", prev.Folded == "وكان", prev.Folded == "اما", prev.Folded == "واما", strings.HasPrefix(c.token(i).Folded, "وال"):
		return of(i)
	}
	return nil
}

// besides adds to those a step happened to the one whom a pronoun joins to the first of them: "He and the group's commander, Omar, were
// seized", «أوقفت هي وسائق السيارة عمر».
func (c *clause) besides(t trigger, who []int) []int {
	if len(who) == 0 {
		return who
	}
	who = c.takenWith(t, who)
	first := c.mentions[who[0]].first
	if c.tokens[t.first].IsArabic() {
		who = c.withTheirMen(t, who)
		switch f := c.token(t.last).Folded; f {
		case "هو", "هي":
			if first > t.last && first-t.last <= 6 && strings.HasPrefix(c.token(t.last+1).Folded, "و") {
				return c.joinLast(t.first, who)
			}
		}
		return who
	}
	if both := c.withHis(t, who); len(both) > len(who) {
		return both
	}
	for i := first - 1; i > c.s.Start && i > first-9 && first <= t.first; i-- {
		switch f := c.tokens[i].Folded; {
		case f == "and":
			if p := c.token(i - 1).Folded; p == "he" || p == "she" {
				return c.joinLast(i, who)
			}
			return who
		case c.tokens[i].Kind == text.Word && (c.at(i) >= 0 && c.mentions[c.at(i)].kind == person || auxiliary(f)):
			return who
		}
	}
	return who
}

// joinLast adds whom a pronoun before token pos stands for.
func (c *clause) joinLast(pos int, who []int) []int {
	k := c.lastWho
	if before := c.persons(c.s.Start, pos); len(before) > 0 {
		k = before[len(before)-1]
	} else if f := c.token(pos - 1).Folded; (f == "she" || c.token(pos+1).Folded == "هي") && c.sentenceNo > 0 {
		k = c.sheOf(c.sentenceAt(c.sentenceNo-1), k)
	}
	if k < 0 || c.official(k) || c.wasVictim(k) {
		return who
	}
	return c.union([]int{k}, who)
}

// sheOf returns whom "she" stands for after a sentence: of a sentence about "him" the only other person it names, else the one spoken of last.
func (c *clause) sheOf(before *clause, last int) int {
	if !before.aboutHim() {
		return last
	}
	all := before.persons(before.s.Start, before.s.End)
	other := -1
	for _, k := range all {
		if last >= 0 && c.mentions[k].entity == c.mentions[last].entity {
			continue
		}
		if other >= 0 && c.mentions[other].entity != c.mentions[k].entity {
			return -1
		}
		other = k
	}
	return other
}

// soleAccused returns the one accused of a judgment when the court's "him", «عليه» is he, whoever was named since as witness, victim or
// accomplice; nil elsewhere.
func (c *clause) soleAccused(t trigger) []int {
	if t.class == "charge" || !c.inJudgment() {
		return nil
	}
	list := c.defendants()
	if len(list) != 1 || len(c.introduced()) > 1 || c.mentions[list[0]].first >= c.s.Start {
		return nil
	}
	for _, k := range c.persons(c.s.Start, t.first) {
		if !c.official(k) && c.mentions[k].entity != c.mentions[list[0]].entity {
			return nil
		}
	}
	return list
}

// inJudgment reports whether the report is a court's own: its head names the court or a judgment.
func (p *page) inJudgment() bool {
	for i := 0; i < len(p.tokens) && i < courtHead; i++ {
		switch p.tokens[i].Folded {
		case "court", "tribunal", "judgment", "judgement", "محكمه", "المحكمه", "convict", "المدان":
			return true
		}
	}
	return false
}

// courtHead is within how many tokens the head of a court's report names it.
const courtHead = 24

// withTheirMen adds to those named behind an Arabic step the next one whom «ومحاسبه», «وسائق السيارة» joins to them, and where the step counts
// its people also the one that a comma and «و» join over a description: «اعتقال أربعة بينهم عمر صالح وهو العقل المدبر، وعلي حسن الذي …».
func (c *clause) withTheirMen(t trigger, who []int) []int {
	for n := 0; n < 8; n++ {
		last := &c.mentions[c.lastOf(who)]
		if last.first < t.last || last.last >= c.s.End {
			return who
		}
		all := c.persons(last.last, c.s.End)
		for len(all) > 0 && c.mentions[all[0]].entity == last.entity {
			last, all = &c.mentions[all[0]], all[1:]
		}
		if len(all) == 0 || !c.joinsByRole(last.last, c.mentions[all[0]].first) && !(c.counts(t.last, c.mentions[who[0]].first) && c.joinsOver(last.last, all[0])) {
			return who
		}
		who = c.union(who, c.group(all[0]))
	}
	return who
}

// joinsByRole reports whether the few words between two Arabic names are «و» with a role, a trade or a relative of the first.
func (c *clause) joinsByRole(from, to int) bool {
	if from >= to || to-from > 4 || c.marked(from, to) || !strings.HasPrefix(c.tokens[from].Folded, "و") {
		return false
	}
	for _, o := range c.triggers {
		if o.first == from && (o.class == "role" || o.class == "trade" || o.class == "kin") {
			return true
		}
	}
	return false
}

// joinsOver reports whether a name with «و» goes on a list over the description of the one before, with no act between.
func (c *clause) joinsOver(from, k int) bool {
	m := &c.mentions[k]
	if m.first-from < 2 || m.first-from > 14 || m.span.Start == c.tokens[m.first].Span.Start || !strings.HasPrefix(c.tokens[m.first].Folded, "و") || c.token(m.first-1).Text != "،" {
		return false
	}
	for _, o := range c.triggers {
		if o.first >= from && o.last <= m.first && (o.class == "event" || stage(o)) {
			return false
		}
	}
	return true
}

// counts reports whether people are counted between two tokens: «أربعة عناصر بينهم».
func (c *clause) counts(from, to int) bool {
	for i := from; i < to; i++ {
		if n, ok := c.countAt(i); ok && !c.dated[i] && n.Best > 1 {
			return true
		}
	}
	return false
}
