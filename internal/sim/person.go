package sim

import (
	"fmt"
	"math/rand/v2"
)

// Person is somebody of the invented world. Own, Father, Grand, Great and Kunya are indexes into men, Mother into women;
// Kunya is -1 for a man who has none.
type Person struct {
	ID                               string
	Own, Father, Grand, Great, Kunya int
	Mother, MotherFather             int
	nisbaEn, nisbaAr                 string
	Birth                            int // year
	Town                             *Town
	tribe                            *tribe
	Occupation                       int     // index into occupations
	Network, Role                    string  // "" for one outside both networks
	Innocent                         bool    // bears the name of a member and is not he
	NamesakeOf                       *Person // the member whose name he bears
	Document                         int     // number of an invented identity paper
	brother                          *Person // another son of the same father and mother
	group                            group
	weight                           float64 // how much he is talked about
	incidents                        []*Incident
	outcomes                         []*Outcome
	payments                         []*Payment
	index                            int
}

// group is what a person is in the story.
type group int

const (
	groupResident group = iota
	groupMember
	groupFinance
	groupNamesake
)

// occupations are the ordinary trades of people, in both languages.
var occupations = []struct{ en, ar string }{
	{"baker", "خباز"}, {"taxi driver", "سائق أجرة"}, {"school teacher", "معلم"}, {"shepherd", "راعي غنم"}, {"car mechanic", "ميكانيكي"},
	{"farmer", "فلاح"}, {"blacksmith", "حداد"}, {"pharmacist", "صيدلي"}, {"shopkeeper", "بقال"}, {"electrician", "كهربائي"},
	{"carpenter", "نجار"}, {"nurse", "ممرض"}, {"date farmer", "صاحب بستان نخيل"}, {"day labourer", "عامل بأجر يومي"},
}

// memberRoles is how a network of a hundred is made up; what is left are fighters and plain members.
var memberRoles = []struct {
	role   string
	per100 float64
	weight float64
}{
	{"emir", 2, 12}, {"deputy_emir", 2.5, 8}, {"commander", 7, 6}, {"hisba", 8, 3}, {"writer", 4, 3}, {"recruiter", 4, 3},
	{"host", 5, 2}, {"courier", 5, 2}, {"driver", 5, 2}, {"financier", 3.5, 4},
}

var financeRoles = []struct {
	role   string
	share  float64
	weight float64
}{{"head", 0, 8}, {"broker", .35, 4}, {"trader", .3, 3}, {"bookkeeper", .2, 3}}

// people makes the families, and puts their sons into the networks, beside them, or among the namesakes.
func (w *World) people(r *rand.Rand) {
	members, finance := w.opts.Members, max(6, w.opts.Members/6)
	residents := max(w.opts.Members, w.opts.Reports/8)
	need := members + finance + residents
	var pool []*Person
	for len(pool) < need {
		pool = append(pool, family(r)...)
	}
	r.Shuffle(len(pool), func(i, j int) { pool[i], pool[j] = pool[j], pool[i] })
	next := 0
	take := func(g group, network, role string, weight float64) *Person {
		p := pool[next]
		next++
		p.group, p.Network, p.Role = g, network, role
		p.weight = weight * (.3 + r.ExpFloat64())
		if g != groupResident && p.Kunya < 0 && r.IntN(4) > 0 {
			p.Kunya = kunyaName(r)
		}
		w.add(p)
		return p
	}
	left := members
	for _, m := range memberRoles {
		for n := max(1, int(m.per100*float64(members)/100)); n > 0 && left > 0; n-- {
			take(groupMember, covertID, m.role, m.weight)
			left--
		}
	}
	for ; left > 0; left-- {
		role := "fighter"
		if left%4 == 0 {
			role = "member"
		}
		take(groupMember, covertID, role, 1)
	}
	left = finance
	for _, m := range financeRoles {
		for n := max(1, int(m.share*float64(finance))); n > 0 && left > 0; n-- {
			take(groupFinance, financeID, m.role, m.weight)
			left--
		}
	}
	for ; left > 0; left-- {
		take(groupFinance, financeID, "courier", 2)
	}
	for range residents {
		take(groupResident, "", "", .6)
	}
	w.namesakes(r, max(1, members/5))
}

func (w *World) add(p *Person) {
	p.index = len(w.persons)
	p.ID = fmt.Sprintf("P%05d", p.index+1)
	w.persons = append(w.persons, p)
}

// family makes the grown sons of one or two brothers: they share tribe, town, nisba and grandfather.
func family(r *rand.Rand) []*Person {
	town, tr := pickTown(r), &tribes[r.IntN(len(tribes))]
	grand, great := r.IntN(len(men)), r.IntN(len(men))
	byTown := town.nisbaEn != "" && r.IntN(5) < 3
	var out []*Person
	for range 1 + r.IntN(2) {
		father, mother, mf := r.IntN(len(men)), r.IntN(len(women)), r.IntN(len(men))
		first, base := len(out), 1952+r.IntN(36)
		for i := range 1 + r.IntN(3) {
			p := &Person{
				Own: otherThan(r, father, out[first:]), Father: father, Grand: grand, Great: great, Kunya: -1, Mother: mother, MotherFather: mf,
				Birth: base + 2*i + r.IntN(2), Town: town, tribe: tr, Occupation: r.IntN(len(occupations)), Document: 100000 + r.IntN(900000),
				nisbaEn: tr.nisbaEn, nisbaAr: tr.nisbaAr,
			}
			if byTown {
				p.nisbaEn, p.nisbaAr = town.nisbaEn, town.nisbaAr
			}
			if r.IntN(3) == 0 {
				p.Kunya = kunyaName(r)
			}
			if i > 0 {
				p.brother = out[first]
				out[first].brother = p
			}
			out = append(out, p)
		}
	}
	return out
}

// otherThan draws a given name that is neither the father's nor a brother's.
func otherThan(r *rand.Rand, father int, brothers []*Person) int {
draw:
	for {
		n := r.IntN(len(men))
		if n == father {
			continue
		}
		for _, b := range brothers {
			if b.Own == n {
				continue draw
			}
		}
		return n
	}
}

// kunyaName draws the name of a first son, in one word.
func kunyaName(r *rand.Rand) int {
	for {
		if n := r.IntN(len(men)); len(men[n].ar) < 14 && men[n].latin[0] != "Ali" {
			return n
		}
	}
}

// namesakes adds innocent men who bear the name of a member: the same chain, or all of it but the grandfather, or the same own
// name and nisba. Father's line apart, everything that identifies differs: mother, year of birth, town, paper.
func (w *World) namesakes(r *rand.Rand, n int) {
	var members []*Person
	for _, p := range w.persons {
		if p.group == groupMember {
			members = append(members, p)
		}
	}
	r.Shuffle(len(members), func(i, j int) { members[i], members[j] = members[j], members[i] })
	for i := range min(n, len(members)) {
		m := members[i]
		p := *m
		p.Network, p.Role, p.brother, p.Innocent, p.NamesakeOf, p.group = "", "", nil, true, m, groupNamesake
		p.Mother, p.MotherFather = (m.Mother+1+r.IntN(len(women)-1))%len(women), r.IntN(len(men))
		p.Document = 100000 + r.IntN(900000)
		p.Occupation = r.IntN(len(occupations))
		for p.Town == m.Town {
			p.Town = pickTown(r)
		}
		years := 4 + r.IntN(20)
		if m.Birth+years > 1999 || r.IntN(2) == 0 && m.Birth-years > 1945 {
			years = -years
		}
		p.Birth = m.Birth + years
		p.Great = (m.Great + 1 + r.IntN(len(men)-1)) % len(men)
		switch r.IntN(4) {
		case 0: // the whole chain
		case 1, 2: // all but the grandfather
			p.Grand = (m.Grand + 1 + r.IntN(len(men)-1)) % len(men)
		default: // own name and nisba
			p.Grand = (m.Grand + 1 + r.IntN(len(men)-1)) % len(men)
			p.Father = (m.Father + 1 + r.IntN(len(men)-1)) % len(men)
		}
		if r.IntN(2) == 0 {
			p.Kunya = -1
		}
		p.weight = 1.5
		w.add(&p)
	}
}

func pickTown(r *rand.Rand) *Town {
	total := 0
	for i := range towns {
		total += towns[i].importance
	}
	n := r.IntN(total)
	for i := range towns {
		if n -= towns[i].importance; n < 0 {
			return &towns[i]
		}
	}
	return &towns[0]
}
