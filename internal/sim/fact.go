package sim

import (
	"math/rand/v2"
	"slices"
)

// polarity is how a report says a thing.
type polarity int

const (
	affirmed polarity = iota
	uncertain
	denied
)

var polarityNames = [...]string{"affirmed", "uncertain", "denied"}

// factKind is what one thing said is about.
type factKind int

const (
	factEvent      factKind = iota // an incident happened
	factPart                       // somebody took part in it
	factMember                     // somebody belongs to a network, in a role
	factPayment                    // money went from one to another
	factOutcome                    // arrest, charge, sentence, acquittal, release
	factOperation                  // a raid and what it brought
	factNeed                       // what a province has and lacks
	factIdentity                   // who somebody is: birth, mother, trade, home
	factKin                        // whose brother somebody is
	factNotTheSame                 // two men, one name
)

// fact is one thing a report says.
type fact struct {
	kind   factKind
	pol    polarity
	access string // saw, told, rumour or "" for a source that does not say
	who    *Person
	other  *Person
	role   string
	true_  bool
	inc    *Incident
	pay    *Payment
	out    *Outcome
	op     *Operation
	need   *Town
}

// facts chooses what a report says. A translation draws from the same numbers as its origin, so it says the same.
func (w *World) facts(p *plan) []fact {
	source := p
	if p.origin != nil {
		source = p.origin
	}
	s := &selection{w: w, r: w.stream(streamFacts + uint64(source.index)), voice: source.voice, genre: source.genre}
	for _, t := range source.topics {
		s.topic(t)
	}
	return s.out
}

type selection struct {
	w     *World
	r     *rand.Rand
	voice *voice
	genre genre
	out   []fact
}

func (s *selection) add(f fact) {
	// A report does not say the same thing of the same man twice.
	for _, g := range s.out {
		if g.kind == f.kind && g.who == f.who && g.inc == f.inc && g.out == f.out && g.pay == f.pay && g.op == f.op && g.need == f.need {
			return
		}
	}
	if s.genre == genreStatement {
		switch n := s.r.IntN(10); {
		case f.pol == denied: // a denial carries its own certainty
		case f.pol == uncertain:
			f.access = "rumour"
		case n < 4:
			f.access = "saw"
		case n < 8:
			f.access = "told"
		}
	}
	s.out = append(s.out, f)
}

// belief is how a source says what a member did.
func (s *selection) belief() polarity {
	n := s.r.IntN(100)
	if s.genre == genreCourt || s.genre == genreList || s.genre == genreTransfer || s.genre == genreLetter {
		return affirmed
	}
	switch {
	case n < 76:
		return affirmed
	case n < 89:
		return uncertain
	case s.voice.honesty < 1 || n < 95:
		return denied
	}
	return affirmed
}

func (s *selection) topic(t topic) {
	switch {
	case t.inc != nil:
		s.incident(t.inc)
	case t.person != nil:
		s.person(t.person)
	case t.innocent != nil:
		s.innocent(t.innocent)
	case t.pay != nil:
		s.add(fact{kind: factPayment, pay: t.pay, true_: true})
		for _, q := range []party{t.pay.Payer, t.pay.Beneficiary} {
			if q.person != nil && s.genre != genreTransfer && s.r.IntN(4) == 0 {
				s.member(q.person)
			}
		}
	case t.out != nil:
		s.add(fact{kind: factOutcome, who: t.out.Person, out: t.out, true_: true})
		if s.genre == genreCourt || s.genre == genreNews {
			s.identity(t.out.Person, 2)
			if s.r.IntN(3) == 0 {
				s.member(t.out.Person)
			}
			for _, o := range t.out.Person.outcomes {
				if s.r.IntN(3) == 0 && !o.Date.After(t.out.Date) {
					s.add(fact{kind: factOutcome, who: o.Person, out: o, true_: true})
				}
			}
		}
	case t.op != nil:
		s.add(fact{kind: factOperation, op: t.op, true_: true})
	case t.need != nil:
		s.add(fact{kind: factNeed, need: t.need, true_: true})
	default:
		for _, p := range t.oath {
			s.add(fact{kind: factMember, who: p, role: p.Role, true_: true})
		}
	}
}

func (s *selection) incident(i *Incident) {
	s.add(fact{kind: factEvent, inc: i, true_: true})
	var blamed []Participant
	for _, role := range []string{"perpetrator", "suspect"} {
		blamed = append(blamed, i.named(role)...)
	}
	s.r.Shuffle(len(blamed), func(a, b int) { blamed[a], blamed[b] = blamed[b], blamed[a] })
	most := 1 + s.r.IntN(3)
	for _, p := range blamed[:min(most, len(blamed))] {
		if !p.True && s.voice.honesty == 1 && s.r.IntN(3) > 0 {
			continue
		}
		f := fact{kind: factPart, inc: i, who: p.Person, role: p.Role, true_: p.True, pol: s.belief()}
		switch {
		case !p.True:
			f.pol = []polarity{affirmed, affirmed, uncertain, denied}[s.r.IntN(4)]
		case f.pol == affirmed && s.r.IntN(7) == 0:
			f.role = "suspect"
		}
		if f.role == "suspect" {
			f.pol = affirmed
		}
		s.add(f)
		if p.Person.Network != "" && s.r.IntN(3) == 0 {
			s.member(p.Person)
		}
		if s.r.IntN(3) == 0 {
			s.identity(p.Person, 1)
		}
	}
	for _, p := range i.named("victim") {
		if s.r.IntN(3) == 0 {
			s.add(fact{kind: factPart, inc: i, who: p.Person, role: "victim", true_: true})
		}
	}
	for _, p := range i.named("witness") {
		if s.r.IntN(3) == 0 {
			s.add(fact{kind: factPart, inc: i, who: p.Person, role: "witness", true_: true})
		}
	}
}

func (s *selection) member(p *Person) {
	if p.Network == "" {
		return
	}
	s.add(fact{kind: factMember, who: p, role: p.Role, pol: s.belief(), true_: true})
}

func (s *selection) identity(p *Person, n int) {
	for range n {
		s.add(fact{kind: factIdentity, who: p, true_: true})
	}
	if p.brother != nil && s.r.IntN(4) == 0 {
		s.add(fact{kind: factKin, who: p, other: p.brother, true_: true})
	}
}

func (s *selection) person(p *Person) {
	s.member(p)
	if s.r.IntN(3) > 0 {
		s.identity(p, 1)
	}
	if len(p.incidents) > 0 && s.r.IntN(2) == 0 {
		i := p.incidents[s.r.IntN(len(p.incidents))]
		if k := slices.IndexFunc(i.Parts, func(q Participant) bool { return q.Person == p }); k >= 0 {
			s.add(fact{kind: factPart, inc: i, who: p, role: i.Parts[k].Role, true_: true})
		}
	}
	if len(p.payments) > 0 && s.r.IntN(4) == 0 {
		s.add(fact{kind: factPayment, pay: p.payments[s.r.IntN(len(p.payments))], true_: true})
	}
	if len(p.outcomes) > 0 && s.r.IntN(4) == 0 {
		s.add(fact{kind: factOutcome, who: p, out: p.outcomes[s.r.IntN(len(p.outcomes))], true_: true})
	}
	if s.voice.honesty < 1 && s.r.IntN(2) == 0 { // a grudge: somebody else is named who never belonged
		all := s.w.persons
		if q := all[s.r.IntN(len(all))]; q.group == groupResident {
			s.add(fact{kind: factMember, who: q, role: []string{"member", "fighter", "host"}[s.r.IntN(3)]})
		}
	}
}

func (s *selection) innocent(p *Person) {
	switch s.r.IntN(3) {
	case 0: // the two side by side
		s.add(fact{kind: factNotTheSame, who: p, other: p.NamesakeOf, true_: true})
		s.add(fact{kind: factIdentity, who: p, true_: true})
	case 1: // he alone, as his neighbours know him
		s.add(fact{kind: factIdentity, who: p, true_: true})
		s.add(fact{kind: factMember, who: p, role: "member", pol: denied, true_: false})
	default:
		s.add(fact{kind: factIdentity, who: p, true_: true})
	}
	for _, o := range p.outcomes {
		if s.r.IntN(3) > 0 {
			s.add(fact{kind: factOutcome, who: p, out: o, true_: true})
		}
	}
}
