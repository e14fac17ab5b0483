package extract

import (
	"strings"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// event is an incident of the report.
type event struct {
	id     sanad.ID
	kind   string // code of the event rules: killing, massacre, …; the subtype in both languages
	date   string // EDTF, "" when not said
	place  string // gazetteer id, "" when not said
	at     int    // index of the sentence's first token where it was told last
	parts  map[string]bool
	acted  bool // people without a name did it
	foiled bool // it was prevented
	many   bool // it had several victims, or its victims are counted
	told   []toldPart
	heads  []int // tokens of the words that tell of it
	title  bool  // only what somebody is called says so: «المخطوف فلان»
}

// attackers reports whether an English noun names those who act without a name.
func attackers(f string) bool {
	switch f {
	case "gunmen", "men", "militants", "fighters", "attackers", "assailants", "kidnappers", "gang", "group", "insurgents", "militiamen", "terrorists", "bandits", "cell", "they", "strangers", "people", "persons":
		return true
	}
	return false
}

// byActors reports whether people without a name did what a passive tells of: "was shot by gunmen", «على يد مسلحين».
func (c *clause) byActors(t trigger) bool {
	for i := t.last; i < t.last+6 && i+1 < c.s.End; i++ {
		switch c.tokens[i].Folded {
		case "by", "يد", "ايدي", "قبل", "برصاص", "بيد":
			return actors(c.token(i+1).Folded) || attackers(c.token(i+1).Folded) || attackers(c.token(i+2).Folded)
		}
	}
	return false
}

// pluralVerb reports whether an Arabic verb has the ending of many who did it: «قتلوا».
func (c *clause) pluralVerb(t trigger) bool {
	f := c.tokens[t.first].Folded
	return strings.HasSuffix(f, "وا") || strings.HasSuffix(f, "وه") || strings.HasSuffix(f, "وهم") || strings.HasSuffix(f, "و")
}

// partOfThem returns the part of those a word such as "among them were" picks out: that of the people named last before it, or of the
// doers when people without a name acted on somebody, else the part the rule gives.
func (c *clause) partOfThem(e *event, p trigger) string {
	if role := c.partOfPeople(p); role != "" {
		return role
	}
	for i := p.first - 1; i >= c.s.Start && i > p.first-16; i-- {
		switch c.tokens[i].Folded {
		case "suspects", "arrested", "detained", "accused", "معتقلين", "متهمين", "مشتبه", "اعتقلت", "اعتقال", "القبض", "شخصين", "المتهمين":
			return sanad.Suspect
		case "attackers", "gunmen", "killers", "kidnappers", "militants", "fighters", "abductors", "مسلحين", "مسلحون", "المسلحين", "مهاجمين", "المهاجمين", "المنفذين", "الخاطفين", "خاطفين", "عناصر", "المهاجمون":
			return sanad.Perpetrator
		case "killed", "dead", "victims", "wounded", "kidnapped", "abducted", "traders", "merchants", "قتلي", "ضحايا", "شهداء", "مدنيين", "جرحي", "المخطوفين", "تجار", "التجار":
			return sanad.Victim
		}
		if n, ok := text.CountAt(c.tokens, i); ok && !c.dated[i] && n.Last < p.first && n.Best > 2 && e.acted { // «خطف مسلحون أربعين عاملا بينهم»
			return sanad.Victim
		}
	}
	if e.acted && !e.many {
		return sanad.Perpetrator
	}
	if e.title {
		return ""
	}
	return p.attrs["role"]
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

func strongEvent(kind string) bool {
	return kind == "kidnapping" || kind == "bombing" || kind == "extortion"
}

// countedBefore reports whether the subject of a passive is a number of people: "in which 11 people were killed".
func (c *clause) countedBefore(pos int) bool {
	for i := max(c.s.Start, pos-7); i < pos; i++ {
		if c.dated[i] || c.tokens[i].Kind == text.Punctuation {
			continue
		}
		if n, ok := text.CountAt(c.tokens, i); ok && n.Best > 1 && n.Last < pos && countsPeople(c.token(n.Last).Folded, c.token(n.Last+1).Folded) {
			if f := c.token(n.First - 1).Folded; (f == "his" || f == "her") && c.token(n.First-2).Folded == "and" { // "Ahmed and his three sons"
				return false
			}
			return len(c.persons(n.Last, pos)) == 0
		}
	}
	return false
}

// background reports whether an incident is told in passing, of somebody's past: "who had survived the massacre".
func (c *clause) background(part trigger) bool {
	g := c.groupStart(part.first)
	return c.token(g).Folded == "had" && c.token(g-1).Folded == "who"
}

// countedAfter reports whether people are counted right after a token: "killed three men".
func (c *clause) countedAfter(pos int) bool {
	for i := pos; i < pos+3 && i < c.s.End; i++ {
		if n, ok := text.CountAt(c.tokens, i); ok && !c.dated[i] && n.Last < c.s.End && countsPeople(c.token(n.Last).Folded, c.token(n.Last+1).Folded) {
			return true
		}
	}
	return false
}

// kindOf returns the code of what a trigger tells of: a house blown up is destroyed.
func (c *clause) kindOf(t trigger) string {
	if t.attrs["type"] == "bombing" {
		from := max(c.s.Start, t.first-7)
		if !c.tokens[t.first].IsArabic() && c.passive(t) {
			from = max(c.s.Start, t.first-14)
		}
		for i := from; i < t.last+4 && i < c.s.End; i++ {
			switch c.tokens[i].Folded {
			case "house", "houses", "home", "homes", "منزل", "منازل", "بيت", "بيوت", "دار":
				return "destruction"
			}
		}
	}
	if t.rule.id == "shoot.ar" && c.shotDead(t) {
		return "killing"
	}
	if k := c.at(t.last); t.rule.id == "destroy.en.verb" && strings.HasPrefix(c.tokens[t.first].Folded, "burn") && k >= 0 && c.mentions[k].kind == person && !c.headed(k) {
		return "torture"
	}
	return t.attrs["type"]
}

// eventFor returns the event of the report the trigger tells of, made when it is new.
func (c *clause) eventFor(t trigger, d *text.Date, k int, victims []int) *event {
	kind := c.kindOf(t)
	if e := c.meantBy(t, d, k, victims); e != nil {
		return e
	}
	for i := len(c.events) - 1; i >= 0 && i >= len(c.events)-mostEvents; i-- { // whoever was killed was killed once
		e := &c.events[i]
		for _, v := range victims {
			if e.parts[string(c.entityOf(v))+sanad.Victim] && (e.kind == kind || kind == "killing" && deadly(e.kind) || kind == "attack" && (deadly(e.kind) || e.kind == "killing")) {
				e.at, c.recent = c.s.Start, i
				return e
			}
		}
	}
	if o, ok := c.causeBefore(t); ok && c.consequence(t) {
		if e := c.find(o.attrs["type"], d, k, false); e != nil && e.kind == o.attrs["type"] && c.s.Start == e.at {
			return e
		}
	}
	apart := t.attrs["form"] == "noun" && kind == "killing" && len(victims) > 0 // "the killing of Ahmed" is no massacre
	if e := c.find(kind, d, k, apart); e != nil && !(apart && e.kind != "killing") {
		e.at = c.s.Start
		if e.kind == "killing" { // told now by its narrower word
			e.kind = kind
		}
		for i := range c.events {
			if c.events[i].id == e.id {
				c.recent = i
			}
		}
		return e
	}
	e := event{id: c.newEntity(sanad.SchemaEvent, c.triggerSpan(t)), kind: kind, at: c.s.Start, parts: map[string]bool{}}
	c.events = append(c.events, e)
	c.recent = len(c.events) - 1
	return &c.events[len(c.events)-1]
}

// meantBy returns the incident told last when a word such as "the attack", said without day, place or victim, can only mean it.
func (c *clause) meantBy(t trigger, d *text.Date, k int, victims []int) *event {
	if d != nil || k >= 0 || len(victims) > 0 || len(c.events) == 0 {
		return nil
	}
	e := &c.events[c.recent]
	if fires := t.rule.id == "shoot.ar" || t.attrs["type"] == "bombing" && t.attrs["form"] == "verb"; fires && c.s.Start-e.at <= castReach/2 && (deadly(e.kind) && e.kind != t.attrs["type"] || e.kind == "killing" || e.kind == "destruction" && t.attrs["type"] == "bombing") {
		e.at = c.s.Start
		return e
	}
	if t.attrs["form"] != "noun" {
		return nil
	}
	if c.s.Start-e.at > castReach || e.kind == t.attrs["type"] || c.tokens[c.s.Start-1+b2i(c.s.Start == 0)].Kind == text.Break && len(c.persons(c.s.Start, t.first)) > 0 {
		return nil
	}
	if f := c.token(t.last + 1).Folded; c.token(t.last).Folded == "علي" && (f == "المجني" || f == "الضحيه" || f == "القتيل" || f == "المغدور") && (e.kind == "killing" || deadly(e.kind)) {
		e.at = c.s.Start
		return e
	}
	switch c.token(t.last).Folded {
	case "on", "against", "at", "in", "علي", "في", "of":
		return nil
	}
	switch f := c.tokens[t.last-1].Folded; f {
	case "attack", "attacks", "assault", "shooting", "killing", "killings", "murder", "murders", "الهجوم", "الاعتداء", "القتل":
		if !strings.HasPrefix(f, "ال") && c.tokens[t.first].Folded != "the" && c.token(t.first-1).Folded != "the" && c.token(t.first-1).Folded != "this" {
			return nil
		}
		if deadly(e.kind) || e.kind == "killing" {
			e.at = c.s.Start
			return e
		}
	}
	return nil
}

// single reports whether one named man is all that an incident is told to have for victims.
func (e *event) single() bool {
	n := 0
	for key := range e.parts {
		if strings.HasSuffix(key, sanad.Victim) {
			n++
		}
	}
	return n == 1
}

// deadly reports whether people are killed in incidents of a kind, so that a killing told again may be part of one.
func deadly(kind string) bool {
	switch kind {
	case "massacre", "attack", "bombing", "public_execution":
		return true
	}
	return false
}

// mostEvents is how many of the events told last may be told again.
const mostEvents = 40

// find returns the event already told that this one can be: the same type, and no other day or place; a killing may be
// part of a massacre, an attack or a bombing told just before.
func (c *clause) find(kind string, d *text.Date, k int, apart bool) *event {
	for i := len(c.events) - 1; i >= 0 && i >= len(c.events)-mostEvents; i-- {
		e := &c.events[i]
		same := e.kind == kind
		if kind == "killing" && !same {
			same = deadly(e.kind) && c.s.Start-e.at < 120 && (d == nil || e.date == "" || overlap(d.EDTF, e.date))
		}
		if kind == "massacre" && e.kind == "killing" || kind == "public_execution" && e.kind == "killing" {
			same = c.s.Start-e.at < 150 && (d == nil || e.date == "") && (kind != "massacre" || e.many || !e.single())
		}
		if same && kind == "killing" && e.kind == kind && apart && e.single() {
			continue
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
	case "killing", "massacre", "public_execution", "bombing", "attack", "kidnapping", "displacement":
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
		if !clash && countsPeople(c.token(n.Last).Folded, c.token(n.Last+1).Folded, c.token(n.Last+2).Folded) && n.Best < 100_000 && !c.countsKillers(n, t) {
			return n, true
		}
		i = n.Last - 1
	}
	return text.Count{}, false
}

// countProp returns what a count of people in an incident of a kind counts: who was killed, taken or driven out.
func countProp(kind string) string {
	switch kind {
	case "kidnapping":
		return "abducted"
	case "displacement":
		return "displaced"
	}
	return "dead"
}

// wounded returns how many a sentence says were wounded: "19 wounded", "wounding nine people", «إصابة 11 شخصا».
func (c *clause) wounded() (text.Count, bool) {
	for i := c.s.Start; i < c.s.End; i++ {
		switch c.tokens[i].Folded {
		case "wounded", "injured", "wounding", "injuring", "hurt", "اصيب", "واصيب", "اصابه", "واصابه", "جرح", "وجرح", "بجروح", "جريحا", "جرحي", "اخرين":
		default:
			continue
		}
		for _, at := range []int{i + 1, i + 2, i - 1, i - 2, i - 3, i - 4} {
			if at < c.s.Start || at >= c.s.End || c.dated[at] || c.paid[at] {
				continue
			}
			n, ok := text.CountAt(c.tokens, at)
			if !ok || n.Last > c.s.End || n.Best >= 100_000 || n.Best < 1 {
				continue
			}
			next := c.token(n.Last).Folded
			if n.Last == i || countsPeople(next, c.token(n.Last+1).Folded) && (at > i || i-n.Last <= 2 && !c.killedBetween(n.Last, i)) {
				return n, true
			}
		}
	}
	return text.Count{}, false
}

// killedBetween reports whether a word of killing stands between two tokens, which the count before it belongs to.
func (c *clause) killedBetween(from, to int) bool {
	for i := from; i < to; i++ {
		switch c.tokens[i].Folded {
		case "killed", "dead", "died", "قتيلا", "قتلي", "شهيدا", "and", "و":
			return true
		}
	}
	return false
}

// countsKillers reports whether a number counts those who do what the verb says: "12 gunmen killed Ahmed".
func (c *clause) countsKillers(n text.Count, t trigger) bool {
	if n.Last > t.first || t.attrs["form"] != "verb" || !c.tokens[t.first].IsArabic() && c.passive(t) {
		return false
	}
	return len(c.object(t.last, 10)) > 0
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
