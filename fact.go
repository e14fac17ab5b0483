package sanad

import "slices"

// Cite is where a line of a screen or a paper comes from: one claim, in one report, in its own words.
type Cite struct {
	Claim       ID         `json:"claim"`
	Report      ID         `json:"report"`
	Reference   string     `json:"reference"`
	Source      string     `json:"source"`
	SourceKind  SourceKind `json:"source_kind"`
	Reliability string     `json:"reliability,omitempty"`
	Credibility int        `json:"credibility,omitempty"`
	Dated       string     `json:"dated,omitempty"`
	Span        *Span      `json:"span,omitempty"` // in the working text of the report
	Quote       string     `json:"quote,omitempty"`
	Mark        *Span      `json:"mark,omitempty"` // the claim's own words inside Quote
	Polarity    Polarity   `json:"polarity"`
	Asserter    string     `json:"asserter,omitempty"`
	Access      Access     `json:"access,omitempty"`
	Origin      string     `json:"origin"`         // what made the claim: a rule, a model, a person
	Line        string     `json:"line"`           // the independent line of information it belongs to
	Status      string     `json:"status"`         // proposed, accepted, corrected
	Derived     bool       `json:"derived"`        // the report repeats another one
	Kind        string     `json:"kind,omitempty"` // confession, assessment, …
}

// Support is what a line of a screen or a paper rests on.
type Support struct {
	Reports   int     `json:"reports"`   // that affirm it
	Lines     int     `json:"lines"`     // independent lines of information among them: repetition is not corroboration
	Denied    int     `json:"denied"`    // reports that deny it
	Uncertain int     `json:"uncertain"` // reports that leave it open
	Cites     []*Cite `json:"cites"`
	More      int     `json:"more,omitempty"` // passages left out of Cites to keep the answer short
}

// Weigh counts what found records rest on, without citing them. lines counts the different reports of a list and the
// independent lines of information among them.
func Weigh(records []Found, lines func(reports []ID) (different, independent int)) Support {
	by := map[Polarity][]ID{}
	for _, f := range records {
		by[f.Polarity()] = append(by[f.Polarity()], f.Report)
	}
	var s Support
	s.Reports, s.Lines = lines(by[Affirmed])
	s.Denied, _ = lines(by[Denied])
	s.Uncertain, _ = lines(by[Uncertain])
	return s
}

// Shorten keeps at most n citations and counts the rest. Every denial and doubt stays, whatever n, then one citation a
// line of information, then others, each kind in the order it was in.
func (s *Support) Shorten(n int) {
	if len(s.Cites) <= n {
		return
	}
	var against, first, rest []*Cite
	seen := map[string]bool{}
	for _, c := range s.Cites {
		switch {
		case c.Polarity != Affirmed:
			against = append(against, c)
		case !seen[c.Line]:
			seen[c.Line] = true
			first = append(first, c)
		default:
			rest = append(rest, c)
		}
	}
	kept := slices.Concat(first, rest)
	kept = append(against, kept[:max(0, min(len(kept), n-len(against)))]...)
	s.More += len(s.Cites) - len(kept)
	s.Cites = kept
}

// Fact is computed, never stored: the claims that say the same of the same thing.
type Fact struct {
	Prop   string `json:"prop"`
	Value  string `json:"value"`  // in the wording of its first source
	Normal string `json:"normal"` // resolved form, where there is one
	Ref    ID     `json:"ref,omitempty"`
	Support
	Contradicts bool `json:"contradicts"` // another value of the same single-valued property stands against it
}

// Ref is a thing on a screen: its canonical id and what to call it.
type Ref struct {
	ID     ID     `json:"id"`
	Name   string `json:"name"`
	Schema string `json:"schema"`
	Weak   bool   `json:"weak,omitempty"` // a person known only by kunya, nisba or a single name
}
