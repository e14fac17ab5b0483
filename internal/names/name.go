// Package names understands personal names of the Arab world and its neighbours, in Arabic and Latin script: Parse takes
// a name apart, Compare weighs whether two names may be of one person and says why, Keys gives skeletons by which
// spellings of one name in either script find each other.
//
// A comparison is evidence, never an answer: however alike two names are, they do not identify anybody.
package names

import (
	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/text"
)

// Kind says what a part of a name is.
type Kind string

// The kinds of part, after the Arabic terms where English has none.
const (
	Ism         Kind = "ism"         // the person's own name
	Father      Kind = "father"      // first link of the nasab
	Grandfather Kind = "grandfather" // any later link
	Kunya       Kind = "kunya"       // Abu X, Umm X
	Laqab       Kind = "laqab"       // an epithet with the article: al-Rashid
	Nisba       Kind = "nisba"       // of a place, tribe or trade: al-Rawi
	Title       Kind = "title"       // Hajji, Mullah, Dr, Colonel
	Nickname    Kind = "nickname"    // quoted, in brackets, or after "known as"
	Initial     Kind = "initial"     // one letter
	Unknown     Kind = "unknown"
)

// Part is one part of a name. A compound (Abd al-Rahman, Abu Bakr, Nur al-Din) is one part.
type Part struct {
	Kind   Kind
	Text   string     // as written, without a leading "bin"
	Folded string     // without article, particle, vowel marks, capitals: what is compared
	Key    string     // consonant skeleton, the same for most spellings in both scripts; see Keys
	Span   sanad.Span // of Text within the name, in code points

	// What comparing looks at first stands together.
	hash      uint64  // of all that same looks at, but kind and led
	info      float32 // nats of surprise in its letters under chance
	rarity    float32 // see rarityAmong
	self      float32 // probability that it and its like spell one name
	need, may uint16  // see consonants
	code      kindCode
	n         int8      // symbols
	abd       int8      // symbols of the "abd" it begins with
	tail      int8      // symbols of the "din" or "ullah" it ends with
	glued     int8      // symbols of an article or bin that may be glued to it ("Alamin", "Benhammedi"); 0 when none
	arabic    bool      //
	led       bool      // written with an article or a bin before it
	article   bool      // written with al- or ال
	gluedSure bool      // an article is very likely glued to it ("Alhusseini")
	digraph   bool      // has a Latin digraph that may also be two letters
	yod       bool      // ends as a nisba does
	letters   uint8     //
	isms      [3]uint16 // rows of the list of known names it stands in
	share     float32   // of names that bear its skeleton, by the shipped counts
	to        int32     // byte at which Text ends in the name
	syms      [maxSymbols]uint8
}

// Name is a parsed personal name. Parts are in logical order: "SURNAME, Given" is turned round, spans stay where they
// were. Raw text of any length is accepted; parts beyond the sixteenth are left out.
type Name struct {
	Raw    string
	Parts  []Part
	Script text.Script
}

// Chain returns the parts that make up the person's own name and its nasab: ism, father, grandfather and so on, in order.
func (n Name) Chain() []Part {
	var c []Part
	for _, p := range n.Parts {
		if p.Kind == Ism || p.Kind == Father || p.Kind == Grandfather {
			c = append(c, p)
		}
	}
	return c
}

// Find returns the first part of a kind, if there is one.
func (n Name) Find(k Kind) (Part, bool) {
	for _, p := range n.Parts {
		if p.Kind == k {
			return p, true
		}
	}
	return Part{}, false
}

// Weak reports whether the name says too little to tell a person from others: nothing but kunyas, nisbas, epithets,
// titles and initials.
func (n Name) Weak() bool {
	for _, p := range n.Parts {
		switch p.Kind {
		case Ism, Father, Grandfather, Unknown:
			return false
		}
	}
	return true
}
