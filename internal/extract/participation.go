package extract

import (
	"slices"
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// partOf returns the word of participation that governs an event: the nearest before it, within reach and in its clause.
func (c *clause) partOf(t trigger, parts []trigger) (trigger, bool) {
	for i := len(parts) - 1; i >= 0; i-- {
		p := parts[i]
		if p.attrs["after"] != "" || p.attrs["self"] != "" && (p.attrs["agent"] != "" || p.last > t.first || t.first-p.last > 5 || !preposition(c.token(p.last).Folded)) {
			continue
		}
		if c.insideMention(p) || p.attrs["role"] == sanad.Victim && c.castAt(p) {
			continue
		}
		if p.first >= t.first || p.last > t.first+1 || t.first-p.last > 12 || c.broken(p.last, t.first) {
			continue
		}
		if p.attrs["role"] == sanad.Victim && c.laterDeed(p.last, t) || p.attrs["role"] == sanad.Witness && c.mourns(p.first, t.first) {
			continue
		}
		if t.attrs["form"] == "verb" && c.groupStart(t.first) < t.first && c.eventBetween(p.last, t.first) { // "denied taking part … and had been beaten"
			continue
		}
		// another finite verb between means another clause, unless that verb is seen by a witness
		if p.attrs["role"] != "witness" {
			for _, o := range c.triggers {
				if o.first > p.last && o.last <= t.first && (o.class == "arrest" || o.class == "sentence" || o.class == "release") {
					return trigger{}, false
				}
			}
		}
		if l, ok := c.linkAt(p.first); ok && p.attrs["role"] == sanad.Perpetrator { // "belonged to the group that carried out the attack"
			return l, true
		}
		return p, true
	}
	return c.linkOf(t)
}

// linkAt returns the word that ties somebody to those of whom the verb at a token is said in a relative clause.
func (c *clause) linkAt(verb int) (trigger, bool) {
	for i := verb - 1; i >= c.s.Start && i > verb-10; i-- {
		if l, n := c.rules.match(c.page, i, "link"); n > 0 && l.attrs["rel"] != "" && l.last < verb && c.relativeVerb(l.last, verb) {
			return l, true
		}
	}
	return trigger{}, false
}

// laterDeed reports whether the verb t tells what the victim of another thing did himself or what came before: "was wounded when he
// attacked", "was killed in a clash after he had kidnapped".
func (c *clause) laterDeed(from int, t trigger) bool {
	if t.attrs["form"] != "verb" {
		return false
	}
	if f := c.token(c.groupStart(t.first) - 1).Folded; (f == "he" || f == "she") && !c.passive(t) {
		return true
	}
	for i := from; i < t.first; i++ {
		switch c.tokens[i].Folded {
		case "after", "before", "بعد", "قبل":
			return true
		}
	}
	return false
}

// mourns reports whether it is a funeral that somebody attends, not the death.
func (c *clause) mourns(from, to int) bool {
	for i := from; i < to; i++ {
		switch c.tokens[i].Folded {
		case "funeral", "burial", "عزاء", "جنازه", "تشييع", "دفن", "فاتحه":
			return true
		}
	}
	return false
}

// castAt reports whether a word of part is what somebody is called: «المجنى عليه سنان».
func (c *clause) castAt(p trigger) bool {
	for _, t := range c.triggers {
		if t.class == "cast" && t.first == p.first && t.last == p.last {
			return len(c.castAfter(t)) > 0
		}
	}
	return false
}

// linkOf returns the word that ties somebody to those who did what the verb t says: "belonged to the group that killed", or right
// before it to the deed: "helped to kill".
func (c *clause) linkOf(t trigger) (trigger, bool) {
	if t.attrs["form"] != "verb" {
		return trigger{}, false
	}
	for i := t.first - 1; i >= c.s.Start && i > t.first-13; i-- {
		l, n := c.rules.match(c.page, i, "link")
		if n == 0 || l.last > t.first {
			continue
		}
		if l.attrs["rel"] != "" && c.relativeVerb(l.last, t.first) || l.attrs["near"] != "" && t.first-l.last <= 1 && (l.attrs["role"] != sanad.Victim || t.first == l.last) {
			return l, true
		}
	}
	return trigger{}, false
}

// relativeVerb reports whether the verb at a token stands in a relative clause, with nobody named between it and a token before:
// "belonged to the group that killed", «ضمن المجموعة التي قتلت».
func (c *clause) relativeVerb(from, verb int) bool {
	i := c.groupStart(verb) - 1
	for c.token(i).Folded == "قد" || c.token(i).Folded == "كان" || c.token(i).Folded == "كانت" {
		i--
	}
	switch c.token(i).Folded {
	case "who", "that", "which", "الذي", "التي", "الذين", "اللي", "من", "ممن":
		return i >= from-1 && len(c.persons(from, verb)) == 0
	}
	return false
}

// partsOfKnownEvents gives roles told without the event's own word: "He also took part in it", "accused of the crime".
func (c *clause) partsOfKnownEvents(parts, told []trigger) {
	if len(c.events) == 0 {
		return
	}
	if c.asks() {
		c.answeredNo(parts)
		return
	}
	c.denials(told)
	c.castings(told)
	c.extorted()
	c.hurt(told)
	c.identifies()
	c.handledBefore(told)
	c.sawIt(parts, told)
	for _, p := range parts { // "carried it out"
		if p.attrs["self"] == "" || c.partBeforeEvent(p, told) {
			continue
		}
		e := c.servedBy(p)
		if e == nil {
			continue
		}
		subject := c.partSubject
		if p.attrs["agent"] != "" {
			subject = func(p trigger) []int { return c.by(p.last) }
		}
		role := c.suspected(p, parts).attrs["role"]
		for _, k := range subject(p) {
			if role == sanad.Perpetrator && !c.tokens[p.first].IsArabic() {
				if k = c.doerMeant(k, p); k < 0 || c.official(k) {
					continue
				}
			}
			if role == sanad.Witness && c.tokens[p.first].Folded == "was" && c.amongAccused(k) { // "was present" says what he did
				continue
			}
			if p.attrs["kinds"] != "" && (c.official(k) || c.judges(k) || role != sanad.Victim && e.parts[string(c.entityOf(k))+sanad.Victim]) {
				continue
			}
			c.participation(e, k, role, c.polarityAt(p.first, p.last), p, p.rule.id)
		}
	}
	for _, p := range parts { // "those who did it were …"
		if p.attrs["after"] != "" && !c.namedBy(p) && !c.attributive(p) && !c.accusesOf(p, told) && !c.ledBody(p) {
			e := c.eventBefore(p.first)
			role := p.attrs["role"]
			if p.attrs["them"] != "" {
				if role = c.partOfThem(e, p); role == "" {
					continue
				}
				if all := c.persons(p.last, min(c.s.End, p.last+6)); len(all) == 0 || !c.titlesOnly(p.last, c.mentions[all[0]].first) {
					continue
				}
			}
			if p.attrs["companion"] != "" {
				if role = c.companionOf(e, p); role == "" {
					continue
				}
			}
			if role == sanad.Suspect && c.withdrawnAfter(p.last) {
				for _, k := range c.partSubject(p) {
					c.participation(e, k, role, sanad.Denied, p, p.rule.id)
				}
				continue
			}
			who := c.partSubject(p)
			if k := c.at(p.first - 1); len(who) == 0 && role == sanad.Perpetrator && k >= 0 && c.mentions[k].kind == person && c.mentions[k].first >= c.s.Start && strings.HasPrefix(p.rule.id, "part.ar") && c.suffixed(p) && !c.governed(k) {
				who = c.group(k) // «أن طالب نفذها بيده»
			}
			for _, k := range who {
				c.participation(e, k, role, c.polarityAt(p.first, p.last), p, p.rule.id)
			}
		}
	}
	for _, p := range parts { // "is suspected of having paid for it"
		if p.attrs["role"] != sanad.Suspect || len(told) > 0 || p.attrs["self"] != "" || !c.suspectedOfAct(p) {
			continue
		}
		if e := &c.events[c.recent]; c.s.Start-e.at <= castReach {
			for _, k := range c.partSubject(p) {
				c.participation(e, k, sanad.Suspect, c.polarityAt(p.first, p.last), p, p.rule.id)
			}
		}
	}
	for _, p := range parts { // "ordered it", "took part in this"
		switch c.token(p.last).Folded {
		case "it", "them", "everything", "كل", "ذلك", "هذا":
			e := &c.events[c.recent]
			for _, k := range c.partSubject(p) {
				if c.official(k) { // "My client had no part in it"
					continue
				}
				c.participation(e, k, p.attrs["role"], c.polarityAt(p.first, p.last), p, p.rule.id)
			}
		}
	}
	if len(told) > 0 {
		return
	}
	c.clearedKnown(parts)
	for _, t := range c.triggers {
		if t.class != "again" {
			continue
		}
		for _, o := range c.triggers { // «اعترف طالب بالجريمة»
			if o.class == "confess" && o.last <= t.first && t.first-o.last <= 6 && c.voice.kind == sanad.Confessed {
				who := c.subject(o.first)
				if c.tokens[o.first].IsArabic() {
					if named := c.object(o.last, 2); len(named) > 0 {
						who = named
					}
				}
				for _, k := range who {
					c.participation(&c.events[c.recent], k, sanad.Perpetrator, c.polarityAt(o.first, t.last), o, o.rule.id)
				}
			}
		}
		for i := len(parts) - 1; i >= 0; i-- {
			p := parts[i]
			if p.last > t.first || t.first-p.last > 6 {
				continue
			}
			e := &c.events[c.recent]
			who := c.partSubject(p)
			if len(who) == 0 && c.tokens[p.first].IsArabic() {
				who = c.lateDoers(p, t, nil)
			}
			for _, k := range who {
				if c.ranked(k) && strings.HasPrefix(strings.TrimPrefix(c.tokens[t.last-1].Folded, "ال"), "operation") || c.ranked(k) && c.tokens[t.first].Folded == "العمليه" {
					continue // an officer's operation is not the crime told last
				}
				c.participation(e, k, c.suspected(p, parts).attrs["role"], c.polarityAt(p.first, t.last), p, p.rule.id)
			}
			return
		}
	}
}

// servedBy returns the incident told before that an act without an incident of its own is about: the one told last, or the last of the
// kinds the act serves ("poured the petrol" a burning, "fixed the ransom" a kidnapping); nil when there is none near enough.
func (c *clause) servedBy(p trigger) *event {
	kinds := strings.Split(p.attrs["kinds"], ",")
	for i := len(c.events); i >= 0 && i >= len(c.events)-mostEvents; i-- {
		e := &c.events[c.recent]
		if i < len(c.events) {
			e = &c.events[i]
		}
		if (p.attrs["kinds"] == "" || slices.Contains(kinds, e.kind)) && c.s.Start-e.at <= castReach {
			return e
		}
		if p.attrs["kinds"] == "" {
			return nil
		}
	}
	return nil
}

// accusesOf reports whether the incident somebody is accused of follows in the sentence, where its own reading has the accused; and
// whether survivors are those who accuse: «اتهم الناجون طالب».
func (c *clause) accusesOf(p trigger, told []trigger) bool {
	if strings.HasSuffix(p.rule.id, ".accuse") {
		return slices.ContainsFunc(told, func(t trigger) bool {
			who, _ := c.accusedOf(t)
			return t.first >= p.last && len(who) > 0
		})
	}
	if strings.HasSuffix(p.rule.id, ".survivors") {
		_, n := c.rules.match(c.page, p.first-1, "accuse")
		return n > 0
	}
	return false
}

// withdrawnAfter reports whether the sentence goes on to say that an accusation was withdrawn: «ثم تراجع عن أقواله».
func (c *clause) withdrawnAfter(from int) bool {
	for i := from; i < c.s.End; i++ {
		switch c.tokens[i].Folded {
		case "تراجع", "retracted", "retract", "withdrew":
			return true
		}
	}
	return false
}

// ranked reports whether a name has a rank of the police or the army before it.
func (c *clause) ranked(k int) bool {
	for i := c.mentions[k].first - 1; i >= c.s.Start && i >= c.mentions[k].first-2; i-- {
		switch strings.TrimPrefix(strings.TrimPrefix(c.tokens[i].Folded, "و"), "ال") {
		case "colonel", "col", "lieutenant", "lt", "general", "gen", "brigadier", "brig", "major", "maj", "captain", "capt", "sergeant", "commissioner", "superintendent", "inspector",
			"عقيد", "عميد", "لواء", "فريق", "مقدم", "رايد", "رائد", "نقيب", "ملازم":
			return true
		}
	}
	return false
}

// attributive reports whether a word of accusation only describes the name after it: "the accused Omar".
func (c *clause) attributive(p trigger) bool {
	switch c.tokens[p.first].Folded {
	case "accused", "suspected", "suspects", "suspect":
	default:
		return false
	}
	prev := c.token(p.first - 1)
	switch prev.Folded {
	case "the", "a", "an", "other", "two", "three", "four", "of", "by", "and", "both", "was", "were", "is", "are":
		return true
	}
	return p.first == c.s.Start || prev.Kind != text.Word || placeInList(prev.Folded) > 0
}

// companionOf returns the part of him whose companion a phrase such as "with him was" names, "" when he has none in the incident:
// who is taken along with a victim is one, who stands beside a killer is said to be of the killers.
func (c *clause) companionOf(e *event, p trigger) string {
	if c.s.Start-e.at > castReach {
		return ""
	}
	if e.acted && !e.many && strings.HasSuffix(c.tokens[p.last-1].Folded, "هم") { // «أخذوا أخي، وكان معهم طالب»
		return sanad.Perpetrator
	}
	who := c.lastWho
	if before := c.persons(c.s.Start, p.first); len(before) > 0 {
		who = before[len(before)-1]
	}
	if who < 0 {
		return ""
	}
	for _, role := range []string{sanad.Victim, sanad.Perpetrator, sanad.Suspect} {
		if e.parts[string(c.entityOf(who))+role] {
			return role
		}
	}
	return ""
}

// extorted takes who pays while a levy is being told of for one it is taken from, and who goes round for it for one who takes it.
func (c *clause) extorted() {
	if len(c.events) == 0 || c.asks() {
		return
	}
	e := c.levyTold()
	if e == nil {
		return
	}
	for _, t := range c.triggers {
		switch {
		case t.class == "does" && strings.HasSuffix(t.rule.id, ".collect"):
			for _, k := range c.subject(t.first) {
				c.participation(e, k, sanad.Perpetrator, c.polarityAt(t.first, t.last), t, t.rule.id)
			}
		case t.class == "pay" && t.attrs["dir"] == "give" && t.attrs["noun"] == "" && pays(c.tokens[t.first].Folded):
			who := c.subject(t.first)
			if c.tokens[t.first].IsArabic() {
				who = c.plainSubject(t.first)
			}
			for _, k := range who {
				if c.mentions[k].first >= c.s.Start && !c.official(k) {
					c.participation(e, k, sanad.Victim, c.polarityAt(t.first, t.last), t, t.rule.id)
				}
			}
		}
	}
}

// pays reports whether a folded word of giving is one of paying.
func pays(f string) bool {
	switch f {
	case "paid", "pays", "pay", "paying", "دفع", "يدفع", "دفعوا", "دفعت", "ودفع":
		return true
	}
	return false
}

// denials takes a denial that names no event as one of the event told last: "Mazin had nothing to do with it".
func (c *clause) denials(told []trigger) {
	for _, d := range c.triggers {
		if d.class != "deny" {
			continue
		}
		for _, t := range told {
			if t.first > d.first && c.token(t.first-1).Folded != "who" {
				return // the event's own reading has it
			}
		}
		for _, t := range c.triggers {
			if t.class == "role" && !c.elsewhere(t) && t.first > d.first || t.class == "member" || t.class == "pay" && c.moneyFrom(c.s.Start) < c.moneyFrom(c.s.End) {
				return // another thing is denied
			}
		}
		for _, k := range c.networks() {
			if m := &c.mentions[k]; m.first >= d.last && m.first-d.last <= 8 {
				return // it is a tie to the network that is denied
			}
		}
		for i := d.last; i < c.s.End && i < d.last+14; i++ {
			switch c.tokens[i].Folded {
			case "بالتنظيم", "التنظيم", "للتنظيم", "بالخليه", "بالشبكه", "بالجماعه", "organization", "organisation", "network", "cell", "group", "gang", "ring":
				return
			}
		}
		e := &c.events[c.recent]
		if c.s.Start-e.at > castReach {
			return
		}
		var who []int
		if c.tokens[d.first].IsArabic() {
			who = c.object(d.last, 2)
		}
		if len(who) == 0 {
			who = c.subject(d.first)
		}
		if len(who) == 0 && d.first == c.s.Start && c.lastWho >= 0 && c.tokens[d.first].Folded == "that" { // shown a photograph: "That is not the man."
			who = []int{c.lastWho}
		}
		if len(who) == 0 && d.last < c.s.End { // "wrongly named in earlier lists: A and B"
			for i := d.last; i < d.last+12 && i < c.s.End; i++ {
				if c.tokens[i].Text == ":" {
					who = c.firstAfter(i+1, 4)
				}
			}
		}
		for _, k := range who {
			if c.deniesCharge(d) && !e.parts[string(c.entityOf(k))+sanad.Suspect] && !e.parts[string(c.entityOf(k))+sanad.Perpetrator] {
				continue // of what he is charged with, which may be another matter
			}
			if c.condemned(k) { // a denial that the court did not believe
				continue
			}
			if c.official(k) { // a lawyer speaks for another
				if k = c.lastWho; k < 0 {
					continue
				}
			}
			c.participation(e, k, sanad.Suspect, sanad.Denied, d, d.rule.id)
		}
		return
	}
}

// deniesCharge reports whether what a denial denies is "the charge", whatever that is.
func (c *clause) deniesCharge(d trigger) bool {
	for i := d.last; i < c.s.End && i < d.last+4; i++ {
		switch c.tokens[i].Folded {
		case "charge", "charges", "accusation", "accusations", "allegation", "allegations", "التهمه", "التهم", "الاتهام", "الاتهامات", "المنسوبه":
			return true
		}
	}
	return false
}

func (c *clause) participation(e *event, k int, role string, polarity sanad.Polarity, t trigger, rule string) {
	if role != sanad.Witness && polarity != sanad.Denied && c.onlyTells(k) {
		return
	}
	who := c.entityOf(k)
	key := string(who) + role + " " + string(polarity)
	if e.parts[key] {
		return
	}
	if role == sanad.Victim && polarity == sanad.Affirmed && e.parts[string(who)+sanad.Perpetrator+" "+string(sanad.Affirmed)] {
		return // whoever did it is no victim of it
	}
	e.parts[key] = true
	e.parts[string(who)+role] = true
	m := &c.mentions[k]
	span := m.span
	if m.first < c.s.Start || m.last > c.s.End { // named by a pronoun: the evidence is the trigger
		span = c.triggerSpan(t)
	}
	id := c.newEntity(sanad.SchemaParticipation, span)
	e.told = append(e.told, toldPart{id: id, who: who, mention: k, role: role, polarity: polarity, rule: rule})
	c.claim(id, sanad.SchemaParticipation, "participant", string(who), "", span, polarity, rule)
	c.claim(id, sanad.SchemaParticipation, "event", string(e.id), "", c.triggerSpan(t), polarity, rule)
	c.claim(id, sanad.SchemaParticipation, "role", role, "", c.triggerSpan(t), polarity, rule)
}

// namedBy reports whether those a word means name somebody else: "All survivors name X", «ويذكر الناجون أن فلانا …»; or speak of a
// body: "recognised the body of X".
func (c *clause) namedBy(p trigger) bool {
	for i := p.last; i < p.last+3 && i < c.s.End; i++ {
		if c.at(i) >= 0 {
			return false
		}
		switch c.tokens[i].Folded {
		case "name", "named", "recognised", "recognized", "identified", "blame", "accuse", "say", "said", "told", "saw", "body", "remains", "car", "house", "voice", "علي", "ان", "يذكرون", "سموا", "جثه":
			return p.attrs["role"] == sanad.Witness || c.tokens[i].Folded == "body" || c.tokens[i].Folded == "remains" || c.tokens[i].Folded == "جثه" || c.tokens[i].Folded == "car" || c.tokens[i].Folded == "house"
		}
	}
	return false
}

// suspectedOfAct reports whether a word of suspicion is followed by an act that served an incident and names no other
// matter: "suspected of paying for the material", but not "suspected of belonging to the network".
func (c *clause) suspectedOfAct(p trigger) bool {
	switch c.token(p.last).Folded {
	case "بركن", "بنقل", "بزرع", "بوضع", "بتجهيز", "بتفخيخ", "بايصال":
		return c.means(p.last + 1)
	case "paying", "buying", "supplying", "driving", "guiding", "hiding", "preparing", "planning", "helping", "hosting", "transporting", "having":
	default:
		return false
	}
	for _, t := range c.triggers {
		if t.first > p.last && (t.class == "member" || t.class == "role" || t.class == "event") {
			return false
		}
	}
	return len(c.within(p.last, c.s.End, organization)) == 0
}

// castReach is how many tokens after an incident was told its people may still be named.
const castReach = 200

// partBeforeEvent reports whether a phrase without its incident is followed by one: "took part" of "took part in the attack".
func (c *clause) partBeforeEvent(p trigger, told []trigger) bool {
	for _, t := range told {
		if t.first >= p.last && t.first-p.last <= 4 && (t.first == p.last || c.tokens[p.first].IsArabic() || preposition(c.token(p.last).Folded) || c.token(p.last).Folded == "the") {
			return true
		}
	}
	return false
}

// castings reads persons called by their part in an incident told before: "the kidnappers were X and Y", "X was the killer",
// "witness X said", «وكان الخاطف فلان».
func (c *clause) castings(told []trigger) {
	for _, t := range c.triggers {
		if t.class != "cast" || c.insideMention(t) {
			continue
		}
		e := c.castIn(t)
		if e == nil || e.kind == "torture" && t.attrs["of"] == "" && t.attrs["role"] == sanad.Suspect { // the suspect in custody is who suffers it
			continue
		}
		who := c.castAfter(t)
		if len(who) == 0 {
			who = c.castBefore(t)
		}
		if all := c.persons(t.last, c.s.End); len(who) == 0 && len(all) > 0 && c.tokens[t.first].IsArabic() && t.attrs["role"] == sanad.Perpetrator && c.mentions[all[0]].first-t.last <= 9 {
			who = c.whoIs(t.last) // «المسؤول عنها أمام الله هو فلان»
		}
		for _, k := range who {
			if t.attrs["role"] == sanad.Witness && e.parts[string(c.entityOf(k))+sanad.Victim] {
				continue
			}
			c.participation(e, k, t.attrs["role"], c.polarityAt(t.first, t.last), t, t.rule.id)
		}
	}
}

// whoIs returns the persons a pronoun of being after a token names: «المسؤول عنها أمام الله هو فلان».
func (c *clause) whoIs(pos int) []int {
	for i := pos; i < c.s.End && i < pos+14; i++ {
		switch c.tokens[i].Folded {
		case "هو", "هم", "هي", "هما":
			return c.firstAfter(i+1, 3)
		case "،", "؛", ".":
			return nil
		}
	}
	return nil
}

// castIn returns the incident a word such as "kidnapper" belongs to: the one told last, of the kind the word says.
func (c *clause) castIn(t trigger) *event {
	for i := len(c.events) - 1; i >= 0 && i >= len(c.events)-mostEvents; i-- {
		e := &c.events[i]
		if t.attrs["of"] == "" {
			e = &c.events[c.recent]
		} else if e.kind != t.attrs["of"] {
			continue
		}
		if c.s.Start-e.at <= castReach {
			return e
		}
		return nil
	}
	if e := &c.events[c.recent]; t.attrs["of"] == "public_execution" && e.kind == "killing" && c.s.Start-e.at <= castReach {
		return e
	}
	return nil
}

// castAfter returns the persons named right after a word of part: "the killers were X and Y", "witness X".
func (c *clause) castAfter(t trigger) []int {
	if c.whoseRelative(t) {
		return nil
	}
	if k := c.apposedTo(t); k >= 0 {
		return c.group(k)
	}
	all := c.persons(t.last, c.s.End)
	if len(all) == 0 || c.mentions[all[0]].first-t.last > 4 && !c.namedAs(t.last, c.mentions[all[0]].first) || c.mentions[all[0]].parent || c.headed(all[0]) {
		return nil
	}
	if c.mentions[all[0]].first == t.last && t.last-t.first > 2 && c.token(t.last-2).Folded == "who" { // "the man who shot Ahmed"
		return nil
	}
	for i := t.last; i < c.mentions[all[0]].first; i++ {
		if c.tokens[i].Folded == "by" && c.namedAs(t.last, c.mentions[all[0]].first) { // "were named by police as"
			for i < c.mentions[all[0]].first && c.tokens[i].Folded != "as" {
				i++
			}
			continue
		}
		switch f := c.tokens[i].Folded; f {
		case "was", "were", "is", "are", "include", "included", "named", "called", ",", "،", ":", "-", "–", "as", "identified", "the", "هو", "هم", "هما", "كان", "المدعو", "معروف", "اسمه", "يدعي", "كل", "من", "«", "\"", "“", "(", "\n", "•", "mr", "sheikh", "a", "may", "might", "be", "قد", "يكون":
		default:
			if !c.lex.is("title_en", f) && !c.lex.is("title_ar", f) && c.tokens[i].Kind != text.Number {
				return nil
			}
		}
	}
	if m := &c.mentions[all[0]]; m.span.Start > c.tokens[m.first].Span.Start { // with a preposition written to it the name is another's
		return nil
	}
	return c.group(all[0])
}

// namedAs reports whether "named by … as" or the like leads from one token to a name at another.
func (c *clause) namedAs(from, to int) bool {
	return to-from <= 10 && c.token(to-1).Folded == "as" && slices.ContainsFunc(c.tokens[from:to], func(t text.Token) bool {
		return t.Folded == "named" || t.Folded == "identified" || t.Folded == "known"
	})
}

// castBefore returns the persons named right before: "X was named as the kidnapper", «فلان هو القاتل».
func (c *clause) castBefore(t trigger) []int {
	linked := false
	for i := t.first - 1; i >= c.s.Start && i >= t.first-7; i-- {
		if k := c.at(i); k >= 0 {
			if c.tokens[i+1].Text == "," && c.token(t.last).Text == "," { // "Omar, a witness, said"
				linked = true
			}
			if linked && c.mentions[k].kind == person && !c.governed(k) {
				return c.group(k)
			}
			return nil
		}
		switch c.tokens[i].Folded {
		case "was", "were", "is", "are", "as", "هو", "هم", "كان", "كانوا", "انه", "بانه", "ضمن":
			linked = true
		case "the", "a", "an", "one", "of", "named", "identified", "described", "been", "being", "has", "have", "main", "alleged", "among", "his", "her", "their", "two", "three", "recognised", "recognized", "احد", "من", "بين", "ايضا", "also", ",", "،", "not", "ليس":
			linked = linked || c.tokens[i].Folded == "among" || c.tokens[i].Folded == "ليس" || c.tokens[i].Folded == "بين" || c.tokens[i].Folded == "احد"
		default:
			return nil
		}
	}
	return nil
}
