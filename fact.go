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

// Inferred reports whether the cited claim is only inferred.
func (c *Cite) Inferred() bool { return OnlyInferred(c.Origin, ReviewStatus(c.Status)) }

// Support is what a line of a screen or a paper rests on.
type Support struct {
	Reports   int     `json:"reports"`   // that affirm it
	Lines     int     `json:"lines"`     // independent lines of information among them: repetition is not corroboration
	Denied    int     `json:"denied"`    // reports that deny it
	Uncertain int     `json:"uncertain"` // reports that leave it open
	Cites     []*Cite `json:"cites"`
	More      int     `json:"more,omitempty"` // passages left out of Cites to keep the answer short
	// Of the reports that affirm it, and of those that deny it or leave it open, how many do so by nothing but what a model inferred.
	Inferred        int `json:"inferred,omitempty"`
	InferredAgainst int `json:"inferred_against,omitempty"`
}

// OnlyInferred reports whether whatever affirms it is inferred.
func (s Support) OnlyInferred() bool { return s.Reports > 0 && s.Inferred == s.Reports }

// AllInferred reports whether all that is there of it, for and against, is inferred.
func (s Support) AllInferred() bool {
	n := s.Inferred + s.InferredAgainst
	return n > 0 && n == s.Reports+s.Denied+s.Uncertain
}

// Weigh counts what found records rest on, without citing them. lines counts the different reports of a list and the
// independent lines of information among them.
func Weigh(records []Found, lines func(reports []ID) (different, independent int)) Support {
	by, read := map[Polarity][]ID{}, map[Polarity][]ID{}
	for _, f := range records {
		p := f.Polarity()
		by[p] = append(by[p], f.Report)
		if !f.Inferred {
			read[p] = append(read[p], f.Report)
		}
	}
	inferred := func(p Polarity, all int) int {
		n, _ := lines(read[p])
		return all - n
	}
	var s Support
	s.Reports, s.Lines = lines(by[Affirmed])
	s.Denied, _ = lines(by[Denied])
	s.Uncertain, _ = lines(by[Uncertain])
	s.Inferred = inferred(Affirmed, s.Reports)
	s.InferredAgainst = inferred(Denied, s.Denied) + inferred(Uncertain, s.Uncertain)
	return s
}

// Shorten keeps at most n citations and counts the rest. Every denial and doubt stays, whatever n, then one citation a
// line of information, then others, each kind in the order it was in but for what is inferred, which comes after what was read.
func (s *Support) Shorten(n int) {
	if len(s.Cites) <= n {
		return
	}
	var against, first, rest []*Cite
	seen := map[string]bool{}
	cites := slices.Clone(s.Cites)
	slices.SortStableFunc(cites, func(a, b *Cite) int {
		switch x, y := a.Inferred(), b.Inferred(); {
		case x == y:
			return 0
		case y:
			return -1
		}
		return 1
	})
	for _, c := range cites {
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
