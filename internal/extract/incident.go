package extract

import (
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// event is an incident of the report.
type event struct {
	id    sanad.ID
	kind  string // of the event rules: killing, massacre, …
	date  string // EDTF, "" when not said
	place string // gazetteer id, "" when not said
	at    int    // index of the sentence's first token where it was told last
	parts map[string]bool
}

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
	denier := c.denier(t, hasPart, form)
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
	} else if len(denier) > 0 {
		who.suspects = denier
	} else if c.voice.kind == sanad.Confessed && form != "verb" && len(who.perpetrators) == 0 {
		who.perpetrators = c.subject(t.first)
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
	named := len(who.perpetrators)+len(who.suspects)+len(who.victims)+len(who.witnesses) > 0
	if !named && d == nil && k < 0 && !counted && t.attrs["type"] != "massacre" && t.attrs["type"] != "public_execution" {
		if c.find(t.attrs["type"], nil, -1) == nil && !strongEvent(t.attrs["type"]) {
			return
		}
	}
	e := c.eventFor(t, d, k, who.victims)
	rule := t.rule.id
	c.claim(e.id, sanad.SchemaEvent, "subtype", c.subtype(t), "", c.triggerSpan(t), told, rule)
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
}

func strongEvent(kind string) bool {
	return kind == "kidnapping" || kind == "bombing" || kind == "extortion"
}

// hasWord reports whether one of the words of a trigger, or the one after its first, is w.
func (c *clause) hasWord(t trigger, w string) bool {
	return c.token(t.first+1).Folded == w && !c.tokens[t.first].IsArabic()
}

// countedBefore reports whether the subject of a passive is a number of people: "in which 11 people were killed".
func (c *clause) countedBefore(pos int) bool {
	for i := max(c.s.Start, pos-7); i < pos; i++ {
		if c.dated[i] || c.tokens[i].Kind == text.Punctuation {
			continue
		}
		if n, ok := text.CountAt(c.tokens, i); ok && n.Best > 1 && n.Last < pos && countsPeople(c.token(n.Last).Folded, c.token(n.Last+1).Folded) {
			return len(c.persons(n.Last, pos)) == 0
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
	case pronoun && strings.HasSuffix(strings.TrimRight(string(last), "هاهم"), "و"): // أعدموه: they did, to him
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
		if second := all[len(after):]; len(after) == 1 && len(second) > 0 && !c.governed(second[0]) && c.mentions[second[0]].first-c.mentions[after[0]].last <= 2 && c.lookback(t) {
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

// partOf returns the word of participation that governs an event: the nearest before it, within reach and in its clause.
func (c *clause) partOf(t trigger, parts []trigger) (trigger, bool) {
	for i := len(parts) - 1; i >= 0; i-- {
		p := parts[i]
		if p.attrs["after"] != "" {
			continue
		}
		if p.last > t.first+1 || t.first-p.last > 12 || c.broken(p.last, t.first) {
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
	c.denials(told)
	for _, p := range parts { // "those who did it were …"
		if p.attrs["after"] != "" {
			e := &c.events[c.recent]
			for _, k := range c.partSubject(p) {
				c.participation(e, k, p.attrs["role"], c.polarityAt(p.first, p.last), p, p.rule.id)
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

// denials takes a denial that names no event as one of the event told last: "Mazin had nothing to do with it".
func (c *clause) denials(told []trigger) {
	for _, d := range c.triggers {
		if d.class != "deny" {
			continue
		}
		for _, t := range told {
			if t.first > d.first {
				return // the event's own reading has it
			}
		}
		for _, t := range c.triggers {
			if t.class == "role" || t.class == "member" || t.class == "pay" {
				return // another thing is denied
			}
		}
		e := &c.events[c.recent]
		if c.s.Start-e.at > 80 {
			return
		}
		var who []int
		if c.tokens[d.first].IsArabic() {
			who = c.object(d.last, 2)
		}
		if len(who) == 0 {
			who = c.subject(d.first)
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

// subtype is the source's word when it already says the type, else the type's own word.
func (c *clause) subtype(t trigger) string {
	if t.attrs["value"] != "" && t.attrs["type"] != "bombing" {
		return t.attrs["value"]
	}
	switch t.attrs["type"] {
	case "failed_plot":
		return "plot"
	case "public_execution":
		return "execution"
	case "bombing":
		for i := max(c.s.Start, t.first-7); i < t.last+4 && i < c.s.End; i++ {
			switch c.tokens[i].Folded {
			case "house", "houses", "home", "homes", "منزل", "منازل", "بيت", "بيوت", "دار":
				return "destruction"
			}
		}
		if t.attrs["value"] != "" {
			return t.attrs["value"]
		}
	}
	return t.attrs["type"]
}

// eventFor returns the event of the report the trigger tells of, made when it is new.
func (c *clause) eventFor(t trigger, d *text.Date, k int, victims []int) *event {
	for i := len(c.events) - 1; i >= 0 && i >= len(c.events)-mostEvents; i-- { // whoever was killed was killed once
		e := &c.events[i]
		for _, v := range victims {
			if e.parts[string(c.entityOf(v))+sanad.Victim] && (e.kind == t.attrs["type"] || t.attrs["type"] == "killing") {
				e.at, c.recent = c.s.Start, i
				return e
			}
		}
	}
	apart := t.attrs["form"] == "noun" && t.attrs["type"] == "killing" && len(victims) > 0 // "the killing of Ahmed" is no massacre
	if e := c.find(t.attrs["type"], d, k); e != nil && !(apart && e.kind != "killing") {
		e.at = c.s.Start
		for i := range c.events {
			if c.events[i].id == e.id {
				c.recent = i
			}
		}
		return e
	}
	e := event{id: c.newEntity(sanad.SchemaEvent, c.triggerSpan(t)), kind: t.attrs["type"], at: c.s.Start, parts: map[string]bool{}}
	c.events = append(c.events, e)
	c.recent = len(c.events) - 1
	return &c.events[len(c.events)-1]
}

// mostEvents is how many of the events told last may be told again.
const mostEvents = 40

// find returns the event already told that this one can be: the same type, and no other day or place; a killing may be
// part of a massacre, an attack or a bombing told just before.
func (c *clause) find(kind string, d *text.Date, k int) *event {
	for i := len(c.events) - 1; i >= 0 && i >= len(c.events)-mostEvents; i-- {
		e := &c.events[i]
		same := e.kind == kind
		if kind == "killing" && !same {
			switch e.kind {
			case "massacre", "attack", "bombing", "public_execution":
				same = c.s.Start-e.at < 120 && (d == nil || e.date == "" || overlap(d.EDTF, e.date))
			}
		}
		if kind == "massacre" && e.kind == "killing" || kind == "public_execution" && e.kind == "killing" {
			same = c.s.Start-e.at < 150 && (d == nil || e.date == "")
		}
		if !same {
			continue
		}
		if d != nil && e.date != "" && !overlap(d.EDTF, e.date) {
			continue
		}
		if k >= 0 && e.place != "" && c.mentions[k].place.ID != e.place && !c.isGovernorate(c.mentions[k].place.Governorate, e.place) {
			if d == nil || e.date == "" {
				continue
			}
		}
		return e
	}
	return nil
}

// isGovernorate reports whether a place is the governorate itself.
func (c *clause) isGovernorate(governorate, id string) bool {
	return governorate != "" && governorate == id
}

// overlap reports whether two EDTF dates can be the same time.
func overlap(a, b string) bool {
	a1, a2 := ends(a)
	b1, b2 := ends(b)
	return prefixLess(a1, b2) && prefixLess(b1, a2)
}

func ends(s string) (string, string) {
	for i := range s {
		if s[i] == '/' {
			return trimMarks(s[:i]), trimMarks(s[i+1:])
		}
	}
	return trimMarks(s), trimMarks(s)
}

func trimMarks(s string) string {
	for len(s) > 0 && (s[len(s)-1] == '~' || s[len(s)-1] == '?') {
		s = s[:len(s)-1]
	}
	return s
}

// prefixLess reports whether a is before or at b as far as both say.
func prefixLess(a, b string) bool {
	n := min(len(a), len(b))
	return a[:n] <= b[:n]
}

// dead returns the count of the dead told with an event: "killed 17 men", "17 people were killed", «مقتل 17 شخصا».
func (c *clause) dead(t trigger) (text.Count, bool) {
	switch t.attrs["type"] {
	case "killing", "massacre", "public_execution", "bombing", "attack":
	default:
		return text.Count{}, false
	}
	if t.attrs["type"] == "bombing" || t.attrs["type"] == "attack" {
		return text.Count{}, false // their dead stand with a word of killing
	}
	for i := max(c.s.Start, t.first-8); i < c.s.End && i < t.last+8; i++ {
		if c.dated[i] || c.paid[i] {
			continue
		}
		n, ok := text.CountAt(c.tokens, i)
		if !ok || n.Last > c.s.End {
			continue
		}
		clash := false
		for k := n.First; k < n.Last; k++ {
			clash = clash || c.dated[k] || c.paid[k]
		}
		if !clash && countsPeople(c.token(n.Last).Folded, c.token(n.Last+1).Folded, c.token(n.Last+2).Folded) && n.Best < 100_000 {
			return n, true
		}
		i = n.Last - 1
	}
	return text.Count{}, false
}

// countsPeople reports whether the words after a number say that people are counted.
func countsPeople(words ...string) bool {
	for _, w := range words {
		switch w {
		case "men", "man", "people", "persons", "civilians", "members", "victims", "bodies", "dead", "tribesmen", "women", "children", "residents", "soldiers", "policemen", "fighters", "others", "prisoners", "recruits", "cadets", "killed", "villagers", "militants", "terrorists", "insurgents", "were",
			"رجل", "رجلا", "رجال", "شخص", "شخصا", "اشخاص", "مدني", "مدنيا", "مدنيين", "ضحيه", "قتيل", "قتيلا", "قتلي", "شهيد", "شهيدا", "نفر", "جثه", "مواطن", "مواطنا", "من", "شاب", "شابا", "جنديا", "عنصرا", "ارهابيا", "ارهابيين", "مسلحا", "مسلحين":
			return true
		}
	}
	return false
}

func without(list, remove []int) []int {
	if len(remove) == 0 {
		return list
	}
	var out []int
	for _, x := range list {
		keep := true
		for _, y := range remove {
			keep = keep && x != y
		}
		if keep {
			out = append(out, x)
		}
	}
	return out
}
