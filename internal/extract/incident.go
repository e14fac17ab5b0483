package extract

import (
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
			if !c.inside(t, told) && !c.withinName(t) && !c.forced(t) && !c.penal(t) && !c.planned(t, told) {
				told = append(told, t)
			}
		}
	}
	for i, t := range told {
		limit := c.s.End
		if i+1 < len(told) {
			limit = told[i+1].first
		}
		c.incident(t, parts, limit)
	}
	c.partsOfKnownEvents(parts, told)
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

// forced reports whether a word of torture tells how a confession was made.
func (c *clause) forced(t trigger) bool {
	for _, o := range c.triggers {
		if o.class == "duress" && o.first <= t.last && t.first <= o.last {
			return true
		}
	}
	return false
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
	pos := t.first
	switch {
	case form == "passive":
		who.victims = c.object(t.last, 6)
		if len(who.victims) == 0 {
			who.victims = c.subject(t.first)
		}
		who.perpetrators = c.by(t.last)
	case form == "noun":
		who.victims = c.object(t.last, 5)
		if !arabic {
			if f := c.token(t.last - 1).Folded; f != "of" && c.token(t.last).Folded != "of" {
				who.victims = nil
			} else if len(who.victims) == 0 && len(c.persons(t.last, min(t.last+6, c.s.End))) > 0 {
				who.victims = c.group(c.persons(t.last, c.s.End)[0])
			}
			if len(who.victims) == 0 {
				if k := c.at(t.first - 3); k >= 0 && c.mentions[k].kind == person && c.token(t.first-1).Folded == "s" {
					who.victims = []int{k} // Khalid's murder
				}
			}
		} else if t.rule.id == "massacre.noun" || t.rule.id == "bomb.ar.noun" || t.rule.id == "attack.ar.noun" || t.rule.id == "extort.ar" || t.rule.id == "plot.ar" {
			who.victims = nil
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
		who.victims = c.object(t.last, 10)
		who.perpetrators = c.subject(t.first)
		if hasPart { // "saw Khalid shoot Ahmed": only who stands between is the subject of the event's own verb
			if part.attrs["role"] != "witness" || len(who.perpetrators) == 0 || c.mentions[who.perpetrators[0]].first < part.last {
				who.perpetrators = nil
			}
		}
	}
	if f := c.token(t.last).Folded; form == "verb" && !arabic && (f == "him" || f == "her" || f == "them") || c.hasWord(t, "him") {
		// "beat Karim and took him away": the person named before is whom it happened to
		if len(who.victims) == 0 {
			who.victims, who.perpetrators = who.perpetrators, nil
		}
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
	} else if c.voice.kind == sanad.Confessed && form != "verb" && len(who.perpetrators) == 0 {
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
	if polarity == sanad.Uncertain && !hasPart && len(denier) == 0 {
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
		c.claim(e.id, sanad.SchemaEvent, "dead", n.String(), "", n.Span, told, rule)
	}
	for _, x := range []struct {
		role string
		who  []int
	}{{sanad.Perpetrator, who.perpetrators}, {sanad.Suspect, who.suspects}, {sanad.Victim, who.victims}, {sanad.Witness, who.witnesses}} {
		pol := polarity
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
		return c.firstAfter(part.last, 3)
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
	if part.attrs["role"] == "suspect" || part.attrs["role"] == "victim" {
		return nil
	}
	return nil
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

// arabicVerb casts a verb that stands before or after its subject.
func (c *clause) arabicVerb(t trigger, limit int, who *cast) {
	who.perpetrators = c.by(t.last)
	after := c.object(t.last, 8)
	before := c.plainSubject(t.first)
	last := []rune(c.tokens[t.first].Folded)
	pronoun := len(last) > 3 && (last[len(last)-1] == 'ه' || string(last[len(last)-2:]) == "هم" || string(last[len(last)-2:]) == "ها")
	switch {
	case len(who.perpetrators) > 0: // قتل فلان على يد فلان
		who.victims = without(after, who.perpetrators)
		if len(who.victims) == 0 {
			who.victims = before
		}
	case pronoun && len(after) > 0: // قتله فلان
		who.perpetrators = after
		who.victims = before
		if len(before) == 0 && c.lastWho >= 0 {
			who.victims = []int{c.lastWho}
		}
	case pronoun && strings.HasSuffix(strings.TrimRight(string(last), "هام"), "و"): // أعدموه: they did, to him
		who.victims = before
		if len(before) == 0 && c.lastWho >= 0 {
			who.victims = []int{c.lastWho}
		}
	case pronoun:
		who.perpetrators = before
	case len(before) > 0 && len(after) > 0:
		who.perpetrators, who.victims = before, after
	case len(after) > 0:
		all := c.persons(t.last, limit)
		if second := all[len(after):]; len(after) == 1 && len(second) > 0 && !c.governed(second[0]) && c.mentions[second[0]].first-c.mentions[after[0]].last <= 2 && c.lookback(t) && !c.kinBetween(after[0], second[0]) {
			who.perpetrators, who.victims = after, c.group(second[0])
		} else {
			who.victims = after
		}
	case len(before) > 0:
		if c.token(t.first-1).Folded == "الذي" && len(before) == 1 && c.tokens[t.first].Text == "قُتل" {
			who.victims = before
		} else if c.token(t.last).Folded == "في" || c.token(t.last).Folded == "خلال" || c.token(t.last).Folded == "يوم" || t.last >= c.s.End || c.token(t.last).Kind != text.Word {
			who.victims = before // خالد قتل في …
		} else {
			who.perpetrators = before
		}
	}
}

// kinBetween reports whether the second person only says whose relative the first is: «اختطف رعد عويد ابن عم طالب».
func (c *clause) kinBetween(a, b int) bool {
	for _, t := range c.triggers {
		if t.class == "kin" && t.first >= c.mentions[a].last && t.last <= c.mentions[b].first {
			return true
		}
	}
	return false
}

// lookback reports whether the verb opens its clause, so that its subject follows it.
func (c *clause) lookback(t trigger) bool { return len(c.plainSubject(t.first)) == 0 }

// plainSubject is the subject before a verb without asking pronouns.
func (c *clause) plainSubject(pos int) []int {
	all := c.persons(c.s.Start, pos)
	for i := len(all) - 1; i >= 0; i-- {
		if c.broken(c.mentions[all[i]].last, pos) {
			return nil
		}
		for _, t := range c.triggers { // a verb between takes the person for itself
			if t.first >= c.mentions[all[i]].last && t.last <= pos && (t.class == "event" || t.class == "arrest" || t.class == "pay" || t.class == "sentence" || t.class == "release") {
				return nil
			}
		}
		if !c.governed(all[i]) && !c.speaks(all[i]) {
			return c.group(all[i])
		}
	}
	return nil
}
