package extract

import (
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// partOf returns the word of participation that governs an event: the nearest before it, within reach and in its clause.
func (c *clause) partOf(t trigger, parts []trigger) (trigger, bool) {
	for i := len(parts) - 1; i >= 0; i-- {
		p := parts[i]
		if p.attrs["after"] != "" || p.attrs["self"] != "" {
			continue
		}
		if p.first >= t.first || p.last > t.first+1 || t.first-p.last > 12 || c.broken(p.last, t.first) {
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
		return p, true
	}
	return trigger{}, false
}

// partsOfKnownEvents gives roles told without the event's own word: "He also took part in it", "accused of the crime".
func (c *clause) partsOfKnownEvents(parts, told []trigger) {
	if len(c.events) == 0 {
		return
	}
	if c.asks() {
		return
	}
	c.denials(told)
	c.castings(told)
	c.extorted()
	for _, p := range parts { // "carried it out"
		if p.attrs["self"] == "" || c.partBeforeEvent(p, told) {
			continue
		}
		e := &c.events[c.recent]
		if c.s.Start-e.at > castReach {
			continue
		}
		subject := c.partSubject
		if p.attrs["agent"] != "" {
			subject = func(p trigger) []int { return c.by(p.last) }
		}
		role := c.suspected(p, parts).attrs["role"]
		for _, k := range subject(p) {
			c.participation(e, k, role, c.polarityAt(p.first, p.last), p, p.rule.id)
		}
	}
	for _, p := range parts { // "those who did it were …"
		if p.attrs["after"] != "" && !c.namedBy(p) {
			e := &c.events[c.recent]
			role := p.attrs["role"]
			if p.attrs["companion"] != "" {
				if role = c.companionOf(e, p); role == "" {
					continue
				}
			}
			for _, k := range c.partSubject(p) {
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
				c.participation(e, k, p.attrs["role"], c.polarityAt(p.first, p.last), p, p.rule.id)
			}
		}
	}
	if len(told) > 0 {
		return
	}
	for _, t := range c.triggers {
		if t.class != "again" {
			continue
		}
		for i := len(parts) - 1; i >= 0; i-- {
			p := parts[i]
			if p.last > t.first || t.first-p.last > 6 {
				continue
			}
			e := &c.events[c.recent]
			for _, k := range c.partSubject(p) {
				c.participation(e, k, p.attrs["role"], c.polarityAt(p.first, t.last), p, p.rule.id)
			}
			return
		}
	}
}

// companionOf returns the part of him whose companion a phrase such as "with him was" names, "" when he has none in the incident:
// who is taken along with a victim is one, who stands beside a killer is said to be of the killers.
func (c *clause) companionOf(e *event, p trigger) string {
	if c.s.Start-e.at > castReach {
		return ""
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
	e := &c.events[c.recent]
	if e.kind != "extortion" || c.s.Start-e.at > castReach {
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
		if len(who) == 0 && d.last < c.s.End { // "wrongly named in earlier lists: A and B"
			for i := d.last; i < d.last+12 && i < c.s.End; i++ {
				if c.tokens[i].Text == ":" {
					who = c.firstAfter(i+1, 4)
				}
			}
		}
		for _, k := range who {
			c.participation(e, k, sanad.Suspect, sanad.Denied, d, d.rule.id)
		}
		return
	}
}

func (c *clause) participation(e *event, k int, role string, polarity sanad.Polarity, t trigger, rule string) {
	who := c.entityOf(k)
	key := string(who) + role + " " + string(polarity)
	if e.parts[key] {
		return
	}
	e.parts[key] = true
	e.parts[string(who)+role] = true
	m := &c.mentions[k]
	span := m.span
	if m.first < c.s.Start || m.last > c.s.End { // named by a pronoun: the evidence is the trigger
		span = c.triggerSpan(t)
	}
	id := c.newEntity(sanad.SchemaParticipation, span)
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

// suspectedOfAct reports whether an English word of suspicion is followed by an act that served an incident and names no other
// matter: "suspected of paying for the material", but not "suspected of belonging to the network".
func (c *clause) suspectedOfAct(p trigger) bool {
	switch c.token(p.last).Folded {
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
		if t.first >= p.last && t.first-p.last <= 4 {
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
		if e == nil {
			continue
		}
		who := c.castAfter(t)
		if len(who) == 0 {
			who = c.castBefore(t)
		}
		if all := c.persons(t.last, c.s.End); len(who) == 0 && len(all) > 0 && c.tokens[t.first].IsArabic() && t.attrs["role"] == sanad.Perpetrator && c.mentions[all[0]].first-t.last <= 9 {
			who = c.predicate(t.last) // «المسؤول عنها أمام الله هو فلان»
		}
		for _, k := range who {
			if t.attrs["role"] == sanad.Witness && e.parts[string(c.entityOf(k))+sanad.Victim] {
				continue
			}
			c.participation(e, k, t.attrs["role"], c.polarityAt(t.first, t.last), t, t.rule.id)
		}
	}
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
	return nil
}

// castAfter returns the persons named right after a word of part: "the killers were X and Y", "witness X".
func (c *clause) castAfter(t trigger) []int {
	all := c.persons(t.last, c.s.End)
	if len(all) == 0 || c.mentions[all[0]].first-t.last > 4 || c.mentions[all[0]].parent || c.headed(all[0]) {
		return nil
	}
	for i := t.last; i < c.mentions[all[0]].first; i++ {
		switch f := c.tokens[i].Folded; f {
		case "was", "were", "is", "are", "include", "included", "named", "called", ",", "،", ":", "-", "–", "as", "identified", "the", "هو", "هم", "هما", "كان", "المدعو", "كل", "من", "«", "\"", "“", "(", "\n", "•", "mr", "sheikh", "a", "may", "might", "be", "قد", "يكون":
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

// castBefore returns the persons named right before: "X was named as the kidnapper", «فلان هو القاتل».
func (c *clause) castBefore(t trigger) []int {
	linked := false
	for i := t.first - 1; i >= c.s.Start && i >= t.first-7; i-- {
		if k := c.at(i); k >= 0 {
			if linked && c.mentions[k].kind == person && !c.governed(k) {
				return c.group(k)
			}
			return nil
		}
		switch c.tokens[i].Folded {
		case "was", "were", "is", "are", "as", "هو", "هم", "كان", "كانوا", "انه", "بانه":
			linked = true
		case "the", "a", "an", "one", "of", "named", "identified", "described", "been", "being", "has", "have", "main", "alleged", "among", "احد", "من", "بين", "ايضا", "also", ",", "،", "not", "ليس":
			linked = linked || c.tokens[i].Folded == "among" || c.tokens[i].Folded == "ليس"
		default:
			return nil
		}
	}
	return nil
}
