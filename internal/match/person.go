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

	BirthPlace []string // names or gazetteer ids
	Residence  []string // names or gazetteer ids
	Occupation []string
	Documents  []string // "kind:number", or a number alone
	Phones     []string
	Roles      []string
	Groups     []string // networks, units, organizations
}

// said returns everything that is said of the person.
func (p *Person) said() [16][]string {
	return [...][]string{p.Names, p.Kunyas, p.Nisbas, p.Father, p.Mother, p.Kin, {p.Sex}, p.Birth, p.Died, p.Detained,
		p.BirthPlace, p.Residence, p.Occupation, p.Documents, p.Phones, slices.Concat(p.Roles, []string{"\x00"}, p.Groups)}
}

// alike reports whether the same is said of two persons, in the same words.
func (p *Person) alike(q *Person) bool {
	a, b := p.said(), q.said()
	for i := range a {
		if !slices.Equal(a[i], b[i]) {
			return false
		}
	}
	return true
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
