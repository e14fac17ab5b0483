// Package match proposes which persons of different reports may be one: it finds candidates, weighs all evidence for and
// against, and puts the questions in the order in which an answer settles most. It answers nothing itself.
package match

import (
	sanad "github.com/sanad-workbench/sanad"
)

// Person is what one report says of one person, in the sources' spelling. Every field may be empty.
type Person struct {
	ID     sanad.ID
	Report sanad.ID
	Source sanad.ID

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

	filed, chain bool // in an index, which then knows whether some name gives own, father's and grandfather's
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

// Weak reports whether the person is known by kunyas, nisbas or epithets only.
func (x *Index) Weak(p *Person) bool {
	for _, s := range p.Names {
		if !x.name(s).Weak() {
			return false
		}
	}
	return true
}
