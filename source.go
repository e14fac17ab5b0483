package sanad

import (
	"regexp"
	"strings"
	"time"
)

// Investigation is the workspace everything belongs to; its id leads the key of every large table.
type Investigation struct {
	ID      ID        `json:"id"`
	Name    string    `json:"name"`  // what people call it: unique, also on the command line
	Title   string    `json:"title"` // one line for the screen
	Created time.Time `json:"created"`
	Demo    bool      `json:"demo,omitempty"` // an invented world: every screen and export says so
}

// SourceKind says what a source is.
type SourceKind string

// The kinds of source. A resident and an officer are persons whose identity is protected.
const (
	Resident     SourceKind = "resident"
	Officer      SourceKind = "officer"
	Agency       SourceKind = "agency"
	Outlet       SourceKind = "outlet"
	Court        SourceKind = "court"
	Organization SourceKind = "organization"
	Document     SourceKind = "document"
	List         SourceKind = "list"
)

// SourceKinds lists every kind in the order screens show them.
var SourceKinds = []SourceKind{Resident, Officer, Agency, Outlet, Court, Organization, Document, List}

// Protected reports whether a source of this kind is a person whose identity may stand only in the vault.
func (k SourceKind) Protected() bool { return k == Resident || k == Officer }

// Valid reports whether k is one of SourceKinds.
func (k SourceKind) Valid() bool {
	for _, x := range SourceKinds {
		if x == k {
			return true
		}
	}
	return false
}

var sourceCode = regexp.MustCompile(`^[A-Z]+(-[A-Z]+)*-[0-9]+$`)

// IsSourceCode reports whether s is a pseudonym such as SRC-0142. Protected sources have no other name here.
func IsSourceCode(s string) bool { return sourceCode.MatchString(s) }

// Source is somebody or something reports come from.
type Source struct {
	ID          ID         `json:"id"`
	Code        string     `json:"code"` // pseudonym (SRC-0142) or, where nobody needs protection, a plain name
	Kind        SourceKind `json:"kind"`
	Controller  string     `json:"controller,omitempty"`  // who runs it: two agencies under one head are one line
	Reliability string     `json:"reliability,omitempty"` // Admiralty A–F as given; empty when nobody graded it
}

// Validate checks the kind, that a protected source is a code, and the grade.
func (s Source) Validate() error {
	if s.Code == "" {
		return Errorf(Invalid, "a source needs a code or a name")
	}
	if !s.Kind.Valid() {
		return Errorf(Invalid, "source kind %q is unknown", s.Kind).WithRemedy("use one of %s", joinKinds())
	}
	if s.Kind.Protected() && !IsSourceCode(s.Code) {
		return Errorf(Invalid, "a %s must be given as a code, never by name", s.Kind).
			WithRemedy("use a code such as SRC-0142: capital letters, a hyphen, digits")
	}
	if s.Reliability != "" && (len(s.Reliability) != 1 || s.Reliability[0] < 'A' || s.Reliability[0] > 'F') {
		return Errorf(Invalid, "reliability %q is not an Admiralty grade", s.Reliability).WithRemedy("use A to F, or leave it empty")
	}
	return nil
}

func joinKinds() string {
	var b strings.Builder
	for i, k := range SourceKinds {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(string(k))
	}
	return b.String()
}
