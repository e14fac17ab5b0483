package extract

import (
	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// event is an incident of the report.
type event struct {
	id    sanad.ID
	kind  string // code of the event rules: killing, massacre, …; the subtype in both languages
	date  string // EDTF, "" when not said
	place string // gazetteer id, "" when not said
	at    int    // index of the sentence's first token where it was told last
	parts map[string]bool
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
			return len(c.persons(n.Last, pos)) == 0
		}
	}
	return false
}

// kindOf returns the code of what a trigger tells of: a house blown up is destroyed.
func (c *clause) kindOf(t trigger) string {
	if t.attrs["type"] == "bombing" {
		for i := max(c.s.Start, t.first-7); i < t.last+4 && i < c.s.End; i++ {
			switch c.tokens[i].Folded {
			case "house", "houses", "home", "homes", "منزل", "منازل", "بيت", "بيوت", "دار":
				return "destruction"
			}
		}
	}
	return t.attrs["type"]
}

// eventFor returns the event of the report the trigger tells of, made when it is new.
func (c *clause) eventFor(t trigger, d *text.Date, k int, victims []int) *event {
	kind := c.kindOf(t)
	for i := len(c.events) - 1; i >= 0 && i >= len(c.events)-mostEvents; i-- { // whoever was killed was killed once
		e := &c.events[i]
		for _, v := range victims {
			if e.parts[string(c.entityOf(v))+sanad.Victim] && (e.kind == kind || kind == "killing") {
				e.at, c.recent = c.s.Start, i
				return e
			}
		}
	}
	apart := t.attrs["form"] == "noun" && kind == "killing" && len(victims) > 0 // "the killing of Ahmed" is no massacre
	if e := c.find(kind, d, k); e != nil && !(apart && e.kind != "killing") {
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
