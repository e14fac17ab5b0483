// Package match proposes which persons of different reports may be one: it finds candidates, weighs all evidence for and
// against, and puts the questions in the order in which an answer settles most. It answers nothing itself.
package match

import (
	"slices"

	sanad "github.com/sanad-workbench/sanad"
)

// Person is what one report says of one person, in the sources' spelling. Every field may be empty.
type Person struct {
	ID     sanad.ID
	Report sanad.ID

	Names    []string // full or partial names as found
	Kunyas   []string
	Nisbas   []string
	Father   []string
	Mother   []string
	Kin      []string // names of relatives other than the parents
	Sex      string   // "male", "female" or empty
	Birth    []string // EDTF
	Died     []string // EDTF
	Detained []string // EDTF: dates at which the person was held
	Released []string // EDTF: dates at which the person was set free
	Serving  []string // EDTF intervals from a sentence to its end
	Acts     []Act    // parts in incidents

	BirthPlace []string // names or gazetteer ids
	Residence  []string // names or gazetteer ids
	Occupation []string
	Documents  []string // "kind:number", or a number alone
	Phones     []string
	Roles      []string
	Groups     []string // networks, units, organizations
	Posts      []Post   // those of them that are told with a time
}

// Act is a part that somebody is told to have had in an incident.
type Act struct {
	Type  string // of the incident
	Role  string // sanad.Perpetrator, Suspect, Victim or Witness
	Date  string // EDTF
	Place string // a name or a gazetteer id; may be empty
}

// Post is a role in a group at a time.
type Post struct {
	Role, Group string
	Date        string // EDTF
	Unit        bool   // the group is one of which a man has one at a time
}

// said returns everything that is said of the person but for Acts and Posts.
func (p *Person) said() [18][]string {
	return [...][]string{p.Names, p.Kunyas, p.Nisbas, p.Father, p.Mother, p.Kin, {p.Sex}, p.Birth, p.Died, p.Detained,
		p.BirthPlace, p.Residence, p.Occupation, p.Documents, p.Phones, slices.Concat(p.Roles, []string{"\x00"}, p.Groups), p.Released, p.Serving}
}

// alike reports whether the same is said of two persons, in the same words.
func (p *Person) alike(q *Person) bool {
	a, b := p.said(), q.said()
	for i := range a {
		if !slices.Equal(a[i], b[i]) {
			return false
		}
	}
	return slices.Equal(p.Acts, q.Acts) && slices.Equal(p.Posts, q.Posts)
}

// labels returns what the person is called, best first: names, and only without any the kunyas and nisbas.
func (p *Person) labels() []string {
	if len(p.Names) > 0 {
		return p.Names
	}
	if len(p.Kunyas) > 0 {
		return p.Kunyas
	}
	return p.Nisbas
}

// facing returns what two persons are called, as far as it can be compared: somebody without a name is compared with everything the
// other is called.
func facing(a, b *Person) (la, lb []string) {
	la, lb = a.labels(), b.labels()
	switch {
	case len(a.Names) == 0 && len(b.Names) > 0 && len(b.Kunyas)+len(b.Nisbas) > 0:
		lb = slices.Concat(b.Names, b.Kunyas, b.Nisbas)
	case len(b.Names) == 0 && len(a.Names) > 0 && len(a.Kunyas)+len(a.Nisbas) > 0:
		la = slices.Concat(a.Names, a.Kunyas, a.Nisbas)
	}
	return la, lb
}

// Weak reports whether the person is known by kunyas, nisbas or epithets only.
func (x *Index) Weak(p *Person) bool {
	for _, s := range p.Names {
		if !x.name(s).Weak() {
			return false
		}
	}
	return true
}

// lives sums up what profiles tell of times and deeds.
func (x *Index) lives(t *Person, profiles []uint32) {
	for _, k := range profiles {
		p := &x.profiles[k]
		t.Released = more(t.Released, p.Released)
		t.Serving = more(t.Serving, p.Serving)
		t.Acts = more(t.Acts, p.Acts)
		t.Posts = more(t.Posts, p.Posts)
	}
}

// more adds what is new of one list to another, numbersTold in all at most.
func more[T comparable](to, from []T) []T {
	for _, v := range from {
		if len(to) < numbersTold && !slices.Contains(to, v) {
			to = append(to, v)
		}
	}
	return to
}
