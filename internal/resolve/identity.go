package resolve

import (
	"maps"
	"slices"
	"time"

	sanad "github.com/sanad-workbench/sanad"
)

// Canonical returns the id a group goes by: its lowest visible member's. An entity in no group goes by its own.
func (id *Identity) Canonical(e sanad.ID) sanad.ID {
	if c, ok := id.canonical[e]; ok {
		return c
	}
	return e
}

// Group returns the members of an entity's group, sorted; at least itself. The slice may not be changed.
func (id *Identity) Group(e sanad.ID) []sanad.ID {
	if g, ok := id.members[id.Canonical(e)]; ok {
		return g
	}
	return []sanad.ID{e}
}

// Groups returns all groups of two or more, by canonical id.
func (id *Identity) Groups() [][]sanad.ID {
	out := make([][]sanad.ID, 0, len(id.members))
	for _, c := range slices.Sorted(maps.Keys(id.members)) {
		out = append(out, id.members[c])
	}
	return out
}

// Different reports whether two entities, or any of their groups, were judged different.
func (id *Identity) Different(a, b sanad.ID) bool {
	return len(id.different[pairOf(id.Canonical(a), id.Canonical(b))]) > 0
}

// Unsure returns the evidence on which two found entities were left open, if they were.
func (id *Identity) Unsure(a, b sanad.ID) (evidence string, ok bool) {
	evidence, ok = id.unsure[pairOf(a, b)]
	return evidence, ok
}

// LastLeft returns the judgement that left a pair over: it named several whom one of the two may be, and all others are ruled out by now.
func (id *Identity) LastLeft(a, b sanad.ID) (judgement sanad.ID, ok bool) {
	judgement, ok = id.lastLeft[pairOf(a, b)]
	return judgement, ok
}

// Preview is what answering "same" would do.
type Preview struct {
	Pairs     [][2]sanad.ID    // found entities that would newly be one
	Conflicts []sanad.Conflict // what stands against it; Suspended is empty
}

// Preview computes what joining the groups of two entities would do, and everything that stands against it.
func (id *Identity) Preview(left, right sanad.ID, view View) Preview {
	var p Preview
	l, r := id.Group(left), id.Group(right)
	if id.Canonical(left) == id.Canonical(right) {
		return p
	}
	if js := id.different[pairOf(id.Canonical(left), id.Canonical(right))]; len(js) > 0 {
		p.Conflicts = append(p.Conflicts, sanad.Conflict{Kind: KindDifferent, Left: left, Right: right, Judgements: js,
			Reason: sanad.Reason{Code: "judged_different", Left: string(left), Right: string(right)}})
	}
	for _, a := range l {
		for _, b := range r {
			p.Pairs = append(p.Pairs, [2]sanad.ID{a, b})
			if reason, ok := view.Clash(a, b); ok {
				p.Conflicts = append(p.Conflicts, sanad.Conflict{Kind: KindClash, Left: a, Right: b, Reason: reason})
			}
		}
	}
	strong := func(g []sanad.ID) bool { return slices.ContainsFunc(g, func(m sanad.ID) bool { return !view.Weak(m) }) }
	if (view.Weak(left) || view.Weak(right)) && strong(l) && strong(r) && len(l)+len(r) > 2 {
		weak := left
		if !view.Weak(left) {
			weak = right
		}
		p.Conflicts = append(p.Conflicts, sanad.Conflict{Kind: KindWeakBridge, Left: left, Right: right, Reason: sanad.Reason{Code: "weak_bridge", Left: string(weak)}})
	}
	return p
}

// What came of a judgement.
const (
	Joined    = "joined"
	KeptApart = "kept_apart"
	LeftOpen  = "left_open"
	Suspended = "suspended" // a conflict holds it back
	Waiting   = "waiting"   // for a second person
	Withdrawn = "withdrawn"
	Corrected = "corrected" // its author changed his mind
)

// Step is one line of an identity's history.
type Step struct {
	At        time.Time
	Judgement sanad.ID
	What      string // Joined, KeptApart …; a withdrawn judgement has a second step when it was withdrawn
	Author    string
	Verdict   sanad.Verdict
	Left      sanad.ID
	Right     sanad.ID
	Reason    string
	Size      int // members of the group after the step; 0 where it made none
}

// Explain returns how an entity's group came to be: every judgement on any of its members, in order of time.
func (id *Identity) Explain(e sanad.ID) []Step {
	in := map[sanad.ID]bool{}
	for _, m := range id.Group(e) {
		in[m] = true
	}
	var steps []Step
	for _, h := range id.history {
		if !in[h.Left] && !in[h.Right] {
			continue
		}
		s := Step{At: h.RecordedAt, Judgement: h.ID, What: h.what, Author: h.Author, Verdict: h.Verdict, Left: h.Left, Right: h.Right, Reason: h.Reason, Size: h.size}
		if h.WithdrawnAt != nil {
			s.What = map[sanad.Verdict]string{sanad.Same: Joined, sanad.Different: KeptApart, sanad.Unsure: LeftOpen}[h.Verdict]
			w := s
			w.At, w.What, w.Author = *h.WithdrawnAt, Withdrawn, h.WithdrawnBy
			steps = append(steps, s, w)
			continue
		}
		steps = append(steps, s)
	}
	slices.SortStableFunc(steps, func(a, b Step) int { return a.At.Compare(b.At) })
	return steps
}
