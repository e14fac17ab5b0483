package sim

import (
	"fmt"
	"math/rand/v2"
	"time"
)

// Incident is something that was done to people, on a day or over several.
type Incident struct {
	ID, Type string // Type as the gold format names it
	Date     Date
	Town     *Town
	spot     int // index into spots
	tribe    *tribe
	Toll     Toll
	Parts    []Participant
	weight   float64
	index    int
}

// Toll is a number of people as it is known: low, best, high; best is 0 when nobody was counted.
type Toll struct {
	Low  int `json:"low"`
	Best int `json:"best"`
	High int `json:"high"`
}

// Participant is one person's part in an incident; True is false for a false accusation somebody makes.
type Participant struct {
	Person *Person
	Role   string // perpetrator, suspect, victim, witness
	True   bool
}

var incidentTypes = []struct {
	name             string
	share            int
	perps, victims   int // at most
	tollLow, tollMax int
}{
	{"killing", 22, 3, 3, 0, 0}, {"kidnapping", 16, 3, 3, 0, 0}, {"extortion", 13, 3, 2, 0, 0}, {"bombing", 10, 3, 2, 3, 40},
	{"attack", 10, 5, 2, 2, 30}, {"torture", 7, 3, 3, 0, 0}, {"displacement", 5, 4, 1, 20, 300}, {"destruction", 5, 3, 2, 0, 0},
	{"failed_plot", 5, 4, 0, 0, 0}, {"public_execution", 4, 4, 2, 0, 0}, {"massacre", 3, 10, 6, 30, 400},
}

func (w *World) pick(r *rand.Rand, from []*Person) *Person {
	best, score := from[0], -1.0
	// The largest of weighted exponential draws is a draw by weight.
	for range 6 {
		p := from[r.IntN(len(from))]
		if s := r.Float64() * p.weight; s > score {
			best, score = p, s
		}
	}
	return best
}

func (w *World) byGroup(g group) []*Person {
	var out []*Person
	for _, p := range w.persons {
		if p.group == g {
			out = append(out, p)
		}
	}
	return out
}

// happen invents the incidents and who took part in them. The first is always a massacre over several days, the second a public
// execution: the story hangs on them.
func (w *World) happen(r *rand.Rand) {
	members, residents, innocents := w.byGroup(groupMember), w.byGroup(groupResident), w.byGroup(groupNamesake)
	n := max(6, w.opts.Reports/45+w.opts.Members/8)
	shares := 0
	for _, t := range incidentTypes {
		shares += t.share
	}
	for i := range n {
		k := 0
		for s := r.IntN(shares); s >= incidentTypes[k].share; k++ {
			s -= incidentTypes[k].share
		}
		switch i {
		case 0:
			k = len(incidentTypes) - 1
		case 1:
			k = len(incidentTypes) - 2
		}
		t := incidentTypes[k]
		from := randomDay(r, day(2014, time.January, 5), day(2017, time.October, 20))
		inc := &Incident{ID: fmt.Sprintf("I%04d", i+1), Type: t.name, Date: Date{from, from}, Town: pickTown(r), spot: r.IntN(len(spots)),
			tribe: &tribes[r.IntN(len(tribes))], weight: .3 + r.ExpFloat64(), index: i}
		if i < 2 {
			inc.weight = 12
		}
		if t.name == "massacre" || t.name == "displacement" && r.IntN(2) == 0 {
			inc.Date.To = from.AddDate(0, 0, 2+r.IntN(5))
		}
		if t.tollMax > 0 {
			low := t.tollLow + r.IntN(t.tollMax-t.tollLow)/2
			inc.Toll = Toll{low, low + low/4 + r.IntN(5), low + low/2 + 5 + r.IntN(9)}
		}
		used := map[*Person]bool{}
		join := func(from []*Person, role string, count int, true_ bool) {
			for range count {
				p := w.pick(r, from)
				if used[p] {
					continue
				}
				used[p] = true
				inc.Parts = append(inc.Parts, Participant{p, role, true_})
				if true_ {
					p.incidents = append(p.incidents, inc)
				}
			}
		}
		join(members, "perpetrator", 1+r.IntN(t.perps), true)
		join(members, "suspect", r.IntN(2), true)
		if t.victims > 0 {
			join(residents, "victim", 1+r.IntN(t.victims), true)
		}
		join(residents, "witness", r.IntN(3), true)
		// Some are accused who did nothing: neighbours under a grudge, and men whose name is on a list.
		if r.IntN(3) == 0 {
			join(residents, "perpetrator", 1, false)
		}
		if len(innocents) > 0 && r.IntN(3) == 0 {
			join(innocents, "suspect", 1, false)
		}
		w.incidents = append(w.incidents, inc)
	}
}

func (i *Incident) named(role string) []Participant {
	var out []Participant
	for _, p := range i.Parts {
		if p.Role == role {
			out = append(out, p)
		}
	}
	return out
}

// Payment is one movement of money between persons, or a person and a company.
type Payment struct {
	ID          string
	Payer       party
	Beneficiary party
	Via         *Org // the exchange house, or nil
	Amount      int  // whole units of Currency
	Currency    string
	Date        time.Time
	index       int
}

// party is one end of a payment: a person or a body.
type party struct {
	person *Person
	org    *Org
}

func (p party) id() string {
	if p.person != nil {
		return p.person.ID
	}
	return p.org.ID
}

func (w *World) pay(r *rand.Rand) {
	money, members := w.byGroup(groupFinance), w.byGroup(groupMember)
	var treasurers []*Person
	for _, p := range members {
		if p.Role == "financier" || p.Role == "emir" || p.Role == "deputy_emir" || p.Role == "commander" {
			treasurers = append(treasurers, p)
		}
	}
	for i := range max(5, w.opts.Reports/50) {
		p := &Payment{ID: fmt.Sprintf("Y%04d", i+1), Date: randomDay(r, day(2014, time.March, 1), day(2018, time.August, 30)), index: i}
		p.Payer.person = w.pick(r, money)
		switch r.IntN(5) {
		case 0:
			p.Payer = party{org: companies[r.IntN(len(companies))]}
			p.Beneficiary.person = w.pick(r, treasurers)
		case 1:
			p.Beneficiary.org = companies[r.IntN(len(companies))]
		case 2:
			p.Beneficiary.person = w.pick(r, members)
		default:
			p.Beneficiary.person = w.pick(r, treasurers)
		}
		if r.IntN(2) == 0 {
			p.Via = companies[r.IntN(len(companies))]
		}
		if r.IntN(3) > 0 {
			p.Currency, p.Amount = "USD", 500*(1+r.IntN(160))
		} else {
			p.Currency, p.Amount = "IQD", 250000*(1+r.IntN(200))
		}
		for _, q := range []party{p.Payer, p.Beneficiary} {
			if q.person != nil {
				q.person.payments = append(q.person.payments, p)
			}
		}
		w.payments = append(w.payments, p)
	}
}

// Outcome is one stage of a person's case, of a kind of the gold format.
type Outcome struct {
	ID, Kind string
	Person   *Person
	Date     time.Time
	Years    int    // of a sentence in years, else 0
	Term     string // death, life, years for a sentence
	Court    *Org
	Town     *Town
	Mistake  bool // a release because the wrong man was held
	index    int
}

// Detail is the outcome in the words of the gold format: death, life, "15 years", or the place of an arrest.
func (o *Outcome) Detail() string {
	switch {
	case o.Kind == "sentence" && o.Term == "years":
		return fmt.Sprintf("%d years", o.Years)
	case o.Kind == "sentence":
		return o.Term
	case o.Kind == "arrest":
		return o.Town.En
	case o.Mistake:
		return "wrong man"
	}
	return ""
}

// proceed carries members through arrest, charge and judgment, and namesakes and neighbours through arrest and release.
func (w *World) proceed(r *rand.Rand) {
	add := func(p *Person, kind string, d time.Time, c *Org, t *Town) *Outcome {
		o := &Outcome{ID: fmt.Sprintf("C%04d", len(w.outcomes)+1), Kind: kind, Person: p, Date: d, Court: c, Town: t, index: len(w.outcomes)}
		w.outcomes = append(w.outcomes, o)
		p.outcomes = append(p.outcomes, o)
		return o
	}
	for _, p := range w.persons {
		c := courts[r.IntN(len(courts))]
		d := randomDay(r, day(2016, time.June, 1), day(2018, time.September, 1))
		later := func(least, most int) time.Time { d = d.AddDate(0, 0, least+r.IntN(most-least)); return d }
		switch {
		case p.group == groupNamesake && r.IntN(10) < 6:
			add(p, "arrest", d, nil, pickTown(r))
			add(p, "release", later(5, 80), nil, p.Town).Mistake = true
		case p.group == groupResident && r.IntN(25) == 0:
			add(p, "arrest", d, nil, pickTown(r))
			add(p, "acquittal", later(40, 120), c, p.Town)
		case (p.group == groupMember || p.group == groupFinance) && r.IntN(2) == 0:
			add(p, "arrest", d, nil, pickTown(r))
			if r.IntN(5) == 0 {
				continue
			}
			add(p, "charge", later(10, 60), c, p.Town)
			switch n := r.IntN(10); {
			case n < 6:
				o := add(p, "sentence", later(20, 80), c, p.Town)
				switch r.IntN(4) {
				case 0:
					o.Term = "death"
				case 1:
					o.Term = "life"
				default:
					o.Term, o.Years = "years", []int{5, 7, 10, 15, 20}[r.IntN(5)]
				}
			case n < 8:
				add(p, "acquittal", later(20, 80), c, p.Town)
				add(p, "release", later(3, 20), c, p.Town)
			}
		}
	}
}

// Operation is a raid or sweep of the agencies in one province, with what it brought.
type Operation struct {
	ID               string
	Name             int // index into operationNames
	Town             *Town
	Date             time.Time
	Killed, Captured int
	Seized           int // index into seizures
	Men, Vehicles    int // sent
	index            int
}

var operationNames = []struct{ en, ar string }{
	{"Quiet Orchard", "البستان الهادئ"}, {"Long Bridge", "الجسر الطويل"}, {"Clear Water", "الماء الصافي"}, {"Seven Wells", "الآبار السبع"}, {"Dawn Road", "طريق الفجر"},
	{"White Kite", "الطائرة البيضاء"}, {"Open Door", "الباب المفتوح"}, {"Stone Lamp", "القنديل الحجري"},
}

var seizures = []struct{ en, ar string }{
	{"two rifles and a quantity of ammunition", "بندقيتان وكمية من العتاد"}, {"eleven explosive belts", "أحد عشر حزاما ناسفا"},
	{"ledgers and four telephones", "سجلات وأربعة هواتف"}, {"a pickup truck and a mortar tube", "عجلة حمل ومدفع هاون"},
	{"forged identity papers", "هويات مزورة"}, {"drums of fertiliser", "براميل من سماد النترات"},
}

func (w *World) operate(r *rand.Rand) {
	for i := range max(4, w.opts.Reports/80) {
		w.operations = append(w.operations, &Operation{ID: fmt.Sprintf("X%04d", i+1), Name: r.IntN(len(operationNames)), Town: pickTown(r),
			Date: randomDay(r, day(2016, time.June, 1), day(2018, time.December, 30)), Killed: r.IntN(9), Captured: 1 + r.IntN(14),
			Seized: r.IntN(len(seizures)), Men: 40 + 10*r.IntN(60), Vehicles: 6 + r.IntN(40), index: i})
	}
}
