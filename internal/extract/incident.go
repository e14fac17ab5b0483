package extract

import (
	"slices"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// incidents finds what happened in the sentence, to whom and by whom.
func (c *clause) incidents() {
	var parts []trigger
	var told []trigger
	for _, t := range c.triggers {
		switch t.class {
		case "part":
			if !c.takenIn(t) {
				parts = append(parts, t)
			}
		case "event":
			if !c.inside(t, told) && !c.manner(t, told) && !c.withinName(t) && !c.penal(t) && !c.planned(t, told) && !c.takenByState(t) && !c.searched(t) && !c.dawn(t) && !c.found(t) && !c.wished(t) && (t.attrs["form"] != "taken" || len(c.takenBeside(t)) > 0) && !c.notTaken(t) && !c.onlyWanted(t) && !c.genericAct(t) && (t.attrs["out"] == "" || c.drivenOut(t)) {
				told = append(told, t)
			}
		}
	}
	limit := func(i int) int {
		if i+1 < len(told) {
			return told[i+1].first
		}
		return c.s.End
	}
	for i, t := range told {
		if !c.partOfLater(t, told) {
			c.incident(t, parts, limit(i))
		}
	}
	for i, t := range told { // a death told before its cause: "was killed when a bomb exploded"
		if c.partOfLater(t, told) {
			c.incident(t, parts, limit(i))
		}
	}
	c.partsOfKnownEvents(parts, told)
	c.foiled(told)
}

// partOfLater reports whether a death belongs to an attack, bombing or massacre told after it in its clause: "died in the blast",
// «استشهد في الهجوم».
func (c *clause) partOfLater(t trigger, told []trigger) bool {
	if t.attrs["type"] != "killing" || t.attrs["form"] == "noun" || t.attrs["form"] == "doer" {
		return false
	}
	for _, o := range told {
		switch o.attrs["type"] {
		case "attack", "bombing", "massacre":
		default:
			continue
		}
		if o.first < t.last || o.first-t.last > 14 || c.turns(t.last, o.first) {
			continue
		}
		for i := t.last; i <= o.first; i++ {
			switch c.tokens[i].Folded {
			case "in", "by", "when", "during", "as", "after", "from", "في", "خلال", "اثناء", "عندما", "جراء", "اثر", "نتيجه", "بسبب", "ب", "بهجوم", "بتفجير", "بانفجار":
				return true
			}
		}
	}
	return false
}

// manner reports whether «رميا بالرصاص» only says how somebody was killed by the word before.
func (c *clause) manner(t trigger, told []trigger) bool {
	return len(told) > 0 && c.tokens[t.first].Folded == "رميا" && t.first-told[len(told)-1].last <= 8
}

// inside reports whether a trigger lies within one already taken, or repeats it beside it: "massacre killing".
func (c *clause) inside(t trigger, told []trigger) bool {
	for _, o := range told {
		if t.first < o.last && o.first < t.last {
			return true
		}
	}
	return false
}

// forced returns whose confession a word of torture says was forced, nobody when it says nothing of the kind: "his confession
// was taken under beating", «انتزع اعترافه بالضرب».
func (c *clause) forced(t trigger) []int {
	if t.attrs["type"] != "torture" {
		return nil
	}
	for _, o := range c.triggers {
		if o.class == "confess" && o.last <= t.first && t.first-o.last <= 8 {
			if k := c.at(o.last); k >= 0 && c.mentions[k].kind == person { // «انتزعت اعترافات أحمد تحت التعذيب»
				return []int{k}
			}
			if k := c.at(o.first - 3); k >= 0 && c.mentions[k].kind == person && c.token(o.first-1).Folded == "s" {
				return []int{k}
			}
			if f := c.token(o.first - 1).Folded; f == "his" || f == "her" || strings.HasSuffix(c.tokens[o.last-1].Folded, "ه") {
				if who := c.topic(o.first); len(who) > 0 {
					return who
				}
				if all := c.persons(c.s.Start, o.first); len(all) > 0 {
					return all[len(all)-1:]
				}
				if c.lastWho >= 0 {
					return []int{c.lastWho}
				}
			}
		}
	}
	return nil
}

// takenByState reports whether a word of taking away that names no crime is said of a force of the state: that is an arrest.
func (c *clause) takenByState(t trigger) bool {
	if t.attrs["type"] != "kidnapping" || t.attrs["form"] != "verb" {
		return false
	}
	f := c.tokens[t.first].Folded
	for _, crime := range []string{"kidnap", "abduct", "خطف", "ختطف", "hostage"} {
		if strings.Contains(f, crime) || strings.Contains(c.token(t.last-1).Folded, crime) {
			return false
		}
	}
	force := false
	for _, o := range c.triggers {
		if o.class != "force" || c.tokens[o.first].IsArabic() != c.tokens[t.first].IsArabic() {
			continue
		}
		if c.tokens[t.first].IsArabic() {
			force = force || o.first >= t.last && o.first-t.last <= 1
		} else {
			force = force || o.last <= t.first && c.groupStart(t.first)-o.last <= 3 || o.first >= t.last && (c.token(o.first-1).Folded == "by" || c.token(o.first-1).Folded == "the" && c.token(o.first-2).Folded == "by")
		}
	}
	for i := t.last; i < t.last+5 && i < c.s.End && !c.tokens[t.first].IsArabic(); i++ { // "was seized in a night raid"
		switch c.tokens[i].Folded { // "was taken by the intelligence"
		case "intelligence", "mukhabarat", "asayish", "authorities":
			prev := c.token(i - 1).Folded
			force = force || prev == "by" || prev == "the" && c.token(i-2).Folded == "by"
		}
		force = force || (c.tokens[i].Folded == "raid" || c.tokens[i].Folded == "raids") && c.passive(t)
	}
	for i := c.s.Start; i < c.s.End && force; i++ {
		switch c.tokens[i].Folded {
		case "uniform", "uniforms", "disguised", "dressed", "posing", "fake", "زي", "بزي", "متنكرين", "منتحلين", "ملثمون", "masked":
			return false
		}
	}
	return force
}

// searched reports whether a raid is one in which the law takes somebody: an operation, and no attack.
func (c *clause) searched(t trigger) bool {
	if t.attrs["type"] != "attack" {
		return false
	}
	raid := false
	for i := t.first; i < t.last; i++ {
		raid = raid || strings.HasPrefix(c.tokens[i].Folded, "raid")
	}
	if !raid {
		return false
	}
	for i := c.s.Start; i < c.s.End; i++ {
		switch c.tokens[i].Folded {
		case "captured", "arrested", "detained", "seized", "apprehended", "nabbed", "arresting", "capturing", "detaining":
			return true
		}
	}
	return slices.ContainsFunc(c.triggers, func(o trigger) bool { return o.class == "force" && o.last <= t.first && t.first-o.last <= 3 })
}

// notTaken reports whether a word is none of the act it looks like: the noun «ضربة», or «أخذ مني», which is of things.
func (c *clause) notTaken(t trigger) bool {
	w := c.tokens[t.first]
	if _, inflects := t.attrs["v"]; inflects && t.last-t.first == 1 && strings.HasSuffix(w.Text, "ة") && w.Text != "قتلة" {
		return true
	}
	if t.rule.id == "take.en" {
		switch c.token(t.last).Folded {
		case "over", "part", "place", "care", "note", "down", "up", "power", "control", "charge", "refuge", "shelter", "off", "photographs", "pictures", "money", "responsibility", "advantage":
			return true
		}
	}
	if t.rule.id == "take.ar" {
		switch c.token(t.last).Folded {
		case "مني", "منه", "منها", "منهم", "منا", "فلوس", "مبلغ", "مفاتيح", "مبالغ", "اموال", "الاموال", "الفلوس":
			return true
		}
	}
	return false
}

// dawn reports whether «فجر» is the time of day.
func (c *clause) dawn(t trigger) bool {
	if c.tokens[t.first].Folded != "فجر" || t.last-t.first > 1 {
		return false
	}
	if i := t.last; i < c.s.End && c.dated[i] || c.token(i).Kind == text.Number {
		return true
	}
	switch c.token(t.last).Folded {
	case "يوم", "اليوم", "امس", "الجمعه", "السبت", "الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "ذلك":
		return true
	}
	switch c.token(t.first - 1).Folded {
	case "من", "عند", "قبل", "منذ", "حتي":
		return true
	}
	return false
}

// penal reports whether a word of killing names a penalty or a charge and no act: "sentenced to death by hanging", «حكم
// بالإعدام», «تهمة القتل».
func (c *clause) penal(t trigger) bool {
	for _, o := range c.triggers {
		switch {
		case o.class == "sentence" && t.attrs["type"] == "public_execution" && c.token(t.first-1).Folded != "قبل" && c.token(t.first-1).Folded != "before" && o.first < t.last && t.first-o.last <= 6 && !c.eventBetween(o.last, t.first):
			return true
		case o.class == "sentence" && o.first < t.first && c.tokens[t.first].Folded == "hanging" && c.token(t.first-1).Folded == "by" && c.token(t.first-2).Folded == "death":
			return true
		case o.class == "sentence" && c.tokens[t.first].Folded == "death" && t.first-o.last <= 1 && t.first >= o.last-1:
			return true
		case o.class == "charge" && t.attrs["form"] == "noun" && t.attrs["type"] != "failed_plot" && !c.particular(t) && o.last <= t.first && t.first-o.last <= 2 && len(c.persons(t.last, min(t.last+5, c.s.End))) == 0 && c.victimApposed(t.last) < 0:
			return true
		}
	}
	return false
}

// particular reports whether "the bombing" of a charge is a certain one: one told before, or one whose place follows.
func (c *clause) particular(t trigger) bool {
	if c.tokens[t.first].IsArabic() || c.tokens[t.first].Folded != "the" && c.token(t.first-1).Folded != "the" {
		return false
	}
	return len(c.events) > 0 || len(c.within(t.last, min(t.last+8, c.s.End), place)) > 0
}

// planned reports whether an attack is only what a plot told just before was for.
func (c *clause) planned(t trigger, told []trigger) bool {
	n := len(told)
	return n > 0 && told[n-1].attrs["type"] == "failed_plot" && t.first-told[n-1].last <= 5
}

// withinName reports whether a trigger is part of a name: the "Execution" of a court's bureau.
func (c *clause) withinName(t trigger) bool {
	k := c.at(t.first)
	return k >= 0 && c.mentions[k].kind != place
}

// roles of persons in one told event, in order of mention.
type cast struct {
	perpetrators, suspects, victims, witnesses []int
}

// add gives persons a role.
func (x *cast) add(role string, who []int) {
	switch role {
	case sanad.Perpetrator:
		x.perpetrators = append(x.perpetrators, who...)
	case sanad.Suspect:
		x.suspects = append(x.suspects, who...)
	case sanad.Victim:
		x.victims = append(x.victims, who...)
	case sanad.Witness:
		x.witnesses = append(x.witnesses, who...)
	}
}

// lateSubject returns the subject of an Arabic verb that stands after its object: «نفذ الهجوم على السيطرة فلان».
func (c *clause) lateSubject(t trigger) []int {
	all := c.persons(t.last, c.s.End)
	if len(all) == 0 || c.mentions[all[0]].first-t.last > 6 || c.governed(all[0]) || c.broken(t.last, c.mentions[all[0]].first) {
		return nil
	}
	for _, o := range c.triggers {
		if o.first >= t.last && o.first < c.mentions[all[0]].first && o.class != "cast" && o.class != "role" && o.class != "trade" && o.class != "kin" && o.class != "foe" && o.class != "force" {
			return nil
		}
	}
	for i := t.last; i < c.mentions[all[0]].first; i++ {
		if t := c.tokens[i]; t.Kind == text.Punctuation && t.Text != "«" && t.Text != "\"" {
			return nil
		}
	}
	return c.group(all[0])
}

func (c *clause) incident(t trigger, parts []trigger, limit int) {
	var who cast
	form := t.attrs["form"]
	arabic := c.tokens[t.first].IsArabic()
	part, hasPart := c.partOf(t, parts)
	if hasPart {
		part = c.suspected(part, parts)
	}
	if form == "noun" && c.verbLike(t) {
		form = "verb"
	}
	if f := c.token(t.first - 1).Folded; c.tokens[t.first].Text == "قتلة" && (f == "احد" || f == "من" || f == "بين" || f == "هو" || f == "هم") { // «أحد قتلة»
		form = "doer"
	}
	if arabic && form == "noun" && t.last-t.first == 2 && t.skip == 0 && c.tokens[t.first].Folded == "قتل" && !c.masdar(t) { // «قتل المدعو طالب المواطن سنان»
		form, t.last = "verb", t.first+1
	}
	acted := arabic && (actors(c.token(t.last).Folded) || c.peopleAfter(t.last) && actors(c.token(t.last+1).Folded)) || !arabic && form == "verb" && !c.passive(t) && attackers(c.token(c.groupStart(t.first)-1).Folded)
	pos := t.first
	var sent []int // by whom and whom somebody sent to do it
	masdar := arabic && form == "verb" && c.masdar(t)
	if masdar {
		form = "noun"
	}
	switch {
	case t.owned: // Ahmed's killer, Talib
		who.victims, who.perpetrators = []int{c.at(t.first - 3)}, c.castAfter(t)
		if len(who.perpetrators) == 0 {
			who.perpetrators = c.castBefore(t)
		}
	case form == "doer": // the killer of Ahmed
		who.victims = c.object(t.last, 5)
		if who.perpetrators = c.describedBy(t); len(who.perpetrators) == 0 && len(who.victims) > 0 {
			who.perpetrators = c.predicateOf(c.mentions[who.victims[len(who.victims)-1]].last)
		}
	case form == "body":
		if who.victims = c.object(t.last, 5); t.attrs["after"] == "" {
			if !arabic {
				who.victims = c.subject(t.first)
			} else { // «عثر على أحمد مقتولا»
				if all := c.persons(max(c.s.Start, t.first-8), t.first); len(all) > 0 && c.mentions[all[len(all)-1]].last >= t.first-1 && !c.headed(all[len(all)-1]) {
					who.victims = all[len(all)-1:]
				}
			}
		}
		if len(who.victims) == 0 || c.harmed(who.victims) {
			return
		}
	case form == "taken": // «المخطوف سنان»
		who.victims = c.takenBeside(t)
	case form == "passive":
		if arabic {
			who.victims = c.object(t.last, 6)
		}
		if len(who.victims) == 0 {
			who.victims = c.subject(t.first)
		}
		who.perpetrators = c.by(t.last)
	case form == "noun" && arabic && (masdar || t.skip > 0) && c.suffixed(t) && len(c.object(t.last, 2)) > 0: // «لتعذيبه سنان»
		who.victims = c.object(t.last, 2)
		if accuse := c.token(t.first - 1).Folded; accuse == "اتهم" || accuse == "واتهم" || accuse == "متهم" || accuse == "اعترف" || accuse == "واعترف" {
			who.suspects, who.victims = who.victims, nil
			break
		}
		if _, ok := c.partOf(t, parts); !ok {
			who.perpetrators = c.masdarDoers(t)
		}
	case form == "noun":
		if who.victims = c.object(t.last, 5); c.attempted(t) && len(who.victims) == 0 {
			who.victims = c.firstAfter(t.last, 3)
		}
		if !arabic {
			if f := c.token(t.last - 1).Folded; f != "of" && f != "on" && f != "against" && c.token(t.last).Folded != "of" {
				who.victims = nil
			} else if k := c.victimApposed(t.last); len(who.victims) == 0 && k >= 0 {
				who.victims = c.group(k)
			} else if len(who.victims) == 0 && len(c.persons(t.last, min(t.last+6, c.s.End))) > 0 && !c.headed(c.persons(t.last, c.s.End)[0]) {
				who.victims = c.group(c.persons(t.last, c.s.End)[0])
			}
			if len(who.victims) == 0 {
				if k := c.at(t.first - 3); k >= 0 && c.mentions[k].kind == person && c.token(t.first-1).Folded == "s" {
					who.victims = []int{k} // Khalid's murder
				}
			}
		} else {
			if c.articled(t) { // «سائق سيارة الخطف طالب»: no genitive
				who.victims = nil
				who.perpetrators = c.doerNoun(t)
			}
			switch t.rule.id {
			case "plot.ar":
				if !c.meansMan(t) {
					who.victims = nil
				}
			case "massacre.noun", "bomb.ar.noun", "attack.ar.noun", "extort.ar":
				if c.token(t.last).Folded == "علي" && c.tokens[t.last-1].Folded == "النار" {
					who.victims = c.firstAfter(t.last+1, 3)
				} else if f := c.tokens[t.last-1].Folded; !strings.Contains(f, "ابتزاز") && !strings.Contains(f, "استهداف") {
					who.victims = nil
				}
			}
		}
		who.perpetrators = c.union(who.perpetrators, c.by(t.last))
		if c.token(t.first-1).Folded == "behind" || c.token(t.first-2).Folded == "behind" { // "Behind the abduction was Talib"
			who.perpetrators = c.union(who.perpetrators, c.predicateOf(t.last))
		}
		if len(who.victims) == 0 && arabic {
			who.victims = c.sharedObject(t)
		}
		c.subjected(t, &who)
		if lost := c.lost(t); len(lost) > 0 {
			who.victims = lost
		}
	case arabic:
		c.arabicVerb(t, limit, &who)
	case c.passive(t):
		if !c.countedBefore(t.first) && !c.ofWhat(t.first) && !c.headlessVictim(t) {
			who.victims = c.subject(t.first)
		}
		who.perpetrators = c.by(t.last)
		if t.first == c.s.Start && len(who.victims) == 0 { // "Kidnapped on 4 May by Talib, Ahmed was freed"
			who.victims = c.afterComma(t.last)
		}
	default:
		if who.victims = c.object(t.last, 10); len(who.victims) > 0 && c.mentions[who.victims[0]].first >= limit {
			who.victims = nil
		}
		who.perpetrators = c.subject(t.first)
		if to := c.groupStart(t.first) - 1; to > c.s.Start && c.tokens[to].Folded == "to" {
			sent = c.infinitive(to)
		}
		if len(who.perpetrators) == 0 && c.token(t.first-1).Folded == "to" || len(who.perpetrators) > 0 && c.infinitiveOf(t, who.perpetrators) {
			who.perpetrators = nil
		}
		if hasPart { // "saw Khalid shoot Ahmed": only who stands between is the subject of the event's own verb
			if part.attrs["role"] != "witness" || len(who.perpetrators) == 0 || c.mentions[who.perpetrators[0]].first < part.last {
				who.perpetrators = nil
			}
		}
	}
	switch t.attrs["type"] {
	case "destruction", "attack", "displacement", "bombing":
		if own := c.ownedByPronoun(t, who.perpetrators); form == "verb" && len(own) > 0 && len(c.owner(t)) == 0 {
			who.victims = own
		}
		if t.attrs["type"] == "displacement" && len(who.victims) == 0 {
			who.victims = without(c.familyOf(t), who.perpetrators)
		}
		if own := c.owner(t); len(own) > 0 && len(without(own, who.perpetrators)) > 0 && (len(who.victims) == 0 || t.attrs["type"] == "destruction") {
			if arabic && form == "verb" && len(who.perpetrators) == 0 && len(who.victims) > 0 && c.mentions[who.victims[0]].first == t.last {
				who.perpetrators = without(who.victims, own) // «أحرق طالب ورفاقه دار سنان»
			}
			who.victims = own
		}
	}
	if f := c.token(t.last).Folded; form == "verb" && !arabic && len(who.victims) == 0 && (f == "and" || f == ",") { // "beaten and burned Ahmed"
		for _, o := range c.triggers {
			if o.class == "event" && o.attrs["form"] == "verb" && o.first > t.last && o.first-t.last <= 2 && !c.passive(o) && !c.passive(t) {
				who.victims = without(c.object(o.last, 3), who.perpetrators)
			}
		}
	}
	if f := c.token(t.last).Folded; form == "verb" && !arabic && len(who.victims) == 0 && (f == "him" || f == "her" || c.hasWord(t, "him") || c.hasWord(t, "her") || c.ownBody(t)) {
		if g := c.token(c.groupStart(t.first) - 1).Folded; g == "he" || g == "she" { // "he shot him": who is who is not told by the words
			who.perpetrators = nil
		}
		if all := c.persons(c.s.Start, t.first); c.token(c.groupStart(t.first)-1).Folded == "and" && len(all) == 2 && len(who.perpetrators) == 1 && who.perpetrators[0] == all[1] && !c.joined(all[0], all[1]) && !c.speaks(all[0]) {
			who.perpetrators = all[:1] // "Talib lured Ahmed to a farm and killed him"
		}
		doers := who.perpetrators
		if hasPart && part.class == "link" {
			doers = c.union(doers, c.partSubject(part))
		}
		who.victims = c.objectPronoun(t.first, doers)
		if v := c.victimOf(c.kindOf(t)); v >= 0 && len(who.victims) > 0 && len(who.perpetrators) > 0 && c.mentions[who.victims[0]].entity != c.mentions[v].entity {
			who.victims = nil
		}
		who.perpetrators = without(who.perpetrators, who.victims)
	}
	if form == "verb" && !arabic && len(who.victims) > 0 && c.passive(t) { // "had Ahmed killed"
		if v := &c.mentions[who.victims[0]]; c.token(v.first-1).Folded == "had" && v.first >= c.s.Start {
			who.perpetrators = append(who.perpetrators, c.subject(v.first-1)...)
		}
	}
	switch t.attrs["type"] {
	case "extortion":
		c.levied(t, &who)
	case "failed_plot":
		plotters, target := c.plotters(t)
		who.perpetrators = c.union(who.perpetrators, plotters)
		who.victims = c.union(who.victims, target)
	}
	who.perpetrators = c.union(who.perpetrators, without(c.handled(t), who.victims))
	forced := c.forced(t)
	if len(forced) > 0 {
		who.victims, who.perpetrators = forced, c.by(t.last)
	}
	if t.attrs["on"] != "" { // «أطلق النار على أحمد»
		who.victims, who.perpetrators = c.shotAt(t)
	}
	if me := c.firstPerson(t); len(me) > 0 && form == "verb" {
		who.victims, who.perpetrators = me, without(who.perpetrators, me)
	}
	described := c.afterName(t)
	if len(described) == 0 {
		described = c.reduced(t)
	}
	if len(described) > 0 && len(c.object(t.last, 10)) == 0 {
		who.victims, who.perpetrators = described, without(who.perpetrators, described)
	}
	if counted := c.countedAmong(t); len(counted) > 0 && form == "verb" {
		who.victims, who.perpetrators = counted, without(who.perpetrators, counted)
	}
	if kin := c.kinVictim(t); len(kin) > 0 && len(who.victims) == 0 {
		who.victims, who.perpetrators = kin, without(who.perpetrators, kin)
	}
	if all := c.persons(t.last, min(c.s.End, t.last+14)); arabic && len(who.victims)+len(who.perpetrators) == 0 && form == "verb" && len(all) > 0 && c.allOf(t.last, c.mentions[all[0]].first) {
		who.victims = c.group(all[0]) // «قتل خلال الهجوم كل من سنان وفراس»
	}
	if counted := c.among(t); len(counted) > 0 && !acted && len(who.victims) == 0 && (form == "passive" || form == "verb" && (arabic || c.passive(t) || c.countedAfter(t.last))) {
		who.victims, who.perpetrators = counted, without(who.perpetrators, counted)
	}
	denier := c.denier(t, hasPart, form)
	tried, triedRole, triedPolarity := c.triedFor(t)
	if hasPart || len(denier) > 0 {
		tried = nil
	} else if who := c.seekers(t); len(who) > 0 {
		tried, triedRole, triedPolarity = who, sanad.Suspect, sanad.Affirmed
	} else if len(tried) == 0 {
		tried, triedRole, triedPolarity = c.arrestedFor(t), sanad.Suspect, sanad.Affirmed
	}
	cleared := []int(nil)
	if hasPart {
		pos = part.first
		subject := c.partSubject(part)
		role := part.attrs["role"]
		if late := c.verbFirst(part, t); len(late) > 0 {
			subject = late
		}
		if cleared = c.clearedOf(part); len(cleared) > 0 {
			subject = nil
		}
		if role == sanad.Witness && c.deniedAt(part) { // "denies that he was present"
			role = sanad.Suspect
		}
		if role == sanad.Witness && len(subject) == 0 { // "Witnesses to the killing of Ahmed include"
			subject = c.included(c.past(t.last, who.victims))
		}
		if arabic && role == sanad.Perpetrator && len(subject) == 0 && c.peopleAfter(t.last) { // «قاموا بإعدام ثلاثة وهم: …»
			who.victims = c.union(who.victims, c.namesOf(t.last))
		} else if role == sanad.Perpetrator && len(subject) == 0 && len(cleared) == 0 { // "Three men carried out the kidnapping: A, B and C"
			subject = c.namesOf(t.last)
		}
		if arabic && role == sanad.Suspect && len(subject) == 0 && len(cleared) == 0 { // «محاكمة المتهمين بحرق المقر، وهم: …»
			subject = without(c.spelledOut(c.past(t.last, who.victims)), who.victims)
		}
		switch role {
		case "perpetrator":
			who.perpetrators = append(who.perpetrators, subject...)
		case "suspect":
			who.suspects = append(who.suspects, subject...)
			who.perpetrators = without(who.perpetrators, subject)
		case "witness":
			if c.attempted(t) || strings.Contains(c.tokens[t.first].Folded, "محاول") || strings.Contains(c.textOf(t.first, t.last), "attempt") { // "survived an attempt on his life"
				who.victims = c.union(who.victims, subject)
				break
			}
			who.witnesses = append(who.witnesses, subject...)
			who.perpetrators = without(who.perpetrators, subject)
		case "victim":
			if len(subject) == 0 { // the victims of the massacre include …
				if all := c.persons(t.last, c.s.End); len(all) > 0 && c.mentions[all[0]].first-t.last <= 8 && !c.broken(t.last, c.mentions[all[0]].first) {
					subject = c.group(all[0])
				}
			}
			who.victims = append(who.victims, subject...)
			who.perpetrators = without(who.perpetrators, subject)
		}
		if len(subject) == 0 && arabic && form == "noun" {
			late := c.lateDoers(part, t, who.victims)
			if len(late) == 0 && len(who.victims) == 0 {
				late = c.lateSubject(t)
			}
			if len(late) == 0 && len(c.persons(c.s.Start, part.first)) == 0 { // «المسؤول عن قتل سنان هو طالب»
				late = without(c.predicate(t.last), who.victims)
			}
			who.add(part.attrs["role"], late)
		}
	} else if len(denier) > 0 {
		who.suspects = denier
	} else if len(forced) == 0 && c.voice.kind == sanad.Confessed && form != "verb" && len(who.perpetrators) == 0 {
		if who.perpetrators = c.confessor(t); len(who.perpetrators) == 0 && arabic {
			who.perpetrators = c.carriedOn(c.s.Start, t.first)
		}
	}
	if arabic && form == "noun" {
		sent = without(c.sender(t), who.victims)
	}
	who.perpetrators = c.union(who.perpetrators, sent)
	if suspects, victims := c.accusedOf(t); len(suspects) > 0 {
		who.suspects = c.union(who.suspects, suspects)
		who.perpetrators = without(who.perpetrators, suspects)
		if c.ownVictim(t) && len(who.victims) == 0 {
			who.victims = victims
		}
	}
	if head := c.rowHead(t.first); head >= 0 && len(who.perpetrators)+len(who.suspects)+len(tried) == 0 {
		switch {
		case c.punishedFor(t):
			who.perpetrators = []int{head}
		case hasPart && (part.attrs["role"] == sanad.Suspect || part.attrs["role"] == sanad.Perpetrator) && part.attrs["after"] == "":
			who.add(part.attrs["role"], []int{head})
		}
	}
	if arabic && len(who.victims) == 0 && (form == "verb" || form == "passive") {
		who.victims = without(c.ownKin(t), who.perpetrators)
	}
	if arabic && form == "noun" {
		who.victims = c.union(who.victims, c.hisVictim(t, &who, tried))
	}
	if arabic && len(tried) > 0 && triedPolarity == sanad.Affirmed { // «حكم على طالب لاشتراكه مع فراس في»
		tried = c.union(tried, without(c.fellows(max(c.s.Start, t.first-9), t.first), who.victims))
	}
	if k := c.convictItem(t); k >= 0 && len(who.perpetrators)+len(who.suspects)+len(tried) == 0 {
		who.perpetrators = []int{k}
	}
	c.withOthers(t, part, limit, &who)
	c.listItem(t, &who, form)
	if len(cleared) == 0 && len(who.suspects) > 0 && hasPart && c.clearedAfter(c.past(t.last, who.victims)) {
		cleared, who.suspects = who.suspects, nil
	}
	if len(tried) > 0 && triedRole == sanad.Suspect && triedPolarity == sanad.Affirmed && c.clearedAfter(c.past(t.last, who.victims)) {
		triedRole, triedPolarity = sanad.Perpetrator, sanad.Denied
	}
	if len(cleared) > 0 {
		tried, triedRole, triedPolarity = cleared, sanad.Perpetrator, sanad.Denied
	}
	who.perpetrators, who.victims = without(who.perpetrators, tried), without(who.victims, tried)
	if c.asks() {
		who.perpetrators, who.suspects, who.witnesses, tried = nil, nil, nil, nil
	}
	who.victims = without(who.victims, who.perpetrators)
	who.victims = without(who.victims, who.suspects)
	for _, k := range who.witnesses {
		if c.judges(k) {
			who.witnesses = without(who.witnesses, []int{k})
		}
	}
	who.notDoers()
	polarity := c.polarityAt(pos, t.last)
	told := sanad.Affirmed
	if polarity == sanad.Uncertain && !hasPart && len(denier) == 0 && !c.voice.doubted {
		told = sanad.Uncertain
	}
	d := c.dateOf(t.first, false)
	k := c.placeNear(t.first, false)
	n, counted := c.dead(t)
	named := len(who.perpetrators)+len(who.suspects)+len(who.victims)+len(who.witnesses)+len(tried) > 0
	if kind := c.kindOf(t); !named && d == nil && k < 0 && !counted && kind != "massacre" && kind != "public_execution" {
		if c.find(kind, nil, -1, false) == nil && !strongEvent(kind) && !c.prevented(t) && !c.namedLater(t) && !c.leadsOn(t) {
			return
		}
	}
	recent, made := c.recent, len(c.events)
	e := c.eventFor(t, d, k, who.victims)
	e.heads = append(e.heads, t.first)
	c.here = append(c.here, toldHere{t.first, c.recent})
	e.acted = e.acted || form == "verb" && len(who.perpetrators)+len(who.suspects) == 0 && !(arabic && !acted && !c.pluralVerb(t)) && (arabic || !c.passive(t)) && len(who.victims) > 0 || form == "verb" && acted
	e.acted = e.acted || c.byActors(t)
	e.foiled = e.foiled || c.prevented(t)
	e.title = form == "taken" && len(c.events) > made || e.title && form == "taken"
	e.many = e.many || counted || c.countedAfter(t.last)
	if hasPart && made > 0 && c.background(part) {
		defer func() { c.recent = recent }()
	}
	rule := t.rule.id
	c.claim(e.id, sanad.SchemaEvent, "subtype", e.kind, "", c.triggerSpan(t), told, rule)
	if d != nil && (e.date == "" || overlap(e.date, d.EDTF)) {
		c.claim(e.id, sanad.SchemaEvent, "date", d.EDTF, "", d.Span, told, rule)
		if e.date == "" {
			e.date = d.EDTF
		}
	}
	if k >= 0 && (e.place == "" || e.place == c.mentions[k].place.ID) {
		m := &c.mentions[k]
		c.claim(e.id, sanad.SchemaEvent, "place", c.valueOf(m), m.place.ID, m.span, told, rule)
		if e.place == "" {
			e.place = m.place.ID
		}
	}
	if counted {
		c.claim(e.id, sanad.SchemaEvent, countProp(t.attrs["type"]), n.String(), "", n.Span, told, rule)
	}
	if w, ok := c.wounded(); ok {
		c.claim(e.id, sanad.SchemaEvent, "wounded", w.String(), "", w.Span, told, rule)
	}
	for _, x := range []struct {
		role string
		who  []int
	}{{sanad.Perpetrator, who.perpetrators}, {sanad.Suspect, who.suspects}, {sanad.Victim, who.victims}, {sanad.Witness, who.witnesses}} {
		pol := polarity
		if x.role == sanad.Victim && (polarity == sanad.Uncertain && c.voice.doubted || c.voice.wrong) {
			pol = told // a remark doubts who did it
		}
		if x.role == sanad.Victim && form == "noun" && pol == sanad.Denied { // whoever denies "the murder of Ahmed", Ahmed was murdered
			pol = told
		}
		if x.role == sanad.Victim && (hasPart && part.attrs["role"] != "victim" || len(denier) > 0 || len(who.perpetrators) > 0) {
			pol = told // "X denied killing Y": that Y was killed is not denied
		}
		for _, k := range x.who {
			c.participation(e, k, x.role, pol, t, rule)
		}
	}
	c.sufferers = who.victims
	for _, k := range tried {
		n := len(e.told)
		if c.participation(e, k, triedRole, triedPolarity, t, rule); len(e.told) > n {
			e.told[n].court = true
		}
	}
}

// past returns where the last of some persons named after a token ends, or the token.
func (c *clause) past(pos int, who []int) int {
	for _, k := range who {
		if m := &c.mentions[k]; m.last > pos && m.last <= c.s.End {
			pos = m.last
		}
	}
	return pos
}

// hasWord reports whether one of the words of a trigger, or the one after its first, is w.
func (c *clause) hasWord(t trigger, w string) bool {
	return c.token(t.first+1).Folded == w && !c.tokens[t.first].IsArabic()
}

// ofWhat reports whether the subject of a passive verb is "what": "the list of what was to be burned".
func (c *clause) ofWhat(pos int) bool {
	for i := pos - 1; i >= c.s.Start && i > pos-5; i-- {
		if c.tokens[i].Folded == "what" {
			return true
		}
	}
	return false
}

// ownBody reports whether a trigger says by a pronoun whose life or throat it is: "took his life", "slit her throat".
func (c *clause) ownBody(t trigger) bool {
	f := c.token(t.last - 2).Folded
	return t.last-t.first > 2 && (f == "his" || f == "her")
}

// objectPronoun returns whom "him" or "her" after an English verb stands for: the person named last before it who neither does
// it nor says so.
func (c *clause) objectPronoun(pos int, doers []int) []int {
	all := c.persons(c.s.Start, pos)
	for _, speakers := range []bool{false, true} {
		for i := len(all) - 1; i >= 0; i-- {
			if len(without(all[i:i+1], doers)) == 0 || c.speaks(all[i]) != speakers || c.official(all[i]) {
				continue
			}
			if speakers && len(doers) == 0 { // "Ahmed said they shot him": whom is not told
				break
			}
			return all[i : i+1]
		}
	}
	if len(all) == 1 && len(doers) == 1 && doers[0] == all[0] && c.lastWho >= 0 && c.mentions[c.lastWho].first < c.s.Start && c.mentions[c.lastWho].entity != c.mentions[all[0]].entity {
		return []int{c.lastWho} // Ahmed shot him
	}
	if len(all) == 1 && len(doers) == 1 && doers[0] == all[0] && c.token(pos-1).Folded == "and" {
		return all // "beat Karim and took him away": the subject found is no subject
	}
	if len(all) == 0 && c.lastWho >= 0 {
		return []int{c.lastWho}
	}
	return nil
}

// shotAt returns at whom an Arabic phrase such as «أطلق النار على» was aimed, and who did it.
func (c *clause) shotAt(t trigger) (victims, doers []int) {
	for i := t.last; i < c.s.End && i < t.last+9; i++ {
		f := c.tokens[i].Folded
		if f == "عليه" || f == "عليهم" || f == "عليها" {
			all := c.persons(c.s.Start, t.first)
			if n := len(all) - 1; n >= 0 && t.attrs["type"] == "torture" && c.mentions[all[n]].last == t.first { // «كان طالب ينهال عليه بالسوط»
				doers, all = all[n:], all[:n]
			}
			if len(all) > 0 && f != "عليهم" && !c.official(all[len(all)-1]) {
				victims = all[len(all)-1:]
			} else if c.lastWho >= 0 {
				victims = []int{c.lastWho}
			}
			break
		}
		if f == "علي" || f == "باتجاه" || f == "صوب" || f == "نحو" {
			if all := c.persons(i+1, min(c.s.End, i+6)); len(all) > 0 && !c.broken(i, c.mentions[all[0]].first) && (!c.headed(all[0]) || thing(c.headOf(all[0]))) {
				victims = c.group(all[0])
			}
			if who := c.persons(t.last, i); len(who) > 0 {
				doers = c.group(who[0])
			}
			break
		}
	}
	if own := c.union(c.relativeHead(t.first), c.embedded(t.first)); len(doers) == 0 && len(own) > 0 {
		doers = own
	}
	if len(doers) == 0 && !actors(c.token(t.last).Folded) {
		doers = c.plainSubject(t.first)
	}
	if doers = without(doers, victims); len(doers) == 0 {
		doers = c.pluralDoers(t, victims)
	}
	return victims, doers
}

// meansMan reports whether an Arabic plot is one to kill or take somebody, so that a name after it is whom it is meant for.
func (c *clause) meansMan(t trigger) bool {
	for i := t.first; i < t.last+2; i++ {
		switch f := strings.TrimPrefix(strings.TrimPrefix(c.token(i).Folded, "ل"), "ب"); f {
		case "اغتيال", "اغتياله", "قتل", "قتله", "خطف", "اختطاف", "تصفيه", "استهداف", "لاستهداف":
			return true
		}
	}
	return false
}

// masdarDoers returns whose act an Arabic verbal noun with a pronoun tells of: «حكم على طالب بالسجن لتعذيبه سنان».
func (c *clause) masdarDoers(t trigger) []int {
	all := c.persons(c.s.Start, t.first)
	for i := len(all) - 1; i >= 0; i-- {
		if !c.official(all[i]) && !c.speaks(all[i]) {
			return c.group(all[i])
		}
	}
	return c.carriedOn(c.s.Start, t.first)
}

// infinitiveOf reports whether the subject found for an English verb only comes to it over a verb that says no more than a
// purpose or a wish of somebody else: "asked the police to kill".
func (c *clause) infinitiveOf(t trigger, who []int) bool {
	g := c.groupStart(t.first)
	if c.token(g-1).Folded != "to" {
		return false
	}
	for _, o := range c.triggers {
		if o.last <= g && o.first >= c.mentions[who[0]].last && (o.class == "part" || o.class == "confess") {
			return false
		}
	}
	return true
}

// describedBy returns the person an English or Arabic noun of agency describes: "Talib, the killer of", «طالب قاتل أحمد».
func (c *clause) describedBy(t trigger) []int {
	if k := c.beforeApposition(t); k >= 0 {
		return c.group(k)
	}
	return nil
}

// predicateOf returns the persons a copula after token pos names.
func (c *clause) predicateOf(pos int) []int {
	if f := c.token(pos + 1).Folded; c.token(pos).Text == "،" && (f == "وهو" || f == "وهي" || f == "ويدعي") { // «قاتل سنان، وهو المدعو طالب»
		return c.firstAfter(pos+2, 3)
	}
	if who := c.predicate(pos); len(who) > 0 {
		return who
	}
	switch c.token(pos).Folded {
	case "is", "was", "are", "were":
		if c.token(pos+1).Folded == "identified" || c.token(pos+1).Folded == "named" {
			pos++
			if c.token(pos+1).Folded == "as" {
				pos++
			}
		}
		return c.firstAfter(pos+1, 3)
	case "as": // identified the killer of Ahmed as Talib
		return c.firstAfter(pos+1, 3)
	}
	return nil
}

// listItem gives the person an item of a list begins with the part its heading says, or makes him the victim of a bare participle:
// "- Omar Salih, a policeman. Shot dead in Hit".
func (c *clause) listItem(t trigger, who *cast, form string) {
	if c.chargeLine() {
		for _, k := range c.defendants() {
			who.suspects = c.union(who.suspects, []int{k})
		}
		return
	}
	k := c.itemHead()
	if k < 0 {
		return
	}
	bare := len(who.victims)+len(who.perpetrators)+len(who.suspects) == 0 && t.first == c.s.Start && (form == "verb" || form == "passive") && !c.tokens[t.first].IsArabic()
	item := func(list []int) bool {
		return slices.ContainsFunc(list, func(o int) bool { return c.mentions[o].entity == c.mentions[k].entity })
	}
	switch {
	case bare:
		who.victims = []int{k}
	case c.listRole != "" && !item(who.victims) && !item(who.perpetrators) && !item(who.suspects) && !item(who.witnesses):
		who.add(c.listRole, []int{k})
	}
}

// elsewhereThen returns who denies that he was there when the act of a verb was done: "was not at the scene when Ahmed was killed".
func (c *clause) elsewhereThen(t trigger) []int {
	for _, d := range c.triggers {
		if d.class != "deny" || d.last > t.first || t.first-d.last > 8 {
			continue
		}
		for i := d.last; i < t.first; i++ {
			switch c.tokens[i].Folded {
			case "when", "عندما", "حين":
				return c.subject(d.first)
			}
		}
	}
	return nil
}

// afterComma returns the person right after the first comma from a token on.
func (c *clause) afterComma(from int) []int {
	for i := from; i < c.s.End && i < from+14; i++ {
		if c.tokens[i].Text == "," {
			return c.firstAfter(i+1, 3)
		}
	}
	return nil
}

// allOf reports whether «كل من» stands right before the name at token first.
func (c *clause) allOf(from, first int) bool {
	for i := first - 1; i >= from && i > first-4; i-- {
		if c.tokens[i].Folded == "من" && (c.token(i-1).Folded == "كل" || c.token(i-1).Folded == "كلا") {
			return true
		}
	}
	return false
}

// deniedAt reports whether a denial before a word of taking part holds of it.
func (c *clause) deniedAt(part trigger) bool {
	return slices.ContainsFunc(c.triggers, func(d trigger) bool {
		return d.class == "deny" && d.last <= part.first && part.first-d.last <= 6 && !c.broken(d.last, part.first)
	})
}

// harmed reports whether an incident already told has these persons for victims.
func (c *clause) harmed(who []int) bool {
	for i := range c.events {
		for _, k := range who {
			if c.events[i].parts[string(c.entityOf(k))+sanad.Victim] {
				return true
			}
		}
	}
	return false
}

// denier returns who denies an event told as a noun: "Khalid denied the killing", «نفى خالد أي علاقة بقتل أحمد».
func (c *clause) denier(t trigger, hasPart bool, form string) []int {
	if hasPart {
		return nil
	}
	if form != "noun" {
		return c.elsewhereThen(t)
	}
	for _, d := range c.triggers {
		if d.class != "deny" || d.last > t.first || c.broken(d.last, t.first) {
			continue
		}
		if c.tokens[d.first].IsArabic() {
			if all := c.persons(d.last, t.first); len(all) > 0 && c.mentions[all[0]].first-d.last <= 3 {
				return c.group(all[0])
			}
		}
		who := c.subject(d.first)
		if all := c.persons(c.s.Start, d.first); len(who) == 0 && len(all) == 1 && c.family(all[0]) { // «قال محامي طالب إن موكله لا علاقة له»
			who = all
		}
		return who
	}
	return nil
}

// namedLater reports whether the sentence goes on to pick people out: «هاجم مسلحون بينهم طالب».
func (c *clause) namedLater(t trigger) bool {
	return slices.ContainsFunc(c.triggers, func(o trigger) bool {
		return o.class == "part" && o.attrs["them"] != "" && o.first >= t.last && len(c.persons(o.last, min(c.s.End, o.last+4))) > 0
	})
}

// included returns the persons a list of those of one part goes on with: "… include Omar and Ali", «… هم عمر وعلي».
func (c *clause) included(from int) []int {
	for i := from; i < c.s.End && i < from+3; i++ {
		switch c.tokens[i].Folded {
		case "include", "included", "are", "were", "هم", "هما":
			return c.firstAfter(i+1, 3)
		}
	}
	return nil
}

// partSubject returns whom a word of participation speaks of: before it, or right after it in Arabic.
func (c *clause) partSubject(part trigger) []int {
	if who := c.accusedSubject(part); len(who) > 0 {
		return who
	}
	if part.attrs["after"] != "" {
		if who := c.firstAfter(part.last, 3); len(who) > 0 && (c.token(c.mentions[who[0]].first-1).Folded == "of" && !c.family(who[0]) || !c.headed(who[0])) {
			return who
		}
		for i := part.last; i < part.last+3 && i < c.s.End; i++ {
			if k := c.standIn(i); k >= 0 {
				return []int{k}
			}
			if k, _ := c.defendantAt(i); k >= 0 {
				return []int{k}
			}
			if !c.tokens[i].IsArabic() {
				break
			}
		}
		if k := c.afterDescription(part.last); k >= 0 {
			return c.group(k)
		}
		return nil
	}
	if k := c.nameAfterDeed(part); k >= 0 {
		return c.group(k)
	}
	if k := c.at(part.first - 3); k >= 0 && c.mentions[k].kind == person && c.token(part.first-1).Folded == "s" { // Talib's role in
		return []int{k}
	}
	if k := c.at(c.groupStart(part.first) - 1); k >= 0 && speech(c.tokens[part.first].Folded) && c.mentions[k].kind == person { // "Omar testified that"
		return c.group(k)
	}
	switch c.tokens[part.first].Folded {
	case "شفت", "رايت", "شاهدت", "شهدت", "حضرت": // the speaker, or she
		if k := c.at(part.last); k >= 0 && c.mentions[k].kind == person && c.feminine(k) {
			return []int{k}
		}
		if all := c.persons(part.last, min(c.s.End, part.last+3)); len(all) > 0 && c.official(all[0]) {
			return all[:1]
		}
		return c.self()
	}
	switch c.token(part.first - 1).Folded {
	case "i", "انا", "اني":
		return c.self()
	case "we", "nobody", "anyone", "never", "also":
		if part.attrs["role"] == "witness" && c.token(part.first-1).Folded != "also" {
			return nil
		}
	}
	if c.tokens[part.first].IsArabic() {
		if who := c.headlessArabic(part); len(who) > 0 {
			return who
		}
		switch c.token(c.verbStart(part.first) - 1).Folded {
		case "وانه", "وبانه", "بانه", "انه":
			if who := c.embedded(part.first); len(who) > 0 && part.attrs["role"] == sanad.Perpetrator {
				return who
			}
		}
		if who := c.seer(part); len(who) > 0 {
			return who
		}
		if who := c.relativeHead(part.first); len(who) > 0 {
			return who
		}
		// شارك خالد في مجزرة …: the subject stands between the verb and its event
		for _, k := range c.persons(part.first+1, min(part.last+7, c.s.End)) {
			m := &c.mentions[k]
			if !c.governed(k) && m.first-part.last <= 2 && !c.actWith(part, m.first) && (part.last-part.first == 1 || (part.attrs["kinds"] != "" || c.ofTheDeed(part)) && c.at(part.first-1) < 0) && !c.eventBetween(part.last, m.first) {
				return c.group(k)
			}
		}
	}
	if k := c.calledAfter(part); k >= 0 {
		return c.group(k)
	}
	if who := c.lateEvery(part); len(who) > 0 {
		return who
	}
	if part.attrs["role"] == "victim" && c.tokens[part.last-1].Folded == "بينهم" {
		return c.object(part.last, 3)
	}
	if s := c.subject(part.first); len(s) > 0 {
		return s
	}
	if part.first-c.s.Start <= 6 && len(c.persons(c.s.Start, part.first)) == 0 { // "3. Omar Salih. Wanted for the attack on"
		if k := c.itemHead(); k >= 0 {
			return []int{k}
		}
	}
	switch c.tokens[part.last-1].Folded {
	case "victims", "killed", "dead", "of", "in":
		if part.attrs["role"] != sanad.Suspect {
			return nil
		}
	}
	if who := c.ownPronoun(part); who >= 0 {
		return []int{who}
	}
	if all := c.persons(c.s.Start, part.first); len(all) > 0 && !c.tokens[part.first].IsArabic() { // "was one of the commanders responsible for"
		if k := all[len(all)-1]; part.first > c.mentions[k].last+1 && c.describes(c.mentions[k].last, part.first) && !c.governed(k) {
			return c.group(k)
		}
	}
	if c.tokens[part.first].IsArabic() {
		if who := c.embedded(part.first); len(who) > 0 {
			return who
		}
		if k := c.at(part.first - 1); k >= 0 && c.mentions[k].kind == person && c.governed(k) { // «القبض على طالب أحد المشاركين في», «ليس لطالب دور في»
			return c.group(k)
		}
		switch c.tokens[part.first].Folded {
		case "شاركت", "اشتركت", "اشارك", "اشترك", "ساهمت":
			if me := c.self(); len(me) > 0 && len(c.persons(c.s.Start, part.first)) == 0 {
				return me
			}
		}
		if k := c.at(part.first - 2); k >= 0 && c.mentions[k].kind == person && c.mentions[k].last == part.first-1 && c.tokens[part.first-1].Folded == "اي" {
			return c.group(k)
		}
		if all := c.persons(part.last, min(c.s.End, part.last+6)); tookPart(c.tokens[part.first].Folded[2*part.skip:]) && (len(all) == 0 || c.governed(all[0]) || c.eventOfMan(part.last, c.mentions[all[0]].first)) {
			return c.carriedOn(c.s.Start, part.first)
		}
	}
	if part.attrs["role"] == sanad.Suspect { // "was named by police as the main suspect in"
		for i := part.first - 1; i > c.s.Start && i > part.first-9; i-- {
			switch c.tokens[i].Folded {
			case "named", "identified", "described", "listed", "considered", "regarded":
				if c.passive(trigger{rule: part.rule, first: i, last: i + 1}) {
					return c.subject(i)
				}
			}
		}
	}
	if part.attrs["role"] == sanad.Suspect { // "Talib was arrested on suspicion of": who was arrested
		for i := len(c.triggers) - 1; i >= 0; i-- {
			if o := c.triggers[i]; (o.class == "arrest" || o.class == "charge") && o.last <= part.first && part.first-o.last <= 10 && !c.turns(o.last, part.first) {
				return without(c.outcomeSubjects(o), nil)
			}
		}
	}
	return nil
}

// ownPronoun returns whom a pronoun within a word of taking part stands for: "nothing links him to", «لا دليل يربطه ب», «اشتراكه في»;
// -1 when it has none.
func (c *clause) ownPronoun(part trigger) int {
	has := false
	for i := part.first; i < part.last; i++ {
		f := c.tokens[i].Folded
		has = has || f == "him" || f == "his" || f == "her" || c.tokens[i].IsArabic() && len(f) >= 8 && strings.HasSuffix(f, "ه") && !strings.HasSuffix(c.tokens[i].Text, "ة")
	}
	if !has {
		return -1
	}
	all := c.persons(c.s.Start, part.first)
	for i := len(all) - 1; i >= 0; i-- {
		if !c.official(all[i]) && !c.speaks(all[i]) && !c.mentions[all[i]].parent && !c.sufferer(all[i]) {
			return all[i]
		}
	}
	return c.lastWho
}

// sufferer reports whether a mention stands right after the noun of an act done to him: «قتل الشيخ أحمد».
func (c *clause) sufferer(k int) bool {
	for _, t := range c.triggers {
		if t.class == "event" && t.attrs["form"] != "passive" && t.last <= c.mentions[k].first && c.mentions[k].first-t.last <= 3 && c.titlesOnly(t.last, c.mentions[k].first) && (t.attrs["form"] == "noun" || c.masdar(t)) {
			return true
		}
	}
	return false
}

// suspected returns the word of suspicion that governs a word of taking part: "accused of having planned", and the word itself
// when there is none.
func (c *clause) suspected(part trigger, parts []trigger) trigger {
	if part.attrs["role"] != sanad.Perpetrator {
		return part
	}
	for i := len(parts) - 1; i >= 0; i-- {
		o := parts[i]
		if o.attrs["role"] != sanad.Suspect || c.tokens[o.first].Folded == "accused" && c.attributive(o) || o.last > part.first || part.first-o.last > 8 || c.broken(o.last, part.first) {
			continue
		}
		if o.attrs["after"] == "" && part.first-o.last > 3 {
			continue
		}
		return o
	}
	return part
}

// eventOfMan reports whether an act done to one man is told between two tokens, so that the name after it may be his.
func (c *clause) eventOfMan(from, to int) bool {
	for _, t := range c.triggers {
		if t.class == "event" && t.first >= from && t.last <= to {
			switch t.attrs["type"] {
			case "attack", "bombing", "massacre":
			default:
				return true
			}
		}
	}
	return false
}

// eventBetween reports whether an event is told between two tokens.
func (c *clause) eventBetween(from, to int) bool {
	for _, t := range c.triggers {
		if t.class == "event" && t.first >= from && t.last <= to {
			return true
		}
	}
	return false
}
