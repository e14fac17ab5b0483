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
			parts = append(parts, t)
		case "event":
			if !c.inside(t, told) && !c.withinName(t) && !c.penal(t) && !c.planned(t, told) && !c.takenByState(t) && !c.searched(t) {
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
			force = force || o.last <= t.first && c.groupStart(t.first)-o.last <= 3 || o.first > t.last && c.token(o.first-1).Folded == "by"
		}
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

// penal reports whether a word of killing names a penalty or a charge and no act: "sentenced to death by hanging", «حكم
// بالإعدام», «تهمة القتل».
func (c *clause) penal(t trigger) bool {
	for _, o := range c.triggers {
		switch {
		case o.class == "sentence" && t.attrs["type"] == "public_execution" && o.first < t.last && t.first-o.last <= 6 && !c.eventBetween(o.last, t.first):
			return true
		case o.class == "sentence" && c.tokens[t.first].Folded == "death" && t.first-o.last <= 1 && t.first >= o.last-1:
			return true
		case o.class == "charge" && t.attrs["form"] == "noun" && o.last <= t.first && t.first-o.last <= 2 && len(c.persons(t.last, min(t.last+5, c.s.End))) == 0:
			return true
		}
	}
	return false
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
		if o.first >= t.last && o.first < c.mentions[all[0]].first && o.class != "cast" {
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
	pos := t.first
	masdar := arabic && form == "verb" && c.masdar(t)
	if masdar {
		form = "noun"
	}
	switch {
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
	case form == "passive":
		if arabic {
			who.victims = c.object(t.last, 6)
		}
		if len(who.victims) == 0 {
			who.victims = c.subject(t.first)
		}
		who.perpetrators = c.by(t.last)
	case form == "noun":
		who.victims = c.object(t.last, 5)
		if !arabic {
			if f := c.token(t.last - 1).Folded; f != "of" && f != "on" && f != "against" && c.token(t.last).Folded != "of" {
				who.victims = nil
			} else if len(who.victims) == 0 && len(c.persons(t.last, min(t.last+6, c.s.End))) > 0 && !c.headed(c.persons(t.last, c.s.End)[0]) {
				who.victims = c.group(c.persons(t.last, c.s.End)[0])
			}
			if len(who.victims) == 0 {
				if k := c.at(t.first - 3); k >= 0 && c.mentions[k].kind == person && c.token(t.first-1).Folded == "s" {
					who.victims = []int{k} // Khalid's murder
				}
			}
		} else {
			switch t.rule.id {
			case "massacre.noun", "bomb.ar.noun", "attack.ar.noun", "extort.ar", "plot.ar":
				who.victims = nil
			}
		}
		who.perpetrators = c.by(t.last)
	case arabic:
		c.arabicVerb(t, limit, &who)
	case c.passive(t):
		if !c.countedBefore(t.first) {
			who.victims = c.subject(t.first)
		}
		who.perpetrators = c.by(t.last)
	default:
		if who.victims = c.object(t.last, 10); len(who.victims) > 0 && c.mentions[who.victims[0]].first >= limit {
			who.victims = nil
		}
		who.perpetrators = c.subject(t.first)
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
		if own := c.owner(t); len(own) > 0 && len(without(own, who.perpetrators)) > 0 && (len(who.victims) == 0 || t.attrs["type"] == "destruction") {
			who.victims = own
		}
	}
	if f := c.token(t.last).Folded; form == "verb" && !arabic && len(who.victims) == 0 && (f == "him" || f == "her" || c.hasWord(t, "him") || c.hasWord(t, "her")) {
		if g := c.token(c.groupStart(t.first) - 1).Folded; g == "he" || g == "she" { // "he shot him": who is who is not told by the words
			who.perpetrators = nil
		}
		who.victims = c.objectPronoun(t.first, who.perpetrators)
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
	forced := c.forced(t)
	if len(forced) > 0 {
		who.victims, who.perpetrators = forced, nil
	}
	if t.attrs["on"] != "" { // «أطلق النار على أحمد»
		who.victims, who.perpetrators = c.shotAt(t)
	}
	if me := c.firstPerson(t); len(me) > 0 && form == "verb" {
		who.victims, who.perpetrators = me, without(who.perpetrators, me)
	}
	if named := c.afterName(t); len(named) > 0 && len(c.object(t.last, 10)) == 0 {
		who.victims, who.perpetrators = named, without(who.perpetrators, named)
	}
	if counted := c.among(t); len(counted) > 0 && len(who.victims) == 0 && (form == "passive" || form == "verb" && (arabic || c.passive(t))) {
		who.victims, who.perpetrators = counted, without(who.perpetrators, counted)
	}
	denier := c.denier(t, hasPart, form)
	tried, triedRole, triedPolarity := c.triedFor(t)
	if hasPart || len(denier) > 0 {
		tried = nil
	}
	if hasPart {
		pos = part.first
		subject := c.partSubject(part)
		switch part.attrs["role"] {
		case "perpetrator":
			who.perpetrators = append(who.perpetrators, subject...)
		case "suspect":
			who.suspects = append(who.suspects, subject...)
			who.perpetrators = without(who.perpetrators, subject)
		case "witness":
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
		if len(subject) == 0 && arabic && len(who.victims) == 0 && form == "noun" {
			who.add(part.attrs["role"], c.lateSubject(t))
		}
	} else if len(denier) > 0 {
		who.suspects = denier
	} else if len(forced) == 0 && c.voice.kind == sanad.Confessed && form != "verb" && len(who.perpetrators) == 0 {
		who.perpetrators = c.subject(t.first)
	}
	who.perpetrators, who.victims = without(who.perpetrators, tried), without(who.victims, tried)
	if c.asks() {
		who.perpetrators, who.suspects, who.witnesses, tried = nil, nil, nil, nil
	}
	who.victims = without(who.victims, who.perpetrators)
	who.victims = without(who.victims, who.suspects)
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
		if c.find(kind, nil, -1) == nil && !strongEvent(kind) {
			return
		}
	}
	e := c.eventFor(t, d, k, who.victims)
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
		if x.role == sanad.Victim && (hasPart && part.attrs["role"] != "victim" || len(denier) > 0 || len(who.perpetrators) > 0) {
			pol = told // "X denied killing Y": that Y was killed is not denied
		}
		for _, k := range x.who {
			c.participation(e, k, x.role, pol, t, rule)
		}
	}
	for _, k := range tried {
		c.participation(e, k, triedRole, triedPolarity, t, rule)
	}
}

// hasWord reports whether one of the words of a trigger, or the one after its first, is w.
func (c *clause) hasWord(t trigger, w string) bool {
	return c.token(t.first+1).Folded == w && !c.tokens[t.first].IsArabic()
}

// objectPronoun returns whom "him" or "her" after an English verb stands for: the person named last before it who neither does
// it nor says so.
func (c *clause) objectPronoun(pos int, doers []int) []int {
	all := c.persons(c.s.Start, pos)
	for i := len(all) - 1; i >= 0; i-- {
		if len(without(all[i:i+1], doers)) == 0 || c.speaks(all[i]) || c.official(all[i]) {
			continue
		}
		return all[i : i+1]
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
			if c.lastWho >= 0 {
				victims = []int{c.lastWho}
			}
			break
		}
		if f == "علي" || f == "باتجاه" || f == "صوب" || f == "نحو" {
			if who := c.firstAfter(i+1, 4); len(who) > 0 && !c.headed(who[0]) {
				victims = who
			}
			if who := c.persons(t.last, i); len(who) > 0 {
				doers = c.group(who[0])
			}
			break
		}
	}
	if len(doers) == 0 && !actors(c.token(t.last).Folded) {
		doers = c.plainSubject(t.first)
	}
	return victims, without(doers, victims)
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
	if who := c.predicate(pos); len(who) > 0 {
		return who
	}
	switch c.token(pos).Folded {
	case "is", "was", "are", "were":
		return c.firstAfter(pos+1, 3)
	}
	return nil
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
	if hasPart || form != "noun" {
		return nil
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
		return c.subject(d.first)
	}
	return nil
}

// partSubject returns whom a word of participation speaks of: before it, or right after it in Arabic.
func (c *clause) partSubject(part trigger) []int {
	if part.attrs["after"] != "" {
		if who := c.firstAfter(part.last, 3); len(who) > 0 && (c.token(c.mentions[who[0]].first-1).Folded == "of" || !c.headed(who[0])) {
			return who
		}
		for i := part.last; i < part.last+3 && i < c.s.End; i++ {
			if k := c.standIn(i); k >= 0 {
				return []int{k}
			}
			if !c.tokens[i].IsArabic() {
				break
			}
		}
		return nil
	}
	if k := c.at(part.first - 3); k >= 0 && c.mentions[k].kind == person && c.token(part.first-1).Folded == "s" { // Talib's role in
		return []int{k}
	}
	switch c.tokens[part.first].Folded {
	case "شفت", "رايت", "شاهدت", "شهدت", "حضرت": // the speaker, who is not named
		return nil
	}
	switch c.token(part.first - 1).Folded {
	case "i", "we", "nobody", "anyone", "never", "also":
		if part.attrs["role"] == "witness" && c.token(part.first-1).Folded != "also" {
			return nil
		}
	}
	if c.tokens[part.first].IsArabic() {
		if who := c.headlessArabic(part); len(who) > 0 {
			return who
		}
		// شارك خالد في مجزرة …: the subject stands between the verb and its event
		for _, k := range c.persons(part.first+1, min(part.last+7, c.s.End)) {
			m := &c.mentions[k]
			if !c.governed(k) && m.first-part.last <= 2 && part.last-part.first == 1 && !c.eventBetween(part.last, m.first) {
				return c.group(k)
			}
		}
	}
	if part.attrs["role"] == "victim" && c.tokens[part.last-1].Folded == "بينهم" {
		return c.object(part.last, 3)
	}
	if s := c.subject(part.first); len(s) > 0 {
		return s
	}
	switch c.tokens[part.last-1].Folded {
	case "victims", "killed", "dead", "of", "in":
		return nil
	}
	if who := c.ownPronoun(part); who >= 0 {
		return []int{who}
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
		has = has || f == "him" || f == "his" || f == "her" || c.tokens[i].IsArabic() && len(f) > 8 && strings.HasSuffix(f, "ه") && !strings.HasSuffix(c.tokens[i].Text, "ة")
	}
	if !has {
		return -1
	}
	all := c.persons(c.s.Start, part.first)
	for i := len(all) - 1; i >= 0; i-- {
		if !c.official(all[i]) && !c.speaks(all[i]) && !c.mentions[all[i]].parent {
			return all[i]
		}
	}
	return c.lastWho
}

// suspected returns the word of suspicion that governs a word of taking part: "accused of having planned", and the word itself
// when there is none.
func (c *clause) suspected(part trigger, parts []trigger) trigger {
	if part.attrs["role"] != sanad.Perpetrator {
		return part
	}
	for i := len(parts) - 1; i >= 0; i-- {
		o := parts[i]
		if o.attrs["role"] != sanad.Suspect || o.last > part.first || part.first-o.last > 8 || c.broken(o.last, part.first) {
			continue
		}
		if o.attrs["after"] == "" && part.first-o.last > 3 {
			continue
		}
		return o
	}
	return part
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
