package sim

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// spanKind is what a marked passage of a sentence is.
type spanKind int

const (
	spanPerson spanKind = iota
	spanOrg
	spanIncident
	spanIgnore // names somebody in passing: counts neither way
)

// span is a marked passage of one sentence, in code points, end exclusive.
type span struct {
	kind       spanKind
	start, end int
	id         int    // index of the person or incident
	org        string // id of the organization
	name       nameForm
}

// sentence is one sentence or line of a telling with all that it says.
type sentence struct {
	text   []rune
	spans  []span
	claims []claimed
	after  string // what separates it from the next
}

// telling is one report as told: sentences in order, so that a copy may keep a part of them with their truth.
type telling struct {
	sentences []sentence
	templates []string // which templates were used, as key#number
}

// teller writes sentences and marks spans while it writes, so that they are right by construction.
type teller struct {
	w       *World
	r       *rand.Rand
	plan    *plan
	arabic  bool
	habit   habit
	genre   genre
	book    phrasebook
	out     telling
	cur     sentence
	known   map[*Person]*acquaintance
	used    map[string]*Person // surfaces given so far, and to whom
	emitted map[*Person]bool   // named in the current sentence
	alone   *Person            // the only person the last sentence named
	tried   map[string]bool    // templates used in this report
	comma   bool               // an apposition waits for its closing comma
	access  string
}

// acquaintance is how a person was introduced in this report.
type acquaintance struct {
	form      nameForm
	kunya     bool // the kunya was given too
	onlyKunya bool
}

// bind gives the slots of a template their meaning. {A} {B} {V} {U} are persons.
type bind struct {
	a, b, v, u *Person
	inc        *Incident
	org        *Org
	date       Date
	exact      bool // the day must be given
	town       *Town
	role       string
	text       map[string]string
}

func newTeller(w *World, p *plan, r *rand.Rand) *teller {
	t := &teller{w: w, r: r, plan: p, arabic: p.arabic, habit: p.voice.habit, genre: p.genre, known: map[*Person]*acquaintance{},
		used: map[string]*Person{}, emitted: map[*Person]bool{}, tried: map[string]bool{}}
	t.book = english
	if t.arabic {
		t.book = arabic
	}
	return t
}

func (t *teller) chance(p float64) bool { return t.r.Float64() < p }

// say writes one sentence from the templates under a key that fit what b binds, and adds the claims made of it.
func (t *teller) say(key string, b bind, claims ...claimed) {
	t.render(t.frame(), key, b)
	t.cur.claims = append(t.cur.claims, claims...)
}

// line is say without any frame before it, ended by a line break.
func (t *teller) line(key string, b bind, claims ...claimed) {
	t.render("", key, b)
	t.cur.claims = append(t.cur.claims, claims...)
	t.cur.after = "\n"
}

// render writes a sentence: frame, then a template. It stays in t.cur, where claims may be added, until the next begins.
func (t *teller) render(frame, key string, b bind) {
	t.end()
	t.alone = nil
	if len(t.emitted) == 1 {
		for p := range t.emitted {
			t.alone = p
		}
	}
	clear(t.emitted)
	set := t.book[key]
	if len(set) == 0 {
		panic("sim: no template for " + key)
	}
	var i int
	var id string
	for n := 0; ; n++ {
		i = t.r.IntN(len(set))
		id = key + "#" + strconv.Itoa(i)
		if b.fits(set[i]) && (n > 8 || !t.tried[id]) {
			break
		}
		if n > 400 {
			panic("sim: no template fits for " + key)
		}
	}
	t.tried[id] = true
	t.out.templates = append(t.out.templates, id)
	t.cur.after = " "
	t.emit(frame)
	template := set[i]
	if rest, ok := strings.CutPrefix(template, "{A} "); ok && t.pronoun(b.a) {
		template = "he " + rest
		t.emitted[b.a] = true
	}
	t.expand(template, b)
	t.capital()
	if last := t.cur.text[len(t.cur.text)-1]; !strings.ContainsRune(".:؟?!،\n", last) && !t.tabular() {
		t.emit(".")
	}
}

// pronoun says whether the one a sentence begins with may be called "he": the last sentence named him and nobody else. Arabic leaves the
// pronoun out after its verb; there the name stays.
func (t *teller) pronoun(p *Person) bool {
	return !t.arabic && !t.tabular() && t.genre != genreLetter && p == t.alone && t.known[p] != nil && t.chance(.45)
}

func (t *teller) tabular() bool { return t.genre == genreList || t.genre == genreTransfer }

// end closes the current sentence.
func (t *teller) end() {
	if len(t.cur.text) > 0 {
		t.comma = false
		t.out.sentences = append(t.out.sentences, t.cur)
	}
	t.cur = sentence{}
}

// paragraph makes the current sentence the last of its paragraph.
func (t *teller) paragraph() { t.cur.after = "\n\n" }

func (t *teller) capital() {
	t.cur.text[0] = unicode.ToUpper(t.cur.text[0])
}

// fits says whether every slot of the template that may be unbound is bound; of each choice one part is enough.
func (b bind) fits(s string) bool {
	for len(s) > 0 {
		i := strings.IndexAny(s, "[<{")
		if i < 0 {
			return true
		}
		j := closing(s, i)
		inner := s[i+1 : j]
		switch s[i] {
		case '[':
			if !slices.ContainsFunc(alternatives(inner), b.fits) {
				return false
			}
		case '<':
			if !b.fits(inner) {
				return false
			}
		default:
			if !b.has(inner) {
				return false
			}
		}
		s = s[j+1:]
	}
	return true
}

func (b bind) has(slot string) bool {
	switch slot {
	case "A", "A.full":
		return b.a != nil
	case "B":
		return b.b != nil
	case "V":
		return b.v != nil
	case "U", "U.full":
		return b.u != nil
	case "org":
		return b.org != nil
	case "toll":
		return b.inc != nil && b.inc.Toll.Best > 0
	}
	return true
}

// expand writes a template. [a|b] chooses one of its parts (an empty one means optional), <words> marks an incident mention,
// {slot} fills in.
func (t *teller) expand(s string, b bind) {
	for len(s) > 0 {
		i := strings.IndexAny(s, "[<{")
		if i < 0 {
			t.emit(s)
			return
		}
		t.emit(s[:i])
		j := closing(s, i)
		inner := s[i+1 : j]
		switch s[i] {
		case '[':
			parts := slices.DeleteFunc(alternatives(inner), func(part string) bool { return !b.fits(part) })
			t.expand(parts[t.r.IntN(len(parts))], b)
		case '<':
			t.flush(inner)
			start := len(t.cur.text)
			t.expand(inner, b)
			t.mark(span{kind: spanIncident, start: start, end: len(t.cur.text), id: b.inc.index})
		default:
			t.slot(inner, b)
		}
		s = s[j+1:]
	}
}

// closing finds the bracket that closes the one at i.
func closing(s string, i int) int {
	open, shut := s[i], map[byte]byte{'[': ']', '<': '>', '{': '}'}[s[i]]
	depth := 0
	for j := i; j < len(s); j++ {
		switch s[j] {
		case open:
			depth++
		case shut:
			if depth--; depth == 0 {
				return j
			}
		}
	}
	panic("sim: unclosed bracket in template " + s)
}

// alternatives cuts at the bars outside inner brackets.
func alternatives(s string) []string {
	var out []string
	depth, from := 0, 0
	for i := range len(s) {
		switch s[i] {
		case '[':
			depth++
		case ']':
			depth--
		case '|':
			if depth == 0 {
				out, from = append(out, s[from:i]), i+1
			}
		}
	}
	return append(out, s[from:])
}

// emit writes plain text.
func (t *teller) emit(s string) {
	if s == "" {
		return
	}
	t.flush(s)
	t.cur.text = append(t.cur.text, []rune(s)...)
}

// flush writes the comma an apposition left open, unless what follows ends the clause by itself.
func (t *teller) flush(next string) {
	if t.comma && next != "" {
		t.comma = false
		if !strings.ContainsAny(next[:1], ".,;:)") {
			t.cur.text = append(t.cur.text, ',')
		}
	}
}

func (t *teller) mark(s span) { t.cur.spans = append(t.cur.spans, s) }

func (t *teller) slot(name string, b bind) {
	switch name {
	case "A":
		t.person(b.a)
	case "B":
		t.person(b.b)
	case "V":
		t.person(b.v)
	case "U":
		t.person(b.u)
	case "A.full":
		t.full(b.a)
	case "U.full":
		t.full(b.u)
	case "inc":
		names := incidentNames[b.inc.Type]
		set := names.en
		if t.arabic {
			set = names.ar
		}
		s := set[t.r.IntN(len(set))]
		if rest, ok := strings.CutPrefix(s, "the "); ok {
			t.emit("the ")
			s = rest
		}
		t.flush(s)
		start := len(t.cur.text)
		t.emit(s)
		t.mark(span{kind: spanIncident, start: start, end: len(t.cur.text), id: b.inc.index})
	case "group":
		t.organization(covert)
	case "network":
		if b.a != nil && b.a.Network == financeID {
			t.organization(finance)
		} else {
			t.organization(covert)
		}
	case "org":
		t.organization(b.org)
	case "self":
		t.organization(t.plan.voice.org)
	case "on":
		t.emit(t.date(b.date, b.exact))
	case "place":
		t.emit(t.place(b))
	case "town":
		t.emit(t.townName(b.town))
	case "home":
		t.emit(t.townName(b.a.Town))
	case "homeU":
		t.emit(t.townName(b.u.Town))
	case "prov":
		t.emit(t.pair(provinces[b.town.Province].En, provinces[b.town.Province].Ar))
	case "role", "arole":
		t.role(b.role, name == "arole")
	case "toll":
		t.emit(t.toll(b.inc.Toll))
	case "tribe":
		t.emit(t.pair(b.inc.tribe.en, b.inc.tribe.ar))
	case "kin":
		t.emit(t.pair(b.a.tribe.en, b.a.tribe.ar))
	case "born":
		t.emit(t.number(b.a.Birth))
	case "bornU":
		t.emit(t.number(b.u.Birth))
	case "mother":
		t.mother(b.a)
	case "motherU":
		t.mother(b.u)
	case "occ":
		t.emit(t.pair(occupations[b.a.Occupation].en, occupations[b.a.Occupation].ar))
	case "doc":
		t.emit(strconv.Itoa(b.a.Document))
	case "n":
		t.emit(t.number(2 + t.r.IntN(8)))
	default:
		s, ok := b.text[name]
		if !ok {
			panic("sim: template has no slot " + name)
		}
		t.emit(s)
	}
}

func (t *teller) pair(en, ar string) string {
	if t.arabic {
		return ar
	}
	return en
}

func (t *teller) number(n int) string {
	s := strconv.Itoa(n)
	if t.arabic && t.habit.haa {
		return easternDigits.Replace(s)
	}
	return s
}

func (t *teller) townName(town *Town) string {
	if t.arabic {
		return t.habit.arabicSpelling(town.Ar)
	}
	if t.habit.variant > 1 && len(town.Alt) > 0 {
		return town.Alt[t.habit.variant%len(town.Alt)]
	}
	return town.En
}

func (t *teller) place(b bind) string {
	s := spots[b.inc.spot]
	if t.r.IntN(3) == 0 {
		return t.townName(b.inc.Town)
	}
	return fmt.Sprintf(t.pair(s.en, s.ar), t.townName(b.inc.Town))
}

func (t *teller) date(d Date, exact bool) string {
	if t.arabic {
		return dateArabic(t.r, d, exact)
	}
	return dateEnglish(t.r, d, exact)
}

func (t *teller) role(role string, article bool) {
	if t.arabic {
		set := roleWords[role].ar
		t.emit(set[t.r.IntN(len(set))])
		return
	}
	set := roleWords[role].en
	s := set[t.r.IntN(len(set))]
	if article {
		if strings.ContainsRune("aeiou", rune(s[0])) {
			t.emit("an ")
		} else {
			t.emit("a ")
		}
	}
	t.emit(s)
}

func (t *teller) toll(n Toll) string {
	x := [...]int{n.Low, n.Best, n.High}[t.r.IntN(3)]
	if t.arabic {
		return [...]string{"", "أكثر من ", "نحو ", "ما لا يقل عن "}[t.r.IntN(4)] + t.number(x)
	}
	return [...]string{"", "more than ", "about ", "at least "}[t.r.IntN(4)] + t.number(x)
}

func (t *teller) organization(o *Org) {
	set := o.En
	if t.arabic {
		set = o.Ar
	}
	s := set[t.r.IntN(len(set))]
	if rest, ok := strings.CutPrefix(s, "the "); ok {
		t.emit("the ")
		s = rest
	}
	t.flush(s)
	start := len(t.cur.text)
	t.emit(s)
	t.mark(span{kind: spanOrg, start: start, end: len(t.cur.text), org: o.ID})
}

// mother names a man's mother. She is named to tell him from others: her name counts neither way.
func (t *teller) mother(p *Person) {
	var s string
	if t.arabic {
		s = t.habit.arabicSpelling(women[p.Mother].ar + " " + men[p.MotherFather].ar)
	} else {
		s = t.habit.latinGiven(women[p.Mother]) + " " + t.habit.latinGiven(men[p.MotherFather])
	}
	t.flush(s)
	start := len(t.cur.text)
	t.emit(s)
	t.mark(span{kind: spanIgnore, start: start, end: len(t.cur.text)})
}
